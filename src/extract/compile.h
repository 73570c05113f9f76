#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "base/lexicon.h"
#include "extract/program.h"

namespace concord::extract {

/// The whole rule set as a program.  A phrase that could match without any word is left out with a
/// diagnostic E421.
std::unique_ptr<Program> compile(const RuleSet& rules, Lexicon& lexicon, Diagnostics& diagnostics);

}  // namespace concord::extract
