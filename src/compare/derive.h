#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/interval.h"
#include "base/timestamp.h"
#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// The half-open time of a story's own event.
struct EventTime {
  Timestamp begin;
  Timestamp end;
  friend bool operator==(const EventTime&, const EventTime&) = default;
};

/// When each story's event was: what its event_date facts say most, else the earliest date written
/// out.
std::vector<std::optional<EventTime>> event_times(const Inputs& inputs,
                                                  const std::vector<Figure>& figures);

/// Places a group's times by the event: a weekday without a year is the first on or after the
/// event, an offset ("three days before") counts from it, and under a fact that is a duration a
/// time becomes the possible lengths of time since the event. Returns what an agreement then rests
/// on ("holds for any attack after 04:00"), empty if nothing was placed.
std::string anchor_times(const Inputs& inputs, const std::optional<EventTime>& event, Group& group);

/// Figures that a check's equation gives where exactly one of its terms is missing and the others
/// are exact figures of one document, or of the event (4 gunmen + 7 others = 11 held).  A derived
/// figure that disagrees with a stated one is left out: the check tells of that.
std::vector<Figure> derive_sums(const Inputs& inputs, const std::vector<Figure>& figures);

}  // namespace concord::compare
