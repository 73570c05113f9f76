// A conversion in brackets against the measure before it.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsBetween = 4;  // "5 miles north of town (8 km)"
constexpr double kSlack = 0.05;           // beyond the rounding of the figure as written
constexpr double kHottest = 150;          // of degrees that are read off a thermometer
constexpr double kDegrees = 2.5;          // a degree of rounding in one scale, in the other

constexpr Dimension kMeasures[] = {Dimension::length, Dimension::area,  Dimension::volume,
                                   Dimension::mass,   Dimension::speed, Dimension::temperature,
                                   Dimension::energy, Dimension::power, Dimension::pressure};

/// Words that mean several measures, and the others they may be.
constexpr struct {
  std::string_view unit;
  std::string_view other;
} kAmbiguous[] = {{"[ston_av]", "[lton_av]"},
                  {"[ston_av]", "t"},
                  {"[gal_us]", "[gal_br]"},
                  {"[mi_i]", "[nmi_i]"},
                  {"[qt_us]", "[pt_us]"}};

bool is_measure(const CopyValue* value) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  return quantity != nullptr &&
         std::ranges::find(kMeasures, quantity->dimension) != std::end(kMeasures);
}

/// Both ends of a range; the number itself of anything else.
std::array<std::optional<double>, 2> ends_of(const Quantity& quantity) {
  if (quantity.nominal) {
    return {quantity.nominal->to_double(), std::nullopt};
  }
  const auto number = [](const std::optional<Decimal>& end) {
    return end ? std::optional(end->to_double()) : std::nullopt;
  };
  return {number(quantity.hard.low), number(quantity.hard.high)};
}

/// Half of the last digit that was written: 5 for 160, a half for 5, an eighth at most of a round
/// number, since "100" is seldom meant as anything from 50 to 150.
double rounding(double number) {
  double digit = 1;
  const double size = std::abs(number);
  while (size >= 10 * digit && std::fmod(size, 10 * digit) == 0) {
    digit *= 10;
  }
  if (std::floor(size) != size) {
    digit = std::floor(size * 10) == size * 10 ? 0.1 : 0.01;
  }
  return digit > 1 ? std::min(digit / 2, size / 8) : digit / 2;
}

std::optional<double> in_unit(const CopyText& text, const Quantity& quantity, double number,
                              std::string_view unit) {
  Quantity one = quantity;
  const auto amount = parse_decimal(fmt::format("{:.9f}", number));
  if (!amount) {
    return std::nullopt;
  }
  one.nominal = amount;
  one.hard = one.soft = Interval<Decimal>::exactly(*amount);
  const auto converted = text.convert()(one, unit);
  return converted && converted->nominal ? std::optional(converted->nominal->to_double())
                                         : std::nullopt;
}

bool is_near(double exact, double written, bool degrees) {
  const double slack = degrees ? kDegrees : kSlack * std::abs(written);
  const bool weather = degrees && std::abs(written) < kHottest;  // "40 degrees" is not about 40
  return std::abs(exact - written) <= (weather ? 0.5 : rounding(written)) + slack;
}

/// "a rise of 2C (3.6F)": a distance of temperatures has no zero to shift.
bool is_distance(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kCues[] = {
      "by",       "above",  "below",      "rise",      "rises",   "rose",   "risen",
      "up",       "down",   "warmer",     "cooler",    "colder",  "hotter", "warm",
      "increase", "fall",   "fell",       "drop",      "warming", "within", "more",
      "less",     "higher", "difference", "increased", "dropped"};
  const std::size_t begin =
      value.tokens.begin < kWordsBetween ? 0 : value.tokens.begin - kWordsBetween;
  for (std::size_t i = begin; i < value.tokens.end + 2 * kWordsBetween; ++i) {
    if (is_in(text.word(i), kCues)) {
      return true;
    }
  }
  return false;
}

bool agree_as_distance(const Quantity& from, double first, double second) {
  const double factor = from.unit == "[degF]" ? 1 / 1.8 : 1.8;
  return is_near(std::abs(first) * factor, std::abs(second), true);
}

/// The same of both ends of a range.
bool agree_as_distances(const Quantity& from, const Quantity& to) {
  const auto first = ends_of(from);
  const auto second = ends_of(to);
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i].has_value() != second[i].has_value() ||
        (first[i] && !agree_as_distance(from, *first[i], *second[i]))) {
      return false;
    }
  }
  return true;
}

