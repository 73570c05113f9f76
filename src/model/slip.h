#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "model/document.h"

namespace concord {

/// Words that a slip rests on: of the same document, or of a source beside it.
struct SlipLabel {
  Span place;
  std::string remark;  // "two children"
  DocumentId document = {};
};

/// What a document's words get wrong, whatever the world is like: parts that do not sum, a weekday
/// that is not its date's, a name that every source spells otherwise.  No fact of a rule is needed
/// to see it.
struct Slip {
  std::string id;     // hash of check and words, never of places; survives edits above
  std::string check;  // name of the rule's check
  Severity severity = Severity::warning;
  DocumentId document;
  Span place;                     // the narrowest words that an editor would change
  std::string remark;             // beside those words
  std::string message;            // one line: what cannot be
  std::string help;               // the likely mend; may be empty
  std::vector<SlipLabel> labels;  // in the order of the text
};

}  // namespace concord
