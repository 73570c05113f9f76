// One night after the other: what stays as it was told, what comes back, what an editor has decided
// or mended meanwhile.
#include <gmock/gmock.h>

#include "nightly_desk.h"

namespace concord::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kThirdNight = "2024-05-03T20:00Z";

/// The id of the night's one finding about a fact.
std::string finding_of(const Desk& desk, const std::string& fact) {
  const Json night = desk.night_json();
  for (const Json& story : night["stories"]) {
    for (const Json& finding : story["findings"]) {
      if (finding["fact"] == fact) {
        return finding["id"];
      }
    }
  }
  return "none";
}

TEST(Nights, ATextThatIsPutBackIsAVersionAgain) {
  const Desk desk("back");
  const auto say = [&](const std::string& deaths) {
    desk.put("h.jsonl", {ferry("h1", "Harbor Post", "2024-05-01T09:00:00Z", deaths)});
  };
  say("12");
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  say("14");
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  say("12");
  const Outcome run = desk.night(kThirdNight);
  EXPECT_THAT(run.out, HasSubstr("1 new version, 0 unchanged"));
  EXPECT_THAT(desk.night_json()["quiet_edits"].dump(), HasSubstr("deaths all 14 became 12"));
  const Outcome figure = desk.run({"figure", desk.story("ferry"), "deaths", "--policy", "latest"});
  EXPECT_THAT(figure.out, HasSubstr("12"));
  const std::string saved = write_file(desk / "saved.jsonl", desk.run({"db", "export"}).out);
  const Outcome again = desk.run({"ingest", saved, "--rules", in_source("rules")});
  EXPECT_THAT(again.out, HasSubstr("0 new versions, 3 unchanged")) << again.out;
}

TEST(Nights, AnArticleThatIsRetractedContradictsNobody) {
  const Desk desk("retracted");
  const auto say = [&](const std::string& text) {
    desk.put("t.jsonl", {{"t1", "Tribune", "2024-05-01T10:00:00Z", text}});
  };
  desk.put("n.jsonl", {ferry("n1", "Northwire", "2024-05-01T08:00:00Z", "12")});
  say(ferry("", "", "", "41").text);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_NE(finding_of(desk, "deaths"), "none");
  say("This article has been retracted. The toll of the ferry off Carrow was wrong.");
  const Outcome run = desk.night(kSecondNight);
  EXPECT_THAT(run.out, HasSubstr("1 resolved")) << run.out;
  EXPECT_THAT(desk.run({"figure", desk.story("ferry"), "deaths"}).out, HasSubstr("12"));
}

TEST(Nights, AnOutletThatTheDeskCallsAPartySettlesNothing) {
  const Desk desk("party", "sources: {Unity Press Office: {party: yes}}\n");
  const auto result = [](const std::string& id, const std::string& source, const std::string& hour,
                         const std::string& seats) {
    return Article{id, source, "2024-05-01T" + hour + ":00:00Z",
                   "CARROW, May 1 (Wire) - The Unity Party won " + seats +
                       " of the 120 seats in the general election on Wednesday."};
  };
  desk.put("e.jsonl", {result("c1", "Northwire", "08", "61"), result("o1", "Our Paper", "09", "61"),
                       result("u1", "Unity Press Office", "10", "63")});
  const Outcome run = desk.night(kFirstNight);
  EXPECT_THAT(run.out, HasSubstr("0 figures of our own behind")) << run.out;
  EXPECT_THAT(desk.page("md"), AllOf(HasSubstr("seats (Unity Party)"), HasSubstr("a party's own")));
}

TEST(Nights, AMergedStoryIsNewsOnce) {
  const Desk desk("merged");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string sinking = desk.story("ferry");
  const std::string burning = desk.story("fire");
  // Whoever merges has a clock of his own.
  ASSERT_EQ(desk.run({"story", "merge", burning, sinking, "--now", "2024-06-01T00:00Z"}).code, 0);
  EXPECT_THAT(desk.night(kSecondNight).out, HasSubstr("1 story changed"));
  EXPECT_THAT(desk.night(kThirdNight).out, HasSubstr("0 stories changed"));
}

