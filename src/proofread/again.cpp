// A number that "the" points back to: "four people were arrested ... The five suspects".
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostCounts = 300;
constexpr std::size_t kMostSums = 60;    // counts whose sums are tried
constexpr std::size_t kWordsToNoun = 2;  // "four masked men"
constexpr double kLargest = 100000;

/// Who is meant by "the five suspects": counts of people in whose sentence one of the words stands.
struct Meant {
  std::array<std::string_view, 5> nouns;
  std::array<std::string_view, 12> told;
};
constexpr Meant kMeant[] = {
    {{"suspects", "detainees", "defendants", "accused", "arrested"},
     {"arrested", "arrests", "detained", "held", "charged", "custody", "seized", "captured",
      "indicted", "trial", "caught", "jailed"}},
    {{"dead", "victims"}, {"killed", "killing", "died", "dead", "deaths", "kills", "bodies"}},
    {{"injured", "wounded"},
     {"injured", "injuring", "wounded", "wounding", "hurt", "hospital", "treated"}},
    {{"survivors"}, {"survived", "rescued", "saved", "alive"}},
    {{"hostages", "captives"}, {"hostage", "hostages", "kidnapped", "abducted", "seized"}},
    {{"robbers", "gunmen", "attackers", "thieves", "raiders"},
     {"robbed", "robbers", "gunmen", "attackers", "thieves", "raiders", "masked", "armed", "raid",
      "robbery", "men"}},
};
constexpr std::string_view kPeople[] = {"people", "persons",  "men",      "women",
                                        "others", "suspects", "teenagers"};

/// A count of the text: of what, and whether its words take it back ("not 350").
struct Told {
  const CopyValue* value = nullptr;
  double number = 0;
  std::string_view noun;  // empty where none follows
  const Sentence* sentence = nullptr;
  bool withdrawn = false;
};

