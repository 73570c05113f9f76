#include "compare/keys.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/fold.h"

namespace concord::compare {
namespace {

using Names = std::map<std::string, std::string>;  // folded -> as written

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_one_of(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_end_of(const std::string& shorter, const std::string& longer) {
  return longer.size() > shorter.size() &&
         ((longer.ends_with(shorter) && longer[longer.size() - shorter.size() - 1] == ' ') ||
          (longer.starts_with(shorter) && longer[shorter.size()] == ' '));
}

/// Shorter names that begin or end `name`, longest first, as far as they are in `names`.
std::vector<std::string> shorter_forms(const Names& names, const std::string& name) {
  std::vector<std::string> found;
  for (std::size_t space = name.find(' '); space != std::string::npos;
       space = name.find(' ', space + 1)) {
    for (const std::string& part : {name.substr(space + 1), name.substr(0, space)}) {
      if (names.contains(part)) {
        found.push_back(part);
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    return std::tuple(b.size(), a) < std::tuple(a.size(), b);
  });
  return found;
}

/// Folded name -> the spelling it is filed under.  A short name that could be several people's is
/// left alone.
Names short_names(const Names& names) {
  std::map<std::string, std::vector<std::string>> longer;  // short -> longer names, in order
  for (const auto& [name, written] : names) {
    if (!has_digit(name)) {
      for (const std::string& shorter : shorter_forms(names, name)) {
        longer[shorter].push_back(name);
      }
    }
  }
  std::set<std::string> shared;
  for (auto& entry : longer) {
    std::vector<std::string>& full = entry.second;
    std::sort(full.begin(), full.end(), [](const std::string& a, const std::string& b) {
      return std::tuple(a.size(), a) < std::tuple(b.size(), b);
    });
    const bool one = std::all_of(full.begin(), full.end(), [&](const std::string& name) {
      return name == full.front() || is_end_of(full.front(), name);
    });
    if (!one) {
      shared.insert(entry.first);
    }
  }
  Names filed;
  for (const auto& [name, written] : names) {
    filed[name] = written;
    for (const std::string& shorter :
         has_digit(name) ? std::vector<std::string>{} : shorter_forms(names, name)) {
      if (!shared.contains(shorter)) {
        filed[name] = names.at(shorter);
      }
    }
  }
  return filed;
}

/// The key as extracted, else what the value itself names.
std::string own_key(const Fact& fact, const FactRule& rule) {
  if (!fact.key.empty()) {
    return fact.key;
  }
  if (const auto* quote = std::get_if<Quote>(&fact.value)) {
    return quote->speaker;
  }
  const auto* name = std::get_if<Name>(&fact.value);
  return name != nullptr && is_one_of(rule.key_for, fact.kind) ? name->id : std::string();
}

bool is_its_value(const Fact& fact, const std::string& key) {
  const auto* name = std::get_if<Name>(&fact.value);
  return name != nullptr && name->id == key;
}

/// What a unit adds to a key where it cannot be converted: the currency, or percent beside counts.
std::string incomparable_unit(const Fact& fact) {
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  if (quantity == nullptr) {
    return {};
  }
  if (quantity->dimension == Dimension::money) {
    return quantity->unit;
  }
  const bool percent = quantity->dimension == Dimension::percent ||
                       quantity->dimension == Dimension::percentage_points;
  return percent ? "percent" : std::string();
}

bool ends_with_word(const std::string& key, const std::string& word) {
  return key == word || (key.size() > word.size() && key.ends_with(" " + word));
}

using Measured =
    std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>;  // story rule kind key

void add_units(const Inputs& inputs, std::vector<std::string>& keys) {
  std::map<Measured, std::set<std::string>> units;
  const auto measured = [&](std::size_t i) {
    const Fact& fact = inputs.facts[i];
    return Measured{story_of(inputs, fact.document), fact.rule.index, fact.kind, keys[i]};
  };
  std::vector<std::string> result = keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (std::holds_alternative<Quantity>(inputs.facts[i].value)) {
      units[measured(i)].insert(incomparable_unit(inputs.facts[i]));
    }
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string unit = incomparable_unit(inputs.facts[i]);
    if (unit.empty() || ends_with_word(keys[i], unit)) {
      continue;
    }
    const FactRule& rule = inputs.rules.facts[inputs.facts[i].rule.index];
    const bool composite = unit != "percent" && is_one_of(rule.key_with, "currency");
    if (composite || units[measured(i)].size() > 1) {
      result[i] += (keys[i].empty() ? "" : " ") + unit;
    }
  }
  keys = std::move(result);
}

}  // namespace

std::uint32_t story_of(const Inputs& inputs, DocumentId document) {
  const auto& placements = inputs.stories.placements;
  return document.index < placements.size()
             ? placements[document.index].story.index
             : static_cast<std::uint32_t>(inputs.stories.stories.size());
}

std::vector<std::string> canonical_keys(const Inputs& inputs) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Names> stated;  // story, rule
  std::vector<std::string> keys;
  keys.reserve(inputs.facts.size());
  for (const Fact& fact : inputs.facts) {
    keys.push_back(own_key(fact, inputs.rules.facts[fact.rule.index]));
    if (keys.back().empty() || is_its_value(fact, keys.back())) {
      continue;
    }
    auto& names = stated[{story_of(inputs, fact.document), fact.rule.index}];
    auto& written = names.emplace(fold(keys.back()), keys.back()).first->second;
    written = std::min(written, keys.back());
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, Names> filed;
  for (const auto& [where, names] : stated) {
    filed[where] = short_names(names);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Fact& fact = inputs.facts[i];
    if (!keys[i].empty() && !is_its_value(fact, keys[i])) {
      keys[i] = filed[{story_of(inputs, fact.document), fact.rule.index}].at(fold(keys[i]));
    }
  }
  add_units(inputs, keys);
  return keys;
}

}  // namespace concord::compare
