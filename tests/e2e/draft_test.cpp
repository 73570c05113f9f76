// A draft held against the store: its story found, its figures mended, its comments heard.
#include <filesystem>

#include <gmock/gmock.h>

#include "../schema/schema.h"
#include "program.h"

namespace concord::e2e {
namespace {

using schema::Json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Json article(const char* id, const char* source, const char* published, const char* title,
             const char* text) {
  return {
      {"id", id}, {"source", source}, {"published", published}, {"title", title}, {"text", text}};
}

constexpr const char* kDraft =
    "---\ntitle: Port Calder counts its dead\n---\n"
    "The explosion at the Marlin grain terminal in Port Calder killed 12 people, officials said.\n"
    "\n"
    "Mayor Tove Aldersund called it the worst day of Port Calder.\n";

/// A store with two stories, placed by a night.
class Desk {
 public:
  explicit Desk(const std::string& name) : folder_(scratch("draft_" + name)) {
    const Json articles[] = {
        article("w1", "Meridian Wire", "2030-05-01T08:00Z", "Explosion at Port Calder kills 12",
                "An explosion at the Marlin grain terminal in Port Calder killed 12 people, Mayor "
                "Tove Aldersund said. Smoke from the Marlin terminal hung over Port Calder."),
        article("l1", "Daily Lantern", "2030-05-01T15:00Z", "Port Calder toll rises to 17",
                "The explosion at the Marlin grain terminal in Port Calder killed 17 people, the "
                "hospital said. Tove Aldersund, the mayor, visited Port Calder's hospital."),
        article("q1", "Quay Gazette", "2030-05-01T15:30Z", "Seventeen dead at the Marlin terminal",
                "The blast at the Marlin grain terminal killed 17 people, firefighters said. Mayor "
                "Tove Aldersund of Port Calder asked for calm. Port Calder mourns."),
        article("f1", "Meridian Wire", "2030-05-01T09:00Z", "Ferry Asta Norn sinks off Ulven",
                "The ferry Asta Norn sank off the island of Ulven and 40 people were killed, the "
                "coast guard of Ulven said. The Asta Norn had left Skarholm at noon."),
    };
    std::string lines;
    for (const Json& one : articles) {
      lines += one.dump() + "\n";
    }
    write_file(folder_ + "/wire.jsonl", lines);
    EXPECT_EQ(run({"ingest", folder_ + "/wire.jsonl"}).code, 0);
  }

  std::string operator/(const std::string& name) const { return folder_ + "/" + name; }

