#include "extract/bearers.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/fold.h"

namespace concord::extract {
namespace {

static constexpr std::string_view kPersons[] = {
    "man",    "woman",   "men",      "women",  "boy",     "girl",   "teen",   "teenager",
    "couple", "felon",   "resident", "native", "father",  "mother", "driver", "husband",
    "wife",   "suspect", "pair",     "duo",    "teacher", "gunman", "family"};

static constexpr std::string_view kPlacesOfLaw[] = {"county",  "jail",   "prison", "court",
                                                    "degree",  "felony", "avenue", "boulevard",
                                                    "highway", "parish"};

bool is_one_of(const std::string& word, const auto& words) {
  return std::ranges::find(words, word) != std::end(words);
}

std::string lower(const SentenceText& text, std::uint32_t at) {
  return at < text.end() ? fold(text.text(at)) : std::string();
}

/// "New York-based": a hyphen and "based" behind the name.
bool is_based(const SentenceText& text, std::uint32_t at) {
  return at < text.end() && (text.flags(at) & flag_hyphen) != 0 && lower(text, at + 1) == "based";
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "PORT ALDER, May 12 (Kestrel) - ": where an article was filed bears no fact of it; not
/// "LABOUR 33.1 PCT, REFORM 20.2 PCT - COMMISSION", whose figures are no day.
bool is_filed_from(const SentenceText& text, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 6;
  constexpr std::size_t kDay = 2;
  if (begin >= text.begin() + kReach) {
    return false;
  }
  const std::uint32_t end = past_dateline(text);
  for (std::uint32_t at = text.begin(); at < end; ++at) {
    if (text.token(at).kind == TokenKind::number && text.text(at).size() > kDay) {
      return false;
    }
  }
  return begin < end;
}

}  // namespace

std::uint32_t past_dateline(const SentenceText& text) {
  constexpr std::uint32_t kLongest = 16;
  const std::uint32_t last = std::min(text.end(), text.begin() + kLongest);
  for (std::uint32_t at = text.begin() + 1; at < last; ++at) {
    const bool dash = (text.flags(at) & flag_transparent) != 0 && text.token(at).space_before &&
                      text.token(at).kind == TokenKind::punctuation &&
                      (text.flags(at) & flag_comma) == 0 && text.text(at) != "(" &&
                      text.text(at) != "\"";
    // not "BJP - the ruling party - won": what a dateline leads begins with a capital
    const bool leads = at + 1 < text.end() &&
                       (text.token(at + 1).capital || text.token(at + 1).kind != TokenKind::word);
    if (dash && leads && (text.text(at - 1) == ")" || is_capitals(text.text(text.begin())))) {
      return at + 1;
    }
  }
  return text.begin();
}

Ends bearer_ends(const SentenceText& text, std::uint32_t begin) {
  const Ends ends = name_ends(text, begin);
  if (ends.count == 0) {
    return ends;
  }
  const std::uint32_t end = ends.at[0];  // the longest
  const std::string last = lower(text, end - 1);
  const bool described = is_one_of(lower(text, end), kPersons) || is_based(text, end);
  return described || is_filed_from(text, begin) || last == "based" || is_one_of(last, kPersons) ||
                 is_one_of(last, kPlacesOfLaw)
             ? Ends()
             : ends;
}

}  // namespace concord::extract
