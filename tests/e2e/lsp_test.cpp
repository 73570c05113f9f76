// `concord lsp` as an editor of drafts meets it: a scripted client over real pipes.
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

constexpr int kNotInitialized = -32002;
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kCanceled = -32800;

// From initialize to exit

TEST(LspLifecycle, FromInitializeToExit) {
  Editor editor;
  const Json early = editor.request("textDocument/hover", at("file:///a.md", 0, 0));
  EXPECT_EQ(early["code"], kNotInitialized);
  editor.notify("textDocument/didOpen", Json::object());  // dropped: nothing is open yet
  const Json result = editor.start(scratch("lsp_empty"));
  EXPECT_EQ(result["serverInfo"]["name"], "concord");
  EXPECT_EQ(result["capabilities"]["positionEncoding"], "utf-16");
  EXPECT_EQ(result["capabilities"]["textDocumentSync"]["change"], 2);
  EXPECT_EQ(editor.request("initialize", Json::object())["code"], kInvalidRequest);
  EXPECT_EQ(editor.request("concord/none", Json::object())["code"], kMethodNotFound);
  EXPECT_EQ(editor.request("textDocument/hover", {{"textDocument", 7}})["code"], kInvalidParams);
  EXPECT_TRUE(editor.request("textDocument/hover", at("file:///none.md", 0, 0)).is_null());
  editor.notify("$/setTrace", {{"value", "off"}});
  EXPECT_TRUE(editor.request("shutdown", nullptr).is_null());
  EXPECT_EQ(editor.request("textDocument/hover", at("file:///a.md", 0, 0))["code"],
            kInvalidRequest);
  editor.notify("exit", nullptr);
  EXPECT_EQ(editor.wait(), 0);
}

TEST(LspLifecycle, ExitWithoutShutdownIsAFault) {
  Editor editor;
  editor.start(scratch("lsp_exit"));
  editor.notify("exit", nullptr);
  EXPECT_EQ(editor.wait(), 1);
}

TEST(LspLifecycle, AClosedPipeEndsIt) {
  Editor silent;
  silent.start(scratch("lsp_silent"));
  silent.close_input();
  EXPECT_EQ(silent.wait(), 1);
  Editor deaf;
  deaf.start(scratch("lsp_deaf"));
  deaf.close_output();
  deaf.ask("textDocument/hover", at("file:///a.md", 0, 0));
  EXPECT_EQ(deaf.wait(), 1);
}

TEST(LspLifecycle, WhatWasAskedBeforeTheEndIsAnswered) {
  Editor editor;
  editor.start(scratch("lsp_end"));
  const auto id = editor.ask("textDocument/hover", at("file:///a.md", 0, 0));
  editor.close_input();
  EXPECT_TRUE(editor.response(id).contains("result"));
}

// Bytes that are no messages

TEST(LspInput, GarbageIsRefusedAndTheNextMessageRead) {
  Editor editor;
  editor.start(scratch("lsp_garbage"));
  const std::vector<std::pair<std::string, int>> rows = {
      {"hello\r\n\r\n", kParseError},
      {"Content-Length: many\r\n\r\n", kParseError},
      {"Content-Length: -5\r\n\r\n", kParseError},
      {"Content-Length: 99999999999999999999999\r\n\r\n", kParseError},
      {std::string(5000, 'x') + "\r\n\r\n", kParseError},
      {"Content-Length: 3\r\n\r\n{,}", kParseError},
      {"Content-Length: 2\r\n\r\n\xFF\xFE", kParseError},
      {"Content-Length: 2\r\n\r\n[]", kInvalidRequest},
      {"Content-Length: 2\r\n\r\n{}", kInvalidRequest},
      {"Content-Length: 15\r\n\r\n{\"id\":{\"a\":[]}}", kInvalidRequest},
      {"Content-Length: 400\r\n\r\n" + std::string(200, '[') + std::string(200, ']'), kParseError},
  };
  for (const auto& [bytes, code] : rows) {
    SCOPED_TRACE(bytes.substr(0, 60));
    editor.send_bytes(bytes);
    const Json refusal = editor.receive();
    ASSERT_TRUE(refusal.contains("error"));
    EXPECT_EQ(refusal["error"]["code"], code);
    EXPECT_TRUE(refusal["id"].is_null());
    EXPECT_EQ(editor.request("concord/none", nullptr)["code"], kMethodNotFound);
  }
}

