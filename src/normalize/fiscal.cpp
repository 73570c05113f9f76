#include <array>

#include "normalize/fiscal_codes.h"
#include "normalize/number_parts.h"
#include "normalize/relative_times.h"
#include "normalize/reported_quarters.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

struct NumberedPart {
  int number = 0;
  TimeUnit unit = TimeUnit::none;  // quarter, half_year, century
  std::uint32_t end = 0;
};

// "Q2", "H1"; against a year the letter and the figure are two tokens: 2018Q4
std::optional<NumberedPart> coded_part(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  const bool split = shape.size() == 1 && scan.attached(at) && scan.attached(at + 1) &&
                     scan.is_number(at + 1) && scan.spelling(at + 1).size() == 1;
  if ((shape.size() != 2 && !split) || !scan.is_word(at)) {
    return std::nullopt;
  }
  const int number = (split ? scan.spelling(at + 1)[0] : shape[1]) - '0';
  const std::uint32_t end = at + (split ? 2U : 1U);
  if ((shape[0] == 'Q' || shape[0] == 'q') && number >= 1 && number <= 4) {
    return NumberedPart{number, TimeUnit::quarter, end};
  }
  if (shape[0] == 'H' && number >= 1 && number <= 2) {
    return NumberedPart{number, TimeUnit::half_year, end};
  }
  return std::nullopt;
}

// "the final quarter of 2019", "of last year"; that of a game is none of a year
bool is_quarter_of_year(const Scan& scan, std::uint32_t at) {
  const std::uint32_t year = at + 2 + (scan.is(at + 2, Cue::fiscal) ? 1U : 0U);
  return scan.word(at).time_unit == TimeUnit::quarter && !scan.has(at, plural) &&
         scan.is(at + 1, Cue::of) &&
         (year_at(scan, year) || scan.word(year + 1).time_unit == TimeUnit::year);
}

// "third quarter", "first half", "19th-century", "fiscal first quarter"
std::optional<NumberedPart> numbered_part(const Scan& scan, std::uint32_t at) {
  if (auto coded = coded_part(scan, at)) {
    return coded;
  }
  const std::uint32_t first = past_hyphen(scan, at + (scan.is(at, Cue::fiscal) ? 1U : 0U));
  const bool last_word = scan.is(first, Cue::last) || scan.says(first, "final");
  if (last_word && scan.word(first + 1).number == NumberRole::fraction &&
      scan.word(first + 1).value == 2) {
    return NumberedPart{2, TimeUnit::half_year, first + 2};
  }
  if (last_word && is_quarter_of_year(scan, first + 1)) {
    return NumberedPart{4, TimeUnit::quarter, first + 2};
  }
  const auto ordinal = last_word ? std::nullopt : read_ordinal(scan, first);
  const auto number = ordinal ? whole_value(ordinal->value) : std::nullopt;
  if (!number || *number < 1 || *number > 30) {
    return std::nullopt;
  }
  std::uint32_t name = past_hyphen(scan, ordinal->end);
  name += scan.is(name, Cue::fiscal) ? 1U : 0U;
  const Word& word = scan.word(name);
  if (word.time_unit == TimeUnit::quarter && *number <= 4 && !scan.has(name, plural)) {
    return NumberedPart{static_cast<int>(*number), TimeUnit::quarter, name + 1};
  }
  if (word.number == NumberRole::fraction && word.value == 2 && *number <= 2) {
    return NumberedPart{static_cast<int>(*number), TimeUnit::half_year, name + 1};
  }
  if (word.time_unit == TimeUnit::century) {
    return NumberedPart{static_cast<int>(*number), TimeUnit::century, name + 1};
  }
  return std::nullopt;
}

Period part_of_year(const NumberedPart& part, int year) {
  return part.unit == TimeUnit::quarter ? quarter_period(year, part.number)
                                        : half_period(year, part.number);
}

// Without a year: the latest that has begun, or the next one where the sentence looks ahead.
std::optional<Period> part_near_publication(const TimeScan& at_time, const NumberedPart& part,
                                            std::uint32_t at) {
  const auto today = at_time.today();
  if (!today) {
    Period open{.grain = part.unit == TimeUnit::quarter ? Grain::quarter : Grain::half_year,
                .span = {}};
    open.span.timex =
        (part.unit == TimeUnit::quarter ? "XXXX-Q" : "XXXX-H") + std::to_string(part.number);
    return open;
  }
  const int year = civil_of(*today).year;
  const Period this_year = part_of_year(part, year);
  const bool begun = this_year.span.begin && day_of(*this_year.span.begin) <= *today;
  const bool ahead =
      direction(at_time.scan, at) == Prefer::future || at_time.reading.prefer == Prefer::future;
  Period made = begun || ahead ? this_year : part_of_year(part, year - 1);
  made.span.anchor = Anchor::publication;
  return made;
}

