#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/lexicon.h"
#include "model/phrase.h"

namespace concord::extract {

/// The word numbers of the forms of phrase nodes, kept while one phrase is read by all that ask.
class FormWords {
 public:
  explicit FormWords(Lexicon& lexicon) : lexicon_(lexicon) {}

  void begin_phrase();

  /// Form by form; kUnknownWord for one that is not exactly one token.  Valid until the next call.
  std::span<const WordId> add(const PhraseNode& node);

  /// The same for a node that was perhaps added; quick in about the order of adding.
  std::span<const WordId> of(const PhraseNode& node);

 private:
  struct Known {
    const PhraseNode* node;
    std::size_t begin;  // in words_
  };

  Lexicon& lexicon_;
  std::vector<Known> known_;
  std::vector<WordId> words_;
  std::size_t next_ = 0;  // in known_: where the node asked for next is likely to be
};

}  // namespace concord::extract