TEST(Nights, TheOldNameOfAMergedStoryLeadsToTheNew) {
  const Desk desk("followed");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string sinking = desk.story("ferry");
  const std::string burning = desk.story("fire");
  ASSERT_EQ(desk.run({"story", "merge", burning, sinking}).code, 0);
  const Outcome figure = desk.run({"figure", burning, "deaths", "--policy", "latest"});
  EXPECT_EQ(figure.code, 0) << figure.err;
  EXPECT_THAT(figure.err, HasSubstr(burning + " was merged into " + sinking));
  EXPECT_EQ(desk.run({"story", "merge", burning, sinking}).code, 2) << "that is one story already";
  ASSERT_EQ(desk.run({"story", "split", "h1"}).code, 0);
  EXPECT_THAT(desk.run({"story", "pin", "h1", burning}).out, HasSubstr("in story " + sinking));
  EXPECT_EQ(desk.json({"story", "list"})["stories"].size(), 1U);
}

TEST(Nights, AnArticleThatNamesAMergedStoryGoesWhereItWent) {
  const auto naming = [](const std::string& id, const std::string& story, const std::string& text) {
    return Json({{"id", id},
                 {"source", "Harbor Post"},
                 {"published", "2024-05-01T09:00:00Z"},
                 {"story", story},
                 {"text", text}})
               .dump() +
           "\n";
  };
  const Desk desk("named");
  write_file(desk / "in/a.jsonl",
             naming("h1", "ferry", "A ferry sank off Carrow on Wednesday. Six people died.") +
                 naming("h2", "fire", "A fire broke out in Milldown on Wednesday."));
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  ASSERT_EQ(desk.run({"story", "merge", "fire", "ferry"}).code, 0);
  write_file(desk / "in/b.jsonl",
             naming("h3", "fire", "The fire in Milldown was out by Thursday."));
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const Json stories = desk.json({"story", "list"})["stories"];
  ASSERT_EQ(stories.size(), 1U) << stories;
  EXPECT_EQ(stories[0]["documents"], 3);
}

/// The feed from its first entry on.
std::string entries(const Desk& desk) {
  const std::string feed = desk.page("atom");
  const auto begin = feed.find(" <entry>");
  return begin == std::string::npos ? std::string() : feed.substr(begin);
}

TEST(Nights, AnEntryOfTheFeedStaysAsItWas) {
  const Desk desk("feed");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string first = entries(desk);
  EXPECT_THAT(first, AllOf(HasSubstr("Harbor Post"), HasSubstr("<category term=")));
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  EXPECT_EQ(entries(desk), first);
}

TEST(Nights, WhatWasAcceptedKeepsItsRow) {
  const Desk desk("row");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string id = finding_of(desk, "injured");
  ASSERT_EQ(desk.run({"accept", id, "--reason", "known", "--now", "2024-05-01T21:00Z"}).code, 0);
  ASSERT_EQ(desk.night("2024-05-01T22:00Z").code, 0);
  const std::string page = desk.page("html");
  const std::string told = page.substr(0, page.find("application/json"));
  EXPECT_EQ(finding_of(desk, "injured"), "none");
  EXPECT_THAT(told, AllOf(HasSubstr("<span class=\"what\">injured"), HasSubstr(">accepted</span>"),
                          HasSubstr("The fire injured <mark>nine</mark> people")));
  EXPECT_THAT(desk.page("md"), HasSubstr(", accepted |"));
}

