#include "advise/difference_doubts.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>
#include <vector>

#include "advise/age_doubts.h"
#include "advise/doubt_words.h"
#include "advise/figure_parts.h"
#include "base/number_words.h"

namespace concord::advise {
namespace {

constexpr std::size_t kChargeWords = 4;  // "counts of attempted murder"

class Doubts {
 public:
  Doubts(const Findings& findings, const Finding& finding, FactId own, std::string_view whose)
      : findings_(findings), finding_(finding), own_(own), whose_(whose) {}

  std::string first() const {
    if (!finding_.check.empty() && finding_.detail == Detail::arithmetic) {
      return is_worked_out()   ? "one of the figures is worked out from others"
             : may_have_died() ? "some of the rescued may have died since"
                               : std::string();
    }
    if (const auto* quantity = std::get_if<Quantity>(&fact(own_).value)) {
      return of_quantity(*quantity);
    }
    if (std::holds_alternative<Duration>(fact(own_).value) && (is_inner() || has_parts())) {
      return "each may be of another charge or part";
    }
    return std::holds_alternative<TimeSpan>(fact(own_).value) ? of_time() : std::string();
  }

 private:
  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  const Document& document(FactId id) const { return findings_.documents[fact(id).document.index]; }
  bool is_own(FactId id) const { return fact(id).document == fact(own_).document; }
  Words sentence(FactId id) const { return words_in(document(id), fact(id).sentence); }
  Words filler(FactId id) const { return words_in(document(id), fact(id).filler); }

  /// The draft against itself.
  bool is_inner() const {
    return finding_.detail == Detail::internal ||
           (!finding_.check.empty() &&
            std::ranges::all_of(finding_.evidence,
                                [&](const Evidence& one) { return is_own(one.fact); }));
  }

  bool is_worked_out() const {
    return std::ranges::any_of(finding_.evidence,
                               [&](const Evidence& one) { return fact(one.fact).derived; });
  }

  /// The draft tells of people who were rescued and died: they are counted twice.
  bool may_have_died() const {
    constexpr std::string_view kSince[] = {"later died", "since died", "died in hospital",
                                           "died of",    "died later", "died on the way"};
    const std::string& text = document(own_).text;
    return finding_.check == "accounted-not-above-aboard" &&
           std::ranges::any_of(kSince, [&](std::string_view words) {
             return text.find(words) != std::string::npos;
           });
  }

  /// "18 years: 15 for the murder and three for arson", where the others have 15.
  bool has_parts() const {
    const std::vector<FactId> against = others();
    const Words words = sentence(own_);
    return !against.empty() && std::ranges::all_of(against, [&](FactId id) {
      const auto* length = std::get_if<Duration>(&fact(id).value);
      return length != nullptr && length->amount && says_number(words, *length->amount);
    });
  }

  std::string of_quantity(const Quantity& quantity) const {
    if (quantity.dimension == Dimension::age) {
      const bool one = finding_.check == "age-matches-birth-year";  // the age and the birth
      return one ? std::string() : age_doubt(findings_, others(), own_, is_inner());
    }
    std::string doubt = quantity.dimension == Dimension::count ? of_count() : std::string();
    return doubt.empty() && is_inner() ? of_inner() : doubt;
  }

  std::optional<Decimal> number(FactId id) const {
    const auto* quantity = std::get_if<Quantity>(&fact(id).value);
    return quantity == nullptr ? std::nullopt : quantity->nominal;
  }

  /// What stands against the draft's statement: the facts that say the figure of each other
  /// position, not those that are told beside it ("a woman was hurt" beside "four were hurt"), or
  /// those of the other part.  Figures that are over count only where nothing else stands.
  std::vector<FactId> others() const {
    std::vector<FactId> found;
    std::vector<FactId> over;
    for (const Position& position : finding_.positions) {
      for (const FactId id : position.facts) {
        if (id != own_ && (is_inner() || !is_own(id)) && fact(id).value != fact(own_).value &&
            says(id, position)) {
          (position.superseded ? over : found).push_back(id);
        }
      }
    }
    return found.empty() ? over : found;
  }

  bool says(FactId id, const Position& position) const {
    const auto nominal = number(id);
    return !nominal || contains(position.range, Interval<Decimal>::exactly(*nominal));
  }

