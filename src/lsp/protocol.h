#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"
#include "lsp/text_buffer.h"
#include "report/report.h"

namespace concord::lsp {

using ingest::JsonValue;
using report::JsonWriter;

/// Codes of ResponseError (JSON-RPC 2.0 section 5.1; LSP 3.17, "Response Message").
enum class ErrorCode : std::int32_t {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_failed = -32803,
  request_cancelled = -32800
};

/// Why a request has no result.
struct Refusal {
  ErrorCode code = ErrorCode::internal_error;
  std::string message;
};

/// A message without its frame: a response to `id`, or (id null) to what had none.
std::string response(const JsonValue& id, std::string_view result_json);
std::string response(const JsonValue& id, const Refusal& refusal);
std::string notification(std::string_view method, std::string_view params_json);
std::string request(std::int64_t id, std::string_view method, std::string_view params_json);

void write(JsonWriter& json, const JsonValue& value);
void write(JsonWriter& json, TextPosition position);
void write(JsonWriter& json, const TextRange& range);

/// A change of one document, for a person to choose.
struct TextChange {
  std::string title;
  TextRange range;
  std::string text;
  bool preferred = false;
};
/// As a CodeAction.
void write(JsonWriter& json, const TextChange& change, std::string_view uri);

/// A Hover: `markdown` for the words of the range.
std::string hover(std::string_view markdown, const TextRange& range);

/// DiagnosticSeverity.
std::uint64_t number_of(Severity severity);

/// Of a place in a line that stands whole in its excerpt.  REQUIRES: where.line > 0.
TextRange range_of(const Location& where, Encoding encoding);

std::optional<TextPosition> read_position(const JsonValue* value);
std::optional<TextRange> read_range(const JsonValue* value);

/// The path of a file: URI; empty for any other.
std::string path_of(std::string_view uri);
/// The file: URI of an absolute path.
std::string file_uri(std::string_view path);

}  // namespace concord::lsp
