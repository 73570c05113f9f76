#include <algorithm>
#include <array>

#include "normalize/times.h"

namespace concord::normalize {
namespace {

constexpr FixedTimeRow kFixed[] = {
    {FixedTime::day, "yesterday", -1},
    {FixedTime::day, "today", 0},
    {FixedTime::day, "tomorrow|tommorow|tmrw", 1},
    {FixedTime::day, "the day before yesterday|day before yesterday", -2},
    {FixedTime::day, "the day after tomorrow|day after tomorrow", 2},
    {FixedTime::day_part, "tonight|this night", 0, DayPart::night},
    {FixedTime::day_part, "last night", -1, DayPart::night},
    {FixedTime::day_part, "overnight", -1, DayPart::night},
    {FixedTime::day_part, "this morning", 0, DayPart::morning},
    {FixedTime::day_part, "this afternoon", 0, DayPart::afternoon},
    {FixedTime::day_part, "this evening", 0, DayPart::evening},
    {FixedTime::now,
     "now|right now|just now|currently|at present|at the moment|at this "
     "moment|nowadays|presently|current|the present|present day|these days|"
     "for now|at this time|as of now"},
    {FixedTime::past,
     "recently|lately|more recently|most recently|previously|the past|the recent past|formerly|in "
     "recent times|once before|the distant past"},
    {FixedTime::future,
     "soon|the future|the near future|the foreseeable future|shortly|in future|the short term|the "
     "near term"},
    {FixedTime::decade, "the twenties|the roaring twenties", 1920},
    {FixedTime::decade, "the thirties", 1930},
    {FixedTime::decade, "the forties", 1940},
    {FixedTime::decade, "the fifties", 1950},
    {FixedTime::decade, "the sixties", 1960},
    {FixedTime::decade, "the seventies", 1970},
    {FixedTime::decade, "the eighties", 1980},
    {FixedTime::decade, "the nineties", 1990},
    {FixedTime::decade, "the noughties", 2000},
    {FixedTime::story,
     "that day|that same day|the same day|the following day|the following morning|the next morning|"
     "that night|that morning|that afternoon|that evening|the previous day|the previous night",
     0, DayPart::none, "XXXX-XX-XX"},
    {FixedTime::story, "that week|the following week|that same week", 0, DayPart::none, "XXXX-WXX"},
    {FixedTime::story, "that month|the following month|that same month", 0, DayPart::none,
     "XXXX-XX"},
    {FixedTime::story, "that year|the following year|that same year", 0, DayPart::none, "XXXX"},
    {FixedTime::year_end,
     "year end|year - end|the year end|year 's end|the year 's end|the year - end"},
    {FixedTime::set, "daily|every day|each day|everyday", 0, DayPart::none, "P1D"},
    {FixedTime::set, "weekly|every week|each week", 0, DayPart::none, "P1W"},
    {FixedTime::set, "monthly|every month|each month", 0, DayPart::none, "P1M"},
    {FixedTime::set, "quarterly|every quarter|each quarter", 0, DayPart::none, "P1Q"},
    {FixedTime::set, "yearly|annually|every year|each year", 0, DayPart::none, "P1Y"},
    {FixedTime::set, "hourly|every hour|each hour", 0, DayPart::none, "PT1H"},
};

TimePart present_part(std::uint32_t begin, std::uint32_t end, Period period) {
  period.span.anchor = Anchor::publication;
  return {begin, end, std::move(period)};
}

Period open_period(Grain grain, std::string timex) {
  Period made{.grain = grain, .span = {}};
  made.span.timex = std::move(timex);
  made.span.anchor = Anchor::publication;
  return made;
}

// "the past" and "the present" are also nouns before other words: "the past year".
bool fixed_stands(const Scan& scan, std::uint32_t at, std::uint32_t end, FixedTime kind) {
  const Word& after = scan.word(end);
  if (kind == FixedTime::past && scan.is(end - 1, Cue::past)) {
    return after.time_unit == TimeUnit::none && after.number == NumberRole::none &&
           !scan.noun_like(end) && after.season == 0 && !scan.is_number(end);
  }
  if (kind == FixedTime::now && end == at + 1 && scan.is(at, Cue::current)) {
    return after.time_unit == TimeUnit::none;
  }
  return true;
}

std::optional<TimePart> read_fixed(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto hit = scan.vocabulary().fixed_times.starting(scan.from(at));
  if (!hit) {
    return std::nullopt;
  }
  const FixedTimeRow& row = kFixed[hit.payload];
  const std::uint32_t end = at + hit.length;
  const auto today = at_time.today();
  if (!fixed_stands(scan, at, end, row.kind)) {
    return std::nullopt;
  }
  switch (row.kind) {
    case FixedTime::day:
      return present_part(
          at, end, today ? day_period(*today + row.days) : open_period(Grain::day, "XXXX-XX-XX"));
    case FixedTime::day_part:
      return present_part(
          at, end,
          part_of_day(today ? day_period(*today + row.days) : open_period(Grain::day, "XXXX-XX-XX"),
                      row.part));
    case FixedTime::now:
      return TimePart{at, end, reference_period("PRESENT_REF", at_time.reading)};
    case FixedTime::past:
      return TimePart{at, end, reference_period("PAST_REF", at_time.reading)};
    case FixedTime::future:
      return TimePart{at, end, reference_period("FUTURE_REF", at_time.reading)};
    case FixedTime::decade:
      return TimePart{at, end, decade_period(row.days)};
    case FixedTime::story: {
      Period made = open_period(Grain::day, std::string(row.timex));
      made.span.anchor = Anchor::event;
      return TimePart{at, end, made};
    }
    case FixedTime::year_end: {
      if (!today)
        return std::nullopt;
      Period made = month_period(civil_of(*today).year, 12);
      made.span.timex = made.span.timex.substr(0, 4);
      made.span.mod = "END";
      return present_part(at, end, made);
    }
    case FixedTime::set: {
      Period made = open_period(Grain::reference, std::string(row.timex));
      made.span.anchor = Anchor::none;
      return TimePart{at, end, made};
    }
  }
  return std::nullopt;
}

enum class Step : std::uint8_t { none, back, here, ahead };

struct StepAt {
  Step step = Step::none;
  std::uint32_t end = 0;
  bool recent = false;  // "this past": the latest one
};

// "last", "this", "the coming", "this past"
StepAt step_at(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (scan.is(next, Cue::this_word) && (scan.is(next + 1, Cue::past) || scan.is(next + 1, Cue::last))) {
    return {Step::back, next + 2, true};
  }
  if (scan.is(next, Cue::this_word) &&
      (scan.is(next + 1, Cue::coming) || scan.is(next + 1, Cue::next))) {
    return {Step::ahead, next + 2, true};
  }
  switch (scan.cue(next)) {
    case Cue::last:
    case Cue::previous:
      return {Step::back, next + 1, false};
    case Cue::past:
      return {Step::back, next + 1, true};
    case Cue::next:
      return {Step::ahead, next + 1, false};
    case Cue::coming:
      return {Step::ahead, next + 1, true};
    case Cue::this_word:
      return next == at ? StepAt{Step::here, next + 1, false} : StepAt{};
    case Cue::current:
      return !scan.says(next, "latest") ? StepAt{Step::here, next + 1, false} : StepAt{};
    default:
      return {};
  }
}

int shift_of(Step step) {
  return step == Step::back ? -1 : step == Step::ahead ? 1 : 0;
}

std::optional<Period> unit_period(std::int64_t today, TimeUnit unit, Step step) {
  const CivilTime now = civil_of(today);
  const int shift = shift_of(step);
  switch (unit) {
    case TimeUnit::day:
      return day_period(today + shift);
    case TimeUnit::week:
      return week_period(today + 7 * shift);
    case TimeUnit::weekend: {
      // on a Saturday or Sunday "last weekend" is the one a week before
      return weekend_period(today + 7 * shift);
    }
    case TimeUnit::month: {
      const YearMonth month = carry(now.year, now.month + shift);
      return month_period(month.year, month.month);
    }
    case TimeUnit::quarter: {
      const YearMonth month = carry(now.year, now.month + 3 * shift);
      return quarter_period(month.year, (month.month + 2) / 3);
    }
    case TimeUnit::year:
      return year_period(now.year + shift);
    case TimeUnit::decade:
      return decade_period(now.year / 10 * 10 + 10 * shift);
    case TimeUnit::century:
      return century_period(now.year / 100 + 1 + shift);
    default:
      return std::nullopt;
  }
}

std::string open_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
      return "XXXX-WXX";
    case TimeUnit::weekend:
      return "XXXX-WXX-WE";
    case TimeUnit::month:
      return "XXXX-XX";
    case TimeUnit::quarter:
      return "XXXX-QX";
    case TimeUnit::year:
      return "XXXX";
    default:
      return "XXXX-XX-XX";
  }
}

