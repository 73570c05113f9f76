#pragma once

#include "advise/doubt_words.h"

namespace concord::advise {

/// A figure among the words of its sentence.
struct FigureWords {
  Words before;
  Words after;
  Words paragraph;  // from its beginning to the figure
};

/// True if the words may tell what the figure was at a time before they were written: "as of noon",
/// "the toll rose from nine to 12", "had put the toll at 12", "with half of the ballots counted".
bool may_be_of_earlier_time(const FigureWords& figure);

/// The days on which the sentence has somebody say the figure: "the mayor said on Wednesday".
Words days_of_saying(const FigureWords& figure);

inline constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};

}  // namespace concord::advise
