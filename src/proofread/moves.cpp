// Changes told beside two figures that no "from" and "to" join: "1,460, down 27 percent from
// 2,000".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "proofread/changes.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kReach = 16;  // tokens between a figure and what it is compared with
constexpr std::size_t kWordsToPrice = 6;
constexpr std::size_t kSentencesBack = 4;  // in which "the fall of 0.3 percent" finds its two rates

/// Two figures and the percentage that tells how far apart they are.
struct Moved {
  const CopyValue* now = nullptr;
  const CopyValue* before = nullptr;
  const CopyValue* told = nullptr;
};

/// A figure that may move; nullptr for ages, ranks, years and figures with an open end.
const Quantity* figure(const CopyText& text, const CopyValue* value) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  const bool moves = quantity != nullptr && quantity->nominal && quantity->hard.bounded() &&
                     quantity->dimension != Dimension::age &&
                     quantity->dimension != Dimension::ordinal &&
                     quantity->dimension != Dimension::percentage_points &&
                     quantity->dimension != Dimension::ratio;
  return moves && !is_year(text, *value) && !is_fraction(text, *value) ? quantity : nullptr;
}

/// The figure before token `i` in the sentence, with no break but commas between; nullptr if none.
const CopyValue* figure_before(const CopyText& text, const Sentence& sentence, std::size_t i) {
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    found = value.tokens.end <= i && value.quantity() != nullptr ? &value : found;
  }
  if (figure(text, found) == nullptr || i - found->tokens.end > kReach) {
    return nullptr;
  }
  for (std::size_t k = found->tokens.end; k + 1 < i; ++k) {
    if (text.is_break(k)) {
      return nullptr;
    }
  }
  return found;
}

/// Where the words that tell a change begin: "down" of "down 27 percent", "a" of "a rise of".
std::size_t told_begin(const CopyText& text, const CopyValue& told, std::size_t first) {
  constexpr std::string_view kLinks[] = {
      "of",      "by",    "about", "nearly", "almost", "around",      "some", "a",
      "roughly", "an",    "up",    "down",   "or",     "improvement", "only", "difference",
      "gap",     "sharp", "steep", "modest", "slight", "just"};
  std::size_t i = told.tokens.begin;
  while (i > first && (is_in(text.word(i - 1), kLinks) || direction_of(text.word(i - 1)) != 0)) {
    --i;
  }
  return i;
}

/// "1,460 dwellings last year, down 27 percent from 2,000", "1,090, 9 percent more than the 1,000".
Moved compared_behind(const CopyText& text, const Sentence& sentence, const CopyValue& told) {
  constexpr std::string_view kThe[] = {"the", "its", "their", "a", "just", "only", "about"};
  std::size_t i = told.tokens.end;
  i += direction_of(text.word(i)) != 0 ? 1 : 0;
  if (text.word(i) != "from" && text.word(i) != "than") {
    return {};
  }
  for (++i; text.value(i) == nullptr && is_in(text.word(i), kThe);) {
    ++i;
  }
  constexpr std::string_view kOf[] = {"of"};
  const std::size_t of = after_words(text, i, kWordsToPrice, kOf);
  const bool price = text.word(of) == "of" && text.value(of + 1) != nullptr &&
                     of_dimension(text.value(of + 1), Dimension::money) != nullptr;
  i = price ? of + 1 : i;  // "than Wednesday's closing price of $50"
  const std::size_t begin = told_begin(text, told, sentence.tokens.begin);
  const bool apposed = begin > sentence.tokens.begin && text.word(begin - 1) == ",";
  return {apposed ? figure_before(text, sentence, begin) : nullptr, text.value(i), &told};
}

