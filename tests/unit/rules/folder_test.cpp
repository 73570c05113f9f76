#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "base/nearest.h"
#include "rules/codes.h"
#include "rules/rule_bytes.h"
#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

/// A folder of its own for each test, gone afterwards.
class Folder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ =
        std::filesystem::path(testing::TempDir()) / (std::string("concord-rules-") + info->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = root_ / "rules" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  RuleSet load_rules(Diagnostics& diagnostics, const LoadOptions& options = {}) const {
    return load((root_ / "rules").string(), options, diagnostics);
  }
  LoadOptions cached() const {
    LoadOptions options;
    options.cache_directory = (root_ / "cache").string();
    return options;
  }
  std::filesystem::path cache_file() const {
    for (const auto& entry : std::filesystem::directory_iterator(root_ / "cache")) {
      return entry.path();
    }
    return {};
  }

  std::filesystem::path root_;
};

std::string fact(const std::string& pack, const std::string& name, const std::string& phrase) {
  return "factrules: 1\npack: " + pack + "\nfacts:\n  " + name +
         ":\n    describe: x\n    value: count\n    find: |\n      " + phrase +
         "\n    examples:\n      - { text: one dead, get: 1 }\n";
}

TEST_F(Folder, ReadsFilesInByteOrderOfPath) {
  write("b/two.yaml", fact("b", "two", "{n} <people> dead"));
  write("a/z/one.yaml", fact("a/z", "one", "{n} hurt"));
  write("a/words.yaml", "factrules: 1\npack: a\nphrases:\n  people: (people|men)\n");
  write("a/notes.txt", "not a rule");
  write(".git/x.yaml", "not a rule");
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(diagnostics);
  EXPECT_EQ(said(diagnostics), "");
  EXPECT_EQ(rules.files, (std::vector<std::string>{"a/words.yaml", "a/z/one.yaml", "b/two.yaml"}));
  ASSERT_EQ(rules.facts.size(), 2U);
  EXPECT_EQ(rules.facts[0].pack, "a");
  EXPECT_EQ(drawn(rules.facts[1].find[0].phrases[0].root), "{$n /people men/ dead}");
  EXPECT_EQ(rules.facts[1].where, (RulePosition{2, 4, 3}));
  EXPECT_TRUE(rules.facts[1].examples.empty());
  EXPECT_TRUE(rules.texts.empty());
}

TEST_F(Folder, ReadsExamplesWhenAsked) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  Diagnostics diagnostics;
  LoadOptions options = cached();
  options.with_examples = true;
  const RuleSet rules = load_rules(diagnostics, options);
  ASSERT_EQ(rules.facts.size(), 1U);
  EXPECT_EQ(rules.facts[0].examples.size(), 1U);
  EXPECT_EQ(rules.texts.size(), 1U);
}

TEST_F(Folder, TellsOfSecondDefinitionsInOtherFiles) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  write("b/one.yaml", fact("b", "one", "{n} dead") + "phrases:\n  x: y\n");
  write("b/two.yaml", "factrules: 1\npack: b\nuse: [c@1]\nphrases:\n  x: z\n");
  write("b/wrong.yaml", "factrules: 1\npack: a\n");
  Diagnostics diagnostics;
  load_rules(diagnostics);
  EXPECT_EQ(
      said(diagnostics),
      "2:7 E116 `a`\n3:7 E211 `c@1`\n5:3 E206 `x`\n  note 12:3\n4:3 E206 `one`\n  note 4:3\n");
  ASSERT_EQ(diagnostics.size(), 4U);
  EXPECT_EQ(diagnostics[3].where.file, "b/one.yaml");
  EXPECT_EQ(diagnostics[3].notes[0].where.file, "a/one.yaml");
}

TEST_F(Folder, AVersionThatIsUsedMustBeThere) {
  write("core/words.yaml", "factrules: 1\npack: core\nversion: 1.2.0\n");
  write("old/words.yaml", "factrules: 1\npack: old\n");
  const std::pair<std::string, std::string> rows[] = {
      {"core", ""},
      {"core@1", ""},
      {"core@1.2", ""},
      {"core/words@1.2.0", ""},
      {"old@7", ""},
      {"core@99", "core is 1.2.0"},
      {"core@1.20", "core is 1.2.0"},
  };
  for (const auto& [use, help] : rows) {
    write("desk/a.yaml", "factrules: 1\npack: desk\nuse: [" + use + "]\n");
    Diagnostics diagnostics;
    load_rules(diagnostics);
    ASSERT_EQ(diagnostics.size(), help.empty() ? 0U : 1U) << use;
    if (!help.empty()) {
      EXPECT_EQ(diagnostics[0].code, "E211");
      EXPECT_EQ(diagnostics[0].help, help);
    }
  }
}

