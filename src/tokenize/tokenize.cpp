#include "tokenize/tokenize.h"

#include "tokenize/layout.h"
#include "tokenize/page_captions.h"
#include "tokenize/parts.h"
#include "tokenize/quotes.h"
#include "tokenize/sentences.h"
#include "tokenize/teasers.h"
#include "tokenize/words.h"

namespace concord::tokenize {
namespace {

/// All but the parts.
Landmarks split(std::string_view text, Span headline, bool markdown, const Lexicon& lexicon,
                TokenizedText& out) {
  out.sentences.clear();
  out.paragraphs.clear();
  out.quotes.clear();
  Landmarks landmarks;
  find_tokens(text, markdown ? find_markup(text) : find_comments(text), lexicon, out.tokens,
              landmarks);
  find_sentences(text, find_paragraphs(text, headline), headline, landmarks, out);
  find_quotes(text, landmarks, out);
  return landmarks;
}

}  // namespace

void tokenize(const Document& document, const Lexicon& lexicon, TokenizedText& out) {
  const Landmarks landmarks =
      split(document.text, document.headline, document.markdown, lexicon, out);
  name_parts(document.text, document.headline, find_page_captions(document), landmarks, out);
  mark_teasers(document.text, document.markdown, out);
}

void tokenize_text(std::string_view text, const Lexicon& lexicon, TokenizedText& out) {
  split(text, Span(), false, lexicon, out);
}

}  // namespace concord::tokenize
