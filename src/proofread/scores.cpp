// The score of a match against its scorers, and the times of a race against the gap between them.
#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// A number of one or two digits; -1 for any other word.
int small_number(std::string_view word) {
  constexpr std::size_t kMostDigits = 2;
  const bool digits = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  if (word.empty() || word.size() > kMostDigits || !digits) {
    return -1;
  }
  int number = 0;
  for (const char c : word) {
    number = 10 * number + (c - '0');
  }
  return number;
}

/// "Ostra beat Lund 2-1": who won, by how many goals.
struct Score {
  std::size_t at = 0;
  int goals = 0;
  std::string_view winner;
};

std::optional<Score> score_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kWon[] = {"beat", "defeated", "won"};
  constexpr int kMostGoals = 9;
  std::optional<Score> found;
  for (std::size_t i = sentence.tokens.begin + 2; i + 2 < sentence.tokens.end; ++i) {
    const bool dash = text.word(i + 1) == "-" || text.word(i + 1) == "–";
    const int home = small_number(text.word(i));
    const int away = small_number(text.word(i + 2));
    if (!dash || home < 0 || away < 0 || home > kMostGoals || away > home) {
      continue;
    }
    std::size_t verb = sentence.tokens.begin;
    while (verb < i && !is_in(text.word(verb), kWon)) {
      ++verb;
    }
    const bool named = verb > sentence.tokens.begin && verb < i && text.is_capital(verb - 1);
    if (found || !named) {
      return std::nullopt;  // two matches, or nobody who won
    }
    found = Score{i, home, text.word(verb - 1)};
  }
  return found;
}

/// How many are named from token `i` back: "Marek Sol, Ivo Hahn and Peter Voss scored".
int scorers_before(const CopyText& text, std::size_t i, std::size_t first) {
  int names = 0;
  bool in_name = false;
  for (; i > first; --i) {
    const std::string_view word = text.word(i - 1);
    if (text.is_word(i - 1) && text.is_capital(i - 1)) {
      names += in_name ? 0 : 1;
      in_name = true;
    } else if (word == "," || word == "and") {
      in_name = false;
    } else {
      return 0;
    }
  }
  return names;
}

/// "Marek Sol, Ivo Hahn and Peter Voss scored for Ostra", who won 2-1.
void check_scorers(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const auto score = score_in(text, text.sentences()[k]);
  if (!score || text.in_quotes(score->at) || k + 1 == text.sentences().size()) {
    return;
  }
  const Sentence& next = text.sentences()[k + 1];
  std::size_t scored = next.tokens.begin;
  while (scored < next.tokens.end && text.word(scored) != "scored") {
    ++scored;
  }
  const std::size_t team = scored + (text.word(scored + 2) == "the" ? 3 : 2);
  const bool for_winner = text.word(scored + 1) == "for" && text.word(team) == score->winner;
  const int names = for_winner ? scorers_before(text, scored, next.tokens.begin) : 0;
  if (names > score->goals) {
    notes.add(text.span(score->at, score->at + 3),
              fmt::format("{} scorers are named, but {} goals", names, score->goals),
              {{text.span(next.tokens.begin, scored), "who scored"}},
              "see which of the score and the names is wrong");
  }
}

// -- races

/// A time as it is written, in seconds: "1:02:14", "34:10.5", "34 minutes 10 seconds".
struct Clock {
  double seconds = 0;
  Span place;
};

/// The seconds of "1:02:14" and "9.58"; nothing for what is no such time.
std::optional<double> seconds_of(std::string_view written) {
  double seconds = 0;
  double part = 0;
  double digit = 0;  // of the next decimal
  int colons = 0;
  for (const char c : written) {
    if (c == ':') {
      seconds = 60 * (seconds + part);
      part = 0;
      ++colons;
    } else if (c == '.') {
      digit = 0.1;
    } else if (c < '0' || c > '9') {
      return std::nullopt;
    } else if (digit > 0) {
      part += digit * (c - '0');
      digit /= 10;
    } else {
      part = 10 * part + (c - '0');
    }
  }
  return colons > 0 ? std::optional(seconds + part) : std::nullopt;
}

