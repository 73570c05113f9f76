#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "advise/doubt_words.h"
#include "model/finding.h"

namespace concord::advise {

/// Why a figure of the draft is not replaced though two sources support another: put into the
/// draft's words it may be false there.  A person may mend the words with it.
class FixDoubts {
 public:
  /// `findings` must outlive this.
  FixDoubts(const Findings& findings, DocumentId draft) : findings_(findings), draft_(draft) {}

  /// The first doubt about a change of `own` to what the facts of `support` say, to stand after
  /// "write 17, but"; empty if there is none.
  std::string doubt_of(FactId own, const std::vector<FactId>& support);

  /// True if the draft tells of parts of the figure, or of all of those it counts: another figure
  /// would belie them.
  bool has_parts(FactId own);

 private:
  using Names = std::set<std::string>;
  struct Told {  // of a source
    Names kinds;
    Names words;
  };

  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  const Document& document(FactId id) const { return findings_.documents[fact(id).document.index]; }
  Span head_of_paragraph(FactId own) const;
  bool is_of_another_time(FactId own, const std::vector<FactId>& support) const;
  bool is_of_another_event(FactId own, const std::vector<FactId>& support);
  bool is_of_another_authority(FactId own, const std::vector<FactId>& support) const;
  bool is_of_another_day(const Words& sentence) const;
  const Told& told_in(DocumentId id);

  const Findings& findings_;
  DocumentId draft_;
  std::map<DocumentId, Told> told_;                                // by source, found once
  std::optional<std::vector<std::vector<std::int64_t>>> numbers_;  // by sentence of the draft
};

}  // namespace concord::advise
