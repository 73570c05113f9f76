#include "base/timestamp.h"

#include <gtest/gtest.h>

#include "base/local_time.h"

namespace concord {
namespace {

struct Row {
  const char* in;
  const char* utc;  // null: not a time
};

TEST(Timestamp, OnAWallClockWithItsOffset) {
  const Timestamp time = parse_iso8601("2024-03-23T22:30Z")->utc;
  EXPECT_EQ(format_local_time(time, 60), "2024-03-23T23:30:00+01:00");
  EXPECT_EQ(format_local_time(time, -210), "2024-03-23T19:00:00-03:30");
  EXPECT_EQ(format_local_time(time, 0), "2024-03-23T22:30:00Z");
}

TEST(Timestamp, ReadsIso8601) {
  const Row rows[] = {
      {"2024-03-23", "2024-03-23T00:00:00"},
      {"2024-03-23T18:00Z", "2024-03-23T18:00:00"},
      {"2024-03-23 18:00:05+03:00", "2024-03-23T15:00:05"},
      {"2024-03-23T01:30-05:00", "2024-03-23T06:30:00"},
      {"2024-02-29", "2024-02-29T00:00:00"},
      {"2000-02-29T23:59:59", "2000-02-29T23:59:59"},
      {"2023-02-29", nullptr},
      {"1900-02-29", nullptr},
      {"2024-13-01", nullptr},
      {"2024-00-10", nullptr},
      {"2024-03-23T25:00", nullptr},
      {"2024-03-23T18:60", nullptr},
      {"2024-3-23", nullptr},
      {"March 23, 2024", nullptr},
      {"2024-03-23T18:00Zulu", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    const std::optional<IsoTime> time = parse_iso8601(row.in);
    ASSERT_EQ(time.has_value(), row.utc != nullptr) << row.in;
    if (time) {
      EXPECT_EQ(format_date_time(time->utc), row.utc) << row.in;
    }
  }
}

TEST(Timestamp, KeepsWhetherATimeAndAnOffsetWereWritten) {
  EXPECT_FALSE(parse_iso8601("2024-03-23")->has_time);
  EXPECT_FALSE(parse_iso8601("2024-03-23T18:00")->offset_minutes);
  EXPECT_EQ(parse_iso8601("2024-03-23T18:00Z")->offset_minutes, 0);
  EXPECT_EQ(parse_iso8601("2024-03-23T18:00-03:30")->offset_minutes, -210);
}

TEST(Timestamp, KnowsWeekdays) {
  EXPECT_EQ(weekday(from_civil({1970, 1, 1})), 4);
  EXPECT_EQ(weekday(from_civil({2024, 3, 22, 19, 40, 0})), 5);
  EXPECT_EQ(weekday(from_civil({1969, 12, 31, 23, 59, 59})), 3);
}

TEST(Timestamp, CivilTimesComeBack) {
  for (std::int64_t day = -800000; day < 800000; day += 997) {
    const Timestamp time{day * kSecondsPerDay + 12345};
    EXPECT_EQ(from_civil(to_civil(time)), time);
  }
}

TEST(Timestamp, KnowsTheLengthOfMonths) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2100, 2), 28);
  EXPECT_EQ(days_in_month(2024, 4), 30);
  EXPECT_TRUE(is_valid_date(2024, 12, 31));
  EXPECT_FALSE(is_valid_date(2024, 4, 31));
}

}  // namespace
}  // namespace concord
