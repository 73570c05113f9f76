#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

constexpr std::uint32_t kMaxNumberTokens = 64;  // bounds the work on hostile runs of number words
constexpr int kLimbPower = 15;
constexpr int kLargestPower = 21;  // sextillion

/// A whole number up to 999 sextillion: upper * 10^15 + lower.
struct Whole {
  std::int64_t upper = 0;
  std::int64_t lower = 0;  // below 10^15 as long as magnitudes fall

  bool add_scaled(std::int64_t amount, int power);
  bool empty() const { return upper == 0 && lower == 0; }

  /// The nearest Decimal; `dropped` is the power of ten of the last digit kept, 0 when all are.
  Decimal value(std::int8_t& dropped) const;
};

bool Whole::add_scaled(std::int64_t amount, int power) {
  const bool above = power >= kLimbPower;
  std::int64_t unit = 1;
  for (int i = 0; i < (above ? power - kLimbPower : power); ++i) {
    unit *= 10;  // at most 10^14
  }
  std::int64_t part = 0;
  std::int64_t& limb = above ? upper : lower;
  return !__builtin_mul_overflow(amount, unit, &part) && !__builtin_add_overflow(limb, part, &limb);
}

Decimal Whole::value(std::int8_t& dropped) const {
  const auto sum = add(Decimal(upper, kLimbPower), Decimal(lower));
  if (sum) {
    dropped = 0;
    return *sum;
  }
  // more digits than a Decimal holds: rounded to whole 10^9, as the reader keeps no more than 18
  constexpr int kDropped = 9;
  constexpr std::int64_t kUnit = 1'000'000'000;
  dropped = kDropped;
  return {upper * 1'000'000 + (lower + kUnit / 2) / kUnit, kDropped};
}

struct CardinalState {
  Whole total;
  std::int64_t group = 0;
  int last_magnitude = kLargestPower + 1;
  bool any = false;
  bool ended_in_magnitude = false;

  bool take(const Word& word);
  bool take_small(const Word& word);
  bool take_hundred();
  bool take_magnitude(int power);
};

// lakh and crore are also written shortened after words: "three cr twelve lac".
bool is_power_word(const Word& word) {
  return is_magnitude(word) ||
         (word.number == NumberRole::letter_magnitude && (word.value == 5 || word.value == 7));
}

bool CardinalState::take_magnitude(int power) {
  if (power >= last_magnitude || (any && group == 0)) {
    return false;
  }
  if (!total.add_scaled(any ? group : 1, power)) {
    return false;
  }
  group = 0;
  last_magnitude = power;
  ended_in_magnitude = true;
  return true;
}

bool CardinalState::take_small(const Word& word) {
  const std::int64_t rest = group % 100;
  const bool after_tens = rest >= 20 && rest % 10 == 0 && word.value >= 1 && word.value <= 9;
  const bool fits = word.number == NumberRole::tens
                        ? rest == 0
                        : after_tens || (rest == 0 && (word.value != 0 || !any));
  group += fits ? word.value : 0;
  return fits;
}

bool CardinalState::take_hundred() {
  const bool fits = group < 100 && (group > 0 || !any);
  group = !fits ? group : group == 0 ? 100 : group * 100;
  return fits;
}

bool CardinalState::take(const Word& word) {
  if (is_power_word(word)) {
    const bool taken = take_magnitude(word.value);
    any = any || taken;
    return taken;
  }
  bool taken = false;
  if (word.number == NumberRole::unit || word.number == NumberRole::tens) {
    taken = take_small(word);
  } else if (word.number == NumberRole::hundred) {
    taken = take_hundred();
  }
  any = any || taken;
  ended_in_magnitude = ended_in_magnitude && !taken;
  return taken;
}

bool small_number_word(const Word& word) {
  return word.number == NumberRole::unit || word.number == NumberRole::tens;
}

// After "hundred" or a magnitude, "and" may join a smaller part, with hyphens around it too; `end`
// is past the magnitude, what is returned the smaller part, `end` where none is joined.
std::uint32_t past_and(const Scan& scan, std::uint32_t end) {
  const NumberRole before = scan.word(end - 1).number;
  const std::uint32_t joint = past_hyphen(scan, end);
  const std::uint32_t part = joint == end ? joint + 1 : past_hyphen(scan, joint + 1);
  const bool joins =
      scan.is(joint, Cue::and_word) && small_number_word(scan.word(part)) &&
      scan.word(part).value != 0 && (joint == end || part != joint + 1) &&
      (before == NumberRole::hundred || before == NumberRole::magnitude) &&
      (scan.word(part + 1).time_unit == TimeUnit::none || scan.has(part + 1, plural));
  return joins ? part : end;
}

// "three million, two hundred thousand": a comma between magnitudes that fall.
bool comma_joins(const Scan& scan, std::uint32_t at) {
  const NumberRole power = scan.word(at + 2).number;
  return scan.mark(at, ',') && scan.word(at - 1).number == NumberRole::magnitude &&
         small_number_word(scan.word(at + 1)) &&
         (power == NumberRole::hundred || power == NumberRole::magnitude);
}

// "ninety - five" in tokenized wire text.
bool joins_apart(const Scan& scan, std::uint32_t at) {
  const Word& unit = scan.word(at + 1);
  return scan.mark(at, '-') && scan.word(at - 1).number == NumberRole::tens &&
         unit.number == NumberRole::unit && unit.value >= 1 && unit.value <= 9;
}

