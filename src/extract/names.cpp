#include "extract/names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/fold.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kLongestRun = 10;
constexpr std::uint32_t kLongestApposition = 18;

bool is(const SentenceText& text, std::uint32_t at, std::uint32_t flag) {
  return at < text.end() && (text.flags(at) & flag) != 0;
}

bool is_capital_word(const SentenceText& text, std::uint32_t at) {
  return at < text.end() && text.token(at).kind == TokenKind::word && text.token(at).capital &&
         !is(text, at, flag_possessive);
}

/// "the WHO": capitals alone behind "the", though in small letters it were a word.
bool is_acronym(const SentenceText& text, std::uint32_t at) {
  const std::string_view word = text.text(at);
  return at > text.begin() && word.size() > 1 && text.text(at - 1) == "the" &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Third-quarter sales": an ordinal joined to its noun opens the sentence, not a name.
bool is_joined_ordinal(const SentenceText& text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kFirsts{"First", "Second", "Third", "Fourth",
                                                           "Full",  "Half",   "Nine",  "Six"};
  return at == text.begin() && is(text, at + 1, flag_hyphen) &&
         std::ranges::find(kFirsts, text.text(at)) != kFirsts.end();
}

/// "Retail group Marden": a sentence's first word has its capital from there when the kind of
/// company follows and then the company's name.
bool is_trade(const SentenceText& text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 16> kKinds{
      "group",     "giant",    "maker",    "firm",     "company", "chain",
      "operator",  "retailer", "producer", "supplier", "lender",  "manufacturer",
      "developer", "startup",  "broker",   "builder"};
  return at == text.begin() && at + 2 < text.end() && is_capital_word(text, at + 2) &&
         std::ranges::find(kKinds, text.text(at + 1)) != kKinds.end();
}

/// "Grocer Fennimore": the trade that a sentence opens with is no part of the company's name.
bool is_trader(const SentenceText& text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 24> kTraders{
      "Grocer",     "Carmaker",    "Automaker",   "Retailer",  "Brewer",   "Chipmaker",
      "Airline",    "Insurer",     "Lender",      "Drugmaker", "Miner",    "Steelmaker",
      "Planemaker", "Supermarket", "Broadcaster", "Publisher", "Startup",  "Builder",
      "Truckmaker", "Utility",     "Developer",   "Distiller", "Airliner", "Housebuilder"};
  return at == text.begin() && is_capital_word(text, at + 1) &&
         std::ranges::find(kTraders, text.text(at)) != kTraders.end();
}

/// "LINDAL, July 24 (Meridian) - ": the agency in a dateline's brackets.
bool is_datelined(const SentenceText& text, std::uint32_t at) {
  constexpr std::uint32_t kMostWords = 4;
  if (at == text.begin() || text.text(at - 1) != "(") {
    return false;
  }
  for (std::uint32_t close = at + 1; close + 1 < text.end() && close <= at + kMostWords; ++close) {
    if (text.text(close) == ")") {
      return is(text, close + 1, flag_transparent) && text.token(close + 1).space_before &&
             !is(text, close + 1, flag_comma);
    }
  }
  return false;
}

bool begins_name(const SentenceText& text, std::uint32_t at) {
  return is_capital_word(text, at) && (!is(text, at, flag_not_name) || is_acronym(text, at)) &&
         !is_trade(text, at) && !is_trader(text, at) && !is_joined_ordinal(text, at) &&
         !is_datelined(text, at);
}

/// "People's Front", "Workers' Party": whose party it is belongs to its name.
bool names_its_people(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kPeople{
      "People",  "Peoples",  "Women",    "Men",     "Children",   "Workers",
      "Farmers", "Citizens", "Teachers", "Pirates", "Pensioners", "Peasants"};
  return std::ranges::find(kPeople, word) != kPeople.end();
}

/// The token after the name word at `at`, over hyphens, initials' full stops and small joining
/// words when a capitalized word follows; kNone when the name cannot go on.
std::uint32_t next_name_word(const SentenceText& text, std::uint32_t at) {
  const std::uint32_t next = at + 1;
  if (next >= text.end()) {
    return kNone;
  }
  const bool glued = !text.token(next).space_before;
  if (glued && is(text, next, flag_hyphen) && next + 1 < text.end() &&
      !text.token(next + 1).space_before && text.token(next + 1).kind == TokenKind::word) {
    return next + 1;
  }
  if (glued && text.text(next) == "." && text.token(at).span.size() <= 4 &&
      begins_name(text, next + 1)) {
    return next + 1;
  }
  if (begins_name(text, next)) {
    return next;
  }
  const bool owned =
      is(text, next, flag_possessive) || text.text(next) == "'" || text.text(next) == "\u2019";
  if (owned && names_its_people(text.text(at)) && begins_name(text, next + 1)) {
    return next + 1;
  }
  if (text.text(next) == "&" && begins_name(text, next + 1)) {
    return next + 1;
  }
  std::uint32_t inner = next;
  while (inner < text.end() && inner < next + 2 && is(text, inner, flag_inner) &&
         !text.token(inner).capital) {
    ++inner;
  }
  return inner > next && begins_name(text, inner) ? inner : kNone;
}

/// Where the apposition ends that opens with the comma at `comma` ("Ana Ruiz, mayor of Oria,
/// said"): after its closing comma; kNone if there is none.
std::uint32_t apposition_end(const SentenceText& text, std::uint32_t comma) {
  if (!is(text, comma, flag_comma)) {
    return kNone;
  }
  const std::uint32_t last = std::min(text.end(), comma + 1 + kLongestApposition);
  for (std::uint32_t at = comma + 1; at < last; ++at) {
    if (is(text, at, flag_hard) || text.text(at) == "\"") {
      return kNone;
    }
    if (is(text, at, flag_comma)) {
      return at > comma + 1 ? at + 1 : kNone;
    }
  }
  return kNone;
}

/// A lower-case word that nothing is known of: "mountain", "electoral".
bool is_plain(const SentenceText& text, std::uint32_t at) {
  return at < text.end() && text.token(at).kind == TokenKind::word && !text.token(at).capital &&
         text.flags(at) == 0;
}

/// Skips "in Paris", "for the Interior Ministry", "with the fire service" after a body; `at` itself
/// when there is none.
std::uint32_t prepositional_end(const SentenceText& text, std::uint32_t at) {
  if (!is(text, at, flag_preposition)) {
    return at;
  }
  std::uint32_t next = at + 1;
  while (next < text.end() && next < at + 4 && is(text, next, flag_determiner)) {
    ++next;
  }
  const bool determined = next > at + 1;
  while (next < text.end() && next < at + 6 &&
         (is(text, next, flag_modifier) || begins_name(text, next) ||
          is(text, next, flag_possessive) || (determined && is_plain(text, next)))) {
    ++next;
  }
  if (is(text, next, flag_body)) {
    ++next;
  }
  return next > at + 1 && !is(text, next - 1, flag_determiner) ? next : at;
}

std::uint32_t longest_name(const SentenceText& text, std::uint32_t begin) {
  const Ends ends = name_ends(text, begin);
  return ends.count == 0 ? begin : ends.at[0];
}

bool may_describe(const SentenceText& text, std::uint32_t at) {
  return is(text, at, flag_modifier | flag_determiner | flag_possessive) ||
         is_capital_word(text, at) || (is(text, at, flag_hyphen) && !text.token(at).space_before);
}

/// A body at `begin`: determiner, modifiers and names before a body word; kNone when there is none.
/// Behind "the" one or two further words may describe it ("the mountain rescue service").
std::uint32_t body_end(const SentenceText& text, std::uint32_t begin) {
  std::uint32_t at = begin;
  std::uint32_t found = kNone;
  const bool definite =
      begin < text.end() && (text.text(begin) == "the" || text.text(begin) == "The");
  std::uint32_t plain = definite ? 2 : 0;
  const std::uint32_t last = std::min(text.end(), begin + 9);
  while (at < last) {
    if (is(text, at, flag_body)) {
      found = at + 1;
    } else if (found == kNone && plain > 0 && is_plain(text, at)) {
      --plain;
    } else if (!may_describe(text, at) || (found != kNone && !is(text, at, flag_possessive))) {
      break;
    }
    ++at;
  }
  return found;
}

/// True if nothing goes on at `at`: the sentence or the clause ends.
bool closes(const SentenceText& text, std::uint32_t at) {
  return at >= text.end() || is(text, at, flag_hard | flag_comma);
}

/// "a hotel guest", "the pit's owner": whoever a determiner opens, where the words around leave
/// only a source: a verb of saying follows, or "to", "by" or such a verb stands before and the
/// clause ends.  kNone if it is none.
std::uint32_t described_end(const SentenceText& text, std::uint32_t begin) {
  constexpr std::uint32_t kMostWords = 5;
  if (!is(text, begin, flag_determiner) && text.text(begin) != "the") {
    return kNone;
  }
  const bool awaited = begin > text.begin() &&
                       (is(text, begin - 1, flag_says | flag_by) || text.text(begin - 1) == "to");
  for (std::uint32_t at = begin + 1; at < text.end() && at <= begin + kMostWords; ++at) {
    if (!is_plain(text, at) &&
        !is(text, at, flag_modifier | flag_title | flag_possessive | flag_of | flag_body)) {
      return kNone;
    }
    if (is(text, at + 1, flag_says) || (awaited && closes(text, at + 1))) {
      return at + 1;
    }
  }
  return kNone;
}

void add_with_apposition(const SentenceText& text, std::uint32_t end, Ends& ends) {
  const std::uint32_t outer = apposition_end(text, end);
  if (outer != kNone) {
    ends.add(outer);
  }
  ends.add(end);
}

}  // namespace

