#include "extract/quotes.h"

#include <algorithm>

#include "extract/words.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kLeastWords = 4;
constexpr std::uint32_t kLongestCue = 24;  // tokens between the halves of a split quotation
constexpr std::uint32_t kNear = 4;         // tokens between a quotation and its cue

std::uint32_t first_token_from(const TokenizedText& tokens, std::uint32_t offset) {
  const auto found = std::ranges::partition_point(
      tokens.tokens, [&](const Token& token) { return token.span.begin < offset; });
  return static_cast<std::uint32_t>(found - tokens.tokens.begin());
}

std::uint32_t sentence_of(const TokenizedText& tokens, std::uint32_t token) {
  const auto found = std::ranges::partition_point(
      tokens.sentences, [&](const Sentence& sentence) { return sentence.tokens.end <= token; });
  return static_cast<std::uint32_t>(found - tokens.sentences.begin());
}

std::string without_last_comma(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ' ')) {
    text.pop_back();
  }
  return text;
}

/// The name behind a title that says it: "said the lorry driver, Ramon Ibarra." and "said the
/// agency's head, Imad Fares".
std::optional<TokenRange> name_behind(const SentenceText& text, TokenRange source) {
  constexpr std::uint32_t kTitleWords = 4;
  constexpr std::uint32_t kFewestNames = 2;
  constexpr std::uint32_t kMostNames = 4;
  const auto is_name = [&](std::uint32_t at) {
    return at < text.end() && text.token(at).kind == TokenKind::word && text.token(at).capital;
  };
  for (std::uint32_t at = source.begin; at < source.end; ++at) {
    if (is_name(at)) {
      return std::nullopt;
    }
  }
  std::uint32_t comma = source.end;
  while (comma < text.end() && comma - source.end < kTitleWords &&
         (text.flags(comma) & flag_comma) == 0 && !is_name(comma) &&
         (text.token(comma).kind == TokenKind::word || text.text(comma) == "'s")) {
    ++comma;
  }
  std::uint32_t end = comma + 1;
  while (is_name(end)) {
    ++end;
  }
  const std::uint32_t names = end - comma - 1;
  const bool behind_comma = comma < text.end() && (text.flags(comma) & flag_comma) != 0;
  const bool closed = end >= text.end() || text.token(end).kind != TokenKind::word;
  return behind_comma && closed && names >= kFewestNames && names <= kMostNames
             ? std::optional(TokenRange{comma + 1, end})
             : std::nullopt;
}

}  // namespace

Quotations::Quotations(Views& views, Attributions& attributions)
    : views_(views), attributions_(attributions), tokens_(views.current().text.tokens()) {
  places_.resize(tokens_.quotes.size());
  for (std::uint32_t quote = 0; quote < places_.size(); ++quote) {
    place(quote);
  }
}

void Quotations::place(std::uint32_t quote) {
  Place& place = places_[quote];
  const Span span = tokens_.quotes[quote];
  place.tokens = {first_token_from(tokens_, span.begin), first_token_from(tokens_, span.end)};
  if (place.tokens.begin >= place.tokens.end) {
    place.tokens.end = place.tokens.begin;
    place.known = true;
    return;
  }
  place.first = sentence_of(tokens_, place.tokens.begin);
  place.last = sentence_of(tokens_, place.tokens.end - 1);
  for (std::uint32_t at = place.tokens.begin; at < place.tokens.end; ++at) {
    const TokenKind kind = tokens_.tokens[at].kind;
    place.words += kind == TokenKind::word || kind == TokenKind::number ? 1 : 0;
  }
}

std::uint32_t Quotations::paragraph_of(std::uint32_t sentence) const {
  return tokens_.sentences[sentence].paragraph;
}

/// "...," X said, "...": a comma before the cue, a comma after it, and somebody who says it.
bool Quotations::is_split(std::uint32_t quote) {
  const Place& before = places_[quote - 1];
  const Place& after = places_[quote];
  if (paragraph_of(before.last) != paragraph_of(after.first) ||
      after.tokens.begin - before.tokens.end > kLongestCue ||
      after.tokens.begin < before.tokens.end + 3) {
    return false;
  }
  const SentenceText& text = views_.at(after.first).text;
  const auto is_comma = [&](std::uint32_t at) { return (text.flags(at) & flag_comma) != 0; };
  const bool opens = is_comma(before.tokens.end - 1) || is_comma(before.tokens.end + 1);
  const bool closes = is_comma(after.tokens.begin - 2);
  if (!opens || !closes || before.last != after.first) {
    return false;
  }
  return std::ranges::any_of(attributions_.in(after.first), [&](const Saying& saying) {
    return saying.extent.begin >= before.tokens.end && saying.extent.end < after.tokens.begin;
  });
}

/// A paragraph that opens with a mark goes on with a quotation that the paragraph before left open.
bool Quotations::is_taken_up(std::uint32_t quote) const {
  const Place& before = places_[quote - 1];
  const Place& after = places_[quote];
  const std::uint32_t earlier = paragraph_of(before.last);
  if (earlier + 1 != paragraph_of(after.first)) {
    return false;
  }
  const Paragraph& left = tokens_.paragraphs[earlier];
  const std::uint32_t end = tokens_.sentences[left.sentences.end - 1].tokens.end;
  const Paragraph& right = tokens_.paragraphs[earlier + 1];
  const std::uint32_t begin = tokens_.sentences[right.sentences.begin].tokens.begin;
  return before.tokens.end == end && after.tokens.begin == begin + 1;
}

