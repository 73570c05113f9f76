#include "report/format.h"

#include <cstddef>
#include <iterator>

namespace concord::report {
namespace {

constexpr std::string_view kFormats[] = {"human", "short", "json",  "jsonl",   "html",   "md",
                                         "csv",   "atom",  "sarif", "rdjsonl", "github", "junit"};
static_assert(std::size(kFormats) == static_cast<std::size_t>(Format::junit) + 1);

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFormats); ++i) {
    if (kFormats[i] == name) {
      return static_cast<Format>(i);
    }
  }
  return std::nullopt;
}

}  // namespace concord::report
