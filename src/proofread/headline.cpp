// What the headline and the captions count, against the text below them.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/stems.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsToNoun = 3;  // "nine small fishing boats"
constexpr std::size_t kNear = 8;         // words on each side that say what a number is of
constexpr std::size_t kMostNumbers = 120;
constexpr double kLeastShifted = 1000;  // smaller numbers have the digits of others by chance
constexpr double kRoundly = 0.06;       // a headline rounds
constexpr double kOfOneSize = 5;        // numbers further apart are of different things

// -- by what is counted

struct Counted {
  const CopyValue* value = nullptr;
  std::string_view noun;
  std::string_view verb;  // the word behind the noun
  const Sentence* sentence = nullptr;
};

bool is_plural(std::string_view noun) {
  return noun.size() > 3 && noun.ends_with("s") && !noun.ends_with("ss");
}

/// "1,200 jobs", "nine fishing boats": the first word of a few behind the number in the plural. Not
/// "4 shot on Columbus Street", "3700 block of Columbus", nor "3 others", who are others than whom?
std::optional<Counted> counted_at(const CopyText& text, const CopyValue& value,
                                  const Sentence& sentence) {
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || quantity->dimension != Dimension::count || !quantity->nominal ||
      text.in_quotes(value.tokens.begin)) {
    return std::nullopt;
  }
  for (std::size_t i = value.tokens.end; i < value.tokens.end + kWordsToNoun; ++i) {
    constexpr std::string_view kNotCounted[] = {"on", "in", "at", "of", "near", "block", "others"};
    if (!text.is_word(i) || text.is_break(i) || text.value(i) != nullptr ||
        is_in(text.word(i), kNotCounted)) {
      return std::nullopt;
    }
    if (is_plural(text.word(i))) {
      return Counted{&value, text.word(i), text.word(i + 1), &sentence};
    }
  }
  return std::nullopt;
}

using CountsByNoun = std::map<std::string_view, std::vector<Counted>>;

struct Counts {
  std::vector<Counted> above;  // in the headline and the captions
  CountsByNoun below;
};

Counts counts_of(const CopyText& text) {
  Counts found;
  const std::string title = text.written(text.document().headline);
  for (const Sentence& sentence : text.sentences()) {
    const Part part = text.part_of(sentence);
    if (part != Part::headline && text.written(sentence.span) == title) {
      continue;  // a title of the front matter that stands above the text again
    }
    const bool above = part == Part::headline || part == Part::caption;
    for (const CopyValue& value : text.values_in(sentence)) {
      if (const auto counted = counted_at(text, value, sentence)) {
        (above ? found.above : found.below[counted->noun]).push_back(*counted);
      }
    }
  }
  return found;
}

/// Small numbers are added up in the reader's head ("five shot", then two and three), and a picture
/// may show some of all: what is told must be the same thing.
bool is_of_same(const CopyText& text, const Counted& above, const Counted& below) {
  const Decimal& number = *above.value->quantity()->nominal;
  const Decimal& other = *below.value->quantity()->nominal;
  const bool caption = text.part_of(*above.sentence) == Part::caption;
  if (Decimal(10) <= number && Decimal(10) <= other) {
    return true;
  }
  constexpr std::uint32_t kTop = 4;  // paragraphs that tell what the headline tells
  if (number < Decimal(2) || other < Decimal(2) || (!caption && below.sentence->paragraph > kTop)) {
    return false;
  }
  const std::size_t begin = below.value->tokens.begin;
  if (begin > 0 && text.word(begin - 1) == "and" && other < number) {
    return false;  // "3 boys shot", and below "a teenager and two younger boys"
  }
  if (caption && number < other) {
    return above.verb == below.verb && !above.verb.empty() && !is_empty_word(above.verb);
  }
  const auto stems = [&](const Counted& one) {
    return stems_in(text, one.sentence->tokens.begin, one.sentence->tokens.end, one.noun);
  };
  return shared(stems(above), stems(below)) >= 2;
}