TEST(Nights, OwnCopyThatWasMendedIsResolved) {
  const Desk desk("mended");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  ASSERT_EQ(desk.night_json()["own_copy"].size(), 1U);
  EXPECT_THAT(desk.page("csv"), HasSubstr("own_copy,behind\r\n"));
  EXPECT_THAT(desk.page("csv"), HasSubstr(",yes,yes\r\n"));
  desk.put("own.jsonl", {ferry("o1", "Our Paper", "2024-05-01T09:30:00Z", "23")});
  const Outcome run = desk.night(kThirdNight);
  EXPECT_THAT(run.out, AllOf(HasSubstr("1 resolved"), HasSubstr("0 figures of our own behind")));
  EXPECT_THAT(desk.page("md"), HasSubstr("our copy o1: deaths 12"));
  EXPECT_THAT(desk.page("csv"), AllOf(HasSubstr(",yes,no\r\n"), Not(HasSubstr(",yes,yes\r\n"))));
  EXPECT_THAT(desk.run({"diff"}).out, HasSubstr("Our copy o1 is no longer behind"));
  EXPECT_THAT(desk.night("2024-05-04T20:00Z").out, HasSubstr("0 resolved"));
}

TEST(Nights, OwnCopyThatIsWatchedNoLongerWasNotMended) {
  const Desk desk("watched");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  ASSERT_EQ(desk.night_json()["own_copy"].size(), 1U);
  ASSERT_EQ(desk.night("2024-05-12T20:00Z").code, 0);
  ASSERT_EQ(desk.night_json()["own_copy"].size(), 0U);
  EXPECT_THAT(desk.run({"diff"}).out, Not(HasSubstr("no longer behind")));
}

TEST(Nights, AnArticleDatedAheadWaits) {
  const Desk desk("ahead");
  put_first(desk);
  desk.put("ahead.jsonl", {ferry("n9", "Northwire", "2025-05-01T08:00:00Z", "90"),
                           ferry("c9", "Coast FM", "2024-05-02T03:00:00Z", "12")});
  const Outcome run = desk.night(kFirstNight);
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.err, AllOf(HasSubstr("n9 (Northwire) is dated 2025-05-01T08:00:00Z"),
                             Not(HasSubstr("c9"))));
  EXPECT_THAT(desk.page("html"), Not(HasSubstr("killed 90")));
  for (const char* format : {"html", "md"}) {
    EXPECT_THAT(desk.page(format), HasSubstr("1 article waits for its publication time"));
  }
  const Json waiting = desk.night_json()["waiting"];
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0]["document"], "n9");
  EXPECT_EQ(waiting[0]["time"], "2025-05-01T08:00:00Z");
  // One that waits puts the others' night on the page again, and nothing else does.
  desk.put("ahead2.jsonl", {ferry("n10", "Northwire", "2025-06-01T08:00:00Z", "91")});
  EXPECT_THAT(desk.night(kFirstNight).err, HasSubstr("n10 (Northwire)"));
  EXPECT_THAT(desk.page("md"), HasSubstr("2 articles wait for their publication time"));
  EXPECT_EQ(desk.run({"report", "--date", "2024-05-01", "-f", "md"}).out, desk.page("md"));
  EXPECT_THAT(desk.night(kFirstNight).out, HasSubstr("nothing has changed"));
  EXPECT_THAT(desk.page("html"), HasSubstr("Coast FM")) << "a clock may be some hours ahead";
  const Outcome later = desk.night("2025-06-01T20:00Z");
  EXPECT_EQ(later.err, "");
  EXPECT_THAT(desk.run({"story", "list"}).out, Not(HasSubstr("no story yet")));
}

TEST(Nights, AnEmptyInboxIsAQuietNight) {
  const Desk desk("empty");
  EXPECT_EQ(desk.night(kFirstNight).code, 0);
  EXPECT_EQ(desk.night(kFirstNight, {desk / "in/*.txt"}).code, 0);
  EXPECT_EQ(desk.night(kFirstNight, {desk / "nowhere/*.txt"}).code, 3);
  EXPECT_EQ(desk.night(kFirstNight, {desk / "nowhere"}).code, 3);
  const auto ingest = [&](const std::string& path) {
    return desk.run({"ingest", path, "--rules", in_source("rules")});
  };
  const Outcome empty = ingest(desk / "in");
  EXPECT_EQ(empty.code, 0);
  EXPECT_THAT(empty.err, HasSubstr("note[D105]: no documents in the folder"));
  EXPECT_EQ(ingest(desk / "in/*.txt").code, 0);
  EXPECT_EQ(ingest(desk / "nowhere").code, 3);
}