/// The time that begins at token `i`, and the token behind it.
std::optional<std::pair<Clock, std::size_t>> clock_at(const CopyText& text, std::size_t i) {
  const CopyValue* value = text.value(i);
  const Duration* length = value == nullptr ? nullptr : value->duration();
  if (length != nullptr && length->nominal_seconds && value->tokens.size() >= 4) {
    return std::pair{Clock{length->nominal_seconds->to_double(), value->mention->core},
                     static_cast<std::size_t>(value->tokens.end)};
  }
  std::size_t end = i;
  const auto glued = [&](std::size_t k) {
    return k == i || text.span(k - 1, k).end == text.span(k, k + 1).begin;
  };
  const auto of_clock = [](std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789:.") == std::string_view::npos;
  };
  while (end < text.size() && of_clock(text.word(end)) && glued(end)) {
    ++end;
  }
  while (end > i && text.word(end - 1) == ".") {
    --end;
  }
  const auto seconds = end > i ? seconds_of(text.written(text.span(i, end))) : std::nullopt;
  return seconds ? std::optional(std::pair{Clock{*seconds, text.span(i, end)}, end}) : std::nullopt;
}

/// "by 12 seconds", "12 seconds ahead of": how far one was before the other; nullptr for others.
const CopyValue* gap_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kAhead[] = {"ahead", "behind", "clear", "faster", "slower"};
  constexpr std::string_view kWon[] = {"won", "wins", "beat", "lost"};
  for (const CopyValue& value : text.values_in(sentence)) {
    const Duration* gap = value.duration();
    const std::size_t begin = value.tokens.begin;
    const bool seconds = gap != nullptr && gap->nominal_seconds && gap->unit == "second" &&
                         (gap->hedge == Hedge::exact || gap->hedge == Hedge::rounded);
    const bool won = begin > 1 && text.word(begin - 1) == "by" &&
                     any_in(text, sentence.tokens.begin, begin, kWon);
    if (seconds && (won || is_in(text.word(value.tokens.end), kAhead))) {
      return &value;
    }
  }
  return nullptr;
}

std::vector<Clock> clocks_in(const CopyText& text, const Sentence& sentence) {
  std::vector<Clock> found;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
    const auto clock = clock_at(text, i);
    if (clock) {
      found.push_back(clock->first);
    }
    i = clock ? clock->second : i + 1;
  }
  return found;
}

/// "in 1:02:14, ahead of Mia Berg in 1:02:38. She won by 12 seconds": two times, and their gap.
void check_gap(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::string_view kElse[] = {"record",  "third", "previous", "last",    "best",
                                        "earlier", "year",  "stage",    "overall", "leg"};
  constexpr double kSlack = 1.01;      // each time may be rounded by half a second
  constexpr double kFineSlack = 0.11;  // where they have tenths
  const Sentence& sentence = text.sentences()[k];
  const CopyValue* gap = gap_in(text, sentence);
  if (gap == nullptr || text.in_quotes(gap->tokens.begin)) {
    return;
  }
  std::vector<Clock> times = clocks_in(text, sentence);
  std::size_t first = k;
  if (times.empty() && k > 0 && text.sentences()[k - 1].paragraph + 1 >= sentence.paragraph) {
    first = k - 1;
    times = clocks_in(text, text.sentences()[first]);
  }
  const bool years = std::ranges::any_of(
      text.values_in(sentence), [](const CopyValue& value) { return value.time() != nullptr; });
  if (times.size() != 2 || years ||
      any_in(text, text.sentences()[first].tokens.begin, sentence.tokens.end, kElse)) {
    return;
  }
  const double apart = std::abs(times[0].seconds - times[1].seconds);
  const double told = gap->duration()->nominal_seconds->to_double();
  constexpr double kOfOneRace = 0.1;  // times further apart are of two races
  const bool one = apart < kOfOneRace * std::max(times[0].seconds, times[1].seconds);
  const bool fine = std::ranges::all_of(times, [&](const Clock& time) {
    return text.written(time.place).find('.') != std::string::npos;
  });
  if (one && std::abs(apart - told) > (fine ? kFineSlack : kSlack)) {
    notes.add(gap->mention->core,
              fmt::format("{} and {} are {} seconds apart, not {}", text.written(times[0].place),
                          text.written(times[1].place), shown(apart), shown(told)),
              {{times[0].place, "a time"}, {times[1].place, "a time"}},
              "see which of the three is wrong");
  }
}

}  // namespace

void check_matches(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    check_scorers(text, k, notes);
    check_gap(text, k, notes);
  }
}

}  // namespace concord::proofread
