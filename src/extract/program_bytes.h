#pragma once

#include <memory>
#include <string>

#include "base/lexicon.h"
#include "base/shared_bytes.h"
#include "extract/program.h"

namespace concord::extract {

/// A program and the words of the lexicon it was compiled with.  The form is that of this very
/// build on this machine: what one build wrote no other may read.
std::string encode(const Program& program, const Lexicon& lexicon);

/// The program again, its tables where they lie in the bytes, its words added to a lexicon that
/// holds what it held before compiling; null when the bytes are not whole or the words come out
/// otherwise.
/// REQUIRES: bytes that encode made of the same rules.
std::unique_ptr<Program> decode(SharedBytes bytes, const RuleSet& rules, Lexicon& lexicon);

}  // namespace concord::extract
