// SARIF 2.1.0 (OASIS standard, 27 March 2020).  Columns are code points, as Concord's own.
#include <algorithm>
#include <map>

#include "report/check_formats.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "wording/names.h"

namespace concord::report {
namespace {

class Sarif {
 public:
  explicit Sarif(const CheckRun& run) : run_(run), json_(JsonWriter::Layout::indented) {}

  std::string write() {
    collect_rules();
    json_.begin_object();
    json_.text_field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.text_field("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    tool();
    json_.text_field("columnKind", "unicodeCodePoints");
    json_.key("results");
    json_.begin_array();
    for (const CheckedDraft& draft : run_.drafts) {
      for (const Diagnostic& diagnostic : draft.diagnostics) {
        result(diagnostic, state_of(diagnostic));
      }
    }
    for (const Diagnostic* gone : absent_from(run_)) {
      result(*gone, "absent");
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_line();
    return json_.take();
  }

 private:
  void collect_rules() {
    for (const CheckedDraft& draft : run_.drafts) {
      for (const Diagnostic& diagnostic : draft.diagnostics) {
        rules_.emplace(diagnostic.code, 0);
      }
    }
    for (const Diagnostic* gone : absent_from(run_)) {
      rules_.emplace(gone->code, 0);
    }
    std::uint64_t index = 0;
    for (auto& [code, number] : rules_) {
      number = index++;
    }
  }

  void message(std::string_view name, std::string_view text) {
    json_.key(name);
    json_.begin_object();
    json_.text_field("text", text);
    json_.end_object();
  }

  void tool() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.text_field("name", "Concord");
    json_.text_field("version", run_.version);
    json_.key("rules");
    json_.begin_array();
    for (const auto& [code, index] : rules_) {
      json_.begin_object();
      json_.text_field("id", code);
      std::string words = code;
      std::ranges::replace(words, '/', ' ');
      std::ranges::replace(words, '_', ' ');
      std::ranges::replace(words, '-', ' ');
      message("shortDescription", words);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  void region(std::string_view name, const Location& where) {
    json_.key(name);
    json_.begin_object();
    json_.number_field("startLine", where.line);
    if (where.column > 0) {
      json_.number_field("startColumn", where.column);
      json_.number_field("endColumn", end_column(where));
    }
    json_.end_object();
  }

  void artifact(const Location& where) {
    json_.key("artifactLocation");
    json_.begin_object();
    json_.text_field("uri", uri_of(where.file));
    json_.end_object();
  }

  void physical(const Location& where) {
    json_.key("physicalLocation");
    json_.begin_object();
    artifact(where);
    if (where.line > 0) {
      region("region", where);
    }
    json_.end_object();
  }

  /// Empty without a baseline.
  std::string_view state_of(const Diagnostic& diagnostic) const {
    return !run_.baseline ? "" : run_.baseline->contains(diagnostic.finding) ? "unchanged" : "new";
  }

  void result(const Diagnostic& diagnostic, std::string_view state) {
    json_.begin_object();
    json_.text_field("ruleId", diagnostic.code);
    json_.number_field("ruleIndex", rules_.at(diagnostic.code));
    json_.text_field("level", wording::name_of(diagnostic.severity));
    message("message", full_message(diagnostic));
    json_.key("locations");
    json_.begin_array();
    if (!diagnostic.where.file.empty()) {
      json_.begin_object();
      physical(diagnostic.where);
      json_.end_object();
    }
    json_.end_array();
    related(diagnostic);
    if (!diagnostic.finding.empty()) {
      fingerprint("fingerprints", diagnostic);
      fingerprint("partialFingerprints", diagnostic);  // which GitHub reads
    }
    if (!state.empty()) {
      json_.text_field("baselineState", state);
    }
    if (diagnostic.suppression) {
      suppression(*diagnostic.suppression);
    }
    if (is_fix_of_mark(diagnostic)) {
      fix(diagnostic);
    }
    json_.end_object();
  }

  void fingerprint(std::string_view name, const Diagnostic& diagnostic) {
    json_.key(name);
    json_.begin_object();
    json_.text_field("concordFinding/v1", diagnostic.finding);
    json_.end_object();
  }

  void suppression(const Suppression& given) {
    json_.key("suppressions");
    json_.begin_array();
    json_.begin_object();
    json_.text_field("kind", given.in_source ? "inSource" : "external");
    json_.text_field("status", "accepted");
    json_.text_field("justification", given.until.empty()
                                          ? given.reason
                                          : given.reason + " (until " + given.until + ")");
    json_.end_object();
    json_.end_array();
  }

  void related(const Diagnostic& diagnostic) {
    const auto evidence = evidence_of(diagnostic);
    if (evidence.empty()) {
      return;
    }
    json_.key("relatedLocations");
    json_.begin_array();
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      json_.begin_object();
      json_.number_field("id", i + 1);
      physical(evidence[i]->where);
      message("message", evidence[i]->message.empty() ? marked_words(evidence[i]->where)
                                                      : std::string_view(evidence[i]->message));
      json_.end_object();
    }
    json_.end_array();
  }

  void fix(const Diagnostic& diagnostic) {
    json_.key("fixes");
    json_.begin_array();
    json_.begin_object();
    message("description", diagnostic.help);
    json_.key("artifactChanges");
    json_.begin_array();
    json_.begin_object();
    artifact(diagnostic.where);
    json_.key("replacements");
    json_.begin_array();
    json_.begin_object();
    region("deletedRegion", diagnostic.where);
    message("insertedContent", diagnostic.fix->replacement);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  const CheckRun& run_;
  JsonWriter json_;
  std::map<std::string, std::uint64_t> rules_;  // code -> its number
};

}  // namespace

std::string check_sarif(const CheckRun& run) {
  return Sarif(run).write();
}

}  // namespace concord::report
