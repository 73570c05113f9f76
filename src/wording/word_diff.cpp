#include "wording/word_diff.h"

#include <algorithm>
#include <cstdint>

namespace concord::wording {
namespace {

constexpr std::size_t kMostWords = 600;

struct Word {
  std::string_view text;  // with the spaces after it
  std::string key;
};

bool is_letter(unsigned char byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

std::string key_of(std::string_view word) {
  std::string key;
  for (const char byte : word) {
    if (is_letter(static_cast<unsigned char>(byte))) {
      key += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    }
  }
  for (const std::string_view mark : {"\u2019", "\u2018", "\u201c", "\u201d", "\u2013", "\u2014"}) {
    for (auto at = key.find(mark); at != std::string::npos; at = key.find(mark)) {
      key.erase(at, mark.size());
    }
  }
  return key.empty() ? std::string(word) : key;
}

std::vector<Word> words_of(std::string_view text) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; };
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size() && words.size() <= kMostWords;) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) {
      ++end;
    }
    const std::string_view word = text.substr(at, end - at);
    while (end < text.size() && is_space(text[end])) {
      ++end;
    }
    words.push_back({text.substr(at, end - at), key_of(word)});
    at = end;
  }
  return words;
}

void append(std::vector<WordRun>& runs, std::string_view text, bool only_here) {
  if (runs.empty() || runs.back().only_here != only_here) {
    runs.push_back({{}, only_here});
  }
  runs.back().text += text;
}

/// Lengths of the longest common subsequences of the words from (i, j) on.
class Lengths {
 public:
  Lengths(const std::vector<Word>& first, const std::vector<Word>& second)
      : columns_(second.size() + 1), lengths_((first.size() + 1) * columns_) {
    for (std::size_t i = first.size(); i-- > 0;) {
      for (std::size_t j = second.size(); j-- > 0;) {
        lengths_[i * columns_ + j] = static_cast<std::uint16_t>(
            first[i].key == second[j].key ? at(i + 1, j + 1) + 1
                                          : std::max(at(i + 1, j), at(i, j + 1)));
      }
    }
  }
  std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * columns_ + j]; }

 private:
  std::size_t columns_;
  std::vector<std::uint16_t> lengths_;
};

}  // namespace

WordDiff word_diff(std::string_view first, std::string_view second) {
  const std::vector<Word> left = words_of(first);
  const std::vector<Word> right = words_of(second);
  WordDiff diff;
  if (left.size() > kMostWords || right.size() > kMostWords) {
    append(diff.first, first, false);
    append(diff.second, second, false);
    return diff;
  }
  const Lengths lengths(left, right);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() || j < right.size()) {
    if (i < left.size() && j < right.size() && left[i].key == right[j].key) {
      append(diff.first, left[i++].text, false);
      append(diff.second, right[j++].text, false);
    } else if (j == right.size() ||
               (i < left.size() && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
      append(diff.first, left[i++].text, true);
    } else {
      append(diff.second, right[j++].text, true);
    }
  }
  return diff;
}

}  // namespace concord::wording
