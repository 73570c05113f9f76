#include "normalize/relative_times.h"

#include <array>

#include "normalize/duration_values.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

int shift_of(Step step) {
  return step == Step::back ? -1 : step == Step::ahead ? 1 : 0;
}

// "last Friday" is the latest before today; "next Friday" that of next week.  "this Friday" is the
// coming one; a sentence that looks back means the one of the week that runs.
std::int64_t stepped_weekday(std::int64_t today, int weekday, const StepAt& step, bool looks_back) {
  const std::int64_t in_week = today - (weekday_of(today) + 6) % 7 + (weekday + 6) % 7;
  const int ahead = (weekday - weekday_of(today) + 7) % 7;
  if (step.step == Step::back) {
    return today + ahead - 7;
  }
  if (step.step == Step::here) {
    return looks_back && in_week <= today ? in_week : today + ahead;
  }
  return step.recent ? today + (ahead == 0 ? 7 : ahead) : in_week + 7;
}

Period stepped_month(std::int64_t today, int month, Step step) {
  const CivilTime now = civil_of(today);
  const int year = step == Step::back    ? now.year - (month >= now.month ? 1 : 0)
                   : step == Step::ahead ? now.year + (month <= now.month ? 1 : 0)
                                         : now.year;
  return month_period(year, month);
}

// In January and February the winter that runs began in the year before.
Period stepped_season(std::int64_t today, int season, Step step) {
  const CivilTime now = civil_of(today);
  const int running = season == 4 && now.month < 3 ? now.year - 1 : now.year;
  const Period here = season_period(running, season);
  const std::int64_t begins = day_of(*here.span.begin);
  const bool ended = day_of(*here.span.end) <= today;
  switch (step) {
    case Step::back:
      return season_period(running - (ended ? 0 : 1), season);
    case Step::ahead:
      return season_period(running + (begins <= today ? 1 : 0), season);
    default:  // of one half a year ahead the last is meant
      return begins > today + 183 ? season_period(running - 1, season) : here;
  }
}

bool named_as_time(const Scan& scan, std::uint32_t at) {
  return !scan.has(at, needs_capital) || scan.token(at).capital;
}

// "last March", "next Friday", "this summer"
std::optional<Period> stepped_name(const TimeScan& at_time, const StepAt& step) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = step.end;
  const Word& word = scan.word(name);
  const auto today = at_time.today();
  if (word.weekday != 0 && named_as_time(scan, name)) {
    const int weekday = word.weekday - 1;
    const bool back =
        direction(scan, name) == Prefer::past && at_time.reading.prefer == Prefer::past;
    Period period = today ? day_period(stepped_weekday(*today, weekday, step, back))
                          : open_period(Grain::day, weekday_timex(weekday));
    period.span.weekday = weekday;
    return period;
  }
  const bool dated =
      scan.is_number(name + 1) || (scan.mark(name + 1, '.') && scan.is_number(name + 2));
  if (word.month != 0 && named_as_time(scan, name) && !dated) {
    return today ? stepped_month(*today, word.month, step.step) : open_month(word.month);
  }
  if (word.season != 0) {
    return today ? stepped_season(*today, word.season, step.step)
                 : open_period(Grain::season, "XXXX");
  }
  return std::nullopt;
}

// "the past year" is a length; "this past year" is a year.
bool is_length(const Scan& scan, const StepAt& step) {
  return step.recent && scan.is(step.end - 1, Cue::past) &&
         scan.word(step.end).time_unit >= TimeUnit::week && !scan.is(step.end - 2, Cue::this_word);
}

// "week-end", the older spelling
bool is_week_end(const Scan& scan, std::uint32_t at) {
  return scan.word(at).time_unit == TimeUnit::week && scan.dash(at + 1) && scan.attached(at + 1) &&
         scan.says(at + 2, "end");
}

