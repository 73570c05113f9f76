#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "ingest/ingest.h"
#include "model/document.h"

namespace concord::ingest {

/// Cuts texts of more than Options::longest_text at the end of a word, headline and stretches with
/// them: no article is that long, and each of its figures is told with its sentence.  D112.
void keep_to_length(const Options& options, std::vector<Document>& documents,
                    Diagnostics& diagnostics);

}  // namespace concord::ingest
