#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include <gtest/gtest.h>

#include "ingest/paths.h"
#include "read.h"

namespace concord::ingest {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / (std::string("concord-ingest-") + test->name());
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string path(const std::string& name) const { return (root_ / name).string(); }

  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return path(name);
  }

  Outcome read_all(const std::vector<std::string>& inputs, const Options& options = {}) const {
    Outcome outcome;
    outcome.documents = read_documents(inputs, options, outcome.diagnostics);
    return outcome;
  }

  /// The names below the root of the documents' paths.
  std::string names(const Outcome& outcome) const {
    std::string all;
    for (const Document& document : outcome.documents) {
      all += (all.empty() ? "" : " ") + fs::path(document.path).lexically_relative(root_).string();
    }
    return all;
  }

  fs::path root_;
};

TEST_F(Files, ComeInTheOrderGivenAndFoldersInThatOfTheirPaths) {
  const std::string last = write("z.txt", "Z");
  write("folder/b.txt", "B");
  write("folder/a.md", "A");
  write("folder/B.html", "<p>B</p>");
  write("folder/deep/c.jsonl", "{\"text\":\"C\"}");
  write("folder/.hidden.txt", "H");
  write("folder/.git/d.txt", "D");
  write("folder/picture.png", "P");
  const Outcome outcome = read_all({last, path("folder")});
  EXPECT_EQ(names(outcome), "z.txt folder/B.html folder/a.md folder/b.txt folder/deep/c.jsonl");
  EXPECT_EQ(outcome.codes(), "");
}

TEST_F(Files, MayBeNamedByAGlob) {
  write("one/a.txt", "A");
  write("two/a.txt", "A2");
  write("two/b.txt", "B");
  write("two/.c.txt", "C");
  EXPECT_EQ(names(read_all({path("*/*.txt")})), "one/a.txt two/a.txt two/b.txt");
  EXPECT_EQ(names(read_all({path("t?o/a.txt")})), "two/a.txt");
  EXPECT_EQ(read_all({path("*/*.html")}).codes(), "D110");
}

/// Its reader waited for a writer that never came, and the night with it.
TEST_F(Files, ThatAGlobMatchesAreNoPipes) {
  write("in/a.txt", "A");
  ASSERT_EQ(mkfifo(path("in/b.txt").c_str(), 0600), 0);
  EXPECT_EQ(names(read_all({path("in/*.txt")})), "in/a.txt");
}

TEST_F(Files, ThatCannotBeReadAreToldOfAndTheOthersRead) {
  const std::string good = write("good.txt", "Good");
  write("empty/readme.pdf", "x");
  Options options;
  options.largest_file = 10;
  const std::string large = write("large.txt", "More than ten bytes");
  const Outcome outcome = read_all({path("missing.txt"), path("empty"), large, good}, options);
  EXPECT_EQ(outcome.codes(), "D100 D105 D104");
  EXPECT_EQ(names(outcome), "good.txt");
  EXPECT_NE(outcome.diagnostics[0].message.find("No such file"), std::string::npos);
  EXPECT_EQ(outcome.diagnostics[0].severity, Severity::error);
}

TEST_F(Files, GivenTwiceHaveTwoIds) {
  const std::string file = write("a.txt", "A");
  const Outcome outcome = read_all({file, file});
  EXPECT_EQ(outcome.codes(), "D111");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(outcome.documents[1].id, file + "#2");
  EXPECT_EQ(outcome.documents[1].source, "a");
}

TEST(Glob, MatchesStarsAndQuestionMarks) {
  struct Row {
    const char* pattern;
    const char* name;
    bool matches;
  };
  const Row rows[] = {
      {"*.txt", "a.txt", true},
      {"*.txt", "a.txt.md", false},
      {"*", "", true},
      {"a*b*c", "axxbyyc", true},
      {"a*b*c", "axxbyy", false},
      {"?", "a", true},
      {"?", "", false},
      {"a", "a", true},
      {"", "a", false},
      {"**a**", "bab", true},
      {"*aab", "aaaab", true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(matches_glob(row.pattern, row.name), row.matches) << row.pattern << " " << row.name;
  }
  EXPECT_FALSE(matches_glob("*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
}

}  // namespace
}  // namespace concord::ingest
