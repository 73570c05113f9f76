#include <algorithm>
#include <array>

#include "normalize/numbers.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

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

// "23", "23.678": the seconds of a clock, whose fraction is left out
std::optional<Digits> seconds_at(const Scan& scan, std::uint32_t at) {
  const std::string_view token = scan.spelling(at);
  if (!scan.is_number(at) || token.size() < 4 || token[2] != '.') {
    return digits_at(scan, at);
  }
  const bool digits = token[0] >= '0' && token[0] <= '5' && token[1] >= '0' && token[1] <= '9';
  return digits ? std::optional(Digits{(token[0] - '0') * 10 + token[1] - '0', 2}) : std::nullopt;
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
  if (!colon(at + 1)) {
    return std::nullopt;
  }
  const auto hour = digits_at(scan, at);
  const auto minute = digits_at(scan, at + 2);
  if (!hour || hour->size > 2 || !minute || minute->size != 2) {
    return std::nullopt;
  }
  Clock clock{
      .begin = at, .end = at + 3, .hour = hour->value, .minute = minute->value, .has_minute = true};
  const auto second = colon(at + 3) ? seconds_at(scan, at + 4) : std::nullopt;
  if (second && second->size == 2) {
    clock.second = second->value;
    clock.has_second = true;
    clock.end = at + 5;
  }
  clock.half_known = hour->size == 2 && (hour->value == 0 || hour->value > 12);
  clock.of_day = clock.half_known;
  return clock;
}

bool in_range(const Clock& clock) {
  const bool end_of_day = clock.hour == 24 && clock.minute == 0 && clock.second == 0;
  return (clock.hour < 24 || end_of_day) && clock.minute < 60 && clock.second < 60;
}

// "a.m.", "pm", "p m", "a. m."
struct HalfAt {
  Cue half = Cue::none;
  std::uint32_t end = 0;
};
HalfAt half_at(const Scan& scan, std::uint32_t at) {
  if (scan.is(at, Cue::am) || scan.is(at, Cue::pm)) {
    return {scan.cue(at), at + 1};
  }
  const bool a = scan.says(at, "a");
  const std::uint32_t next = at + 1 + (scan.mark(at + 1, '.') ? 1U : 0U);
  if ((!a && !scan.says(at, "p")) || !scan.says(next, "m")) {
    return {};
  }
  const bool dotted = next != at + 1 && scan.mark(next + 1, '.');
  return {a ? Cue::am : Cue::pm, next + (dotted ? 2U : 1U)};
}

// The half of the day after the figures; "in the morning", "at night" are the caller's.
bool take_half_of_day(const Scan& scan, Clock& clock) {
  const HalfAt half = half_at(scan, clock.end);
  // "on 5 am" of "I am"
  const bool verb = half.half == Cue::am && scan.says(clock.end, "am") &&
                    !scan.attached(clock.end) && scan.is(clock.begin - 1, Cue::on);
  if (half.half == Cue::none || verb) {
    return false;
  }
  if (clock.hour < 1 || clock.hour > 12) {
    // "14:30 pm" is 24-hour time said twice; "14 pm" is none
    const bool twice = clock.hour <= 23 && (clock.has_minute || clock.hour == 0);
    clock.end = twice ? half.end : clock.end;
    clock.half_known = clock.half_known || twice;
    return twice;
  }
  clock.hour = clock.hour % 12 + (half.half == Cue::pm ? 12 : 0);
  clock.half_known = true;
  clock.end = half.end;
  return true;
}