// "one twenty-two": the hundred left out, only where all three words are there.
bool leaves_out_hundred(const Scan& scan, std::uint32_t at) {
  const Word& first = scan.word(at);
  const std::uint32_t last = past_hyphen(scan, at + 2);
  const Word& unit = scan.word(last);
  return first.number == NumberRole::unit && first.value >= 1 && first.value <= 9 &&
         scan.word(at + 1).number == NumberRole::tens && unit.number == NumberRole::unit &&
         unit.value >= 1 && unit.value <= 9 && !is_power_word(scan.word(last + 1)) &&
         scan.word(last + 1).number != NumberRole::hundred;
}

bool is_ordinal_word(const Word& word) {
  return word.number >= NumberRole::ordinal_unit && word.number <= NumberRole::ordinal_power;
}

// What an ordinal word adds: "third" as three, "hundredth" as hundred.
Word cardinal_of(const Word& ordinal) {
  Word word;
  word.value = ordinal.value;
  switch (ordinal.number) {
    case NumberRole::ordinal_unit:
      word.number = NumberRole::unit;
      break;
    case NumberRole::ordinal_tens:
      word.number = NumberRole::tens;
      break;
    case NumberRole::ordinal_power:
      word.number = ordinal.value == 2 ? NumberRole::hundred : NumberRole::magnitude;
      break;
    default:
      break;
  }
  return word;
}

// A word that neither counts nor joins numbers.
bool ends_cardinal(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  return scan.is_word(at) && word.number == NumberRole::none && word.cue != Cue::and_word;
}

struct Walk {
  CardinalState state;
  std::uint32_t end = 0;
};

Walk walk_cardinal(const Scan& scan, std::uint32_t begin) {
  Walk walk{.state = {}, .end = begin};
  CardinalState& state = walk.state;
  if (leaves_out_hundred(scan, begin)) {
    state.group = std::int64_t{scan.word(begin).value} * 100;
    state.any = true;
    ++walk.end;
  }
  while (walk.end < begin + kMaxNumberTokens && !(state.any && ends_cardinal(scan, walk.end))) {
    std::uint32_t next = walk.end;
    if (state.any) {
      next = past_and(scan, walk.end);
      next = next == walk.end ? past_hyphen(scan, next) : next;
      next = next == walk.end && joins_apart(scan, next) ? next + 1 : next;
      next += comma_joins(scan, next) ? 1U : 0U;
    }
    if (!state.take(scan.word(next))) {
      break;
    }
    walk.end = next + 1;
  }
  return walk;
}

// "1st", "21st", but "11th"
bool ends_in_first(std::string_view figures) {
  return figures.ends_with('1') && !figures.ends_with("11");
}

}  // namespace

std::optional<Number> read_cardinal_words(const Scan& scan, std::uint32_t begin) {
  if (!begins_cardinal(scan.word(begin))) {
    return std::nullopt;
  }
  Walk walk = walk_cardinal(scan, begin);
  CardinalState& state = walk.state;
  if (!state.any || !state.total.add_scaled(state.group, 0)) {
    return std::nullopt;
  }
  Number number{.begin = begin, .end = walk.end};
  std::int8_t dropped = 0;
  number.value = state.total.value(dropped);
  number.approximate_form = state.ended_in_magnitude || dropped != 0;
  number.magnitude = static_cast<std::int8_t>(state.ended_in_magnitude ? state.last_magnitude : 0);
  number.last_digit = dropped != 0               ? dropped
                      : state.ended_in_magnitude ? number.magnitude
                                                 : last_significant_power(number.value);
  number.tail = static_cast<std::int8_t>(state.group % 100);
  return number;
}

std::optional<Number> read_ordinal(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    const bool suffix =
        scan.attached(at + 1) && scan.word(at + 1).number == NumberRole::ordinal_suffix;
    const auto figures = suffix ? read_figures(scan.spelling(at)) : std::nullopt;
    const bool stone = scan.says(at + 1, "st") && !ends_in_first(scan.spelling(at));  // "9st 4lb"
    if (!figures || figures->decimals || stone) {
      return std::nullopt;
    }
    return Number{.begin = at, .end = at + 2, .value = figures->value, .figures = true};
  }
  const NumberRole second = scan.word(at + 1).number;
  const bool article =
      scan.is(at, Cue::a) && (second == NumberRole::hundred || second == NumberRole::magnitude);
  if (!article && !begins_cardinal(scan.word(at)) && !is_ordinal_word(scan.word(at))) {
    return std::nullopt;
  }
  if (!article && !is_ordinal_word(scan.word(at)) && scan.nothing_follows(at + 1)) {
    return std::nullopt;
  }
  Walk walk = walk_cardinal(scan, at + (article ? 1U : 0U));
  std::uint32_t last = walk.state.any ? past_hyphen(scan, walk.end) : walk.end;
  last += walk.state.any && scan.is(last, Cue::and_word) ? 1U : 0U;
  const bool taken = walk.state.take(cardinal_of(scan.word(last)));
  if (!taken || !walk.state.total.add_scaled(walk.state.group, 0)) {
    return std::nullopt;
  }
  std::int8_t dropped = 0;
  return Number{.begin = at, .end = last + 1, .value = walk.state.total.value(dropped)};
}

}  // namespace concord::normalize
