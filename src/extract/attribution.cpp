#include "extract/attribution.h"

#include <algorithm>

#include "base/fold.h"
#include "extract/names.h"
#include "extract/prefilter.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kLookBack = 8;  // sentences in which "he" may have been named

const SlotHit* source_hit(const Match& match) {
  const auto* end = match.slots + match.hits;
  const auto* found =
      std::find_if(match.slots, end, [](const SlotHit& hit) { return hit.op == Op::source; });
  return found == end ? nullptr : found;
}

bool overlap(TokenRange left, TokenRange right) {
  return left.begin < right.end && right.begin < left.end;
}

std::uint32_t distance(TokenRange left, TokenRange right) {
  if (overlap(left, right)) {
    return 0;
  }
  return left.end <= right.begin ? right.begin - left.end : left.begin - right.end;
}

bool has_flag(const SentenceText& text, TokenRange range, TokenRange except, std::uint32_t flag) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if ((at < except.begin || at >= except.end) && (text.flags(at) & flag) != 0) {
      return true;
    }
  }
  return false;
}

/// "40 died, the head of the relief agency said": true if `begin` ends an office that a comma
/// opens.
bool names_an_office(const SentenceText& text, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 6;
  bool of = false;
  for (std::uint32_t at = begin; at > text.begin() && begin - at < kLongest; --at) {
    const std::uint32_t flags = text.flags(at - 1);
    if ((flags & flag_comma) != 0) {
      return of && (text.flags(at) & flag_determiner) != 0;
    }
    of = of || (flags & flag_of) != 0;
  }
  return false;
}

/// "40 people were killed, and officials said ...", "...; the government acknowledges 31": a saying
/// that opens another clause says nothing of what stands before it.  "according to X" and "said X"
/// only ever follow what they are about.
bool opens_clause(const SentenceText& text, const Saying& saying) {
  if (saying.accords || saying.extent.begin == text.begin() ||
      names_an_office(text, saying.extent.begin)) {
    return false;
  }
  const std::uint32_t before = saying.extent.begin - 1;
  const bool behind_article = (text.flags(before) & flag_determiner) != 0 && before > text.begin();
  return text.token(before).kind == TokenKind::word || text.text(before) == ";" ||
         (behind_article && text.text(before - 1) == ";");
}

/// Where a source begins with the words that describe it, right behind a comma: "40 died, aid
/// workers said".
std::uint32_t described_from(const SentenceText& text, std::uint32_t begin) {
  constexpr std::uint32_t kMostDescribing = 2;
  std::uint32_t before = begin;
  for (std::uint32_t i = 0; i < kMostDescribing && before > text.begin(); ++i) {
    const Token& token = text.token(before - 1);
    if (token.kind != TokenKind::word || token.capital || text.flags(before - 1) != 0) {
      break;
    }
    --before;
  }
  const bool behind_comma = before > text.begin() && (text.flags(before - 1) & flag_comma) != 0;
  return behind_comma ? before : begin;
}

/// "He claimed that the gunmen who killed 133 people had links abroad": what a relative clause
/// takes for granted is not part of a claim; the outlet itself says it.
bool is_presupposed(const SentenceText& text, const Saying& saying, TokenRange extent) {
  return saying.hedged && !saying.accords && saying.extent.end <= extent.begin &&
         has_flag(text, {saying.extent.end, extent.begin}, {}, flag_relative);
}

/// A cue with a capital inside a sentence is part of a name ("United States").
bool says_with_capital(const SentenceText& text, const Match& match, TokenRange source) {
  for (std::uint32_t at = match.begin; at < match.end; ++at) {
    const bool literal =
        at - match.begin < 64 && ((match.literal_bits >> (at - match.begin)) & 1U) != 0;
    const bool inside = at >= source.begin && at < source.end;
    if (literal && !inside && at > text.begin() && text.token(at).capital) {
      return text.tokens().paragraphs[text.sentence().paragraph].part != Part::headline;
    }
  }
  return false;
}

bool is_capitalized(const SentenceText& text, TokenRange range) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (text.token(at).capital && (text.flags(at) & flag_not_name) == 0) {
      return true;
    }
  }
  return false;
}

