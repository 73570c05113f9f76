// Pages that grow by the hour: each entry opens with its time.
#include <algorithm>
#include <optional>
#include <string_view>

#include "base/fold.h"
#include "compare/statements.h"

namespace concord::compare {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The minute of the day that opens a line, and what stands behind it.
struct Stamp {
  int minute = 0;
  std::string_view rest;
};

/// "16:40 Police say", "10.58am", "**16:40** Police", "- 16:40: Police"; with a point only where
/// "am" or "pm" follows.
std::optional<Stamp> read_stamp(std::string_view line) {
  constexpr int kMinutes = 60;
  constexpr int kHours = 24;
  constexpr std::string_view kMarks = "*_#>- [";
  constexpr std::string_view kClosing = "*_:]-,|";
  line.remove_prefix(std::min(line.find_first_not_of(kMarks), line.size()));
  std::size_t at = 0;
  int hour = 0;
  while (at < line.size() && at < 2 && is_digit(line[at])) {
    hour = hour * 10 + (line[at++] - '0');
  }
  if (at == 0 || at + 3 > line.size() || (line[at] != ':' && line[at] != '.') ||
      !is_digit(line[at + 1]) || !is_digit(line[at + 2])) {
    return std::nullopt;
  }
  const bool point = line[at] == '.';
  const int minute = (line[at + 1] - '0') * 10 + (line[at + 2] - '0');
  std::string_view rest = line.substr(at + 3);
  const std::string half = fold(rest.substr(0, 2));
  const bool halved = half == "am" || half == "pm";
  rest.remove_prefix(halved ? 2 : 0);
  rest.remove_prefix(std::min(rest.find_first_not_of(kClosing), rest.size()));
  if ((point && !halved) || hour >= kHours || minute >= kMinutes ||
      (!rest.empty() && rest.front() != ' ')) {
    return std::nullopt;
  }
  const bool afternoon = half == "pm" && hour < kHours / 2;
  return Stamp{(hour + (afternoon ? kHours / 2 : 0)) * kMinutes + minute, rest};
}

/// The time of the entry that a sentence stands in: it opens the line, or is the line before.
/// Nothing in a longer line than any entry's.
std::optional<int> minute_of(std::string_view text, std::size_t sentence) {
  constexpr std::size_t kLongest = 4000;  // bytes of an entry's line
  constexpr std::size_t kStamp = 80;      // bytes that show a stamp and whether anything follows it
  const std::size_t end = std::min(sentence, text.size());
  const std::size_t from = end - std::min(end, kLongest);
  const std::size_t wall = text.substr(from, end - from).rfind('\n');
  if (wall == std::string_view::npos && from > 0) {
    return std::nullopt;
  }
  const std::string_view before = text.substr(0, end);
  const std::size_t begin = wall == std::string_view::npos ? 0 : from + wall + 1;
  const std::string_view line = text.substr(begin, kStamp);
  if (const auto stamp = read_stamp(line.substr(0, line.find('\n')))) {
    return stamp->minute;
  }
  const std::size_t last = before.substr(0, begin).find_last_not_of(" \n");
  if (last == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t head = before.rfind('\n', last);
  const std::size_t first = head == std::string_view::npos ? 0 : head + 1;
  const auto stamp = read_stamp(before.substr(first, last + 1 - first));
  return stamp && stamp->rest.empty() ? std::optional(stamp->minute) : std::nullopt;
}

}  // namespace

void set_earlier_aside(const Inputs& inputs, std::vector<Statement>& statements) {
  std::vector<std::optional<int>> minutes;
  std::optional<std::size_t> newest;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Fact& fact = *statements[i].fact;
    const bool may = statements[i].counts && statements[i].has_figure && !statements[i].overtaken;
    minutes.push_back(
        may ? minute_of(inputs.documents[fact.document.index].text, fact.sentence.begin)
            : std::nullopt);
    if (minutes[i] && (!newest || *minutes[*newest] < *minutes[i])) {
      newest = i;
    }
  }
  for (std::size_t i = 0; newest && i < statements.size(); ++i) {
    Statement& one = statements[i];
    one.overtaken =
        one.overtaken || (minutes[i] && *minutes[i] < *minutes[*newest] &&
                          !overlaps(one.measure.hard, statements[*newest].measure.hard));
  }
}

}  // namespace concord::compare
