// What the examples of rules reach.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "pipeline/pipeline.h"
#include "pipeline/probes.h"
#include "rules/rules.h"

namespace concord::pipeline {
namespace {

using Line = std::pair<std::uint32_t, std::uint32_t>;  // file, line

Line line_of(const RulePosition& where) {
  return {where.file, where.line};
}

bool is_wanted(const std::string& pack, const std::string& name, std::string_view only) {
  return only.empty() || names_rule(only, pack, name);
}

/// Every part an example of the rule may stand in.
std::vector<Part> parts_of(const FactRule& rule) {
  std::vector<Part> parts = {Part::body};
  for (const FindGroup& group : rule.find) {
    parts.insert(parts.end(), group.in.begin(), group.in.end());
  }
  std::ranges::sort(parts);
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

class Covering {
 public:
  Covering(const Engine& engine, std::string_view only)
      : rules_(engine.rules()), only_(only), test_(test_rules(engine, only)) {
    for (const FactRule& rule : rules_.facts) {
      for (const Example& example : rule.examples) {
        if (is_wanted(rule.pack, rule.name, only)) {
          for (const Part part : parts_of(rule)) {
            texts_.push_back({example.text, part});
          }
        }
      }
    }
  }

  std::vector<Cover> run() {
    lines();
    if (only_.empty()) {
      contexts();
    }
    verdicts();
    branches();
    if (only_.empty()) {
      list_entries();
    }
    try_all();
    std::ranges::stable_sort(covers_, {}, &Cover::kind);
    return std::move(covers_);
  }

 private:
  void lines() {
    std::set<Line> unless;
    for (const FactRule& rule : rules_.facts) {
      for (const Phrase& phrase : rule.unless) {
        unless.insert(line_of(phrase.where));
      }
    }
    for (const Coverage& one : test_.coverage) {
      const bool is_unless = unless.contains(line_of(one.phrase));
      covers_.push_back({is_unless ? CoverKind::unless_line : CoverKind::phrase, one.rule,
                         one.phrase, one.written, one.reached});
      reached_[line_of(one.phrase)] = one.reached;
    }
  }

  /// A phrase that is tried by itself on the texts of the examples.
  void add_probe(Cover cover, std::string phrase, const FactRule* rule) {
    Probe probe;
    probe.phrase = std::move(phrase);
    if (rule != nullptr && rule->value_type != "quote") {
      probe.value_type = rule->value_type;
      probe.unit = rule->unit;
    }
    probed_.push_back(covers_.size());
    probes_.push_back(std::move(probe));
    covers_.push_back(std::move(cover));
  }

  void contexts() {
    for (const Coverage& cue : test_.cues) {
      covers_.push_back({CoverKind::context, cue.rule, cue.phrase, cue.written, cue.reached});
    }
    for (const ContextRule& context : rules_.contexts) {
      for (const auto* phrases : {&context.not_cues, &context.stops}) {
        for (const Phrase& phrase : *phrases) {
          add_probe({CoverKind::context, context.name, phrase.where, phrase.written, 0},
                    phrase.written, nullptr);
        }
      }
    }
  }

  void verdicts() {
    constexpr std::string_view kVerdicts[] = {"holds", "possible", "broken", "unknown"};
    for (const CheckRule& rule : rules_.checks) {
      if (rule.must.left.empty() || !is_wanted(rule.pack, rule.name, only_)) {
        continue;  // built in: no examples
      }
      for (std::size_t i = 0; i < std::size(kVerdicts); ++i) {
        const auto given =
            std::ranges::count(rule.examples, static_cast<Verdict3>(i), &CheckExample::verdict);
        covers_.push_back({CoverKind::verdict, rule.pack + "/" + rule.name, rule.where,
                           std::string(kVerdicts[i]), static_cast<std::uint32_t>(given)});
      }
    }
  }

  void branches() {
    for (const FactRule& rule : rules_.facts) {
      if (!is_wanted(rule.pack, rule.name, only_)) {
        continue;
      }
      for (const FindGroup& group : rule.find) {
        branches_of(rule, group.phrases);
      }
      branches_of(rule, rule.unless);
    }
  }

  void branches_of(const FactRule& rule, const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) {
      for (rules::Branch& branch : rules::branches_of(phrase.written)) {
        RulePosition where = phrase.where;
        where.column += branch.begin;
        Cover cover{CoverKind::branch, rule.pack + "/" + rule.name, where,
                    std::move(branch.written), 0};
        // A branch of a line that no example reaches is not reached, whatever it matches.
        if (reached_[line_of(phrase.where)] == 0) {
          covers_.push_back(std::move(cover));
        } else {
          add_probe(std::move(cover), std::move(branch.phrase), &rule);
        }
      }
    }
  }

  void list_entries() {
    for (const WordList& list : rules_.lists) {
      for (const ListEntry& entry : list.entries) {
        for (const Phrase& way : entry.written) {
          add_probe({CoverKind::list_entry, list.name, way.where, way.written, 0}, way.written,
                    nullptr);
        }
      }
    }
  }

  void try_all() {
    for (const ProbeHit& hit : try_probes(rules_, probes_, texts_)) {
      ++covers_[probed_[hit.probe]].reached;
    }
  }

  const RuleSet& rules_;
  std::string_view only_;
  RuleTest test_;
  std::vector<ProbeText> texts_;
  std::map<Line, std::uint32_t> reached_;
  std::vector<Cover> covers_;
  std::vector<Probe> probes_;
  std::vector<std::size_t> probed_;  // by probe: its cover
};

}  // namespace

std::vector<Cover> cover_rules(const Engine& engine, std::string_view only) {
  return Covering(engine, only).run();
}

}  // namespace concord::pipeline
