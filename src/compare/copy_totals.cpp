// What is added to a number, and the shares of one vote.
#include <algorithm>

#include <fmt/format.h>

#include "compare/copy_checks.h"

namespace concord::compare {
namespace {

constexpr std::size_t kWordsOfPart = 9;  // "Homeland 38 percent and the Greens of Osterby 24"

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

/// "the Alliance had 42 percent of the vote, Homeland 38 percent and the Greens 24 percent": the
/// shares that follow one another by name.
std::vector<const CopyValue*> shares_at(const CopyText& text, std::span<const CopyValue> values) {
  std::vector<const CopyValue*> shares;
  for (const CopyValue& value : values) {
    const Quantity* quantity = value.quantity();
    const bool percent =
        quantity != nullptr && quantity->dimension == Dimension::percent && quantity->nominal;
    if (!percent) {
      continue;
    }
    const std::size_t end = value.tokens.end;
    if (shares.empty()) {
      const bool of_votes =
          text.word(end) == "of" && (text.word(end + 1) == "votes" ||
                                     text.word(end + 2) == "vote" || text.word(end + 2) == "votes");
      if (of_votes) {
        shares.push_back(&value);
      }
      continue;
    }
    bool named = false;
    for (std::size_t i = shares.back()->tokens.end; i < value.tokens.begin; ++i) {
      named = named || text.is_capital(i);
    }
    if (!named || value.tokens.begin - shares.back()->tokens.end > kWordsOfPart) {
      break;
    }
    shares.push_back(&value);
  }
  return shares;
}

/// Shares of one vote make no more than all of it; each may be rounded up by half a percent.
void check_votes(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  const auto shares = shares_at(text, text.values_in(sentence));
  double sum = 0;
  double slack = 0;
  std::string addition;
  std::vector<SlipLabel> labels;
  for (const CopyValue* share : shares) {
    const Decimal& nominal = *share->quantity()->nominal;
    sum += nominal.to_double();
    slack += nominal.is_whole() ? 0.5 : 0.05;
    addition += (addition.empty() ? "" : " + ") + to_string(nominal);
    labels.push_back({share->mention->core, "a share"});
  }
  if (shares.size() >= 2 && sum > 100 + slack + 1e-9) {
    notes.add(shares.front()->mention->core,
              fmt::format("the shares make more than the whole vote: {} is {:.4g} percent",
                          addition, sum),
              {labels.begin() + 1, labels.end()}, "see which of the shares is wrong");
  }
}

}  // namespace

void check_totals(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_added(text, sentence, notes);
    check_votes(text, sentence, notes);
  }
}

}  // namespace concord::compare
