#include <array>

#include "normalize/date_parts.h"
#include "normalize/labels.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

bool year_preposition(Cue cue) {
  static constexpr std::array<Cue, 12> kPrepositions = {
      Cue::in,   Cue::since, Cue::by,     Cue::until, Cue::during, Cue::early,
      Cue::late, Cue::mid,   Cue::fiscal, Cue::from,  Cue::after,  Cue::before};
  for (const Cue preposition : kPrepositions) {
    if (cue == preposition) {
      return true;
    }
  }
  return false;
}

// "two years ago", "a year ago", "six years hence" after a month or day
std::optional<YearAt> year_away(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  constexpr std::uint32_t kLongestNumber = 4;
  std::uint32_t name = at + 1;
  while (name < at + kLongestNumber && scan.word(name).time_unit == TimeUnit::none) {
    ++name;
  }
  const bool ago = scan.is(name + 1, Cue::ago);
  const bool ahead =
      scan.says(name + 1, "hence") || (scan.is(name + 1, Cue::from) && scan.is(name + 2, Cue::now));
  if (scan.word(name).time_unit != TimeUnit::year || (!ago && !ahead)) {
    return std::nullopt;
  }
  const auto number = scan.is_number(at) ? read_number(scan, at) : read_cardinal_words(scan, at);
  const bool counted = number && number->end == name && number->form == NumberForm::plain;
  const std::int64_t years = scan.is(at, Cue::a) && name == at + 1 ? 1
                             : counted ? whole_value(number->value).value_or(0)
                                       : 0;
  const int now = civil_of(*at_time.today()).year;
  const bool fits = years >= 1 && years < now && now + years <= 9999;
  const std::uint32_t end = name + (ago || !scan.is(name + 1, Cue::from) ? 2U : 3U);
  return fits ? std::optional(YearAt{now + (ago ? -1 : 1) * static_cast<int>(years), end})
              : std::nullopt;
}

// "last year", "next year", "two years ago" after a month or day
std::optional<YearAt> told_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto today = at_time.today();
  if (today &&
      (scan.is_number(at) || scan.is(at, Cue::a) || scan.word(at).number != NumberRole::none)) {
    return year_away(at_time, at);
  }
  const bool relative = scan.word(at + 1).time_unit == TimeUnit::year && !scan.has(at + 1, plural);
  const Cue which = scan.cue(at);
  if (!today || !relative ||
      (which != Cue::last && which != Cue::next && which != Cue::this_word)) {
    return std::nullopt;
  }
  const int shift = which == Cue::last ? -1 : which == Cue::next ? 1 : 0;
  return YearAt{civil_of(*today).year + shift, at + 2};
}

// "9 Aug 96", "15 April of 87": two figures that can be no day
std::optional<YearAt> short_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto year = scan.spelling(at).size() == 2 ? small_whole(scan, at, 2) : std::nullopt;
  if (!year || *year <= 31 || scan.noun_like(at + 1) || scan.mark(at + 1, '%') ||
      scan.mark(at + 1, ':')) {
    return std::nullopt;
  }
  // "March 35" tells no year far ahead
  constexpr int kFarthestAhead = 10;
  const int full = static_cast<int>(full_year(*year, 2));
  const int latest = at_time.today() ? civil_of(*at_time.today()).year + kFarthestAhead : 1999;
  return full <= latest ? std::optional(YearAt{full, at + 1}) : std::nullopt;
}

// A number against a slash, quotation mark or dash may be a year; one against other marks is none.
bool stands_free(const Scan& scan, std::uint32_t at) {
  return !scan.attached(at) || scan.mark(at - 1, '(') || scan.dash(at - 1) ||
         scan.mark(at - 1, '\'') || scan.mark(at - 1, '"') || scan.mark(at - 1, '/') ||
         scan.mark(at - 1, '=');
}

