// The same thing told twice in one text, with another number.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/periods.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kNear = 6;         // words on each side that say what an amount is of
constexpr std::size_t kSharedWords = 2;  // in common around both
constexpr double kMillion = 1e6;
constexpr double kThousandfold = 1000;
constexpr std::size_t kMostAmounts = 400;
constexpr std::size_t kFewAmounts = 3;

constexpr std::string_view kEmpty[] = {
    "the",     "a",    "an",   "of",      "in",     "to",     "and",  "for",   "on",
    "at",      "by",   "with", "from",    "that",   "it",     "its",  "was",   "were",
    "is",      "are",  "has",  "have",    "had",    "be",     "as",   "or",    "said",
    "about",   "more", "than", "over",    "nearly", "some",   "this", "which", "their",
    "his",     "her",  "he",   "she",     "they",   "up",     "down", "worth", "million",
    "billion", "m",    "bn",   "dollars", "euros",  "pounds", "$",    "€",     "£",
    ",",       ".",    "year", "will",    "would",  "after",  "last", "us"};

/// One sentence tells two amounts side by side: "350 trees in the north and 530 in the south".
bool in_one_sentence(const CopyText& text, const CopyValue& first, const CopyValue& second) {
  return std::ranges::any_of(text.sentences(), [&](const Sentence& sentence) {
    return sentence.tokens.begin <= first.tokens.begin && second.tokens.end <= sentence.tokens.end;
  });
}

struct Large {
  const CopyValue* value;
  double nominal = 0;
  double digits = 0;  // between 1 and 1,000
  std::set<std::string_view> near;
  bool points_back = false;  // "the 2.6 million euros"
};

/// "cuts" is "cut".
std::string_view singular(std::string_view word) {
  const bool plural = word.size() > 3 && word.ends_with("s") && !word.ends_with("ss");
  return plural ? word.substr(0, word.size() - 1) : word;
}

std::set<std::string_view> words_near(const CopyText& text, const CopyValue& value) {
  std::set<std::string_view> words;
  const auto take = [&](std::size_t i) {
    if (text.is_word(i) && !is_in(text.word(i), kEmpty)) {
      words.insert(singular(text.word(i)));
    }
  };
  for (std::size_t k = 1; k <= kNear && k <= value.tokens.begin; ++k) {
    if (text.word(value.tokens.begin - k) == ".") {
      break;
    }
    take(value.tokens.begin - k);
  }
  for (std::size_t i = value.tokens.end; i < value.tokens.end + kNear && text.word(i) != "."; ++i) {
    take(i);
  }
  return words;
}

std::vector<Large> large_amounts(const CopyText& text, double least = kMillion) {
  std::vector<Large> found;
  for (const CopyValue& value : text.values()) {
    const Quantity* quantity = value.quantity();
    if (quantity == nullptr || !quantity->nominal || found.size() == kMostAmounts ||
        (quantity->dimension != Dimension::money && quantity->dimension != Dimension::count)) {
      continue;
    }
    const double nominal = quantity->nominal->to_double();
    if (nominal < least) {
      continue;
    }
    double digits = nominal;
    while (digits >= kThousandfold) {
      digits /= kThousandfold;
    }
    const std::size_t begin = value.tokens.begin;
    const bool the = begin > 0 && text.word(begin - 1) == "the";
    found.push_back({&value, nominal, digits, words_near(text, value), the});
  }
  return found;
}

/// "of the 40 million", where 400 million were told and nothing else: one of two or three zeros is
/// missing or too many.
bool is_told_back(const std::vector<Large>& amounts, const Large& first, const Large& again) {
  const double times =
      std::max(first.nominal, again.nominal) / std::min(first.nominal, again.nominal);
  const bool zeros = std::abs(times - 10) < 1e-6 || std::abs(times - 100) < 1e-5 ||
                     std::abs(times - kThousandfold) < 1e-4;
  const auto given = [&](const Large& one) {
    return std::ranges::count_if(amounts, [&](const Large& other) {
      return other.nominal == one.nominal && other.value < again.value;
    });
  };
  return again.points_back && zeros && given(again) == 0 &&
         first.value->quantity()->unit == again.value->quantity()->unit &&
         std::ranges::none_of(amounts, [&](const Large& other) {
           const std::string& unit = other.value->quantity()->unit;  // "and the road 90 million"
           return other.value < again.value && other.nominal != first.nominal &&
                  (unit == first.value->quantity()->unit || unit == "1");
         });
}

