// A rule file gone wrong is told of and never brings anything down: every shipped file, damaged at
// random.
#include "rules/rules.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace concord {
namespace {

using rules::RuleText;

const std::vector<RuleText>& shipped() {
  static const std::vector<RuleText> kFiles = [] {
    std::vector<RuleText> read;
    const std::string folder = std::string(CONCORD_SOURCE_DIR) + "/rules";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".yaml" && entry.path().parent_path().filename() != "tests") {
        std::ifstream file(entry.path(), std::ios::binary);
        read.push_back({entry.path().lexically_relative(folder).generic_string(),
                        {std::istreambuf_iterator<char>(file), {}}});
      }
    }
    std::ranges::sort(read, {}, &RuleText::name);
    return read;
  }();
  return kFiles;
}

class Damage {
 public:
  explicit Damage(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % std::max<std::size_t>(limit, 1); }

  void line(std::string& text) {
    const std::size_t begin = text.rfind('\n', below(text.size())) + 1;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string copy = text.substr(begin, end - begin) + "\n";
    below(2) == 0 ? text.erase(begin, end - begin) : text.insert(begin, copy);
  }

  void once(std::string& text) {
    constexpr std::string_view kBytes = "{}[]()<>|:!~&*#'\"\t -.,\n0aZ\x80\xff";
    const std::size_t at = below(text.size());
    switch (below(4)) {
      case 0:
        text.erase(at, 1 + below(3));
        break;
      case 1:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      case 2:
        text[at] = kBytes[below(kBytes.size())];
        break;
      default:
        line(text);
    }
  }

 private:
  std::mt19937 random_;
};

std::size_t rule_count(const RuleSet& rules) {
  return rules.facts.size() + rules.checks.size() + rules.contexts.size() + rules.events.size() +
         rules.lists.size();
}

TEST(Rules, DamagedFilesAreToldOfAndNeverCrash) {
  Diagnostics sound;
  const std::size_t whole = rule_count(rules::load_texts(shipped(), true, sound));
  ASSERT_TRUE(sound.empty());
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    Damage damage(seed);
    std::vector<RuleText> files = shipped();
    RuleText& file = files[damage.below(files.size())];
    for (std::size_t i = 0; i <= damage.below(4); ++i) {
      damage.once(file.text);
    }
    Diagnostics diagnostics;
    const RuleSet rules = rules::load_texts(files, true, diagnostics);
    const bool told = !diagnostics.empty();
    rules::lint(rules, std::nullopt, diagnostics);
    rules::add_fixes(rules::texts_of(rules), diagnostics);
    EXPECT_TRUE(told || rule_count(rules) >= whole) << file.name << ", seed " << seed;
    for (const Diagnostic& one : diagnostics) {
      EXPECT_FALSE(one.code.empty());
      EXPECT_FALSE(one.message.empty());
    }
    const pipeline::Engine engine(rules, diagnostics);
    EXPECT_LE(engine.rules().facts.size(), rules.facts.size());
  }
}

TEST(Rules, FormattingIsIdempotentOnDamagedFiles) {
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    Damage damage(seed);
    std::string text = shipped()[damage.below(shipped().size())].text;
    for (std::size_t i = 0; i <= damage.below(6); ++i) {
      damage.once(text);
    }
    const std::string once = rules::formatted(text);
    EXPECT_EQ(rules::formatted(once), once) << "seed " << seed;
  }
}

}  // namespace
}  // namespace concord
