// `concord rules explain`: what the rules make of a text, and why not something else.
#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/engine.h"
#include "pipeline/near_misses.h"
#include "pipeline/pipeline.h"
#include "pipeline/probes.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kMostMisses = 5;
constexpr std::size_t kLongestGap = 12;     // words
constexpr std::size_t kMostSentences = 60;  // whose near misses are looked for

const Phrase* phrase_at(const FactRule& rule, const RulePosition& where) {
  for (const FindGroup& group : rule.find) {
    const auto found = std::ranges::find(group.phrases, where, &Phrase::where);
    if (found != group.phrases.end()) {
      return &*found;
    }
  }
  return nullptr;
}

/// An item as a phrase by itself; nothing for gaps and lookaheads, which take no words of theirs.
std::optional<std::string> as_phrase(std::string_view item, bool& optional) {
  optional = item.front() == '[';
  if (item.front() == '!' || item.find("...") != std::string_view::npos) {
    return std::nullopt;
  }
  return optional ? "(" + std::string(item.substr(1, item.size() - 2)) + ")" : std::string(item);
}

/// Finds the way of one phrase through the words it matched, from the matches of its items.
class Alignment {
 public:
  struct Item {
    std::string_view written;
    bool words = false;  // takes words of its own
    bool optional = false;
    std::vector<Span> hits;
  };

  Alignment(std::string_view text, std::vector<Item> items, Span extent)
      : text_(text), items_(std::move(items)), extent_(extent) {}

  std::vector<ProofStep> steps() {
    std::vector<ProofStep> steps;
    budget_ = 20'000;
    return walk(0, extent_.begin, false, steps) ? steps : std::vector<ProofStep>();
  }

 private:
  /// Words that begin in [from, to).
  std::size_t words_between(std::uint32_t from, std::uint32_t to) const {
    std::size_t words = 0;
    bool inside = false;
    for (std::uint32_t at = from; at < to; ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || byte >= 0x80;
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }

  /// The first byte at or behind `at` that is no blank.
  std::uint32_t word_from(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(text_.find_first_not_of(' ', at), text_.size()));
  }

  bool walk(std::size_t item, std::uint32_t at, bool gap, std::vector<ProofStep>& steps) {
    if (budget_ == 0) {
      return false;
    }
    --budget_;
    if (item == items_.size()) {
      return at <= extent_.end && words_between(at, extent_.end) == 0;
    }
    const Item& one = items_[item];
    if (!one.words) {
      return walk(item + 1, at, true, steps);
    }
    for (const Span& hit : one.hits) {
      // Of matches that overlap only the longest is known; its end may be this item's.
      const std::uint32_t begin = word_from(std::max(hit.begin, at));
      if (begin >= hit.end || hit.end > extent_.end ||
          words_between(at, begin) > (gap ? kLongestGap : 0)) {
        continue;
      }
      steps.push_back({std::string(one.written), {begin, hit.end}});
      if (walk(item + 1, hit.end, false, steps)) {
        return true;
      }
      steps.pop_back();
    }
    return one.optional && walk(item + 1, at, gap, steps);
  }

  std::string_view text_;
  std::vector<Item> items_;
  Span extent_;
  std::size_t budget_ = 0;
};

/// Facts and the probes of their phrases' items.
class Proving {
 public:
  Proving(const Engine& engine, Proof& proof) : rules_(engine.rules()), proof_(proof) {}

  void run() {
    for (const Fact& fact : proof_.facts) {
      add(fact);
    }
    const auto hits = try_probes(rules_, probes_, {{proof_.document.text, Part::body}});
    for (const ProbeHit& hit : hits) {
      auto& [fact, item] = owners_[hit.probe];
      ways_[fact][item].hits.push_back(hit.extent);
    }
    for (std::size_t i = 0; i < proof_.facts.size(); ++i) {
      proof_.steps.push_back(
          ways_[i].empty()
              ? std::vector<ProofStep>()
              : Alignment(proof_.document.text, ways_[i], proof_.facts[i].extent).steps());
    }
  }

