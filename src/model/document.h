#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "base/stretch.h"
#include "base/timestamp.h"

namespace concord {

using DocumentId = Id<struct DocumentTag>;

/// When something was published.  A date alone is the whole day: two publications whose periods
/// overlap, or are equal, have no known order.
struct Publication {
  std::string written;     // as given, printed unchanged
  Timestamp begin;         // UTC; without an offset the wall clock is taken for UTC
  Timestamp end;           // exclusive for a whole day; equal to begin for a point
  int offset_minutes = 0;  // local wall clock = begin + offset

  friend bool operator==(const Publication&, const Publication&) = default;
};

/// True if `first` is known to be earlier than `second`.
inline bool is_earlier(const Publication& first, const Publication& second) {
  return first.begin < second.begin && first.end <= second.begin;
}

/// One article as read.  `text` is well-formed UTF-8 and holds the headline too:
/// a separate title is put before the body as "title\n\n", and `body_begin` is where the given text
/// starts.  All spans inside Concord are byte ranges of `text`; machine output subtracts body_begin
/// for the body, and gives headline spans in the title.
struct Document {
  std::string id;      // JSON Lines `id`, else the path as given
  std::string source;  // outlet; else the file's stem
  std::string path;    // the file it came from
  std::string url;
  std::string language = "en";
  std::optional<std::string> item;  // versions of one article share it
  std::uint32_t version = 1;
  std::optional<std::string> story;  // pinned by the input, or by a rule file
  bool story_by_rules = false;       // by a rule file: may change with the rules
  std::optional<Publication> published;
  std::optional<Publication> updated;
  std::string text;
  Span headline;                 // in text; empty when there is none
  std::uint32_t body_begin = 0;  // in text
  std::uint32_t first_line = 1;  // line of the file on which text[body_begin] stands
  bool in_file = true;  // text[body_begin..] stands in the file byte for byte from first_line
  std::optional<Timestamp> received;  // when a store got it, UTC, if it was in one
  bool markdown = false;              // headings, emphasis and comments are markup, not words
  // Of a page, or a text that is not the whole of its file (front matter), only where asked for
  // (ingest::Options::keep_page):
  std::string page;                // the whole file, in which places are told; else empty
  std::vector<Stretch> stretches;  // of `text`, in its order, not overlapping; some text has none
};

}  // namespace concord
