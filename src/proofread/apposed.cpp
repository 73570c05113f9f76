// A share and a part that say the same again, of a whole that stands before both.
#include <algorithm>

#include <fmt/format.h>

#include "base/number_words.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kNounWords = 3;    // "of the trees" between a share and its part
constexpr double kFractionSlack = 0.15;  // of a fraction in words: 30 percent is a third to many
constexpr double kHedgedSlack = 0.1;     // further, of "about a third"

/// "a quarter", "two thirds", "25 percent".
struct Share {
  double percent = 0;
  Bounds bounds;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Fraction {
  std::string_view word;
  double part;
};
constexpr Fraction kFractions[] = {{"half", 1.0 / 2},    {"third", 1.0 / 3},    {"thirds", 1.0 / 3},
                                   {"quarter", 1.0 / 4}, {"quarters", 1.0 / 4}, {"fifth", 1.0 / 5},
                                   {"fifths", 1.0 / 5},  {"sixth", 1.0 / 6},    {"eighth", 1.0 / 8},
                                   {"tenth", 1.0 / 10}};

bool is_hedged(const CopyText& text, std::size_t i) {
  constexpr std::string_view kAbout[] = {"about",  "nearly", "almost", "roughly",
                                         "around", "some",   "than",   "over"};
  return i > 0 && is_in(text.word(i - 1), kAbout);
}

/// How many of the fraction: 1 for "a" and "one", 2 for "two"; 0 for any other word.
int numerator_of(std::string_view word) {
  constexpr std::string_view kOne[] = {"a", "one"};
  return is_in(word, kOne) ? 1 : word == "two" ? 2 : word == "three" ? 3 : 0;
}

/// What a fraction in words may stand for: up to halfway to the next one that people use.
Bounds fraction_bounds(double percent, bool hedged) {
  constexpr double kUsed[] = {10, 20, 25, 100.0 / 3, 50, 200.0 / 3, 75, 90};
  double slack = percent * kFractionSlack;
  Bounds bounds{percent - slack, percent + slack};
  for (const double used : kUsed) {
    const double half = (used + percent) / 2;
    bounds.low = used < percent - 1 ? std::max(bounds.low, half) : bounds.low;
    bounds.high = used > percent + 1 ? std::min(bounds.high, half) : bounds.high;
  }
  slack = hedged ? percent * kHedgedSlack : 0;
  return {bounds.low - slack, bounds.high + slack};
}

/// "nine in ten", "two out of three"; nothing for any other words.
std::optional<Share> in_so_many(const CopyText& text, std::size_t i) {
  const bool out = text.word(i + 1) == "out" && text.word(i + 2) == "of";
  if (text.word(i + 1) != "in" && !out) {
    return std::nullopt;
  }
  const auto number = [&](std::size_t at) {
    const auto* found = std::ranges::find(kSmallNumbers, text.word(at));
    return found == kSmallNumbers.end() ? 0.0 : static_cast<double>(found - kSmallNumbers.begin());
  };
  const std::size_t of = out ? i + 3 : i + 2;
  const double part = number(i);
  const double whole = number(of);
  if (part < 1 || whole <= part) {
    return std::nullopt;
  }
  Share share;
  share.percent = 100 * part / whole;
  share.bounds = fraction_bounds(share.percent, is_hedged(text, i));
  share.begin = i;
  share.end = of + 1;
  return share;
}

std::optional<Share> fraction_at(const CopyText& text, std::size_t i) {
  if (const auto share = in_so_many(text, i)) {
    return share;
  }
  const bool bare = text.word(i) == "half";
  const int times = bare ? 1 : numerator_of(text.word(i));
  if (times == 0) {
    return std::nullopt;
  }
  std::size_t at = bare ? i : i + 1;
  at += !bare && text.word(at) == "-" ? 1 : 0;  // "two-thirds"
  const auto* row = std::ranges::find(kFractions, text.word(at), &Fraction::word);
  if (row == std::end(kFractions)) {
    return std::nullopt;
  }
  Share share;
  share.percent = 100 * times * row->part;
  share.bounds = fraction_bounds(share.percent, is_hedged(text, i));
  share.begin = i;
  share.end = at + 1;
  return share;
}

std::optional<Share> share_at(const CopyText& text, std::size_t i) {
  const CopyValue* value = text.value(i);
  const Quantity* percent = of_dimension(value, Dimension::percent);
  const bool marked = percent != nullptr && (value->tokens.size() > 1 ||
                                             text.written(*value).find('%') != std::string::npos);
  if (marked) {
    return Share{percent->nominal->to_double(), share_bounds(*percent), value->tokens.begin,
                 value->tokens.end};
  }
  return fraction_at(text, i);
}

/// A whole number of things; a bare number beside a percentage is read as one.
struct Count {
  double number = 0;
  Bounds bounds;
  Range tokens;
};

std::optional<Count> count_at(const CopyText& text, const CopyValue* value) {
  const Quantity* quantity = of_dimension(value, Dimension::count);
  const Quantity* bare = of_dimension(value, Dimension::percent);
  const bool is_bare = bare != nullptr && value->tokens.size() == 1 &&
                       text.written(*value).find('%') == std::string::npos;
  quantity = quantity != nullptr ? quantity : is_bare ? bare : nullptr;
  const auto bounds = quantity == nullptr ? std::nullopt : bounds_of(*quantity);
  const std::string_view word = value == nullptr ? "" : text.word(value->tokens.begin);
  const bool year = value != nullptr && value->tokens.size() == 1 && word.size() == 4 &&
                    (word.starts_with("19") || word.starts_with("20"));
  if (!bounds || year || *quantity->nominal < Decimal(1) || !quantity->nominal->is_whole()) {
    return std::nullopt;
  }
  return Count{quantity->nominal->to_double(), *bounds, value->tokens};
}

/// The one count of [begin, end); nothing where there are several.
std::optional<Count> only_count(const CopyText& text, std::size_t begin, std::size_t end) {
  std::optional<Count> found;
  for (std::size_t i = begin; i < end; ++i) {
    const CopyValue* value = text.value(i);
    const auto count = value == nullptr ? std::nullopt : count_at(text, value);
    if (count && found) {
      return std::nullopt;
    }
    found = count ? count : found;
  }
  return found;
}

/// A part and a share that say the same: "a quarter, or 3,200," and "3,200, or a quarter,".
struct Pair {
  Count part;
  Share share;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The token behind ", or [about]"; nothing where there is none at `i`.
std::optional<std::size_t> behind_or(const CopyText& text, std::size_t i) {
  constexpr std::string_view kAbout[] = {"about", "some", "nearly", "almost", "roughly", "around"};
  if (text.word(i) != "," || text.word(i + 1) != "or") {
    return std::nullopt;
  }
  i += 2;
  while (text.value(i) == nullptr && is_in(text.word(i), kAbout)) {
    ++i;
  }
  return i;
}

/// The token behind "of them", "of the trees"; `i` where there is none.
std::size_t behind_whole(const CopyText& text, std::size_t i) {
  constexpr std::string_view kTheir[] = {"them", "those", "these"};
  if (text.word(i) != "of") {
    return i;
  }
  if (is_in(text.word(i + 1), kTheir)) {
    return i + 2;
  }
  return text.word(i + 1) == "the" ? after_words(text, i + 2, kNounWords, {}) : i;
}

/// "Three quarters of teachers, or 65 percent": two shares that say the same.
void check_two_shares(const CopyText& text, std::size_t i, CopyNotes& notes) {
  const auto fraction = fraction_at(text, i);
  std::size_t end = fraction ? fraction->end : i;
  const bool counted = fraction && in_so_many(text, i).has_value();  // "nine in ten parents"
  if (!fraction || (text.word(end) != "of" && !counted)) {
    return;
  }
  end = after_words(text, end + (counted ? 0 : 1), kNounWords + 1, {});
  const auto next = text.word(end) == "(" ? std::optional(end + 1) : behind_or(text, end);
  const auto percent = next && text.value(*next) != nullptr ? share_at(text, *next) : std::nullopt;
  if (!percent || meet(fraction->bounds, percent->bounds) || !text.is_break(percent->end)) {
    return;
  }
  const Span first = text.span(fraction->begin, fraction->end);
  const Span second = text.span(percent->begin, percent->end);
  notes.add(second,
            fmt::format("{} is {} percent, not {}", text.written(first), shown(fraction->percent),
                        text.written(second)),
            {{first, "the fraction"}}, "see which of the two is right");
}

std::optional<Pair> pair_at(const CopyText& text, std::size_t i) {
  if (const auto share = share_at(text, i)) {
    const auto next = behind_or(text, behind_whole(text, share->end));
    const auto part = next ? count_at(text, text.value(*next)) : std::nullopt;
    return part ? std::optional(Pair{*part, *share, i, part->tokens.end}) : std::nullopt;
  }
  const CopyValue* value = text.value(i);
  const auto part = value == nullptr ? std::nullopt : count_at(text, value);
  const auto next = part ? behind_or(text, part->tokens.end) : std::nullopt;
  const auto share = next ? share_at(text, *next) : std::nullopt;
  return share ? std::optional(Pair{*part, *share, i, share->end}) : std::nullopt;
}

/// "131 of them, or 62 percent", "118,000 of those jobs, or 55 percent".
std::optional<Pair> pair_of_them(const CopyText& text, std::size_t i) {
  constexpr std::string_view kThem[] = {"them", "those", "these"};
  const CopyValue* value = text.value(i);
  const auto part = value == nullptr ? std::nullopt : count_at(text, value);
  const std::size_t of = part ? part->tokens.end : i;
  const bool led = part && i > 2 && text.word(i - 1) == "," && is_in(text.word(i - 2), kThem) &&
                   text.word(i - 3) == "of";  // "Of these, 408, or 40 percent,"
  if (led) {
    const auto next = behind_or(text, of);
    const auto share = next ? share_at(text, *next) : std::nullopt;
    return share ? std::optional(Pair{*part, *share, i, share->end}) : std::nullopt;
  }
  if (!part || text.word(of) != "of" || !is_in(text.word(of + 1), kThem)) {
    return std::nullopt;
  }
  const std::size_t noun = text.word(of + 1) == "them" || text.is_break(of + 2) ? of + 2 : of + 3;
  const auto next = behind_or(text, noun);
  const auto share = next ? share_at(text, *next) : std::nullopt;
  return share ? std::optional(Pair{*part, *share, i, share->end}) : std::nullopt;
}

/// "Half of them, 2,700, were given".
std::optional<Pair> share_of_them(const CopyText& text, std::size_t i) {
  const auto share = share_at(text, i);
  const std::size_t of = share ? share->end : i;
  if (!share || text.word(of) != "of" || text.word(of + 1) != "them" || text.word(of + 2) != ",") {
    return std::nullopt;
  }
  const CopyValue* value = text.value(of + 3);
  const auto part = value == nullptr ? std::nullopt : count_at(text, value);
  const bool closed = part && text.word(part->tokens.end) == ",";
  return closed ? std::optional(Pair{*part, *share, i, part->tokens.end}) : std::nullopt;
}

bool fits(const Pair& pair, const Count& whole) {
  return meet({100 * pair.part.bounds.low / whole.bounds.high,
               100 * pair.part.bounds.high / whole.bounds.low},
              pair.share.bounds);
}

void tell(const CopyText& text, const Pair& pair, const Count& whole, CopyNotes& notes) {
  const Range part = pair.part.tokens;
  const Span share = text.span(pair.share.begin, pair.share.end);
  notes.add(
      share,
      fmt::format("{} of {} is {} percent, not {}", text.written(text.span(part.begin, part.end)),
                  text.written(text.span(whole.tokens.begin, whole.tokens.end)),
                  shown(100 * pair.part.number / whole.number), text.written(share)),
      {{text.span(part.begin, part.end), "the part"},
       {text.span(whole.tokens.begin, whole.tokens.end), "the whole"}},
      "see which of the three is wrong");
}

/// "Reserves are 27 million pounds, 6.6 percent of the annual budget" where the text has one
/// budget, "a budget of 412 million".
const CopyValue* told_of(const CopyText& text, std::string_view noun, const Quantity& part) {
  constexpr std::size_t kBefore = 2;
  const CopyValue* found = nullptr;
  for (const CopyValue& value : first_values(text)) {
    const Quantity* quantity = value.quantity();
    const std::size_t begin = value.tokens.begin;
    const bool same = quantity != nullptr && quantity->nominal && quantity->hard.bounded() &&
                      quantity->dimension == part.dimension && quantity->unit == part.unit;
    const bool named =
        text.word(value.tokens.end) == noun ||
        (begin > kBefore && text.word(begin - 1) == "of" && text.word(begin - kBefore) == noun);
    if (!same || !named) {
      continue;
    }
    if (found != nullptr && *found->quantity()->nominal != *quantity->nominal) {
      return nullptr;
    }
    found = &value;
  }
  return found;
}

void check_noun_share(const CopyText& text, const CopyValue& value, CopyNotes& notes) {
  constexpr std::string_view kThe[] = {"the", "its", "their", "this", "annual", "total", "whole"};
  const Quantity* part = of_dimension(&value, Dimension::money);
  const std::size_t end = value.tokens.end;
  const auto share = text.word(end) == "," ? share_at(text, end + 1) : std::nullopt;
  if (part == nullptr || !share || text.word(share->end) != "of") {
    return;
  }
  std::size_t noun = share->end + 1;
  while (is_in(text.word(noun), kThe)) {
    ++noun;
  }
  const CopyValue* whole = noun == share->end + 1 || !text.is_break(noun + 1)
                               ? nullptr
                               : told_of(text, text.word(noun), *part);
  const auto some = bounds_of(*part);
  const auto all = whole == nullptr ? std::nullopt : bounds_of(*whole->quantity());
  if (!some || !all || all->low <= 0 ||
      meet({100 * some->low / all->high, 100 * some->high / all->low}, share->bounds)) {
    return;
  }
  const double right = 100 * part->nominal->to_double() / whole->quantity()->nominal->to_double();
  notes.add(text.span(share->begin, share->end),
            fmt::format("{} of {} is {} percent, not {}", text.written(value.mention->core),
                        text.written(whole->mention->core), shown(right),
                        text.written(text.span(share->begin, share->end))),
            {{value.mention->core, "the part"}, {whole->mention->core, "the whole"}},
            "see which of the three is wrong");
}

/// "312 crossings, of which 78, a quarter, have none": of the one count before "of which".
void check_of_which(const CopyText& text, std::size_t i, const Sentence& sentence,
                    CopyNotes& notes) {
  constexpr std::string_view kWhich[] = {"which", "whom"};
  const CopyValue* value = text.value(i);
  const auto part = value == nullptr ? std::nullopt : count_at(text, value);
  const bool led = part && i > 2 && is_in(text.word(i - 1), kWhich) && text.word(i - 2) == "of";
  const auto share = led && text.word(part->tokens.end) == ","
                         ? fraction_at(text, part->tokens.end + 1)
                         : std::nullopt;
  const auto whole = share && text.word(share->end) == ","
                         ? only_count(text, sentence.tokens.begin, i - 2)
                         : std::nullopt;
  if (!whole) {
    return;
  }
  const Pair pair{*part, *share, i, share->end};
  if (whole->number >= pair.part.number && !fits(pair, *whole)) {
    tell(text, pair, *whole, notes);
  }
}

/// Silent where any of the numbers told just before would be the whole.
void check_of_them(const CopyText& text, const Sentence* before, const Sentence& sentence,
                   const Pair& pair, CopyNotes& notes) {
  const std::size_t first = before != nullptr && before->paragraph + 1 >= sentence.paragraph
                                ? before->tokens.begin
                                : sentence.tokens.begin;
  std::optional<Count> nearest;
  for (std::size_t i = first; i < pair.begin; ++i) {
    const auto whole = text.value(i) == nullptr ? std::nullopt : count_at(text, text.value(i));
    if (!whole || whole->number < pair.part.number) {
      continue;
    }
    if (fits(pair, *whole)) {
      return;
    }
    nearest = whole;
  }
  if (nearest && text.is_break(pair.end)) {
    tell(text, pair, *nearest, notes);
  }
}

/// "received 41,338 votes, or 51.2 percent": a number with a share of its own is no whole.
bool has_share(const CopyText& text, const Count& count) {
  constexpr std::size_t kNoun = 3;
  const auto next = behind_or(text, after_words(text, count.tokens.end, kNoun, {}));
  return next && share_at(text, *next);
}

/// True where the words behind the pair let it be of what stands before, and of nothing else.
bool is_of_before(const CopyText& text, const Pair& pair) {
  constexpr std::string_view kElse[] = {"of",    "more",  "less", "fewer", "higher", "lower",
                                        "above", "below", "over", "up",    "down",   "than"};
  const std::size_t next = pair.end + (text.word(pair.end) == "," ? 1 : 0);
  const bool them = text.word(next) == "of" && text.word(next + 1) == "them";
  return text.word(pair.end) == "," && (them || !is_in(text.word(next), kElse));
}

/// "Of 60 firms, 45" has its whole told by the words: other checks read it.
bool is_told_otherwise(const CopyText& text, const Count& whole) {
  constexpr std::string_view kOf[] = {"of", "the", "all", "its"};
  return whole.tokens.begin > 0 && is_in(text.word(whole.tokens.begin - 1), kOf);
}

}  // namespace

void check_apposed_shares(const CopyText& text, CopyNotes& notes) {
  for (const CopyValue& value : text.values()) {
    check_noun_share(text, value, notes);
  }
  const Sentence* before = nullptr;
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      check_two_shares(text, i, notes);
      check_of_which(text, i, sentence, notes);
      const auto them = share_of_them(text, i);
      if (const auto of_them = them ? them : pair_of_them(text, i)) {
        check_of_them(text, before, sentence, *of_them, notes);
      }
      const auto pair = pair_at(text, i);
      if (!pair || !is_of_before(text, *pair)) {
        continue;
      }
      const bool opens = i == sentence.tokens.begin && before != nullptr &&
                         before->paragraph == sentence.paragraph;
      const auto whole = opens ? only_count(text, before->tokens.begin, before->tokens.end)
                               : only_count(text, sentence.tokens.begin, i);
      i = pair->end;
      if (whole && !is_told_otherwise(text, *whole) && !has_share(text, *whole) &&
          whole->number >= pair->part.number && !fits(*pair, *whole)) {
        tell(text, *pair, *whole, notes);
      }
    }
    before = &sentence;
  }
}

}  // namespace concord::proofread
