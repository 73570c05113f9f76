#include "normalize/leads.h"

#include <string_view>

#include "normalize/fiscal_codes.h"
#include "normalize/scan.h"

namespace concord::normalize {
namespace {

/// Words that rules ask for by their spelling.
struct SpelledLead {
  std::string_view word;
  Leads lead;
};
constexpr SpelledLead kSpelled[] = {
    {"final", kPartLead},    {"rest", kPartLead},          {"remainder", kPartLead},
    {"calendar", kPartLead}, {"same", kSameLead},          {"comparable", kSameLead},
    {"small", kSmallLead},   {"corresponding", kSameLead}, {"wee", kSmallLead},
};

Leads if_any(bool is_any, Leads lead) {
  return is_any ? lead : 0U;
}

Leads leads_of(const Word& word) {
  return lead_of_cue(word.cue) | if_any(word.number != NumberRole::none, kNumberLead) |
         if_any(word.month != 0, kMonthLead) | if_any(word.weekday != 0, kWeekdayLead) |
         if_any(word.season != 0, kSeasonLead) |
         if_any(word.time_unit != TimeUnit::none, kUnitLead) |
         if_any(word.day_part != DayPart::none, kDayPartLead);
}

}  // namespace

Leads lead_of_cue(Cue cue) {
  switch (cue) {
    case Cue::none:
      return 0;
    case Cue::a:
      return kArticleLead;
    case Cue::the:
      return kTheLead;
    case Cue::last:
    case Cue::previous:
    case Cue::past:
    case Cue::next:
    case Cue::following:
    case Cue::coming:
    case Cue::this_word:
    case Cue::current:
      return kStepLead;
    case Cue::early:
    case Cue::mid:
    case Cue::late:
    case Cue::earlier:
    case Cue::later:
    case Cue::start:
    case Cue::end:
      return kThirdLead;
    case Cue::every:
      return kEveryLead;
    case Cue::fiscal:
      return kFiscalLead;
    case Cue::noon:
    case Cue::midnight:
      return kNoonLead;
    default:
      return kCueLead;
  }
}

std::vector<Leads> leads_of_words(const Lexicon& lexicon, const Vocabulary& vocabulary) {
  std::vector<Leads> leads(lexicon.size() + 1);
  for (WordId word = 1; word < leads.size(); ++word) {
    const bool phrase = vocabulary.fixed_times.knows(word) || vocabulary.holidays.knows(word);
    leads[word] = leads_of(vocabulary.words[word]) | if_any(phrase, kPhraseLead);
  }
  for (const SpelledLead& row : kSpelled) {  // any unknown word may be one that the lexicon lacks
    leads[lexicon.find(row.word)] |= row.lead;
  }
  return leads;
}

Leads word_leads(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kLongestCode = 2;
  const Table<Leads>& leads = scan.vocabulary().leads;
  const Token& token = scan.token(at);
  const Leads known = token.word < leads.size() ? leads[token.word] : 0U;
  switch (token.kind) {
    case TokenKind::number:
      return known | kFigureLead;
    case TokenKind::word:
      return known | if_any(token.span.size() <= kLongestCode ||
                                (token.capital && is_fiscal_code(scan.spelling(at))),
                            kCodeLead);
    default:
      return known | kMarkLead;
  }
}

Leads leads_at(const Scan& scan, std::uint32_t at) {
  const Leads leads = word_leads(scan, at);
  return (leads & kTheLead) != 0 ? leads | word_leads(scan, at + 1) : leads;
}

}  // namespace concord::normalize