// "last week", "this year"; "the next day" and "the following week" go on from the story, unless
// the text is read as plans.
std::optional<Period> stepped_unit(const TimeScan& at_time, const StepAt& step) {
  const Scan& scan = at_time.scan;
  const Word& word = scan.word(step.end);
  const auto today = at_time.today();
  if (is_week_end(scan, step.end)) {
    return today ? unit_period(*today, TimeUnit::weekend, shift_of(step.step))
                 : std::optional(open_period(Grain::weekend, open_unit(TimeUnit::weekend)));
  }
  if (word.has(plural) || word.time_unit < TimeUnit::day || word.time_unit == TimeUnit::night ||
      is_length(scan, step)) {
    return std::nullopt;
  }
  const bool goes_on = step.story || (word.time_unit == TimeUnit::day && step.step != Step::here);
  if (goes_on && at_time.reading.prefer == Prefer::past) {
    Period period = open_period(Grain::day, open_unit(word.time_unit));
    period.span.anchor = Anchor::event;
    return period;
  }
  return today ? unit_period(*today, word.time_unit, shift_of(step.step))
               : std::optional(open_period(Grain::week, open_unit(word.time_unit)));
}

// "over the next year", "in the last week", "within the next decade": so long from publication,
// where "next year" alone is one of the calendar.  TIMEX3 writes the unit of the calendar for both.
std::optional<TimePart> read_rolling_unit(const TimeScan& at_time, std::uint32_t at,
                                          const StepAt& step) {
  static constexpr std::array<std::string_view, 6> kThroughout = {"over", "during", "within",
                                                                  "in",   "for",    "throughout"};
  const Scan& scan = at_time.scan;
  const Word& word = scan.word(step.end);
  const bool fits = word.time_unit == TimeUnit::week || word.time_unit == TimeUnit::month ||
                    word.time_unit == TimeUnit::year || word.time_unit == TimeUnit::decade;
  const std::uint32_t next = step.end + 1;
  const bool vague_in = word.time_unit == TimeUnit::decade && scan.is(at - 1, Cue::in);
  if (!fits || vague_in || step.story || scan.is(step.end - 1, Cue::past) || word.has(plural) ||
      !scan.is(at, Cue::the) || !scan.says_any(at - 1, kThroughout) ||
      scan.is(next, Cue::and_word) || scan.is(next, Cue::of) || scan.is(next, Cue::s) ||
      scan.dash(next) || at_time.reading.prefer == Prefer::future) {
    return std::nullopt;
  }
  const bool decade = word.time_unit == TimeUnit::decade;
  auto period =
      length_period(at_time, decade ? TimeUnit::year : word.time_unit, decade ? 10 : 1, step.step);
  const auto unit =
      period ? unit_period(*at_time.today(), word.time_unit, shift_of(step.step)) : std::nullopt;
  if (!unit) {
    return std::nullopt;
  }
  period->grain = Grain::reference;
  period->span.timex = unit->span.timex;
  return present_part(at, next, *std::move(period));
}

// "last week", "next Friday", "this March", "last summer"
std::optional<TimePart> read_step(const TimeScan& at_time, std::uint32_t at) {
  const StepAt step = step_at(at_time.scan, at);
  if (step.step == Step::none) {
    return std::nullopt;
  }
  auto period = stepped_name(at_time, step);
  if (period) {
    return present_part(at, step.end + 1, std::move(*period));
  }
  if (auto rolling = read_rolling_unit(at_time, at, step)) {
    return rolling;
  }
  period = stepped_unit(at_time, step);
  if (!period) {
    return std::nullopt;
  }
  const bool told = period->span.anchor == Anchor::event;
  const std::uint32_t end = step.end + (is_week_end(at_time.scan, step.end) ? 3U : 1U);
  TimePart part = present_part(at, end, std::move(*period));
  if (told) {
    part.period.span.anchor = Anchor::event;
  }
  return part;
}

constexpr std::array<std::string_view, 7> kDayPartCodes = {"", "MO", "MO", "MI", "AF", "EV", "NI"};

// "other" in "every other week" is 2, "third" in "every third week" 3; 1 without such a word.
std::optional<int> read_step_of_set(const Scan& scan, std::uint32_t& next) {
  const Word& word = scan.word(next);
  const bool other = scan.says(next, "other");
  const bool rank = word.number == NumberRole::ordinal_unit && word.value > 1;
  next += other || rank ? 1U : 0U;
  return other ? 2 : rank ? std::optional<int>(word.value) : std::nullopt;
}

