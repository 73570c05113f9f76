#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/ingest.h"
#include "model/document.h"

namespace concord::ingest {

/// A file's bytes after decoding, and what is told of all documents in it.
struct Input {
  std::string name;      // as given
  std::string bytes;     // well-formed UTF-8
  bool changed = false;  // bytes were replaced or converted: offsets are not those of the file
  std::uint32_t first_line = 1;  // of the file: the bytes are a part of it from there
};

/// What an input says about one document besides its text; empty strings are not given.
struct Fields {
  std::string id;
  std::string title;
  std::string source;
  std::string published;
  std::string updated;
  std::string url;
  std::string language;
  std::string item;
  std::string version;
  std::string story;

  /// The field of that name ("title", "story" ...); null when there is none.
  std::string* find(std::string_view name);
};

/// When an ISO 8601 text says; nothing when it is not one.
std::optional<Publication> parse_publication(std::string_view written);

/// A document of `body` with its title, times and names set.  Complains D109 (a time) and D107 (a
/// version) at `where`.  Sets neither first_line nor in_file nor markdown.
Document make_document(const Input& input, Fields fields, std::string_view body,
                       const Location& where, const Options& options, Diagnostics& diagnostics);

/// The file name without folders and last extension: "wire/a.txt" -> "a".
std::string stem_of(std::string_view path);

/// The file name without folders.
std::string_view file_name_of(std::string_view path);

/// Without white space at either end.
std::string_view trim(std::string_view text);

}  // namespace concord::ingest
