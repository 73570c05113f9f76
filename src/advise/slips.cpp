#include "advise/slips.h"

#include <algorithm>

#include "wording/finding_text.h"

namespace concord::advise {
namespace {

bool overlap(const Location& one, const Location& other) {
  return one.file == other.file && one.line == other.line && one.marked.overlaps(other.marked);
}

/// True if what was told says it already, and weighs as much: beside a note the slip still stands.
bool speaks_of(const Diagnostic& told, const Diagnostic& slip) {
  if (told.severity < slip.severity && told.severity == Severity::note) {
    return false;
  }
  const auto beside = [&](const Location& where) {
    return std::ranges::any_of(told.notes,
                               [&](const Diagnostic& note) { return overlap(note.where, where); });
  };
  const bool inner = told.code.ends_with("/internal") || told.code.starts_with("headline-");
  if (inner && slip.code.starts_with("headline-")) {
    return std::ranges::any_of(slip.notes,
                               [&](const Diagnostic& note) { return beside(note.where); });
  }
  return told.code.find('/') == std::string::npos && beside(slip.where);
}

}  // namespace

void add_slips(const std::vector<Slip>& slips, wording::Places& places, Diagnostics& diagnostics) {
  const auto judged = static_cast<std::ptrdiff_t>(diagnostics.size());
  for (const Slip& slip : slips) {
    Diagnostic diagnostic = wording::diagnose(slip, places);
    const bool known =
        std::any_of(diagnostics.begin(), diagnostics.begin() + judged,
                    [&](const Diagnostic& told) { return speaks_of(told, diagnostic); });
    if (!known) {
      diagnostics.push_back(std::move(diagnostic));
    }
  }
}

}  // namespace concord::advise
