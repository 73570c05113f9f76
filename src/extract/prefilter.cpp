#include "extract/prefilter.h"

#include <algorithm>
#include <utility>

namespace concord::extract {
namespace {

void append(const Index& index, Range phrases, std::vector<std::uint32_t>& out) {
  for (std::uint32_t i = phrases.begin; i < phrases.end; ++i) {
    out.push_back(index.phrases[i]);
  }
}

/// Appends the phrases of a tree whose clauses the sentence meets.  REQUIRES: it meets the first.
void walk(SentenceText& text, const Index& index, std::uint32_t tree,
          std::vector<std::uint32_t>& out) {
  append(index, index.nodes[tree].phrases, out);
  const std::uint32_t end = index.nodes[tree].next;
  for (std::uint32_t at = tree + 1; at < end;) {
    const ClauseNode& node = index.nodes[at];
    if (!text.meets(node.clause)) {
      at = node.next;
      continue;
    }
    if (!node.phrases.empty()) {  // most only lead on
      append(index, node.phrases, out);
    }
    ++at;
  }
}

/// Calls use(tree) for each tree whose first clause the sentence meets.
template <class Use>
void each_called(SentenceText& text, const Index& index, Use use) {
  for (const std::uint32_t tree : index.by_values) {
    if (text.meets(index.nodes[tree].clause)) {
      use(tree);
    }
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
    const std::size_t end = root.next < index.nodes.size() ? index.nodes[root.next].phrases.begin
                                                           : index.phrases.size();
    append(index, {root.phrases.begin, static_cast<std::uint32_t>(end)}, out);
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