/// "1.4 million, up from 1.25 million in 2023, an increase of 12 percent".
Moved compared_before(const CopyText& text, const Sentence& sentence, const CopyValue& told) {
  constexpr std::string_view kFrom[] = {"from", "against", "with", "than", "compared"};
  constexpr std::string_view kApart[] = {"difference", "gap"};
  constexpr std::size_t kWords = 3;
  const std::size_t begin = told_begin(text, told, sentence.tokens.begin);
  const bool apposed = begin + 1 < told.tokens.begin && begin > sentence.tokens.begin &&
                       text.word(begin - 1) == "," && text.word(told.tokens.begin - 1) == "of";
  std::vector<const CopyValue*> two;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end <= begin && value.quantity() != nullptr) {
      two.push_back(&value);
    }
  }
  if (!apposed || two.size() < 2 || begin - two.back()->tokens.end > kReach) {
    return {};
  }
  const std::size_t from = two.back()->tokens.begin;
  const bool ends = from > 0 && text.word(from - 1) == "to" && text.word(from - 2) != "compared";
  const bool apart = is_in(text.word(told.tokens.begin - 2), kApart);
  const bool compares =
      apart || (!ends && any_in(text, from - std::min(from, kWords), from, kFrom));
  return compares ? Moved{two[two.size() - 2], two.back(), &told} : Moved{};
}

std::vector<const CopyValue*> percents_in(const CopyText& text, const Sentence& sentence) {
  std::vector<const CopyValue*> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (of_dimension(&value, Dimension::percent) != nullptr) {
      found.push_back(&value);
    }
  }
  return found;
}

/// "It covered 36 percent. Last year it covered 24 percent, a fall of 12 percent"; "The fall of 0.3
/// percent" behind two rates.  Only where the percentage is the distance of the two.
Moved compared_above(const CopyText& text, std::size_t k, const CopyValue& told) {
  const std::vector<Sentence>& sentences = text.sentences();
  const std::vector<const CopyValue*> own = percents_in(text, sentences[k]);
  const std::size_t begin = sentences[k].tokens.begin;
  const bool opens = told.tokens.begin == begin + 3 && text.word(begin) == "the" &&
                     text.word(begin + 2) == "of" && direction_of(text.word(begin + 1)) != 0;
  const bool second = own.size() == 2 && own[1] == &told && k > 0;
  for (std::size_t back = 1; back <= std::min(k, opens ? kSentencesBack : 1); ++back) {
    const std::vector<const CopyValue*> above = percents_in(text, sentences[k - back]);
    if (opens && above.size() == 2 && own.size() <= 2) {
      return {above[0], above[1], &told};
    }
    if (second && above.size() == 1) {
      return {own[0], above[0], &told};
    }
  }
  return {};
}

bool same_measure(const Quantity& one, const Quantity& other) {
  const auto plain = [](const Quantity& quantity) { return quantity.unit == "1"; };
  const bool money = one.dimension == Dimension::money || other.dimension == Dimension::money;
  const bool measure =
      one.dimension != Dimension::percent && plain(other);  // "41 MW, ... than the 37"
  return (one.dimension == other.dimension && one.unit == other.unit) ||
         (money && (plain(one) || plain(other))) || measure;
}

/// What is wrong with the percentage.
enum class Wrong : std::uint8_t { nothing, points, change };

Wrong judge(const CopyText& text, const Moved& moved) {
  constexpr double kFarApart = 20;
  const Quantity* now = figure(text, moved.now);
  const Quantity* before = figure(text, moved.before);
  const auto to = now == nullptr ? std::nullopt : bounds_of(*now);
  const auto from = before == nullptr ? std::nullopt : bounds_of(*before);
  if (!to || !from || !same_measure(*now, *before) || from->low <= 0 || to->low <= 0 ||
      to->high > kFarApart * from->low || from->high > kFarApart * to->low) {
    return Wrong::nothing;
  }
  const Quantity& told = *moved.told->quantity();
  const double apart = std::abs(now->nominal->to_double() - before->nominal->to_double());
  const Bounds said = share_bounds(told);
  const bool rates = now->dimension == Dimension::percent;
  if (told.dimension == Dimension::percentage_points) {
    return rates && !meet(said, {apart - 0.11, apart + 0.11}) ? Wrong::change : Wrong::nothing;
  }
  const double low = 100 * (to->low - from->high) / from->high;
  const double high = 100 * (to->high - from->low) / from->low;
  const Bounds right{low * high < 0 ? 0 : std::min(std::abs(low), std::abs(high)),
                     std::max(std::abs(low), std::abs(high))};
  if (meet(said, right)) {
    return Wrong::nothing;
  }
  const bool is_points = rates && std::abs(told.nominal->to_double() - apart) < 0.01;
  return is_points ? Wrong::points : Wrong::change;
}

