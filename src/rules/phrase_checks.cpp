// What is asked of phrases and sentences wherever they stand in a rule.
#include <algorithm>
#include <string>

#include "base/nearest.h"
#include "rules/sections.h"

namespace concord::rules {

void collect_slots(const PhraseNode& node, std::vector<std::string>& out) {
  if (node.kind == PhraseKind::slot && std::ranges::find(out, node.slot) == out.end()) {
    out.push_back(node.slot);
  }
  for (const PhraseNode& child : node.children) {
    collect_slots(child, out);
  }
}

const PhraseNode* doubled_slot(const PhraseNode& node, std::vector<std::string_view>& before) {
  if (node.kind == PhraseKind::slot) {
    const bool twice = std::ranges::find(before, node.slot) != before.end();
    before.emplace_back(node.slot);
    return twice ? &node : nullptr;
  }
  const std::vector<std::string_view> outside = before;
  for (const PhraseNode& child : node.children) {
    std::vector<std::string_view> branch = outside;
    const bool one_of = node.kind == PhraseKind::alternatives;
    if (const PhraseNode* twice = doubled_slot(child, one_of ? branch : before)) {
      return twice;
    }
    if (one_of) {
      before.insert(before.end(), branch.begin() + static_cast<std::ptrdiff_t>(outside.size()),
                    branch.end());
    }
  }
  return nullptr;
}

bool complains_of_no_slot(const Phrase& phrase, const Page& page) {
  std::vector<std::string> slots;
  collect_slots(phrase.root, slots);
  if (!slots.empty()) {
    return false;
  }
  const Place place{phrase.where, static_cast<std::uint32_t>(phrase.written.size())};
  const bool quoted = phrase.written.find_first_of("\"'") < phrase.written.find('{') &&
                      phrase.written.find('{') != std::string::npos;
  if (quoted) {
    page.complaints.add(Code::nothing_captured, place, "in quotation marks {n} is no slot",
                        "take the marks away: below a | a phrase needs none, and they ask for "
                        "exactly these letters");
  } else {
    page.complaints.add(Code::nothing_captured, place, "this phrase captures nothing",
                        "put {n} where the figure stands, or give the group `set: { n: 1 }`");
  }
  return true;
}

void check_say(const YamlNode& map, const Page& page, std::span<const std::string_view> known) {
  const YamlNode* node = Page::find(map, "say");
  if (node == nullptr) {
    return;
  }
  const std::string_view text = node->text;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = std::min(text.find('}', at), text.size());
    const std::string_view name = text.substr(at + 1, end - at - 1);
    if (std::ranges::find(known, name) == known.end()) {
      page.complaints.add(Code::wrong_say, page.place(*node),
                          "`say` does not know {" + std::string(name) + "}",
                          did_you_mean(name, known, "it knows " + listed(known)));
    }
  }
}

}  // namespace concord::rules
