#include "normalize/units.h"

#include <algorithm>

namespace concord::normalize {
namespace {

using enum Dimension;

// Factors: NIST SP 811 (2008), appendix B.8; exact except where a row says otherwise.  The acre is
// the international one (43 560 square international feet).  Codes: UCUM 2.1.
constexpr UnitRow kUnits[] = {
    // length, base metre
    {"m", length, {1}, "metre|metres|meter|meters", "m", "meter", "meters"},
    {"km", length, {1000}, "kilometre|kilometres|kilometer|kilometers|km|kms|klick|klicks", "", "kilometer", "kilometers"},
    {"cm", length, {1, -2}, "centimetre|centimetres|centimeter|centimeters|cm|cms", "", "centimeter", "centimeters"},
    {"mm", length, {1, -3}, "millimetre|millimetres|millimeter|millimeters|mm|mms", "", "millimeter", "millimeters"},
    {"um", length, {1, -6}, "micrometre|micrometres|micrometer|micrometers|micron|microns|µm|μm", "", "micrometer", "micrometers"},
    {"nm", length, {1, -9}, "nanometre|nanometres|nanometer|nanometers|nm", "", "nanometer", "nanometers"},
    {"[mi_i]", length, {1609344, -3}, "mile|miles|statute mile|statute miles|mi", "", "mile", "miles"},
    {"[yd_i]", length, {9144, -4}, "yard|yards|yd|yds", "", "yard", "yards"},
    {"[ft_i]", length, {3048, -4}, "foot|feet|ft", "", "foot", "feet"},
    {"[in_i]", length, {254, -4}, "inch|inches", "", "inch", "inches"},
    {"[nmi_i]", length, {1852}, "nautical mile|nautical miles", "", "nautical mile", "nautical miles"},
    {"[fth_i]", length, {18288, -4}, "fathom|fathoms", "", "fathom", "fathoms"},
    {"[ly]", length, {9460730472580800}, "light year|light years|light - year|light - years", "", "light year", "light years"},
    // area, base hectare
    {"har", area, {1}, "hectare|hectares|ha", "", "hectare", "hectares"},
    {"m2", area, {1, -4}, "square metre|square metres|square meter|square meters|sq m|sq. m|m²|m2|sqm|sq metre|sq metres|sq meter|sq meters", "", "square meter", "square meters"},
    {"km2", area, {100}, "square kilometre|square kilometres|square kilometer|square kilometers|sq km|sq. km|sq kms|km²|km2|sqkm", "", "square kilometer", "square kilometers"},
    {"cm2", area, {1, -8}, "square centimetre|square centimetres|square centimeter|square centimeters|cm²|cm2|sq cm", "", "square centimeter", "square centimeters"},
    {"[acr_i]", area, {40468564224, -11}, "acre|acres", "", "acre", "acres"},
    {"[mi_i]2", area, {2589988110336, -10}, "square mile|square miles|sq mile|sq miles|sq mi|sq. mi|sq. mile|sq. miles|mi²", "", "square mile", "square miles"},
    {"[yd_i]2", area, {83612736, -12}, "square yard|square yards|sq yd|sq. yd|sq yards", "", "square yard", "square yards"},
    {"[ft_i]2", area, {9290304, -12}, "square foot|square feet|sq ft|sq. ft|sq foot|sq feet|sqft|ft²|ft2", "", "square foot", "square feet"},
    {"[in_i]2", area, {64516, -12}, "square inch|square inches|sq in|in²", "", "square inch", "square inches"},
    // volume, base litre
    {"L", volume, {1}, "litre|litres|liter|liters|l", "", "liter", "liters"},
    {"mL", volume, {1, -3}, "millilitre|millilitres|milliliter|milliliters|ml|mls", "", "milliliter", "milliliters"},
    {"cL", volume, {1, -2}, "centilitre|centilitres|centiliter|centiliters|cl", "", "centiliter", "centiliters"},
    {"hL", volume, {100}, "hectolitre|hectolitres|hectoliter|hectoliters", "", "hectoliter", "hectoliters"},
    {"m3", volume, {1000}, "cubic metre|cubic metres|cubic meter|cubic meters|cu m|m³|m3", "", "cubic meter", "cubic meters"},
    {"km3", volume, {1000000000000}, "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers|km³|cu km", "", "cubic kilometer", "cubic kilometers"},
    {"cm3", volume, {1, -3}, "cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cm³|cm3|cc", "", "cubic centimeter", "cubic centimeters"},
    {"[cft_i]", volume, {28316846592, -9}, "cubic foot|cubic feet|cu ft|ft³", "", "cubic foot", "cubic feet"},
    {"[cyd_i]", volume, {764554857984, -9}, "cubic yard|cubic yards|cu yd", "", "cubic yard", "cubic yards"},
    {"[gal_us]", volume, {3785411784, -9}, "gallon|gallons|gal|gals|us gallon|us gallons|u.s. gallon|u.s. gallons", "", "gallon", "gallons"},
    {"[gal_br]", volume, {454609, -5}, "imperial gallon|imperial gallons|uk gallon|uk gallons", "", "imperial gallon", "imperial gallons"},
    {"[qt_us]", volume, {946352946, -9}, "quart|quarts|qt", "", "quart", "quarts"},
    {"[pt_us]", volume, {473176473, -9}, "pint|pints|pt", "", "pint", "pints"},
    {"[cup_us]", volume, {2365882365, -10}, "cup|cups", "", "cup", "cups"},
    {"[foz_us]", volume, {295735295625, -13}, "fluid ounce|fluid ounces|fl oz", "", "fluid ounce", "fluid ounces"},
    {"[tbs_us]", volume, {1478676478125, -14}, "tablespoon|tablespoons|tbsp|tbs", "", "tablespoon", "tablespoons"},
    {"[tsp_us]", volume, {492892159375, -14}, "teaspoon|teaspoons|tsp", "", "teaspoon", "teaspoons"},
    {"[bbl_us]", volume, {158987294928, -9}, "barrel|barrels|bbl|bbls|barrel of oil|barrels of oil|barrels of crude", "", "barrel", "barrels"},
    {"[bu_us]", volume, {3523907016688, -11}, "bushel|bushels|bu", "", "bushel", "bushels"},
    {"[acr_ft]", volume, {123348183754752, -8}, "acre - foot|acre - feet|acre foot|acre feet", "", "acre-foot", "acre-feet"},
    // mass, base kilogram
    {"kg", mass, {1}, "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs", "", "kilogram", "kilograms"},
    {"g", mass, {1, -3}, "gram|grams|gramme|grammes|gm|gms", "g", "gram", "grams"},
    {"mg", mass, {1, -6}, "milligram|milligrams|milligramme|milligrammes|mg|mgs", "", "milligram", "milligrams"},
    {"ug", mass, {1, -9}, "microgram|micrograms|mcg|µg|μg", "", "microgram", "micrograms"},
    {"t", mass, {1000}, "tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes", "t", "tonne", "tonnes"},
    {"kt", mass, {1000000}, "kilotonne|kilotonnes|kiloton|kilotons", "kt", "kilotonne", "kilotonnes"},
    {"Mt", mass, {1000000000}, "megatonne|megatonnes|megaton|megatons", "Mt", "megatonne", "megatonnes"},
    {"[ston_av]", mass, {90718474, -5}, "ton|tons|short ton|short tons|us ton|us tons", "", "ton", "tons"},
    {"[lton_av]", mass, {10160469088, -7}, "long ton|long tons", "", "long ton", "long tons"},
    {"[lb_av]", mass, {45359237, -8}, "pound|pounds|lb|lbs|lb.|lbs.", "", "pound", "pounds"},
    {"[oz_av]", mass, {28349523125, -12}, "ounce|ounces|oz|oz.", "", "ounce", "ounces"},
    {"[oz_tr]", mass, {311034768, -10}, "troy ounce|troy ounces", "", "troy ounce", "troy ounces"},
    {"[stone_av]", mass, {635029318, -8}, "", "stone", "stone", "stone"},
    {"[car_m]", mass, {2, -4}, "carat|carats", "", "carat", "carats"},
    // speed, base kilometre per hour
    {"km/h", speed, {1}, "kilometre per hour|kilometres per hour|kilometer per hour|kilometers per hour|km / h|km / hr|kmh|kph|kmph|km per hour|kilometres an hour|kilometers an hour|kilometre an hour|kilometer an hour|km an hour|km/h|kilometers / hour|kilometres / hour|kilometers / hr", "", "kilometer per hour", "kilometers per hour"},
    {"[mi_i]/h", speed, {1609344, -6}, "mile per hour|miles per hour|mile an hour|miles an hour|mph|mi / h|mi / hr|miles / hour", "", "mile per hour", "miles per hour"},
    {"m/s", speed, {36, -1}, "metre per second|metres per second|meter per second|meters per second|m / s|metres a second|meters a second|mps", "", "meter per second", "meters per second"},
    {"km/s", speed, {3600}, "kilometres per second|kilometers per second|kilometers a second|kilometres a second|km / s|km per second", "", "kilometer per second", "kilometers per second"},
    {"[mi_i]/s", speed, {57936384, -4}, "miles per second|miles a second", "", "mile per second", "miles per second"},
    {"[ft_i]/s", speed, {109728, -5}, "feet per second|foot per second|feet a second|ft / s", "", "foot per second", "feet per second"},
    {"[kn_i]", speed, {1852, -3}, "knot|knots|kt|kts", "", "knot", "knots"},
    // temperature, base degree Celsius; see convert_amount
    {"Cel", temperature, {1}, "degree celsius|degrees celsius|degree centigrade|degrees centigrade|degrees c|degree c|° c|°c|℃|celsius|centigrade|deg c|deg. c|º c|ºc", "C", "degree Celsius", "degrees Celsius"},
    {"[degF]", temperature, {1}, "degree fahrenheit|degrees fahrenheit|degrees f|degree f|° f|°f|℉|fahrenheit|deg f|deg. f|º f|ºf", "F", "degree Fahrenheit", "degrees Fahrenheit"},
    {"K", temperature, {1}, "kelvin|kelvins|degrees kelvin|degrees k|° k|°k", "K", "kelvin", "kelvins"},
    {"deg", angle, {1}, "degree|degrees|°|deg|º", "", "degree", "degrees"},
    // energy, base joule
    {"J", energy, {1}, "joule|joules", "J", "joule", "joules"},
    {"kJ", energy, {1000}, "kilojoule|kilojoules|kj", "", "kilojoule", "kilojoules"},
    {"MJ", energy, {1000000}, "megajoule|megajoules", "MJ", "megajoule", "megajoules"},
    {"W.h", energy, {3600}, "watt hour|watt hours|watt - hour|watt - hours|wh", "", "watt-hour", "watt-hours"},
    {"kW.h", energy, {3600000}, "kilowatt hour|kilowatt hours|kilowatt - hour|kilowatt - hours|kwh", "", "kilowatt-hour", "kilowatt-hours"},
    {"MW.h", energy, {3600000000}, "megawatt hour|megawatt hours|megawatt - hour|megawatt - hours|mwh", "", "megawatt-hour", "megawatt-hours"},
    {"GW.h", energy, {3600000000000}, "gigawatt hour|gigawatt hours|gigawatt - hour|gigawatt - hours|gwh", "", "gigawatt-hour", "gigawatt-hours"},
    {"TW.h", energy, {3600000000000000}, "terawatt hour|terawatt hours|terawatt - hour|terawatt - hours|twh", "", "terawatt-hour", "terawatt-hours"},
    {"cal", energy, {4184, -3}, "calorie|calories", "", "calorie", "calories"},
    {"kcal", energy, {4184}, "kilocalorie|kilocalories|kcal", "", "kilocalorie", "kilocalories"},
    {"[Btu]", energy, {105505585262, -8}, "btu|btus|british thermal unit|british thermal units", "", "BTU", "BTU"},
    // power, base watt
    {"W", power, {1}, "watt|watts", "W", "watt", "watts"},
    {"kW", power, {1000}, "kilowatt|kilowatts|kw", "", "kilowatt", "kilowatts"},
    {"MW", power, {1000000}, "megawatt|megawatts|mw", "", "megawatt", "megawatts"},
    {"GW", power, {1000000000}, "gigawatt|gigawatts|gw", "", "gigawatt", "gigawatts"},
    {"TW", power, {1000000000000}, "terawatt|terawatts|tw", "", "terawatt", "terawatts"},
    {"[HP]", power, {7456998715822702, -13}, "horsepower|hp|bhp", "", "horsepower", "horsepower"},
    // pressure, base pascal; the pound-force per square inch is rounded as in SP 811
    {"Pa", pressure, {1}, "pascal|pascals", "Pa", "pascal", "pascals"},
    {"hPa", pressure, {100}, "hectopascal|hectopascals|hpa|millibar|millibars|mb|mbar", "", "hectopascal", "hectopascals"},
    {"kPa", pressure, {1000}, "kilopascal|kilopascals|kpa", "", "kilopascal", "kilopascals"},
    {"bar", pressure, {100000}, "", "bar|bars", "bar", "bars"},
    {"[psi]", pressure, {6894757, -3}, "psi|pounds per square inch", "", "pound per square inch", "pounds per square inch"},
    {"atm", pressure, {101325}, "atmosphere|atmospheres|atm", "", "atmosphere", "atmospheres"},
    // data, base byte
    {"By", data, {1}, "byte|bytes", "", "byte", "bytes"},
    {"kBy", data, {1000}, "kilobyte|kilobytes|kb", "", "kilobyte", "kilobytes"},
    {"MBy", data, {1000000}, "megabyte|megabytes", "MB", "megabyte", "megabytes"},
    {"GBy", data, {1000000000}, "gigabyte|gigabytes|gb", "", "gigabyte", "gigabytes"},
    {"TBy", data, {1000000000000}, "terabyte|terabytes|tb", "", "terabyte", "terabytes"},
    {"PBy", data, {1000000000000000}, "petabyte|petabytes|pb", "", "petabyte", "petabytes"},
    {"bit", data, {125, -3}, "", "bit|bits", "bit", "bits"},
    {"Mbit", data, {125000}, "megabit|megabits", "Mb", "megabit", "megabits"},
    {"Gbit", data, {125000000}, "gigabit|gigabits", "Gb", "gigabit", "gigabits"},
    {"%", Dimension::percent, {1}, "%|per cent|percent|pct|pct.|pc|per - cent|per cents|％", "", "percent", "percent"},
    {"pp", percentage_points, {1}, "percentage point|percentage points|percentage - point|% point|% points|per cent points|percent points", "", "percentage point", "percentage points"},
    {"bp", percentage_points, {1, -2}, "basis point|basis points|basis - point", "", "basis point", "basis points"},
    // measures with no other scale to convert to
    {"Hz", other, {1}, "hertz|hz", "", "hertz", "hertz"},
    {"kHz", other, {1000}, "kilohertz|khz", "", "kilohertz", "kilohertz"},
    {"MHz", other, {1000000}, "megahertz|mhz", "", "megahertz", "megahertz"},
    {"GHz", other, {1000000000}, "gigahertz|ghz", "", "gigahertz", "gigahertz"},
    {"V", other, {1}, "volt|volts", "V", "volt", "volts"},
    {"kV", other, {1000}, "kilovolt|kilovolts|kv", "", "kilovolt", "kilovolts"},
    {"A", other, {1}, "ampere|amperes|amp|amps", "", "ampere", "amperes"},
    {"dB", other, {1}, "decibel|decibels|db", "", "decibel", "decibels"},
    {"Sv", other, {1}, "sievert|sieverts", "", "sievert", "sieverts"},
    {"mSv", other, {1, -3}, "millisievert|millisieverts|msv", "", "millisievert", "millisieverts"},
    {"[mi_i]/[gal_us]", other, {1}, "miles per gallon|mpg|miles a gallon", "", "mile per gallon", "miles per gallon"},
};

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

}  // namespace

std::span<const UnitRow> unit_rows() { return kUnits; }

const UnitRow* find_unit(std::string_view code) {
  const auto* found = std::ranges::find(kUnits, code, &UnitRow::code);
  return found == std::ranges::end(kUnits) ? nullptr : found;
}

std::string_view base_unit(Dimension dimension) {
  constexpr struct {
    Dimension dimension;
    std::string_view code;
  } kBases[] = {{length, "m"},       {area, "har"},  {volume, "L"}, {mass, "kg"},     {speed, "km/h"},
                {temperature, "Cel"}, {energy, "J"}, {power, "W"},  {pressure, "Pa"}, {data, "By"}};
  for (const auto& base : kBases) {
    if (base.dimension == dimension) {
      return base.code;
    }
  }
  return {};
}

std::optional<Decimal> convert_amount(const Decimal& amount, const UnitRow& from, const UnitRow& to) {
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
  const auto base = multiply(amount, from.factor);
  if (!base || to.factor == Decimal(1)) {
    return base;
  }
  return divide(*base, to.factor);
}

}  // namespace concord::normalize
