#include "cli/output.h"

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class OutputFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "concord_output_" + std::to_string(getpid());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = folder_ + "/out.json";
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder_), {}); }

  std::string folder_;
  std::string path_;
};

TEST_F(OutputFiles, AppearOnlyWhenFinished) {
  auto output = Output::to_file(path_);
  ASSERT_TRUE(output);
  const std::string large(200000, 'x');
  output->write(large);
  EXPECT_FALSE(fs::exists(path_));
  EXPECT_TRUE(output->finish());
  EXPECT_EQ(text_of(path_), large);
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFiles, UnfinishedLeaveTheOldOne) {
  std::ofstream(path_) << "old";
  {
    auto output = Output::to_file(path_);
    ASSERT_TRUE(output);
    output->write("new");
  }
  EXPECT_EQ(text_of(path_), "old");
  EXPECT_EQ(files(), 1) << "nothing temporary stays";
}

TEST_F(OutputFiles, APlaceThatIsNotThereIsAnError) {
  const auto output = Output::to_file(folder_ + "/none/out");
  ASSERT_FALSE(output);
  EXPECT_THAT(output.error().message, HasSubstr("No such file or directory"));
}

TEST_F(OutputFiles, WhatIsNoFileIsWrittenDirectly) {
  auto output = Output::to_file("/dev/null");
  ASSERT_TRUE(output);
  output->write("gone");
  EXPECT_TRUE(output->finish());
  EXPECT_FALSE(fs::is_regular_file("/dev/null"));
}

TEST(Output, AFullDiskIsAnErrorWithWords) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  Output output(full);
  output.write("text");
  EXPECT_FALSE(output.finish());
  EXPECT_THAT(output.error(), HasSubstr("No space left on device"));
  close(full);
}

}  // namespace
}  // namespace concord::cli
