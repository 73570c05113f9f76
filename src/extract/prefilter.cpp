#include "extract/prefilter.h"

#include <algorithm>

namespace concord::extract {

bool calls_any(const Index& index, const TokenizedText& tokens, Range range) {
  if (!index.always.empty()) {
    return true;
  }
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (index.has(tokens.tokens[at].word)) {
      return true;
    }
  }
  return false;
}

bool meets_all(SentenceText& text, const CompiledPhrase& phrase) {
  if (phrase.needs_numeral && !text.has_numeral()) {
    return false;
  }
  const auto& required = text.program().required;
  return std::all_of(required.begin() + phrase.clauses.begin, required.begin() + phrase.clauses.end,
                     [&](std::uint32_t clause) { return text.meets(clause); });
}

void candidates(SentenceText& text, Category category, bool everything,
                std::vector<std::uint32_t>& out) {
  const Index& index = text.program().indexes[static_cast<std::size_t>(category)];
  out = everything ? index.phrases : index.always;
  if (everything) {
    out.insert(out.end(), index.always.begin(), index.always.end());
  } else {
    for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
      const WordId word = text.word(at);
      if (index.has(word)) {
        out.insert(out.end(), index.phrases.begin() + index.starts[word],
                   index.phrases.begin() + index.starts[word + 1]);
      }
    }
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (!everything) {
    std::erase_if(out, [&](std::uint32_t phrase) {
      return !meets_all(text, text.program().phrases[phrase]);
    });
  }
}

}  // namespace concord::extract
