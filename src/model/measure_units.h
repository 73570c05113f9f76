#pragma once

#include <string_view>

#include "model/value.h"

namespace concord {

/// A unit that a rule of measures may name, so that a measure of something else is not taken for
/// its figure.
struct MeasureUnit {
  std::string_view name;
  Dimension dimension;
};

inline constexpr MeasureUnit kMeasureUnits[] = {
    {"hectare", Dimension::area},      {"acre", Dimension::area},
    {"km2", Dimension::area},          {"metre", Dimension::length},
    {"meter", Dimension::length},      {"kilometre", Dimension::length},
    {"kilometer", Dimension::length},  {"millimetre", Dimension::length},
    {"millimeter", Dimension::length}, {"km/h", Dimension::speed},
    {"tonne", Dimension::mass},        {"kilogram", Dimension::mass},
    {"litre", Dimension::volume},      {"degree", Dimension::temperature},
};

}  // namespace concord
