// Articles into the store and out of it: nothing twice, nothing lost, whatever happens to the
// process, its disk or its file.
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <sys/file.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "../schema/schema.h"
#include "program.h"

namespace concord::e2e {
namespace {

using schema::Json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRules = R"(factrules: 1
pack: core
version: 1.0.0
owner: desk
status: draft

facts:
  deaths:
    describe: People killed
    value: count
    find: |
      kill~ {n} people
    compare:
      agree: ranges overlap
      trend: free
      stale after: 24 hours
      severity: note
    say: "{source} has {n} deaths; {other} has {other.n}"
    examples:
      - text: The blast killed 12 people.
        get: 12
)";

/// A folder with small rules, so that a run takes as long as its work.
class Desk {
 public:
  explicit Desk(const std::string& name) : folder_(scratch("store_" + name)) {
    std::filesystem::create_directories(folder_ + "/rules/core");
    write_file(folder_ + "/rules/core/deaths.yaml", kRules);
  }

  std::string operator/(const std::string& name) const { return folder_ + "/" + name; }

  Outcome run(std::vector<std::string> words, const Setting& setting = {},
              const std::string& store = "desk.db") const {
    words.insert(words.end(), {"--store", folder_ + "/" + store});
    if (words.front() == "ingest") {
      words.insert(words.end(), {"--rules", folder_ + "/rules", "--now", "2030-05-02T20:00Z"});
    }
    return concord(words, setting);
  }

  Json ingest(std::vector<std::string> inputs, const std::string& store = "desk.db") const {
    inputs.insert(inputs.begin(), "ingest");
    inputs.insert(inputs.end(), {"-f", "json"});
    const Outcome run = this->run(inputs, {}, store);
    EXPECT_EQ(run.code, 0) << run.err;
    return Json::parse(run.out, nullptr, false);
  }

  std::string exported(const std::string& store = "desk.db") const {
    const Outcome run = this->run({"db", "export"}, {}, store);
    EXPECT_EQ(run.code, 0) << run.err;
    return run.out;
  }

 private:
  std::string folder_;
};

/// Articles with three versions for every tenth of them.
std::string articles(int count, const std::string& prefix = "a") {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const int versions = i % 10 == 0 ? 3 : 1;
    for (int version = 1; version <= versions; ++version) {
      Json article = {{"id", prefix + std::to_string(i)},
                      {"source", "outlet" + std::to_string(i % 7)},
                      {"published", "2030-05-01T08:00:00Z"},
                      {"version", version},
                      {"text", "The blast killed " + std::to_string(10 * i + version) +
                                   " people. " + std::string(3000, 'x')}};
      text += article.dump() + "\n";
    }
  }
  return text;
}

TEST(Store, TakesInWhatIsNewOnly) {
  const Desk desk("new");
  const std::string file = write_file(desk / "wire.jsonl", articles(30));
  const Json first = desk.ingest({file});
  EXPECT_EQ(first["added"], 30);
  EXPECT_EQ(first["new_versions"], 6);
  EXPECT_EQ(first["facts"], 36);
  EXPECT_EQ(desk.ingest({file})["unchanged"], 36);

  const std::string copy = write_file(desk / "copy.jsonl", articles(31));
  const Json third = desk.ingest({copy});
  EXPECT_EQ(third["unchanged"], 36);
  EXPECT_EQ(third["added"], 1);
  EXPECT_EQ(third["new_versions"], 2);
  const Outcome check = desk.run({"db", "check"});
  EXPECT_EQ(check.code, 0);
  EXPECT_THAT(check.out, HasSubstr("39 versions of 31 articles from 7 sources with 39 facts"));
}

TEST(Store, OneOfEachIsToldInTheSingular) {
  const Desk desk("one");
  desk.ingest({write_file(desk / "wire.jsonl", articles(1))});
  EXPECT_THAT(desk.run({"db", "check"}).out,
              HasSubstr("3 versions of 1 article from 1 source with 3 facts, "));
}

