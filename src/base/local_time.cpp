#include "base/local_time.h"

#include <cstdlib>

namespace concord {

std::string format_local_time(Timestamp time, int offset_minutes) {
  const std::string local = format_date_time({time.seconds + std::int64_t{60} * offset_minutes});
  if (offset_minutes == 0) {
    return local + "Z";
  }
  const auto two_digits = [](int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const int minutes = std::abs(offset_minutes);
  return local + (offset_minutes < 0 ? "-" : "+") + two_digits(minutes / 60) + ":" +
         two_digits(minutes % 60);
}

}  // namespace concord
