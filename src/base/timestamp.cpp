#include "base/timestamp.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

// Days since 1970-01-01 from a civil date: Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms" (public domain), days_from_civil and civil_from_days.
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

std::int64_t floor_days(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kSecondsPerDay
                      : -((-seconds + kSecondsPerDay - 1) / kSecondsPerDay);
}

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Reads fixed-width fields and separators from the front of a text.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t width) {
    if (rest_.size() < width) {
      return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') {
        return std::nullopt;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  void skip_digits() {
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      rest_.remove_prefix(1);
    }
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<CivilTime> read_date(FieldReader& reader) {
  const auto year = reader.digits(4);
  if (!year || !reader.take('-')) {
    return std::nullopt;
  }
  const auto month = reader.digits(2);
  if (!month || !reader.take('-')) {
    return std::nullopt;
  }
  const auto day = reader.digits(2);
  if (!day || !is_valid_date(*year, *month, *day)) {
    return std::nullopt;
  }
  return CivilTime{*year, *month, *day};
}

bool read_clock(FieldReader& reader, CivilTime& civil) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 23 || !reader.take(':')) {
    return false;
  }
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) {
    return false;
  }
  civil.hour = *hour;
  civil.minute = *minute;
  if (reader.take(':')) {
    const auto second = reader.digits(2);
    if (!second || *second > 60) {
      return false;
    }
    civil.second = *second == 60 ? 59 : *second;
    if (reader.take('.')) {
      reader.skip_digits();
    }
  }
  return true;
}

bool read_offset(FieldReader& reader, std::optional<int>& offset) {
  if (reader.take('Z') || reader.take('z')) {
    offset = 0;
    return true;
  }
  const bool plus = reader.take('+');
  if (!plus && !reader.take('-')) {
    return reader.at_end();
  }
  const auto hours = reader.digits(2);
  reader.take(':');
  const auto minutes = reader.digits(2);
  if (!hours || *hours > 23 || (minutes && *minutes > 59)) {
    return false;
  }
  const int total = *hours * 60 + minutes.value_or(0);
  offset = plus ? total : -total;
  return true;
}

}  // namespace

Timestamp from_civil(const CivilTime& civil) {
  const int second_of_day = civil.hour * 3600 + civil.minute * 60 + civil.second;
  return Timestamp{days_from_civil(civil.year, civil.month, civil.day) * kSecondsPerDay +
                   second_of_day};
}

CivilTime to_civil(Timestamp time) {
  const std::int64_t days = floor_days(time.seconds);
  const auto second_of_day = static_cast<int>(time.seconds - days * kSecondsPerDay);
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilTime civil;
  civil.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  civil.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  civil.year = static_cast<int>(year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0));
  civil.hour = second_of_day / 3600;
  civil.minute = second_of_day / 60 % 60;
  civil.second = second_of_day % 60;
  return civil;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) {
    return 0;
  }
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid_date(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int weekday(Timestamp time) {
  const std::int64_t days = floor_days(time.seconds);
  return static_cast<int>(((days + 4) % 7 + 7) % 7);
}

std::optional<IsoTime> parse_iso8601(std::string_view text) {
  FieldReader reader(text);
  auto civil = read_date(reader);
  if (!civil) {
    return std::nullopt;
  }
  IsoTime result;
  if (!reader.at_end()) {
    if (!reader.take('T') && !reader.take('t') && !reader.take(' ')) {
      return std::nullopt;
    }
    result.has_time = true;
    if (!read_clock(reader, *civil)) {
      return std::nullopt;
    }
    reader.take(' ');
    if (!read_offset(reader, result.offset_minutes) || !reader.at_end()) {
      return std::nullopt;
    }
  }
  result.utc = from_civil(*civil);
  result.utc.seconds -= std::int64_t{60} * result.offset_minutes.value_or(0);
  return result;
}

namespace {

constexpr std::string_view kShape = "0000-00-00T00:00:00";
constexpr std::size_t kDateSize = 10;

/// REQUIRES: 0 <= number < 100.
void put_two(char* place, int number) {
  place[0] = static_cast<char>('0' + number / 10);
  place[1] = static_cast<char>('0' + number % 10);
}

/// A year beyond four digits, or with the minus that counts as one.
std::string long_year(int year) {
  constexpr std::size_t kWidth = 4;
  const std::string digits = std::to_string(year < 0 ? -std::int64_t{year} : year);
  const std::size_t sign = year < 0 ? 1 : 0;
  return std::string(sign, '-') +
         std::string(kWidth - std::min(kWidth, sign + digits.size()), '0') + digits;
}

/// As much of kShape as `size` says.
std::string written(const CivilTime& civil, std::size_t size) {
  std::array<char, kShape.size()> text{};
  std::copy(kShape.begin(), kShape.end(), text.begin());
  const bool plain = civil.year >= 0 && civil.year <= 9999;
  if (plain) {
    put_two(&text[0], civil.year / 100);
    put_two(&text[2], civil.year % 100);
  }
  put_two(&text[5], civil.month);
  put_two(&text[8], civil.day);
  put_two(&text[11], civil.hour);
  put_two(&text[14], civil.minute);
  put_two(&text[17], civil.second);
  constexpr std::size_t kYear = 4;
  return plain ? std::string(text.data(), size)
               : long_year(civil.year) + std::string(text.data() + kYear, size - kYear);
}

}  // namespace

std::string format_date(Timestamp time) {
  return written(to_civil(time), kDateSize);
}

std::string format_date_time(Timestamp time) {
  return written(to_civil(time), kShape.size());
}

}  // namespace concord
