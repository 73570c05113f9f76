#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/phrase.h"
#include "model/rule.h"

namespace concord {

/// What examples can reach, in the order in which reports count it.
enum class CoverKind : std::uint8_t { phrase, unless_line, context, verdict, branch, list_entry };

/// One thing that an example of the rules reaches or not.
struct Cover {
  CoverKind kind = CoverKind::phrase;
  std::string rule;  // "core/deaths", a context's, check's or list's name
  RulePosition where;
  std::string written;  // the line, branch, entry, or verdict
  std::uint32_t reached = 0;
};

/// What one phrase of a fact costs on a corpus.
struct PhraseCost {
  RuleId rule;
  RulePosition phrase;
  std::string written;
  std::vector<std::string> anchor;  // words it is filed under; empty: it is tried in every sentence
  std::uint64_t candidates = 0;     // sentences with a word of the anchor
  std::uint64_t survivors = 0;      // of these, those with all it requires
  std::uint64_t matches = 0;
  std::uint64_t nanoseconds = 0;  // spent matching
};

/// An item of a phrase and what it took.
struct ProofStep {
  std::string item;  // "kill~", "{n}"
  Span span;         // bytes of the document
};

/// A match that gave no fact, or a phrase that nearly matched.
struct Miss {
  RuleId rule;
  RulePosition phrase;
  std::string written;
  Span extent;          // what it matched, or would
  std::string why;      // "another phrase says more", "leave out `died`"
  std::string instead;  // a line that would match; empty for a match
};

/// All that the rules make of one document, with the reasons.
struct Proof {
  Document document;
  std::vector<Fact> facts;                    // those set aside too, marked excluded_by
  std::vector<std::vector<ProofStep>> steps;  // by fact, left to right; empty when not found out
  std::vector<Miss> passed_over;              // matches that gave no fact
  std::vector<Miss> near_misses;              // smallest change first
};

/// How the facts of a document differ between two sets of rules.
enum class FactDifference : std::uint8_t { gained, lost, changed };

struct FactChange {
  FactDifference difference = FactDifference::gained;
  DocumentId document;
  std::string fact;
  Span filler;
  std::string before;  // the figure and its circumstances; empty when gained
  std::string after;   // empty when lost
  std::string place;   // of the phrase that finds it, or found it
};

/// A sentence that a phrase accepts.
struct PhraseSample {
  RulePosition phrase;
  std::string sentence;
};

/// A test of several articles (`tests/*.yaml` inside a pack).
struct StoryArticle {
  std::string from;  // the outlet
  std::string at;    // ISO 8601; empty = no time
  std::string title;
  std::string text;
  std::string item;  // versions of one article share it
  std::uint32_t version = 1;
};

/// What comparing must say of a fact, or that a check is broken.
struct StoryExpectation {
  std::string fact;
  std::string kind;
  std::string key;
  std::string check;
  std::vector<std::string> pair;  // outlets: only their articles; empty = all
  std::string verdict;            // a relation or a detail; "nothing": no such finding
  std::string figure;             // what the default policy prints; empty = not asked for
  std::uint32_t line = 0;
};

struct StoryTest {
  std::string file;  // below the rules folder
  std::uint32_t line = 0;
  std::string name;
  std::vector<StoryArticle> articles;
  std::vector<StoryExpectation> expect;
  bool todo = false;  // known to fail
};

}  // namespace concord
