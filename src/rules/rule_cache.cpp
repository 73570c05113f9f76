#include "rules/rule_cache.h"

#include "base/hash.h"
#include "rules/rule_bytes.h"

namespace concord::rules {
namespace {

// A change of RuleSet, of the phrases' reading or of the tables of inflection needs a new number
// here; tests/unit/rules/cache_test.cpp reminds of it.
constexpr std::string_view kMagic = "concord rule set 4\n";

std::string path_of(const std::string& folder, std::string_view purpose) {
  return folder.empty() ? std::string()
                        : folder + "/rules-" + short_hex(stable_hash(purpose)) + ".cache";
}

}  // namespace

RuleCache::RuleCache(const std::string& folder, std::string_view purpose)
    : file_(path_of(folder, purpose), kMagic) {}

std::optional<RuleSet> RuleCache::find(std::uint64_t content) const {
  const std::optional<std::string> bytes = file_.find(content);
  return bytes ? decode(*bytes) : std::nullopt;
}

void RuleCache::keep(std::uint64_t content, const RuleSet& rules) const {
  file_.keep(content, encode(rules));
}

}  // namespace concord::rules
