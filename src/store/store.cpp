#include "store/store.h"

#include <utility>

#include "store/connection.h"

namespace concord::store {

RuleNames::RuleNames(const RuleSet& rules) : rules_(rules) {
  names_.reserve(rules.facts.size());
  for (const FactRule& rule : rules.facts) {
    names_.push_back(rule.pack + "/" + rule.name);
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    rules_by_name_.emplace(names_[i], i);
  }
  for (std::uint32_t i = 0; i < rules.files.size(); ++i) {
    files_by_path_.emplace(rules.files[i], i);
  }
}

const std::string& RuleNames::hash() const {
  return rules_.hash;
}

std::string_view RuleNames::name_of(RuleId rule) const {
  return names_[rule.index];
}

std::string_view RuleNames::file_of(std::uint32_t file) const {
  return file < rules_.files.size() ? std::string_view(rules_.files[file]) : std::string_view();
}

std::optional<RuleId> RuleNames::rule(std::string_view name) const {
  const auto found = rules_by_name_.find(name);
  return found == rules_by_name_.end() ? std::nullopt : std::optional(RuleId{found->second});
}

std::optional<std::uint32_t> RuleNames::file(std::string_view path) const {
  const auto found = files_by_path_.find(path);
  return found == files_by_path_.end() ? std::nullopt : std::optional(found->second);
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

}  // namespace concord::store
