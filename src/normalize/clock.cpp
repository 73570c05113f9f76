#include <array>

#include "normalize/numbers.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

// Zones are passed over: times are the wall clock of the text.
bool is_zone(const Scan& scan, std::uint32_t at) {
  constexpr std::array<std::string_view, 34> kZones = {
      "GMT",  "UTC", "EST", "EDT",  "ET",  "CST",  "CDT", "CT",   "MST",  "MDT", "PST", "PDT",
      "PT",   "BST", "CET", "CEST", "EET", "EEST", "IST", "JST",  "KST",  "HKT", "MSK", "AEST",
      "AEDT", "AST", "WIB", "WAT",  "EAT", "SAST", "GST", "NZST", "NZDT", "PKT"};
  if (!scan.is_word(at) || !scan.token(at).capital) {
    return false;
  }
  for (const std::string_view zone : kZones) {
    if (scan.spelling(at) == zone)
      return true;
  }
  return false;
}

std::uint32_t past_zone(const Scan& scan, std::uint32_t at) {
  if (is_zone(scan, at)) {
    return at + 1;
  }
  const bool local = scan.says(at, "local") && scan.says(at + 1, "time");
  if (local) {
    return at + 2;
  }
  const bool named = scan.name_like(at) && scan.says(at + 1, "time");
  return named && scan.is_word(at + 1) ? at + 2 : at;
}

struct Digits {
  int value = 0;
  int size = 0;
};

std::optional<Digits> digits_at(const Scan& scan, std::uint32_t at) {
  const std::string_view token = scan.spelling(at);
  if (!scan.is_number(at) || token.empty() || token.size() > 4) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : token) {
    if (c < '0' || c > '9')
      return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return Digits{value, static_cast<int>(token.size())};
}

// 2.15 written as one token
std::optional<Clock> dotted_clock(const Scan& scan, std::uint32_t at) {
  const std::string_view token = scan.spelling(at);
  const auto point = token.find('.');
  if (!scan.is_number(at) || point == std::string_view::npos || point == 0 || point > 2 ||
      token.size() != point + 3) {
    return std::nullopt;
  }
  const auto digit = [&](std::size_t i) { return token[i] - '0'; };
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (i != point && (digit(i) < 0 || digit(i) > 9))
      return std::nullopt;
  }
  const int hour = point == 1 ? digit(0) : digit(0) * 10 + digit(1);
  const int minute = digit(point + 1) * 10 + digit(point + 2);
  return Clock{.begin = at, .end = at + 1, .hour = hour, .minute = minute, .has_minute = true};
}

// 10:30, 10:30:15
std::optional<Clock> colon_clock(const Scan& scan, std::uint32_t at) {
  const auto colon = [&](std::uint32_t i) {
    return scan.mark(i, ':') && scan.attached(i) && scan.attached(i + 1);
  };
  const auto hour = digits_at(scan, at);
  const auto minute = colon(at + 1) ? digits_at(scan, at + 2) : std::nullopt;
  if (!hour || hour->size > 2 || !minute || minute->size != 2) {
    return std::nullopt;
  }
  Clock clock{
      .begin = at, .end = at + 3, .hour = hour->value, .minute = minute->value, .has_minute = true};
  const auto second = colon(at + 3) ? digits_at(scan, at + 4) : std::nullopt;
  if (second && second->size == 2) {
    clock.second = second->value;
    clock.has_second = true;
    clock.end = at + 5;
  }
  clock.half_known = hour->size == 2 && (hour->value == 0 || hour->value > 12);
  return clock;
}

bool in_range(const Clock& clock) {
  const bool end_of_day = clock.hour == 24 && clock.minute == 0 && clock.second == 0;
  return (clock.hour < 24 || end_of_day) && clock.minute < 60 && clock.second < 60;
}

// a.m. or p.m. after the figures; also "in the morning", "at night" through the caller.
bool take_half_of_day(const Scan& scan, Clock& clock) {
  const Cue cue = scan.cue(clock.end);
  const bool am_word =
      cue == Cue::am && !(scan.says(clock.end, "am") && !scan.attached(clock.end) &&
                          scan.is(clock.begin - 1, Cue::on));
  if (cue != Cue::pm && !am_word) {
    return false;
  }
  if (clock.hour < 1 || clock.hour > 12) {
    return clock.hour <= 23 ? (++clock.end, clock.half_known = true) : false;
  }
  clock.hour = clock.hour % 12 + (cue == Cue::pm ? 12 : 0);
  clock.half_known = true;
  ++clock.end;
  return true;
}

