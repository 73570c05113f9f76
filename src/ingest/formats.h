#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "ingest/fields.h"
#include "ingest/ingest.h"
#include "model/document.h"

namespace concord::ingest {

// One reader a format.  Each returns the documents of the input in order, none with a blank text,
// and leaves their ids as they are written.

/// Plain text, with or without front matter.
std::vector<Document> read_text(const Input& input, const Options& options,
                                Diagnostics& diagnostics);

/// Markdown; the first "# " heading is the headline in place unless front matter has a title.
std::vector<Document> read_markdown(const Input& input, const Options& options,
                                    Diagnostics& diagnostics);

/// One JSON object a line.  Linear in the input; D106 for lines that are no object, D107 for those
/// without a text.
std::vector<Document> read_json_lines(const Input& input, const Options& options,
                                      Diagnostics& diagnostics);

/// A page: its title, the paragraphs of its article, main or body, and its times.  Linear in the
/// input, whatever the nesting.
std::vector<Document> read_html(const Input& input, const Options& options,
                                Diagnostics& diagnostics);

}  // namespace concord::ingest