TEST(LspInput, ARequestWithoutAMethodIsRefusedByItsNumber) {
  Editor editor;
  editor.start(scratch("lsp_no_method"));
  editor.send({{"jsonrpc", "2.0"}, {"id", 78}, {"method", 5}});
  const Json refused = editor.receive();
  EXPECT_EQ(refused["id"], 78);
  EXPECT_EQ(refused["error"]["code"], kInvalidRequest);
}

TEST(LspInput, AHugeMessageIsPassedOver) {
  Editor editor;
  editor.start(scratch("lsp_huge"));
  const std::size_t size = (16U << 20U) + 1;
  editor.send_bytes("Content-Length: " + std::to_string(size) + "\r\n\r\n");
  editor.send_bytes(std::string(size, ' '));
  EXPECT_EQ(editor.receive()["error"]["code"], kInvalidRequest);
  EXPECT_EQ(editor.request("concord/none", nullptr)["code"], kMethodNotFound);
}

TEST(LspInput, HeadersMayComeInPieces) {
  Editor editor;
  editor.start(scratch("lsp_pieces"));
  const std::string content = R"({"jsonrpc":"2.0","id":"seven","method":"concord/none"})";
  const std::string bytes =
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: " +
      std::to_string(content.size()) + "\r\n\r\n" + content;
  for (const char byte : bytes) {
    editor.send_bytes(std::string(1, byte));
  }
  const Json answer = editor.receive();
  EXPECT_EQ(answer["id"], "seven");
  EXPECT_EQ(answer["error"]["code"], kMethodNotFound);
}