TEST(Nights, AnInboxOfFilesThatNobodyReadsIsNoQuietNight) {
  const Desk desk("foreign");
  write_file(desk / "in/wire.xml", "<wire/>");
  for (const Outcome& run : {desk.night(kFirstNight),
                             desk.run({"ingest", desk / "in", "--rules", in_source("rules")})}) {
    EXPECT_EQ(run.code, 3);
    EXPECT_THAT(run.err, HasSubstr("error[D105]"));
  }
  EXPECT_THAT(desk.page("md"), HasSubstr("no documents in the folder"));
}

TEST(Nights, TimesAreOnTheClockOfTheDesk) {
  const Desk desk("clock", "time zone: Europe/Oslo\n");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  EXPECT_THAT(desk.page("html"),
              AllOf(HasSubstr("2 May 2024, 22:00 UTC+02:00"), HasSubstr(">2 May 11:00</time>"),
                    HasSubstr("Times in +02:00")));
  const std::string story = desk.story("ferry");
  const auto latest = [&](const std::string& time) {
    return desk.run({"figure", story, "deaths", "--policy", "latest", "--as-of", time}).out;
  };
  EXPECT_THAT(latest("2024-05-02"), HasSubstr("23")) << "a date is the whole day";
  EXPECT_THAT(latest("2024-05-01"), Not(HasSubstr("23")));
  EXPECT_THAT(latest("2024-05-02T09:30"), Not(HasSubstr("23"))) << "07:30 UTC";
  EXPECT_THAT(latest("2024-05-02T09:30Z"), HasSubstr("23"));
  const Outcome accepted = desk.run({"accept", finding_of(desk, "injured"), "--reason", "known",
                                     "--until", "2024-05-10", "--now", kSecondNight});
  EXPECT_THAT(accepted.out, HasSubstr("until 2024-05-10T00:00:00+02:00"));
  EXPECT_EQ(desk.night("2024-05-03T00:30").code, 0) << "22:30 UTC of the day before";
  EXPECT_EQ(desk.night_json()["now"], "2024-05-02T22:30:00Z");
  EXPECT_EQ(desk.night_json()["snapshot"], "2024-05-03");
}

TEST(Nights, AFindingIsExplainedFromTheStore) {
  const Desk desk("explained");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string id = finding_of(desk, "injured");
  const Outcome told = desk.run({"explain", id, "--rules", in_source("rules")});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_THAT(told.out, AllOf(HasSubstr(id), HasSubstr("gtd: "), HasSubstr("--> h2:1:74"),
                              HasSubstr("night 2024-05-01")));
  const Outcome none = desk.run({"explain", "0123456789ab", "--rules", in_source("rules")});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("no night of the store tells of a finding"));
  const Outcome begun = desk.run({"explain", id.substr(0, 6), "--rules", in_source("rules")});
  EXPECT_EQ(begun.out, told.out);
}

TEST(Nights, TheBeginningOfAnIdIsEnough) {
  const Desk desk("beginning");
  put_first(desk);
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  const std::string id = finding_of(desk, "injured");
  const std::string begun = id.substr(0, 5);
  const Outcome accepted = desk.run({"accept", begun, "--reason", "known", "--now", kFirstNight});
  EXPECT_THAT(accepted.out, HasSubstr(id + " is accepted"));
  const Outcome back = desk.run({"accept", begun, "--withdraw"});
  EXPECT_THAT(back.out, HasSubstr(id + " is told again"));
  const Outcome few = desk.run({"accept", id.substr(0, 3), "--reason", "known"});
  EXPECT_EQ(few.code, 2) << "three digits may be anything";
  EXPECT_THAT(few.err, HasSubstr("no night of the store tells of a finding"));
}

