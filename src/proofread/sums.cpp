// Parts that a sentence lists, against the whole that it gives.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/lists.h"
#include "proofread/meant.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsOfWhole = 16;  // between the whole and its list

constexpr std::string_view kGroups[] = {"crew",   "group", "family",    "team", "party",
                                        "panel",  "jury",  "staff",     "gang", "class",
                                        "patrol", "unit",  "delegation"};
constexpr std::string_view kSomeOf[] = {"including", "among", "include", "includes", "included"};
constexpr std::array<std::string_view, 5> kOfWhom = {"which", "whom", "them", "these", "those"};

/// A number that may be a whole or a part of its own; a date is none.
bool is_count(const CopyText& text, std::size_t i) {
  return text.value(i) != nullptr && text.value(i)->time() == nullptr;
}

/// "six in Osterby and five in Lindal": exact numbers by the places they are in, which the whole
/// before them is not.
bool is_partition(const CopyText& text, const Amount& whole, const List& list) {
  constexpr std::string_view kIn[] = {"in"};
  const std::size_t mark = list.parts.front().begin;  // "Six died in the capital, five in Almera"
  return !any_in(text, whole.end, mark, kIn) &&
         std::ranges::all_of(list.parts, [&](const Amount& part) {
           const std::size_t in = part.value == nullptr ? part.begin : part.value->tokens.end;
           return part.link == "in" && text.is_capital(in + 1) && part.range.low &&
                  part.range.low == part.range.high;
         });
}

/// The mark behind the words of the whole, where its list may begin.
std::size_t mark_behind(const CopyText& text, const Amount& whole, std::size_t last) {
  std::size_t i = whole.end;
  while (i < last && i - whole.end < kWordsOfWhole && !text.is_break(i) && !is_count(text, i)) {
    ++i;
  }
  return i;
}

/// "74 recommendations, 22 for the trust, 31 for the ministry and 21 for regulators": three or more
/// exact numbers told by the same word are meant as all, where they nearly make the whole.
bool are_all_by(const Amount& whole, const List& list) {
  constexpr std::size_t kFewest = 3;
  constexpr double kNearly = 0.3;
  double sum = 0;
  for (const Amount& part : list.parts) {
    if (part.link.empty() || part.link != list.parts[0].link || !part.range.low ||
        part.range.low != part.range.high) {
      return false;
    }
    sum += part.range.low->to_double();
  }
  const bool exact = whole.range.low && whole.range.low == whole.range.high;
  const double all = exact ? whole.range.low->to_double() : 0;
  return list.parts.size() >= kFewest && exact && std::abs(sum - all) <= kNearly * all;
}

/// "Together they employ 21,400 people, 14,600 at Halden and 6,800 at Brevik", "combined sales of";
/// "three in the vaccine group and nine in the other".
bool are_together(const CopyText& text, const Sentence& sentence, const Amount& whole,
                  const List& list) {
  constexpr std::string_view kTogether[] = {"together", "combined", "total", "jointly", "both"};
  const bool linked =
      list.parts.size() >= 2 && std::ranges::all_of(list.parts, [&](const Amount& part) {
        return !part.link.empty() && part.link == list.parts[0].link;
      });
  if (!linked || list.parts.front().begin != mark_behind(text, whole, sentence.tokens.end) + 1) {
    return false;
  }
  const Amount& last = list.parts.back();
  const std::size_t link = last.value == nullptr ? last.begin : last.value->tokens.end;
  const bool other = text.word(link + 1) == "the" && text.word(link + 2) == "other" &&
                     text.is_break(link + 3) && list.parts.size() == 2;
  return other || any_in(text, sentence.tokens.begin, whole.begin, kTogether);
}

