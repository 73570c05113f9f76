#include "advise/figure_parts.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "base/fold.h"
#include "base/number_words.h"

namespace concord::advise {
namespace {

constexpr std::size_t kLongestText = 200'000;  // bytes: nobody's draft is longer
constexpr std::size_t kMostParts = 6;
constexpr std::int64_t kLargest = 1'000'000'000;

// What is counted is none of these.
constexpr std::string_view kUnits[] = {
    "percent", "per",    "year",    "years", "old",   "hour", "hours",   "minute", "minutes",
    "day",     "days",   "week",    "weeks", "month", "km",   "miles",   "mile",   "kilometers",
    "meters",  "metres", "million", "euros", "a.m",   "p.m",  "o'clock", "times",  "billion",
    "dollars", "months", "seconds", "am",    "pm",    "th",   "st",      "nd",     "rd"};
constexpr std::string_view kOnePerson[] = {"man",       "woman",   "boy",     "girl",    "child",
                                           "baby",      "officer", "soldier", "student", "driver",
                                           "pilot",     "guard",   "teacher", "worker",  "toddler",
                                           "passenger", "sailor",  "medic",   "teenager"};

/// Reads the numbers of one sentence word by word.
class Reader {
 public:
  void take(const std::string& word) {
    if (is_in(word, kUnits) && at_number_) {
      numbers_.pop_back();
      at_number_ = false;
      return;
    }
    const auto number = after_month_ ? std::nullopt : value_of(word);
    const bool unit_of_ten = number && at_tens_ && *number > 0 && *number < 10;
    if (unit_of_ten) {
      numbers_.back() += *number;  // "twenty-two"
    } else if (number) {
      numbers_.push_back(*number);
    } else if (article_ && is_in(word, kOnePerson)) {
      numbers_.push_back(1);
    }
    at_tens_ = number && is_in(word, kTens);
    at_number_ = number.has_value();
    after_month_ = is_in(word, kMonths) || word == "may" || word == "march";
    article_ = word == "a" || word == "an";
  }

  std::vector<std::int64_t> finish() {
    at_tens_ = at_number_ = after_month_ = article_ = false;
    return std::exchange(numbers_, {});
  }

 private:
  static std::optional<std::int64_t> value_of(const std::string& word) {
    if (const auto small = std::ranges::find(kSmallNumbers, word); small != kSmallNumbers.end()) {
      return small - kSmallNumbers.begin();
    }
    const auto tens = std::ranges::find(kTens, word);
    if (!word.empty() && tens != kTens.end()) {
      return (tens - kTens.begin()) * 10;
    }
    std::int64_t value = 0;
    for (const char c : word) {
      if (c == ',') {
        continue;
      }
      if (std::isdigit(static_cast<unsigned char>(c)) == 0 || value > kLargest) {
        return std::nullopt;
      }
      value = value * 10 + (c - '0');
    }
    return word.empty() ? std::nullopt : std::optional(value);
  }

  std::vector<std::int64_t> numbers_;
  bool at_number_ = false;
  bool at_tens_ = false;
  bool after_month_ = false;
  bool article_ = false;
};

bool is_in_word(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const bool inner = (text[at] == ',' || text[at] == '.' || text[at] == '\'') && at > 0 &&
                     at + 1 < text.size() &&
                     std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 &&
                     std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0;
  return std::isalnum(byte) != 0 || byte >= 0x80 || inner;
}

/// A stop before a blank, or the end of a line that nothing follows.
bool ends_sentence(std::string_view text, std::size_t at) {
  constexpr std::string_view kStops = ".!?";
  const char next = at + 1 < text.size() ? text[at + 1] : '\n';
  return (kStops.find(text[at]) != std::string_view::npos && (next == ' ' || next == '\n')) ||
         (text[at] == '\n' && next == '\n');
}

}  // namespace

std::vector<std::vector<std::int64_t>> numbers_by_sentence(std::string_view text) {
  text = text.substr(0, kLongestText);
  std::vector<std::vector<std::int64_t>> sentences;
  Reader reader;
  const auto end_sentence = [&] {
    if (auto numbers = reader.finish(); numbers.size() > 1) {
      sentences.push_back(std::move(numbers));
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_in_word(text, end)) {
      ++end;
    }
    if (end > at) {
      reader.take(fold(text.substr(at, end - at)));
      at = end;
      continue;
    }
    if (ends_sentence(text, at)) {
      end_sentence();
    }
    ++at;
  }
  end_sentence();
  return sentences;
}

bool are_parts_in(const std::vector<std::vector<std::int64_t>>& sentences, std::int64_t figure) {
  if (figure < 2) {
    return false;
  }
  for (const std::vector<std::int64_t>& numbers : sentences) {
    for (std::size_t first = 0; first < numbers.size(); ++first) {
      const std::size_t last = std::min(numbers.size(), first + kMostParts);
      std::int64_t sum = 0;
      for (std::size_t i = first; i < last && sum < figure; ++i) {
        if (numbers[i] == 0) {
          break;
        }
        sum += numbers[i];
        if (sum == figure && i > first) {
          return true;
        }
      }
    }
  }
  return false;
}

bool is_part_in(const std::vector<std::vector<std::int64_t>>& sentences, std::int64_t part,
                std::int64_t figure) {
  for (const std::vector<std::int64_t>& numbers : sentences) {
    for (std::size_t first = 0; first < numbers.size(); ++first) {
      const std::size_t last = std::min(numbers.size(), first + kMostParts);
      std::int64_t sum = 0;
      bool met = false;
      for (std::size_t i = first; i < last && sum < figure && numbers[i] > 0; ++i) {
        sum += numbers[i];
        met = met || numbers[i] == part;
        if (sum == figure && i > first && met) {
          return true;
        }
      }
    }
  }
  return false;
}

bool is_all_or_some(const Words& before) {
  constexpr std::string_view kAll[] = {"all", "both"};
  constexpr std::string_view kSome[] = {"of", "among"};
  if (before.empty()) {
    return false;
  }
  const bool article = before.back() == "the" || before.back() == "those";
  const std::size_t behind = article ? 2 : 1;
  if (before.size() < behind) {
    return false;
  }
  const std::string& word = before[before.size() - behind];
  return is_in(word, kAll) || (article && is_in(word, kSome));
}

bool is_hedged_behind(const Findings& findings, FactId own) {
  constexpr std::string_view kBehind[] = {" at least", " so far", " or more", " and counting"};
  constexpr std::size_t kReach = 48;
  const Fact& stated = findings.facts[own.index];
  const std::string_view text = findings.documents[stated.document.index].text;
  const std::size_t begin = std::min<std::size_t>(stated.filler.end, text.size());
  const std::size_t end = std::clamp<std::size_t>(stated.sentence.end, begin, begin + kReach);
  const std::string_view after = text.substr(begin, end - begin);
  return std::ranges::any_of(kBehind, [&](std::string_view hedge) {
    const std::size_t at = after.find(hedge);
    return at != std::string_view::npos &&
           after.substr(0, at).find_first_of(",;") == std::string_view::npos;
  });
}

}  // namespace concord::advise
