#include <string>
#include <utility>

#include "ingest/ingest.h"
#include "ingest/json_fields.h"

namespace concord::ingest {

struct ValueRequestReader::Parser {
  simdjson::dom::parser json;
};

ValueRequestReader::ValueRequestReader() : parser_(std::make_unique<Parser>()) {}
ValueRequestReader::~ValueRequestReader() = default;

Result<ValueRequest> ValueRequestReader::read(std::string_view line) {
  const auto object =
      read_object(parser_->json, line, R"(write {"id": ..., "text": ...} on one line)");
  if (!object) {
    return failure(object.error());
  }
  const simdjson::dom::object& request = *object;
  ValueRequest read;
  read.id = string_field(request, "id");
  std::string_view text;
  if (request["text"].get(text) != simdjson::SUCCESS) {
    return line_refused("D107", "\"text\" is missing or no string", "the line is skipped");
  }
  read.text = text;
  const std::string_view time = string_field(request, "reference_time");
  if (!time.empty()) {
    const auto reference = parse_iso8601(time);
    if (!reference) {
      return line_refused("D109",
                          "\"reference_time\" is not an ISO 8601 time: " + std::string(time),
                          "write it as 2024-03-24T09:00:00+03:00");
    }
    read.offset_minutes = reference->offset_minutes;
    read.reference = Timestamp{reference->utc.seconds +
                               std::int64_t{60} * reference->offset_minutes.value_or(0)};
  }
  const std::string_view prefer = string_field(request, "prefer");
  if (!prefer.empty() && prefer != "past" && prefer != "future") {
    return line_refused("D107", "\"prefer\" is \"" + std::string(prefer) + "\"",
                        R"(it takes "past" or "future")");
  }
  read.prefer_future = prefer == "future";
  return read;
}

}  // namespace concord::ingest
