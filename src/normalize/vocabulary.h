#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/lexicon.h"
#include "base/table.h"
#include "normalize/hints.h"
#include "normalize/leads.h"
#include "normalize/phrases.h"
#include "normalize/units.h"
#include "normalize/words.h"

namespace concord::normalize {

/// Payloads of currency phrases: the row, and whether the phrase names its hundredth part.
constexpr std::uint16_t kMinorFlag = 0x8000;
constexpr std::uint16_t kPayloadMask = 0x7FFF;

/// A case-sensitive unit symbol ("MW" is not "mW").
struct UnitSymbol {
  WordId word = kUnknownWord;
  std::uint16_t row = 0;
  std::uint16_t begin = 0;  // of its spelling, in the symbols of the row
  std::uint16_t size = 0;

  std::string_view spelling() const { return unit_rows()[row].symbols.substr(begin, size); }
};

/// Everything the reader knows of words, compiled against one lexicon.
struct Vocabulary {
  Table<Word> words;                                            // by WordId
  Table<WordHints> hints;                                       // by WordId
  Table<Leads> leads;                                           // by WordId
  PhraseTable hedges_before{PhraseTable::Keyed::by_last_word};  // payload: index into hedge_rows()
  PhraseTable hedges_after{PhraseTable::Keyed::by_first_word};  // payload: index into hedge_rows()
  Table<UnitSymbol> unit_symbols;
  PhraseTable units{PhraseTable::Keyed::by_first_word};  // payload: index into unit_rows()
  PhraseTable currencies_before{
      PhraseTable::Keyed::by_last_word};  // payload: index into currency_rows()
  PhraseTable currencies_after{PhraseTable::Keyed::by_first_word};
  PhraseTable fixed_times{
      PhraseTable::Keyed::by_first_word};                   // payload: index into fixed_time_rows()
  PhraseTable holidays{PhraseTable::Keyed::by_first_word};  // payload: index into holiday_rows()
  PhraseTable never{PhraseTable::Keyed::by_first_word};     // names made of figures: 24 / 7

  /// How a PlainWriter and a PlainReader go through what was compiled.
  template <class Bytes, class Self>
  requires std::is_same_v<std::remove_const_t<Self>, Vocabulary>
  friend void fields(Bytes& bytes, Self& it) {
    bytes(it.words, it.hints, it.leads, it.hedges_before, it.hedges_after, it.unit_symbols,
          it.units, it.currencies_before, it.currencies_after, it.fixed_times, it.holidays,
          it.never);
  }

  const Word& role(WordId word) const { return word < words.size() ? words[word] : words[0]; }
};

/// Adds the words of every phrase to the lexicon.
void add_phrases(Lexicon& lexicon);

/// REQUIRES: add_words and add_phrases were applied to the lexicon.
Vocabulary make_vocabulary(const Lexicon& lexicon);

}  // namespace concord::normalize
