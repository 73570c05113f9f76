#include "pipeline/baseline.h"

#include <algorithm>

#include "ingest/ingest.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

using ingest::JsonValue;
using Path = std::initializer_list<std::string_view>;

std::string text_at(const JsonValue& value, Path path) {
  const JsonValue* found = value.at(path);
  const std::string* text = found == nullptr ? nullptr : found->text();
  return text == nullptr ? std::string() : *text;
}

std::uint32_t number_at(const JsonValue& value, Path path) {
  const JsonValue* found = value.at(path);
  const auto number = found == nullptr ? std::nullopt : found->whole();
  return number && *number > 0 && *number <= std::int64_t{UINT32_MAX}
             ? static_cast<std::uint32_t>(*number)
             : 0;
}

Severity severity_of(std::string_view name) {
  for (const Severity severity : {Severity::error, Severity::warning}) {
    if (name == wording::name_of(severity)) {
      return severity;
    }
  }
  return Severity::note;
}

/// The bytes that a URI's %XX stand for; anything else as it is.
std::string path_of(std::string_view uri) {
  const auto digit = [](char letter) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return kDigits.find(letter);
  };
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool coded = uri[i] == '%' && i + 2 < uri.size() &&
                       digit(uri[i + 1]) != std::string_view::npos &&
                       digit(uri[i + 2]) != std::string_view::npos;
    path += coded ? static_cast<char>(16 * digit(uri[i + 1]) + digit(uri[i + 2])) : uri[i];
    i += coded ? 2 : 0;
  }
  return path;
}

void take(report::Baseline& baseline, std::string id, Diagnostic told) {
  told.finding = id;
  if (!id.empty()) {
    baseline.emplace(std::move(id), std::move(told));
  }
}

void take_diagnostic(report::Baseline& baseline, const JsonValue& value) {
  Diagnostic told;
  told.code = text_at(value, {"code"});
  told.severity = severity_of(text_at(value, {"severity"}));
  told.message = text_at(value, {"message"});
  told.where.file = text_at(value, {"location", "file"});
  told.where.line = number_at(value, {"location", "line"});
  take(baseline, text_at(value, {"finding"}), std::move(told));
}

void take_result(report::Baseline& baseline, const JsonValue& result) {
  if (text_at(result, {"baselineState"}) == "absent") {
    return;
  }
  Diagnostic told;
  told.code = text_at(result, {"ruleId"});
  told.severity = severity_of(text_at(result, {"level"}));
  told.message = text_at(result, {"message", "text"});
  const JsonValue* places = result.find("locations");
  const JsonValue::Array* all = places == nullptr ? nullptr : places->array();
  if (all != nullptr && !all->empty()) {
    const JsonValue& place = all->front();
    told.where.file = path_of(text_at(place, {"physicalLocation", "artifactLocation", "uri"}));
    told.where.line = number_at(place, {"physicalLocation", "region", "startLine"});
  }
  take(baseline, text_at(result, {"partialFingerprints", "concordFinding/v1"}), std::move(told));
}

/// Returns whether there is a list of that name.
template <class Take>
bool for_each_of(const JsonValue& value, std::string_view name, const Take& take_one) {
  const JsonValue* found = value.find(name);
  if (found == nullptr || found->array() == nullptr) {
    return false;
  }
  std::ranges::for_each(*found->array(), take_one);
  return true;
}

/// Returns whether it is a report of `check`, or a line of one.
bool take_report(report::Baseline& baseline, const JsonValue& value) {
  const bool line = value.find("code") != nullptr && value.find("severity") != nullptr;
  if (line && value.find("finding") != nullptr) {
    take_diagnostic(baseline, value);
  }
  const bool whole = for_each_of(value, "diagnostics",
                                 [&](const JsonValue& one) { take_diagnostic(baseline, one); });
  const bool sarif = for_each_of(value, "runs", [&](const JsonValue& run) {
    for_each_of(run, "results", [&](const JsonValue& one) { take_result(baseline, one); });
  });
  return line || whole || sarif;
}

}  // namespace

std::optional<report::Baseline> read_baseline(std::string_view report) {
  report::Baseline baseline;
  if (const auto whole = ingest::read_json(report)) {
    return take_report(baseline, *whole) ? std::optional(std::move(baseline)) : std::nullopt;
  }
  while (!report.empty()) {
    const std::size_t end = std::min(report.find('\n'), report.size());
    const auto line = ingest::read_json(report.substr(0, end));
    if (!line || !take_report(baseline, *line)) {
      return std::nullopt;
    }
    report.remove_prefix(std::min(end + 1, report.size()));
  }
  return baseline;
}

}  // namespace concord::pipeline