std::string_view fold_apart(double one, double other) {
  const double times = std::max(one, other) / std::min(one, other);
  return times < 50 ? "tenfold" : times < 500 ? "a hundredfold" : "a thousandfold";
}

/// "3.2 million people" and "3.2 billion doses": two things are counted.
bool are_of_two_things(const CopyText& text, const Large& first, const Large& second) {
  const auto counted = [&](const Large& one) {
    const std::string_view word = text.word(one.value->tokens.end);
    const bool plural = word == "people" || (word.size() > 3 && word.ends_with("s"));
    return one.value->quantity()->dimension == Dimension::count && plural ? word
                                                                          : std::string_view();
  };
  const std::string_view one = counted(first);
  const std::string_view other = counted(second);
  return !one.empty() && !other.empty() && one != other;
}

/// `few`: the text has hardly any other large amounts, so that equal digits are no chance.
bool is_slip(const CopyText& text, const Large& first, const Large& second, bool few) {
  const double low = std::min(first.nominal, second.nominal);
  const double high = std::max(first.nominal, second.nominal);
  if (first.value->quantity()->unit != second.value->quantity()->unit ||
      std::abs(high / low - kThousandfold) > 1e-6 * kThousandfold ||
      in_one_sentence(text, *first.value, *second.value) ||
      are_of_two_things(text, first, second) ||
      are_of_two_periods(text, *first.value, *second.value)) {
    return false;
  }
  const auto shared = std::ranges::count_if(
      first.near, [&](std::string_view word) { return second.near.contains(word); });
  const double rest = first.digits - static_cast<double>(static_cast<int>(first.digits));
  if (first.digits == std::pow(10, std::round(std::log10(first.digits)))) {
    return false;  // "super PACs that raised $1 million or more" beside "$1 billion"
  }
  const bool telling = rest > 1e-9 && static_cast<int>(first.digits * 10) % 5 != 0;
  const bool broken = rest > 1e-9;  // "4.5": less telling, but no round number
  return (telling && few) ||
         static_cast<std::size_t>(shared) >= kSharedWords - (telling || (broken && few) ? 1 : 0);
}

/// "from 2.9 million in its first year, 1998": firms grow a thousandfold.
bool tells_of_long_ago(const CopyText& text, std::size_t i) {
  constexpr std::string_view kAgo[] = {"first", "founded", "founding", "decades", "decade"};
  constexpr std::size_t kReach = 8;
  constexpr int kYears = 5;
  const auto now = year_of(text.document());
  for (std::size_t k = i; k < i + kReach && k < text.size() && text.word(k) != "."; ++k) {
    const std::string_view word = text.word(k);
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    const bool old = year && now && std::string(word) < std::to_string(*now - kYears);
    if (old || is_in(word, kAgo)) {
      return true;
    }
  }
  return false;
}

