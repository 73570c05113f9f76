#pragma once

#include <optional>
#include <vector>

#include "proofread/text.h"

namespace concord::proofread {

/// The least and the greatest that a figure may mean.
struct Bounds {
  double low = 0;
  double high = 0;
};

/// The bounds of an unhedged figure; nothing where only one end is known.
std::optional<Bounds> bounds_of(const Quantity& quantity);

/// What a share may stand for, in percent: half of its last digit, more where it is hedged, and
/// more again where it is a fraction in words ("a third").  REQUIRES: a nominal.
Bounds share_bounds(const Quantity& share);

/// True if some number lies in both.
bool meet(const Bounds& first, const Bounds& second);

/// True if the parts can make the whole.  Rounded numbers may be off by some of their last digits,
/// but not all of them by the most and the same way.  REQUIRES: nominals.
bool can_sum_to(std::span<const Quantity* const> parts, const Quantity& whole);

/// The quantity, if it is of this dimension and has a nominal; else nullptr.
const Quantity* of_dimension(const CopyValue* value, Dimension dimension);

/// A number of people or things that is no estimate; nullptr for any other value.
const Quantity* count_of(const CopyText& text, const CopyValue* value);

/// A whole number of people or things told exactly, outside quotations; nullptr for any other.
const Quantity* exact_count_of(const CopyText& text, const CopyValue* value);

/// The values of a sentence that are counts, in order.
std::vector<const CopyValue*> counts_in(const CopyText& text, const Sentence& sentence,
                                        const Quantity* (*count)(const CopyText&,
                                                                 const CopyValue*) = count_of);

/// REQUIRES: a quantity with a nominal.
double number_of(const CopyValue& value);

/// The values that a check looks through for each of its own: so many that no article has more.
std::span<const CopyValue> first_values(const CopyText& text);

/// A bare number of four digits that may be a year: "1998".
bool is_year(const CopyText& text, const CopyValue& value);

/// True for "a third" and "three quarters".
bool is_fraction(const CopyText& text, const CopyValue& value);

/// The first token after at most `most` words that is a value, a break or one of `stops`.
std::size_t after_words(const CopyText& text, std::size_t i, std::size_t most,
                        std::span<const std::string_view> stops);

}  // namespace concord::proofread
