#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace concord {

/// A place in a rule file; line and column 1-based, columns in code points; `file` indexes
/// RuleSet::files.
struct RulePosition {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const RulePosition&, const RulePosition&) = default;
};

/// The grammar of phrases: RULES.md section 4.  `<shared>` phrases are expanded in place when rules
/// are loaded; `<list>` and `<type>` stay as references (list_ref, type_ref) because they are
/// matched as a unit.
enum class PhraseKind : std::uint8_t {
  sequence,      // children one after another
  alternatives,  // one of the children
  option,        // the one child or nothing
  word,          // `forms`: the word, or every inflected form of `word~`, folded
  exact,         // `text`, letters and capitals as written; may hold several words
  slot,          // {name} or {name:type}; `type` empty = the fact's value type
  list_ref,      // any entry of list `text`
  type_ref,      // any value of type `text`, not captured: <count>
  gap,           // up to `most` words, lazily; never crosses a number unless crosses_numbers
  without,       // the next words are not the child; takes no words
  punctuation,   // the mark `text`
};

struct PhraseNode {
  PhraseKind kind = PhraseKind::sequence;
  std::string
      text;  // word as written (of joined branches the first), exact text, list or type name, mark
  std::vector<std::string> forms;  // word: all folded forms, of all branches of (one|word|each)
  std::string slot;                // slot: its name
  std::string type;                // slot: its type
  std::uint8_t most = 4;           // gap
  bool crosses_numbers = false;    // gap written ...N!
  RulePosition where;
  std::vector<PhraseNode> children;
};

/// One line under `phrases: |`.
struct Phrase {
  PhraseNode root;
  std::string written;  // the line as the author wrote it
  RulePosition where;
};

}  // namespace concord
