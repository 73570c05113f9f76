// Two sets of rules over one corpus, and what one set costs on it.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "ingest/ingest.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"
#include "pipeline/pipeline.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

/// What makes two statements the same one: where, and of what.
using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string, std::string>;

constexpr std::string_view kModes[] = {"stated", "possible", "projected", "denied", "corrected"};
constexpr std::string_view kRoles[] = {"main", "other", "unsure"};

Key key_of(const RuleSet& rules, const Fact& fact) {
  return {fact.document.index, fact.filler.begin, fact.filler.end,
          rules.facts[fact.rule.index].name, fact.kind};
}

std::string words_of(const Fact& fact) {
  std::string text = normalize::describe(fact.value);
  text += fact.kind.empty() ? "" : ", " + fact.kind;
  text += fact.key.empty() ? "" : ", " + fact.key;
  text += fact.mode == Mode::stated
              ? ""
              : fmt::format(", {}", kModes[static_cast<std::size_t>(fact.mode)]);
  text += fact.event.role == EventRole::main
              ? ""
              : fmt::format(", event {}", kRoles[static_cast<std::size_t>(fact.event.role)]);
  return text + (fact.by ? ", by " + fact.by->name : "");
}

std::string place_of(const RuleSet& rules, const Fact& fact) {
  return fact.phrase.file < rules.files.size() && fact.phrase.line > 0
             ? fmt::format("found by {}:{}", rules.files[fact.phrase.file], fact.phrase.line)
             : std::string();
}

FactChange change_of(const RuleSet& rules, const Fact& fact, FactDifference difference) {
  FactChange change;
  change.difference = difference;
  change.document = fact.document;
  change.fact = rules.facts[fact.rule.index].name;
  change.filler = fact.filler;
  change.place = place_of(rules, fact);
  (difference == FactDifference::gained ? change.after : change.before) = words_of(fact);
  return change;
}

std::multimap<Key, const Fact*> by_key(const RuleSet& rules, const std::vector<Fact>& facts) {
  std::multimap<Key, const Fact*> map;
  for (const Fact& fact : facts) {
    map.emplace(key_of(rules, fact), &fact);
  }
  return map;
}

}  // namespace

std::vector<FactChange> diff_rules(const Engine& before, const Engine& after,
                                   const std::vector<Document>& documents, int jobs) {
  const std::vector<Fact> old_facts = facts_of(before, documents, jobs);
  const std::vector<Fact> new_facts = facts_of(after, documents, jobs);
  auto old_by_key = by_key(before.rules(), old_facts);
  std::vector<FactChange> changes;
  for (const Fact& fact : new_facts) {
    const auto found = old_by_key.find(key_of(after.rules(), fact));
    if (found == old_by_key.end()) {
      changes.push_back(change_of(after.rules(), fact, FactDifference::gained));
      continue;
    }
    FactChange change = change_of(after.rules(), fact, FactDifference::changed);
    change.before = words_of(*found->second);
    change.after = words_of(fact);
    if (change.before != change.after) {
      changes.push_back(std::move(change));
    }
    old_by_key.erase(found);
  }
  for (const auto& [key, fact] : old_by_key) {
    changes.push_back(change_of(before.rules(), *fact, FactDifference::lost));
  }
  std::ranges::stable_sort(changes, {}, [](const FactChange& change) {
    return std::tuple(change.document, change.filler.begin, change.fact);
  });
  return changes;
}

std::vector<PhraseCost> bench_rules(const Engine& engine, const std::vector<Document>& documents,
                                    std::uint64_t& sentences) {
  const Engine::Parts& parts = engine.parts();
  std::vector<PhraseCost> costs = extract::phrase_costs(parts.matcher, parts.lexicon);
  TokenizedText tokens;
  sentences = 0;
  for (const Document& document : documents) {
    tokenize::tokenize(document, parts.lexicon, tokens);
    sentences += tokens.sentences.size();
    const normalize::Reading reading = reading_of(document);
    const extract::ReadValues read_values = [&](Range range, std::vector<ValueMention>& values) {
      values.clear();
      parts.reader.read(document.text, tokens, range, reading, {}, values);
    };
    const auto hint_values = [&](Range range, ValueHints& hints) {
      parts.reader.hint(document.text, tokens, range, hints);
    };
    extract::profile(document, tokens, parts.matcher, read_values, hint_values, costs);
  }
  return costs;
}

std::vector<Document> read_corpus(const Options& options, Diagnostics& diagnostics) {
  ingest::Options reading;
  reading.format = options.input_format;
  reading.published = options.published;
  return ingest::read_documents(options.inputs, reading, diagnostics);
}

}  // namespace concord::pipeline
