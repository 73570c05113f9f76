// A store of its own for each test, and short ways to write articles.
#pragma once

#include <filesystem>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "store/store.h"

namespace concord::store {

/// A new, empty folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "concord-store-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline RuleSet press_rules(std::string hash = "h1") {
  RuleSet rules;
  rules.hash = std::move(hash);
  rules.files = {"core/casualties.yaml", "core/other.yaml"};
  for (const char* name : {"deaths", "injured", "arrests"}) {
    FactRule rule;
    rule.pack = "core";
    rule.name = name;
    rules.facts.push_back(rule);
  }
  return rules;
}

inline Timestamp at(const char* time) {
  return parse_iso8601(time)->utc;
}

inline Publication on(const std::string& written) {
  const IsoTime time = *parse_iso8601(written);
  Publication publication;
  publication.written = written;
  publication.begin = time.utc;
  publication.end = Timestamp{time.utc.seconds + (time.has_time ? 0 : kSecondsPerDay)};
  return publication;
}

inline Document article(std::string id, std::string text, const char* published = nullptr) {
  Document document;
  document.id = std::move(id);
  document.source = "Harbor Post";
  document.path = "wire.jsonl";
  document.text = std::move(text);
  if (published != nullptr) {
    document.published = on(published);
  }
  return document;
}

inline Fact count(std::uint32_t rule, std::int64_t number) {
  Fact fact;
  fact.rule = RuleId{rule};
  Quantity quantity;
  quantity.nominal = Decimal(number);
  quantity.hard = Interval<Decimal>::exactly(Decimal(number));
  quantity.soft = quantity.hard;
  fact.value = quantity;
  fact.event.kind = "fire";
  return fact;
}

inline Access writing(const char* now = "2030-05-02T20:00Z") {
  return {.mode = Mode::create, .now = at(now), .command = "test"};
}

/// A store with rules, opened to write.
struct Desk {
  explicit Desk(const char* now = "2030-05-02T20:00Z") : opened(open(path(), writing(now))) {
    EXPECT_TRUE(opened.has_value()) << opened.error().message;
  }
  std::string path() const { return folder / "concord.db"; }
  Store& store() { return *opened; }

  void reopen(const char* now) {
    { const auto closed = std::move(opened); }
    opened = open(path(), writing(now));
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
  }

  Receipt put(const Document& document, std::vector<Fact> facts = {}) {
    const std::vector<Arrival> batch = {
        {document, std::move(facts), "sketch of " + document.id, {}}};
    const auto receipts = opened->put(batch, names);
    EXPECT_TRUE(receipts.has_value()) << receipts.error().message;
    return receipts->at(0);
  }

  std::vector<StoredDocument> read(Selection selection = {}) {
    if (selection.parts.facts) {
      selection.names = &names;
    }
    std::vector<StoredDocument> documents;
    const auto done = opened->for_each_document(selection, [&](StoredDocument& document) {
      documents.push_back(std::move(document));
      return true;
    });
    EXPECT_TRUE(done.has_value()) << done.error().message;
    return documents;
  }

  Folder folder;
  RuleSet rules = press_rules();
  RuleNames names{rules};
  Result<Store> opened;
};

}  // namespace concord::store
