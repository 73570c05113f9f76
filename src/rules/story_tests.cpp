// Tests of several articles, beside the rules they try.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>
#include <utility>

#include "base/timestamp.h"
#include "rules/page.h"
#include "rules/rule_cache.h"
#include "rules/rules.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

constexpr std::string_view kVerdicts[] = {
    "agreement",  "update",     "discrepancy", "uncorroborated", "gap",      "same",
    "equivalent", "compatible", "narrower",    "rise",           "fall",     "revised",
    "conflict",   "undirected", "stale",       "against_trend",  "internal", "arithmetic",
    "wording",    "one_source", "one_origin",  "nothing"};

std::string text_at(const YamlNode& map, const Page& page, std::string_view key) {
  const YamlNode* node = Page::find(map, key);
  return node == nullptr ? std::string()
                         : page.text(*node, "`" + std::string(key) + "`").value_or("");
}

StoryArticle read_article(const YamlNode& map, const Page& page) {
  page.check_keys(map, kArticleKeys, map, "an article");
  StoryArticle article;
  article.from = text_at(map, page, "from");
  article.at = text_at(map, page, "at");
  article.title = text_at(map, page, "title");
  article.text = text_at(map, page, "text");
  article.item = text_at(map, page, "item");
  const std::string version = text_at(map, page, "version");
  if (!version.empty()) {
    std::from_chars(version.data(), version.data() + version.size(), article.version);
  }
  if (!article.at.empty() && !parse_iso8601(article.at)) {
    page.complaints.add(Code::wrong_amount, page.place(*Page::find(map, "at")), "`at` is no time",
                        "write 2024-03-23 10:00");
  }
  return article;
}

StoryExpectation read_expectation(const YamlNode& map, const Page& page, const StoryTest& test) {
  page.check_keys(map, kExpectKeys, map, "an expectation");
  StoryExpectation expectation;
  expectation.line = map.line;
  expectation.fact = text_at(map, page, "fact");
  expectation.kind = text_at(map, page, "kind");
  expectation.key = text_at(map, page, "key");
  expectation.check = text_at(map, page, "check");
  expectation.figure = text_at(map, page, "figure");
  if (const YamlNode* verdict = Page::find(map, "verdict")) {
    const auto word = page.word(*verdict, kVerdicts, "`verdict`");
    expectation.verdict = word ? kVerdicts[*word] : "";
  }
  if (expectation.fact.empty() && expectation.check.empty()) {
    page.complaints.add(Code::missing_key, page.place(map),
                        "an expectation needs `fact:` or `check:`");
  }
  if (const YamlNode* pair = Page::find(map, "pair")) {
    expectation.pair = page.texts(*pair, "`pair`");
    for (const std::string& outlet : expectation.pair) {
      if (std::ranges::find(test.articles, outlet, &StoryArticle::from) == test.articles.end()) {
        std::vector<std::string_view> outlets;
        for (const StoryArticle& article : test.articles) {
          outlets.emplace_back(article.from);
        }
        page.complain_of_word(*pair, outlet, outlets, "an outlet of `pair`");
      }
    }
  }
  return expectation;
}

template <class Read>
void for_each_item(const YamlNode& map, const Page& page, std::string_view key, Read read) {
  const YamlNode* list = Page::find(map, key);
  if (list == nullptr) {
    return;
  }
  if (list->kind != YamlKind::sequence) {
    page.complaints.add(Code::wrong_type, page.place(*list),
                        "`" + std::string(key) + "` needs a list", "write one `- { ... }` a line");
    return;
  }
  for (const YamlNode& item : list->children) {
    if (page.is_mapping(item, "an entry of `" + std::string(key) + "`")) {
      read(item);
    }
  }
}

void read_test(const YamlNode& map, const Page& page, const std::string& file,
               std::vector<StoryTest>& out) {
  const std::size_t errors = page.complaints.errors();
  if (!page.is_mapping(map, "a test")) {
    return;
  }
  page.check_keys(map, kStoryKeys, map, "a test");
  StoryTest test;
  test.file = file;
  test.line = map.line;
  test.name = text_at(map, page, "test");
  if (const YamlNode* todo = Page::find(map, "todo")) {
    test.todo = page.word(*todo, kTrueFalse, "`todo`") == std::size_t{0};
  }
  for_each_item(map, page, "articles",
                [&](const YamlNode& item) { test.articles.push_back(read_article(item, page)); });
  for_each_item(map, page, "expect", [&](const YamlNode& item) {
    test.expect.push_back(read_expectation(item, page, test));
  });
  if (page.complaints.errors() == errors) {
    out.push_back(std::move(test));
  }
}

}  // namespace

std::vector<StoryTest> read_story_tests(const RuleText& file, Diagnostics& diagnostics) {
  Complaints complaints(diagnostics);
  Names names(complaints);
  const std::string text = normalized_lines(file.text);
  const std::uint32_t number = complaints.add_file(file.name, text);
  std::vector<StoryTest> tests;
  const auto tree = parse_yaml(number, text, complaints);
  if (!tree) {
    return tests;
  }
  const Page page{number, {}, false, true, complaints, names};
  const YamlNode* list = Page::find(*tree, "tests");
  if (list == nullptr) {
    read_test(*tree, page, file.name, tests);
    return tests;
  }
  for (const YamlNode& item : list->children) {
    read_test(item, page, file.name, tests);
  }
  return tests;
}

std::vector<StoryTest> load_story_tests(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::recursive_directory_iterator entries(folder, error);
  for (const std::filesystem::recursive_directory_iterator end; !error && entries != end;
       entries.increment(error)) {
    if (entries->path().extension() == ".yaml" &&
        entries->path().parent_path().filename() == "tests") {
      names.push_back(entries->path().lexically_relative(folder).generic_string());
    }
  }
  std::ranges::sort(names);
  std::vector<StoryTest> tests;
  for (const std::string& name : names) {
    const auto text = read_file(folder + "/" + name);
    std::ranges::move(read_story_tests({name, text.value_or("")}, diagnostics),
                      std::back_inserter(tests));
  }
  return tests;
}

}  // namespace concord::rules