TEST(Store, PipesAndFilesGiveTheSameOnAnyNumberOfThreads) {
  const Desk desk("same");
  const std::string text = articles(600);
  const std::string file = write_file(desk / "wire.jsonl", text);
  desk.ingest({file, "-j", "1"}, "one.db");
  desk.ingest({file, "-j", "4"}, "four.db");
  const Outcome piped = desk.run({"ingest", "-"}, {.input = text}, "pipe.db");
  EXPECT_EQ(piped.code, 0) << piped.err;
  const std::string one = desk.exported("one.db");
  EXPECT_EQ(lines_of(one).size(), 720U);
  EXPECT_EQ(one, desk.exported("four.db"));
  EXPECT_EQ(lines_of(desk.exported("pipe.db")).size(), 720U);
}

TEST(Store, AnExportMakesTheSameStore) {
  const Desk desk("export");
  const Outcome filled = desk.run({"ingest", in_source("corpus")});
  ASSERT_NE(filled.code, 4) << filled.err;
  const std::string exported = desk.exported();
  ASSERT_THAT(exported, Not(IsEmpty()));
  schema::Schemas schemas(in_source("src/report/schemas"));
  for (const std::string& line : lines_of(exported)) {
    EXPECT_THAT(schemas.check("document", Json::parse(line)), IsEmpty()) << line;
  }
  desk.ingest({write_file(desk / "all.jsonl", exported)}, "again.db");
  EXPECT_EQ(desk.exported("again.db"), exported);
  const Outcome back = desk.run({"db", "backup", desk / "copy.db"});
  EXPECT_EQ(back.code, 0) << back.err;
  EXPECT_EQ(desk.exported("copy.db"), exported);
}

TEST(Store, ChangedRulesBringFactsUpToDate) {
  const Desk desk("rules");
  const std::string file = write_file(desk / "wire.jsonl", articles(20));
  desk.ingest({file});
  std::string rules = kRules;
  rules.replace(rules.find("kill~ {n} people"), 16, "maim~ {n} people");
  rules.replace(rules.find("killed 12"), 9, "maimed 12");
  write_file(desk / "rules/core/deaths.yaml", rules);
  EXPECT_EQ(desk.ingest({file})["refreshed"], 24);
  EXPECT_THAT(desk.run({"db", "check"}).out, HasSubstr("with 0 facts"));
  EXPECT_EQ(desk.ingest({file})["refreshed"], 0);
}

