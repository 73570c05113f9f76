#include "compare/built_in_checks.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/calendar_names.h"
#include "base/fold.h"
#include "base/whole_word.h"
#include "compare/findings.h"
#include "compare/order.h"

namespace concord::compare {
namespace {

constexpr std::int64_t kFewestTelling = 100;  // smaller numbers coincide
constexpr std::int64_t kManyDigits = 1000;    // of which two trailing zeros may be rounding
constexpr std::int64_t kJump = 10;            // a digit too many
constexpr std::int64_t kSmallestJumpFrom = 10;

/// One check under way.
struct BuiltIn {
  const Inputs& inputs;
  const std::vector<Group>& groups;
  const CheckRule& rule;
  std::vector<Finding>& findings;
};

Position position_of(const Inputs& inputs, const Claim& claim, std::string label) {
  Position position;
  position.label = std::move(label);
  position.range = claim.measure.hard;
  position.sources = {document_of(inputs, claim).source};
  position.facts = claim.figure->facts;
  return position;
}

void add(const BuiltIn& check, const Group& group, Detail detail, std::string reason,
         const std::vector<Position>& positions) {
  Finding finding = finding_of(group, Relation::discrepancy, detail);
  finding.kind.clear();
  finding.check = check.rule.name;
  finding.severity = check.rule.severity;
  finding.reason = std::move(reason);
  for (const Position& position : positions) {
    for (const FactId id : position.facts) {
      finding.evidence.push_back(
          Evidence{id, remark_on(check.inputs, check.inputs.facts[id.index])});
    }
  }
  finding.positions = positions;
  check.findings.push_back(std::move(finding));
}

std::string source_of(const BuiltIn& check, const Claim& claim) {
  return document_of(check.inputs, claim).source;
}

// -- weekday-matches-date

/// "Friday, 23 March 2024" when that day was a Saturday.
void check_weekdays(const BuiltIn& check) {
  for (const Group& group : check.groups) {
    for (const Claim& claim : group.claims) {
      for (const FactId id : claim.figure->facts) {
        const Value& value = check.inputs.facts[id.index].value;
        const auto* time = std::get_if<TimeSpan>(&value);
        if (time == nullptr || !time->weekday || !time->begin ||
            time->anchor != Anchor::explicit_date || *time->weekday < 0 || *time->weekday > 6 ||
            weekday(*time->begin) == *time->weekday) {
          continue;
        }
        Position position;
        position.label = describe(value, check.inputs.services);
        position.sources = {source_of(check, claim)};
        position.facts = {id};
        add(check, group, Detail::internal,
            source_of(check, claim) + " calls " + format_date(*time->begin) + " a " +
                std::string(kWeekdayNames[static_cast<std::size_t>(*time->weekday)]) +
                "; it was a " +
                std::string(kWeekdayNames[static_cast<std::size_t>(weekday(*time->begin))]) + ".",
            {position});
      }
    }
  }
}

// -- age-matches-birth-year

std::string last_name(const std::string& key) {
  return fold(key.substr(key.rfind(' ') + 1));
}

/// The claim of the same document in the group of `fact` about the same person or party.
const Claim* beside(const BuiltIn& check, const Group& group, const Claim& claim,
                    std::string_view fact, const std::string& key) {
  for (const Group& other : check.groups) {
    if (other.fact != fact || other.story != group.story || other.event.role != group.event.role ||
        last_name(other.key) != last_name(key)) {
      continue;
    }
    for (const Claim& one : other.claims) {
      if (one.figure->document == claim.figure->document && one.counts) {
        return &one;
      }
    }
  }
  return nullptr;
}

/// Somebody born in a year turns an age in it or, where the birthday is to come, is a year younger.
void check_ages(const BuiltIn& check) {
  for (const Group& group : check.groups) {
    for (const Claim& claim : group.claims) {
      if (group.fact != "age" || group.key.empty() || !claim.when || !claim.measure.nominal) {
        continue;
      }
      const Claim* birth = beside(check, group, claim, "birth_date", group.key);
      const auto* born = birth == nullptr ? nullptr : std::get_if<TimeSpan>(&birth->figure->value);
      if (born == nullptr || !born->begin || born->anchor != Anchor::explicit_date) {
        continue;  // of "born Oct. 14" the year is not told
      }
      const int turned = to_civil(claim.when->begin).year - to_civil(*born->begin).year;
      const Decimal& age = *claim.measure.nominal;
      if (age == Decimal(turned) || age == Decimal(turned - 1)) {
        continue;
      }
      add(check, group, Detail::internal,
          source_of(check, claim) + " gives " + group.key + " the age " + to_string(age) +
              ", but somebody born in " + std::to_string(to_civil(*born->begin).year) +
              " was then " + std::to_string(turned - 1) + " or " + std::to_string(turned) + ".",
          {position_of(check.inputs, claim, "age " + to_string(age)),
           position_of(check.inputs, *birth,
                       "born " + describe(birth->figure->value, check.inputs.services))});
    }
  }
}

// -- percent-of-count

/// The least and the greatest share in percent that two counts allow; nothing when one is open.
std::optional<Interval<Decimal>> share_of(const Measure& part, const Measure& whole) {
  if (!part.hard.low || !part.hard.high || !whole.hard.low || !whole.hard.high ||
      *whole.hard.low < *part.hard.high || *whole.hard.low < Decimal(1)) {
    return std::nullopt;
  }
  const auto percent = [](const Decimal& some, const Decimal& all) {
    const auto ratio = divide(some, all);
    return ratio ? scaled(*ratio, 2) : std::nullopt;
  };
  const auto low = percent(*part.hard.low, *whole.hard.high);
  const auto high = percent(*part.hard.high, *whole.hard.low);
  return low && high ? std::optional(Interval<Decimal>{low, high}) : std::nullopt;
}

/// "410,000 of 1 million votes, or 43 percent": a candidate's votes, all votes and the share.
void check_percents(const BuiltIn& check) {
  for (const Group& group : check.groups) {
    for (const Claim& claim : group.claims) {
      if (group.fact != "vote_share" || group.key.empty() || !claim.counts) {
        continue;
      }
      const Claim* votes = beside(check, group, claim, "votes", group.key);
      const Claim* all = beside(check, group, claim, "votes", "");
      const auto share = votes != nullptr && all != nullptr ? share_of(votes->measure, all->measure)
                                                            : std::nullopt;
      // Shares are printed in whole percents and tenths, so half of a percent is rounding.
      const Interval<Decimal> said = widened(claim.measure.hard, Decimal(5, -1));
      if (!share || overlaps(*share, said)) {
        continue;
      }
      add(check, group, Detail::arithmetic,
          source_of(check, claim) + " gives " + group.key + " " + label_of(check.inputs, claim) +
              ", but " + label_of(check.inputs, *votes) + " of " + label_of(check.inputs, *all) +
              " votes are another share.",
          {position_of(check.inputs, claim, label_of(check.inputs, claim)),
           position_of(check.inputs, *votes, label_of(check.inputs, *votes)),
           position_of(check.inputs, *all, label_of(check.inputs, *all))});
    }
  }
}

// -- same-number-other-measure

/// A number with digits enough that two measures hardly share it by chance; nothing otherwise.
std::optional<std::int64_t> telling_number(const Claim& claim) {
  constexpr Decimal kMost(1'000'000'000'000'000);
  const auto* quantity = std::get_if<Quantity>(&claim.figure->value);
  const auto& nominal = claim.measure.nominal;
  if (quantity == nullptr || quantity->dimension != Dimension::count || !claim.counts ||
      !is_settled(claim.measure) || !nominal || !nominal->is_whole() || kMost < *nominal ||
      claim.figure->derived) {
    return std::nullopt;
  }
  const auto number = static_cast<std::int64_t>(nominal->to_double());
  const std::int64_t zeros = number >= kManyDigits ? 100 : 10;
  return number >= kFewestTelling && number % zeros != 0 ? std::optional(number) : std::nullopt;
}

struct Statement {
  const Group* group;
  const Claim* claim;
};

/// One outlet's dead are another's homeless: "4,460" for both, each outlet for its own.
void check_other_measures(const BuiltIn& check) {
  std::map<std::pair<std::uint32_t, std::int64_t>, std::vector<Statement>> by_number;
  for (const Group& group : check.groups) {
    for (const Claim& claim : group.claims) {
      const auto number = telling_number(claim);
      if (number && group.event.role == EventRole::main && group.key.empty()) {
        by_number[{group.story.index, *number}].push_back({&group, &claim});
      }
    }
  }
  for (const auto& [place, all] : by_number) {
    const Statement& first = all.front();
    const auto other = std::find_if(all.begin(), all.end(), [&](const Statement& one) {
      return one.group->fact != first.group->fact;
    });
    const auto says = [&](const Statement& one, const Claim& whose) {
      return one.claim->figure->document == whose.figure->document;
    };
    if (other == all.end() || std::any_of(all.begin(), all.end(), [&](const Statement& one) {
          return (one.group != first.group && says(one, *first.claim)) ||
                 (one.group != other->group && says(one, *other->claim));
        })) {
      continue;
    }
    const std::string number = label_of(check.inputs, *first.claim);
    add(check, *first.group, Detail::arithmetic,
        number + " is " + first.group->fact + " in " + source_of(check, *first.claim) + " and " +
            other->group->fact + " in " + source_of(check, *other->claim) +
            "; one may have taken the other's figure.",
        {position_of(check.inputs, *first.claim, first.group->fact + " " + number),
         position_of(check.inputs, *other->claim, other->group->fact + " " + number)});
  }
}

// -- implausible-jump

/// A figure that is ten times the one before it, soon after: perhaps a digit too many.
void check_jumps(const BuiltIn& check) {
  for (const Group& group : check.groups) {
    const FactRule& rule = rule_of(check.inputs, group);
    if (group.event.role != EventRole::main || rule.compare.trend != RuleTrend::only_rises) {
      continue;
    }
    std::vector<const Claim*> dated;
    for (const Claim& claim : group.claims) {
      if (claim.counts && claim.when && claim.measure.nominal && is_settled(claim.measure)) {
        dated.push_back(&claim);
      }
    }
    std::stable_sort(dated.begin(), dated.end(), [](const Claim* a, const Claim* b) {
      return a->when->begin < b->when->begin;
    });
    for (std::size_t i = 1; i < dated.size(); ++i) {
      const Claim& before = *dated[i - 1];
      const Claim& after = *dated[i];
      const auto tenfold = multiply(*before.measure.nominal, Decimal(kJump));
      const auto apart = after.when->begin.seconds - before.when->begin.seconds;
      if (!tenfold || *before.measure.nominal < Decimal(kSmallestJumpFrom) ||
          *after.measure.nominal < *tenfold || apart > stale_after(rule.compare)) {
        continue;
      }
      add(check, group, Detail::arithmetic,
          group.fact + " jumps from " + label_of(check.inputs, before) + " (" +
              source_of(check, before) + ") to " + label_of(check.inputs, after) + " (" +
              source_of(check, after) + ") within " + std::to_string(apart / 3600) +
              " hours; there may be a digit too many.",
          {position_of(check.inputs, before, label_of(check.inputs, before)),
           position_of(check.inputs, after, label_of(check.inputs, after))});
      break;
    }
  }
}

// -- background-figure

bool is_between_words(char c) {
  switch (c) {
    case ',':
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case '\'':
    case '"':
    case '\n':
      return true;
    default:
      return false;
  }
}

/// Words of a text, folded, a blank on each side of every one.
std::string spaced_words(std::string_view text) {
  std::string words = fold(text);
  std::ranges::replace_if(words, is_between_words, ' ');
  return " " + words + " ";
}

/// True if a folded word, or several with a blank between them, is in what spaced_words gave.
bool has_word(const std::string& words, std::string_view folded) {
  const auto is_inside = [](char c) { return c != ' '; };
  return find_whole_word(words, folded, 0, is_inside) != std::string::npos;
}

bool has_any_word(const std::string& words, std::initializer_list<const char*> any) {
  return std::any_of(any.begin(), any.end(),
                     [&](const char* word) { return has_word(words, word); });
}

/// What is dated by a weekday is news, and what another event is measured by is not told of itself.
bool tells_of_itself(const std::string& sentence) {
  const bool news = std::ranges::any_of(
      kFoldedWeekdays, [&](std::string_view day) { return has_word(sentence, day); });
  return !news && !has_any_word(sentence, {"since", "deadlier", "worse", "like", "unlike",
                                           "recalling", "worst", "deadliest", "after"});
}

/// True if a text of later years looks back on what happened in `year`.
bool looks_back_on(const std::string& text, const std::string& year) {
  return has_word(text, year) &&
         has_any_word(
             text, {"anniversary", "years on", "years ago", "years after", "years later",
                    "memorial", "remembered", "relatives", "wreaths", "commemorated", "survivors"});
}

bool has_figure(const KnownEvent& known, const std::string& fact) {
  return std::any_of(known.figures.begin(), known.figures.end(),
                     [&](const KnownFigure& one) { return one.fact == fact; });
}

/// A known event with the words, folded, by which texts of later years name it: "the Beslan ...
/// siege".
struct Remembered {
  const KnownEvent* event;
  std::string place;
  std::string sort;
};

std::vector<Remembered> remembered_events(const RuleSet& rules) {
  std::vector<Remembered> events;
  for (const EventKind& kind : rules.events) {
    for (const KnownEvent& known : kind.known) {
      const std::size_t blank = known.name.rfind(' ');
      if (!known.place.empty() && blank != std::string::npos) {
        events.push_back({&known, fold(known.place), fold(known.name.substr(blank + 1))});
      }
    }
  }
  return events;
}

/// The event with a figure of the fact that a text tells of years later: the sentence of the claim
/// names its place and sort, and the text its year.
const KnownEvent* remembered_event(const BuiltIn& check, const std::vector<Remembered>& events,
                                   const std::string& fact_name, const Claim& claim) {
  const Fact& fact = check.inputs.facts[claim.figure->facts.front().index];
  const std::string_view text = document_of(check.inputs, claim).text;
  std::string sentence;
  for (const auto& [known, place, sort] : events) {
    if (!has_figure(*known, fact_name)) {
      continue;
    }
    if (sentence.empty()) {
      sentence = spaced_words(text.substr(fact.sentence.begin, fact.sentence.size()));
    }
    if (!has_word(sentence, place) || !has_word(sentence, sort) || !tells_of_itself(sentence)) {
      continue;
    }
    const std::string year = known->date.substr(0, std::min<std::size_t>(4, known->date.size()));
    if (has_word(sentence, year) || looks_back_on(spaced_words(text), year)) {
      return known;
    }
  }
  return nullptr;
}

/// The known event that a group is of, told by its name or by its place and year.
const KnownEvent* known_event(const BuiltIn& check, const Group& group) {
  for (const EventKind& kind : check.inputs.rules.events) {
    for (const KnownEvent& known : kind.known) {
      const bool placed = !known.place.empty() && known.date.size() >= 4 &&
                          group.event.name == known.place + " " + known.date.substr(0, 4);
      if (!known.figures.empty() && (group.event.name == known.name || placed)) {
        return &known;
      }
    }
  }
  return nullptr;
}

/// The known event whose name and year stand in the sentence of a claim that is told of the year
/// alone: "the Bataclan attack of 2015, which killed 230".
const KnownEvent* known_of_year(const BuiltIn& check, const Group& group, const Claim& claim) {
  const std::string& year = group.event.name;
  if (year.size() != 4 || year.find_first_not_of("0123456789") != std::string::npos) {
    return nullptr;
  }
  const Fact& fact = check.inputs.facts[claim.figure->facts.front().index];
  const std::string_view text = document_of(check.inputs, claim).text;
  const std::string sentence = spaced_words(text.substr(fact.sentence.begin, fact.sentence.size()));
  for (const EventKind& kind : check.inputs.rules.events) {
    for (const KnownEvent& known : kind.known) {
      if (known.date.starts_with(year) && has_word(sentence, fold(known.name)) &&
          tells_of_itself(sentence)) {
        return &known;
      }
    }
  }
  return nullptr;
}

/// True if the words behind the figure count everybody: "333 people", "333 dead".
bool counts_all(const BuiltIn& check, const Claim& claim) {
  constexpr std::string_view kAll[] = {"people", "lives", "dead",   "deaths",
                                       "were",   "died",  "killed", "victims"};
  const Fact& fact = check.inputs.facts[claim.figure->facts.front().index];
  const std::string& text = document_of(check.inputs, claim).text;
  const std::size_t begin =
      std::min<std::size_t>(text.find_first_not_of(' ', fact.filler.end), text.size());
  const std::size_t end = std::min(text.find_first_of(" ,.;:!?\n", begin), text.size());
  const std::string word = fold(text.substr(begin, end - begin));
  return word.empty() || std::find(std::begin(kAll), std::end(kAll), word) != std::end(kAll);
}

/// "The September 11 attacks on the Pentagon killed 184": fewer, of one of several places.
bool is_of_one_place(const BuiltIn& check, const Claim& claim, const KnownEvent& known,
                     const Decimal& least) {
  const Fact& fact = check.inputs.facts[claim.figure->facts.front().index];
  const std::string_view text = document_of(check.inputs, claim).text;
  const std::string_view sentence = text.substr(fact.sentence.begin, fact.sentence.size());
  const std::string_view sort = std::string_view(known.name).substr(known.name.rfind(' ') + 1);
  for (const std::string_view link : {" on the ", " at the "}) {
    const std::string phrase = std::string(sort) + std::string(link);
    const std::size_t at = sentence.find(phrase);
    if (at == std::string_view::npos || !(*claim.measure.nominal < least)) {
      continue;
    }
    const std::string_view behind = sentence.substr(at + phrase.size());
    const std::string_view place = behind.substr(0, behind.find_first_of(" ,."));
    const bool named = !place.empty() && place[0] >= 'A' && place[0] <= 'Z';
    if (named && place != "United" && place != "West" &&
        known.name.find(place) == std::string::npos) {
      return true;
    }
  }
  return false;
}

/// A claim against what the bank accepts for the known event.
void check_known(const BuiltIn& check, const Group& group, const Claim& claim,
                 const KnownEvent& known) {
  const auto figure = std::find_if(known.figures.begin(), known.figures.end(),
                                   [&](const KnownFigure& one) { return one.fact == group.fact; });
  if (figure == known.figures.end() ||
      overlaps(claim.measure.hard, Interval<Decimal>{figure->low, figure->high}) ||
      !counts_all(check, claim) || is_of_one_place(check, claim, known, figure->low)) {
    return;
  }
  const std::string range =
      to_string(figure->low) +
      (figure->low == figure->high ? std::string() : " to " + to_string(figure->high));
  add(check, group, Detail::conflict,
      source_of(check, claim) + " gives " + label_of(check.inputs, claim) + " " + group.fact +
          " for the " + known.name + "; the accepted figure is " + range + ".",
      {position_of(check.inputs, claim, label_of(check.inputs, claim))});
}

/// What one article says of a known event is a finding about that article alone.
bool is_asked_of(const BuiltIn& check, const Claim& claim) {
  const auto& of = check.inputs.options.of;
  return !of || claim.figure->document == *of;
}

/// "The Beslan siege killed 430 people", which the bank of known events puts at some 330.
void check_background(const BuiltIn& check) {
  const std::vector<Remembered> remembered = remembered_events(check.inputs.rules);
  for (const Group& group : check.groups) {
    const bool other = group.event.role == EventRole::other;
    const bool whole = group.kind.empty() || group.kind == "all" || group.kind == "total";
    const KnownEvent* owner = other ? known_event(check, group) : nullptr;
    if (!whole) {
      continue;
    }
    for (const Claim& claim : group.claims) {
      if (!claim.counts || !claim.measure.nominal || claim.figure->facts.empty() ||
          !is_asked_of(check, claim)) {
        continue;
      }
      const KnownEvent* known = owner != nullptr ? owner
                                : other          ? known_of_year(check, group, claim)
                                        : remembered_event(check, remembered, group.fact, claim);
      if (known != nullptr) {
        check_known(check, group, claim, *known);
      }
    }
  }
}

struct Row {
  std::string_view name;
  void (*run)(const BuiltIn&);
};
constexpr Row kChecks[] = {
    {"weekday-matches-date", check_weekdays}, {"age-matches-birth-year", check_ages},
    {"percent-of-count", check_percents},     {"same-number-other-measure", check_other_measures},
    {"implausible-jump", check_jumps},        {"background-figure", check_background},
};

}  // namespace

void run_built_in_checks(const Inputs& inputs, const std::vector<Group>& groups,
                         std::vector<Finding>& findings) {
  for (const CheckRule& rule : inputs.rules.checks) {
    const auto* row = std::find_if(std::begin(kChecks), std::end(kChecks),
                                   [&](const Row& one) { return one.name == rule.name; });
    if (row != std::end(kChecks) && rule.must.left.empty()) {
      row->run({inputs, groups, rule, findings});
    }
  }
}

}  // namespace concord::compare
