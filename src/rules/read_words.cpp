#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "rules/sections.h"

namespace concord::rules {
namespace {

/// The place of the first thing in a way that is not words; nothing when all are words.
std::optional<RulePosition> other_than_words(const PhraseNode& node) {
  if (node.kind == PhraseKind::slot || node.kind == PhraseKind::list_ref ||
      node.kind == PhraseKind::type_ref) {
    return node.where;
  }
  for (const PhraseNode& child : node.children) {
    if (const std::optional<RulePosition> found = other_than_words(child)) {
      return found;
    }
  }
  return std::nullopt;
}

void read_entry(const YamlNode& key, const YamlNode& value, const Page& page, WordList& list) {
  const std::optional<std::string> name = page.text(key, "an entry's name");
  if (!name) {
    return;
  }
  const std::string what = "the entry `" + *name + "`";
  ListEntry entry;
  entry.name = *name;
  const YamlNode* written = &value;
  if (value.kind == YamlKind::mapping) {
    page.check_keys(value, kEntryKeys, key, what);
    written = Page::find(value, "written");
    if (const YamlNode* whole = Page::find(value, "part of")) {
      entry.part_of = page.text(*whole, "`part of`").value_or("");
    }
  }
  if (written == nullptr) {
    return;
  }
  entry.written = page.phrases(*written, what);
  for (const Phrase& way : entry.written) {
    if (const std::optional<RulePosition> odd = other_than_words(way.root)) {
      page.complaints.add(Code::slot_in_list, {*odd, 1},
                          "ways of writing a name are words; no slots, lists or types",
                          "write the words out");
      return;
    }
  }
  list.entries.push_back(std::move(entry));
}

using Wholes = std::map<std::string_view, std::string_view>;  // entry -> what it is a part of

/// The entries that are parts of themselves, by what they are parts of.
std::set<std::string_view> entries_in_circles(const Wholes& wholes) {
  std::set<std::string_view> circular;
  std::map<std::string_view, std::size_t> walks;  // each entry is walked over once
  std::size_t walk = 0;
  for (const auto& [entry, whole] : wholes) {
    ++walk;
    std::string_view at = entry;
    while (wholes.contains(at) && walks.emplace(at, walk).second) {
      at = wholes.at(at);
    }
    const auto met = walks.find(at);
    if (met == walks.end() || met->second != walk) {
      continue;  // it ends, or leads to where an earlier walk was
    }
    while (circular.insert(at).second) {
      at = wholes.at(at);
    }
  }
  return circular;
}

/// Each `part of` names another entry, and none is a part of itself.
void check_parts(const YamlNode& section, const Page& page, const std::vector<ListEntry>& whole,
                 const WordList& list) {
  std::vector<std::string_view> names;
  Wholes wholes;
  for (const std::vector<ListEntry>* entries : {&whole, &list.entries}) {
    for (const ListEntry& entry : *entries) {
      names.push_back(entry.name);
      if (!entry.part_of.empty()) {
        wholes[entry.name] = entry.part_of;
      }
    }
  }
  const std::set<std::string_view> known(names.begin(), names.end());
  const std::set<std::string_view> circular = entries_in_circles(wholes);
  for_each_entry(section, [&](const YamlNode& key, const YamlNode& value) {
    const YamlNode* node = Page::find(value, "part of");
    if (node == nullptr) {
      return;
    }
    if (!known.contains(node->text)) {
      page.complain_of_word(*node, node->text, names, "`part of`");
    } else if (circular.contains(key.text)) {
      page.complaints.add(Code::cycle, page.place(*node), "`" + key.text + "` is part of itself",
                          "the larger one has no `part of` that leads back");
    }
  });
}

}  // namespace

void read_entries(const YamlNode& map, const Page& page, const std::vector<ListEntry>& whole,
                  WordList& out) {
  for_each_entry(
      map, [&](const YamlNode& name, const YamlNode& ways) { read_entry(name, ways, page, out); });
  check_parts(map, page, whole, out);
}

void define_words(const YamlNode& root, const Page& page) {
  const YamlNode* phrases = Page::find(root, "phrases");
  if (phrases != nullptr && page.is_mapping(*phrases, "`phrases`")) {
    for_each_entry(*phrases, [&](const YamlNode& key, const YamlNode& value) {
      const std::size_t errors = page.complaints.errors();
      std::vector<Phrase> ways = page.unresolved_phrases(value, "the phrase `" + key.text + "`");
      page.names.define_phrase(key.text, page.place(key), std::move(ways),
                               page.complaints.errors() > errors);
    });
  }
  const YamlNode* lists = Page::find(root, "lists");
  if (lists != nullptr && page.is_mapping(*lists, "`lists`")) {
    for_each_entry(*lists, [&](const YamlNode& key, const YamlNode&) {
      page.names.define_list(key.text, page.place(key));
    });
  }
}

void read_lists(const YamlNode& section, const Page& page, std::vector<WordList>& out) {
  if (section.kind != YamlKind::mapping) {
    return;  // define_words has complained
  }
  for_each_entry(section, [&](const YamlNode& key, const YamlNode& value) {
    WordList list;
    list.name = key.text;
    list.where = page.position(key);
    const auto known = page.names.definitions().find(list.name);
    if (known == page.names.definitions().end() || !(known->second.place.where == list.where)) {
      return;  // a second definition
    }
    const std::size_t errors = page.complaints.errors();
    if (value.kind == YamlKind::sequence) {
      page.complaints.add(Code::wrong_type, page.place(value),
                          "the list `" + list.name + "` needs a name before its ways of writing",
                          "write `Name: [one way, another way]` lines below it, indented; words "
                          "without a name of their own stand under `phrases:`");
    } else if (page.is_mapping(value, "the list `" + list.name + "`")) {
      read_entries(value, page, {}, list);
    }
    if (page.complaints.errors() > errors) {
      page.names.set_broken_list(list.name);
      return;
    }
    out.push_back(std::move(list));
  });
}

}  // namespace concord::rules
