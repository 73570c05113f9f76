#include "normalize/vocabulary.h"

#include "normalize/hedges.h"
#include "normalize/money.h"
#include "normalize/times.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

// Figures that are names; no number is read in them.
constexpr std::string_view kNever = "24 / 7|9 / 11|50 / 50|7 / 7|20 / 20|7 - eleven";

/// Calls use(phrase, table member, payload) for every phrase of every table.
template <class Use>
void each_phrase(Use use) {
  const auto all = [&](std::string_view phrases, PhraseTable Vocabulary::*table,
                       std::size_t payload) {
    for_each_part(phrases, '|', [&](std::string_view phrase) {
      use(phrase, table, static_cast<std::uint16_t>(payload));
    });
  };
  for (std::size_t i = 0; i < hedge_rows_before().size(); ++i)
    all(hedge_rows_before()[i].phrases, &Vocabulary::hedges_before, i);
  for (std::size_t i = 0; i < hedge_rows_after().size(); ++i)
    all(hedge_rows_after()[i].phrases, &Vocabulary::hedges_after, i);
  for (std::size_t i = 0; i < unit_rows().size(); ++i)
    all(unit_rows()[i].names, &Vocabulary::units, i);
  for (std::size_t i = 0; i < currency_rows().size(); ++i) {
    const CurrencyRow& row = currency_rows()[i];
    all(row.before, &Vocabulary::currencies_before, i);
    all(row.after, &Vocabulary::currencies_after, i);
    all(row.minor, &Vocabulary::currencies_after, i | kMinorFlag);
  }
  for (std::size_t i = 0; i < fixed_time_rows().size(); ++i)
    all(fixed_time_rows()[i].phrases, &Vocabulary::fixed_times, i);
  for (std::size_t i = 0; i < holiday_rows().size(); ++i)
    all(holiday_rows()[i].phrases, &Vocabulary::holidays, i);
  all(kNever, &Vocabulary::never, 0);
}

std::vector<UnitSymbol> unit_symbols(const Lexicon& lexicon) {
  std::vector<UnitSymbol> symbols;
  for (std::size_t i = 0; i < unit_rows().size(); ++i) {
    const std::string_view all = unit_rows()[i].symbols;
    for_each_part(all, '|', [&](std::string_view symbol) {
      symbols.push_back({.word = lexicon.find(symbol),
                         .row = static_cast<std::uint16_t>(i),
                         .begin = static_cast<std::uint16_t>(symbol.data() - all.data()),
                         .size = static_cast<std::uint16_t>(symbol.size())});
    });
  }
  return symbols;
}

}  // namespace

Vocabulary make_vocabulary(const Lexicon& lexicon) {
  Vocabulary made;
  made.words.take(word_roles(lexicon));
  each_phrase([&](std::string_view phrase, PhraseTable Vocabulary::*table, std::uint16_t payload) {
    (made.*table).add(lexicon, phrase, payload);
  });
  for (PhraseTable* table :
       {&made.hedges_before, &made.hedges_after, &made.units, &made.currencies_before,
        &made.currencies_after, &made.fixed_times, &made.holidays, &made.never}) {
    table->seal();
  }
  made.unit_symbols.take(unit_symbols(lexicon));
  made.hints.take(hints_of_words(lexicon, made));
  made.leads.take(leads_of_words(lexicon, made));
  return made;
}

void add_phrases(Lexicon& lexicon) {
  each_phrase([&](std::string_view phrase, PhraseTable Vocabulary::*, std::uint16_t) {
    add_phrase_words(lexicon, phrase);
  });
  for (const UnitRow& row : unit_rows()) {
    for_each_part(row.symbols, '|', [&](std::string_view symbol) { lexicon.add(symbol); });
  }
}

}  // namespace concord::normalize
