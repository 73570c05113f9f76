#pragma once

#include <string>
#include <string_view>

#include "normalize/normalize.h"

namespace concord::normalize {

/// Reads a sentence published on Sunday 2024-03-24 at noon and writes its values one after another,
/// joined by "; ":
///   at least <130> count 130 [130,-] ~[130,195]
/// the words with the core in <>, the dimension, the nominal value, the hard and (after ~) the soft
/// interval; a parenthesis is an open bound, "-" none.  Durations in seconds, then ISO; times as
/// [begin,end) then TIMEX.
std::string read_values(std::string_view text);

/// A row of a table of what is read.
struct NotedRow {
  std::string_view text;
  std::string_view values;  // read_values's notation
};

/// The same without intervals: "<130> count 130".
std::string read_brief(std::string_view text);

/// The value of a whole text; nothing when it is not exactly one.
std::optional<Value> value_of(std::string_view text);

}  // namespace concord::normalize
