#include "extract/prefilter.h"

#include <algorithm>
#include <utility>

namespace concord::extract {
namespace {

/// Appends the phrases of a tree whose clauses the sentence meets.
void walk(SentenceText& text, const Index& index, std::uint32_t tree,
          std::vector<std::uint32_t>& out) {
  const std::uint32_t end = index.nodes[tree].next;
  for (std::uint32_t at = tree; at < end;) {
    const ClauseNode& node = index.nodes[at];
    if (!text.meets(node.clause)) {
      at = node.next;
      continue;
    }
    out.insert(out.end(), index.phrases.begin() + node.phrases.begin,
               index.phrases.begin() + node.phrases.end);
    ++at;
  }
}

/// Calls use(tree) for each tree that words of the sentence call up, or that any value may.
template <class Use>
void each_called(SentenceText& text, const Index& index, Use use) {
  for (const std::uint32_t tree : index.by_values) {
    use(tree);
  }
  SentenceMemory& memory = text.memory();
  const std::vector<WordId>& words = text.words();
  memory.next_call(index.nodes.size());
  for (const WordId word : words) {
    if (!index.has(word)) {
      continue;
    }
    for (std::uint32_t i = index.starts[word]; i < index.starts[word + 1]; ++i) {
      const std::uint32_t tree = index.trees[i];
      if (std::exchange(memory.called[tree], memory.call_stamp) != memory.call_stamp) {
        use(tree);
      }
    }
  }
}

}  // namespace

bool meets_all(SentenceText& text, const CompiledPhrase& phrase) {
  const auto& required = text.program().required;
  return std::all_of(required.begin() + phrase.clauses.begin, required.begin() + phrase.clauses.end,
                     [&](std::uint32_t clause) { return text.meets(clause); });
}

void called_up(SentenceText& text, Category category, std::vector<std::uint32_t>& out) {
  const Index& index = text.program().indexes[static_cast<std::size_t>(category)];
  out = index.always;
  each_called(text, index, [&](std::uint32_t tree) {
    const ClauseNode& root = index.nodes[tree];
    if (text.meets(root.clause)) {
      const std::size_t end = root.next < index.nodes.size() ? index.nodes[root.next].phrases.begin
                                                             : index.phrases.size();
      out.insert(out.end(), index.phrases.begin() + root.phrases.begin,
                 index.phrases.begin() + static_cast<std::ptrdiff_t>(end));
    }
  });
  std::ranges::sort(out);
}

void candidates(SentenceText& text, Category category, bool everything,
                std::vector<std::uint32_t>& out) {
  const Index& index = text.program().indexes[static_cast<std::size_t>(category)];
  out = index.always;
  if (everything) {
    out.insert(out.end(), index.phrases.begin(), index.phrases.end());
  } else {
    each_called(text, index, [&](std::uint32_t tree) { walk(text, index, tree, out); });
  }
  std::ranges::sort(out);
}

}  // namespace concord::extract