/// One slip is told once, and not again wherever a name of its file is used.
TEST_F(Folder, AFileThatCannotBeReadIsOneError) {
  write("a/words.yaml", "factrules: 1\npack: a\nphrases:\n  folk: people: all\nfacts:\n  b: {}\n");
  write("a/dead.yaml", fact("a", "dead", "{n} <folk> dead") + "    exclusive with: [b]\n");
  write("a/hurt.yaml", fact("a", "hurt", "{n} hurt") +
                           "      - { text: x, get: nothing }\n    exclusive with: [b]\n" +
                           "lists: { place: { Ely: [Ely] } }\n");
  Diagnostics diagnostics;
  LoadOptions options;
  options.with_examples = true;
  const RuleSet rules = load_rules(diagnostics, options);
  lint(rules, std::nullopt, diagnostics);
  EXPECT_EQ(said(diagnostics), "4:15 E104 `:`\n");
  EXPECT_EQ(rules.facts.size(), 1U);
}

TEST_F(Folder, MissingIsOneError) {
  Diagnostics diagnostics;
  EXPECT_TRUE(load((root_ / "none").string(), {}, diagnostics).facts.empty());
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "E100");
}

TEST_F(Folder, HashFollowsContentAndNames) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  Diagnostics diagnostics;
  const std::string first = load_rules(diagnostics).hash;
  EXPECT_EQ(load_rules(diagnostics).hash, first);
  write("a/one.yaml", fact("a", "one", "{n} hurt"));
  EXPECT_NE(load_rules(diagnostics).hash, first);
}

TEST_F(Folder, CacheGivesTheSameRules) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  Diagnostics diagnostics;
  const RuleSet cold = load_rules(diagnostics, cached());
  ASSERT_FALSE(cache_file().empty());
  const auto written = std::filesystem::last_write_time(cache_file());
  const RuleSet warm = load_rules(diagnostics, cached());
  EXPECT_TRUE(encode(warm) == encode(cold));
  EXPECT_EQ(warm.facts.size(), 1U);
  EXPECT_EQ(std::filesystem::last_write_time(cache_file()), written);
  EXPECT_EQ(said(diagnostics), "");
}

TEST_F(Folder, RulesWithErrorsAreNotCached) {
  write("a/bad.yaml", fact("a", "bad", "{n} (dead"));
  for (int run = 0; run < 2; ++run) {
    Diagnostics diagnostics;
    load_rules(diagnostics, cached());
    EXPECT_EQ(said(diagnostics), "8:11 E301 `(dead`\n");
  }
}

TEST_F(Folder, CacheFollowsChangedFiles) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  Diagnostics diagnostics;
  load_rules(diagnostics, cached());
  write("a/one.yaml", fact("a", "one", "{n} hurt"));
  const RuleSet rules = load_rules(diagnostics, cached());
  ASSERT_EQ(rules.facts.size(), 1U);
  EXPECT_EQ(drawn(rules.facts[0].find[0].phrases[0].root), "{$n hurt}");
}

TEST_F(Folder, DamagedCachesAreIgnored) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  Diagnostics diagnostics;
  const RuleBytes expected = encode(load_rules(diagnostics, cached()));
  const std::filesystem::path path = cache_file();
  std::ifstream file(path, std::ios::binary);
  const std::string sound{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t cut = 0; cut < sound.size(); cut += 7) {
    for (const bool flip : {false, true}) {
      std::string damaged = sound.substr(0, flip ? sound.size() : cut);
      if (flip) {
        damaged[cut] = static_cast<char>(damaged[cut] ^ 0x55);
      }
      std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
      EXPECT_TRUE(encode(load_rules(diagnostics, cached())) == expected) << cut;
    }
  }
  EXPECT_EQ(said(diagnostics), "");
}

TEST_F(Folder, UnwritableCacheIsNoError) {
  write("a/one.yaml", fact("a", "one", "{n} dead"));
  LoadOptions options;
  options.cache_directory = (root_ / "rules" / "a" / "one.yaml").string();
  Diagnostics diagnostics;
  EXPECT_EQ(load_rules(diagnostics, options).facts.size(), 1U);
  EXPECT_EQ(said(diagnostics), "");
}

