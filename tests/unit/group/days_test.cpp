#include "group/days.h"

#include <string>

#include <gtest/gtest.h>

#include "base/timestamp.h"

namespace concord::group {
namespace {

/// Every day that a sentence names, in order, for an article published at a time.
std::string days_in(const std::string& text, const std::string& published) {
  Document document;
  document.text = text;
  if (const auto time = parse_iso8601(published)) {
    document.published =
        Publication{published, time->utc, time->utc, time->offset_minutes.value_or(0)};
  }
  TokenizedText tokens;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
    Token token;
    token.span = {at, end};
    token.capital = text[at] >= 'A' && text[at] <= 'Z';
    tokens.tokens.push_back(token);
    at = end + 1;
  }
  const Member member{&document, &tokens, {}, {}};
  const Range all{0, static_cast<std::uint32_t>(tokens.tokens.size())};
  std::string days;
  for (std::uint32_t at = all.begin; at < all.end; ++at) {
    if (const auto day = day_named(member, all, at)) {
      days += (days.empty() ? "" : " ") + format_date({*day * kSecondsPerDay});
    }
  }
  return days;
}

TEST(Days, AreCountedBackFromPublication) {
  const struct {
    const char* text;
    const char* published;
    const char* days;
  } rows[] = {
      {"shot on Friday night", "2025-09-13", "2025-09-12"},
      {"shot on Friday night", "2025-09-12T21:00Z", "2025-09-12"},
      {"shot last Friday", "2025-09-12", "2025-09-05"},
      {"will meet next Friday", "2025-09-12", ""},
      {"shot on Friday", "", ""},
      {"Friday , the mayor of Friday", "2025-09-15", "2025-09-12 2025-09-12"},
      {"killed on Sept. 3 in", "2025-09-12", "2025-09-03"},
      {"killed on Sept . 3 in", "2025-09-12", "2025-09-03"},
      {"killed on December 30", "2025-01-02", "2024-12-30"},
      {"killed on February 30", "2025-03-02", ""},
      {"killed on Feb. 29", "2025-03-02", "2024-02-29"},
      {"in December 2024 and May", "2025-01-02", ""},
      {"Marching on", "2025-01-02", ""},
      {"on Thursday", "2025-09-11T23:30-05:00", "2025-09-11"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(days_in(row.text, row.published), row.days) << row.text << " / " << row.published;
  }
}

}  // namespace
}  // namespace concord::group