/// "$2.9 billion, against the $2.5 million planned": two amounts that the words compare are not a
/// thousandfold apart.
void check_compared(const CopyText& text, const std::vector<Large>& amounts, CopyNotes& notes) {
  constexpr std::string_view kAgainst[] = {"against", "from", "than", "versus"};
  constexpr std::string_view kThe[] = {"the", "its", "a", "about", "around"};
  constexpr std::size_t kReach = 6;
  for (std::size_t i = 1; i < amounts.size(); ++i) {
    const Range first = amounts[i - 1].value->tokens;
    const Range second = amounts[i].value->tokens;
    std::size_t at = second.begin;
    while (at > first.end && is_in(text.word(at - 1), kThe)) {
      --at;
    }
    const double times = std::max(amounts[i - 1].nominal, amounts[i].nominal) /
                         std::min(amounts[i - 1].nominal, amounts[i].nominal);
    const bool same = amounts[i - 1].value->quantity()->unit == amounts[i].value->quantity()->unit;
    if (same && !tells_of_long_ago(text, amounts[i].value->tokens.end) &&
        times > kThousandfold / 3 && times < kThousandfold * 3 && at - first.end <= kReach &&
        is_in(text.word(at - 1), kAgainst)) {
      notes.add(amounts[i].value->mention->core,
                fmt::format("{} beside {}: about a thousandfold apart",
                            text.written(amounts[i].value->mention->core),
                            text.written(amounts[i - 1].value->mention->core)),
                {{amounts[i - 1].value->mention->core, "what it is compared with"}},
                "see which of million and billion is meant");
    }
  }
}

// -- a zero too many

/// The capitalized words around an amount: "in Tarn".
std::set<std::string_view> places_near(const CopyText& text, const CopyValue& value) {
  std::set<std::string_view> places;
  const auto take = [&](std::size_t i) {
    if (text.is_word(i) && text.is_capital(i) && i > 0 && text.word(i - 1) != ".") {
      places.insert(text.word(i));
    }
  };
  for (std::size_t i = value.tokens.begin, k = 0; k < kNear && i > 0 && text.word(i - 1) != ".";
       ++k) {
    take(--i);
  }
  for (std::size_t i = value.tokens.end; i < value.tokens.end + kNear && text.word(i) != "."; ++i) {
    take(i);
  }
  return places;
}

/// "8.5 million people need food", and then "850,000 people who need food": the same digits beside
/// the same words, which no other place sets apart.
bool has_other_zeros(const CopyText& text, const Large& first, const Large& second) {
  constexpr std::size_t kWords = 3;
  const double times =
      std::max(first.nominal, second.nominal) / std::min(first.nominal, second.nominal);
  const bool zeros = std::abs(times - 10) < 1e-6 || std::abs(times - 100) < 1e-5;
  double digits = first.nominal;
  while (digits >= 10 && std::fmod(digits, 10) == 0) {
    digits /= 10;
  }
  const auto shared = std::ranges::count_if(
      first.near, [&](std::string_view word) { return second.near.contains(word); });
  if (!zeros || digits < 10 || static_cast<std::size_t>(shared) < kWords ||
      first.value->quantity()->unit != second.value->quantity()->unit ||
      text.in_quotes(first.value->tokens.begin) || text.in_quotes(second.value->tokens.begin) ||
      in_one_sentence(text, *first.value, *second.value) ||
      are_of_two_periods(text, *first.value, *second.value)) {
    return false;
  }
  const auto here = places_near(text, *first.value);
  const auto there = places_near(text, *second.value);
  return there.empty() ||
         std::ranges::any_of(here, [&](std::string_view place) { return there.contains(place); });
}

void check_zeros(const CopyText& text, CopyNotes& notes) {
  constexpr double kLeast = 1e5;
  const std::vector<Large> amounts = large_amounts(text, kLeast);
  for (std::size_t j = 1; j < amounts.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      if (has_other_zeros(text, amounts[i], amounts[j])) {
        notes.add(amounts[j].value->mention->core,
                  fmt::format("{} here, {} above: the same digits, {} apart",
                              text.written(amounts[j].value->mention->core),
                              text.written(amounts[i].value->mention->core),
                              fold_apart(amounts[i].nominal, amounts[j].nominal)),
                  {{amounts[i].value->mention->core, "the other mention"}},
                  "see how many zeros are meant");
        break;
      }
    }
  }
}

// -- two digits changed over

constexpr double kFewest = 100;
constexpr std::size_t kMostCounts = 600;

struct Whole {
  const CopyValue* value;
  std::string digits;
  std::size_t point = 0;  // of them before the decimal point
  std::string_view noun;  // what is counted; the currency of money
  std::set<std::string_view> near;
  bool points_back = false;  // "the 41 million crowns"
};