/// "nine libraries by May and three more": together those of the headline.
bool is_made_with_more(const CopyText& text, const Counted& below, const Decimal& number) {
  constexpr std::string_view kMore[] = {"more", "others", "further", "additional"};
  for (const CopyValue& value : text.values_in(*below.sentence)) {
    const Quantity* more = of_dimension(&value, Dimension::count);
    if (more != nullptr && &value != below.value && is_in(text.word(value.tokens.end), kMore) &&
        add(*more->nominal, *below.value->quantity()->nominal) == number) {
      return true;
    }
  }
  return false;
}

void check_nouns(const CopyText& text, CopyNotes& notes) {
  constexpr std::string_view kTimes[] = {"years", "days",    "weeks",   "months",
                                         "hours", "minutes", "seconds", "times",
                                         "ways",  "things",  "reasons", "points"};
  const Counts counts = counts_of(text);
  std::set<std::string> told;  // a title stands in the front matter and above the text
  for (const Counted& above : counts.above) {
    const auto found = counts.below.find(above.noun);
    if (found == counts.below.end() || is_in(above.noun, kTimes)) {
      continue;
    }
    const std::vector<Counted>& below = found->second;
    const auto& number = *above.value->quantity();
    const auto one = below.front().value->quantity()->nominal;
    const bool alike = std::ranges::any_of(below, [&](const Counted& other) {
      return overlaps(other.value->quantity()->hard, number.hard) ||
             *other.value->quantity()->nominal != *one ||
             is_made_with_more(text, other, *number.nominal);
    });
    if (alike || !is_of_same(text, above, below.front()) ||
        !told.insert(text.written(*above.value) + std::string(above.noun)).second) {
      continue;
    }
    notes.add(above.value->mention->core,
              fmt::format("{} {} above, {} in the text", text.written(above.value->mention->core),
                          above.noun, text.written(below.front().value->mention->core)),
              {{below.front().value->mention->core, "the text"}}, "see which of the two is right");
  }
}

// -- by the digits, and by the words around

/// A number of people or things, or an amount of money, whatever stands behind it.
struct Number {
  const CopyValue* value = nullptr;
  double nominal = 0;
  const Sentence* sentence = nullptr;
};

std::optional<Number> number_at(const CopyText& text, const CopyValue& value,
                                const Sentence& sentence) {
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal || text.in_quotes(value.tokens.begin) ||
      quantity->dimension == Dimension::age) {
    return std::nullopt;
  }
  const std::string_view word = text.word(value.tokens.begin);
  const bool year = value.tokens.size() == 1 && word.size() == 4 &&
                    (word.starts_with("19") || word.starts_with("20"));
  return year ? std::nullopt
              : std::optional(Number{&value, quantity->nominal->to_double(), &sentence});
}

bool is_near(double one, double other) {
  return std::abs(one - other) <= kRoundly * std::max(std::abs(one), std::abs(other));
}

/// The numbers of the text below its headline, and their bounds.
std::vector<double> numbers_below(const CopyText& text) {
  std::vector<double> all;
  for (const CopyValue& value : text.values()) {
    const Quantity* quantity = value.quantity();
    const bool heads =
        value.tokens.begin < text.size() && value.mention->core.end <= text.document().headline.end;
    if (quantity != nullptr && quantity->nominal && !heads && all.size() < kMostNumbers) {
      all.push_back(quantity->nominal->to_double());
      for (const auto& bound : {quantity->hard.low, quantity->hard.high}) {
        all.push_back(bound ? bound->to_double() : all.back());
      }
    }
  }
  return all;
}

/// True if the text gives the number, rounded perhaps, or numbers that make it.
bool is_borne_out(const CopyText& text, double number) {
  const std::vector<double> all = numbers_below(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_near(all[i], number)) {
      return true;
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (is_near(all[i] + all[k], number) || is_near(std::abs(all[i] - all[k]), number)) {
        return true;
      }
    }
  }
  return false;
}

