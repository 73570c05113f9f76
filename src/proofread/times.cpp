// How many times as much, how much each, and how much a week: figures that others make.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "proofread/changes.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kReach = 14;  // tokens between a figure and what is said of it

/// A figure of an amount with both ends known; nullptr for any other value.
const Quantity* amount(const CopyText& text, const CopyValue* value) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  const bool fits = quantity != nullptr && quantity->nominal && quantity->hard.bounded() &&
                    Decimal(0) < *quantity->nominal && quantity->dimension != Dimension::ordinal &&
                    quantity->dimension != Dimension::age &&
                    quantity->dimension != Dimension::ratio && !is_fraction(text, *value);
  return fits && !is_year(text, *value) ? quantity : nullptr;
}

bool same_measure(const Quantity& one, const Quantity& other) {
  return one.dimension == other.dimension && one.unit == other.unit;
}

/// The amounts of the sentence that end before token `i`, in order.
std::vector<const CopyValue*> amounts_before(const CopyText& text, const Sentence& sentence,
                                             std::size_t i) {
  std::vector<const CopyValue*> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end <= i && amount(text, &value) != nullptr) {
      found.push_back(&value);
    }
  }
  return found;
}

// -- twice as much, less than half of

/// A word, and one behind it, that say how many times; times may be that of the greater to the
/// less.
struct Times {
  std::string_view first;
  std::string_view second;
  double times;
};
constexpr Times kTimes[] = {
    {"twice", "", 2},          {"double", "", 2},          {"half", "", 0.5},
    {"three", "times", 3},     {"four", "times", 4},       {"five", "times", 5},
    {"six", "times", 6},       {"ten", "times", 10},       {"triple", "", 3},
    {"a", "third", 1.0 / 3},   {"a", "quarter", 0.25},     {"a", "fifth", 0.2},
    {"a", "tenth", 0.1},       {"seven", "times", 7},      {"eight", "times", 8},
    {"two", "thirds", 2. / 3}, {"three", "quarters", 0.75}};

const Times* times_at(const CopyText& text, std::size_t i) {
  const auto* row = std::ranges::find_if(kTimes, [&](const Times& one) {
    return text.word(i) == one.first && (one.second.empty() || text.word(i + 1) == one.second);
  });
  return row == std::end(kTimes) ? nullptr : row;
}

std::size_t length(const Times& times) {
  return times.second.empty() ? 1 : 2;
}

void tell(const CopyText& text, const CopyValue& one, const CopyValue& other, Span words,
          CopyNotes& notes) {
  const double first = one.quantity()->nominal->to_double();
  const double second = other.quantity()->nominal->to_double();
  notes.add(
      words,
      fmt::format("{} is {} times {}: not \"{}\"", text.written(one.mention->core),
                  shown(first / second), text.written(other.mention->core), text.written(words)),
      {{one.mention->core, "one figure"}, {other.mention->core, "the other"}},
      "see which of the words and the two figures is wrong");
}

/// "6,120 votes to his 2,040, twice as many", "$24, and Eastfield, at $8, half as much": of the one
/// to the other, whichever is meant.
void check_as_much(const CopyText& text, const Sentence& sentence, std::size_t i,
                   CopyNotes& notes) {
  constexpr std::string_view kMuch[] = {"much", "many", "high", "large", "big", "long"};
  constexpr std::string_view kAbout[] = {"about", "nearly", "almost", "roughly", "some", "than"};
  const Times* times = times_at(text, i);
  const std::size_t as = times == nullptr ? 0 : i + length(*times);
  if (times == nullptr || i < 2 || text.word(as) != "as" || !is_in(text.word(as + 1), kMuch)) {
    return;
  }
  const std::size_t the = as + 3 + (text.word(as + 3) == "the" ? 1 : 0);
  const CopyValue* other = text.word(as + 2) == "as" ? text.value(the) : nullptr;
  if (other == nullptr && !text.is_break(as + 2)) {
    return;
  }
  const bool hedged = is_in(text.word(i - 1), kAbout);
  std::size_t comma = i - (hedged ? 1 : 0);
  comma -= comma > 0 && text.word(comma - 1) == "more" ? 1 : 0;
  auto found = amounts_before(text, sentence, i);
  if (other != nullptr && amount(text, other) != nullptr && !found.empty()) {
    found = {other, found.back()};
  }
  if (found.size() != 2 || text.word(comma - 1) != "," || i - found[1]->tokens.end > kReach ||
      !same_measure(*found[0]->quantity(), *found[1]->quantity())) {
    return;
  }
  const double first = found[0]->quantity()->nominal->to_double();
  const double second = found[1]->quantity()->nominal->to_double();
  const double ratio = std::max(first, second) / std::min(first, second);
  const double told = std::max(times->times, 1 / times->times);
  const double slack = hedged ? 1.4 : 1.25;
  const bool more = text.word(i - 1) == "than";
  if (ratio > told * (more ? told : slack) || ratio < told / slack) {
    tell(text, *found[0], *found[1], text.span(i, as + 2), notes);
  }
}