  Outcome run(std::vector<std::string> words, const Setting& setting = {}) const {
    words.insert(words.end(), {"--store", folder_ + "/desk.db"});
    const bool clocked = words.front() != "story";
    if (clocked) {
      words.insert(words.end(), {"--now", "2030-05-01T20:00Z"});
    }
    return concord(words, setting);
  }
  void night() const {
    write_file(folder_ + "/concord.yaml", "title: Desk\n");
    const Outcome outcome =
        run({"nightly", folder_ + "/wire.jsonl", "--config", folder_ + "/concord.yaml"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
  }
  std::string draft(const std::string& text, const std::string& name = "draft.md") const {
    return write_file(folder_ + "/" + name, text);
  }

 private:
  std::string folder_;
};

TEST(Draft, FindsItsStoryAndSaysHowSureItIs) {
  const Desk desk("story");
  const std::string draft = desk.draft(kDraft);
  const Outcome before = desk.run({"check", draft});
  EXPECT_THAT(before.out, HasSubstr("story    Explosion at Port Calder kills 12 (not in a story "
                                    "yet, 3 articles)"));
  EXPECT_THAT(before.out, HasSubstr("deaths/behind"));
  desk.night();
  const Outcome after = desk.run({"check", draft});
  EXPECT_EQ(after.code, 1) << after.err;
  EXPECT_THAT(after.out, HasSubstr(" pins it\n"));
  EXPECT_THAT(after.out, HasSubstr("\"12\" is behind; 17"));
  EXPECT_THAT(after.out, HasSubstr("write \"17\" (2 independent sources"));
  EXPECT_THAT(after.out, Not(HasSubstr("Asta Norn")));

  const Json json = Json::parse(desk.run({"check", draft, "-f", "json"}).out);
  schema::Schemas schemas(in_source("src/report/schemas"));
  EXPECT_THAT(schemas.check("check", json), IsEmpty());
  const std::string id = json["drafts"][0]["story"]["id"];
  EXPECT_THAT(desk.run({"check", draft, "--story", id}).out, HasSubstr(": pinned\n"));
  EXPECT_THAT(desk.run({"check", draft, "--story", id.substr(0, 8)}).out, HasSubstr(": pinned\n"));
  const Outcome unknown = desk.run({"check", draft, "--story", "nothing"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("no story is called `nothing`"));
}

TEST(Draft, WithNoStoryOrNoStoreIsCheckedByItself) {
  const Desk desk("alone");
  const std::string draft = desk.draft(kDraft);
  const Outcome none = desk.run({"check", draft, "--story", "none"});
  EXPECT_EQ(none.code, 0);
  EXPECT_THAT(none.out, Not(HasSubstr("behind")));
  const Outcome other =
      desk.run({"check", desk.draft("The council of Wexley voted on its library.\n", "b.md")});
  EXPECT_THAT(other.out, HasSubstr("story    none fits"));
  const Outcome no_store = concord({"check", draft});
  EXPECT_EQ(no_store.code, 0);
  EXPECT_THAT(no_store.err, HasSubstr("there is no store"));
  const Outcome absent = concord({"check", draft, "--store", desk / "absent.db"});
  EXPECT_EQ(absent.code, 4);
  const Outcome both = desk.run({"check", draft, "--story", "s1", "--against", draft});
  EXPECT_EQ(both.code, 2);
}

TEST(Draft, ADifferenceIsShownAndThenMade) {
  const Desk desk("fix");
  const std::string draft = desk.draft(kDraft);
  const Outcome diff = desk.run({"check", draft, "--diff"});
  EXPECT_THAT(diff.out, HasSubstr("-The explosion at the Marlin grain terminal in Port Calder "
                                  "killed 12 people, officials said.\n"
                                  "+The explosion at the Marlin grain terminal in Port Calder "
                                  "killed 17 people, officials said.\n"));
  EXPECT_EQ(read_file(draft), kDraft) << "--diff changes nothing";
  std::filesystem::permissions(draft, std::filesystem::perms(0640));
  const Outcome fix = desk.run({"check", draft, "--fix"});
  EXPECT_EQ(fix.code, 0) << fix.out << fix.err;
  EXPECT_THAT(fix.out, HasSubstr("fixed " + draft + ":4:66 deaths/behind: \"12\" -> \"17\""));
  std::string expected = kDraft;
  expected.replace(expected.find("12"), 2, "17");
  EXPECT_EQ(read_file(draft), expected);
  EXPECT_EQ(std::filesystem::status(draft).permissions(), std::filesystem::perms(0640));
  EXPECT_THAT(desk.run({"check", draft, "--diff"}).out, IsEmpty());
}

TEST(Draft, APageIsMendedWhereItsWordsStand) {
  const Desk desk("page");
  const std::string page =
      "<html><head><title>Desk</title></head>\n<body><article>\n"
      "<h1>Port Calder counts</h1>\n"
      "<p>Mayor Tove&nbsp;Aldersund of Port Calder spoke &amp; wept.</p>\n"
      "<p>The explosion at the <b>Marlin</b> grain\n terminal in Port Calder killed 12 people, "
      "officials said.</p>\n</article></body></html>\n";
  const std::string draft = desk.draft(page, "draft.html");
  EXPECT_THAT(desk.run({"check", draft, "-f", "short"}).out, HasSubstr("draft.html:6:33: "));
  EXPECT_EQ(desk.run({"check", draft, "--fix"}).code, 0);
  std::string expected = page;
  expected.replace(expected.find("12 people"), 2, "17");
  EXPECT_EQ(read_file(draft), expected);
}

TEST(Draft, QuotationsAndSingleSourcesAreLeft) {
  const Desk desk("left");
  const std::string quoted = desk.draft(
      "\"The explosion at the Marlin grain terminal in Port Calder killed 12 people,\" Mayor Tove "
      "Aldersund said.\n");
  const Outcome fix = desk.run({"check", quoted, "--fix"});
  EXPECT_THAT(fix.out, Not(HasSubstr("fixed")));
  EXPECT_THAT(fix.out, HasSubstr("left  " + quoted +
                                 ":1:67 deaths/behind: the figure stands inside "
                                 "quotation marks"));
  EXPECT_THAT(read_file(quoted), HasSubstr("12 people"));
}

TEST(Draft, AWordForTheDeskSetsAFindingAside) {
  const Desk desk("comment");
  std::string text = kDraft;
  text.insert(text.find(" officials said.\n") + 16,
              " <!-- concord: ignore deaths/behind until 2030-05-02 because the family was not "
              "told -->");
  const std::string draft = desk.draft(text);
  const Outcome aside = desk.run({"check", draft});
  EXPECT_EQ(aside.code, 0) << aside.out;
  EXPECT_THAT(aside.out, HasSubstr("ignored  deaths/behind " + draft +
                                   ":4: the family was not told (until 2030-05-02)"));
  EXPECT_THAT(aside.out, HasSubstr(", 1 set aside by comments"));
  EXPECT_THAT(desk.run({"check", draft, "--diff"}).out, IsEmpty());
  const Json sarif = Json::parse(desk.run({"check", draft, "-f", "sarif"}).out);
  for (const Json& result : sarif["runs"][0]["results"]) {
    if (result["ruleId"] == "deaths/behind") {
      EXPECT_EQ(result["suppressions"][0]["kind"], "inSource");
      EXPECT_EQ(result["suppressions"][0]["justification"],
                "the family was not told (until 2030-05-02)");
    }
  }
  std::vector<std::string> later = {"check",      draft,     "--now",
                                    "2030-05-03", "--store", desk / "desk.db"};
  const Outcome over = concord(later);
  EXPECT_EQ(over.code, 1);
  EXPECT_THAT(over.out, HasSubstr("note[ignore/expired]"));
}

TEST(Draft, AnAcceptedFindingIsShownAsSuch) {
  const Desk desk("accept");
  const std::string draft = desk.draft(kDraft);
  const auto behind = [&] {
    const Json json = Json::parse(desk.run({"check", draft, "-f", "json"}).out);
    for (const Json& diagnostic : json["diagnostics"]) {
      if (diagnostic["code"] == "deaths/behind") {
        return diagnostic;
      }
    }
    return Json();
  };
  const std::string id = behind()["finding"];
  EXPECT_EQ(desk.run({"accept", id, "--reason", "why"}).code, 2) << "no night knows it";
  EXPECT_EQ(desk.run({"accept", "0123456789ab", draft, "--reason", "why"}).code, 2);
  EXPECT_THAT(desk.run({"check", draft, "-v"}).out, HasSubstr("= finding: " + id));
  const Outcome accept = desk.run(
      {"accept", id, draft, "--reason", "the family was not told", "--until", "2030-05-02T08:00Z"});
  EXPECT_EQ(accept.code, 0) << accept.err;
  const Outcome after = desk.run({"check", draft});
  EXPECT_EQ(after.code, 0) << after.out;
  EXPECT_THAT(after.out, HasSubstr("accepted deaths/behind"));
  EXPECT_THAT(after.out, HasSubstr(", 1 accepted"));
  EXPECT_EQ(behind()["suppression"]["by"], "decision");
  const std::string config = write_file(desk / "concord.yaml", "time zone: Europe/Oslo\n");
  EXPECT_THAT(desk.run({"check", draft, "--config", config}).out,
              HasSubstr("(until 2030-05-02T10:00:00+02:00)"))
      << "on the clock of the desk";
}

TEST(Draft, ATitleAndAHeadingThatTheTextContradictsAreToldOnce) {
  const Desk desk("two_headlines");
  const std::string heading = "The Civic Alliance wins 78 seats in Belmora";
  const std::string draft = "---\ntitle: " + heading + "\n---\n# " + heading +
                            "\n\nThe Civic Alliance won 71 seats in Belmora on Sunday.\n";
  const Outcome run = desk.run({"check", "-", "-f", "short"}, {.input = draft});
  EXPECT_THAT(run.out, HasSubstr("the headline says 78, the lead 71"));
  EXPECT_THAT(run.out, Not(HasSubstr("headline-counts-match")));
}

TEST(Draft, ASeverityOfWhatNobodyTellsIsSaid) {
  const Desk desk("severity");
  const std::string path = write_file(desk / "concord.yaml",
                                      "severity:\n  deathz/behind: note\n  stale: note\n"
                                      "policies:\n  injurd: gtd\n");
  const Outcome run = desk.run({"check", desk.draft(kDraft), "--config", path});
  EXPECT_THAT(run.err, HasSubstr("concord.yaml:2:3"));
  EXPECT_THAT(run.err, HasSubstr("did you mean `deaths/behind`?"));
  EXPECT_THAT(run.err, HasSubstr("did you mean `injured`?"));
  EXPECT_THAT(run.err, Not(HasSubstr("`stale`")));
}

TEST(Draft, StandardInputHasAName) {
  const Desk desk("stdin");
  const Outcome run = desk.run({"check", "-", "--stdin-filename", "desk/draft.md", "-f", "short"},
                               {.input = kDraft});
  EXPECT_THAT(run.out, StartsWith("desk/draft.md:4:66: error: "));
}

TEST(Draft, ADifferenceIsShownOfStandardInputToo) {
  const Desk desk("stdin_diff");
  const std::vector<std::string> words = {"check", "-", "--stdin-filename", "desk/draft.md",
                                          "--diff"};
  const Outcome run = desk.run(words, {.input = kDraft});
  EXPECT_THAT(run.out, StartsWith("--- a/desk/draft.md\n"));
  EXPECT_THAT(run.out, HasSubstr("killed 17 people, officials said.\n"));
}

TEST(Draft, AChangeInJsonNamesBytesOfTheFile) {
  const Desk desk("offsets");
  const std::string text = kDraft;
  const Json json = Json::parse(desk.run({"check", desk.draft(text), "-f", "json"}).out);
  const Json fix = json["diagnostics"][0]["fix"];
  EXPECT_EQ(text.substr(fix["begin"], 2), "12");
  EXPECT_EQ(fix["end"].get<int>() - fix["begin"].get<int>(), 2);
}

TEST(Draft, AFigureThatSomebodyGivesIsNotPutIntoTheirMouth) {
  const Desk desk("mouth");
  std::string text = kDraft;
  text.replace(text.find("officials"), 9, "the mayor");
  const std::string draft = desk.draft(text);
  const Outcome fix = desk.run({"check", draft, "--fix"});
  EXPECT_THAT(fix.out, HasSubstr("they do not have it from \"mayor\", so no change is proposed"));
  EXPECT_EQ(read_file(draft), text);
}

TEST(Draft, EvidenceInATitleHasAPlace) {
  const std::string folder = scratch("draft_title");
  write_file(folder + "/s.txt",
             "---\ntitle: Explosion in Port Calder kills 17\nsource: Quay Gazette\n---\n"
             "Smoke hung over Port Calder after the explosion.\n");
  write_file(folder + "/d.md", kDraft);
  const Outcome run = concord({"check", folder + "/d.md", "--against", folder + "/s.txt"});
  EXPECT_THAT(run.out, HasSubstr("s.txt:2:39"));
}

TEST(Draft, LinesAreTheFilesInEveryEncoding) {
  const Desk desk("utf16");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string(kDraft)) {  // of ASCII alone
    wide += c;
    wide += '\0';
  }
  const Outcome run =
      desk.run({"check", "-", "--stdin-filename", "desk/draft.md", "-f", "short"}, {.input = wide});
  EXPECT_THAT(run.out, StartsWith("desk/draft.md:4:66: error: "));
}

}  // namespace
}  // namespace concord::e2e
