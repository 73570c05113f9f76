#include "normalize/durations.h"

#include <algorithm>
#include <array>

#include "normalize/duration_values.h"
#include "normalize/glued_money.h"

namespace concord::normalize {
namespace {

// "and a half" after "a year".
bool take_half(const Scan& scan, TimeUnit unit, Duration& duration, std::uint32_t& end) {
  if (!scan.is(end, Cue::and_word)) {
    return false;
  }
  const std::uint32_t name = end + 1 + (scan.is(end + 1, Cue::a) ? 1U : 0U);
  const Word& part = scan.word(name);
  if (part.number != NumberRole::fraction || !duration.amount) {
    return false;
  }
  const auto extra = divide(Decimal(1), Decimal(part.value));
  const auto sum = extra ? add(*duration.amount, normalized(*extra)) : std::nullopt;
  if (!sum) {
    return false;
  }
  Number number{.value = normalized(*sum), .approximate_form = true};
  number.last_digit = last_significant_power(number.value);
  const Hedge hedge = duration.hedge;
  fill(duration, number_bounds(number, hedge == Hedge::rounded ? Hedge::exact : hedge, false),
       unit);
  duration.amount = number.value;
  duration.nominal_seconds = multiply(number.value, Decimal(seconds_in(unit)));
  duration.iso = iso_duration(number.value, unit);
  end = name + 1;
  return true;
}

// "40 tons of refined copper a year"
bool is_output(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kMostWords = 4;
  std::uint32_t i = 1;
  while (i <= kMostWords && i < at && scan.noun_like(at - i) && !scan.is(at - i, Cue::of)) {
    ++i;
  }
  const bool of = i > 1 && i < at && scan.is(at - i, Cue::of);
  return of && (scan.vocabulary().units.knows(scan.token(at - i - 1).word) ||
                scan.word(at - i - 1).number != NumberRole::none);
}

// "a week": not "200 a week", "$5 a day", "twice a year".
bool is_rate(const Scan& scan, std::uint32_t at) {
  const Cue after = scan.cue(at + 2);
  if (after == Cue::ago || after == Cue::earlier || after == Cue::later || after == Cue::before ||
      after == Cue::after) {
    return false;
  }
  if (is_output(scan, at)) {
    return true;
  }
  const Word& before = scan.word(at - 1);
  const bool amount =
      scan.is_number(at - 1) || before.number != NumberRole::none || scan.mark(at - 1, '%');
  static constexpr std::string_view kTimes[] = {"times", "once", "twice"};
  const bool many_units = scan.has(at - 1, plural) && before.time_unit != TimeUnit::none;
  return at > 0 &&
         (amount || many_units || scan.says_any(at - 1, kTimes) || may_be_glued(scan, at - 1) ||
          scan.vocabulary().units.knows(scan.token(at - 1).word) || scan.has(at - 1, count_noun));
}

bool plural_length(const Scan& scan, std::uint32_t at) {
  const TimeUnit unit = scan.word(at).time_unit;
  return scan.has(at, plural) && unit >= TimeUnit::minute && unit != TimeUnit::weekend &&
         unit != TimeUnit::night;
}

// "the whole day", "all week", "full-year", "the past decade": one unit
std::optional<Found> read_whole_length(const Scan& scan, std::uint32_t at) {
  const bool all = scan.says(at, "all");
  const bool past = scan.is(at, Cue::past);
  if (!all && !past && !scan.is(at, Cue::whole)) {
    return std::nullopt;
  }
  const std::uint32_t name = at + 1 + (scan.dash(at + 1) && !past ? 1U : 0U);
  const TimeUnit unit = scan.word(name).time_unit;
  const bool fits = past ? unit >= TimeUnit::week && unit != TimeUnit::weekend
                         : unit == TimeUnit::day || unit == TimeUnit::week ||
                               unit == TimeUnit::month || unit == TimeUnit::year;
  if (!fits || scan.has(name, plural) || (scan.dash(name + 1) && scan.attached(name + 1))) {
    return std::nullopt;
  }
  const std::uint32_t begin = at - (at > 0 && scan.is(at - 1, Cue::the) && !all ? 1U : 0U);
  Duration length = of_one(unit, Hedge::exact);
  std::uint32_t end = name + 1;
  if (past) {
    take_half(scan, unit, length, end);  // "the past year and a half"
  }
  return Found{begin, end, begin, end, std::move(length)};
}

// "the year ended March 31", "the week ending Friday": its length; the date says where it lies
std::optional<Found> read_ended_unit(const Scan& scan, std::uint32_t at) {
  if (!scan.is(at, Cue::the)) {
    return std::nullopt;
  }
  const TimeUnit unit = scan.word(at + 1).time_unit;
  const bool fits = unit == TimeUnit::week || unit == TimeUnit::month || unit == TimeUnit::year;
  const bool to_date = (scan.is(at + 2, Cue::to) || scan.is(at + 2, Cue::until)) &&
                       (scan.word(at + 3).month != 0 || scan.word(at + 4).month != 0);
  const bool ended = to_date || scan.says(at + 2, "ended") || scan.says(at + 2, "ending");
  return fits && ended && !scan.has(at + 1, plural)
             ? std::optional(Found{at, at + 2, at, at + 2, of_one(unit, Hedge::exact)})
             : std::nullopt;
}

// "decades of neglect", "after months of talks": what went on for so long; "years of age" and "days
// of the week" are none.
bool fills_time(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kLead[] = {"after", "amid", "despite", "following",
                                               "with",  "by",   "through", "from",
                                               "and",   "or",   "over",    "ending"};
  static constexpr std::string_view kOther[] = {"age", "operation", "business", "service", "birth"};
  const bool led = at == 0 || scan.mark(at - 1, ',') ||
                   std::ranges::any_of(kLead, [&](auto word) { return scan.says(at - 1, word); });
  return led && scan.is(at + 1, Cue::of) && scan.noun_like(at + 2) &&
         scan.word(at).time_unit >= TimeUnit::hour &&
         scan.word(at + 2).time_unit == TimeUnit::none &&
         std::ranges::none_of(kOther, [&](auto word) { return scan.says(at + 2, word); });
}

// "the day after the vote", "the week before the blast": so long from an event
std::optional<Found> read_unit_from_event(const Scan& scan, std::uint32_t at) {
  const TimeUnit unit = scan.is(at, Cue::the) ? scan.word(at + 1).time_unit : TimeUnit::none;
  const bool fits = unit == TimeUnit::day || unit == TimeUnit::week || unit == TimeUnit::month ||
                    unit == TimeUnit::year;
  const Cue joint = scan.cue(at + 2);
  const std::uint32_t event = at + 3;
  const bool told = scan.is(event, Cue::the) || scan.is(event, Cue::a) ||
                    scan.is(event, Cue::his) || scan.name_like(event);
  return fits && !scan.has(at + 1, plural) && told && (joint == Cue::before || joint == Cue::after)
             ? std::optional(Found{at, at + 2, at, at + 2, of_one(unit, Hedge::exact)})
             : std::nullopt;
}

// "for years", "recent months", "the weeks before", "years ago".
std::optional<Found> read_unsaid_duration(const Scan& scan, std::uint32_t at) {
  const Cue first = scan.cue(at);
  const bool qualified = (first == Cue::recent || first == Cue::coming || first == Cue::past) &&
                         plural_length(scan, at + 1);
  if (qualified) {
    return Found{at, at + 2, at, at + 2, of_unsaid_number(scan.word(at + 1).time_unit)};
  }
  if (!plural_length(scan, at)) {
    return std::nullopt;
  }
  const Cue before = scan.cue(at - 1);
  const Cue after = scan.cue(at + 1);
  const bool measured = before == Cue::for_word || before == Cue::in ||
                        scan.says(at - 1, "within") || scan.says(at - 1, "taken") ||
                        scan.says(at - 1, "take");
  const bool anchored = after == Cue::ago || after == Cue::later || after == Cue::earlier ||
                        after == Cue::before || after == Cue::after;
  const bool told = before == Cue::the && (anchored || after == Cue::that || after == Cue::since);
  if (!measured && !anchored && !told && !fills_time(scan, at)) {
    return std::nullopt;
  }
  return Found{at, at + 1, at, at + 1, of_unsaid_number(scan.word(at).time_unit)};
}

// "an hour thirty", "2 hours and 10": minutes, where no noun follows that the number would count
bool take_bare_minutes(const Scan& scan, TimeUnit last_unit, Duration& duration,
                       std::uint32_t& end) {
  const std::uint32_t at = end + (scan.is(end, Cue::and_word) ? 1U : 0U);
  if (last_unit != TimeUnit::hour || duration.hedge == Hedge::vague || scan.is(at, Cue::a)) {
    return false;
  }
  const auto number = scan.is_number(at) ? read_number(scan, at) : read_cardinal_words(scan, at);
  const auto minutes =
      number && number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  const std::uint32_t next = number ? number->end : at;
  const bool stands = next >= scan.size() || scan.mark(next, '.') || scan.mark(next, ',') ||
                      scan.is(next, Cue::ago) || scan.is(next, Cue::later);
  if (!minutes || *minutes < 1 || *minutes > 59 || !stands) {
    return false;
  }
  add_part(duration, number->value, TimeUnit::minute);
  end = next;
  return true;
}

}  // namespace

void take_smaller_parts(const Scan& scan, TimeUnit last_unit, Duration& duration,
                        std::uint32_t& end) {
  if (take_half(scan, last_unit, duration, end) ||
      take_bare_minutes(scan, last_unit, duration, end)) {
    return;
  }
  TimeUnit unit = last_unit;
  for (int parts = 0; parts < 4; ++parts) {
    std::uint32_t at = end;
    at += scan.mark(at, ',') ? 1U : 0U;
    at += scan.is(at, Cue::and_word) ? 1U : 0U;
    if (!scan.is_number(at) && scan.word(at).number == NumberRole::none) {
      return;
    }
    if (const auto lettered = at == end ? lettered_unit(scan, at, unit) : std::nullopt) {
      add_part(duration, read_figures(scan.spelling(at))->value, *lettered);
      unit = *lettered;
      end = at + 2;
      continue;
    }
    const auto part = read_amount(scan, at, at);
    const bool smaller = part && part->unit.dimension == Dimension::duration &&
                         part->unit.time < unit && part->number.form == NumberForm::plain &&
                         unit <= TimeUnit::century;
    if (!smaller || duration.hedge == Hedge::vague) {
      return;
    }
    add_part(duration, part->number.value, part->unit.time);
    unit = part->unit.time;
    end = part->end;
  }
}

namespace {

struct FractionAt {
  Decimal value;
  std::uint32_t end = 0;
};

// "half", "a quarter", "three quarters", "two thirds"
std::optional<FractionAt> word_fraction(const Scan& scan, std::uint32_t at) {
  const bool article = scan.is(at, Cue::a);
  const auto number = article ? std::nullopt : read_cardinal_words(scan, at);
  const auto top = number ? whole_value(number->value) : std::optional<std::int64_t>(1);
  const std::uint32_t name = number ? number->end : at + (article ? 1U : 0U);
  const Word& part = scan.word(name);
  const bool fraction =
      part.number == NumberRole::fraction || part.number == NumberRole::fraction_plural;
  if (!fraction || !top || *top < 1 || *top >= 100) {
    return std::nullopt;
  }
  const auto value = divide(Decimal(*top), Decimal(part.value));
  return value ? std::optional(FractionAt{normalized(*value), name + 1}) : std::nullopt;
}

// "one and three quarters", "two and a half"; a fraction alone
std::optional<FractionAt> mixed_number(const Scan& scan, std::uint32_t at) {
  const auto whole = scan.is_number(at) ? read_number(scan, at) : read_cardinal_words(scan, at);
  if (!whole || !scan.is(whole->end, Cue::and_word)) {
    return word_fraction(scan, at);
  }
  const auto part = word_fraction(scan, whole->end + 1);
  const auto sum = part ? add(whole->value, part->value) : std::nullopt;
  return sum ? std::optional(FractionAt{*sum, part->end}) : word_fraction(scan, at);
}

}  // namespace

std::optional<Found> read_fraction_duration(const Scan& scan, std::uint32_t at,
                                            std::uint32_t limit) {
  const bool may_begin = scan.is_number(at)
                             ? may_go_on(scan, at + 1)
                             : scan.word(at).number != NumberRole::none || scan.is(at, Cue::a);
  if (!may_begin || scan.nothing_follows(at + 1)) {
    return std::nullopt;
  }
  constexpr std::uint32_t kLongestNumber = 9;
  std::uint32_t ahead = at + 1;
  while (ahead < at + kLongestNumber && !scan.is(ahead, Cue::of) &&
         scan.word(ahead).time_unit != TimeUnit::century) {
    ++ahead;
  }
  if (ahead == at + kLongestNumber) {
    return std::nullopt;
  }
  const auto number = mixed_number(scan, at);
  const bool of = number && scan.is(number->end, Cue::of);
  // "a quarter-century"
  const bool joined = number && scan.dash(number->end) && scan.attached(number->end) &&
                      scan.word(number->end + 1).time_unit == TimeUnit::century;
  if (!of && !joined) {
    return std::nullopt;
  }
  // "half of the day" is a part of a day that was told
  const std::uint32_t name = number->end + (scan.is(number->end + 1, Cue::a) ? 2U : 1U);
  const TimeUnit unit = scan.word(name).time_unit;
  const bool exact = unit >= TimeUnit::second && unit <= TimeUnit::week &&
                     unit != TimeUnit::night && unit != TimeUnit::weekend;
  if (!exact && !joined && unit != TimeUnit::month && unit != TimeUnit::year) {
    return std::nullopt;
  }
  Amount amount{.begin = at, .end = name + 1, .number = {}, .unit = {}};
  amount.number.value = number->value;
  amount.unit.time = unit;
  const FoundHedge hedge = find_hedge(scan, at, name + 1, limit);
  Duration duration = duration_of(amount, hedge.hedge);
  loosen_bound(hedge, duration);
  return Found{hedge.begin, hedge.end, at, name + 1, std::move(duration)};
}

namespace {

// "a day or two", "a year or more" is a hedge: from one to the number said
bool take_or_more(const Scan& scan, TimeUnit unit, Duration& duration, std::uint32_t& end) {
  const bool joined = scan.is(end, Cue::or_word) && scan.is_word(end + 1);
  const auto number = joined ? read_cardinal_words(scan, end + 1) : std::nullopt;
  const auto most = number ? whole_value(number->value) : std::nullopt;
  if (!most || *most < 2 || *most > 3 || scan.noun_like(number->end)) {
    return false;
  }
  Duration last;
  fill(last, number_bounds(*number, Hedge::exact, false), unit);
  duration.seconds.high = last.seconds.high;
  duration.soft_seconds.high = last.soft_seconds.high;
  duration.months.high = last.months.high;
  duration.nominal_seconds.reset();
  duration.amount.reset();
  duration.hedge = Hedge::between;
  end = number->end;
  return true;
}

// "an additional year", "a further week", "an extra day"
bool is_addition(const Scan& scan, std::uint32_t at) {
  return scan.says(at, "additional") || scan.says(at, "further") || scan.says(at, "extra");
}

// "waited for a second.", "won by a second": in "searched for a second" it is the next one
bool tells_moment(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  static constexpr std::string_view kVerbs[] = {
      "waited",   "wait", "paused", "hesitated", "stopped", "pause",  "stop",
      "hesitate", "won",  "lost",   "beat",      "late",    "beaten", "ahead",
      "him",      "her",  "them",   "it",        "silent",  "quiet"};
  const bool ends = end >= scan.size() || scan.mark(end, '.') || scan.mark(end, ',');
  const bool led = scan.is(at - 1, Cue::for_word) || scan.is(at - 1, Cue::by);
  return ends && led &&
         std::ranges::any_of(kVerbs, [&](auto verb) { return scan.says(at - 2, verb); });
}

// "a week", "another hour", "a whole day", "a day or two"
std::optional<Found> read_one_unit(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  if (!scan.is(at, Cue::a) && !scan.is(at, Cue::another)) {
    return std::nullopt;
  }
  std::uint32_t name = at + 1;
  name += scan.is(name, Cue::whole) || is_addition(scan, name) ? 1U : 0U;
  const TimeUnit unit = scan.word(name).time_unit;
  const bool told = unit == TimeUnit::second && tells_moment(scan, at, name + 1);
  const bool vague_second = unit == TimeUnit::second && !scan.is(name + 1, Cue::ago) &&
                            !scan.is(name + 1, Cue::later) && !told;
  if (unit == TimeUnit::none || scan.has(name, plural) || vague_second ||
      unit == TimeUnit::quarter || unit == TimeUnit::weekend || is_rate(scan, at)) {
    return std::nullopt;
  }
  // "a day-night match", "a two-hour": the unit must stand by itself; "a year-old" is an age
  if (scan.dash(name + 1) && scan.attached(name + 1) && !scan.is(name + 2, Cue::long_word)) {
    return std::nullopt;
  }
  std::uint32_t end = name + 1;
  end += scan.dash(end) && scan.is(end + 1, Cue::long_word) ? 2U : 0U;
  // "higher than a year ago" compares with a time, not with a length
  const bool compares = scan.is(at - 1, Cue::than) && !scan.is(at - 2, Cue::more) &&
                        !scan.says(at - 2, "less") && !scan.says(at - 2, "longer");
  const FoundHedge hedge = find_hedge(scan, at, end, compares ? at : limit);
  Duration duration = of_one(unit, hedge.hedge);
  loosen_bound(hedge, duration);
  std::uint32_t full = hedge.end;
  if (hedge.end == end) {
    if (!take_or_more(scan, unit, duration, end)) {
      take_smaller_parts(scan, unit, duration, end);
    }
    full = end;
  }
  return Found{hedge.begin, full, at, end, std::move(duration)};
}

}  // namespace

std::optional<Found> read_article_duration(const Scan& scan, std::uint32_t at,
                                           std::uint32_t limit) {
  // "day-long", "years-long"
  const Word& bare = scan.word(at);
  if (bare.time_unit != TimeUnit::none && scan.dash(at + 1) && scan.attached(at + 1) &&
      scan.is(at + 2, Cue::long_word)) {
    Duration duration =
        bare.has(plural) ? of_unsaid_number(bare.time_unit) : of_one(bare.time_unit, Hedge::exact);
    return Found{at, at + 3, at, at + 3, std::move(duration)};
  }
  if (auto whole = read_whole_length(scan, at)) {
    whole->begin = whole->begin < limit ? at : whole->begin;
    whole->core_begin = whole->begin;
    return whole;
  }
  for (const auto rule : {read_ended_unit, read_unit_from_event}) {
    if (auto found = rule(scan, at)) {
      return found;
    }
  }
  auto unsaid = read_unsaid_duration(scan, at);
  return unsaid ? unsaid : read_one_unit(scan, at, limit);
}

}  // namespace concord::normalize
