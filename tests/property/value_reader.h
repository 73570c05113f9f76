#pragma once

#include <string>
#include <vector>

#include "normalize/normalize.h"
#include "tokenize/tokenize.h"

namespace concord {

/// The reader of values and the words that it knows.
struct ValueReader {
  Lexicon lexicon;
  normalize::Reader reader;
};

inline Lexicon vocabulary() {
  Lexicon lexicon;
  normalize::add_vocabulary(lexicon);
  return lexicon;
}

inline const ValueReader& value_reader() {
  static const ValueReader kOnly{vocabulary(), normalize::Reader(vocabulary())};
  return kOnly;
}

/// The values of all sentences of a text.
inline std::vector<ValueMention> read_values(const std::string& text,
                                             const normalize::Reading& reading,
                                             normalize::Wanted wanted = {}) {
  TokenizedText tokens;
  tokenize::tokenize_text(text, value_reader().lexicon, tokens);
  std::vector<ValueMention> mentions;
  for (const Sentence& sentence : tokens.sentences) {
    value_reader().reader.read(text, tokens, sentence.tokens, reading, wanted, mentions);
  }
  return mentions;
}

}  // namespace concord
