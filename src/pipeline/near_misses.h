#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/authoring.h"
#include "model/rule.h"

namespace concord::pipeline {

class Engine;

/// Phrases of a fact that would match the sentence `text` after one small change that leaves their
/// rarest word in place, the smallest change first, one a phrase; at most `most`.  Spans count from
/// the beginning of `text`.  REQUIRES: rules loaded with examples.
std::vector<Miss> near_misses(const Engine& engine, RuleId rule, const std::string& text,
                              std::size_t most);

}  // namespace concord::pipeline
