#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lexicon.h"

namespace concord::normalize {

/// What a word can be in a number.
enum class NumberRole : std::uint8_t {
  none,
  unit,              // zero .. nineteen; value is the number
  tens,              // twenty .. ninety
  hundred,           // value is the power of ten
  magnitude,         // thousand, million, crore ...; value is the power of ten
  letter_magnitude,  // bn, m, k: only after figures; value is the power of ten
  dozen,
  plural_magnitude,  // tens, hundreds, millions; value is the power of ten
  dozens,
  scores,
  ordinal_unit,     // first .. nineteenth
  ordinal_tens,     // twentieth .. ninetieth
  ordinal_power,    // hundredth, millionth; value is the power of ten
  fraction,         // half, quarter; value is the denominator
  fraction_plural,  // thirds, quarters, twelfths; value is the denominator
  power_plural,     // hundredths, millionths; value is the power of ten
  vague,            // few, several, couple, pair, handful; value is a VagueWord
  ordinal_suffix    // th, st, nd, rd after figures
};

enum class VagueWord : std::uint8_t { few, handful, several, couple, pair, multiple };

enum class TimeUnit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  night,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century
};

enum class DayPart : std::uint8_t { none, dawn, morning, midday, afternoon, evening, night };

/// Closed-class words that the grammar names one by one; words of one cue are interchangeable.
enum class Cue : std::uint8_t {
  none,
  a,
  the,
  of,
  and_word,
  or_word,
  to,
  in,
  on,
  at,
  by,
  from,
  between,
  until,
  since,
  during,
  for_word,
  as,
  than,
  minus,
  point,
  aged,
  age,
  old,
  no,
  none_word,
  nobody,
  both,
  sole,
  out,
  every,
  last,
  next,
  this_word,
  that,
  past,
  coming,
  previous,
  following,
  early,
  mid,
  late,
  earlier,
  later,
  ago,
  before,
  after,
  start,
  end,
  more,
  another,
  fiscal,
  oclock,
  am,
  pm,
  noon,
  midnight,
  s,
  one,
  his,
  only,
  current,
  recent,
  whole,
  long_word,
  now,
  period
};

/// Facts about a word that only some rules ask for.
enum WordFlag : std::uint16_t {
  count_noun =
      1U << 0U,  // people, soldiers: a number before it counts, even one that looks like a year
  name_head = 1U << 1U,  // Boeing, Highway: a number after it is part of a name
  street = 1U << 2U,     // Street, Avenue: ends an address
  contest = 1U << 3U,    // won, beat, vote: a hyphenated pair beside it is a score
  goes_up = 1U << 4U,
  goes_down = 1U << 5U,
  future = 1U << 6U,         // will, due, scheduled
  function_word = 1U << 7U,  // cannot be a counted noun
  plural = 1U << 8U,         // a time unit in the plural
  needs_capital = 1U << 9U,  // a month or weekday that is also a common word: may, march, sun
  starts_value = 1U << 10U,
  past = 1U << 11U,          // was, said, killed: the sentence looks back
  person = 1U << 12U,        // woman, driver: an age may follow
  persons = 1U << 13U,       // men, drivers: as many ages may follow
  numbers_kind = 1U << 14U,  // junction, stage, No: a number after it may be the name of one
  told_age = 1U << 15U,      // was, turned, under: a number after it may be an age
};

struct Word {
  NumberRole number = NumberRole::none;
  std::int16_t value = 0;
  Cue cue = Cue::none;
  std::int8_t month = 0;    // 1..12
  std::int8_t weekday = 0;  // 1 = Sunday .. 7
  TimeUnit time_unit = TimeUnit::none;
  DayPart day_part = DayPart::none;
  std::int8_t season = 0;  // 1 spring, 2 summer, 3 autumn, 4 winter
  std::uint16_t flags = 0;

  bool has(WordFlag flag) const { return (flags & flag) != 0; }
};

/// How many times as much, in one word: "a tenfold rise".
struct FoldWord {
  std::string_view word;
  std::int64_t times;
};
inline constexpr FoldWord kFoldWords[] = {
    {"twofold", 2},        {"threefold", 3},   {"fourfold", 4},    {"fivefold", 5},
    {"sixfold", 6},        {"sevenfold", 7},   {"eightfold", 8},   {"ninefold", 9},
    {"tenfold", 10},       {"twelvefold", 12}, {"twentyfold", 20}, {"hundredfold", 100},
    {"thousandfold", 1000}};

/// Words that stand in a value and mean nothing by themselves: "one household in five", "43 yo".
inline constexpr std::string_view kInnerWords =
    "household|family|adult|voter|employee|respondent|couple|patient|home|birth|business|company|"
    "firm|school|american|yo";

/// Adds every single word of the tables to the lexicon.
void add_words(Lexicon& lexicon);

/// The roles of every word of the lexicon, indexed by WordId.
std::vector<Word> word_roles(const Lexicon& lexicon);

}  // namespace concord::normalize
