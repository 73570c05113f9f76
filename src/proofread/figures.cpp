#include "proofread/figures.h"

#include <algorithm>
#include <cmath>

namespace concord::proofread {
namespace {

constexpr double kRoundNumber = 0.02;    // of a number with three zeros
constexpr double kAboutShare = 0.1;      // of the share, where it is hedged
constexpr double kFractionShare = 0.15;  // of a fraction in words: "a third" is 30 percent to many

bool is_round(double number) {
  return number >= 1000 && std::fmod(number, 1000) == 0;
}

}  // namespace

std::optional<Bounds> bounds_of(const Quantity& quantity) {
  if (!quantity.hard.low || !quantity.hard.high || !quantity.nominal) {
    return std::nullopt;
  }
  Bounds bounds{quantity.hard.low->to_double(), quantity.hard.high->to_double()};
  const double nominal = quantity.nominal->to_double();
  if (bounds.low == bounds.high && is_round(nominal)) {
    bounds = {nominal * (1 - kRoundNumber), nominal * (1 + kRoundNumber)};
  }
  return bounds;
}

Bounds share_bounds(const Quantity& share) {
  const bool fraction =
      share.dimension != Dimension::percent && share.dimension != Dimension::percentage_points;
  const bool basis = share.unit == "bp";  // a hundredth of a point
  const double scale = fraction ? 100 : basis ? 0.01 : 1;
  const double nominal = share.nominal->to_double() * scale;
  const double digit = basis                             ? 0.005
                       : nominal == std::floor(nominal)  ? 0.5
                       : std::fmod(nominal * 10, 1) == 0 ? 0.05
                                                         : 0.005;
  const bool exact = share.hedge == Hedge::exact || share.hedge == Hedge::rounded;
  double slack = exact ? digit : std::max(1.0, kAboutShare * std::abs(nominal)) + digit;
  slack += fraction ? kFractionShare * nominal : 0;
  return {nominal - slack - 1e-9, nominal + slack + 1e-9};
}

bool meet(const Bounds& first, const Bounds& second) {
  return first.low <= second.high && second.low <= first.high;
}

bool can_sum_to(std::span<const Quantity* const> parts, const Quantity& whole) {
  constexpr double kChance = 1.5;
  double low = 0;
  double high = 0;
  double nominal = 0;
  double squares = 0;
  bool rounded = whole.hard.bounded();
  const auto take = [&](const Quantity& part) {
    const bool bounded = part.hard.low && part.hard.high;
    const double half =
        bounded ? (part.hard.high->to_double() - part.hard.low->to_double()) / 2 : 0;
    squares += half * half;
    rounded = rounded && bounded && (part.hedge == Hedge::rounded || part.hedge == Hedge::exact);
  };
  for (const Quantity* part : parts) {
    take(*part);
    nominal += part->nominal->to_double();
    low += part->hard.low ? part->hard.low->to_double() : -HUGE_VAL;
    high += part->hard.high ? part->hard.high->to_double() : HUGE_VAL;
  }
  take(whole);
  const double sum = whole.nominal->to_double();
  if (rounded) {
    return std::abs(nominal - sum) <= kChance * std::sqrt(squares) + 1e-9 * sum;
  }
  return (!whole.hard.high || low <= whole.hard.high->to_double()) &&
         (!whole.hard.low || whole.hard.low->to_double() <= high);
}

const Quantity* of_dimension(const CopyValue* value, Dimension dimension) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  return quantity != nullptr && quantity->dimension == dimension && quantity->nominal ? quantity
                                                                                      : nullptr;
}

const Quantity* count_of(const CopyText& text, const CopyValue* value) {
  const Quantity* count = of_dimension(value, Dimension::count);
  const bool told = count != nullptr && count->nominal->is_whole() && count->unit == "1" &&
                    (count->hedge == Hedge::exact || count->hedge == Hedge::rounded);
  return told && !is_year(text, *value) && !is_fraction(text, *value) ? count : nullptr;
}

const Quantity* exact_count_of(const CopyText& text, const CopyValue* value) {
  const Quantity* count = of_dimension(value, Dimension::count);
  const bool exact = count != nullptr && count->hedge == Hedge::exact &&
                     count->nominal->is_whole() && Decimal(0) < *count->nominal &&
                     count->unit == "1";
  return exact && !is_year(text, *value) && !text.in_quotes(value->tokens.begin) ? count : nullptr;
}

std::vector<const CopyValue*> counts_in(const CopyText& text, const Sentence& sentence,
                                        const Quantity* (*count)(const CopyText&,
                                                                 const CopyValue*)) {
  std::vector<const CopyValue*> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (count(text, &value) != nullptr) {
      found.push_back(&value);
    }
  }
  return found;
}

double number_of(const CopyValue& value) {
  return value.quantity()->nominal->to_double();
}

std::span<const CopyValue> first_values(const CopyText& text) {
  constexpr std::size_t kMost = 600;
  return std::span(text.values()).first(std::min(kMost, text.values().size()));
}

bool is_year(const CopyText& text, const CopyValue& value) {
  const std::string_view word = text.word(value.tokens.begin);
  return value.tokens.size() == 1 && word.size() == 4 &&
         (word.starts_with("19") || word.starts_with("20"));
}

bool is_fraction(const CopyText& text, const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  return quantity != nullptr && quantity->unit == "1" && quantity->nominal &&
         Decimal(0) < *quantity->nominal && *quantity->nominal < Decimal(1) &&
         text.written(value).find_first_of("0123456789") == std::string::npos;
}

std::size_t after_words(const CopyText& text, std::size_t i, std::size_t most,
                        std::span<const std::string_view> stops) {
  for (std::size_t words = 0;
       words < most && !text.is_break(i) && text.value(i) == nullptr && !is_in(text.word(i), stops);
       ++words) {
    ++i;
  }
  return i;
}

}  // namespace concord::proofread
