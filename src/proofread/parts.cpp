// Parts that the words say are all of a whole: "the other four", "leaving 57", "so that the whole".
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "proofread/changes.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kToPart = 18;  // tokens between a whole and the first of its parts

bool may_add(const CopyText& text, const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  return quantity != nullptr && quantity->nominal && quantity->hard.bounded() &&
         Decimal(0) < *quantity->nominal && !is_year(text, value) &&
         (quantity->dimension == Dimension::count || quantity->dimension == Dimension::money);
}

void tell(const CopyText& text, const CopyValue& whole, std::span<const CopyValue* const> parts,
          CopyNotes& notes) {
  std::string addition;
  std::vector<SlipLabel> labels;
  double sum = 0;
  for (const CopyValue* part : parts) {
    addition += (addition.empty() ? "" : " + ") + text.written(part->mention->core);
    labels.push_back({part->mention->core, "a part"});
    sum += number_of(*part);
  }
  notes.add(whole.mention->core,
            fmt::format("{} is not the sum of its parts: {} is {}",
                        text.written(whole.mention->core), addition, shown(sum)),
            std::move(labels), "see which of the numbers is wrong, or whether a part is missing");
}

// -- the other four

/// "the other four", "the remaining six", "six remained": the number of all who are left.
bool is_rest(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kOther[] = {"other", "remaining"};
  constexpr std::string_view kLeft[] = {"remained", "remain"};
  constexpr std::string_view kThe[] = {"the", "all"};
  const std::size_t begin = value.tokens.begin;
  const bool the_other =
      begin > 1 && is_in(text.word(begin - 1), kOther) && is_in(text.word(begin - 2), kThe);
  return the_other || is_in(text.word(value.tokens.end), kLeft);
}

/// True if nothing behind the rest narrows it down: "the other four of those".
bool ends_plainly(const CopyText& text, const CopyValue& rest) {
  constexpr std::string_view kNarrows[] = {"of", "from", "more", "main", "largest"};
  return !is_in(text.word(rest.tokens.end), kNarrows);
}

/// The whole of "nine of the city's 13 districts", "20, 11 of them": right beside the part.
bool are_beside(const CopyText& text, const CopyValue& part, const CopyValue& whole) {
  constexpr std::string_view kOf[] = {"of"};
  constexpr std::string_view kThem[] = {"them", "which", "whom"};
  if (number_of(whole) <= number_of(part)) {
    return false;
  }
  if (part.tokens.begin < whole.tokens.begin) {
    const std::size_t of = after_words(text, part.tokens.end, 3, kOf);
    return text.word(of) == "of" && whole.tokens.begin - of <= 6;
  }
  return text.word(part.tokens.end) == "of" && is_in(text.word(part.tokens.end + 1), kThem) &&
         part.tokens.begin - whole.tokens.end <= kToPart;
}

/// The one count of the sentence that is greater than the part; nullptr if there are several.
const CopyValue* only_greater(const CopyText& text, const Sentence& sentence,
                              const CopyValue& part) {
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* quantity = value.quantity();
    if (quantity == nullptr || !quantity->nominal || quantity->dimension != Dimension::count ||
        number_of(value) <= number_of(part)) {
      continue;
    }
    if (found != nullptr || exact_count_of(text, &value) == nullptr) {
      return nullptr;
    }
    found = &value;
  }
  return found;
}

/// "So far 20 have come, and the remaining six", of the 24 of the sentence before.
const CopyValue* whole_above(const CopyText& text, std::size_t k, const CopyValue& part,
                             const CopyValue& rest) {
  constexpr std::string_view kDone[] = {"have", "had", "were", "are", "of", "has"};
  const std::vector<Sentence>& sentences = text.sentences();
  if (k == 0 || !is_in(text.word(part.tokens.end), kDone) ||
      sentences[k - 1].paragraph != sentences[k].paragraph) {
    return nullptr;
  }
  const CopyValue* whole = only_greater(text, sentences[k - 1], part);
  constexpr double kFar = 1.5;  // a whole so much greater is of something else
  const bool near = whole != nullptr &&
                    number_of(*whole) < kFar * (number_of(part) + number_of(rest)) &&
                    number_of(rest) < number_of(*whole);
  return near ? whole : nullptr;
}

