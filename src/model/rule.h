#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "model/check.h"
#include "model/phrase.h"
#include "model/tokens.h"

namespace concord {

using RuleId = Id<struct RuleTag>;  // index into RuleSet::facts

enum class Mode : std::uint8_t { stated, possible, projected, denied, corrected };
enum class Agree : std::uint8_t { exact, overlap, within, same_name };
enum class RuleTrend : std::uint8_t { only_rises, only_falls, free, fixed };
enum class QuotePolicy : std::uint8_t { both, skip, only };

/// Closed vocabulary: name -> ways it is written.
struct ListEntry {
  std::string name;
  std::string part_of;  // "part of:", empty if none
  std::vector<Phrase> written;
};
struct WordList {
  std::string name;
  std::vector<ListEntry> entries;
  RulePosition where;
};

/// How a fact's figures are compared across sources (RULES.md `compare:`).
struct CompareRule {
  Agree agree = Agree::overlap;
  std::optional<Decimal>
      tolerance;  // within N: in base units, or percent when tolerance_is_percent
  bool tolerance_is_percent = false;
  RuleTrend trend = RuleTrend::free;
  std::optional<std::int64_t> stale_after;  // seconds
  std::optional<Decimal> floor_within;      // percent
  std::vector<std::string> prefer;          // sources, first is best
  std::vector<Mode>
      ignore;  // modes that do not count (possible and projected and denied unless said)
  std::vector<std::pair<std::string, std::string>> part_of;  // "A is part of B"
  bool natural_authority = false;  // "authority: key": the key is itself the authority
  bool own_figure = false;         // "estimators: apart": the key says who estimates
  Severity severity = Severity::warning;
};

/// What an example expects.  `get` compares only what is written, but the number of figures always
/// counts.
struct ExpectedValue {
  std::string kind;   // "" when the fact has none
  std::string value;  // as written: "at least 130", "20 hours", "Islamic State"
};
struct Example {
  std::string text;
  bool nothing = false;
  std::vector<ExpectedValue> get;
  std::optional<Mode> mode;
  std::optional<std::string> event;  // main, other, unsure
  std::optional<std::string> by;
  std::optional<std::string> key;
  bool todo = false;
  RulePosition where;
};

/// A block under `find:`.
struct FindGroup {
  std::vector<Phrase> phrases;
  std::map<std::string, std::string>
      set;                         // kind, slot or `mode` fixed by the group: {who: gunmen}, {n: 1}
  std::vector<std::string> sum;    // value: n + more -> {"n","more"}; empty = the value slot alone
  std::vector<std::string> minus;  // value: n - m -> m here
  std::vector<std::string> listed;  // value: n, more -> "more": parts side by side, n the first
  std::vector<Part> in;             // empty = everywhere
  bool floor = false;  // `hedge: at least`: the words tell of so many and not that they are all
  std::string less;    // a fact whose figure in the document is taken away: of six shot, two died
  QuotePolicy quotes = QuotePolicy::both;
};

struct FactRule {
  std::string pack;  // "core", "attacks"
  std::string name;  // "deaths"
  std::string describe;
  std::string value_type;  // count count_a duration date time money percent number measure age name
                           // text quote, or a list's name
  std::string unit;        // base unit ("hectare", "person") or empty
  std::string key;  // slot that keys the fact, or whose value is the kind when `kinds` is given
  std::vector<std::string> key_with;  // further parts of the key: "period", "currency"
  bool key_carries = false;           // a sentence that names no key means the one named before it
  bool key_from_subject = false;  // where a phrase leaves it open, the name that opens the clause
  bool key_from_source =
      false;              // where nothing else says it, whoever the sentence is attributed to
  std::string kind_slot;  // `kind:` slot or set entry whose value is the kind; empty = `key`, when
                          // there are kinds
  std::vector<std::string> kinds;    // closed; empty = no kind
  std::vector<std::string> key_for;  // `key for:` kinds for which the value's own name is the key
  std::string default_kind;          // kind when no group sets one ("all")
  std::vector<FindGroup> find;
  std::vector<Phrase> unless;
  std::vector<std::string> exclusive_with;
  std::string event;  // event kind that owns the figures, "any", or ""
  CompareRule compare;
  std::string say;
  std::vector<Example> examples;  // empty when loaded without examples
  RulePosition where;
  bool draft = false;  // status: draft
};

enum class Reach : std::uint8_t { right, left, both };

/// ConText: words that change how a fact is meant.
struct ContextRule {
  std::string name;  // denied possible projected corrected ...
  Mode mode = Mode::stated;
  std::vector<Phrase> cues;
  std::vector<Phrase> not_cues;
  std::vector<Phrase> stops;
  Reach reach = Reach::right;
  std::uint8_t at_most = 12;                   // words
  std::vector<std::string> applies_to;         // fact names; empty = all
  std::map<std::string, std::string> becomes;  // fact -> the fact that its figure states instead
};

/// A figure of a known event that a desk accepts: from `low` to `high`, both included.
struct KnownFigure {
  std::string fact;
  Decimal low;
  Decimal high;
};

/// An event with its own name that may own a figure ("Beslan school siege").
struct KnownEvent {
  std::string name;
  std::vector<Phrase> written;  // the name and its `also`
  std::string place;
  std::string date;  // ISO 8601
  std::vector<KnownFigure> figures;
};

struct EventKind {
  std::string name;  // "attack"
  std::vector<Phrase> nouns;
  std::vector<std::string> told_apart_by;
  std::vector<Phrase> compared_with;
  std::vector<Phrase> background;
  std::vector<Phrase> aftermath;  // what came of it: arrests, trials
  std::vector<KnownEvent> known;
  std::vector<std::string> expects;  // facts whose absence is a gap
};

/// Findings of a pinned story that are no news to its desk.
struct QuietRule {
  std::string name;    // of a fact or a check
  std::string source;  // only where this outlet is one of those that differ; empty: any
  std::string because;
  std::string until;  // ISO 8601, the last day on which it holds; empty: for good
  RulePosition where;
};

/// An editor's word on one running story: its articles, the event that owns their figures.
struct StoryPin {
  std::string story;               // id
  std::string kind;                // of event: "attack"
  std::vector<std::string> nouns;  // of the kind, folded, in all their forms
  std::vector<std::string> places;
  std::string date;                // ISO 8601; empty: not known
  std::vector<std::string> names;  // of the event
  std::vector<QuietRule> quiet;
  RulePosition where;
};

/// Phrases that say who is the source of a statement; slot {s} is the source.
struct AttributionRule {
  std::vector<Phrase> phrases;
};

struct SourceRules {
  std::map<std::string, std::vector<std::string>> groups;
  std::map<std::string, std::vector<std::string>> authority;
  std::map<std::string, std::vector<std::string>> copies_of;
  std::vector<std::string> party;  // sources or authorities that are a side of the conflict
  std::vector<std::vector<std::string>> tiers;  // sources a desk believes first, second ...
};

/// A name of `phrases:` or `lists:`, known in all packs.
struct SharedName {
  std::string name;
  RulePosition where;
  bool is_list = false;
  std::uint32_t uses = 0;  // in other shared phrases too
};

/// Everything the rule files say, in file order; no pointers, so that it can be kept and copied.
struct RuleSet {
  std::vector<std::string> files;  // paths relative to the rules folder, "core/casualties.yaml"
  std::vector<WordList> lists;
  std::vector<FactRule> facts;
  std::vector<CheckRule> checks;
  std::vector<ContextRule> contexts;
  std::vector<EventKind> events;
  std::vector<AttributionRule> attributions;
  SourceRules sources;
  std::vector<StoryPin> pins;
  std::string hash;  // of the content of all files
  // For lint, and only when loaded with examples:
  std::vector<std::string> texts;  // of `files`, lines ending in LF
  std::vector<SharedName> shared;
};

}  // namespace concord
