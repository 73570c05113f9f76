// `concord lsp` as an editor of rule files meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lsp_drafts.h"

namespace concord::e2e {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Rule files

const std::string kRules =
    "factrules: 1\n"
    "pack: disasters\n"
    "status: draft\n"
    "phrases:\n"
    "  dwelling: (house|houses|home|homes)\n"
    "facts:\n"
    "  houses_flooded:\n"
    "    describe: Houses under water\n"
    "    value: count\n"
    "    find: |\n"
    "      flood~ {n} <dwelling>\n"
    "      {n} <dweling> flooded\n"
    "    compare: { agree: exact, trend: only rises, severity: warning }\n"
    "    examples:\n"
    "      - text: The river flooded 40 houses.\n"
    "        get: 40\n"
    "      - text: The river rose.\n"
    "        get: nothing\n"
    "checks:\n"
    "  none-more:\n"
    "    must: houses_\n"
    "    wi\n";

struct Rules {
  explicit Rules(const std::string& name)
      : folder(scratch(name)), uri(uri_of(folder + "/house/disasters/floods.yaml")) {
    write_file(folder + "/house/disasters/floods.yaml", kRules);
    write_file(folder + "/house/disasters/other.yaml",
               "factrules: 1\npack: disasters\nphrases:\n  river: (river|stream)\n");
    editor.start(folder);
    editor.open(uri, "yaml", kRules);
  }
  std::vector<std::string> completed(int line, int character) {
    std::vector<std::string> labels;
    for (const Json& item : editor.request("textDocument/completion", at(uri, line, character))) {
      labels.push_back(item["label"]);
    }
    return labels;
  }
  std::string hovered(int line, int character) {
    const Json hover = editor.request("textDocument/hover", at(uri, line, character));
    return hover.is_null() ? "" : hover["contents"]["value"].get<std::string>();
  }

  Editor editor;
  std::string folder;
  std::string uri;
};

TEST(LspRules, AreLinted) {
  Rules rules("lsp_rules");
  const Json published = rules.editor.diagnostics(rules.uri);
  EXPECT_EQ(published["version"], 1);
  const auto& all = published["diagnostics"];
  const auto found = std::ranges::find_if(all, [](const Json& diagnostic) {
    return diagnostic["message"].get<std::string>().find("dweling") != std::string::npos;
  });
  ASSERT_NE(found, all.end()) << all.dump();
  EXPECT_EQ((*found)["severity"], 1);
  EXPECT_EQ((*found)["range"]["start"]["line"], 11);
  EXPECT_THAT((*found)["message"].get<std::string>(), HasSubstr("did you mean `dwelling`?"));
}

TEST(LspRules, AreMendedAsTheyAreTyped) {
  Rules rules("lsp_rules_typed");
  rules.editor.change(rules.uri, 2, {{{"range", range(11, 11, 18)}, {"text", "dwelling"}}});
  Json published = rules.editor.diagnostics(rules.uri);
  while (published["version"] != 2) {
    published = rules.editor.diagnostics(rules.uri);
  }
  EXPECT_THAT(published.dump(), Not(HasSubstr("dweling")));
}

TEST(LspRules, WhatCanBeMendedIsOffered) {
  Rules rules("lsp_rules_mended");
  rules.editor.change(
      rules.uri, 2,
      {{{"text", "factrules: 1\npack: disasters\nfacts:\n  dead:\n    find: {n} people died\n"}}});
  const Json actions =
      rules.editor.request("textDocument/codeAction", around(rules.uri, range(4, 0, 0)));
  ASSERT_EQ(actions.size(), 1U);
  const Json edit = {{"range", range(4, 9, 25)}, {"newText", " |\n      {n} people died"}};
  EXPECT_EQ(actions[0]["edit"]["changes"][rules.uri], Json::array({edit}));
}

TEST(LspRules, ChangedRulesCheckDraftsAnew) {
  const std::string folder = sources("lsp_rules_changed");
  write_file(folder + "/house/fires/deaths.yaml",
             "factrules: 1\npack: fires\nstatus: draft\nfacts:\n  dead:\n    describe: Dead\n"
             "    value: count\n    find: kill~ {n} people\n"
             "    compare: { agree: exact, trend: free, severity: warning }\n");
  const std::string uri = uri_of(folder + "/draft.txt");
  Editor editor(kNow);
  editor.start(folder, {{"against", {"wire"}}, {"rules", "house"}});
  editor.open(uri, "plaintext", "The fire at the dye works injured 9 people.\n");
  EXPECT_THAT(editor.diagnostics(uri)["diagnostics"], IsEmpty());
  write_file(folder + "/house/fires/injured.yaml",
             "factrules: 1\npack: fires\nstatus: draft\nfacts:\n  hurt:\n    describe: Hurt\n"
             "    value: count\n    find: injure~ {n} people\n"
             "    compare: { agree: exact, trend: free, severity: warning }\n");
  editor.diagnostics(uri);
  EXPECT_EQ(
      editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}}).size(), 1U);
}

TEST(LspRules, NamesAreCompleted) {
  Rules rules("lsp_names");
  EXPECT_THAT(rules.completed(10, 21), testing::IsSupersetOf({"dwelling", "river", "count"}));
  EXPECT_THAT(rules.completed(20, 17), ElementsAre("houses_flooded"));
  EXPECT_THAT(rules.completed(21, 6), testing::IsSupersetOf({"must", "within", "severity"}));
  EXPECT_THAT(rules.completed(2, 8), ElementsAre("stable", "draft"));
  EXPECT_THAT(rules.completed(8, 11), testing::IsSupersetOf({"count", "duration"}));
}

TEST(LspRules, HoverExpandsAndSamples) {
  Rules rules("lsp_expand");
  const std::string shared = rules.hovered(10, 24);
  EXPECT_THAT(shared, HasSubstr("**dwelling**: shared phrase"));
  EXPECT_THAT(shared, HasSubstr("dwelling: (house|houses|home|homes)"));
  EXPECT_THAT(shared, HasSubstr("- houses"));
  EXPECT_THAT(rules.hovered(10, 8), HasSubstr("flood, floods, flooded, flooding"));
  EXPECT_THAT(rules.hovered(10, 14), HasSubstr("Accepts, for example"));
  EXPECT_THAT(rules.hovered(7, 6), HasSubstr("What the fact is"));
  rules.editor.change(rules.uri, 2, {{{"range", range(11, 11, 18)}, {"text", "dwelling"}}});
  EXPECT_THAT(rules.hovered(6, 5), HasSubstr("**disasters/houses_flooded**: Houses under water"));
}

}  // namespace
}  // namespace concord::e2e
