#include "rules/keys.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/rules.h"

namespace concord::rules {
namespace {

std::span<const KeyRule> section_called(std::string_view name) {
  const auto* found = std::ranges::find(kSections, name, &Section::name);
  return found == std::end(kSections) ? std::span<const KeyRule>() : found->keys;
}

const KeyRule* find_key(std::span<const KeyRule> keys, std::string written) {
  std::ranges::replace(written, '_', ' ');
  std::ranges::replace(written, '-', ' ');
  const auto found = std::ranges::find(keys, written, &KeyRule::name);
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace

std::vector<KeyWord> keys_below(std::span<const std::string> path) {
  std::span<const KeyRule> keys = section_called("file");
  bool wants_name = false;
  for (const std::string& written : path) {
    if (wants_name) {
      wants_name = false;
      continue;
    }
    const KeyRule* key = find_key(keys, written);
    keys = key == nullptr ? std::span<const KeyRule>() : section_called(key->part);
    wants_name = key != nullptr && key->shape == Shape::named;
  }
  std::vector<KeyWord> words;
  for (const KeyRule& key : wants_name ? std::span<const KeyRule>() : keys) {
    words.push_back(
        {key.name, key.help, key.words, key.shape == Shape::phrases || key.part == "find"});
  }
  return words;
}

}  // namespace concord::rules
