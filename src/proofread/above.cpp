// Figures of the headline and the captions that nothing in the text bears out.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/number_words.h"
#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/stems.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostFigures = 400;
constexpr std::uint32_t kLeadParagraphs = 2;
constexpr double kRoundly = 0.03;  // a headline rounds

/// What a figure is of, as far as figures of one sort can stand for each other.
enum class Sort : std::uint8_t { count, money, share, age, duration, other };

/// A figure where it stands.
struct Figure {
  const CopyValue* value = nullptr;
  const Sentence* sentence = nullptr;
  Sort sort = Sort::other;
  double number = 0;
  std::string unit;
};

constexpr std::string_view kFraction = "fraction";  // the unit of "a third"

/// "schoolgirl, 9, finds", "Anna Holt, 34": an age between its commas.
bool is_apposed_age(const CopyText& text, const CopyValue& value) {
  constexpr Decimal kOldest(115);
  const Quantity& quantity = *value.quantity();
  const std::size_t begin = value.tokens.begin;
  return begin > 1 && text.word(begin - 1) == "," && text.is_word(begin - 2) &&
         text.is_break(value.tokens.end) && value.tokens.size() == 1 &&
         quantity.hedge == Hedge::exact && quantity.nominal->is_whole() &&
         *quantity.nominal < kOldest;
}

std::optional<Figure> figure_of(const CopyText& text, const CopyValue& value,
                                const Sentence& sentence) {
  if (text.in_quotes(value.tokens.begin)) {
    return std::nullopt;
  }
  if (const Duration* duration = value.duration()) {
    return duration->amount ? std::optional(Figure{&value, &sentence, Sort::duration,
                                                   duration->amount->to_double(), duration->unit})
                            : std::nullopt;
  }
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal || is_year(text, value) ||
      quantity->dimension == Dimension::ordinal) {
    return std::nullopt;
  }
  const double number = quantity->nominal->to_double();
  if (is_fraction(text, value)) {
    return Figure{&value, &sentence, Sort::share, 100 * number, std::string(kFraction)};
  }
  switch (quantity->dimension) {
    case Dimension::count:
      return is_apposed_age(text, value)
                 ? Figure{&value, &sentence, Sort::age, number, "a"}
                 : Figure{&value, &sentence, Sort::count, number, quantity->unit};
    case Dimension::money:
      return Figure{&value, &sentence, Sort::money, number, quantity->unit};
    case Dimension::percent:
    case Dimension::percentage_points:
      return Figure{&value, &sentence, Sort::share, number, "%"};
    case Dimension::ratio:
      return std::nullopt;
    case Dimension::age:
      return Figure{&value, &sentence, Sort::age, number, "a"};
    default:
      return Figure{&value, &sentence, Sort::other, number, quantity->unit};
  }
}

struct Figures {
  std::vector<Figure> above;    // in the headline
  std::vector<Figure> caption;  // in captions
  std::vector<Figure> text;     // in all else
  std::uint32_t lead = 0;       // last paragraph of the lead
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void take_figures(const CopyText& text, const Sentence& sentence, std::vector<Figure>& into) {
  for (const CopyValue& value : text.values_in(sentence)) {
    const auto figure = figure_of(text, value, sentence);
    if (figure && into.size() < kMostFigures) {
      into.push_back(*figure);
    }
  }
}

Figures figures_of(const CopyText& text) {
  Figures found;
  const std::string title = text.written(text.document().headline);
  std::optional<std::uint32_t> first;
  for (const Sentence& sentence : text.sentences()) {
    const Part part = text.part_of(sentence);
    if (part == Part::headline) {
      take_figures(text, sentence, found.above);
    } else if (text.written(sentence.span) == title) {
      continue;  // a title of the front matter that stands above the text again
    } else if (part == Part::caption) {
      take_figures(text, sentence, found.caption);
    } else {
      first = first.value_or(sentence.paragraph);
      take_figures(text, sentence, found.text);
    }
  }
  found.lead = first ? *first + kLeadParagraphs : 0;
  return found;
}

bool same_sort(const Figure& one, const Figure& other) {
  const auto plain = [](const Figure& figure) {
    return figure.sort == Sort::count || figure.sort == Sort::money;
  };
  return one.sort == other.sort ? one.sort == Sort::count || one.unit == other.unit
                                : plain(one) && plain(other);
}

/// How far a figure of the text may be from the one above: as it is rounded, and a headline rounds.
double slack_of(const Figure& above) {
  const bool whole = above.number == std::floor(above.number);
  if (above.sort == Sort::share) {
    return whole ? 0.51 : 0.06;
  }
  return above.number < 100 ? (whole ? 0 : 0.06 * above.number) : kRoundly * above.number;
}

/// True if a figure of the text is the one above, rounded perhaps.
bool is_same(const Figure& above, const Figure& below) {
  constexpr double kInWords = 4;  // "a third" is 30 percent to many
  const bool shares = above.sort == Sort::share && below.sort == Sort::share;
  const Quantity* quantity = below.value->quantity();
  const bool within = quantity != nullptr && below.sort != Sort::share &&
                      quantity->hard.bounded() && quantity->hard.low->to_double() <= above.number &&
                      above.number <= quantity->hard.high->to_double();
  const double slack = shares && above.unit != below.unit ? kInWords : slack_of(above);
  return within || std::abs(above.number - below.number) <= slack + 1e-9;
}

/// True if two figures of one sort make the one above: small ones of a few paragraphs, large ones
/// and shares of one sentence.
bool makes(const Figure& above, const Figure& one, const Figure& other) {
  const bool small = above.number < 20 && above.sort == Sort::count;
  const bool beside = small ? other.sentence->paragraph + 2 >= one.sentence->paragraph
                            : other.sentence == one.sentence;
  const double slack = above.number < 100 ? 0.011 : 0.01 * above.number;
  return beside && same_sort(above, one) && same_sort(above, other) &&
         (std::abs(one.number + other.number - above.number) <= slack ||
          std::abs(std::abs(one.number - other.number) - above.number) <= slack);
}

/// True if the number of a duration stands anywhere below: "seven years before he may ask for
/// parole" is read as a time.
bool is_written(const CopyText& text, const Figure& above) {
  const auto number = static_cast<std::size_t>(above.number);
  const std::string digits = fmt::format("{}", number);
  const std::string_view word = number < kSmallNumbers.size() ? kSmallNumbers[number] : digits;
  std::size_t i = above.sentence->tokens.end;
  while (i < text.size() && text.word(i) != digits && text.word(i) != word) {
    ++i;
  }
  return above.sort == Sort::duration && i < text.size();
}

/// True if the text gives the number, in whatever sort.
bool is_given(const Figures& figures, const Figure& above) {
  return std::ranges::any_of(figures.text,
                             [&](const Figure& below) { return is_same(above, below); });
}

/// True if two figures of the text make the number.
bool is_made(const Figures& figures, const Figure& above) {
  const std::vector<Figure>& all = figures.text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (std::ranges::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                            [&](const Figure& other) { return makes(above, all[i], other); })) {
      return true;
    }
  }
  return false;
}

