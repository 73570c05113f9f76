#include "report/fact_json.h"

#include <string>

#include "wording/names.h"

namespace concord::report {

void write_span(JsonWriter& json, const wording::Place& place) {
  json.key("span");
  json.begin_object();
  json.number_field("begin", place.span.begin);
  json.number_field("end", place.span.end);
  if (place.in_title) {
    json.null_field("line");
    json.null_field("column");
    json.text_field("part", "headline");
  } else {
    json.number_field("line", place.line);
    json.number_field("column", place.column);
  }
  json.end_object();
}

void write_event(JsonWriter& json, const EventRef& event) {
  std::string id = event.kind.empty() ? "event" : event.kind;
  if (!event.name.empty()) {
    id += "/" + event.name;
  }
  json.key("event");
  json.begin_object();
  json.text_field("role", wording::name_of(event.role));
  json.text_field("id", id);
  json.text_or_null("kind", event.kind);
  json.text_or_null("name", event.name);
  json.text_or_null("why", event.why);
  json.end_object();
}

}  // namespace concord::report