/// "including five women and four men": some of the whole, together where nobody is two of them.
void check_some(const CopyText& text, const Amount& whole, const List& list, CopyNotes& notes) {
  if (list.parts.size() > 1 && are_apart(list)) {
    tell_sum(text, whole, list, true, notes);
    return;
  }
  for (const Amount& part : list.parts) {
    tell_sum(text, whole, {{part}, true}, true, notes);
  }
}

/// "two critically and one slightly": nobody is hurt both ways.
bool is_by_degree(const List& list) {
  constexpr std::string_view kGravely[] = {"critically", "seriously", "severely", "gravely",
                                           "badly"};
  constexpr std::string_view kLightly[] = {"slightly", "lightly"};
  const auto any_of = [&](std::span<const std::string_view> words) {
    return std::ranges::count_if(list.parts,
                                 [&](const Amount& part) { return is_in(part.noun, words); });
  };
  return list.parts.size() == 2 && any_of(kGravely) == 1 && any_of(kLightly) == 1;
}

/// "11 people in three provinces: six in Ardal, four in Benn": what is listed is the count before
/// that of the places.
bool counts_places(const CopyText& text, const Amount& whole, const List& list) {
  constexpr std::string_view kIn[] = {"in", "across", "at", "from"};
  const std::size_t begin = whole.value->tokens.begin;
  return begin > 0 && is_in(text.word(begin - 1), kIn) && !list.parts.empty() &&
         std::ranges::all_of(list.parts, [](const Amount& part) { return !part.link.empty(); });
}

/// The amount of people or things that stands before token `i` in the sentence, with its noun.
std::optional<Amount> amount_before(const CopyText& text, const Sentence& sentence, std::size_t i) {
  std::optional<Amount> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end <= i && is_amount(&value) && !is_year(text, value)) {
      found = Amount{&value, value.quantity()->hard, head_of(text, value.tokens.end, i),
                     {},     value.tokens.begin,     value.tokens.end};
    }
  }
  return found;
}

/// "The $120 million budget consists of": the parts follow at once.
bool is_made_of(const CopyText& text, std::size_t i) {
  constexpr std::string_view kOf[] = {"consists", "consisting", "consisted", "composed"};
  constexpr std::string_view kAll[] = {"comprises", "comprising"};
  return i > 1 &&
         (is_in(text.word(i - 1), kAll) ||
          (text.word(i - 1) == "of" && (is_in(text.word(i - 2), kOf) ||
                                        (text.word(i - 2) == "up" && text.word(i - 3) == "made"))));
}

/// Where the list behind a mark begins, and whether it says to give some only: "among them three
/// children".
struct ListBeginning {
  std::size_t begin = 0;
  bool some = false;
};

ListBeginning list_beginning(const CopyText& text, std::size_t mark) {
  // "Eight victims - two of which are men, one badly hurt" gives some of them.
  if (is_in(text.word(mark + 3), kOfWhom)) {
    return {mark + 1, true};
  }
  constexpr std::size_t kMadeUpOf = 3;
  if (text.word(mark + 1) == "made" && is_made_of(text, mark + 1 + kMadeUpOf)) {
    return {mark + 1 + kMadeUpOf, false};
  }
  const bool some = is_in(text.word(mark + 1), kSomeOf);
  const std::size_t words = text.word(mark + 1) == "among" ? 2 : 1;  // "among them"
  return {mark + 1 + (some ? words : 0), some};
}

/// "Of the city's 12 districts, three in the north and two in the west were flooded": some of them.
bool is_of(const CopyText& text, const Sentence& sentence, const Amount& whole) {
  constexpr std::size_t kWords = 4;
  return text.word(sentence.tokens.begin) == "of" && whole.begin - sentence.tokens.begin <= kWords;
}

/// "three in Oster, two in Tolby; the others at sea", "among other things": not all is listed.
bool has_rest(const CopyText& text, const List& list) {
  constexpr std::string_view kRest[] = {"others",    "rest",  "remaining", "remainder",
                                        "elsewhere", "other", "unknown",   "balance"};
  constexpr std::size_t kReach = 8;
  const std::size_t end = list.parts.back().end;
  for (std::size_t i = list.parts.back().begin; i < end; ++i) {
    if (text.word(i) == "among" && text.word(i + 1) == "other") {
      return true;
    }
  }
  return any_in(text, end, end + kReach, kRest);
}

