#include "rules/cache_file.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

namespace concord::rules {
namespace {

constexpr std::string_view kMagic = "a test 1\n";

class CacheFileTest : public testing::Test {
 protected:
  CacheFileTest()
      : folder_(std::filesystem::temp_directory_path() / ("cache" + std::to_string(getpid()))) {}
  ~CacheFileTest() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "inner" / "file").string(); }
  std::string bytes() const { return read_file(path()).value_or("(none)"); }
  static std::string kept(const CacheFile& file, std::uint64_t key) {
    const auto found = file.find(key);
    return found ? std::string(found->view) : "(none)";
  }
  void write(const std::string& bytes) const { std::ofstream(path(), std::ios::binary) << bytes; }

 private:
  std::filesystem::path folder_;
};

TEST_F(CacheFileTest, GivesBackWhatItKept) {
  const CacheFile file(path(), kMagic);
  EXPECT_FALSE(file.find(7));
  file.keep(7, "what was worked out");
  EXPECT_EQ(kept(file, 7), "what was worked out");
  EXPECT_FALSE(file.find(8));
  file.keep(8, "");
  EXPECT_EQ(kept(file, 8), "");
  EXPECT_FALSE(file.find(7));
}

TEST_F(CacheFileTest, BytesInHandStayWhenOthersAreKept) {
  const CacheFile file(path(), kMagic);
  file.keep(7, "what was worked out");
  const auto found = file.find(7);
  file.keep(8, "anything else");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->view, "what was worked out");
}

TEST_F(CacheFileTest, LeavesOneFile) {
  CacheFile(path(), kMagic).keep(7, "x");
  const auto inner = std::filesystem::path(path()).parent_path();
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(inner), {}), 1);
}

TEST_F(CacheFileTest, KeepsTheNewestOfAKind) {
  const auto inner = std::filesystem::path(path()).parent_path();
  for (int i = 0; i < 70; ++i) {
    CacheFile((inner / ("rules-" + std::to_string(i) + ".cache")).string(), kMagic).keep(7, "x");
  }
  CacheFile((inner / "matcher-0.cache").string(), kMagic).keep(7, "x");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(inner), {}), 65);
  EXPECT_FALSE(std::filesystem::exists(inner / "rules-0.cache"));
  EXPECT_TRUE(std::filesystem::exists(inner / "rules-69.cache"));
}

TEST_F(CacheFileTest, BelievesWholeBytesThatWereCopied) {
  const CacheFile file(path(), kMagic);
  file.keep(7, "what was worked out");
  write(bytes());
  EXPECT_EQ(kept(file, 7), "what was worked out");
}

TEST_F(CacheFileTest, DoesNotBelieveOtherForms) {
  CacheFile(path(), "a test 0\n").keep(7, "x");
  EXPECT_FALSE(CacheFile(path(), kMagic).find(7));
}

TEST_F(CacheFileTest, DoesNotBelieveDamagedBytes) {
  const CacheFile file(path(), kMagic);
  file.keep(7, "what was worked out");
  const std::string whole = bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write(damaged);
    const bool in_time =
        at + 8 >= whole.size();  // of writing: no more than a reason to take the sum
    EXPECT_EQ(kept(file, 7), in_time ? "what was worked out" : "(none)") << at;
    write(whole.substr(0, at));
    EXPECT_FALSE(file.find(7)) << at;
  }
  write(whole);
  EXPECT_TRUE(file.find(7));
}

TEST_F(CacheFileTest, DoesNotBelieveWhatOthersMayWrite) {
  const CacheFile file(path(), kMagic);
  file.keep(7, "x");
  std::filesystem::permissions(path(), std::filesystem::perms::others_write,
                               std::filesystem::perm_options::add);
  EXPECT_FALSE(file.find(7));
}

TEST_F(CacheFileTest, DoesWithoutAFolder) {
  const CacheFile nowhere("/proc/no/such/folder/file", kMagic);
  nowhere.keep(7, "x");
  EXPECT_FALSE(nowhere.find(7));
  const CacheFile none("", kMagic);
  none.keep(7, "x");
  EXPECT_FALSE(none.find(7));
}

}  // namespace
}  // namespace concord::rules
