// The result of one match against the words that tell it: its goals, its margin, its sets.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "base/number_words.h"
#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kDashes[] = {"-", "–"};

/// A number of at most three digits; -1 for any other word.
int digits_of(std::string_view word) {
  constexpr std::size_t kMost = 3;
  const bool digits = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  if (word.empty() || word.size() > kMost || !digits) {
    return -1;
  }
  int number = 0;
  for (const char c : word) {
    number = 10 * number + (c - '0');
  }
  return number;
}

/// The same, or a number spelled out below twenty.
int number_at(const CopyText& text, std::size_t i) {
  const auto small = std::ranges::find(kSmallNumbers, text.word(i));
  return small != kSmallNumbers.end() ? static_cast<int>(small - kSmallNumbers.begin())
                                      : digits_of(text.word(i));
}

/// "4-1": two numbers that a dash joins, and the tokens that write them.
struct Score {
  int first = 0;
  int second = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Score> score_at(const CopyText& text, std::size_t i) {
  if (!is_in(text.word(i + 1), kDashes)) {
    return std::nullopt;
  }
  const int first = digits_of(text.word(i));
  const int second = digits_of(text.word(i + 2));
  const bool apart = (i > 0 && is_in(text.word(i - 1), kDashes)) ||
                     is_in(text.word(i + 3), kDashes);  // "2-1-0", a row of wins and losses
  return first >= 0 && second >= 0 && !apart ? std::optional(Score{first, second, i, i + 3})
                                             : std::nullopt;
}

// -- goals

/// "beat Lund 4-1": the only score of its sentence.
struct Win {
  Score score;
  std::string_view loser;
};

std::optional<Win> win_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kBeat[] = {"beat", "defeated", "beats", "thrashed", "routed"};
  constexpr int kMostGoals = 12;  // of a game that is not told by its scorers
  constexpr std::size_t kNameWords = 4;
  std::optional<Win> found;
  for (std::size_t i = sentence.tokens.begin + 2; i + 2 < sentence.tokens.end; ++i) {
    const auto score = score_at(text, i);
    if (!score) {
      continue;
    }
    std::size_t name = i;
    while (name > sentence.tokens.begin && i - name < kNameWords && text.is_capital(name - 1)) {
      --name;
    }
    const bool beat = name < i && name > 0 && is_in(text.word(name - 1), kBeat);
    if (found || !beat || score->first <= score->second || score->first > kMostGoals) {
      return std::nullopt;
    }
    found = Win{*score, text.word(name)};
  }
  return found;
}

/// The token behind a name from token `i` on; `i` where none begins.
std::size_t past_name(const CopyText& text, std::size_t i) {
  while (text.is_word(i) && text.is_capital(i)) {
    ++i;
  }
  return i;
}

