// Tests of several articles, beside the rules they try.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>
#include <utility>

#include "base/nearest.h"
#include "base/timestamp.h"
#include "rules/page.h"
#include "rules/references.h"
#include "rules/rule_cache.h"
#include "rules/rules.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

std::string text_at(const YamlNode& map, const Page& page, std::string_view key) {
  const YamlNode* node = Page::find(map, key);
  return node == nullptr ? std::string()
                         : page.text(*node, "`" + std::string(key) + "`").value_or("");
}

/// The rule of `rules`, some of `all`, that `name` names; complains of a name that no rule has.
template <class Rule>
const Rule* rule_named(const std::vector<Rule>& rules, const RuleSet& all, const YamlNode& name,
                       const Page& page, std::string_view what) {
  const auto found = std::ranges::find(rules, name.text, &Rule::name);
  if (found != rules.end()) {
    return &*found;
  }
  if (is_written(all, name.text)) {
    page.complaints.count_error();  // left out for its errors, which are told
    return nullptr;
  }
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    names.emplace_back(rule.name);
  }
  page.complaints.add(Code::unknown_fact, page.place(name),
                      "there is no " + std::string(what) + " `" + name.text + "`",
                      did_you_mean(name.text, names, "name one that the rules define"));
  return nullptr;
}

void check_kind(const YamlNode& kind, const FactRule& fact, const Page& page) {
  if (std::ranges::find(fact.kinds, kind.text) != fact.kinds.end()) {
    return;
  }
  const std::vector<std::string_view> kinds(fact.kinds.begin(), fact.kinds.end());
  page.complaints.add(Code::unknown_kind, page.place(kind),
                      "`" + fact.name + "` has no kind `" + kind.text + "`",
                      did_you_mean(kind.text, kinds,
                                   kinds.empty() ? "it has no kinds: leave `kind` out"
                                                 : "its kinds are " + listed(kinds)));
}

/// A name that no rule has would be "nothing found", and the expectation of nothing would pass.
void check_names(const YamlNode& map, const Page& page, const RuleSet& rules) {
  if (const YamlNode* check = Page::find(map, "check"); check != nullptr && !check->text.empty()) {
    rule_named(rules.checks, rules, *check, page, "check");
  }
  const YamlNode* name = Page::find(map, "fact");
  const FactRule* fact = name == nullptr || name->text.empty()
                             ? nullptr
                             : rule_named(rules.facts, rules, *name, page, "fact");
  if (fact == nullptr) {
    return;
  }
  if (const YamlNode* kind = Page::find(map, "kind"); kind != nullptr && !kind->text.empty()) {
    check_kind(*kind, *fact, page);
  }
  const YamlNode* key = Page::find(map, "key");
  if (key != nullptr && !key->text.empty() && !may_have_key(*fact, key->text)) {
    page.complaints.add(Code::unknown_kind, page.place(*key),
                        "the figures of `" + fact->name + "` have no key", "leave `key` out");
  }
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
  const char* end = version.data() + version.size();
  if (!version.empty() && std::from_chars(version.data(), end, article.version).ptr != end) {
    page.complaints.add(Code::wrong_amount, page.place(*Page::find(map, "version")),
                        "`version` is no number", "write 1 for the first, 2 for the next");
  }
  if (!article.at.empty() && !parse_iso8601(article.at)) {
    page.complaints.add(Code::wrong_amount, page.place(*Page::find(map, "at")), "`at` is no time",
                        "write 2024-03-23 10:00");
  }
  return article;
}

/// How a check comes out is told in other words than what is found of it.
std::string_view told_as(std::string_view outcome) {
  const bool silent = outcome == "holds" || outcome == "possible" || outcome == "unknown";
  return silent ? "nothing" : outcome == "broken" ? "discrepancy" : "";
}

std::string read_verdict(const YamlNode& node, const Page& page) {
  if (const std::string_view word = told_as(node.text); !word.empty()) {
    page.complaints.add(Code::wrong_word, page.place(node),
                        "`" + node.text + "` is for the examples of a check",
                        "in a story write what is found: `" + std::string(word) + "`");
    return {};
  }
  const auto word = page.word(node, kFound, "`verdict`");
  return word ? std::string(kFound[*word]) : std::string();
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
    expectation.verdict = read_verdict(*verdict, page);
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

void read_test(const YamlNode& map, const Page& page, const RuleSet* rules,
               std::vector<StoryTest>& out) {
  const std::size_t errors = page.complaints.errors();
  if (!page.is_mapping(map, "a test")) {
    return;
  }
  page.check_keys(map, kStoryKeys, map, "a test");
  StoryTest test;
  test.file = page.complaints.file(page.file).name;
  test.line = map.line;
  test.name = text_at(map, page, "test");
  if (const YamlNode* todo = Page::find(map, "todo")) {
    test.todo = page.word(*todo, kTrueFalse, "`todo`") == std::size_t{0};
  }
  for_each_item(map, page, "articles",
                [&](const YamlNode& item) { test.articles.push_back(read_article(item, page)); });
  for_each_item(map, page, "expect", [&](const YamlNode& item) {
    test.expect.push_back(read_expectation(item, page, test));
    if (rules != nullptr) {
      check_names(item, page, *rules);
    }
  });
  if (page.complaints.errors() == errors) {
    out.push_back(std::move(test));
  }
}

void check_version(const YamlNode& file, const Page& page) {
  const YamlNode* version = Page::find(file, "factrules");
  if (version != nullptr && version->text != "1") {
    page.complaints.add(Code::wrong_version, page.place(*version),
                        "this program reads version 1 of the rule language",
                        "write `factrules: 1`");
  }
}

}  // namespace

std::vector<StoryTest> read_story_tests(const RuleText& file, const RuleSet* rules,
                                        Diagnostics& diagnostics) {
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
  check_version(*tree, page);
  if (Page::find(*tree, "tests") == nullptr) {
    read_test(*tree, page, rules, tests);
    return tests;
  }
  page.check_keys(*tree, kStoriesKeys, tree->children.front(), "a file of stories");
  for_each_item(*tree, page, "tests",
                [&](const YamlNode& item) { read_test(item, page, rules, tests); });
  return tests;
}

std::vector<RuleText> story_texts_in(const std::string& folder) {
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
  std::vector<RuleText> files;
  for (const std::string& name : names) {
    files.push_back({name, read_file(folder + "/" + name).value_or("")});
  }
  return files;
}

std::vector<StoryTest> load_story_tests(const std::string& folder, const RuleSet* rules,
                                        Diagnostics& diagnostics) {
  std::vector<StoryTest> tests;
  for (const RuleText& file : story_texts_in(folder)) {
    std::ranges::move(read_story_tests(file, rules, diagnostics), std::back_inserter(tests));
  }
  return tests;
}

}  // namespace concord::rules