  /// True if the words say the number itself: "22, dead" and "24-year-old man" say an age, and the
  /// "four" of a sum of four and two says a part.
  bool is_numbered(FactId id) const {
    const auto* quantity = std::get_if<Quantity>(&fact(id).value);
    return std::ranges::any_of(grouped_digits(filler(id)), [&](const std::string& word) {
      const auto spelled = std::ranges::find(kSmallNumbers, word);
      const bool digits = std::isdigit(static_cast<unsigned char>(word[0])) != 0;
      if (!digits && spelled == kSmallNumbers.end()) {
        return is_in(word, kTens) || is_in(word, kOtherNumbers);
      }
      if (quantity == nullptr) {
        return true;
      }
      const auto said = digits ? parse_decimal(word) : Decimal(spelled - kSmallNumbers.begin());
      return said && is_of(*quantity, *said);
    });
  }

  /// `number` is the quantity's, or about one of its bounds ("more than 12" begins at 13).
  static bool is_of(const Quantity& quantity, const Decimal& number) {
    const auto is_near = [&](const std::optional<Decimal>& bound) {
      const auto distance = bound ? subtract(*bound, number) : std::nullopt;
      return distance && *distance <= Decimal(1) && *distance >= Decimal(-1);
    };
    if (quantity.nominal == number || quantity.hard.low == quantity.hard.high) {
      return quantity.nominal == number;
    }
    const bool floor_of_one = quantity.hard.low && *quantity.hard.low <= Decimal(1);
    return (!floor_of_one && is_near(quantity.hard.low)) || is_near(quantity.hard.high);
  }

  /// "No officers were hurt", "nobody was seriously hurt".
  bool is_partly_none(FactId id) const {
    const auto nominal = number(id);
    return nominal && *nominal == Decimal(0) && has_any(sentence(id), kNoneOf);
  }

  /// "No arrests have been made", before the draft tells of some.
  bool is_before(FactId id) const {
    const auto nominal = number(id);
    const auto& ours = document(own_).published;
    const auto& theirs = document(id).published;
    return nominal && *nominal == Decimal(0) && ours && theirs &&
           theirs->begin.seconds < ours->begin.seconds;
  }

  std::string of_count() const {
    if (fact(own_).derived) {
      return whose_ + "'s figure is worked out from others";
    }
    if (!is_numbered(own_)) {
      return whose_ + " gives no number here";
    }
    const std::vector<FactId> against = others();
    if (!against.empty() && std::ranges::none_of(against, [&](FactId id) {
          return !fact(id).derived && is_numbered(id);
        })) {
      return "the other figures are worked out, or stand without a number";
    }
    if (!against.empty() &&
        std::ranges::all_of(against, [&](FactId id) { return is_before(id); })) {
      return "there were none yet";
    }
    if (is_partly_none(own_) || (!against.empty() && std::ranges::all_of(against, [&](FactId id) {
          return is_partly_none(id);
        }))) {
      return "\"no\" is said of some people only";
    }
    const std::string own = counted(own_);
    if (own.starts_with("counts ") &&
        std::ranges::any_of(against, [&](FactId id) { return counted(id) != own; })) {
      return "the counts may be of different charges";
    }
    return of_each(against);
  }

  /// A doubt that explains away every figure that stands against the draft's: one that it does not
  /// is difference enough.
  std::string of_each(std::vector<FactId> against) const {
    const auto is_more = [&](FactId id) { return number(own_) < number(id); };
    if (counts_rest(own_) && std::ranges::any_of(against, is_more)) {
      return whose_ + " counts the rest of some here";
    }
    std::erase_if(against, [&](FactId id) { return fact(id).derived || !is_numbered(id); });
    if (against.empty()) {
      return {};
    }
    const bool unborn =
        std::ranges::any_of(against, [&](FactId id) { return may_count(id, kUnborn); });
    std::erase_if(against,
                  [&](FactId id) { return may_count_attacker(id) || may_count(id, kUnborn); });
    if (against.empty()) {
      return unborn ? "one of the figures may count an unborn child"
                    : "one of the figures may count the attacker";
    }
    std::erase_if(against,
                  [&](FactId id) { return counts_dead(own_, id) || counts_dead(id, own_); });
    if (against.empty()) {
      return "the higher figure counts all who were shot, and some of them died";
    }
    std::erase_if(against, [&](FactId id) { return is_told_of_another(id); });
    if (against.empty()) {
      return whose_ + " tells that figure of another event";
    }
    std::erase_if(against, [&](FactId id) { return is_what_it_rose_from(id); });
    if (against.empty()) {
      return whose_ + " says how many were added since";
    }
    std::erase_if(against, [&](FactId id) {
      return number(id) && number(own_) < number(id) && says_of(sentence(own_), *number(id));
    });
    if (against.empty()) {
      return whose_ + " has the other figure too, of all of them";
    }
    std::erase_if(against, [&](FactId id) { return is_given_beside(id) || is_one_of_several(id); });
    if (against.empty()) {
      return whose_ + " gives the other figure too, as somebody else's or of another event";
    }
    std::erase_if(against, [&](FactId id) { return is_part(own_, id) || is_part(id, own_); });
    return against.empty() ? "the lower figure may be of some people only" : std::string();
  }