struct YearPhrase {
  int year = 0;
  std::uint32_t end = 0;
};

// "1989", "of 1989", "of fiscal 1989", "of last year", "this year"
std::optional<YearPhrase> year_phrase(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = at;
  next += scan.is(next, Cue::of) || scan.is(next, Cue::in) || scan.mark(next, ',') ? 1U : 0U;
  next += scan.is(next, Cue::the) ? 1U : 0U;
  const std::uint32_t before_fiscal = next;
  next += scan.is(next, Cue::fiscal) ? 1U : 0U;
  next += next != before_fiscal && scan.word(next).time_unit == TimeUnit::year ? 1U : 0U;
  const auto code = fiscal_year_at(scan, next);
  if (const auto year = code ? code : year_at(scan, next)) {
    return YearPhrase{year->year, year->end};
  }
  const Cue which = scan.cue(next);
  const bool relative =
      scan.word(next + 1).time_unit == TimeUnit::year && !scan.has(next + 1, plural);
  if (!at_time.today() || !relative ||
      (which != Cue::last && which != Cue::this_word && which != Cue::next)) {
    return std::nullopt;
  }
  const int shift = which == Cue::last ? -1 : which == Cue::next ? 1 : 0;
  return YearPhrase{civil_of(*at_time.today()).year + shift, next + 2};
}

// "a year ago", "last year", "of the previous year" after a quarter; `at` where none is.
std::uint32_t past_year_back(const Scan& scan, std::uint32_t at) {
  const auto is_year = [&](std::uint32_t name) {
    return scan.word(name).time_unit == TimeUnit::year && !scan.has(name, plural);
  };
  if (scan.is(at, Cue::a) && is_year(at + 1) &&
      (scan.is(at + 2, Cue::ago) || scan.is(at + 2, Cue::earlier))) {
    return at + 3;
  }
  std::uint32_t next = at + (scan.is(at, Cue::of) || scan.is(at, Cue::in) ? 1U : 0U);
  next += scan.is(next, Cue::the) ? 1U : 0U;
  const bool back = scan.is(next, Cue::last) || scan.is(next, Cue::previous);
  return back && is_year(next + 1) ? next + 2 : at;
}

// What stands before the noun: "the latest", "the same", "the comparable year-ago third".
struct ReportLead {
  std::uint32_t end = 0;
  bool latest = false;
  bool same = false;
  bool year_ago = false;
  int number = 0;
};

// "the same period last year"
bool is_same(const Scan& scan, std::uint32_t at) {
  return scan.says(at, "same") || scan.says(at, "comparable") || scan.says(at, "corresponding");
}

ReportLead report_lead(const Scan& scan, std::uint32_t at) {
  ReportLead lead{.end = at + (scan.is(at, Cue::the) || scan.is(at, Cue::a) ? 1U : 0U)};
  lead.latest = scan.is(lead.end, Cue::current) && scan.says(lead.end, "latest");
  lead.same = is_same(scan, lead.end);
  lead.end += lead.latest || lead.same ? 1U : 0U;
  const bool year = scan.word(lead.end).time_unit == TimeUnit::year && scan.dash(lead.end + 1);
  lead.year_ago = year && (scan.is(lead.end + 2, Cue::ago) || scan.is(lead.end + 2, Cue::earlier));
  lead.end += lead.year_ago ? 3U : 0U;
  const Word& rank = scan.word(lead.end);
  if ((lead.year_ago || lead.same) && rank.number == NumberRole::ordinal_unit && rank.value <= 4) {
    lead.number = rank.value;
    lead.end = past_hyphen(scan, lead.end + 1);
  }
  return lead;
}

// "year-earlier profit", "a year-ago loss"
std::optional<TimePart> read_year_ago(const TimeScan& at_time, std::uint32_t at,
                                      const ReportLead& lead) {
  if (!lead.year_ago || lead.number != 0) {
    return std::nullopt;
  }
  const std::uint32_t begin = at + (at_time.scan.is(at, Cue::a) ? 1U : 0U);
  const auto told = told_quarter(at_time, at);
  return TimePart{begin, lead.end,
                  told ? quarter_period(told->year - 1, told->number)
                       : year_period(civil_of(*at_time.today()).year - 1)};
}