/// The digits of a number as it is written, and how many of them stand before its point: "1,240"
/// gives 1240; of "1.2 million" only where it is `large`.
std::pair<std::string, std::size_t> digits_in(std::string_view words, bool large) {
  std::string digits;
  std::optional<std::size_t> point;
  for (const char c : words) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == '.' && !large) {
      return {};
    } else if (c == '.') {
      point = digits.size();
    }
  }
  return {digits, point.value_or(digits.size())};
}

/// What an amount that points back is the price of has been told of: "The house sold for 1.2
/// million. The 2.1 million dollar house".  Of "The 41 million euro tunnel", only if it was.
bool is_known_thing(const CopyText& text, const CopyValue& value) {
  const std::size_t end = value.tokens.end;
  if (!text.is_word(end) || text.is_break(end) || is_in(text.word(end), kEmpty)) {
    return true;
  }
  for (std::size_t i = 0; i < value.tokens.begin; ++i) {
    if (singular(text.word(i)) == singular(text.word(end))) {
      return true;
    }
  }
  return false;
}

bool is_large(const Quantity& quantity) {
  return quantity.nominal->to_double() >= kMillion && quantity.hedge == Hedge::rounded;
}

/// People, things or money, exactly or in round millions, in words that are the writer's own.
bool may_be_whole(const CopyText& text, const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal || quantity->nominal->to_double() < kFewest ||
      (quantity->hedge != Hedge::exact && !is_large(*quantity))) {
    return false;
  }
  return (quantity->dimension == Dimension::money || quantity->dimension == Dimension::count) &&
         !text.in_quotes(value.tokens.begin);
}

/// Exact whole numbers of people or things from a hundred on, and money to the last unit.
std::vector<Whole> whole_numbers(const CopyText& text) {
  std::vector<Whole> found;
  for (const CopyValue& value : text.values()) {
    if (found.size() == kMostCounts || !may_be_whole(text, value)) {
      continue;
    }
    const Quantity* quantity = value.quantity();
    const bool large = is_large(*quantity);
    const bool money = quantity->dimension == Dimension::money;
    const std::size_t end = value.tokens.end;
    const std::size_t behind = text.word(end).ends_with("ed") && text.is_word(end + 1) &&
                                       singular(text.word(end + 1)) != text.word(end + 1)
                                   ? end + 1
                                   : end;  // "214 canceled flights"
    const std::string_view noun =
        money ? std::string_view(quantity->unit) : singular(text.word(behind));
    auto [digits, point] = digits_in(text.written(value.mention->core), large);
    const auto plural = [&](std::size_t i) {
      return text.is_word(i) && singular(text.word(i)) != text.word(i);
    };
    // "420 job cuts" are jobs too
    const bool named = money || plural(end) || noun == "people" ||
                       (text.is_word(end) && text.value(end) == nullptr && plural(end + 1));
    const std::size_t begin = value.tokens.begin;
    const bool the = begin > 0 &&
                     (text.word(begin - 1) == "the" || text.word(begin - 1) == "all") &&
                     (!money || is_known_thing(text, value));
    if (named && digits.size() >= (large ? 2 : 3)) {
      found.push_back({&value, std::move(digits), point, noun, words_near(text, value), the});
    }
  }
  return found;
}

/// "340" and "430": two neighbors changed over, and nothing else.
bool are_transposed(const Whole& first_number, const Whole& second_number) {
  const std::string& one = first_number.digits;
  const std::string& other = second_number.digits;
  if (one.size() != other.size() || first_number.point != second_number.point) {
    return false;
  }
  const auto [first, second] = std::ranges::mismatch(one, other);
  const auto at = static_cast<std::size_t>(first - one.begin());
  return at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] &&
         std::string_view(one).substr(at + 2) == std::string_view(other).substr(at + 2);
}

