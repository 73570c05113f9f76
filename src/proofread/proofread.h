#pragma once

#include <functional>
#include <memory>
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

/// What the documents beside drafts say that the checks of a draft ask for, read once for any
/// number of drafts.
class SourceWords {
 public:
  struct Side;

  /// `sources` are documents 1, 2 ... of the labels.  REQUIRES: their documents and tokens outlive
  /// it.
  explicit SourceWords(std::span<const CopyWords> sources);
  SourceWords(SourceWords&&) noexcept;
  SourceWords& operator=(SourceWords&&) noexcept;
  ~SourceWords();

  const Side& side() const { return *side_; }

 private:
  std::unique_ptr<const Side> side_;
};

/// A draft read by the checks that `rules` switch on (`built in: yes`): first by itself, then
/// beside the words of others.
class Proofreading {
 public:
  /// `values` are those of all the draft's sentences, in order.  REQUIRES: the rules and the
  /// draft's document and tokens outlive it.
  Proofreading(const RuleSet& rules, const CopyWords& draft, std::vector<ValueMention> values,
               Convert convert);
  Proofreading(Proofreading&&) noexcept;
  Proofreading& operator=(Proofreading&&) noexcept;
  ~Proofreading();

  /// What the draft's words get wrong, in the order of the text: by themselves, and in names and
  /// accusations beside those of the sources.
  std::vector<Slip> beside(const SourceWords& sources) const;

 private:
  struct Draft;
  std::unique_ptr<const Draft> draft_;
};

/// Both, one after the other.
std::vector<Slip> proofread(const RuleSet& rules, const CopyWords& draft,
                            const std::vector<ValueMention>& values,
                            std::span<const CopyWords> sources, const Convert& convert);

}  // namespace concord::proofread
