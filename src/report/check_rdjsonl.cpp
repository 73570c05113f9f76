// reviewdog's Diagnostic, one JSON object a line (reviewdog proto/rdf/reviewdog.proto).  Columns
// are bytes of the line.
#include "report/check_formats.h"
#include "report/json_writer.h"

namespace concord::report {
namespace {

constexpr std::string_view kSeverities[] = {"INFO", "WARNING", "ERROR"};

void write_position(JsonWriter& json, std::string_view name, std::uint32_t line,
                    std::uint32_t byte) {
  json.key(name);
  json.begin_object();
  json.number_field("line", line);
  json.number_field("column", std::uint64_t{byte} + 1);
  json.end_object();
}

void write_range(JsonWriter& json, const Location& where) {
  json.key("range");
  json.begin_object();
  write_position(json, "start", where.line, where.marked.begin);
  write_position(json, "end", where.line, where.marked.end);
  json.end_object();
}

void write_location(JsonWriter& json, const Location& where) {
  json.key("location");
  json.begin_object();
  json.text_field("path", where.file);
  if (where.line > 0) {
    write_range(json, where);
  }
  json.end_object();
}

void write_related(JsonWriter& json, const Diagnostic& diagnostic) {
  const auto evidence = evidence_of(diagnostic);
  if (evidence.empty()) {
    return;
  }
  json.key("related_locations");
  json.begin_array();
  for (const Diagnostic* note : evidence) {
    json.begin_object();
    json.text_field("message", note->message);
    write_location(json, note->where);
    json.end_object();
  }
  json.end_array();
}

void write_suggestion(JsonWriter& json, const Diagnostic& diagnostic) {
  json.key("suggestions");
  json.begin_array();
  json.begin_object();
  write_range(json, diagnostic.where);
  json.text_field("text", diagnostic.fix->replacement);
  json.end_object();
  json.end_array();
}

}  // namespace

std::string check_rdjsonl(const CheckRun& run) {
  JsonWriter json(JsonWriter::Layout::line);
  for (const CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      if (diagnostic.suppression) {
        continue;
      }
      json.begin_object();
      json.text_field("message", full_message(diagnostic));
      write_location(json, diagnostic.where);
      json.text_field("severity", kSeverities[static_cast<std::size_t>(diagnostic.severity)]);
      json.key("source");
      json.begin_object();
      json.text_field("name", "concord");
      json.end_object();
      json.key("code");
      json.begin_object();
      json.text_field("value", diagnostic.code);
      json.end_object();
      write_related(json, diagnostic);
      if (is_fix_of_mark(diagnostic)) {
        write_suggestion(json, diagnostic);
      }
      json.end_object();
      json.end_line();
    }
  }
  return json.take();
}

}  // namespace concord::report
