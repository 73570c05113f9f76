#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "extract/form_words.h"
#include "extract/program.h"
#include "model/phrase.h"

namespace concord::extract {

/// The tokens that a written word falls into, as the tokenizer would split it: at hyphens except
/// before a single-letter tail, before 's, and around other marks ("Jean-Pierre's" -> Jean - Pierre
/// 's).
std::vector<std::string> tokens_of(std::string_view written);

/// True if `written` is one token by itself, plain letters; most words are, and telling it is
/// cheap.
bool is_plain_word(std::string_view written);

/// The classes of values that a slot of this type takes; none for a list, a name and the like.
/// `unit`, if a measure's rule names one, narrows them to what it measures.
ValueClasses classes_of_type(std::string_view type, std::string_view unit);

/// The slots of a phrase in the order of their first place.
struct PhraseSlots {
  std::vector<std::string> names;
  std::vector<std::string> types;  // parallel; "" takes the fact's value type
};

/// Turns phrase trees into instructions at the end of Program::code.
class PhraseCoder {
 public:
  PhraseCoder(Program& program, Lexicon& lexicon, FormWords& forms);

  /// The code of a phrase whose untyped slots take `value_type`; `unit` narrows measures.  Returns
  /// its slots.
  PhraseSlots phrase(const Phrase& phrase, std::string_view value_type, std::string_view unit,
                     CompiledPhrase& out);

  /// The code of a list entry's way; returns its first instruction.
  std::uint32_t way(const Phrase& phrase);

  /// The words that code from `entry` can begin with and the flags starts_* and can_be_empty.
  void first_words(std::uint32_t entry, CompiledPhrase& out);

 private:
  void node(const PhraseNode& node);
  void alternatives(const PhraseNode& node);
  void option(const PhraseNode& node);
  void word(const PhraseNode& node);
  void word_tokens(const std::vector<std::string>& tokens);
  void exact(const PhraseNode& node);
  void value_or_list(const PhraseNode& node, std::string_view type);
  void without(const PhraseNode& node);
  void mark(const PhraseNode& node);
  void either(const std::vector<WordId>& single, const std::vector<const PhraseNode*>& others,
              const std::vector<std::vector<std::string>>& sequences);
  void add_single(WordId id, std::vector<WordId>& single);
  void word_set(std::vector<WordId> ids, Op op);
  Range range_of(std::vector<WordId> ids);
  void share(std::uint32_t begin, const std::vector<std::uint32_t>& ways);
  Shape shape_of(std::uint32_t begin, const std::vector<std::uint32_t>& ways);
  std::uint8_t slot_of(const PhraseNode& node);
  Instruction& add(Op op);

  Program& program_;
  Lexicon& lexicon_;
  FormWords& forms_;
  std::map<std::vector<WordId>, Range> ranges_;                 // no word set twice
  std::map<std::vector<std::uint32_t>, std::uint32_t> shapes_;  // by code, as others share it
  WordId including_[3];                                         // "including" and the like
  CompiledPhrase* phrase_ = nullptr;                            // null inside list ways
  PhraseSlots slots_;                                           // of the phrase
  std::string_view value_type_;
  std::string_view unit_;
};

}  // namespace concord::extract
