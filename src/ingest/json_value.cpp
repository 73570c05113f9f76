#include "ingest/json_value.h"

#include <algorithm>
#include <simdjson.h>

namespace concord::ingest {
namespace {

using simdjson::dom::element;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostValues = 1'000'000;

class Copy {
 public:
  /// False when there are too many values.
  bool take(const element& from, JsonValue& to) {
    if (++values_ > kMostValues) {
      return false;
    }
    simdjson::dom::array items;
    simdjson::dom::object members;
    if (from.get(items) == simdjson::SUCCESS) {
      return take_array(items, to.held.emplace<JsonValue::Array>());
    }
    if (from.get(members) == simdjson::SUCCESS) {
      return take_object(members, to.held.emplace<JsonValue::Object>());
    }
    take_scalar(from, to);
    return true;
  }

 private:
  static void take_scalar(const element& from, JsonValue& to) {
    std::string_view text;
    bool flag = false;
    std::int64_t whole = 0;
    double number = 0;
    if (from.get(text) == simdjson::SUCCESS) {
      to.held = std::string(text);
    } else if (from.get(flag) == simdjson::SUCCESS) {
      to.held = flag;
    } else if (from.get(whole) == simdjson::SUCCESS) {
      to.held = whole;
    } else if (from.get(number) == simdjson::SUCCESS) {
      to.held = number;
    }
  }

  bool take_array(const simdjson::dom::array& from, JsonValue::Array& to) {
    for (const element item : from) {
      if (!take(item, to.emplace_back())) {
        return false;
      }
    }
    return true;
  }

  bool take_object(const simdjson::dom::object& from, JsonValue::Object& to) {
    for (const auto& [key, value] : from) {
      to.push_back({.name = std::string(key), .value = {}});
      if (!take(value, to.back().value)) {
        return false;
      }
    }
    return true;
  }

  std::size_t values_ = 0;
};

}  // namespace

bool operator==(const JsonValue& left, const JsonValue& right) {
  return left.held == right.held;
}

bool operator==(const JsonMember& left, const JsonMember& right) {
  return left.name == right.name && left.value == right.value;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  const Object* members = object();
  if (members == nullptr) {
    return nullptr;
  }
  const auto found = std::ranges::find(*members, name, &JsonMember::name);
  return found == members->end() ? nullptr : &found->value;
}

const JsonValue* JsonValue::at(std::initializer_list<std::string_view> path) const {
  const JsonValue* value = this;
  for (const std::string_view name : path) {
    value = value == nullptr ? nullptr : value->find(name);
  }
  return value;
}

std::optional<std::int64_t> JsonValue::whole() const {
  const auto* number = std::get_if<std::int64_t>(&held);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<bool> JsonValue::boolean() const {
  const auto* flag = std::get_if<bool>(&held);
  return flag == nullptr ? std::nullopt : std::optional(*flag);
}

std::optional<JsonValue> read_json(std::string_view json) {
  simdjson::dom::parser parser;
  if (parser.allocate(json.size(), kDeepest) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  element root;
  JsonValue value;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS ||
      !Copy().take(root, value)) {
    return std::nullopt;
  }
  return value;
}

}  // namespace concord::ingest
