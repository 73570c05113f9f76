#include "normalize/quantities.h"

#include <algorithm>
#include <span>

#include "normalize/durations.h"
#include "normalize/glued_money.h"

namespace concord::normalize {
namespace {

// ---- years and pronouns that look like counts

bool says_any(const Scan& scan, std::uint32_t at, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return scan.says(at, word); });
}

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
  constexpr std::string_view kSecondHalves[] = {"time", "way",       "off",   "sided", "on",
                                                "to",   "upmanship", "liner", "stop"};
  if (hyphenated && says_any(scan, next + 1, kSecondHalves)) {
    return true;
  }
  constexpr std::string_view kModals[] = {"can", "must",  "should", "could", "would",
                                          "may", "might", "who",    "that",  "which",
                                          "'d",  "does",  "cannot"};
  if (says_any(scan, next, kModals)) {
    return true;
  }
  const bool noun = scan.noun_like(next) || hyphenated;
  const bool determined = before == Cue::the || before == Cue::this_word || before == Cue::that ||
                          before == Cue::no || before == Cue::every || before == Cue::another ||
                          before == Cue::last || before == Cue::next;
  constexpr std::string_view kHeads[] = {"any",    "some", "same",  "which",  "no",
                                         "number", "day",  "phase", "new",    "big",
                                         "good",   "only", "loved", "better", "tier"};
  return (determined && !noun) || says_any(scan, amount.begin - 1, kHeads) || before == Cue::no;
}

// Number words inside names and idioms: "Twenty-One Pilots" is beyond us, "second-hand" is not a
// number.
bool is_idle_word(const Scan& scan, const Amount& amount) {
  return amount.unit.bare() && is_pronoun_one(scan, amount);
}

// ---- lists and ranges

bool can_share(const Unit& unit) {
  return !unit.bare() && unit.dimension != Dimension::duration && unit.dimension != Dimension::age;
}

// The unit at the end of a list ("3, 5 and 8 km") for its first number.
std::optional<Unit> unit_from_list(const Scan& scan, const Amount& first) {
  if (!first.unit.bare() || first.number.form != NumberForm::plain) {
    return std::nullopt;
  }
  std::uint32_t at = first.end;
  for (int i = 0; i < 8; ++i) {
    const bool comma = scan.mark(at, ',');
    at += comma ? 1U : 0U;
    const bool joined = scan.is(at, Cue::and_word) || scan.is(at, Cue::or_word);
    at += joined ? 1U : 0U;
    if (!comma && !joined) {
      return std::nullopt;
    }
    if (!scan.is_number(at) && scan.word(at).number == NumberRole::none) {
      return std::nullopt;
    }
    const auto next = read_amount(scan, at, at);
    if (!next || next->number.form != NumberForm::plain) {
      return std::nullopt;
    }
    if (!next->unit.bare()) {
      return joined && can_share(next->unit) && next->begin == at ? std::optional(next->unit)
                                                                  : std::nullopt;
    }
    at = next->end;
  }
  return std::nullopt;
}

enum class Joint : std::uint8_t { none, between, dash, to, either };

struct Connection {
  Joint joint = Joint::none;
  std::uint32_t next = 0;  // token of the second amount
};

Connection connection(const Scan& scan, const Amount& low, std::uint32_t limit) {
  const std::uint32_t at = low.end;
  const auto hedge = scan.vocabulary().hedges_before.ending(scan.between(limit, low.begin));
  const std::uint32_t lead = low.begin - hedge.length;
  if (lead > limit && scan.is(lead - 1, Cue::between) &&
      (scan.is(at, Cue::and_word) || scan.is(at, Cue::to))) {
    return {Joint::between, at + 1};
  }
  // "rose 5 percent to 20 percent", "rose by 12 to 96": the change and the level, no range
  if (scan.is(at, Cue::to) &&
      (scan.has(low.begin - 1, goes_up) || scan.has(low.begin - 1, goes_down) ||
       scan.is(low.begin - 1, Cue::by))) {
    return {};
  }
  if (scan.is(at, Cue::to)) {
    return {Joint::to, at + 1};
  }
  // suspended hyphen: "20- to 30-year-olds"
  if (scan.dash(at) && scan.attached(at) && !scan.attached(at + 1) &&
      (scan.is(at + 1, Cue::to) || scan.is(at + 1, Cue::or_word))) {
    return {scan.is(at + 1, Cue::to) ? Joint::to : Joint::either, at + 2};
  }
  if (scan.dash(at) && (scan.attached(at) == scan.attached(at + 1))) {
    return {Joint::dash, at + 1};
  }
  if (scan.is(at, Cue::or_word)) {
    return {Joint::either, at + 1};
  }
  return {};
}

std::uint32_t currency_length(const Scan& scan, std::uint32_t at) {
  for (std::uint32_t length = 1; length <= 3; ++length) {
    if (scan.is_number(at + length)) {
      return scan.vocabulary().currencies_before.ending(scan.between(at, at + length)).length ==
                     length
                 ? length
                 : 0;
    }
  }
  return 0;
}