// "every Saturday", "each July", "every other Tuesday", "every third week", "each Friday night"
std::optional<TimePart> read_set(const Scan& scan, std::uint32_t at) {
  if (!scan.is(at, Cue::every)) {
    return std::nullopt;
  }
  Period made{.grain = Grain::reference, .span = {}};
  made.span.anchor = Anchor::none;
  std::uint32_t next = at + 1;
  const auto step = read_step_of_set(scan, next);
  if (step && scan.word(next).time_unit >= TimeUnit::day && !scan.has(next, plural)) {
    made.span.timex = iso_duration(Decimal(*step), scan.word(next).time_unit);
    return TimePart{at, next + 1, made};
  }
  if (const auto interval = read_amount(scan, at + 1, at + 1);
      interval && interval->unit.dimension == Dimension::duration &&
      interval->number.form == NumberForm::plain) {
    made.span.timex = iso_duration(interval->number.value, interval->unit.time);
    return TimePart{at, interval->end, made};
  }
  const Word& word = scan.word(next);
  if (word.weekday != 0) {
    made.span.timex = weekday_timex(word.weekday - 1);
    made.span.weekday = word.weekday - 1;
    const DayPart part = scan.word(next + 1).day_part;
    if (part != DayPart::none) {
      made.span.timex += "T" + std::string(kDayPartCodes[static_cast<std::size_t>(part)]);
      ++next;
    }
  } else if (word.season != 0) {
    constexpr std::array<std::string_view, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
    made.span.timex = "XXXX-" + std::string(kSeasons[static_cast<std::size_t>(word.season)]);
  } else if (word.month != 0) {
    made.span.timex = open_month(word.month).span.timex;
  } else if (word.time_unit == TimeUnit::weekend && !word.has(plural)) {
    made.span.timex = "XXXX-WXX-WE";
  } else if (word.day_part != DayPart::none) {
    made.span.timex =
        "XXXX-XX-XXT" + std::string(kDayPartCodes[static_cast<std::size_t>(word.day_part)]);
  } else {
    return std::nullopt;
  }
  return TimePart{at, next + 1, made};
}

// "next week Sunday", "next week on Friday"
std::optional<TimePart> read_week_weekday(const TimeScan& at_time, const TimePart& week) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = week.end + (scan.is(week.end, Cue::on) ? 1U : 0U);
  const int weekday = scan.word(name).weekday - 1;
  if (weekday < 0 || !named_as_time(scan, name) || week.period.grain != Grain::week) {
    return std::nullopt;
  }
  TimePart made{week.begin, name + 1, open_period(Grain::day, weekday_timex(weekday))};
  if (week.period.span.begin) {
    made.period = day_period(day_of(*week.period.span.begin) + (weekday + 6) % 7);
    made.period.span.anchor = Anchor::publication;
  }
  made.period.span.weekday = weekday;
  return made;
}

// "for the year", "in the week": the one that runs, where no word goes on to say which
std::optional<TimePart> read_running_unit(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const Cue before = scan.cue(at - 1);
  const bool prompted = before == Cue::in || before == Cue::for_word || before == Cue::during;
  const TimeUnit unit = scan.word(at + 1).time_unit;
  const bool fits = unit == TimeUnit::week || unit == TimeUnit::month || unit == TimeUnit::year;
  const std::uint32_t next = at + 2;
  const bool ends = next >= scan.size() || scan.mark(next, ',') || scan.mark(next, '.') ||
                    scan.mark(next, '?') || scan.mark(next, ';');
  return prompted && fits && ends && scan.is(at, Cue::the) ? read_whole_unit(at_time, at)
                                                           : std::nullopt;
}

// "next hour", "the last minute" around publication
std::optional<TimePart> read_clock_step(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const StepAt step = step_at(scan, at);
  const Word& word = scan.word(step.end);
  const bool unit = word.time_unit == TimeUnit::hour || word.time_unit == TimeUnit::minute;
  // "a last-minute goal", "the last hour of the match"
  if (!unit || word.has(plural) || step.story || scan.dash(step.end + 1) ||
      scan.is(step.end + 1, Cue::of) || scan.is(at, Cue::the)) {
    return std::nullopt;
  }
  const auto period = length_period(at_time, word.time_unit, 1, step.step);
  if (!period) {
    return std::nullopt;
  }
  TimePart made = present_part(at, step.end + 1, *period);
  made.period.span.timex = word.time_unit == TimeUnit::hour ? "PT1H" : "PT1M";
  return made;
}

