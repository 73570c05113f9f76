#include "report/diagnostic_json.h"

#include <algorithm>
#include <string_view>

#include "report/report.h"
#include "wording/names.h"

namespace concord::report {
namespace {

void write_location(JsonWriter& json, const Location& where) {
  json.key("location");
  if (where.file.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.text_field("file", where.file);
  const auto number = [&](std::string_view name, std::uint32_t value) {
    json.key(name);
    value == 0 ? json.null() : json.number(std::uint64_t{value});
  };
  number("line", where.line);
  number("column", where.column);
  json.text_or_null("text", where.excerpt.view().substr(
                                std::min<std::size_t>(where.marked.begin, where.excerpt.size()),
                                where.marked.size()));
  json.end_object();
}

void write_fix(JsonWriter& json, std::string_view name, const std::optional<Fix>& fix) {
  if (!fix) {
    return;
  }
  json.key(name);
  json.begin_object();
  json.number_field("begin", fix->span.begin);
  json.number_field("end", fix->span.end);
  json.text_field("replacement", fix->replacement);
  json.end_object();
}

void write_suppression(JsonWriter& json, const Suppression& suppression) {
  json.key("suppression");
  json.begin_object();
  json.text_field("by", suppression.in_source ? "comment" : "decision");
  json.text_field("reason", suppression.reason);
  json.text_or_null("until", suppression.until);
  json.end_object();
}

}  // namespace

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.text_or_null("code", diagnostic.code);
  json.text_field("severity", wording::name_of(diagnostic.severity));
  json.text_field("message", diagnostic.message);
  write_location(json, diagnostic.where);
  json.text_or_null("help", diagnostic.help);
  json.key("notes");
  json.begin_array();
  for (const Diagnostic& note : diagnostic.notes) {
    json.begin_object();
    json.text_or_null("code", note.code);
    json.text_field("message", note.message);
    write_location(json, note.where);
    json.end_object();
  }
  json.end_array();
  write_fix(json, "fix", diagnostic.fix);
  write_fix(json, "offer", diagnostic.offer);
  if (!diagnostic.finding.empty()) {
    json.text_field("finding", diagnostic.finding);
  }
  if (diagnostic.suppression) {
    write_suppression(json, *diagnostic.suppression);
  }
  json.end_object();
}

}  // namespace concord::report
