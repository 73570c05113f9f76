#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord::wording {

/// A run of words that the other text has too, or that it lacks.
struct WordRun {
  std::string text;  // with the spaces after it
  bool only_here = false;
};

struct WordDiff {
  std::vector<WordRun> first;
  std::vector<WordRun> second;
};

/// The words of two texts side by side by their longest common subsequence; case, marks at the
/// edges of a word and the kind of apostrophe do not matter.  Each side's runs make up its text.
/// Texts of more than 600 words are not compared: one run each.
WordDiff word_diff(std::string_view first, std::string_view second);

}  // namespace concord::wording
