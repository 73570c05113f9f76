#include "normalize/ranges.h"

#include <algorithm>

#include "normalize/glued_money.h"
#include "normalize/hedges.h"

namespace concord::normalize {
namespace {

bool can_share(const Unit& unit) {
  return !unit.bare() && unit.dimension != Dimension::duration;
}

// "10 by 12 feet", "3 x 4 m": the unit of the second side is that of the first
std::optional<Unit> unit_of_side(const Scan& scan, const Amount& first) {
  const bool by = scan.says(first.end, "by") || scan.says(first.end, "x");
  const auto side = by && scan.is_number(first.end + 1)
                        ? read_amount(scan, first.end + 1, first.end + 1)
                        : std::nullopt;
  return side && side->unit.dimension == Dimension::length ? std::optional(side->unit)
                                                           : std::nullopt;
}

// The next of a list, past its comma and "and"; 0 where the list ends.
struct Step {
  std::uint32_t next = 0;
  bool joined = false;
  bool apposed = false;  // ", or"
};

Step list_step(const Scan& scan, std::uint32_t at) {
  const std::uint32_t after = at + (scan.mark(at, ',') ? 1U : 0U);
  const bool joined = scan.is(after, Cue::and_word) || scan.is(after, Cue::or_word);
  const std::uint32_t next = after + (joined ? 1U : 0U);
  const bool number = scan.is_number(next) || scan.word(next).number != NumberRole::none;
  const bool apposed = joined && after != at && scan.is(after, Cue::or_word);
  return next != at && number ? Step{next, joined, apposed} : Step{};
}

}  // namespace

std::optional<Unit> unit_from_list(const Scan& scan, const Amount& first) {
  constexpr int kLongestList = 8;
  if (!first.unit.bare() || first.number.form != NumberForm::plain) {
    return std::nullopt;
  }
  if (auto side = unit_of_side(scan, first)) {
    return side;
  }
  std::uint32_t at = first.end;
  for (int i = 0; i < kLongestList; ++i) {
    const Step step = list_step(scan, at);
    if (i == 0 && step.apposed) {
      return std::nullopt;  // "139,100, or 65 percent" is the same said twice
    }
    const auto next = step.next != 0 ? read_amount(scan, step.next, step.next) : std::nullopt;
    if (!next || next->number.form != NumberForm::plain) {
      return std::nullopt;
    }
    if (!next->unit.bare()) {
      const bool shared = step.joined && can_share(next->unit) && next->begin == step.next;
      return shared ? std::optional(next->unit) : std::nullopt;
    }
    at = next->end;
  }
  return std::nullopt;
}

namespace {

struct Connection {
  Joint joint = Joint::none;
  std::uint32_t next = 0;  // token of the second amount
};

// "from 100 in 1980 to more than 300": the year says when, it is no end of the range
bool is_dated(const Scan& scan, const Amount& low, std::uint32_t second) {
  return low.unit.bare() && scan.is(low.begin - 1, Cue::in) && low.number.begin == low.begin &&
         scan.is_number(low.begin) && scan.spelling(low.begin).size() == 4 &&
         hedge_length(scan, second) != 0;
}

Connection connection(const Scan& scan, const Amount& low, std::uint32_t limit) {
  const std::uint32_t at = low.end;
  const auto hedge = scan.vocabulary().hedges_before.ending(scan.between(limit, low.begin));
  const std::uint32_t lead = low.begin - hedge.length;
  if (lead > limit && scan.is(lead - 1, Cue::between) &&
      (scan.is(at, Cue::and_word) || scan.is(at, Cue::to) ||
       (scan.dash(at) && !scan.attached(at) && !scan.attached(at + 1)))) {
    return {Joint::between, at + 1};
  }
  if (scan.is(at, Cue::to)) {
    return is_dated(scan, low, at + 1) ? Connection{} : Connection{Joint::to, at + 1};
  }
  // suspended hyphen: "20- to 30-year-olds"
  if (scan.dash(at) && scan.attached(at) && !scan.attached(at + 1) &&
      (scan.is(at + 1, Cue::to) || scan.is(at + 1, Cue::or_word))) {
    return {scan.is(at + 1, Cue::to) ? Joint::to : Joint::either, at + 2};
  }
  // "two-to-three-month", "18-to-34-year-olds"
  if (scan.dash(at) && scan.attached(at) && scan.is(at + 1, Cue::to) && scan.attached(at + 1) &&
      scan.dash(at + 2) && scan.attached(at + 2) && scan.attached(at + 3)) {
    return {Joint::to, at + 3};
  }
  const bool line = scan.dash(at) || (scan.mark(at, '~') && scan.attached(at));
  if (line && (scan.attached(at) == scan.attached(at + 1))) {
    return {Joint::dash, at + 1};
  }
  if (line && low.unit.bare() && scan.is_number(at + 1)) {  // "2 -7 l"
    return {Joint::dash_before, at + 1};
  }
  if (scan.is(at, Cue::or_word)) {
    return {Joint::either, at + 1};
  }
  return {};
}

// "rose 5 percent to 20 percent", "rose by 12 to 96": the change and the level, no range;
// "grew 3 to 4 percent", "advanced 2 to 3 km" are one
bool tells_level(const Scan& scan, const Amount& low, const Amount& high) {
  const std::uint32_t verb = low.begin - 1;
  const bool moves = scan.has(verb, goes_up) || scan.has(verb, goes_down) || scan.is(verb, Cue::by);
  static constexpr Dimension kMeasures[] = {Dimension::percent, Dimension::length,
                                            Dimension::area,    Dimension::volume,
                                            Dimension::mass,    Dimension::speed};
  const bool shared =
      low.unit.bare() && std::ranges::find(kMeasures, high.unit.dimension) != std::end(kMeasures);
  const bool people = low.unit.bare() && high.unit.bare() && scan.has(high.end, persons);
  return moves && !shared && !people;  // "lost 30 to 40 men"
}

// "from 2.1 million in 2024 to 2.4 million": the year that dates the level before
bool is_year_of_level(const Scan& scan, const Amount& low, const Amount& high) {
  const std::string_view year = scan.spelling(low.number.begin);
  const bool four = year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
                    year.find_first_not_of("0123456789") == std::string_view::npos;
  const bool larger = high.number.end > high.number.begin + 1;  // "2.4 million"
  return four && larger && low.begin > 0 && low.end == low.number.begin + 1 &&
         scan.says(low.begin - 1, "in");
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

// The power of ten that a range leaves unsaid of its first number: of "one or two hundred" 2, of
// "5-6,000" 3.
int unsaid_power(const Scan& scan, const Pair& pair) {
  const Number& low = pair.low.number;
  const Number& high = pair.high.number;
  if (high.magnitude != 0) {
    return high.magnitude;
  }
  const bool words = !low.figures && !high.figures && low.value < Decimal(10);
  if (words && scan.word(high.end - 1).number == NumberRole::hundred) {
    return 2;
  }
  const bool grouped = pair.joint == Joint::dash && low.figures && high.figures &&
                       low.value < Decimal(100) &&
                       scan.spelling(high.begin).find(',') != std::string_view::npos;
  return grouped && scan.spelling(high.begin).ends_with(",000") ? 3 : 0;
}

// "20 to 30 million": the first number takes the magnitude of the second.
void share_magnitude(const Scan& scan, Pair& pair) {
  Amount& low = pair.low;
  const Amount& high = pair.high;
  const int power = unsaid_power(scan, pair);
  if (power == 0 || low.number.magnitude != 0 || low.number.form != NumberForm::plain ||
      !(low.number.value < Decimal(1000))) {
    return;
  }
  const auto bigger = scaled(low.number.value, power);
  if (bigger && *bigger < high.number.value) {
    low.number.value = *bigger;
    low.number.approximate_form = low.number.approximate_form || high.number.magnitude != 0;
    low.number.magnitude = high.number.magnitude;
    low.number.last_digit = static_cast<std::int8_t>(low.number.last_digit + power);
  }
}

std::optional<Decimal> length_of(const Amount& amount) {
  constexpr std::int64_t kSecondsPerMonth = 2629746;  // as durations.cpp counts them
  const TimeUnitSize size = size_of(amount.unit.time);
  return multiply(amount.number.value, Decimal(size.seconds + size.months * kSecondsPerMonth));
}

bool ascends(const Pair& pair) {
  const bool lengths = pair.low.unit.dimension == Dimension::duration &&
                       pair.high.unit.dimension == Dimension::duration;
  const auto low = lengths ? length_of(pair.low) : std::nullopt;
  const auto high = lengths ? length_of(pair.high) : std::nullopt;
  return low && high ? *low < *high : pair.low.number.value < pair.high.number.value;
}

// "six months to a year", "from six months to a year"
std::optional<Amount> one_of_unit(const Scan& scan, const Amount& low, std::uint32_t at) {
  const TimeUnit unit = scan.is(at, Cue::a) ? scan.word(at + 1).time_unit : TimeUnit::none;
  if (low.unit.dimension != Dimension::duration || unit == TimeUnit::none ||
      scan.has(at + 1, plural) || (scan.dash(at + 2) && scan.attached(at + 2))) {
    return std::nullopt;
  }
  Amount made{.begin = at, .end = at + 2, .number = {}, .unit = {}};
  made.number.begin = at;
  made.number.end = at + 1;
  made.number.value = Decimal(1);
  made.unit.dimension = Dimension::duration;
  made.unit.time = unit;
  return made;
}

// "2 or 3 dozen": the first number is of dozens too, each within a fifth.
void share_dozens(const Scan& scan, Pair& pair) {
  Number& low = pair.low.number;
  const Number& high = pair.high.number;
  const bool dozens =
      high.form == NumberForm::collective && scan.word(high.end - 1).number == NumberRole::dozen;
  const auto count = low.form == NumberForm::plain && low.value < Decimal(10)
                         ? whole_value(low.value)
                         : std::nullopt;
  if (!dozens || !count || *count < 1) {
    return;
  }
  const std::int64_t value = *count * 12;
  low.form = NumberForm::collective;
  low.value = Decimal(value);
  low.hard = {Decimal(value * 8 / 10), Decimal((value * 12 + 9) / 10)};
  low.soft = {Decimal(value - 1), Decimal(value + 2)};
}

// Both in words or figures, or "nine or 10", "Ten or 12".
bool told_alike(const Number& low, const Number& high) {
  const Decimal farthest(5);
  const auto reach = low.figures ? std::nullopt : add(low.value, farthest);
  return low.figures == high.figures || (reach && high.figures && high.value <= *reach);
}

bool range_stands(const Scan& scan, const Pair& pair) {
  const Number& low = pair.low.number;
  const Number& high = pair.high.number;
  const bool vague = low.form == NumberForm::vague || high.form == NumberForm::vague;
  const bool rises =
      low.form != NumberForm::plain || high.form != NumberForm::plain || ascends(pair);
  switch (pair.joint) {
    case Joint::between:
      return true;
    case Joint::either:
      return rises && !vague && told_alike(low, high) && low.form == NumberForm::plain;
    case Joint::dash: {
      const bool loose = !scan.attached(pair.low.end) && pair.high.unit.bare();
      return rises && !vague && !loose && low.figures == high.figures;
    }
    case Joint::dash_before:
      return rises && !pair.high.unit.bare() && low.figures && high.figures;
    case Joint::to:
      return rises || scan.is(pair.low.begin - 1, Cue::from);
    case Joint::none:
      return false;
  }
  return false;
}

// "20m-30m people": the "m" of the first end is that of the second
void read_low_again(const Scan& scan, Pair& pair) {
  const bool letters = pair.high.number.letter_magnitude && pair.low.unit.code == "m" &&
                       pair.low.end == pair.low.number.end + 1 &&
                       scan.spelling(pair.low.number.end) == "m";
  const auto again =
      letters ? read_amount(scan, pair.low.number.begin, pair.low.begin, Letters::of_money)
              : std::nullopt;
  pair.low = again ? *again : pair.low;
}

}  // namespace

bool falls(const Pair& pair) {
  return ascends({.low = pair.high, .high = pair.low, .joint = pair.joint});
}

std::optional<Pair> read_pair(const Scan& scan, const Amount& first, std::uint32_t limit) {
  const Connection joint = connection(scan, first, limit);
  if (joint.joint == Joint::none) {
    return std::nullopt;
  }
  std::uint32_t at = joint.next + currency_length(scan, joint.next);
  at += scan.mark(at, '$') && read_glued_money(scan, at + 1) ? 1U : 0U;
  at += hedge_length(scan, at);
  at += scan.dash(at) && scan.is_number(at + 1) && scan.attached(at + 1) ? 1U : 0U;
  if (!scan.is_number(at) && scan.word(at).number == NumberRole::none && !scan.is(at, Cue::a) &&
      !may_be_glued(scan, at)) {
    return std::nullopt;
  }
  const bool money = first.unit.dimension == Dimension::money && first.begin < first.number.begin;
  auto second = one_of_unit(scan, first, at);
  second = second ? second
                  : read_amount(scan, at, joint.next,
                                money ? Letters::of_money : Letters::by_themselves);
  const bool shares = joint.joint == Joint::between && first.unit.bare() &&
                      first.number.form == NumberForm::fraction;  // "a quarter and a third"
  if (!second || (second->number.form == NumberForm::fraction && !shares) ||
      (joint.joint == Joint::to &&
       (tells_level(scan, first, *second) || is_year_of_level(scan, first, *second)))) {
    return std::nullopt;
  }
  Pair pair{.low = first, .high = *second, .joint = joint.joint};
  read_low_again(scan, pair);
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
  share_magnitude(scan, pair);
  if (!range_stands(scan, pair)) {
    return std::nullopt;
  }
  share_dozens(scan, pair);
  return pair;
}

std::optional<TwoBounds> read_second_bound(const Scan& scan, const Quantity& first,
                                           std::uint32_t end) {
  const bool joined = scan.is(end, Cue::and_word) || scan.says(end, "but");
  if (!joined || (!is_floor(first.hedge) && !is_ceiling(first.hedge))) {
    return std::nullopt;
  }
  const std::uint32_t words = hedge_length(scan, end + 1);
  std::uint32_t at = end + 1 + words;
  if (words == 0) {
    return std::nullopt;
  }
  at += currency_length(scan, at);
  const auto amount = read_amount(scan, at, end + 1 + words);
  if (!amount || amount->unit.dimension == Dimension::duration ||
      amount->number.form != NumberForm::plain || is_part_of_name(scan, *amount)) {
    return std::nullopt;
  }
  const FoundHedge around = find_hedge(scan, amount->begin, amount->end, end + 1);
  Quantity second = quantity_of(scan, *amount, around.hedge);
  const bool opposite = is_floor(first.hedge) ? is_ceiling(second.hedge) : is_floor(second.hedge);
  if (!opposite || second.dimension != first.dimension || second.unit != first.unit) {
    return std::nullopt;
  }
  const Quantity& low = is_floor(first.hedge) ? first : second;
  const Quantity& high = is_floor(first.hedge) ? second : first;
  if (!low.nominal || !high.nominal || !(*low.nominal < *high.nominal)) {
    return std::nullopt;
  }
  TwoBounds both{.range = second, .end = around.end};
  both.range.hard = {low.nominal, high.nominal, low.hard.low_open, high.hard.high_open};
  both.range.soft = both.range.hard;
  both.range.nominal.reset();
  both.range.hedge = Hedge::between;
  return both;
}

}  // namespace concord::normalize
