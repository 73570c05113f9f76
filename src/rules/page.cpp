#include "rules/page.h"

#include <algorithm>

#include "base/nearest.h"
#include "rules/phrase_parser.h"

namespace concord::rules {
namespace {

char plain(char letter) {
  return letter == '_' || letter == '-' ? ' ' : letter;
}

std::string_view kind_name(const YamlNode& node) {
  if (node.kind == YamlKind::scalar) {
    return node.text.empty() ? "nothing" : "text";
  }
  return node.kind == YamlKind::sequence ? "a list" : "keys and values";
}

/// What to do about a value that YAML took for a list or mapping.
std::string quoting_help(const YamlNode& node) {
  return node.kind == YamlKind::scalar
             ? "write it behind the colon, or take the key out"
             : "put a text that starts with [ or { into quotes, or below a |";
}

bool has_key(std::span<const KeyRule> keys, std::string_view written) {
  return std::ranges::any_of(keys, [&](const KeyRule& key) { return same_key(key.name, written); });
}

/// Where a key belongs that is none of `keys`: below one of them, or beside the one that they stand
/// below.  Empty when it belongs to neither place.
std::string right_place(std::string_view written, std::span<const KeyRule> keys) {
  const std::span<const KeyRule> top = kTopKeys;
  if (keys.data() == top.data() &&
      (has_key(kStoriesKeys, written) || has_key(kStoryKeys, written))) {
    return "stories that are tests stand in a folder `tests` of the pack";
  }
  if (keys.data() == top.data() && has_key(kPinKeys, written)) {
    return "`" + std::string(written) + "` stands in a file of one running story, below `story:`";
  }
  for (const Section& section : kSections) {
    for (const KeyRule& key : section.keys) {
      const auto* below = std::ranges::find(kSections, key.part, &Section::name);
      if (key.shape == Shape::named || below == std::end(kSections)) {
        continue;
      }
      const std::string opener = "`" + std::string(key.name) + ":`";
      if (section.keys.data() == keys.data() && has_key(below->keys, written)) {
        return "`" + std::string(written) + "` stands below " + opener;
      }
      if (below->keys.data() == keys.data() && has_key(section.keys, written)) {
        return "`" + std::string(written) + "` stands beside " + opener + ", not below it";
      }
    }
  }
  return {};
}

/// How a missing key is written, and what it is for.
std::string help_of(const KeyRule& key) {
  const std::string_view rest =
      key.shape == Shape::phrases ? ": |` and lines below it. " : ": ...`. ";
  return "add `" + std::string(key.name) + std::string(rest) + std::string(key.help);
}

}  // namespace

bool same_key(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, plain, plain);
}

Place Page::place(const YamlNode& node) const {
  std::size_t size = 1;
  if (node.kind == YamlKind::scalar && node.style == ScalarStyle::plain) {
    size = node.text.size();
  } else if (node.kind == YamlKind::scalar && node.style == ScalarStyle::quoted) {
    size = node.text.size() + 2;
  }
  return {{file, node.line, node.column}, static_cast<std::uint32_t>(size)};
}

const YamlNode* Page::find(const YamlNode& map, std::string_view key) {
  if (map.kind != YamlKind::mapping) {
    return nullptr;
  }
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    if (same_key(map.children[i].text, key)) {
      return &map.children[i + 1];
    }
  }
  return nullptr;
}

bool Page::is_mapping(const YamlNode& node, std::string_view what) const {
  if (node.kind == YamlKind::mapping) {
    return true;
  }
  complaints.add(Code::wrong_type, place(node),
                 std::string(what) + " needs keys and values, not " + std::string(kind_name(node)),
                 "write `key: value` lines below it, indented");
  return false;
}

void Page::check_keys(const YamlNode& map, std::span<const KeyRule> keys, const YamlNode& owner,
                      std::string_view what) const {
  std::vector<std::string_view> known;
  for (const KeyRule& key : keys) {
    known.push_back(key.name);
    if (key.required && find(map, key.name) == nullptr) {
      complaints.add(Code::missing_key, place(owner),
                     std::string(what) + " needs `" + std::string(key.name) + ":`", help_of(key));
    }
  }
  for_each_entry(map, [&](const YamlNode& key, const YamlNode&) {
    const auto same = [&](std::string_view name) { return same_key(name, key.text); };
    if (std::ranges::none_of(known, same)) {
      const bool slip = std::ranges::any_of(
          known, [&](std::string_view name) { return edit_distance(key.text, name, 1) == 1; });
      const std::string elsewhere = slip ? std::string() : right_place(key.text, keys);
      complaints.add(
          Code::unknown_key, place(key), std::string(what) + " has no key `" + key.text + "`",
          elsewhere.empty() ? did_you_mean(key.text, known, "the keys are " + listed(known))
                            : elsewhere);
    }
  });
}

