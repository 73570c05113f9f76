#include "tokenize/sentences.h"

#include <algorithm>
#include <iterator>

#include "tokenize/word_set.h"

namespace concord::tokenize {
namespace {

constexpr std::uint32_t kLongestSentence = 500;  // tokens; no sentence of an article is as long

// Written before a name or a number: a sentence never ends after them.
constexpr WordSet kTitles({
    "adm",  "asst", "brig", "capt", "cmdr", "col",  "cpl",  "det",  "dr",     "fig",
    "fr",   "ft",   "gen",  "gov",  "hon",  "insp", "lt",   "maj",  "messrs", "mr",
    "mrs",  "ms",   "mt",   "no",   "nos",  "pfc",  "pres", "prof", "pvt",    "rep",
    "reps", "rev",  "sen",  "sens", "sgt",  "spc",  "sr",   "st",   "supt",   "vs",
});

// Abbreviations that may also end a sentence: one ends there when a usual first word follows.
constexpr WordSet kAbbreviations({
    "a.m.", "approx", "apr",  "assn",  "aug",  "ave",  "blvd", "bros", "c",    "ca",
    "co",   "corp",   "d.c.", "dec",   "dept", "dist", "e.g",  "e.g.", "est",  "etc",
    "feb",  "fri",    "govt", "i.e",   "i.e.", "inc",  "jan",  "jr",   "jul",  "jun",
    "ltd",  "mar",    "mon",  "nov",   "oct",  "p.m.", "ph.d", "rd",   "rs",   "sep",
    "sept", "sq",     "thu",  "thurs", "tue",  "tues", "u.k.", "u.n.", "u.s.",
});

constexpr std::uint32_t kLongestAbbreviation = 6;  // bytes, of both tables

// Words that open sentences and hardly ever names.
constexpr WordSet kOpeners({
    "a",           "about",   "according", "after",   "all",       "also",
    "although",    "an",      "and",       "another", "as",        "at",
    "authorities", "because", "before",    "both",    "but",       "by",
    "despite",     "during",  "each",      "earlier", "even",      "every",
    "few",         "for",     "from",      "he",      "her",       "his",
    "how",         "however", "i",         "if",      "in",        "investigators",
    "it",          "its",     "last",      "later",   "many",      "meanwhile",
    "more",        "most",    "my",        "no",      "nobody",    "none",
    "nor",         "not",     "now",       "of",      "officials", "on",
    "once",        "one",     "only",      "or",      "other",     "others",
    "our",         "over",    "people",    "police",  "several",   "she",
    "since",       "so",      "some",      "soon",    "such",      "that",
    "the",         "their",   "then",      "there",   "these",     "they",
    "this",        "those",   "three",     "to",      "two",       "under",
    "until",       "we",      "what",      "when",    "where",     "whether",
    "which",       "while",   "who",       "why",     "with",      "witnesses",
    "yet",         "you",     "your",
});

// Before a number a sentence may end after these.
constexpr WordSet kBeforeNumbers({"a.m.", "p.m.", "u.s.", "inc", "etc"});

// After "p.m." the sentence goes on with these.
constexpr WordSet kDays({"friday", "local", "monday", "saturday", "sunday", "thursday", "tuesday",
                         "wednesday"});

constexpr FoldedKey kNo = key_of("no");
constexpr FoldedKey kMorning = key_of("a.m.");
constexpr FoldedKey kEvening = key_of("p.m.");

/// Splits the tokens of one paragraph.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, Range range,
           Landmarks::const_iterator& landmark, Landmarks::const_iterator last)
      : text_(text), tokens_(tokens), range_(range), landmark_(landmark), last_(last) {}

  /// The index after the last token of the sentence that begins at `begin`.  Call in order.
  std::uint32_t sentence_end(std::uint32_t begin) {
    const std::uint32_t limit = std::min(range_.end, begin + kLongestSentence);
    std::uint32_t from = begin;
    for (; landmark_ != last_ && *landmark_ < limit; ++landmark_) {
      const std::uint32_t mark = *landmark_;
      if (mark < from || !may_terminate(mark)) {
        continue;
      }
      const std::uint32_t next = after_closers(mark + 1, limit);
      if (next >= limit || ends_before(mark, next)) {
        return next;
      }
      from = next;
    }
    return limit;
  }

 private:
  std::string_view bytes(std::uint32_t token) const {
    const Span span = tokens_[token].span;
    return text_.substr(span.begin, span.size());
  }
  FoldedKey key(std::uint32_t token) const { return folded_key(bytes(token)); }

  bool may_terminate(std::uint32_t token) const {
    const Token& mark = tokens_[token];
    if (mark.kind == TokenKind::word) {
      return mark.span.size() >= 4 && text_[mark.span.end - 1] == '.';  // "U.S.", "p.m."
    }
    const auto first = static_cast<unsigned char>(text_[mark.span.begin]);
    return first == '.' || first == '!' || first == '?' ||
           (first >= 0x80 && is_wide_stop(bytes(token)));
  }

  static bool is_wide_stop(std::string_view mark) {
    return mark == "\u2026" || mark == "\u3002" || mark == "\u061F" || mark == "\u06D4" ||
           mark == "\u0964";
  }

