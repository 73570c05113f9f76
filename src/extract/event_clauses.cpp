#include "extract/event_clauses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/fold.h"

namespace concord::extract {
namespace {

bool opens_relative(std::string_view word) {
  return word == "when" || word == "which" || word == "where" || word == "who";
}

bool is_superlative(std::string_view word) {
  return word.ends_with("est") || word == "worst" || word == "first" || word == "most" ||
         word == "least" || word == "last";
}

/// "the worst attack on the city since"
bool follows_superlative(const SentenceText& text, std::uint32_t since) {
  constexpr std::uint32_t kReach = 8;  // tokens from the superlative to "since"
  for (std::uint32_t at = since; at > text.begin() && since - at < kReach; --at) {
    if (is_superlative(fold(text.text(at - 1)))) {
      return true;
    }
  }
  return false;
}

/// True if from `begin` to the figure there is who or what did it, with the verb and nothing else:
/// "a 2009 bombing killed", "a gunman shot dead".
bool is_verb_of(const SentenceText& text, std::uint32_t begin, TokenRange filler) {
  constexpr std::array<std::string_view, 8> kVerbs{"killed",  "left",    "claimed", "took",
                                                   "wounded", "injured", "dead",    "murdered"};
  constexpr std::uint32_t kLongest = 6;
  if (filler.begin - begin > kLongest ||
      std::ranges::find(kVerbs, fold(text.text(filler.begin - 1))) == kVerbs.end()) {
    return false;
  }
  for (std::uint32_t at = begin; at < filler.begin; ++at) {
    if ((text.flags(at) & flag_hard) != 0 || text.text(at) == ",") {
      return false;
    }
  }
  return true;
}

}  // namespace

TokenRange clause_after(const SentenceText& text, std::uint32_t after, std::uint32_t most) {
  const std::uint32_t last = std::min(text.end(), after + most + 2);
  std::uint32_t begin = after;
  const auto opens = [&](std::string_view word) {
    return opens_relative(word) || (most > 0 && word == "that");
  };
  while (begin < last && !opens(text.text(begin))) {
    if (text.text(begin) == ";" || text.text(begin) == ":") {
      return {};
    }
    ++begin;
  }
  if (begin == last || begin == text.begin()) {
    return {};
  }
  const bool joined = begin == after || text.text(begin) == "that" || text.text(begin - 1) == "," ||
                      text.text(begin - 1) == "in";
  if (!joined) {
    return {};
  }
  std::uint32_t end = begin + 1;
  while (end < text.end() && text.text(end) != "," && text.text(end) != ";") {
    ++end;
  }
  return {begin + 1, end};
}

bool opens_comparison(const SentenceText& text, const EventWords& words, TokenRange filler) {
  std::uint32_t since = kNone;
  for (const EventCue& cue : words.comparisons) {
    const bool before = cue.at.end <= filler.begin && fold(text.text(cue.at.begin)) == "since";
    if (before && (cue.at.end == filler.begin || is_verb_of(text, cue.at.end, filler))) {
      since = cue.at.begin;
    }
  }
  return since != kNone && follows_superlative(text, since);
}

bool ends_with_comparison(const SentenceText& text, const EventWords& words, TokenRange filler) {
  constexpr std::array<std::string_view, 5> kParticiples{"killing", "leaving", "wounding",
                                                         "injuring", "claiming"};
  constexpr std::uint32_t kTotal = 4;  // ", killing at least 63"
  std::uint32_t comma = filler.begin;
  while (comma > text.begin() && filler.begin - comma <= kTotal && text.text(comma) != ",") {
    --comma;
  }
  const bool participle =
      text.text(comma) == "," && comma + 1 < text.end() &&
      std::ranges::find(kParticiples, text.text(comma + 1)) != kParticiples.end();
  return participle && std::ranges::any_of(words.background, [&](TokenRange time) {
           return time.end == comma &&
                  std::ranges::any_of(words.events, [&](const EventMention& mention) {
                    return mention.compared && !mention.definite && mention.at.end <= time.begin;
                  });
         });
}

bool is_of_superlative(const SentenceText& text, const EventWords& words, TokenRange filler,
                       TokenRange at) {
  return std::ranges::any_of(words.comparisons, [&](const EventCue& cue) {
    return filler.end <= cue.at.begin && cue.at.end <= at.begin &&
           fold(text.text(cue.at.begin)) == "since" && follows_superlative(text, cue.at.begin);
  });
}

bool points_back(const SentenceText& text, std::uint32_t noun) {
  for (std::uint32_t back = 1; back <= 2 && noun >= text.begin() + back; ++back) {
    const std::string word = fold(text.text(noun - back));
    if (word == "that" || word == "those") {
      return true;
    }
  }
  return false;
}

bool says(const SentenceText& text, TokenRange in, std::string_view word) {
  for (std::uint32_t at = in.begin; at < in.end; ++at) {
    if (fold(text.text(at)) == word) {
      return true;
    }
  }
  return false;
}

bool has_stops(const SentenceText& text, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    if ((text.flags(at) & (flag_transparent | flag_hard)) != 0) {
      return true;
    }
  }
  return false;
}

