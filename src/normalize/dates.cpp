#include <algorithm>
#include <array>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

bool ends_phrase(const Scan& scan, std::uint32_t at) {
  return at >= scan.size() || scan.mark(at, '.') || scan.mark(at, ',') || scan.mark(at, '!') ||
         scan.mark(at, '?') || scan.mark(at, ';');
}

// "the 22nd", "on the 27" where the phrase ends, "on 15 at 8:00"
std::optional<DayAt> bare_day_at(const Scan& scan, std::uint32_t at) {
  const Cue before = scan.cue(at - 1);
  const bool part = before == Cue::of && scan.word(at - 2).day_part != DayPart::none;
  const bool on = before == Cue::on || before == Cue::by || part;
  const bool article = scan.is(at, Cue::the);
  if (!on && !(article && before == Cue::for_word)) {
    return std::nullopt;
  }
  const auto ordinal = article ? day_at(scan, at) : std::nullopt;
  if (ordinal && ordinal->ordinal) {
    const bool open = ends_phrase(scan, ordinal->end) ||
                      (on && !scan.noun_like(ordinal->end) && !scan.token(ordinal->end).capital);
    return open && (on || scan.is_number(at + 1) || ordinal->end > at + 2) ? ordinal : std::nullopt;
  }
  const std::uint32_t number = at + (article ? 1U : 0U);
  const auto day = small_whole(scan, number, 2);
  const std::uint32_t next = number + 1;
  const bool clock =
      (scan.is(next, Cue::at) || scan.mark(next, ',') || scan.is(next, Cue::between)) &&
      read_clock(scan, next + 1);
  const bool stands =
      article ? ends_phrase(scan, next) || clock || scan.is(next, Cue::between) : clock;
  return day && *day >= 1 && *day <= 31 && stands
             ? std::optional(DayAt{static_cast<int>(*day), next, false})
             : std::nullopt;
}

// A day of the month of publication, or of the one before.
std::optional<TimePart> read_bare_day(const TimeScan& at_time, std::uint32_t at) {
  const auto day = bare_day_at(at_time.scan, at);
  const auto today = at_time.today();
  if (!day) {
    return std::nullopt;
  }
  if (!today) {
    Period open = open_month(1);
    open.grain = Grain::day;
    open.span.timex = "XXXX-XX-" + std::string(day->day < 10 ? "0" : "") + std::to_string(day->day);
    return TimePart{at, day->end, open};
  }
  const CivilTime now = civil_of(*today);
  const Prefer toward = direction(at_time.scan, at).value_or(at_time.reading.prefer);
  const int shift =
      toward == Prefer::future ? (day->day < now.day ? 1 : 0) : (day->day > now.day ? -1 : 0);
  const YearMonth when = carry(now.year, now.month + shift);
  if (!is_date(when.year, when.month, day->day)) {
    return std::nullopt;
  }
  TimePart part = of_date(at, day->end, when.year, when.month, day->day);
  part.period.span.anchor = Anchor::publication;
  return part;
}

// "20240322": the basic format of ISO 8601
std::optional<TimePart> read_basic(const TimeScan& at_time, std::uint32_t at) {
  const auto figures =
      at_time.scan.spelling(at).size() == 8 ? small_whole(at_time.scan, at, 8) : std::nullopt;
  if (!figures || *figures < 19000101 || *figures > 20991231) {
    return std::nullopt;
  }
  const std::int64_t year = *figures / 10000;
  const std::int64_t month = *figures / 100 % 100;
  const std::int64_t day = *figures % 100;
  return is_date(year, month, day) ? std::optional(of_date(at, at + 1, year, month, day))
                                   : std::nullopt;
}

std::optional<TimePart> read_iso(const TimeScan& at_time, std::uint32_t at) {
  return read_iso_date(at_time, at);
}
std::optional<TimePart> read_dotted(const TimeScan& at_time, std::uint32_t at) {
  return read_dotted_date(at_time.scan, at);
}
std::optional<TimePart> read_month_year(const TimeScan& at_time, std::uint32_t at) {
  return read_month_and_year(at_time.scan, at);
}
std::optional<TimePart> read_figure_decade(const TimeScan& at_time, std::uint32_t at) {
  return read_decade(at_time.scan, at);
}

// "the 1990s", "the nineteen seventies", "'80s"
std::optional<TimePart> read_told_decade(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  auto decade = read_decade(scan, at + (scan.is(at, Cue::the) ? 1U : 0U));
  if (decade) {
    decade->begin = at;
  }
  return decade;
}

// "in '98", "the class of ’92"
std::optional<TimePart> read_clipped_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  static constexpr std::array<Cue, 8> kBefore = {Cue::in,   Cue::since, Cue::of,    Cue::by,
                                                 Cue::from, Cue::until, Cue::after, Cue::before};
  const bool clipped = scan.mark(at, '\'') || scan.spelling(at) == "’";
  const bool prompted = std::ranges::find(kBefore, scan.cue(at - 1)) != kBefore.end();
  const bool ends = !scan.attached(at + 2) || scan.mark(at + 2, '.') || scan.mark(at + 2, ',') ||
                    scan.mark(at + 2, ')') || scan.mark(at + 2, '?');
  const auto figures =
      clipped && prompted && ends && scan.attached(at + 1) && !scan.has(at + 2, count_noun)
          ? small_whole(scan, at + 1, 2)
          : std::nullopt;
  if (!figures || scan.spelling(at + 1).size() != 2 || !scan.token(at).space_before) {
    return std::nullopt;
  }
  return TimePart{at, at + 2, year_period(static_cast<int>(full_year(*figures, 2)))};
}

std::optional<TimePart> read_worded_year(const TimeScan& at_time, std::uint32_t at) {
  return at_time.scan.word(at).number == NumberRole::unit ? read_bare_year(at_time, at)
                                                          : std::nullopt;
}

// The order of preference: a whole date before its parts, so that the day of "22 March" is not read
// as a count and its year not by itself.
constexpr Leads kNumbers = kFigureLead | kNumberLead;
constexpr Leads kDays = kNumbers | kArticleLead;
constexpr std::array<LedRule, 11> kFigureRules = {{{kNumbers, read_basic},
                                                   {kNumbers, read_iso},
                                                   {kNumbers, read_numeric_date},
                                                   {kNumbers, read_dotted},
                                                   {kNumbers, read_month_year},
                                                   {kNumbers, read_day_first, kMonthLead},
                                                   {kNumbers, read_listed_day, kMonthLead},
                                                   {kNumbers, read_day_before_list, kMonthLead},
                                                   {kNumbers, read_bare_day},
                                                   {kNumbers, read_figure_decade},
                                                   {kNumbers, read_bare_year}}};
constexpr std::array<LedRule, 9> kWordRules = {{{kWeekdayLead, read_weekday},
                                                {kMonthLead, read_month_first},
                                                {kDays, read_day_first, kMonthLead},
                                                {kDays, read_listed_day, kMonthLead},
                                                {kNumbers, read_day_before_list, kMonthLead},
                                                {kDays, read_bare_day},
                                                {kNumbers | kMarkLead, read_told_decade},
                                                {kMarkLead, read_clipped_year},
                                                {kNumberLead, read_worded_year}}};

}  // namespace

std::optional<TimePart> read_date(const TimeScan& at_time, std::uint32_t at) {
  return at_time.scan.is_number(at) ? first_led(kFigureRules, at_time, at)
                                    : first_led(kWordRules, at_time, at);
}

}  // namespace concord::normalize
