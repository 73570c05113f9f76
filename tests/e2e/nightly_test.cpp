// The desk's nights from its settings to its reports: what each night tells, what is remembered and
// what editors decide about it.
#include <algorithm>

#include <gmock/gmock.h>

#include "nightly_desk.h"

namespace concord::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Nightly, TheFirstNightWritesEveryReport) {
  const Desk desk("first");
  put_first(desk);
  const Outcome run = desk.night(kFirstNight);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(lines_of(run.out).size(), 1U);
  EXPECT_THAT(run.out, AllOf(HasSubstr("2024-05-01: 5 new articles"),
                             HasSubstr("the first night: 2 stories")));
  for (const char* format : kFormats) {
    EXPECT_THAT(desk.page(format), Not(IsEmpty())) << format;
  }
  schema::Schemas schemas(in_source("src/report/schemas"));
  EXPECT_THAT(schemas.check("night", desk.night_json()), IsEmpty());
}

TEST(Nightly, WithNothingNewNothingIsDone) {
  const Desk desk("unchanged");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const auto before = desk.pages();
  const auto written = std::filesystem::last_write_time(desk / "reports/nightly.html");
  for (const char* now : {kFirstNight, "2024-05-01T21:00Z"}) {
    const Outcome run = desk.night(now);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("nothing has changed since this night's report"));
  }
  EXPECT_EQ(desk.pages(), before);
  EXPECT_EQ(std::filesystem::last_write_time(desk / "reports/nightly.html"), written);
  std::filesystem::remove(desk / "reports/nightly.md");
  EXPECT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_EQ(desk.pages(), before);
}

TEST(Nightly, ASecondNightTellsWhatMoved) {
  const Desk desk("second",
                  "time zone: Europe/Oslo\noutputs: {address: \"https://desk.example/\"}\n");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const auto first = desk.pages();
  put_second(desk);
  const Outcome run = desk.night(kSecondNight);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("2024-05-02: 2 new articles"));
  EXPECT_THAT(run.out, HasSubstr("1 story changed, 1 figure moved"));
  EXPECT_THAT(
      desk.page("md"),
      HasSubstr("Since last night: 1 story changed, 1 figure moved, 1 correction candidate, "
                "0 resolved."));
  EXPECT_EQ(desk.night_json()["last_snapshot"], "2024-05-01");
  EXPECT_THAT(desk.page("atom"), HasSubstr("<id>tag:desk.example,2026:findings</id>"));
  const auto second = desk.pages();
  for (const char* format : kFormats) {
    for (const auto& [name, pages] : {std::pair("2024-05-01", &first), {"2024-05-02", &second}}) {
      const Outcome again = desk.run({"report", "--date", name, "-f", format});
      EXPECT_EQ(again.code, 0) << again.err;
      EXPECT_EQ(again.out, pages->at(format)) << name << " " << format;
    }
  }
  const Outcome none = desk.run({"report", "--date", "2024-05-03"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("did you mean `2024-05-0"));
}

TEST(Nightly, AnArticleThatChangedWithoutSayingSoIsTold) {
  const Desk desk("quiet");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.night_json()["quiet_edits"], IsEmpty());
  desk.put("edit.jsonl", {ferry("h1", "Harbor Post", "2024-05-01T09:00:00Z", "16")});
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Json edits = desk.night_json()["quiet_edits"];
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0]["source"], "Harbor Post");
  EXPECT_EQ(edits[0]["document"], "h1");
  EXPECT_THAT(edits[0]["changes"].dump(), HasSubstr("deaths all 19 became 16"));
  EXPECT_THAT(desk.page("html"), HasSubstr("Changed without saying so"));
  EXPECT_THAT(desk.page("md"), HasSubstr("Changed without saying so"));
  ASSERT_EQ(desk.night("2024-05-03T20:00Z").code, 0);
  EXPECT_THAT(desk.night_json()["quiet_edits"], IsEmpty());
}