/// "Four of the six masks were found. The other three are missing."
void check_rest_behind(const CopyText& text, std::size_t k, const CopyValue& rest,
                       CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  const bool opens = k > 0 && rest.tokens.begin == sentences[k].tokens.begin + 2;
  const auto above =
      opens ? counts_in(text, sentences[k - 1], exact_count_of) : std::vector<const CopyValue*>{};
  if (above.size() == 2 && are_beside(text, *above[0], *above[1]) &&
      above[0]->tokens.begin < above[1]->tokens.begin &&
      number_of(*above[0]) + number_of(rest) != number_of(*above[1])) {
    const CopyValue* const parts[] = {above[0], &rest};
    tell(text, *above[1], parts, notes);
  }
}

/// "three remain and one has died": what remains is not all the rest.
bool counts_one_behind(const CopyText& text, std::size_t k, const CopyValue& rest) {
  constexpr std::string_view kOne[] = {"one", "another"};
  return any_in(text, rest.tokens.end, text.sentences()[k].tokens.end, kOne);
}

void check_rest(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const std::vector<const CopyValue*> counts = counts_in(text, text.sentences()[k], exact_count_of);
  if (!counts.empty() && is_rest(text, *counts.front()) && ends_plainly(text, *counts.front())) {
    check_rest_behind(text, k, *counts.front(), notes);
  }
  for (std::size_t i = 1; i < counts.size(); ++i) {
    const CopyValue& rest = *counts[i];
    const bool last = i + 1 == counts.size() && !counts_one_behind(text, k, rest);
    if (!is_rest(text, rest) || !ends_plainly(text, rest) || !last) {
      continue;
    }
    const CopyValue& before = *counts[i - 1];
    const CopyValue* whole = nullptr;
    const CopyValue* part = &before;
    if (i >= 2 && are_beside(text, *counts[i - 2], before)) {
      part = counts[i - 2];
      whole = &before;
    } else if (i >= 2 && are_beside(text, before, *counts[i - 2])) {
      whole = counts[i - 2];
    } else if (i == 1) {
      whole = whole_above(text, k, before, rest);
    }
    if (whole != nullptr && number_of(*part) + number_of(rest) != number_of(*whole)) {
      const CopyValue* const parts[] = {part, &rest};
      tell(text, *whole, parts, notes);
    }
  }
}

// -- leaving 57

/// True for "leaving 57", "leaving it 57" and "leaving it with 57".
bool is_left(const CopyText& text, std::size_t begin) {
  return text.word(begin - 1) == "leaving" ||
         (text.word(begin - 1) == "it" && text.word(begin - 2) == "leaving") ||
         (text.word(begin - 1) == "with" && text.word(begin - 3) == "leaving");
}

/// The one number of the same things before those that go, in this sentence or the one before;
/// nullptr where there are several or none.
const CopyValue* number_before(const CopyText& text, std::size_t k, const CopyValue& gone) {
  const std::string_view noun = text.word(gone.tokens.end);
  const CopyValue* whole = nullptr;
  for (std::size_t s = k > 0 ? k - 1 : 0; s <= k; ++s) {
    for (const CopyValue* value : counts_in(text, text.sentences()[s], exact_count_of)) {
      const bool same = text.word(value->tokens.end) == noun &&
                        value->tokens.begin < gone.tokens.begin &&
                        number_of(*value) > number_of(gone);
      if (same && whole != nullptr) {
        return nullptr;
      }
      whole = same ? value : whole;
    }
  }
  return whole;
}

/// "It will shut four branches, leaving 57", of the 61 branches of this sentence or the one before.
void check_leaving(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const std::vector<const CopyValue*> counts = counts_in(text, text.sentences()[k], exact_count_of);
  for (std::size_t i = 1; i < counts.size(); ++i) {
    const CopyValue& left = *counts[i];
    const CopyValue& gone = *counts[i - 1];
    const std::string_view noun = text.word(gone.tokens.end);
    const bool plain = text.is_break(left.tokens.end) || text.word(left.tokens.end) == noun;
    if (!is_left(text, left.tokens.begin) || !plain || noun.size() < 4 ||
        text.is_break(gone.tokens.end)) {
      continue;
    }
    const CopyValue* whole = number_before(text, k, gone);
    if (whole != nullptr && number_of(gone) + number_of(left) != number_of(*whole)) {
      const CopyValue* const parts[] = {&gone, &left};
      tell(text, *whole, parts, notes);
    }
  }
}

// -- so that the whole comes to 345 billion

