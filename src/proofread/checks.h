#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/rule.h"
#include "proofread/text.h"

namespace concord::proofread {

/// Takes what one check finds in one text.
class CopyNotes {
 public:
  CopyNotes(const CheckRule& rule, std::vector<Slip>& slips) : rule_(rule), slips_(slips) {}

  /// A slip at `place`, with the words it rests on; the first of several there.
  void add(Span place, std::string message, std::vector<SlipLabel> labels = {},
           std::string help = {});

 private:
  const CheckRule& rule_;
  std::vector<Slip>& slips_;
};

/// A check of a text by itself.  Silent wherever the words allow a reading in which they are right.
using CopyCheck = void (*)(const CopyText&, CopyNotes&);

// measures.cpp
/// "100 acres (40 km2)": a conversion beside a measure is that measure in the other unit.
void check_conversions(const CopyText& text, CopyNotes& notes);

// weekdays.cpp
/// "Friday, March 11", where that day is a Thursday in the year the words mean.
void check_weekdays(const CopyText& text, CopyNotes& notes);

// dates.cpp
/// "from 12 to 9 March": a stretch of time ends after it begins.
void check_date_ranges(const CopyText& text, CopyNotes& notes);
/// "arrested on March 3 after the attack on March 9": what follows comes later.
void check_event_order(const CopyText& text, CopyNotes& notes);

// ranges.cpp
/// "Between 120 and 80 people": the lower end of a range comes first.
void check_ranges(const CopyText& text, CopyNotes& notes);

// again_quoted.cpp
/// A quotation that is given twice has the same words.
void check_quoted_again(const CopyText& text, CopyNotes& notes);

// days.cpp
/// "on Friday, a day after the robbery on Wednesday": the days are as far apart as the words say.
void check_days_apart(const CopyText& text, CopyNotes& notes);

// courses.cpp
/// "arrested on May 3, sentenced in April of the same year": one course of events goes forward.
void check_courses(const CopyText& text, CopyNotes& notes);

// sums.cpp
/// "12 dead: five women, four men and two children": parts make the whole.
void check_lists(const CopyText& text, CopyNotes& notes);

// totals.cpp
/// "Two more died, raising the toll from 11 to 14"; "30 million to three towns", and then theirs.
void check_totals(const CopyText& text, CopyNotes& notes);

// votes.cpp
/// Shares of one vote beyond all of it; more ballots than a house has members.
void check_votes(const CopyText& text, CopyNotes& notes);

// budgets.cpp
/// "45 percent of its budget on schools, 35 on roads and 30 on police", and answers to "what
/// worries you most": no more than all of it.
void check_budgets(const CopyText& text, CopyNotes& notes);

// halves.cpp
/// "40 in the first half and 35 in the second", and then "85 in the year".
void check_halves(const CopyText& text, CopyNotes& notes);

// conditions.cpp
/// "40 patients: 12 critical, 20 stable and 5 discharged".
void check_conditions(const CopyText& text, CopyNotes& notes);

// scores.cpp
/// "Won 2-1", and three scorers; "1:02:14 and 1:02:38", and "by 12 seconds".
void check_matches(const CopyText& text, CopyNotes& notes);

// results.cpp
/// "Won 4-1 with two goals by Sol and one by Hahn", "by three points, 88 to 84", "drew 2-1".
void check_results(const CopyText& text, CopyNotes& notes);

// shares.cpp
/// "30 of 120, or 30 percent": a share beside two counts is theirs.
void check_shares(const CopyText& text, CopyNotes& notes);

// apposed.cpp
/// "looked at 8,000 trees and found that a quarter, or 3,200,": the share is theirs.
void check_apposed_shares(const CopyText& text, CopyNotes& notes);

// share_of_it.cpp
/// "Of 120 bees, 90 found the sugar. That is 65 percent."
void check_share_of_it(const CopyText& text, CopyNotes& notes);

// changes.cpp
/// "from 200 to 250, an increase of 20 percent": a change beside two figures is theirs.
void check_changes(const CopyText& text, CopyNotes& notes);
/// "from 4% to 6%, a rise of 2 percent": the distance of two shares is in percentage points.
void check_points(const CopyText& text, CopyNotes& notes);

// tables.cpp
/// "| Kell | $800 | $920 | 15% |" below "| Town | 2024 | 2025 | Change |".
void check_tables(const CopyText& text, CopyNotes& notes);

// moves.cpp
/// "1,460, down 27 percent from 2,000", "1.2 million, up from 1.4 million": as the two figures say.
void check_moved(const CopyText& text, CopyNotes& notes);
/// "17.2 percent, up 0.4 percent from 16.8 percent": in percentage points.
void check_moved_points(const CopyText& text, CopyNotes& notes);

// times.cpp
/// "$84 million, twice as much as the $60 million"; "24 trains, worth $312 million, or $31 million
/// each"; "5,200 a year, or 200 a week".
void check_times(const CopyText& text, CopyNotes& notes);

// parts.cpp
/// "nine of the 13 districts; he held the other five"; "four of 61 shut, leaving 55".
void check_parts(const CopyText& text, CopyNotes& notes);

// partition.cpp
/// "Of those on board, 268 were passengers and 44 were crew": kinds that cannot overlap make all.
void check_partitions(const CopyText& text, CopyNotes& notes);

// steps.cpp
/// "to 14 seats from nine, a gain of six": the step is that between the two figures.
void check_steps(const CopyText& text, CopyNotes& notes);

// lives.cpp
/// "Born in 1937, ... at 22, in 1966": the years of one life fit each other.
void check_lives(const CopyText& text, CopyNotes& notes);

// told_lives.cpp
/// "Was born in 1950 ... She was 70 when she died in 2024": a life told over several sentences.
void check_told_lives(const CopyText& text, CopyNotes& notes);

// people.cpp
/// "Three people" and then four names, or four ages.
void check_named_people(const CopyText& text, CopyNotes& notes);
/// "Officials said", where one official alone is named.
void check_officials(const CopyText& text, CopyNotes& notes);

// rolls.cpp
/// "Three people: Anna Holt, 52, a cook; Luis Barra, 34; ..." and a fourth.
void check_rolls(const CopyText& text, CopyNotes& notes);

// births.cpp
/// "Anna Holt, 34, born in 1985" in 2026.
void check_birth_years(const CopyText& text, CopyNotes& notes);

// again.cpp
/// "Four people were arrested", and then "The five suspects".
void check_told_again(const CopyText& text, CopyNotes& notes);

// ages.cpp
/// "A 34-year-old man was arrested", and then "The man, Peter Voss, 43,".
void check_ages_again(const CopyText& text, CopyNotes& notes);

// ordinals.cpp
/// "Two people were killed", and then "the third victim".
void check_ordinals(const CopyText& text, CopyNotes& notes);

// jumps.cpp
/// "From 120 on Monday to 12,000 on Tuesday": too many zeros.
void check_jumps(const CopyText& text, CopyNotes& notes);

// lengths.cpp
/// "A strike of 23 days", and then "the 32-day strike".
void check_lengths(const CopyText& text, CopyNotes& notes);

// stretches.cpp
/// "Began at 6 a.m. and ended at 2 p.m., after ten hours".
void check_stretches(const CopyText& text, CopyNotes& notes);
/// "A total of 12 years: five years for robbery, four for assault and two for fraud".
void check_term_sums(const CopyText& text, CopyNotes& notes);
/// "600 in six months, an average of 120 a month".
void check_averages(const CopyText& text, CopyNotes& notes);

// ways.cpp
/// "Profit doubles to $40 million" above a text in which it fell to $40 million.
void check_ways(const CopyText& text, CopyNotes& notes);

// headline.cpp
/// The headline or a caption counts what the text counts otherwise.
void check_headline(const CopyText& text, CopyNotes& notes);

// above.cpp
/// "Profit rises 28%" above a text in which it rose 18 percent and nothing is 28.
void check_above(const CopyText& text, CopyNotes& notes);

// above_people.cpp
/// "Nine arrested" above a text in which eight people were.
void check_above_people(const CopyText& text, CopyNotes& notes);

// restated.cpp
/// "$3.2 million" and elsewhere "$3.2 billion" of the same thing.
void check_magnitudes(const CopyText& text, CopyNotes& notes);
/// "340 workers" and then "430 workers" of the same mine.
void check_transposed(const CopyText& text, CopyNotes& notes);

}  // namespace concord::proofread