void take_day_part(const Scan& scan, Clock& clock) {
  std::uint32_t at = clock.end;
  const bool prefixed = scan.is(at, Cue::in) || scan.is(at, Cue::at);
  at += scan.is(at, Cue::in) && scan.is(at + 1, Cue::the) ? 2U : prefixed ? 1U : 0U;
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

// "8 pm in the evening" says it twice
void skip_said_part(const Scan& scan, Clock& clock) {
  const std::uint32_t at = clock.end;
  const bool prefixed = scan.is(at, Cue::in) && scan.is(at + 1, Cue::the);
  const std::uint32_t name = at + (prefixed ? 2U : 1U);
  const DayPart part = prefixed || scan.is(at, Cue::at) ? scan.word(name).day_part : DayPart::none;
  const bool fits = clock.hour < 12 ? part == DayPart::morning
                                    : part == DayPart::afternoon || part == DayPart::evening ||
                                          part == DayPart::night;
  clock.end = fits ? name + 1 : clock.end;
}

std::optional<Clock> finish(const Scan& scan, Clock clock) {
  if (!in_range(clock)) {
    return std::nullopt;
  }
  const ZoneAt zone = clock.has_minute ? zone_or_offset(scan, clock.end) : zone_at(scan, clock.end);
  clock.end = zone.end;
  clock.zone_minutes = zone.minutes;
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

// "half", "a quarter", "ten", "20 minutes", "three quarters": minutes counted from an hour.
struct SpokenMinutes {
  int minutes = 0;
  std::uint32_t end = 0;
  bool idiom = false;  // cannot be a count
  bool plain_figure = false;
};
std::optional<SpokenMinutes> spoken_minutes(const Scan& scan, std::uint32_t at) {
  const bool article = scan.is(at, Cue::a);
  const std::uint32_t first = at + (article ? 1U : 0U);
  const Word& word = scan.word(first);
  if (word.number == NumberRole::fraction) {
    return SpokenMinutes{60 / word.value, first + 1, true};
  }
  const auto number = small_number(scan, first);
  if (!number || number->value == 0) {
    return std::nullopt;
  }
  const Word& after = scan.word(number->end);
  if (after.number == NumberRole::fraction_plural && after.value == 4 && number->value == 3) {
    return SpokenMinutes{45, number->end + 1, true};
  }
  const bool unit = after.time_unit == TimeUnit::minute;
  const bool counted = scan.is_number(first) && !unit;  // "3 to 4 pm" is a range
  return SpokenMinutes{number->value, number->end + (unit ? 1U : 0U), article || unit, counted};
}

std::optional<SmallNumber> spoken_hour(const Scan& scan, std::uint32_t at) {
  if (scan.is(at, Cue::noon) || scan.is(at, Cue::midnight)) {
    return SmallNumber{12, at + 1};
  }
  const auto hour = small_number(scan, at);
  return hour && hour->value >= 1 && hour->value <= 12 ? hour : std::nullopt;
}

// "died at ten to nine", "by twenty to six": the minutes that are said so, where the phrase ends
bool is_told_at(const Scan& scan, std::uint32_t at, const SpokenMinutes& spoken,
                std::uint32_t end) {
  const Cue lead = scan.cue(at - 1);
  const bool led = at > 0 && (lead == Cue::at || lead == Cue::by || lead == Cue::until);
  const bool said =
      spoken.minutes == 5 || spoken.minutes == 10 || spoken.minutes == 20 || spoken.minutes == 25;
  const bool ends = end >= scan.size() || scan.mark(end, '.') || scan.mark(end, ',') ||
                    scan.is(end, Cue::on) || scan.word(end).weekday != 0 ||
                    (scan.is(end, Cue::in) && scan.word(end + 2).day_part != DayPart::none);
  return led && said && ends && scan.is_word(at);
}

// "half past nine", "quarter to 10", "ten past three", "20 minutes to six"; "three to eight" alone
// is a range.
std::optional<Clock> spoken_clock(const Scan& scan, std::uint32_t at) {
  const auto spoken = spoken_minutes(scan, at);
  if (!spoken || spoken->minutes >= 60) {
    return std::nullopt;
  }
  const std::uint32_t joint = spoken->end;
  const bool past = scan.is(joint, Cue::past) || (scan.is(joint, Cue::after) && spoken->idiom);
  const bool until = scan.says(joint, "to") || scan.says(joint, "til");
  const auto hour = past || until ? spoken_hour(scan, joint + 1) : std::nullopt;
  const Cue after = hour ? scan.cue(hour->end) : Cue::none;
  if (!hour || (counts_noun(scan, hour->end) && after != Cue::oclock)) {
    return std::nullopt;
  }
  const bool clocked = after == Cue::am || after == Cue::pm || after == Cue::oclock ||
                       is_told_at(scan, at, *spoken, hour->end);
  if (!past && !spoken->idiom && (spoken->plain_figure || !clocked)) {
    return std::nullopt;
  }
  Clock clock{.begin = at,
              .end = hour->end,
              .hour = hour->value,
              .minute = spoken->minutes,
              .has_minute = true};
  if (until) {
    clock.hour = hour->value == 1 ? 12 : hour->value - 1;
    clock.minute = 60 - spoken->minutes;
  }
  if (scan.is(joint + 1, Cue::midnight)) {  // ten to it is 23:50, ten past it 0:10
    clock.hour = until ? 23 : 0;
    clock.half_known = true;
  }
  clock.end += scan.is(clock.end, Cue::oclock) ? 1U : 0U;
  take_half_of_day(scan, clock);
  take_day_part(scan, clock);
  return finish(scan, clock);
}

// "15h30", "8h GMT", "at 15h": the hours of continental and agency style
std::optional<Clock> lettered_clock(const Scan& scan, std::uint32_t at) {
  const auto hour = scan.attached(at + 1) ? digits_at(scan, at) : std::nullopt;
  if (!hour || hour->size > 2) {
    return std::nullopt;
  }
  const std::string_view letter = scan.spelling(at + 1);
  Clock clock{.begin = at, .end = at + 2, .hour = hour->value, .minute = 0, .half_known = true};
  if (letter == "h") {
    const auto minute = scan.attached(at + 2) ? digits_at(scan, at + 2) : std::nullopt;
    clock.has_minute = minute && minute->size == 2;
    clock.minute = clock.has_minute ? minute->value : 0;
    clock.end += clock.has_minute ? 1U : 0U;
  } else if (letter.size() == 3 && letter[0] == 'h' && letter[1] >= '0' && letter[1] <= '5' &&
             letter[2] >= '0' && letter[2] <= '9') {
    clock.has_minute = true;
    clock.minute = (letter[1] - '0') * 10 + (letter[2] - '0');
  } else {
    return std::nullopt;
  }
  const bool length = clock.has_minute && scan.attached(clock.end) && scan.says(clock.end, "m");
  const bool told = clock.has_minute || scan.is(at - 1, Cue::at) || scan.dash(at - 1) ||
                    zone_at(scan, clock.end).end != clock.end;
  return told && !length ? finish(scan, clock) : std::nullopt;
}

// "five thirty p.m.", "at seven twenty-seven", "five-thirty tomorrow": hour and minute in words
std::optional<Clock> worded_clock(const Scan& scan, Clock clock) {
  const std::uint32_t next = clock.end + (scan.dash(clock.end) ? 1U : 0U);
  const auto minute =
      scan.is_word(clock.begin) && scan.is_word(next) ? small_number(scan, next) : std::nullopt;
  if (!minute || minute->value < 10 || clock.hour < 1 || clock.hour > 12) {
    return std::nullopt;
  }
  clock.minute = minute->value;
  clock.has_minute = true;
  clock.end = minute->end;
  const std::uint32_t end = clock.end;
  if (!take_half_of_day(scan, clock)) {
    take_day_part(scan, clock);
  }
  const bool told =
      clock.end != end || (scan.is(clock.begin - 1, Cue::at) && !counts_noun(scan, end));
  return told ? finish(scan, clock) : std::nullopt;
}

// "9 a.m.", "nine o'clock", "five thirty p.m."
std::optional<Clock> hour_clock(const Scan& scan, std::uint32_t at) {
  auto hour = small_number(scan, at);
  const Word& word = scan.word(at);
  if (word.number == NumberRole::unit && word.value >= 1 && word.value <= 12) {
    hour = SmallNumber{word.value, at + 1};  // the number of "seven twenty-seven" goes on
  }
  if (!hour || hour->value > 24) {
    return std::nullopt;
  }
  Clock clock{.begin = at, .end = hour->end, .hour = hour->value, .minute = 0};
  const bool split = scan.says(clock.end, "o") && scan.says(clock.end + 1, "clock");
  if (scan.is(clock.end, Cue::oclock) || split) {
    clock.end += split ? 2U : 1U;
    take_half_of_day(scan, clock);
    take_day_part(scan, clock);
    return finish(scan, clock);
  }
  if (take_half_of_day(scan, clock)) {
    skip_said_part(scan, clock);
    return finish(scan, clock);
  }
  if (auto worded = worded_clock(scan, clock)) {
    return worded;
  }
  const Clock plain = clock;
  take_day_part(scan, clock);
  return clock.end != plain.end && clock.hour != 0 ? finish(scan, clock) : std::nullopt;
}

// "1300 GMT", "0830 hours", "4:00 GMT"
std::optional<Clock> military_clock(const Scan& scan, std::uint32_t at) {
  const auto digits = scan.token(at).span.size() == 4 ? digits_at(scan, at) : std::nullopt;
  if (!digits) {
    return std::nullopt;
  }
  const bool hours = scan.says(at + 1, "hours") || scan.says(at + 1, "hrs");
  const std::uint32_t zone = zone_at(scan, at + 1).end;
  const bool afternoon = scan.is(at + 1, Cue::pm) || scan.is(at + 1, Cue::am);
  const bool told = scan.spelling(at)[0] == '0' ||
                    ((scan.is(at - 1, Cue::at) || scan.is(at - 1, Cue::by)) &&
                     !scan.is(at + 2, Cue::of));  // "at 2000 hours", not "at 2000 hours of work"
  if (zone == at + 1 && !(hours && told) && !afternoon) {
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

namespace {

// "a time of 9:05", "her best of 9:05": not "a start time of 9:05"
bool names_result(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kOf = {
      "a", "winning", "finishing", "record", "fastest", "lap", "best", "final"};
  return scan.says(at, "best") ||
         (scan.says(at, "time") &&
          (scan.is(at - 1, Cue::his) || std::ranges::any_of(kOf, [&](std::string_view word) {
             return scan.says(at - 1, word);
           })));
}

// "finished in 2:03:41", "a time of 9:05", "clocked 9:05": how long it took
bool tells_length(const Scan& scan, std::uint32_t at) {
  return at > 0 && (scan.is(at - 1, Cue::in) || scan.says(at - 1, "clocked") ||
                    scan.says(at - 1, "clocking") ||
                    (scan.is(at - 1, Cue::of) && names_result(scan, at - 2)));
}

// "John 3:16": chapter and verse
bool names_verse(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 21> kBooks = {
      "genesis", "exodus", "leviticus", "deuteronomy", "samuel",      "kings",     "job",
      "psalm",   "psalms", "proverbs",  "isaiah",      "jeremiah",    "daniel",    "matthew",
      "luke",    "john",   "acts",      "romans",      "corinthians", "ephesians", "revelation"};
  return at > 0 && scan.token(at - 1).capital &&
         std::ranges::any_of(kBooks,
                             [&](std::string_view book) { return scan.says(at - 1, book); });
}

// 10:30, 10:30 p.m., 10:30 in the evening
std::optional<Clock> read_colon_clock(const Scan& scan, std::uint32_t at) {
  auto clock = colon_clock(scan, at);
  if (!clock) {
    return std::nullopt;
  }
  const std::uint32_t end = clock->end;
  if (!take_half_of_day(scan, *clock)) {
    take_day_part(scan, *clock);
  }
  const bool told = clock->end != end || zone_at(scan, end).end != end;
  return !told && (tells_length(scan, at) || names_verse(scan, at)) ? std::nullopt
                                                                    : finish(scan, *clock);
}

// 2.15pm, 2.15 in the afternoon, 20.15 GMT; 2.15 alone is a number
std::optional<Clock> read_dotted_clock(const Scan& scan, std::uint32_t at) {
  auto clock = dotted_clock(scan, at);
  if (!clock) {
    return std::nullopt;
  }
  const std::uint32_t end = clock->end;
  if (!take_half_of_day(scan, *clock)) {
    take_day_part(scan, *clock);
  }
  const bool told = clock->end != end || zone_at(scan, end).end != end;
  return told ? finish(scan, *clock) : std::nullopt;
}

std::optional<Clock> read_named_clock(const Scan& scan, std::uint32_t at) {
  const auto named = named_clock(scan, at);
  return named ? finish(scan, *named) : std::nullopt;
}

// In this order the first that reads is right: the later ones would read a part of it.
using ClockRule = std::optional<Clock> (*)(const Scan&, std::uint32_t);
constexpr std::array<ClockRule, 7> kClockRules = {
    read_named_clock,  spoken_clock,   read_colon_clock, lettered_clock,
    read_dotted_clock, military_clock, hour_clock};

}  // namespace

std::optional<Clock> read_dotted_figures(const Scan& scan, std::uint32_t at) {
  const auto clock = dotted_clock(scan, at);
  return clock && clock->hour <= 23 && clock->minute < 60 ? clock : std::nullopt;
}

std::optional<Clock> read_clock(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  const bool may_begin = scan.is_number(at) || word.number != NumberRole::none ||
                         word.cue == Cue::a || word.cue == Cue::noon || word.cue == Cue::midnight;
  if (!may_begin) {
    return std::nullopt;
  }
  for (const ClockRule rule : kClockRules) {
    if (auto clock = rule(scan, at)) {
      return clock;
    }
  }
  return std::nullopt;
}

namespace {

std::string clock_timex(const Clock& clock) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return "T" + two(clock.hour) + ":" + two(clock.minute) +
         (clock.has_second ? ":" + two(clock.second) : "");
}

}  // namespace

Period clock_period(const Period& day, const Clock& clock) {
  Period made = day;
  made.grain = Grain::clock;
  made.span.has_clock = true;
  made.span.timex += clock_timex(clock);
  if (day.span.begin) {
    made.span.begin = Timestamp{day.span.begin->seconds + clock.hour * std::int64_t{3600} +
                                clock.minute * std::int64_t{60} + clock.second};
    const std::int64_t grain = clock.has_second                      ? 1
                               : clock.has_minute || clock.hour == 0 ? 60
                                                                     : 3600;
    made.span.end = Timestamp{made.span.begin->seconds + grain};
  }
  for (std::string& alternative : made.span.alts) {
    alternative += clock_timex(clock);
  }
  return made;
}

}  // namespace concord::normalize
