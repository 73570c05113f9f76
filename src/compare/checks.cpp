#include "compare/checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "base/fold.h"
#include "compare/arithmetic.h"
#include "compare/built_in_checks.h"
#include "compare/compare.h"
#include "compare/findings.h"
#include "compare/order.h"
#include "compare/relations.h"
#include "compare/terms.h"
#include "compare/told_apart.h"

namespace concord::compare {
namespace {

/// A check with its terms looked up.
struct Evaluation {
  Verdict3 verdict = Verdict3::unknown;
  std::vector<const CheckTerm*> terms;  // left, then right
  std::vector<TermValue> values;        // of each term
  std::size_t left = 0;                 // how many stand on the left
};

Interval<Decimal> total(const Evaluation& one, std::size_t begin, std::size_t end,
                        const std::set<std::size_t>& dropped) {
  Interval<Decimal> sum = Interval<Decimal>::exactly(Decimal(0));
  for (std::size_t i = begin; i < end; ++i) {
    // Without a claim nothing is known of its figure, save that counts are never negative.
    const Interval<Decimal> unknown{Decimal(0), std::nullopt};
    const auto& interval = dropped.contains(i) ? unknown : one.values[i].interval;
    sum = plus(sum, one.terms[i]->negative ? negated(interval) : interval);
  }
  return sum;
}

Verdict3 verdict_without(const CheckExpression& must, const Evaluation& one,
                         const std::set<std::size_t>& dropped) {
  return verdict_on(must, total(one, 0, one.left, dropped),
                    total(one, one.left, one.terms.size(), dropped));
}

Evaluation evaluate_in(const Inputs& inputs, const CheckExpression& must, const std::string& key,
                       Scene& scene) {
  Evaluation one;
  one.left = must.left.size();
  for (const auto* side : {&must.left, &must.right}) {
    for (const CheckTerm& term : *side) {
      auto value = value_of(inputs, term, key, scene);
      if (!value) {
        return one;
      }
      one.terms.push_back(&term);
      one.values.push_back(std::move(*value));
    }
  }
  one.verdict = verdict_without(must, one, {});
  if (one.verdict == Verdict3::possible || one.verdict == Verdict3::broken) {
    for (TermValue& value : one.values) {
      value.label = label_of(inputs, value);
    }
  }
  return one;
}

/// Figures from different documents a long time apart may both have been right.
bool is_apart_in_time(const Inputs& inputs, const CheckRule& check, const Evaluation& one) {
  std::optional<Timestamp> first;
  std::optional<Timestamp> last;
  std::int64_t patience = 0;
  for (std::size_t i = 0; i < one.terms.size(); ++i) {
    if (one.terms[i]->number) {
      continue;
    }
    for (const FactRule& rule : inputs.rules.facts) {
      patience = rule.name == one.terms[i]->fact ? std::max(patience, stale_after(rule.compare))
                                                 : patience;
    }
    const auto& said = one.values[i].said;
    if (said) {
      first = !first || *said < *first ? said : first;
      last = !last || *last < *said ? said : last;
    }
  }
  return check.within == CheckWithin::event && first && last &&
         last->seconds - first->seconds > patience;
}

/// The fewest claims that cannot all be true: each is dropped that is not needed to break the
/// check.
std::vector<std::size_t> smallest_set(const CheckExpression& must, const Evaluation& one) {
  std::set<std::size_t> dropped;
  std::vector<std::size_t> needed;
  for (std::size_t i = 0; i < one.terms.size(); ++i) {
    if (one.terms[i]->number) {
      continue;
    }
    dropped.insert(i);
    if (verdict_without(must, one, dropped) != Verdict3::broken) {
      dropped.erase(i);
      needed.push_back(i);
    }
  }
  return needed;
}

std::string term_text(const Evaluation& one, std::size_t i) {
  return name_of(*one.terms[i]) + " " + one.values[i].label + " (" + listed(one.values[i].sources) +
         ")";
}

bool is_internal(const CheckRule& check, const Evaluation& one) {
  return check.within == CheckWithin::article &&
         std::any_of(one.terms.begin(), one.terms.end(),
                     [](const CheckTerm* term) { return term->part.has_value(); });
}

void add_term_positions(const Inputs& inputs, const Evaluation& one, Finding& finding) {
  for (std::size_t i = 0; i < one.terms.size(); ++i) {
    if (one.terms[i]->number) {
      continue;
    }
    Position position;
    position.range = one.values[i].interval;
    position.label = name_of(*one.terms[i]) + " " + one.values[i].label;
    for (const std::string& source : one.values[i].sources) {
      if (std::find(position.sources.begin(), position.sources.end(), source) ==
          position.sources.end()) {
        position.sources.push_back(source);
      }
    }
    position.facts = one.values[i].facts;
    for (const FactId id : position.facts) {
      finding.evidence.push_back(Evidence{id, remark_on(inputs, inputs.facts[id.index])});
    }
    finding.positions.push_back(std::move(position));
  }
}

/// The one claim fewer sources stand by than any other; that is where a mend is most likely.
void note_repair(const CheckExpression& must, const Evaluation& one, Finding& finding) {
  const std::vector<std::size_t> needed = smallest_set(must, one);
  std::string set;
  for (const std::size_t i : needed) {
    set += (set.empty() ? "" : ", ") + term_text(one, i);
  }
  if (set.empty()) {
    return;
  }
  finding.notes.push_back("cannot all be true: " + set);
  std::map<std::size_t, std::vector<std::size_t>> by_support;
  for (const std::size_t i : needed) {
    const auto& sources = one.values[i].sources;
    by_support[std::set<std::string>(sources.begin(), sources.end()).size()].push_back(i);
  }
  const auto& weakest = by_support.begin()->second;
  if (needed.size() > 1) {
    finding.notes.push_back(weakest.size() == 1 && by_support.size() > 1
                                ? "without " + term_text(one, weakest.front()) +
                                      " the rest can hold"
                                : "dropping any one of them mends it");
  }
}

const std::string& first_fact(const CheckExpression& must) {
  for (const auto* side : {&must.left, &must.right}) {
    for (const CheckTerm& term : *side) {
      if (!term.number) {
        return term.fact;
      }
    }
  }
  return must.written;
}

Finding broken_finding(const Inputs& inputs, const CheckRule& check, StoryId story,
                       const std::string& key, const Evaluation& one) {
  Finding finding;
  finding.relation = Relation::discrepancy;
  finding.detail = is_internal(check, one) ? Detail::internal : Detail::arithmetic;
  finding.severity = check.severity;
  finding.story = story;
  finding.fact = first_fact(check.must);
  finding.key = key;
  finding.check = check.name;
  std::map<std::string, std::string> slots;
  std::string terms;
  for (std::size_t i = 0; i < one.terms.size(); ++i) {
    slots[name_of(*one.terms[i])] = one.values[i].label;
    if (!one.terms[i]->number) {
      terms += (terms.empty() ? "" : ", ") + term_text(one, i);
    }
  }
  slots["source"] = one.values.empty() ? "" : listed(one.values.front().sources);
  const std::string own = filled(check.say, slots);
  finding.reason = own.empty() ? "\"" + check.must.written + "\" does not hold: " + terms + "."
                               : own + " (" + terms + ").";
  add_term_positions(inputs, one, finding);
  note_repair(check.must, one, finding);
  return finding;
}

void note_possible(StoryId story, const CheckRule& check, const Evaluation& one,
                   std::vector<Finding>& findings) {
  std::string terms;
  for (std::size_t i = 0; i < one.terms.size(); ++i) {
    terms += one.terms[i]->number ? "" : (terms.empty() ? "" : ", ") + term_text(one, i);
  }
  for (Finding& finding : findings) {
    if (finding.story == story && finding.fact == first_fact(check.must) && finding.check.empty() &&
        finding.event.role == EventRole::main && finding.relation != Relation::gap) {
      const std::string& told = check.describe.empty() ? check.name : check.describe;
      finding.notes.push_back("hedged figures leave this open: " + told + " (" + terms + ")");
      return;
    }
  }
}

/// One story's own event, ready for its checks.
struct Case {
  StoryId story;
  Scene scene;
  std::vector<DocumentId> documents;  // with figures, by rank
};

std::string written(const Inputs& inputs, const Fact& fact, Span span) {
  const std::string& text = inputs.documents[fact.document.index].text;
  return span.end <= text.size() && span.begin < span.end
             ? " " + fold(text.substr(span.begin, span.end - span.begin)) + " "
             : std::string();
}

/// "94 die as jet crashes" above "killing 94 of those aboard and two people on the ground": one of
/// the numbers that the text adds up.
bool is_summand(const Inputs& inputs, const Evaluation& one) {
  if (one.values.size() != 2 || one.values[0].facts.empty() || one.values[1].facts.empty()) {
    return false;
  }
  const auto adds = [&](const Fact& part, const Fact& sum) {
    const auto* quantity = std::get_if<Quantity>(&sum.value);
    const std::string number = written(inputs, part, part.filler);
    return quantity != nullptr && quantity->trend == Trend::none && !number.empty() &&
           written(inputs, sum, sum.extent).find(number) != std::string::npos;
  };
  const Fact& left = inputs.facts[one.values[0].facts.front().index];
  const Fact& right = inputs.facts[one.values[1].facts.front().index];
  return left.part == Part::headline ? adds(left, right)
                                     : right.part == Part::headline && adds(right, left);
}

/// The figures of one document are told of two boats or two parts of a story, or the dead may have
/// been others than those aboard.
bool is_of_others(const Inputs& inputs, const Evaluation& one) {
  if (one.values.size() != 2 || one.values[0].facts.empty() || one.values[1].facts.empty()) {
    return false;
  }
  const Fact& left = inputs.facts[one.values[0].facts.front().index];
  const Fact& right = inputs.facts[one.values[1].facts.front().index];
  if (left.document == right.document && told_apart(inputs, left, right) == Apart::yes) {
    return true;
  }
  const bool aboard =
      std::ranges::any_of(one.terms, [](const CheckTerm* term) { return term->fact == "aboard"; });
  return aboard && (tells_of_others_hit(inputs, left) || tells_of_others_hit(inputs, right));
}

bool is_copy(const Inputs& inputs, DocumentId document) {
  const auto& placements = inputs.stories.placements;
  return document.index < placements.size() && placements[document.index].copy_of;
}

/// A headline that only drops the hedge of "at least 12" is noted as that; and what stands in the
/// copies of a wire was noted of the first that has it.
bool is_worth_noting(const Inputs& inputs, DocumentId document, const Evaluation& one) {
  if (is_copy(inputs, document)) {
    return false;
  }
  if (one.values.size() != 2) {
    return true;
  }
  const auto& left = one.values[0].interval;
  const auto& right = one.values[1].interval;
  return left != right && !(left.low && left.low == right.low && (!left.high || !right.high));
}

/// The documents whose figures the check is to look at.  Where one document alone is asked of, what
/// an article says against itself matters to others where they tell that fact too, since hedges
/// that leave it open are noted there; but not of copies.
std::vector<DocumentId> asked_of(const Inputs& inputs, const CheckRule& check, const Case& one) {
  if (check.within != CheckWithin::article || !inputs.options.of) {
    return one.documents;
  }
  const auto groups = one.scene.groups.find(first_fact(check.must));
  const bool told = groups != one.scene.groups.end() &&
                    std::ranges::any_of(groups->second, [&](const Group* group) {
                      return is_asked_for(inputs.options, *group);
                    });
  std::vector<DocumentId> documents;
  std::ranges::copy_if(one.documents, std::back_inserter(documents), [&](DocumentId document) {
    return document == *inputs.options.of || (told && !is_copy(inputs, document));
  });
  return documents;
}

void check_documents(const Inputs& inputs, const CheckRule& check, const std::string& key,
                     Case& one, std::vector<Finding>& findings, bool& broken) {
  std::set<std::string> told;
  for (const DocumentId document : asked_of(inputs, check, one)) {
    one.scene.document = document;
    const Evaluation evaluation = evaluate_in(inputs, check.must, key, one.scene);
    one.scene.document.reset();
    if (evaluation.verdict == Verdict3::possible && check.within == CheckWithin::article &&
        is_worth_noting(inputs, document, evaluation)) {
      note_possible(one.story, check, evaluation, findings);
    }
    if (evaluation.verdict != Verdict3::broken || is_summand(inputs, evaluation) ||
        is_of_others(inputs, evaluation)) {
      continue;
    }
    broken = true;
    Finding finding = broken_finding(inputs, check, one.story, key, evaluation);
    std::string values;
    for (const Position& position : finding.positions) {
      values += position.label + "\x1f";
    }
    // An article check is a finding in each article; figures of the event are broken once.
    if (check.within == CheckWithin::article || told.insert(values).second) {
      findings.push_back(std::move(finding));
    }
  }
}

void check_event(const Inputs& inputs, const CheckRule& check, const std::string& key, Case& one,
                 std::vector<Finding>& findings) {
  const Evaluation evaluation = evaluate_in(inputs, check.must, key, one.scene);
  const bool apart = is_apart_in_time(inputs, check, evaluation) ||
                     (evaluation.verdict == Verdict3::broken && is_of_others(inputs, evaluation));
  if (evaluation.verdict == Verdict3::broken && !apart) {
    findings.push_back(broken_finding(inputs, check, one.story, key, evaluation));
  } else if (evaluation.verdict == Verdict3::possible || evaluation.verdict == Verdict3::broken) {
    note_possible(one.story, check, evaluation, findings);
  }
}

std::vector<Case> cases_of(const Inputs& inputs, const std::vector<Group>& groups) {
  std::vector<Case> cases(inputs.stories.stories.size());
  std::vector<std::map<std::uint32_t, DocumentId>> documents(cases.size());
  for (const Group& group : groups) {
    if (group.event.role != EventRole::main || group.story.index >= cases.size()) {
      continue;
    }
    Case& one = cases[group.story.index];
    one.story = group.story;
    one.scene.groups[group.fact].push_back(&group);
    for (const Claim& claim : group.claims) {
      documents[group.story.index].emplace(claim.rank, claim.figure->document);
    }
  }
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (const auto& [rank, document] : documents[i]) {
      cases[i].documents.push_back(document);
    }
  }
  return cases;
}

std::optional<Interval<Decimal>> given_value(const std::map<std::string, Quantity>& figures,
                                             const CheckTerm& term) {
  if (term.number) {
    return Interval<Decimal>::exactly(*term.number);
  }
  const auto hard = [](const Quantity& quantity) {
    const bool bare = !quantity.hard.low && !quantity.hard.high && quantity.nominal;
    return bare ? Interval<Decimal>::exactly(*quantity.nominal) : quantity.hard;
  };
  const auto found = figures.find(name_of(term));
  if (found != figures.end()) {
    return hard(found->second);
  }
  std::optional<Interval<Decimal>> sum;
  const std::string base = term.fact + (term.kind.empty() ? "" : "." + term.kind);
  for (const auto& [name, quantity] : figures) {
    const bool key =
        term.all_keys && (name.starts_with(base + ".") || name.starts_with(base + " "));
    if (name == base || key) {
      sum = sum ? plus(*sum, hard(quantity)) : hard(quantity);
    }
  }
  return sum;
}

}  // namespace

