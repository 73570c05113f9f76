// The desk's nights where something goes wrong: settings, inboxes and folders that cannot be read
// or written, runs that are killed and runs at once.
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <sys/file.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "nightly_desk.h"

namespace concord::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Nightly, FindingsFailTheRunWhenAsked) {
  const Desk desk("fail", "severity:\n  injured: error\n");
  desk.put("day1.jsonl", {fire("n2", "Northwire", "2024-05-01T10:00:00Z", "four"),
                          fire("h2", "Harbor Post", "2024-05-01T11:00:00Z", "nine")});
  const Outcome run = desk.night(kFirstNight, {"--fail-on", "error"});
  EXPECT_EQ(run.code, 1) << run.out << run.err;
  EXPECT_EQ(desk.night(kSecondNight, {"--fail-on", "error"}).code, 0) << "they are no news";
  const Desk behind("fail_behind", "severity:\n  deaths/behind: error\n");
  put_first(behind);
  for (const char* now : {kFirstNight, kSecondNight}) {
    EXPECT_EQ(behind.night(now, {"--fail-on", "error"}).code, 1) << "until it is corrected";
  }
  const Desk quiet("pass");
  put_first(quiet);
  EXPECT_EQ(quiet.night(kFirstNight).code, 0);
}

TEST(Nightly, SettingsThatCannotBeReadAreToldWithTheirLine) {
  struct Slip {
    const char* yaml;
    const char* line;
    const char* word;
  };
  const Slip slips[] = {{"inboxes: in\ninbox: in\n", "concord.yaml:2", "inbox"},
                        {"policies:\n  deaths: gdt\n", "concord.yaml:2", "gtd"},
                        {"outputs:\n  formats: [htm]\n", "concord.yaml:2", "html"},
                        {"time zone: Europe/Olso\n", "concord.yaml", "Europe/Olso"},
                        {"inboxes: in\nfail on: sometimes\n", "concord.yaml:2", "`fail on`"},
                        {"inboxes: in\nrules: [a, b]\n", "concord.yaml:2", "`rules` takes one"},
                        {"inboxes: [in\n", "concord.yaml:", ""}};
  const Desk desk("slips");
  put_first(desk);
  for (const Slip& slip : slips) {
    write_file(desk / "concord.yaml", slip.yaml);
    const Outcome run = desk.night(kFirstNight);
    EXPECT_EQ(run.code, 2) << slip.yaml << run.out;
    EXPECT_THAT(run.err, AllOf(HasSubstr(slip.line), HasSubstr(slip.word)));
    EXPECT_FALSE(std::filesystem::exists(desk / "reports"));
  }
  const Outcome none = concord({"nightly", "--config", desk / "none.yaml"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("none.yaml"));
}

TEST(Nightly, AnInboxThatIsMissingIsToldAndTheOthersAreRead) {
  const Desk desk("missing");
  write_file(desk / "concord.yaml", "store: desk.db\ninboxes: [gone, in]\n");
  put_first(desk);
  const Outcome run = desk.night(kFirstNight);
  EXPECT_EQ(run.code, 3);
  EXPECT_THAT(run.out, HasSubstr("5 new articles, 0 new versions, 0 unchanged, 1 unreadable"));
  EXPECT_THAT(run.err, HasSubstr("gone"));
  for (const char* format : {"html", "md", "json"}) {
    EXPECT_THAT(desk.page(format), HasSubstr("gone")) << format;
    EXPECT_EQ(desk.run({"report", "--date", "2024-05-01", "-f", format}).out, desk.page(format));
  }
}

TEST(Nightly, AFolderThatCannotBeWrittenIsToldAndTheNightIsToldLater) {
  const Desk desk("unwritable", "outputs: {folder: taken}\n");
  put_first(desk);
  write_file(desk / "taken", "a file\n");
  const Outcome run = desk.night(kFirstNight);
  EXPECT_EQ(run.code, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("taken/nightly.html"), HasSubstr("concord.yaml")));
  std::filesystem::remove(desk / "taken");
  const Outcome again = desk.night(kFirstNight);
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("the first night"));
  EXPECT_THAT(read_file(desk / "taken/nightly.html"), HasSubstr("Test desk"));
}