bool Quotations::continues(std::uint32_t quote) {
  if (quote == 0 || places_[quote].tokens.begin == places_[quote].tokens.end ||
      places_[quote - 1].tokens.begin == places_[quote - 1].tokens.end) {
    return false;
  }
  return is_taken_up(quote) || is_split(quote);
}

/// The saying right after the quotation, right before it, or nearest in its sentences.
std::optional<Attributions::Speaker> Quotations::beside(std::uint32_t quote) {
  const Place& place = places_[quote];
  const auto usable = [&](const Saying& saying) {
    return !saying.quoted &&
           (saying.extent.begin >= place.tokens.end || saying.extent.end <= place.tokens.begin);
  };
  for (const Saying& saying : std::vector<Saying>(attributions_.in(place.last))) {
    if (usable(saying) && saying.extent.begin >= place.tokens.end &&
        saying.extent.begin - place.tokens.end <= kNear) {
      Saying told = saying;
      told.source = name_behind(views_.at(place.last).text, saying.source).value_or(saying.source);
      return attributions_.speaker(place.last, told);
    }
  }
  for (const std::uint32_t sentence : {place.first, place.last}) {
    const std::vector<Saying> sayings = attributions_.in(sentence);
    const Saying* best = nullptr;
    for (const Saying& saying : sayings) {
      if (usable(saying) && (best == nullptr || saying.extent.end <= place.tokens.begin)) {
        best = &saying;
      }
    }
    if (best != nullptr) {
      return attributions_.speaker(sentence, *best);
    }
  }
  return attributions_.subject(place.first, place.tokens.begin);
}

/// The speaker of the quotation before it in this paragraph or the last, or of the sentence before.
std::optional<Attributions::Speaker> Quotations::inherited(std::uint32_t quote) {
  const Place& place = places_[quote];
  if (place.first > 0 && paragraph_of(place.first - 1) == paragraph_of(place.first)) {
    const std::vector<Saying> sayings = attributions_.in(place.first - 1);
    for (auto it = sayings.rbegin(); it != sayings.rend(); ++it) {
      if (!it->quoted) {
        return attributions_.speaker(place.first - 1, *it);
      }
    }
  }
  if (quote == 0 || paragraph_of(places_[quote - 1].last) + 1 < paragraph_of(place.first)) {
    return std::nullopt;
  }
  return speaker(quote - 1);
}

std::optional<Attributions::Speaker> Quotations::find(std::uint32_t quote) {
  places_[quote].joined = continues(quote);
  if (places_[quote].joined && is_taken_up(quote)) {
    return speaker(quote - 1);
  }
  if (auto found = beside(quote)) {
    return found;
  }
  return inherited(quote);
}

const std::optional<Attributions::Speaker>& Quotations::speaker(std::uint32_t quote) {
  // From the first unknown on, so that a chain of quotations is walked and not recursed into.
  std::uint32_t from = quote;
  while (from > 0 && !places_[from - 1].known) {
    --from;
  }
  for (; from <= quote; ++from) {
    if (!places_[from].known) {
      places_[from].known = true;
      places_[from].speaker = find(from);
    }
  }
  return places_[quote].speaker;
}

void Quotations::facts(RuleId rule, std::vector<Fact>& out) {
  const Document& document = views_.current().text.document();
  std::uint32_t next = 0;
  for (std::uint32_t quote = 0; quote < places_.size(); quote = next) {
    next = quote + 1;
    const auto& by = speaker(quote);
    std::uint32_t words = places_[quote].words;
    std::string text(std::string_view(document.text)
                         .substr(tokens_.quotes[quote].begin, tokens_.quotes[quote].size()));
    for (; next < places_.size() && (speaker(next), places_[next].joined); ++next) {
      words += places_[next].words;
      text += ' ';
      text += std::string_view(document.text)
                  .substr(tokens_.quotes[next].begin, tokens_.quotes[next].size());
    }
    const Part part = tokens_.paragraphs[paragraph_of(places_[quote].first)].part;
    if (words < kLeastWords || part == Part::teaser) {
      continue;
    }
    Fact fact;
    fact.rule = rule;
    Quote value;
    value.text = without_last_comma(std::move(text));
    if (by) {
      value.speaker = by->short_name;
      fact.by = by->by;
    }
    fact.key = value.speaker;
    fact.value = std::move(value);
    fact.in_quote = true;
    fact.extent = {tokens_.quotes[quote].begin, tokens_.quotes[next - 1].end};
    fact.filler = fact.extent;
    fact.sentence = tokens_.sentences[places_[quote].first].span;
    fact.part = part;
    fact.phrase = views_.current().text.program().rules->facts[rule.index].where;
    out.push_back(std::move(fact));
  }
}

}  // namespace concord::extract
