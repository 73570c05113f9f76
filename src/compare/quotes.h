#pragma once

#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// Findings on one speaker's quotations: one for each quotation that is told apart from the others
/// by its words.  Quotations of several documents are the same when most of their content words are
/// (two translations of a sentence); then equal words are an agreement, a part quoted word for word
/// is compatible, and other words are a discrepancy of wording, with notes on hedges and actors
/// that one of them lost. Candidates come from an index of content words, so the cost grows with
/// the number of distinct quotations, not pairs.
std::vector<Finding> judge_quotes(const Inputs& inputs, const Group& group);

}  // namespace concord::compare