/// Two days of many stories.
void put_many(const Desk& desk, int day) {
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i) {
    const std::string number = std::to_string(i);
    const std::string date = "2024-05-0" + std::to_string(day);
    Article one = ferry("f" + number + "-" + std::to_string(day), "Outlet " + std::to_string(i % 3),
                        date + "T08:00:00Z", std::to_string(10 * day + i % 3));
    const std::string place =
        "Carrow " + std::string(1, static_cast<char>('A' + i / 3 % 26)) + "ford";
    one.text = "A ferry sank off " + place + " on Wednesday. The sinking off " + place +
               " killed " + std::to_string(10 * day + i % 3) + " people, the coast guard said.";
    articles.push_back(one);
  }
  desk.put("day" + std::to_string(day) + ".jsonl", articles);
}

TEST(Nightly, AKillAtAnyMomentChangesNoReport) {
  const Desk warm("kill_warm");  // the rules are compiled once, by a night that is not measured
  put_many(warm, 1);
  ASSERT_EQ(warm.night(kFirstNight).code, 0);
  const Desk whole("kill_whole");
  put_many(whole, 1);
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(whole.night(kFirstNight).code, 0);
  const auto length = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  const auto first = whole.pages();
  put_many(whole, 2);
  ASSERT_EQ(whole.night(kSecondNight).code, 0);
  const auto second = whole.pages();

  constexpr int kKills = 10;
  int killed = 0;
  for (int i = 1; i <= kKills; ++i) {
    const Desk desk("kill" + std::to_string(i));
    put_many(desk, 1);
    killed += desk.night(kFirstNight, {}, {.kill_after = length * i / kKills}).code == 128 + SIGKILL
                  ? 1
                  : 0;
    EXPECT_EQ(desk.night(kFirstNight).code, 0);
    EXPECT_EQ(desk.pages(), first) << "killed at " << i;
    put_many(desk, 2);
    killed +=
        desk.night(kSecondNight, {}, {.kill_after = length * i / kKills}).code == 128 + SIGKILL ? 1
                                                                                                : 0;
    EXPECT_EQ(desk.night(kSecondNight).code, 0);
    EXPECT_EQ(desk.pages(), second) << "killed at " << i;
    const std::filesystem::directory_iterator reports(desk / "reports");
    EXPECT_EQ(std::distance(begin(reports), end(reports)), 5) << "what a killed run left is gone";
  }
  EXPECT_GE(killed, 3);
}

TEST(Nightly, TwoAtOnceComeOneAfterTheOther) {
  const Desk desk("two");
  put_many(desk, 1);
  auto other = std::async(std::launch::async, [&] { return desk.night(kFirstNight); });
  const Outcome one = desk.night(kFirstNight);
  const Outcome two = other.get();
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(two.code, 0) << two.err;
  EXPECT_THAT(one.out + two.out,
              AllOf(HasSubstr("the first night"), HasSubstr("nothing has changed")));

  const int lock = open((desk / "desk.db-lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(flock(lock, LOCK_EX), 0);
  const Outcome refused = desk.night(kSecondNight, {"--wait", "0.1"});
  close(lock);
  EXPECT_EQ(refused.code, 4);
  EXPECT_THAT(refused.err, HasSubstr("error[S107]"));
}

TEST(Nightly, TheSameArticlesGiveTheSameBytes) {
  std::optional<std::map<std::string, std::string>> expected;
  for (const char* jobs : {"1", "2", "2"}) {
    const Desk desk("same");
    put_many(desk, 1);
    put_first(desk);
    ASSERT_EQ(desk.night(kFirstNight, {"-j", jobs}).code, 0);
    put_many(desk, 2);
    ASSERT_EQ(desk.night(kSecondNight, {"-j", jobs}).code, 0);
    EXPECT_EQ(desk.pages(), expected.value_or(desk.pages())) << jobs;
    expected = desk.pages();
  }
}

}  // namespace
}  // namespace concord::e2e
