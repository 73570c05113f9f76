#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/rule.h"

namespace concord::pipeline {

/// The names that codes of diagnostics are made of ("deaths/behind", "deaths", "behind"): those of
/// facts and checks, of what a verdict may be, and of what only the side of a draft knows.
class Codes {
 public:
  /// `rules` must outlive this.
  explicit Codes(const RuleSet& rules);

  /// True for a name, or two with a slash between.
  bool knows(std::string_view code) const;

  /// "did you mean `deaths/behind`?", or what may be named.
  std::string nearest(std::string_view code) const;

 private:
  std::vector<std::string_view> names_;
};

}  // namespace concord::pipeline