namespace {

/// "Luzon Grid Corp. rose": the full stop of a firm's abbreviation is its name's, not a wall.
std::uint32_t past_abbreviation(const SentenceText& text, std::uint32_t end) {
  static constexpr std::array<std::string_view, 5> kFirms{"corp", "inc", "co", "ltd", "bros"};
  const bool stop = end + 1 < text.end() && text.text(end) == "." && !text.token(end).space_before;
  return stop && std::ranges::find(kFirms, fold(text.text(end - 1))) != kFirms.end() ? end + 1
                                                                                     : end;
}

}  // namespace

Ends name_ends(const SentenceText& text, std::uint32_t begin) {
  Ends ends;
  if (!begins_name(text, begin)) {
    return ends;
  }
  std::uint32_t found[kLongestRun] = {begin + 1};
  std::uint32_t count = 1;
  for (std::uint32_t at = begin; count < kLongestRun; ++count) {
    at = next_name_word(text, at);
    if (at == kNone) {
      break;
    }
    found[count] = past_abbreviation(text, at + 1);
  }
  while (count > 0) {
    ends.add(found[--count]);
  }
  return ends;
}

namespace {

/// A body, with its place, its name and what stands in apposition to it.
void add_body(const SentenceText& text, std::uint32_t body, Ends& ends) {
  const std::uint32_t place = prepositional_end(text, body);
  const std::uint32_t name = longest_name(text, place);
  add_with_apposition(text, name, ends);
  if (name != place) {
    ends.add(place);
  }
  // "the governor of the border region wrote": where a verb was taken for a describing word
  for (std::uint32_t end = place; end > body + 2 && is_plain(text, end - 1); --end) {
    ends.add(end - 1);
  }
  if (body != place) {
    ends.add(body);
  }
}

/// A name from `start`, with the body it belongs to, what stands in apposition, and shorter.
void add_name(const SentenceText& text, std::uint32_t start, Ends& ends) {
  const Ends names = name_ends(text, start);
  if (names.count == 0) {
    return;
  }
  const std::uint32_t name = names.at[0];  // the longest
  // "Arvid Tesk of the national police"
  const std::uint32_t body = is(text, name, flag_of) ? body_end(text, name + 1) : kNone;
  if (body != kNone) {
    ends.add(body);
  }
  add_with_apposition(text, name, ends);
  if (is(text, name, flag_possessive) && begins_name(text, name + 1)) {
    add_with_apposition(text, longest_name(text, name + 1), ends);
  }
  for (std::uint32_t i = 1; i < names.count; ++i) {
    ends.add(names.at[i]);
  }
}

}  // namespace

