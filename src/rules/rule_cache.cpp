#include "rules/rule_cache.h"

#include <cstring>

#include "base/hash.h"
#include "rules/rule_bytes.h"

namespace concord::rules {
namespace {

// A change of RuleSet, of the phrases' reading or of the tables of inflection needs a new number
// here; tests/unit/rules/cache_test.cpp reminds of it.
constexpr std::string_view kMagic = "concord rule set 12\n";
constexpr std::string_view kStampsMagic = "concord rule stamps 1\n";

}  // namespace

RuleCache::RuleCache(const std::string& folder, const std::string& rules_folder)
    : stamps_(cache_path(folder, "stamps", rules_folder), kStampsMagic),
      rules_(cache_path(folder, "rules", rules_folder), kMagic),
      phrases_(cache_path(folder, "phrases", rules_folder), kMagic) {}

std::optional<std::uint64_t> RuleCache::content(std::uint64_t stamps) const {
  const std::optional<SharedBytes> bytes = stamps_.find(stamps);
  std::uint64_t content = 0;
  if (!bytes || bytes->view.size() != sizeof content) {
    return std::nullopt;
  }
  std::memcpy(&content, bytes->view.data(), sizeof content);
  return content;
}

void RuleCache::know(std::uint64_t stamps, std::uint64_t content) const {
  char bytes[sizeof content];
  std::memcpy(bytes, &content, sizeof content);
  stamps_.keep(stamps, {bytes, sizeof bytes});
}

std::optional<RuleSet> RuleCache::find(std::uint64_t content, bool with_phrases) const {
  const std::optional<SharedBytes> rules = rules_.find(content);
  const std::optional<SharedBytes> phrases =
      rules && with_phrases ? phrases_.find(content) : std::optional<SharedBytes>();
  if (!rules || phrases.has_value() != with_phrases) {
    return std::nullopt;
  }
  return decode(rules->view, phrases ? std::optional(phrases->view) : std::nullopt);
}

void RuleCache::keep(std::uint64_t content, const RuleSet& rules) const {
  const RuleBytes bytes = encode(rules);
  rules_.keep(content, bytes.rules);
  phrases_.keep(content, bytes.phrases);
}

}  // namespace concord::rules
