#pragma once

#include <string_view>

#include "model/value.h"
#include "report/json_writer.h"

namespace concord::report {

/// The fields of a value in machine output (VALUES.md), without the braces around them, so that
/// spans or the words may follow.  `unit` replaces the unit of a bare count ("person"); empty keeps
/// it.
void write_value_fields(JsonWriter& json, const Value& value, std::string_view unit);

/// The whole object with the words as "text"; null text when empty.
void write_value(JsonWriter& json, const Value& value, std::string_view unit,
                 std::string_view words);

/// "quantity", "money", "time" ...
std::string_view type_of(const Value& value);

}  // namespace concord::report
