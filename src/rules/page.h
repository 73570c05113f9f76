#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/phrase.h"
#include "rules/complaints.h"
#include "rules/keys.h"
#include "rules/names.h"
#include "rules/yaml_tree.h"

namespace concord::rules {

/// A rule file being read: where it is, what it says of itself, and whom to tell.
struct Page {
  std::uint32_t file = 0;
  std::string pack;
  bool draft = false;
  bool with_examples = false;
  Complaints& complaints;
  Names& names;

  Place place(const YamlNode& node) const;
  RulePosition position(const YamlNode& node) const { return place(node).where; }

  /// The value of `key` in a mapping (spaces, _ and - alike); null when there is none.
  static const YamlNode* find(const YamlNode& map, std::string_view key);

  /// True when `node` is a mapping; else a complaint that names `what`.
  bool is_mapping(const YamlNode& node, std::string_view what) const;

  /// Complains of keys that are not in `keys` (E201, did-you-mean) and of required ones that are
  /// missing (E203, marked at `owner`).  REQUIRES: map is a mapping.
  void check_keys(const YamlNode& map, std::span<const KeyRule> keys, const YamlNode& owner,
                  std::string_view what) const;

  /// True when `node` is a scalar that is not empty; else a complaint.
  bool is_text(const YamlNode& node, std::string_view what) const;

  /// The text of a scalar; a complaint when it is none or empty.
  std::optional<std::string> text(const YamlNode& node, std::string_view what) const;

  /// The texts of a list, or of one scalar.
  std::vector<std::string> texts(const YamlNode& node, std::string_view what) const;

  /// The number in `words` of the word written; a complaint (E204) when it is none of them.
  std::optional<std::size_t> word(const YamlNode& node, std::span<const std::string_view> words,
                                  std::string_view what) const;
  void complain_of_word(const YamlNode& node, std::string_view written,
                        std::span<const std::string_view> words, std::string_view what) const;

  /// Says (E207) what the names of rules are made of, which that of `key` is not.
  void complain_of_name(const YamlNode& key) const;

  /// The phrases of a block, a line or a list of lines; their <names> are left as they are.
  std::vector<Phrase> unresolved_phrases(const YamlNode& node, std::string_view what) const;

  /// As above, with shared phrases written out.
  std::vector<Phrase> phrases(const YamlNode& node, std::string_view what) const;

  std::optional<Severity> severity(const YamlNode& node) const;
};

/// The key, value pairs of a mapping, in file order.
template <class Visit>
void for_each_entry(const YamlNode& map, Visit visit) {
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    visit(map.children[i], map.children[i + 1]);
  }
}

/// The items of a list, or a scalar alone.
template <class Visit>
void for_each_item(const YamlNode& node, Visit visit) {
  if (node.kind != YamlKind::sequence) {
    visit(node);
    return;
  }
  for (const YamlNode& item : node.children) {
    visit(item);
  }
}

/// True if two keys are the same but for _, - and space.
bool same_key(std::string_view left, std::string_view right);

}  // namespace concord::rules
