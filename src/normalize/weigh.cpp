#include <algorithm>
#include <array>
#include <utility>

#include "normalize/choose.h"
#include "normalize/quantities.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

struct KindRow {
  ReadBy by;
  std::string_view kind;
  std::string_view rule;   // of the order of preference
  std::string_view beats;  // why another reading falls where this one stands
};

// In the order of preference.
constexpr std::array<KindRow, 6> kKinds = {{
    {ReadBy::fixed_phrase, "fixed phrase", "a name made of figures (24/7) holds no value",
     "the figures are a name"},
    {ReadBy::age, "age", "an age without a unit stands first: no other reading explains it",
     "the age stands first"},
    {ReadBy::impossible_date, "impossible date", "a date no calendar has is read as nothing",
     "no calendar has this date"},
    {ReadBy::time, "time", "a date or time stands if it reaches as far as the quantity there",
     "the time reaches at least as far"},
    {ReadBy::quantity, "quantity", "a quantity or duration stands if it reaches further",
     "the quantity reaches further"},
    {ReadBy::count_word, "count word", "a count without a numeral stands where nothing else is",
     "the count stands"},
}};

constexpr std::string_view kAlone = "nothing else reads these words";

const KindRow& row_of(ReadBy by) {
  return *std::ranges::find(kKinds, by, &KindRow::by);
}

class Weighing {
 public:
  Weighing(const TimeScan& at_time, std::vector<WeighedReading>& out)
      : at_time_(at_time), out_(out) {}

  /// REQUIRES: something was read at `at`.
  void place(const Place& chosen, const std::vector<Found>& found, std::uint32_t at,
             std::uint32_t limit) {
    const auto time = read_time(at_time_, at, limit);
    std::vector<Found> quantities;
    reach_quantity(at_time_, at, limit, quantities);
    const bool contested = time && !quantities.empty();
    const bool open = chosen.by == ReadBy::time || chosen.by == ReadBy::quantity;
    const KindRow& row = row_of(chosen.by);
    for (const Found& value : found) {
      add(value.begin, value.end, row.kind, true, open && !contested ? kAlone : row.rule,
          value.value);
    }
    if (found.empty()) {
      nothing(chosen, at, limit);
    }
    if (time && chosen.by != ReadBy::time) {
      add(time->begin, time->end, "time", false, row.beats, time->value);
    }
    if (chosen.by != ReadBy::quantity) {
      for (const Found& value : quantities) {
        add(value.begin, value.end, "quantity", false, row.beats, value.value);
      }
    }
  }

 private:
  // Words that were read as no value.
  void nothing(const Place& chosen, std::uint32_t at, std::uint32_t limit) {
    const Scan& scan = at_time_.scan;
    const KindRow& row = row_of(chosen.by);
    const bool figures = chosen.by == ReadBy::quantity;
    add(at, std::min(std::max(chosen.end, at + 1), scan.size()), figures ? "no value" : row.kind,
        false, figures ? no_value_reason(scan, at, limit) : row.rule, std::nullopt);
  }

  void add(std::uint32_t begin, std::uint32_t end, std::string_view kind, bool stands,
           std::string_view reason, std::optional<Value> value) {
    out_.push_back({.words = at_time_.scan.bytes(begin, end),
                    .kind = std::string(kind),
                    .value = std::move(value),
                    .stands = stands,
                    .reason = std::string(reason)});
  }

  const TimeScan& at_time_;
  std::vector<WeighedReading>& out_;
};

}  // namespace

std::vector<std::string> preference_order() {
  std::vector<std::string> order;
  for (const KindRow& row : kKinds) {
    order.push_back(std::string(row.kind) + ": " + std::string(row.rule));
  }
  return order;
}

void weigh_values(const Scan& scan, const Reading& reading, std::vector<WeighedReading>& out) {
  const TimeScan at_time{scan, reading};
  Weighing weighing(at_time, out);
  std::vector<Found> found;
  std::uint32_t limit = 0;
  for (std::uint32_t at = 0; at < scan.size();) {
    found.clear();
    const Place place = read_place(at_time, at, limit, found);
    if (place.by != ReadBy::nothing) {
      weighing.place(place, found, at, limit);
    }
    if (place.end == at) {
      ++at;
    } else {
      at = limit = place.end;
    }
  }
}

}  // namespace concord::normalize
