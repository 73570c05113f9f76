// Sketches come back from bytes bit for bit; other bytes give none.
#include "group/sketch_bytes.h"

#include <string>

#include <gtest/gtest.h>

namespace concord::group {
namespace {

Sketch some_sketch() {
  Sketch sketch;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto kind = static_cast<float>(i % 7);
    sketch.terms.push_back({i * 0x9E3779B97F4A7C15ULL, 1.0F + kind / 3, kind / 1000});
  }
  for (std::uint64_t i = 0; i < 100; ++i) {
    sketch.shingles.push_back(i << 50U);
  }
  return sketch;
}

TEST(SketchBytes, EveryBitComesBack) {
  for (const Sketch& written : {some_sketch(), Sketch()}) {
    const auto read = read_sketch(sketch_bytes(written));
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->terms.size(), written.terms.size());
    for (std::size_t i = 0; i < written.terms.size(); ++i) {
      EXPECT_EQ(read->terms[i].hash, written.terms[i].hash);
      EXPECT_EQ(read->terms[i].weight, written.terms[i].weight);
      EXPECT_EQ(read->terms[i].share, written.terms[i].share);
    }
    EXPECT_EQ(read->shingles, written.shingles);
  }
}

TEST(SketchBytes, OtherBytesGiveNone) {
  const std::string bytes = sketch_bytes(some_sketch());
  EXPECT_FALSE(read_sketch("").has_value());
  EXPECT_FALSE(read_sketch("\2" + bytes.substr(1)).has_value()) << "another version";
  EXPECT_FALSE(read_sketch(bytes + "x").has_value());
  EXPECT_FALSE(read_sketch(std::string(13, '\xff')).has_value());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(read_sketch(bytes.substr(0, size)).has_value()) << size;
  }
}

}  // namespace
}  // namespace concord::group
