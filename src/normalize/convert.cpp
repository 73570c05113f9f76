#include "normalize/normalize.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

bool convert_bound(std::optional<Decimal>& bound, const UnitRow& from, const UnitRow& to) {
  if (!bound) {
    return true;
  }
  bound = convert_amount(*bound, from, to);
  return bound.has_value();
}

}  // namespace

std::optional<Quantity> convert(const Quantity& quantity, std::string_view unit) {
  const std::string_view wanted = unit.empty() ? base_unit(quantity.dimension) : unit;
  if (quantity.unit == wanted) {
    return quantity;
  }
  const UnitRow* from = find_unit(quantity.unit);
  const UnitRow* to = find_unit(wanted);
  if (from == nullptr || to == nullptr || from->dimension != to->dimension) {
    return std::nullopt;
  }
  Quantity made = quantity;
  for (auto* bound :
       {&made.hard.low, &made.hard.high, &made.soft.low, &made.soft.high, &made.nominal}) {
    if (!convert_bound(*bound, *from, *to)) {
      return std::nullopt;
    }
  }
  made.unit = to->code;
  made.unit_text = made.nominal && *made.nominal == Decimal(1) ? to->singular : to->plural_name;
  return made;
}

}  // namespace concord::normalize
