#include "report/value_json.h"

#include <string>

#include "report/report.h"
#include "wording/names.h"

namespace concord::report {
namespace {

struct TypeRow {
  Dimension dimension;
  std::string_view type;
};
constexpr TypeRow kTypes[] = {
    {Dimension::ordinal, "ordinal"},
    {Dimension::percent, "percent"},
    {Dimension::percentage_points, "percent"},
    {Dimension::money, "money"},
    {Dimension::age, "age"},
};

std::string_view type_of(Dimension dimension) {
  for (const TypeRow& row : kTypes) {
    if (row.dimension == dimension) {
      return row.type;
    }
  }
  return "quantity";
}

void write_interval(JsonWriter& json, const Interval<Decimal>& hard,
                    const Interval<Decimal>& soft) {
  json.number_or_null("low", hard.low);
  json.number_or_null("high", hard.high);
  if (hard.low_open) {
    json.boolean_field("low_open", true);
  }
  if (hard.high_open) {
    json.boolean_field("high_open", true);
  }
  json.number_or_null("soft_low", soft.low);
  json.number_or_null("soft_high", soft.high);
}

/// Ages are given in years whatever the unit written ("an 18-month-old" is 1.5).
Quantity in_years(const Quantity& age) {
  struct UnitRow {
    std::string_view unit;
    std::int64_t in_a_year;
  };
  constexpr UnitRow kUnits[] = {{"mo", 12}, {"wk", 52}, {"d", 365}};
  for (const UnitRow& row : kUnits) {
    if (age.unit != row.unit) {
      continue;
    }
    Quantity years = age;
    for (auto* bound :
         {&years.hard.low, &years.hard.high, &years.soft.low, &years.soft.high, &years.nominal}) {
      if (*bound) {
        *bound = divide(**bound, row.in_a_year);
      }
    }
    years.unit = "a";
    return years;
  }
  return age;
}

struct Fields {
  JsonWriter& json;
  std::string_view count_unit;

  void operator()(const Quantity& written) const {
    if (written.dimension == Dimension::age) {
      write_quantity(in_years(written));
    } else {
      write_quantity(written);
    }
  }

  void write_quantity(const Quantity& quantity) const {
    write_interval(json, quantity.hard, quantity.soft);
    json.number_or_null("nominal", quantity.nominal);
    json.text_field("hedge", wording::name_of(quantity.hedge));
    if (quantity.dimension == Dimension::money) {
      json.text_field("currency", quantity.unit);
    }
    const bool count = quantity.dimension == Dimension::count;
    const bool ratio = quantity.dimension == Dimension::ratio;
    json.text_field("unit", count && !count_unit.empty() ? count_unit : quantity.unit);
    if (type_of(quantity.dimension) == "quantity") {
      json.boolean_field("count", count || ratio);
    }
    if (ratio) {
      json.boolean_field("ratio", true);
    }
    if (quantity.trend != Trend::none) {
      json.text_field("trend", quantity.trend == Trend::up ? "up" : "down");
    }
  }

  void operator()(const Duration& duration) const {
    write_interval(json, duration.seconds, duration.soft_seconds);
    json.number_or_null("nominal", duration.nominal_seconds);
    json.text_field("hedge", wording::name_of(duration.hedge));
    json.number_or_null("amount", duration.amount);
    json.text_or_null("unit", duration.unit);
    json.text_or_null("iso", duration.iso);
  }

  void time_field(std::string_view name, const std::optional<Timestamp>& time, bool clock) const {
    if (!time) {
      json.null_field(name);
    } else {
      json.text_field(name, clock ? format_date_time(*time) : format_date(*time));
    }
  }

  // A clock on an unknown day ("XXXX-XX-XXT09:30") is the ISO 8601 time alone: T09:30.
  static std::string_view open_clock(const TimeSpan& time) {
    constexpr std::string_view kOpenDay = "XXXX-XX-XX";
    const std::string_view timex = time.timex;
    const bool open = !time.begin && timex.size() > kOpenDay.size() + 1 &&
                      timex.starts_with(kOpenDay) && timex[kOpenDay.size() + 1] >= '0' &&
                      timex[kOpenDay.size() + 1] <= '9';
    return open ? timex.substr(kOpenDay.size()) : std::string_view{};
  }

  void operator()(const TimeSpan& time) const {
    const auto is_clock = [](const std::optional<Timestamp>& bound) {
      return bound && bound->seconds % kSecondsPerDay != 0;
    };
    const bool clock = time.has_clock || is_clock(time.begin) || is_clock(time.end);
    if (const std::string_view open = open_clock(time); !open.empty()) {
      json.text_field("begin_time", open);
    } else {
      time_field("begin_time", time.begin, clock);
    }
    time_field("end_time", time.end, clock);
    json.text_or_null("timex", time.timex);
    json.text_or_null("mod", time.mod);
    if (time.offset && time.anchor == Anchor::event) {  // "three days before the attack"
      json.key("anchor");
      json.begin_object();
      json.text_field("relation", time.before_anchor ? "before" : "after");
      json.text_or_null("distance", time.offset->iso);
      json.end_object();
    }
    json.key("alts");
    json.begin_array();
    for (const std::string& alt : time.alts) {
      json.text(alt);
    }
    json.end_array();
  }

  void operator()(const Name& name) const {
    json.text_field("id", name.id);
    json.text_or_null("part_of", name.part_of);
  }

  void operator()(const Quote& quote) const { json.text_or_null("speaker", quote.speaker); }
};

}  // namespace

std::string_view type_of(const Value& value) {
  constexpr std::string_view kNames[] = {"", "duration", "time", "name", "quote"};
  const auto* quantity = std::get_if<Quantity>(&value);
  return quantity != nullptr ? type_of(quantity->dimension) : kNames[value.index()];
}

void write_value_fields(JsonWriter& json, const Value& value, std::string_view unit) {
  json.text_field("type", type_of(value));
  std::visit(Fields{json, unit}, value);
}

void write_value(JsonWriter& json, const Value& value, std::string_view unit,
                 std::string_view words) {
  json.begin_object();
  write_value_fields(json, value, unit);
  const auto* quote = std::get_if<Quote>(&value);
  json.text_or_null("text", quote != nullptr ? std::string_view(quote->text) : words);
  json.end_object();
}

}  // namespace concord::report
