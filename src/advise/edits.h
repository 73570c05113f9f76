#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace concord::advise {

/// A change that was made, or why none was.
struct EditNote {
  const Diagnostic* diagnostic = nullptr;
  std::string text;  // "\"93\" -> \"133\"", or the reason
};

/// A draft's file with the changes that its diagnostics propose.
struct EditedDraft {
  std::string bytes;           // the whole file; all but the words replaced as it was
  std::vector<EditNote> made;  // in the order of the file
  std::vector<EditNote> left;  // of warnings and errors that ask for a change, and why not
};

/// Makes every change that is a `fix` (two independent sources, outside quotation marks) and stands
/// where its diagnostic says in `bytes`; of changes that overlap the first.  What is set aside or
/// only an offer is left, with the reason.  The diagnostics must outlive the result.
EditedDraft edit_draft(std::string_view bytes, const Diagnostics& diagnostics);

/// The difference of two texts as `diff -u` prints it, three lines of context; empty if there is
/// none.  REQUIRES: changes that leave the lines of the text one for one, as edit_draft does.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace concord::advise
