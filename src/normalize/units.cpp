#include "normalize/units.h"

#include <algorithm>

namespace concord::normalize {
namespace {

using enum Dimension;

// The scales have different zeros, which the factor of a row cannot say.
std::optional<Decimal> to_celsius(const Decimal& amount, std::string_view code) {
  if (code == "K") {
    return subtract(amount, Decimal(27315, -2));
  }
  if (code == "[degF]") {
    const auto above = subtract(amount, Decimal(32));
    return above ? divide(*above, Decimal(18, -1)) : std::nullopt;
  }
  return amount;
}

std::optional<Decimal> from_celsius(const Decimal& celsius, std::string_view code) {
  if (code == "K") {
    return add(celsius, Decimal(27315, -2));
  }
  if (code == "[degF]") {
    const auto scaled_up = multiply(celsius, Decimal(18, -1));
    return scaled_up ? add(*scaled_up, Decimal(32)) : std::nullopt;
  }
  return celsius;
}

// Exact, or to 12 digits where the product has more than a Decimal holds.
std::optional<Decimal> multiply_rounded(const Decimal& amount, const Decimal& factor) {
  if (const auto exact = multiply(amount, factor)) {
    return exact;
  }
  const auto inverse = divide(Decimal(1), factor);
  return inverse ? divide(amount, *inverse) : std::nullopt;
}

}  // namespace

const UnitRow* find_unit(std::string_view code) {
  const std::span<const UnitRow> rows = unit_rows();
  const auto found = std::ranges::find(rows, code, &UnitRow::code);
  return found == rows.end() ? nullptr : &*found;
}

std::string_view base_unit(Dimension dimension) {
  static constexpr struct {
    Dimension dimension;
    std::string_view code;
  } kBases[] = {{length, "m"},    {area, "har"},        {volume, "L"}, {mass, "kg"},
                {speed, "km/h"},  {temperature, "Cel"}, {energy, "J"}, {power, "W"},
                {pressure, "Pa"}, {data, "By"},         {angle, "deg"}};
  for (const auto& base : kBases) {
    if (base.dimension == dimension) {
      return base.code;
    }
  }
  return {};
}

std::optional<Decimal> convert_amount(const Decimal& amount, const UnitRow& from,
                                      const UnitRow& to) {
  if (from.dimension != to.dimension) {
    return std::nullopt;
  }
  if (from.code == to.code) {
    return amount;
  }
  if (from.dimension == temperature) {
    const auto celsius = to_celsius(amount, from.code);
    return celsius ? from_celsius(*celsius, to.code) : std::nullopt;
  }
  if (from.dimension == other) {
    return std::nullopt;
  }
  const auto base = multiply_rounded(amount, from.factor);
  if (!base || to.factor == Decimal(1)) {
    return base;
  }
  return divide(*base, to.factor);
}

}  // namespace concord::normalize
