#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "group/candidates.h"
#include "group/features.h"

namespace concord::group {

/// Sets of documents that grow together; each set knows the sum of its vectors and its pin.
class Clusters {
 public:
  /// REQUIRES: `features` outlive it.
  Clusters(std::span<const Member> members, const Features& features);

  /// The root of a document's set.
  std::uint32_t find(std::uint32_t place);

  /// Joins two sets if they may.
  void join(std::uint32_t first, std::uint32_t second);

  /// The average likeness of the members of two sets.  REQUIRES: roots.
  float likeness(std::uint32_t first, std::uint32_t second) const;

  /// False for two documents that plainly tell of two events (group::may_be_one).
  bool may_be_one(const Pair& pair) const;

  /// Pins differ from each other, and a pinned story takes no documents from another story.
  bool may_join(std::uint32_t first, std::uint32_t second) const;

  const std::optional<std::string>& pin(std::uint32_t root) const { return sets_[root].pin; }

 private:
  struct Set {
    TermVector sum;  // of several; of one the document's own vector is it
    std::uint32_t size = 0;
    std::optional<std::string> pin;
    std::string_view known;  // the story of members that were put into one before
  };

  const TermVector& sum(std::uint32_t root) const;

  const Features& features_;
  std::vector<std::uint32_t> parents_;
  std::vector<Set> sets_;
};

/// How alike two documents must be to be one story: more when days lie between them.
float threshold(const Document& first, const Document& second);

/// Puts together what is known to belong together: by pins, else by the stories of before.
void join_known(std::span<const Member> members, Clusters& clusters);

/// Puts pairs together that are alike enough, as their sets are, the most alike first.
void join_alike(std::span<const Member> members, std::vector<Pair> pairs, Clusters& clusters);

}  // namespace concord::group