/// The digits as they are written, without marks.
std::string digits_of(const CopyText& text, const Figure& figure) {
  std::string digits;
  for (const char c : text.written(figure.value->mention->core)) {
    if (is_letter(c) && !digits.empty()) {
      break;
    }
    if (c >= '0' && c <= '9') {
      digits += c;
    }
  }
  return digits;
}

/// True if the same digits stand in another order.
bool are_turned(std::string one, std::string other) {
  const bool differ = one != other;
  std::ranges::sort(one);
  std::ranges::sort(other);
  return differ && one.size() >= 2 && one == other;
}

/// True if one digit is another.
bool is_one_off(const std::string& one, const std::string& other) {
  int off = 0;
  for (std::size_t i = 0; i < one.size() && one.size() == other.size(); ++i) {
    off += one[i] != other[i] ? 1 : 0;
  }
  return one.size() == other.size() && one.size() >= 2 && off == 1;
}

std::set<std::string_view> stems_of(const CopyText& text, const Sentence& sentence) {
  return stems_in(text, sentence.tokens.begin, sentence.tokens.end, {});
}

std::set<std::string_view> stems_near(const CopyText& text, const Figure& figure) {
  constexpr std::size_t kNear = 5;
  const Range tokens = figure.value->tokens;
  const Range all = figure.sentence->tokens;
  return stems_in(
      text,
      std::max<std::size_t>(all.begin, tokens.begin - std::min<std::size_t>(tokens.begin, kNear)),
      std::min<std::size_t>(all.end, tokens.end + kNear), {});
}

bool same_size(const Figure& one, const Figure& other, double most) {
  return std::max(one.number, other.number) < most * std::min(one.number, other.number);
}

/// The figure of the text that stands where the one above should.
const Figure* twin_of(const CopyText& text, const Figures& figures, const Figure& above,
                      std::size_t shared_words) {
  constexpr double kFewest = 20;  // smaller numbers are made of others: "three men and a teenager"
  constexpr double kSlipped = 10;
  constexpr double kOfOneSize = 3;
  const std::string digits = digits_of(text, above);
  const auto stems = stems_of(text, *above.sentence);
  const auto near = stems_near(text, above);
  const Figure* only = nullptr;
  std::size_t in_lead = 0;
  std::optional<std::uint32_t> first;  // paragraph that has a figure of the sort
  for (const Figure& below : figures.text) {
    if (below.sentence->paragraph > figures.lead || !same_sort(above, below)) {
      continue;
    }
    const std::size_t common = shared(stems, stems_of(text, *below.sentence));
    const std::string other = digits_of(text, below);
    const bool slip = are_turned(digits, other) || is_one_off(digits, other);
    const bool chance = above.sort != Sort::share && is_made(figures, above);
    if (slip && !chance && common + 1 >= shared_words && same_size(above, below, kSlipped) &&
        shared(near, stems_near(text, below)) >= 1) {
      return &below;
    }
    first = first.value_or(below.sentence->paragraph);
    if (below.sentence->paragraph != *first) {
      continue;
    }
    ++in_lead;
    only = common >= shared_words && same_size(above, below, kOfOneSize) ? &below : only;
  }
  const bool small = above.sort == Sort::count && above.number < kFewest;
  return in_lead == 1 && !small && !is_made(figures, above) ? only : nullptr;
}