/// True where the words before or behind the last figure call it the sum of those before.
bool is_called_sum(const CopyText& text, const CopyValue& sum, std::size_t first) {
  constexpr std::string_view kTakes[] = {"taking", "bringing", "making", "giving", "so"};
  constexpr std::string_view kWhole[] = {"total", "whole", "combined"};
  constexpr std::size_t kLead = 9;
  const std::size_t begin = sum.tokens.begin;
  const std::size_t from = std::max(first, begin - std::min(begin, kLead));
  bool takes = false;
  for (std::size_t i = from; i < begin; ++i) {
    const bool so = text.word(i) != "so" || text.word(i + 1) == "that";
    takes = takes || (is_in(text.word(i), kTakes) && so && i > first && text.word(i - 1) == ",");
    if (takes && is_in(text.word(i), kWhole)) {
      return true;
    }
  }
  return false;
}

bool same_unit(const CopyValue& one, const CopyValue& other) {
  const std::string& first = one.quantity()->unit;
  const std::string& second = other.quantity()->unit;
  return first == second ||
         ((first == "1" || second == "1") && (number_of(one) >= 1e6 && number_of(other) >= 1e6));
}

/// "4.3" and "3.4": two neighboring digits have changed places.
bool are_transposed(double one, double other) {
  const auto digits = [](double number) { return fmt::format("{:.0f}", std::round(number)); };
  std::string first = digits(one);
  const std::string second = digits(other);
  for (std::size_t i = 0; i + 1 < first.size() && first.size() == second.size(); ++i) {
    std::swap(first[i], first[i + 1]);
    if (first == second && first[i] != first[i + 1]) {
      return true;
    }
    std::swap(first[i], first[i + 1]);
  }
  return false;
}

/// True if the parts, alone or with one of the figures told nearby, make the sum; `turned`: with
/// two digits of it changed over.
struct Making {
  bool sum = false;
  bool turned = false;
};

Making makes(std::span<const CopyValue* const> parts, const CopyValue& sum,
             std::span<const CopyValue* const> nearby) {
  std::vector<const Quantity*> quantities;
  double total = 0;
  for (const CopyValue* part : parts) {
    quantities.push_back(part->quantity());
    total += number_of(*part);
  }
  Making making{can_sum_to(quantities, *sum.quantity()), are_transposed(total, number_of(sum))};
  for (const CopyValue* more : nearby) {
    quantities.push_back(more->quantity());
    making.sum = making.sum || can_sum_to(quantities, *sum.quantity());
    making.turned = making.turned || are_transposed(total + number_of(*more), number_of(sum));
    quantities.pop_back();
  }
  return making;
}

/// "Loans to households are 214 billion and loans to companies 131 billion, so that the whole book
/// comes to 354 billion"; "trading 140 million, taking total income to 4.3 billion".
void check_called_sum(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  std::vector<const CopyValue*> parts;
  for (const CopyValue& value : text.values_in(sentences[k])) {
    const bool both = text.word(value.tokens.begin) == "both";  // "of both lines" counts nothing
    if (value.quantity() != nullptr && !both && !may_add(text, value)) {
      return;
    }
    if (value.quantity() != nullptr && !both) {
      parts.push_back(&value);
    }
  }
  if (parts.size() < 2 || parts.size() > 6 ||
      !is_called_sum(text, *parts.back(), sentences[k].tokens.begin)) {
    return;
  }
  const CopyValue& sum = *parts.back();
  parts.pop_back();
  std::vector<const CopyValue*> nearby;
  for (std::size_t s = k > 1 ? k - 2 : 0; s < std::min(k + 3, sentences.size()); ++s) {
    for (const CopyValue& value : text.values_in(sentences[s])) {
      if (s != k && may_add(text, value) && same_unit(value, sum)) {
        nearby.push_back(&value);
      }
    }
  }
  const bool same =
      std::ranges::all_of(parts, [&](const CopyValue* part) { return same_unit(*part, sum); });
  const Making making = makes(parts, sum, nearby);
  if (same && !making.sum && making.turned) {
    notes.add(sum.mention->core,
              fmt::format("{} is not the sum of the figures beside it, which has two digits the "
                          "other way around",
                          text.written(sum.mention->core)),
              {{parts.front()->mention->core, "a part"}}, "see which of the figures is wrong");
  }
}

// -- 103 in all

