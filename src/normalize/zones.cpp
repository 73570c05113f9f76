#include <algorithm>
#include <array>

#include "normalize/date_parts.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

struct ZoneRow {
  std::string_view name;
  std::optional<int> minutes;  // nothing: summer time is not told
};

constexpr int kHour = 60;

// Abbreviations of zones that English news writes, with their offsets from UTC (IANA tz database,
// 2024a).  "ET" is one of two; "IST" is India's.
constexpr std::array<ZoneRow, 37> kZones = {
    {{"gmt", 0},           {"utc", 0},           {"z", 0},
     {"wet", 0},           {"bst", kHour},       {"cet", kHour},
     {"wat", kHour},       {"cest", 2 * kHour},  {"eet", 2 * kHour},
     {"sast", 2 * kHour},  {"cat", 2 * kHour},   {"eest", 3 * kHour},
     {"msk", 3 * kHour},   {"eat", 3 * kHour},   {"trt", 3 * kHour},
     {"gst", 4 * kHour},   {"pkt", 5 * kHour},   {"ist", 5 * kHour + 30},
     {"wib", 7 * kHour},   {"hkt", 8 * kHour},   {"jst", 9 * kHour},
     {"kst", 9 * kHour},   {"aest", 10 * kHour}, {"aedt", 11 * kHour},
     {"nzst", 12 * kHour}, {"nzdt", 13 * kHour}, {"edt", -4 * kHour},
     {"est", -5 * kHour},  {"cdt", -5 * kHour},  {"cst", -6 * kHour},
     {"mdt", -6 * kHour},  {"mst", -7 * kHour},  {"pdt", -7 * kHour},
     {"pst", -8 * kHour},  {"et", std::nullopt}, {"ct", std::nullopt},
     {"pt", std::nullopt}}};

const ZoneRow* zone_named(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t letters = scan.token(at).span.size();
  const bool written =
      letters <= kLongest && scan.is_word(at) && (scan.token(at).capital || letters == 3);
  if (!written) {
    return nullptr;
  }
  const auto* const row =
      std::ranges::find_if(kZones, [&](const ZoneRow& zone) { return scan.says(at, zone.name); });
  return row == kZones.end() ? nullptr : &*row;
}

struct OffsetAt {
  std::uint32_t end = 0;
  int minutes = 0;
};

// "+0100", "-08:00", "+2"; no zone lies beyond 14 hours
std::optional<OffsetAt> signed_offset(const Scan& scan, std::uint32_t at, bool plus) {
  const auto figures = small_whole(scan, at + 1, 4);
  const auto after =
      scan.mark(at + 2, ':') && scan.attached(at + 2) ? small_whole(scan, at + 3, 2) : std::nullopt;
  if (!figures) {
    return std::nullopt;
  }
  const bool joined = scan.spelling(at + 1).size() == 4;
  const auto hours = static_cast<int>(joined ? *figures / 100 : *figures);
  const auto minutes = static_cast<int>(joined ? *figures % 100 : after.value_or(0));
  if (hours > 14 || minutes > 59 || scan.spelling(at + 1).size() == 3) {
    return std::nullopt;
  }
  const int total = hours * kHour + minutes;
  return OffsetAt{at + (after ? 4U : 2U), plus ? total : -total};
}

// The same written against what stands before.
std::optional<OffsetAt> offset_at(const Scan& scan, std::uint32_t at) {
  const bool plus = scan.mark(at, '+');
  const bool stands = (plus || scan.dash(at)) && scan.attached(at) && scan.attached(at + 1);
  return stands ? signed_offset(scan, at, plus) : std::nullopt;
}

}  // namespace

ZoneAt offset_after(const Scan& scan, std::uint32_t at) {
  const auto offset = offset_at(scan, at);
  return offset ? ZoneAt{offset->end, offset->minutes} : ZoneAt{at, std::nullopt};
}

ZoneAt zone_or_offset(const Scan& scan, std::uint32_t at) {
  const bool apart = scan.dash(at) && !scan.attached(at) && scan.attached(at + 1) &&
                     scan.is_number(at + 1) && scan.spelling(at + 1).size() == 4 &&
                     scan.spelling(at + 1)[0] <= '1';
  const auto offset = apart ? signed_offset(scan, at, false) : std::nullopt;
  return offset ? ZoneAt{offset->end, offset->minutes} : zone_at(scan, at);
}

ZoneAt zone_at(const Scan& scan, std::uint32_t at) {
  if (const ZoneRow* zone = zone_named(scan, at); zone != nullptr) {
    const auto offset = offset_at(scan, at + 1);
    const std::uint32_t next = offset ? offset->end : at + 1;
    const bool named =
        scan.mark(next, '(') && zone_named(scan, next + 1) != nullptr && scan.mark(next + 2, ')');
    return {next + (named ? 3U : 0U), offset ? std::optional(offset->minutes) : zone->minutes};
  }
  if (scan.mark(at, '+')) {
    const auto offset = offset_at(scan, at);
    return offset ? ZoneAt{offset->end, offset->minutes} : ZoneAt{at, std::nullopt};
  }
  if (scan.says(at, "local") && scan.says(at + 1, "time")) {
    return {at + 2, std::nullopt};
  }
  const bool named = scan.name_like(at) && scan.says(at + 1, "time");
  return {named ? at + 2 : at, std::nullopt};
}

}  // namespace concord::normalize
