#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/timestamp.h"
#include "model/desk.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/rule.h"
#include "model/tokens.h"
#include "model/value.h"
#include "model/weighed.h"
#include "pipeline/baseline.h"
#include "pipeline/draft.h"
#include "pipeline/intake.h"
#include "pipeline/memory.h"
#include "pipeline/nightly.h"
#include "pipeline/options.h"
#include "pipeline/rule_tools.h"
#include "pipeline/side_by_side.h"
#include "pipeline/stories.h"

namespace concord::pipeline {

/// Where a run may end.  Stories need no facts: a run that ends there has none.
enum class Stage : std::uint8_t { facts, stories, figures, findings };

/// The recipe: ingest, tokenize, normalize, extract, group, compare, as far as `last`.  Same inputs
/// and options, same findings, whatever the number of jobs.
Findings run(const Engine& engine, const Options& options, Stage last, Diagnostics& diagnostics);

/// The drafts of options.drafts, in order; pages keep where their words stand (Document::page).
std::vector<Document> drafts_of(const Options& options, Diagnostics& diagnostics);

/// The documents of options.inputs, in order, in the stories that rule files pin; with `keep_page`
/// they keep where their words stand (Document::page).
std::vector<Document> documents_of(const Engine& engine, const Options& options,
                                   Diagnostics& diagnostics, bool keep_page = false);

/// The facts of documents, some at a time: take(facts) is called with those of one stretch of
/// documents after the other, so that a run need not hold them all.
void extract_in_parts(const Engine& engine, const std::vector<Document>& documents, int jobs,
                      const std::function<void(const std::vector<Fact>&)>& take);

/// The same over documents already read.
Findings run_on(const Engine& engine, std::vector<Document> documents, const Options& options,
                Stage last = Stage::findings);

/// Each of options.drafts compared with options.inputs and not with the other drafts: one Findings
/// a draft, in order, the draft its first document.  A draft without a time is not yet published:
/// it counts as published at options.now, else with the newest input.
std::vector<Findings> check(const Engine& engine, const Options& options, Diagnostics& diagnostics);

/// Facts of documents already read, in document order; for benchmarks and tests.
std::vector<Fact> facts_of(const Engine& engine, const std::vector<Document>& documents, int jobs);

/// `concord values`: one request read, rules aside.
/// Warnings of the names in a desk's settings that the rules do not know, in file order, with what
/// was likely meant (unknown_code, unknown_fact).
Diagnostics unknown_names(const RuleSet& rules, const Desk& desk);

struct ValueRequest {
  std::string id;
  std::string text;
  std::optional<Timestamp> reference;
  bool prefer_future = false;
  std::optional<int> offset_minutes = {};  // of `reference` from UTC
};
/// A whole document, read against its own time, else against `now`.
ValueRequest request_of(const Document& document, std::optional<Timestamp> now);

std::vector<ValueMention> values(const Engine& engine, const ValueRequest& request);

/// The values of one request after the other; memory is kept from text to text.
class ValueReader {
 public:
  explicit ValueReader(const Engine& engine) : engine_(engine) {}

  /// In the order of the text; good until the next call.
  const std::vector<ValueMention>& read(const ValueRequest& request);

 private:
  const Engine& engine_;
  TokenizedText tokens_;
  std::vector<ValueMention> values_;
};

/// Every reading of the request's words that was weighed, and the order of preference between them.
std::vector<WeighedReading> weigh(const Engine& engine, const ValueRequest& request);
std::vector<std::string> preference_order();

/// One inline example of a rule, run.
struct ExampleResult {
  enum class Outcome : std::uint8_t {
    right,
    missing,
    noisy,
    wrong_value,
    wrong_kind,
    wrong_key,
    wrong_event,
    wrong_mode,
    wrong_by
  };
  std::string rule;  // "core/deaths"
  RulePosition where;
  std::string text;
  Outcome outcome = Outcome::right;
  std::string expected;
  std::string found;
  std::string hint;   // the killer line or the nearest miss
  bool todo = false;  // the author expects it to fail
};
struct Coverage {
  std::string rule;
  RulePosition phrase;
  std::string written;
  std::uint32_t reached = 0;  // matches in the examples run
};
struct RuleTest {
  std::vector<ExampleResult> examples;
  std::vector<ExampleResult> checks;
  std::vector<Coverage> coverage;  // every phrase of the facts run, in file order
  std::vector<Coverage> cues;      // every cue of every context: matches that changed a mode
};
/// Runs the inline examples of all rules (`only` empty) or of one fact or check.  REQUIRES: rules
/// loaded with examples.
RuleTest test_rules(const Engine& engine, std::string_view only);

/// What every stage saw in one sentence, for `concord explain "a sentence"`; dates are read against
/// `reference`.
struct Explanation {
  Document document;
  TokenizedText tokens;
  std::vector<ValueMention> values;
  std::vector<Fact> facts;  // with those set aside, marked excluded_by
};
Explanation explain(const Engine& engine, std::string_view sentence,
                    std::optional<Timestamp> reference = std::nullopt);

}  // namespace concord::pipeline
