#include "normalize/times.h"

#include <algorithm>
#include <array>
#include <utility>

#include "normalize/hedges.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

// "get around Wednesday's ruling"
bool is_evaded(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 9> kEvading = {
      "get", "gets", "got", "getting", "skirted", "works", "working", "way", "ways"};
  return scan.says(at - 1, "around") &&
         std::ranges::any_of(kEvading, [&](auto verb) { return scan.says(at - 2, verb); });
}

Found found_time(const TimeScan& at_time, TimePart&& part, std::uint32_t limit, bool led) {
  const Scan& scan = at_time.scan;
  const std::uint32_t core = part.core_begin > part.begin ? part.core_begin : part.begin;
  Found made{part.begin, part.end, core, part.end, std::move(part.period.span)};
  // "the third-quarter profit": the article is the noun's
  const bool adjective = scan.is(made.core_begin, Cue::the) && scan.dash(part.end - 2) &&
                         made.core_begin + 1 < part.end;
  made.core_begin += adjective ? 1U : 0U;
  if (led && part.range) {
    made.begin -= scan.is(made.begin - 1, Cue::the) ? 2U : 1U;
    return made;
  }
  // "around March 5": a bound like "before" or "over" would not be a hedge of a date
  const auto hedge = scan.vocabulary().hedges_before.ending(scan.between(limit, part.begin));
  if (hedge && hedge_rows_before()[hedge.payload].hedge == Hedge::about &&
      !scan.says(part.begin - 1, "some") && !is_evaded(scan, part.begin)) {
    made.begin = part.begin - hedge.length;
    std::get<TimeSpan>(made.value).mod = "APPROX";
  }
  return made;
}

}  // namespace

void keep_longer(std::optional<TimePart>& best, std::optional<TimePart>&& other) {
  if (other && (!best || other->end > best->end)) {
    best = std::move(other);
  }
}

std::optional<TimePart> first_led(std::span<const LedRule> rules, const TimeScan& at_time,
                                  std::uint32_t at) {
  const Leads leads = leads_at(at_time.scan, at);
  for (const LedRule& rule : rules) {
    if ((rule.leads & leads) != 0 && (rule.needs == 0 || at_time.scan.may_hold(rule.needs))) {
      if (auto part = rule.read(at_time, at)) {
        return part;
      }
    }
  }
  return std::nullopt;
}

namespace {

// Neither what the grammar knows nor a zone, which is no word of the lexicon: "2024 gmt" is a
// clock.
bool ends_at(const Scan& scan, std::uint32_t at) {
  return scan.nothing_follows(at) && zone_at(scan, at).end == at;
}

// True where no other reading of the same place can reach further.
bool is_longest(const TimeScan& at_time, const std::optional<TimePart>& best) {
  return best && ends_at(at_time.scan, best->end);
}

}  // namespace

std::optional<TimePart> read_container(const TimeScan& at_time, std::uint32_t at) {
  auto best = read_date(at_time, at);
  if (!is_longest(at_time, best)) {
    keep_longer(best, read_fiscal_period(at_time, at));
    keep_longer(best, read_relative_time(at_time, at));
  }
  return best;
}

std::optional<TimePart> read_plain_date(const TimeScan& at_time, std::uint32_t at) {
  auto best = read_container(at_time, at);
  if (!is_longest(at_time, best)) {
    keep_longer(best, read_counted_part(at_time, at));
  }
  return best;
}

namespace {

// A year, or a day of a list: all else takes more than one word.
bool are_lone_figures(const Scan& scan, std::uint32_t at) {
  return scan.is_number(at) && ends_at(scan, at + 1);
}

}  // namespace

std::optional<TimePart> read_part(const TimeScan& at_time, std::uint32_t at) {
  constexpr Leads kClock = kFigureLead | kNumberLead | kArticleLead | kNoonLead;
  if (are_lone_figures(at_time.scan, at)) {
    return read_date(at_time, at);
  }
  auto best = read_plain_date(at_time, at);
  if (is_longest(at_time, best)) {
    return best;
  }
  if (best) {
    complete_day(at_time, *best);
  }
  const Leads leads = leads_at(at_time.scan, at);
  if ((leads & kClock) != 0) {
    keep_longer(best, read_clock_first(at_time, at));
  }
  if ((leads & kDayPartLead) != 0) {
    keep_longer(best, read_bare_day_part(at_time, at));
  }
  if ((leads & (kThirdLead | kSmallLead)) != 0) {
    keep_longer(best, read_early_hours(at_time, at));
  }
  return best;
}

std::optional<Found> read_time(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit) {
  const Scan& scan = at_time.scan;
  const std::uint32_t lead = at - (at > limit && scan.is(at - 1, Cue::the) ? 1U : 0U);
  const bool led =
      lead > limit && (scan.is(lead - 1, Cue::from) || scan.is(lead - 1, Cue::between));
  auto part = read_part(at_time, at);
  if ((leads_at(scan, at) & kThirdLead) != 0) {
    keep_longer(part, read_third(at_time, at));
  }
  if (!part) {
    return std::nullopt;
  }
  if (auto range = read_range(at_time, *part, led)) {
    return found_time(at_time, *std::move(range), limit, led);
  }
  return found_time(at_time, *std::move(part), limit, led);
}

}  // namespace concord::normalize