  /// The draft has the other's figure too, of another fire than the one it mainly tells of.  Where
  /// it contradicts itself, that is told by itself; a headline is of what its text tells.
  bool is_told_of_another(FactId id) const {
    return !is_inner() && !draft_has(number(own_), true) && draft_has(number(id), false);
  }

  /// True if the draft states the number of the same fact elsewhere: in its headline, or below it.
  bool draft_has(const std::optional<Decimal>& wanted, bool in_headline) const {
    return std::ranges::any_of(findings_.facts, [&](const Fact& one) {
      const auto* quantity = std::get_if<Quantity>(&one.value);
      const bool headline = one.part == Part::headline;
      return one.document == fact(own_).document && one.rule == fact(own_).rule &&
             one.kind == fact(own_).kind && one.mode == Mode::stated && one.excluded_by.empty() &&
             !one.derived && headline == in_headline &&
             (headline || one.sentence != fact(own_).sentence) && quantity != nullptr &&
             quantity->nominal && quantity->nominal == wanted;
    });
  }

  /// "Two more died, bringing the toll to 17", where the others have 15.
  bool is_what_it_rose_from(FactId id) const {
    constexpr std::string_view kMore[] = {"more", "another", "further"};
    constexpr std::string_view kBring[] = {"bringing", "raising", "taking", "brings", "raises",
                                           "brought",  "lifting", "raised", "takes",  "pushing"};
    const auto own = number(own_);
    const auto other = number(id);
    const auto added = own && other && *other < *own ? subtract(*own, *other) : std::nullopt;
    const Words words = sentence(own_);
    if (!added || !has_any(words, kMore) || !has_any(words, kBring)) {
      return false;
    }
    return says_number(words, *added);
  }

  /// The sentence counts some more: "a girl and two men were hurt".
  bool has_companion(FactId id) const {
    return std::ranges::any_of(findings_.facts, [&](const Fact& other) {
      return other.document == fact(id).document && other.rule == fact(id).rule &&
             other.kind == fact(id).kind && other.sentence == fact(id).sentence &&
             other.mode == Mode::stated && other.excluded_by.empty() &&
             (other.filler.end <= fact(id).filler.begin ||
              other.filler.begin >= fact(id).filler.end);
    });
  }

  /// "Five were rescued by a helicopter and three by a lifeboat" of eight.
  bool is_summand(FactId less, const std::optional<Decimal>& whole) const {
    const Span at = fact(less).sentence;
    const auto numbers = numbers_by_sentence(document(less).text.substr(at.begin, at.size()));
    return whole && whole->exponent == 0 && are_parts_in(numbers, whole->coefficient);
  }

  /// "The Post says 40 died; the Echo has 38", where the Echo is the other.
  bool is_given_beside(FactId id) const {
    return !is_inner() && fact(own_).by && number(id) && gives_too(sentence(own_), *number(id));
  }

  /// "19 people: 11 in Osterby and eight in Lindal", where the others tell of Lindal.
  bool is_one_of_several(FactId id) const {
    const Span at = fact(own_).sentence;
    const auto whole = number(own_);
    const auto part = number(id);
    return !is_inner() && whole && part && *part < *whole && whole->exponent == 0 &&
           part->exponent == 0 && !has_any(sentence(own_), kOfOneSort) &&
           is_part_in(numbers_by_sentence(document(own_).text.substr(at.begin, at.size())),
                      part->coefficient, whole->coefficient);
  }

