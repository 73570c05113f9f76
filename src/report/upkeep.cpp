// What a store took in, whether all is well with it, and its documents as they came.
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/page_text.h"
#include "report/paint.h"
#include "report/report.h"
#include "wording/names.h"

namespace concord::report {
namespace {

std::string intake_line(const Intake& intake, std::string_view store) {
  std::string line =
      fmt::format("{} added with {}, {}", counted(intake.added, "document"),
                  counted(intake.facts, "fact"), counted(intake.new_versions, "new version"));
  if (intake.stealth > 0) {
    line += fmt::format(" ({} without saying so)", intake.stealth);
  }
  line += fmt::format(", {} unchanged, {} unreadable", intake.unchanged, intake.unreadable);
  if (intake.refreshed > 0) {
    line += fmt::format(", {} read anew under the rules of now", intake.refreshed);
  }
  line += fmt::format("; {}", counted(intake.files + intake.known_files, "file"));
  if (intake.known_files > 0) {
    line += fmt::format(", {} as before", intake.known_files);
  }
  return fmt::format("{}; {}\n", line, without_controls(store));
}

std::string intake_json(const Intake& intake, std::string_view store) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.text_field("store", store);
  json.number_field("added", intake.added);
  json.number_field("new_versions", intake.new_versions);
  json.number_field("stealth", intake.stealth);
  json.number_field("unchanged", intake.unchanged);
  json.number_field("unreadable", intake.unreadable);
  json.number_field("facts", intake.facts);
  json.number_field("refreshed", intake.refreshed);
  json.number_field("files", intake.files);
  json.number_field("known_files", intake.known_files);
  json.end_object();
  json.end_line();
  return json.take();
}

std::string_view state_of(const Symptom& symptom) {
  return symptom.sound ? "ok" : wording::name_of(symptom.severity);
}

std::string checkup_json(const Checkup& checkup) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.key("checks");
  json.begin_array();
  for (const Symptom& symptom : checkup) {
    json.begin_object();
    json.text_field("what", symptom.what);
    json.text_field("state", state_of(symptom));
    json.text_field("says", symptom.says);
    json.text_or_null("help", symptom.help);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return json.take();
}

std::string checkup_lines(const Checkup& checkup, const Style& style) {
  std::string text;
  for (const Symptom& symptom : checkup) {
    const Ink ink = symptom.sound ? Ink::green : ink_of(symptom.severity);
    if (symptom.sound && style.quiet) {
      continue;
    }
    text +=
        fmt::format("{} {}: {}\n", paint(fmt::format("{:<7}", state_of(symptom)), ink, style.color),
                    symptom.what, without_controls(symptom.says));
    if (!symptom.help.empty()) {
      text += fmt::format("        help: {}\n", without_controls(symptom.help));
    }
  }
  return text;
}

void write_publication(JsonWriter& json, std::string_view name,
                       const std::optional<Publication>& publication) {
  if (publication) {
    json.text_field(name, publication->written);
  }
}

void write_if_given(JsonWriter& json, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    json.text_field(name, value);
  }
}

/// What JSON Lines have no field of their own for.
void write_stored(JsonWriter& json, const Document& document, Timestamp received, bool titled) {
  json.key("stored");
  json.begin_object();
  json.text_field("received", format_date_time(received) + "Z");
  json.text_field("path", document.path);
  json.number_field("line", document.first_line);
  json.boolean_field("in_file", document.in_file);
  json.boolean_field("markdown", document.markdown);
  if (!titled && !document.headline.empty()) {
    json.key("headline");
    json.begin_array();
    json.number(std::uint64_t{document.headline.begin});
    json.number(std::uint64_t{document.headline.end});
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string intake_report(const Intake& intake, std::string_view store, Format format,
                          const Style&) {
  return format == Format::json ? intake_json(intake, store) : intake_line(intake, store);
}

std::string checkup_report(const Checkup& checkup, Format format, const Style& style) {
  return format == Format::json ? checkup_json(checkup) : checkup_lines(checkup, style);
}

std::string document_line(const Document& document, Timestamp received) {
  const std::string_view text = document.text;
  const bool titled = document.body_begin > 0;
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.text_field("id", document.id);
  json.text_field("source", document.source);
  write_publication(json, "published", document.published);
  write_publication(json, "updated", document.updated);
  write_if_given(json, "url", document.url);
  json.text_field("language", document.language);
  write_if_given(json, "item", document.item.value_or(""));
  json.number_field("version", document.version);
  write_if_given(json, "story", document.story_by_rules ? "" : document.story.value_or(""));
  if (titled) {
    json.text_field("title", text.substr(document.headline.begin, document.headline.size()));
  }
  json.text_field("text", text.substr(document.body_begin));
  write_stored(json, document, received, titled);
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace concord::report