TEST(Nightly, WhatTwoNightsTellDifferently) {
  const Desk desk("diff");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_EQ(desk.run({"diff"}).code, 2) << "there is one night";
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Outcome told = desk.run({"diff"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("2024-05-01 to 2024-05-02: "));
  EXPECT_EQ(desk.run({"diff", "2024-05-01", "2024-05-02"}).out, told.out);
  EXPECT_EQ(desk.run({"diff", "2024-05-01"}).out, told.out);
  const Json json = desk.json({"diff"});
  schema::Schemas schemas(in_source("src/report/schemas"));
  EXPECT_THAT(schemas.check("diff", json), IsEmpty());
  ASSERT_FALSE(json["changes"].empty());
  EXPECT_THAT(json.dump(), HasSubstr("23"));
  const Outcome same = desk.run({"diff", "2024-05-02", "2024-05-02"});
  EXPECT_THAT(same.out, HasSubstr("0 new, 0 changed, 0 gone"));
}

TEST(Nightly, AFigureThatMovedIsChangedAlsoWhereWhatHappenedShowsOnlyThen) {
  const Desk desk("moved");
  desk.put("day1.jsonl",
           {{"b1", "Northwire", "2024-05-01T08:00:00Z",
             "BRENNICK - A footbridge over the Tarn collapsed on Wednesday morning, killing seven "
             "people and injuring 31, the ministry said."},
            {"b2", "Harbor Post", "2024-05-01T10:00:00Z",
             "At least nine people were killed when a footbridge collapsed in Brennick on "
             "Wednesday, hospital officials said.\n\nAbout 30 people were injured."}});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  desk.put("day2.jsonl",
           {{"b3", "Northwire", "2024-05-02T08:00:00Z",
             "The death toll from the collapse of a footbridge in Brennick rose to 14 on Thursday, "
             "the ministry said. Thirty-one people were injured."}});
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Outcome told = desk.run({"diff"});
  EXPECT_THAT(told.out, AllOf(HasSubstr("changed "), HasSubstr("0 new, 1 changed, 0 gone")));
  EXPECT_EQ(desk.night_json()["since"]["resolved"], 0);
}

TEST(Nightly, ArticlesInNoStoryYetAreCounted) {
  const Desk desk("unplaced");
  put_first(desk);
  ASSERT_EQ(desk.run({"ingest", desk / "in", "--rules", in_source("rules")}).code, 0);
  EXPECT_THAT(desk.run({"story", "list"}).out, HasSubstr("articles are in no story yet"));
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.run({"story", "list"}).out, Not(HasSubstr("no story yet")));
}

/// The id of the one finding of the night about injuries.
std::string injuries(const Desk& desk) {
  const Json night = desk.night_json();
  for (const Json& story : night["stories"]) {
    for (const Json& finding : story["findings"]) {
      if (finding["fact"] == "injured") {
        return finding["id"];
      }
    }
  }
  return "none";
}

TEST(Nightly, AnAcceptedFindingIsSilentUntilItsTime) {
  const Desk desk("accept");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string id = injuries(desk);
  ASSERT_NE(id, "none") << desk.page("json");
  EXPECT_EQ(desk.run({"accept", id}).code, 2) << "a reason is asked for";
  EXPECT_EQ(desk.run({"accept", "000000000000", "--reason", "x"}).code, 2);
  const Outcome accepted = desk.run({"accept", id, "--reason", "the brigade counts guests too",
                                     "--until", "2024-05-03T06:00Z", "--now", "2024-05-01T21:00Z"});
  EXPECT_EQ(accepted.code, 0) << accepted.err;
  const auto told = [&] { return injuries(desk) == id; };

  ASSERT_EQ(desk.night("2024-05-01T22:00Z").code, 0);
  EXPECT_FALSE(told());
  const Json night = desk.night_json();
  ASSERT_EQ(night["accepted"].size(), 1U);
  EXPECT_EQ(night["accepted"][0]["finding"], id);
  EXPECT_EQ(night["accepted"][0]["reason"], "the brigade counts guests too");
  EXPECT_TRUE(night["expired"].empty());

  ASSERT_EQ(desk.night("2024-05-03T20:00Z").code, 0);
  EXPECT_TRUE(told()) << desk.page("md");
  EXPECT_TRUE(desk.night_json()["accepted"].empty());
  ASSERT_EQ(desk.night_json()["expired"].size(), 1U);
  EXPECT_EQ(desk.night_json()["expired"][0]["finding"], id);
}

