// What is added to a number, and what an amount is shared out to.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// The number of those who are added: "two more died", "another 40 cases".
bool is_more(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kMore[] = {"more", "additional", "further", "new"};
  constexpr std::string_view kAnother[] = {"another", "additional", "further"};
  const Quantity* quantity = value.quantity();
  const std::size_t begin = value.tokens.begin;
  return quantity != nullptr && quantity->dimension == Dimension::count && quantity->nominal &&
         quantity->hedge == Hedge::exact &&
         (is_in(text.word(value.tokens.end), kMore) || is_in(text.word(begin), kAnother) ||
          (begin > 0 && is_in(text.word(begin - 1), kAnother)));
}

/// A count before or after something was added, where it stands.
struct Told {
  Decimal number;
  Span place;
};

std::optional<Told> told_at(const CopyValue& value) {
  const Quantity* count = value.quantity();
  const bool exact = count != nullptr && count->dimension == Dimension::count && count->nominal &&
                     count->hedge == Hedge::exact;
  return exact ? std::optional(Told{*count->nominal, value.mention->core}) : std::nullopt;
}

/// "from 11 to 14", which is read as one value, or as two with other words between them.
std::optional<std::pair<Told, Told>> from_and_to(const CopyText& text,
                                                 std::span<const CopyValue* const> counts) {
  const auto before = [&](const CopyValue& value) { return text.word(value.tokens.begin - 1); };
  if (counts.size() == 1) {
    const Range tokens = counts[0]->tokens;
    const Quantity* range = counts[0]->quantity();
    const bool written = text.word(tokens.begin) == "from" && tokens.size() == 4 &&
                         text.word(tokens.begin + 2) == "to";
    return written && range != nullptr && range->dimension == Dimension::count &&
                   range->hard.bounded()
               ? std::optional(std::pair{
                     Told{*range->hard.low, text.span(tokens.begin + 1, tokens.begin + 2)},
                     Told{*range->hard.high, text.span(tokens.begin + 3, tokens.begin + 4)}})
               : std::nullopt;
  }
  const auto first = counts.size() == 2 ? told_at(*counts[0]) : std::nullopt;
  const auto second = counts.size() == 2 ? told_at(*counts[1]) : std::nullopt;
  if (!first || !second) {
    return std::nullopt;
  }
  const bool forward = before(*counts[0]) == "from" && before(*counts[1]) == "to";
  const bool backward = before(*counts[0]) == "to" && before(*counts[1]) == "from";
  return forward    ? std::optional(std::pair{*first, *second})
         : backward ? std::optional(std::pair{*second, *first})
                    : std::nullopt;
}

/// "Two more died, raising the toll from 11 to 13": the old number and the more make the new one,
/// where the sentence counts nothing else.
void check_added(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kRaise[] = {"raising", "raised", "raises",  "bringing", "brought",
                                         "brings",  "lifted", "lifting", "pushing",  "pushed",
                                         "takes",   "taking", "took"};
  std::vector<const CopyValue*> counts;
  bool raises = false;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    raises = raises || is_in(text.word(i), kRaise);
    const CopyValue* value = text.value(i);
    const bool counted = value != nullptr && value->time() == nullptr;
    if (counted && counts.size() == 1 && !raises) {
      return;
    }
    if (counted) {
      counts.push_back(value);
    }
  }
  if (counts.size() < 2 || !is_more(text, *counts[0])) {
    return;
  }
  const auto ends = from_and_to(text, std::span(counts).subspan(1));
  const Decimal& more = *counts[0]->quantity()->nominal;
  const auto sum = ends ? add(more, ends->first.number) : std::nullopt;
  if (sum && *sum != ends->second.number) {
    notes.add(ends->second.place,
              fmt::format("{} and {} more make {}, not {}", to_string(ends->first.number),
                          to_string(more), to_string(*sum), to_string(ends->second.number)),
              {{counts[0]->mention->core, "those added"}, {ends->first.place, "the number before"}},
              "see which of the three numbers is wrong");
  }
}

/// Words of one sort of those counted; both sentences speak of it.
constexpr std::array<std::string_view, 8> kSorts[] = {
    {"dead", "died", "killed", "bodies", "body", "deaths", "toll", "victims"},
    {"cases", "infections", "infected", "patients"},
    {"arrested", "arrests", "detained", "detainees", "held"},
    {"injured", "wounded", "hurt", "injuries"},
};

