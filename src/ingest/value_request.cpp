#include <simdjson.h>
#include <string>
#include <utility>

#include "ingest/ingest.h"

namespace concord::ingest {
namespace {

using simdjson::dom::object;

tl::unexpected<Diagnostic> refusal(std::string code, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return failure(std::move(diagnostic));
}

/// The string of that name; empty when there is none or it is null.
std::string_view string_field(const object& request, std::string_view name) {
  std::string_view text;
  const bool found = request[name].get(text) == simdjson::SUCCESS;
  return found ? text : std::string_view();
}

}  // namespace

Result<ValueRequest> read_value_request(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parser.parse(line.data(), line.size()).get(root);
  if (error != simdjson::SUCCESS) {
    return refusal("D106", std::string("bad JSON: ") + simdjson::error_message(error), {});
  }
  object request;
  if (root.get(request) != simdjson::SUCCESS) {
    return refusal("D106", "expected a JSON object on each line",
                   R"(write {"id": ..., "text": ...} on one line)");
  }
  ValueRequest read;
  read.id = string_field(request, "id");
  std::string_view text;
  if (request["text"].get(text) != simdjson::SUCCESS) {
    return refusal("D107", "\"text\" is missing or no string", "the line is skipped");
  }
  read.text = text;
  const std::string_view time = string_field(request, "reference_time");
  if (!time.empty()) {
    const auto reference = parse_iso8601(time);
    if (!reference) {
      return refusal("D109", "\"reference_time\" is not an ISO 8601 time: " + std::string(time),
                     "write it as 2024-03-24T09:00:00+03:00");
    }
    read.offset_minutes = reference->offset_minutes;
    read.reference = Timestamp{reference->utc.seconds +
                               std::int64_t{60} * reference->offset_minutes.value_or(0)};
  }
  read.prefer_future = string_field(request, "prefer") == "future";
  return read;
}

}  // namespace concord::ingest
