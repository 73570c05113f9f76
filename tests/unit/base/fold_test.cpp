#include "base/fold.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace concord {
namespace {

struct Row {
  std::string_view in;
  std::string_view out;
};

constexpr Row kRows[] = {
    {"", ""},
    {"Putin", "putin"},
    {"U.S.", "u.s."},
    {"@[`{", "@[`{"},  // neighbors of the letters in ASCII
    {"Z\u00FCrich", "z\u00FCrich"},
    {"\u00C9LYS\u00C9E", "\u00E9lys\u00E9e"},
    {"3\u00D74", "3\u00D74"},  // the times sign is no letter
    {"O\u2019Brien", "o'brien"},
    {"O\u02BCBrien", "o'brien"},
    {"ISIS\u2011K", "isis-k"},
    {"co\u00ADoperate", "cooperate"},
    {"\u00AD", ""},
    {"\u0416", "\u0416"},
};

TEST(Fold, Spells) {
  for (const Row& row : kRows) {
    EXPECT_EQ(fold(row.in), row.out) << row.in;
  }
}

TEST(Fold, IsIdempotent) {
  for (const Row& row : kRows) {
    EXPECT_EQ(fold(fold(row.in)), fold(row.in)) << row.in;
  }
}

TEST(FoldHash, IsThatOfTheFoldedSpelling) {
  for (const Row& row : kRows) {
    EXPECT_EQ(fold_hash(row.in), fold_hash(row.out)) << row.in;
  }
}

// Files keep these hashes: they may never differ between machines or releases.
TEST(FoldHash, IsStable) {
  EXPECT_EQ(fold_hash("killed"), fold_hash("KILLED"));
  EXPECT_EQ(fold_hash("killed"), 0xDCBDD0F8B59E6356ULL);
  EXPECT_EQ(fold_hash("counterterrorism-unit"), 0x77B38E38F4232194ULL);
}

TEST(FoldedKey, HoldsEveryByteOfAShortWord) {
  const FoldedKey key = folded_key("ABCDEFGHij");
  EXPECT_EQ(key.low, 0x6867666564636261ULL);
  EXPECT_EQ(key.high, 0x6A69ULL);
  EXPECT_EQ(key.size, 10U);
}

TEST(FoldedKey, TellsLengthFromZeros) {
  EXPECT_NE(folded_key(std::string_view("a\0", 2)), folded_key("a"));
}

TEST(FoldedKey, OfLongWordsDependsOnEveryByte) {
  const std::string word(40, 'a');
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::string other = word;
    other[i] = 'b';
    EXPECT_NE(folded_key(word), folded_key(other)) << i;
  }
  EXPECT_NE(folded_key(word), folded_key(word + "a"));
}

// The fast path and the plain one, over all sizes and bytes.
TEST(FoldShort, EqualsTheKeyOfShortAsciiWords) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> ascii(1, 127);
  std::uniform_int_distribution<int> any(1, 255);
  for (int round = 0; round < 20000; ++round) {
    char bytes[48];
    for (char& c : bytes) {
      c = static_cast<char>(round % 4 == 0 ? any(random) : ascii(random));
    }
    const std::size_t size = static_cast<std::size_t>(round) % 32;
    const std::string_view word(bytes, size);
    const bool is_short =
        size <= FoldedKey::kWhole && std::ranges::all_of(word, [](char c) { return c > 0; });
    FoldedKey key;
    ASSERT_EQ(fold_short(bytes, size, key), is_short) << word;
    if (is_short) {
      ASSERT_EQ(key, folded_key(word)) << word;
    }
  }
}

}  // namespace
}  // namespace concord
