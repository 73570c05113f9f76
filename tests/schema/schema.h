// JSON Schema as far as our own schemas and those of SARIF and reviewdog use it; a keyword it does
// not know is itself a violation, so that a misspelled one cannot pass for a rule.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// g++ 12 takes parts of std::regex for uninitialized under the sanitizers (bug 105562 of GCC).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <regex>

#include <nlohmann/json.hpp>

namespace concord::schema {

using Json = nlohmann::json;
using Violations = std::vector<std::string>;

/// The schemas of one folder, which may refer to one another by file name.
class Schemas {
 public:
  explicit Schemas(std::string folder) : folder_(std::move(folder)) {}

  /// Everything in `value` that `name`.schema.json does not allow, with its path; empty if it
  /// conforms.
  Violations check(const std::string& name, const Json& value) {
    Violations violations;
    const std::string file = name + ".schema.json";
    validate(value, load(file), file, "$", violations);
    return violations;
  }

  /// As check, with a schema at hand.
  Violations check_against(const Json& schema, const Json& value) {
    files_["inline"] = schema;
    Violations violations;
    validate(value, schema, "inline", "$", violations);
    return violations;
  }

 private:
  const Json& load(const std::string& file) {
    const auto [entry, is_new] = files_.try_emplace(file);
    if (is_new) {
      std::ifstream stream(folder_ + "/" + file);
      entry->second = Json::parse(stream, nullptr, false);
    }
    return entry->second;
  }

  static bool has_type(const Json& value, const std::string& type) {
    static const std::map<std::string, bool (*)(const Json&)> kTypes = {
        {"object", [](const Json& v) { return v.is_object(); }},
        {"array", [](const Json& v) { return v.is_array(); }},
        {"string", [](const Json& v) { return v.is_string(); }},
        {"number", [](const Json& v) { return v.is_number(); }},
        {"integer", [](const Json& v) { return v.is_number_integer(); }},
        {"boolean", [](const Json& v) { return v.is_boolean(); }},
        {"null", [](const Json& v) { return v.is_null(); }},
    };
    const auto found = kTypes.find(type);
    return found != kTypes.end() && found->second(value);
  }

  void validate_reference(const Json& value, const std::string& reference, const std::string& file,
                          const std::string& path, Violations& out) {
    const auto hash = reference.find('#');
    const std::string target = hash == 0 ? file : reference.substr(0, hash);
    const Json& document = load(target);
    if (document.is_discarded() || document.is_null()) {
      out.push_back(path + ": no schema " + target);
      return;
    }
    const Json::json_pointer pointer(hash == std::string::npos ? "" : reference.substr(hash + 1));
    if (!document.contains(pointer)) {
      out.push_back(path + ": no definition " + reference);
      return;
    }
    const Json part = document.at(pointer);
    validate(value, part, target, path, out);
  }

  std::size_t passing(const Json& value, const Json& choices, const std::string& file,
                      const std::string& path) {
    return static_cast<std::size_t>(std::ranges::count_if(choices, [&](const Json& choice) {
      Violations violations;
      validate(value, choice, file, path, violations);
      return violations.empty();
    }));
  }

  void validate_object(const Json& value, const Json& schema, const std::string& file,
                       const std::string& path, Violations& out) {
    for (const Json& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>())) {
        out.push_back(path + ": lacks " + name.get<std::string>());
      }
    }
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [name, member] : value.items()) {
      const std::string inner = path + "." + name;
      if (properties.contains(name)) {
        validate(member, properties[name], file, inner, out);
      } else if (schema.contains("additionalProperties")) {
        const Json& more = schema["additionalProperties"];
        if (more.is_object()) {
          validate(member, more, file, inner, out);
        } else if (!more.get<bool>()) {
          out.push_back(inner + ": is not foreseen");
        }
      }
    }
  }

  void validate(const Json& value, const Json& schema, const std::string& file,
                const std::string& path, Violations& out) {
    if (!schema.is_object()) {
      out.push_back(path + ": no schema to hold it to");
      return;
    }
    for (const auto& [keyword, rule] : schema.items()) {
      if (keyword == "$ref") {
        validate_reference(value, rule.get<std::string>(), file, path, out);
      } else if (keyword == "type") {
        const Json types = rule.is_array() ? rule : Json::array({rule});
        if (std::ranges::none_of(types, [&](const Json& type) {
              return has_type(value, type.get<std::string>());
            })) {
          out.push_back(path + ": is not " + rule.dump());
        }
      } else if (keyword == "enum") {
        if (std::ranges::find(rule, value) == rule.end()) {
          out.push_back(path + ": " + value.dump() + " is none of " + rule.dump());
        }
      } else if (keyword == "const") {
        if (value != rule) {
          out.push_back(path + ": is not " + rule.dump());
        }
      } else if (keyword == "oneOf") {
        if (passing(value, rule, file, path) != 1) {
          out.push_back(path + ": fits not exactly one form: " + value.dump());
        }
      } else if (keyword == "anyOf") {
        if (passing(value, rule, file, path) == 0) {
          out.push_back(path + ": fits no form: " + value.dump());
        }
      } else if (keyword == "items") {
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
          validate(value[i], rule, file, path + "[" + std::to_string(i) + "]", out);
        }
      } else if (keyword == "minimum" || keyword == "maximum") {
        const bool low = keyword == "minimum";
        if (value.is_number() && (low ? value < rule : rule < value)) {
          out.push_back(path + ": " + value.dump() + " is past the " + keyword);
        }
      } else if (keyword == "minItems") {
        if (value.is_array() && value.size() < rule.get<std::size_t>()) {
          out.push_back(path + ": has too few items");
        }
      } else if (keyword == "uniqueItems") {
        if (value.is_array() && rule.get<bool>() &&
            std::set<Json>(value.begin(), value.end()).size() != value.size()) {
          out.push_back(path + ": repeats an item");
        }
      } else if (keyword == "pattern") {
        if (value.is_string() &&
            !std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()))) {
          out.push_back(path + ": " + value.dump() + " does not match " + rule.dump());
        }
      } else if (!is_annotation(keyword) && keyword != "properties" && keyword != "required" &&
                 keyword != "additionalProperties") {
        out.push_back(path + ": unknown keyword " + keyword);
      }
    }
    if (value.is_object()) {
      validate_object(value, schema, file, path, out);
    }
  }

  static bool is_annotation(std::string_view keyword) {
    constexpr std::string_view kAnnotations[] = {
        "$schema",      "$id",         "$defs",   "title",  "description",
        "doNotSuggest", "definitions", "default", "format", "id"};
    return std::ranges::find(kAnnotations, keyword) != std::end(kAnnotations);
  }

  std::string folder_;
  std::map<std::string, Json> files_;
};

}  // namespace concord::schema