std::optional<std::string> Page::text(const YamlNode& node, std::string_view what) const {
  return is_text(node, what) ? std::optional<std::string>(node.text) : std::nullopt;
}

bool Page::is_text(const YamlNode& node, std::string_view what) const {
  if (node.kind == YamlKind::scalar && !node.text.empty()) {
    return true;
  }
  complaints.add(Code::wrong_type, place(node),
                 std::string(what) + " needs text, not " + std::string(kind_name(node)),
                 quoting_help(node));
  return false;
}

std::vector<std::string> Page::texts(const YamlNode& node, std::string_view what) const {
  std::vector<std::string> all;
  if (node.kind != YamlKind::sequence) {
    if (std::optional<std::string> only = text(node, what)) {
      all.push_back(std::move(*only));
    }
    return all;
  }
  for (const YamlNode& item : node.children) {
    if (std::optional<std::string> one = text(item, what)) {
      all.push_back(std::move(*one));
    }
  }
  return all;
}

void Page::complain_of_word(const YamlNode& node, std::string_view written,
                            std::span<const std::string_view> words, std::string_view what) const {
  if (complaints.is_full(place(node).where.file)) {
    complaints.add(Code::wrong_word, place(node), "", "");
    return;
  }
  complaints.add(Code::wrong_word, place(node),
                 std::string(what) + " cannot be `" + std::string(written) + "`",
                 did_you_mean(written, words, "write " + listed(words)));
}

std::optional<std::size_t> Page::word(const YamlNode& node, std::span<const std::string_view> words,
                                      std::string_view what) const {
  const std::optional<std::string> written = text(node, what);
  if (!written) {
    return std::nullopt;
  }
  const auto found =
      std::ranges::find_if(words, [&](std::string_view word) { return same_key(word, *written); });
  if (found == words.end()) {
    complain_of_word(node, *written, words, what);
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - words.begin());
}

void Page::complain_of_name(const YamlNode& key) const {
  complaints.add(Code::wrong_name, place(key), "`" + key.text + "` cannot be a name",
                 "names have letters, digits, _ and -, and begin with a letter");
}

std::vector<Phrase> Page::unresolved_phrases(const YamlNode& node, std::string_view what) const {
  std::vector<Phrase> all;
  const std::size_t errors = complaints.errors();
  if (node.kind == YamlKind::sequence) {
    for (const YamlNode& item : node.children) {
      if (item.kind == YamlKind::sequence) {
        is_text(item, what);  // complains
        continue;
      }
      std::ranges::move(unresolved_phrases(item, what), std::back_inserter(all));
    }
    return all;
  }
  if (!is_text(node, what)) {
    return all;
  }
  if (node.glued) {
    complaints.add(Code::glued_lines, {{file, node.line, node.column}, 1},
                   "these lines become one phrase",
                   "write a | behind the colon, and one phrase a line");
    return all;
  }
  const bool block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
  RulePosition where{file, node.content_line, node.content_column};
  std::string_view rest = node.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (std::optional<Phrase> phrase = read_phrase(rest.substr(0, end), where, complaints)) {
      all.push_back(std::move(*phrase));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
    where.line += block ? 1 : 0;
  }
  if (all.empty() && complaints.errors() == errors) {
    complaints.add(Code::empty_phrase, place(node), std::string(what) + " has no phrase",
                   "write one phrase a line");
  }
  return all;
}

std::vector<Phrase> Page::phrases(const YamlNode& node, std::string_view what) const {
  std::vector<Phrase> all = unresolved_phrases(node, what);
  for (Phrase& phrase : all) {
    names.resolve(phrase.root);
  }
  return all;
}

std::optional<Severity> Page::severity(const YamlNode& node) const {
  const std::optional<std::size_t> number = word(node, kSeverities, "`severity`");
  if (!number) {
    return std::nullopt;
  }
  return static_cast<Severity>(*number);
}

}  // namespace concord::rules
