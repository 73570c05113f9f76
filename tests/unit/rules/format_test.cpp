#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules.h"

namespace concord::rules {
namespace {

struct Row {
  std::string from;
  std::string to;
};

TEST(Format, OneForm) {
  const Row rows[] = {
      {"factrules: 1\r\npack: p\r\n", "factrules: 1\npack: p\n"},
      {"factrules: 1\npack: p   \n\n\n\nfacts:\n", "factrules: 1\npack: p\n\nfacts:\n"},
      {"factrules: 1\nfacts:\n    a:\n        compare:\n            stale_after: 6 hours\n",
       "factrules: 1\n\nfacts:\n  a:\n    compare:\n      stale after: 6 hours\n"},
      {"factrules: 1\nfacts:\n  a:\n    find: |\n        {n}   ( dead | lost )\n        # or\n"
       "        dead: { n }  |  {n} dead\n",
       "factrules: 1\n\nfacts:\n  a:\n    find: |\n      {n} (dead|lost)\n      # or\n"
       "      dead: {n} | {n} dead\n"},
      {"factrules: 1\nfacts:\n  a:\n    examples:\n    - text: x\n      get: 1\n    -   text: y\n"
       "        get: 2\n    say: z\n",
       "factrules: 1\n\nfacts:\n  a:\n    examples:\n      - text: x\n        get: 1\n"
       "      - text: y\n        get: 2\n    say: z\n"},
      {"factrules: 1\n# why\nfacts:\n# of it\n  a:\n    describe: x  # here\n",
       "factrules: 1\n# why\nfacts:\n  # of it\n  a:\n    describe: x  # here\n"},
      {"factrules: 1\nfacts:\n  a:\n    compare: { agree: exact, stale_after: 6 hours, "
       "floor-within: 5% }\n"
       "    key_for: [b]\n",
       "factrules: 1\n\nfacts:\n  a:\n    compare: { agree: exact, stale after: 6 hours, floor "
       "within: 5% }\n"
       "    key for: [b]\n"},
      {"factrules: 1\n\nchange:\n  - { in: core, set_severity: note }\n",
       "factrules: 1\n\nchange:\n  - { in: core, set severity: note }\n"},
      {"factrules: 1\n\nchecks:\n  a:\n    examples:\n      - given: { at_most: 3 }\n",
       "factrules: 1\n\nchecks:\n  a:\n    examples:\n      - given: { at_most: 3 }\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(formatted(row.from), row.to);
    EXPECT_EQ(formatted(row.to), row.to) << "idempotent";
  }
}

TEST(Format, ALineThatBeginsWithAClosingBracketIsKept) {
  const std::string text = "factrules: 1\n\nfacts:\n  a:\n    find: |\n      ) dead\n";
  EXPECT_EQ(formatted(text), text);
}

TEST(Format, WhatCannotBeReadStaysAsItIs) {
  for (const std::string text : {"factrules: 1\nfacts: [\n", "a:\n\tb: 1\n", "a: 1\na: 2\n", ""}) {
    EXPECT_EQ(formatted(text), text);
  }
}

TEST(Format, ShippedRulesAreInTheirForm) {
  const std::string folder = std::string(CONCORD_SOURCE_DIR) + "/rules";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      EXPECT_EQ(formatted(text), text) << entry.path() << ": run concord rules fmt";
    }
  }
}

TEST(Skeleton, WorksAtOnce) {
  Diagnostics diagnostics;
  const std::string text = skeleton("sports", "goals_scored", 1);
  const RuleSet rules = load_text("sports/goals_scored.yaml", text, diagnostics);
  lint(rules, std::nullopt, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(rules.facts.size(), 1U);
  EXPECT_TRUE(rules.facts[0].draft);
  EXPECT_EQ(formatted(text), text);
}

/// A file after lint, fixes and the fixes of what then comes up.
std::string mended_text(std::string text) {
  for (int pass = 0; pass < 10; ++pass) {
    Diagnostics diagnostics;
    const RuleSet rules = load_text("p/a.yaml", text, diagnostics);
    lint(rules, std::nullopt, diagnostics);
    const std::vector<RuleText> files = texts_of(rules);
    add_fixes(files, diagnostics);
    const auto next = mended(files.at(0), diagnostics);
    if (!next) {
      break;
    }
    text = *next;
  }
  return text;
}

TEST(Fixes, MendWhatIsSafe) {
  const std::string head =
      "factrules: 1\npack: p\nfacts:\n  a:\n    describe: x\n    value: count\n";
  const Row rows[] = {
      {head + "    find: {n} people died\n", head + "    find: |\n      {n} people died\n"},
      {head + "    find: [some] people {n}\n", head + "    find: |\n      [some] people {n}\n"},
      {head + "    find: \"US\" lost {n}\n", head + "    find: |\n      \"US\" lost {n}\n"},
      {head + "    find:\n      - phrases: {n} people died\n",
       head + "    find:\n      - phrases: |\n          {n} people died\n"},
      {head + "\tfind: x {n}\n", head + "    find: x {n}\n"},
      {"factrules: 1\npack: p\nfacts:\n\ta:\n\t\tdescribe: x\n\t\tvalue: count\n\t\tfind: "
       "|\n\t\t\tx {n}\n",
       "factrules: 1\npack: p\nfacts:\n  a:\n    describe: x\n    value: count\n    find: |\n      "
       "x {n}\n"},
      {head + "    find: died {n}\n    examples:\n\t  - text: 3 died.\n\t    get: 3\n",
       head + "    find: died {n}\n    examples:\n      - text: 3 died.\n        get: 3\n"},
      {head + "    find: |\n      {n} died  # quiet: W421 because it is rare\n",
       head + "    find: |\n      {n} died\n"},
      {head + "    # quiet: W421 because it is rare\n    find: |\n      {n} died\n",
       head + "    find: |\n      {n} died\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(mended_text(row.from), row.to);
  }
}

}  // namespace
}  // namespace concord::rules
