// The file: what is no store, who may write, what a kill leaves, copies and checks of it.
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <gmock/gmock.h>

#include "desk.h"
#include "store/migrate.h"

namespace concord::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void run_sql(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
}

Access reading() {
  return {.mode = Mode::read, .now = at("2030-05-02T20:00Z"), .command = "test"};
}

/// A store with a few articles, closed.
void fill(const std::string& path, int articles = 50) {
  auto store = open(path, writing());
  ASSERT_TRUE(store.has_value()) << store.error().message;
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  std::vector<Arrival> batch;
  for (int i = 0; i < articles; ++i) {
    batch.push_back({article("a" + std::to_string(i), std::string(1000, 'x') + std::to_string(i)),
                     {count(0, i), count(1, i)},
                     "sketch",
                     {}});
  }
  ASSERT_TRUE(store->put(batch, names).has_value());
}

struct Bad {
  const char* what;
  void (*make)(const std::string& path);
  const char* code;
  const char* words;
};

constexpr Bad kBad[] = {
    {"nothing", [](const std::string&) {}, "S108", "there is no store at"},
    {"a folder", [](const std::string& path) { mkdir(path.c_str(), 0777); }, "S100", "is a folder"},
    {"a pipe", [](const std::string& path) { mkfifo(path.c_str(), 0666); }, "S100",
     "no ordinary file"},
    {"a text", [](const std::string& path) { write_file(path, "Fire at the quay, two died\n"); },
     "S101", "no SQLite database"},
    {"one byte", [](const std::string& path) { write_file(path, "S"); }, "S101",
     "no SQLite database"},
    {"another program's", [](const std::string& path) { run_sql(path, "CREATE TABLE t (a)"); },
     "S102", "another program"},
    {"a newer one",
     [](const std::string& path) {
       fill(path);
       run_sql(path, "PRAGMA user_version = 99");
     },
     "S103", "newer version of Concord (schema 99"},
    {"zeros after the head",
     [](const std::string& path) {
       fill(path);
       const auto size = read_file(path).size();
       write_file(path, read_file(path).substr(0, 16) + std::string(size - 16, '\0'));
     },
     "S101", "no SQLite database"},
    {"half of it",
     [](const std::string& path) {
       fill(path);
       write_file(path, read_file(path).substr(0, 100));
     },
     "S104", "damaged"},
};

TEST(File, WhatIsNoStoreIsToldAndLeftAlone) {
  for (const Bad& bad : kBad) {
    for (const Mode mode : {Mode::read, Mode::write}) {
      SCOPED_TRACE(bad.what);
      const Folder folder;
      const std::string path = folder / "concord.db";
      bad.make(path);
      struct stat before {};
      const bool was_file = stat(path.c_str(), &before) == 0 && S_ISREG(before.st_mode);
      const std::string bytes = was_file ? read_file(path) : "";
      Access access = reading();
      access.mode = mode;
      const auto store = open(path, access);
      ASSERT_FALSE(store.has_value());
      EXPECT_EQ(store.error().code, bad.code) << store.error().message;
      EXPECT_THAT(store.error().message, HasSubstr(bad.words));
      EXPECT_THAT(store.error().message, HasSubstr(path));
      EXPECT_EQ(was_file ? read_file(path) : "", bytes);
    }
  }
}

/// Whoever took the words of such a fact went beyond the end of the text.
TEST(File, ATextThatDoesNotHoldItsFactsIsDamaged) {
  for (const char* harm : {"UPDATE content SET text = ''", "UPDATE document SET headline_end = 99",
                           "UPDATE document SET headline_begin = 9, headline_end = 4",
                           "UPDATE document SET body_begin = 4000000000"}) {
    SCOPED_TRACE(harm);
    const Folder folder;
    const std::string path = folder / "concord.db";
    {
      auto store = open(path, writing());
      Fact fact = count(0, 2);
      fact.extent = fact.filler = {0, 3};
      fact.sentence = {0, 9};
      const RuleSet rules = press_rules();
      const std::vector<Arrival> batch = {{article("a", "Two died."), {fact}, "sketch", {}}};
      ASSERT_TRUE(store->put(batch, RuleNames(rules)).has_value());
    }
    run_sql(path, harm);
    const auto store = open(path, reading());
    ASSERT_TRUE(store.has_value()) << store.error().message;
    const RuleSet rules = press_rules();
    const RuleNames names(rules);
    Selection selection;
    selection.names = &names;
    const auto done = store->for_each_document(selection, [](StoredDocument&) { return true; });
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().code, "S104");
    EXPECT_THAT(done.error().message, HasSubstr("the text or the facts of a"));
  }
}

