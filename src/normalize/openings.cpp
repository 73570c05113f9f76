#include "normalize/openings.h"

#include <algorithm>

#include "normalize/date_parts.h"
#include "normalize/fiscal_codes.h"
#include "normalize/hints.h"
#include "normalize/leads.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

bool names_time(const Word& word) {
  return word.month != 0 || word.weekday != 0 || word.season != 0 ||
         word.time_unit != TimeUnit::none || word.day_part != DayPart::none;
}

/// A number that dates, clocks and ranks are told with; "dozens" and "several" are none of these.
bool numbers_time(const Word& word) {
  switch (word.number) {
    case NumberRole::unit:
    case NumberRole::tens:
    case NumberRole::hundred:
    case NumberRole::fraction:
    case NumberRole::ordinal_unit:
    case NumberRole::ordinal_tens:
    case NumberRole::ordinal_power:
      return true;
    default:
      return false;
  }
}

/// "last", "early", "every", "fiscal": a time's first word, or the one after "the".
bool leads_time(Cue cue) {
  constexpr Leads kTimes = kStepLead | kThirdLead | kEveryLead | kFiscalLead | kNoonLead;
  return (lead_of_cue(cue) & kTimes) != 0;
}

/// Words that rules ask for by their spelling, and codes like "Q3" and "FY24".
bool spelled_for_time(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kLongestCode = 2;
  return scan.token(at).span.size() <= kLongestCode || is_fiscal_code(scan.spelling(at)) ||
         scan.says(at, "rest") || scan.says(at, "remainder") || scan.says(at, "final") ||
         scan.says(at, "calendar") || scan.says(at, "same") || scan.says(at, "comparable") ||
         scan.says(at, "corresponding") || scan.says(at, "small") || scan.says(at, "wee");
}

bool begins_phrase(const Scan& scan, std::uint32_t at) {
  const auto tokens = scan.from(at);
  return scan.vocabulary().fixed_times.starting(tokens) ||
         scan.vocabulary().holidays.starting(tokens);
}

bool may_follow_article(const Scan& scan, std::uint32_t next) {
  const Word& word = scan.word(next);
  return !scan.is_word(next) || names_time(word) || word.number != NumberRole::none ||
         leads_time(word.cue) || word.cue == Cue::the || spelled_for_time(scan, next) ||
         begins_phrase(scan, next);
}

bool word_opens(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  if (names_time(word) || leads_time(word.cue) || begins_phrase(scan, at)) {
    return true;
  }
  switch (word.cue) {
    case Cue::the:
      return may_follow_article(scan, at + 1);
    case Cue::a:
      return scan.is_number(at + 1) || scan.word(at + 1).number != NumberRole::none;
    default:
      return numbers_time(word) || (word.cue == Cue::none && spelled_for_time(scan, at));
  }
}

bool is_timely(const Scan& scan, std::uint32_t at) {
  const auto& hints = scan.vocabulary().hints;
  const Token& token = scan.token(at);
  return token.capital || token.span.size() == 1 ||
         (token.word < hints.size() && (hints[token.word] & kTimely) != 0) ||
         static_cast<unsigned char>(scan.spelling(at)[0]) >= 0x80;
}

/// "5-9 March", "3-4 pm", "22-Mar", "twenty-one": not "12-year-old", "30-mile".
bool goes_on_past_dash(const Scan& scan, std::uint32_t at, bool figures) {
  const Word& word = scan.word(at);
  return !figures || scan.is_number(at) || word.number != NumberRole::none || word.month != 0 ||
         word.cue == Cue::a || word.cue == Cue::the || word.cue == Cue::noon ||
         word.cue == Cue::midnight;
}

/// "20 hours", "two years": a length.  "20 minutes to six" is a clock, "three quarters past" too.
bool is_length(const Scan& scan, std::uint32_t unit) {
  const Word& word = scan.word(unit);
  return word.time_unit >= TimeUnit::hour && word.has(plural) && word.number == NumberRole::none;
}

/// What may stand after the number of a time.
bool goes_on(const Scan& scan, std::uint32_t next, bool figures) {
  if (next >= scan.size() || scan.mark(next, '%') || scan.mark(next, ')') || scan.mark(next, ';') ||
      is_length(scan, next)) {
    return false;
  }
  if (scan.dash(next)) {
    return goes_on_past_dash(scan, next + 1, figures);
  }
  if (scan.mark(next, '.')) {
    return scan.word(next + 1).month != 0;
  }
  return !scan.is_word(next) || is_timely(scan, next);
}

/// Years, "22.03.2024", digits beyond ASCII and what stands beside other parts of a time.
bool figures_open(const Scan& scan, std::uint32_t at) {
  const std::string_view figures = scan.spelling(at);
  const bool listed = scan.is(at - 1, Cue::and_word) || scan.mark(at - 1, ',');
  if (listed && figures.size() <= 2 &&
      (scan.is_number(at - 2) || scan.mark(at - 2, ',') ||
       scan.word(at - 2).number == NumberRole::ordinal_suffix)) {
    return true;  // "April 24 and 25"
  }
  if (follows_era(scan, at)) {
    return true;
  }
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kBasicDate = 8;               // 20240322
  constexpr std::size_t kShortestDate = 6;            // "1.1.24"
  if (figures.find('.') != std::string_view::npos) {  // "2.15 pm", "2.15 gmt"
    return figures.size() >= kShortestDate || goes_on(scan, at + 1, true) ||
           (figures.size() == kYear && zone_at(scan, at + 1).end != at + 1);
  }
  if (figures.size() == kYear || figures.size() == kBasicDate ||
      static_cast<unsigned char>(figures[0]) >= 0x80) {
    return true;
  }
  return figures.size() < kYear && goes_on(scan, at + 1, true);
}

}  // namespace

bool may_open_time(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    return figures_open(scan, at);
  }
  if (!scan.is_word(at)) {
    return !scan.mark(at, '\'') || scan.is_number(at + 1);
  }
  const NumberRole role = scan.word(at).number;
  const bool cardinal = role == NumberRole::unit || role == NumberRole::tens;
  return word_opens(scan, at) && (!cardinal || goes_on(scan, at + 1, false));
}

}  // namespace concord::normalize