// "last Friday" is the latest before today; "next Friday" that of next week, "this Friday" of this
// one.
Period stepped_weekday(std::int64_t today, int weekday, const StepAt& step) {
  const std::int64_t monday = today - (weekday_of(today) + 6) % 7;
  const std::int64_t in_week = (weekday + 6) % 7;
  std::int64_t day = monday + in_week;
  if (step.step == Step::back) {
    const int back = (weekday_of(today) - weekday + 7) % 7;
    day = today - (back == 0 ? 7 : back);
  } else if (step.step == Step::ahead) {
    const int ahead = (weekday - weekday_of(today) + 7) % 7;
    day = step.recent ? today + (ahead == 0 ? 7 : ahead) : monday + 7 + in_week;
  }
  return day_period(day);
}

Period stepped_month(std::int64_t today, int month, Step step) {
  const CivilTime now = civil_of(today);
  const int year = step == Step::back    ? now.year - (month >= now.month ? 1 : 0)
                   : step == Step::ahead ? now.year + (month <= now.month ? 1 : 0)
                                         : now.year;
  return month_period(year, month);
}

Period stepped_season(std::int64_t today, int season, Step step) {
  const CivilTime now = civil_of(today);
  const int first_month = season * 3;
  if (step == Step::back)
    return season_period(now.year - (first_month + 2 >= now.month ? 1 : 0), season);
  if (step == Step::ahead)
    return season_period(now.year + (first_month <= now.month ? 1 : 0), season);
  return season_period(now.year, season);
}

