#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/fold.h"
#include "model/fact.h"

namespace concord {

/// True if `fact`, a floor, says so in the words of its document's `text` ("at least 40", "more
/// than 40").  False where its words only tell of some: "a man was killed", "both died".  Who tells
/// of some counts nobody and so is never behind.
inline bool states_floor(const Fact& fact, std::string_view text) {
  constexpr std::array<std::string_view, 6> kCues = {"least", "more",    "over",
                                                     "above", "upwards", "minimum"};
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  const bool many = quantity == nullptr || !quantity->hard.low || Decimal(2) < *quantity->hard.low;
  if (many || fact.filler.end > text.size()) {
    return true;
  }
  const std::string words = fold(text.substr(fact.filler.begin, fact.filler.size()));
  return std::ranges::any_of(
      kCues, [&](std::string_view cue) { return words.find(cue) != std::string::npos; });
}

}  // namespace concord