/// "2 adults, 2 teens killed" above "four people": figures that stand above make the one below.
bool make_below(const std::vector<Figure>& above, const Figure& figure, const Figure& below) {
  return figure.sort == Sort::count && std::ranges::any_of(above, [&](const Figure& other) {
           return &other != &figure && other.sort == Sort::count &&
                  std::abs(figure.number + other.number - below.number) < 0.5;
         });
}

/// "mother, 3 others hurt" above, or "two other people" below: others than those of the figure.
bool tells_of_others(const CopyText& text, const Figure& figure) {
  constexpr std::string_view kOthers[] = {"other", "others", "more", "additional", "further"};
  return is_in(text.word(figure.value->tokens.end), kOthers);
}

/// "at least 7 years": the text may have more.
bool is_bound(const CopyText& text, const Figure& figure) {
  constexpr std::string_view kBounds[] = {"least", "than", "over", "minimum", "most", "to"};
  const Quantity* quantity = figure.value->quantity();
  const std::size_t begin = figure.value->tokens.begin;
  return quantity != nullptr ? !quantity->hard.bounded()
                             : begin > 0 && is_in(text.word(begin - 1), kBounds);
}

void check_figures(const CopyText& text, const Figures& figures, const std::vector<Figure>& above,
                   std::size_t shared_words, std::string_view where, CopyNotes& notes) {
  constexpr std::size_t kMostAbove = 20;
  for (const Figure& figure : std::span(above).first(std::min(kMostAbove, above.size()))) {
    if (is_bound(text, figure) || figure.number <= 1 || is_given(figures, figure) ||
        is_written(text, figure)) {
      continue;
    }
    const Figure* twin = twin_of(text, figures, figure, shared_words);
    const bool others = twin != nullptr && figure.sort == Sort::count &&
                        (tells_of_others(text, figure) || tells_of_others(text, *twin));
    if (twin != nullptr && !others && !make_below(above, figure, *twin)) {
      notes.add(figure.value->mention->core,
                fmt::format("the {} has {}, the text {}", where,
                            text.written(figure.value->mention->core),
                            text.written(twin->value->mention->core)),
                {{twin->value->mention->core, "the text"}}, "see which of the two is right");
    }
  }
}

// -- results of matches

/// "3-2": two numbers of one or two digits joined by a hyphen.
struct Score {
  std::string first;
  std::string second;
  std::size_t at = 0;
};

std::optional<Score> score_at(const CopyText& text, std::size_t i) {
  const auto is_number = [](std::string_view word) {
    return !word.empty() && word.size() <= 2 &&
           std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool joined = text.word(i + 1) == "-" || text.word(i + 1) == "–";
  const bool longer = text.word(i + 3) == "-" || (i > 0 && text.word(i - 1) == "-");
  const std::string_view word = text.word(i);
  if (is_number(word) && joined && is_number(text.word(i + 2)) && !longer) {
    return Score{std::string(word), std::string(text.word(i + 2)), i};
  }
  return std::nullopt;
}

std::vector<Score> scores_in(const CopyText& text, const Sentence& sentence) {
  std::vector<Score> found;
  for (std::size_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    if (auto score = score_at(text, i)) {
      found.push_back(std::move(*score));
    }
  }
  return found;
}

/// "Rovers go top after 4-2 win" above a text that gives another result first and this one never.
void check_scores(const CopyText& text, CopyNotes& notes) {
  std::vector<Score> above;
  std::vector<Score> below;
  std::optional<std::uint32_t> first;
  std::size_t in_first = 0;
  for (const Sentence& sentence : text.sentences()) {
    const bool heads = text.part_of(sentence) == Part::headline;
    for (Score& score : scores_in(text, sentence)) {
      if (!heads) {
        first = first.value_or(sentence.paragraph);
        in_first += sentence.paragraph == *first ? 1 : 0;
      }
      (heads ? above : below).push_back(std::move(score));
    }
  }
  if (above.size() != 1 || below.empty() || in_first != 1) {
    return;
  }
  const bool told = std::ranges::any_of(below, [&](const Score& score) {
    return (score.first == above[0].first && score.second == above[0].second) ||
           (score.first == above[0].second && score.second == above[0].first);
  });
  if (!told) {
    notes.add(text.span(above[0].at, above[0].at + 3),
              fmt::format("the headline has {}-{}, the text {}-{}", above[0].first, above[0].second,
                          below[0].first, below[0].second),
              {{text.span(below[0].at, below[0].at + 3), "the text"}},
              "see which of the two is right");
  }
}

}  // namespace

void check_above(const CopyText& text, CopyNotes& notes) {
  const Figures figures = figures_of(text);
  check_figures(text, figures, figures.above, 2, "headline", notes);
  check_figures(text, figures, figures.caption, 3, "caption", notes);
  check_scores(text, notes);
}

}  // namespace concord::proofread