bool same_unit(const Unit& low, const Unit& high) {
  if (low.dimension != high.dimension) {
    return false;
  }
  return low.dimension == Dimension::duration || low.dimension == Dimension::age ||
         low.code == high.code;
}

// "20 to 30 million": the first number takes the magnitude of the second.
void share_magnitude(Amount& low, const Amount& high) {
  const int power = high.number.magnitude;
  if (power == 0 || low.number.magnitude != 0 || low.number.form != NumberForm::plain ||
      !(low.number.value < Decimal(1000))) {
    return;
  }
  const auto bigger = scaled(low.number.value, power);
  if (bigger && *bigger < high.number.value) {
    low.number.value = *bigger;
    low.number.approximate_form = true;
    low.number.magnitude = high.number.magnitude;
    low.number.last_digit = static_cast<std::int8_t>(low.number.last_digit + power);
  }
}

struct Pair {
  Amount low;
  Amount high;
  Joint joint = Joint::none;
};

bool range_stands(const Scan& scan, const Pair& pair) {
  const Number& low = pair.low.number;
  const Number& high = pair.high.number;
  const bool vague = low.form == NumberForm::vague || high.form == NumberForm::vague;
  const bool ascends =
      low.form != NumberForm::plain || high.form != NumberForm::plain || low.value < high.value;
  switch (pair.joint) {
    case Joint::between:
      return true;
    case Joint::either:
      return ascends && !vague && (low.figures == high.figures) && low.form == NumberForm::plain;
    case Joint::dash: {
      const bool loose = !scan.attached(pair.low.end) && pair.high.unit.bare();
      return ascends && !vague && !loose && low.figures == high.figures;
    }
    case Joint::to:
      return ascends || scan.is(pair.low.begin - 1, Cue::from);
    case Joint::none:
      return false;
  }
  return false;
}

std::optional<Pair> read_pair(const Scan& scan, const Amount& first, std::uint32_t limit) {
  const Connection joint = connection(scan, first, limit);
  if (joint.joint == Joint::none) {
    return std::nullopt;
  }
  std::uint32_t at = joint.next + currency_length(scan, joint.next);
  at += scan.mark(at, '$') && read_glued_money(scan, at + 1) ? 1U : 0U;
  at += scan.vocabulary().hedges_before.starting(scan.from(at)).length;
  if (!scan.is_number(at) && scan.word(at).number == NumberRole::none && !scan.is(at, Cue::a) &&
      !may_be_glued(scan, at)) {
    return std::nullopt;
  }
  auto second = read_amount(scan, at, joint.next);
  if (!second || second->number.form == NumberForm::fraction) {
    return std::nullopt;
  }
  Pair pair{.low = first, .high = *second, .joint = joint.joint};
  if (pair.high.negative && joint.joint == Joint::dash) {
    return std::nullopt;
  }
  if (pair.low.unit.bare()) {
    pair.low.unit = pair.high.unit;
    pair.low.unit.text_begin = pair.low.unit.text_end = 0;
  } else if (pair.high.unit.bare() && pair.low.begin < pair.low.number.begin) {
    pair.high.unit = pair.low.unit;
  }
  const bool times = pair.low.unit.dimension == Dimension::duration &&
                     pair.high.unit.dimension == Dimension::duration;
  if (!same_unit(pair.low.unit, pair.high.unit) && !times) {
    return std::nullopt;
  }
  share_magnitude(pair.low, pair.high);
  return range_stands(scan, pair) ? std::optional(pair) : std::nullopt;
}

// Is there a verb of rising or falling within a few words before?
Trend trend_before(const Scan& scan, std::uint32_t begin, std::uint32_t reach) {
  for (std::uint32_t i = 1; i <= reach && i <= begin; ++i) {
    if (scan.has(begin - i, goes_up))
      return Trend::up;
    if (scan.has(begin - i, goes_down))
      return Trend::down;
  }
  return Trend::none;
}

Value value_of(const Scan& scan, const Amount& amount, Hedge hedge) {
  if (amount.unit.dimension == Dimension::duration) {
    return duration_of(amount, hedge);
  }
  Quantity quantity = quantity_of(scan, amount, hedge);
  quantity.trend = trend_before(scan, amount.begin, 3);
  return quantity;
}

Value value_between(const Scan& scan, const Pair& pair) {
  if (pair.high.unit.dimension == Dimension::duration) {
    return duration_between(pair.low, pair.high);
  }
  return quantity_between(scan, pair.low, pair.high);
}

std::uint32_t emit_single(const Scan& scan, const Amount& amount, std::uint32_t limit,
                          std::vector<Found>& found) {
  const FoundHedge hedge = find_hedge(scan, amount.begin, amount.end, limit);
  Found made{hedge.begin, hedge.end, amount.begin, amount.end, value_of(scan, amount, hedge.hedge)};
  if (auto* duration = std::get_if<Duration>(&made.value);
      duration != nullptr && hedge.end == amount.end) {
    take_smaller_parts(scan, amount.unit.time, *duration, made.core_end);
    made.end = made.core_end;
  }
  const std::uint32_t end = made.end;
  found.push_back(std::move(made));
  return end;
}