/// Behind a comma or another mark, whether the list is of all the parts.
void check_listed(const CopyText& text, const Sentence& sentence, const Amount& whole,
                  const List& list, std::size_t mark, CopyNotes& notes) {
  const bool comma = text.word(mark) == "," && text.word(mark + 1) != "made";  // "made up of"
  // A comma alone may begin anything: only parts told by place or as men and women are a list, and
  // "five women, four men and two children" is one list without a whole.
  const bool listed = !comma || (are_apart(list) && !is_kind(whole.noun));
  // "12 were shot last year, three in Osterby and two in Lindal" need not be all of them; but they
  // are no more.
  const bool linked =
      comma && (are_all_by(whole, list) || are_together(text, sentence, whole, list));
  const bool placed = comma && !listed && is_partition(text, whole, list);
  // "12 people, seven in Osterby and four in Lindal, died": between its commas it is all of them.
  const bool apposed = placed && mark == whole.end + 1 && text.word(list.parts.back().end) == ",";
  const bool some = (placed && !apposed && !linked) || is_of(text, sentence, whole) ||
                    has_rest(text, list) || (list.parts[0].link.empty() ? false : !list.joined);
  if (list.parts.size() >= 2 && list.closed && (listed || placed || linked)) {
    tell_sum(text, whole, list, some, notes);
  }
}

/// A list of all the parts: behind a colon, between dashes or brackets, or in apposition.
void check_whole(const CopyText& text, const Sentence& sentence, Amount whole, CopyNotes& notes) {
  const std::size_t last = sentence.tokens.end;
  const std::size_t i = mark_behind(text, whole, last);
  const std::string_view mark = text.word(i);
  const bool made = is_made_of(text, i);
  if (!made && mark != "," && mark != ":" && mark != "(" && !text.is_dash(i)) {
    return;
  }
  const auto [begin, some] = made ? ListBeginning{i, false} : list_beginning(text, i);
  List list = list_at(text, begin, last);
  if (counts_places(text, whole, list)) {
    const auto before = amount_before(text, sentence, whole.value->tokens.begin);
    if (!before) {
      return;
    }
    whole = *before;
  }
  if (is_by_degree(list) && is_people(whole.noun)) {
    tell_sum(text, whole, list, true, notes);
    return;
  }
  if (list.parts.empty() || !are_named(list) || !same_unit(whole, list) ||
      !are_of_one_kind(whole, list)) {
    return;
  }
  if (!list.parts[0].link.empty() && text.word(whole.end) == list.parts[0].link) {
    return;  // "46 in Akhal, 25 in Balkan and 63 in Lebap": one more of the row
  }
  if (some) {
    check_some(text, whole, list, notes);
    return;
  }
  check_listed(text, sentence, whole, list, i, notes);
}

/// "three from Oslo and five from Bergen, for a total of nine".
void check_total(const CopyText& text, const Sentence& sentence, std::size_t i, CopyNotes& notes) {
  const bool led = text.word(i - 2) == "for" || text.word(i - 2) == ",";
  if (text.word(i) != "total" || text.word(i - 1) != "a" || !led || text.word(i + 1) != "of" ||
      !is_amount(text.value(i + 2))) {
    return;
  }
  const CopyValue& value = *text.value(i + 2);
  Amount whole{&value, value.quantity()->hard, {}, {}, i + 2, value.tokens.end};
  for (const CopyValue& first : text.values_in(sentence)) {
    if (first.tokens.begin >= i) {
      return;
    }
    const List list = is_amount(&first) ? list_at(text, first.tokens.begin, i - 2) : List{};
    if (list.parts.size() >= 2) {
      whole.noun = list.parts.front().noun;
      if (same_unit(whole, list) && are_of_one_kind(whole, list)) {
        tell_sum(text, whole, list, false, notes);
      }
      return;
    }
  }
}

