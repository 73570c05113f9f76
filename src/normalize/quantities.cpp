#include "normalize/quantities.h"

#include <algorithm>

#include "normalize/duration_values.h"
#include "normalize/durations.h"
#include "normalize/glued_money.h"
#include "normalize/hedges.h"
#include "normalize/labels.h"
#include "normalize/margins.h"
#include "normalize/ranges.h"
#include "normalize/written_units.h"

namespace concord::normalize {
namespace {

// ---- years and pronouns that look like counts

bool is_pronoun_one(const Scan& scan, const Amount& amount) {
  if (!scan.is(amount.begin, Cue::one) || amount.end != amount.begin + 1) {
    return false;
  }
  const std::uint32_t next = amount.end;
  if (scan.token(amount.begin).capital && amount.begin > 0 && scan.name_like(amount.begin - 1)) {
    return true;  // "BBC One"
  }
  const Cue before = scan.cue(amount.begin - 1);
  const Cue after = scan.cue(next);
  if (after == Cue::of || after == Cue::another || after == Cue::s || after == Cue::by) {
    return true;
  }
  const bool hyphenated = scan.dash(next) && scan.attached(next);
  static constexpr std::string_view kSecondHalves[] = {"time", "way",       "off",   "sided", "on",
                                                       "to",   "upmanship", "liner", "stop"};
  if (hyphenated && scan.says_any(next + 1, kSecondHalves)) {
    return true;
  }
  static constexpr std::string_view kModals[] = {"can", "must",  "should", "could", "would",
                                                 "may", "might", "who",    "that",  "which",
                                                 "'d",  "does",  "cannot"};
  if (scan.says_any(next, kModals)) {
    return true;
  }
  const bool noun = scan.noun_like(next) || hyphenated;
  const bool determined = before == Cue::the || before == Cue::this_word || before == Cue::that ||
                          before == Cue::no || before == Cue::every || before == Cue::another ||
                          before == Cue::last || before == Cue::next;
  static constexpr std::string_view kHeads[] = {"any",    "some", "same",  "which",  "no",
                                                "number", "day",  "phase", "new",    "big",
                                                "good",   "only", "loved", "better", "tier"};
  return (determined && !noun) || scan.says_any(amount.begin - 1, kHeads) || before == Cue::no;
}

// Number words inside names and idioms: "Twenty-One Pilots" is beyond us, "second-hand" is not a
// number.
bool is_idle_word(const Scan& scan, const Amount& amount) {
  return amount.unit.bare() && is_pronoun_one(scan, amount);
}

// "a ship sank 12 miles off the coast"; prices and shares sink by so much
bool is_shipwreck(const Scan& scan, std::uint32_t verb, Dimension dimension) {
  return scan.says(verb, "sank") && dimension != Dimension::percent &&
         dimension != Dimension::percentage_points && dimension != Dimension::money &&
         !scan.is(verb + 1, Cue::to) && !scan.is(verb + 1, Cue::by);
}

// Is there a verb of rising or falling within a few words before?
Trend trend_before(const Scan& scan, std::uint32_t begin, std::uint32_t reach,
                   Dimension dimension) {
  for (std::uint32_t i = 1; i <= reach && i <= begin; ++i) {
    if (scan.has(begin - i, goes_up))
      return Trend::up;
    if (scan.has(begin - i, goes_down) && !is_shipwreck(scan, begin - i, dimension))
      return Trend::down;
  }
  return Trend::none;
}

// "forty-five (45)", "45 (forty-five)": the number said again.
std::uint32_t past_repetition(const Scan& scan, const Amount& amount) {
  const std::uint32_t at = amount.end + 1;
  if (!scan.mark(amount.end, '(') || !amount.unit.bare() ||
      amount.number.form != NumberForm::plain || amount.number.figures == scan.is_number(at)) {
    return amount.end;
  }
  const auto again = read_number(scan, at);
  const bool same =
      again && again->form == NumberForm::plain && again->value == amount.number.value;
  return same && scan.mark(again->end, ')') ? again->end + 1 : amount.end;
}

Value value_of(const Scan& scan, const Amount& amount, const FoundHedge& hedge) {
  if (amount.unit.dimension == Dimension::duration) {
    Duration duration = duration_of(amount, hedge.hedge);
    loosen_bound(hedge, duration);
    return duration;
  }
  Quantity quantity = quantity_of(scan, amount, hedge.hedge);
  if (hedge.loose) {
    loosen(hedge.hedge, quantity.dimension == Dimension::count, quantity.hard);
  }
  // the "up" of "up to 300" is no rise
  quantity.trend = trend_before(scan, is_ceiling(hedge.hedge) ? hedge.begin : amount.begin, 3,
                                quantity.dimension);
  return quantity;
}

// "at least 20 to 30": the bound is that of the end that it leaves closed.
void bound_quantity(Hedge hedge, Quantity& quantity) {
  quantity.nominal = is_floor(hedge) ? quantity.hard.low : quantity.hard.high;
  bound_range(hedge, quantity.hard, quantity.soft);
  quantity.hedge = hedge;
}

void bound_duration(Hedge hedge, Duration& duration) {
  bound_range(hedge, duration.seconds, duration.soft_seconds);
  if (duration.months.low || duration.months.high) {
    Interval<Decimal> usual = duration.months;
    bound_range(hedge, duration.months, usual);
  }
  duration.hedge = hedge;
}

void bound_value(Hedge hedge, Value& value) {
  if (!is_floor(hedge) && !is_ceiling(hedge)) {
    return;
  }
  if (auto* quantity = std::get_if<Quantity>(&value)) {
    bound_quantity(hedge, *quantity);
  } else if (auto* duration = std::get_if<Duration>(&value)) {
    bound_duration(hedge, *duration);
  }
}

Value value_between(const Scan& scan, const Pair& pair) {
  if (pair.high.unit.dimension == Dimension::duration) {
    Duration duration = duration_between(pair.low, pair.high);
    const bool plain =
        pair.low.number.form == NumberForm::plain && pair.high.number.form == NumberForm::plain;
    duration.soft_seconds = plain ? duration.seconds : duration.soft_seconds;
    return duration;
  }
  return quantity_between(scan, pair.low, pair.high);
}

// The hedge around the words, or the one between number and unit: "30-odd miles", "100-plus km".
FoundHedge hedge_of(const Scan& scan, const Amount& amount, std::uint32_t limit) {
  FoundHedge hedge = find_hedge(scan, amount.begin, amount.end, limit);
  const std::uint32_t rounded = past_rounding(scan, amount.number.end);
  if (rounded != amount.number.end && rounded < amount.end &&
      (hedge.hedge == Hedge::exact || hedge.hedge == Hedge::about)) {
    hedge.hedge = scan.says(rounded - 1, "plus") ? Hedge::more_than : Hedge::about;
  }
  return hedge;
}

std::uint32_t emit_single(const Scan& scan, const Amount& amount, std::uint32_t limit,
                          std::vector<Found>& found) {
  const FoundHedge hedge = hedge_of(scan, amount, limit);
  Found made{hedge.begin, hedge.end, amount.begin, amount.end, value_of(scan, amount, hedge)};
  if (auto* duration = std::get_if<Duration>(&made.value);
      duration != nullptr && hedge.end == amount.end) {
    take_smaller_parts(scan, amount.unit.time, *duration, made.core_end);
    made.end = made.core_end;
  }
  if (const auto* quantity = std::get_if<Quantity>(&made.value)) {
    if (auto both = read_second_bound(scan, *quantity, made.end)) {
      made = {hedge.begin, both->end, amount.begin, both->end, std::move(both->range)};
    }
  }
  const std::uint32_t end = made.end;
  found.push_back(std::move(made));
  return end;
}

// "one of the dead" is at least one of them.
bool is_partitive(const Scan& scan, const Amount& amount) {
  const bool one = scan.is(amount.begin, Cue::one) && amount.end == amount.begin + 1;
  if (!one || !scan.is(amount.end, Cue::of)) {  // "one third of" is a fraction
    return false;
  }
  const std::uint32_t whole = amount.end + 1;
  return scan.is(whole, Cue::the) || scan.is(whole, Cue::his) || scan.is(whole, Cue::that) ||
         scan.name_like(whole);
}

std::uint32_t emit_partitive(const Amount& amount, std::vector<Found>& found) {
  Quantity one;
  one.nominal = Decimal(1);
  one.hard.low = Decimal(1);
  one.soft = Interval<Decimal>::exactly(Decimal(1));
  one.hedge = Hedge::at_least;
  found.push_back({amount.begin, amount.end, amount.begin, amount.end, std::move(one)});
  return amount.end;
}

// "Not one vote was cast": none was.  "not one but two", "it is not one party" deny another thing.
bool is_denied_one(const Scan& scan, const Amount& amount) {
  const std::uint32_t deny = amount.begin - 1;
  const bool one = scan.is(amount.begin, Cue::one) && amount.end == amount.begin + 1;
  if (!one || !amount.unit.bare() || !scan.says(deny, "not")) {
    return false;
  }
  const bool opens = deny == 0 || !scan.is_word(deny - 1) || scan.says(deny - 1, "but") ||
                     scan.is(deny - 1, Cue::and_word) || scan.is(deny - 1, Cue::that);
  const bool told = scan.noun_like(amount.end) || scan.is(amount.end, Cue::of);
  bool contrasts = false;
  for (std::uint32_t i = 0; i <= 3; ++i) {
    contrasts = contrasts || scan.says(amount.end + i, "but");
  }
  return opens && told && !contrasts;
}

std::uint32_t emit_none(const Amount& amount, std::vector<Found>& found) {
  Quantity none;
  none.nominal = Decimal(0);
  none.hard = none.soft = Interval<Decimal>::exactly(Decimal(0));
  none.hedge = Hedge::none_of;
  found.push_back({amount.begin, amount.end, amount.begin, amount.end, std::move(none)});
  return amount.end;
}

// "deaths rose from 14 to 21 and injuries from 30 to 50": the verb of the first stands for both
bool leaves_out_verb(const Scan& scan, std::uint32_t from, Dimension dimension) {
  constexpr std::uint32_t kSubject = 5;
  constexpr std::uint32_t kBack = 10;
  std::uint32_t joint = from;
  for (std::uint32_t i = 1; i <= kSubject && i <= from && joint == from; ++i) {
    const std::uint32_t at = from - i;
    joint = scan.is(at, Cue::and_word) || scan.mark(at, ',') ? at : joint;
  }
  for (std::uint32_t i = 1; joint != from && i <= kBack && i <= joint; ++i) {
    if (scan.is(joint - i, Cue::from)) {
      return trend_before(scan, joint - i, 3, dimension) != Trend::none;
    }
  }
  return false;
}

std::uint32_t emit_pair(const Scan& scan, const Pair& pair, std::uint32_t limit,
                        std::vector<Found>& found) {
  std::uint32_t begin = pair.low.begin;
  const auto inner = scan.vocabulary().hedges_before.ending(scan.between(limit, begin));
  begin -= inner.length;
  const Cue lead = begin > limit ? scan.cue(begin - 1) : Cue::none;
  static constexpr std::string_view kSpans[] = {"ranged", "range", "ranges", "ranging",
                                                "varied", "vary",  "varies", "varying"};
  const bool spans = begin > limit + 1 && scan.says_any(begin - 2, kSpans);
  const bool moves =
      lead == Cue::from && pair.joint == Joint::to && !spans &&
      (falls(pair) || trend_before(scan, begin - 1, 6, pair.high.unit.dimension) != Trend::none ||
       leaves_out_verb(scan, begin - 1, pair.high.unit.dimension));
  if (moves) {
    emit_single(scan, pair.low, begin, found);
    return emit_single(scan, pair.high, pair.low.end + 1, found);
  }
  const bool led = (lead == Cue::from && pair.joint == Joint::to) ||
                   (lead == Cue::between && pair.joint == Joint::between);
  const std::uint32_t full = led ? begin - 1 : begin;
  const FoundHedge hedge = find_hedge(scan, pair.low.begin, pair.high.end, limit);
  Found made{std::min(full, hedge.begin), hedge.end, pair.low.begin, pair.high.end,
             value_between(scan, pair)};
  // "over two to three months", "within two to three weeks": how long it lasts
  const bool during =
      pair.high.unit.dimension == Dimension::duration &&
      (scan.says(pair.low.begin - 1, "over") || scan.says(pair.low.begin - 1, "within"));
  if (pair.joint != Joint::between && !during) {
    bound_value(hedge.hedge, made.value);
  }
  found.push_back(std::move(made));
  return hedge.end;
}

std::uint32_t emit_ordinal(const Scan& scan, const Number& ordinal, std::vector<Found>& found) {
  const std::uint32_t end = ordinal.end;
  const bool address =
      scan.token(end).capital && (scan.has(end, street) || scan.has(end + 1, street));
  const bool added = scan.mark(ordinal.begin - 1, '+') && scan.attached(ordinal.begin);
  if (address || added) {  // "in the 90+4th minute"
    return end;
  }
  // "the first nine months": the ordinal belongs to the length
  const bool of_length = (scan.is_number(end) || scan.word(end).number == NumberRole::unit) &&
                         scan.has(end + 1, plural);
  if (of_length) {
    return ordinal.begin;
  }
  Quantity quantity;
  quantity.dimension = Dimension::ordinal;
  quantity.nominal = ordinal.value;
  quantity.hard = quantity.soft = Interval<Decimal>::exactly(ordinal.value);
  found.push_back({ordinal.begin, end, ordinal.begin, end, std::move(quantity)});
  return end;
}

// Past figures joined by hyphens or slashes that are not values.
std::uint32_t past_code(const Scan& scan, const Number& number, std::uint32_t end) {
  const bool telephone = scan.mark(number.begin - 1, '+');
  while (telephone && scan.is_number(end)) {
    ++end;
  }
  while ((scan.dash(end) || scan.mark(end, '/') || scan.mark(end, ':') || scan.mark(end, '^')) &&
         scan.attached(end) && scan.is_number(end + 1) && scan.attached(end + 1)) {
    end += 2;
  }
  return end;
}

// "two million million", "six sextillion": larger than a number can be here; none of its words is
// read.
std::uint32_t past_too_large(const Scan& scan, const Amount& amount) {
  const auto is_power = [&](std::uint32_t at) {
    return scan.word(at).number == NumberRole::magnitude;
  };
  if (!is_power(amount.number.end) || amount.number.form != NumberForm::plain) {
    return amount.number.begin;
  }
  std::uint32_t end = amount.number.end;
  while (scan.word(end).number >= NumberRole::unit &&
         scan.word(end).number <= NumberRole::magnitude) {
    ++end;
  }
  return end;
}

}  // namespace

std::uint32_t read_quantity(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                            std::vector<Found>& found) {
  const Cue cue = scan.cue(at);
  const bool may_begin = scan.is_number(at) || scan.word(at).number != NumberRole::none ||
                         cue == Cue::a || cue == Cue::one || may_be_glued(scan, at);
  if (!may_begin) {
    return at;
  }
  const auto ordinal = read_ordinal(scan, at);
  auto amount = read_amount(scan, at, limit);
  const std::uint32_t number_end = amount ? amount->number.end : at;
  if (ordinal && ordinal->end > number_end) {
    return emit_ordinal(scan, *ordinal, found);
  }
  if (!amount) {
    return at;
  }
  if (const Label label = read_label(scan, *amount); label.end != 0) {
    return std::max(label.end, at + 1);
  }
  if (auto ratio = read_told_ratio(scan, *amount)) {
    found.push_back(std::move(*ratio));
    return found.back().end;
  }
  if (is_part_of_name(scan, *amount)) {
    return std::max(past_code(scan, amount->number, amount->end), at + 1);
  }
  if (const std::uint32_t end = past_too_large(scan, *amount); end != at) {
    return end;
  }
  if (is_denied_one(scan, *amount)) {
    return emit_none(*amount, found);
  }
  if (amount->unit.bare() && is_partitive(scan, *amount)) {
    return emit_partitive(*amount, found);
  }
  if (is_idle_word(scan, *amount)) {
    return amount->end;
  }
  if (auto measured = read_margin(scan, *amount, limit)) {
    found.push_back(std::move(*measured));
    return found.back().end;
  }
  if (scan.nothing_follows(amount->end)) {
    return emit_single(scan, *amount, limit, found);
  }
  if (auto ratio = read_to_one(scan, *amount)) {
    found.push_back(std::move(*ratio));
    return found.back().end;
  }
  if (const auto pair = read_pair(scan, *amount, limit)) {
    return emit_pair(scan, *pair, limit, found);
  }
  if (const auto shared = unit_from_list(scan, *amount)) {
    amount->unit = *shared;
    amount->unit.text_begin = amount->unit.text_end = 0;
  }
  take_times(scan, *amount);
  take_feet_and_inches(scan, *amount);
  take_compound_measure(scan, *amount);
  amount->end = past_repetition(scan, *amount);
  return emit_single(scan, *amount, limit, found);
}

std::string_view no_value_reason(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  const auto amount = read_amount(scan, at, limit);
  if (!amount) {
    return "an ordinal that numbers a street";
  }
  if (const Label label = read_label(scan, *amount); label.end != 0) {
    return label.reason;
  }
  if (const std::string_view name = name_reason(scan, *amount); !name.empty()) {
    return name;
  }
  return past_too_large(scan, *amount) != at ? "larger than any number the reader holds"
                                             : "\"one\" stands for a person or thing";
}

}  // namespace concord::normalize
