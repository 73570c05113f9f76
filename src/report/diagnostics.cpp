// Diagnostics in the manner of compilers, and as JSON.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "report/diagnostic_json.h"
#include "report/excerpt.h"
#include "report/json_writer.h"
#include "report/paint.h"
#include "report/report.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

/// Prints one diagnostic.  Its notes that have a place become labels on excerpts, in order; those
/// without are lines "= note: ...", or "= CODE: ..." where they have a code.
class Printer {
 public:
  Printer(const Diagnostic& diagnostic, const Style& style)
      : diagnostic_(diagnostic), style_(style), gutter_(gutter_of(diagnostic)) {}

  std::string print() {
    header();
    excerpts();
    for (const Diagnostic& note : diagnostic_.notes) {
      if (note.where.file.empty()) {
        remark(note);
      }
    }
    if (!diagnostic_.help.empty()) {
      text_ += paint("help", Ink::green, style_.color) + ": " + without_controls(diagnostic_.help) +
               "\n";
    }
    return std::move(text_);
  }

 private:
  static std::size_t gutter_of(const Diagnostic& diagnostic) {
    std::uint32_t line = diagnostic.where.line;
    for (const Diagnostic& note : diagnostic.notes) {
      line = std::max(line, note.where.line);
    }
    return std::to_string(line).size() + 1;
  }

  std::string faint(std::string_view text) const { return paint(text, Ink::blue, style_.color); }
  std::string gutter(std::string_view text) const {
    return std::string(gutter_ - std::min(gutter_, text.size()), ' ') + faint(text);
  }

  void header() {
    std::string title(wording::name_of(diagnostic_.severity));
    if (!diagnostic_.code.empty()) {
      title += "[" + without_controls(diagnostic_.code) + "]";
    }
    text_ += paint(title, ink_of(diagnostic_.severity), style_.color) + ": " +
             paint(without_controls(diagnostic_.message), Ink::bold, style_.color) + "\n";
  }

  void excerpts() {
    const Location& first = diagnostic_.where;
    if (first.file.empty()) {
      return;
    }
    // A label on the very words of the diagnostic stands beside its carets.
    const auto same = std::ranges::find_if(
        diagnostic_.notes, [&](const Diagnostic& note) { return note.where == first; });
    place("-->", first);
    show(first, same == diagnostic_.notes.end() ? "" : same->message, '^');
    for (auto note = diagnostic_.notes.begin(); note != diagnostic_.notes.end(); ++note) {
      if (!note->where.file.empty() && note != same) {
        place(":::", note->where);
        show(note->where, note->message, '-');
      }
    }
  }

  void place(std::string_view arrow, const Location& where) {
    text_ += std::string(gutter_, ' ') + faint(arrow) + " " +
             without_controls(wording::to_string(where)) + "\n";
  }

  void show(const Location& where, const std::string& label, char mark) {
    if (where.excerpt.empty()) {
      if (!label.empty()) {
        text_ += gutter("") + " " + faint("=") + " " + without_controls(label) + "\n";
      }
      return;
    }
    const auto room =
        static_cast<std::uint32_t>(std::max<int>(40, style_.width - static_cast<int>(gutter_) - 3));
    const Excerpt shown = excerpt(where.excerpt.view(), where.marked, room);
    const std::string number = where.line > 0 ? std::to_string(where.line) + " " : "";
    text_ += gutter(number) + faint("|") + " " + shown.text + "\n";
    std::string under(shown.marked, mark);
    under += label.empty() ? "" : " " + without_controls(label);
    const Ink ink = mark == '^' ? ink_of(diagnostic_.severity) : Ink::blue;
    text_ += gutter("") + faint("|") + " " + std::string(shown.column, ' ') +
             paint(under, ink, style_.color) + "\n";
  }

  void remark(const Diagnostic& note) {
    text_ += std::string(gutter_, ' ') + faint("=") + " ";
    text_ += note.code.empty() ? std::string("note") : without_controls(note.code);
    text_ += ": " + without_controls(note.message) + "\n";
  }

  const Diagnostic& diagnostic_;
  const Style& style_;
  std::size_t gutter_;
  std::string text_;
};

/// "b.txt:5:183: warning: ... [deaths/behind]", as editors and CI read it.
std::string one_line(const Diagnostic& diagnostic, const Style& style) {
  std::string text;
  if (!diagnostic.where.file.empty()) {
    text += without_controls(wording::to_string(diagnostic.where)) + ": ";
  }
  text += paint(wording::name_of(diagnostic.severity), ink_of(diagnostic.severity), style.color) +
          ": " + without_controls(diagnostic.message);
  if (!diagnostic.code.empty()) {
    text += " [" + without_controls(diagnostic.code) + "]";
  }
  return text + "\n";
}

std::string as_json(const Diagnostics& diagnostics) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.key("diagnostics");
  json.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    write_diagnostic(json, diagnostic);
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace

std::string diagnostics_report(const Diagnostics& diagnostics, Format format, const Style& style) {
  if (format == Format::json) {
    return as_json(diagnostics);
  }
  std::string text;
  JsonWriter json(JsonWriter::Layout::line);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (format == Format::jsonl) {
      write_diagnostic(json, diagnostic);
      json.end_line();
    } else if (format == Format::brief) {
      text += one_line(diagnostic, style);
    } else {
      text += Printer(diagnostic, style).print();
    }
  }
  return format == Format::jsonl ? json.take() : text;
}

}  // namespace concord::report