TEST(Nightly, AnAcceptanceIsWithdrawn) {
  const Desk desk("withdraw");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string id = injuries(desk);
  ASSERT_EQ(desk.run({"accept", id, "--reason", "known", "--now", "2024-05-01T21:00Z"}).code, 0);
  ASSERT_EQ(desk.night("2024-05-01T22:00Z").code, 0);
  EXPECT_NE(injuries(desk), id);
  ASSERT_EQ(desk.run({"accept", id, "--withdraw", "--now", "2024-05-01T22:30Z"}).code, 0);
  ASSERT_EQ(desk.night("2024-05-01T23:00Z").code, 0);
  EXPECT_EQ(injuries(desk), id);
  EXPECT_TRUE(desk.night_json()["accepted"].empty());
  EXPECT_EQ(desk.run({"accept", id, "--withdraw"}).code, 2) << "it is not accepted any more";
}

TEST(Nightly, OurOwnCopyBehindIsACorrection) {
  const Desk desk("own");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  EXPECT_THAT(desk.page("md"),
              AllOf(HasSubstr("Our copy behind"), HasSubstr("| o1 |"), HasSubstr("CORRECTED")));
  const Json own = desk.night_json()["own_copy"];
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0]["text"], "12");
  EXPECT_EQ(own[0]["now"], "23");
}

TEST(Nightly, SlipsOfOurOwnCopyAreTold) {
  const Desk desk("slips");
  desk.put("a.jsonl",
           {{"o1", "Our Paper", "2024-05-01T09:30:00Z",
             "A ferry sank off Carrow on Thursday, May 1, 2024. The sinking killed 12 people."},
            {"h1", "Harbor Post", "2024-05-01T09:00:00Z",
             "A ferry sank off Carrow on Friday, May 1, 2024. The sinking killed 12 people."}});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const Json night = desk.night_json();
  const Json slips = night["own_slips"];
  const Json behind = night["own_copy"];
  ASSERT_EQ(slips.size() + behind.size(), 1U) << slips.dump() << behind.dump();
  EXPECT_EQ((slips.empty() ? behind : slips)[0]["class"], "REFILE");
  EXPECT_EQ((slips.empty() ? behind : slips)[0]["document"], "o1");
}

TEST(Nightly, PartsOfOurOwnFigureThatDoNotSumAreTold) {
  const Desk desk("parts");
  desk.put("a.jsonl", {{"o1", "Our Paper", "2024-05-01T09:30:00Z",
                        "A ferry sank off Carrow on Wednesday. The crew of 12, seven men and four "
                        "women, had left at dawn."}});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const Json slips = desk.night_json()["own_slips"];
  ASSERT_EQ(slips.size(), 1U);
  EXPECT_EQ(slips[0]["class"], "CORRECTED");
  EXPECT_THAT(desk.page("html"), HasSubstr("Slips in our copy"));
  EXPECT_THAT(desk.page("md"),
              AllOf(HasSubstr("Slips in our copy"), Not(HasSubstr("Nothing new"))));
  EXPECT_EQ(desk.run({"report", "--date", "2024-05-01", "-f", "html"}).out, desk.page("html"));
}

