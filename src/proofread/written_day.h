#pragma once

#include <optional>
#include <string_view>

#include "proofread/text.h"

namespace concord::proofread {

/// 0 for Sunday; of a folded word in full.
std::optional<int> weekday_of(std::string_view word);

/// "Thursday", "Thu", "Thurs": in full or shortened.
std::optional<int> weekday_at(const CopyText& text, std::size_t i);

/// 1 to 12; of a folded word, in full or shortened.
std::optional<int> month_of(std::string_view word);

/// The number that a word of at most so many digits writes.
std::optional<int> digits_of(std::string_view word, std::size_t digits);

/// A word of four digits that may be a year.
std::optional<int> year_in(std::string_view word);

/// A day as it is written: the year only where its words give one.
struct WrittenDay {
  const CopyValue* value = nullptr;
  int month = 0;
  int day = 0;
  std::optional<int> year;
  std::optional<int> weekday;
};

/// "Friday, March 11", "11 March 2026"; nothing for "on Friday", "March", "last week".
std::optional<WrittenDay> written_day(const CopyText& text, const CopyValue& value);

/// The year in which the day lies nearest to the publication.
std::optional<int> nearest_year(const Document& document, const WrittenDay& day);

}  // namespace concord::proofread
