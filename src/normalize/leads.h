#pragma once

#include <cstdint>
#include <vector>

#include "base/lexicon.h"
#include "normalize/words.h"

namespace concord::normalize {

class Scan;
struct Vocabulary;

/// What a word may be as the first of a time, as a set.  Each rule of times names the words that it
/// begins with and is not asked at others: there are some fifty rules, and most words begin none.
using Leads = std::uint32_t;
constexpr Leads kFigureLead = 1U << 0U;   // figures
constexpr Leads kMarkLead = 1U << 1U;     // neither a word nor figures
constexpr Leads kNumberLead = 1U << 2U;   // a word of numbers: "two", "second", "half"
constexpr Leads kMonthLead = 1U << 3U;    // "March"
constexpr Leads kWeekdayLead = 1U << 4U;  // "Saturday"
constexpr Leads kSeasonLead = 1U << 5U;   // "summer"
constexpr Leads kUnitLead = 1U << 6U;     // "week"
constexpr Leads kDayPartLead = 1U << 7U;  // "morning"
constexpr Leads kArticleLead = 1U << 8U;  // "a"
constexpr Leads kTheLead = 1U << 9U;      // "the", before what else it is
constexpr Leads kStepLead = 1U << 10U;    // "last", "this", "coming"
constexpr Leads kThirdLead = 1U << 11U;   // "early", "later", "end"
constexpr Leads kEveryLead = 1U << 12U;   // "every"
constexpr Leads kFiscalLead = 1U << 13U;  // "fiscal"
constexpr Leads kNoonLead = 1U << 14U;    // "noon", "midnight"
constexpr Leads kCueLead = 1U << 15U;     // any other of the words that the grammar names
constexpr Leads kPhraseLead = 1U << 16U;  // of a fixed time or a holiday: "yesterday", "Easter"
constexpr Leads kPartLead = 1U << 17U;    // "final", "rest", "remainder", "calendar"
constexpr Leads kSameLead = 1U << 18U;    // "same", "comparable", "corresponding"
constexpr Leads kSmallLead = 1U << 19U;   // "small", "wee"
constexpr Leads kCodeLead = 1U << 20U;    // of two letters at most, "Q3", or "FY24"

/// Of a word of the grammar.
Leads lead_of_cue(Cue cue);

/// By word.  REQUIRES: words, fixed times and holidays of the vocabulary are filled.
std::vector<Leads> leads_of_words(const Lexicon& lexicon, const Vocabulary& vocabulary);

/// Of the word at `at` alone.
Leads word_leads(const Scan& scan, std::uint32_t at);

/// Of the word at `at`; where that is "the", of the next one too.
Leads leads_at(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
