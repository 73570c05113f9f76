#include "normalize/number_parts.h"
#include "normalize/relative_times.h"

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

// "third quarter", "first half", "19th-century", "fiscal first quarter"
std::optional<NumberedPart> numbered_part(const Scan& scan, std::uint32_t at) {
  if (auto coded = coded_part(scan, at)) {
    return coded;
  }
  const std::uint32_t first = past_hyphen(scan, at + (scan.is(at, Cue::fiscal) ? 1U : 0U));
  const bool last_word = scan.is(first, Cue::last) || scan.says(first, "final");
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
  if (const auto year = year_at(scan, next)) {
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

// "the quarter", "the latest quarter", "the year-ago period": the last finished quarter, or a year
// before it.
std::optional<TimePart> read_reported_quarter(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto today = at_time.today();
  if (!today) {
    return std::nullopt;
  }
  std::uint32_t next = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const bool latest = scan.is(next, Cue::current) && scan.says(next, "latest");
  next += latest ? 1U : 0U;
  const bool year_word = scan.word(next).time_unit == TimeUnit::year && scan.dash(next + 1);
  const bool year_ago =
      year_word && (scan.is(next + 2, Cue::ago) || scan.is(next + 2, Cue::earlier));
  next += year_ago ? 3U : 0U;
  const bool quarter = scan.word(next).time_unit == TimeUnit::quarter && !scan.has(next, plural);
  const bool period = scan.is(next, Cue::period) && (latest || year_ago);
  if (year_ago && !quarter && !period) {  // "year-earlier profit"
    return TimePart{at, next, year_period(civil_of(*today).year - 1)};
  }
  if ((!quarter && !period) || next == at || (!latest && !year_ago && scan.is(next + 1, Cue::of))) {
    return std::nullopt;
  }
  const CivilTime now = civil_of(*today);
  const YearMonth finished = carry(now.year, now.month - 3);
  Period made = quarter_period(finished.year - (year_ago ? 1 : 0), (finished.month + 2) / 3);
  made.span.anchor = Anchor::publication;
  return TimePart{at, next + 1, made};
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

// "fiscal 1989", "fiscal year 1989"
std::optional<TimePart> read_fiscal_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (auto told = read_told_fiscal_year(at_time, at)) {
    return told;
  }
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (!scan.is(first, Cue::fiscal)) {
    return std::nullopt;
  }
  const std::uint32_t next =
      first + 1 + (scan.word(first + 1).time_unit == TimeUnit::year ? 1U : 0U);
  const auto year = year_at(scan, next);
  return year ? std::optional(TimePart{at, year->end, year_period(year->year)}) : std::nullopt;
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
  if (!part || part->unit == TimeUnit::century) {
    return std::nullopt;
  }
  return TimePart{at, part->end, part_of_year(*part, year->year)};
}

}  // namespace

namespace {

// False at the words that begin no fiscal period: most of them.
bool may_begin(const Scan& scan, std::uint32_t first) {
  const Word& word = scan.word(first);
  if (scan.is_number(first)) {
    return scan.token(first).span.size() == 4 ||
           scan.word(first + 1).number == NumberRole::ordinal_suffix;
  }
  return !scan.is_word(first) || word.number != NumberRole::none || word.cue != Cue::none ||
         word.time_unit != TimeUnit::none || scan.token(first).span.size() <= 2;
}

}  // namespace

std::optional<TimePart> read_fiscal_period(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (!may_begin(scan, at + (scan.is(at, Cue::the) ? 1U : 0U))) {
    return std::nullopt;
  }
  if (auto part = read_year_then_part(at_time, at))
    return part;
  if (auto year = read_fiscal_year(at_time, at))
    return year;
  if (auto quarter = read_reported_quarter(at_time, at))
    return quarter;
  const auto part = numbered_part(scan, at + (scan.is(at, Cue::the) ? 1U : 0U));
  if (!part) {
    return std::nullopt;
  }
  if (part->unit == TimeUnit::century) {
    return TimePart{at, part->end, century_period(part->number)};
  }
  const std::uint32_t after = part->end + (attached_dash(scan, part->end) ? 1U : 0U);
  if (const auto year = year_phrase(at_time, after)) {
    return TimePart{at, year->end, part_of_year(*part, year->year)};
  }
  const auto near = part->unit == TimeUnit::half_year && !scan.is(part->end, Cue::of)
                        ? std::nullopt
                        : part_near_publication(at_time, *part, at);
  return near ? std::optional(TimePart{at, part->end, *near}) : std::nullopt;
}

}  // namespace concord::normalize