TEST(Nearest, CountsEdits) {
  EXPECT_EQ(edit_distance("deaths", "daeths", 3), 1U);
  EXPECT_EQ(edit_distance("stale_after", "stale after", 3), 0U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3U);
  EXPECT_EQ(edit_distance("abc", "xyz", 1), 2U);
  const std::string_view names[] = {"trend", "agree", "severity", "tolerance"};
  EXPECT_EQ(nearest("tred", names), "trend");
  EXPECT_EQ(nearest("toler", names), "tolerance") << "a name that is only begun";
  EXPECT_EQ(nearest("zzz", names), "");
}

TEST(Codes, AreWrittenOnceEach) {
  for (int i = 0; i <= static_cast<int>(Code::wrong_quiet); ++i) {
    const CodeText& text = text_of(static_cast<Code>(i));
    EXPECT_EQ(code_named(text.letters), &text) << text.letters;
    EXPECT_EQ(text.letters.front() == 'W', text.severity == Severity::warning) << text.letters;
  }
}

constexpr const char* kAttackRules =
    "factrules: 1\npack: a\nversion: 1.4.0\nevents:\n  attack: { nouns: (attack|siege) }\n"
    "facts:\n  deaths:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n";

TEST_F(Folder, AStoryIsPinnedByAShortFileOfItsOwn) {
  write("a/attacks.yaml", kAttackRules);
  write("stories/kelby.yaml",
        "story: kelby-2025\n"
        "event: { kind: attack, place: [Kelby, Port Street], date: 2025-03-22, also called: [Kelby "
        "siege] }\n"
        "rules: [world/a@1.4]\n"
        "quiet: { fact: deaths, for: coast, because: counts others, until: 2025-04-01 }\n");
  for (const char* run : {"read", "kept"}) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(diagnostics, cached());
    ASSERT_EQ(said(diagnostics), "") << run;
    ASSERT_EQ(rules.pins.size(), 1U) << run;
    const StoryPin& pin = rules.pins.front();
    EXPECT_EQ(pin.story, "kelby-2025");
    EXPECT_EQ(pin.places, (std::vector<std::string>{"Kelby", "Port Street"}));
    EXPECT_EQ(pin.names, std::vector<std::string>{"Kelby siege"});
    ASSERT_EQ(pin.quiet.size(), 1U);
    EXPECT_EQ(pin.quiet[0].because, "counts others");
    ASSERT_EQ(rules.events[0].known.size(), 1U) << "other stories know it by its names";
    EXPECT_EQ(rules.events[0].known[0].date, "2025-03-22");
  }
}

TEST_F(Folder, TellsWhatIsWrongWithAPin) {
  struct Row {
    const char* pin;
    const char* expected;
  };
  constexpr Row kRows[] = {
      {"story: k\n", "1:1 E203 `story`\n"},
      {"story: k\nevnt: { kind: attack }\n", "1:1 E203 `story`\n2:1 E201 `evnt`\n"},
      {"story: k\nevent: { kind: atack }\n", "2:16 E441 `atack`\n"},
      {"story: k\nevent: { kind: attack, date: last week }\n", "2:30 E205 `last week`\n"},
      {"story: k\nevent: { kind: attack }\nrules: [b]\n", "3:9 E211 `b`\n"},
      {"story: k\nevent: { kind: attack }\nrules: [a@2]\n", "3:9 E211 `a@2`\n"},
      {"story: k\nevent: { kind: attack }\nquiet: { fact: daeths, because: x }\n",
       "3:16 E209 `daeths`\n"},
      {"story: k\nevent: { kind: attack }\nquiet: { because: x }\n", "3:8 E203 `{`\n"},
      {"story: k\nevent: { kind: attack }\nquiet: { fact: deaths }\n", "3:8 E203 `{`\n"},
  };
  write("a/attacks.yaml", kAttackRules);
  for (const Row& row : kRows) {
    write("stories/k.yaml", row.pin);
    Diagnostics diagnostics;
    const bool kept = !load_rules(diagnostics).pins.empty();
    EXPECT_EQ(said(diagnostics), row.expected) << row.pin;
    EXPECT_EQ(kept, std::string_view(row.pin).find("rules:") != std::string_view::npos)
        << "a pin that is whole stands, whatever packs it asks for: " << row.pin;
  }
}

}  // namespace
}  // namespace concord::rules
