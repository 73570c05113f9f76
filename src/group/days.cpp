#include "group/days.h"

#include <algorithm>
#include <string_view>

#include "base/calendar_names.h"
#include "base/timestamp.h"

namespace concord::group {
namespace {

constexpr int kDaysInWeek = 7;

class DayReader {
 public:
  DayReader(const Member& member, Range sentence)
      : member_(member), sentence_(sentence), published_(*member.document->published) {}

  std::optional<std::int64_t> at(std::uint32_t at) const {
    const std::string_view word = text(at);
    const auto* weekday = std::ranges::find(kWeekdayNames, word);
    if (weekday != std::end(kWeekdayNames)) {
      return day_of_week(static_cast<int>(weekday - kWeekdayNames.begin()), at);
    }
    const int month = month_named(word);
    return month == 0 ? std::nullopt : date(month, at);
  }

 private:
  std::string_view text(std::uint32_t at) const {
    if (at < sentence_.begin || at >= sentence_.end) {
      return {};
    }
    const Span span = member_.tokens->tokens[at].span;
    return std::string_view(member_.document->text).substr(span.begin, span.size());
  }

  /// Where it was published.
  Timestamp clock() const {
    return {published_.begin.seconds + std::int64_t{60} * published_.offset_minutes};
  }

  std::int64_t today() const {
    const CivilTime civil = to_civil(clock());
    return day_of({civil.year, civil.month, civil.day});
  }

  static std::int64_t day_of(const CivilTime& date) {
    return from_civil(date).seconds / kSecondsPerDay;
  }

  std::optional<std::int64_t> day_of_week(int number, std::uint32_t at) const {
    if (at > sentence_.begin && text(at - 1) == "next") {
      return std::nullopt;
    }
    const int back = (weekday(clock()) - number + kDaysInWeek) % kDaysInWeek;
    const bool week_ago = back == 0 && at > sentence_.begin && text(at - 1) == "last";
    return today() - (week_ago ? kDaysInWeek : back);
  }

  /// 1 to 12 for its name or its short form; 0.
  static int month_named(std::string_view word) {
    constexpr std::size_t kShort = 3;
    const std::string_view letters = word.substr(0, word.find('.'));
    const auto* month = std::ranges::find_if(kMonthNames, [&](std::string_view name) {
      return letters == name || letters == name.substr(0, kShort) ||
             (letters == "Sept" && name.starts_with(letters));
    });
    return month == std::end(kMonthNames) ? 0 : static_cast<int>(month - kMonthNames.begin()) + 1;
  }

  /// The date whose month stands at a token and whose day behind it.
  std::optional<std::int64_t> date(int month, std::uint32_t at) const {
    const std::string_view next = text(at + 1);
    const std::string_view digits = next == "." ? text(at + 2) : next;
    if (digits.empty() || digits.size() > 2 ||
        !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
      return std::nullopt;
    }
    int day = 0;
    for (const char c : digits) {
      day = 10 * day + (c - '0');
    }
    const int year = to_civil(clock()).year;
    for (const int tried : {year, year - 1}) {
      if (is_valid_date(tried, month, day) && day_of({tried, month, day}) <= today()) {
        return day_of({tried, month, day});
      }
    }
    return std::nullopt;
  }

  const Member& member_;
  Range sentence_;
  const Publication& published_;
};

}  // namespace

std::optional<std::int64_t> day_named(const Member& member, Range sentence, std::uint32_t at) {
  const Token& token = member.tokens->tokens[at];
  const bool may_name = token.capital && token.span.size() >= 3 && member.document->published;
  return may_name ? DayReader(member, sentence).at(at) : std::nullopt;
}

}  // namespace concord::group
