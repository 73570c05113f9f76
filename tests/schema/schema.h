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
    validate({value, file, "$", violations}, load(file));
    return violations;
  }

  /// As check, with a schema at hand.
  Violations check_against(const Json& schema, const Json& value) {
    files_["inline"] = schema;
    Violations violations;
    validate({value, "inline", "$", violations}, schema);
    return violations;
  }

 private:
  /// A value to hold to a schema, the file of the schema, and where violations go.
  struct Subject {
    const Json& value;
    std::string file;
    std::string path;
    Violations& out;

    void violates(const std::string& what) const { out.push_back(path + ": " + what); }
  };
  using Check = void (Schemas::*)(const Subject&, const Json&);

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

  std::size_t passing(const Subject& at, const Json& choices) {
    return static_cast<std::size_t>(std::ranges::count_if(choices, [&](const Json& choice) {
      Violations violations;
      validate({at.value, at.file, at.path, violations}, choice);
      return violations.empty();
    }));
  }

  void reference(const Subject& at, const Json& rule) {
    const auto name = rule.get<std::string>();
    const auto hash = name.find('#');
    const std::string target = hash == 0 ? at.file : name.substr(0, hash);
    const Json& document = load(target);
    if (document.is_discarded() || document.is_null()) {
      at.violates("no schema " + target);
      return;
    }
    const Json::json_pointer pointer(hash == std::string::npos ? "" : name.substr(hash + 1));
    if (!document.contains(pointer)) {
      at.violates("no definition " + name);
      return;
    }
    const Json part = document.at(pointer);
    validate({at.value, target, at.path, at.out}, part);
  }

  void type(const Subject& at, const Json& rule) {
    const Json types = rule.is_array() ? rule : Json::array({rule});
    if (std::ranges::none_of(
            types, [&](const Json& type) { return has_type(at.value, type.get<std::string>()); })) {
      at.violates("is not " + rule.dump());
    }
  }

  void one_of_values(const Subject& at, const Json& rule) {
    if (std::ranges::find(rule, at.value) == rule.end()) {
      at.violates(at.value.dump() + " is none of " + rule.dump());
    }
  }

  void constant(const Subject& at, const Json& rule) {
    if (at.value != rule) {
      at.violates("is not " + rule.dump());
    }
  }

  void one_form(const Subject& at, const Json& rule) {
    if (passing(at, rule) != 1) {
      at.violates("fits not exactly one form: " + at.value.dump());
    }
  }

  void any_form(const Subject& at, const Json& rule) {
    if (passing(at, rule) == 0) {
      at.violates("fits no form: " + at.value.dump());
    }
  }

  void items(const Subject& at, const Json& rule) {
    for (std::size_t i = 0; at.value.is_array() && i < at.value.size(); ++i) {
      validate({at.value[i], at.file, at.path + "[" + std::to_string(i) + "]", at.out}, rule);
    }
  }

  void minimum(const Subject& at, const Json& rule) {
    if (at.value.is_number() && at.value < rule) {
      at.violates(at.value.dump() + " is past the minimum");
    }
  }

  void maximum(const Subject& at, const Json& rule) {
    if (at.value.is_number() && rule < at.value) {
      at.violates(at.value.dump() + " is past the maximum");
    }
  }

  void fewest_items(const Subject& at, const Json& rule) {
    if (at.value.is_array() && at.value.size() < rule.get<std::size_t>()) {
      at.violates("has too few items");
    }
  }

  void unique_items(const Subject& at, const Json& rule) {
    if (at.value.is_array() && rule.get<bool>() &&
        std::set<Json>(at.value.begin(), at.value.end()).size() != at.value.size()) {
      at.violates("repeats an item");
    }
  }

  void pattern(const Subject& at, const Json& rule) {
    if (at.value.is_string() &&
        !std::regex_search(at.value.get<std::string>(), std::regex(rule.get<std::string>()))) {
      at.violates(at.value.dump() + " does not match " + rule.dump());
    }
  }

  void required(const Subject& at, const Json& rule) {
    for (const Json& name : rule) {
      if (at.value.is_object() && !at.value.contains(name.get<std::string>())) {
        at.violates("lacks " + name.get<std::string>());
      }
    }
  }

  void members(const Subject& at, const Json& schema) {
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [name, member] : at.value.items()) {
      const Subject inner{member, at.file, at.path + "." + name, at.out};
      if (properties.contains(name)) {
        validate(inner, properties[name]);
      } else if (schema.contains("additionalProperties")) {
        const Json& more = schema["additionalProperties"];
        if (more.is_object()) {
          validate(inner, more);
        } else if (!more.get<bool>()) {
          inner.violates("is not foreseen");
        }
      }
    }
  }

  void validate(const Subject& at, const Json& schema) {
    if (!schema.is_object()) {
      at.violates("no schema to hold it to");
      return;
    }
    for (const auto& [keyword, rule] : schema.items()) {
      if (const Check held = check_of(keyword); held != nullptr) {
        (this->*held)(at, rule);
      } else if (!asks_nothing(keyword)) {
        at.violates("unknown keyword " + keyword);
      }
    }
    if (at.value.is_object()) {
      members(at, schema);
    }
  }

  static Check check_of(std::string_view keyword) {
    static const std::map<std::string_view, Check> kChecks = {
        {"$ref", &Schemas::reference},
        {"type", &Schemas::type},
        {"enum", &Schemas::one_of_values},
        {"const", &Schemas::constant},
        {"oneOf", &Schemas::one_form},
        {"anyOf", &Schemas::any_form},
        {"items", &Schemas::items},
        {"minimum", &Schemas::minimum},
        {"maximum", &Schemas::maximum},
        {"minItems", &Schemas::fewest_items},
        {"uniqueItems", &Schemas::unique_items},
        {"pattern", &Schemas::pattern},
        {"required", &Schemas::required},
    };
    const auto found = kChecks.find(keyword);
    return found == kChecks.end() ? nullptr : found->second;
  }

  /// Annotations, and the keywords that `members` reads.
  static bool asks_nothing(std::string_view keyword) {
    constexpr std::string_view kSilent[] = {
        "$schema",     "$id",     "$defs",  "title", "description", "doNotSuggest",
        "definitions", "default", "format", "id",    "properties",  "additionalProperties"};
    return std::ranges::find(kSilent, keyword) != std::end(kSilent);
  }

  std::string folder_;
  std::map<std::string, Json> files_;
};

}  // namespace concord::schema
