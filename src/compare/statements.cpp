#include "compare/statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/calendar_names.h"
#include "base/fold.h"
#include "compare/part_cues.h"
#include "compare/positions.h"
#include "compare/spots.h"

namespace concord::compare {
namespace {

// Words that, shortly before a figure, say that it is no longer the figure.
constexpr std::array<std::string_view, 8> kEarlier = {
    "earlier", "previously", "previous", "initial", "initially", "originally", "original", "prior"};
// ... when they stand at the figure itself or at one of these.
constexpr std::array<std::string_view, 20> kReported = {
    "said",      "say",       "reported", "report", "reports", "put",      "toll",
    "count",     "figure",    "figures",  "given",  "stated",  "estimate", "estimated",
    "estimates", "announced", "believed", "death",  "tally",   "confirmed"};
constexpr std::array<std::string_view, 6> kEdition = {"version", "edition", "article",
                                                      "story",   "report",  "post"};
// Words with which an article owns up to an error.
constexpr std::array<std::string_view, 5> kMistaken = {"incorrectly", "wrongly", "mistakenly",
                                                       "erroneously", "misstated"};
// Before a figure: those already spoken of.
constexpr std::array<std::string_view, 9> kDefinite = {"the",   "these", "those", "his",    "her",
                                                       "their", "its",   "other", "another"};
// After a figure: everybody concerned, or no noun at all.  Any other noun may count some of them
// only.
constexpr std::array<std::string_view, 47> kEverybody = {
    "people",  "persons",     "dead",     "killed",  "deaths",    "fatalities", "victims",
    "lives",   "casualties",  "bodies",   "have",    "had",       "has",        "were",
    "was",     "are",         "died",     "injured", "hurt",      "wounded",    "injuries",
    "missing", "individuals", "in",       "near",    "at",        "on",         "after",
    "as",      "when",        "while",    "and",     "by",        "during",     "outside",
    "since",   "from",        "more",     "before",  "inside",    "aboard",     "across",
    "die",     "dies",        "perished", "cases",   "infections"};
constexpr std::size_t kNearFigure = 6;
constexpr std::size_t kWordsLookedAt = 16;
constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The last words of `text`, folded, the nearest first.
std::vector<std::string> last_words(std::string_view text, std::size_t most) {
  std::vector<std::string> words;
  words.reserve(most);
  while (words.size() < most) {
    const auto end = std::find_if(text.rbegin(), text.rend(), is_letter);
    const auto begin = std::find_if_not(end, text.rend(), is_letter);
    if (begin == end) {
      break;
    }
    words.push_back(fold(std::string_view(begin.base(), end.base())));
    text = std::string_view(text.begin(), begin.base());
  }
  return words;
}

/// The word that begins in the first few bytes of `text`, folded; empty if there is none.
std::string next_word(std::string_view text) {
  constexpr std::size_t kFirstBytes = 3;
  const auto first = text.begin() + static_cast<std::ptrdiff_t>(std::min(kFirstBytes, text.size()));
  const auto begin = std::find_if(text.begin(), first, is_letter);
  const auto end = begin == first ? first : std::find_if_not(begin, text.end(), is_letter);
  return fold(std::string_view(begin, end));
}

/// `words` stand before the figure, nearest first.
bool is_told_as_earlier(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(kMistaken, words[i])) {
      return true;
    }
    if (!is_one_of(kEarlier, words[i])) {
      continue;
    }
    const bool reported = i == 0 || is_one_of(kReported, words[i - 1]);
    // "An earlier version of this article said ..."
    if ((reported && i < kNearFigure) || (i > 0 && is_one_of(kEdition, words[i - 1]))) {
      return true;
    }
  }
  return false;
}

bool is_count(const Value& value) {
  const auto* quantity = std::get_if<Quantity>(&value);
  return quantity != nullptr && quantity->dimension == Dimension::count;
}

/// True if the words around the figure can be read.
bool has_words(std::string_view text, const Statement& statement) {
  const Fact& fact = *statement.fact;
  return statement.measure.axis == Axis::number && fact.filler.end <= text.size() &&
         fact.sentence.begin <= fact.filler.begin;
}

/// The words of its sentence that stand before the figure.
std::string_view before_figure(std::string_view text, const Fact& fact) {
  return text.substr(fact.sentence.begin, fact.filler.begin - fact.sentence.begin);
}

std::string_view after_figure(std::string_view text, const Fact& fact) {
  constexpr std::size_t kFollowing = 512;  // bytes: a text without stops is not read to its end
  return text.substr(fact.filler.end, kFollowing);
}