TEST(File, AnEmptyFileAndAMissingFolderBecomeAStore) {
  const Folder folder;
  write_file(folder / "empty.db", "");
  EXPECT_TRUE(open(folder / "empty.db", writing()).has_value());
  EXPECT_TRUE(open(folder / "deep/er/concord.db", writing()).has_value());
  EXPECT_TRUE(open(folder / "deep/er/concord.db", reading()).has_value());
  EXPECT_FALSE(open("/proc/nowhere/concord.db", writing()).has_value());
}

TEST(File, ANameOfAnyBytesWillDo) {
  const Folder folder;
  for (const char* name : {"a b.db", "per%cent?.db", "#1.db", "\xC3\xBC.db", "'q\".db"}) {
    fill(folder / name, 1);
    EXPECT_TRUE(open(folder / name, reading()).has_value()) << name;
  }
}

TEST(File, AReaderSeesOneMomentAndIsNeverInTheWay) {
  Desk desk;
  desk.put(article("a", "One."));
  auto reader = open(desk.path(), reading());
  ASSERT_TRUE(reader.has_value()) << reader.error().message;
  desk.put(article("b", "Two."));
  EXPECT_EQ(reader->counts()->documents, 1);
  EXPECT_EQ(desk.store().counts()->documents, 2);
  EXPECT_EQ(open(desk.path(), reading())->counts()->documents, 2);
  const std::vector<Arrival> batch = {{article("c", "Three."), {}, "", {}}};
  const auto refused = reader->put(batch, desk.names);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "S106");
}

TEST(File, ASecondWriterIsToldWhoHoldsIt) {
  Desk desk;
  Access second = writing();
  second.wait = std::chrono::milliseconds(60);
  const auto store = open(desk.path(), second);
  ASSERT_FALSE(store.has_value());
  EXPECT_EQ(store.error().code, "S107");
  EXPECT_THAT(store.error().message,
              HasSubstr("being written by process " + std::to_string(getpid()) + " (test) on "));
  EXPECT_THAT(store.error().message, HasSubstr(", since 20"));
}

/// Runs `work` in a process of its own and returns how it ended.
template <class Work>
int in_child(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST(File, ASecondWriterWaits) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  fill(path, 1);
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto store = open(path, writing());
    (void)!write(ready[1], "x", 1);
    usleep(150'000);
    _exit(store.has_value() ? 0 : 1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_TRUE(open(path, writing()).has_value());
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  close(ready[0]);
  close(ready[1]);
}

TEST(File, AKilledWriterLeavesWholeBatchesAndNoLock) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  fill(path, 10);
  const int status = in_child([&] {
    auto store = open(path, writing());
    const RuleSet rules = press_rules();
    const RuleNames names(rules);
    const std::vector<Arrival> batch = {{article("new", "New."), {count(0, 1)}, "", {}}};
    (void)store->put(batch, names);
    (void)raise(SIGKILL);
  });
  EXPECT_TRUE(WIFSIGNALED(status));
  auto store = open(path, writing());
  ASSERT_TRUE(store.has_value()) << store.error().message;
  EXPECT_EQ(store->counts()->documents, 11);
  EXPECT_THAT(*store->check(), IsEmpty());
}

TEST(File, AMigrationIsWholeOrNotAtAll) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  const Migration first = migrations()[0];
  const std::vector<Migration> bad = {first,
                                      {"CREATE TABLE fresh (a); INSERT INTO nowhere VALUES (1)"}};
  const std::vector<Migration> good = {first, {"CREATE TABLE fresh (a)"}};
  const auto version = [](SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
  };
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  EXPECT_THROW((void)migrate(database, bad, path), SQLite::Exception);
  EXPECT_EQ(version(database), 0) << "a new store is made whole or not at all";
  EXPECT_FALSE(database.tableExists("name"));
  EXPECT_TRUE(migrate(database, {&first, 1}, path).has_value());
  EXPECT_THROW((void)migrate(database, bad, path), SQLite::Exception);
  EXPECT_EQ(version(database), 1);
  EXPECT_FALSE(database.tableExists("fresh"));
  EXPECT_TRUE(migrate(database, good, path).has_value());
  EXPECT_EQ(version(database), 2);
  EXPECT_TRUE(migrate(database, good, path).has_value()) << "nothing is left to do";
}

TEST(File, AMigrationKilledMidwayIsDoneByTheNext) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  const int status = in_child([&] {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = WAL");
    const SQLite::Transaction change(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec("CREATE TABLE name (id INTEGER PRIMARY KEY)");
    (void)raise(SIGKILL);
  });
  EXPECT_TRUE(WIFSIGNALED(status));
  const auto store = open(path, writing());
  ASSERT_TRUE(store.has_value()) << store.error().message;
  EXPECT_EQ(store->counts()->schema, schema_version());
}

