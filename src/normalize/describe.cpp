#include <array>
#include <string_view>
#include <utility>

#include "base/calendar_names.h"
#include "normalize/hedges.h"
#include "normalize/money.h"
#include "normalize/normalize.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

std::string grouped(const Decimal& value) {
  std::string digits = to_string(value);
  const std::size_t point = digits.find('.');
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point == std::string::npos ? digits.size() : point; at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// 4200000000 -> "4.2 billion", where that loses no digit and is how people write it.
std::string number_text(const Decimal& value) {
  constexpr struct {
    int power;
    std::string_view name;
  } kNames[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
  for (const auto& name : kNames) {
    const auto least = scaled(Decimal(1), name.power);
    const auto part = scaled(value, -name.power);
    if (!least || value < *least || !part) {
      continue;
    }
    const Decimal shown = normalized(*part);
    if (shown.exponent >= -2) {
      return grouped(shown) + std::string(name.name);
    }
  }
  return grouped(value.exponent < 0 ? value : normalized(value));
}

bool is_one(const std::optional<Decimal>& value) {
  return value && *value == Decimal(1);
}

std::string_view age_word(std::string_view unit) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"d", "day"}, {"wk", "week"}, {"mo", "month"}};
  for (const auto& [code, word] : kWords) {
    if (code == unit) {
      return word;
    }
  }
  return "year";
}

// Hyphenated units are written out: "48-hour" was "hour".
std::string unit_words(const Quantity& quantity) {
  const bool one = is_one(quantity.nominal);
  if (quantity.dimension == Dimension::age) {
    return std::string(age_word(quantity.unit)) + (one ? " old" : "s old");
  }
  if (quantity.dimension == Dimension::money) {
    const CurrencyRow* row = find_currency(quantity.unit);
    return row == nullptr ? quantity.unit : std::string(one ? row->singular : row->plural_name);
  }
  const UnitRow* row = find_unit(quantity.unit);
  return row == nullptr ? std::string() : std::string(one ? row->singular : row->plural_name);
}

std::string vague_text(const Quantity& quantity) {
  constexpr struct {
    std::int64_t low;
    std::int64_t soft_high;
    std::string_view name;
  } kNames[] = {{2, 5, "a few"},
                {2, 6, "a handful"},
                {2, 9, "several"},
                {13, 99, "dozens"},
                {21, 199, "scores"},
                {101, 999, "hundreds"},
                {11, 99, "tens"},
                {1001, 9999, "thousands"},
                {1000001, 9999999, "millions"},
                {10000, 99999, "tens of thousands"},
                {100000, 999999, "hundreds of thousands"},
                {10000000, 99999999, "tens of millions"},
                {100000000, 999999999, "hundreds of millions"},
                {1000000001, 9999999999, "billions"}};
  if (!quantity.hard.low || !quantity.soft.high) {
    return "an unsaid number";
  }
  for (const auto& name : kNames) {
    if (*quantity.hard.low == Decimal(name.low) && *quantity.soft.high == Decimal(name.soft_high)) {
      return std::string(name.name);
    }
  }
  return "at least " + number_text(*quantity.hard.low);
}

std::string interval_text(const Interval<Decimal>& interval) {
  if (interval.low && interval.high) {
    return number_text(*interval.low) +
           (*interval.low == *interval.high ? "" : " to " + number_text(*interval.high));
  }
  if (interval.low)
    return (interval.low_open ? "more than " : "at least ") + number_text(*interval.low);
  if (interval.high)
    return (interval.high_open ? "less than " : "up to ") + number_text(*interval.high);
  return "an unsaid number";
}

std::string ordinal_text(const Decimal& value) {
  const std::string digits = to_string(value);
  const char last = digits.back();
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  const std::string_view suffix = teen          ? "th"
                                  : last == '1' ? "st"
                                  : last == '2' ? "nd"
                                  : last == '3' ? "rd"
                                                : "th";
  return digits + std::string(suffix);
}

std::string ratio_text(const Decimal& value) {
  constexpr struct {
    std::int64_t over;
    std::int64_t under;
    std::string_view name;
  } kNames[] = {{1, 2, "half"},       {1, 3, "a third"},        {2, 3, "two-thirds"},
                {1, 4, "a quarter"},  {3, 4, "three-quarters"}, {1, 5, "a fifth"},
                {2, 5, "two-fifths"}, {3, 5, "three-fifths"},   {4, 5, "four-fifths"},
                {1, 10, "a tenth"}};
  for (const auto& name : kNames) {
    const auto exact = divide(Decimal(name.over), Decimal(name.under));
    if (exact && *exact == value) {
      return std::string(name.name);
    }
  }
  return to_string(normalized(value));
}

