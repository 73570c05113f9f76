#include "advise/age_doubts.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <string_view>

#include "advise/doubt_words.h"

namespace concord::advise {
namespace {

constexpr std::int64_t kBirthday = 30 * kSecondsPerDay;

class AgeDoubts {
 public:
  AgeDoubts(const Findings& findings, FactId own, bool inner)
      : findings_(findings), own_(own), inner_(inner) {}

  std::string first(const std::vector<FactId>& against) const {
    for (const FactId id : against) {
      if (may_have_aged(id)) {
        return "there may have been a birthday in between";
      }
      const bool same = !named(own_).empty() && named(own_) == named(id);
      if (!same && !is_named_in_full(id) && !is_one_person(id)) {
        return "the ages may be of two people";
      }
    }
    return {};
  }

 private:
  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  const Document& document(FactId id) const { return findings_.documents[fact(id).document.index]; }

  std::optional<Decimal> number(FactId id) const {
    const auto* quantity = std::get_if<Quantity>(&fact(id).value);
    return quantity == nullptr ? std::nullopt : quantity->nominal;
  }

  /// The two words before an age: "Anna Holt" in "Anna Holt, 34".
  std::string named(FactId id) const {
    const std::uint32_t begin = fact(id).filler.begin;
    const std::uint32_t from = std::max(fact(id).sentence.begin, begin < 60 ? 0 : begin - 60);
    const Words words = words_in(document(id), {from, std::max(begin, from)});
    constexpr std::string_view kArticles[] = {"a", "an", "the", "his", "her", "another"};
    return words.size() < 2 || is_in(words.back(), kArticles)
               ? std::string()
               : words[words.size() - 2] + " " + words[words.size() - 1];
  }

  /// Of two publications a month apart or more the later one may tell of a birthday more.
  bool may_have_aged(FactId id) const {
    constexpr std::int64_t kYear = 365 * kSecondsPerDay;
    const auto& ours = document(own_).published;
    const auto& theirs = document(id).published;
    const auto own = number(own_);
    const auto other = number(id);
    if (!own || !other || !ours || !theirs) {
      return false;
    }
    const std::int64_t apart = ours->begin.seconds - theirs->begin.seconds;
    const auto older = apart > 0 ? subtract(*own, *other) : subtract(*other, *own);
    return std::abs(apart) > kBirthday && older && *older > Decimal(0) &&
           *older <= Decimal(std::abs(apart) / kYear + 1);
  }

  /// The word that an age in apposition is of: "Holt" in "Anna Holt, 34" and "Holt, a 34-year-old".
  std::string apposed_to(FactId id) const {
    constexpr std::string_view kArticles[] = {"a", "an", "the"};
    const Document& text = document(id);
    const std::uint32_t begin = fact(id).filler.begin;
    const std::uint32_t from = std::max(fact(id).sentence.begin, begin < 60 ? 0 : begin - 60);
    Words words = words_in(text, {from, std::max(begin, from)});
    std::string_view before =
        std::string_view(text.text).substr(from, std::max(begin, from) - from);
    if (!words.empty() && is_in(words.back(), kArticles)) {
      before = before.substr(0, before.rfind(' ', before.size() - 2) + 1);
      words.pop_back();
    }
    const bool comma = before.find_last_not_of(' ') != std::string_view::npos &&
                       before[before.find_last_not_of(' ')] == ',';
    return words.empty() || !comma ? std::string() : words.back();
  }

  /// True if the draft gives both ages to one last name, and one first name alone stands before it.
  bool is_one_person(FactId id) const {
    constexpr Decimal kOfOneLife(10);  // a father and a son of one name are further apart
    const std::string last = apposed_to(own_);
    const auto first = number(own_);
    const auto second = number(id);
    const auto apart = first && second ? subtract(*first, *second) : std::nullopt;
    const bool near = apart && *apart <= kOfOneLife && *apart >= Decimal(-10);
    if (!inner_ || last.empty() || last != apposed_to(id) || !apart ||
        (!near && !are_turned_round(*first, *second))) {
      return false;
    }
    const std::string& text = document(own_).text;
    const Words words = words_in(document(own_), {0, static_cast<std::uint32_t>(text.size())});
    std::set<std::string> before;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool in_full = words[i] == last && is_in_full(text, words[i - 1] + " " + last);
      if (in_full) {
        before.insert(words[i - 1]);
      }
    }
    return before.size() == 1;
  }

  /// Both ages are of "Anna Holt".
  bool is_named_in_full(FactId id) const {
    return fact(own_).key == fact(id).key && fact(own_).key.find(' ') != std::string::npos;
  }

  const Findings& findings_;
  FactId own_;
  bool inner_;
};

}  // namespace

std::string age_doubt(const Findings& findings, const std::vector<FactId>& against, FactId own,
                      bool inner) {
  return AgeDoubts(findings, own, inner).first(against);
}

}  // namespace concord::advise
