#include "report/check_formats.h"
#include "report/night_formats.h"
#include "report/report.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

std::string line_of(const std::vector<std::string>& fields) {
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    text += (i == 0 ? "" : ",") + csv_field(fields[i]);
  }
  return text + "\r\n";
}

std::string number(std::uint32_t value) {
  return value == 0 ? std::string() : std::to_string(value);
}

}  // namespace

std::string check_csv(const CheckRun& run) {
  std::string text = line_of({"file", "line", "column", "severity", "code", "message", "words",
                              "help", "replacement", "finding", "known", "evidence", "suppressed"});
  for (const CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      std::string evidence;
      for (const Diagnostic* note : evidence_of(diagnostic)) {
        evidence += evidence.empty() ? "" : "; ";
        evidence += wording::to_string(note->where) + " ";
        evidence += marked_words(note->where);
      }
      const Location& where = diagnostic.where;
      const bool known = run.baseline && run.baseline->contains(diagnostic.finding);
      text += line_of({where.file, number(where.line), number(where.column),
                       std::string(wording::name_of(diagnostic.severity)), diagnostic.code,
                       diagnostic.message, std::string(marked_words(where)), diagnostic.help,
                       diagnostic.fix ? diagnostic.fix->replacement : std::string(),
                       diagnostic.finding, known ? "yes" : "no", evidence,
                       diagnostic.suppression ? diagnostic.suppression->reason : std::string()});
    }
  }
  return text;
}

}  // namespace concord::report