std::string amount_text(const Quantity& quantity) {
  if (quantity.hedge == Hedge::vague && !quantity.nominal)
    return vague_text(quantity);
  if (quantity.hedge == Hedge::between || !quantity.nominal)
    return interval_text(quantity.hard);
  if (quantity.dimension == Dimension::ratio)
    return ratio_text(*quantity.nominal);
  return number_text(*quantity.nominal);
}

std::string with_hedge(Hedge hedge, bool counted, std::string text) {
  std::string_view words = hedge_text(hedge);
  if (hedge == Hedge::less_than && !counted) {
    words = "less than";
  }
  return words.empty() ? text : std::string(words) + " " + std::move(text);
}

std::string describe_quantity(const Quantity& quantity) {
  if (quantity.dimension == Dimension::ordinal && quantity.nominal) {
    return ordinal_text(*quantity.nominal);
  }
  std::string text =
      with_hedge(quantity.hedge, quantity.dimension == Dimension::count, amount_text(quantity));
  if (quantity.dimension == Dimension::percent) {
    return text + "%";
  }
  const std::string unit = unit_words(quantity);
  return unit.empty() ? text : text + " " + unit;
}

struct Scale {
  std::int64_t seconds;
  std::string_view name;
};

// The largest unit of which both ends are whole numbers.
std::string seconds_text(const Interval<Decimal>& seconds) {
  constexpr std::array<Scale, 7> kScales = {{{31556952, "year"},
                                             {2629746, "month"},
                                             {604800, "week"},
                                             {86400, "day"},
                                             {3600, "hour"},
                                             {60, "minute"},
                                             {1, "second"}}};
  const auto in = [](const Decimal& value, std::int64_t unit) {
    return divide(value, Decimal(unit));
  };
  for (const Scale& scale : kScales) {
    Interval<Decimal> amounts = seconds;
    bool whole = true;
    for (auto* bound : {&amounts.low, &amounts.high}) {
      if (*bound) {
        *bound = in(**bound, scale.seconds);
        whole = whole && *bound && (*bound)->is_whole();
      }
    }
    if (whole || scale.seconds == 1) {
      const bool one = is_one(amounts.low) && is_one(amounts.high);
      return interval_text(amounts) + " " + std::string(scale.name) + (one ? "" : "s");
    }
  }
  return {};
}

std::string plural_unit(const std::string& unit, bool one) {
  if (one)
    return unit;
  return unit == "century" ? "centuries" : unit + "s";
}

std::string describe_duration(const Duration& duration) {
  if (duration.amount && !duration.unit.empty()) {
    return with_hedge(
        duration.hedge, false,
        number_text(*duration.amount) + " " + plural_unit(duration.unit, is_one(duration.amount)));
  }
  if (duration.hedge == Hedge::vague && !duration.unit.empty()) {
    return "some " + plural_unit(duration.unit, false);
  }
  if (duration.nominal_seconds) {
    return with_hedge(duration.hedge, false,
                      seconds_text(Interval<Decimal>::exactly(*duration.nominal_seconds)));
  }
  return seconds_text(duration.seconds);
}

std::string describe_time(const TimeSpan& time) {
  if (time.offset) {
    return describe_duration(*time.offset) + (time.before_anchor ? " before" : " after");
  }
  if (!time.begin || !time.end) {
    if (time.begin)
      return "from " + format_date(*time.begin);
    if (time.end)
      return "before " + format_date(*time.end);
    const bool named_day = time.weekday && *time.weekday >= 0 && *time.weekday < 7;
    return named_day ? std::string(kWeekdayNames[static_cast<std::size_t>(*time.weekday)])
           : time.timex.empty() ? "a time"
                                : time.timex;
  }
  if (time.has_clock) {
    const std::string begin = format_date_time(*time.begin);
    return begin.substr(0, 10) + " " + begin.substr(11, 5);
  }
  const Timestamp last{time.end->seconds - kSecondsPerDay};
  const std::string begin = format_date(*time.begin);
  return last <= *time.begin ? begin : begin + " to " + format_date(last);
}

}  // namespace

std::string describe(const Value& value) {
  if (const auto* quantity = std::get_if<Quantity>(&value))
    return describe_quantity(*quantity);
  if (const auto* duration = std::get_if<Duration>(&value))
    return describe_duration(*duration);
  if (const auto* time = std::get_if<TimeSpan>(&value))
    return describe_time(*time);
  if (const auto* name = std::get_if<Name>(&value))
    return name->id.empty() ? "a name" : name->id;
  const auto& quote = std::get<Quote>(value);
  return "\"" + quote.text + "\"";
}

}  // namespace concord::normalize
