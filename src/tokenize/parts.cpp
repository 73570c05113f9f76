#include "tokenize/parts.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/fold.h"

namespace concord::tokenize {
namespace {

constexpr std::uint32_t kLongestCaption = 900;  // bytes

// Credits that stand at the end of a caption, folded.
constexpr std::string_view kCredits[] = {
    "photo by",  "photos by",     "photograph:",    "photograph by",   "photo:",
    "picture:",  "image:",        "photo credit",   "file photo",      "ap photo",
    "via getty", "getty images",  "via reuters",    "via ap",          "via afp",
    "via x",     "/ap",           "/afp",           "/reuters",        "/epa",
    "/getty",    "/shutterstock", "/xinhua",        "/anadolu",        "handout via",
    "/handout",  "handout photo", "photo courtesy", "courtesy of the", "/tass",
};

// Credits in brackets that end a paragraph.
constexpr std::string_view kBracketed[] = {"(reuters)", "(ap)",      "(afp)",  "[reuters]",
                                           "[ap]",      "[afp]",     "(file)", "[file]",
                                           "(handout)", "(supplied)"};

// Agencies that a caption names after a last dash.
constexpr std::string_view kAgencies[] = {"afp", "ap", "dpa", "epa", "reuters", "tass", "xinhua"};

// Words of captions that speak of the picture.
constexpr std::string_view kPictured[] = {
    "in this photo",    "in this file", "in this image", "in this picture",  "this photo shows",
    "this image shows", "is pictured",  "are pictured",  "pictured on",      "file photo",
    "is seen",          "are seen",     "seen in this",  "this aerial view", "in an aerial view",
};

// Labels that open a caption in copy: "*Caption: Boats at Hallin.*"
constexpr std::string_view kLabels[] = {
    "caption:", "photo caption:", "picture caption:", "photo:", "picture:", "image:"};

bool has(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

template <std::size_t size>
bool has_any(const std::string_view (&table)[size], std::string_view text) {
  return std::any_of(std::begin(table), std::end(table), [text](std::string_view words) {
    const std::size_t at = text.find(words);
    const std::size_t after = at + words.size();
    const bool cut = at != std::string_view::npos && after < text.size() && text[after] >= 'a' &&
                     text[after] <= 'z';
    return at != std::string_view::npos && !cut;
  });
}

/// What speaks of the picture, not "is seen as".
bool speaks_of_picture(std::string_view folded) {
  return has_any(kPictured, folded) && !has(folded, "seen as") && !has(folded, "seen to");
}

/// An open sentence, a dash, then an agency or two to four capitalized words: "... - ANNA REED".
bool ends_in_dashed_credit(std::string_view text, const std::vector<Token>& tokens, Range range) {
  const auto bytes = [&](std::uint32_t i) {
    return text.substr(tokens[i].span.begin, tokens[i].span.size());
  };
  std::uint32_t names = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = range.end; i > range.begin && names <= 4; --i) {
    const std::string_view word = bytes(i - 1);
    const bool dash = word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
    if (dash && tokens[i - 1].space_before) {
      const bool agency = names == 1 && std::binary_search(std::begin(kAgencies),
                                                           std::end(kAgencies), fold(bytes(i)));
      return names > 0 && range.end - range.begin > names + 5 &&
             (agency || (names >= 2 && capitals == names));
    }
    if (tokens[i - 1].kind != TokenKind::word) {
      return false;
    }
    ++names;
    capitals += tokens[i - 1].capital ? 1 : 0;
  }
  return false;
}

Range tokens_of(const TokenizedText& out, const Paragraph& paragraph) {
  return {out.sentences[paragraph.sentences.begin].tokens.begin,
          out.sentences[paragraph.sentences.end - 1].tokens.end};
}

bool is_caption(std::string_view text, const TokenizedText& out, const Paragraph& paragraph,
                bool has_caption_words) {
  if (paragraph.span.size() > kLongestCaption) {
    return false;
  }
  const Range range = tokens_of(out, paragraph);
  if (!has_caption_words) {
    return ends_in_dashed_credit(text, out.tokens, range);
  }
  const std::string folded = fold(text.substr(paragraph.span.begin, paragraph.span.size()));
  const std::string_view whole = folded;
  constexpr std::size_t kTail = 90;
  const std::string_view tail = whole.substr(whole.size() > kTail ? whole.size() - kTail : 0);
  const bool bracketed =
      std::any_of(std::begin(kBracketed), std::end(kBracketed),
                  [tail](std::string_view credit) { return tail.ends_with(credit); });
  const bool labeled =
      std::any_of(std::begin(kLabels), std::end(kLabels), [whole](std::string_view label) {
        return whole.substr(std::min(whole.find_first_not_of("*_ "), whole.size()))
            .starts_with(label);
      });
  const bool short_paragraph = paragraph.sentences.size() <= 2;
  return labeled || bracketed || has_any(kCredits, tail) ||
         (short_paragraph && speaks_of_picture(whole)) ||
         ends_in_dashed_credit(text, out.tokens, range);
}

/// "![Boats at Hallin](boats.jpg)": what Markdown writes for a picture.
bool is_picture_text(std::string_view text, const Paragraph& paragraph) {
  constexpr std::string_view kOpens = "![";
  const std::size_t begin = paragraph.span.begin;
  return begin >= kOpens.size() && text.substr(begin - kOpens.size(), kOpens.size()) == kOpens;
}

bool is_caption_word(std::string_view text, Token token) {
  const std::string_view word = text.substr(token.span.begin, token.span.size());
  return token.kind == TokenKind::word &&
         std::binary_search(std::begin(kCaptionWords), std::end(kCaptionWords),
                            fold(word.substr(0, 8)));
}

/// Long enough, or closed like a sentence: not a byline, dateline or crosshead.
bool is_running_text(std::string_view text, const TokenizedText& out, const Paragraph& paragraph) {
  const Range range = tokens_of(out, paragraph);
  const Span last = out.tokens[range.end - 1].span;
  const bool closed = has(".!?\"\u201D", text.substr(last.begin, last.size()));
  return range.size() >= 25 || (closed && range.size() >= 7);
}

/// The title of the front matter once more at the top of the text, as "# Title" in Markdown.
bool is_headline_again(std::string_view text, Span headline, const Paragraph& paragraph) {
  const auto words = [&](Span span) { return text.substr(span.begin, span.size()); };
  const std::string_view own = words(paragraph.span);
  return !headline.empty() && paragraph.span.begin >= headline.end &&
         own.size() >= headline.size() && own.size() <= headline.size() + 4 &&
         fold(own).ends_with(fold(words(headline)));
}

}  // namespace

void name_parts(std::string_view text, Span headline, std::span<const Span> captions,
                const Landmarks& landmarks, TokenizedText& out) {
  Paragraph* lead = nullptr;
  Paragraph* first = nullptr;
  auto landmark = landmarks.begin();
  auto caption = captions.begin();
  bool at_top = true;
  for (Paragraph& paragraph : out.paragraphs) {
    while (caption != captions.end() && caption->end < paragraph.span.end) {
      ++caption;
    }
    const bool captioned = caption != captions.end() && caption->contains(paragraph.span);
    const std::uint32_t end = tokens_of(out, paragraph).end;
    bool has_caption_words = false;
    for (; landmark != landmarks.end() && *landmark < end; ++landmark) {
      has_caption_words = has_caption_words || is_caption_word(text, out.tokens[*landmark]);
    }
    if (!headline.empty() && headline.contains(paragraph.span)) {
      paragraph.part = Part::headline;
      continue;
    }
    const bool again = at_top && is_headline_again(text, headline, paragraph);
    at_top = false;
    if (again) {
      paragraph.part = Part::headline;
    } else if (captioned || is_caption(text, out, paragraph, has_caption_words) ||
               is_picture_text(text, paragraph)) {
      paragraph.part = Part::caption;
    } else {
      first = first == nullptr ? &paragraph : first;
      if (lead == nullptr && is_running_text(text, out, paragraph)) {
        lead = &paragraph;
      }
    }
  }
  lead = lead == nullptr ? first : lead;
  if (lead != nullptr) {
    lead->part = Part::lead;
  }
}

}  // namespace concord::tokenize
