#pragma once

#include <vector>

#include "proofread/checks.h"

namespace concord::proofread {

/// The words of the documents beside a draft, in their order.
using SourceTexts = std::vector<CopyText>;

/// "Alexei Petrenko", where every source that names him writes Aleksei.
void check_names(const CopyText& draft, const SourceTexts& sources, CopyNotes& notes);

/// "Norline ignored two warnings", where the sources have somebody accuse Norline of it.
void check_claims(const CopyText& draft, const SourceTexts& sources, CopyNotes& notes);

/// "...", said Jon Falk, where a source, or the draft further up, has Ida Roth say it.
void check_speakers(const CopyText& draft, const SourceTexts& sources, CopyNotes& notes);

}  // namespace concord::proofread
