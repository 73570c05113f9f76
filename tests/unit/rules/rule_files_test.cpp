#include "rules/rule_files.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

namespace concord::rules {
namespace {

using Names = std::vector<std::string>;

class RuleFiles : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::path(testing::TempDir()) / ("rule-files-" + std::to_string(getpid()));
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "rules");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& name) const {
    const std::filesystem::path path = root_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << "factrules: 1\n";
  }
  Names files(const std::string& folder = "rules") {
    return rule_files((root_ / folder).string(), error_);
  }

  std::filesystem::path root_;
  std::error_code error_;
};

TEST_F(RuleFiles, AreThoseBelowInByteOrder) {
  for (const char* name : {"rules/b.yaml", "rules/b/z/y/x.yaml", "rules/b/a.yaml", "rules/a-b.yaml",
                           "rules/a/tests.yaml", "rules/B.yaml"}) {
    write(name);
  }
  EXPECT_EQ(files(),
            (Names{"B.yaml", "a-b.yaml", "a/tests.yaml", "b.yaml", "b/a.yaml", "b/z/y/x.yaml"}));
  EXPECT_FALSE(error_);
  EXPECT_EQ(files("rules/"), files());
}

TEST_F(RuleFiles, AreNeitherHiddenNorTestsNorOfOtherNames) {
  for (const char* name :
       {"rules/.a.yaml", "rules/.git/b.yaml", "rules/p/tests/c.yaml", "rules/tests/d.yaml",
        "rules/e.yml", "rules/f.yaml.bak", "rules/g.yaml/h.txt"}) {
    write(name);
  }
  EXPECT_EQ(files(), Names());
  EXPECT_FALSE(error_);
}

TEST_F(RuleFiles, MayBeLinksButNotBehindLinkedFolders) {
  write("shared/words.yaml");
  std::filesystem::create_symlink(root_ / "shared/words.yaml", root_ / "rules/words.yaml");
  std::filesystem::create_symlink(root_ / "shared", root_ / "rules/shared");
  std::filesystem::create_symlink(root_ / "rules", root_ / "rules/round");
  std::filesystem::create_symlink(root_ / "nowhere", root_ / "rules/lost.yaml");
  EXPECT_EQ(files(), Names{"words.yaml"});
  EXPECT_FALSE(error_);
}

TEST_F(RuleFiles, OfNoFolderAreAnError) {
  write("rules/a.yaml");
  files("none");
  EXPECT_EQ(error_, std::errc::no_such_file_or_directory);
  error_.clear();
  files("rules/a.yaml");
  EXPECT_EQ(error_, std::errc::not_a_directory);
}

}  // namespace
}  // namespace concord::rules
