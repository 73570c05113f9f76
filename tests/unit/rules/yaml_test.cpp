#include <string>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "rules/yaml_tree.h"
#include "said.h"

namespace concord::rules {
namespace {

/// A tree as one line: scalars as text@line:column, block contents with the place of their first
/// line.
std::string drawn(const YamlNode& node) {
  if (node.kind == YamlKind::scalar) {
    std::string text = node.text;
    for (char& c : text) {
      c = c == '\n' ? '/' : c;
    }
    text += "@" + std::to_string(node.line) + ":" + std::to_string(node.column);
    if (node.content_line != node.line || node.content_column != node.column) {
      text += "+" + std::to_string(node.content_line) + ":" + std::to_string(node.content_column);
    }
    return text;
  }
  std::string all;
  for (const YamlNode& child : node.children) {
    all += (all.empty() ? "" : " ") + drawn(child);
  }
  return node.kind == YamlKind::sequence ? "[" + all + "]" : "{" + all + "}";
}

struct Row {
  std::string_view yaml;
  std::string_view expected;
};

constexpr Row kGood[] = {
    {"a: b", "{a@1:1 b@1:4}"},
    {"a: 'x y'\nb: \"z\"", "{a@1:1 x y@1:4+1:5 b@2:1 z@2:4+2:5}"},
    {"a: |\n  one\n   two\nb: 1", "{a@1:1 one/ two/@1:4+2:3 b@4:1 1@4:4}"},
    {"a:\n  - b: |\n\n      x\n", "{a@1:1 [{b@2:5 /x/@2:8+3:7}]}"},
    {"a: [x, 'y']", "{a@1:1 [x@1:5 y@1:8+1:9]}"},
    {"é: ü", "{é@1:1 ü@1:4}"},
    {"---\n", "@2:1"},
    {"a:\n\nb: 1", "{a@1:1 @1:1 b@3:1 1@3:4}"},
    {"a: no\nb: null\nc: ~\nd:", "{a@1:1 no@1:4 b@2:1 null@2:4 c@3:1 ~@3:4 d@4:1 @4:3}"},
    {"'yes': 1_000", "{yes@1:1+1:2 1_000@1:8}"},
    {"a: x # comment", "{a@1:1 x@1:4}"},
};

TEST(ParseYaml, KeepsPlaces) {
  for (const Row& row : kGood) {
    Diagnostics diagnostics;
    Complaints complaints(diagnostics);
    const std::uint32_t file = complaints.add_file("t.yaml", std::string(row.yaml));
    const std::optional<YamlNode> tree = parse_yaml(file, row.yaml, complaints);
    ASSERT_TRUE(tree) << row.yaml << said(diagnostics);
    EXPECT_EQ(drawn(*tree), row.expected) << row.yaml;
  }
}

constexpr Row kBad[] = {
    {"a: &x b", "1:4 E107 `&`\n"},
    {"a: *x", "1:4 E107 `*`\n"},
    {"a: !!str b", "1:4 E108 `!`\n"},
    {"a: 1\n<<: 2", "2:1 E109 `<<`\n"},
    {"a: 1\nb: 2\na: 3", "3:1 E106 `a`\n  note 1:1\n"},
    {"a: {b: 1, b: 2}", "1:11 E106 `b`\n  note 1:5\n"},
    {"[a]: 1", "1:1 E113 `[`\n"},
    {"a: 1\n---\nb: 2", "2:1 E111 `-`\n"},
    {"a: b: c", "1:5 E104 `:`\n"},
    {"a: \"b", "1:6 E104 ``\n"},
    {"a: [b", "1:4 E104 `[`\n"},
    {"a:\n  say: \"{b} has {n}\n  examples:\n    - c\n", "2:8 E104 `\"`\n"},
    {"a:\n  b: { c: 1\n  d: 1\n", "2:6 E104 `{`\n"},
    {"a: \"b\\}\"", "1:8 E104 `\"`\n"},
    {"a:\n\u00a0\u00a0b: 1", "2:1 E103 `\u00a0`\n"},
    {"a:\n  - \u200bb: 1", "2:5 E103 `\u200b`\n"},
    {"a:\n\tb: 1", "2:1 E105 `\t`\n"},
    {"a: x\x01", "1:5 E103 `\x01`\n"},
    {"a: é\xff", "1:5 E101 ``\n"},
};

TEST(ParseYaml, RefusesWhatIsNotInTheSubset) {
  for (const Row& row : kBad) {
    Diagnostics diagnostics;
    Complaints complaints(diagnostics);
    const std::uint32_t file = complaints.add_file("t.yaml", std::string(row.yaml));
    EXPECT_FALSE(parse_yaml(file, row.yaml, complaints)) << row.yaml;
    EXPECT_EQ(said(diagnostics), row.expected) << row.yaml;
  }
}

struct SlipRow {
  std::string_view yaml;
  std::string_view expected;
  std::string_view help;  // a part of it
};

/// Marked where the writer went astray, not where a YAML reader gives up.
constexpr SlipRow kSlips[] = {
    {"a:\n  find: |\n  {n} killed\n  examples:\n    - b: c\n", "3:3 E104 `{n} killed`\n",
     "stand further in than `find`"},
    {"a:\n  find: |\n  killed {n}\n  lost {n}\n  examples:\n    - b: c\n",
     "3:3 E104 `killed {n}`\n", "stand further in than `find`"},
    {"a:\n  value: count\n  describe held\n  find: |\n    killed {n}\n", "3:3 E104 `describe`\n",
     "write `describe:`"},
    {"a:\n  value: count\n  describe:held\n  find: |\n    killed {n}\n", "3:3 E104 `describe:`\n",
     "with a blank"},
    {"a:\n  find: |\n    killed {n}\n  unless |\n    hurt {n}\n  examples:\n    - b: c\n",
     "4:3 E104 `unless`\n", "write `unless:`"},
    {"a:\n  describe held\n  value: count\n", "2:3 E104 `describe`\n", "write `describe:`"},
    {"a:\n  find: | {n} women\n  say: x\n", "2:11 E104 `{n} women`\n", "on the lines below"},
    {"a:\n  - text: \"Terrible,\" he said.\n    get: nothing\n", "2:11 E104 `\"Terrible,\"`\n",
     "the whole text into single ones"},
    {"a:\n  find:\n    {n} women\n  say: x\n", "3:5 E104 `{n} women`\n", "write `find: |`"},
    {"a:\n  value： count\n  find: |\n    killed {n}\n", "2:3 E104 `value：`\n", "ordinary"},
    {"a:\n  examples:\n    -text: x\n      get: 1\n", "3:5 E104 `-text:`\n", "`- text: ...`"},
    {"a:\n  examples:\n    – text: x\n      get: 1\n", "3:5 E104 `– text:`\n", "`- text: ...`"},
    {"a:\n  say: \"{n} dead\n  find: \"{n} killed\"\n  unless: x\n", "2:8 E104 `\"{n} dead`\n",
     "at the end of the text"},
    {"a:\n  say: {n} dead\n  text: x\n", "2:8 E104 `{n}`\n", "into quotation marks"},
    {"a:\n  - text: [Photo] Five died.\n    get: 5\n", "2:11 E104 `[Photo]`\n",
     "into quotation marks"},
    {"a:\n  schools\n    describe: x\n    value: y\n", "2:3 E104 `schools`\n", "ends in a colon"},
};

TEST(ParseYaml, MarksWhereTheSlipIs) {
  for (const SlipRow& row : kSlips) {
    Diagnostics diagnostics;
    Complaints complaints(diagnostics);
    const std::uint32_t file = complaints.add_file("t.yaml", std::string(row.yaml));
    EXPECT_FALSE(parse_yaml(file, row.yaml, complaints)) << row.yaml;
    EXPECT_EQ(said(diagnostics), row.expected) << row.yaml;
    ASSERT_FALSE(diagnostics.empty());
    EXPECT_NE(diagnostics[0].help.find(row.help), std::string::npos)
        << row.yaml << diagnostics[0].message << "\n"
        << diagnostics[0].help;
  }
}

TEST(ParseYaml, ReadsOnBehindATabInsideALine) {
  Diagnostics diagnostics;
  Complaints complaints(diagnostics);
  const std::string yaml = "a: x\ty";
  const std::uint32_t file = complaints.add_file("t.yaml", yaml);
  const std::optional<YamlNode> tree = parse_yaml(file, yaml, complaints);
  ASSERT_TRUE(tree);
  EXPECT_EQ(drawn(*tree), "{a@1:1 x y@1:4}");
  ASSERT_EQ(said(diagnostics), "1:5 E105 `\t`\n");
  ASSERT_TRUE(diagnostics[0].fix);
  EXPECT_EQ(diagnostics[0].fix->span, (Span{4, 5}));
}

TEST(ParseYaml, BoundsDepthAndLines) {
  std::string deep = "a: 1";
  for (int i = 0; i < 100; ++i) {
    deep = "- " + deep;
  }
  const std::string flow = "a: " + std::string(100, '[') + std::string(100, ']');
  const std::string line = "a: " + std::string(70000, 'x');
  for (const std::string& yaml : {deep, flow, line}) {
    Diagnostics diagnostics;
    Complaints complaints(diagnostics);
    const std::uint32_t file = complaints.add_file("t.yaml", yaml);
    EXPECT_FALSE(parse_yaml(file, yaml, complaints));
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics[0].code, yaml == line ? "E102" : "E110");
  }
}

constexpr Row kCut[] = {
    {"a: 1\nexamples:\n  - x\nb: 2\n", "a: 1\n\n\nb: 2\n"},
    {"f:\n  examples:\n  - x\n  - y\n\n  b: 2", "f:\n\n\n\n\n  b: 2"},
    {"f:\n  examples: # some\n    - x\ng: 1", "f:\n\n\ng: 1"},
    {"f:\n  find: |\n    examples:\n      here\n  examples:\n    - x",
     "f:\n  find: |\n    examples:\n      here\n\n"},
    {"f:\n  - say: |\n      examples:\n    examples:\n      - x\n",
     "f:\n  - say: |\n      examples:\n\n\n"},
    {"examples: [a]\nb: 1", "examples: [a]\nb: 1"},
};

TEST(WithoutExamples, KeepsEveryOtherLineInPlace) {
  for (const Row& row : kCut) {
    EXPECT_EQ(without_examples(row.yaml), row.expected) << row.yaml;
  }
}

TEST(NormalizedLines, EndsLinesInLineFeeds) {
  EXPECT_EQ(normalized_lines("a\r\nb\rc\n"), "a\nb\nc\n");
  EXPECT_EQ(normalized_lines("\xEF\xBB\xBF"
                             "a"),
            "a");
}

}  // namespace
}  // namespace concord::rules
