#include "advise/doubt_words.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/fold.h"

namespace concord::advise {
namespace {

/// "34-year-old" tells of no other time.
void take(Words& words, std::string word) {
  const bool age = word == "old" && !words.empty() && words.back().starts_with("year");
  if (age) {
    words.back() = "old";
  } else {
    words.push_back(std::move(word));
  }
}

}  // namespace

Words words_in(const Document& document, Span span) {
  Words words;
  std::string word;
  for (const char c : fold(document.text.substr(span.begin, span.size()))) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      take(words, std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) {
    take(words, std::move(word));
  }
  return words;
}

bool is_in(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool has_any(const Words& words, std::span<const std::string_view> list) {
  return std::ranges::any_of(words, [&](const std::string& word) { return is_in(word, list); });
}

}  // namespace concord::advise
