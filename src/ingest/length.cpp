#include "ingest/length.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "ingest/complaint.h"

namespace concord::ingest {
namespace {

/// The last place at or before `longest` where the text may end.
std::uint32_t end_of_word(std::string_view text, std::size_t longest) {
  constexpr std::size_t kLongestWord = 1000;  // bytes; what is longer is no word
  const std::size_t space = text.find_last_of(" \t\n", longest);
  if (space != std::string_view::npos && longest - space < kLongestWord) {
    return static_cast<std::uint32_t>(space);
  }
  std::size_t end = longest;
  while (!is_code_point_start(text, end)) {
    --end;
  }
  return static_cast<std::uint32_t>(end);
}

Location beginning_of(const Document& document) {
  Location where;
  where.file = document.path;
  where.line = document.first_line;
  return where;
}

/// A stretch over `end` keeps what stands in the file byte for byte; another goes.
void cut(std::uint32_t end, std::vector<Stretch>& stretches) {
  for (Stretch& one : stretches) {
    if (one.text < end && one.text + one.text_size > end && one.text_size == one.file_size) {
      one.text_size = end - one.text;
      one.file_size = one.text_size;
    }
  }
  std::erase_if(stretches, [&](const Stretch& one) { return one.text + one.text_size > end; });
}

void cut(std::uint64_t longest, Document& document, Diagnostics& diagnostics) {
  const std::size_t size = document.text.size();
  const std::uint32_t end = end_of_word(document.text, longest);
  document.text.resize(end);
  document.headline.begin = std::min(document.headline.begin, end);
  document.headline.end = std::min(document.headline.end, end);
  document.body_begin = std::min(document.body_begin, end);
  cut(end, document.stretches);
  complain(diagnostics, "D112",
           "the text of " + document.id + " has " + std::to_string(size) +
               " bytes, more than an article; the first " + std::to_string(end) + " are read",
           beginning_of(document), "give each article a file, or a line, of its own");
}

}  // namespace

void keep_to_length(const Options& options, std::vector<Document>& documents,
                    Diagnostics& diagnostics) {
  for (Document& document : documents) {
    if (document.text.size() > options.longest_text) {
      cut(options.longest_text, document, diagnostics);
    }
  }
}

}  // namespace concord::ingest
