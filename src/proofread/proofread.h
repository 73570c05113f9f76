#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/rule.h"
#include "model/slip.h"
#include "model/tokens.h"
#include "model/value.h"

namespace concord::proofread {

/// A document with its words.
struct CopyWords {
  const Document* document = nullptr;
  const TokenizedText* tokens = nullptr;
};

/// A measure in another unit, or nothing (normalize::convert, given by the pipeline).
using Convert = std::function<std::optional<Quantity>(const Quantity&, std::string_view unit)>;

/// What a draft's words get wrong, by the checks that `rules` switch on (`built in: yes`), in the
/// order of the text: by themselves, and in names and accusations beside those of `sources`, which
/// are documents 1, 2 ... of the labels.  `values` are those of all the draft's sentences, in
/// order.
std::vector<Slip> proofread(const RuleSet& rules, const CopyWords& draft,
                            const std::vector<ValueMention>& values,
                            std::span<const CopyWords> sources, const Convert& convert);

}  // namespace concord::proofread
