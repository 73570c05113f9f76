#include <string>

#include "ingest/ingest.h"
#include "ingest/json_fields.h"

namespace concord::ingest {
namespace {

using simdjson::dom::array;
using simdjson::dom::object;

std::string labels_of(const object& finding) {
  std::string labels;
  array positions;
  if (finding["positions"].get(positions) != simdjson::SUCCESS) {
    return labels;
  }
  for (const object position : positions) {
    labels += (labels.empty() ? "" : "; ") + std::string(string_field(position, "label"));
  }
  return labels;
}

}  // namespace

std::optional<ToldFinding> read_told_finding(std::string_view json) {
  simdjson::dom::parser parser;
  object finding;
  if (parser.parse(json.data(), json.size()).get(finding) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  ToldFinding told;
  told.id = string_field(finding, "id");
  told.story = string_field(finding, "story");
  told.fact = string_field(finding, "fact");
  told.kind = string_field(finding, "kind");
  told.key = string_field(finding, "key");
  told.check = string_field(finding, "check");
  told.relation = string_field(finding, "relation");
  told.detail = string_field(finding, "detail");
  told.severity = string_field(finding, "severity");
  told.reason = string_field(finding, "reason");
  told.figure = labels_of(finding);
  object event;
  if (finding["event"].get(event) == simdjson::SUCCESS) {
    // What sort of event a story is about may show only later; it is the same event.
    const std::string_view role = string_field(event, "role");
    told.event = role == "main" ? role : string_field(event, "id");
  }
  return told;
}

std::string subject_of(const ToldFinding& finding) {
  return finding.story + "\n" + finding.event + "\n" + finding.fact + "\n" + finding.kind + "\n" +
         finding.key + "\n" + finding.check;
}

}  // namespace concord::ingest