// "2010-2015", "2019-20"; "2024-03" is a month
std::optional<TimePart> year_and_figures(const Scan& scan, std::uint32_t at, const YearAt& year) {
  const std::uint32_t second = year.end + 1;
  const auto last = small_whole(scan, second, 4);
  const std::size_t digits = scan.spelling(second).size();
  if (!last || (digits != 2 && digits != 4)) {
    return std::nullopt;
  }
  const bool season = (year.year + 1) % 100 == *last;
  if (scan.mark(year.end, '/') && (digits != 2 || !season)) {
    return std::nullopt;
  }
  if (digits == 2 && !season && *last >= 1 && *last <= 12) {
    return TimePart{at, second + 1, month_period(year.year, static_cast<int>(*last))};
  }
  const std::int64_t full = digits == 2 ? std::int64_t{year.year} / 100 * 100 + *last : *last;
  if (full <= year.year || full > year.year + 200) {
    return std::nullopt;
  }
  return TimePart{at, second + 1,
                  period_between(year_period(year.year), year_period(static_cast<int>(full))), 0,
                  true};
}

// "2018 March 18", "2024-August", "2019/aug/01", "2016, Nov"
std::optional<TimePart> year_and_month(const Scan& scan, std::uint32_t at, const YearAt& year) {
  const bool joined = attached_dash(scan, year.end) || attached_mark(scan, year.end, '/');
  const auto month = month_at(scan, year.end + (joined || scan.mark(year.end, ',') ? 1U : 0U));
  if (!month) {
    return std::nullopt;
  }
  const bool day_joined = attached_mark(scan, month->end, '/') || attached_dash(scan, month->end);
  const auto day = day_at(scan, month->end + (day_joined ? 1U : 0U));
  if (day && is_date(year.year, month->month, day->day)) {
    return of_date(at, day->end, year.year, month->month, day->day);
  }
  return scan.mark(year.end, ',') && day
             ? std::nullopt
             : std::optional(TimePart{at, month->end, month_period(year.year, month->month)});
}

// Decades in words after their century: "the nineteen seventies".
struct DecadeWord {
  std::string_view word;
  int decade;
};
constexpr std::array<DecadeWord, 9> kDecades = {{{"tens", 10},
                                                 {"twenties", 20},
                                                 {"thirties", 30},
                                                 {"forties", 40},
                                                 {"fifties", 50},
                                                 {"sixties", 60},
                                                 {"seventies", 70},
                                                 {"eighties", 80},
                                                 {"nineties", 90}}};

std::optional<TimePart> read_decade_words(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  const bool century = word.number == NumberRole::unit && word.value >= 15 && word.value <= 20;
  const bool thousand = scan.says(at, "two") && scan.says(at + 1, "thousand");
  std::uint32_t next = at + (thousand ? 2U : 1U);
  next += thousand && scan.is(next, Cue::and_word) ? 1U : 0U;
  for (const DecadeWord& row : kDecades) {
    if ((century || thousand) && scan.says(next, row.word)) {
      return TimePart{at, next + 1,
                      decade_period((thousand ? 2000 : word.value * 100) + row.decade)};
    }
  }
  return std::nullopt;
}

// Two figures need "the", "'" or "early" before them; "her 30s" is an age.
std::optional<TimePart> short_decade(const Scan& scan, std::uint32_t at, std::uint32_t number,
                                     std::int64_t value) {
  const bool owned = scan.is(at - 1, Cue::his) ||
                     (scan.dash(at - 1) && scan.is(at - 3, Cue::his)) || scan.is(at - 2, Cue::his);
  const bool told = number != at || scan.is(at - 1, Cue::the) || scan.is(at - 1, Cue::early) ||
                    scan.is(at - 1, Cue::late) || (scan.dash(at - 1) && scan.is(at - 2, Cue::mid));
  return value >= 20 && !owned && told
             ? std::optional(
                   TimePart{at, number + 2, decade_period(1900 + static_cast<int>(value))})
             : std::nullopt;
}

}  // namespace