/// "(4 km uphill)", "(20 km of it gravel)": words behind the measure that make it one of its own.
bool is_of_its_own(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kOwn[] = {"of",    "by",    "uphill",   "downhill",   "under",
                                       "on",    "along", "through",  "through",    "upstream",
                                       "below", "above", "offshore", "underground"};
  constexpr std::string_view kHow[] = {"sea", "ground", "normal", "average", "the"};
  constexpr std::string_view kLeg[] = {"under", "on", "along", "through"};  // "2 km under the sea"
  const std::size_t end = value.tokens.end;
  return is_in(text.word(end), kOwn) &&
         (is_in(text.word(end), kLeg) || !is_in(text.word(end + 1), kHow));
}

bool agree_in(const CopyText& text, const Quantity& from, double first, const Quantity& to,
              double second) {
  const bool degrees = from.dimension == Dimension::temperature;
  const auto there = in_unit(text, from, first, to.unit);
  const auto back = in_unit(text, to, second, from.unit);
  return !there || !back || is_near(*there, second, degrees) || is_near(*back, first, degrees);
}

/// As agree_in, with one unit that may be meant for another read as that one.
bool agree_otherwise(const CopyText& text, const Quantity& from, double first, const Quantity& to,
                     double second) {
  return std::ranges::any_of(kAmbiguous, [&](const auto& row) {
    const auto as_other = [&](Quantity one) {
      one.unit = row.other;
      return one;
    };
    return (from.unit == row.unit && agree_in(text, as_other(from), first, to, second)) ||
           (to.unit == row.unit && agree_in(text, from, first, as_other(to), second));
  });
}

bool agree(const CopyText& text, const Quantity& from, const Quantity& to) {
  const auto first = ends_of(from);
  const auto second = ends_of(to);
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!first[i] || !second[i]) {
      continue;
    }
    if (!agree_in(text, from, *first[i], to, *second[i]) &&
        !agree_otherwise(text, from, *first[i], to, *second[i])) {
      return false;
    }
  }
  return true;
}

/// Where a conversion of `value` would stand: right after it, or behind a bracket near by.
const CopyValue* conversion_of(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kOpen[] = {"(", "["};
  constexpr std::string_view kAbout[] = {"about", "or", "roughly", "some", "nearly", "around", "="};
  std::size_t at = value.tokens.end;
  for (std::size_t skipped = 0; !text.is_break(at) && text.value(at) == nullptr; ++at, ++skipped) {
    if (text.word(at) == "or" || skipped == kWordsBetween) {
      break;
    }
  }
  const bool bracket = is_in(text.word(at), kOpen);
  const bool directly = at == value.tokens.end || (at == value.tokens.end + 1 && !bracket);
  const bool or_it =
      directly && (text.word(at) == "or" || (text.word(at) == "," && text.word(at + 1) == "or"));
  const bool slash = at == value.tokens.end && text.word(at) == "/";
  if (!bracket && !or_it && !slash) {
    return nullptr;
  }
  ++at;
  while (text.value(at) == nullptr && is_in(text.word(at), kAbout)) {
    ++at;
  }
  return text.value(at);
}

/// The measure in the other unit, to the digits an article gives.
std::string converted(const CopyText& text, const Quantity& from, const Quantity& to) {
  std::string digits;
  for (const auto& end : ends_of(from)) {
    const auto there = end ? in_unit(text, from, *end, to.unit) : std::nullopt;
    if (there) {
      digits += (digits.empty() ? "" : " to ") + shown(*there);
    }
  }
  return digits + " " + to.unit_text;
}

}  // namespace

void check_conversions(const CopyText& text, CopyNotes& notes) {
  for (const CopyValue& value : text.values()) {
    const CopyValue* other = is_measure(&value) ? conversion_of(text, value) : nullptr;
    if (!is_measure(other)) {
      continue;
    }
    const Quantity& from = *value.quantity();
    const Quantity& to = *other->quantity();
    if (from.dimension != to.dimension || from.unit == to.unit || agree(text, from, to) ||
        (from.dimension == Dimension::temperature && is_distance(text, value) &&
         agree_as_distances(from, to)) ||
        is_of_its_own(text, *other)) {
      continue;
    }
    const std::string right = converted(text, from, to);
    notes.add(other->mention->core,
              fmt::format("{} is not {}: it is about {}", text.written(value), text.written(*other),
                          right),
              {{value.mention->core, "the measure converted"}},
              fmt::format("write \"{}\", or see which of the two is meant", right));
  }
}

}  // namespace concord::proofread