TEST(LspInput, ARequestThatWaitsCanBeCanceled) {
  Editor editor;
  editor.start(scratch("lsp_cancel"));
  std::string bytes;
  const auto add = [&](const Json& message) {
    const std::string content = message.dump();
    bytes += "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
  };
  const Json params = at("file:///a.md", 0, 0);
  add({{"jsonrpc", "2.0"}, {"id", 100}, {"method", "textDocument/hover"}, {"params", params}});
  add({{"jsonrpc", "2.0"}, {"id", 101}, {"method", "textDocument/hover"}, {"params", params}});
  add({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", 101}}}});
  add({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", 9999}}}});
  editor.send_bytes(bytes);
  EXPECT_TRUE(editor.response(100).contains("result"));
  EXPECT_EQ(editor.response(101)["error"]["code"], kCanceled);
}

// Drafts

TEST(LspDraft, IsHeldAgainstItsSourcesAsItIsTyped) {
  const std::string folder = sources("lsp_typed");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json first = editor.diagnostics(uri);
  EXPECT_EQ(first["version"], 1);
  const auto& all = first["diagnostics"];
  const auto found = std::ranges::find_if(all, [](const Json& diagnostic) {
    return diagnostic["code"].get<std::string>().starts_with("deaths/");
  });
  ASSERT_NE(found, all.end());
  const Json& diagnostic = *found;
  EXPECT_EQ(diagnostic["severity"], 1);
  EXPECT_EQ(diagnostic["source"], "concord");
  EXPECT_EQ(diagnostic["range"], range(kLine, kTwelve, kTwelve + 2));
  EXPECT_THAT(diagnostic["message"].get<std::string>(), HasSubstr("14 (North Wire, South Post)"));
  const Json& related = diagnostic["relatedInformation"];
  ASSERT_EQ(related.size(), 2U);
  EXPECT_EQ(related[0]["location"]["uri"], uri_of(folder + "/wire/north.txt"));
  EXPECT_EQ(related[0]["location"]["range"], range(5, 44, 46));
  EXPECT_THAT(related[0]["message"].get<std::string>(), HasSubstr("North Wire: 14"));

  editor.change(uri, 2, {{{"range", range(kLine, kTwelve, kTwelve + 2)}, {"text", "14"}}});
  const Json second = editor.diagnostics(uri);
  EXPECT_EQ(second["version"], 2);
  EXPECT_THAT(codes(second), Not(Contains(HasSubstr("deaths/"))));

  editor.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  EXPECT_THAT(editor.diagnostics(uri)["diagnostics"], IsEmpty());
}

TEST(LspDraft, EvidenceInATitleOrAPageHasItsPlace) {
  const std::string folder = scratch("lsp_titles");
  write_file(folder + "/wire/north.md",
             "---\ntitle: Fire at the Varna Hill dye works kills 14\nsource: North Wire\n"
             "published: 2026-03-02T09:00Z\n---\nThe fire at the Varna Hill dye works is out.\n");
  write_file(
      folder + "/wire/south.html",
      "<html><head><title>Dye works</title></head><body><h1>Dye works</h1>\n"
      "<p>The fire at the Varna Hill dye works killed <b>14</b> people.</p></body></html>\n");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", "The fire at the Varna Hill dye works killed 12 people.\n");
  const Json related = editor.diagnostics(uri)["diagnostics"][0]["relatedInformation"];
  ASSERT_EQ(related.size(), 2U);
  EXPECT_EQ(related[0]["location"]["range"], range(1, 46, 48));
  EXPECT_EQ(related[1]["location"]["range"], range(1, 50, 52));
}

TEST(LspDraft, CountsBytesWhereTheEditorDoes) {
  const std::string folder = sources("lsp_bytes");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  const Json result = editor.start(
      folder, kWire, {{"general", {{"positionEncodings", {"utf-32", "utf-8", "utf-16"}}}}});
  EXPECT_EQ(result["capabilities"]["positionEncoding"], "utf-8");
  editor.open(uri, "markdown", kDraft);
  EXPECT_EQ(editor.diagnostics(uri)["diagnostics"][0]["range"],
            range(kLine, kTwelveInBytes, kTwelveInBytes + 2));
}

TEST(LspDraft, ManyChangesAtOnceAreTakenInOrder) {
  const std::string folder = sources("lsp_order");
  const std::string uri = uri_of(folder + "/draft.txt");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "plaintext", "Nothing yet.\r\n");
  editor.change(uri, 2,
                {{{"text", "The fire at the Varna Hill dye works killed \xF0\x9F\x94\xA5.\r\n"}},
                 {{"range", range(0, 44, 46)}, {"text", "1 people"}},
                 {{"range", range(0, 45, 45)}, {"text", "3"}},
                 {{"range", range(99, 0, 0)}, {"text", "At the end."}}});
  Json published = editor.diagnostics(uri);
  while (published["version"] != 2) {
    published = editor.diagnostics(uri);
  }
  EXPECT_EQ(published["diagnostics"][0]["range"], range(0, 44, 46));
  EXPECT_THAT(published["diagnostics"][0]["message"].get<std::string>(), HasSubstr("\"13\" here"));
}

/// It took the place of the whole draft.
TEST(LspDraft, AChangeOfNoKnownPlaceLeavesTheText) {
  const std::string folder = sources("lsp_lost_change");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json before = editor.diagnostics(uri)["diagnostics"][0]["range"];
  editor.change(uri, 2,
                {{{"range", 5}, {"text", "x"}},
                 {{"range", {{"start", {{"line", -1}, {"character", 0}}}}}, {"text", "x"}},
                 {{"text", 5}}});
  const Json after = editor.diagnostics(uri);
  EXPECT_EQ(after["version"], 2);
  EXPECT_EQ(after["diagnostics"][0]["range"], before);
}

TEST(LspDraft, HoverShowsTheEvidence) {
  const std::string folder = sources("lsp_hover");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json hover = editor.request("textDocument/hover", at(uri, kLine, kTwelve + 1));
  EXPECT_EQ(hover["contents"]["kind"], "markdown");
  EXPECT_EQ(hover["range"], range(kLine, kTwelve, kTwelve + 2));
  const std::string text = hover["contents"]["value"];
  EXPECT_THAT(text, HasSubstr("**deaths**: discrepancy, conflict"));
  EXPECT_THAT(text, HasSubstr("| **12** | this text |"));
  EXPECT_THAT(text, HasSubstr("| 14 | North Wire (fire service) | 2 Mar 09:00 |"));
  EXPECT_THAT(text, HasSubstr("killed **14** people"));
  EXPECT_THAT(text, HasSubstr("(" + uri_of(folder + "/wire/north.txt") + "#L6)"));
  EXPECT_TRUE(editor.request("textDocument/hover", at(uri, 0, 3)).is_null());
}

TEST(LspDraft, ActionsWriteWhatTheSourcesHave) {
  const std::string folder = sources("lsp_actions");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json replaced =
      editor.request("textDocument/codeAction", around(uri, range(kLine, kTwelve, kTwelve)));
  EXPECT_THAT(titles(replaced), Contains("Write \"14\" (North Wire, South Post)"));
  EXPECT_EQ(replaced[0]["kind"], "quickfix");
  const Json edit = {{"range", range(kLine, kTwelve, kTwelve + 2)}, {"newText", "14"}};
  EXPECT_EQ(replaced[0]["edit"]["changes"][uri], Json::array({edit}));

  const int thirty = kTwelve + static_cast<int>(std::string("12 people. It injured ").size());
  EXPECT_THAT(titles(editor.request("textDocument/codeAction",
                                    around(uri, range(kLine, thirty, thirty + 2)))),
              Contains("Write \"at least 30\" (South Post)"));

  editor.change(uri, 2, {{{"range", range(kLine, kTwelve, kTwelve + 2)}, {"text", "14"}}});
  const Json attributed =
      editor.request("textDocument/codeAction", around(uri, range(kLine, kTwelve, kTwelve)));
  EXPECT_THAT(titles(attributed), ElementsAre("Attribute to the fire service"));
  const int stop = kTwelve + static_cast<int>(std::string("12 people").size());
  const Json insertion = {{"range", range(kLine, stop, stop)},
                          {"newText", ", according to the fire service"}};
  EXPECT_EQ(attributed[0]["edit"]["changes"][uri], Json::array({insertion}));

  // Only this text has 16 and makes 14 a figure of before: whoever wrote it may want 14 back.
  editor.change(uri, 3, {{{"range", range(kLine, kTwelve, kTwelve + 2)}, {"text", "16"}}});
  EXPECT_THAT(titles(editor.request("textDocument/codeAction",
                                    around(uri, range(kLine, kTwelve, kTwelve)))),
              Contains("Write \"14\" (North Wire, South Post)"));
}

TEST(LspDraft, WordsInsideQuotationMarksAreNeverEdited) {
  const std::string folder = sources("lsp_quoted");
  const std::string uri = uri_of(folder + "/draft.txt");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "plaintext",
              "\"The fire at the Varna Hill dye works killed 12 people,\" the mayor said.\n");
  EXPECT_THAT(editor.request("textDocument/codeAction", around(uri, range(0, 45, 47))), IsEmpty());
}

TEST(LspDraft, AFindingIsAcceptedUntilTomorrow) {
  const std::string folder = sources("lsp_accept");
  const std::string store = folder + "/desk.db";
  ASSERT_EQ(concord({"ingest", folder + "/wire", "--store", store}).code, 0);
  const std::string uri = uri_of(folder + "/draft.md");
  const std::string dated = "---\npublished: 2026-03-02T12:00Z\n---\n" + kDraft;
  const int line = kLine + 3;
  Editor editor(kNow);
  editor.start(folder, {{"against", {"wire"}}, {"store", "desk.db"}});
  editor.open(uri, "markdown", dated);
  EXPECT_THAT(codes(editor.diagnostics(uri)), Contains("deaths/behind"));
  const Json actions =
      editor.request("textDocument/codeAction", around(uri, range(line, kTwelve, kTwelve)));
  const auto accept = std::ranges::find_if(actions, [](const Json& action) {
    return action["title"] == "Accept deaths/behind until tomorrow: checked by hand";
  });
  ASSERT_NE(accept, actions.end());
  const Json& command = (*accept)["command"];
  EXPECT_TRUE(editor
                  .request("workspace/executeCommand",
                           {{"command", command["command"]}, {"arguments", command["arguments"]}})
                  .is_null());
  EXPECT_THAT(codes(editor.diagnostics(uri)), Not(Contains("deaths/behind")));
  EXPECT_EQ(editor.request("workspace/executeCommand", {{"command", "concord.none"}})["code"],
            kInvalidParams);
  Editor later({"--now", "2026-03-04T12:00Z"});
  later.start(folder, {{"against", {"wire"}}, {"store", "desk.db"}});
  later.open(uri, "markdown", dated);
  EXPECT_THAT(codes(later.diagnostics(uri)), Contains("deaths/behind"));
}

TEST(LspDraft, FindsItsStoryInTheStore) {
  const std::string folder = sources("lsp_story");
  ASSERT_EQ(concord({"ingest", folder + "/wire", "--store", folder + "/desk.db"}).code, 0);
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, {{"store", "desk.db"}});
  editor.open(uri, "markdown", kDraft);
  EXPECT_THAT(editor.diagnostics(uri).dump(), HasSubstr("14 (North Wire, South Post)"));
  write_file(folder + "/late/east.txt",
             "---\nsource: East Radio\npublished: 2026-03-02T11:00Z\n---\nThe fire at the Varna "
             "Hill dye works killed 16 people, the fire service said. It began in the cafe.\n");
  ASSERT_EQ(concord({"ingest", folder + "/late", "--store", folder + "/desk.db"}).code, 0);
  EXPECT_THAT(editor.diagnostics(uri).dump(), HasSubstr("East Radio"));
}

TEST(LspDraft, WordsOfAPageStandWhereItsMarkupHasThem) {
  const std::string folder = sources("lsp_page");
  const std::string uri = uri_of(folder + "/draft.html");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(
      uri, "html",
      "<html><head><title>Dye works</title></head>\n<body><article>\n<h1>Dye works</h1>\n"
      "<p>The fire at the <b>Varna&nbsp;Hill</b> dye works\n   killed <i>12</i> people, and "
      "nobody knows yet how it began in the night.</p>\n</article></body></html>\n");
  const Json published = editor.diagnostics(uri);
  ASSERT_FALSE(published["diagnostics"].empty());
  EXPECT_EQ(published["diagnostics"][0]["range"], range(4, 13, 15));
  EXPECT_EQ(editor.request("textDocument/hover", at(uri, 4, 14))["range"], range(4, 13, 15));
}

TEST(LspDraft, SlipsOfItsOwnAreTold) {
  const std::string folder = scratch("lsp_slip");
  const std::string uri = uri_of(folder + "/draft.txt");
  Editor editor(kNow);
  editor.start(folder);
  editor.open(uri, "plaintext", "The works burned on Tuesday, 2 March 2026.\n");
  const Json published = editor.diagnostics(uri);
  EXPECT_THAT(codes(published), ElementsAre(HasSubstr("weekday")));
}

TEST(LspDraft, SymbolsAreItsFacts) {
  const std::string folder = sources("lsp_symbols");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json symbols =
      editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  std::vector<std::string> names;
  for (const Json& symbol : symbols) {
    names.push_back(symbol["name"]);
  }
  EXPECT_THAT(names, Contains("deaths all: 12"));
  EXPECT_THAT(names, Contains("detained others: 7"));
  EXPECT_EQ(symbols[0]["selectionRange"], range(kLine, kTwelve, kTwelve + 2));
}

TEST(LspDraft, HintsSayWhatFiguresComeTo) {
  const std::string folder = sources("lsp_hints");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown", kDraft);
  const Json hints = editor.request("textDocument/inlayHint", around(uri, kWhole));
  const std::string before = kFireLine + "12 people. It injured 30 people on 2 March 2026";
  const std::string sum =
      "All four gunmen have been arrested, the mayor said, and seven other detainees";
  ASSERT_EQ(hints.size(), 2U) << hints.dump();
  EXPECT_EQ(hints[0]["label"], "Monday");
  EXPECT_EQ(hints[0]["position"], position(kLine, static_cast<int>(before.size())));
  EXPECT_EQ(hints[1]["label"], "= 11");
  EXPECT_EQ(hints[1]["position"], position(4, static_cast<int>(sum.size())));
  EXPECT_THAT(editor.request("textDocument/inlayHint", around(uri, range(0, 0, 5))), IsEmpty());
}

TEST(LspDraft, AClaimMayBeWrittenAsOne) {
  const std::string folder = sources("lsp_claim");
  write_file(folder + "/wire/court.txt",
             "---\nsource: East Radio\n---\nProsecutors accused Norline of ignoring two warnings "
             "at the Varna Hill dye works.\n");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  const std::string words = "Norline ignored";
  editor.open(uri, "markdown", words + " two warnings at the Varna Hill dye works.\n");
  const Json found = editor.request("textDocument/codeAction", around(uri, range(0, 1, 2)));
  EXPECT_THAT(titles(found), Contains("Write \"allegedly ignored\""));
}

TEST(LspDraft, ADateWithoutAYearIsOfTheDraftsYear) {
  const std::string folder = sources("lsp_weekday");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown",
              "---\ndate: 2026-03-03\n---\nExactly 30 people were injured on 1 March.\n");
  const Json hints = editor.request("textDocument/inlayHint", around(uri, kWhole));
  ASSERT_EQ(hints.size(), 1U) << hints.dump();
  EXPECT_EQ(hints[0]["label"], "Sunday");
  EXPECT_THAT(titles(editor.request("textDocument/codeAction", around(uri, range(3, 8, 10)))),
              Contains("Write \"At least 30\" (South Post)"));
}

