#include "extract/prefilter.h"

#include <algorithm>

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

/// The trees that words of the sentence call up, each once.
const std::vector<std::uint32_t>& called(SentenceText& text, const Index& index) {
  std::vector<std::uint32_t>& trees = text.memory().trees;
  trees = index.by_values;
  for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
    const WordId word = text.word(at);
    if (index.has(word)) {
      trees.insert(trees.end(), index.trees.begin() + index.starts[word],
                   index.trees.begin() + index.starts[word + 1]);
    }
  }
  std::ranges::sort(trees);
  trees.erase(std::unique(trees.begin(), trees.end()), trees.end());
  return trees;
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
  for (const std::uint32_t tree : called(text, index)) {
    const ClauseNode& root = index.nodes[tree];
    if (text.meets(root.clause)) {
      const std::size_t end = root.next < index.nodes.size() ? index.nodes[root.next].phrases.begin
                                                             : index.phrases.size();
      out.insert(out.end(), index.phrases.begin() + root.phrases.begin,
                 index.phrases.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }
  std::ranges::sort(out);
}

void candidates(SentenceText& text, Category category, bool everything,
                std::vector<std::uint32_t>& out) {
  const Index& index = text.program().indexes[static_cast<std::size_t>(category)];
  out = index.always;
  if (everything) {
    out.insert(out.end(), index.phrases.begin(), index.phrases.end());
  } else {
    for (const std::uint32_t tree : called(text, index)) {
      walk(text, index, tree, out);
    }
  }
  std::ranges::sort(out);
}

}  // namespace concord::extract
