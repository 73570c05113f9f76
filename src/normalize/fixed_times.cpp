#include "normalize/relative_times.h"

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
     "recently|lately|more recently|most recently|the past|the recent past|recent|in recent "
     "times|the "
     "distant past"},
    {FixedTime::future,
     "soon|the future|the near future|the foreseeable future|shortly|in future|the short term|the "
     "near term|as soon as possible"},
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
     "that day|that same day|the same day|the following morning|the next morning|"
     "that night|that morning|that afternoon|that evening|the previous day|the previous night",
     0, DayPart::none, "XXXX-XX-XX"},
    {FixedTime::story, "that week|that same week", 0, DayPart::none, "XXXX-WXX"},
    {FixedTime::story, "that month|that same month", 0, DayPart::none, "XXXX-XX"},
    {FixedTime::story, "that year|that same year", 0, DayPart::none, "XXXX"},
    {FixedTime::year_end,
     "year end|year - end|the year end|year 's end|the year 's end|the year - end"},
    {FixedTime::set, "daily|every day|each day|everyday", 0, DayPart::none, "P1D"},
    {FixedTime::set, "weekly|every week|each week", 0, DayPart::none, "P1W"},
    {FixedTime::set, "monthly|every month|each month", 0, DayPart::none, "P1M"},
    {FixedTime::set, "quarterly|every quarter|each quarter", 0, DayPart::none, "P3M"},
    {FixedTime::set, "yearly|annually|every year|each year", 0, DayPart::none, "P1Y"},
    {FixedTime::set, "hourly|every hour|each hour", 0, DayPart::none, "PT1H"},
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
  if (kind == FixedTime::future && bare) {
    return !orders_events(scan, at, end);
  }
  if (kind == FixedTime::now && bare && scan.is(at, Cue::current)) {
    return after.time_unit == TimeUnit::none && !scan.says(end, "fiscal");
  }
  return true;
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

std::span<const FixedTimeRow> fixed_time_rows() {
  return kFixed;
}

}  // namespace concord::normalize