bool begins_bare_source(const SentenceText& text, std::uint32_t at) {
  if (at == text.begin() || (text.flags(at - 1) & flag_comma) == 0 || !is_plain(text, at)) {
    return false;
  }
  const std::uint32_t end = is_plain(text, at + 1) ? at + 2 : at + 1;
  return is(text, end, flag_says) && closes(text, end + 1);
}

Ends source_ends(const SentenceText& text, std::uint32_t begin) {
  Ends ends;
  if (begins_bare_source(text, begin)) {
    ends.add(is_plain(text, begin + 1) ? begin + 2 : begin + 1);
    return ends;
  }
  if (is(text, begin, flag_pronoun)) {
    ends.add(begin + 1);
    return ends;
  }
  if (const std::uint32_t body = body_end(text, begin); body != kNone) {
    add_body(text, body, ends);
  } else if (const std::uint32_t described = described_end(text, begin); described != kNone) {
    add_with_apposition(text, described, ends);
  }
  std::uint32_t start = begin;
  while (start < text.end() && start < begin + 4 &&
         is(text, start, flag_determiner | flag_modifier | flag_title) &&
         !begins_name(text, start)) {
    ++start;
  }
  // "the utility Norgrid", "said survivor Piet Anders"
  for (std::uint32_t plain = start; plain < start + 2 && is_plain(text, plain); ++plain) {
    if (begins_name(text, plain + 1)) {
      start = plain + 1;
      break;
    }
  }
  add_name(text, start, ends);
  return ends;
}

TokenRange without_titles(const SentenceText& text, TokenRange run) {
  std::uint32_t begin = run.begin;
  bool named = false;
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    // "Ines Sorvat of Pellow General Hospital": whose she is, is no title of hers
    if (is(text, at, flag_of) && named) {
      break;
    }
    if (is(text, at, flag_title) && at + 1 < run.end) {
      begin = at + 1;
    }
    named = named || (is_capital_word(text, at) && !is(text, at, flag_title));
  }
  while (begin < run.end && text.token(begin).kind == TokenKind::punctuation) {
    ++begin;
  }
  if (begin == run.end || !is_capital_word(text, begin)) {
    return run;
  }
  // "Chief of Staff" keeps its words: what follows the title must not be joined to it.
  return {begin, run.end};
}