  bool is_closer(std::uint32_t token) const {
    const std::string_view mark = bytes(token);
    static constexpr std::string_view kClosers[] = {"\u201D", "\u2019", "\u00BB",
                                                    "\u201C", ")",      "]"};
    if (std::find(std::begin(kClosers), std::end(kClosers), mark) != std::end(kClosers)) {
      return true;
    }
    const bool straight = mark == "\"" || mark == "'";
    const bool glued_behind = token + 1 < range_.end && !tokens_[token + 1].space_before;
    return straight && !(glued_behind && tokens_[token + 1].kind != TokenKind::punctuation);
  }

  /// Skips further terminators and the closing marks that belong to them.
  std::uint32_t after_closers(std::uint32_t token, std::uint32_t limit) const {
    while (token < limit && !tokens_[token].space_before &&
           (is_closer(token) || (may_terminate(token) && tokens_[token].kind != TokenKind::word))) {
      ++token;
    }
    return token;
  }

  bool opens(std::uint32_t token) const { return kOpeners.holds(key(token)); }

  /// Whether a sentence ends with the terminator `mark` when `next` is the token after it.
  bool ends_before(std::uint32_t mark, std::uint32_t next) const {
    const Token& token = tokens_[next];
    const bool letters = token.kind == TokenKind::word;
    if (letters && !token.capital && static_cast<unsigned char>(text_[token.span.begin]) < 0x80) {
      return false;
    }
    const bool dot = bytes(mark)[0] == '.' || tokens_[mark].kind == TokenKind::word;
    if (!token.space_before) {
      return next == mark + 1 ? letters && ends_unspaced(mark, next) : letters && token.capital;
    }
    if (token.kind == TokenKind::punctuation && is_inner_mark(next)) {
      return false;
    }
    return !dot || next != mark + 1 || ends_after_dot(mark, next);
  }

  /// A comma or dash after a terminator goes on with the sentence.
  bool is_inner_mark(std::uint32_t token) const {
    const std::string_view mark = bytes(token);
    return mark == "," || mark == ";" || mark == ":";
  }

  /// "it.The": a lost space; "site.Com" is none.
  bool ends_unspaced(std::uint32_t mark, std::uint32_t next) const {
    return mark > range_.begin && !tokens_[mark - 1].capital &&
           tokens_[mark - 1].kind == TokenKind::word && !tokens_[mark].space_before &&
           tokens_[next].capital && opens(next);
  }

  bool ends_after_dot(std::uint32_t mark, std::uint32_t next) const {
    if (tokens_[mark].kind == TokenKind::word) {
      return ends_after_abbreviation(key(mark), next);
    }
    if (mark == range_.begin || tokens_[mark].space_before || bytes(mark).size() > 1) {
      return true;
    }
    const Token& before = tokens_[mark - 1];
    if (before.kind != TokenKind::word) {
      return true;
    }
    if (before.span.size() > kLongestAbbreviation) {
      return true;
    }
    const FoldedKey word = key(mark - 1);
    if (kTitles.holds(word)) {
      return word == kNo && tokens_[next].kind != TokenKind::number;
    }
    const bool initial = word.size == 1 && before.capital;
    return (!initial && !kAbbreviations.holds(word)) || ends_after_abbreviation(word, next);
  }

  bool ends_after_abbreviation(const FoldedKey& word, std::uint32_t next) const {
    const Token& token = tokens_[next];
    if (token.kind == TokenKind::number) {
      return kBeforeNumbers.holds(word);
    }
    if (token.kind == TokenKind::punctuation) {
      return bytes(next) != "(" && bytes(next) != "-" && bytes(next) != "--" &&
             bytes(next) != "\u2013" && bytes(next) != "\u2014";
    }
    return opens(next) || ((word == kMorning || word == kEvening) && !is_day_or_zone(next));
  }

  /// "6 p.m. Monday", "6 p.m. ET": the sentence goes on.
  bool is_day_or_zone(std::uint32_t token) const {
    const std::string_view written = bytes(token);
    const bool zone =
        written.size() <= 4 &&
        std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return zone || kDays.holds(key(token));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  Range range_;
  Landmarks::const_iterator& landmark_;  // the first not yet looked at
  Landmarks::const_iterator last_;
};

}  // namespace

void find_sentences(std::string_view text, const std::vector<Span>& paragraphs, Span headline,
                    const Landmarks& landmarks, TokenizedText& out) {
  const std::vector<Token>& tokens = out.tokens;
  auto landmark = landmarks.begin();
  std::uint32_t next = 0;
  for (const Span& span : paragraphs) {
    const auto after = std::partition_point(
        tokens.begin() + next, tokens.end(),
        [end = span.end](const Token& token) { return token.span.begin < end; });
    const Range range{next, static_cast<std::uint32_t>(after - tokens.begin())};
    next = range.end;
    if (range.empty()) {
      continue;
    }
    const auto number = static_cast<std::uint32_t>(out.paragraphs.size());
    const Span extent{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    const auto first_sentence = static_cast<std::uint32_t>(out.sentences.size());
    const bool whole =
        !headline.empty() && headline.contains(extent) && range.size() <= kLongestSentence;
    Splitter splitter(text, tokens, range, landmark, landmarks.end());
    for (std::uint32_t begin = range.begin; begin < range.end;) {
      const std::uint32_t end = whole ? range.end : splitter.sentence_end(begin);
      out.sentences.push_back(
          {{begin, end}, number, {tokens[begin].span.begin, tokens[end - 1].span.end}});
      begin = end;
    }
    const auto last_sentence = static_cast<std::uint32_t>(out.sentences.size());
    out.paragraphs.push_back({{first_sentence, last_sentence}, Part::body, extent});
  }
}

}  // namespace concord::tokenize