/// The number told before of those that the sentence adds to: "after 68 had been recovered", or the
/// only count of the sentence before, which sums up ("had been found by Wednesday").
const CopyValue* number_before(const CopyText& text, std::size_t k, const CopyValue& more,
                               const CopyValue& total) {
  constexpr std::string_view kSumsUp[] = {"had", "stood", "total", "toll", "far", "until"};
  const Sentence& sentence = text.sentences()[k];
  const std::size_t after = total.tokens.end + (text.word(total.tokens.end) == "," ? 1 : 0);
  const CopyValue* behind = text.word(after) == "after" ? text.value(after + 1) : nullptr;
  if (behind != nullptr) {
    return text.word(behind->tokens.end) == "had" ? behind : nullptr;
  }
  if (k == 0 || !text.is_break(total.tokens.end)) {
    return nullptr;
  }
  const Sentence& last = text.sentences()[k - 1];
  const auto counts = counts_in(text, last);
  const auto speaks = [&](const Sentence& one, std::span<const std::string_view> words) {
    return any_in(text, one.tokens.begin, one.tokens.end, words);
  };
  const bool same = std::ranges::any_of(kSorts, [&](const auto& words) {
    const auto end = std::ranges::find(words, std::string_view());
    const std::span<const std::string_view> sort(words.begin(), end);
    return speaks(last, sort) && speaks(sentence, sort);
  });
  // "Four more were found": of those whom the sentence before counts
  const bool resumed = text.word(more.tokens.end) == "more" &&
                       text.word(more.tokens.end + 1) == "were" &&
                       sentence.tokens.begin == more.tokens.begin;
  return counts.size() == 1 && (same || resumed) && speaks(last, kSumsUp) ? counts.front()
                                                                          : nullptr;
}

/// "Four more were found, bringing the total to 75", where 68 were told before.
void check_brought_to(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::string_view kBring[] = {"bringing", "raising", "taking", "lifting", "pushing"};
  constexpr std::string_view kTotal[] = {"total", "toll", "number"};
  constexpr std::size_t kReach = 5;
  const auto counts = counts_in(text, text.sentences()[k]);
  if (counts.size() < 2 || counts.size() > 3 || !is_more(text, *counts[0])) {
    return;
  }
  const std::size_t to = counts[1]->tokens.begin;
  const std::size_t from = to - std::min(to, kReach);
  const auto total = told_at(*counts[1]);
  const CopyValue* before = to > 0 && text.word(to - 1) == "to" && any_in(text, from, to, kBring) &&
                                    any_in(text, from, to, kTotal)
                                ? number_before(text, k, *counts[0], *counts[1])
                                : nullptr;
  const auto first = before == nullptr ? std::nullopt : told_at(*before);
  const bool other = counts.size() == 3 && counts[2] != before;
  const Decimal& more = *counts[0]->quantity()->nominal;
  const auto sum = first ? add(more, first->number) : std::nullopt;
  if (!total || !sum || other || *sum == total->number || total->number < first->number) {
    return;
  }
  notes.add(total->place,
            fmt::format("{} and {} more make {}, not {}", to_string(first->number), to_string(more),
                        to_string(*sum), to_string(total->number)),
            {{counts[0]->mention->core, "those added"}, {first->place, "the number before"}},
            "see which of the three numbers is wrong");
}

// -- what is shared out

/// Amounts of one unit from token `i` on, each behind words that are no amount: "Ardal will get 14
/// million crowns, Benn 9 million and Cossey 5 million", to the end of the sentence.
std::vector<const CopyValue*> amounts_in(const CopyText& text, const Sentence& sentence) {
  std::vector<const CopyValue*> amounts;
  std::size_t last = sentence.tokens.begin;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* quantity = value.quantity();
    bool named = false;
    for (std::size_t i = last; i < value.tokens.begin; ++i) {
      named = named || (text.is_word(i) && text.is_capital(i));
    }
    last = value.tokens.end;
    if (quantity == nullptr || !quantity->nominal || !quantity->hard.bounded() || !named) {
      return {};
    }
    amounts.push_back(&value);
  }
  return amounts;
}

bool is_sum(const Quantity& quantity) {
  return quantity.nominal && quantity.hard.bounded() &&
         (quantity.dimension == Dimension::money || quantity.dimension == Dimension::count) &&
         Decimal(10) < *quantity.nominal;
}

/// "30 million crowns to three towns": an amount and how many it goes to, in one sentence that has
/// no other.
struct SharedOut {
  const CopyValue* amount = nullptr;
  const CopyValue* takers = nullptr;
};

