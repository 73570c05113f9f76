// The schema for editors says of rule files what the readers say.
#include "../../schema/schema.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/complaints.h"
#include "rules/rules.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

using schema::Json;

const std::string kFolder = std::string(CONCORD_SOURCE_DIR) + "/rules";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A rule file as an editor's YAML reader sees it: 12 is a number, true a truth.
Json as_json(const YamlNode& node) {
  if (node.kind == YamlKind::sequence) {
    Json list = Json::array();
    for (const YamlNode& child : node.children) {
      list.push_back(as_json(child));
    }
    return list;
  }
  if (node.kind == YamlKind::mapping) {
    Json map = Json::object();
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
      map[node.children[i].text] = as_json(node.children[i + 1]);
    }
    return map;
  }
  int number = 0;
  const char* end = node.text.data() + node.text.size();
  if (node.style == ScalarStyle::plain && !node.text.empty() &&
      std::from_chars(node.text.data(), end, number).ptr == end) {
    return number;
  }
  if (node.style == ScalarStyle::plain && (node.text == "true" || node.text == "false")) {
    return node.text == "true";
  }
  return node.text;
}

Json as_json(const std::string& text) {
  Diagnostics diagnostics;
  Complaints complaints(diagnostics);
  const auto tree = parse_yaml(complaints.add_file("t.yaml", text), text, complaints);
  return tree ? as_json(*tree) : Json();
}

schema::Violations violations(const std::string& text) {
  return schema::Schemas("").check_against(Json::parse(schema()), as_json(text));
}

TEST(Schema, IsTheOneThatIsShipped) {
  EXPECT_EQ(read(kFolder + "/rules.schema.json"), schema())
      << "run concord rules schema -o rules/rules.schema.json";
}

TEST(Schema, AllowsEveryShippedRuleFileAndStory) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") {
      EXPECT_THAT(violations(read(entry.path())), testing::IsEmpty()) << entry.path();
    }
  }
}

TEST(Schema, EveryShippedRuleFileNamesIt) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() != ".yaml" || entry.path().parent_path().filename() == "tests") {
      continue;
    }
    const std::string text = read(entry.path());
    const std::string line = text.substr(0, text.find('\n'));
    const std::string mark = "# yaml-language-server: $schema=";
    ASSERT_TRUE(line.starts_with(mark)) << entry.path();
    EXPECT_TRUE(std::filesystem::exists(entry.path().parent_path() / line.substr(mark.size())))
        << entry.path();
  }
}

TEST(Schema, FindsWhatTheReadersFind) {
  constexpr const char* kWrong[] = {
      "factrules: 2\npack: p\n",
      "factrules: 1\n",
      "factrules: 1\npack: p\nfact: {}\n",
      "factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, finde: y }\n",
      "factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, find: y, compare: { trend: "
      "up } }\n",
      "factrules: 1\npack: p\nchecks:\n  a: { must: x = y, examples: [{ given: { x: 1 }, verdict: "
      "ok }] }\n",
      "factrules: 1\npack: p\nchange:\n  - { in: q, fact: a, set severity: bad, because: x }\n",
      "pack: p\nfacts: {}\n",
      "factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, find: y, compare: { stale "
      "after: 6 } }\n",
      "factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, find: y, compare: { floor "
      "within: 20 } }\n",
      "factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, find: y, examples: [{ "
      "text: "
      "x, get: 1, event: others }] }\n",
      "factrules: 1\ntests:\n  - { test: x, articles: [], expect: [{ fact: a, verdict: stael }] "
      "}\n",
      "factrules: 1\ntests:\n  - { test: x, articles: [], expects: [] }\n",
      "factrules: 1\ntests:\n  - { test: x, articles: [{ from: a, txt: b }], expect: [] }\n",
  };
  for (const char* text : kWrong) {
    EXPECT_THAT(violations(text), testing::Not(testing::IsEmpty())) << text;
  }
  EXPECT_THAT(
      violations("factrules: 1\npack: p\nfacts:\n  a: { describe: x, value: count, find: y, "
                 "compare: { stale_after: 6 hours } }\n"),
      testing::IsEmpty())
      << "keys may have _ for their blanks";
}

}  // namespace
}  // namespace concord::rules
