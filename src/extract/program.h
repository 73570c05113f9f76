#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/lexicon.h"
#include "base/table.h"
#include "extract/extract.h"
#include "model/rule.h"
#include "model/tokens.h"
#include "model/value.h"

namespace concord::extract {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
constexpr std::uint8_t kNoSlot = 0xFF;
constexpr std::uint16_t kNoMemo = 0xFFFF;
constexpr std::size_t kMaxSlots = 8;
constexpr ValueClasses kTimeClasses = kDurationClass | kTimeClass | kDateClass;
constexpr std::uint32_t kEveryPart = 0xFFFFFFFF;

constexpr std::uint32_t bit_of(Part part) {
  return 1U << static_cast<unsigned>(part);
}

/// What a phrase does at one token.  A phrase is a stretch of instructions; control goes to the
/// next one unless said otherwise.
enum class Op : std::uint8_t {
  word,     // the token's word is a
  words,    // the token's word is one of Program::words[a, b)
  exact,    // the token's word is a and its bytes are Program::texts[b]
  mark,     // as `words`, for punctuation: the only op that takes it
  value,    // a value mention of one of the classes in `types`; `flag`: "a", "an", "one" too
  list,     // an entry of list a
  name,     // a capitalized run
  source,   // somebody who says something
  text,     // one to six words
  gap,      // up to `most` words; `flag`: may cross numbers
  without,  // fails where the instructions up to `a` match; goes on at a
  split,    // a or b
  jump,     // a
  accept
};

struct Instruction {
  Op op = Op::accept;
  std::uint8_t slot = kNoSlot;
  std::uint8_t most = 0;
  bool flag = false;
  std::uint16_t memo = kNoMemo;  // ops with a choice: their row in the memo table
  std::uint32_t types = 0;       // value: classes; words: bit (word % 32) of each; split: its shape
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

/// A way on from a split that begins with a word: `place` is where it goes on behind it.  Places of
/// a shape are instructions counted from the split.
struct Opening {
  WordId word = kUnknownWord;
  std::uint32_t place = 0;
};

/// What a split opens, with all splits that follow on it, until the ways meet again.  Equal code
/// has one shape, in whichever phrases it stands.
struct Shape {
  std::uint32_t size = 0;   // instructions; 0 for none
  std::uint64_t kinds = 0;  // bit (word % 64) of each opening
  std::uint64_t rows = 0;   // bit (word / 64 % 64) of each: words written together are numbered so
  Range openings;           // in Program::openings, by word
  Range others;             // in Program::others: places where the other ways begin

  /// False where no opening begins with the word; nearly always, then.
  bool may_open(WordId word) const {
    return ((kinds >> (word % 64)) & (rows >> (word / 64 % 64)) & 1U) != 0;
  }
};

/// Whose phrase it is.
enum class Owner : std::uint8_t {
  find,
  unless,
  cue,
  not_cue,
  stop,
  event_noun,
  compared_with,
  background,
  aftermath,
  known_event,
  attribution
};

struct CompiledPhrase {
  Owner owner = Owner::find;
  std::uint32_t gap_stops = 0;  // value classes that its gaps do not cross
  bool says_including = false;  // it writes including or among itself
  bool starts_value = false;    // may begin with a value, "a" or "an", a capital letter, anything
  bool starts_time = false;     // that value may be a time or a duration
  bool starts_article = false;
  bool starts_name = false;
  bool starts_source = false;
  bool starts_any = false;
  bool can_be_empty = false;          // matches without words: never tried
  std::uint32_t rule = 0;             // index of the fact, context, event or attribution rule
  std::uint32_t group = 0;            // find group, or known event
  std::uint32_t entry = 0;            // first instruction
  std::uint32_t end = 0;              // after its last instruction
  std::uint16_t memos = 0;            // rows it needs in the memo table
  std::uint64_t first_mask = 0;       // bit (word % 64) of each of first_words
  std::uint64_t first_rows = 0;       // bit (word / 64 % 64) of each of first_words
  Range first_words;                  // sorted words it can begin with, in Program::words
  Range clauses;                      // in Program::required, rarest first: each must be met
  Range slots;                        // in Program::slots
  std::uint8_t value_slot = kNoSlot;  // find: the slot that holds the fact's value
  std::uint32_t parts = kEveryPart;   // of documents that it is looked for in, a bit each
  RulePosition where;
};

/// What a match must contain: one of the words [begin, end) of Program::words or, where `classes`
/// is not 0, a value of one of these classes.
struct Clause {
  Range words;
  ValueClasses classes = 0;
  std::uint64_t busy = 0;  // bits of its busy words
};

/// A way to write a list entry, filed under a word it can begin with.
struct ListWay {
  WordId first = kUnknownWord;
  std::uint32_t code = 0;
  std::uint32_t entry = 0;
};

/// One clause on the way to phrases that require it.  A sentence that meets it goes on to the next
/// node, one that does not to `next`.
struct ClauseNode {
  std::uint32_t clause = 0;  // in Program::clauses
  std::uint32_t next = 0;    // the first node that does not lie below this one
  Range phrases;             // in Index::phrases: those whose last clause this is
};

/// The phrases of a category as trees of their clauses, rarest first, so that what many phrases
/// require is asked once.  Words call up the trees whose first clause holds them.
struct Index {
  Table<std::uint64_t> bits;             // by word: calls up trees
  Table<std::uint32_t> starts;           // by word: first of its trees; one entry more than words
  Table<std::uint32_t> trees;            // nodes
  std::vector<std::uint32_t> by_values;  // trees whose first clause asks for a value
  Table<ClauseNode> nodes;               // parents before children
  Table<std::uint32_t> phrases;          // node by node, phrase numbers
  std::vector<std::uint32_t> always;     // phrases that require nothing

