#pragma once

#include <cstdint>
#include <vector>

#include "model/weighed.h"
#include "normalize/found.h"
#include "normalize/normalize.h"
#include "normalize/scan.h"

namespace concord::normalize {

/// All values of a sentence, in order, never overlapping.  At each place, of the readings that
/// begin there:
///   1. an age without a unit ("aged 34", ", 34,"), which no other reading explains;
///   2. a date or time, if it covers at least as much as the quantity there ("2024", "22 March");
///   3. a quantity or duration, which may turn into a time ("three days ago");
///   4. a count without a numeral ("no injuries", "both").
/// Those that are wanted are added to `out`.
void read_values(const Scan& scan, const Reading& reading, Wanted wanted,
                 std::vector<ValueMention>& out);

/// Which reader a place belongs to; the order of preference of normalize.h.
enum class ReadBy : std::uint8_t {
  nothing,
  fixed_phrase,
  age,
  impossible_date,
  time,
  quantity,
  count_word
};

/// What was read at one place and where to go on; `end` is the place itself if nothing was.
struct Place {
  std::uint32_t end = 0;
  ReadBy by = ReadBy::nothing;
};

struct TimeScan;

/// Reads what begins at token `at`, hedges no further back than `limit`; values go to `found`.
Place read_place(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                 std::vector<Found>& found);

/// Adds the quantity or duration at a place with its times; returns where to go on.
std::uint32_t reach_quantity(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                             std::vector<Found>& found);

/// Every reading of the sentence that was weighed, place by place: those that stand are what
/// read_values reads, in its order.
void weigh_values(const Scan& scan, const Reading& reading, std::vector<WeighedReading>& out);

}  // namespace concord::normalize
