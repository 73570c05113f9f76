#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/authoring.h"
#include "model/rule.h"

namespace concord::pipeline {

class Engine;

/// Phrases of a fact that would match the sentence `text` after one small change that leaves their
/// rarest word in place, the smallest change first, one a phrase; at most `most`.  Spans count from
/// the beginning of `text`.  Where one of the spans `set_aside` lies, a phrase did match and an
/// `unless` line is the reason, so nothing is looked for there.  REQUIRES: rules loaded with
/// examples.
std::vector<Miss> near_misses(const Engine& engine, RuleId rule, const std::string& text,
                              std::size_t most, const std::vector<Span>& set_aside = {});

}  // namespace concord::pipeline
