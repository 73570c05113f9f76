#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "extract/frontier.h"
#include "extract/names.h"
#include "extract/program.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// What a slot took.
struct SlotHit {
  std::uint8_t slot = kNoSlot;
  Op op = Op::value;
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  std::uint32_t index = kNone;  // value: mention, kNone for "a"; list: entry
  std::uint32_t list = 0;
};

/// One phrase at one place.
struct Match {
  std::uint32_t phrase = 0;
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  std::uint32_t literals = 0;        // words of the phrase itself that were matched
  std::uint32_t looked_through = 0;  // transparent marks between its items
  std::uint64_t literal_bits = 0;    // which of the first 64 tokens are literal
  std::uint32_t hits = 0;
  SlotHit slots[kMaxSlots];

  const SlotHit* slot(std::uint32_t number) const {
    for (std::uint32_t i = 0; i < hits; ++i) {
      if (slots[i].slot == number) {
        return &slots[i];
      }
    }
    return nullptr;
  }
};

/// Matches phrases in one sentence.  Of the ways in which a phrase can match from one token on, the
/// one with the most literal words is taken, then the one with the fewest words in gaps, then the
/// longest.  Each state of a phrase is visited once for each token within reach, so the time is
/// bounded by tokens x states x reach.
class PhraseMatcher {
 public:
  explicit PhraseMatcher(SentenceText& text);

  /// Every match of a phrase in the open sentence, at most one from each token on, appended in text
  /// order.
  void find(std::uint32_t phrase, std::vector<Match>& out);

  /// Ends of list entries that begin at a token: the longest first.
  struct ListHit {
    std::uint32_t end = kNone;
    std::uint32_t entry = 0;
  };
  std::uint32_t entries(std::uint32_t list, std::uint32_t at, ListHit (&hits)[kMostEnds]);

 private:
  struct Choice {
    std::uint32_t pc;
    std::uint32_t at;
    std::int32_t gain;
  };
  static constexpr std::uint32_t kMostChoices = 14;
  struct Choices {
    std::uint32_t count = 0;
    Choice all[kMostChoices];  // the first `count` are set
    void add(Choice choice) {
      if (count < kMostChoices) {
        all[count++] = choice;
      }
    }
  };

  std::uint32_t list_hits(std::uint32_t list, std::uint32_t at, ListHit (&hits)[kMostEnds]);
  std::uint64_t beginnings(std::uint32_t block);
  void find_from(std::uint32_t at, std::vector<Match>& out);
  bool has_word(std::uint32_t begin, std::uint32_t end, WordId word) const {
    return std::binary_search(program_.words.begin() + begin, program_.words.begin() + end, word);
  }
  /// The next token that is not looked through.  Nothing is skipped before the first item.
  std::uint32_t skip(std::uint32_t at, std::uint32_t origin) const {
    return at == origin || at >= text_.end() || text_.token(at).kind == TokenKind::word
               ? at
               : skip_marks(at);
  }
  /// Where the memo of an instruction's row and a token lies: those of near tokens lie together.
  std::size_t memo_of(std::uint16_t row, std::uint32_t at) const {
    return std::size_t{at - start_} * phrase_->memos + row;
  }
  std::uint32_t skip_marks(std::uint32_t at) const;
  std::uint32_t aside_end(std::uint32_t mark) const;
  std::uint32_t step(const Instruction& instruction, std::uint32_t at, std::uint32_t origin);
  std::uint32_t value_step(const Instruction& instruction, std::uint32_t at);
  const Ends& ends(Op op, std::uint32_t at);
  void choices(std::uint32_t pc, std::uint32_t at, std::uint32_t origin, Choices& out);
  void gap_choices(std::uint32_t pc, std::uint32_t at, std::uint32_t origin, Choices& out);
  /// Does a way begin with another word than this?
  bool falls(const Instruction& way, WordId word) const {
    if (way.op == Op::words) {
      return ((way.types >> (word % 32)) & 1U) == 0 || !has_word(way.a, way.b, word);
    }
    return (way.op == Op::word || way.op == Op::exact) && way.a != word;
  }
  std::uint32_t first_other(std::uint32_t pc, const Shape& shape) const;
  /// Where to go on from an instruction: past splits whose first way begins with another word than
  /// the token's.  kNone if every way does.
  std::uint32_t live(std::uint32_t pc, std::uint32_t at, std::uint32_t origin) const {
    return program_.code[pc].op == Op::split ? open_way(pc, skip(at, origin)) : pc;
  }
  std::uint32_t open_way(std::uint32_t pc, std::uint32_t at) const;
  std::int32_t best(std::uint32_t pc, std::uint32_t at);
  std::int32_t branch(std::uint32_t pc, std::uint32_t at);
  std::uint32_t longest(std::uint32_t pc, std::uint32_t at, std::uint32_t origin);
  void trace(std::uint32_t pc, std::uint32_t at, Match& match);
  void take(const Instruction& instruction, std::uint32_t from, std::uint32_t to, Match& match);

  SentenceText& text_;
  SentenceMemory& memory_;
  const Program& program_;
  Frontier frontier_;
  const CompiledPhrase* phrase_ = nullptr;
  std::uint32_t start_ = 0;
  std::uint32_t budget_ = 0;  // steps left for list entries and lookaheads, which keep no memo
};

}  // namespace concord::extract
