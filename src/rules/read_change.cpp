#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/timestamp.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr std::string_view kOfFacts[] = {"add to phrases", "add to unless", "take out",
                                         "set compare", "set severity"};
constexpr std::string_view kOfChecks[] = {"set severity"};
constexpr std::string_view kOfContexts[] = {"add to cue", "add to not cue", "add to applies to",
                                            "take out"};
constexpr std::string_view kOfLists[] = {"add entries"};
constexpr std::string_view kOfPhrases[] = {"add to phrases"};

/// What a change may be of, and the keys that say how.
struct Target {
  std::string_view name;
  std::span<const std::string_view> keys;
};
constexpr Target kTargets[] = {{"fact", kOfFacts},
                               {"check", kOfChecks},
                               {"context", kOfContexts},
                               {"list", kOfLists},
                               {"phrase", kOfPhrases}};

/// The pack that a file of rules lies in; a file in no folder is of any.
bool lies_in(const RulePosition& where, const YamlNode& pack, const Page& page) {
  const std::string& file = page.complaints.file(where.file).name;
  const std::size_t slash = file.find('/');
  return slash == std::string::npos || names_pack(pack.text, file.substr(0, slash));
}

template <class Rule>
bool is_of(const Rule& rule, const YamlNode& pack, const Page& page) {
  if constexpr (std::is_same_v<Rule, ContextRule>) {
    return !rule.cues.empty() && lies_in(rule.cues.front().where, pack, page);
  } else if constexpr (std::is_same_v<Rule, WordList>) {
    return lies_in(rule.where, pack, page);
  } else {
    return names_pack(pack.text, rule.pack);
  }
}

void complain_of_target(const YamlNode& name, const YamlNode& pack, std::string_view what,
                        const std::vector<std::string_view>& known, const Page& page) {
  const Place* written = page.names.find_rule(what, name.text);
  if (written != nullptr && lies_in(written->where, pack, page)) {
    page.complaints.count_error();  // left out for its errors, which are told
    return;
  }
  page.complaints.add(
      Code::no_target, page.place(name),
      "the pack " + pack.text + " has no " + std::string(what) + " `" + name.text + "`",
      did_you_mean(name.text, known,
                   known.empty() ? "no such pack is loaded" : "it has " + listed(known)));
}

