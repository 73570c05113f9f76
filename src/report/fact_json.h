#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "report/json_writer.h"
#include "wording/places.h"

namespace concord::report {

/// The parts that machine formats share (VERDICTS.md section 4).

void write_span(JsonWriter& json, const wording::Place& place);

/// `{"role","id","kind","name","why"}`; `id` tells the events of one story apart: "attack",
/// "attack/Kabul 2021".
void write_event(JsonWriter& json, const EventRef& event);

}  // namespace concord::report