TEST(Nightly, ASlipOfOurOwnCopyIsNewOnceAndCanBeAccepted) {
  const Desk desk("slip_accepted");
  desk.put("a.jsonl", {{"o1", "Our Paper", "2024-05-01T09:30:00Z",
                        "A ferry sank off Carrow on Wednesday. The crew of 12, seven men and four "
                        "women, had left at dawn."}});
  const auto first = desk.night(kFirstNight);
  EXPECT_THAT(first.out, HasSubstr("; 1 slip in our copy; "));
  EXPECT_THAT(desk.page("atom"), HasSubstr("is not the sum of its parts"));
  const Json slip = desk.night_json()["own_slips"][0];
  EXPECT_TRUE(slip["new"]);
  EXPECT_EQ(desk.run({"nightly", "--now", "2024-05-02T04:00Z", "--fail-on", "warning"}).code, 1);
  EXPECT_FALSE(desk.night_json()["own_slips"][0]["new"]);
  const std::string id = slip["id"];
  EXPECT_EQ(desk.run({"accept", id, "--reason", "the cook is a child", "--until", "2024-05-04",
                      "--now", "2024-05-02T08:00Z"})
                .code,
            0);
  EXPECT_EQ(desk.run({"nightly", "--now", "2024-05-03T04:00Z", "--fail-on", "warning"}).code, 0);
  EXPECT_TRUE(desk.night_json()["own_slips"].empty());
  EXPECT_EQ(desk.night_json()["accepted"][0]["reason"], "the cook is a child");
  EXPECT_EQ(desk.run({"nightly", "--now", "2024-05-05T04:00Z"}).code, 0);
  EXPECT_EQ(desk.night_json()["own_slips"].size(), 1U);
}

TEST(Nightly, NotesTellTimesOnTheClockOfTheDesk) {
  const Desk desk("clock", "time zone: Europe/Oslo\n");
  desk.put("a.jsonl", {ferry("h1", "Harbor Post", "2024-05-01T09:00:00Z", "at least 9"),
                       ferry("c1", "Coast FM", "2024-05-01T13:00:00+05:00", "7"),
                       ferry("o1", "Inland Times", "2024-05-01T12:00:00Z", "14")});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.page("md"), HasSubstr("since Inland Times at 2024-05-01T14:00:00+02:00"));
  EXPECT_EQ(desk.run({"report", "--date", "2024-05-01", "-f", "md"}).out, desk.page("md"));
}

TEST(Nightly, OurOwnCopyThatIsAheadIsNotBehind) {
  const Desk desk("ahead_of_all");
  desk.put("a.jsonl", {ferry("n1", "Northwire", "2024-05-01T08:00:00Z", "12"),
                       ferry("h1", "Harbor Post", "2024-05-01T09:00:00Z", "19"),
                       ferry("o1", "Our Paper", "2024-05-01T09:30:00Z", "23")});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.page("md"), HasSubstr("then 23 (Our Paper)"));
  EXPECT_TRUE(desk.night_json()["own_copy"].empty()) << desk.night_json()["own_copy"].dump();
}

TEST(Nightly, OneOutletThatDiffersFromAllLeavesNobodyBehind) {
  const Desk desk("most");
  desk.put("a.jsonl", {ferry("n1", "Northwire", "2024-05-01T06:00:00Z", "at least 12"),
                       ferry("h1", "Harbor Post", "2024-05-01T07:00:00Z", "nine"),
                       ferry("c1", "Coast FM", "2024-05-01T09:00:00Z", "12"),
                       ferry("o1", "Our Paper", "2024-05-01T09:30:00Z", "at least 12")});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.page("md"), HasSubstr("Harbor Post"));
  EXPECT_TRUE(desk.night_json()["own_copy"].empty()) << desk.night_json()["own_copy"].dump();
}

// When the edit was made, before or after what the others said, nobody knows.
TEST(Nightly, ASilentEditIsNoNewerThanWhatOthersSaidBeforeItWasSeen) {
  const Desk desk("silent");
  desk.put("a.jsonl", {ferry("h1", "Harbor Post", "2024-05-01T07:00:00Z", "14")});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  desk.put("b.jsonl", {ferry("h1", "Harbor Post", "2024-05-01T07:00:00Z", "15"),
                       ferry("n1", "Northwire", "2024-05-02T06:00:00Z", "23"),
                       ferry("c1", "Coast FM", "2024-05-02T07:00:00Z", "23"),
                       ferry("o1", "Our Paper", "2024-05-02T05:30:00Z", "20")});
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Json own = desk.night_json()["own_copy"];
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0]["now"], "15-23");
}