/// "$3.1 million, less than half of the $4.5 million": at most or at least so many times as much.
void check_limit(const CopyText& text, const Sentence& sentence, std::size_t i, CopyNotes& notes) {
  constexpr std::string_view kOf[] = {"of", "the", "its", "as", "many", "much", "that"};
  const bool less = text.word(i) == "less" || text.word(i) == "fewer";
  const Times* times = text.word(i + 1) == "than" ? times_at(text, i + 2) : nullptr;
  if (times == nullptr || (!less && text.word(i) != "more") || i == 0 || text.word(i - 1) != ",") {
    return;
  }
  const std::size_t end = i + 2 + length(*times);
  std::size_t at = end;
  while (text.value(at) == nullptr && is_in(text.word(at), kOf)) {
    ++at;
  }
  const auto found = amounts_before(text, sentence, i);
  // "The old one costs $10; the new one costs $7, less than half as much."
  const CopyValue* other = text.value(at);
  if (text.word(at - 1) == "much" && text.is_break(at) && found.size() > 1) {
    const auto before = std::find_if(found.rbegin() + 1, found.rend(), [&](const CopyValue* value) {
      return same_measure(*value->quantity(), *found.back()->quantity());
    });
    other = before == found.rend() ? nullptr : *before;
  }
  const Quantity* whole = amount(text, other);
  if (whole == nullptr || found.empty() || i - found.back()->tokens.end > kReach ||
      !same_measure(*whole, *found.back()->quantity())) {
    return;
  }
  const auto part = bounds_of(*found.back()->quantity());
  const auto all = bounds_of(*whole);
  constexpr double kFarApart = 20;  // "67 cents a share, more than twice the $13.5 million"
  const bool near =
      part && all && part->high * kFarApart > all->low && part->low < kFarApart * all->high;
  const bool wrong =
      near && (less ? part->low > times->times * all->high : part->high < times->times * all->low);
  if (wrong) {
    tell(text, *found.back(), *other, text.span(i, end), notes);
  }
}

// -- each

/// "34 teeth, 17 on each side".
void check_sides(const CopyText& text, const CopyValue& half, const Sentence& sentence,
                 CopyNotes& notes) {
  const std::size_t end = half.tokens.end;
  const std::size_t begin = half.tokens.begin;
  const auto before = amounts_before(text, sentence, begin);
  const bool sides = text.word(end) == "on" && text.word(end + 1) == "each" &&
                     text.word(end + 2) == "side" && begin > 0 && text.word(begin - 1) == ",";
  const Quantity* part = amount(text, &half);
  if (!sides || part == nullptr || before.empty() || begin - before.back()->tokens.end > 4) {
    return;
  }
  const double all = before.back()->quantity()->nominal->to_double();
  if (same_measure(*part, *before.back()->quantity()) && all != 2 * part->nominal->to_double()) {
    notes.add(half.mention->core,
              fmt::format("{} on each side make {}, not {}", text.written(half.mention->core),
                          shown(2 * part->nominal->to_double()),
                          text.written(before.back()->mention->core)),
              {{before.back()->mention->core, "all of them"}}, "see which of the two is wrong");
  }
}

/// Two figures, the one they make, and the words that say so.
struct Product {
  const CopyValue* number = nullptr;
  const CopyValue* each = nullptr;
  const CopyValue* total = nullptr;
};

constexpr double kRoundly = 0.06;  // of a product of rounded figures

