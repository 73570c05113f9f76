// What phrases cost, phrase by phrase.
#include <algorithm>
#include <chrono>

#include "extract/extract.h"
#include "extract/prefilter.h"
#include "extract/program.h"
#include "extract/views.h"

namespace concord::extract {
namespace {

const std::vector<Phrase>& phrases_of(const FactRule& rule, const CompiledPhrase& phrase) {
  return phrase.owner == Owner::unless ? rule.unless : rule.find[phrase.group].phrases;
}

std::vector<std::string> anchor_of(const Program& program, const CompiledPhrase& phrase,
                                   const Lexicon& lexicon) {
  std::vector<std::string> words;
  if (!phrase.clauses.empty()) {
    const Clause clause = program.clauses[program.required[phrase.clauses.begin]];
    for (std::uint32_t w = clause.words.begin; w < clause.words.end; ++w) {
      words.emplace_back(lexicon.spelling(program.words[w]));
    }
    if (clause.classes != 0) {
      words.emplace_back("{value}");
    }
  }
  return words;
}

}  // namespace

std::vector<PhraseCost> phrase_costs(const Matcher& matcher, const Lexicon& lexicon) {
  const Program& program = matcher.program();
  std::vector<PhraseCost> costs(program.phrases.size());
  for (std::size_t i = 0; i < costs.size(); ++i) {
    const CompiledPhrase& phrase = program.phrases[i];
    if (phrase.owner != Owner::find && phrase.owner != Owner::unless) {
      continue;
    }
    const auto& phrases = phrases_of(program.rules->facts[phrase.rule], phrase);
    const auto written = std::ranges::find(phrases, phrase.where, &Phrase::where);
    costs[i].rule = RuleId{phrase.rule};
    costs[i].phrase = phrase.where;
    costs[i].written = written == phrases.end() ? std::string() : written->written;
    costs[i].anchor = anchor_of(program, phrase, lexicon);
  }
  return costs;
}

void profile(const Document& document, const TokenizedText& tokens, const Matcher& matcher,
             const ReadValues& read_values, const HintValues& hint_values,
             std::vector<PhraseCost>& costs) {
  const Program& program = matcher.program();
  SentenceMemory current;
  SentenceMemory other;
  Views views(document, tokens, program, {read_values, hint_values}, current, other);
  std::vector<std::uint32_t> phrases;
  std::vector<Match> matches;
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    View& view = views.open(s);
    called_up(view.text, Category::facts, phrases);
    for (const std::uint32_t number : phrases) {
      PhraseCost& cost = costs[number];
      ++cost.candidates;
      if (!meets_all(view.text, program.phrases[number])) {
        continue;
      }
      ++cost.survivors;
      matches.clear();
      const auto start = std::chrono::steady_clock::now();
      view.matcher.find(number, matches);
      const auto spent = std::chrono::steady_clock::now() - start;
      cost.matches += matches.size();
      cost.nanoseconds += static_cast<std::uint64_t>(
          std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count());
    }
  }
}

}  // namespace concord::extract