/// "In August, 22 people died" in an article of November: another matter, unless the article tells
/// of nothing else.
bool opens_with_other_month(std::string_view sentence, const Document& document) {
  if (!document.published || !sentence.starts_with("In ")) {
    return false;
  }
  const std::string_view behind = sentence.substr(3);
  const auto named = std::ranges::find_if(kMonthNames, [&](std::string_view month) {
    return behind.starts_with(month) && behind.substr(month.size()).starts_with(", ");
  });
  const auto number = static_cast<int>(named - kMonthNames.begin()) + 1;
  return named != kMonthNames.end() && number != to_civil(document.published->begin).month;
}

bool moves(const Statement& statement) {
  const auto* quantity = std::get_if<Quantity>(&statement.fact->value);
  return quantity != nullptr && quantity->trend != Trend::none;
}

/// "36 the number of dead", "40 the toll": what follows says what the figure is.
bool names_the_whole(std::string_view after) {
  constexpr std::array<std::string_view, 6> kWholes = {
      " the number", " the toll", " the death toll", " the total", " the count", " the tally"};
  return std::ranges::any_of(kWholes,
                             [&](std::string_view whole) { return after.starts_with(whole); });
}

bool counts_some(const Statement& statement, const std::vector<std::string>& before,
                 std::string_view after) {
  if (!is_count(statement.fact->value) || statement.fact->derived) {
    return false;
  }
  // "the toll has reached 64, most of them old", "raising to 36 the number of dead"
  if ((moves(statement) && after.starts_with(',')) || names_the_whole(after)) {
    return false;
  }
  const std::string noun = next_word(after);
  return (!before.empty() && is_one_of(kDefinite, before.front())) ||
         (!noun.empty() && !is_one_of(kEverybody, noun));
}

/// "three people are dead, including the gunman": `after` is what follows the figure in its
/// sentence.
bool says_what_it_includes(std::string_view after) {
  constexpr std::size_t kFarthest = 80;  // bytes
  const std::string near = fold(after.substr(0, kFarthest));
  const std::size_t at = near.find(", including ");
  return at != std::string::npos && near.find_first_of(".;") > at;
}

/// "Twenty-five people died ... Two were killed in the fall.": at most half of what the article
/// opens with, told further down, is how some of them died.
bool is_small_part(const Statement& one, const Statement& best) {
  const bool opens = best.fact->part == Part::headline || best.fact->part == Part::lead;
  const bool down = one.fact->part == Part::body && is_count(one.fact->value);
  const auto twice = one.measure.nominal ? add(*one.measure.nominal, *one.measure.nominal)
                                         : std::optional<Decimal>();
  return opens && down && twice && best.measure.nominal && *twice <= *best.measure.nominal;
}

/// "Nine officers" and "five protesters": neither speaks of the other's.
bool count_others(const Statement& a, const Statement& b) {
  return a.subset && b.subset && a.counted != b.counted;
}

bool is_in_body(const Statement& statement) {
  return statement.fact->part == Part::lead || statement.fact->part == Part::body;
}

std::optional<Decimal> width_of(const Interval<Decimal>& interval) {
  return interval.bounded() ? subtract(*interval.high, *interval.low) : std::nullopt;
}

/// "A man was killed" tells of one and counts nobody.
bool tells_of_one(const Statement& statement) {
  return is_floor(statement.measure) && statement.measure.nominal == Decimal(1);
}

/// Puts the statements that could be meant now into positions; returns how many there are.
std::uint32_t place(const std::vector<Statement>& statements, const CompareRule& rule,
                    std::vector<Claim>& claims) {
  claims.resize(statements.size());
  std::vector<Claim*> pointers;
  const auto stands = [](const Statement& one) {
    return one.counts && one.has_figure && !one.overtaken;
  };
  const bool counted = std::ranges::any_of(
      statements, [&](const Statement& one) { return stands(one) && !tells_of_one(one); });
  for (std::size_t i = 0; i < statements.size(); ++i) {
    claims[i].measure = statements[i].measure;
    claims[i].position = kNowhere;
    // "A man was wounded" fits every count and speaks for none.
    if (stands(statements[i]) && !(counted && tells_of_one(statements[i]))) {
      pointers.push_back(&claims[i]);
    }
  }
  CompareRule exact = rule;
  exact.agree = rule.agree == Agree::same_name ? rule.agree : Agree::overlap;
  return find_positions(exact, pointers);
}

/// The statements a figure may come from: current before overtaken, those that count before those
/// that tell of one person, body before headline and caption.
std::vector<std::size_t> eligible(const std::vector<Statement>& statements) {
  std::vector<std::size_t> chosen;
  for (int rank = 0; rank < 8 && chosen.empty(); ++rank) {
    const bool overtaken = (rank & 4) != 0;
    const bool one_person = (rank & 2) != 0;
    const bool body = (rank & 1) == 0;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const Statement& one = statements[i];
      if (one.counts && one.has_figure && is_in_body(one) == body && one.overtaken == overtaken &&
          tells_of_one(one) == one_person) {
        chosen.push_back(i);
      }
    }
  }
  return chosen;
}