void take_day_part(const Scan& scan, Clock& clock) {
  std::uint32_t at = clock.end;
  const bool prefixed = (scan.is(at, Cue::in) && scan.is(at + 1, Cue::the)) || scan.is(at, Cue::at);
  at += scan.is(at, Cue::in) && scan.is(at + 1, Cue::the) ? 2U : scan.is(at, Cue::at) ? 1U : 0U;
  const DayPart part = scan.word(at).day_part;
  if (!prefixed || clock.half_known ||
      (part != DayPart::morning && part != DayPart::afternoon && part != DayPart::evening &&
       part != DayPart::night)) {
    return;
  }
  if (part != DayPart::morning && clock.hour < 12 && (part != DayPart::night || clock.hour >= 6)) {
    clock.hour += 12;
  }
  clock.half_known = true;
  clock.end = at + 1;
}

std::optional<Clock> finish(const Scan& scan, Clock clock) {
  if (!in_range(clock)) {
    return std::nullopt;
  }
  clock.end = past_zone(scan, clock.end);
  return clock;
}

// "noon", "midnight", "12 noon"
std::optional<Clock> named_clock(const Scan& scan, std::uint32_t at) {
  const std::uint32_t name = at + (scan.spelling(at) == "12" ? 1U : 0U);
  const Cue cue = scan.cue(name);
  if (cue != Cue::noon && cue != Cue::midnight) {
    return std::nullopt;
  }
  return Clock{.begin = at,
               .end = name + 1,
               .hour = cue == Cue::noon ? 12 : 0,
               .minute = 0,
               .has_minute = false,
               .half_known = true};
}

struct SmallNumber {
  int value = 0;
  std::uint32_t end = 0;
};
std::optional<SmallNumber> small_number(const Scan& scan, std::uint32_t at) {
  if (const auto digits = digits_at(scan, at); digits && digits->size <= 2) {
    return SmallNumber{digits->value, at + 1};
  }
  const auto words = scan.is_word(at) ? read_cardinal_words(scan, at) : std::nullopt;
  const auto value = words ? whole_value(words->value) : std::nullopt;
  return value && *value >= 0 && *value < 60
             ? std::optional(SmallNumber{static_cast<int>(*value), words->end})
             : std::nullopt;
}

// "half past nine", "quarter to 10", "ten past three", "20 minutes to six"
std::optional<Clock> spoken_clock(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::a) ? 1U : 0U);
  int minutes = 0;
  if (scan.word(next).number == NumberRole::fraction) {
    minutes = 60 / scan.word(next).value;
    ++next;
  } else {
    const auto number = small_number(scan, next);
    if (!number || number->value == 0)
      return std::nullopt;
    minutes = number->value;
    next = number->end;
    next += scan.word(next).time_unit == TimeUnit::minute ? 1U : 0U;
  }
  const bool past =
      scan.is(next, Cue::past) ||
      (scan.is(next, Cue::after) && scan.word(next - 1).number == NumberRole::fraction);
  const bool until = (scan.is(next, Cue::to) && scan.says(next, "to")) || scan.says(next, "til");
  if (!past && !until) {
    return std::nullopt;
  }
  auto hour = small_number(scan, next + 1);
  if (!hour && (scan.is(next + 1, Cue::noon) || scan.is(next + 1, Cue::midnight))) {
    hour = SmallNumber{12, next + 2};
  }
  const bool spoken_minutes =
      scan.word(at).number == NumberRole::fraction || scan.is(at, Cue::a) || past ||
      (hour && (scan.is(hour->end, Cue::am) || scan.is(hour->end, Cue::pm) ||
                scan.is(hour->end, Cue::oclock)));
  if (!hour || hour->value < 1 || hour->value > 12 || !spoken_minutes ||
      scan.noun_like(hour->end)) {
    return std::nullopt;
  }
  Clock clock{
      .begin = at, .end = hour->end, .hour = hour->value, .minute = minutes, .has_minute = true};
  if (until) {
    clock.hour = (hour->value + 11) % 12;
    clock.hour = clock.hour == 0 ? 12 : clock.hour;
    clock.minute = 60 - minutes;
  }
  clock.end += scan.is(clock.end, Cue::oclock) ? 1U : 0U;
  take_half_of_day(scan, clock);
  take_day_part(scan, clock);
  return finish(scan, clock);
}