// "last week", "next Friday", "this March", "last summer"
std::optional<TimePart> read_step(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const StepAt step = step_at(scan, at);
  if (step.step == Step::none) {
    return std::nullopt;
  }
  const std::uint32_t name = step.end;
  const Word& word = scan.word(name);
  const auto today = at_time.today();
  const auto made = [&](Period period) {
    return std::optional(present_part(at, name + 1, std::move(period)));
  };
  if (word.weekday != 0 && (!word.has(needs_capital) || scan.token(name).capital)) {
    Period period =
        today ? stepped_weekday(*today, word.weekday - 1, step)
              : open_period(Grain::day,
                            "XXXX-WXX-" + std::to_string(word.weekday == 1 ? 7 : word.weekday - 1));
    period.span.weekday = word.weekday - 1;
    return made(period);
  }
  const bool dated =
      scan.is_number(name + 1) || (scan.mark(name + 1, '.') && scan.is_number(name + 2));
  if (word.month != 0 && (!word.has(needs_capital) || scan.token(name).capital) && !dated) {
    return today ? made(stepped_month(*today, word.month, step.step)) : std::nullopt;
  }
  if (word.season != 0) {
    return today ? made(stepped_season(*today, word.season, step.step))
                 : made(open_period(Grain::season, "XXXX"));
  }
  const bool noun_first = step.recent && scan.is(step.end - 1, Cue::past) &&
                          word.time_unit >= TimeUnit::week && !scan.is(step.end - 2, Cue::this_word);
  if (word.time_unit == TimeUnit::none || word.has(plural) || word.time_unit < TimeUnit::day ||
      word.time_unit == TimeUnit::night || noun_first) {
    return std::nullopt;
  }
  const bool ordinary_day = word.time_unit == TimeUnit::day && step.step != Step::here;
  if (ordinary_day) {  // "the next day": told from the story, not from publication
    Period period = open_period(Grain::day, "XXXX-XX-XX");
    period.span.anchor = Anchor::event;
    return made(period);
  }
  const auto period = today ? unit_period(*today, word.time_unit, step.step)
                            : std::optional(open_period(Grain::week, open_unit(word.time_unit)));
  return period ? made(*period) : std::nullopt;
}

