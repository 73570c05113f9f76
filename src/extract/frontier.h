#pragma once

#include <cstdint>

#include "extract/program.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// Follows all ways through a phrase at once, from all places of a sentence, a token a bit: the
/// tokens that each instruction can be reached at.  Values are guessed from hints and lookaheads
/// passed over, so that it never misses a match, and what it rules out needs neither values read
/// nor ways tried one by one.
class Frontier {
 public:
  explicit Frontier(SentenceText& text) : text_(text) {}

  /// False only if the phrase matches nowhere in the open sentence.
  bool allows(const CompiledPhrase& phrase);

 private:
  using Bits = std::uint64_t;

  void look();
  Bits beginnings(const CompiledPhrase& phrase) const;
  /// Past marks that are looked through, and past whole asides.
  Bits skip(Bits at) const {
    const Bits marks = bits_->marks;
    const Bits past = (at & ~marks) | ((marks + (at & marks)) & ~marks);
    return (asides_ ? past | after_first(at & marks) : past) & inside_;
  }
  /// All places after the first of these.
  static Bits after_first(Bits at) { return at == 0 ? 0 : ~((at & -at) | ((at & -at) - 1)); }
  Bits of_kinds(Bits kinds) const;
  Bits step(const Instruction& instruction, Bits at) const;
  Bits word_step(WordId word, Bits at) const;
  Bits words_step(const Instruction& instruction, Bits at) const;
  Bits mark_step(const Instruction& instruction, Bits at) const;
  Bits value_step(const Instruction& instruction, Bits at) const;
  Bits gap_step(const Instruction& instruction, Bits at) const;
  Bits list_step(const Instruction& instruction, Bits at) const;
  Bits saying(const Instruction& instruction, Bits open) const;
  void reach(std::uint32_t place, Bits at);
  Bits take(std::uint32_t place);
  std::uint32_t next_reached(std::uint32_t place, std::uint32_t end) const;
  Bits go_on(std::uint32_t place, std::uint32_t end, Bits at);
  void open(std::uint32_t place, const Shape& shape, Bits at);
  Bits pass(std::uint32_t place, const Shape& shape, Bits at);

  SentenceText& text_;
  std::uint32_t stamp_ = 0;  // of the sentence that was looked at last
  Passage* passages_ = nullptr;
  const TokenBits* bits_ = nullptr;
  const ValueHints* hints_ = nullptr;
  const Token* tokens_ = nullptr;      // of the sentence
  const Instruction* code_ = nullptr;  // of the phrase
  std::uint32_t entry_ = 0;            // of the phrase in the program
  Bits* reached_ = nullptr;            // by instruction of the phrase: tokens; 0 between phrases
  std::uint64_t* waiting_ = nullptr;   // a bit each: those that are reached and not gone on from
  Bits inside_ = 0;                    // the tokens of the sentence
  bool asides_ = false;
};

}  // namespace concord::extract