bool is_plural(std::string_view word) {
  constexpr std::string_view kOther[] = {"people", "men", "women", "children", "dead"};
  return is_in(word, kOther) || (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss"));
}

std::optional<double> number_of(const CopyValue& value) {
  const Quantity* count = value.quantity();
  const bool whole = count != nullptr && count->dimension == Dimension::count && count->nominal &&
                     count->nominal->is_whole() && Decimal(1) < *count->nominal;
  return whole ? std::optional(count->nominal->to_double()) : std::nullopt;
}

/// The plural noun behind a number: "job" of "420 job cuts" is "jobs".
std::string_view noun_behind(const CopyText& text, std::size_t i) {
  for (std::size_t words = 0; words < kWordsToNoun; ++words, ++i) {
    if (!text.is_word(i) || text.is_break(i) || text.value(i) != nullptr) {
      return {};
    }
    if (is_plural(text.word(i))) {
      return text.word(i);
    }
  }
  return {};
}

bool is_withdrawn(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kNot[] = {"not", "of"};  // "not 350", "instead of 350"
  const std::size_t begin = value.tokens.begin;
  const std::string_view before = begin > 0 ? text.word(begin - 1) : std::string_view();
  return before == "not" || (is_in(before, kNot) && begin > 1 && text.word(begin - 2) == "instead");
}

std::vector<Told> counts_in(const CopyText& text) {
  std::vector<Told> found;
  for (const Sentence& sentence : text.sentences()) {
    for (const CopyValue& value : text.values_in(sentence)) {
      const auto number = number_of(value);
      if (number && found.size() < kMostCounts) {
        found.push_back({&value, *number, noun_behind(text, value.tokens.end), &sentence,
                         is_withdrawn(text, value)});
      }
    }
  }
  return found;
}

/// "each of the six breaches", "Each of the six men had": all of those counted before.
bool is_each_of(const CopyText& text, std::size_t begin) {
  constexpr std::string_view kThe[] = {"the", "these", "those"};
  return begin > 2 && text.word(begin - 3) == "each" && text.word(begin - 2) == "of" &&
         is_in(text.word(begin - 1), kThe);
}

/// True for "The five suspects will", with nothing that narrows them down: "the five suspects who".
bool points_back(const CopyText& text, const Told& told) {
  constexpr std::string_view kBehindEach[] = {"had",  "has",  "was",  "is",   "were",  "will",
                                              "got",  "must", "said", "paid", "gets",  "faces",
                                              "been", "did",  "can",  "may",  "could", "would"};
  constexpr std::string_view kNarrows[] = {"who",   "whose", "in",     "from", "of",    "at",
                                           "under", "on",    "with",   "that", "which", "still",
                                           "more",  "other", "living", "for",  "left",  "whom"};
  const std::size_t begin = told.value->tokens.begin;
  std::size_t end = told.value->tokens.end;
  const std::size_t first = told.sentence->tokens.begin;
  const bool all = text.word(first) == "the" || text.word(first) == "all";  // "All five suspects"
  const bool each = is_each_of(text, begin);
  if (told.noun.empty() || (!each && (begin != first + 1 || !all)) || text.in_quotes(begin) ||
      told.value->quantity()->hedge != Hedge::exact) {
    return false;
  }
  while (text.word(end) != told.noun) {
    ++end;
  }
  if (each) {
    const std::string_view verb = text.word(end + 1);
    return end == told.value->tokens.end &&
           (text.is_break(end + 1) || is_in(verb, kBehindEach) || verb.ends_with("ed"));
  }
  return end == told.value->tokens.end && text.is_word(end + 1) &&
         !is_in(text.word(end + 1), kNarrows);
}

const Meant* meant_by(std::string_view noun) {
  const auto* row =
      std::ranges::find_if(kMeant, [&](const Meant& one) { return is_in(noun, one.nouns); });
  return row == std::end(kMeant) ? nullptr : row;
}

/// True if the earlier count may be of those whom "the" points back to.  Men and women whom names
/// tell of meanwhile may be others: they are counted near by.
bool is_of_same(const CopyText& text, const Told& earlier, const Told& again) {
  constexpr std::string_view kAnybody[] = {"men", "women", "people", "others"};
  constexpr std::uint32_t kNearParagraphs = 2;
  if (is_in(again.noun, kAnybody) &&
      again.sentence->paragraph > earlier.sentence->paragraph + kNearParagraphs) {
    return false;
  }
  if (earlier.noun == again.noun) {
    return true;
  }
  const Meant* meant = meant_by(again.noun);
  const bool people = earlier.noun.empty() || is_in(earlier.noun, kPeople) ||
                      (meant != nullptr && is_in(earlier.noun, meant->nouns));
  return meant != nullptr && people &&
         any_in(text, earlier.sentence->tokens.begin, earlier.sentence->tokens.end, meant->told);
}

/// True if numbers told before make the number: 4 men and 1 woman are the five suspects; but 16
/// villages and three bridges are no 19 villages.
bool is_made_of(const std::vector<Told>& counts, std::size_t end) {
  const Told& again = counts[end];
  const double number = again.number;
  const bool people = is_in(again.noun, kPeople) || meant_by(again.noun) != nullptr;
  const std::size_t begin = end > kMostSums ? end - kMostSums : 0;
  const auto may_be_part = [&](const Told& told) {
    return people || told.noun.empty() || told.noun == again.noun || told.noun == "others";
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (counts[i].number == number && !counts[i].withdrawn) {
      return true;
    }
    for (std::size_t k = begin; k < i && may_be_part(counts[i]); ++k) {
      if (!may_be_part(counts[k])) {
        continue;
      }
      const double sum = counts[i].number + counts[k].number;
      const double rest = counts[i].number - counts[k].number;
      if (sum == number || rest == number || rest == -number || sum + 1 == number) {
        return true;
      }
    }
  }
  return false;
}

/// "a fifth man", "another was held": the number may have grown since.
bool adds_some(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kMore[] = {"another", "more",   "further", "additional", "second",
                                        "third",   "fourth", "fifth",   "sixth",      "others"};
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kMore);
}

