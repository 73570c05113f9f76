#include "pipeline/severity.h"

#include <algorithm>
#include <optional>

#include "report/report.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

std::optional<Severity> severity_of(const Severities& severities, const std::string& code) {
  const auto slash = code.find('/');
  const std::string detail = slash == std::string::npos ? std::string() : code.substr(slash + 1);
  for (const std::string& name : {code, code.substr(0, slash), detail}) {
    if (const auto own = severities.find(name); own != severities.end()) {
      return own->second;
    }
  }
  return std::nullopt;
}

}  // namespace

void set_severities(const Severities& severities, Findings& findings) {
  if (severities.empty()) {
    return;
  }
  for (Finding& finding : findings.findings) {
    const std::string& what = finding.check.empty() ? finding.fact : finding.check;
    const std::string code = what + "/" + std::string(wording::name_of(finding.detail));
    finding.severity = severity_of(severities, code).value_or(finding.severity);
  }
  std::ranges::stable_sort(findings.findings, [](const Finding& left, const Finding& right) {
    return left.severity > right.severity;
  });
}

void set_severities(const Severities& severities, std::vector<Slip>& slips) {
  for (Slip& slip : slips) {
    slip.severity = severity_of(severities, slip.check).value_or(slip.severity);
  }
}

void set_severities(const Severities& severities, Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.severity = severity_of(severities, diagnostic.code).value_or(diagnostic.severity);
  }
}

}  // namespace concord::pipeline
