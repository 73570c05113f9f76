// What rule files say that the rules no longer show: their texts are read once more.
#include "rules/lint_texts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "rules/odd_marks.h"
#include "rules/page.h"
#include "rules/phrase_words.h"
#include "rules/rules.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The tree of a file that has this text in it; nothing without.
std::optional<YamlNode> tree_with(const RuleSet& rules, std::uint32_t file, std::string_view word) {
  if (rules.texts[file].find(word) == std::string::npos) {
    return std::nullopt;
  }
  Diagnostics told;  // when the file was loaded
  Complaints ignored(told);
  return parse_yaml(ignored.add_file({}, rules.texts[file]), rules.texts[file], ignored);
}

Place place_of(std::uint32_t file, const YamlNode& node) {
  return {{file, node.line, node.column}, static_cast<std::uint32_t>(node.text.size())};
}

void complain_of_fact(const RuleSet& rules, const Place& place, std::string_view what,
                      const std::string& name, Complaints& complaints) {
  if (is_written(rules, name)) {
    return;  // left out for its errors, which are told
  }
  if (complaints.is_full(place.where.file)) {
    complaints.add(Code::unknown_fact, place, "", "");
    return;
  }
  std::vector<std::string_view> names;
  for (const FactRule& one : rules.facts) {
    names.emplace_back(one.name);
  }
  const bool several = name.find(',') != std::string::npos;
  complaints.add(Code::unknown_fact, place,
                 "`" + std::string(what) + "` names `" + name + "`, but there is no such fact",
                 several ? "write several as a list: [" + name + "]"
                         : did_you_mean(name, names, "facts are defined under `facts:`"));
}

bool names_rule(const YamlNode& file, std::string_view name) {
  for (const std::string_view key : {"facts", "checks"}) {
    const YamlNode* section = Page::find(file, key);
    if (section != nullptr && section->kind == YamlKind::mapping &&
        Page::find(*section, name) != nullptr) {
      return true;
    }
  }
  return false;
}

/// True if a line of an unreadable file begins with the name as a key.
bool begins_line(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t before = text.find_last_not_of(" \t", at == 0 ? 0 : at - 1);
    const bool first = at == 0 || before == std::string_view::npos || text[before] == '\n';
    if (first && text.substr(at + name.size()).starts_with(':')) {
      return true;
    }
  }
  return false;
}

void check_named(const RuleSet& rules, std::uint32_t file, const YamlNode& map,
                 std::string_view key, Complaints& complaints) {
  const auto check = [&](const YamlNode& name) {
    const bool known =
        name.text == "nothing" ||
        std::ranges::find(rules.facts, name.text, &FactRule::name) != rules.facts.end();
    if (!known) {
      complain_of_fact(rules, place_of(file, name), key, name.text, complaints);
    }
  };
  const YamlNode* node = Page::find(map, key);
  if (node != nullptr && node->kind == YamlKind::scalar) {
    check(*node);
  } else if (node != nullptr) {  // of a mapping the keys too
    std::ranges::for_each(node->children, check);
  }
}

void check_measure(const RuleSet& rules, const Place& place, const std::string& measure,
                   Complaints& complaints) {
  const std::size_t dot = measure.find('.');
  const std::string name = measure.substr(0, dot);
  const auto fact = std::ranges::find(rules.facts, name, &FactRule::name);
  if (fact == rules.facts.end()) {
    complain_of_fact(rules, place, "authority", name, complaints);
    return;
  }
  const std::string kind = dot == std::string::npos ? std::string() : measure.substr(dot + 1);
  if (!kind.empty() && std::ranges::find(fact->kinds, kind) == fact->kinds.end()) {
    const std::vector<std::string_view> kinds(fact->kinds.begin(), fact->kinds.end());
    complaints.add(Code::unknown_kind, place, "`" + name + "` has no kind `" + kind + "`",
                   did_you_mean(kind, kinds, "leave the kind out"));
  }
}

/// Sources may be named as well as groups, so only a slip of the pen is told: small letters, and
/// one or two of them other than a group's.
void check_ranked(const RuleSet& rules, const Place& place, const std::string& name,
                  Complaints& complaints) {
  constexpr std::size_t kShortest = 5;
  const bool plain =
      std::ranges::all_of(name, [](char byte) { return byte >= 'a' && byte <= 'z'; });
  if (!plain || name.size() < kShortest || rules.sources.groups.contains(name)) {
    return;
  }
  for (const auto& [group, members] : rules.sources.groups) {
    if (std::ranges::find(members, name) != members.end()) {
      return;
    }
  }
  for (const auto& [group, members] : rules.sources.groups) {
    if (edit_distance(name, group, 2) <= (name.size() > kShortest ? 2U : 1U)) {
      complaints.add(Code::nearly_group, place, "no group is called `" + name + "`",
                     "did you mean `" + group + "`?");
      return;
    }
  }
}