bool makes(const CopyText& text, const CopyValue& number, const CopyValue& each,
           const CopyValue& total) {
  const Quantity* many = amount(text, &number);
  if (many == nullptr || amount(text, &each) == nullptr || amount(text, &total) == nullptr) {
    return false;
  }
  const double right = many->nominal->to_double() * each.quantity()->nominal->to_double();
  const double told = total.quantity()->nominal->to_double();
  return std::abs(right - told) <= kRoundly * std::max(right, told);
}

/// "24 trains, worth $312 million, or $13 million each"; "two field hospitals with 60 beds each,
/// 120 in all".
Product product_at(const CopyText& text, const Sentence& sentence, const CopyValue& each) {
  constexpr std::string_view kEach[] = {"each", "apiece"};
  constexpr std::string_view kAll[] = {"all", "total"};
  const std::size_t end = after_words(text, each.tokens.end, 2, kEach);
  const auto before = amounts_before(text, sentence, each.tokens.begin);
  if (!is_in(text.word(end), kEach) || before.empty() ||
      each.tokens.begin - before.back()->tokens.end > kReach) {
    return {};
  }
  const std::size_t begin = each.tokens.begin;
  const bool apposed = begin > 1 && (text.word(begin - 1) == "or" || text.word(begin) == "or" ||
                                     text.word(begin - 1) == "(");
  if (apposed && before.size() == 2) {
    return {before[0], &each, before[1]};
  }
  const CopyValue* total = text.word(end + 1) == "," ? text.value(end + 2) : nullptr;
  const std::size_t in = total == nullptr ? 0 : after_words(text, total->tokens.end, 2, kAll);
  const bool in_all = total != nullptr && is_in(text.word(in), kAll) && text.word(in - 1) == "in";
  // "Four tickets with five numbers won $150,000 each": each count before may be the one meant
  const bool other = in_all && std::ranges::any_of(before, [&](const CopyValue* number) {
                       return makes(text, *number, each, *total);
                     });
  return in_all && !other ? Product{before.back(), &each, total} : Product{};
}

/// "$2,000 for each of six breaches, a total of $12,000".
Product product_of_each(const CopyText& text, const Sentence& sentence, const CopyValue& number) {
  constexpr std::string_view kThe[] = {"the", "its", "his", "her", "their"};
  constexpr std::string_view kTotal[] = {"total", "sum"};
  std::size_t of = number.tokens.begin;
  of -= of > 0 && is_in(text.word(of - 1), kThe) ? 1 : 0;
  if (of < 4 || text.word(of - 1) != "of" || text.word(of - 2) != "each" ||
      text.word(of - 3) != "for") {
    return {};
  }
  const CopyValue* each = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    each = value.tokens.end == of - 3 ? &value : each;
  }
  std::size_t a = after_words(text, number.tokens.end, kReach, {});
  a += text.word(a) == "," ? 1 : 0;
  const bool total = text.word(a - 1) == "," && (text.word(a) == "a" || text.word(a) == "in") &&
                     is_in(text.word(a + 1), kTotal) && text.word(a + 2) == "of";
  return total && each != nullptr ? Product{&number, each, text.value(a + 3)} : Product{};
}

void check_product(const CopyText& text, const Product& product, CopyNotes& notes) {
  const Quantity* number = amount(text, product.number);
  const Quantity* each = amount(text, product.each);
  const Quantity* total = amount(text, product.total);
  if (number == nullptr || each == nullptr || total == nullptr ||
      number->dimension != Dimension::count || !same_measure(*each, *total) ||
      makes(text, *product.number, *product.each, *product.total)) {
    return;
  }
  const double right = number->nominal->to_double() * each->nominal->to_double();
  notes.add(product.total->mention->core,
            fmt::format("{} times {} is {}, not {}", text.written(product.number->mention->core),
                        text.written(product.each->mention->core), shown(right),
                        text.written(product.total->mention->core)),
            {{product.number->mention->core, "how many"}, {product.each->mention->core, "each"}},
            "see which of the three numbers is wrong");
}

// -- a year, or a week

struct Period {
  std::string_view unit;
  double days;
};
constexpr Period kPeriods[] = {{"day", 1}, {"week", 7}, {"month", 30.4}, {"year", 365}};

/// Where "a year" behind a few words of a figure ends, and how long it is.
struct Rate {
  std::size_t end = 0;
  double days = 0;
};

