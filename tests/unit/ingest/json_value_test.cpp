#include <gtest/gtest.h>

#include "ingest/ingest.h"

namespace concord::ingest {
namespace {

TEST(JsonValue, HoldsEveryKind) {
  const auto value = read_json(
      R"({"null":null,"yes":true,"whole":-7,"real":1.5,"text":"a\u00e9\n","list":[1,[2]],"in":{"a":{"b":3}}})");
  ASSERT_TRUE(value);
  EXPECT_TRUE(value->find("null")->is_null());
  EXPECT_EQ(value->find("yes")->boolean(), true);
  EXPECT_EQ(value->find("whole")->whole(), -7);
  EXPECT_EQ(value->find("real")->whole(), std::nullopt);
  EXPECT_EQ(*value->find("text")->text(), "a\xC3\xA9\n");
  EXPECT_EQ(value->find("list")->array()->size(), 2U);
  EXPECT_EQ(value->at({"in", "a", "b"})->whole(), 3);
  EXPECT_EQ(value->at({"in", "b", "b"}), nullptr);
  EXPECT_EQ(value->find("text")->find("a"), nullptr);
}

TEST(JsonValue, IsNothingWhereThereIsNoJson) {
  for (const std::string_view text : {"", "{", "{} {}", "nul", "[1,]", "\"\\ud83d\"", "\xFF"}) {
    EXPECT_FALSE(read_json(text)) << text;
  }
}

TEST(JsonValue, IsBounded) {
  EXPECT_TRUE(read_json(std::string(60, '[') + std::string(60, ']')));
  EXPECT_FALSE(read_json(std::string(100, '[') + std::string(100, ']')));
  std::string many = "[0";
  for (int i = 0; i < 1'000'000; ++i) {
    many += ",0";
  }
  EXPECT_FALSE(read_json(many + "]"));
}

}  // namespace
}  // namespace concord::ingest