/// "24 passengers and six crew, 32 people in all".
void check_in_all(const CopyText& text, const Sentence& sentence, const CopyValue& value,
                  CopyNotes& notes) {
  const std::size_t begin = value.tokens.begin;
  constexpr std::size_t kToAll = 3;
  constexpr std::string_view kAll[] = {"all", "total"};
  std::size_t i = value.tokens.end;
  while (i < value.tokens.end + kToAll && text.is_word(i) && text.word(i) != "in") {
    ++i;
  }
  const bool in_all =
      (text.word(i) == "in" && is_in(text.word(i + 1), kAll)) || text.word(i) == "altogether";
  const bool marked =
      begin > sentence.tokens.begin && (text.word(begin - 1) == "," || text.is_dash(begin - 1));
  if (!in_all || !marked || !is_amount(&value)) {
    return;
  }
  Amount whole{&value, value.quantity()->hard, head_of(text, value.tokens.end, i), {},
               begin,  value.tokens.end};
  for (const CopyValue& first : text.values_in(sentence)) {
    if (first.tokens.begin >= begin) {
      return;
    }
    const List list = is_amount(&first) ? list_at(text, first.tokens.begin, begin - 1) : List{};
    if (list.parts.size() >= 2 && list.parts.back().end == begin - 1 && are_named(list) &&
        same_unit(whole, list)) {
      tell_sum(text, whole, list, false, notes);
      return;
    }
  }
}

/// Whom a sentence that begins "The dead were" goes on with, by the words of the one before.
struct Resumed {
  std::string_view whom;
  std::array<std::string_view, 4> told;
};
constexpr Resumed kResumed[] = {{"dead", {"killed", "killing", "died", "dead"}},
                                {"victims", {"killed", "killing", "died", "dead"}},
                                {"injured", {"injured", "injuring", "hurt", "wounded"}},
                                {"wounded", {"injured", "injuring", "hurt", "wounded"}}};

/// Where the parts of those told of before begin: behind "They were", "The dead were".
std::optional<std::size_t> resumed_at(const CopyText& text, const Sentence& before,
                                      const Sentence& next) {
  constexpr std::string_view kBe[] = {"were", "are"};
  constexpr std::string_view kDone[] = {"held",    "detained", "arrested", "killed",
                                        "injured", "hurt",     "freed",    "rescued",
                                        "fined",   "charged",  "wounded",  "dismissed"};
  const std::size_t i = next.tokens.begin;
  if (text.word(i) == "they") {
    return is_in(text.word(i + 1), kBe) ? std::optional(i + 2) : std::nullopt;
  }
  if (text.word(i) == "those" && is_in(text.word(i + 1), kDone)) {
    return is_in(text.word(i + 2), kBe) ? std::optional(i + 3) : std::nullopt;
  }
  const auto* row = std::ranges::find(kResumed, text.word(i + 1), &Resumed::whom);
  if (text.word(i) != "the" || row == std::end(kResumed) || !is_in(text.word(i + 2), kBe)) {
    return std::nullopt;
  }
  for (std::size_t k = before.tokens.begin; k < before.tokens.end; ++k) {
    if (is_in(text.word(k), row->told)) {
      return i + 3;
    }
  }
  return std::nullopt;
}

/// "four Vastrians, three Norlanders and one Sorvian": people of countries, or of towns.
bool are_of_countries(const CopyText& text, const List& list) {
  std::set<std::string_view> nouns;
  return std::ranges::all_of(list.parts, [&](const Amount& part) {
    const std::size_t noun = part.value != nullptr ? part.value->tokens.end : part.begin + 1;
    return text.is_word(noun) && text.is_capital(noun) && noun < part.end &&
           nouns.insert(text.word(noun)).second;
  });
}