TEST(Nightly, AnEditBelowAHeadlineThatStaysIsTold) {
  const auto titled = [](const std::string& deaths) {
    return Json({{"id", "h1"},
                 {"source", "Harbor Post"},
                 {"published", "2024-05-01T09:00:00Z"},
                 {"title", "Two dead in Carrow"},
                 {"text", deaths + " people were killed in a fire at a mill in Carrow, the fire "
                                   "brigade said on Wednesday."}})
               .dump() +
           "\n";
  };
  const Desk desk("below");
  write_file(desk / "in/a.jsonl", titled("Two"));
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  write_file(desk / "in/b.jsonl", titled("Three"));
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Json edits = desk.night_json()["quiet_edits"];
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_THAT(edits[0]["changes"].dump(), HasSubstr("deaths all 2 became 3"));
}

TEST(Nightly, OurQuotationIsNotBehindOneThatAThirdSourceChanged) {
  const auto quoting = [](const std::string& id, const std::string& source,
                          const std::string& words) {
    return Article{id, source, "2024-05-01T10:00Z",
                   "A ferry sank off Carrow on Wednesday. The sinking killed 12 people. \"" +
                       words + "\" the harbor master, Ilse Brandt, said."};
  };
  const std::string whole =
      "According to early data the crew may have left the bow doors open in the storm,";
  const std::string cut = "The crew left the bow doors open in the storm,";
  const Desk desk("quoted");
  desk.put("a.jsonl", {quoting("o1", "Our Paper", whole), quoting("w1", "Harbor Wire", whole),
                       quoting("c1", "Coast FM", cut)});
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_THAT(desk.page("md"), HasSubstr("the words differ"));
  EXPECT_TRUE(desk.night_json()["own_copy"].empty());

  const Desk other("misquoted");
  other.put("a.jsonl", {quoting("o1", "Our Paper", cut), quoting("w1", "Harbor Wire", whole),
                        quoting("c1", "Coast FM", whole)});
  ASSERT_EQ(other.night(kFirstNight).code, 0);
  EXPECT_EQ(other.night_json()["own_copy"].size(), 1U);
}

TEST(Nightly, WhatEditorsSayOfStoriesIsRemembered) {
  const Desk desk("stories");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string sinking = desk.story("ferry");
  const std::string burning = desk.story("fire");
  const auto ids = [&](const std::string& story) {
    const Json shown =
        Json::parse(desk.run({"report", "--story", story, "-f", "json"}).out, nullptr, false);
    return shown.dump();
  };
  const Outcome merged = desk.run({"story", "merge", burning, sinking});
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_THAT(merged.out, HasSubstr("2 articles are now in story " + sinking));
  EXPECT_EQ(desk.run({"story", "merge", sinking, sinking}).code, 2);
  EXPECT_EQ(desk.run({"story", "split", "nobody"}).code, 2);
  const Outcome split = desk.run({"story", "split", "h1"});
  EXPECT_EQ(split.code, 0) << split.err;
  EXPECT_THAT(split.out, HasSubstr("1 article is now in story ")) << "named as its article";
  EXPECT_THAT(split.out, Not(HasSubstr("(h1)"))) << "named as its article";
  desk.put("day2.jsonl", {ferry("n3", "Northwire", "2024-05-02T08:00:00Z", "23"),
                          fire("n4", "Northwire", "2024-05-02T08:00:00Z", "nine")});
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Json stories = desk.json({"story", "list"})["stories"];
  std::map<std::string, int> documents;
  for (const Json& story : stories) {
    documents[story["id"]] = story["documents"];
  }
  EXPECT_EQ(documents[sinking], 6) << stories;  // all but h1
  EXPECT_EQ(documents.size(), 2U) << stories;
  EXPECT_THAT(ids(sinking), AllOf(HasSubstr("n4"), HasSubstr("n3")));

  const Outcome pinned = desk.run({"story", "pin", "h1", sinking});
  EXPECT_EQ(pinned.code, 0) << pinned.err;
  desk.put("day3.jsonl", {ferry("h5", "Harbor Post", "2024-05-02T21:00:00Z", "23")});
  ASSERT_EQ(desk.night("2024-05-03T20:00Z").code, 0);
  const Json later = desk.json({"story", "list"})["stories"];
  ASSERT_EQ(later.size(), 1U) << later;
  EXPECT_EQ(later[0]["documents"], 8);
  schema::Schemas schemas(in_source("src/report/schemas"));
  EXPECT_THAT(schemas.check("stories", desk.json({"story", "list"})), IsEmpty());
}

