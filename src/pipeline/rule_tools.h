#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "model/authoring.h"
#include "model/rule.h"

// Tools for those who write rules; part of pipeline.h.
namespace concord::pipeline {

class Engine;
struct Options;

/// A phrase line to try by itself, whatever the rules find.
struct Probe {
  std::string phrase;
  std::string value_type = "count";  // of slots without a type
  std::string unit;
};

/// The phrase that words of a command line mean: a line of the grammar, or "FILE:LINE" of one in
/// the rules.  Untyped slots take the value of `fact`, else of the rule the line stands in, else a
/// count.  Fails when there is no such fact.
Result<Probe> probe_named(const RuleSet& rules, const std::string& words, const std::string& fact);

/// An engine that knows the words of all packs and finds nothing but one phrase; complains where
/// the phrase is unsound.  REQUIRES: rules loaded with examples.
std::optional<Engine> phrase_engine(const RuleSet& rules, const Probe& probe,
                                    Diagnostics& diagnostics);

/// Sentences that a phrase accepts, each matched by the engine, and how many there are in all.
struct PhraseSamples {
  std::vector<std::string> sentences;
  std::uint64_t count = 0;
};
PhraseSamples sample_phrase(const RuleSet& rules, const Probe& probe, std::size_t most,
                            Diagnostics& diagnostics);

/// The facts of a document with the reasons: which item of the phrase took which words.  Of
/// `why_not`'s fact also the matches that gave nothing and, in sentences without it, the phrases
/// that nearly match.  REQUIRES: rules loaded with examples.
Proof prove(const Engine& engine, Document document, std::optional<RuleId> why_not);

/// How the facts of the documents in `documents` differ from `before`'s rules to `after`'s, in
/// document order, then text order.
std::vector<FactChange> diff_rules(const Engine& before, const Engine& after,
                                   const std::vector<Document>& documents, int jobs);

/// What each phrase costs over documents; `sentences` gets how many there were.
std::vector<PhraseCost> bench_rules(const Engine& engine, const std::vector<Document>& documents,
                                    std::uint64_t& sentences);

/// The documents of options.inputs, as run would read them.
std::vector<Document> read_corpus(const Options& options, Diagnostics& diagnostics);

/// True if `written` names the rule: "deaths", "core/deaths", or with the folders of its file
/// between, "core/casualties/deaths".
bool names_rule(std::string_view written, std::string_view pack, std::string_view name);

/// Complains (E320) of figures in examples that cannot be read as what the fact is made of, so that
/// they could never come out as written.  REQUIRES: rules loaded with examples.
void check_examples(const Engine& engine, Diagnostics& diagnostics);

/// Unless lines that set wrong figures of a fact aside.
struct Tuning {
  std::vector<std::string> lines;     // to add below `unless:`
  bool sound = false;                 // tried on the engine: all wrong gone, every right one kept
  std::vector<std::string> left;      // wrong sentences that no line removes without harm
  std::vector<std::string> unproved;  // right sentences in which it is not: nothing is proposed
  std::vector<std::string>
      not_found;  // wrong sentences in which the fact is not found to begin with
};

/// Lines of the figure and one word near it that keep `rule`'s fact out of the `wrong` sentences
/// and leave it in all `right` ones, tried on the engine.  REQUIRES: rules loaded with examples.
Tuning tune(const Engine& engine, RuleId rule, const std::vector<std::string>& wrong,
            const std::vector<std::string>& right);

/// A sentence for each phrase and unless line of the rules' facts, in file order.
std::vector<PhraseSample> sample_all(const RuleSet& rules);

/// One expectation of a story test, tried.
struct StoryResult {
  const StoryTest* test = nullptr;
  const StoryExpectation* expectation = nullptr;
  bool right = false;
  std::string about;  // "deaths of north-wire and coast-daily"
  std::string expected;
  std::string found;
};

/// Compares the articles of each test and holds the findings to what it expects; `only` as for
/// test_rules.  `tests` must outlive the results.
std::vector<StoryResult> test_stories(const Engine& engine, const std::vector<StoryTest>& tests,
                                      std::string_view only);

/// What the inline examples of all rules reach (`only` empty), or those of one fact or check: each
/// phrase and unless line, each cue, not-cue and stop of a context, the verdicts of each check,
/// each branch of an alternation and each list entry.  In the order of CoverKind, then file order.
/// REQUIRES: rules loaded with examples.
std::vector<Cover> cover_rules(const Engine& engine, std::string_view only);

}  // namespace concord::pipeline
