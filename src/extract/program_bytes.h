#pragma once

#include <memory>

#include "base/plain_bytes.h"
#include "extract/program.h"

namespace concord::extract {

void write(const Program& program, PlainWriter& bytes);

/// The program again, its tables where they lie in the bytes.
/// REQUIRES: bytes that `write` made of the same rules and a lexicon that is kept with them.
std::unique_ptr<Program> read(PlainReader& bytes, const RuleSet& rules);

}  // namespace concord::extract