std::uint32_t emit_pair(const Scan& scan, const Pair& pair, std::uint32_t limit,
                        std::vector<Found>& found) {
  std::uint32_t begin = pair.low.begin;
  const auto inner = scan.vocabulary().hedges_before.ending(scan.between(limit, begin));
  begin -= inner.length;
  const Cue lead = begin > limit ? scan.cue(begin - 1) : Cue::none;
  const bool falls = pair.high.number.value < pair.low.number.value;
  const bool moves = lead == Cue::from && pair.joint == Joint::to &&
                     (falls || trend_before(scan, begin - 1, 6) != Trend::none);
  if (moves) {
    found.push_back({begin, pair.low.end, pair.low.begin, pair.low.end,
                     value_of(scan, pair.low, Hedge::exact)});
    const std::uint32_t high = pair.high.begin;
    found.push_back(
        {high, pair.high.end, high, pair.high.end, value_of(scan, pair.high, Hedge::exact)});
    return pair.high.end;
  }
  const bool led = (lead == Cue::from && pair.joint == Joint::to) ||
                   (lead == Cue::between && pair.joint == Joint::between);
  const std::uint32_t full = led ? begin - 1 : begin;
  found.push_back({full, pair.high.end, pair.low.begin, pair.high.end, value_between(scan, pair)});
  return pair.high.end;
}

std::uint32_t emit_ordinal(const Scan& scan, const Number& ordinal, std::vector<Found>& found) {
  const std::uint32_t end = ordinal.end;
  const bool address =
      scan.token(end).capital && (scan.has(end, street) || scan.has(end + 1, street));
  if (address) {
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

Quantity counted(std::int64_t amount, Hedge hedge) {
  Quantity quantity;
  quantity.nominal = Decimal(amount);
  quantity.hard = quantity.soft = Interval<Decimal>::exactly(Decimal(amount));
  quantity.hedge = hedge;
  return quantity;
}

// "injuries", "serious injuries": what "no" may deny.
bool denies_things(const Scan& scan, std::uint32_t at) {
  const auto plural_noun = [&](std::uint32_t i) {
    const std::string_view shape = scan.spelling(i);
    const bool ends = shape.size() > 3 && shape.back() == 's' && shape[shape.size() - 2] != 's' &&
                      shape[shape.size() - 2] != 'u' && shape[shape.size() - 2] != 'i';
    return scan.noun_like(i) && (ends || scan.has(i, count_noun));
  };
  return plural_noun(at) ||
         (scan.noun_like(at) && !scan.has(at, count_noun) && plural_noun(at + 1));
}

bool both_stands(const Scan& scan, std::uint32_t at) {
  const Cue after = scan.cue(at + 1);
  return after == Cue::of || scan.has(at + 1, past) || scan.noun_like(at + 1) ||
         scan.says(at + 1, "are") || scan.says(at + 1, "have");
}

}  // namespace

std::uint32_t read_quantity(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                            std::vector<Found>& found) {
  const auto ordinal = read_ordinal(scan, at);
  auto amount = read_amount(scan, at, limit);
  const std::uint32_t number_end = amount ? amount->number.end : at;
  if (ordinal && ordinal->end > number_end) {
    return emit_ordinal(scan, *ordinal, found);
  }
  if (!amount) {
    return at;
  }
  if (is_part_of_name(scan, *amount)) {
    return std::max(past_code(scan, amount->number, amount->end), at + 1);
  }
  if (const std::uint32_t end = past_too_large(scan, *amount); end != at) {
    return end;
  }
  if (is_idle_word(scan, *amount)) {
    return amount->end;
  }
  if (const auto pair = read_pair(scan, *amount, limit)) {
    return emit_pair(scan, *pair, limit, found);
  }
  if (const auto shared = unit_from_list(scan, *amount)) {
    amount->unit = *shared;
    amount->unit.text_begin = amount->unit.text_end = 0;
  }
  return emit_single(scan, *amount, limit, found);
}

std::uint32_t read_count_word(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  const auto emit = [&](std::int64_t amount, Hedge hedge) {
    found.push_back({at, at + 1, at, at + 1, counted(amount, hedge)});
    return at + 1;
  };
  switch (scan.cue(at)) {
    case Cue::no:
      return denies_things(scan, at + 1) ? emit(0, Hedge::none_of) : at;
    case Cue::none_word:
    case Cue::nobody:
      return emit(0, Hedge::none_of);
    case Cue::both:
      return both_stands(scan, at) ? emit(2, Hedge::exact) : at;
    case Cue::sole:
      return scan.noun_like(at + 1) ? emit(1, Hedge::exact) : at;
    case Cue::only:
      return scan.is(at - 1, Cue::a) && scan.noun_like(at + 1) ? emit(1, Hedge::exact) : at;
    default:
      return at;
  }
}

}  // namespace concord::normalize