Rate rate_behind(const CopyText& text, std::size_t i) {
  constexpr std::string_view kPer[] = {"a", "per", "every", "each"};
  const std::size_t at = after_words(text, i, 3, kPer);
  const auto* row = std::ranges::find(kPeriods, text.word(at + 1), &Period::unit);
  return is_in(text.word(at), kPer) && row != std::end(kPeriods) ? Rate{at + 2, row->days} : Rate{};
}

/// "5,200 babies a year, or 100 a week".
void check_rate(const CopyText& text, const CopyValue& value, CopyNotes& notes) {
  constexpr std::string_view kAbout[] = {"about", "some", "around", "roughly", "nearly", "almost"};
  constexpr double kWorkingWeek = 5.0 / 7;
  constexpr double kSlack = 1.15;
  const Rate first = amount(text, &value) == nullptr ? Rate{} : rate_behind(text, value.tokens.end);
  if (first.end == 0 || text.word(first.end) != ",") {
    return;
  }
  std::size_t i = first.end + 1;
  const bool joined = text.value(i) == nullptr && text.word(i) == "or";
  i += joined ? 1 : 0;
  while (text.value(i) == nullptr && is_in(text.word(i), kAbout)) {
    ++i;
  }
  const CopyValue* other = text.value(i);
  const Rate second =
      amount(text, other) == nullptr ? Rate{} : rate_behind(text, other->tokens.end);
  if ((!joined && text.word(first.end + 1) != "or") || second.end == 0 ||
      second.days == first.days || !same_measure(*value.quantity(), *other->quantity())) {
    return;
  }
  const double ratio = value.quantity()->nominal->to_double() /
                       other->quantity()->nominal->to_double() / (first.days / second.days);
  const bool working = first.days == 1 || second.days == 1;
  const double low = (working ? kWorkingWeek : 1) / kSlack;
  if (ratio < low || ratio > kSlack / (working ? kWorkingWeek : 1)) {
    notes.add(other->mention->core,
              fmt::format("{} and {} are not the same rate",
                          text.written(text.span(value.tokens.begin, first.end)),
                          text.written(text.span(other->tokens.begin, second.end))),
              {{value.mention->core, "the other rate"}}, "see which of the two is wrong");
  }
}

// -- a quarter point

/// "cut its rate by half a point to 2.25 percent, from 2.5 percent".
void check_fraction_of_point(const CopyText& text, const Sentence& sentence, std::size_t i,
                             CopyNotes& notes) {
  const bool quarter = text.word(i) == "quarter";
  const bool half = text.word(i) == "half";
  const std::size_t point = i + 1 + (text.word(i + 1) == "a" || text.word(i + 1) == "of" ? 1 : 0);
  const bool named = text.word(point) == "point" ||
                     (text.word(point) == "percentage" && text.word(point + 1) == "point");
  const bool of_three = i > 0 && text.word(i - 1) == "three";
  std::vector<const CopyValue*> rates;
  for (const CopyValue& value : text.values_in(sentence)) {
    const bool from = value.tokens.begin > 0 && (text.word(value.tokens.begin - 1) == "from" ||
                                                 text.word(value.tokens.begin - 1) == "to");
    if (of_dimension(&value, Dimension::percent) != nullptr && from) {
      rates.push_back(&value);
    }
  }
  if ((!quarter && !half) || !named || of_three || rates.size() != 2) {
    return;
  }
  const double apart = std::abs(rates[0]->quantity()->nominal->to_double() -
                                rates[1]->quantity()->nominal->to_double());
  if (std::abs(apart - (quarter ? 0.25 : 0.5)) > 0.011) {
    notes.add(
        text.span(i, point + 1),
        fmt::format("{} and {} are {} percentage points apart, not {} point",
                    text.written(rates[0]->mention->core), text.written(rates[1]->mention->core),
                    shown(apart), quarter ? "a quarter" : "half a"),
        {{rates[0]->mention->core, "one rate"}, {rates[1]->mention->core, "the other"}},
        "see which of the three is wrong");
  }
}

}  // namespace

void check_times(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      check_as_much(text, sentence, i, notes);
      check_limit(text, sentence, i, notes);
      check_fraction_of_point(text, sentence, i, notes);
    }
    for (const CopyValue& value : text.values_in(sentence)) {
      check_product(text, product_at(text, sentence, value), notes);
      check_product(text, product_of_each(text, sentence, value), notes);
      check_rate(text, value, notes);
      check_sides(text, value, sentence, notes);
    }
  }
}

}  // namespace concord::proofread
