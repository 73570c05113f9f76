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

}  // namespace

Ends bearer_ends(const SentenceText& text, std::uint32_t begin) {
  const Ends ends = name_ends(text, begin);
  if (ends.count == 0) {
    return ends;
  }
  const std::uint32_t end = ends.at[0];  // the longest
  const std::string last = lower(text, end - 1);
  const bool described = is_one_of(lower(text, end), kPersons) || is_based(text, end);
  return described || last == "based" || is_one_of(last, kPersons) || is_one_of(last, kPlacesOfLaw)
             ? Ends()
             : ends;
}

}  // namespace concord::extract
