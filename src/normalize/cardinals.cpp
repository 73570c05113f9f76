#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

constexpr std::uint32_t kMaxNumberTokens = 64;  // bounds the work on hostile runs of number words

struct CardinalState {
  Decimal total;
  std::int64_t group = 0;
  int last_magnitude = 19;
  bool any = false;
  bool ended_in_magnitude = false;

  bool take(const Word& word);
  bool take_magnitude(int power);
  std::optional<Decimal> value() const { return add(total, Decimal(group)); }
};

bool CardinalState::take_magnitude(int power) {
  if (power > 18 || power >= last_magnitude || (any && group == 0)) {
    return false;
  }
  const auto part = scaled(Decimal(any ? group : 1), power);
  const auto sum = part ? add(total, *part) : std::nullopt;
  if (!sum) {
    return false;
  }
  total = *sum;
  group = 0;
  last_magnitude = power;
  ended_in_magnitude = true;
  return true;
}

bool CardinalState::take(const Word& word) {
  const std::int64_t rest = group % 100;
  bool taken = false;
  switch (word.number) {
    case NumberRole::unit:
      taken = (rest == 0 && (word.value != 0 || !any)) ||
              (rest >= 20 && rest % 10 == 0 && word.value >= 1 && word.value <= 9);
      group += taken ? word.value : 0;
      break;
    case NumberRole::tens:
      taken = rest == 0;
      group += taken ? word.value : 0;
      break;
    case NumberRole::hundred:
      taken = group < 100 && (group > 0 || !any);
      group = taken ? (group == 0 ? 100 : group * 100) : group;
      break;
    default:
      if (is_magnitude(word)) {
        taken = take_magnitude(word.value);
        any = any || taken;
        return taken;
      }
      return false;
  }
  any = any || taken;
  ended_in_magnitude = ended_in_magnitude && !taken;
  return taken;
}

bool small_number_word(const Word& word) {
  return word.number == NumberRole::unit || word.number == NumberRole::tens;
}

// After "hundred" or a magnitude, "and" may join a smaller part.
bool and_joins(const Scan& scan, std::uint32_t at) {
  const NumberRole before = scan.word(at - 1).number;
  return scan.is(at, Cue::and_word) && small_number_word(scan.word(at + 1)) &&
         scan.word(at + 1).value != 0 &&
         (before == NumberRole::hundred || before == NumberRole::magnitude) &&
         scan.word(at + 2).time_unit == TimeUnit::none;
}

}  // namespace

std::optional<Number> read_cardinal_words(const Scan& scan, std::uint32_t begin) {
  CardinalState state;
  std::uint32_t at = begin;
  std::uint32_t end = begin;
  while (at < begin + kMaxNumberTokens) {
    std::uint32_t next = at;
    if (state.any) {
      next = past_hyphen(scan, at);
      next += and_joins(scan, next) ? 1U : 0U;
    }
    if (!state.take(scan.word(next))) {
      break;
    }
    at = next + 1;
    end = at;
  }
  const auto value = state.any ? state.value() : std::nullopt;
  if (!value) {
    return std::nullopt;
  }
  Number number{.begin = begin, .end = end, .value = *value};
  number.approximate_form = state.ended_in_magnitude;
  number.magnitude = static_cast<std::int8_t>(state.ended_in_magnitude ? state.last_magnitude : 0);
  number.last_digit = state.ended_in_magnitude ? number.magnitude : last_significant_power(*value);
  return number;
}

std::optional<Number> read_ordinal(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    const auto figures = read_figures(scan.spelling(at));
    if (!figures || figures->decimals || !scan.attached(at + 1) ||
        scan.word(at + 1).number != NumberRole::ordinal_suffix) {
      return std::nullopt;
    }
    return Number{.begin = at, .end = at + 2, .value = figures->value, .figures = true};
  }
  const auto whole = read_cardinal_words(scan, at);
  const std::uint32_t last = whole ? past_hyphen(scan, whole->end) : at;
  const std::uint32_t joined = whole && scan.is(last, Cue::and_word) ? last + 1 : last;
  const Word& word = scan.word(joined);
  const std::int64_t rest = whole ? whole_value(whole->value).value_or(1) % 100 : 0;
  Decimal base = whole ? whole->value : Decimal(0);
  std::optional<Decimal> value;
  if (word.number == NumberRole::ordinal_unit &&
      (!whole || rest == 0 || (rest >= 20 && rest % 10 == 0 && word.value < 10))) {
    value = add(base, Decimal(word.value));
  } else if (word.number == NumberRole::ordinal_tens && (!whole || rest == 0)) {
    value = add(base, Decimal(word.value));
  } else if (word.number == NumberRole::ordinal_power) {
    value = scaled(whole ? base : Decimal(1), word.value);
  }
  if (!value) {
    return std::nullopt;
  }
  return Number{.begin = at, .end = joined + 1, .value = *value};
}

}  // namespace concord::normalize