  /// "three others were hurt".
  bool counts_rest(FactId id) const {
    const std::string sort = counted(id);
    return sort == "other" || sort == "others" || sort == "more";
  }

  /// "two men were hurt" beside "three people were hurt".
  bool is_part(FactId less, FactId more) const {
    const auto low = number(less);
    const auto high = number(more);
    const std::string sort = counted(less);
    return low && high && *low < *high &&
           (has_companion(less) ||
            (is_in(sort, kOfOneSort) && (counts_rest(less) || counted(more) != sort)));
  }

  /// "Six shot" beside "one dead, five hurt": who was shot may be hurt or dead.
  bool counts_dead(FactId more, FactId less) const {
    constexpr std::string_view kEither[] = {"shot", "stabbed", "struck", "hit"};
    constexpr std::string_view kHurt[] = {"injured", "wounded", "hurt", "injuries", "wounds"};
    const auto high = number(more);
    const auto low = number(less);
    const auto died = high && low && *low < *high ? subtract(*high, *low) : std::nullopt;
    const Words words = words_in(document(more), fact(more).extent);
    return died && has_any(words, kEither) && !has_any(words, kHurt) &&
           tells_dead(fact(less).document, *died);
  }

  /// The document says that so many died.
  bool tells_dead(DocumentId document, const Decimal& number_of_dead) const {
    const auto says_so = [&](FactId id) {
      return fact(id).document == document && number(id) == number_of_dead;
    };
    return std::ranges::any_of(findings_.findings, [&](const Finding& finding) {
      return finding.fact == "deaths" &&
             (std::ranges::any_of(
                  finding.evidence,
                  [&](const Evidence& evidence) { return says_so(evidence.fact); }) ||
              std::ranges::any_of(finding.positions, [&](const Position& position) {
                return std::ranges::any_of(position.facts, says_so);
              }));
    });
  }

  bool counts_attacker(FactId id) const {
    const Words words = sentence(id);
    const bool including = std::ranges::find(words, "including") != words.end();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool joined = (i >= 1 && words[i - 1] == "and") || (i >= 2 && words[i - 2] == "and");
      if (is_in(words[i], kAttackers) &&
          (including || joined || words[i].ends_with("self") || words[i] == "suicide")) {
        return true;
      }
    }
    return false;
  }

  /// One apart from the draft's figure.
  bool is_next(FactId id) const {
    const auto own = number(own_);
    const auto other = number(id);
    const auto distance = own && other ? subtract(*own, *other) : std::nullopt;
    return distance && (*distance == Decimal(1) || *distance == Decimal(-1));
  }

  /// "SUSPECT KILLED": a statement of the same document counts an attacker among its dead, or its
  /// text says that he died.
  bool tells_attacker(FactId id) const {
    const Document& text = document(id);
    const Words all = words_in(text, {0, static_cast<std::uint32_t>(text.text.size())});
    return (finding_.fact == "deaths" && tells_dead_attacker(all)) ||
           std::ranges::any_of(findings_.facts, [&](const Fact& other) {
             const Fact& stated = fact(id);
             const Words words = other.document == stated.document && other.rule == stated.rule
                                     ? words_in(document(id), other.extent)
                                     : Words{};
             return std::ranges::any_of(
                 words, [](const std::string& word) { return is_in(word, kAttackers); });
           });
  }

  bool may_count_attacker(FactId id) const {
    return is_next(id) && (counts_attacker(own_) || counts_attacker(id) || tells_attacker(own_) ||
                           tells_attacker(id));
  }

  bool may_count(FactId id, std::span<const std::string_view> whom) const {
    return is_next(id) && (has_any(sentence(own_), whom) || has_any(sentence(id), whom));
  }

  /// A part of a toll beside the toll, or the toll of another day.
  std::string of_inner() const {
    for (const FactId id : others()) {
      if (fact(id).sentence == fact(own_).sentence) {
        return "both figures stand in one sentence and may count different things";
      }
      const auto first = number(own_);
      const auto second = number(id);
      const bool own_is_less = first && second && *first < *second;
      const FactId less = own_is_less ? own_ : id;
      const FactId more = own_is_less ? id : own_;
      if (has_companion(less) || is_summand(less, own_is_less ? second : first) ||
          (fact(less).part != Part::headline && has_any(sentence(less), kParts))) {
        return "the lower figure may be a part of the higher";
      }
      if (is_elsewhere(more) || is_elsewhere(less)) {
        return "one of the figures may be of another time or event";
      }
      if (is_count(less) && counted(less) != counted(more) && fact(less).part != Part::headline) {
        return "the figures may count different people";
      }
    }
    return {};
  }