/// "will call 84 witnesses, the defense 19, 113 in all": the two numbers before it, where the
/// sentence has no other.
void check_in_all(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr double kNearly = 0.25;
  const std::vector<const CopyValue*> counts = counts_in(text, sentence, exact_count_of);
  const auto values = std::ranges::count_if(
      text.values_in(sentence), [](const CopyValue& value) { return value.quantity() != nullptr; });
  if (counts.size() != 3 || values != 3) {
    return;
  }
  const CopyValue& all = *counts[2];
  const std::size_t end = all.tokens.end;
  const std::size_t begin = all.tokens.begin;
  const bool in_all = text.word(end) == "in" && text.word(end + 1) == "all" &&
                      text.word(begin - 1) == "," && begin - counts[1]->tokens.end <= 3;
  const double sum = number_of(*counts[0]) + number_of(*counts[1]);
  if (in_all && sum != number_of(all) && std::abs(sum - number_of(all)) <= kNearly * sum) {
    const CopyValue* const parts[] = {counts[0], counts[1]};
    tell(text, all, parts, notes);
  }
}

// -- the remaining 30 million

/// "The state paid 40 million, the county 26 million and donors the remaining 20 million", of the
/// 96 million of the sentence before.
void check_all_remaining(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr double kNearly = 0.3;
  const std::vector<Sentence>& sentences = text.sentences();
  std::vector<const CopyValue*> parts;
  for (const CopyValue& value : text.values_in(sentences[k])) {
    if (value.quantity() != nullptr && may_add(text, value)) {
      parts.push_back(&value);
    }
  }
  if (k == 0 || parts.size() < 3 || parts.back()->tokens.begin < 2 ||
      text.word(parts.back()->tokens.begin - 1) != "remaining") {
    return;
  }
  double sum = 0;
  for (const CopyValue* part : parts) {
    sum += number_of(*part);
  }
  const CopyValue* whole = nullptr;
  for (const CopyValue& value : text.values_in(sentences[k - 1])) {
    if (value.quantity() == nullptr || !may_add(text, value)) {
      continue;
    }
    const auto is_sum = [&](double parts_sum) {
      return std::abs(parts_sum - number_of(value)) <= 0.02 * number_of(value);
    };
    // "the Liberals 49 and four smaller parties the remaining 42": one of them counts others
    if (is_sum(sum) || std::ranges::any_of(parts, [&](const CopyValue* part) {
          return is_sum(sum - number_of(*part));
        })) {
      return;
    }
    whole = std::abs(number_of(value) - sum) <= kNearly * sum ? &value : whole;
  }
  if (whole != nullptr) {
    tell(text, *whole, parts, notes);
  }
}

// -- the remaining $700 million

/// "will borrow $2.4 billion and pay the remaining $900 million", of the $3.1 billion told above.
void check_remaining_money(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr double kNearly = 0.2;
  std::vector<const CopyValue*> amounts;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (of_dimension(&value, Dimension::money) != nullptr) {
      amounts.push_back(&value);
    }
  }
  if (amounts.size() != 2 || amounts[1]->tokens.begin < 2 ||
      text.word(amounts[1]->tokens.begin - 1) != "remaining") {
    return;
  }
  const Quantity* const parts[] = {amounts[0]->quantity(), amounts[1]->quantity()};
  const double sum = number_of(*amounts[0]) + number_of(*amounts[1]);
  const CopyValue* whole = nullptr;
  for (const CopyValue& value : first_values(text)) {
    const Quantity* money = of_dimension(&value, Dimension::money);
    if (money == nullptr || money->unit != parts[0]->unit ||
        number_of(value) < number_of(*amounts[0])) {
      continue;
    }
    if (can_sum_to(parts, *money)) {
      return;
    }
    const bool near = std::abs(number_of(value) - sum) <= kNearly * sum && &value != amounts[0] &&
                      value.tokens.end <= sentence.tokens.begin;
    whole = near && whole == nullptr ? &value : whole;
  }
  if (whole != nullptr) {
    tell(text, *whole, amounts, notes);
  }
}

// -- seven of them part-time

/// "16 stations, 11 of them underground and six on a viaduct": parts told by where they are are no
/// more than the whole.
void check_of_them(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kThem[] = {"them", "which", "whom"};
  constexpr std::string_view kPlaces[] = {"in", "on", "at", "from", "for", "against"};
  constexpr std::string_view kApart[] = {"part-time", "full-time"};
  const std::vector<const CopyValue*> counts = counts_in(text, sentence, exact_count_of);
  for (std::size_t i = 1; i + 1 < counts.size(); ++i) {
    const CopyValue& whole = *counts[i - 1];
    const CopyValue& first = *counts[i];
    const CopyValue& second = *counts[i + 1];
    const std::size_t of = first.tokens.end;
    const std::size_t comma = after_words(text, whole.tokens.end, 5, {});
    const bool beside = text.word(of) == "of" && is_in(text.word(of + 1), kThem) &&
                        comma + 1 == first.tokens.begin && text.word(comma) == ",";
    const std::size_t second_at = second.tokens.begin;
    const std::string_view link = text.word(second.tokens.end);
    const bool apart =
        (is_in(link, kPlaces) && text.word(second.tokens.end + 1) != "whom") || is_in(link, kApart);
    if (beside && text.word(second_at - 1) == "and" && second_at - of < 10 && apart &&
        number_of(first) + number_of(second) > number_of(whole)) {
      const CopyValue* const parts[] = {&first, &second};
      tell(text, whole, parts, notes);
    }
  }
}

