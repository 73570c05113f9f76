#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "advise/fix_doubts.h"
#include "advise/kept_words.h"
#include "advise/propose.h"
#include "base/diagnostic.h"
#include "model/finding.h"
#include "wording/places.h"

namespace concord::advise {

constexpr std::size_t kFewestSources = 2;  // what a desk asks for before it prints a figure

/// What may be written in place of a draft's figures.  A change that may make the draft say what
/// nobody said is none: it is told, and a person writes it.
class DraftChanges {
 public:
  /// All of these must outlive this.
  DraftChanges(const Findings& findings, DocumentId draft, wording::Places& places)
      : findings_(findings),
        draft_(draft),
        places_(places),
        kept_(findings.documents[draft.index]),
        doubts_(findings, draft) {}

  /// Puts into `diagnostic` what might stand for `own`: the figure that `facts` give, called
  /// `label`.
  void propose(Diagnostic& diagnostic, FactId own, const std::vector<FactId>& facts,
               const std::string& label);

  /// True if the figure stands in a quotation or in code.
  bool is_kept(FactId own);

  /// The same figures further on in the draft, each with its own change: whoever mends one mention
  /// alone makes the text contradict itself.  A note each.
  Diagnostics take_again() { return std::move(again_); }

 private:
  struct Mention {
    FactId fact;
    std::string text;        // to write there
    std::optional<Fix> fix;  // nothing where a person must see to it
    bool has_parts = false;
  };

  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  std::optional<Fix> change_of(FactId own, const std::string& text);
  std::vector<Mention> others_of(FactId own, const std::vector<FactId>& facts,
                                 const std::string& label);
  bool is_again(FactId id, FactId own) const;
  std::string doubt_of(FactId own, const Proposal& proposal, const std::vector<Mention>& others);
  void add_again(const Diagnostic& first, const std::vector<Mention>& others, bool headlines);
  std::string help_for_kept(FactId own, const std::string& text) const;

  const Findings& findings_;
  DocumentId draft_;
  wording::Places& places_;
  KeptWords kept_;
  FixDoubts doubts_;
  Diagnostics again_;
};

}  // namespace concord::advise
