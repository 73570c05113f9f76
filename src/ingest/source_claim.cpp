#include <string>

#include "ingest/ingest.h"
#include "ingest/json_fields.h"

namespace concord::ingest {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr const char* kHelp =
    R"(write {"event": ..., "fact": ..., "source": ..., "value": ...} on one line)";

/// A string, or a number as it is written.
bool read_field(const object& claim, std::string_view name, std::string& out) {
  element field;
  if (claim[name].get(field) != simdjson::SUCCESS) {
    return false;
  }
  std::string_view text;
  if (field.get(text) == simdjson::SUCCESS) {
    out = text;
    return true;
  }
  if (field.is_number()) {
    out = simdjson::minify(field);
    return true;
  }
  return false;
}

}  // namespace

Result<SourceClaim> read_source_claim(std::string_view line) {
  simdjson::dom::parser parser;
  const auto claim = read_object(parser, line, kHelp);
  if (!claim) {
    return failure(claim.error());
  }
  SourceClaim read;
  if (!read_field(*claim, "event", read.event) || !read_field(*claim, "fact", read.fact) ||
      !read_field(*claim, "source", read.source) || !read_field(*claim, "value", read.value)) {
    return line_refused("D107", "\"event\", \"fact\", \"source\" or \"value\" is missing", kHelp);
  }
  return read;
}

}  // namespace concord::ingest