// "9 a.m.", "nine o'clock", "five thirty p.m."
std::optional<Clock> hour_clock(const Scan& scan, std::uint32_t at) {
  const auto hour = small_number(scan, at);
  if (!hour || hour->value > 24) {
    return std::nullopt;
  }
  Clock clock{.begin = at, .end = hour->end, .hour = hour->value, .minute = 0};
  if (scan.is(clock.end, Cue::oclock)) {
    ++clock.end;
    take_half_of_day(scan, clock);
    take_day_part(scan, clock);
    return finish(scan, clock);
  }
  if (take_half_of_day(scan, clock)) {
    return finish(scan, clock);
  }
  const auto minute = scan.is_word(clock.end) ? small_number(scan, clock.end) : std::nullopt;
  if (minute && minute->value >= 10 && scan.is_word(at)) {
    Clock spoken = clock;
    spoken.minute = minute->value;
    spoken.has_minute = true;
    spoken.end = minute->end;
    if (take_half_of_day(scan, spoken))
      return finish(scan, spoken);
  }
  const Clock plain = clock;
  take_day_part(scan, clock);
  return clock.end != plain.end && clock.hour != 0 ? finish(scan, clock) : std::nullopt;
}

// "1300 GMT", "0830 hours", "4:00 GMT"
std::optional<Clock> military_clock(const Scan& scan, std::uint32_t at) {
  const auto digits = digits_at(scan, at);
  const bool hours = scan.says(at + 1, "hours") || scan.says(at + 1, "hrs");
  const std::uint32_t zone = past_zone(scan, at + 1);
  const bool afternoon = scan.is(at + 1, Cue::pm) || scan.is(at + 1, Cue::am);
  if (!digits || digits->size != 4 ||
      (zone == at + 1 && !(hours && scan.spelling(at)[0] == '0') && !afternoon)) {
    return std::nullopt;
  }
  Clock clock{.begin = at,
              .end = at + 1,
              .hour = digits->value / 100,
              .minute = digits->value % 100,
              .has_minute = true,
              .half_known = true};
  clock.end += hours ? 1U : 0U;
  if (afternoon) {
    clock.half_known = false;
    take_half_of_day(scan, clock);
  }
  return finish(scan, clock);
}

}  // namespace

std::optional<Clock> read_clock(const Scan& scan, std::uint32_t at) {
  if (auto named = named_clock(scan, at)) {
    return finish(scan, *named);
  }
  if (auto spoken = spoken_clock(scan, at)) {
    return spoken;
  }
  if (auto colon = colon_clock(scan, at)) {
    if (!take_half_of_day(scan, *colon))
      take_day_part(scan, *colon);
    return finish(scan, *colon);
  }
  if (auto dotted = dotted_clock(scan, at)) {
    const std::uint32_t end = dotted->end;
    if (take_half_of_day(scan, *dotted))
      return finish(scan, *dotted);
    take_day_part(scan, *dotted);
    const bool zoned = is_zone(scan, end);
    return dotted->end != end || zoned ? finish(scan, *dotted) : std::nullopt;
  }
  if (auto military = military_clock(scan, at)) {
    return military;
  }
  return hour_clock(scan, at);
}

Period clock_period(const Period& day, const Clock& clock) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  Period made = day;
  made.grain = Grain::clock;
  made.span.has_clock = true;
  made.span.timex += "T" + two(clock.hour) + ":" + two(clock.minute) +
                     (clock.has_second ? ":" + two(clock.second) : "");
  if (day.span.begin) {
    made.span.begin = Timestamp{day.span.begin->seconds + clock.hour * std::int64_t{3600} +
                                clock.minute * std::int64_t{60} + clock.second};
    const std::int64_t grain = clock.has_second                      ? 1
                               : clock.has_minute || clock.hour == 0 ? 60
                                                                     : 3600;
    made.span.end = Timestamp{made.span.begin->seconds + grain};
  }
  for (std::string& alternative : made.span.alts) {
    alternative += "T" + two(clock.hour) + ":" + two(clock.minute);
  }
  return made;
}

}  // namespace concord::normalize
