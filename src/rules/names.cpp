#include "rules/names.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/nearest.h"
#include "rules/phrase_words.h"

namespace concord::rules {
namespace {

constexpr std::size_t kMostNodes = 8192;            // of one phrase
constexpr std::size_t kMostNodesInAll = 1'000'000;  // of a whole rules folder
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kDeepestPath = 24;  // shared phrases inside shared phrases

constexpr std::string_view kTypes[] = {
    "count",  "count_a", "duration", "date", "time", "money", "percent",
    "number", "measure", "age",      "name", "text", "quote",
};

Place place_of(const PhraseNode& reference) {
  return {reference.where, static_cast<std::uint32_t>(reference.text.size() + 2)};
}

}  // namespace

std::span<const std::string_view> value_types() {
  return kTypes;
}

bool is_value_type(std::string_view name) {
  return std::ranges::find(kTypes, name) != std::end(kTypes);
}

void join_words(PhraseNode& alternatives) {
  const auto is_word = [](const PhraseNode& branch) { return branch.kind == PhraseKind::word; };
  std::vector<PhraseNode>& branches = alternatives.children;
  const auto first = std::ranges::find_if(branches, is_word);
  if (first != branches.end()) {
    for (auto other = first + 1; other != branches.end(); ++other) {
      if (is_word(*other)) {
        std::ranges::move(other->forms, std::back_inserter(first->forms));
      }
    }
    branches.erase(std::remove_if(first + 1, branches.end(), is_word), branches.end());
  }
  if (branches.size() == 1) {
    PhraseNode only = std::move(branches.front());
    alternatives = std::move(only);
  }
}

bool Names::define(const std::string& name, const Place& place, Definition definition) {
  if (!is_name(name) || name.size() > 64) {
    complaints_.add(Code::wrong_name, place, "`" + name + "` cannot be a name",
                    "names have letters, digits, _ and -, and begin with a letter");
    return false;
  }
  if (is_value_type(name)) {
    complaints_.add(Code::second_definition, place, "`" + name + "` is a value type",
                    "choose another name");
    return false;
  }
  const auto found = all_.find(name);
  if (found != all_.end()) {
    complaints_.add_with_note(
        Code::second_definition, place, "`" + name + "` is already defined", found->second.place,
        std::string(found->second.is_list ? "a list" : "a phrase") + " of this name",
        "names are known in all packs: choose another, or use the one that is there");
    return false;
  }
  definition.place = place;
  all_.emplace(name, std::move(definition));
  return true;
}

void Names::define_phrase(const std::string& name, const Place& place, std::vector<Phrase> ways,
                          bool broken) {
  Definition definition;
  definition.broken = broken;
  definition.ways = std::move(ways);
  define(name, place, std::move(definition));
}

bool Names::define_list(const std::string& name, const Place& place) {
  Definition definition;
  definition.is_list = true;
  definition.state = Definition::State::done;
  return define(name, place, std::move(definition));
}

void Names::extend_phrase(const std::string& name, std::vector<Phrase> ways) {
  const auto found = all_.find(name);
  if (found != all_.end()) {
    std::ranges::move(ways, std::back_inserter(found->second.ways));
  }
}

void Names::set_broken_list(const std::string& name) {
  const auto found = all_.find(name);
  if (found != all_.end()) {
    found->second.broken = true;
  }
}

bool Names::define_rule(std::string_view what, const std::string& name, const Place& place) {
  const auto [other, is_new] = rules_.emplace(std::string(what) + " " + name, place);
  if (!is_new) {
    complaints_.add_with_note(Code::second_definition, place,
                              "there is a " + std::string(what) + " `" + name + "` already",
                              other->second, "the other one",
                              "rules are known by name in all packs: choose another name");
  }
  return is_new;
}

const Place* Names::find_rule(std::string_view what, const std::string& name) const {
  if (what == "list") {
    const auto list = all_.find(name);
    return list == all_.end() || !list->second.is_list ? nullptr : &list->second.place;
  }
  const auto rule = rules_.find(std::string(what) + " " + name);
  return rule == rules_.end() ? nullptr : &rule->second;
}

void Names::set_local(std::string name, PhraseNode stands_for) {
  local_name_ = std::move(name);
  local_ = std::move(stands_for);
}

void Names::clear_local() {
  local_name_.clear();
  local_ = {};
}

bool Names::resolve(PhraseNode& root) {
  Extent extent;
  return resolve_node(root, extent);
}

bool Names::resolve_node(PhraseNode& node, Extent& extent) {
  if (node.kind == PhraseKind::list_ref) {
    return resolve_reference(node, extent);
  }
  if (node.kind == PhraseKind::slot && !node.type.empty()) {
    const auto size = static_cast<std::uint32_t>(node.slot.size() + node.type.size() + 3);
    if (!check_type(node.type, {node.where, size})) {
      return false;
    }
  }
  return resolve_children(node, extent);
}

bool Names::resolve_children(PhraseNode& node, Extent& extent) {
  bool sound = true;
  std::size_t deepest = 0;
  for (PhraseNode& child : node.children) {
    Extent inner;
    sound = resolve_node(child, inner) && sound;
    extent.nodes += inner.nodes;
    deepest = std::max(deepest, inner.depth);
  }
  extent.nodes += 1 + node.forms.size() / 4;  // a node is as large as some six forms
  extent.depth = deepest + 1;
  if (sound && (extent.nodes > kMostNodes || extent.depth > kDeepest)) {
    complaints_.add(Code::expansion, {node.where, 1},
                    "with its shared phrases written out this is too large",
                    "use smaller shared phrases, or a list");
    return false;
  }
  if (sound && node.kind == PhraseKind::alternatives) {
    join_words(node);
  }
  return sound;
}

bool Names::resolve_reference(PhraseNode& node, Extent& extent) {
  extent = {1, 1};
  if (node.text == local_name_) {
    return put_in_place(node, local_, {1, 1}, extent);
  }
  const auto found = all_.find(node.text);
  if (found == all_.end()) {
    if (is_value_type(node.text)) {
      node.kind = PhraseKind::type_ref;
      return true;
    }
    complain_of_unknown(node.text, place_of(node), Code::unknown_name, "phrase, list or type",
                        true);
    return false;
  }
  Definition& definition = found->second;
  ++definition.uses;
  if (!definition.is_list && !expand(found->first, definition, node)) {
    return false;
  }
  if (definition.broken) {
    if (path_.empty()) {  // a rule; among shared phrases the first complaint is enough
      complaints_.add_with_note(Code::broken_name, place_of(node),
                                "<" + node.text + "> has an error of its own", definition.place,
                                "defined here");
    }
    return false;
  }
  if (definition.is_list) {
    return true;
  }
  return put_in_place(node, definition.expanded, {definition.nodes, definition.depth}, extent);
}

bool Names::put_in_place(PhraseNode& node, const PhraseNode& expanded, Extent size,
                         Extent& extent) {
  total_ += size.nodes;
  if (total_ > kMostNodesInAll) {
    complaints_.add(Code::expansion, place_of(node),
                    "the rules are too large with their shared phrases written out",
                    "use smaller shared phrases, or lists");
    return false;
  }
  const RulePosition where = node.where;
  node = expanded;
  node.where = where;
  extent = size;
  return true;
}

bool Names::expand(const std::string& name, Definition& definition, const PhraseNode& reference) {
  if (definition.state == Definition::State::done) {
    return true;
  }
  if (definition.state == Definition::State::busy || path_.size() >= kDeepestPath) {
    const bool cycle = definition.state == Definition::State::busy;
    std::string path;
    for (auto at = cycle ? std::ranges::find(path_, name) : path_.begin(); at != path_.end();
         ++at) {
      path += "<" + *at + "> -> ";
    }
    complaints_.add(cycle ? Code::cycle : Code::expansion, place_of(reference),
                    cycle ? "shared phrases use one another in a circle: " + path + "<" + name + ">"
                          : "shared phrases more than 24 deep",
                    "write one of them out");
    definition.broken = definition.broken || cycle;
    return false;
  }
  definition.state = Definition::State::busy;
  path_.push_back(name);
  Extent extent;
  PhraseNode all;
  all.kind = PhraseKind::alternatives;
  all.where = reference.where;
  for (Phrase& way : definition.ways) {
    all.children.push_back(std::move(way.root));
  }
  if (!definition.broken && !resolve_children(all, extent)) {
    definition.broken = true;
  }
  definition.expanded = std::move(all);
  definition.nodes = extent.nodes;
  definition.depth = extent.depth;
  path_.pop_back();
  definition.state = Definition::State::done;
  return true;
}

bool Names::check_type(std::string_view type, const Place& place) {
  if (is_value_type(type)) {
    return true;
  }
  const auto found = all_.find(type);
  if (found == all_.end() || !found->second.is_list) {
    complain_of_unknown(type, place, Code::unknown_type, "value type or list", false);
    return false;
  }
  ++found->second.uses;
  if (found->second.broken) {
    complaints_.add_with_note(Code::broken_name, place,
                              "the list `" + std::string(type) + "` has an error of its own",
                              found->second.place, "defined here");
    return false;
  }
  return true;
}

void Names::complain_of_unknown(std::string_view name, const Place& place, Code code,
                                std::string_view what, bool with_phrases) {
  if (incomplete_) {
    complaints_.count_error();
    return;
  }
  if (complaints_.is_full(place.where.file)) {
    complaints_.add(code, place, "", "");
    return;
  }
  std::vector<std::string_view> known(std::begin(kTypes), std::end(kTypes));
  for (const auto& [other, definition] : all_) {
    if (with_phrases || definition.is_list) {
      known.push_back(other);
    }
  }
  complaints_.add(code, place, "there is no " + std::string(what) + " `" + std::string(name) + "`",
                  did_you_mean(name, known, "define it under `phrases:` or `lists:`"));
}

void Names::resolve_all() {
  for (auto& [name, definition] : all_) {
    PhraseNode reference;
    reference.text = name;
    reference.where = definition.place.where;
    if (!definition.is_list) {
      expand(name, definition, reference);
    }
  }
}

}  // namespace concord::rules