/// The rule that a change names, or null after a complaint with the names there are.
template <class Rule>
Rule* find_target(const YamlNode& name, const YamlNode& pack, std::string_view what,
                  std::vector<Rule>& rules, const Page& page) {
  std::vector<std::string_view> known;
  for (Rule& rule : rules) {
    if (!is_of(rule, pack, page)) {
      continue;
    }
    if (rule.name == name.text) {
      return &rule;
    }
    known.push_back(rule.name);
  }
  complain_of_target(name, pack, what, known, page);
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

/// Takes out the lines that are written like those of `take out`; tells of those that no rule has.
void take_out(const YamlNode& map, const Page& page, const std::vector<std::vector<Phrase>*>& all) {
  const YamlNode* node = Page::find(map, "take out");
  if (node == nullptr) {
    return;
  }
  for (const Phrase& line : page.unresolved_phrases(*node, "`take out`")) {
    std::size_t taken = 0;
    std::vector<std::string_view> known;
    for (std::vector<Phrase>* phrases : all) {
      taken += std::erase_if(*phrases,
                             [&](const Phrase& other) { return other.written == line.written; });
      std::ranges::transform(*phrases, std::back_inserter(known),
                             [](const Phrase& other) { return std::string_view(other.written); });
    }
    if (taken == 0) {
      page.complaints.add(Code::no_target,
                          {line.where, static_cast<std::uint32_t>(line.written.size())},
                          "the rule has no line `" + line.written + "`",
                          did_you_mean(line.written, known, "write it as it stands in the rule"));
    }
  }
}

void change_fact(const YamlNode& map, const Page& page, FactRule& fact) {
  std::vector<std::vector<Phrase>*> lines{&fact.unless};
  for (FindGroup& group : fact.find) {
    lines.push_back(&group.phrases);
  }
  take_out(map, page, lines);
  if (const YamlNode* node = Page::find(map, "set compare");
      node != nullptr && page.is_mapping(*node, "`set compare`")) {
    change_compare(*node, page, fact);
  }
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

void change_context(const YamlNode& map, const Page& page, ContextRule& context) {
  take_out(map, page, {&context.cues, &context.not_cues, &context.stops});
  for (const auto& [key, phrases] :
       {std::pair{"add to cue", &context.cues}, std::pair{"add to not cue", &context.not_cues}}) {
    if (const YamlNode* node = Page::find(map, key)) {
      std::ranges::move(new_phrases(*node, page, "`" + std::string(key) + "`", {phrases}),
                        std::back_inserter(*phrases));
    }
  }
  const YamlNode* node = Page::find(map, "add to applies to");
  if (node == nullptr) {
    return;
  }
  for (const std::string& fact : page.texts(*node, "`add to applies to`")) {
    if (context.applies_to.empty() || std::ranges::count(context.applies_to, fact) > 0) {
      complain_of_idle(*node, page, "the context applies to `" + fact + "` already");
    } else {
      context.applies_to.push_back(fact);
    }
  }
}

/// Entries that a list has get further ways to be written; others are new.
void change_list(const YamlNode& map, const Page& page, WordList& list) {
  const YamlNode* node = Page::find(map, "add entries");
  if (node == nullptr || !page.is_mapping(*node, "`add entries`")) {
    return;
  }
  WordList added;
  read_entries(*node, page, list.entries, added);
  for (ListEntry& entry : added.entries) {
    const auto known = std::ranges::find(list.entries, entry.name, &ListEntry::name);
    if (known == list.entries.end()) {
      list.entries.push_back(std::move(entry));
      continue;
    }
    if (!entry.part_of.empty()) {
      known->part_of = entry.part_of;
    }
    std::ranges::move(entry.written, std::back_inserter(known->written));
  }
}

/// The first kind of rule that takes the key: each key is complained of once.
const Target* first_with(std::string_view key) {
  return std::ranges::find_if(kTargets, [&](const Target& target) {
    return std::ranges::find(target.keys, key) != target.keys.end();
  });
}

/// The keys that say how to change something, those of another kind of rule complained of.  A key
/// that is misspelled may be the one that changes something.
void check_effect(const YamlNode& map, const Target& target, const Page& page, bool keys_known) {
  bool any = false;
  for (const Target& other : kTargets) {
    for (const std::string_view key : other.keys) {
      const YamlNode* node = Page::find(map, key);
      any = any || node != nullptr;
      const bool fits = std::ranges::find(target.keys, key) != target.keys.end();
      if (node == nullptr || fits || &other != first_with(key)) {
        continue;
      }
      page.complaints.add(
          Code::unknown_key, page.place(*node),
          "a change of a " + std::string(target.name) + " has no `" + std::string(key) + "`",
          "write " + listed(target.keys));
    }
  }
  if (!any && keys_known) {
    complain_of_idle(map, page, "this change changes nothing");
  }
}

/// What the change is of, after a complaint nothing: one of the keys fact, check, context ...
const Target* target_of(const YamlNode& map, const Page& page) {
  const Target* found = nullptr;
  bool several = false;
  for (const Target& target : kTargets) {
    if (Page::find(map, target.name) != nullptr) {
      several = found != nullptr;
      found = &target;
    }
  }
  if (found == nullptr || several) {
    page.complaints.add(
        Code::missing_key, page.place(map),
        several ? "a change is of one rule" : "a change names no rule",
        "name the one rule to change: `fact:`, `check:`, `context:`, `list:` or `phrase:`");
    return nullptr;
  }
  return found;
}

void change_check(const YamlNode& map, const Page& page, CheckRule& check) {
  set_severity(map, page, check.severity);
}

/// False if there is nothing of that name.
bool change_named(const YamlNode& map, const YamlNode& name, const YamlNode& pack, const Page& page,
                  std::string_view what, RuleSet& rules) {
  const auto change = [&](auto& all, auto how) {
    auto* rule = find_target(name, pack, what, all, page);
    if (rule != nullptr) {
      how(map, page, *rule);
    }
    return rule != nullptr;
  };
  if (what == "fact") {
    return change(rules.facts, change_fact);
  }
  if (what == "check") {
    return change(rules.checks, change_check);
  }
  if (what == "context") {
    return change(rules.contexts, change_context);
  }
  if (what == "list") {
    return change(rules.lists, change_list);
  }
  return true;  // phrases are extended before they are put in place of their names
}

void apply_change(const YamlNode& map, const Page& page, RuleSet& rules) {
  const std::size_t errors = page.complaints.errors();
  page.check_keys(map, kChangeKeys, map, "a change");
  const bool keys_known = page.complaints.errors() == errors;
  if (const YamlNode* until = Page::find(map, "until");
      until != nullptr && !parse_iso8601(until->text)) {
    page.complaints.add(Code::wrong_amount, page.place(*until), "`until` cannot be read",
                        "write year-month-day: 2026-12-31");
  }
  const YamlNode* pack = Page::find(map, "in");
  const Target* target = pack == nullptr ? nullptr : target_of(map, page);
  if (target == nullptr) {
    return;
  }
  if (change_named(map, *Page::find(map, target->name), *pack, page, target->name, rules)) {
    check_effect(map, *target, page, keys_known);
  }
}

}  // namespace

bool names_pack(std::string_view written, std::string_view pack) {
  const std::size_t version = written.find('@');
  written = written.substr(0, version);
  return written == pack || written.starts_with(std::string(pack) + "/") ||
         written.ends_with("/" + std::string(pack));
}

void extend_phrases(const YamlNode& root, const Page& page) {
  const YamlNode* section = Page::find(root, "change");
  if (section == nullptr || section->kind != YamlKind::sequence) {
    return;  // apply_changes complains
  }
  for (const YamlNode& map : section->children) {
    const YamlNode* pack = Page::find(map, "in");
    const YamlNode* name = Page::find(map, "phrase");
    const YamlNode* node = Page::find(map, "add to phrases");
    if (pack == nullptr || name == nullptr || node == nullptr) {
      continue;
    }
    std::vector<std::string_view> known;
    for (const auto& [other, definition] : page.names.definitions()) {
      if (!definition.is_list && lies_in(definition.place.where, *pack, page)) {
        known.push_back(other);
      }
    }
    if (std::ranges::find(known, name->text) == known.end()) {
      complain_of_target(*name, *pack, "phrase", known, page);
      continue;
    }
    page.names.extend_phrase(name->text, page.unresolved_phrases(*node, "`add to phrases`"));
  }
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