// -- won seven, drawn three and lost one

/// The matches won, drawn and lost, where the words give all three.
struct Record {
  const CopyValue* won = nullptr;
  const CopyValue* drawn = nullptr;
  const CopyValue* lost = nullptr;
};

Record record_at(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kWon[] = {"won", "wins"};
  constexpr std::string_view kDrawn[] = {"drawn", "drew", "tied"};
  Record record;
  for (const CopyValue* value : counts_in(text, sentence, exact_count_of)) {
    const std::string_view before =
        value->tokens.begin > 0 ? text.word(value->tokens.begin - 1) : std::string_view();
    record.won = is_in(before, kWon) ? value : record.won;
    record.drawn = is_in(before, kDrawn) ? value : record.drawn;
    record.lost = before == "lost" ? value : record.lost;
  }
  return record;
}

/// "to 24 points from 11 games. They have won seven, drawn three and lost two."
void check_record(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::string_view kGames[] = {"games", "matches"};
  constexpr std::string_view kWhose[] = {"its", "their", "the"};  // "won five of its 12 games"
  const std::vector<Sentence>& sentences = text.sentences();
  const Record record = record_at(text, sentences[k]);
  if (record.won == nullptr || record.drawn == nullptr || record.lost == nullptr) {
    return;
  }
  const CopyValue* games = nullptr;
  for (std::size_t s = k > 0 ? k - 1 : 0; s <= k; ++s) {
    for (const CopyValue* value : counts_in(text, sentences[s], exact_count_of)) {
      const std::size_t begin = value->tokens.begin;
      const bool of =
          begin > 1 &&
          (record.won->tokens.end == begin - 2 || record.lost->tokens.end == begin - 2) &&
          text.word(begin - 2) == "of" && is_in(text.word(begin - 1), kWhose);
      if (!is_in(text.word(value->tokens.end), kGames) || (text.word(begin - 1) != "from" && !of)) {
        continue;
      }
      if (games != nullptr) {
        return;
      }
      games = value;
    }
  }
  const CopyValue* const parts[] = {record.won, record.drawn, record.lost};
  if (games == nullptr) {
    return;
  }
  if (number_of(*parts[0]) + number_of(*parts[1]) + number_of(*parts[2]) != number_of(*games)) {
    tell(text, *games, parts, notes);
    return;
  }
  const std::size_t points = games->tokens.begin - 2;
  const CopyValue* told = points >= 2 && text.word(points) == "points" && text.value(points - 1)
                              ? text.value(points - 1)
                              : nullptr;
  const double right = 3 * number_of(*record.won) + number_of(*record.drawn);
  const double of_two = 2 * number_of(*record.won) + number_of(*record.drawn);  // a win, elsewhere
  if (exact_count_of(text, told) != nullptr && number_of(*told) != right &&
      number_of(*told) != of_two && number_of(*told) > number_of(*games)) {
    notes.add(told->mention->core,
              fmt::format("{} matches won and {} drawn are {} points, not {}",
                          text.written(record.won->mention->core),
                          text.written(record.drawn->mention->core), shown(right),
                          text.written(told->mention->core)),
              {{record.won->mention->core, "won"}, {record.drawn->mention->core, "drawn"}},
              "see which of the numbers is wrong, or whether points were taken off");
  }
}

}  // namespace

void check_parts(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    check_rest(text, k, notes);
    check_leaving(text, k, notes);
    check_called_sum(text, k, notes);
    check_of_them(text, text.sentences()[k], notes);
    check_record(text, k, notes);
    check_remaining_money(text, text.sentences()[k], notes);
    check_all_remaining(text, k, notes);
    check_in_all(text, text.sentences()[k], notes);
  }
  check_partitions(text, notes);
}

}  // namespace concord::proofread
