#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "base/plain_bytes.h"
#include "base/timestamp.h"
#include "model/tokens.h"
#include "model/value.h"
#include "model/value_hints.h"
#include "model/weighed.h"

namespace concord::normalize {

enum class Prefer : std::uint8_t { past, future };

/// What the words are read against.  Without a reference time, dates that need one stay open
/// (timex "XXXX-WXX-6").
struct Reading {
  std::optional<Timestamp> reference;  // wall clock of the text, never the machine's
  Prefer prefer = Prefer::past;
  /// Of the reference time from UTC, where it is known: times told in a zone are then moved to the
  /// wall clock of the text.
  std::optional<int> offset_minutes = {};
};

/// Which value types to look for.
struct Wanted {
  bool quantities = true;  // counts, ordinals, ratios, percents, money, measures, ages
  bool durations = true;
  bool times = true;
};

/// Reads the values written in words and figures: counts, ranges, hedges, money, percents,
/// measures, durations, ages, ordinals, dates and times (VALUES.md).  Built once from a lexicon to
/// which add_vocabulary has been applied; const and safe to share between threads afterwards.
class Reader {
 public:
  explicit Reader(const Lexicon& lexicon);
  /// The reader that `keep` wrote there; one of bytes that are not whole must not be used.
  explicit Reader(PlainReader& kept);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// Writes what this build of the program can make the reader of again.
  void keep(PlainWriter& bytes) const;

  /// Adds to `out` the values in tokens [range) of `text`, in order, never overlapping: one typed
  /// reading a span.  Spans are bytes of `text`.
  void read(std::string_view text, const TokenizedText& tokens, Range range, const Reading& reading,
            Wanted wanted, std::vector<ValueMention>& out) const;

  /// Every reading of the same tokens that was weighed, in order of its place: those that stand,
  /// as read() gives them, and those that fall, each with the reason.  For authors of rules; slow.
  /// `out` is cleared first.
  void weigh(std::string_view text, const TokenizedText& tokens, Range range,
             const Reading& reading, std::vector<WeighedReading>& out) const;

  /// What `read` may find there, told from single words: cheap, and never misses a value.
  void hint(std::string_view text, const TokenizedText& tokens, Range range, ValueHints& out) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

/// The order of preference between readings that begin at the same word, first first, a line each:
///   1. a name made of figures ("24/7", "9/11") holds no value;
///   2. an age without a unit ("aged 34", ", 34,"), which no other reading explains;
///   3. a date no calendar has ("31 February") is read as nothing;
///   4. a date or time, if it reaches at least as far as the quantity there ("2024", "22 March");
///   5. a quantity or duration, which may turn into a time ("three days ago"); figures that belong
///      to a name, score, code or address end here and are read as nothing;
///   6. a count without a numeral ("no injuries", "both").
/// Within a quantity the longest number is taken, then the unit in the order time, currency,
/// measure; a range, list or compound of measures before a single amount.
std::vector<std::string> preference_order();

/// Adds every word the reader knows (number words, units, months, hedges) to the lexicon.
void add_vocabulary(Lexicon& lexicon);

/// Converts a measure to the base unit of its dimension in PACKS.md (hectare, metre, millimetre,
/// km/h) or to `unit` (UCUM) by exact factors (NIST SP 811, appendix B).  Nothing when the units
/// do not measure the same thing.
std::optional<Quantity> convert(const Quantity& quantity, std::string_view unit);

/// How the value would be written in a report: "at least 130", "133", "20 hours", "4.2 billion
/// euros".
std::string describe(const Value& value);

/// Reads a whole text as one value ("at least 130", "20 hours", "12,000 acres"): for rule examples
/// and checks.
std::optional<Value> read_one(const Reader& reader, const Lexicon& lexicon, std::string_view text);

}  // namespace concord::normalize
