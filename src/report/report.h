#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/rule.h"
#include "model/value.h"
#include "model/weighed.h"
#include "report/authoring.h"
#include "report/check_run.h"
#include "report/evidence_table.h"
#include "report/format.h"
#include "report/json_writer.h"
#include "report/memory.h"
#include "report/night.h"
#include "report/page_text.h"
#include "report/upkeep.h"

namespace concord::report {

/// `concord compare`: verdicts over several sources, as one text of the format (VERDICTS.md section
/// 4, CLI.md).
std::string compare_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style);

/// `concord extract` in JSON, given some facts at a time, so that no run holds the whole of it.
/// What the pieces give, one after the other, is what extract_report gives of all facts at once.
class FactLines {
 public:
  /// REQUIRES: a format of JSON; the documents and rules outlive this.
  FactLines(const std::vector<Document>& documents, const RuleSet& rules, Format format);
  ~FactLines();
  FactLines(FactLines&&) = delete;
  FactLines& operator=(FactLines&&) = delete;

  /// Calls write(text) with the text of these facts, in pieces.
  void add(const std::vector<Fact>& facts, const std::function<void(std::string_view)>& write);
  /// What stands after the last of them.
  std::string finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The findings of those numbers, each as one line of JSON without its end.
std::vector<std::string> finding_lines(const Findings& findings, const RuleSet& rules,
                                       const std::vector<std::uint32_t>& which);

/// `concord extract`, `figures`, `group`: one JSON object a line, or a table for people.
std::string extract_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style);
std::string figures_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style);
std::string group_report(const Findings& findings, Format format, const Style& style);

/// What `concord values --explain` adds; empty without it.
struct Readings {
  std::vector<WeighedReading> weighed;
  std::vector<std::string> order;  // of preference, a line each
};

/// `concord values`: `{"id","values":[...]}`, or the text with its values colored.  With readings
/// also `"readings":[...]`, or a table of those that stand and fall and the order of preference.
std::string values_report(std::string_view id, std::string_view text,
                          const std::vector<ValueMention>& values, const Readings& readings,
                          Format format, const Style& style);

/// Diagnostics in the manner of compilers: severity[code], place, excerpt window, notes, help.
std::string diagnostics_report(const Diagnostics& diagnostics, Format format, const Style& style);

}  // namespace concord::report