void run_checks(const Inputs& inputs, const std::vector<Group>& groups,
                std::vector<Finding>& findings) {
  for (Case& one : cases_of(inputs, groups)) {
    for (const CheckRule& check : inputs.rules.checks) {
      if (check.must.left.empty() || check.must.right.empty()) {
        continue;
      }
      for (const std::string& key : keys_of(check.must, one.scene)) {
        bool broken = false;
        check_documents(inputs, check, key, one, findings, broken);
        if (!broken && check.within == CheckWithin::event) {
          check_event(inputs, check, key, one, findings);
        }
      }
    }
  }
  run_built_in_checks(inputs, groups, findings);
}

Verdict3 evaluate(const CheckExpression& check, const std::map<std::string, Quantity>& figures) {
  const auto side = [&](const std::vector<CheckTerm>& terms) {
    std::optional<Interval<Decimal>> sum = Interval<Decimal>::exactly(Decimal(0));
    for (const CheckTerm& term : terms) {
      const auto value = given_value(figures, term);
      if (!value) {
        return std::optional<Interval<Decimal>>();
      }
      sum = plus(*sum, term.negative ? negated(*value) : *value);
    }
    return sum;
  };
  const auto left = side(check.left);
  const auto right = side(check.right);
  return left && right ? verdict_on(check, *left, *right) : Verdict3::unknown;
}

}  // namespace concord::compare