// "the winter of 2015-16", "winter 2015/16": it runs into that year
std::uint32_t past_second_year(const Scan& scan, const YearAt& year, int season) {
  constexpr int kWinter = 4;
  const std::uint32_t at = year.end;
  const bool joined =
      season == kWinter && (attached_dash(scan, at) || attached_mark(scan, at, '/'));
  const auto second = joined ? small_whole(scan, at + 1, 4) : std::nullopt;
  const bool follows = second && (*second == year.year + 1 || (scan.spelling(at + 1).size() == 2 &&
                                                               *second == (year.year + 1) % 100));
  return follows ? at + 2 : at;
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
    return TimePart{at, past_second_year(scan, *year, word.season),
                    season_period(year->year, word.season)};
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

}  // namespace

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

std::string weekday_timex(int weekday) {
  return "XXXX-WXX-" + std::to_string(weekday == 0 ? 7 : weekday);
}

StepAt step_at(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (scan.is(next, Cue::this_word)) {
    const Cue second = scan.cue(next + 1);
    if (second == Cue::past || second == Cue::last) {
      return {Step::back, next + 2, true, false};
    }
    if (second == Cue::coming || second == Cue::next) {
      return {Step::ahead, next + 2, true, false};
    }
  }
  // NOLINTNEXTLINE(bugprone-branch-clone): the steps returned differ
  switch (scan.cue(next)) {
    case Cue::last:
    case Cue::previous:
      return {Step::back, next + 1, false, false};
    case Cue::past:
      return {Step::back, next + 1, true, false};
    case Cue::next:
      return {Step::ahead, next + 1, false, false};
    case Cue::following:
      return {Step::ahead, next + 1, true, true};
    case Cue::coming:
      return {Step::ahead, next + 1, true, false};
    case Cue::this_word:
      return next == at ? StepAt{Step::here, next + 1, false, false} : StepAt{};
    case Cue::current:
      return !scan.says(next, "latest") ? StepAt{Step::here, next + 1, false, false} : StepAt{};
    default:
      return {};
  }
}

std::optional<Period> unit_period(std::int64_t today, TimeUnit unit, int shift) {
  const CivilTime now = civil_of(today);
  switch (unit) {
    case TimeUnit::day:
      return day_period(today + shift);
    case TimeUnit::week:
      return week_period(today + std::int64_t{7} * shift);
    case TimeUnit::fortnight:
      return shift == 0
                 ? std::nullopt
                 : std::optional(days_period(shift < 0 ? today - 14 : today,
                                             shift < 0 ? today : today + 14, "P2W", Grain::week));
    case TimeUnit::weekend:
      // on a Saturday or Sunday "last weekend" is the one a week before
      return weekend_period(today + std::int64_t{7} * shift);
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

std::optional<TimePart> read_whole_unit(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const Cue lead = scan.cue(at);
  const std::uint32_t name = at + (lead == Cue::the || lead == Cue::his ? 1U : 0U);
  const Word& word = scan.word(name);
  const auto today = at_time.today();
  if (word.has(plural) || word.time_unit < TimeUnit::day || word.time_unit == TimeUnit::night ||
      scan.dash(name + 1)) {
    return std::nullopt;
  }
  const auto period = today ? unit_period(*today, word.time_unit, 0)
                            : std::optional(open_period(Grain::week, open_unit(word.time_unit)));
  return period ? std::optional(present_part(at, name + 1, *period)) : std::nullopt;
}

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

namespace {

// "last week", "next week Sunday"
std::optional<TimePart> read_stepped(const TimeScan& at_time, std::uint32_t at) {
  auto step = read_step(at_time, at);
  auto weekday = step ? read_week_weekday(at_time, *step) : std::nullopt;
  return weekday ? weekday : step;
}

std::optional<TimePart> read_told_set(const TimeScan& at_time, std::uint32_t at) {
  return read_set(at_time.scan, at);
}

constexpr std::array<LedRule, 8> kRules = {{{kPhraseLead, read_fixed_time},
                                            {kStepLead, read_stepped},
                                            {kStepLead, read_clock_step},
                                            {kUnitLead, read_running_unit},
                                            {kEveryLead, read_told_set},
                                            {kPhraseLead | kStepLead, read_holiday},
                                            {kSeasonLead, read_season},
                                            {kUnitLead, read_weekend}}};

}  // namespace

std::optional<TimePart> read_relative_time(const TimeScan& at_time, std::uint32_t at) {
  return first_led(kRules, at_time, at);
}

}  // namespace concord::normalize
