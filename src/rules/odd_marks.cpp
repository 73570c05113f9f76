#include "rules/odd_marks.h"

#include <algorithm>
#include <string>

#include "rules/phrase_words.h"

namespace concord::rules {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// `... 3` for `...3`: a gap, and then the number 3.
std::size_t parted_gap(std::string_view phrase) {
  for (std::size_t at = phrase.find("... "); at != kNone; at = phrase.find("... ", at + 1)) {
    if (at + 4 < phrase.size() && is_digit(phrase[at + 4]) &&
        (at + 5 == phrase.size() || !is_word_byte(phrase[at + 5]))) {
      return at;
    }
  }
  return kNone;
}

/// `..3` for `...3`.
std::size_t short_gap(std::string_view phrase) {
  for (std::size_t at = phrase.find(".."); at != kNone; at = phrase.find_first_of('.', at)) {
    const std::size_t end = std::min(phrase.find_first_not_of('.', at), phrase.size());
    if (end - at == 2 && end < phrase.size() && is_digit(phrase[end])) {
      return at;
    }
    at = end;
  }
  return kNone;
}

/// The comma of `(road, rail)`, in round brackets that have no `|`.
std::size_t listed_with_comma(std::string_view phrase) {
  for (std::size_t at = phrase.find('('); at != kNone; at = phrase.find('(', at + 1)) {
    const std::string_view inside = phrase.substr(at, phrase.find_first_of("()", at + 1) - at);
    const std::size_t comma = inside.find(", ");
    const bool word = comma != kNone && comma > 1 && is_word_byte(inside[comma - 1]);
    if (word && inside.find_first_of("|<{[") == kNone) {
      return at + comma;
    }
  }
  return kNone;
}

/// The `or` of `(road or rail)`, in round brackets that have no `|`.
std::size_t listed_with_or(std::string_view phrase) {
  for (std::size_t at = phrase.find('('); at != kNone; at = phrase.find('(', at + 1)) {
    const std::string_view inside = phrase.substr(at, phrase.find_first_of("()", at + 1) - at);
    const std::size_t word = inside.find(" or ");
    if (word != kNone && inside.find_first_of("|<{[") == kNone) {
      return at + word + 1;
    }
  }
  return kNone;
}

/// The slash of `road/rail`; that of `km/h` stands between shorter words.
std::size_t parting_slash(std::string_view phrase) {
  constexpr std::size_t kShortest = 4;
  const auto letters = [](std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::find_if_not(text, [](char byte) { return is_word_byte(byte); }) -
        text.begin());
  };
  for (std::size_t at = phrase.find('/'); at != kNone; at = phrase.find('/', at + 1)) {
    const std::string before(phrase.rbegin() + static_cast<std::ptrdiff_t>(phrase.size() - at),
                             phrase.rend());
    if (letters(before) >= kShortest && letters(phrase.substr(at + 1)) >= kShortest) {
      return at;
    }
  }
  return kNone;
}

/// The bracket of `worker(s)`.
std::size_t glued_ending(std::string_view phrase) {
  for (std::size_t at = phrase.find_first_of("(["); at != kNone;
       at = phrase.find_first_of("([", at + 1)) {
    const std::size_t end = phrase.find_first_of(")]", at);
    const bool glued = at > 0 && is_word_byte(phrase[at - 1]) && end != kNone;
    if (glued && phrase.substr(at, end - at).find_first_of(" |") == kNone) {
      return at;
    }
  }
  return kNone;
}

/// The mark of `{n}%` or `${n}`, which the slot of a share or a sum takes itself.
std::size_t mark_of_slot(std::string_view phrase) {
  for (const std::string_view with : {"}%", "} %"}) {
    if (const std::size_t at = phrase.find(with); at != kNone) {
      return at + with.size() - 1;
    }
  }
  for (const std::string_view with : {"${", "$ {", "€{", "€ {", "£{", "£ {"}) {
    if (const std::size_t at = phrase.find(with); at != kNone) {
      return at;
    }
  }
  return kNone;
}

/// A full stop behind the last word that is no part of it, as that of "U.S." is.
bool ends_in_stop(std::string_view phrase) {
  if (phrase.size() < 2 || !phrase.ends_with('.') || phrase.ends_with("..")) {
    return false;
  }
  const std::string_view last = phrase.substr(phrase.find_last_of(" |([") + 1);
  return leading_word(last).size() < last.size();
}

/// Two dots between blanks.
std::size_t two_dots(std::string_view phrase) {
  const std::size_t at = phrase.find(" .. ");
  return at == kNone ? kNone : at + 1;
}

std::size_t last_stop(std::string_view phrase) {
  return ends_in_stop(phrase) ? phrase.size() - 1 : kNone;
}

struct Kind {
  std::size_t (*find)(std::string_view);  // where the mark stands, or kNone
  std::size_t size;                       // of the mark; 0: up to the slot or the next blank
  std::string_view message;
  std::string_view help;
};
constexpr std::string_view kOneOf =
    "put a | between words of which one is enough: (killed|wounded)";
constexpr std::string_view kTwoDots = "two dots are two full stops";
constexpr Kind kKinds[] = {
    {two_dots, 2, kTwoDots, "a gap has three: ..."},
    {short_gap, 3, kTwoDots, "a gap has three: ...3"},
    {listed_with_comma, 1, "this asks for a comma in the sentence", kOneOf},
    {listed_with_or, 2, "this asks for the word `or` in the sentence", kOneOf},
    {parting_slash, 1, "this asks for a / in the sentence",
     "put words of which one is enough into brackets: (killed|wounded)"},
    {glued_ending, 1, "this asks for another word behind the one before",
     "write worker~ for worker and workers, or (worker|workers)"},
    {mark_of_slot, 0, "the slot takes this mark itself, or can have none beside it",
     "leave the mark out: {n} is `5%` with `value: percent`, `$5` with `money`"},
    {parted_gap, 5, "this asks for a gap, and then for the number behind it",
     "the number of a gap stands directly behind its dots: ...3"},
    {last_stop, 1, "this phrase asks for a full stop behind its last word",
     "phrases lie inside a sentence: leave it out"},
};

}  // namespace

bool are_items(const std::vector<std::string_view>& phrases) {
  return !phrases.empty() && std::ranges::all_of(phrases, [](std::string_view phrase) {
    return phrase.starts_with("- ") && phrase.find(" -", 1) == kNone;
  });
}

std::optional<OddMark> odd_mark(std::string_view phrase) {
  phrase = phrase.substr(0, phrase.find_last_not_of(' ') + 1);
  for (const Kind& kind : kKinds) {
    const std::size_t at = kind.find(phrase);
    if (at != kNone) {
      const std::size_t end = std::min(phrase.find_first_of(" {", at), phrase.size());
      return OddMark{at, kind.size == 0 ? end - at : kind.size, kind.message, kind.help};
    }
  }
  return std::nullopt;
}

}  // namespace concord::rules