TEST(LspDraft, ReferencesAreTheDocumentsWithItsFigure) {
  const std::string folder = sources("lsp_references");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  std::string agreeing = kDraft;
  agreeing.replace(agreeing.find("12"), 2, "14");
  editor.open(uri, "markdown", agreeing);
  const Json found = editor.request("textDocument/references", at(uri, kLine, kTwelve + 1));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0]["uri"], uri_of(folder + "/wire/north.txt"));
  EXPECT_EQ(found[1]["range"], range(5, 44, 46));

  Json with_own = at(uri, kLine, kTwelve + 1);
  with_own["context"] = {{"includeDeclaration", true}};
  const Json all = editor.request("textDocument/references", with_own);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]["uri"], uri);
  EXPECT_EQ(all[0]["range"], range(kLine, kTwelve, kTwelve + 2));
}

TEST(LspDraft, ANewSourceIsSeen) {
  const std::string folder = sources("lsp_watch");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire, {{"workspace", {{"inlayHint", {{"refreshSupport", true}}}}}});
  editor.open(uri, "markdown", kDraft);
  EXPECT_THAT(editor.diagnostics(uri).dump(), Not(HasSubstr("East Radio")));
  write_file(folder + "/wire/east.txt",
             "---\nsource: East Radio\npublished: 2026-03-02T11:00Z\n---\nThe fire at the Varna "
             "Hill dye works killed 16 people, the fire service said.\n");
  EXPECT_THAT(editor.diagnostics(uri).dump(), HasSubstr("East Radio"));
  EXPECT_TRUE(editor.await("workspace/inlayHint/refresh").is_null());
}

