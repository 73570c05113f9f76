#include "rules/anchors.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/fold.h"

namespace concord::rules {
namespace {

// Written down from general knowledge of English, not from a corpus; sorted.
constexpr std::string_view kCommon[] = {
    "'s",    "a",     "about", "after", "all",  "also",  "an",    "and",   "any",  "are",  "as",
    "at",    "back",  "be",    "been",  "but",  "by",    "can",   "could", "day",  "did",  "do",
    "even",  "first", "for",   "from",  "get",  "go",    "good",  "had",   "has",  "have", "he",
    "her",   "him",   "his",   "how",   "i",    "if",    "in",    "into",  "is",   "it",   "its",
    "just",  "know",  "last",  "like",  "made", "make",  "many",  "may",   "me",   "more", "most",
    "my",    "new",   "no",    "not",   "now",  "of",    "on",    "one",   "only", "or",   "other",
    "our",   "out",   "over",  "said",  "say",  "says",  "see",   "she",   "so",   "some", "than",
    "that",  "the",   "their", "them",  "then", "there", "these", "they",  "this", "time", "to",
    "two",   "up",    "was",   "we",    "were", "what",  "when",  "which", "who",  "will", "with",
    "would", "year",  "years", "you",
};

/// Words of an exact text; marks and spaces between them.
Anchor of_exact(std::string_view text) {
  Anchor best = Anchor::none;
  constexpr std::string_view kBetween = " ,;:.-'\"";
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(kBetween), text.size());
    const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    if (end > begin) {
      const bool common = is_common_word(fold(text.substr(begin, end - begin)));
      best = std::max(best, common ? Anchor::common : Anchor::rare);
    }
    text.remove_prefix(end);
  }
  return best;
}

/// What can stand at the ends of the matches of a node.
struct Ends {
  bool empty = false;  // it can match nothing
  std::optional<RulePosition> first_gap;
  std::optional<RulePosition> last_gap;
};

class GapWalk {
 public:
  explicit GapWalk(std::vector<LooseGap>& out) : out_(out) {}

  Ends walk(const PhraseNode& node) {
    switch (node.kind) {
      case PhraseKind::gap:
        return {false, node.where, node.where};
      case PhraseKind::without:
        return {true, {}, {}};
      case PhraseKind::option: {
        Ends ends = walk(node.children.front());
        ends.empty = true;
        return ends;
      }
      case PhraseKind::alternatives:
        return walk_alternatives(node);
      case PhraseKind::sequence:
        return walk_sequence(node);
      default:
        return {};
    }
  }

 private:
  Ends walk_alternatives(const PhraseNode& node) {
    Ends all;
    for (const PhraseNode& child : node.children) {
      const Ends one = walk(child);
      all.empty = all.empty || one.empty;
      all.first_gap = all.first_gap ? all.first_gap : one.first_gap;
      all.last_gap = all.last_gap ? all.last_gap : one.last_gap;
    }
    return all;
  }

  Ends walk_sequence(const PhraseNode& node) {
    Ends all{true, {}, {}};
    for (const PhraseNode& child : node.children) {
      const Ends one = walk(child);
      if (all.last_gap && one.first_gap) {
        out_.push_back({*one.first_gap, "beside another gap"});
      }
      if (all.empty && !all.first_gap) {
        all.first_gap = one.first_gap;
      }
      if (!one.empty || one.last_gap) {
        all.last_gap = one.last_gap ? one.last_gap : std::nullopt;
      }
      all.empty = all.empty && one.empty;
    }
    return all;
  }

  std::vector<LooseGap>& out_;
};

/// Values by whose kind matching finds a phrase as it does by a rare word; bare numbers are not.
bool is_rare_value(std::string_view type) {
  return type == "name" || type == "percent" || type == "money";
}

}  // namespace

bool is_common_word(std::string_view folded) {
  return std::ranges::binary_search(kCommon, folded);
}

Anchors::Anchors(const std::vector<WordList>& lists) {
  for (const WordList& list : lists) {
    lists_.emplace(list.name, &list);
  }
}

Anchor Anchors::of(const PhraseNode& node, std::string_view value_type) {
  switch (node.kind) {
    case PhraseKind::word:
      return std::ranges::any_of(node.forms, is_common_word) ? Anchor::common : Anchor::rare;
    case PhraseKind::exact:
      return of_exact(node.text);
    case PhraseKind::sequence: {
      Anchor best = Anchor::none;
      for (const PhraseNode& child : node.children) {
        best = std::max(best, of(child, value_type));
      }
      return best;
    }
    case PhraseKind::alternatives:
      return of_alternatives(node, value_type);
    case PhraseKind::list_ref:
      return of_list(node.text);
    case PhraseKind::slot: {
      const std::string_view type = node.type.empty() ? value_type : std::string_view(node.type);
      return is_rare_value(type) ? Anchor::rare : of_list(type);
    }
    default:
      return Anchor::none;
  }
}

Anchor Anchors::of_alternatives(const PhraseNode& node, std::string_view value_type) {
  Anchor worst = Anchor::rare;
  for (const PhraseNode& child : node.children) {
    worst = std::min(worst, of(child, value_type));
  }
  return worst;
}

Anchor Anchors::of_list(std::string_view name) {
  const auto list = lists_.find(name);
  if (list == lists_.end()) {
    return Anchor::none;
  }
  const auto known = known_.find(name);
  if (known != known_.end()) {
    return known->second;
  }
  Anchor worst = Anchor::rare;
  for (const ListEntry& entry : list->second->entries) {
    for (const Phrase& way : entry.written) {
      worst = std::min(worst, of(way.root, {}));
    }
  }
  known_.emplace(name, worst);
  return worst;
}

std::vector<LooseGap> loose_gaps(const PhraseNode& root) {
  std::vector<LooseGap> found;
  const Ends ends = GapWalk(found).walk(root);
  if (ends.first_gap) {
    found.push_back({*ends.first_gap, "first"});
  }
  if (ends.last_gap) {
    found.push_back({*ends.last_gap, "last"});
  }
  return found;
}

}  // namespace concord::rules