std::optional<SharedOut> shared_out(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kAmong[] = {"to", "among", "between", "for"};
  constexpr Decimal kMostTakers(12);
  SharedOut found;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* quantity = value.quantity();
    if (quantity == nullptr) {
      continue;
    }
    const std::size_t begin = value.tokens.begin;
    const bool taker =
        found.amount != nullptr && quantity->dimension == Dimension::count && quantity->nominal &&
        Decimal(2) <= *quantity->nominal && *quantity->nominal <= kMostTakers && begin > 0 &&
        (is_in(text.word(begin - 1), kAmong) ||
         (begin > 1 && text.word(begin - 1) == "the" && is_in(text.word(begin - 2), kAmong)));
    if (taker && found.takers == nullptr) {
      found.takers = &value;
    } else if (found.amount == nullptr && is_sum(*quantity)) {
      found.amount = &value;
    } else {
      return std::nullopt;
    }
  }
  return found.takers != nullptr ? std::optional(found) : std::nullopt;
}

/// As many amounts, each with a name, as there are takers make the amount that is shared out.
void check_shared_out(const CopyText& text, const Sentence& whole, const Sentence& parts,
                      CopyNotes& notes) {
  const auto shared = shared_out(text, whole);
  const auto amounts = shared ? amounts_in(text, parts) : std::vector<const CopyValue*>{};
  if (!shared ||
      Decimal(static_cast<std::int64_t>(amounts.size())) != *shared->takers->quantity()->nominal) {
    return;
  }
  const Quantity& all = *shared->amount->quantity();
  std::vector<const Quantity*> quantities;
  std::string addition;
  std::vector<SlipLabel> labels;
  for (const CopyValue* amount : amounts) {
    const Quantity& part = *amount->quantity();
    if (part.unit != all.unit && part.unit != "1") {
      return;
    }
    quantities.push_back(&part);
    addition += (addition.empty() ? "" : " + ") + text.written(amount->mention->core);
    labels.push_back({amount->mention->core, "a part"});
  }
  if (!can_sum_to(quantities, all)) {
    notes.add(shared->amount->mention->core,
              fmt::format("{} is not the sum of its parts: {} is another sum",
                          text.written(shared->amount->mention->core), addition),
              std::move(labels), "see which of the numbers is wrong, or whether a part is missing");
  }
}

/// "200 bicycles for 5,000 crowns each, a total of 10 million".
void check_each(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kEach[] = {"each", "apiece"};
  constexpr double kRoundly = 0.06;
  const CopyValue* number = nullptr;
  const CopyValue* price = nullptr;
  const CopyValue* total = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* quantity = value.quantity();
    if (quantity == nullptr || !quantity->nominal) {
      continue;
    }
    const std::size_t begin = value.tokens.begin;
    const std::size_t end = value.tokens.end;
    const bool of_total =
        begin > 1 && text.word(begin - 1) == "of" && text.word(begin - 2) == "total";
    if (of_total) {
      total = &value;
    } else if (is_in(text.word(end), kEach) || is_in(text.word(end + 1), kEach)) {
      price = &value;
    } else if (number != nullptr || price != nullptr) {
      return;
    } else {
      number = &value;
    }
  }
  if (number == nullptr || price == nullptr || total == nullptr) {
    return;
  }
  const double product =
      number->quantity()->nominal->to_double() * price->quantity()->nominal->to_double();
  const double told = total->quantity()->nominal->to_double();
  if (std::abs(product - told) > kRoundly * std::max(product, told)) {
    notes.add(total->mention->core,
              fmt::format("{} times {} is {}, not {}", text.written(number->mention->core),
                          text.written(price->mention->core), shown(product),
                          text.written(total->mention->core)),
              {{number->mention->core, "how many"}, {price->mention->core, "each"}},
              "see which of the three numbers is wrong");
  }
}

}  // namespace

void check_totals(const CopyText& text, CopyNotes& notes) {
  constexpr std::size_t kReach = 3;  // sentences in which an amount is shared out
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    check_added(text, sentences[k], notes);
    check_brought_to(text, k, notes);
    check_each(text, sentences[k], notes);
    for (std::size_t next = k + 1; next < std::min(sentences.size(), k + kReach); ++next) {
      check_shared_out(text, sentences[k], sentences[next], notes);
    }
  }
  check_votes(text, notes);
  check_budgets(text, notes);
  check_halves(text, notes);
  check_conditions(text, notes);
  check_matches(text, notes);
  check_results(text, notes);
}

}  // namespace concord::proofread
