// Measures the store's writer against a bare loop that inserts the same rows into the same tables,
// in turns within one run; and how long the facts of one story take to find among all.
//
//   concord_store_bench [MEGABYTES [ROUNDS]]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "generate.h"
#include "measure.h"
#include "pipeline/pipeline.h"
#include "rules/rules.h"
#include "store/schema.h"
#include "store/store.h"

namespace concord::bench {
namespace {

constexpr std::size_t kBatch = 1000;

std::string fresh(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm", "-lock"}) {
    (void)unlink((path + ending).c_str());
  }
  return path;
}

/// As many bytes a document as a sketch has; what they say does not matter to a writer.
constexpr std::size_t kSketchBytes = 3300;

std::vector<store::Arrival> arrivals_of(std::size_t bytes) {
  Diagnostics diagnostics;
  const pipeline::Engine engine(rules::load_text("bench.yaml", generate_rules(200), diagnostics),
                                diagnostics);
  std::vector<Document> documents;
  for (std::string& article : generate_news(1, bytes).articles) {
    Document document;
    document.id = "wire/" + std::to_string(documents.size());
    document.source = "outlet " + std::to_string(documents.size() % 40);
    document.path = "wire.jsonl";
    document.text = std::move(article);
    documents.push_back(std::move(document));
  }
  std::vector<store::Arrival> arrivals(documents.size());
  for (Fact& fact : pipeline::facts_of(engine, documents, 0)) {
    arrivals[fact.document.index].facts.push_back(std::move(fact));
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    arrivals[i].document = std::move(documents[i]);
    arrivals[i].sketch.assign(kSketchBytes, static_cast<char>(i));
  }
  return arrivals;
}

store::Store open(const std::string& path) {
  auto store = store::open(path, {.mode = store::Mode::create, .command = "bench"});
  if (!store) {
    std::fprintf(stderr, "%s\n", store.error().message.c_str());
    std::exit(1);
  }
  return std::move(*store);
}

double put_all(const std::string& path, const std::vector<store::Arrival>& arrivals,
               const store::RuleNames& names) {
  store::Store store = open(fresh(path));
  return seconds_of([&] {
    for (std::size_t i = 0; i < arrivals.size(); i += kBatch) {
      const std::size_t size = std::min(kBatch, arrivals.size() - i);
      if (!store.put(std::span(arrivals).subspan(i, size), names)) {
        std::exit(1);
      }
    }
    (void)store.settle();
  });
}

constexpr const char* kTables[] = {"name",    "source", "item",     "document",
                                   "content", "sketch", "identity", "fact"};

/// One cell, in the type it has in the table.
struct Cell {
  int type = SQLite::Null;
  std::int64_t whole = 0;
  double real = 0;
  std::string bytes;
};

struct Rows {
  std::string insert;
  std::vector<std::vector<Cell>> rows;
};

Rows rows_of(SQLite::Database& database, const std::string& table) {
  Rows all;
  SQLite::Statement select(database, "SELECT * FROM " + table);
  std::string marks = "?";
  for (int i = 1; i < select.getColumnCount(); ++i) {
    marks += ", ?";
  }
  all.insert = "INSERT INTO " + table + " VALUES (" + marks + ")";
  while (select.executeStep()) {
    std::vector<Cell> row;
    for (int i = 0; i < select.getColumnCount(); ++i) {
      const SQLite::Column column = select.getColumn(i);
      row.push_back({column.getType(), column.isInteger() ? column.getInt64() : 0,
                     column.isFloat() ? column.getDouble() : 0,
                     column.isText() || column.isBlob() ? column.getString() : ""});
    }
    all.rows.push_back(std::move(row));
  }
  return all;
}

void insert(SQLite::Statement& statement, const std::vector<Cell>& row) {
  int at = 0;
  for (const Cell& cell : row) {
    ++at;
    if (cell.type == SQLite::INTEGER) {
      statement.bind(at, cell.whole);
    } else if (cell.type == SQLite::FLOAT) {
      statement.bind(at, cell.real);
    } else if (cell.type == SQLite::TEXT) {
      statement.bindNoCopy(at, cell.bytes);
    } else if (cell.type == SQLite::BLOB) {
      statement.bindNoCopy(at, cell.bytes.data(), static_cast<int>(cell.bytes.size()));
    } else {
      statement.bind(at);
    }
  }
  statement.exec();
  statement.reset();
}

/// The same tables, rows, indexes, settings and size of transactions, and nothing else.
double insert_all(const std::string& path, const std::vector<Rows>& tables, std::size_t documents) {
  SQLite::Database database(fresh(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 2000");
  for (const store::Migration& migration : store::migrations()) {
    database.exec(std::string(migration.statements));
  }
  std::vector<SQLite::Statement> statements;
  for (const Rows& table : tables) {
    statements.emplace_back(database, table.insert);
  }
  const std::size_t batches = (documents + kBatch - 1) / kBatch;
  return seconds_of([&] {
    for (std::size_t batch = 0; batch < batches; ++batch) {
      SQLite::Transaction change(database);
      for (std::size_t t = 0; t < tables.size(); ++t) {
        const std::size_t size = tables[t].rows.size();
        for (std::size_t i = size * batch / batches; i < size * (batch + 1) / batches; ++i) {
          insert(statements[t], tables[t].rows[i]);
        }
      }
      change.commit();
    }
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

/// Twenty documents to a story; microseconds for all facts of one.
double lookup(const std::string& path, const store::RuleNames& names, std::size_t documents) {
  store::Store store = open(path);
  std::vector<store::StoredStory> stories;
  std::vector<store::StoredPlacement> placements;
  const std::size_t count = std::max<std::size_t>(1, documents / 20);
  for (std::size_t i = 0; i < count; ++i) {
    stories.push_back({"s" + std::to_string(i), "", {}, {}, 0});
  }
  for (std::size_t i = 0; i < documents; ++i) {
    placements.push_back({static_cast<store::Row>(i + 1), stories[i * 7919 % count].id, {}});
  }
  (void)store.put_stories(stories, placements);
  std::vector<double> times;
  for (std::size_t i = 0; i < 200; ++i) {
    store::Selection selection;
    selection.story = stories[i * 104'729 % count].id;
    selection.names = &names;
    selection.parts.text = false;
    std::size_t facts = 0;
    times.push_back(seconds_of([&] {
      (void)store.for_each_document(selection, [&](store::StoredDocument& stored) {
        facts += stored.facts.size();
        return true;
      });
    }));
  }
  return 1e6 * median(times);
}

int run(int argc, char** argv) {
  const std::size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 30;
  const std::size_t rounds = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 5;
  const std::string folder =
      (std::filesystem::temp_directory_path() / ("store_bench" + std::to_string(getpid())))
          .string();
  std::filesystem::create_directories(folder);
  Diagnostics diagnostics;
  const RuleSet rules = rules::load_text("bench.yaml", generate_rules(200), diagnostics);
  const store::RuleNames names(rules);
  const std::vector<store::Arrival> arrivals = arrivals_of(megabytes * 1'000'000);
  std::size_t facts = 0;
  for (const store::Arrival& arrival : arrivals) {
    facts += arrival.facts.size();
  }
  const std::string ours = folder + "/store.db";
  const std::string bare = folder + "/bare.db";
  put_all(ours, arrivals, names);
  std::vector<Rows> tables;
  {
    SQLite::Database database(ours, SQLite::OPEN_READONLY);
    for (const char* table : kTables) {
      tables.push_back(rows_of(database, table));
    }
  }
  std::vector<double> ratios;
  std::vector<double> rates;
  for (std::size_t i = 0; i < rounds; ++i) {
    const double inserted = insert_all(bare, tables, arrivals.size());
    const double put = put_all(ours, arrivals, names);
    ratios.push_back(100 * inserted / put);
    rates.push_back(static_cast<double>(megabytes) / put);
  }
  std::printf("%zu documents, %zu facts, %.1f MB of store for %zu MB of text\n", arrivals.size(),
              facts, static_cast<double>(std::filesystem::file_size(ours)) / 1e6, megabytes);
  std::printf("writer: %.0f%% of a bare bulk-insert loop (goal 70), %.0f MB of text a second\n",
              median(ratios), median(rates));
  std::printf("facts of one story of 20 documents: %.0f us (goal 1000)\n",
              lookup(ours, names, arrivals.size()));
  std::filesystem::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace concord::bench

int main(int argc, char** argv) {
  return concord::bench::run(argc, argv);
}
