#include "lsp/protocol.h"

#include <algorithm>
#include <limits>

namespace concord::lsp {
namespace {

constexpr std::string_view kScheme = "file://";

std::string line_of(JsonWriter& json) {
  std::string text = json.take();
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

std::optional<std::uint32_t> read_count(const JsonValue* value) {
  const auto number = value == nullptr ? std::nullopt : value->whole();
  if (!number || *number < 0) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(
      std::min<std::int64_t>(*number, std::numeric_limits<std::uint32_t>::max() - 1));
}

int digit_of(char letter) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const char small =
      letter >= 'A' && letter <= 'F' ? static_cast<char>(letter - 'A' + 'a') : letter;
  const std::size_t found = kDigits.find(small);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? digit_of(text[at + 1]) : -1;
    const int low = high < 0 ? -1 : digit_of(text[at + 2]);
    if (low < 0) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

}  // namespace

void write(JsonWriter& json, const JsonValue& value) {
  if (const auto whole = value.whole()) {
    json.number(Decimal(*whole));
  } else if (const std::string* text = value.text()) {
    json.text(*text);
  } else {
    json.null();
  }
}

void write(JsonWriter& json, TextPosition position) {
  json.begin_object();
  json.number_field("line", position.line);
  json.number_field("character", position.character);
  json.end_object();
}

void write(JsonWriter& json, const TextRange& range) {
  json.begin_object();
  json.key("start");
  write(json, range.start);
  json.key("end");
  write(json, range.end);
  json.end_object();
}

void write(JsonWriter& json, const TextChange& change, std::string_view uri) {
  json.begin_object();
  json.text_field("title", change.title);
  json.text_field("kind", "quickfix");
  json.boolean_field("isPreferred", change.preferred);
  json.key("edit");
  json.begin_object();
  json.key("changes");
  json.begin_object();
  json.key(uri);
  json.begin_array();
  json.begin_object();
  json.key("range");
  write(json, change.range);
  json.text_field("newText", change.text);
  json.end_object();
  json.end_array();
  json.end_object();
  json.end_object();
  json.end_object();
}

std::string hover(std::string_view markdown, const TextRange& range) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.key("contents");
  json.begin_object();
  json.text_field("kind", "markdown");
  json.text_field("value", markdown);
  json.end_object();
  json.key("range");
  write(json, range);
  json.end_object();
  return json.take();
}

std::uint64_t number_of(Severity severity) {
  constexpr std::uint64_t kNumbers[] = {3, 2, 1};  // information, warning, error
  return kNumbers[static_cast<std::size_t>(severity)];
}

std::string response(const JsonValue& id, std::string_view result_json) {
  JsonWriter json(JsonWriter::Layout::line);
  write(json, id);
  return "{\"jsonrpc\":\"2.0\",\"id\":" + line_of(json) +
         ",\"result\":" + std::string(result_json) + "}";
}

std::string response(const JsonValue& id, const Refusal& refusal) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.text_field("jsonrpc", "2.0");
  json.key("id");
  write(json, id);
  json.key("error");
  json.begin_object();
  json.key("code");
  json.number(Decimal(static_cast<std::int64_t>(refusal.code)));
  json.text_field("message", refusal.message);
  json.end_object();
  json.end_object();
  return line_of(json);
}

std::string notification(std::string_view method, std::string_view params_json) {
  return "{\"jsonrpc\":\"2.0\",\"method\":\"" + std::string(method) +
         "\",\"params\":" + std::string(params_json) + "}";
}

std::string request(std::int64_t id, std::string_view method, std::string_view params_json) {
  return "{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(id) + ",\"method\":\"" +
         std::string(method) + "\",\"params\":" + std::string(params_json) + "}";
}

TextRange range_of(const Location& where, Encoding encoding) {
  const std::string_view line = where.excerpt.view();
  const std::size_t begin = std::min<std::size_t>(where.marked.begin, line.size());
  const std::size_t end = std::clamp<std::size_t>(where.marked.end, begin, line.size());
  return {{where.line - 1, units(line.substr(0, begin), encoding)},
          {where.line - 1, units(line.substr(0, end), encoding)}};
}

std::optional<TextPosition> read_position(const JsonValue* value) {
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto line = read_count(value->find("line"));
  const auto character = read_count(value->find("character"));
  return line && character ? std::optional(TextPosition{*line, *character}) : std::nullopt;
}

std::optional<TextRange> read_range(const JsonValue* value) {
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto start = read_position(value->find("start"));
  const auto end = read_position(value->find("end"));
  return start && end ? std::optional(TextRange{*start, *end}) : std::nullopt;
}

std::string path_of(std::string_view uri) {
  if (!uri.starts_with(kScheme)) {
    return {};
  }
  uri.remove_prefix(kScheme.size());
  const std::size_t slash = uri.find('/');  // a host may stand before it
  return slash == std::string_view::npos ? std::string() : decoded(uri.substr(slash));
}

std::string file_uri(std::string_view path) {
  return std::string(kScheme) + report::uri_of(path);
}

}  // namespace concord::lsp