/// Without a figure that counts: possible before projected before denied, figures before bare
/// words.
std::size_t best_of_others(const std::vector<Statement>& statements) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    const Statement& other = statements[best];
    if (one.has_figure != other.has_figure) {
      best = one.has_figure ? i : best;
    } else if (one.fact->mode != other.fact->mode) {
      best = one.fact->mode < other.fact->mode ? i : best;
    } else if (is_more_precise(one.measure, other.measure)) {
      best = i;
    }
  }
  return best;
}

std::optional<std::size_t> last_corrected(const std::vector<Statement>& statements,
                                          const std::vector<std::size_t>& among) {
  const auto found = std::find_if(among.rbegin(), among.rend(), [&](std::size_t i) {
    return statements[i].fact->mode == Mode::corrected;
  });
  return found == among.rend() ? std::nullopt : std::optional(*found);
}

std::optional<std::size_t> newest_as_of(const std::vector<Statement>& statements,
                                        const std::vector<std::size_t>& among) {
  std::optional<std::size_t> newest;
  for (const std::size_t i : among) {
    const auto& as_of = statements[i].fact->as_of;
    if (!as_of) {
      return std::nullopt;
    }
    if (!newest || *statements[*newest].fact->as_of <= *as_of) {
      newest = i;
    }
  }
  const bool differ = newest && std::any_of(among.begin(), among.end(), [&](std::size_t i) {
                        return *statements[i].fact->as_of != *statements[*newest].fact->as_of;
                      });
  return differ ? newest : std::nullopt;
}

/// Two attributed to different people do not make the document contradict itself.
bool same_voice(const Fact& a, const Fact& b) {
  if (a.in_quote != b.in_quote) {
    return false;
  }
  return !a.by || !b.by || voice_key(a.by->name) == voice_key(b.by->name);
}

/// "The number of dead has risen to 19" above every other figure: what a live page says last,
/// wherever it stands.
std::optional<std::size_t> risen_above(const std::vector<Statement>& statements,
                                       const std::vector<std::size_t>& among) {
  const auto risen = std::ranges::find_if(among, [&](std::size_t i) {
    const auto* quantity = std::get_if<Quantity>(&statements[i].fact->value);
    return quantity != nullptr && quantity->trend == Trend::up &&
           std::ranges::all_of(among, [&](std::size_t other) {
             return overlaps(statements[other].measure.hard, statements[i].measure.hard) ||
                    is_before(statements[other].measure.hard, statements[i].measure.hard);
           });
  });
  return risen == among.end() ? std::nullopt : std::optional(*risen);
}

/// Chooses among statements that cannot all be true: the one stated most often, else the first,
/// since articles put their news first and parts, background and other events after it; of one
/// position the more precise.
Stand most_stated(const std::vector<Statement>& statements, const std::vector<std::size_t>& among,
                  const std::vector<Claim>& claims) {
  std::map<std::uint32_t, int> support;
  for (const Claim& claim : claims) {
    if (claim.position != kNowhere) {
      ++support[claim.position];
    }
  }
  const bool number = statements[among.front()].measure.axis == Axis::number;
  std::size_t best = among.front();
  for (const std::size_t i : among) {
    const int mine = support[claims[i].position];
    const int other = support[claims[best].position];
    const bool moved = moves(statements[i]) && !moves(statements[best]);
    const bool more = mine > other || (mine == other && moved);
    const bool finer =
        claims[i].position == claims[best].position && is_more_precise(claims[i], claims[best]);
    best = more || finer ? i : best;
  }
  best = risen_above(statements, among).value_or(best);
  Stand stand;
  stand.best = best;
  for (const std::size_t i : among) {
    // "The toll climbed to 52 ... Thirty-eight were confirmed dead on Thursday": how it was
    const bool outgrown = moves(statements[best]) &&
                          is_before(statements[i].measure.hard, statements[best].measure.hard);
    if (!outgrown && claims[i].position != claims[best].position && number &&
        !count_others(statements[i], statements[best]) &&
        !is_small_part(statements[i], statements[best]) &&
        !overlaps(statements[i].measure.hard, statements[best].measure.hard) &&
        same_voice(*statements[i].fact, *statements[best].fact)) {
      stand.rivals.push_back(i);
    }
  }
  return stand;
}