/// "four men and a woman": somebody is added whom no number counts.
bool has_single(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kOne[] = {"a", "an", "another", "one", "his", "her", "their"};
  for (std::size_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end; ++i) {
    if ((text.word(i) == "and" || text.word(i) == "with") && is_in(text.word(i + 1), kOne)) {
      return true;
    }
  }
  return false;
}

/// "38 of the children" of the 31 that were counted: a part is no more than its whole.
void check_part(const CopyText& text, const std::vector<Told>& counts, std::size_t k,
                CopyNotes& notes) {
  const Told& part = counts[k];
  const std::size_t of = part.value->tokens.end;
  const std::string_view noun = text.word(of + 2);
  if (text.word(of) != "of" || text.word(of + 1) != "the" || !is_plural(noun) ||
      text.is_capital(of + 3)) {
    return;
  }
  const Told* whole = nullptr;
  for (std::size_t i = 0; i < k; ++i) {
    if (counts[i].number >= part.number ||
        (counts[i].noun == noun && whole != nullptr && whole->number != counts[i].number)) {
      return;  // there is a greater whole, whatever its noun, or it is not plain which is meant
    }
    whole = counts[i].noun == noun ? &counts[i] : whole;
  }
  const bool exact = whole != nullptr && whole->value->quantity()->hard.high.has_value() &&
                     text.part_of(*whole->sentence) != Part::headline;
  if (exact && *whole->value->quantity()->hard.high < *part.value->quantity()->nominal) {
    notes.add(part.value->mention->core,
              fmt::format("{} of the {} are more than the {} counted above",
                          text.written(part.value->mention->core), noun,
                          text.written(whole->value->mention->core)),
              {{whole->value->mention->core, "all of them"}}, "see which of the two is right");
  }
}

/// "280 people, not 350": what stands in place of the number that the words take back; nullptr
/// where no words take it back.
const Told* in_place_of(const std::vector<Told>& counts, std::size_t end, double number) {
  for (std::size_t i = 1; i < end; ++i) {
    if (counts[i].withdrawn && counts[i].number == number &&
        counts[i - 1].sentence == counts[i].sentence) {
      return &counts[i - 1];
    }
  }
  return nullptr;
}

void tell(const CopyText& text, const Told& again, const Told& first, CopyNotes& notes) {
  notes.add(again.value->mention->core,
            fmt::format("\"the {} {}\" here, {} above", text.written(again.value->mention->core),
                        again.noun, text.written(first.value->mention->core)),
            {{first.value->mention->core, "told before"}}, "see which of the two is right");
}

}  // namespace

void check_told_again(const CopyText& text, CopyNotes& notes) {
  const std::vector<Told> counts = counts_in(text);
  for (std::size_t k = 1; k < counts.size(); ++k) {
    const Told& again = counts[k];
    check_part(text, counts, k, notes);
    if (!points_back(text, again) || again.number > kLargest || is_made_of(counts, k)) {
      continue;
    }
    if (const Told* right = in_place_of(counts, k, again.number)) {
      tell(text, again, *right, notes);
      continue;
    }
    const Told* first = nullptr;
    bool plain = std::ranges::none_of(text.sentences(), [&](const Sentence& sentence) {
      return sentence.tokens.begin < again.sentence->tokens.begin && adds_some(text, sentence);
    });
    for (std::size_t i = 0; i < k && plain; ++i) {
      const Told& earlier = counts[i];
      if (!is_of_same(text, earlier, again) || earlier.withdrawn ||
          text.part_of(*earlier.sentence) == Part::headline) {
        continue;
      }
      // Two counts of the same, a hedge, or somebody beside them ("and two other officers"): who
      // "they" are is not plain.
      plain = text.word(earlier.value->tokens.end) != "other" &&
              (first == nullptr || first->number == earlier.number) &&
              earlier.value->quantity()->hedge == Hedge::exact &&
              !has_single(text, *earlier.sentence);
      first = &earlier;
    }
    if (first == nullptr || !plain) {
      continue;
    }
    tell(text, again, *first, notes);
  }
  check_lengths(text, notes);
  check_ages_again(text, notes);
  check_ordinals(text, notes);
}

}  // namespace concord::proofread
