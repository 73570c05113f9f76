#include "normalize/date_parts.h"

#include <cstdlib>
#include <string>

#include "normalize/numbers.h"

namespace concord::normalize {

std::optional<std::int64_t> small_whole(const Scan& scan, std::uint32_t at,
                                        std::size_t max_digits) {
  if (!scan.is_number(at) || scan.spelling(at).size() > max_digits) {
    return std::nullopt;
  }
  const auto figures = read_figures(scan.spelling(at));
  return figures && !figures->decimals && !figures->grouped ? whole_value(figures->value)
                                                            : std::nullopt;
}

bool attached_mark(const Scan& scan, std::uint32_t at, char mark) {
  return scan.mark(at, mark) && scan.attached(at) && scan.attached(at + 1);
}
bool attached_dash(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1);
}

TimePart of_date(std::uint32_t begin, std::uint32_t end, std::int64_t year, std::int64_t month,
                 std::int64_t day) {
  return {begin, end,
          day_period(
              day_number(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)))};
}

bool is_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         is_valid_date(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
}

std::int64_t full_year(std::int64_t year, std::size_t digits) {
  if (digits > 2) {
    return year;
  }
  return year < 50 ? 2000 + year : 1900 + year;
}

namespace {

// How far a date lies from publication, in days; the wrong side of the sentence costs extra, but a
// month away on the wrong side is still nearer than a year on the right one.
std::int64_t cost_of(std::int64_t distance, std::optional<Prefer> toward, Prefer prefer) {
  constexpr std::int64_t kWrongSide = 250;
  constexpr std::int64_t kPastOfPlans = 400;
  constexpr std::int64_t kAheadUnasked = 60;
  const bool sided = toward || prefer == Prefer::future;
  const bool future = toward.value_or(prefer) == Prefer::future;
  const bool wrong = future ? sided && distance < 0 : distance > 0;
  const bool plans = future && prefer == Prefer::future;
  const std::int64_t extra = !wrong ? 0 : plans ? kPastOfPlans : sided ? kWrongSide : kAheadUnasked;
  return std::abs(distance) + extra;
}

// "was passed in May" of a text of March and "will be passed in February" leave no doubt of the
// side; a text may be some days older than it is dated.
std::int64_t cost_of_plain(std::int64_t distance, std::optional<Prefer> plain) {
  constexpr std::int64_t kNoDoubt = 400;
  constexpr std::int64_t kStale = 14;
  const bool wrong = plain && (*plain == Prefer::past ? distance > 1 : distance < -kStale);
  return wrong ? kNoDoubt : 0;
}

}  // namespace

std::optional<int> nearest_year(const TimeScan& at_time, std::uint32_t at, int month, int day) {
  const auto today = at_time.today();
  if (!today) {
    return std::nullopt;
  }
  const int year = civil_of(*today).year;
  const auto plain = plain_direction(at_time.scan, at);
  const auto toward = plain ? plain : direction(at_time.scan, at);
  const bool ended = at_time.scan.says(at - 1, "ended");
  const int reach = month == 2 && day == 29 ? 8 : 1;  // leap years are up to eight years apart
  std::optional<int> best;
  std::int64_t best_cost = 0;
  for (int candidate = year - reach; candidate <= year + reach; ++candidate) {
    if (!is_date(candidate, month, day)) {
      continue;
    }
    const std::int64_t distance = day_number(candidate, month, day) - *today;
    if (ended && distance > 0) {
      continue;
    }
    const std::int64_t cost =
        cost_of(distance, toward, at_time.reading.prefer) + cost_of_plain(distance, plain);
    if (!best || cost < best_cost) {
      best = candidate;
      best_cost = cost;
    }
  }
  return best;
}

Period open_day(int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  Period made{.grain = Grain::day, .span = {}};
  made.span.timex = "XXXX-" + two(month) + (day == 0 ? "" : "-" + two(day));
  return made;
}

Period open_month(int month) {
  Period made = open_day(month, 0);
  made.grain = Grain::month;
  made.span.anchor = Anchor::publication;
  return made;
}

Period day_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year, int month,
                   int day) {
  const auto known = year ? year : nearest_year(at_time, at, month, day);
  if (!known || !is_date(*known, month, day)) {
    return open_day(month, day);
  }
  Period made = day_period(day_number(*known, month, day));
  made.span.anchor = year ? Anchor::explicit_date : Anchor::publication;
  return made;
}

Period month_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year,
                     int month) {
  if (!year && at_time.today()) {
    const int day = civil_of(*at_time.today()).month == month ? civil_of(*at_time.today()).day : 15;
    year = nearest_year(at_time, at, month, day > 28 ? 28 : day);
    Period made = month_period(year.value_or(civil_of(*at_time.today()).year), month);
    made.span.anchor = Anchor::publication;
    return made;
  }
  if (!year) {
    return open_month(month);
  }
  return month_period(*year, month);
}

}  // namespace concord::normalize
