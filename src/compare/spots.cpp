#include "compare/spots.h"

#include <algorithm>
#include <array>

namespace concord::compare {
namespace {

constexpr std::string_view kClock = "0123456789:";

/// The word of `letters` that ends before `end`, over one space.
std::string_view word_before(std::string_view text, std::size_t end, std::string_view letters) {
  const std::size_t stop = end > 0 && text[end - 1] == ' ' ? end - 1 : end;
  std::size_t begin = stop;
  while (begin > 0 && letters.find(text[begin - 1]) != std::string_view::npos) {
    --begin;
  }
  return text.substr(begin, stop - begin);
}

/// "1200" of "in the 1200 block of Luzerne Avenue"
std::string_view block_in(std::string_view sentence) {
  const std::size_t at = sentence.find(" block of ");
  return at == std::string_view::npos ? std::string_view()
                                      : word_before(sentence, at, kClock.substr(0, 10));
}

/// "4:15" of "at 4:15 p.m."
std::string_view clock_in(std::string_view sentence) {
  constexpr std::array<std::string_view, 4> kHalves = {"a.m", "p.m", "AM", "PM"};
  for (const std::string_view half : kHalves) {
    for (std::size_t at = sentence.find(half); at != std::string_view::npos;
         at = sentence.find(half, at + 1)) {
      const std::string_view clock = word_before(sentence, at, kClock);
      if (!clock.empty() && clock.front() != ':') {
        return clock;
      }
    }
  }
  return {};
}

}  // namespace

std::string spot_of(std::string_view sentence) {
  const std::string_view block = block_in(sentence);
  return std::string(block.empty() ? clock_in(sentence) : block);
}

}  // namespace concord::compare