TEST(LspDraft, TheWorkspacesSettingsCount) {
  const std::string folder = sources("lsp_workspace");
  write_file(folder + "/concord.yaml", "against: wire\nseverity: { deaths: note }\n");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder);
  editor.open(uri, "markdown", kDraft);
  const Json published = editor.diagnostics(uri);
  EXPECT_THAT(codes(published), Contains(HasSubstr("deaths/")));
  EXPECT_THAT(published["diagnostics"][0]["severity"], 3);
}

TEST(LspDraft, SettingsThatCannotBeReadAreTold) {
  const std::string folder = scratch("lsp_settings");
  write_file(folder + "/concord.yaml", "againts: wire\n");
  Editor editor;
  editor.start(folder);
  EXPECT_THAT(editor.await("window/showMessage")["message"].get<std::string>(),
              HasSubstr("againts"));
}

TEST(LspDraft, FrontMatterAndItsTitleHavePlaces) {
  const std::string folder = sources("lsp_front");
  const std::string uri = uri_of(folder + "/draft.md");
  Editor editor(kNow);
  editor.start(folder, kWire);
  editor.open(uri, "markdown",
              "---\ntitle: Fire at Varna Hill dye works kills 12\nsource: Quay Journal\n---\n"
              "The fire at the Varna Hill dye works killed 12 people.\n");
  const Json symbols =
      editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  ASSERT_EQ(symbols.size(), 2U) << symbols.dump();
  EXPECT_EQ(symbols[0]["selectionRange"], range(1, 42, 44));
  EXPECT_EQ(symbols[1]["selectionRange"], range(4, 44, 46));
}

}  // namespace
}  // namespace concord::e2e
