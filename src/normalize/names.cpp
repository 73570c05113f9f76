#include <algorithm>
#include <string_view>

#include "normalize/amounts.h"

namespace concord::normalize {
namespace {

std::int64_t whole_or(const Number& number, std::int64_t otherwise) {
  return whole_value(number.value).value_or(otherwise);
}

// "F-16", "Covid-19", "MH-17": letters, a hyphen, figures, all written together.
bool after_letters_and_hyphen(const Scan& scan, const Number& number) {
  const std::uint32_t at = number.begin;
  if (!number.figures || !scan.attached(at) || !scan.dash(at - 1) || !scan.attached(at - 1) ||
      !scan.is_word(at - 2)) {
    return false;
  }
  const Word& word = scan.word(at - 2);
  // "K-9", "M-19": the letter is no thousand or million unless figures stand before it
  const bool initial =
      scan.spelling(at - 2).size() == 1 && scan.token(at - 2).capital && !scan.is_number(at - 3);
  return (word.number == NumberRole::none || initial) && word.cue != Cue::mid &&
         word.cue != Cue::to && word.cue != Cue::minus && !scan.says(at - 2, "sub") &&
         !scan.says(at - 2, "magnitude");
}

// "B12", "A4", "G20": letters written against the figures.
bool glued_to_letters(const Scan& scan, const Number& number) {
  const std::uint32_t at = number.begin;
  const bool before =
      number.figures && scan.attached(at) && scan.is_word(at - 1) && scan.token(at - 1).capital;
  const std::uint32_t last = number.end;
  const bool after = number.figures && scan.attached(last) && scan.is_word(last) &&
                     scan.word(last).number == NumberRole::none && !scan.is(last, Cue::s);
  return before || after;
}

// "12a34", "1e400": figures on both sides of the letters
bool glued_to_figures(const Scan& scan, const Number& number) {
  const std::uint32_t at = number.begin;
  return number.figures && scan.attached(at) && scan.is_word(at - 1) && scan.attached(at - 1) &&
         scan.is_number(at - 2);
}

// "10 Downing Street": figures, one to three capitalized words, the last a kind of street.
bool is_address(const Scan& scan, const Number& number) {
  const bool street_first = scan.says(number.end, "rue") || scan.says(number.end, "avenue") ||
                            scan.says(number.end, "ave") || scan.says(number.end, "calle");
  if (street_first && scan.token(number.end).capital && scan.name_like(number.end + 1)) {
    return number.figures;  // "22 Avenue Foch"
  }
  for (std::uint32_t i = 0; i < 4; ++i) {
    const std::uint32_t at = number.end + i;
    if (!scan.token(at).capital && !scan.is_number(at) &&
        scan.word(at).number != NumberRole::ordinal_suffix) {
      return false;
    }
    if (i > 0 && scan.has(at, street)) {
      return true;
    }
  }
  return false;
}

bool is_capitals(const Scan& scan, std::uint32_t at) {
  const std::string_view word = scan.is_word(at) ? scan.spelling(at) : std::string_view();
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "WFSB 3": the call sign of an American station begins with K or W; not "WHEN 3 DIED".
bool is_call_sign(const Scan& scan, std::uint32_t at) {
  constexpr std::size_t kLetters = 4;
  return is_capitals(scan, at) && scan.spelling(at).size() == kLetters &&
         (scan.spelling(at).front() == 'K' || scan.spelling(at).front() == 'W') &&
         !is_capitals(scan, at - 1) && !is_capitals(scan, at + 2) && !scan.has(at, function_word);
}

// "Boeing 737", "Highway 61", "No. 10".
bool is_numbered_name(const Scan& scan, const Number& number) {
  const std::uint32_t at = number.begin - 1;
  // "S&P 500"; "No. 10"
  const bool index = scan.says(at, "p") && (scan.mark(at - 1, '&') || scan.says(at - 1, "s"));
  const bool numbered = scan.mark(at, '.') && scan.attached(at) &&
                        (scan.says(at - 1, "no") || scan.says(at - 1, "nos")) &&
                        scan.token(at - 1).capital;
  if (number.figures && (index || numbered || is_call_sign(scan, at))) {
    return true;
  }
  if (!number.figures || !scan.has(at, name_head)) {
    return false;
  }
  return scan.token(at).capital || scan.mark(at, '#') || scan.says(at, "page") ||
         scan.says(at, "room") || scan.says(at, "chapter") || scan.says(at, "flight") ||
         scan.says(at, "channel") || scan.says(at, "sp") || scan.says(at, "iphone") ||
         scan.says(at, "ipad");
}

std::uint32_t joined_figures(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.is_number(at + 1) && scan.attached(at + 1)
             ? at + 1
             : 0;
}

bool contest_near(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = 1; i <= 4; ++i) {
    if ((begin >= i && scan.has(begin - i, contest)) || scan.has(end + i - 1, contest)) {
      return true;
    }
  }
  return false;
}

// The two figures joined at `at` fall: "6-4"
bool falls(const Scan& scan, std::uint32_t at) {
  const std::uint32_t next = joined_figures(scan, at + 1);
  const auto first = next != 0 ? read_figures(scan.spelling(at)) : std::nullopt;
  const auto second = first ? read_figures(scan.spelling(next)) : std::nullopt;
  return second && second->value < first->value;
}

// "6-4, 3-6, 7-5": among scores that fall, one that rises is none the less a score
bool is_among_scores(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kScore = 4;  // tokens of a score and its comma
  return (begin >= kScore && scan.mark(begin - 1, ',') && falls(scan, begin - kScore)) ||
         (scan.mark(end, ',') && scan.is_number(end + 1) && falls(scan, end + 1));
}

// Figures joined by hyphens that are no range: scores, telephone numbers, codes.
bool is_joined_code(const Scan& scan, const Amount& amount) {
  const Number& number = amount.number;
  if (!number.figures) {
    return false;
  }
  const bool second = scan.dash(number.begin - 1) && scan.attached(number.begin) &&
                      scan.attached(number.begin - 1) && scan.is_number(number.begin - 2);
  const std::uint32_t next = joined_figures(scan, number.end);
  if (second) {
    return amount.unit.bare();
  }
  if (next == 0) {
    return false;
  }
  const auto other = read_figures(scan.spelling(next));
  const bool magnitudes = number.letter_magnitude && !amount.unit.bare() &&
                          scan.word(next + 1).number == NumberRole::letter_magnitude;
  if (magnitudes) {  // "£200m-300m"
    return false;
  }
  const bool descends = other && !(number.value < other->value);
  const bool digits = other && number.value.is_whole() && scan.spelling(number.begin).size() == 3 &&
                      scan.spelling(next).size() >= 4 && !other->grouped;
  const bool phone = digits && !scan.vocabulary().units.starting(scan.from(next + 1)) &&
                     !scan.vocabulary().currencies_after.starting(scan.from(next + 1));
  const bool three_parts = joined_figures(scan, next + 1) != 0;
  // "by 3-21 to 1-19": goals and points on both sides
  const auto faces = [&](std::uint32_t to, std::uint32_t figures) {
    return scan.is(to, Cue::to) && scan.is_number(figures) && scan.is_number(figures + 2) &&
           scan.dash(figures + 1) && scan.attached(figures + 1) && scan.attached(figures + 2);
  };
  const bool scores =
      amount.unit.bare() && (faces(next + 1, next + 2) ||
                             (number.begin >= 4 && faces(number.begin - 1, number.begin - 4)));
  return !other || descends || phone || scores || three_parts || number.leading_zero ||
         contest_near(scan, number.begin, next + 1) ||
         is_among_scores(scan, number.begin, next + 1);
}

// "the 90049 ZIP code"
bool is_postal_code(const Scan& scan, const Number& number) {
  return number.figures && (scan.says(number.end, "zip") || scan.says(number.begin - 1, "zip"));
}

bool in_telephone_number(const Scan& scan, const Number& number) {
  return number.figures && scan.mark(number.begin - 1, '+') && scan.attached(number.begin) &&
         whole_or(number, 0) < 1000 && (scan.is_number(number.end) || scan.dash(number.end));
}

// 1.2.3, 10:30, 3/4/5, figures@name: parts of something that is not a number.
bool in_code(const Scan& scan, const Number& number) {
  const auto binds = [&](std::uint32_t at) {
    return scan.mark(at, ':') || scan.mark(at, '/') || scan.mark(at, '@') || scan.mark(at, '_') ||
           scan.mark(at, '^') || scan.mark(at, '\\') || scan.mark(at, '+');
  };
  const std::uint32_t next = number.end;
  const bool after =
      scan.attached(next) && binds(next) && scan.attached(next + 1) && !scan.is_word(next + 1);
  const bool before =
      scan.attached(number.begin) && binds(number.begin - 1) && scan.attached(number.begin - 1);
  const bool dotted = scan.attached(number.begin) && scan.mark(number.begin - 1, '.') &&
                      scan.is_number(number.begin - 2);
  return number.figures && (after || before || dotted);
}

// "the over-50s": people of an age
bool names_age_group(const Scan& scan, const Number& number) {
  const std::uint32_t dash = number.begin - 1;
  return number.begin > 1 && scan.dash(dash) && scan.attached(number.begin) &&
         (scan.says(dash - 1, "over") || scan.says(dash - 1, "under")) &&
         scan.is(number.end, Cue::s) && scan.attached(number.end);
}

// "25:00", "12:75"
bool is_no_clock(const Scan& scan, const Number& number) {
  constexpr std::int64_t kHours = 24;
  constexpr std::int64_t kMinutes = 59;
  const std::uint32_t minutes = number.end + 1;
  const bool pair = number.figures && scan.mark(number.end, ':') && scan.attached(number.end) &&
                    scan.is_number(minutes) && scan.attached(minutes) &&
                    scan.spelling(minutes).size() == 2 && !scan.mark(minutes + 1, ':');
  const auto second = pair ? read_figures(scan.spelling(minutes)) : std::nullopt;
  const auto minute = second ? whole_value(second->value) : std::nullopt;
  return minute && (whole_or(number, 0) > kHours || *minute > kMinutes);
}

/// What a number and its neighbors look like, a bit each: nearly all names fall by it.
using Looks = std::uint32_t;
constexpr Looks kFigures = 1U << 0U;     // written with figures
constexpr Looks kBare = 1U << 1U;        // no unit or fraction shows that it is a value after all
constexpr Looks kGlued = 1U << 2U;       // written against what stands before or after it
constexpr Looks kBeforeName = 1U << 3U;  // a capital letter, figures or "th" stand after it

Looks looks_of(const Scan& scan, const Amount& amount) {
  const auto look_if = [](bool is_so, Looks look) { return is_so ? look : 0U; };
  const Number& number = amount.number;
  const std::uint32_t next = number.end;
  return look_if(number.figures, kFigures) |
         look_if(amount.unit.bare() && number.form != NumberForm::fraction, kBare) |
         look_if(scan.attached(number.begin) || scan.attached(next), kGlued) |
         look_if(scan.token(next).capital || scan.is_number(next) ||
                     scan.word(next).number == NumberRole::ordinal_suffix,
                 kBeforeName);
}

struct NameRow {
  bool (*is)(const Scan&, const Amount&);  // REQUIRES: the number has these looks
  Looks looks;
  std::string_view reason;
};

static constexpr NameRow kNames[] = {
    {[](const Scan& scan, const Amount& amount) { return names_age_group(scan, amount.number); },
     kGlued, "names people of an age (the over-50s)"},
    {[](const Scan& scan, const Amount& amount) {
       return after_letters_and_hyphen(scan, amount.number);
     },
     kFigures | kGlued, "letters and a hyphen before the figures make a name of them (F-16)"},
    {is_joined_code, kFigures | kGlued,
     "figures joined by hyphens: a score, telephone number or code"},
    {[](const Scan& scan, const Amount& amount) {
       return in_telephone_number(scan, amount.number);
     },
     kFigures | kGlued, "a telephone number"},
    {[](const Scan& scan, const Amount& amount) { return glued_to_figures(scan, amount.number); },
     kFigures | kGlued, "figures and letters written together make a code (1e400)"},
    {[](const Scan& scan, const Amount& amount) { return glued_to_letters(scan, amount.number); },
     kBare | kFigures | kGlued, "letters written against the figures make a code of them (B12)"},
    {[](const Scan& scan, const Amount& amount) { return is_address(scan, amount.number); },
     kBare | kBeforeName, "the number of a house in a street"},
    {[](const Scan& scan, const Amount& amount) { return is_postal_code(scan, amount.number); },
     kBare | kFigures, "a postal code"},
    {[](const Scan& scan, const Amount& amount) { return is_numbered_name(scan, amount.number); },
     kBare | kFigures, "the word before numbers its kind (Boeing 737, Highway 61)"},
    {[](const Scan& scan, const Amount& amount) { return is_no_clock(scan, amount.number); },
     kBare | kFigures | kGlued, "no time of a day (25:00), and no number"},
    {[](const Scan& scan, const Amount& amount) {
       return scan.mark(amount.number.end, '^') && scan.attached(amount.number.end);
     },
     kBare | kGlued, "a power that is not worked out (10^400)"},
    {[](const Scan& scan, const Amount& amount) { return in_code(scan, amount.number); },
     kBare | kFigures | kGlued, "marks between the figures make a code of them (1.2.3)"},
    {[](const Scan&, const Amount& amount) {
       return amount.number.leading_zero && amount.number.figures;
     },
     kBare | kFigures, "a zero before the figures makes a code of them (007)"},
};

}  // namespace

std::string_view name_reason(const Scan& scan, const Amount& amount) {
  const Looks looks = looks_of(scan, amount);
  for (const NameRow& row : kNames) {
    if ((row.looks & ~looks) == 0 && row.is(scan, amount)) {
      return row.reason;
    }
  }
  return {};
}

bool is_part_of_name(const Scan& scan, const Amount& amount) {
  return !name_reason(scan, amount).empty();
}

}  // namespace concord::normalize