/// The key of a line whose value is a sentence of plain text: `- text: It rained.`
bool holds_sentence(std::string_view line) {
  constexpr std::string_view kKeys[] = {"text: ", "title: ", "say: ", "describe: ", "because: "};
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  while (line.substr(at).starts_with("- ")) {
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  }
  const std::string_view code = line.substr(at);
  return std::ranges::any_of(kKeys, [&](std::string_view key) {
    return code.starts_with(key) && code.size() > key.size() &&
           std::string_view("\"'|>").find(code[key.size()]) == kNone;
  });
}

/// Where a sentence is cut: a blank, and a # that the next word follows at once.
std::size_t cut_at(std::string_view line) {
  const std::size_t at = line.find(" #");
  const bool glued = at != kNone && at + 2 < line.size() && is_word_byte(line[at + 2]);
  return glued && holds_sentence(line) ? at + 1 : kNone;
}

void check_lines(std::uint32_t file, std::string_view text, Complaints& complaints) {
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const std::size_t at = cut_at(line); at != kNone) {
      const auto column = static_cast<std::uint32_t>(code_points(line.substr(0, at)) + 1);
      complaints.add(Code::cut_text,
                     {{file, number, column}, static_cast<std::uint32_t>(line.size() - at)},
                     "the text ends here: behind a blank, # begins a comment",
                     "put the whole text into quotation marks");
    }
  }
}

void complain(const OddMark& odd, RulePosition where, std::string_view line,
              Complaints& complaints) {
  where.column += static_cast<std::uint32_t>(code_points(line.substr(0, odd.begin)));
  complaints.add(Code::odd_mark, {where, static_cast<std::uint32_t>(odd.size)},
                 std::string(odd.message), std::string(odd.help));
}

void check_shared(std::uint32_t file, const YamlNode& phrases, Complaints& complaints) {
  for_each_entry(phrases, [&](const YamlNode&, const YamlNode& value) {
    std::string_view rest = value.text;
    RulePosition where{file, value.content_line, value.content_column};
    std::vector<std::string_view> lines;
    for (; !rest.empty(); ++where.line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      lines.push_back(without_comment(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (const auto odd = odd_mark(lines.back())) {
        complain(*odd, where, lines.back(), complaints);
      }
    }
    if (are_items(lines)) {
      complain(kItem, {file, value.content_line, value.content_column}, lines.front(), complaints);
    }
  });
}

}  // namespace

bool is_written(const RuleSet& rules, std::string_view name) {
  for (std::uint32_t file = 0; file < rules.texts.size(); ++file) {
    if (rules.texts[file].find(name) == std::string::npos) {
      continue;
    }
    const auto tree = tree_with(rules, file, name);
    const bool written = tree ? names_rule(*tree, name) : begins_line(rules.texts[file], name);
    if (written) {
      return true;
    }
  }
  return false;
}

void check_authorities(const RuleSet& rules, Complaints& complaints) {
  for (std::uint32_t file = 0; file < rules.texts.size(); ++file) {
    const auto tree = tree_with(rules, file, "authority:");
    const YamlNode* sources = tree ? Page::find(*tree, "sources") : nullptr;
    const YamlNode* authority = sources == nullptr ? nullptr : Page::find(*sources, "authority");
    if (authority == nullptr) {
      continue;
    }
    for_each_entry(*authority, [&](const YamlNode& measure, const YamlNode& ranked) {
      check_measure(rules, place_of(file, measure), measure.text, complaints);
      for (const YamlNode& name : ranked.children) {
        check_ranked(rules, place_of(file, name), name.text, complaints);
      }
    });
  }
}

void check_context_facts(const RuleSet& rules, Complaints& complaints) {
  for (std::uint32_t file = 0; file < rules.texts.size(); ++file) {
    const auto tree = tree_with(rules, file, "contexts:");
    const YamlNode* contexts = tree ? Page::find(*tree, "contexts") : nullptr;
    if (contexts != nullptr) {
      for_each_entry(*contexts, [&](const YamlNode&, const YamlNode& context) {
        for (const std::string_view key : {"applies to", "not for", "becomes"}) {
          check_named(rules, file, context, key, complaints);
        }
      });
    }
    const auto changed = tree_with(rules, file, "change:");
    const YamlNode* changes = changed ? Page::find(*changed, "change") : nullptr;
    if (changes != nullptr) {
      for (const YamlNode& change : changes->children) {
        check_named(rules, file, change, "add to applies to", complaints);
      }
    }
  }
}

void check_texts(const RuleSet& rules, Complaints& complaints) {
  for (std::uint32_t file = 0; file < rules.texts.size(); ++file) {
    check_lines(file, rules.texts[file], complaints);
    const auto tree = tree_with(rules, file, "\nphrases:");
    if (const YamlNode* phrases = tree ? Page::find(*tree, "phrases") : nullptr) {
      check_shared(file, *phrases, complaints);
    }
  }
}

}  // namespace concord::rules
