#include "pipeline/set_aside.h"

#include <fmt/format.h>

#include "base/local_time.h"
#include "ingest/ingest.h"
#include "pipeline/night_before.h"

namespace concord::pipeline {
namespace {

/// When it ends, on the desk's clock of that day.
std::string until_of(const store::Decision& decision, const std::string& zone) {
  return decision.until ? format_local_time(*decision.until,
                                            ingest::zone_offset(zone, *decision.until).value_or(0))
                        : std::string();
}

}  // namespace

void accept(const std::vector<store::Decision>& decisions, Timestamp clock, const std::string& zone,
            Diagnostics& diagnostics) {
  const Acceptances accepted = acceptances_of(decisions, clock);
  for (Diagnostic& diagnostic : diagnostics) {
    if (const auto active = accepted.active.find(diagnostic.finding);
        active != accepted.active.end()) {
      diagnostic.suppression =
          Suppression{false, active->second.reason, until_of(active->second, zone)};
    } else if (const auto over = accepted.expired.find(diagnostic.finding);
               over != accepted.expired.end()) {
      Diagnostic note;
      note.severity = Severity::note;
      note.message = fmt::format("it was accepted until {}: {}", until_of(over->second, zone),
                                 over->second.reason);
      diagnostic.notes.push_back(std::move(note));
    }
  }
}

}  // namespace concord::pipeline
