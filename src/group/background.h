#pragma once

#include <string_view>
#include <vector>

#include "base/lexicon.h"

namespace concord::group {

/// The share of every word that is in no class.
constexpr float kOtherShare = 0.002F;

/// In what share of English news stories a word stands, roughly: by classes of the common words
/// (from knowledge of English; words without a plural s), a small share for all others.  It stands
/// in for the news outside the collection, so that a handful of documents is weighed like many.
class Background {
 public:
  /// The one there is.
  static const Background& english();

  /// The share of a word that stem() left, 0 to 1; 1 for words of no subject ("the", "said").
  float share(const FoldedKey& key, std::string_view word) const {
    return shares_[words_.find_key(key, word)];
  }

 private:
  Background();
  void add(std::string_view words, float share);

  Lexicon words_;
  std::vector<float> shares_;  // by word number; the first is that of all other words
};

/// Without a plural s: enough for headlines and bodies to meet.
std::string_view stem(std::string_view word);

}  // namespace concord::group