  bool is_count(FactId id) const {
    const auto* quantity = std::get_if<Quantity>(&fact(id).value);
    return quantity == nullptr || quantity->dimension == Dimension::count;
  }

  bool is_elsewhere(FactId id) const {
    const Words words = sentence(id);
    bool period = false;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      period = period || (is_in(words[i], kWhichPeriod) && is_in(words[i + 1], kPeriods));
    }
    const bool below = fact(id).part == Part::body || fact(id).part == Part::caption;
    return period || has_any(words, kElsewhere) || (below && has_any(words, kMonths));
  }

  /// The word behind the number: "people", "men".
  std::string counted(FactId id) const {
    const Span filler = fact(id).filler;
    const Span sentence = fact(id).sentence;
    if (filler.end >= sentence.end || !is_numbered(id)) {
      return "people";  // a sum is of more than the word behind its first part
    }
    const Words words = words_in(document(id), {filler.end, sentence.end});
    // "nine in Osterby", "killed eight, police said": nothing but people is counted.
    constexpr std::string_view kBehind[] = {"in",     "at", "on",   "near", "after",
                                            "during", "as", "when", "die",  "dies"};
    const char mark = std::string_view(document(id).text)[filler.end];
    if (mark == ',' || mark == '.' || mark == ';' ||
        (!words.empty() && is_in(words.front(), kBehind))) {
      return "people";
    }
    constexpr std::string_view kAll[] = {"people", "persons", "dead",    "killed", "deaths", "were",
                                         "died",   "injured", "wounded", "hurt",   "victims"};
    if (words.empty() || is_in(words.front(), kAll)) {
      return "people";
    }
    if (words.size() > 1 && !is_in(words[0], kOfOneSort) && is_in(words[1], kOfOneSort)) {
      return words[1];  // "courthouse bailiffs"
    }
    if (words.front() != "counts") {
      return words.front();
    }
    std::string charge;
    for (std::size_t i = 0; i < std::min(words.size(), kChargeWords); ++i) {
      charge += words[i] + ' ';
    }
    return charge;
  }

  std::string of_time() const {
    const auto has_clock = [&](FactId id) {
      const auto* time = std::get_if<TimeSpan>(&fact(id).value);
      return time != nullptr && time->has_clock;
    };
    const std::vector<FactId> against = others();
    const bool vague = std::ranges::any_of(against, [&](FactId id) {
      const auto* time = std::get_if<TimeSpan>(&fact(id).value);
      return time == nullptr || !time->begin || !time->end;
    });
    if (vague) {
      return "the other time is told roughly";
    }
    const bool clock =
        has_clock(own_) || (!against.empty() && std::ranges::all_of(against, has_clock));
    return clock ? "hours are told roughly, and of several events" : std::string();
  }

  const Findings& findings_;
  const Finding& finding_;
  FactId own_;
  std::string whose_;  // "the draft"
};

}  // namespace

std::string doubt_of(const Findings& findings, const Finding& finding, FactId own,
                     std::string_view whose) {
  return Doubts(findings, finding, own, whose).first();
}

bool is_long_after(const Findings& findings, const RuleSet& rules, const Finding& finding,
                   FactId own) {
  constexpr std::int64_t kDay = std::int64_t{24} * 3600;
  const DocumentId draft = findings.facts[own.index].document;
  const auto& ours = findings.documents[draft.index].published;
  const auto rule = std::ranges::find(rules.facts, finding.fact, &FactRule::name);
  const std::int64_t most =
      rule == rules.facts.end() ? kDay : rule->compare.stale_after.value_or(kDay);
  const auto is_old = [&](FactId id) {
    const DocumentId other = findings.facts[id.index].document;
    const auto& theirs = findings.documents[other.index].published;
    return other == draft || (theirs && ours->begin.seconds - theirs->begin.seconds > most);
  };
  return ours && std::ranges::all_of(finding.positions, [&](const Position& position) {
           return std::ranges::all_of(position.facts, is_old);
         });
}

}  // namespace concord::advise
