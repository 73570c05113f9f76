// Door: a file of unknown format. Documents hold well-formed UTF-8, and tokens cover them in order.
#include <string>

#include "base/utf8.h"
#include "door.h"
#include "ingest/ingest.h"
#include "tokenize/tokenize.h"

namespace concord::fuzz {
namespace {

bool lies_in(Span span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size();
}

void check(const Document& document) {
  require(is_valid_utf8(document.text), "text is well-formed");
  require(lies_in(document.headline, document.text), "the headline lies in the text");
  require(document.body_begin <= document.text.size(), "the body lies in the text");
  TokenizedText tokens;
  tokenize::tokenize(document, Lexicon(), tokens);
  std::uint32_t end = 0;
  for (const Token& token : tokens.tokens) {
    require(end <= token.span.begin && token.span.begin < token.span.end &&
                lies_in(token.span, document.text),
            "tokens come in order and never overlap");
    end = token.span.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : tokens.sentences) {
    require(sentence.tokens.begin == next && !sentence.tokens.empty(),
            "sentences hold every token");
    next = sentence.tokens.end;
  }
  require(next == tokens.tokens.size(), "sentences hold every token");
}

void read(std::string_view bytes) {
  Diagnostics diagnostics;
  for (const char* name : {"fuzz", "fuzz.jsonl", "fuzz.html"}) {
    for (const Document& document :
         ingest::read_bytes(name, std::string(bytes), ingest::Options(), diagnostics)) {
      check(document);
    }
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::read(concord::fuzz::text_of(data, size));
  return 0;
}