namespace {

// The apostrophe of "'98" and "’98".
bool is_clipped(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, '\'') || scan.spelling(at) == "’";
}

bool ends_clause(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, ',') || scan.mark(at, '.') || scan.mark(at, ';') || scan.mark(at, ')') ||
         scan.mark(at, '?') || scan.mark(at, '!');
}

}  // namespace

std::optional<YearAt> year_in_words(const Scan& scan, std::uint32_t at) {
  const Word& first = scan.word(at);
  if (first.number != NumberRole::unit || scan.dash(at + 1)) {
    return std::nullopt;
  }
  // "two thousand and eighteen", "nineteen hundred ninety-three"
  const bool thousand = first.value == 2 && scan.says(at + 1, "thousand");
  const bool hundred = first.value >= 15 && first.value <= 20 && scan.says(at + 1, "hundred");
  if (thousand || hundred) {
    const auto words = read_cardinal_words(scan, at);
    const auto year = words ? whole_value(words->value) : std::nullopt;
    return year && *year >= 1500 && *year <= 2099 && words->end > at + 2
               ? std::optional(YearAt{static_cast<int>(*year), words->end})
               : std::nullopt;
  }
  // "nineteen ninety-four", "twenty fourteen"
  const auto rest =
      first.value >= 15 && first.value <= 19 ? read_cardinal_words(scan, at + 1) : std::nullopt;
  const auto low = rest ? whole_value(rest->value) : std::nullopt;
  return low && *low >= 10 && *low <= 99
             ? std::optional(
                   YearAt{static_cast<int>(std::int64_t{first.value} * 100 + *low), rest->end})
             : std::nullopt;
}

std::optional<YearAt> year_at(const Scan& scan, std::uint32_t at) {
  if (scan.spelling(at).size() == 4) {
    const auto year = small_whole(scan, at, 4);
    if (year && *year >= 1000 && *year <= 2999) {
      return YearAt{static_cast<int>(*year), at + 1};
    }
  }
  if (is_clipped(scan, at) && scan.attached(at + 1) && scan.spelling(at + 1).size() == 2) {
    const auto year = small_whole(scan, at + 1, 2);
    if (year && (!scan.attached(at + 2) || ends_clause(scan, at + 2))) {
      return YearAt{static_cast<int>(full_year(*year, 2)), at + 2};
    }
  }
  return year_in_words(scan, at);
}

std::optional<YearAt> year_after(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = at + (scan.mark(at, ',') || scan.is(at, Cue::of) ? 1U : 0U);
  next += scan.is(next, Cue::of) || scan.is(next, Cue::in) ? 1U : 0U;
  if (const auto told = told_year(at_time, next)) {
    return told;
  }
  if (next == at || scan.is(next - 1, Cue::of)) {
    if (const auto year = short_year(at_time, next)) {
      return year;
    }
  }
  const auto year = year_at(scan, next);
  // "March 22, 2024 people": a noun that is counted takes the number
  return year && !scan.has(year->end, count_noun) ? year : std::nullopt;
}

// "2021": a time unless something is counted or measured with it.

EraAt era_at(const Scan& scan, std::uint32_t at) {
  struct Row {
    std::string_view name;
    Era era;
  };
  static constexpr std::array<Row, 10> kEras = {{{"AD", Era::after_christ},
                                                 {"A.D", Era::after_christ},
                                                 {"A.D.", Era::after_christ},
                                                 {"CE", Era::after_christ},
                                                 {"C.E.", Era::after_christ},
                                                 {"BC", Era::before_christ},
                                                 {"B.C", Era::before_christ},
                                                 {"B.C.", Era::before_christ},
                                                 {"BCE", Era::before_christ},
                                                 {"B.C.E.", Era::before_christ}}};
  for (const Row& row : kEras) {
    if (scan.spelling(at) == row.name) {
      return {row.era, at + 1};
    }
  }
  return {Era::untold, at};
}