TEST(File, ALimitOnItsSizeIsToldAndNothingIsLost) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  fill(path, 10);
  const int status = in_child([&] {
    (void)signal(SIGXFSZ, SIG_IGN);
    auto store = open(path, writing());
    rlimit limit{300'000, 300'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const RuleSet rules = press_rules();
    const RuleNames names(rules);
    std::vector<Arrival> batch;
    for (int i = 0; i < 100; ++i) {
      batch.push_back({article("b" + std::to_string(i), std::string(20'000, 'x')), {}, "", {}});
    }
    const auto put = store->put(batch, names);
    _exit(!put && put.error().code == "S105" ? 42 : 1);
  });
  EXPECT_EQ(WEXITSTATUS(status), 42);
  auto store = open(path, writing());
  ASSERT_TRUE(store.has_value()) << store.error().message;
  EXPECT_EQ(store->counts()->documents, 10);
  EXPECT_THAT(*store->check(), IsEmpty());
}

TEST(File, CheckSeesEachKindOfTrouble) {
  const std::pair<const char*, const char*> rows[] = {
      {"DELETE FROM content WHERE document = 3", "a document without its text: a2"},
      {"DELETE FROM sketch WHERE document = 3", "a document without its sketch: a2"},
      {"DELETE FROM fact WHERE document = 3", "a document that miscounts its facts: a2"},
      {"UPDATE document SET latest = 0 WHERE id = 3", "an article without one latest version: a2"},
      {"UPDATE content SET text = 'other' WHERE document = 3",
       "a text that is not as it was put: a2"},
      {"UPDATE content SET facts = x'0000' WHERE document = 3",
       "facts that are not as they were put: a2"},
      {"UPDATE document SET copy_of = 999 WHERE id = 3", "a row that points nowhere, in document"},
  };
  for (const auto& [sql, trouble] : rows) {
    SCOPED_TRACE(sql);
    const Folder folder;
    const std::string path = folder / "concord.db";
    fill(path, 5);
    EXPECT_THAT(*open(path, reading())->check(), IsEmpty());
    run_sql(path, sql);
    EXPECT_THAT(*open(path, reading())->check(), testing::Contains(trouble));
  }
}

TEST(File, DamagedBytesNeverCrash) {
  const Folder folder;
  const std::string path = folder / "concord.db";
  fill(path, 400);
  const std::string sound = read_file(path);
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  std::size_t seen = 0;
  for (std::size_t at_byte = 100; at_byte < sound.size(); at_byte += sound.size() / 160) {
    std::string bytes = sound;
    for (std::size_t i = at_byte; i < std::min(at_byte + 64, bytes.size()); ++i) {
      bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
    }
    write_file(path, bytes);
    const auto store = open(path, reading());
    if (!store) {
      ++seen;
      continue;
    }
    const auto troubles = store->check();
    seen += !troubles || !troubles->empty() ? 1 : 0;
    (void)store->for_each_document({.names = &names}, [](StoredDocument&) { return true; });
  }
  EXPECT_GE(seen, 80U);
}

TEST(File, ABackupIsAWholeStore) {
  Desk desk;
  desk.put(article("a", "One."), {count(0, 1)});
  const std::string copy = desk.folder / "copy.db";
  ASSERT_TRUE(desk.store().backup(copy).has_value());
  desk.put(article("b", "Two."));
  const auto store = open(copy, reading());
  ASSERT_TRUE(store.has_value()) << store.error().message;
  EXPECT_EQ(store->counts()->documents, 1);
  EXPECT_THAT(*store->check(), IsEmpty());
  const auto again = desk.store().backup(copy);
  ASSERT_FALSE(again.has_value());
  EXPECT_THAT(again.error().message, HasSubstr("is there already"));
  EXPECT_FALSE(desk.store().backup(desk.folder / "no/such/copy.db").has_value());
}

TEST(File, InputsReadBeforeAreKnown) {
  Desk desk;
  const InputMark mark{"wire.jsonl", 1000, 123'456'789, "h1", 17};
  EXPECT_EQ(*desk.store().is_known(mark), std::nullopt);
  const std::vector<InputMark> marks = {mark};
  ASSERT_TRUE(desk.store().remember(marks).has_value());
  EXPECT_EQ(*desk.store().is_known(mark), 17);
  EXPECT_EQ(*desk.store().is_known({"wire.jsonl", 1001, 123'456'789, "h1"}), std::nullopt);
  EXPECT_EQ(*desk.store().is_known({"wire.jsonl", 1000, 123'456'789, "h2"}), std::nullopt);
}

}  // namespace
}  // namespace concord::store