TEST(Store, WhatCannotBeReadIsToldAndTheRestIsIn) {
  const Desk desk("unread");
  const std::string file = write_file(desk / "wire.jsonl", articles(3) + "no JSON\n" + articles(4));
  for (int i = 0; i < 2; ++i) {  // a file with a bad line is read again
    const Outcome run = desk.run({"ingest", file, desk / "none.txt"});
    EXPECT_EQ(run.code, 3);
    EXPECT_THAT(run.out, HasSubstr("2 unreadable"));
    EXPECT_THAT(run.err, HasSubstr("D106"));
    EXPECT_THAT(run.err, HasSubstr("D100"));
  }
  EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

TEST(Store, AKillAtAnyMomentLosesNothingAndLeavesNoHalves) {
  const Desk desk("kill");
  const std::string file = write_file(desk / "wire.jsonl", articles(2500));
  // The rules are compiled once, by a run that is not measured.
  desk.ingest({write_file(desk / "few.jsonl", articles(5))}, "warm.db");
  const auto start = std::chrono::steady_clock::now();
  desk.ingest({file}, "whole.db");
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  const std::string expected = desk.exported("whole.db");

  constexpr int kKills = 16;
  std::size_t before = 0;
  std::size_t killed = 0;
  for (int i = 1; i <= kKills; ++i) {
    const Outcome run = desk.run({"ingest", file}, {.kill_after = whole * i / kKills});
    killed += run.code == 128 + SIGKILL ? 1 : 0;
    if (!std::filesystem::exists(desk / "desk.db")) {
      continue;
    }
    const Outcome check = desk.run({"db", "check"});
    if (check.code == 4) {  // killed before there was any table
      EXPECT_EQ(before, 0U) << check.err;
      EXPECT_THAT(check.err, HasSubstr("there is no store"));
      continue;
    }
    EXPECT_EQ(check.code, 0) << check.out << check.err;
    const std::size_t documents = lines_of(desk.exported()).size();
    EXPECT_GE(documents, before) << "what was in is lost";
    before = documents;
  }
  EXPECT_GE(killed, 3U);
  desk.ingest({file});
  EXPECT_EQ(desk.exported(), expected);
}

TEST(Store, TwoWritersAndReadersAtOnce) {
  const Desk desk("two");
  const std::string one = write_file(desk / "one.jsonl", articles(1500, "a"));
  const std::string two = write_file(desk / "two.jsonl", articles(1500, "b"));
  desk.ingest({write_file(desk / "few.jsonl", articles(5, "c"))});
  const auto ingest = [&](const std::string& file) {
    return std::async(std::launch::async, [&desk, file] { return desk.run({"ingest", file}); });
  };
  auto first = ingest(one);
  auto second = ingest(two);
  for (int i = 0; i < 10; ++i) {
    const Outcome read = desk.run({"db", "export"});
    EXPECT_EQ(read.code, 0) << read.err;
    EXPECT_GE(lines_of(read.out).size(), 7U);
  }
  for (auto* run : {&first, &second}) {
    const Outcome outcome = run->get();
    EXPECT_EQ(outcome.code, 0) << outcome.err;
  }
  EXPECT_EQ(lines_of(desk.exported()).size(), 7U + 2 * 1800U);
  EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

TEST(Store, AWriterThatMustWaitTooLongSaysForWhom) {
  const Desk desk("lock");
  const std::string file = write_file(desk / "wire.jsonl", articles(2));
  desk.ingest({file});
  write_file(desk / "desk.db-lock", "4711 (concord nightly) on desk-1\n");
  const int lock = open((desk / "desk.db-lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(flock(lock, LOCK_EX), 0);
  const Outcome refused = desk.run({"ingest", file, "--wait", "0.1"});
  EXPECT_EQ(refused.code, 4);
  EXPECT_THAT(refused.err, HasSubstr("error[S107]"));
  EXPECT_THAT(refused.err, HasSubstr("process 4711 (concord nightly) on desk-1, since "));
  EXPECT_THAT(desk.run({"doctor"}).out, HasSubstr("process 4711 (concord nightly) on desk-1"));
  EXPECT_EQ(desk.run({"db", "check"}).code, 0) << "readers do not wait";
  close(lock);
  EXPECT_EQ(desk.run({"ingest", file}).code, 0);
}

TEST(Store, ADiskWithoutRoomIsToldAndNothingIsLost) {
  const Desk desk("full");
  desk.ingest({write_file(desk / "few.jsonl", articles(20))});
  const std::string before = desk.exported();
  const std::string more = write_file(desk / "more.jsonl", articles(3000, "b"));
  const Outcome run = desk.run({"ingest", more}, {.largest_file = 1'000'000});
  EXPECT_EQ(run.code, 4);
  EXPECT_THAT(run.err, HasSubstr("error[S105]"));
  EXPECT_THAT(run.err, HasSubstr("full"));
  EXPECT_EQ(desk.run({"db", "check"}).code, 0);
  EXPECT_EQ(desk.exported(), before);
}

TEST(Store, WhatIsNoStoreIsExitFour) {
  const Desk desk("bad");
  const std::string file = write_file(desk / "wire.jsonl", articles(1));
  write_file(desk / "text.db", "Two boats sank off the coast.\n");
  std::filesystem::create_directories(desk / "folder.db");
  const std::pair<const char*, const char*> rows[] = {{"text.db", "no SQLite database"},
                                                      {"folder.db", "is a folder"}};
  for (const auto& [store, words] : rows) {
    for (const std::vector<std::string>& command : {std::vector<std::string>{"ingest", file},
                                                    {"db", "check"},
                                                    {"db", "export"},
                                                    {"db", "backup", desk / "b.db"},
                                                    {"doctor"}}) {
      const Outcome run = desk.run(command, {}, store);
      EXPECT_EQ(run.code, 4) << store << " " << command.front();
      EXPECT_THAT(run.err + run.out, HasSubstr(words));
    }
  }
  EXPECT_EQ(read_file(desk / "text.db"), "Two boats sank off the coast.\n");
  const Outcome none = desk.run({"db", "check"}, {}, "none.db");
  EXPECT_EQ(none.code, 4);
  EXPECT_THAT(none.err, HasSubstr("concord ingest"));
  EXPECT_EQ(desk.run({"doctor"}, {}, "none.db").code, 0);
}

TEST(Store, DamageIsFound) {
  const Desk desk("damage");
  desk.ingest({write_file(desk / "wire.jsonl", articles(50))});
  std::string bytes = read_file(desk / "desk.db");
  const std::size_t at = bytes.find("The blast killed 101 people");
  ASSERT_NE(at, std::string::npos);
  bytes[at + 17] = '9';
  write_file(desk / "desk.db", bytes);
  const Outcome run = desk.run({"db", "check"});
  EXPECT_EQ(run.code, 4);
  EXPECT_THAT(run.out, HasSubstr("a text that is not as it was put"));
}

TEST(Store, MachineFormatsConformToTheirSchemas) {
  const Desk desk("schema");
  schema::Schemas schemas(in_source("src/report/schemas"));
  const Json intake = desk.ingest({write_file(desk / "wire.jsonl", articles(2))});
  EXPECT_THAT(schemas.check("intake", intake), IsEmpty());
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"doctor", "-f", "json"}, {"db", "check", "-f", "json"}}) {
    const Outcome run = desk.run(command);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(schemas.check("checkup", Json::parse(run.out)), IsEmpty());
  }
}

TEST(Store, FactsAreExportedAsCsv) {
  const Desk desk("csv");
  desk.ingest({write_file(desk / "wire.jsonl", articles(2))});
  const Outcome run = desk.run({"db", "export", "-f", "csv", "--rules", desk / "rules"});
  EXPECT_EQ(run.code, 0) << run.err;
  const std::vector<std::string> lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_THAT(lines[0], testing::StartsWith("document,source,published,version,story,fact,kind"));
  EXPECT_THAT(lines[1], testing::StartsWith("a0,outlet0,2030-05-01T08:00:00Z,1,,core/deaths,,,"
                                            "quantity,1,1,1,1,1,stated,,"));
}

TEST(Store, ItsPlace) {
  const Desk desk("place");
  const std::string file = write_file(desk / "wire.jsonl", articles(1));
  const std::vector<std::string> words = {"ingest", file, "--rules", desk / "rules", "-f", "json"};
  const auto store_of = [&](const std::map<std::string, std::string>& environment) {
    return Json::parse(concord(words, {.environment = environment}).out).at("store");
  };
  EXPECT_EQ(store_of({{"CONCORD_STORE", desk / "named.db"}}), desk / "named.db");
  EXPECT_EQ(store_of({{"XDG_DATA_HOME", desk / "data"}}), desk / "data/concord/concord.db");
}

/// It would be another one in each folder that the program is started from.
TEST(Store, ItsPlaceIsNoRelativeOne) {
  const Outcome run = concord({"story", "list"}, {.environment = {{"XDG_DATA_HOME", "here"}}});
  EXPECT_EQ(run.code, 4);
  EXPECT_THAT(run.err, testing::HasSubstr("/.local/share/concord/concord.db"));
}

}  // namespace
}  // namespace concord::e2e