// "every Saturday", "each July", "Mondays"
std::optional<TimePart> read_set(const Scan& scan, std::uint32_t at) {
  if (!scan.is(at, Cue::every)) {
    return std::nullopt;
  }
  const Word& word = scan.word(at + 1);
  Period made{.grain = Grain::reference, .span = {}};
  made.span.anchor = Anchor::none;
  if (word.weekday != 0) {
    made.span.timex = "XXXX-WXX-" + std::to_string(word.weekday == 1 ? 7 : word.weekday - 1);
    made.span.weekday = word.weekday - 1;
  } else if (word.month != 0) {
    made.span.timex =
        std::string("XXXX-") + (word.month < 10 ? "0" : "") + std::to_string(word.month);
  } else if (word.day_part != DayPart::none) {
    constexpr std::array<std::string_view, 7> kCodes = {"", "MO", "MO", "MI", "AF", "EV", "NI"};
    made.span.timex = "XXXX-XX-XXT" + std::string(kCodes[static_cast<std::size_t>(word.day_part)]);
  } else {
    return std::nullopt;
  }
  return TimePart{at, at + 2, made};
}

// "summer 2024", "the winter of 1994", "in the spring"
std::optional<TimePart> read_season(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const Word& word = scan.word(name);
  if (word.season == 0) {
    return std::nullopt;
  }
  const std::uint32_t next = name + 1 + (scan.is(name + 1, Cue::of) ? 1U : 0U);
  if (const auto year = year_at(scan, next)) {
    return TimePart{at, year->end, season_period(year->year, word.season)};
  }
  const bool verb = scan.says(name, "fall") || scan.says(name, "spring");
  const bool prompted = scan.is(at - 1, Cue::in) || scan.is(at - 1, Cue::during) ||
                        scan.is(at - 1, Cue::by) || scan.is(at - 1, Cue::since) ||
                        scan.is(at - 1, Cue::until);
  if (!at_time.today() || (verb && !(prompted && name != at)) || (name == at && !prompted)) {
    return std::nullopt;
  }
  const CivilTime now = civil_of(*at_time.today());
  const bool ahead = direction(scan, at) == Prefer::future;
  const int year = !ahead && word.season * 3 > now.month ? now.year - 1 : now.year;
  return present_part(at, name + 1, season_period(year, word.season));
}

// "the weekend", "over the weekend": the last one when the sentence looks back.
std::optional<TimePart> read_weekend(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (scan.word(name).time_unit != TimeUnit::weekend || scan.has(name, plural) || name == at ||
      scan.is(name + 1, Cue::of)) {
    return std::nullopt;
  }
  if (!at_time.today()) {
    return present_part(at, name + 1, open_period(Grain::weekend, "XXXX-WXX-WE"));
  }
  const bool ahead =
      direction(scan, at) == Prefer::future || at_time.reading.prefer == Prefer::future;
  const bool in_weekend = weekday_of(*at_time.today()) == 0 || weekday_of(*at_time.today()) == 6;
  return present_part(at, name + 1,
                      weekend_period(*at_time.today() - (ahead || in_weekend ? 0 : 7)));
}

