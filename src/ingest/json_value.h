#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// JSON as a program's messages hold it; part of ingest.h.
namespace concord::ingest {

struct JsonMember;

/// A JSON value that owns all of itself.
struct JsonValue {
  using Array = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;  // as written; names may repeat

  /// Null, true or false, a whole number of 64 bits, any other number, a string, an array, an
  /// object.
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> held;

  bool is_null() const { return std::holds_alternative<std::monostate>(held); }

  /// The first member of that name; null where there is none, or this is no object.
  const JsonValue* find(std::string_view name) const;
  /// find() one name after the other: at({"params", "position", "line"}).
  const JsonValue* at(std::initializer_list<std::string_view> path) const;

  /// What is held, if it is of that type.
  const std::string* text() const { return std::get_if<std::string>(&held); }
  const Array* array() const { return std::get_if<Array>(&held); }
  const Object* object() const { return std::get_if<Object>(&held); }
  std::optional<std::int64_t> whole() const;
  std::optional<bool> boolean() const;

  friend bool operator==(const JsonValue& left, const JsonValue& right);
};

struct JsonMember {
  std::string name;
  JsonValue value;
  friend bool operator==(const JsonMember& left, const JsonMember& right);
};

/// The value that `json` is.  Nothing where it is no JSON (RFC 8259), nests deeper than 64 levels
/// or holds more than a million values.
std::optional<JsonValue> read_json(std::string_view json);

}  // namespace concord::ingest