/// "in Moscow, said Putin": the name before the comma does not say it when a source follows.
bool is_inverted(const SentenceText& text, const Saying& before, const Saying& after) {
  const std::uint32_t verb = before.source.end;
  return overlap(before.extent, after.extent) && !before.accords && after.accords &&
         verb < text.end() && (text.flags(verb) & flag_comma) != 0 &&
         (text.flags(before.source.end - 1) & flag_comma) == 0;
}

/// Which of two overlapping sayings stands: the subject before its verb, then the longer.
bool is_better(const SentenceText& text, const Saying& left, const Saying& right) {
  if (is_inverted(text, left, right)) {
    return false;
  }
  if (is_inverted(text, right, left)) {
    return true;
  }
  if (left.extent.begin != right.extent.begin) {
    return left.extent.begin < right.extent.begin;
  }
  return left.extent.end > right.extent.end;
}

/// Where the name begins that opens the sentence: behind the title of "Prime minister Elin Straub",
/// whose first word has its capital from the sentence.
std::uint32_t opening_name(const SentenceText& text) {
  constexpr std::uint32_t kTitleWords = 4;
  const std::uint32_t begin = text.begin();
  for (std::uint32_t at = begin + 1; at < text.end() && at <= begin + kTitleWords; ++at) {
    const bool title = (text.flags(at - 1) & flag_title) != 0;
    if (title && (text.flags(at) & flag_comma) != 0 && at + 1 < text.end() &&
        text.token(at + 1).capital) {
      return at + 1;  // "Their spokesman, Gul Sadiq, called"
    }
    if (text.token(at).kind != TokenKind::word) {
      return begin;
    }
    if (text.token(at).capital) {
      return at > begin + 1 && (text.flags(at - 1) & flag_title) != 0 ? at : begin;
    }
  }
  return begin;
}

}  // namespace

std::uint32_t quote_of(const TokenizedText& tokens, Span span) {
  const auto after = std::ranges::upper_bound(tokens.quotes, span.begin, {}, &Span::begin);
  if (after == tokens.quotes.begin() || !std::prev(after)->contains(span)) {
    return kNone;
  }
  return static_cast<std::uint32_t>(std::prev(after) - tokens.quotes.begin());
}

void Attributions::find(std::uint32_t sentence, std::vector<Saying>& out) {
  View& view = views_.at(sentence);
  SentenceText& text = view.text;
  candidates(text, Category::attributions, everything_, phrases_);
  matches_.clear();
  for (const std::uint32_t phrase : phrases_) {
    view.matcher.find(phrase, matches_);
  }
  std::vector<Saying> all;
  for (const Match& match : matches_) {
    const SlotHit* hit = source_hit(match);
    if (hit == nullptr || says_with_capital(text, match, {hit->begin, hit->end})) {
      continue;
    }
    Saying saying;
    saying.extent = {match.begin, match.end};
    saying.source = {hit->begin, hit->end};
    if (hit->begin == match.begin) {
      saying.source.begin = saying.extent.begin = described_from(text, match.begin);
    }
    saying.pronoun = hit->end - hit->begin == 1 && (text.flags(hit->begin) & flag_pronoun) != 0;
    saying.quoted = quote_of(text.tokens(), text.span(match.begin, match.end)) != kNone;
    saying.hedged = has_flag(text, saying.extent, saying.source, flag_claims);
    saying.accords = hit->begin > match.begin;
    all.push_back(saying);
  }
  std::ranges::stable_sort(all, [&](const Saying& left, const Saying& right) {
    return std::pair(left.extent.begin, right.extent.end) <
           std::pair(right.extent.begin, left.extent.end);
  });
  for (const Saying& saying : all) {
    bool beaten = false;
    std::erase_if(out, [&](const Saying& other) {
      const bool clash = overlap(other.extent, saying.extent);
      const bool loses = clash && !is_better(text, other, saying);
      beaten = beaten || (clash && !loses);
      return loses;
    });
    if (!beaten) {
      out.push_back(saying);
    }
  }
}

