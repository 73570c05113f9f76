// Each folder below cases/ is a test: `command` holds the words after `concord`, run by the
// program's own front end in the case's `documents` with the small pack of rules/, or its own
// `rules`; a case without documents runs in corpus/ with the shipped packs. What it prints is
// expected.txt, expected.json and expected.err. UPDATE_GOLDEN=1 rewrites them; the difference is
// for review.
#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "cli/cli.h"

namespace concord::golden {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A file for what a descriptor gets, gone when closed.
class Capture {
 public:
  explicit Capture(const fs::path& path)
      : path_(path),
        descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {}
  ~Capture() {
    close(descriptor_);
    fs::remove(path_);
  }
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;
  int descriptor() const { return descriptor_; }
  std::string text() const { return read_file(path_); }

 private:
  fs::path path_;
  int descriptor_;
};

struct Printed {
  std::string out;
  std::string err;
  int code;
};

struct Place {
  fs::path folder;
  fs::path rules;
};

Place place_of(const fs::path& test) {
  const fs::path source = fs::absolute(CONCORD_SOURCE_DIR);
  if (!fs::exists(test / "documents")) {
    return {source / "corpus", source / "rules"};
  }
  const bool own = fs::exists(test / "rules");
  return {test / "documents", own ? test / "rules" : source / "tests/golden/rules"};
}

Printed run(const fs::path& test, const std::vector<std::string>& words) {
  const fs::path before = fs::current_path();
  const Place place = place_of(test);
  fs::current_path(place.folder);
  const std::string here = testing::TempDir() + "concord_golden_" + std::to_string(getpid());
  const Capture out(here + ".out");
  const Capture err(here + ".err");
  cli::Machine machine;
  machine.output = out.descriptor();
  machine.errors = err.descriptor();
  machine.environment["CONCORD_RULES"] = place.rules.string();
  const int code = cli::run(words, machine);
  fs::current_path(before);
  return {out.text(), err.text(), code};
}

std::vector<std::string> words_of(const fs::path& folder) {
  std::istringstream text(read_file(folder / "command"));
  return {std::istream_iterator<std::string>(text), {}};
}

void expect_file(const fs::path& path, const std::string& text) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    if (text.empty()) {
      fs::remove(path);
    } else {
      std::ofstream(path, std::ios::binary) << text;
    }
    return;
  }
  const std::string kept = read_file(path);
  const auto differs = std::ranges::mismatch(kept, text).in1 - kept.begin();
  constexpr std::ptrdiff_t kBefore = 80;
  const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(differs - kBefore, 0));
  EXPECT_TRUE(kept == text) << path << " differs at byte " << differs << ":\n- "
                            << kept.substr(begin, 2 * kBefore) << "\n+ "
                            << text.substr(std::min(begin, text.size()), 2 * kBefore)
                            << "\nUPDATE_GOLDEN=1 rewrites it";
}

class GoldenCase : public testing::Test {
 public:
  explicit GoldenCase(fs::path folder) : folder_(std::move(folder)) {}

  void TestBody() override {
    std::vector<std::string> words = words_of(folder_);
    const Printed human = run(folder_, words);
    expect_file(folder_ / "expected.txt", human.out);
    std::string err = human.err;
    if (human.code != 0) {
      err += "exit code " + std::to_string(human.code) + "\n";
    }
    expect_file(folder_ / "expected.err", err);
    const bool machine = words.front() == "compare" || words.front() == "check";
    if (machine && fs::exists(folder_ / "documents")) {
      words.insert(words.end(), {"-f", "json"});
      expect_file(folder_ / "expected.json", run(folder_, words).out);
    }
  }

 private:
  fs::path folder_;
};

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry :
       fs::directory_iterator(fs::absolute(CONCORD_SOURCE_DIR) / "tests/golden/cases")) {
    if (fs::exists(entry.path() / "command")) {
      found.push_back(entry.path());
    }
  }
  std::ranges::sort(found);
  return found;
}

const bool kRegistered = [] {
  for (const fs::path& folder : cases()) {
    testing::RegisterTest("Golden", folder.filename().string().c_str(), nullptr, nullptr, __FILE__,
                          __LINE__,
                          [folder]() -> testing::Test* { return new GoldenCase(folder); });
  }
  return true;
}();

TEST(ReportExample, IsTheComparisonOfTheDemoCorpus) {
  const fs::path source = fs::absolute(CONCORD_SOURCE_DIR);
  std::vector<std::string> words = words_of(source / "reports/example");
  words.insert(words.end(), {"--templates", (source / "reports/templates").string()});
  const Printed printed = run(source / "reports/example", words);
  EXPECT_EQ(printed.err, "");
  expect_file(source / "reports/example/report.html", printed.out);
}

TEST(GoldenCases, AreFound) {
  EXPECT_TRUE(kRegistered);
  EXPECT_GE(cases().size(), 5U);
}

}  // namespace
}  // namespace concord::golden