namespace {}  // namespace

bool follows_era(const Scan& scan, std::uint32_t at) {
  return at > 0 && scan.is_number(at) && scan.token(at).space_before &&
         (scan.spelling(at - 1) == "AD" || scan.spelling(at - 1) == "A.D.");
}

namespace {

// "44 BC", "AD 79" have no place in the calendar of this program; TIMEX3 writes BC0044.
std::optional<TimePart> read_era_year(const Scan& scan, std::uint32_t at) {
  if (follows_era(scan, at)) {
    const auto year = small_whole(scan, at, 4);
    return year && *year >= 1
               ? std::optional(TimePart{at - 1, at + 1, year_period(static_cast<int>(*year))})
               : std::nullopt;
  }
  const bool capital = scan.token(at + 1).capital;
  const auto year = capital ? small_whole(scan, at, 4) : std::nullopt;
  const EraAt era = year ? era_at(scan, at + 1) : EraAt{};
  if (era.era == Era::untold || *year < 1) {
    return std::nullopt;
  }
  if (era.era == Era::after_christ) {
    return TimePart{at, era.end, year_period(static_cast<int>(*year))};
  }
  const std::string figures = std::to_string(*year);
  Period made{.grain = Grain::year, .span = {}};
  made.span.timex = "BC" + std::string(4 - figures.size(), '0') + figures;
  return TimePart{at, era.end, made};
}

// "later than 2018", "no earlier than 2030"
bool compares_times(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::later) || scan.is(at, Cue::earlier) || scan.says(at, "sooner") ||
         scan.says(at, "older");
}

}  // namespace

std::optional<TimePart> with_era(const Scan& scan, const TimePart& date, int month, int day) {
  const std::uint32_t at = date.end + (scan.mark(date.end, ',') ? 1U : 0U);
  const auto year = scan.is_number(at) ? read_era_year(scan, at) : std::nullopt;
  if (!year) {
    return std::nullopt;
  }
  if (year->period.span.begin) {
    const int known = to_civil(*year->period.span.begin).year;
    return is_date(known, month, day)
               ? std::optional(of_date(date.begin, year->end, known, month, day))
               : std::nullopt;
  }
  Period made = open_day(month, day);
  made.span.timex.replace(0, 4, year->period.span.timex);
  return TimePart{date.begin, year->end, made};
}

namespace {

// Words before a year that is not known exactly: "circa 1850", "c.1500", "in about 1420".
struct RoughLead {
  std::uint32_t begin = 0;  // the year itself where no such word stands
  bool circa = false;       // says that the figures are a year
};

RoughLead rough_lead(const Scan& scan, std::uint32_t at) {
  const bool dotted = at > 1 && scan.mark(at - 1, '.') && scan.attached(at - 1);
  const std::uint32_t name = at - (dotted ? 2U : 1U);
  if (at > 0 && (scan.says(name, "circa") || scan.says(name, "c.") || scan.says(name, "ca.") ||
                 (dotted && (scan.says(name, "c") || scan.says(name, "ca"))))) {
    return {name, true};
  }
  const bool rough = at > 0 && (scan.says(at - 1, "about") || scan.says(at - 1, "around"));
  return {at - (rough ? 1U : 0U), false};
}

// "dates to 1850", "dating back to about 1420"
bool dates_back(const Scan& scan, std::uint32_t at) {
  const std::uint32_t verb = at - (scan.says(at - 2, "back") ? 3U : 2U);
  return at > 1 && scan.is(at - 1, Cue::to) &&
         (scan.says(verb, "dates") || scan.says(verb, "dated") || scan.says(verb, "dating"));
}

// A year that an uncertain date leads: "circa 1850", "dates to around 1850", "in about 1420".
std::optional<TimePart> read_rough_year(const Scan& scan, std::uint32_t at) {
  const RoughLead lead = rough_lead(scan, at);
  const bool figures = scan.is_number(at) && (!scan.attached(at) || lead.circa);
  const auto year = figures && scan.spelling(at).size() == 4 ? year_at(scan, at) : std::nullopt;
  const bool dated = dates_back(scan, lead.begin) ||
                     (lead.begin != at &&
                      (scan.is(lead.begin - 1, Cue::in) || scan.is(lead.begin - 1, Cue::since)));
  if (!year || year->year > 2100 || !(lead.circa || dated) || scan.noun_like(year->end) ||
      scan.has(year->end, count_noun) || scan.dash(year->end) || scan.mark(year->end, '%')) {
    return std::nullopt;
  }
  TimePart made{lead.begin, year->end, year_period(year->year), at};
  made.period.span.mod = lead.begin == at ? "" : "APPROX";
  return made;
}

}  // namespace

