#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

namespace concord::tokenize {

/// Tokens at which something may begin, end or be told, in order, so that later passes need not
/// look at all: stops, quotation marks, what is not ASCII, words that end in a dot ("U.S."), and
/// words that captions and credits use.
using Landmarks = std::vector<std::uint32_t>;

// A word of every credit and caption phrase of parts.cpp, folded, cut to eight bytes.
constexpr std::string_view kCaptionWords[] = {
    "aerial",  "afp",     "anadolu",  "ap",       "caption",  "courtesy", "epa",     "file",
    "getty",   "handout", "image",    "photo",    "photogra", "photos",   "picture", "pictured",
    "reuters", "seen",    "shutters", "supplied", "tass",     "via",      "xinhua",
};

static_assert(std::is_sorted(std::begin(kCaptionWords), std::end(kCaptionWords)));

/// A set of word beginnings that errs only by holding a few others.
class BeginningFilter {
 public:
  constexpr BeginningFilter() {
    for (const std::string_view word : kCaptionWords) {
      std::uint64_t beginning = 0;
      for (std::size_t i = 0; i < word.size(); ++i) {
        beginning |= static_cast<std::uint64_t>(word[i]) << (8 * i);
      }
      held_[slot_of(beginning)] = 1;
    }
  }

  /// 1 when the filter may hold the beginning: the first eight folded bytes, the first the lowest.
  constexpr std::uint8_t holds(std::uint64_t beginning) const { return held_[slot_of(beginning)]; }

 private:
  static constexpr unsigned kBits = 12;
  static constexpr std::size_t slot_of(std::uint64_t beginning) {
    return (beginning * 0x9E3779B97F4A7C15ULL) >> (64 - kBits);
  }
  std::array<std::uint8_t, 1U << kBits> held_{};
};

inline constexpr BeginningFilter kCaptionFilter;

}  // namespace concord::tokenize
