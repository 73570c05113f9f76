#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace concord::fuzz {

/// The input of a target as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  // An empty input may come with a null pointer.
  return size == 0 ? std::string_view()
                   : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// Ends the process, so that the fuzzer keeps the input, when a law of the door does not hold.
inline void require(bool law, const char* name) {
  if (!law) {
    std::fprintf(stderr, "law broken: %s\n", name);
    std::abort();
  }
}

}  // namespace concord::fuzz
