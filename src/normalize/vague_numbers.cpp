#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

struct VagueRow {
  VagueWord word;
  std::int64_t hard_low;
  std::int64_t hard_high;  // 0 is unbounded
  std::int64_t soft_low;
  std::int64_t soft_high;
};

static constexpr VagueRow kVague[] = {
    {VagueWord::few, 2, 0, 3, 5},     {VagueWord::handful, 2, 0, 3, 6},
    {VagueWord::several, 2, 0, 3, 9}, {VagueWord::couple, 2, 3, 2, 2},
    {VagueWord::pair, 2, 2, 2, 2},    {VagueWord::multiple, 2, 0, 2, 9},
};

void set_bounds(Number& number, std::int64_t hard_low, std::int64_t hard_high,
                std::int64_t soft_low, std::int64_t soft_high, int power) {
  const auto at_power = [power](std::int64_t amount) { return scaled(Decimal(amount), power); };
  number.hard.low = at_power(hard_low);
  number.hard.high = hard_high == 0 ? std::nullopt : at_power(hard_high);
  number.soft.low = at_power(soft_low);
  number.soft.high = at_power(soft_high);
}

bool few_may_stand(const Scan& scan, std::uint32_t at) {
  const Cue before = scan.cue(at - 1);
  return before == Cue::last || before == Cue::past || before == Cue::next ||
         before == Cue::coming || before == Cue::every || before == Cue::the ||
         before == Cue::that || before == Cue::previous ||
         scan.word(at - 1).number == NumberRole::ordinal_unit;
}

}  // namespace

// "a few", "several hundred", "a couple of thousand", "a handful".
std::optional<Number> read_vague(const Scan& scan, std::uint32_t begin) {
  const std::uint32_t at = begin + (scan.is(begin, Cue::a) ? 1U : 0U);
  const Word& word = scan.word(at);
  if (word.number != NumberRole::vague) {
    return std::nullopt;
  }
  const auto kind = static_cast<VagueWord>(word.value);
  const bool free = kind == VagueWord::several || kind == VagueWord::multiple;
  if (at == begin && !free && !(kind == VagueWord::few && few_may_stand(scan, at)) &&
      !(kind == VagueWord::couple && few_may_stand(scan, at) && !scan.is(at - 1, Cue::the))) {
    return std::nullopt;
  }
  Number number{.begin = begin, .end = at + 1, .form = NumberForm::vague};
  std::uint32_t next = at + 1;
  next += scan.is(next, Cue::of) && kind == VagueWord::couple ? 1U : 0U;
  int power = 0;
  for (int i = 0; i < 2; ++i) {
    const Word& bigger = scan.word(next);
    if (bigger.number != NumberRole::hundred && !is_magnitude(bigger))
      break;
    power += bigger.value;
    number.end = ++next;
  }
  const bool dozens = power == 0 && scan.word(next).number == NumberRole::dozen;
  const VagueRow& row = kVague[static_cast<std::size_t>(word.value)];
  const std::int64_t times = dozens ? 12 : 1;
  set_bounds(number, row.hard_low * times, row.hard_high * times, row.soft_low * times,
             row.soft_high * times, power);
  number.end += dozens ? next + 1 - number.end : 0;
  if (row.hard_high != 0) {
    number.form = NumberForm::collective;
    number.value = number.soft.low.value_or(Decimal(2));
  }
  return number;
}

namespace {

// "hundreds", "tens of thousands", whose first word is 10^power.
std::optional<Number> many_of(const Scan& scan, Number number, int power) {
  bool compound = false;
  while (scan.is(number.end, Cue::of) && is_magnitude(scan.word(number.end + 1)) && power < 15) {
    power += scan.word(number.end + 1).value;
    number.end += 2;
    compound = true;
  }
  const auto unit = scaled(Decimal(1), power);
  const auto above = unit ? (compound ? unit : add(*unit, Decimal(1))) : std::nullopt;
  const auto next = unit ? scaled(*unit, 1) : std::nullopt;
  if (!above || !next) {
    return std::nullopt;
  }
  number.hard.low = *above;
  number.soft.low = multiply(*unit, Decimal(2));
  number.soft.high = subtract(*next, Decimal(1));
  return number;
}

}  // namespace

// "dozens", "hundreds", "tens of thousands".
std::optional<Number> read_plural_magnitude(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  Number number{.begin = at, .end = at + 1, .form = NumberForm::vague};
  if (word.number == NumberRole::dozens) {
    set_bounds(number, 13, 0, 24, 99, 0);
    return number;
  }
  if (word.number == NumberRole::scores) {
    const bool counts =
        scan.is(at + 1, Cue::of) || scan.is(at + 1, Cue::more) || scan.has(at + 1, count_noun) ||
        scan.has(at + 1, past) || scan.says(at + 1, "are") || scan.says(at + 1, "were") ||
        scan.says(at + 1, "hurt") || scan.says(at + 1, "feared") || scan.says(at + 1, "have");
    if (!counts) {
      return std::nullopt;
    }
    set_bounds(number, 21, 0, 40, 199, 0);
    return number;
  }
  if (word.number != NumberRole::plural_magnitude) {
    return std::nullopt;
  }
  return many_of(scan, number, word.value);
}

namespace {

// 2 of "100"; 0 of what is no power of ten.
int power_of(std::string_view figures) {
  constexpr std::size_t kLongest = 7;
  const bool power = figures.size() >= 2 && figures.size() <= kLongest && figures[0] == '1' &&
                     figures.find_first_not_of('0', 1) == std::string_view::npos;
  return power ? static_cast<int>(figures.size()) - 1 : 0;
}

}  // namespace

bool is_plural_figures(const Scan& scan, std::uint32_t at) {
  const bool plural_form = scan.is_number(at) && scan.attached(at + 1) && scan.says(at + 1, "s");
  if (!plural_form || power_of(scan.spelling(at)) == 0) {
    return false;
  }
  const bool money =
      static_cast<bool>(scan.vocabulary().currencies_before.ending(scan.between(0, at)));
  return money || (scan.is(at + 2, Cue::of) && scan.word(at + 3).time_unit == TimeUnit::none);
}

std::optional<Number> read_plural_figures(const Scan& scan, std::uint32_t at) {
  if (!is_plural_figures(scan, at)) {
    return std::nullopt;
  }
  const Number number{.begin = at, .end = at + 2, .form = NumberForm::vague};
  return many_of(scan, number, power_of(scan.spelling(at)));
}

std::optional<Number> read_multiple_magnitude(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  const std::uint32_t prefix = at - (scan.dash(at - 1) && scan.attached(at) ? 2U : 1U);
  if (word.number != NumberRole::magnitude || !scan.says(prefix, "multi")) {
    return std::nullopt;
  }
  auto number = many_of(scan, {.begin = at, .end = at + 1, .form = NumberForm::vague}, word.value);
  if (number) {
    number->hard.low = scaled(Decimal(1), word.value);
    number->hard.low_open = true;
  }
  return number;
}

std::optional<Number> read_score(const Scan& scan, std::uint32_t at) {
  const std::uint32_t counted = at + 3;
  if (!scan.is(at, Cue::a) || !scan.says(at + 1, "score") || !scan.is(at + 2, Cue::of) ||
      !(scan.has(counted, count_noun) || scan.has(counted, persons))) {
    return std::nullopt;
  }
  Number number{.begin = at, .end = at + 2, .form = NumberForm::collective, .value = Decimal(20)};
  number.hard = {Decimal(16), Decimal(24)};
  number.soft = {Decimal(18), Decimal(22)};
  return number;
}

}  // namespace concord::normalize
