#include "cli/read_whole.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

namespace concord::cli {
namespace {

TEST(ReadWhole, NeitherAFolderNorWhatHasNoEnd) {
  constexpr std::size_t kSmall = 100000;
  const std::string path = testing::TempDir() + "concord_whole_" + std::to_string(getpid());
  const std::string bytes(kSmall, 'x');
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_EQ(read_whole(path), bytes);
  EXPECT_EQ(read_whole(path, kSmall), bytes);
  EXPECT_FALSE(read_whole(path, kSmall - 1));
  std::filesystem::remove(path);
  EXPECT_FALSE(read_whole(path));
  EXPECT_FALSE(read_whole(testing::TempDir()));
  EXPECT_FALSE(read_whole("/dev/zero", kSmall));
  EXPECT_EQ(read_whole("/dev/null"), "");
}

}  // namespace
}  // namespace concord::cli
