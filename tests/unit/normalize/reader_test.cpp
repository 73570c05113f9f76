#include <array>

#include <gtest/gtest.h>

#include "normalize/split.h"
#include "notation.h"

namespace concord::normalize {
namespace {

struct Parts {
  Lexicon lexicon;
  Parts() { add_vocabulary(lexicon); }
};

std::vector<ValueMention> read(const Parts& parts, std::string_view text, const Reading& reading,
                               Wanted wanted) {
  const Reader reader(parts.lexicon);
  const TokenizedText tokens = split_phrase(text, parts.lexicon);
  std::vector<ValueMention> mentions;
  reader.read(text, tokens, tokens.sentences.front().tokens, reading, wanted, mentions);
  return mentions;
}

constexpr std::string_view kSentence = "At least 12 people were killed in 20 hours on Saturday.";

TEST(Reader, gives_only_what_is_wanted) {
  const Parts parts;
  const auto kinds = [&](Wanted wanted) {
    std::string all;
    for (const ValueMention& mention : read(parts, kSentence, {}, wanted))
      all += std::to_string(mention.value.index());
    return all;
  };
  EXPECT_EQ(kinds({}), "012");
  EXPECT_EQ(kinds({.quantities = true, .durations = false, .times = false}), "0");
  EXPECT_EQ(kinds({.quantities = false, .durations = true, .times = false}), "1");
  EXPECT_EQ(kinds({.quantities = false, .durations = false, .times = true}), "2");
}

/// Whether the years lie within the calendar was asked of a publication that is not there.
TEST(Reader, counts_years_back_from_a_written_date_without_a_reference) {
  const Parts parts;
  const auto mentions = read(parts, "two years ago Friday, March 3, 2017", {}, {});
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(std::get<TimeSpan>(mentions[0].value).timex, "2015-03-03");
  for (const auto& mention : read(parts, "900 years ago Friday, March 3, 117", {}, {})) {
    const auto* time = std::get_if<TimeSpan>(&mention.value);
    EXPECT_TRUE(time == nullptr || !time->begin || to_civil(*time->begin).year > 0);
  }
}

/// An offset was passed over, though a zone's letters were not.
TEST(Reader, moves_a_stamp_with_an_offset_to_the_clock_of_the_text) {
  const Parts parts;
  const Reading reading{.reference = from_civil({.year = 2025, .month = 10, .day = 15}),
                        .offset_minutes = 0};
  for (const auto& [text, timex] : std::initializer_list<std::array<std::string_view, 2>>{
           {"2025-10-08T14:30:00+02:00", "2025-10-08T12:30:00"},
           {"2025-10-08T23:30:00-01:00", "2025-10-09T00:30:00"},
           {"2025-10-08T14:30:00Z", "2025-10-08T14:30:00"},
           {"2025-10-08T14:30:00", "2025-10-08T14:30:00"}}) {
    const auto mentions = read(parts, text, reading, {});
    ASSERT_EQ(mentions.size(), 1U) << text;
    EXPECT_EQ(std::get<TimeSpan>(mentions[0].value).timex, timex) << text;
  }
}

TEST(Reader, keeps_dates_open_without_a_reference) {
  const Parts parts;
  const auto mentions = read(parts, "on Saturday", {}, {});
  ASSERT_EQ(mentions.size(), 1U);
  const auto& time = std::get<TimeSpan>(mentions.front().value);
  EXPECT_EQ(time.timex, "XXXX-WXX-6");
  EXPECT_EQ(time.weekday, 6);
  EXPECT_FALSE(time.begin);
}

TEST(Reader, keeps_the_other_weekday_as_an_alternative) {
  const Parts parts;
  const Reading reading{.reference = from_civil({.year = 2024, .month = 3, .day = 24})};
  const auto mentions = read(parts, "on Saturday", reading, {});
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(std::get<TimeSpan>(mentions.front().value).alts,
            std::vector<std::string>{"2024-03-30"});
}

TEST(Reader, prefers_the_future_when_told) {
  const Parts parts;
  const Reading reading{.reference = from_civil({.year = 2024, .month = 3, .day = 24}),
                        .prefer = Prefer::future};
  const auto mentions = read(parts, "on Saturday", reading, {});
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(std::get<TimeSpan>(mentions.front().value).timex, "2024-03-30");
}

TEST(Reader, anchors_a_duration_to_an_event) {
  const Parts parts;
  const auto mentions = read(parts, "three days before the attack", {}, {});
  ASSERT_EQ(mentions.size(), 1U);
  const auto& time = std::get<TimeSpan>(mentions.front().value);
  EXPECT_EQ(time.anchor, Anchor::event);
  ASSERT_TRUE(time.offset);
  EXPECT_EQ(time.offset->iso, "P3D");
  EXPECT_TRUE(time.before_anchor);
}

TEST(Reader, does_not_mind_words_of_others_in_the_lexicon) {
  Parts parts;
  parts.lexicon.add("rampage");
  parts.lexicon.add("133");
  EXPECT_EQ(read(parts, "133 died in the rampage", {}, {}).size(), 1U);
}

TEST(Reader, survives_long_runs_of_number_words) {
  const Parts parts;
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += i % 3 == 0 ? "hundred " : i % 3 == 1 ? "and " : "20 - ";
  EXPECT_LT(read(parts, text, {}, {}).size(), 3000U);
}

}  // namespace
}  // namespace concord::normalize