/// ", police said", ", the customs service said" behind a list.
bool is_attributed(const CopyText& text, std::size_t i) {
  constexpr std::string_view kSaid[] = {"said", "says"};
  constexpr std::size_t kMost = 5;
  return text.word(i) == "," && is_in(text.word(after_words(text, i + 1, kMost, kSaid)), kSaid);
}

/// "Five people were killed. The dead were three women and a man": where the first sentence counts
/// nothing else, and the second lists men, women and children to its end.
void check_next(const CopyText& text, const Sentence& before, const Sentence& next,
                CopyNotes& notes) {
  const CopyValue* count = nullptr;
  for (const CopyValue& value : text.values_in(before)) {
    const bool people = is_people(head_of(text, value.tokens.end, before.tokens.end));
    if (value.time() != nullptr || (is_amount(&value) && !people && count != nullptr)) {
      continue;  // "nine people ... with 2,000 songbirds"
    }
    if (count != nullptr || !is_amount(&value)) {
      return;
    }
    count = &value;
  }
  const auto begin = count == nullptr ? std::nullopt : resumed_at(text, before, next);
  if (!begin) {
    return;
  }
  Amount whole{count, count->quantity()->hard, {}, {}, count->tokens.begin, count->tokens.end};
  whole.noun = head_of(text, whole.end, before.tokens.end);
  const List list = list_at(text, *begin, next.tokens.end);
  const bool to_the_end =
      !list.parts.empty() && list.closed &&
      (list.parts.back().end + 1 >= next.tokens.end || is_attributed(text, list.parts.back().end));
  const bool apart = are_apart(list) || are_of_countries(text, list);
  if (list.parts.size() >= 2 && to_the_end && is_people(whole.noun) && apart &&
      same_unit(whole, list)) {
    tell_sum(text, whole, list, false, notes);
  }
}

void check_resumed(const CopyText& text, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k + 1 < sentences.size(); ++k) {
    if (sentences[k + 1].paragraph <= sentences[k].paragraph + 1) {
      check_next(text, sentences[k], sentences[k + 1], notes);
    }
  }
}

}  // namespace

void check_lists(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    const std::size_t last = sentence.tokens.end;
    for (const CopyValue& value : text.values_in(sentence)) {
      const std::size_t begin = value.tokens.begin;
      // "five men and four women were hurt": the last of several is not the whole of what follows.
      const bool is_last = begin > sentence.tokens.begin && text.word(begin - 1) == "and";
      const bool is_some = text.word(value.tokens.end) == "of";  // "three of the largest"
      if (!is_amount(&value) || is_year(text, value) || is_last || is_some ||
          !(Decimal(1) < *value.quantity()->nominal)) {
        continue;
      }
      Amount whole{&value, value.quantity()->hard, {}, {}, value.tokens.begin, value.tokens.end};
      std::size_t noun_end = whole.end;
      while (noun_end < last && !text.is_break(noun_end) && text.value(noun_end) == nullptr &&
             noun_end - whole.end < kWordsOfWhole) {
        ++noun_end;
      }
      whole.noun = head_of(text, whole.end, noun_end);
      const bool group = begin > 1 && text.word(begin - 1) == "of" &&
                         is_in(text.word(begin - 2), kGroups) && text.is_break(whole.end);
      whole.noun = group ? std::string_view("people") : whole.noun;  // "the crew of nine - four"
      check_whole(text, sentence, whole, notes);
      check_in_all(text, sentence, value, notes);
    }
    for (std::size_t i = sentence.tokens.begin + 2; i < last; ++i) {
      check_total(text, sentence, i, notes);
    }
  }
  check_resumed(text, notes);
  check_totals(text, notes);
  check_term_sums(text, notes);
  check_parts(text, notes);
}

}  // namespace concord::proofread