/// The digits without the zeros at the end: of 60,000 and 600,000 they are the same.
std::string telling_digits(double number) {
  std::string digits = fmt::format("{:.0f}", std::round(number * 100));
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

/// True for 60,000 and 600,000, and for 85 million and 58 million.
bool is_slip_of(double one, double other) {
  std::string first = telling_digits(one);
  std::string second = telling_digits(other);
  const double times = std::max(one, other) / std::min(one, other);
  if (first == second) {
    return std::min(one, other) >= kLeastShifted && times > 5;
  }
  std::ranges::sort(first);
  std::ranges::sort(second);
  return first.size() == 2 && first == second && times < 10;
}

/// The words around a number, to the ends of its sentence.
std::set<std::string_view> stems_near(const CopyText& text, const Number& number) {
  const Range tokens = number.value->tokens;
  const std::size_t begin = std::max<std::size_t>(number.sentence->tokens.begin,
                                                  tokens.begin > kNear ? tokens.begin - kNear : 0);
  const std::size_t end = std::min<std::size_t>(number.sentence->tokens.end, tokens.end + kNear);
  return stems_in(text, begin, end, {});
}

/// The numbers of the headline and those of the first sentence of the text that has any.
struct Told {
  std::vector<Number> above;
  std::vector<Number> below;
};

Told numbers_of(const CopyText& text) {
  Told told;
  std::optional<std::uint32_t> first;
  for (const Sentence& sentence : text.sentences()) {
    const Part part = text.part_of(sentence);
    if (part == Part::caption || (first && sentence.paragraph > *first)) {
      continue;
    }
    for (const CopyValue& value : text.values_in(sentence)) {
      if (const auto number = number_at(text, value, sentence)) {
        (part == Part::headline ? told.above : told.below).push_back(*number);
      }
    }
    if (part != Part::headline) {
      first = first.value_or(sentence.paragraph);
    }
  }
  return told;
}

bool same_sort(const Quantity& one, const Quantity& other) {
  const auto is_plain = [](const Quantity& quantity) {
    return quantity.dimension == Dimension::count || quantity.dimension == Dimension::money;
  };
  if (one.dimension == other.dimension) {
    return one.unit == other.unit;
  }
  return is_plain(one) && is_plain(other);  // "85 million" of a headline leaves out the currency
}

void check_lead(const CopyText& text, CopyNotes& notes) {
  const Told told = numbers_of(text);
  for (const Number& above : told.above) {
    const bool floor = !above.value->quantity()->hard.bounded();
    if (floor || above.nominal < 10 || is_borne_out(text, above.nominal)) {
      continue;
    }
    const auto stems = stems_near(text, above);
    for (const Number& below : told.below) {
      const std::size_t common = shared(stems, stems_near(text, below));
      const bool slip = is_slip_of(above.nominal, below.nominal) && common >= 1;
      const double times =
          std::max(above.nominal, below.nominal) / std::min(above.nominal, below.nominal);
      const bool same = common >= 3 && told.below.size() == 1 && times < kOfOneSize;
      if (!same_sort(*above.value->quantity(), *below.value->quantity()) || (!slip && !same)) {
        continue;
      }
      notes.add(
          above.value->mention->core,
          fmt::format("the headline has {}, the text {}", text.written(above.value->mention->core),
                      text.written(below.value->mention->core)),
          {{below.value->mention->core, "the text"}}, "see which of the two is right");
      break;
    }
  }
}

}  // namespace

void check_headline(const CopyText& text, CopyNotes& notes) {
  check_nouns(text, notes);
  check_lead(text, notes);
  check_above(text, notes);
  check_above_people(text, notes);
  check_ways(text, notes);
}

}  // namespace concord::proofread
