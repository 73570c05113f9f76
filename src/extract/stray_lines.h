#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "extract/views.h"

namespace concord::extract {

/// Lines of a page that are headlines of other stories: "86 Sick, 7 Dead in Outbreak in Orsk" on a
/// line of its own between the paragraphs of a story about a shooting.
class StrayLines {
 public:
  explicit StrayLines(Views& views) : views_(views) {}

  /// True if the sentence is the whole of a line without a stop, longer than a crosshead and
  /// written as headlines are, and names nothing that headline or lead name too.  False where the
  /// document has no headline.
  bool is_stray(std::uint32_t sentence);

 private:
  const std::set<std::string>& opening();

  Views& views_;
  std::optional<std::set<std::string>> opening_;  // stems of headline and lead
};

}  // namespace concord::extract