// "the quarter", "the latest quarter", "the year-ago third quarter", "the same period last year":
// the one that is reported, or a year before it.
std::optional<TimePart> read_reported_quarter(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (!at_time.today()) {
    return std::nullopt;
  }
  const ReportLead lead = report_lead(scan, at);
  const std::uint32_t name = lead.end;
  const bool quarter = scan.word(name).time_unit == TimeUnit::quarter && !scan.has(name, plural);
  const bool period = scan.is(name, Cue::period) && !scan.has(name, plural);
  if (!quarter && !period) {
    return read_year_ago(at_time, at, lead);
  }
  const std::uint32_t back = past_year_back(scan, name + 1);
  const bool year_back = lead.year_ago || back != name + 1;
  const auto told = told_quarter(at_time, at);
  const bool stands = quarter ? name != at && !scan.is(at, Cue::a)
                              : lead.latest || (year_back && (told || lead.year_ago));
  const bool of_other = !lead.latest && !year_back && scan.is(name + 1, Cue::of);
  if (!stands || of_other || (lead.same && !year_back)) {
    return std::nullopt;
  }
  ToldQuarter made = told && !lead.latest ? *told : finished_quarter(at_time);
  if (lead.number != 0) {
    made = {finished_quarter(at_time).year, lead.number};
  }
  Period reported = quarter_period(made.year - (year_back ? 1 : 0), made.number);
  reported.span.anchor = Anchor::publication;
  return TimePart{at, back, reported};
}

// "the current fiscal year", "last fiscal year": taken for the calendar year, which the company or
// state alone could mend.
std::optional<TimePart> read_told_fiscal_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const StepAt step = step_at(scan, at);
  const auto today = at_time.today();
  if (step.step == Step::none || step.story || !today || !scan.is(step.end, Cue::fiscal) ||
      scan.word(step.end + 1).time_unit != TimeUnit::year || scan.has(step.end + 1, plural)) {
    return std::nullopt;
  }
  const int shift = step.step == Step::back ? -1 : step.step == Step::ahead ? 1 : 0;
  return present_part(at, step.end + 2, year_period(civil_of(*today).year + shift));
}

// "fiscal 1989", "fiscal year 1989", "FY89"
std::optional<TimePart> read_fiscal_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (auto told = read_told_fiscal_year(at_time, at)) {
    return told;
  }
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const auto code = fiscal_year_at(scan, first);
  if (!code && !scan.is(first, Cue::fiscal)) {
    return std::nullopt;
  }
  const std::uint32_t next =
      first + 1 + (scan.word(first + 1).time_unit == TimeUnit::year ? 1U : 0U);
  const auto year = code ? code : year_at(scan, next);
  if (!year) {
    return std::nullopt;
  }
  // "fiscal year 2022-23", "fiscal 2022/23", "FY22-23"
  const bool joined = attached_dash(scan, year->end) || attached_mark(scan, year->end, '/');
  const auto last =
      joined && (code || scan.is_number(next)) && scan.spelling(year->end + 1).size() == 2
          ? small_whole(scan, year->end + 1, 2)
          : std::nullopt;
  if (last && *last == (year->year + 1) % 100) {
    return TimePart{at, year->end + 2,
                    period_between(year_period(year->year), year_period(year->year + 1)), 0, true};
  }
  return TimePart{at, year->end, year_period(year->year)};
}

// "the 1988 quarter", "last year's period": of that year the quarter that is reported
std::optional<TimePart> read_reported_part(const TimeScan& at_time, std::uint32_t at,
                                           const YearPhrase& year, std::uint32_t name) {
  const Scan& scan = at_time.scan;
  const bool quarter = scan.word(name).time_unit == TimeUnit::quarter && !scan.has(name, plural) &&
                       !scan.dash(name + 1);
  if (!quarter && !scan.is(name, Cue::period)) {
    return std::nullopt;
  }
  const auto told = told_quarter(at_time, at);
  if (!told) {
    return quarter ? std::optional(TimePart{at, name + 1, year_period(year.year)}) : std::nullopt;
  }
  return TimePart{at, name + 1, quarter_period(year.year, told->number)};
}