/// "the mayor, Anna Ruiz,": the name in apposition to a body that has none; `source` when there is
/// no such name.
TokenRange named_in_apposition(const SentenceText& text, TokenRange source) {
  for (std::uint32_t at = source.begin; at + 1 < source.end; ++at) {
    if (is_capital_word(text, at) && at > text.begin()) {
      return source;
    }
    if (is(text, at, flag_comma)) {
      const std::uint32_t end = longest_name(text, at + 1);
      const bool closed = end == source.end || is(text, end, flag_comma);
      return end > at + 2 && closed ? TokenRange{at + 1, end} : source;
    }
  }
  return source;
}

/// "Dr. Ines Sorvat of Pellow General Hospital": whoever has a title speaks under her own name.
TokenRange without_office(const SentenceText& text, TokenRange name) {
  TokenRange bare = without_titles(text, name);
  const bool titled = bare.begin > name.begin;
  for (std::uint32_t at = bare.begin + 1; titled && at < bare.end; ++at) {
    if (is(text, at, flag_of)) {
      bare.end = at;
    }
  }
  return bare;
}

TokenRange source_name(const SentenceText& text, TokenRange whole) {
  const TokenRange source = named_in_apposition(text, whole);
  TokenRange name = source;
  for (std::uint32_t at = name.begin; at < source.end; ++at) {
    if (is(text, at, flag_comma)) {
      name.end = std::max(at, name.begin + 1);
      break;
    }
  }
  for (std::uint32_t at = name.begin; at + 1 < name.end; ++at) {
    const bool whose_office = at + 2 == name.end && text.text(at + 1) == "office";
    if (is(text, at, flag_possessive) && !whose_office) {
      name.begin = at + 1;
    }
  }
  // "a spokesman for the Interior Ministry": the office; "police in Paris": the police.
  for (std::uint32_t at = name.begin; at + 1 < name.end; ++at) {
    const std::string_view word = text.text(at);
    if (word == "for" && at > name.begin && is(text, at - 1, flag_body | flag_title)) {
      name.begin = at + 1;
    }
  }
  while (name.begin + 1 < name.end && is(text, name.begin, flag_determiner) &&
         !(text.token(name.begin).capital && name.begin > text.begin() &&
           !is(text, name.begin, flag_not_name))) {
    ++name.begin;
  }
  std::uint32_t named = name.begin;  // "the grocer Telma"
  while (named + 1 < name.end &&
         (is_plain(text, named) ||
          (!text.token(named).capital && is(text, named, flag_body | flag_modifier)))) {
    ++named;
  }
  if (begins_name(text, named)) {
    name.begin = named;
  }
  return without_office(text, name);
}

std::string words_of(const SentenceText& text, TokenRange range) {
  std::string words;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (at > range.begin && text.token(at).space_before) {
      words += ' ';
    }
    words += text.text(at);
  }
  return words;
}

namespace {

/// "Ivo Hahn" of "Ivo Hahn of Osterby": two or three words that are no body's stand before the
/// place.
TokenRange without_place(const SentenceText& text, TokenRange name) {
  constexpr std::uint32_t kFewest = 2;
  constexpr std::uint32_t kMost = 3;
  std::uint32_t of = name.begin;
  while (of < name.end && !is(text, of, flag_of)) {
    const bool plain = is_capital_word(text, of) && !is(text, of, flag_organization | flag_body);
    if (!plain) {
      return name;
    }
    ++of;
  }
  const std::uint32_t words = of - name.begin;
  return of < name.end && words >= kFewest && words <= kMost ? TokenRange{name.begin, of} : name;
}

}  // namespace

std::string short_name(const SentenceText& text, TokenRange name) {
  name = without_place(text, name);
  bool capital = true;
  for (std::uint32_t at = name.begin; at < name.end; ++at) {
    capital = capital && (is_capital_word(text, at) || is(text, at, flag_inner | flag_hyphen) ||
                          text.token(at).kind == TokenKind::punctuation);
    if (is(text, at, flag_organization | flag_body) || is(text, at, flag_of)) {
      return words_of(text, name);
    }
  }
  if (!capital || name.end - name.begin < 2) {
    return words_of(text, name);
  }
  std::uint32_t last = name.end - 1;
  while (last > name.begin && text.token(last - 1).kind == TokenKind::punctuation &&
         is(text, last - 1, flag_hyphen)) {
    last -= 2;  // Jean-Pierre
    if (last <= name.begin) {
      return words_of(text, name);
    }
  }
  return words_of(text, {last, name.end});
}

}  // namespace concord::extract