TEST(Nightly, FiguresByEveryPolicy) {
  const Desk desk("figure");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const std::string story = desk.story("ferry");
  const Outcome all = desk.run({"figure", story, "deaths"});
  EXPECT_EQ(all.code, 0) << all.err;
  for (const char* policy : {"range", "gtd", "acled", "ucdp", "emdat", "majority", "latest",
                             "authority", "truthfinder", "dependence"}) {
    EXPECT_THAT(all.out, HasSubstr("  " + std::string(policy) + " "));
    const Outcome one = desk.run({"figure", story, "deaths", "--policy", policy});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_EQ(lines_of(one.out).size(), 1U) << one.out;
  }
  const Outcome latest = desk.run({"figure", story, "deaths", "--policy", "latest"});
  EXPECT_THAT(latest.out, HasSubstr("23"));
  const Outcome then =
      desk.run({"figure", story, "deaths", "--policy", "latest", "--as-of", "2024-05-01T08:30Z"});
  EXPECT_THAT(then.out, AllOf(HasSubstr("12"), Not(HasSubstr("23"))));
  const Outcome none = desk.run({"figure", story, "death"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("deaths"));
  EXPECT_EQ(desk.run({"figure", "sxyz", "deaths"}).code, 2);
  schema::Schemas schemas(in_source("src/report/schemas"));
  EXPECT_THAT(schemas.check("policies", desk.json({"figure", story, "deaths"})), IsEmpty());
}

TEST(Nightly, FiguresAmongClaimsDoNotDependOnTheirOrder) {
  const std::string folder = scratch("claims");
  std::vector<std::string> claims;
  for (int event = 0; event < 40; ++event) {
    for (int source = 0; source < 4; ++source) {
      const int value = source % 2 == 0 ? 100 + event : 200 + event;  // two against two
      claims.push_back(Json({{"event", "e" + std::to_string(event)},
                             {"fact", "deaths"},
                             {"source", "s" + std::to_string((source + event) % 5)},
                             {"value", std::to_string(value)}})
                           .dump() +
                       "\n");
    }
  }
  const auto file = [&](const std::string& name) {
    std::string text;
    for (const std::string& claim : claims) {
      text += claim;
    }
    return write_file(folder + "/" + name, text);
  };
  const std::string straight = file("straight.jsonl");
  std::reverse(claims.begin(), claims.end());
  std::rotate(claims.begin(), claims.begin() + 37, claims.end());
  const std::string other = file("other.jsonl");
  schema::Schemas schemas(in_source("src/report/schemas"));
  for (const char* policy : {"majority", "truthfinder", "dependence"}) {
    const Outcome one = concord({"figure", "--claims", straight, "--policy", policy});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_EQ(lines_of(one.out).size(), 40U);
    EXPECT_EQ(concord({"figure", "--claims", other, "--policy", policy}).out, one.out) << policy;
    for (const std::string& line : lines_of(one.out)) {
      EXPECT_THAT(schemas.check("chosen", Json::parse(line)), IsEmpty()) << line;
    }
  }
  EXPECT_EQ(concord({"figure", "--claims", straight, "--policy", "acled"}).code, 2);
  EXPECT_EQ(concord({"figure", "--claims", folder + "/none.jsonl"}).code, 3);
  const std::string bad = write_file(folder + "/bad.jsonl", claims.front() + "{\"event\":1}\n");
  const Outcome partly = concord({"figure", "--claims", bad});
  EXPECT_EQ(partly.code, 3);
  EXPECT_THAT(partly.err, HasSubstr("bad.jsonl:2"));
  EXPECT_EQ(lines_of(partly.out).size(), 1U);
}

}  // namespace
}  // namespace concord::e2e
