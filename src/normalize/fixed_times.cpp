#include "normalize/relative_times.h"

namespace concord::normalize {
namespace {

static constexpr FixedTimeRow kFixed[] = {
    {FixedTime::day, DayPart::none, -1, "yesterday"},
    {FixedTime::day, DayPart::none, 0, "today"},
    {FixedTime::day, DayPart::none, 1, "tomorrow|tommorow|tmrw"},
    {FixedTime::day, DayPart::none, -2, "the day before yesterday|day before yesterday"},
    {FixedTime::day, DayPart::none, 7, "this day week|today week"},
    {FixedTime::day, DayPart::none, 2, "the day after tomorrow|day after tomorrow"},
    {FixedTime::day_part, DayPart::night, 0, "tonight|tonite|this night"},
    {FixedTime::day_part, DayPart::night, -1, "last night"},
    {FixedTime::day_part, DayPart::night, -1, "overnight"},
    {FixedTime::day_part, DayPart::morning, 0, "this morning"},
    {FixedTime::day_part, DayPart::afternoon, 0, "this afternoon"},
    {FixedTime::day_part, DayPart::evening, 0, "this evening"},
    {FixedTime::now, DayPart::none, 0,
     "now|right now|just now|currently|at present|at the moment|at this "
     "moment|nowadays|presently|current|the present|present day|these days|"
     "for now|at this time|as of now|the present time"},
    {FixedTime::past, DayPart::none, 0,
     "recently|lately|more recently|most recently|the past|the recent past|recent|in recent "
     "times|the "
     "distant past"},
    {FixedTime::future, DayPart::none, 0,
     "soon|the future|the near future|the foreseeable future|shortly|in future|the short term|the "
     "near term|as soon as possible"},
    {FixedTime::decade, DayPart::none, 1920, "the twenties|the roaring twenties"},
    {FixedTime::decade, DayPart::none, 1930, "the thirties"},
    {FixedTime::decade, DayPart::none, 1940, "the forties"},
    {FixedTime::decade, DayPart::none, 1950, "the fifties"},
    {FixedTime::decade, DayPart::none, 1960, "the sixties"},
    {FixedTime::decade, DayPart::none, 1970, "the seventies"},
    {FixedTime::decade, DayPart::none, 1980, "the eighties"},
    {FixedTime::decade, DayPart::none, 1990, "the nineties"},
    {FixedTime::decade, DayPart::none, 2000, "the noughties"},
    {FixedTime::story, DayPart::none, 0,
     "that day|that same day|the same day|the following morning|the next morning|"
     "that night|that morning|that afternoon|that evening|the previous day|the previous night|"
     "the previous morning|the previous afternoon|the previous evening|the next afternoon|"
     "the next evening|the next night|the following afternoon|the following evening|"
     "the following night",
     "XXXX-XX-XX"},
    {FixedTime::story, DayPart::none, 0, "that week|that same week", "XXXX-WXX"},
    {FixedTime::story, DayPart::none, 0, "that month|that same month", "XXXX-XX"},
    {FixedTime::story, DayPart::none, 0, "that year|that same year", "XXXX"},
    {FixedTime::year_end, DayPart::none, 0,
     "year end|year - end|the year end|year 's end|the year 's end|the year - end"},
    {FixedTime::set, DayPart::none, 0, "daily|every day|each day|everyday", "P1D"},
    {FixedTime::set, DayPart::none, 0, "weekly|every week|each week", "P1W"},
    {FixedTime::set, DayPart::none, 0, "monthly|every month|each month", "P1M"},
    {FixedTime::set, DayPart::none, 0, "quarterly|every quarter|each quarter", "P3M"},
    {FixedTime::set, DayPart::none, 0, "yearly|annually|every year|each year", "P1Y"},
    {FixedTime::set, DayPart::none, 0, "hourly|every hour|each hour", "PT1H"},
};

// "as soon as", "shortly after the blast": the word orders two events and names no time.
bool orders_events(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  const Cue after = scan.cue(end);
  return scan.is(at - 1, Cue::as) || after == Cue::as || after == Cue::after ||
         after == Cue::before || scan.says(end, "afterward") || scan.says(end, "afterwards") ||
         scan.says(end, "thereafter");
}

// "the recent sale": an adjective before a noun.
bool is_adjective(const Scan& scan, std::uint32_t end) {
  return (scan.noun_like(end) || scan.name_like(end)) && scan.word(end).time_unit == TimeUnit::none;
}

// "the past" and "the present" are also nouns before other words: "the past year".
bool fixed_stands(const Scan& scan, std::uint32_t at, std::uint32_t end, FixedTime kind) {
  const Word& after = scan.word(end);
  const bool bare = end == at + 1;
  if (kind == FixedTime::past && scan.is(end - 1, Cue::past)) {
    return after.time_unit == TimeUnit::none && after.number == NumberRole::none &&
           !scan.noun_like(end) && after.season == 0 && !scan.is_number(end);
  }
  if (bare && scan.is(at, Cue::recent)) {
    return is_adjective(scan, end);
  }
  // "a quarterly dividend" is a kind of dividend
  if (kind == FixedTime::set && scan.says(at, "quarterly")) {
    return !scan.noun_like(end);
  }
  if (kind == FixedTime::set && scan.mark(at - 1, '%')) {
    return false;  // a rate, as "a year" would be
  }
  if (kind == FixedTime::past && bare && scan.is(at - 1, Cue::as)) {
    return false;  // "as recently as last week"
  }
  if (kind == FixedTime::now && scan.says(end - 1, "time") &&
      (scan.is(end, Cue::last) || scan.is(end, Cue::next))) {
    return false;  // "at this time last year"
  }
  if (kind == FixedTime::future && bare) {
    return !orders_events(scan, at, end);
  }
  if (kind == FixedTime::now && bare && scan.is(at, Cue::current)) {
    return after.time_unit == TimeUnit::none && after.season == 0 && !scan.says(end, "fiscal");
  }
  return true;
}

// A night that is over goes on past midnight: "overnight" and "last night" hold two in the morning.
Period night_until_morning(Period night) {
  if (night.span.end) {
    night.span.end = Timestamp{night.span.end->seconds + kSecondsPerDay / 4};
  }
  return night;
}

Period fixed_day_part(const FixedTimeRow& row, const std::optional<std::int64_t>& today) {
  const Period part = part_of_day(
      today ? day_period(*today + row.days) : open_period(Grain::day, "XXXX-XX-XX"), row.part);
  const bool over = row.part == DayPart::night && row.days < 0;
  return over ? night_until_morning(part) : part;
}

// "overnight on Wednesday": the night of the day told
std::optional<TimePart> overnight_on(const TimeScan& at_time, std::uint32_t at, std::uint32_t end) {
  const bool led = at_time.scan.says(at, "overnight") && at_time.scan.is(end, Cue::on);
  const auto day = led ? read_weekday(at_time, end + 1) : std::nullopt;
  if (!day || day->period.grain != Grain::day) {
    return std::nullopt;
  }
  return TimePart{at, day->end, night_until_morning(part_of_day(day->period, DayPart::night))};
}

}  // namespace

std::optional<TimePart> read_fixed_time(const TimeScan& at_time, std::uint32_t at) {
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
      if (auto night = overnight_on(at_time, at, end)) {
        return night;
      }
      return present_part(at, end, fixed_day_part(row, today));
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

std::span<const FixedTimeRow> fixed_time_rows() {
  return kFixed;
}

}  // namespace concord::normalize
