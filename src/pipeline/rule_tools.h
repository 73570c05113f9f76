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

/// What the inline examples of all rules reach (`only` empty), or those of one fact or check: each
/// phrase and unless line, each cue, not-cue and stop of a context, the verdicts of each check,
/// each branch of an alternation and each list entry.  In the order of CoverKind, then file order.
/// REQUIRES: rules loaded with examples.
std::vector<Cover> cover_rules(const Engine& engine, std::string_view only);

}  // namespace concord::pipeline