/// A change that the value tells, and what is wrong with it.
struct Judged {
  Moved moved;
  Wrong wrong = Wrong::nothing;
};

Judged judged(const CopyText& text, std::size_t k, const CopyValue& value) {
  const Sentence& sentence = text.sentences()[k];
  const bool fraction = is_fraction(text, value) &&
                        direction_of(text.word(value.tokens.end)) != 0 &&
                        text.word(value.tokens.end + 1) == "than";  // "a fifth less than"
  if (!is_told(text, value) && !fraction) {
    return {};
  }
  const Moved behind = compared_behind(text, sentence, value);
  const Moved moved = behind.now != nullptr ? behind : compared_before(text, sentence, value);
  if (const Wrong wrong = judge(text, moved); wrong != Wrong::nothing) {
    return {moved, wrong};
  }
  const Moved above = moved.now == nullptr ? compared_above(text, k, value) : Moved{};
  return judge(text, above) == Wrong::points ? Judged{above, Wrong::points} : Judged{};
}

/// Calls take(Moved, Wrong) for each told change that is not that of its figures.
template <class Take>
void for_each_moved(const CopyText& text, const Take& take) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    if (is_adjusted(text, sentences[k])) {
      continue;
    }
    for (const CopyValue& value : text.values_in(sentences[k])) {
      const Judged one = judged(text, k, value);
      if (one.wrong != Wrong::nothing) {
        take(one.moved, one.wrong);
      }
    }
  }
}

void tell_moved(const CopyText& text, const Moved& moved, Wrong wrong, CopyNotes& notes) {
  const double now = moved.now->quantity()->nominal->to_double();
  const double before = moved.before->quantity()->nominal->to_double();
  const double apart = std::abs(now - before);
  const bool rates = moved.now->quantity()->dimension == Dimension::percent;
  const bool points = wrong == Wrong::points ||
                      (rates && moved.told->quantity()->dimension == Dimension::percentage_points);
  const std::string right = points ? shown(apart) + " percentage point" + (apart == 1 ? "" : "s")
                                   : shown(100 * apart / before) + " percent";
  notes.add(
      moved.told->mention->core,
      fmt::format("from {} to {} is a change of {}, not {}",
                  text.written(moved.before->mention->core), text.written(moved.now->mention->core),
                  right, text.written(moved.told->mention->core)),
      {{moved.before->mention->core, "before"}, {moved.now->mention->core, "after"}},
      fmt::format("write \"{}\", or see which of the three is wrong", right));
}

// -- up from, down from, above, below

/// "to 4.3, below the national 3.7", "1.2 million, up from 1.4 million": the words go the other way
/// than the figures.
void check_way(const CopyText& text, const Sentence& sentence, std::size_t i, CopyNotes& notes) {
  constexpr std::string_view kWords[] = {"the",      "its",      "their",    "a",
                                         "national", "average",  "just",     "about",
                                         "earlier",  "previous", "expected", "forecast"};
  const bool from = text.word(i + 1) == "from";
  const bool rises = (text.word(i) == "up" && from) || text.word(i) == "above";
  const bool falls = (text.word(i) == "down" && from) || text.word(i) == "below";
  if ((!rises && !falls) || i == 0 || text.word(i - 1) != ",") {
    return;
  }
  const CopyValue* now = figure_before(text, sentence, i);
  std::size_t at = i + (from ? 2 : 1);
  while (text.value(at) == nullptr && is_in(text.word(at), kWords)) {
    ++at;
  }
  const Quantity* one = figure(text, now);
  const Quantity* other = figure(text, text.value(at));
  const auto to = one == nullptr ? std::nullopt : bounds_of(*one);
  const auto than = other == nullptr ? std::nullopt : bounds_of(*other);
  constexpr double kFarApart = 5;
  if (!to || !than || one->dimension != other->dimension || one->unit != other->unit ||
      than->low <= 0 || to->low <= 0 || to->high > kFarApart * than->low ||
      than->high > kFarApart * to->low || (rises ? than->low <= to->high : to->low <= than->high)) {
    return;
  }
  notes.add(now->mention->core,
            fmt::format("{} is not {} {}", text.written(now->mention->core),
                        text.written(text.span(i, i + (from ? 2 : 1))),
                        text.written(text.value(at)->mention->core)),
            {{text.value(at)->mention->core, "the other figure"}},
            "see which of the two figures is wrong, or which way it goes");
}