/// "These results compare with net income of $1.8 million, or 44 cents a share, for the
/// corresponding period": of another year, wherever the words say so.
bool is_compared(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kWords[] = {"compare", "compared", "corresponding",
                                         "versus",  "against",  "comparable"};
  return std::ranges::any_of(text.sentences(), [&](const Sentence& sentence) {
    return sentence.tokens.begin <= value.tokens.begin && value.tokens.end <= sentence.tokens.end &&
           any_in(text, sentence.tokens.begin, sentence.tokens.end, kWords);
  });
}

/// "108 seats" of "the 180 seats" of a house: what is less than all of them may be a part.
bool is_part_of(const CopyText& text, const Whole& part, const Whole& whole) {
  constexpr std::string_view kOfHouses[] = {"seat", "member", "vote", "delegate", "mandate"};
  const std::size_t begin = whole.value->tokens.begin;
  const bool all = whole.points_back && begin > 1 && text.word(begin - 2) == "of" &&
                   is_in(whole.noun, kOfHouses);
  return all && !part.points_back &&
         *part.value->quantity()->nominal < *whole.value->quantity()->nominal;
}

bool is_restated(const CopyText& text, const Whole& one, const Whole& other) {
  const double times =
      one.value->quantity()->nominal->to_double() / other.value->quantity()->nominal->to_double();
  if (one.noun != other.noun || !are_transposed(one, other) || times > 10 || times < 0.1 ||
      in_one_sentence(text, *one.value, *other.value) ||
      are_of_two_periods(text, *one.value, *other.value) || is_part_of(text, one, other) ||
      is_part_of(text, other, one)) {
    return false;
  }
  if (other.points_back) {
    return true;
  }
  if (one.value->quantity()->dimension == Dimension::money && is_compared(text, *other.value)) {
    return false;
  }
  const auto shared = std::ranges::count_if(one.near, [&](std::string_view word) {
    return word != one.noun && other.near.contains(word);
  });
  return static_cast<std::size_t>(shared) >=
         kSharedWords - (one.value->quantity()->unit == "1" ? 1 : 0);
}

}  // namespace

void check_magnitudes(const CopyText& text, CopyNotes& notes) {
  const std::vector<Large> amounts = large_amounts(text);
  check_compared(text, amounts, notes);
  check_zeros(text, notes);
  std::set<double> told;  // digits: each amount is told once, however often it stands
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    for (std::size_t j = i + 1; j < amounts.size(); ++j) {
      const bool back = is_told_back(amounts, amounts[i], amounts[j]);
      if ((!back && !is_slip(text, amounts[i], amounts[j], amounts.size() <= kFewAmounts)) ||
          !told.insert(amounts[i].digits).second) {
        continue;
      }
      const auto times = [&](double nominal) {
        return std::ranges::count(amounts, nominal, &Large::nominal);
      };
      const bool first_is_rare = times(amounts[i].nominal) < times(amounts[j].nominal);
      const Large& odd = amounts[first_is_rare ? i : j];
      const Large& other = amounts[first_is_rare ? j : i];
      notes.add(odd.value->mention->core,
                fmt::format("{} here, {} elsewhere: the same digits, {} apart",
                            text.written(odd.value->mention->core),
                            text.written(other.value->mention->core),
                            fold_apart(odd.nominal, other.nominal)),
                {{other.value->mention->core, "the other mention"}},
                fold_apart(odd.nominal, other.nominal) == "a thousandfold"
                    ? "see which of million and billion is meant"
                    : "see how many zeros are meant");
    }
  }
}

void check_transposed(const CopyText& text, CopyNotes& notes) {
  const std::vector<Whole> numbers = whole_numbers(text);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (std::size_t j = i + 1; j < numbers.size(); ++j) {
      if (is_restated(text, numbers[i], numbers[j])) {
        notes.add(numbers[j].value->mention->core,
                  fmt::format("{} here, {} above: two digits have changed places",
                              text.written(numbers[j].value->mention->core),
                              text.written(numbers[i].value->mention->core)),
                  {{numbers[i].value->mention->core, "the other mention"}},
                  "see which of the two is right");
        break;
      }
    }
  }
}

}  // namespace concord::proofread