TEST(Nights, SlipsOfOurOwnCopyAreComparedAndExplained) {
  const Desk desk("slips_told");
  const auto say = [&](const std::string& women) {
    desk.put("a.jsonl", {{"o1", "Our Paper", "2024-05-01T09:30:00Z",
                          "A ferry sank off Carrow on Wednesday. The crew of 12, seven men and " +
                              women + " women, had left at dawn."}});
  };
  say("five");
  ASSERT_EQ(desk.night(kFirstNight).code, 0);
  say("four");
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const std::string id = desk.night_json()["own_slips"][0]["id"];
  const Json changes = desk.json({"diff", "2024-05-01", "2024-05-02"})["changes"];
  ASSERT_EQ(changes.size(), 1U) << changes.dump();
  EXPECT_EQ(changes[0]["change"], "new");
  EXPECT_EQ(changes[0]["after"]["id"], id);
  EXPECT_EQ(changes[0]["after"]["check"], "list-adds-up");
  EXPECT_THAT(desk.run({"diff"}).out, HasSubstr("list-adds-up o1"));
  const Outcome told = desk.run({"explain", id, "--rules", in_source("rules")});
  EXPECT_THAT(told.out, AllOf(HasSubstr(id), HasSubstr("Our copy o1"),
                              HasSubstr("is not the sum of its parts")));
  say("five");
  ASSERT_EQ(desk.night(kThirdNight).code, 0);
  EXPECT_EQ(desk.json({"diff"})["changes"][0]["change"], "gone");
}

TEST(Nights, AReportHasAClockToo) {
  const Desk desk("report_now");
  put_first(desk);
  put_second(desk);
  ASSERT_EQ(desk.night(kSecondNight).code, 0);
  const auto report = [&](const std::string& now) {
    return desk.run({"report", "--story", desk.story("ferry"), "--now", now, "-f", "md"});
  };
  EXPECT_THAT(report(kSecondNight).out, HasSubstr("23"));
  EXPECT_THAT(report("2024-04-30T12:00Z").out, Not(HasSubstr("23"))) << "nothing is known yet";
}

}  // namespace
TEST(Nights, AStoryPinnedLaterTakesTheArticlesOfBefore) {
  const Desk desk("pinned_later");
  put_first(desk);
  const std::string packs = desk / "packs";
  std::filesystem::copy(in_source("rules"), packs, std::filesystem::copy_options::recursive);
  const auto night = [&](const std::string& now) {
    return concord({"nightly", "--now", now, "--rules", packs, "--config", desk / "concord.yaml"});
  };
  ASSERT_EQ(night(kFirstNight).code, 0);
  const std::string before = desk.story("fire");
  const std::string pin = write_file(packs + "/stories/milldown.yaml",
                                     "story: milldown-2024\n"
                                     "event: { kind: fire, place: Milldown, date: 2024-05-01 }\n");
  ASSERT_EQ(night(kSecondNight).code, 0);
  EXPECT_EQ(desk.story("fire"), "milldown-2024");
  const Json told = desk.night_json();
  for (const Json& story : told["stories"]) {
    EXPECT_TRUE(story["new"].empty()) << "the articles say what they said: " << story.dump();
  }
  EXPECT_EQ(desk.json({"story", "list"})["stories"].size(), 2U) << "the ferry is another story";
  EXPECT_THAT(desk.run({"db", "export"}).out, Not(HasSubstr("milldown-2024")))
      << "the articles do not say it themselves";
  std::filesystem::remove(pin);
  ASSERT_EQ(night(kThirdNight).code, 0);
  EXPECT_EQ(desk.story("fire"), before);
}

}  // namespace concord::e2e
