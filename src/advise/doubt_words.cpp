#include "advise/doubt_words.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/fold.h"
#include "base/number_words.h"

namespace concord::advise {
namespace {

/// "34-year-old" tells of no other time.
void take(Words& words, std::string word) {
  const bool age = word == "old" && !words.empty() && words.back().starts_with("year");
  if (age) {
    words.back() = "old";
  } else {
    words.push_back(std::move(word));
  }
}

}  // namespace

Words words_in(const Document& document, Span span) {
  Words words;
  std::string word;
  for (const char c : fold(document.text.substr(span.begin, span.size()))) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      take(words, std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) {
    take(words, std::move(word));
  }
  return words;
}

bool is_in(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool has_any(const Words& words, std::span<const std::string_view> list) {
  return std::ranges::any_of(words, [&](const std::string& word) { return is_in(word, list); });
}

Words grouped_digits(const Words& words) {
  constexpr std::size_t kGroup = 3;
  const auto is_number = [](const std::string& word) {
    return std::isdigit(static_cast<unsigned char>(word[0])) != 0;
  };
  Words joined;
  for (const std::string& word : words) {
    if (!joined.empty() && is_number(joined.back()) && is_number(word) && word.size() == kGroup) {
      joined.back() += word;
    } else {
      joined.push_back(word);
    }
  }
  return joined;
}

bool says_number(const Words& words, const Decimal& number) {
  const std::string digits = to_string(number);
  return std::ranges::any_of(words, [&](const std::string& word) {
    const auto spelled = std::ranges::find(kSmallNumbers, word);
    return word == digits ||
           (spelled != kSmallNumbers.end() && Decimal(spelled - kSmallNumbers.begin()) == number);
  });
}

bool says_of(const Words& words, const Decimal& number) {
  constexpr std::string_view kThe[] = {"the", "its", "their"};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t at = i + (is_in(words[i + 1], kThe) ? 2 : 1);
    if (words[i] == "of" && at < words.size() && says_number({words[at]}, number)) {
      return true;
    }
  }
  return false;
}

bool gives_too(const Words& words, const Decimal& number) {
  constexpr std::string_view kGives[] = {"has",  "have",  "says",    "said",     "gives", "gave",
                                         "puts", "put",   "reports", "reported", "had",   "counts",
                                         "at",   "spoke", "counted", "cites",    "speaks"};
  constexpr std::string_view kDead[] = {"dead", "killed", "died", "deaths", "people", "injured"};
  const Words grouped = grouped_digits(words);
  for (std::size_t i = 0; i + 1 < grouped.size(); ++i) {
    const std::size_t at = i + (grouped[i + 1] == "of" ? 2 : 1);
    const bool ends = at + 1 >= grouped.size() || is_in(grouped[at + 1], kDead);
    if (at < grouped.size() && is_in(grouped[i], kGives) && ends &&
        says_number({grouped[at]}, number)) {
      return true;
    }
  }
  return false;
}

bool tells_dead_attacker(const Words& words) {
  constexpr std::size_t kReach = 7;  // "the gunman, a man of 44, was killed"
  constexpr std::string_view kWho[] = {"gunman",   "gunmen", "shooter",   "suspect",
                                       "attacker", "bomber", "assailant", "perpetrator"};
  constexpr std::string_view kBe[] = {"was", "were", "is", "are", "also", "later", "then"};
  constexpr std::string_view kDead[] = {"dead", "died", "dies", "deceased"};
  constexpr std::string_view kKilled[] = {"killed", "slain", "shot"};
  constexpr std::string_view kHim[] = {"him", "her", "himself", "herself", "themselves"};
  bool somebody_killed_him = false;
  bool told_of = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool shot_dead = i + 2 < words.size() && words[i + 2] == "dead";
    somebody_killed_him =
        somebody_killed_him || (is_in(words[i], kKilled) && is_in(words[i + 1], kHim) &&
                                (words[i] == "killed" || shot_dead || words[i + 1].size() > 3));
    if (!is_in(words[i], kWho)) {
      continue;
    }
    told_of = true;
    for (std::size_t at = i + 1; at < std::min(words.size(), i + kReach); ++at) {
      const bool done_to = is_in(words[at], kKilled) && is_in(words[at - 1], kBe);
      if (is_in(words[at], kDead) || done_to) {
        return true;
      }
    }
  }
  return told_of && somebody_killed_him;
}

bool are_turned_round(const Decimal& one, const Decimal& other) {
  std::string digits = to_string(other);
  std::ranges::reverse(digits);
  constexpr std::size_t kAge = 2;
  return digits.size() == kAge && to_string(one) == digits;
}

bool is_in_full(const std::string& text, std::string name) {
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  const std::size_t last = name.find(' ') + 1;
  name[last] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[last])));
  return text.find(name) != std::string::npos;
}

}  // namespace concord::advise
