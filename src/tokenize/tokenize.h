#pragma once

#include <string_view>

#include "base/lexicon.h"
#include "model/document.h"
#include "model/tokens.h"

namespace concord::tokenize {

/// Splits a document into paragraphs (blank lines; every line where lines are short), sentences and
/// tokens, names the parts (headline, lead = first paragraph of running text, caption, body, teaser
/// = the headline of another story), and finds quotations (straight, curly, «», „“; a paragraph
/// that opens with a mark continues an unclosed quotation). Token::word is the lexicon's number of
/// the folded word.  `out` is cleared first and its memory reused. Sentences end at . ! ? and at
/// paragraph ends, not after abbreviations ("U.S.", "Gen.", "Mr."), initials or inside numbers.
/// Captions: paragraphs with a photo credit or "is/are seen ... on DATE".  The words and numbers of
/// a web address are symbols without a word number.
void tokenize(const Document& document, const Lexicon& lexicon, TokenizedText& out);

/// The same for a bare text without parts: one paragraph kind (body).  For phrases' exact text,
/// `concord values`, examples.
void tokenize_text(std::string_view text, const Lexicon& lexicon, TokenizedText& out);

}  // namespace concord::tokenize
