#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/lexicon.h"
#include "extract/program.h"

namespace concord::extract {

/// A program and the words of the lexicon it was compiled with.  The form is that of this very
/// build on this machine: what one build wrote no other may read.
std::string encode(const Program& program, const Lexicon& lexicon);

/// The program again, its words added to a lexicon that holds what it held before compiling; null
/// when the bytes are not whole or the words come out otherwise.
/// REQUIRES: bytes that encode made of the same rules.
std::unique_ptr<Program> decode(std::string_view bytes, const RuleSet& rules, Lexicon& lexicon);

}  // namespace concord::extract
