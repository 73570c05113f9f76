#include <simdjson.h>
#include <string>

#include "ingest/ingest.h"

namespace concord::ingest {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

tl::unexpected<Diagnostic> refusal(std::string code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = R"(write {"event": ..., "fact": ..., "source": ..., "value": ...} on one line)";
  return failure(std::move(diagnostic));
}

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
  element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root);
      error != simdjson::SUCCESS) {
    return refusal("D106", std::string("bad JSON: ") + simdjson::error_message(error));
  }
  object claim;
  if (root.get(claim) != simdjson::SUCCESS) {
    return refusal("D106", "expected a JSON object on each line");
  }
  SourceClaim read;
  if (!read_field(claim, "event", read.event) || !read_field(claim, "fact", read.fact) ||
      !read_field(claim, "source", read.source) || !read_field(claim, "value", read.value)) {
    return refusal("D107", "\"event\", \"fact\", \"source\" or \"value\" is missing");
  }
  return read;
}

}  // namespace concord::ingest