const std::vector<Saying>& Attributions::in(std::uint32_t sentence) {
  for (const Known& known : known_) {
    if (known.sentence == sentence) {
      return known.sayings;
    }
  }
  constexpr std::size_t kMostKnown = 16;
  if (known_.size() >= kMostKnown) {
    known_.erase(known_.begin());
  }
  std::vector<Saying> sayings;
  find(sentence, sayings);
  known_.push_back({sentence, std::move(sayings)});
  return known_.back().sayings;
}

Attributions::Speaker Attributions::named(const SentenceText& text, const Saying& saying) const {
  const TokenRange name = source_name(text, saying.source);
  Speaker speaker;
  speaker.by = {words_of(text, name), text.span(saying.source.begin, saying.source.end),
                saying.hedged};
  speaker.short_name = short_name(text, name);
  return speaker;
}

/// The last speaker with a name in a sentence, before a token; else the name that opens the
/// sentence.
std::optional<Attributions::Speaker> Attributions::last_named(std::uint32_t sentence,
                                                              std::uint32_t before) {
  const std::vector<Saying> sayings = in(sentence);
  const SentenceText& text = views_.at(sentence).text;
  for (auto it = sayings.rbegin(); it != sayings.rend(); ++it) {
    if (!it->pronoun && !it->quoted && it->source.end <= before &&
        is_capitalized(text, source_name(text, it->source))) {
      return named(text, *it);
    }
  }
  return subject(sentence, before);
}

std::optional<Attributions::Speaker> Attributions::subject(std::uint32_t sentence,
                                                           std::uint32_t before) {
  const SentenceText& text = views_.at(sentence).text;
  const std::uint32_t begin = opening_name(text);
  const Ends ends = name_ends(text, begin);
  if (ends.count == 0 || ends.at[0] > before) {
    return std::nullopt;
  }
  Saying opening;
  opening.source = {begin, ends.at[0]};
  return named(text, opening);
}

/// "The brigade claimed the raid. It said it had killed 25": whoever spoke last, else the name that
/// opens the sentence before.
std::optional<Attributions::Speaker> Attributions::last_body(std::uint32_t sentence,
                                                             const Saying& saying) {
  std::optional<Speaker> found;
  for (std::uint32_t back = 0; back <= 1 && back <= sentence && !found; ++back) {
    const std::vector<Saying> sayings = in(sentence - back);
    const SentenceText& text = views_.at(sentence - back).text;
    for (const Saying& other : sayings) {
      const bool earlier = back > 0 || other.source.end <= saying.source.begin;
      if (!other.pronoun && !other.quoted && earlier) {
        found = named(text, other);
      }
    }
  }
  if (!found && sentence > 0) {
    found = subject(sentence - 1, kNone);
  }
  if (found) {
    found->by.span = views_.at(sentence).text.span(saying.source.begin, saying.source.end);
    found->by.hedged = saying.hedged;
  }
  return found;
}

std::optional<Attributions::Speaker> Attributions::speaker(std::uint32_t sentence,
                                                           const Saying& saying) {
  if (!saying.pronoun) {
    return named(views_.at(sentence).text, saying);
  }
  if (fold(views_.at(sentence).text.text(saying.source.begin)) == "it") {
    return last_body(sentence, saying);
  }
  std::uint32_t before = saying.source.begin;
  for (std::uint32_t back = 0; back <= kLookBack && back <= sentence; ++back) {
    if (auto found = last_named(sentence - back, before)) {
      found->by.span = views_.at(sentence).text.span(saying.source.begin, saying.source.end);
      found->by.hedged = saying.hedged;
      return found;
    }
    before = kNone;
  }
  return std::nullopt;
}

const Saying* Attributions::nearest(std::uint32_t sentence, TokenRange extent) {
  const Saying* best = nullptr;
  for (const Saying& saying : in(sentence)) {
    const bool nearer =
        best == nullptr || distance(saying.extent, extent) < distance(best->extent, extent);
    const SentenceText& text = views_.at(sentence).text;
    const bool about_it = (saying.extent.begin < extent.end || !opens_clause(text, saying)) &&
                          !is_presupposed(text, saying, extent);
    if (!saying.quoted && nearer && about_it) {
      best = &saying;
    }
  }
  return best;
}

}  // namespace concord::extract
