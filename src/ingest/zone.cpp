#include <memory>

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "ingest/ingest.h"

namespace concord::ingest {

std::optional<int> zone_offset(std::string_view zone, Timestamp at) {
  if (const auto time = parse_iso8601("2000-01-01T00:00" + std::string(zone));
      time && time->offset_minutes) {
    return time->offset_minutes;
  }
  const auto name = icu::UnicodeString::fromUTF8(
      icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
  const std::unique_ptr<icu::TimeZone> known(icu::TimeZone::createTimeZone(name));
  if (*known == icu::TimeZone::getUnknown()) {
    return std::nullopt;
  }
  constexpr double kMilliseconds = 1000;
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode error = U_ZERO_ERROR;
  known->getOffset(static_cast<double>(at.seconds) * kMilliseconds, false, raw, daylight, error);
  if (U_FAILURE(error)) {
    return std::nullopt;
  }
  return (raw + daylight) / (60 * 1000);
}

}  // namespace concord::ingest
