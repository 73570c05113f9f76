#include "normalize/units.h"

namespace concord::normalize {
namespace {

using enum Dimension;

// Factors: NIST SP 811 (2008), appendix B.8; exact except where a row says otherwise.  The acre is
// the international one (43 560 square international feet).  Codes: UCUM 2.1.
// clang-format off
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
    {"pm", length, {1, -12}, "picometre|picometres|picometer|picometers", "pm", "picometer", "picometers"},
    {"AU", length, {149597870700}, "astronomical unit|astronomical units", "au", "astronomical unit", "astronomical units"},
    {"[ly]", length, {9460730472580800}, "light year|light years|light - year|light - years", "", "light year", "light years"},
    // area, base hectare
    {"har", area, {1}, "hectare|hectares|ha", "", "hectare", "hectares"},
    {"m2", area, {1, -4}, "square - metre|square - meter|sq . m|square metre|square metres|square meter|square meters|sq m|sq. m|m²|m2|m 2|sqm|sq metre|"
     "sq metres|sq meter|sq meters", "", "square meter", "square meters"},
    {"km2", area, {100}, "square - kilometre|square - kilometer|sq . km|square kilometre|square kilometres|square kilometer|square kilometers|sq km|sq. km|sq kms|km²|"
     "km2|km 2|sqkm|square km|square kms", "", "square kilometer", "square kilometers"},
    {"cm2", area, {1, -8}, "square centimetre|square centimetres|square centimeter|square centimeters|cm²|cm2|cm 2|"
     "sq cm", "", "square centimeter", "square centimeters"},
    {"[acr_i]", area, {40468564224, -11}, "acre|acres", "", "acre", "acres"},
    {"[mi_i]2", area, {2589988110336, -10}, "square - mile|sq . mi|square mile|square miles|sq mile|sq miles|sq mi|sq. mi|sq. mile|sq. miles|"
     "mi²", "", "square mile", "square miles"},
    {"[yd_i]2", area, {83612736, -12}, "square yard|square yards|sq yd|sq. yd|sq yards", "", "square yard", "square yards"},
    {"[ft_i]2", area, {9290304, -12}, "square foot|square feet|square - foot|square - feet|sq . ft|sq ft|sq. ft|sq foot|sq feet|sqft|ft²|ft2|"
     "ft 2", "", "square foot", "square feet"},
    {"[in_i]2", area, {64516, -12}, "square inch|square inches|sq in|in²", "", "square inch", "square inches"},
    {"1000.m2", area, {1, -1}, "dunam|dunams|dunum|dunums", "", "dunam", "dunams"},
    // volume, base litre
    {"L", volume, {1}, "litre|litres|liter|liters|l", "", "liter", "liters"},
    {"mL", volume, {1, -3}, "millilitre|millilitres|milliliter|milliliters|ml|mls", "", "milliliter", "milliliters"},
    {"cL", volume, {1, -2}, "centilitre|centilitres|centiliter|centiliters|cl", "", "centiliter", "centiliters"},
    {"ML", volume, {1000000}, "megalitre|megalitres|megaliter|megaliters", "", "megaliter", "megaliters"},
    {"GL", volume, {1000000000}, "gigalitre|gigalitres|gigaliter|gigaliters", "", "gigaliter", "gigaliters"},
    {"hL", volume, {100}, "hectolitre|hectolitres|hectoliter|hectoliters", "", "hectoliter", "hectoliters"},
    {"m3", volume, {1000}, "cubic metre|cubic metres|cubic meter|cubic meters|cu m|m³|m3|m 3", "", "cubic meter", "cubic meters"},
    {"km3", volume, {1000000000000}, "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers|km³|km3|km 3|"
     "cu km|bcm", "", "cubic kilometer", "cubic kilometers"},
    {"cm3", volume, {1, -3}, "cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cm³|cm3|cm 3|"
     "cc", "", "cubic centimeter", "cubic centimeters"},
    {"[cft_i]", volume, {28316846592, -9}, "cubic foot|cubic feet|cu ft|ft³", "", "cubic foot", "cubic feet"},
    {"10*9.[cft_i]", volume, {28316846592}, "bcf|tmcft|tmc ft|tmc feet", "", "billion cubic feet", "billion cubic feet"},
    {"10*12.[cft_i]", volume, {28316846592000}, "tcf", "", "trillion cubic feet", "trillion cubic feet"},
    {"[cyd_i]", volume, {764554857984, -9}, "cubic yard|cubic yards|cu yd", "", "cubic yard", "cubic yards"},
    {"[gal_us]", volume, {3785411784, -9}, "gallon|gallons|gal|gals|us gallon|us gallons|u.s. gallon|"
     "u.s. gallons", "", "gallon", "gallons"},
    {"[gal_br]", volume, {454609, -5}, "imperial gallon|imperial gallons|uk gallon|"
     "uk gallons", "", "imperial gallon", "imperial gallons"},
    {"[qt_us]", volume, {946352946, -9}, "quart|quarts|qt", "", "quart", "quarts"},
    {"[pt_us]", volume, {473176473, -9}, "pint|pints|pt", "", "pint", "pints"},
    {"[cup_us]", volume, {2365882365, -10}, "cup|cups", "", "cup", "cups"},
    {"[foz_us]", volume, {295735295625, -13}, "fluid ounce|fluid ounces|fl oz", "", "fluid ounce", "fluid ounces"},
    {"[tbs_us]", volume, {1478676478125, -14}, "tablespoon|tablespoons|tbsp|tbs", "", "tablespoon", "tablespoons"},
    {"[tsp_us]", volume, {492892159375, -14}, "teaspoon|teaspoons|tsp", "", "teaspoon", "teaspoons"},
    {"[bbl_us]", volume, {158987294928, -9}, "barrel|barrels|bbl|bbls|barrel of oil|barrels of oil|"
     "barrels of crude", "", "barrel", "barrels"},
    {"[bu_us]", volume, {3523907016688, -11}, "bushel|bushels|bu", "", "bushel", "bushels"},
    {"[acr_ft]", volume, {123348183754752, -8}, "acre - foot|acre - feet|acre foot|acre feet", "", "acre-foot", "acre-feet"},
    // mass, base kilogram
    {"kg", mass, {1}, "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs|k.g.|k.gs", "", "kilogram", "kilograms"},
    {"g", mass, {1, -3}, "gram|grams|gramme|grammes|gm|gms|gs", "g", "gram", "grams"},
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
    {"[lcwt_av]", mass, {5080234544, -8}, "hundredweight|hundredweights|cwt", "", "hundredweight", "hundredweight"},
    {"100.kg", mass, {100}, "quintal|quintals", "", "quintal", "quintals"},
    {"[stone_av]", mass, {635029318, -8}, "", "stone|st", "stone", "stone"},
    {"[car_m]", mass, {2, -4}, "carat|carats", "", "carat", "carats"},
    // speed, base kilometre per hour
    {"km/h", speed, {1}, "kilometre per hour|kilometres per hour|kilometer per hour|kilometers per hour|km / h|km / hr|kmh|"
     "kph|kmph|km per hour|kilometres an hour|kilometers an hour|kilometre an hour|kilometer an hour|km an hour|km/h|"
     "kilometers / hour|kilometres / hour|kilometers / hr", "", "kilometer per hour", "kilometers per hour"},
    {"[mi_i]/h", speed, {1609344, -6}, "mile per hour|miles per hour|mile an hour|miles an hour|mph|mi / h|mi / hr|"
     "miles / hour", "", "mile per hour", "miles per hour"},
    {"m/s", speed, {36, -1}, "metre per second|metres per second|meter per second|meters per second|m / s|metres a second|"
     "meters a second", "mps", "meter per second", "meters per second"},
    {"km/s", speed, {3600}, "kilometres per second|kilometers per second|kilometers a second|kilometres a second|km / s|"
     "km per second", "", "kilometer per second", "kilometers per second"},
    {"[mi_i]/s", speed, {57936384, -4}, "miles per second|miles a second", "", "mile per second", "miles per second"},
    {"[ft_i]/s", speed, {109728, -5}, "feet per second|foot per second|feet a second|"
     "ft / s", "", "foot per second", "feet per second"},
    {"[kn_i]", speed, {1852, -3}, "knot|knots|kt|kts", "", "knot", "knots"},
    // temperature, base degree Celsius; see convert_amount
    {"Cel", temperature, {1}, "degree celsius|degrees celsius|degree centigrade|degrees centigrade|degrees c|degree c|° c|"
     "°c|℃|celsius|centigrade|celcius|centigrate|degrees celcius|deg c|deg. c|deg celsius|deg. celsius|° celsius|º c|"
     "ºc", "C", "degree Celsius", "degrees Celsius"},
    {"[degF]", temperature, {1}, "degree fahrenheit|degrees fahrenheit|degrees f|degree f|° f|°f|℉|fahrenheit|farenheit|"
     "fahrenhiet|degrees farenheit|deg f|deg. f|deg fahrenheit|deg. fahrenheit|° fahrenheit|º f|"
     "ºf", "F", "degree Fahrenheit", "degrees Fahrenheit"},
    {"K", temperature, {1}, "kelvin|kelvins|degrees kelvin|deg kelvin|degrees k|° k|°k", "K", "kelvin", "kelvins"},
    {"deg", angle, {1}, "degree|degrees|°|deg|º", "", "degree", "degrees"},
    // energy, base joule
    {"J", energy, {1}, "joule|joules", "J", "joule", "joules"},
    {"kJ", energy, {1000}, "kilojoule|kilojoules|kj", "", "kilojoule", "kilojoules"},
    {"MJ", energy, {1000000}, "megajoule|megajoules", "MJ", "megajoule", "megajoules"},
    {"W.h", energy, {3600}, "watt hour|watt hours|watt - hour|watt - hours|wh", "", "watt-hour", "watt-hours"},
    {"kW.h", energy, {3600000}, "kilowatt hour|kilowatt hours|kilowatt - hour|kilowatt - hours|"
     "kwh", "", "kilowatt-hour", "kilowatt-hours"},
    {"MW.h", energy, {3600000000}, "megawatt hour|megawatt hours|megawatt - hour|megawatt - hours|"
     "mwh", "", "megawatt-hour", "megawatt-hours"},
    {"GW.h", energy, {3600000000000}, "gigawatt hour|gigawatt hours|gigawatt - hour|gigawatt - hours|"
     "gwh", "", "gigawatt-hour", "gigawatt-hours"},
    {"TW.h", energy, {3600000000000000}, "terawatt hour|terawatt hours|terawatt - hour|terawatt - hours|"
     "twh", "", "terawatt-hour", "terawatt-hours"},
    {"cal", energy, {4184, -3}, "calorie|calories", "", "calorie", "calories"},
    {"kcal", energy, {4184}, "kilocalorie|kilocalories|kcal", "", "kilocalorie", "kilocalories"},
    {"[Btu]", energy, {105505585262, -8}, "btu|btus|british thermal unit|british thermal units", "", "BTU", "BTU"},
    {"M[Btu]", energy, {105505585262, -2}, "mmbtu|million btu|million btus|"
     "million british thermal units", "", "million BTU", "million BTU"},
    {"ton{TNT}", energy, {4184000000}, "tons of tnt|tonnes of tnt|ton of tnt", "", "ton of TNT", "tons of TNT"},
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
    {"MPa", pressure, {1000000}, "megapascal|megapascals", "MPa", "megapascal", "megapascals"},
    {"GPa", pressure, {1000000000}, "gigapascal|gigapascals", "GPa", "gigapascal", "gigapascals"},
    {"mm[Hg]", pressure, {1333224, -4}, "mmhg|mm hg|millimeters of mercury|"
     "millimetres of mercury", "", "millimeter of mercury", "millimeters of mercury"},
    {"[in_i'Hg]", pressure, {3386389, -3}, "inches of mercury|inhg", "", "inch of mercury", "inches of mercury"},
    {"atm", pressure, {101325}, "atmosphere|atmospheres|atm", "", "atmosphere", "atmospheres"},
    // data, base byte
    {"By", data, {1}, "byte|bytes", "", "byte", "bytes"},
    {"kBy", data, {1000}, "kilobyte|kilobytes|kb", "", "kilobyte", "kilobytes"},
    {"MBy", data, {1000000}, "megabyte|megabytes", "MB", "megabyte", "megabytes"},
    {"GBy", data, {1000000000}, "gigabyte|gigabytes|gb", "", "gigabyte", "gigabytes"},
    {"TBy", data, {1000000000000}, "terabyte|terabytes|tb", "", "terabyte", "terabytes"},
    {"PBy", data, {1000000000000000}, "petabyte|petabytes|pb", "", "petabyte", "petabytes"},
    {"EBy", data, {1000000000000000000}, "exabyte|exabytes", "EB", "exabyte", "exabytes"},
    {"kbit", data, {125}, "kilobit|kilobits", "kb", "kilobit", "kilobits"},
    {"bit", data, {125, -3}, "", "bit|bits", "bit", "bits"},
    {"Mbit", data, {125000}, "megabit|megabits", "Mb", "megabit", "megabits"},
    {"Gbit", data, {125000000}, "gigabit|gigabits", "Gb", "gigabit", "gigabits"},
    {"%", Dimension::percent, {1}, "%|per cent|percent|percents|percentage|pct|pct.|pc|per - cent|per cents|％|"
     "﹪", "", "percent", "percent"},
    {"pp", percentage_points, {1}, "percentage point|percentage points|percentage - point|% point|% points|per cent points|"
     "percent points", "pp|ppts", "percentage point", "percentage points"},
    {"bp", percentage_points, {1, -2}, "basis point|basis points|basis - point", "bp|bps", "basis point", "basis points"},
    {"rad", angle, {57295779513, -9}, "radian|radians|rad|rads", "", "radian", "radians"},
    {"\'", angle, {16666666667, -12}, "arcminute|arcminutes|minutes of arc|minute of arc|arcmin", "", "arcminute", "arcminutes"},
    {"\'\'", angle, {277777778, -12}, "arcsecond|arcseconds|seconds of arc|second of arc|arcsec", "", "arcsecond", "arcseconds"},
    // measures with no other scale to convert to
    {"Hz", other, {1}, "hertz|hz", "", "hertz", "hertz"},
    {"kHz", other, {1000}, "kilohertz|khz", "", "kilohertz", "kilohertz"},
    {"MHz", other, {1000000}, "megahertz|mhz", "", "megahertz", "megahertz"},
    {"GHz", other, {1000000000}, "gigahertz|ghz", "", "gigahertz", "gigahertz"},
    {"kbit/s", other, {1}, "kbps|kb per second|kb / s|kilobits per second|"
     "kilobits a second", "", "kilobit per second", "kilobits per second"},
    {"Mbit/s", other, {1}, "mbps|mb per second|mb / s|megabits per second|"
     "megabits a second", "", "megabit per second", "megabits per second"},
    {"Gbit/s", other, {1}, "gbps|gigabits per second|gigabits a second", "", "gigabit per second", "gigabits per second"},
    {"MBy/s", other, {1}, "megabytes per second|megabytes a second|"
     "mbytes / s", "MBps", "megabyte per second", "megabytes per second"},
    {"[ppm]", other, {1}, "ppm|parts per million", "", "part per million", "parts per million"},
    {"[ppb]", other, {1}, "ppb|parts per billion", "", "part per billion", "parts per billion"},
    {"ug/m3", other, {1}, "micrograms per cubic metre|micrograms per cubic meter|µg / m³|µg / m 3|ug / m 3|"
     "μg / m³", "", "microgram per cubic meter", "micrograms per cubic meter"},
    {"[bbl_us]/d", other, {1}, "bpd|b / d", "", "barrel a day", "barrels a day"},
    {"t/d", other, {1}, "tpd", "", "tonne a day", "tonnes a day"},
    {"m3/s", other, {1}, "cubic metres per second|cubic meters per second|cubic metres a second|cubic meters a second|cumec|"
     "cumecs|m³ / s", "", "cubic meter per second", "cubic meters per second"},
    {"[cft_i]/s", other, {1}, "cubic feet per second|cubic feet a second|cusec|cusecs|"
     "cfs", "", "cubic foot per second", "cubic feet per second"},
    {"{beat}/min", other, {1}, "bpm|beats per minute|beats a minute", "", "beat per minute", "beats per minute"},
    {"mmol/L", other, {1}, "mmol / l|millimoles per litre|millimoles per liter", "", "millimole per liter", "millimoles per liter"},
    {"mg/L", other, {1}, "mg / l|milligrams per litre|milligrams per liter", "", "milligram per liter", "milligrams per liter"},
    {"mg/dL", other, {1}, "mg / dl|milligrams per decilitre|milligrams per deciliter", "", "milligram per deciliter", "milligrams per deciliter"},
    {"ug/L", other, {1}, "µg / l|μg / l|ug / l|micrograms per litre|micrograms per liter", "", "microgram per liter", "micrograms per liter"},
    {"ng/L", other, {1}, "ng / l|nanograms per litre|nanograms per liter", "", "nanogram per liter", "nanograms per liter"},
    {"{rpm}", other, {1}, "rpm|revolutions per minute|revolutions a minute", "", "revolution per minute", "revolutions per minute"},
    {"eV", other, {1}, "electronvolt|electronvolts|electron volt|electron volts", "eV", "electronvolt", "electronvolts"},
    {"keV", other, {1}, "", "keV", "kiloelectronvolt", "kiloelectronvolts"},
    {"MeV", other, {1}, "", "MeV", "megaelectronvolt", "megaelectronvolts"},
    {"GeV", other, {1}, "", "GeV", "gigaelectronvolt", "gigaelectronvolts"},
    {"N", other, {1}, "newton|newtons", "N", "newton", "newtons"},
    {"[lbf_av].[ft_i]", other, {1}, "lb - ft|lb ft|pound - feet|pound feet|foot - pounds", "", "pound-foot", "pound-feet"},
    {"N.m", other, {1}, "newton metres|newton meters|newton - metres|newton - meters", "Nm", "newton meter", "newton meters"},
    {"T", other, {1}, "teslas", "", "tesla", "teslas"},
    {"lm", other, {1}, "lumen|lumens", "", "lumen", "lumens"},
    {"lx", other, {1}, "lux", "", "lux", "lux"},
    {"Ohm", other, {1}, "ohm|ohms|Ω", "", "ohm", "ohms"},
    {"Bq", other, {1}, "becquerel|becquerels", "Bq", "becquerel", "becquerels"},
    {"Gy", other, {1}, "", "Gy", "gray", "grays"},
    {"mol", other, {1}, "mol", "", "mole", "moles"},
    {"{megapixel}", other, {1}, "megapixel|megapixels", "", "megapixel", "megapixels"},
    {"km/L", other, {1}, "kilometres per litre|kilometers per liter|km per litre|"
     "km / l", "", "kilometer per liter", "kilometers per liter"},
    {"g/km", other, {1}, "grams per kilometre|grams per kilometer|g / km", "", "gram per kilometer", "grams per kilometer"},
    {"mV", other, {1}, "millivolt|millivolts", "mV", "millivolt", "millivolts"},
    {"mA", other, {1}, "milliamp|milliamps|milliampere|milliamperes", "mA", "milliampere", "milliamperes"},
    {"V", other, {1}, "volt|volts", "V", "volt", "volts"},
    {"kV", other, {1000}, "kilovolt|kilovolts|kv", "", "kilovolt", "kilovolts"},
    {"A", other, {1}, "ampere|amperes|amp|amps", "", "ampere", "amperes"},
    {"dB", other, {1}, "decibel|decibels|db", "", "decibel", "decibels"},
    {"Sv", other, {1}, "sievert|sieverts", "", "sievert", "sieverts"},
    {"mSv", other, {1, -3}, "millisievert|millisieverts|msv", "", "millisievert", "millisieverts"},
    {"[mi_i]/[gal_us]", other, {1}, "miles per gallon|mpg|miles a gallon", "", "mile per gallon", "miles per gallon"},
};
// clang-format on

}  // namespace

std::span<const UnitRow> unit_rows() {
  return kUnits;
}

}  // namespace concord::normalize