/// "two goals by Marek Sol and one by Ivo Hahn." to the end of the sentence.
struct Goals {
  int sum = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Goals> goals_from(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::string_view kGoals[] = {"goal", "goals"};
  constexpr std::string_view kBy[] = {"by", "from"};
  Goals goals{.begin = i};
  for (int parts = 0;; ++parts) {
    const int number = text.word(i) == "a" ? 1 : number_at(text, i);
    const std::size_t by = i + (is_in(text.word(i + 1), kGoals) ? 2 : 1);
    const std::size_t end = past_name(text, by + 1);
    const bool named = is_in(text.word(by), kBy) && end > by + 1;
    if (number < 1 || !named || (parts == 0 && by == i + 1)) {
      return std::nullopt;
    }
    goals.sum += number;
    goals.end = end;
    i = end + (text.word(end) == "," ? 1 : 0);
    i += text.word(i) == "and" ? 1 : 0;
    if (end + 1 >= sentence.tokens.end || text.word(end) == ".") {
      return parts > 0 ? std::optional(goals) : std::nullopt;
    }
    if (i == end) {
      return std::nullopt;
    }
  }
}

/// A sentence near by tells of a goal that the loser did not score.
bool tells_more_goals(const CopyText& text, std::size_t k, std::string_view loser) {
  constexpr std::size_t kReach = 40;  // sentences to either side: a match report
  constexpr std::string_view kGoal[] = {
      "goal",   "goals",   "scored",  "scores", "added",     "penalty", "penalties",
      "header", "headed",  "netted",  "struck", "converted", "fourth",  "opener",
      "third",  "doubled", "another", "second", "fifth",     "made",    "completed"};
  const std::string_view theirs[] = {loser};
  const std::vector<Sentence>& sentences = text.sentences();
  const std::size_t last = std::min(sentences.size(), k + kReach);
  for (std::size_t i = k - std::min(k, kReach); i < last; ++i) {
    const std::size_t begin = sentences[i].tokens.begin;
    const std::size_t end = sentences[i].tokens.end;
    const bool more = any_in(text, begin, end, kGoal) && !any_in(text, begin, end, theirs);
    if (i != k && more && text.part_of(sentences[i]) != Part::headline) {
      return true;
    }
  }
  return false;
}

/// "beat Lund 4-1 with two goals by Marek Sol and one by Ivo Hahn".
void check_goals(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const Sentence& sentence = text.sentences()[k];
  constexpr std::string_view kWith[] = {"with", "to", "through", "after", "on"};
  const auto win = win_in(text, sentence);
  if (!win || text.in_quotes(win->score.begin)) {
    return;
  }
  for (std::size_t i = win->score.end; i < sentence.tokens.end; ++i) {
    const auto goals =
        is_in(text.word(i), kWith) ? goals_from(text, sentence, i + 1) : std::nullopt;
    if (!goals) {
      continue;
    }
    const bool some = goals->sum < win->score.first && tells_more_goals(text, k, win->loser);
    if (goals->sum != win->score.first && !some) {
      notes.add(text.span(win->score.begin, win->score.end),
                fmt::format("{} goals are told, but {} scored", goals->sum, win->score.first),
                {{text.span(goals->begin, goals->end), "whose goals"}},
                "see which of the score and the goals is wrong, or whose goal is missing");
    }
    return;
  }
}

// -- by three points, 88 to 84

void check_margin(const CopyText& text, std::size_t i, CopyNotes& notes) {
  constexpr std::string_view kPoints[] = {"point", "points", "run", "runs", "goal", "goals"};
  if (text.word(i) != "by" || !is_in(text.word(i + 2), kPoints) || text.word(i + 3) != ",") {
    return;
  }
  const int told =
      text.word(i + 1) == "a" || text.word(i + 1) == "one" ? 1 : number_at(text, i + 1);
  const std::size_t at = i + 4;
  const int first = digits_of(text.word(at));
  const int second = digits_of(text.word(at + 2));
  const bool joined = text.word(at + 1) == "to" || is_in(text.word(at + 1), kDashes);
  const bool ends = text.is_break(at + 3) || text.word(at + 3) == "on" || text.word(at + 3) == "in";
  if (told < 1 || first < 0 || second < 0 || !joined || !ends || text.in_quotes(at) ||
      std::abs(first - second) == told) {
    return;
  }
  notes.add(
      text.span(i + 1, i + 3),
      fmt::format("{} and {} are {} apart, not {}", first, second, std::abs(first - second), told),
      {{text.span(at, at + 3), "the score"}}, "see which of the margin and the score is wrong");
}

// -- drew 2-1

void check_draw(const CopyText& text, std::size_t i, CopyNotes& notes) {
  constexpr std::string_view kBehind[] = {"with", "at", "against", "in",  "on",
                                          "away", "to", "after",   "home"};
  constexpr std::string_view kDrew[] = {"drew", "drawn", "draws"};
  const auto score = score_at(text, i);
  if (!score || score->first == score->second || i == 0 || text.in_quotes(i)) {
    return;
  }
  const bool drew = is_in(text.word(i - 1), kDrew) &&
                    (text.is_break(score->end) || is_in(text.word(score->end), kBehind));
  if (drew || text.word(score->end) == "draw") {
    notes.add(
        text.span(score->begin, score->end),
        fmt::format("a draw has two equal numbers, not {} and {}", score->first, score->second), {},
        "see which of the word and the score is wrong");
  }
}

// -- straight sets

/// The sets that stand in a row from token `i` on, tie-breaks in brackets left out.
std::vector<Score> sets_from(const CopyText& text, std::size_t i) {
  constexpr std::size_t kTieBreak = 5;  // "(7-4)"
  constexpr std::size_t kMost = 6;      // a match has at most five; a longer row is none
  std::vector<Score> sets;
  while (sets.size() < kMost) {
    const auto set = score_at(text, i);
    if (!set) {
      break;
    }
    sets.push_back(*set);
    i = set->end;
    if (text.word(i) == "(") {
      const std::size_t last = i + kTieBreak;
      while (i < last && text.word(i) != ")") {
        ++i;
      }
      ++i;
    }
    i += text.word(i) == "," || text.word(i) == "and" ? 1 : 0;
  }
  return sets;
}

/// "6-4, 3-6, 6-2 in straight sets": who wins in straight sets loses none.
void check_sets(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  for (std::size_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    const bool begins = score_at(text, i) && (i == 0 || !is_in(text.word(i - 1), kDashes));
    const std::vector<Score> sets = begins ? sets_from(text, i) : std::vector<Score>();
    if (sets.size() < 2) {
      continue;
    }
    const std::size_t end = sets.back().end + (text.word(sets.back().end) == "," ? 1 : 0);
    const bool behind =
        text.word(end) == "in" && text.word(end + 1) == "straight" && text.word(end + 2) == "sets";
    const bool before = i > 3 && text.word(i - 1) == "," && text.word(i - 2) == "sets" &&
                        text.word(i - 3) == "straight";
    const auto is_lost = [](const Score& set) { return set.first < set.second; };
    const auto lost = std::ranges::find_if(sets, is_lost);
    const bool both = lost != sets.end() && !std::ranges::all_of(sets, is_lost);
    if ((behind || before) && both && !text.in_quotes(i)) {
      const std::size_t words = behind ? end + 1 : i - 3;
      notes.add(text.span(words, words + 2), "each of the two won a set",
                {{text.span(lost->begin, lost->end), "a set that went the other way"}},
                "see which of the words and the sets is wrong");
    }
    i = sets.back().end;
  }
}

}  // namespace

void check_results(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    const Sentence& sentence = text.sentences()[k];
    check_goals(text, k, notes);
    check_sets(text, sentence, notes);
    for (std::size_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
      check_margin(text, i, notes);
      check_draw(text, i, notes);
    }
  }
}

}  // namespace concord::proofread
