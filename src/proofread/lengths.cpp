// How long one thing is, told twice: "a strike of 23 days", and then "the 32-day strike".
#include <array>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostLengths = 60;
constexpr std::size_t kWordsToVerb = 3;  // "the strike, which lasted"

/// Things that have one length in a text, unless it tells of several.
constexpr std::string_view kThings[] = {
    "strike", "walkout",   "siege",    "trial",   "sentence", "standoff", "blackout",
    "outage", "curfew",    "shutdown", "bridge",  "tunnel",   "runway",   "wall",
    "fence",  "dam",       "voyage",   "flight",  "journey",  "hearing",  "blockade",
    "search", "ceasefire", "truce",    "lockout", "debate",   "ordeal",   "festival"};

struct Length {
  const CopyValue* value = nullptr;
  std::string_view thing;
  const Sentence* sentence = nullptr;
  bool points_back = false;  // "the 32-day strike was", "The strike, which lasted 32 days,"
};

std::optional<double> amount_of(const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  const Duration* duration = value.duration();
  if (duration != nullptr && duration->hedge == Hedge::exact && duration->nominal_seconds) {
    return duration->nominal_seconds->to_double();
  }
  const bool exact = quantity != nullptr && quantity->dimension == Dimension::length &&
                     quantity->hedge == Hedge::exact && quantity->nominal;
  return exact ? std::optional(quantity->nominal->to_double()) : std::nullopt;
}

std::string_view unit_of(const CopyValue& value) {
  return value.duration() != nullptr ? std::string_view(value.duration()->unit)
                                     : std::string_view(value.quantity()->unit);
}

/// True for the first word behind "the 32-day strike" where nothing tells it from another one: not
/// "on December 12", "sought by prosecutors".
bool goes_on(const CopyText& text, std::size_t i) {
  constexpr std::string_view kVerbs[] = {"was",   "is",    "has",  "had",   "came",  "cost",
                                         "ended", "began", "were", "will",  "took",  "left",
                                         "made",  "did",   "and",  "could", "means", "brought"};
  return is_in(text.word(i), kVerbs);
}

/// "a strike of 23 days", "the 32-day strike was".
std::optional<Length> length_beside(const CopyText& text, const CopyValue& value) {
  const std::size_t begin = value.tokens.begin;
  const std::size_t end = value.tokens.end;
  const bool hyphen = any_in(text, begin, end, std::array<std::string_view, 1>{"-"});
  const bool joined = hyphen || text.written(value).find('-') != std::string::npos;
  if (joined && is_in(text.word(end), kThings)) {
    const bool the = text.word(begin) == "the" || (begin > 0 && text.word(begin - 1) == "the");
    return Length{&value, text.word(end), nullptr, the && goes_on(text, end + 1)};
  }
  const bool of = begin > 1 && text.word(begin - 1) == "of" && is_in(text.word(begin - 2), kThings);
  return of ? std::optional(Length{&value, text.word(begin - 2)}) : std::nullopt;
}

/// "The strike, which lasted 32 days", "The bridge is 460 meters long".
std::optional<Length> length_behind(const CopyText& text, const Sentence& sentence,
                                    const CopyValue& value) {
  constexpr std::string_view kLasted[] = {"lasted", "is", "was", "took"};
  constexpr std::string_view kBetween[] = {",", "which", "that", "had"};
  const std::size_t first = sentence.tokens.begin;
  const std::string_view thing = text.word(first + 1);
  if (text.word(first) != "the" || !is_in(thing, kThings) || value.tokens.begin < first + 3 ||
      value.tokens.begin > first + 3 + kWordsToVerb ||
      !is_in(text.word(value.tokens.begin - 1), kLasted)) {
    return std::nullopt;
  }
  for (std::size_t i = first + 2; i + 1 < value.tokens.begin; ++i) {
    if (!is_in(text.word(i), kBetween)) {
      return std::nullopt;
    }
  }
  const bool whole =
      text.word(value.tokens.begin - 1) == "lasted" || text.word(value.tokens.end) == "long";
  return whole ? std::optional(Length{&value, thing, nullptr, true}) : std::nullopt;
}

/// "was jailed for 12 years": a sentence of 12 years.
std::optional<Length> sentence_of(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kJailed[] = {"jailed", "imprisoned"};
  const std::size_t begin = value.tokens.begin;
  const bool jailed =
      begin > 1 && text.word(begin - 1) == "for" && is_in(text.word(begin - 2), kJailed);
  const bool sentenced =
      begin > 1 && text.word(begin - 1) == "to" && text.word(begin - 2) == "sentenced";
  return jailed || sentenced ? std::optional(Length{&value, "sentence"}) : std::nullopt;
}

std::vector<Length> lengths_in(const CopyText& text) {
  std::vector<Length> found;
  for (const Sentence& sentence : text.sentences()) {
    for (const CopyValue& value : text.values_in(sentence)) {
      if (found.size() == kMostLengths || !amount_of(value) || text.in_quotes(value.tokens.begin)) {
        continue;
      }
      auto length = length_beside(text, value);
      length = length ? length : length_behind(text, sentence, value);
      length = length ? length : sentence_of(text, value);
      if (length) {
        length->sentence = &sentence;
        found.push_back(*length);
      }
    }
  }
  return found;
}

/// The only length that is told of the thing before; nullptr where there are several or none.
const Length* told_before(const std::vector<Length>& lengths, const Length& again) {
  const Length* first = nullptr;
  for (const Length& length : lengths) {
    if (length.thing != again.thing || &length == &again) {
      continue;
    }
    const bool before = length.value < again.value && length.sentence != again.sentence;
    if (!before || unit_of(*length.value) != unit_of(*again.value) ||
        (first != nullptr && amount_of(*first->value) != amount_of(*length.value))) {
      return nullptr;
    }
    first = &length;
  }
  return first;
}

/// "another strike", "the two bridges": there are several.
bool tells_of_several(const CopyText& text, std::string_view thing) {
  constexpr std::string_view kOther[] = {"another",  "second", "first",   "previous", "earlier",
                                         "last",     "other",  "old",     "new",      "both",
                                         "original", "third",  "maximum", "minimum",  "each"};
  const std::string plural = std::string(thing) + "s";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool other = text.word(i) == thing && i > 0 && is_in(text.word(i - 1), kOther);
    if (other || text.word(i) == plural) {
      return true;
    }
  }
  return false;
}

}  // namespace

void check_lengths(const CopyText& text, CopyNotes& notes) {
  const std::vector<Length> lengths = lengths_in(text);
  for (const Length& again : lengths) {
    const Length* first = again.points_back ? told_before(lengths, again) : nullptr;
    if (first == nullptr || amount_of(*first->value) == amount_of(*again.value) ||
        tells_of_several(text, again.thing)) {
      continue;
    }
    notes.add(again.value->mention->core,
              fmt::format("the {} has {} here, {} above", again.thing,
                          text.written(again.value->mention->core),
                          text.written(first->value->mention->core)),
              {{first->value->mention->core, "told before"}}, "see which of the two is right");
  }
}

}  // namespace concord::proofread
