#include "advise/propose.h"

#include <algorithm>
#include <map>
#include <variant>

#include "base/number_words.h"
#include "wording/fact_text.h"

namespace concord::advise {
namespace {

constexpr std::int64_t kDigitsFrom = 10;   // what most style books print in digits
constexpr std::int64_t kWordsBelow = 100;  // what can be spelled in a word or two

// Hedges that stay true of a higher figure, and those that an exact figure does without.
constexpr std::string_view kFloors[] = {"at least ", "no fewer than ", "not fewer than ",
                                        "a minimum of "};
constexpr std::string_view kOthers[] = {"about ",         "around ",  "some ",         "nearly ",
                                        "almost ",        "roughly ", "over ",         "more than ",
                                        "as many as ",    "up to ",   "an estimated ", "only ",
                                        "approximately ", "exactly ", "precisely "};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

std::optional<std::int64_t> whole(const Decimal& number) {
  const Decimal plain = normalized(number);
  std::int64_t value = plain.coefficient;
  for (int i = 0; i < plain.exponent; ++i) {
    if (value > 1'000'000'000'000) {
      return std::nullopt;
    }
    value *= 10;
  }
  return plain.exponent < 0 || value < 0 ? std::nullopt : std::optional(value);
}

std::string spelled(std::int64_t number) {
  if (number < static_cast<std::int64_t>(kSmallNumbers.size())) {
    return std::string(kSmallNumbers[static_cast<std::size_t>(number)]);
  }
  std::string text(kTens[static_cast<std::size_t>(number / 10)]);
  return number % 10 == 0
             ? text
             : text + "-" + std::string(kSmallNumbers[static_cast<std::size_t>(number % 10)]);
}

std::string in_digits(std::int64_t number, bool grouped) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); grouped && at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

/// Where the number stands in the words, and how it is written.
struct Written {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool digits = false;
  bool grouped = false;
};

std::optional<Written> find_digits(std::string_view text, std::int64_t number) {
  const auto first = std::ranges::find_if(text, is_digit);
  if (first == text.end()) {
    return std::nullopt;
  }
  Written written;
  written.digits = true;
  written.begin = static_cast<std::size_t>(first - text.begin());
  written.end = written.begin;
  while (written.end < text.size() && (is_digit(text[written.end]) ||
                                       (text[written.end] == ',' && written.end + 1 < text.size() &&
                                        is_digit(text[written.end + 1])))) {
    ++written.end;
  }
  const std::string_view found = text.substr(written.begin, written.end - written.begin);
  written.grouped = found.find(',') != std::string_view::npos;
  const bool alone = std::ranges::none_of(text.substr(written.end), is_digit);
  return alone && found == in_digits(number, written.grouped) ? std::optional(written)
                                                              : std::nullopt;
}

std::optional<Written> find_words(std::string_view text, std::int64_t number) {
  if (number >= kWordsBelow) {
    return std::nullopt;
  }
  const std::string words = spelled(number);
  const std::size_t begin = text.find(words);
  const std::size_t end = begin + words.size();
  if (begin == std::string_view::npos || (begin > 0 && text[begin - 1] != ' ') ||
      (end < text.size() && text[end] != ' ')) {
    return std::nullopt;
  }
  return Written{begin, end, false, false};
}

/// What stands before the number, for the new figure; nothing where it is not understood.
std::optional<std::string> hedge_for(std::string_view before, bool floor) {
  if (std::ranges::find(kFloors, before) != std::end(kFloors)) {
    return std::string(before);
  }
  if (!before.empty() && std::ranges::find(kOthers, before) == std::end(kOthers)) {
    return std::nullopt;
  }
  return floor ? "at least " : "";
}

bool writes_digits(const Written& written, std::int64_t old, std::int64_t figure) {
  const bool small = old < kDigitsFrom && figure >= kDigitsFrom;
  return written.digits || figure >= kWordsBelow || small;
}

bool is_exact(const Quantity& quantity) {
  return quantity.nominal && quantity.hard.low == quantity.nominal &&
         quantity.hard.high == quantity.nominal;
}

/// Digits stand for digits: "$2.41 billion" and "$1.9 billion" are of one shape.
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    const char mark = is_digit(c) ? '#' : c;
    if (mark != '#' || shape.empty() || shape.back() != '#') {
      shape += mark;
    }
  }
  return shape;
}

class Proposer {
 public:
  Proposer(const Findings& findings, FactId own) : findings_(findings), own_(fact(own)) {}