 private:
  void add(const Fact& fact) {
    const FactRule& rule = rules_.facts[fact.rule.index];
    std::vector<Alignment::Item>& items = ways_.emplace_back();
    const Phrase* phrase = phrase_at(rule, fact.phrase);
    if (phrase == nullptr || rules::items_of(phrase->written).empty() ||
        phrase->written.find(" | ") != std::string::npos) {
      return;  // quotations have no phrase; of whole lines the branches tell
    }
    for (const rules::PhraseItem& written : rules::items_of(phrase->written)) {
      Alignment::Item item;
      item.written = written.written;
      if (auto line = as_phrase(written.written, item.optional)) {
        item.words = true;
        owners_.emplace_back(ways_.size() - 1, items.size());
        probes_.push_back({std::move(*line), rule.value_type, rule.unit});
      }
      items.push_back(std::move(item));
    }
  }

  const RuleSet& rules_;
  Proof& proof_;
  std::vector<std::vector<Alignment::Item>> ways_;           // by fact
  std::vector<std::pair<std::size_t, std::size_t>> owners_;  // by probe: fact, item
  std::vector<Probe> probes_;
};

/// Matches of the fact's phrases that gave no fact of it.
void find_passed_over(const Engine& engine, RuleId id, Proof& proof) {
  const FactRule& rule = engine.rules().facts[id.index];
  std::vector<Probe> probes;
  std::vector<const Phrase*> phrases;
  for (const FindGroup& group : rule.find) {
    for (const Phrase& phrase : group.phrases) {
      probes.push_back({phrase.written, rule.value_type, rule.unit});
      phrases.push_back(&phrase);
    }
  }
  for (const ProbeHit& hit :
       try_probes(engine.rules(), probes, {{proof.document.text, Part::body}})) {
    const Phrase& phrase = *phrases[hit.probe];
    const auto other = std::ranges::find_if(proof.facts, [&](const Fact& fact) {
      return fact.rule == id && fact.extent.begin < hit.extent.end &&
             hit.extent.begin < fact.extent.end;
    });
    if (other != proof.facts.end() && other->phrase == phrase.where) {
      continue;
    }
    const std::string why =
        other != proof.facts.end()
            ? "another match stands in its place: " + engine.rules().files.at(other->phrase.file) +
                  ":" + std::to_string(other->phrase.line)
            : "it gives no figure here: a part of another figure, or not in this part of a text";
    proof.passed_over.push_back({id, phrase.where, phrase.written, hit.extent, why, {}});
  }
}

/// Where matches stand that an `unless` line sets aside, counted from the sentence's beginning.
std::vector<Span> set_aside_in(const Proof& proof, RuleId id, Span sentence) {
  std::vector<Span> spans;
  for (const Fact& fact : proof.facts) {
    if (fact.rule == id && !fact.excluded_by.empty() && fact.sentence == sentence) {
      spans.push_back({fact.extent.begin - sentence.begin, fact.extent.end - sentence.begin});
    }
  }
  return spans;
}

/// Near misses in each sentence where the fact is not found.
void find_near_misses(const Engine& engine, RuleId id, const TokenizedText& tokens, Proof& proof) {
  std::size_t looked_at = 0;
  for (const Sentence& sentence : tokens.sentences) {
    const bool found = std::ranges::any_of(proof.facts, [&](const Fact& fact) {
      return fact.rule == id && fact.excluded_by.empty() && fact.sentence == sentence.span;
    });
    if (found || ++looked_at > kMostSentences) {
      continue;
    }
    const std::string text = proof.document.text.substr(sentence.span.begin, sentence.span.size());
    const std::vector<Span> set_aside = set_aside_in(proof, id, sentence.span);
    for (Miss& miss : near_misses(engine, id, text, kMostMisses, set_aside)) {
      miss.extent.begin += sentence.span.begin;
      miss.extent.end += sentence.span.begin;
      proof.near_misses.push_back(std::move(miss));
    }
  }
}

}  // namespace

Proof prove(const Engine& engine, Document document, std::optional<RuleId> why_not) {
  Proof proof;
  proof.document = std::move(document);
  TokenizedText tokens;
  tokenize::tokenize(proof.document, engine.parts().lexicon, tokens);
  extract_facts(engine.parts(), proof.document, tokens, {.keep_excluded = true}, proof.facts);
  Proving(engine, proof).run();
  if (why_not) {
    find_passed_over(engine, *why_not, proof);
    find_near_misses(engine, *why_not, tokens, proof);
  }
  return proof;
}

}  // namespace concord::pipeline
