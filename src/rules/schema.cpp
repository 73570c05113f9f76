// The JSON Schema of rule files, written from the tables that the readers use.
#include <algorithm>
#include <string>

#include "rules/keys.h"
#include "rules/rules.h"

namespace concord::rules {
namespace {

/// Plain text of any of YAML's scalar types: `no`, `12` and `true` are words of the rule language.
constexpr std::string_view kScalar = R"({"type": ["string", "number", "boolean"]})";
constexpr std::string_view kTexts =
    R"({"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]})";
constexpr std::string_view kNameLists =
    R"({"anyOf": [{"$ref": "#/$defs/texts"}, {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}}]})";
constexpr std::string_view kFind =
    R"({"anyOf": [{"type": "string"}, {"$ref": "#/$defs/group"}, {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/group"}]}}]})";
constexpr std::string_view kPhrases =
    R"({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})";
constexpr std::string_view kSharedPhrases =
    R"({"type": "object", "additionalProperties": {"$ref": "#/$defs/phrase_lines"}})";
constexpr std::string_view kEntries =
    R"({"type": "object", "additionalProperties": {"anyOf": [{"$ref": "#/$defs/phrase_lines"}, {"$ref": "#/$defs/entry"}]}})";
constexpr std::string_view kLists =
    R"({"type": "object", "additionalProperties": {"$ref": "#/$defs/entries"}})";

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char byte : text) {
    out += byte == '"' || byte == '\\' ? "\\" : "";
    out += byte;
  }
  return out + "\"";
}

std::string reference(std::string_view name) {
  return "{\"$ref\": \"#/$defs/" + std::string(name) + "\"}";
}

std::string enumeration(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    list += (list.empty() ? "" : ", ") + quoted(word);
    if (word == "true" || word == "false") {
      list += ", " + std::string(word);  // YAML readers of editors make booleans of them
    }
  }
  return "{\"enum\": [" + list + "]}";
}

std::string list_of(const std::string& item) {
  return "{\"type\": \"array\", \"items\": " + item + "}";
}

std::string value_of(const KeyRule& key) {
  switch (key.shape) {
    case Shape::amount:
      return R"({"type": "string"})";
    case Shape::text:
      return key.part == "find" ? std::string(kFind) : reference("text");
    case Shape::words:
      return enumeration(key.words);
    case Shape::some_of:
      if (key.words.empty()) {
        return reference("texts");
      }
      return "{\"anyOf\": [" + enumeration(key.words) + ", " + list_of(enumeration(key.words)) +
             "]}";
    case Shape::texts:
      return reference("texts");
    case Shape::phrases:
      return reference("phrase_lines");
    case Shape::number:
      return R"({"enum": [1, "1"]})";
    case Shape::part:
      return reference(key.part);
    case Shape::parts:
      return list_of(reference(key.part));
    case Shape::named:
      return "{\"type\": \"object\", \"additionalProperties\": " + reference(key.part) + "}";
    case Shape::name_lists:
      return reference("name_lists");
  }
  return "{}";
}

/// `value` with a description, and hidden from completion when it is only another spelling.
std::string property(std::string_view name, std::string value, std::string_view help, bool shown) {
  value.insert(
      1, "\"description\": " + quoted(help) + ", " + (shown ? "" : "\"doNotSuggest\": true, "));
  return "        " + quoted(name) + ": " + value;
}

std::string spelled(std::string_view name, char between) {
  std::string out(name);
  std::ranges::replace(out, ' ', between);
  return out;
}

/// `versioned`: the file must say which version of the language it is in, of which the reader has a
/// complaint of its own.
std::string object(std::span<const KeyRule> keys, bool versioned) {
  std::string properties;
  std::string required;
  for (const KeyRule& key : keys) {
    properties += properties.empty() ? "" : ",\n";
    properties += property(key.name, value_of(key), key.help, true);
    if (key.name.find(' ') != std::string_view::npos) {
      for (const char between : {'_', '-'}) {
        properties += ",\n" + property(spelled(key.name, between), value_of(key), key.help, false);
      }
    }
    // A required key may be spelled in three ways where it has several words; none is.
    const bool must = key.required || (versioned && key.shape == Shape::number);
    required += must ? (required.empty() ? "" : ", ") + quoted(key.name) : "";
  }
  return "{\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n" +
         (required.empty() ? "" : "      \"required\": [" + required + "],\n") +
         "      \"properties\": {\n" + properties + "\n      }\n    }";
}

}  // namespace

std::string schema() {
  std::string text =
      "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "  \"title\": \"Concord rules, version 1\",\n"
      "  \"anyOf\": [{\"$ref\": \"#/$defs/file\"}, {\"$ref\": \"#/$defs/pin\"}, "
      "{\"$ref\": \"#/$defs/stories\"}, "
      "{\"$ref\": \"#/$defs/story\"}],\n"
      "  \"$defs\": {\n";
  const auto define = [&](std::string_view name, std::string_view value) {
    text += "    " + quoted(name) + ": " + std::string(value) + ",\n";
  };
  define("text", kScalar);
  define("texts", kTexts);
  define("name_lists", kNameLists);
  define("phrase_lines", kPhrases);
  define("phrases", kSharedPhrases);
  define("entries", kEntries);
  define("lists", kLists);
  for (const Section& section : kSections) {
    define(section.name == "find" ? "group" : section.name,
           object(section.keys, section.name == "file"));
  }
  text.erase(text.size() - 2, 1);
  return text + "  }\n}\n";
}

}  // namespace concord::rules