  Proposal run(const std::vector<FactId>& facts, const std::string& label) {
    const auto support = supporters(facts);
    Proposal proposal;
    proposal.text = label;
    proposal.voices = voices_of(support);
    proposal.support = support;
    const auto* own = std::get_if<Quantity>(&own_.value);
    if (own == nullptr || !own->nominal || support.empty() || !figure_) {
      return proposal;
    }
    const std::string_view written = wording::words(document(own_), own_.filler);
    const auto text = own->dimension == Dimension::count
                          ? in_manner_of(written, *own->nominal, *figure_, floor_)
                          : in_words_of_a_source(written, support);
    if (text && *text != written) {
      proposal.text = *text;
      proposal.fits = true;
    }
    return proposal;
  }

 private:
  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  const Document& document(const Fact& of) const { return findings_.documents[of.document.index]; }

  /// One for each outlet, and one for each authority: an outlet that says it twice, or two that
  /// cite one mayor, are one voice.
  std::set<std::string> voices_of(const std::vector<FactId>& support) const {
    std::map<std::string, std::string> authorities;  // of each outlet, empty if it names none
    for (const FactId id : support) {
      DocumentId origin = fact(id).document;
      if (origin.index < findings_.stories.placements.size()) {
        origin = findings_.stories.placements[origin.index].copy_of.value_or(origin);
      }
      std::string& authority = authorities[findings_.documents[origin.index].source];
      if (authority.empty() && fact(id).by) {
        authority = fact(id).by->name;
      }
    }
    std::set<std::string> voices;
    for (const auto& [outlet, authority] : authorities) {
      voices.insert(authority.empty() ? outlet : authority);
    }
    return voices;
  }

  /// The facts that give the one figure: the exact ones, else the highest floor.
  std::vector<FactId> supporters(const std::vector<FactId>& facts) {
    std::vector<FactId> others;
    std::ranges::copy_if(facts, std::back_inserter(others),
                         [&](FactId id) { return fact(id).document != own_.document; });
    for (const FactId id : others) {
      const auto* quantity = std::get_if<Quantity>(&fact(id).value);
      if (quantity == nullptr || !quantity->nominal) {
        continue;
      }
      const bool exact = is_exact(*quantity);
      if (!figure_ || (exact && floor_) || (exact == !floor_ && *figure_ < *quantity->nominal)) {
        figure_ = quantity->nominal;
        floor_ = !exact;
      }
    }
    if (figure_) {
      std::erase_if(others, [&](FactId id) {
        const auto* quantity = std::get_if<Quantity>(&fact(id).value);
        return quantity == nullptr || !quantity->nominal || *quantity->nominal != *figure_;
      });
    }
    return others;
  }

  std::optional<std::string> in_words_of_a_source(std::string_view written,
                                                  const std::vector<FactId>& support) const {
    const std::string shape = shape_of(written);
    for (const FactId id : support) {
      const std::string_view theirs = wording::words(document(fact(id)), fact(id).filler);
      if (shape_of(theirs) == shape) {
        return std::string(theirs);
      }
    }
    return std::nullopt;
  }

  const Findings& findings_;
  const Fact& own_;
  std::optional<Decimal> figure_;
  bool floor_ = false;  // at least so many
};

}  // namespace

std::optional<std::string> in_manner_of(std::string_view written, const Decimal& old,
                                        const Decimal& figure, bool floor) {
  const auto old_number = whole(old);
  const auto number = whole(figure);
  if (!old_number || !number || written.empty()) {
    return std::nullopt;
  }
  const std::string plain = lowered(written);
  const auto digits = find_digits(plain, *old_number);
  const auto found = digits ? digits : find_words(plain, *old_number);
  if (!found) {
    return std::nullopt;
  }
  const auto hedge = hedge_for(plain.substr(0, found->begin), floor);
  if (!hedge) {
    return std::nullopt;
  }
  const bool opens = written.front() >= 'A' && written.front() <= 'Z';
  bool as_digits = writes_digits(*found, *old_number, *number);
  if (opens && hedge->empty() && as_digits) {
    if (*number >= kWordsBelow) {
      return std::nullopt;
    }
    as_digits = false;
  }
  const bool grouped = found->grouped || *old_number < 1000;
  std::string text = *hedge + (as_digits ? in_digits(*number, grouped) : spelled(*number)) +
                     std::string(written.substr(found->end));
  if (opens) {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

Proposal propose(const Findings& findings, FactId own, const std::vector<FactId>& facts,
                 const std::string& label) {
  return Proposer(findings, own).run(facts, label);
}

}  // namespace concord::advise
