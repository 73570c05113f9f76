#pragma once

#include <string>
#include <string_view>
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

/// One JSON object, or an array of them, over any number of lines; JSON Lines under the name of
/// JSON are read as such.  D106 for what is no article, D107 for those without a text.
std::vector<Document> read_json_file(const Input& input, const Options& options,
                                     Diagnostics& diagnostics);

/// A page: its title, the paragraphs of its article, main or body, and its times.  Linear in the
/// input, whatever the nesting.
std::vector<Document> read_html(const Input& input, const Options& options,
                                Diagnostics& diagnostics);

/// The name of the format: by the file name's ending, else by the first bytes.
std::string_view sniff(std::string_view name, std::string_view bytes);

/// Documents of a whole input, ids as they are written.
std::vector<Document> read_input(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics);

/// D100 with what the system says.
void complain_unread(const std::string& name, int code, Diagnostics& diagnostics);

}  // namespace concord::ingest
