#pragma once

#include <string_view>
#include <unordered_map>

namespace concord::group {

/// In what share of English news stories a word stands, roughly: by classes of the common words
/// (from knowledge of English; words without a plural s), a small share for all others.  It stands
/// in for the news outside the collection, so that a handful of documents is weighed like many.
class Background {
 public:
  Background();
  float share(std::string_view folded_stem) const;

 private:
  std::unordered_map<std::string_view, float> shares_;  // views of constants
};

}  // namespace concord::group
