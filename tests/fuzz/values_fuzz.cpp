// Door: words that may be numbers and times. Mentions come in order, never overlap and lie in the
// text.
#include <string>
#include <utility>
#include <vector>

#include "base/timestamp.h"
#include "base/utf8.h"
#include "door.h"
#include "normalize/normalize.h"
#include "tokenize/tokenize.h"

namespace concord::fuzz {
namespace {

struct Door {
  Lexicon lexicon;
  normalize::Reader reader;
};

Lexicon vocabulary() {
  Lexicon lexicon;
  normalize::add_vocabulary(lexicon);
  return lexicon;
}

const Door& door() {
  static const Door kOnly{vocabulary(), normalize::Reader(vocabulary())};
  return kOnly;
}

void read(std::string_view bytes) {
  std::vector<std::uint32_t> replaced;  // ingest gives well-formed text only
  const std::string text = replace_invalid_utf8(bytes, replaced);
  TokenizedText tokens;
  tokenize::tokenize_text(text, door().lexicon, tokens);
  const normalize::Reading reading{.reference = from_civil({.year = 2024, .month = 3, .day = 24})};
  std::vector<ValueMention> mentions;
  for (const Sentence& sentence : tokens.sentences) {
    mentions.clear();
    door().reader.read(text, tokens, sentence.tokens, reading, {}, mentions);
    std::uint32_t end = sentence.span.begin;
    for (const ValueMention& mention : mentions) {
      require(end <= mention.full.begin, "mentions come in order and never overlap");
      require(mention.full.begin <= mention.core.begin && mention.core.begin <= mention.core.end &&
                  mention.core.end <= mention.full.end,
              "the core lies in the whole");
      require(mention.full.end <= sentence.span.end, "a mention lies in its sentence");
      require(!normalize::describe(mention.value).empty(), "a value can be printed");
      end = mention.full.end;
    }
  }
  if (text.size() < 200) {
    normalize::read_one(door().reader, door().lexicon, text);
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::read(concord::fuzz::text_of(data, size));
  return 0;
}
