#include "rules/rule_cache.h"

#include "base/hash.h"
#include "rules/rule_bytes.h"

namespace concord::rules {
namespace {

// A change of RuleSet, of the phrases' reading or of the tables of inflection needs a new number
// here; tests/unit/rules/cache_test.cpp reminds of it.
constexpr std::string_view kMagic = "concord rule set 7\n";

std::string path_of(const std::string& folder, std::string_view part, std::string_view purpose) {
  return folder.empty()
             ? std::string()
             : folder + "/" + std::string(part) + "-" + short_hex(stable_hash(purpose)) + ".cache";
}

}  // namespace

RuleCache::RuleCache(const std::string& folder, std::string_view purpose)
    : rules_(path_of(folder, "rules", purpose), kMagic),
      trees_(path_of(folder, "phrases", purpose), kMagic) {}

std::optional<RuleSet> RuleCache::find(std::uint64_t content, bool with_trees) const {
  const std::optional<SharedBytes> rules = rules_.find(content);
  const std::optional<SharedBytes> trees =
      rules && with_trees ? trees_.find(content) : std::optional<SharedBytes>();
  if (!rules || trees.has_value() != with_trees) {
    return std::nullopt;
  }
  return decode(rules->view, trees ? std::optional(trees->view) : std::nullopt);
}

void RuleCache::keep(std::uint64_t content, const RuleSet& rules) const {
  const RuleBytes bytes = encode(rules);
  rules_.keep(content, bytes.rules);
  trees_.keep(content, bytes.trees);
}

}  // namespace concord::rules
