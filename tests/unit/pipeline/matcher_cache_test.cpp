// A matcher made from the cache reads as the one that was compiled.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"
#include "press_rules.h"

namespace concord::pipeline {
namespace {

class MatcherCacheTest : public testing::Test {
 protected:
  MatcherCacheTest()
      : folder_(std::filesystem::temp_directory_path() / ("matcher" + std::to_string(getpid()))) {
    write(kTwoExamples);
    options_.rules_folder = (folder_ / "rules").string();
    options_.cache_directory = (folder_ / "cache").string();
  }
  ~MatcherCacheTest() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& examples) const {
    std::filesystem::create_directories(folder_ / "rules/press");
    std::ofstream(folder_ / "rules/press/deaths.yaml")
        << std::string(kHead) + std::string(kDeaths) + examples;
  }

  std::filesystem::path kept() const {
    for (const auto& entry : std::filesystem::directory_iterator(options_.cache_directory)) {
      if (entry.path().filename().string().starts_with("matcher-")) {
        return entry.path();
      }
    }
    return {};
  }

  std::string read() const {
    Diagnostics diagnostics;
    const Engine engine(options_, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    Document document;
    document.text =
        "The attack killed 12 people in Tern, according to Ana Ruiz. She denied that 14 people "
        "died. A film showed a fire that killed 3 people in a film.";
    std::string facts;
    for (const Fact& fact : facts_of(engine, {document}, 1)) {
      facts += std::to_string(fact.extent.begin) + " " + (fact.by ? fact.by->name : "") + " " +
               std::to_string(static_cast<int>(fact.mode)) + " " +
               std::to_string(fact.phrase.line) + "\n";
    }
    return facts;
  }

  std::filesystem::path folder_;
  Options options_;
};

TEST_F(MatcherCacheTest, ReadsTheSameFacts) {
  const std::string compiled = read();
  EXPECT_EQ(std::ranges::count(compiled, '\n'), 2);
  ASSERT_FALSE(kept().empty());
  const auto written = std::filesystem::last_write_time(kept());
  EXPECT_EQ(read(), compiled);
  EXPECT_EQ(std::filesystem::last_write_time(kept()), written);
}

TEST_F(MatcherCacheTest, CompilesAgainWhatIsDamaged) {
  const std::string compiled = read();
  std::filesystem::resize_file(kept(), std::filesystem::file_size(kept()) / 2);
  EXPECT_EQ(read(), compiled);
  std::ofstream(kept()) << "something else";
  EXPECT_EQ(read(), compiled);
}

TEST_F(MatcherCacheTest, CompilesAgainWhatHasChanged) {
  read();
  const auto before = rules::read_file(kept().string());
  write(std::string(kTwoExamples) + "# a comment\n");
  read();
  EXPECT_NE(rules::read_file(kept().string()), before);
}

}  // namespace
}  // namespace concord::pipeline
