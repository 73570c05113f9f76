#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/timestamp.h"
#include "model/finding.h"
#include "report/night.h"

namespace concord::report {

/// Small texts of the page and of its Markdown and CSV.

/// A name for use in id="" and href="#": letters, digits, '-' and '_' stay, every other byte
/// becomes
/// ".xx"; never empty.
std::string anchor(std::string_view id);

/// `url` if it is an http or https address without spaces, quotes or controls, else empty: nothing
/// else of what a document says of itself may become a link.
std::string safe_url(std::string_view url);

/// "14 Sep 10:15", "14 Sep" of a whole day; in the publication's own wall clock.
std::string short_time(const Publication& published);

/// The desk's clock, minutes from UTC, where all times of a page are told on it.
std::optional<int> clock_of(const Night& night);

/// A point of time as that clock shows it, if there is one; a whole day is the day it was called.
Publication on_clock(Publication published, const std::optional<int>& clock);

/// "UTC", "+05:00".
std::string zone_name(int offset_minutes);

/// "26 November 2026, 06:00" in the wall clock `offset_minutes` from UTC.
std::string long_time(Timestamp utc, int offset_minutes);

/// When the night was, with the clock that all its times are told on; empty if not known.
std::string date_text(const Night& night);

/// "3 days", "5 hours", "12 minutes": the largest unit that fits; "" for nothing or less.
std::string age_text(std::int64_t seconds);

/// The digits of a whole part in groups of three: "1,200", "4,200,000.5".
std::string grouped(std::string digits);

/// "133", "≥130", "<40", "4–7", "≈100", "67.4%", "EUR 4,200": a value as a table has it.  `words`
/// are the document's and stand for what is vague ("dozens").
std::string figure_label(const Value& value, std::string_view words);

/// The label of a statement: a sum worked out of parts is told by its parts, "13+169".
std::string statement_label(const Findings& findings, FactId id);

/// A sentence cut around the words that matter.
struct Quoted {
  std::string before;
  std::string marked;
  std::string after;
};

/// The sentence of a fact, at most about 400 bytes of it, cut between words where it is longer.
Quoted quoted_sentence(const Document& document, const Fact& fact);

/// "deaths 12 became 14; injured 30 is new"; "no figure changed".
std::string changes_line(const QuietEdit& edit);

/// "3 articles wait for their publication time".
std::string waiting_line(const Night& night);

/// "1 document", "3 documents".
std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace concord::report
