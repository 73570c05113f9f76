#include "pipeline/set_aside.h"

#include <fmt/format.h>

#include "pipeline/night_before.h"

namespace concord::pipeline {
namespace {

std::string until_of(const store::Decision& decision) {
  return decision.until ? format_date_time(*decision.until) + "Z" : std::string();
}

}  // namespace

void accept(const std::vector<store::Decision>& decisions, Timestamp clock,
            Diagnostics& diagnostics) {
  const Acceptances accepted = acceptances_of(decisions, clock);
  for (Diagnostic& diagnostic : diagnostics) {
    if (const auto active = accepted.active.find(diagnostic.finding);
        active != accepted.active.end()) {
      diagnostic.suppression = Suppression{false, active->second.reason, until_of(active->second)};
    } else if (const auto over = accepted.expired.find(diagnostic.finding);
               over != accepted.expired.end()) {
      Diagnostic note;
      note.severity = Severity::note;
      note.message =
          fmt::format("it was accepted until {}: {}", until_of(over->second), over->second.reason);
      diagnostic.notes.push_back(std::move(note));
    }
  }
}

}  // namespace concord::pipeline
