#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "normalize/normalize.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord {

/// A rule file made ready for reading sentences; what it finds is written in one line a fact:
///   deaths.victims[key]=at least 130 (possible, other Kabul 2021, by Investigative Committee)
/// The parts in brackets appear where they are not the ordinary ones (stated, main, nobody).
class ReadingDesk {
 public:
  explicit ReadingDesk(std::string_view yaml)
      : rules_(rules::load_text("desk.yaml", yaml, complaints_)) {
    normalize::add_vocabulary(lexicon_);
    matcher_.emplace(rules_, lexicon_, complaints_);
    reader_.emplace(lexicon_);
    for (const Diagnostic& complaint : complaints_) {
      std::fprintf(stderr, "%s line %u: %s\n", complaint.code.c_str(), complaint.where.line,
                   complaint.message.c_str());
    }
  }
  ReadingDesk(const ReadingDesk&) = delete;
  ReadingDesk& operator=(const ReadingDesk&) = delete;

  const Diagnostics& complaints() const { return complaints_; }

  std::vector<Fact> facts(const Document& document, const extract::Options& options = {}) const {
    TokenizedText tokens;
    tokenize::tokenize(document, lexicon_, tokens);
    normalize::Reading reading;
    if (document.published) {
      reading.reference = document.published->begin;
    }
    const auto read = [&](Range range, std::vector<ValueMention>& out) {
      reader_->read(document.text, tokens, range, reading, {}, out);
    };
    std::vector<Fact> facts;
    extract::extract(document, tokens, *matcher_, read, options, facts);
    return facts;
  }

  /// The facts of a text, a line each.
  std::string read(std::string_view text, std::string_view published = {},
                   const extract::Options& options = {}) const {
    Document document;
    document.text = text;
    if (const auto time = parse_iso8601(published)) {
      document.published = Publication{std::string(published), time->utc, time->utc, 0};
    }
    std::string lines;
    for (const Fact& fact : facts(document, options)) {
      lines += (lines.empty() ? "" : "\n") + line(fact);
    }
    return lines;
  }

  std::string line(const Fact& fact) const {
    std::string line = rules_.facts[fact.rule.index].name;
    line += fact.kind.empty() ? "" : "." + fact.kind;
    line += fact.key.empty() ? "" : "[" + fact.key + "]";
    line += "=" + value(fact.value);
    std::string aside;
    const auto add = [&](const std::string& what) { aside += (aside.empty() ? "" : ", ") + what; };
    constexpr const char* kModes[] = {"stated", "possible", "projected", "denied", "corrected"};
    if (fact.mode != Mode::stated) {
      add(kModes[static_cast<std::size_t>(fact.mode)]);
    }
    if (fact.event.role != EventRole::main) {
      add((fact.event.role == EventRole::other ? "other" : "unsure") +
          (fact.event.name.empty() ? "" : " " + fact.event.name));
    }
    if (fact.by) {
      add("by " + fact.by->name);
    }
    if (fact.alleged) {
      add("alleged");
    }
    if (fact.as_of) {
      add("as of " + format_date_time(*fact.as_of));
    }
    if (!fact.excluded_by.empty()) {
      add("excluded by " + fact.excluded_by);
    }
    return aside.empty() ? line : line + " (" + aside + ")";
  }

 private:
  static std::string value(const Value& value) {
    if (const auto* name = std::get_if<Name>(&value)) {
      return name->id;
    }
    if (const auto* quote = std::get_if<Quote>(&value)) {
      return quote->text;
    }
    return normalize::describe(value);
  }

  Diagnostics complaints_;
  RuleSet rules_;
  Lexicon lexicon_;
  std::optional<extract::Matcher> matcher_;
  std::optional<normalize::Reader> reader_;
};

/// One row of a table: a text and the lines it must give.
struct Row {
  std::string_view text;
  std::string_view facts;
};

}  // namespace concord
