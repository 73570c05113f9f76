// Two ends of a range: "between 120 and 80 people".
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// The number that the token writes in digits: "1,200", "4.5".
std::optional<double> digits_at(const CopyText& text, std::size_t i) {
  std::string digits(text.word(i));
  std::erase(digits, ',');
  double number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && !digits.empty() && digits[0] != '-'
             ? std::optional(number)
             : std::nullopt;
}

/// One end of a range: its number, and the words that stand behind it ("million euros").
struct End {
  std::size_t at = 0;
  double number = 0;
  std::vector<std::string_view> words;
};

std::optional<End> end_in(const CopyText& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kSigns[] = {"$", "€", "£"};
  while (begin < end && is_in(text.word(begin), kSigns)) {
    ++begin;
  }
  const auto number = begin < end ? digits_at(text, begin) : std::nullopt;
  if (!number) {
    return std::nullopt;
  }
  End found{begin, *number, {}};
  for (std::size_t i = begin + 1; i < end; ++i) {
    found.words.push_back(text.word(i));
  }
  return found;
}

/// Words after which the two numbers are no ends of a range: "the gap between 14 and 9 percent",
/// "fell between 120 and 80", and a count down to something.
bool is_of_two(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kBefore[] = {
      "gap",       "difference", "differences", "distance", "ratio",   "split", "choice",
      "match",     "spread",     "fell",        "fall",     "dropped", "drop",  "slid",
      "declined",  "decline",    "moved",       "swing",    "border",  "link",  "connection",
      "run",       "runs",       "trains",      "buses",    "road",    "route", "halved",
      "narrowed",  "shrank",     "shrunk",      "cut",      "choose",  "chose", "decide",
      "line",      "interval",   "comparison",  "relation", "switch",  "game",  "tie",
      "alternate", "alternated", "switched",    "somewhere"};
  constexpr std::string_view kBehind[] = {"before", "ago", "o'clock", "block", "earlier", "to"};
  constexpr std::size_t kNear = 3;
  const std::size_t begin = value.tokens.begin;
  const std::size_t end = value.tokens.end;
  return any_in(text, begin - std::min<std::size_t>(begin, kNear), begin, kBefore) ||
         any_in(text, end, end + kNear, kBehind) || (text.is_word(end) && text.is_capital(end));
}

/// "between 1800 and 0600": hours, which begin anew at midnight.
bool are_hours(std::string_view first, std::string_view second) {
  constexpr std::size_t kDigits = 4;
  return first.size() == kDigits && second.size() == kDigits && first <= "2400" && first[2] < '6' &&
         second[2] < '6';
}

}  // namespace

void check_ranges(const CopyText& text, CopyNotes& notes) {
  constexpr double kLargestHour = 31;  // smaller ones may be hours or days that begin anew
  constexpr double kAll = 100;         // "between 51 and 49": the shares of two
  for (const CopyValue& value : text.values()) {
    const Quantity* range = value.quantity();
    std::size_t begin = value.tokens.begin;
    if (range == nullptr || range->hedge != Hedge::between || text.word(begin) != "between" ||
        text.in_quotes(begin)) {
      continue;
    }
    std::size_t middle = ++begin;
    while (middle < value.tokens.end && text.word(middle) != "and") {
      ++middle;
    }
    const auto first = end_in(text, begin, middle);
    const auto second = end_in(text, middle + 1, value.tokens.end);
    const bool bare = range->dimension == Dimension::count;
    // "between 900 and 1.2 million": the word behind the second may be meant for it alone
    const bool alike = first && second &&
                       (first->words == second->words ||
                        (first->words.empty() && second->number == std::floor(second->number)));
    constexpr double kOfOneSize = 100;  // "between $30,000 and $28 an hour"
    if (!alike || first->number <= second->number || first->number > kOfOneSize * second->number ||
        is_of_two(text, value) ||
        (bare && are_hours(text.word(first->at), text.word(second->at))) ||
        (bare && (first->number <= kLargestHour || first->number + second->number == kAll)) ||
        (first->words.empty() && range->hard.bounded() &&
         range->hard.high->to_double() != first->number)) {
      continue;
    }
    notes.add(text.span(first->at, value.tokens.end),
              fmt::format("the range runs down, from {} to {}", text.word(first->at),
                          text.word(second->at)),
              {}, "see which of the two ends is wrong, or put the lower one first");
  }
}

}  // namespace concord::proofread