// "1989's third quarter", "this year's first half", "the 1988 second quarter"
std::optional<TimePart> read_year_then_part(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const auto year = year_phrase(at_time, first);
  if (!year || scan.is(first, Cue::of) || scan.is(first, Cue::in) || scan.mark(first, ',')) {
    return std::nullopt;
  }
  const bool joined = scan.is(year->end, Cue::s) || attached_dash(scan, year->end);
  std::uint32_t next = year->end + (joined ? 1U : 0U);
  next += scan.is(next, Cue::the) ? 1U : 0U;
  const auto part = numbered_part(scan, next);
  if (!part) {
    return read_reported_part(at_time, at, *year, next);
  }
  return part->unit == TimeUnit::century
             ? std::nullopt
             : std::optional(TimePart{at, part->end, part_of_year(*part, year->year)});
}

}  // namespace

namespace {

// "the 19th century", "the third century BC", which has no place in this calendar: TIMEX3 BC02
TimePart century_of_era(const Scan& scan, std::uint32_t at, const NumberedPart& part) {
  const EraAt era = era_at(scan, part.end);
  if (era.era != Era::before_christ) {
    return {at, era.end, century_period(part.number)};
  }
  const int hundreds = part.number - 1;
  Period made{.grain = Grain::century, .span = {}};
  made.span.timex = (hundreds < 10 ? "BC0" : "BC") + std::to_string(hundreds);
  return {at, era.end, made};
}

// "4Q23", "2H24", "Q4FY24"
std::optional<TimePart> read_coded_part(const TimeScan& at_time, std::uint32_t at) {
  const auto code = coded_part_of_year(at_time.scan, at);
  if (!code) {
    return std::nullopt;
  }
  const NumberedPart part{code->number, code->unit, code->end};
  const auto period = code->year ? std::optional(part_of_year(part, *code->year))
                                 : part_near_publication(at_time, part, at);
  return period ? std::optional(TimePart{at, code->end, *period}) : std::nullopt;
}

// "the third quarter of 2024", "the second half", "the 19th century"
std::optional<TimePart> read_numbered_part(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto part = numbered_part(scan, at + (scan.is(at, Cue::the) ? 1U : 0U));
  if (!part) {
    return std::nullopt;
  }
  if (part->unit == TimeUnit::century) {
    return century_of_era(scan, at, *part);
  }
  const std::uint32_t after = part->end + (attached_dash(scan, part->end) ? 1U : 0U);
  if (const auto year = year_phrase(at_time, after)) {
    return TimePart{at, year->end, part_of_year(*part, year->year)};
  }
  // "the second half of the game" is none of the year
  const bool half_of_year = scan.is(part->end, Cue::of) && scan.is(part->end + 1, Cue::the) &&
                            scan.word(part->end + 2).time_unit == TimeUnit::year;
  const auto near = part->unit == TimeUnit::half_year && !half_of_year
                        ? std::nullopt
                        : part_near_publication(at_time, *part, at);
  const std::uint32_t end = part->end + (half_of_year ? 3U : 0U);
  return near ? std::optional(TimePart{at, end, *near}) : std::nullopt;
}

// Figures that begin no fiscal period: all but years, ranks and "4Q23".
bool are_idle_figures(const Scan& scan, std::uint32_t first) {
  return scan.is_number(first) && scan.token(first).span.size() != 4 &&
         scan.word(first + 1).number != NumberRole::ordinal_suffix &&
         !(scan.attached(first + 1) && scan.token(first + 1).capital);
}

constexpr Leads kNumbers = kFigureLead | kNumberLead;
constexpr std::array<LedRule, 5> kRules = {
    {{kFigureLead | kCodeLead, read_coded_part},
     {kNumbers | kMarkLead | kStepLead | kFiscalLead | kTheLead, read_year_then_part},
     {kStepLead | kFiscalLead | kCodeLead, read_fiscal_year},
     {kArticleLead | kStepLead | kSameLead | kUnitLead | kCueLead, read_reported_quarter},
     {kNumbers | kArticleLead | kMarkLead | kStepLead | kFiscalLead | kPartLead | kCodeLead,
      read_numbered_part}}};

}  // namespace

std::optional<TimePart> read_fiscal_period(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  return are_idle_figures(scan, at + (scan.is(at, Cue::the) ? 1U : 0U))
             ? std::nullopt
             : first_led(kRules, at_time, at);
}

}  // namespace concord::normalize
