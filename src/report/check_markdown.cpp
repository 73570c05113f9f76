#include <fmt/format.h>

#include "report/check_formats.h"
#include "report/excerpt.h"
#include "report/night_formats.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::uint32_t kWidth = 160;  // code points of a quoted line

std::string quoted(const Location& where) {
  const Excerpt shown = excerpt(where.excerpt.view(), where.marked, kWidth);
  return markdown_escaped(shown.text);
}

std::string item(const CheckRun& run, const Diagnostic& diagnostic) {
  const bool known = run.baseline && run.baseline->contains(diagnostic.finding);
  const Location& where = diagnostic.where;
  const std::string place =
      where.line > 0 ? fmt::format("line {}", where.line) : std::string("headline");
  std::string text = fmt::format("- **{}** {}: {} ({}{})\n", wording::name_of(diagnostic.severity),
                                 place, markdown_escaped(diagnostic.message),
                                 markdown_escaped(diagnostic.code), known ? ", known" : "");
  if (diagnostic.suppression) {
    text += fmt::format("  - set aside: {}\n", markdown_escaped(diagnostic.suppression->reason));
  }
  if (!where.excerpt.empty()) {
    text += fmt::format("  > {}\n\n", quoted(where));
  }
  for (const Diagnostic* note : evidence_of(diagnostic)) {
    text += fmt::format("  - {}: {}{}{}\n", markdown_escaped(wording::to_string(note->where)),
                        quoted(note->where), note->message.empty() ? "" : " · ",
                        markdown_escaped(note->message));
  }
  for (const Diagnostic& note : diagnostic.notes) {
    if (note.where.file.empty()) {
      text += fmt::format("  - {}{}\n", note.code.empty() ? "" : note.code + ": ",
                          markdown_escaped(note.message));
    }
  }
  if (!diagnostic.help.empty()) {
    text += fmt::format("  - **help:** {}\n", markdown_escaped(diagnostic.help));
  }
  return text;
}

}  // namespace

std::string check_markdown(const CheckRun& run) {
  std::string text;
  for (const CheckedDraft& draft : run.drafts) {
    text += fmt::format("{}## {}\n\n", text.empty() ? "" : "\n", markdown_escaped(draft.file));
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      text += item(run, diagnostic);
    }
    if (draft.diagnostics.empty()) {
      text += "No findings.\n";
    }
  }
  return text;
}

}  // namespace concord::report