std::optional<TimePart> read_bare_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (auto era = read_era_year(scan, at)) {
    return era;
  }
  if (auto rough = read_rough_year(scan, at)) {
    return rough;
  }
  const auto year = stands_free(scan, at) ? year_at(scan, at) : std::nullopt;
  if (!year) {
    return std::nullopt;
  }
  const Cue before = scan.cue(at - 1);
  const bool prompted =
      year_preposition(before) && (year->year >= 1500 || before == Cue::in || before == Cue::since);
  const bool of_words = before == Cue::of && !scan.is_number(at);
  const bool usual =
      year->year >= 1900 && year->year <= 2099 && (scan.is_number(at) || scan.word(at).value >= 15);
  // "in the 2000 block of East John Avenue"
  const bool houses =
      scan.spelling(year->end) == "block" && scan.spelling(year->end + 1) != "party";
  // "'12 ships sank,' he said" opens a quotation
  const bool quoted = is_clipped(scan, at) && scan.noun_like(year->end) && !prompted &&
                      before != Cue::the && before != Cue::of;
  if ((!usual && !prompted && !of_words) || houses || quoted || scan.has(year->end, count_noun) ||
      (before == Cue::than && !compares_times(scan, at - 2)) || scan.mark(year->end, '%') ||
      (!scan.is_number(at) && scan.noun_like(year->end) && before != Cue::a)) {
    return std::nullopt;
  }
  if (scan.is_number(at) && attached_dash(scan, year->end) && scan.is_number(year->end + 1)) {
    return year_and_figures(scan, at, *year);
  }
  if (scan.is_number(at) && attached_mark(scan, year->end, '/') && !scan.mark(year->end + 2, '/')) {
    if (auto season = year_and_figures(scan, at, *year)) {  // "2010/11", "the 2023/24 budget"
      return season;
    }
  }
  if (auto month = year_and_month(scan, at, *year)) {
    return month;
  }
  return TimePart{at, year->end, year_period(year->year)};
}

std::optional<TimePart> read_decade(const Scan& scan, std::uint32_t at) {
  const bool clipped = is_clipped(scan, at);
  const std::uint32_t number = at + (clipped ? 1U : 0U);
  const auto value = small_whole(scan, number, 4);
  if (!value) {
    return read_decade_words(scan, at);
  }
  const bool plural_s = scan.is(number + 1, Cue::s) && scan.attached(number + 1);
  if (!plural_s || *value % 10 != 0) {
    return std::nullopt;
  }
  const std::size_t digits = scan.spelling(number).size();
  if (digits == 2) {
    if (is_tens_of_degrees(scan, number)) {
      return std::nullopt;
    }
    return short_decade(scan, at, number, *value);
  }
  if (digits != 4 || *value < 1000 || *value >= 2100) {
    return std::nullopt;
  }
  const bool century = *value % 100 == 0 && *value < 2000;
  return TimePart{at, number + 2,
                  century ? century_period(static_cast<int>(*value / 100) + 1)
                          : decade_period(static_cast<int>(*value))};
}

}  // namespace concord::normalize
