#include "compare/findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/fold.h"
#include "base/hash.h"

namespace concord::compare {
namespace {

constexpr std::size_t kNamesListed = 3;

std::string hash_of(const Inputs& inputs, const Finding& finding) {
  std::string text;
  const auto put = [&](const std::string& part) {
    text += part;
    text += '\x1f';
  };
  const auto& stories = inputs.stories.stories;
  put(finding.story.index < stories.size() ? stories[finding.story.index].id : std::string());
  put(std::to_string(static_cast<int>(finding.event.role)));
  put(fold(finding.event.role == EventRole::main ? "" : finding.event.name));
  put(finding.fact);
  put(finding.kind);
  put(finding.key);
  put(finding.check);
  // Findings that stand beside the one relation of a measure are told apart by what they are.
  put(finding.relation == Relation::gap ? "gap" : "");
  put(finding.detail == Detail::internal || finding.detail == Detail::arithmetic
          ? std::to_string(static_cast<int>(finding.detail))
          : std::string());
  std::set<std::string> values;
  for (const Position& position : finding.positions) {
    values.insert(position.label);
  }
  for (const std::string& value : values) {
    put(value);
  }
  return text;
}

}  // namespace

Finding finding_of(const Group& group, Relation relation, Detail detail) {
  Finding finding;
  finding.relation = relation;
  finding.detail = detail;
  finding.story = group.story;
  finding.event = group.event;
  finding.fact = group.fact;
  finding.kind = group.kind;
  finding.key = group.key;
  return finding;
}

std::string subject_of(const Finding& finding) {
  std::string subject = finding.fact;
  std::replace(subject.begin(), subject.end(), '_', ' ');
  const bool plain = finding.kind.empty() || finding.kind == "all";
  if (!plain && !finding.key.empty()) {
    return subject + " (" + finding.kind + ", " + finding.key + ")";
  }
  if (!plain || !finding.key.empty()) {
    subject += " (" + (plain ? finding.key : finding.kind) + ")";
  }
  return subject;
}

std::string listed(const std::vector<std::string>& names) {
  std::vector<std::string> distinct;
  for (const std::string& name : names) {
    if (std::find(distinct.begin(), distinct.end(), name) == distinct.end()) {
      distinct.push_back(name);
    }
    if (distinct.size() > 1000) {
      break;
    }
  }
  const std::size_t shown = distinct.size() > kNamesListed + 1 ? kNamesListed : distinct.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == distinct.size();
    text += i == 0 ? "" : last ? " and " : ", ";
    text += distinct[i];
  }
  if (shown < distinct.size()) {
    text += " and " + std::to_string(distinct.size() - shown) + " others";
  }
  return text;
}

std::string label_of(const Inputs& inputs, const Claim& claim) {
  return describe(claim.figure->value, inputs.services);
}

std::string remark_on(const Inputs& inputs, const Fact& fact) {
  const FactRule& rule = inputs.rules.facts[fact.rule.index];
  const Measure measure = measure_of(fact.value, rule, inputs.services);
  std::string remark;
  if (measure.axis == Axis::number) {
    remark = is_floor(measure)     ? "floor "
             : is_ceiling(measure) ? "ceiling "
             : is_settled(measure) ? "exact "
                                   : "";
    remark += bare(measure, fact.value, inputs.services);
  } else {
    remark = describe(fact.value, inputs.services);
  }
  constexpr const char* kModes[] = {"", ", possible", ", projected", ", denied", ", corrected"};
  remark += kModes[static_cast<std::size_t>(fact.mode)];
  if (fact.event.role == EventRole::unsure) {
    remark += ", event unsure";
  }
  if (fact.by) {
    remark += ", by " + fact.by->name;
  } else if (measure.axis == Axis::number) {
    remark += ", not attributed";
  }
  return remark;
}

void add_evidence(const Inputs& inputs, const Figure& figure, std::set<FactId>& known,
                  std::vector<Evidence>& evidence) {
  for (const FactId id : figure.facts) {
    if (id.index < inputs.facts.size() && known.insert(id).second) {
      evidence.push_back(Evidence{id, remark_on(inputs, inputs.facts[id.index])});
    }
  }
}

std::string filled(const std::string& say, const std::map<std::string, std::string>& slots) {
  std::string text;
  std::size_t at = 0;
  while (at < say.size()) {
    const std::size_t open = say.find('{', at);
    if (open == std::string::npos) {
      break;
    }
    const std::size_t close = say.find('}', open);
    const auto slot = close == std::string::npos
                          ? slots.end()
                          : slots.find(say.substr(open + 1, close - open - 1));
    if (slot == slots.end()) {
      return {};
    }
    text += say.substr(at, open - at) + slot->second;
    at = close + 1;
  }
  return text + say.substr(std::min(at, say.size()));
}

Severity severity_of(const FactRule& rule, Relation relation, Detail detail) {
  if (relation != Relation::discrepancy || rule.draft) {
    return Severity::note;
  }
  if (detail == Detail::wording) {
    return rule.compare.severity == Severity::error ? Severity::error : Severity::warning;
  }
  return rule.compare.severity;
}

void finish(const Inputs& inputs, std::vector<Finding>& findings) {
  std::vector<std::string> hashed;
  hashed.reserve(findings.size());
  std::vector<std::size_t> order(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    hashed.push_back(hash_of(inputs, findings[i]));
    order[i] = i;
  }
  const auto& stories = inputs.stories.stories;
  const auto story_id = [&](const Finding& finding) {
    return finding.story.index < stories.size() ? std::string_view(stories[finding.story.index].id)
                                                : std::string_view();
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Finding& left = findings[a];
    const Finding& right = findings[b];
    const int worst_left = -static_cast<int>(left.severity);
    const int worst_right = -static_cast<int>(right.severity);
    const auto id_left = story_id(left);
    const auto id_right = story_id(right);
    const bool aside_left = left.event.role != EventRole::main;
    const bool aside_right = right.event.role != EventRole::main;
    return std::tie(worst_left, id_left, aside_left, left.fact, left.kind, left.key, left.relation,
                    left.detail, hashed[a], left.reason) <
           std::tie(worst_right, id_right, aside_right, right.fact, right.kind, right.key,
                    right.relation, right.detail, hashed[b], right.reason);
  });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  std::map<std::string, int> seen;
  for (const std::size_t i : order) {
    sorted.push_back(std::move(findings[i]));
    const int times = seen[hashed[i]]++;
    const std::string again = times == 0 ? std::string() : std::to_string(times);
    sorted.back().id = short_hex(stable_hash(hashed[i] + again));
  }
  findings = std::move(sorted);
}

}  // namespace concord::compare