bool goes_on(const SentenceText& text) {
  const std::uint32_t first = text.begin();
  if (text.end() < first + 4) {
    return false;
  }
  const std::string word = fold(text.text(first));
  return word == "he" || word == "she" ||
         (word == "the" && text.token(first + 1).kind == TokenKind::number &&
          text.text(first + 2) == "-" && text.text(first + 3) == "year");
}

bool is_parted(const SentenceText& text, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    if (text.text(at) == ":" || text.text(at) == ";") {
      return true;
    }
  }
  return false;
}

/// "five points up on 2021", "3 percent down on last year".
bool is_step(std::string_view word) {
  constexpr std::array<std::string_view, 5> kSteps{"points", "point", "percent", "cent", "%"};
  return std::ranges::find(kSteps, word) != kSteps.end();
}

/// "higher than four years ago", "twice as many as two years ago": the time is what is compared
/// with, wherever its number stands.
bool ends_comparison(const SentenceText& text, std::uint32_t between, TokenRange at) {
  constexpr std::array<std::string_view, 6> kDegrees{"many", "much", "high", "low", "large", "big"};
  if (at.begin - between > 2) {
    return false;
  }
  const std::string word = fold(text.text(between));
  return word == "than" ||
         (word == "as" &&
          std::ranges::find(kDegrees, fold(text.text(between - 1))) != kDegrees.end());
}

/// "killed more than 900": the "than" of a number, not ", more than 9 in May".
bool is_hedge(const SentenceText& text, std::uint32_t than) {
  constexpr std::array<std::string_view, 3> kMore{"more", "fewer", "less"};
  return than >= text.begin() + 2 && text.text(than - 2) != "," &&
         text.token(than + 1).kind == TokenKind::number &&
         std::ranges::find(kMore, fold(text.text(than - 1))) != kMore.end();
}

bool is_of_comparison(const SentenceText& text, TokenRange filler, TokenRange at) {
  constexpr std::array<std::string_view, 5> kComparing{"from", "than", "versus", "against",
                                                       "compared"};
  for (std::uint32_t between = filler.end; between < at.begin; ++between) {
    if (ends_comparison(text, between, at)) {
      return true;
    }
    const std::string word = fold(text.text(between));
    if ((word == "up" || word == "down") &&
        (text.text(between - 1) == "," || is_step(fold(text.text(between - 1))))) {
      return true;
    }
    if (word == "than" && is_hedge(text, between)) {
      continue;
    }
    if (std::ranges::find(kComparing, word) != kComparing.end()) {
      return text.token(between + 1).kind == TokenKind::number || word == "compared" ||
             fold(text.text(between - 1)) == "down" || fold(text.text(between - 1)) == "up";
    }
  }
  return false;
}

/// "Hurricane Ines, which": nothing but the event's name stands between its noun and the comma.
bool names_up_to(const SentenceText& text, std::uint32_t noun, std::uint32_t comma) {
  constexpr std::uint32_t kLongestName = 2;
  if (comma < noun || comma - noun > kLongestName) {
    return false;
  }
  for (std::uint32_t at = noun; at < comma; ++at) {
    if (!text.token(at).capital) {
      return false;
    }
  }
  return true;
}

bool is_of_trailing_clause(const SentenceText& text, TokenRange filler, TokenRange at) {
  for (std::uint32_t comma = filler.end; comma + 1 < at.begin; ++comma) {
    if (text.text(comma) == "," && opens_relative(text.text(comma + 1))) {
      return comma > filler.end && text.token(comma - 1).capital;
    }
  }
  return false;
}

bool is_of_closed_clause(const SentenceText& text, const EventWords& words, TokenRange filler,
                         TokenRange at) {
  constexpr std::uint32_t kLongest = 12;
  bool closed = false;
  for (std::uint32_t behind = at.end; behind < filler.begin && !closed; ++behind) {
    closed = text.text(behind) == "," && !opens_relative(text.text(behind + 1));
  }
  if (!closed) {
    return false;
  }
  const std::uint32_t first =
      at.begin > text.begin() + kLongest ? at.begin - kLongest : text.begin() + 1;
  for (std::uint32_t open = at.begin; open > first; --open) {
    const std::uint32_t comma = open - 1;
    if (text.text(comma) == "," && opens_relative(text.text(open))) {
      return comma > text.begin() &&
             std::ranges::none_of(words.events, [&](const EventMention& mention) {
               return names_up_to(text, mention.at.end, comma);
             });
    }
    if (text.text(comma) == "," || (text.flags(comma) & flag_hard) != 0) {
      return false;
    }
  }
  return false;
}

}  // namespace concord::extract
