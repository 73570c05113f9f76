#include "rules/stamps.h"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace concord::rules {
namespace {

/// The program of this test: a file that nobody changed of late.
std::filesystem::path settled() {
  return std::filesystem::read_symlink("/proc/self/exe");
}

TEST(Stamps, AreTheSameWhileNobodyChangesTheFile) {
  const std::filesystem::path file = settled();
  struct stat facts {};
  ASSERT_EQ(stat(file.c_str(), &facts), 0);
  if (facts.st_ctim.tv_sec + 3 >= std::time(nullptr)) {
    sleep(4);
  }
  const auto stamps = stamps_of(file.parent_path().string(), {file.filename().string()});
  ASSERT_TRUE(stamps);
  EXPECT_EQ(stamps, stamps_of(file.parent_path().string(), {file.filename().string()}));
  EXPECT_NE(stamps, stamps_of(file.parent_path().string(), {}));
}

TEST(Stamps, AreNotTakenOfAFileThatJustChanged) {
  const auto file = std::filesystem::temp_directory_path() / ("stamps" + std::to_string(getpid()));
  std::ofstream(file) << "factrules: 1\n";
  // Whoever sets the time of writing back moves the time of change.
  std::filesystem::last_write_time(
      file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  EXPECT_FALSE(stamps_of(file.parent_path().string(), {file.filename().string()}));
  std::filesystem::remove(file);
}

TEST(Stamps, AreNotTakenOfWhatIsNoFile) {
  EXPECT_FALSE(stamps_of("/", {"proc"}));
  EXPECT_FALSE(stamps_of("/", {"no such file"}));
}

}  // namespace
}  // namespace concord::rules
