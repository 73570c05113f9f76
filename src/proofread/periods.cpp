// The year, quarter or month that the words around a figure put it in.
#include "proofread/periods.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/calendar_names.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kBefore = 8;  // words of the figure's own clause
constexpr std::size_t kBehind = 6;

constexpr std::string_view kUnits[] = {"year", "quarter", "month", "season", "half", "week"};
constexpr std::string_view kWhich[] = {"this",   "last",     "next",    "first",  "second", "third",
                                       "fourth", "previous", "current", "coming", "a"};

bool is_year_word(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// Sentences end the reach of a figure's period, and so does the next figure.
std::set<std::string> periods_near(const CopyText& text, const CopyValue& value) {
  std::set<std::string> periods;
  const auto take = [&](std::size_t i) {
    const std::string word(text.word(i));
    const bool unit = is_in(word, kUnits) && i > 0 && is_in(text.word(i - 1), kWhich);
    if (is_year_word(word) || (is_in(word, kFoldedMonths) && text.is_capital(i))) {
      periods.insert(word);
    } else if (unit && !(text.word(i - 1) == "a" && text.word(i + 1) != "earlier" &&
                         text.word(i + 1) != "ago")) {
      periods.insert(std::string(text.word(i - 1)) + " " + word);
    } else if (word == "now") {
      periods.insert(word);
    }
  };
  const auto ends = [&](std::size_t i) {
    const CopyValue* other = text.value(i);
    return text.word(i) == "." || text.word(i) == ";" ||
           (other != nullptr && other->quantity() != nullptr && !is_year_word(text.word(i)));
  };
  for (std::size_t k = 1; k <= kBefore && k <= value.tokens.begin; ++k) {
    if (ends(value.tokens.begin - k)) {
      break;
    }
    take(value.tokens.begin - k);
  }
  for (std::size_t i = value.tokens.end; i < value.tokens.end + kBehind && !ends(i); ++i) {
    take(i);
  }
  return periods;
}

}  // namespace

bool are_of_two_periods(const CopyText& text, const CopyValue& first, const CopyValue& second) {
  const std::set<std::string> one = periods_near(text, first);
  const std::set<std::string> other = periods_near(text, second);
  return !one.empty() && !other.empty() &&
         std::ranges::none_of(one,
                              [&](const std::string& period) { return other.contains(period); });
}

}  // namespace concord::proofread