  bool has(WordId word) const {
    return word / 64 < bits.size() && ((bits[word / 64] >> (word % 64)) & 1U) != 0;
  }
};

enum class Category : std::uint8_t { facts, contexts, events, attributions };
constexpr std::size_t kCategories = 4;

/// Phrases of one context rule.
struct ContextPhrases {
  std::vector<std::uint32_t> stops;
  std::vector<bool> applies;  // by fact rule; empty = all
};

struct Matcher::Program {
  const RuleSet* rules = nullptr;
  std::shared_ptr<const void> kept;  // of the bytes where tables lie that are not its own
  Table<Instruction> code;
  Table<Shape> shapes;  // what splits open; the first is none
  Table<Opening> openings;
  Table<std::uint32_t> others;
  Table<WordId> words;
  Table<Clause> clauses;          // no two alike
  Table<std::uint8_t> busy;       // by word: 1 + its bit in Clause::busy, if it is a busy one; 0
  Table<std::uint32_t> starts;    // by word: first of its clauses; one entry more than words
  Table<std::uint32_t> holders;   // word by word, the clauses that hold it; none for busy words
  Table<std::uint32_t> required;  // clause numbers, phrase by phrase
  std::vector<std::string> texts;
  std::vector<std::string> slot_names;             // no two alike
  Table<std::uint32_t> slots;                      // phrase by phrase, numbers of slot_names
  Table<CompiledPhrase> phrases;                   // in file order within an owner
  std::vector<std::vector<ListWay>> lists;         // by list: sorted by first word
  std::vector<std::vector<std::uint32_t>> unless;  // by fact rule: phrase numbers
  std::vector<ContextPhrases> contexts;            // by context rule
  std::vector<std::vector<std::uint32_t>>
      exclusive;                           // by fact rule: rules it shares no number with
  std::vector<std::uint32_t> quote_rules;  // fact rules whose value is a quotation
  std::vector<bool> harms;                 // by event kind: one with an aftermath befalls people
  std::vector<bool> harm_facts;            // by fact rule: of such a kind, or expected of it
  Index indexes[kCategories];
  Table<std::uint32_t> flags;        // by word
  Table<std::uint64_t> place_words;  // a bit by word: an entry of the list of places begins with it
  std::uint32_t place_list = kNone;
  std::uint32_t word_count = 0;  // words at or beyond are in no rule
  std::uint16_t most_memos = 0;

  bool may_begin_place(WordId word) const {
    return word / 64 < place_words.size() && ((place_words[word / 64] >> (word % 64)) & 1U) != 0;
  }
  std::uint32_t flags_of(WordId word) const { return word < flags.size() ? flags[word] : 0U; }
};

using Program = Matcher::Program;

}  // namespace concord::extract
