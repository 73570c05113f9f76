// Workflow commands of GitHub Actions: "::warning file=a.md,line=3::message".
#include <fmt/format.h>

#include "base/utf8.h"
#include "report/check_formats.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::string_view kLevels[] = {"notice", "warning", "error"};

/// What GitHub's own toolkit escapes: % and line ends in data, also : and , in properties.
std::string escaped(std::string_view given, bool property) {
  std::string text;
  for (const char letter : without_controls(given)) {
    const bool mark = letter == '%' || letter == '\r' || letter == '\n' ||
                      (property && (letter == ':' || letter == ','));
    text +=
        mark ? fmt::format("%{:02X}", static_cast<unsigned char>(letter)) : std::string(1, letter);
  }
  return text;
}

std::string properties(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string text = "file=" + escaped(where.file, true);
  if (where.line > 0) {
    text += fmt::format(",line={},endLine={}", where.line, where.line);
    text += where.column > 0 ? fmt::format(",col={},endColumn={}", where.column, end_column(where))
                             : std::string();
  }
  return text + ",title=" + escaped(diagnostic.code, true);
}

}  // namespace

std::string check_github(const CheckRun& run) {
  std::string text;
  for (const CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      if (diagnostic.suppression) {
        continue;
      }
      std::string message = full_message(diagnostic);
      for (const Diagnostic* note : evidence_of(diagnostic)) {
        message +=
            fmt::format("\n{}: {}{}{}", wording::to_string(note->where), marked_words(note->where),
                        note->message.empty() ? "" : ", ", note->message);
      }
      text += fmt::format("::{} {}::{}\n", kLevels[static_cast<std::size_t>(diagnostic.severity)],
                          properties(diagnostic), escaped(message, false));
    }
  }
  return text;
}

}  // namespace concord::report
