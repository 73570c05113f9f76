#include "compare/attackers_counted.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/fold.h"
#include "compare/arithmetic.h"

namespace concord::compare {
namespace {

constexpr std::string_view kKind = "attackers";  // of the facts that tell attackers apart
constexpr std::string_view kWorkedOut = "with attackers";

/// Words of a folded text, without marks.
std::vector<std::string_view> words_of(std::string_view text, std::size_t most) {
  constexpr std::string_view kBetween = " ,;:()\n\"";
  std::vector<std::string_view> words;
  std::size_t at = text.find_first_not_of(kBetween);
  while (at != std::string_view::npos && words.size() < most) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBetween, end);
  }
  return words;
}

/// How many attackers words such as "the gunman", "both gunmen", "two attackers" tell of; 0.
int attackers_told(const std::vector<std::string_view>& words) {
  constexpr std::string_view kOne[] = {"gunman", "shooter", "attacker", "assailant",  "bomber",
                                       "killer", "suspect", "knifeman", "perpetrator"};
  constexpr std::string_view kSeveral[] = {"gunmen",     "shooters", "attackers",
                                           "assailants", "bombers",  "killers",
                                           "suspects",   "knifemen", "perpetrators"};
  constexpr std::string_view kNumbers[] = {"", "", "two", "three", "four", "five"};
  int number = 0;
  for (const std::string_view word : words) {
    if (std::ranges::find(kOne, word) != std::end(kOne)) {
      return number > 1 ? 0 : 1;
    }
    if (std::ranges::find(kSeveral, word) != std::end(kSeveral)) {
      return number;
    }
    const auto* known = std::ranges::find(kNumbers, word);
    number = word == "both"                ? 2
             : known != std::end(kNumbers) ? static_cast<int>(known - std::begin(kNumbers))
                                           : number;
  }
  return 0;
}

/// How many attackers the words behind the figure say are in it.
int attackers_in(const Inputs& inputs, const Claim& claim) {
  constexpr std::string_view kIncluding = " including ";
  constexpr std::size_t kMostWords = 4;
  for (const FactId id : claim.figure->facts) {
    const Fact& fact = inputs.facts[id.index];
    const std::string& text = document_of(inputs, claim).text;
    const std::size_t end = std::min<std::size_t>(text.size(), fact.sentence.end);
    if (fact.filler.end >= end) {
      continue;
    }
    const std::string after =
        fold(std::string_view(text).substr(fact.filler.end, end - fact.filler.end));
    const std::size_t at = after.find(kIncluding);
    if (at == std::string::npos) {
      continue;
    }
    const auto words = words_of(std::string_view(after).substr(at + kIncluding.size()), kMostWords);
    if (const int told = attackers_told(words); told > 0) {
      return told;
    }
  }
  return 0;
}

bool is_plain(const Claim& claim) {
  return claim.counts && claim.measure.axis == Axis::number && claim.measure.nominal &&
         is_settled(claim.measure);
}

/// Brings the figures that lack just the attackers of `whole` up to it; says whose.
std::string bring_up_to(const Inputs& inputs, const Claim& whole, int attackers, Group& group) {
  const auto rest = subtract(*whole.measure.nominal, Decimal(attackers));
  std::string brought;
  for (Claim& other : group.claims) {
    if (!rest || !is_plain(other) || *other.measure.nominal != *rest ||
        other.figure->document == whole.figure->document || attackers_in(inputs, other) > 0) {
      continue;
    }
    brought += document_of(inputs, other).source + "'s " + to_string(*rest) + " leaves " +
               (attackers == 1 ? "the attacker" : std::to_string(attackers) + " attackers") +
               " out. ";
    other.measure.nominal = whole.measure.nominal;
    other.measure.hard = whole.measure.hard;
    other.measure.soft = whole.measure.soft;
    other.measure.worked_out = kWorkedOut;
  }
  return brought;
}

}  // namespace

std::string count_attackers_in(const Inputs& inputs, Group& group) {
  const FactRule& rule = rule_of(inputs, group);
  if (std::ranges::find(rule.kinds, kKind) == rule.kinds.end() || group.kind == kKind) {
    return {};
  }
  std::string assumed;
  for (const Claim& claim : group.claims) {
    if (const int attackers = is_plain(claim) ? attackers_in(inputs, claim) : 0; attackers > 0) {
      assumed += bring_up_to(inputs, claim, attackers, group);
    }
  }
  return assumed.empty() ? assumed : assumed.substr(0, assumed.size() - 1);
}

void prefer_stated(Group& group) {
  for (Claim& claim : group.claims) {
    claim.superseded = claim.superseded || claim.measure.worked_out == kWorkedOut;
  }
}

}  // namespace concord::compare
