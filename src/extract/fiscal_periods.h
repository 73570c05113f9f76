#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// The period that a company's figure is of, as its own sentence tells.
struct FiscalPeriod {
  std::string name;          // "Q2 2025", "H1", "2024", kNineMonths, kFullYear; empty: not told
  bool year_before = false;  // "in the year-ago quarter": of the period that `name` or others name
};

inline constexpr std::string_view kNineMonths = "9M";
inline constexpr std::string_view kFullYear = "FY";  // of a year that no date names

/// Reads it from the times of the current sentence and from words that no date names: "nine-month",
/// "for the year ended", "a year earlier".  `figure` is in bytes of the document.
FiscalPeriod fiscal_period_of(SentenceText& text, Span figure);

/// "Q3 1988" for "Q3 1989", "1988" for "1989"; a period without a year gets words instead: "9M a
/// year before".
std::string a_year_before(std::string_view period);

/// The year of a period: "1989" of "Q3 1989"; empty if it has none.
std::string_view year_of(std::string_view period);

}  // namespace concord::extract