std::int64_t easter(int year) {  // anonymous Gregorian computus
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  return day_number(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

std::int64_t holiday_day(const HolidayRow& row, int year) {
  if (row.month == 0) {
    return easter(year) + row.day;
  }
  if (row.weekday < 0) {
    return day_number(year, row.month, row.day);
  }
  const std::int64_t first = day_number(year, row.month, 1);
  if (row.day > 0) {
    return first + (row.weekday - weekday_of(first) + 7) % 7 + 7 * (row.day - 1);
  }
  const std::int64_t last = day_number(year, row.month, days_in_month(year, row.month));
  return last - (weekday_of(last) - row.weekday + 7) % 7;
}

std::optional<TimePart> read_holiday(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  auto hit = scan.vocabulary().holidays.starting(scan.from(at));
  std::uint32_t begin = at;
  if (!hit && first != at) {
    hit = scan.vocabulary().holidays.starting(scan.from(first));
    begin = first;
  }
  if (!hit) {
    return std::nullopt;
  }
  const HolidayRow& row = holiday_rows()[hit.payload];
  const std::uint32_t end = begin + hit.length;
  const std::uint32_t next =
      end + (scan.mark(end, ',') || scan.is(end, Cue::of) || scan.is(end, Cue::in) ? 1U : 0U);
  if (const auto year = year_at(scan, next)) {
    return TimePart{begin, year->end, day_period(holiday_day(row, year->year))};
  }
  if (!at_time.today()) {
    return std::nullopt;
  }
  const std::int64_t today = *at_time.today();
  const int now = civil_of(today).year;
  std::int64_t best = holiday_day(row, now);
  const bool ahead = direction(scan, at).value_or(at_time.reading.prefer) == Prefer::future;
  if (ahead && best < today)
    best = holiday_day(row, now + 1);
  if (!ahead && best > today + 60)
    best = holiday_day(row, now - 1);
  return present_part(begin, end, day_period(best));
}

}  // namespace

std::span<const FixedTimeRow> fixed_time_rows() {
  return kFixed;
}

namespace {

// A verb with the regular ending: "predicted", "attended".
bool in_past_tense(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  return shape.size() > 4 && shape.ends_with("ed") && scan.is_word(at) && !scan.token(at).capital &&
         !shape.ends_with("eed");
}

}  // namespace

std::optional<Prefer> direction(const Scan& scan, std::uint32_t at) {
  if (scan.is(at - 1, Cue::last) || scan.is(at - 1, Cue::past)) {
    return Prefer::past;
  }
  const bool pending =
      scan.is(at - 1, Cue::until) ||
      (scan.is(at - 1, Cue::as) && (scan.says(at - 2, "soon") || scan.says(at - 2, "early")));
  if (pending) {
    return Prefer::future;
  }
  // the verb nearest before the time decides, else the nearest after
  for (std::uint32_t i = 1; i <= at && i <= 25; ++i) {
    if (scan.has(at - i, future) && scan.cue(at - i) != Cue::next) {
      const bool lapsed = scan.says(at - i - 1, "been") && scan.says(at - i - 2, "had");
      return lapsed ? Prefer::past : Prefer::future;
    }
    if (scan.has(at - i, past) || in_past_tense(scan, at - i)) {
      return Prefer::past;
    }
  }
  for (std::uint32_t i = at + 1; i < scan.size() && i <= at + 25; ++i) {
    if (scan.has(i, past))
      return Prefer::past;
    if (scan.has(i, future) && scan.cue(i) != Cue::next && i <= at + 6)
      return Prefer::future;
  }
  return std::nullopt;
}

std::optional<TimePart> read_relative_time(const TimeScan& at_time, std::uint32_t at) {
  if (auto fixed = read_fixed(at_time, at))
    return fixed;
  if (auto step = read_step(at_time, at))
    return step;
  if (auto set = read_set(at_time.scan, at))
    return set;
  if (auto holiday = read_holiday(at_time, at))
    return holiday;
  if (auto season = read_season(at_time, at))
    return season;
  return read_weekend(at_time, at);
}

}  // namespace concord::normalize