/// What the document stands by of several that may be its figure.
Stand chosen_among(const std::vector<Statement>& statements, const std::vector<std::size_t>& among,
                   const CompareRule& rule) {
  // A correction of a figure that is itself corrected later in the text: the last one stands.
  if (const auto corrected = last_corrected(statements, among)) {
    return {*corrected};
  }
  std::vector<Claim> claims;
  const std::uint32_t count = place(statements, rule, claims);
  const auto newest = count > 1 ? newest_as_of(statements, among) : std::nullopt;
  return newest ? Stand{*newest} : most_stated(statements, among, claims);
}

/// What makes a figure part of another of its document; `before` are the last words before it.
/// REQUIRES: its filler lies in its sentence and in the text.
void read_part_cues(std::string_view text, const std::vector<std::string>& before,
                    Statement& statement) {
  const Fact& fact = *statement.fact;
  const std::size_t end = std::min<std::size_t>(text.size(), fact.sentence.end);
  const bool counts = is_count(fact.value);
  if (counts) {
    statement.spot = spot_of(text.substr(fact.sentence.begin, end - fact.sentence.begin));
  }
  statement.apart =
      !fact.derived && counts &&
      tells_place_or_hour(before_figure(text, fact), before, after_figure(text, fact));
  statement.inclusive = end > fact.filler.end &&
                        says_what_it_includes(text.substr(fact.filler.end, end - fact.filler.end));
}

Statement read_statement(const Inputs& inputs, FactId id, bool one_of_several) {
  const Fact& fact = inputs.facts[id.index];
  const FactRule& rule = inputs.rules.facts[fact.rule.index];
  Statement statement;
  statement.id = id;
  statement.fact = &fact;
  statement.measure = measure_of(fact.value, rule, inputs.services);
  statement.counts = mode_counts(rule, fact.mode);
  const Measure& measure = statement.measure;
  if (const auto* time = std::get_if<TimeSpan>(&fact.value)) {
    statement.has_figure = time->begin || time->end || time->weekday || time->offset;
  } else if (measure.axis == Axis::number) {
    statement.has_figure = measure.hard.low || measure.hard.high;
  }
  statement.corrects = fact.mode == Mode::corrected;
  const std::string_view text = inputs.documents[fact.document.index].text;
  if (!has_words(text, statement)) {
    return statement;
  }
  const std::string_view lead = before_figure(text, fact);
  const std::string_view after = after_figure(text, fact);
  const auto words = last_words(lead, kWordsLookedAt);
  statement.counts =
      statement.counts && !opens_with_other_month(lead, inputs.documents[fact.document.index]);
  statement.subset = counts_some(statement, words, after);
  statement.counted = next_word(after);
  const bool told = is_told_as_earlier(words);
  statement.overtaken = told || (!words.empty() && words.front() == "from");
  statement.corrects = statement.corrects || told;
  if (one_of_several) {
    read_part_cues(text, words, statement);
  }
  return statement;
}

}  // namespace

std::vector<Statement> read_statements(const Inputs& inputs, const std::vector<FactId>& ids) {
  std::vector<Statement> statements;
  statements.reserve(ids.size());
  for (const FactId id : ids) {
    statements.push_back(read_statement(inputs, id, ids.size() > 1));
  }
  return statements;
}

bool is_more_precise(const Measure& a, const Measure& b) {
  if (a.axis == Axis::name) {
    return !a.part_of.empty() && fold(a.part_of) == fold(b.name);
  }
  const auto mine = width_of(a.hard);
  const auto other = width_of(b.hard);
  if (mine && other) {
    return *mine < *other;
  }
  if (mine || other) {
    return mine.has_value();
  }
  if (is_floor(a) && is_floor(b)) {
    return *b.hard.low < *a.hard.low;
  }
  return is_ceiling(a) && is_ceiling(b) && a.hard.high && b.hard.high &&
         *a.hard.high < *b.hard.high;
}

bool is_more_precise(const Claim& a, const Claim& b) {
  return a.measure.axis == Axis::name ? b.depth < a.depth : is_more_precise(a.measure, b.measure);
}

Stand stand_of(const std::vector<Statement>& statements, const CompareRule& rule) {
  const std::vector<std::size_t> among = eligible(statements);
  Stand stand;
  if (among.empty()) {
    stand.best = best_of_others(statements);
    return stand;
  }
  stand = among.size() == 1 ? Stand{among.front()} : chosen_among(statements, among, rule);
  const Measure& best = statements[stand.best].measure;
  for (const Statement& one : statements) {
    const bool left_behind = one.overtaken && !statements[stand.best].overtaken;
    const bool lowered = left_behind && is_before(best.hard, one.measure.hard);
    const bool told = one.corrects && (left_behind || one.fact->mode == Mode::corrected);
    stand.corrected = stand.corrected || lowered || told;
  }
  return stand;
}

}  // namespace concord::compare
