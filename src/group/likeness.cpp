// How much a document is like the stories around it.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "group/clusters.h"
#include "group/collection.h"
#include "group/sketch_bytes.h"

namespace concord::group {
namespace {

/// A term's weight by how rare it is in the news outside any collection.
float telling(const Term& term) {
  constexpr float kRarest = 1.0F / 600;  // of all stories: what is rarer tells as much
  return term.weight * std::log(1.0F / std::max(term.share, kRarest));
}

/// What is found out of one story, place by place.
struct Sum {
  std::vector<std::uint32_t> members;
  float likeness = 0;
  float best = 0;    // of its documents
  float needed = 0;  // with the most alike of them
};

}  // namespace

std::vector<SearchTerm> search_terms(std::string_view sketch, std::size_t most) {
  std::vector<SearchTerm> terms;
  const std::vector<Term> all = read_terms(sketch);
  terms.reserve(all.size());
  for (const Term& term : all) {
    terms.push_back({term.hash, telling(term)});
  }
  const auto tells_more = [](const SearchTerm& a, const SearchTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
  };
  if (terms.size() > most) {
    std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(most), terms.end(),
                     tells_more);
    terms.resize(most);
  }
  std::sort(terms.begin(), terms.end(), tells_more);
  return terms;
}

std::vector<Likeness> likenesses(const Member& document, std::span<const Member> members) {
  std::vector<Member> both(members.begin(), members.end());
  both.push_back(document);
  const Collection all = collect(both, one_by_one());
  const auto own = static_cast<std::uint32_t>(
      std::ranges::find(all.numbers, static_cast<std::uint32_t>(members.size())) -
      all.numbers.begin());

  // The stories as they would be without the document.
  Clusters clusters(all.sorted, all.features);
  join_known(all.sorted, clusters);
  for (std::uint32_t place = 0; place < all.sorted.size(); ++place) {
    if (place != own && all.originals[place] != own) {
      clusters.join(all.originals[place], place);
    }
  }
  std::vector<Pair> pairs = find_pairs(all.sorted, all.features, one_by_one());
  std::erase_if(pairs, [&](const Pair& pair) { return pair.first == own || pair.second == own; });
  join_alike(all.sorted, std::move(pairs), clusters);

  std::map<std::uint32_t, Sum> sums;  // by root
  for (std::uint32_t place = 0; place < all.sorted.size(); ++place) {
    if (place == own) {
      continue;
    }
    Sum& sum = sums[clusters.find(place)];
    const float likeness = cosine(all.features.documents[own], all.features.documents[place]);
    sum.members.push_back(all.numbers[place]);
    sum.likeness += likeness;
    if (likeness > sum.best || sum.members.size() == 1) {
      sum.best = likeness;
      sum.needed = threshold(*all.sorted[place].document, *all.sorted[own].document);
    }
  }
  std::vector<Likeness> found;
  for (auto& [root, sum] : sums) {
    Likeness story;
    std::ranges::sort(sum.members);
    story.members = std::move(sum.members);
    story.story = members[story.members.front()].story;
    story.likeness = sum.likeness / static_cast<float>(story.members.size());
    story.needed = sum.needed;
    story.fits = sum.best >= sum.needed && story.likeness >= sum.needed;
    found.push_back(std::move(story));
  }
  std::ranges::stable_sort(found, std::greater<>(), &Likeness::likeness);
  return found;
}

}  // namespace concord::group
