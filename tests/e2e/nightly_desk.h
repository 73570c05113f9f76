#pragma once

// A desk with two nights of articles, for the tests of its nights.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "../schema/schema.h"
#include "program.h"

namespace concord::e2e {

using schema::Json;

constexpr const char* kFormats[] = {"html", "md", "json", "csv", "atom"};
constexpr const char* kFirstNight = "2024-05-01T20:00Z";
constexpr const char* kSecondNight = "2024-05-02T20:00Z";

struct Article {
  std::string id;
  std::string source;
  std::string published;
  std::string text;
};

inline std::string lines(const std::vector<Article>& articles) {
  std::string text;
  for (const Article& article : articles) {
    text += Json({{"id", article.id},
                  {"source", article.source},
                  {"published", article.published},
                  {"text", article.text}})
                .dump() +
            "\n";
  }
  return text;
}

inline Article ferry(const std::string& id, const std::string& source, const std::string& published,
                     const std::string& deaths) {
  return {id, source, published,
          "A ferry sank off Carrow on Wednesday. The sinking killed " + deaths +
              " people, the coast guard said."};
}

inline Article fire(const std::string& id, const std::string& source, const std::string& published,
                    const std::string& hurt) {
  return {id, source, published,
          "A fire broke out at a cannery in Milldown on Wednesday. The fire injured " + hurt +
              " people, the fire brigade said."};
}

/// A folder with concord.yaml, an inbox and a store.
class Desk {
 public:
  explicit Desk(const std::string& name, const std::string& more = "")
      : folder_(scratch("nightly_" + name)) {
    std::filesystem::create_directories(folder_ + "/in");
    write_file(
        folder_ + "/concord.yaml",
        "title: Test desk\ninboxes: in\nstore: desk.db\nown copy:\n  sources: Our Paper\n" + more);
  }

  std::string operator/(const std::string& name) const { return folder_ + "/" + name; }

  void put(const std::string& file, const std::vector<Article>& articles) const {
    write_file(folder_ + "/in/" + file, lines(articles));
  }

  Outcome run(std::vector<std::string> words, const Setting& setting = {}) const {
    words.insert(words.end(), {"--config", folder_ + "/concord.yaml"});
    for (const char* command : {"nightly", "report", "figure"}) {
      if (words.front() == command) {
        words.insert(words.end(), {"--rules", in_source("rules")});
      }
    }
    return concord(words, setting);
  }

  Outcome night(const std::string& now, std::vector<std::string> more = {},
                const Setting& setting = {}) const {
    more.insert(more.begin(), {"nightly", "--now", now});
    return run(more, setting);
  }

  std::string page(const std::string& format) const {
    return read_file(folder_ + "/reports/nightly." + format);
  }

  Json night_json() const { return Json::parse(page("json"), nullptr, false); }

  std::map<std::string, std::string> pages() const {
    std::map<std::string, std::string> pages;
    for (const char* format : kFormats) {
      pages[format] = page(format);
    }
    return pages;
  }

  Json json(std::vector<std::string> words) const {
    words.insert(words.end(), {"-f", "json"});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return Json::parse(outcome.out, nullptr, false);
  }

  /// The id of the one story whose title has this word.
  std::string story(const std::string& word) const {
    const Json told = json({"story", "list"});
    for (const Json& story : told["stories"]) {
      if (story["title"].get<std::string>().find(word) != std::string::npos) {
        return story["id"];
      }
    }
    return "none";
  }

 private:
  std::string folder_;
};

inline void put_first(const Desk& desk) {
  desk.put("day1.jsonl", {ferry("n1", "Northwire", "2024-05-01T08:00:00Z", "12"),
                          ferry("h1", "Harbor Post", "2024-05-01T09:00:00Z", "19"),
                          ferry("o1", "Our Paper", "2024-05-01T09:30:00Z", "12"),
                          fire("n2", "Northwire", "2024-05-01T10:00:00Z", "four"),
                          fire("h2", "Harbor Post", "2024-05-01T11:00:00Z", "nine")});
}

inline void put_second(const Desk& desk) {
  desk.put("day2.jsonl", {ferry("n3", "Northwire", "2024-05-02T08:00:00Z", "23"),
                          ferry("h3", "Harbor Post", "2024-05-02T09:00:00Z", "23")});
}

}  // namespace concord::e2e
