#include "compare/gaps.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "compare/findings.h"
#include "compare/keys.h"

namespace concord::compare {
namespace {

struct Given {
  std::map<std::string, std::size_t> kinds;           // event kind -> statements about it
  std::map<std::string, std::set<std::string>> told;  // event kind -> facts of it
  std::set<std::string> facts;
};

/// One stray fact does not make a march an attack: an expected one has to be there, or two others.
bool is_told(const EventKind& kind, const Given& given) {
  const auto& told = given.told.at(kind.name);
  return told.size() > 1 ||
         std::any_of(kind.expects.begin(), kind.expects.end(),
                     [&](const std::string& fact) { return told.contains(fact); });
}

const EventKind* kind_of(const RuleSet& rules, const Given& given) {
  const EventKind* best = nullptr;
  std::size_t most = 0;
  for (const EventKind& kind : rules.events) {
    const auto found = given.kinds.find(kind.name);
    const std::size_t count =
        found == given.kinds.end() || !is_told(kind, given) ? 0 : found->second;
    if (count > most || (count == most && best != nullptr && kind.name < best->name && count > 0)) {
      best = &kind;
      most = count;
    }
  }
  return best;
}

/// "an air accident" for the kind of event "air_accident".
std::string with_article(std::string kind) {
  std::ranges::replace(kind, '_', ' ');
  const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + kind;
}

Finding gap_of(const std::string& kind, StoryId story, const std::string& fact) {
  Finding finding;
  finding.relation = Relation::gap;
  finding.detail = Detail::none;
  finding.story = story;
  finding.event.kind = kind;
  finding.fact = fact;
  finding.reason =
      "No source gives " + fact + ", which an article on " + with_article(kind) + " should have.";
  return finding;
}

std::vector<Given> given_in(const Inputs& inputs, const std::vector<Figure>& figures) {
  std::vector<Given> stories(inputs.stories.stories.size());
  for (const Figure& figure : figures) {
    if (figure.story.index >= stories.size() || figure.event.role == EventRole::other) {
      continue;
    }
    Given& given = stories[figure.story.index];
    given.facts.insert(figure.fact);
    if (figure.event.role != EventRole::main) {
      continue;
    }
    const FactRule& rule = inputs.rules.facts[figure.rule.index];
    const std::string& kind = figure.event.kind.empty() ? rule.event : figure.event.kind;
    given.kinds[kind] += figure.facts.size();
    given.told[kind].insert(figure.fact);
  }
  return stories;
}

}  // namespace

std::vector<std::string> event_kinds(const Inputs& inputs, const std::vector<Figure>& figures) {
  std::vector<std::string> kinds;
  for (const Given& given : given_in(inputs, figures)) {
    const EventKind* kind = kind_of(inputs.rules, given);
    kinds.push_back(kind == nullptr ? std::string() : kind->name);
  }
  return kinds;
}

void find_gaps(const Inputs& inputs, const std::vector<Figure>& figures,
               std::vector<Finding>& findings) {
  const std::vector<Given> stories = given_in(inputs, figures);
  const auto is_known = [&](const std::string& fact) {
    return std::ranges::find(inputs.rules.facts, fact, &FactRule::name) != inputs.rules.facts.end();
  };
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    const EventKind* kind = kind_of(inputs.rules, stories[i]);
    if (kind == nullptr) {
      continue;
    }
    for (const std::string& fact :
         std::set<std::string>(kind->expects.begin(), kind->expects.end())) {
      if (!stories[i].facts.contains(fact) && is_known(fact)) {
        findings.push_back(gap_of(kind->name, StoryId{i}, fact));
      }
    }
  }
}

}  // namespace concord::compare
