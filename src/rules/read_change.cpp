#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "base/nearest.h"
#include "base/timestamp.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

/// The rule that a change names, or null after a complaint with the names there are.
template <class Rule>
Rule* find_target(const YamlNode& name, const YamlNode& pack, std::string_view what,
                  std::vector<Rule>& rules, const Page& page) {
  std::vector<std::string_view> known;
  for (Rule& rule : rules) {
    if (rule.name == name.text && names_pack(pack.text, rule.pack)) {
      return &rule;
    }
    if (names_pack(pack.text, rule.pack)) {
      known.push_back(rule.name);
    }
  }
  page.complaints.add(
      Code::no_target, page.place(name),
      "the pack " + pack.text + " has no " + std::string(what) + " `" + name.text + "`",
      did_you_mean(name.text, known,
                   known.empty() ? "no such pack is loaded" : "it has " + listed(known)));
  return nullptr;
}

void complain_of_idle(const YamlNode& node, const Page& page, std::string message) {
  if (page.with_examples) {  // for lint: it harms nobody else
    page.complaints.add(Code::idle_change, page.place(node), std::move(message),
                        "take the change out: the rule is so already");
  }
}

/// Phrases that are not there yet; tells of those that are.
std::vector<Phrase> new_phrases(const YamlNode& node, const Page& page, std::string_view what,
                                const std::vector<const std::vector<Phrase>*>& known) {
  std::vector<Phrase> added = page.phrases(node, what);
  std::erase_if(added, [&](const Phrase& phrase) {
    const bool there = std::ranges::any_of(known, [&](const std::vector<Phrase>* phrases) {
      return std::ranges::find(*phrases, phrase.written, &Phrase::written) != phrases->end();
    });
    if (there) {
      complain_of_idle(node, page, "the rule has the line `" + phrase.written + "` already");
    }
    return there;
  });
  return added;
}

void set_severity(const YamlNode& map, const Page& page, Severity& severity) {
  const YamlNode* node = Page::find(map, "set severity");
  const std::optional<Severity> set = node == nullptr ? std::nullopt : page.severity(*node);
  if (!set) {
    return;
  }
  if (*set == severity) {
    complain_of_idle(*node, page, "the severity is `" + node->text + "` already");
  }
  severity = *set;
}

void change_fact(const YamlNode& map, const Page& page, FactRule& fact) {
  if (const YamlNode* node = Page::find(map, "add to phrases")) {
    std::vector<const std::vector<Phrase>*> known;
    for (const FindGroup& group : fact.find) {
      known.push_back(&group.phrases);
    }
    FindGroup group;
    group.phrases = new_phrases(*node, page, "`add to phrases`", known);
    std::erase_if(group.phrases,
                  [&](const Phrase& phrase) { return complains_of_no_slot(phrase, page); });
    fact.find.push_back(std::move(group));
  }
  if (const YamlNode* node = Page::find(map, "add to unless")) {
    std::ranges::move(new_phrases(*node, page, "`add to unless`", {&fact.unless}),
                      std::back_inserter(fact.unless));
  }
  set_severity(map, page, fact.compare.severity);
}

void change_check(const YamlNode& map, const Page& page, CheckRule& check) {
  for (const std::string_view key : {"add to phrases", "add to unless"}) {
    if (const YamlNode* node = Page::find(map, key)) {
      page.complaints.add(Code::unknown_key, page.place(*node), "a check has no phrases",
                          "change the fact, or `set severity`");
    }
  }
  set_severity(map, page, check.severity);
}

/// A key that is misspelled may be the one that changes something.
void complain_of_no_effect(const YamlNode& map, const Page& page, bool keys_known) {
  const bool any = std::ranges::any_of(
      std::initializer_list<std::string_view>{"add to phrases", "add to unless", "set severity"},
      [&](std::string_view key) { return Page::find(map, key) != nullptr; });
  if (!any && keys_known) {
    complain_of_idle(map, page, "this change changes nothing");
  }
}

void apply_change(const YamlNode& map, const Page& page, RuleSet& rules) {
  const std::size_t errors = page.complaints.errors();
  page.check_keys(map, kChangeKeys, map, "a change");
  const bool keys_known = page.complaints.errors() == errors;
  const YamlNode* pack = Page::find(map, "in");
  const YamlNode* fact = Page::find(map, "fact");
  const YamlNode* check = Page::find(map, "check");
  if (const YamlNode* until = Page::find(map, "until");
      until != nullptr && !parse_iso8601(until->text)) {
    page.complaints.add(Code::wrong_amount, page.place(*until), "`until` cannot be read",
                        "write year-month-day: 2026-12-31");
  }
  if (pack == nullptr) {
    return;
  }
  if ((fact == nullptr) == (check == nullptr)) {
    page.complaints.add(Code::missing_key, page.place(map), "a change needs `fact:` or `check:`",
                        "name the one rule to change");
    return;
  }
  if (fact != nullptr) {
    if (FactRule* target = find_target(*fact, *pack, "fact", rules.facts, page)) {
      complain_of_no_effect(map, page, keys_known);
      change_fact(map, page, *target);
    }
    return;
  }
  if (CheckRule* target = find_target(*check, *pack, "check", rules.checks, page)) {
    complain_of_no_effect(map, page, keys_known);
    change_check(map, page, *target);
  }
}

}  // namespace

bool names_pack(std::string_view written, std::string_view pack) {
  const std::size_t version = written.find('@');
  written = written.substr(0, version);
  return written == pack || written.starts_with(std::string(pack) + "/") ||
         written.ends_with("/" + std::string(pack));
}

void apply_changes(const YamlNode& section, const Page& page, RuleSet& rules) {
  if (section.kind != YamlKind::sequence) {
    page.complaints.add(Code::wrong_type, page.place(section), "`change` needs a list",
                        "write one `- in: pack` a change, with its keys below");
    return;
  }
  for (const YamlNode& item : section.children) {
    if (page.is_mapping(item, "a change")) {
      apply_change(item, page, rules);
    }
  }
}

}  // namespace concord::rules