/// The figure behind "to" or "from" and a few words; nullptr if there is none.
const CopyValue* figure_behind(const CopyText& text, std::size_t i) {
  constexpr std::string_view kWords[] = {"a", "the", "just", "only", "about", "its", "their"};
  while (text.value(i) == nullptr && is_in(text.word(i), kWords)) {
    ++i;
  }
  return text.value(i);
}

/// True where less may be more: ranks, and what one money is worth in another.
bool counts_down(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kDown[] = {
      "rank",     "ranks",  "ranked",  "ranking", "rankings", "place",  "places", "position",
      "no",       "number", "grade",   "seed",    "dollar",   "euro",   "yen",    "peso",
      "lira",     "rupee",  "won",     "yuan",    "franc",    "krona",  "pound",  "currency",
      "exchange", "per",    "against", "table",   "handicap", "league", "rouble", "ruble",
      "rand",     "real",   "shekel",  "odds",    "deficit",  "loss",   "losses", "minus"};
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kDown);
}

/// "Unemployment fell to 4.8 percent in October from 4.3 percent": the verb goes the other way than
/// its two figures.
void check_verb_way(const CopyText& text, const Sentence& sentence, std::size_t i,
                    CopyNotes& notes) {
  constexpr std::size_t kWords = 6;
  const int direction = direction_of(text.word(i));
  const CopyValue* now =
      direction != 0 && text.word(i + 1) == "to" ? figure_behind(text, i + 2) : nullptr;
  const Quantity* one = figure(text, now);
  if (one == nullptr || one->dimension == Dimension::money) {
    return;
  }
  std::size_t at = now->tokens.end;
  const std::size_t last = at + kWords;
  while (at < last && text.word(at) != "from" && !text.is_break(at) &&
         (text.value(at) == nullptr || text.value(at)->time() != nullptr)) {
    ++at;
  }
  const CopyValue* before = text.word(at) == "from" ? figure_behind(text, at + 1) : nullptr;
  const Quantity* other = figure(text, before);
  const auto to = bounds_of(*one);
  const auto from = other == nullptr ? std::nullopt : bounds_of(*other);
  constexpr double kFarApart = 5;
  if (!to || !from || one->dimension != other->dimension || one->unit != other->unit ||
      from->low <= 0 || to->low <= 0 || to->high > kFarApart * from->low ||
      from->high > kFarApart * to->low || counts_down(text, sentence) ||
      (direction > 0 ? from->low <= to->high : to->low <= from->high)) {
    return;
  }
  notes.add(now->mention->core,
            fmt::format("from {} to {} is a {}", text.written(before->mention->core),
                        text.written(now->mention->core), direction > 0 ? "fall" : "rise"),
            {{text.span(i, i + 1), "which way it is said to go"},
             {before->mention->core, "the figure before"}},
            "see which of the two figures is wrong, or which way it goes");
}

}  // namespace

void check_moved_points(const CopyText& text, CopyNotes& notes) {
  for_each_moved(text, [&](const Moved& moved, Wrong wrong) {
    if (wrong == Wrong::points) {
      tell_moved(text, moved, wrong, notes);
    }
  });
}

void check_moved(const CopyText& text, CopyNotes& notes) {
  for_each_moved(text, [&](const Moved& moved, Wrong wrong) {
    if (wrong == Wrong::change) {
      tell_moved(text, moved, wrong, notes);
    }
  });
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      check_way(text, sentence, i, notes);
      check_verb_way(text, sentence, i, notes);
    }
  }
}

}  // namespace concord::proofread
