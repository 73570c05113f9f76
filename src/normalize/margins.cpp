#include "normalize/margins.h"

#include <algorithm>

namespace concord::normalize {
namespace {

// Tokens of "±", "+/-" or "plus or minus" from `at` on; 0 is none.
std::uint32_t margin_sign(const Scan& scan, std::uint32_t at) {
  if (scan.is_word(at)) {
    const bool words =
        scan.says(at, "plus") && scan.is(at + 1, Cue::or_word) && scan.is(at + 2, Cue::minus);
    return words ? 3 : 0;
  }
  if (scan.mark(at, '+')) {
    return scan.mark(at + 1, '/') && scan.dash(at + 2) ? 3 : 0;
  }
  return scan.spelling(at) == "±" ? 1 : 0;
}

bool is_plain(const Amount& amount) {
  const Dimension dimension = amount.unit.dimension;
  return amount.number.form == NumberForm::plain && dimension != Dimension::duration &&
         dimension != Dimension::age;
}

Decimal magnitude_of(const Amount& amount) {
  Decimal value = amount.number.value;
  value.coefficient = value.coefficient < 0 ? -value.coefficient : value.coefficient;
  return value;
}

Quantity around(const Scan& scan, const Amount& unit, const Decimal& middle,
                const Decimal& margin) {
  Quantity quantity = quantity_of(scan, unit, Hedge::between);
  quantity.hedge = Hedge::between;
  quantity.hard = {subtract(middle, margin), add(middle, margin)};
  quantity.soft = quantity.hard;
  quantity.nominal.reset();
  return quantity;
}

// "plus or minus 3 points": the margin alone
std::optional<Found> read_margin_alone(const Scan& scan, const Amount& margin,
                                       std::uint32_t limit) {
  for (const std::uint32_t length : {1U, 3U}) {
    const std::uint32_t begin = margin.number.begin - length;
    if (margin.number.begin >= limit + length && margin_sign(scan, begin) == length) {
      return Found{begin, margin.end, margin.number.begin, margin.end,
                   around(scan, margin, Decimal(0), magnitude_of(margin))};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Found> read_margin(const Scan& scan, const Amount& first, std::uint32_t limit) {
  if (!is_plain(first)) {
    return std::nullopt;
  }
  if (auto alone = read_margin_alone(scan, first, limit)) {
    return alone;
  }
  const std::uint32_t sign = margin_sign(scan, first.end);
  const std::uint32_t at = first.end + sign;
  const auto second = sign != 0 ? read_amount(scan, at, at) : std::nullopt;
  if (!second || !is_plain(*second)) {
    return std::nullopt;
  }
  Amount unit = *second;
  unit.unit = second->unit.bare() ? first.unit : second->unit;
  const bool same = first.unit.bare() || unit.unit.code == first.unit.code;
  return same ? std::optional(Found{first.begin, second->end, first.begin, second->end,
                                    around(scan, unit, first.number.value, magnitude_of(*second))})
              : std::nullopt;
}

namespace {

std::uint32_t past_joint(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

// Nothing shows that the "one" after "to" counts, or tells a time or another score.
bool is_lone_one(const Scan& scan, std::uint32_t at) {
  const std::uint32_t next = at + 1;
  const bool one = scan.is(at, Cue::one) || scan.spelling(at) == "1";
  const auto amount = one ? read_amount(scan, at, at) : std::nullopt;
  static constexpr std::string_view kCompared[] = {
      "margin", "ratio", "odds",   "majority",  "vote",     "against", "advantage",
      "lead",   "shot",  "chance", "favourite", "favorite", "outsider"};
  const bool compared = !scan.noun_like(next) || std::ranges::any_of(kCompared, [&](auto word) {
    return scan.says(next, word);
  });
  return compared && amount && amount->end == next && amount->unit.bare() &&
         !scan.has(next, count_noun) && !scan.has(next, persons) && !scan.mark(next, ':') &&
         !scan.is(next, Cue::or_word) && !scan.is(next, Cue::am) && !scan.is(next, Cue::pm) &&
         !scan.is(next, Cue::of) && !scan.dash(next);
}

Quantity ratio_of(const Decimal& value) {
  Quantity ratio;
  ratio.dimension = Dimension::ratio;
  ratio.nominal = value;
  ratio.hard = ratio.soft = Interval<Decimal>::exactly(value);
  return ratio;
}

}  // namespace

std::optional<Found> read_to_one(const Scan& scan, const Amount& first) {
  const std::uint32_t to = past_joint(scan, first.end);
  const std::uint32_t one = past_joint(scan, to + 1);
  const bool whole = first.unit.bare() && first.number.form == NumberForm::plain &&
                     first.number.value.is_whole() && Decimal(1) < first.number.value;
  const bool falls = scan.is(first.begin - 1, Cue::from) || scan.has(first.begin - 1, goes_down);
  if (!whole || falls || !scan.says(to, "to") || !is_lone_one(scan, one)) {
    return std::nullopt;
  }
  return Found{first.begin, one + 1, first.begin, one + 1, ratio_of(first.number.value)};
}

std::optional<Found> read_told_ratio(const Scan& scan, const Amount& first) {
  const std::uint32_t joint = past_joint(scan, first.end);
  const bool colon = scan.mark(joint, ':') && scan.attached(joint) && scan.attached(joint + 1);
  const bool told = first.begin >= 2 && scan.is(first.begin - 1, Cue::of) &&
                    (scan.says(first.begin - 2, "ratio") || scan.says(first.begin - 2, "rate"));
  const bool plain = first.unit.bare() && first.number.form == NumberForm::plain &&
                     Decimal(0) < first.number.value;
  if (!plain || (!colon && !(told && scan.says(joint, "to")))) {
    return std::nullopt;
  }
  const std::uint32_t at = past_joint(scan, joint + 1);
  const auto second = read_amount(scan, at, at);
  if (!second || !second->unit.bare() || second->number.form != NumberForm::plain ||
      !(Decimal(0) < second->number.value) || scan.mark(second->end, ':') ||
      !(told || scan.says(second->end, "ratio"))) {
    return std::nullopt;
  }
  const auto ratio = divide(first.number.value, second->number.value);
  return ratio ? std::optional(Found{first.begin, second->end, first.begin, second->end,
                                     ratio_of(normalized(*ratio))})
               : std::nullopt;
}

void take_times(const Scan& scan, Amount& amount) {
  static constexpr std::string_view kMore[] = {"as",      "more",   "higher",   "larger", "bigger",
                                               "greater", "faster", "likelier", "lower"};
  if (!amount.unit.bare() || amount.number.form != NumberForm::plain) {
    return;
  }
  const std::uint32_t word = past_joint(scan, amount.end);
  const bool fold = word != amount.end && scan.says(word, "fold");
  const bool times = scan.says(amount.end, "times") && std::ranges::any_of(kMore, [&](auto more) {
                       return scan.says(amount.end + 1, more);
                     });
  if (fold || times) {
    amount.unit.dimension = Dimension::ratio;
    amount.end = word + 1;
  }
}

}  // namespace concord::normalize
