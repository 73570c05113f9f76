#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "ingest/json_value.h"
#include "model/document.h"
#include "model/told.h"
#include "model/told_night.h"

namespace concord::ingest {

struct Options {
  std::string format;  // "", "text", "markdown", "jsonl", "json", "html": empty = sniffed
  std::map<std::string, std::string>
      published;                               // --published a.txt=2024-03-24T09:00Z, by path or id
  std::uint64_t largest_file = 512ULL << 20U;  // bytes; a larger file is refused
  std::uint64_t longest_text = 2ULL << 20U;    // bytes; the rest of a longer article is not read
  std::string standard_input_name = "<stdin>";
  bool keep_page = false;  // Document::page and ::stretches
};

/// Documents of the inputs, in the order given (folders and globs in byte order of their paths).
/// An input is a file, a folder (searched downward for .txt .md .markdown .json .jsonl .ndjson
/// .html .htm), a glob, or "-" for standard input.  Formats: plain text with or without YAML-like
/// front matter (title, source, published, updated, item, version, url, story, language), Markdown,
/// JSON Lines (VERDICTS.md section 4), JSON (one such article or an array of them), HTML.
/// Encodings: UTF-8, UTF-16 with a mark, windows-1252 where a charset says so. Complaints, each
/// naming file and line; the other inputs are still read:
///   D100 cannot open  D101 empty  D102 binary  D103 invalid UTF-8, replaced  D104 too large
///   D105 folder without documents  D106 bad JSON  D107 a missing field  D108 unknown encoding
///   D109 bad time  D110 no file matches  D111 duplicate document id
///   D112 an article too long, read up to Options::longest_text
/// D100 D102 D104 D105 D106 D108 D110 are errors (exit code 3); the rest warnings.
std::vector<Document> read_documents(const std::vector<std::string>& inputs, const Options& options,
                                     Diagnostics& diagnostics);

/// The files that inputs name, in the order of reading; "-" stays.  D105 and D110 as above.
std::vector<std::string> files_of(const std::vector<std::string>& inputs, Diagnostics& diagnostics);

/// A piece of a file that can be read by itself: whole lines of JSON, or a whole file of another
/// format.
struct Block {
  std::string name;
  std::string bytes;
  std::uint32_t first_line = 1;
  bool is_lines = false;
};

/// The blocks of one file, one after the other, so that a file of any size needs little memory.
class BlockReader {
 public:
  /// `path` as of files_of.
  BlockReader(std::string path, const Options& options);
  BlockReader(BlockReader&&) noexcept;
  BlockReader& operator=(BlockReader&&) noexcept;
  ~BlockReader();

  /// Nothing at the end, or after D100, D101 or D104: a single line may be as long as
  /// Options::largest_file.
  std::optional<Block> next(Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The documents of a block, as read_documents would give them, but that ids may be given twice.
std::vector<Document> read_block(Block block, const Options& options, Diagnostics& diagnostics);

/// Documents in `bytes` that came from `name`; the door for standard input and fuzzing.
std::vector<Document> read_bytes(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics);

/// One line of `concord values`: `{"id","text","reference_time"?,"prefer"?:"past"|"future"}`.
struct ValueRequest {
  std::string id;
  std::string text;                    // well-formed UTF-8
  std::optional<Timestamp> reference;  // wall clock of the text
  bool prefer_future = false;
  std::optional<int> offset_minutes = {};  // of `reference` from UTC
};

/// Reads such lines one after the other; memory is kept from line to line.
class ValueRequestReader {
 public:
  ValueRequestReader();
  ~ValueRequestReader();

  /// Fails with D106 (no such JSON object), D107 (a field is missing or of another type) or D109 (a
  /// time that is not ISO 8601), without a place: the caller knows file and line.
  Result<ValueRequest> read(std::string_view line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// A finding from its own JSON (VERDICTS.md section 4); nothing where it is no such object.
std::optional<ToldFinding> read_told_finding(std::string_view json);

/// The same with its notes, policies and evidence.
std::optional<ToldWhole> read_told_whole(std::string_view json);

/// What a snapshot's summary says (report::memory_of): news found at `found`, and own copy behind.
ToldNight read_told_night(std::string_view summary, Timestamp found);

/// The slips in our own copy of the same, as findings whose key is the document.  Nights of older
/// programs wrote down their ids alone and tell none.
std::vector<ToldFinding> read_told_slips(std::string_view summary);

/// What a finding is about, the same on every night: its story, event, fact, kind, key and check.
std::string subject_of(const ToldFinding& finding);

/// One line of `concord figure --claims`: `{"event","fact","source","value"}`, numbers as written.
/// Fails with D106 (no such JSON object) or D107 (a field is missing), without a place.
Result<SourceClaim> read_source_claim(std::string_view line);

/// Minutes from UTC of a time zone at a time; of "+02:00", "UTC" or an IANA name (Europe/Oslo).
/// Nothing for another name.
std::optional<int> zone_offset(std::string_view zone, Timestamp at);

}  // namespace concord::ingest
