#include "ingest/ingest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "ingest/complaint.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/length.h"
#include "ingest/paths.h"

namespace concord::ingest {
namespace {

using Reader = std::vector<Document> (*)(const Input&, const Options&, Diagnostics&);

struct Format {
  std::string_view name;
  Reader read;
};

constexpr Format kFormats[] = {{"text", read_text},
                               {"markdown", read_markdown},
                               {"jsonl", read_json_lines},
                               {"json", read_json_file},
                               {"html", read_html}};

struct Extension {
  std::string_view ending;
  std::string_view format;
};

constexpr Extension kExtensions[] = {
    {".txt", "text"},     {".md", "markdown"}, {".markdown", "markdown"}, {".jsonl", "jsonl"},
    {".ndjson", "jsonl"}, {".html", "html"},   {".htm", "html"},          {".json", "json"},
};

bool starts_like_html(std::string_view text) {
  constexpr std::string_view kHeads[] = {"<!doctype html", "<html", "<head", "<body", "<article"};
  std::string head(text.substr(0, 16));
  for (char& c : head) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  for (const std::string_view start : kHeads) {
    if (head.starts_with(start)) {
      return true;
    }
  }
  return false;
}

const Format& format_of(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) {
      return format;
    }
  }
  return kFormats[0];
}

struct CloseFile {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};

enum class ReadOutcome : std::uint8_t { done, failed, too_large };

ReadOutcome read_stream(std::FILE* stream, std::uint64_t largest, std::string& bytes) {
  std::array<char, 1U << 16U> chunk;  // NOLINT: filled by fread
  std::size_t read = 0;
  struct stat facts {};
  if (fstat(fileno(stream), &facts) == 0 && S_ISREG(facts.st_mode)) {
    bytes.reserve(std::min<std::uint64_t>(static_cast<std::uint64_t>(facts.st_size), largest));
  }
  do {
    read = std::fread(chunk.data(), 1, chunk.size(), stream);
    bytes.append(chunk.data(), read);
    if (bytes.size() > largest) {
      return ReadOutcome::too_large;
    }
  } while (read != 0);
  return std::ferror(stream) != 0 ? ReadOutcome::failed : ReadOutcome::done;
}

/// The whole file; nothing, with D100 or D104, when it cannot be read.
std::optional<std::string> read_file(const std::string& path, const Options& options,
                                     Diagnostics& diagnostics) {
  const bool standard = path == "-";
  const std::string& name = standard ? options.standard_input_name : path;
  std::unique_ptr<std::FILE, CloseFile> file;
  if (!standard) {
    file.reset(std::fopen(path.c_str(), "rbe"));
    if (!file) {
      complain_unread(name, errno, diagnostics);
      return std::nullopt;
    }
  }
  std::string bytes;
  switch (read_stream(standard ? stdin : file.get(), options.largest_file, bytes)) {
    case ReadOutcome::done:
      return bytes;
    case ReadOutcome::failed:
      complain_unread(name, errno, diagnostics);
      break;
    case ReadOutcome::too_large:
      complain(diagnostics, "D104",
               name + " is larger than " + std::to_string(options.largest_file) + " bytes",
               whole_file(name), "split it");
      break;
  }
  return std::nullopt;
}

/// Only HTML says its charset.
std::string charset_for(std::string_view format, std::string_view bytes) {
  return format == "html" ? declared_charset(bytes) : std::string();
}

/// Ids are unique afterwards; a later version of an item may not share one either.
class IdKeeper {
 public:
  void keep(Document& document, Diagnostics& diagnostics) {
    std::uint32_t& times = taken_[document.id];
    if (++times == 1) {
      return;
    }
    const std::string written = document.id;
    do {
      document.id = written + "#" + std::to_string(times);
    } while (taken_.contains(document.id) && ++times != 0);
    taken_[document.id] = 1;
    Location where;
    where.file = document.path;
    where.line = document.in_file ? 0 : document.first_line;
    complain(diagnostics, "D111",
             "the document id " + written + " is given twice; the second is called " + document.id,
             std::move(where), "give each document its own id");
  }

 private:
  std::unordered_map<std::string, std::uint32_t> taken_;  // how often an id was met
};

}  // namespace

std::string_view sniff(std::string_view name, std::string_view bytes) {
  for (const Extension& extension : kExtensions) {
    if (name.ends_with(extension.ending)) {
      return extension.format;
    }
  }
  const std::string_view text = trim(bytes.substr(0, 1000));
  if (starts_like_html(text)) {
    return "html";
  }
  // An array of articles, or one article over several lines.
  const std::size_t at = std::min(text.find_first_not_of(" \t\r\n", 1), text.size());
  const std::string_view next = text.substr(at);
  const bool below = text.substr(0, at).find('\n') != std::string_view::npos;
  if ((text.starts_with('[') && next.starts_with('{')) ||
      (text.starts_with('{') && next.starts_with('"') && below)) {
    return "json";
  }
  return text.starts_with("{\"") || text.starts_with("{ \"") ? "jsonl" : "text";
}

void complain_unread(const std::string& name, int code, Diagnostics& diagnostics) {
  complain(diagnostics, "D100",
           "cannot open " + name + ": " + std::generic_category().message(code), whole_file(name));
}

std::vector<Document> read_input(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics) {
  Input input{name, std::move(bytes)};
  if (input.bytes.empty()) {
    complain(diagnostics, "D101", name + " is empty", whole_file(name));
    return {};
  }
  const std::string format(options.format.empty() ? sniff(name, input.bytes) : options.format);
  if (!decode(input, charset_for(format, input.bytes), diagnostics)) {
    return {};
  }
  std::vector<Document> documents = format_of(format).read(input, options, diagnostics);
  keep_to_length(options, documents, diagnostics);
  return documents;
}

std::vector<std::string> files_of(const std::vector<std::string>& inputs,
                                  Diagnostics& diagnostics) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    if (input == "-") {
      files.push_back(input);
      continue;
    }
    for (std::string& file : expand(input, diagnostics)) {
      files.push_back(std::move(file));
    }
  }
  return files;
}

std::vector<Document> read_documents(const std::vector<std::string>& inputs, const Options& options,
                                     Diagnostics& diagnostics) {
  std::vector<Document> documents;
  IdKeeper ids;
  for (const std::string& input : inputs) {
    const std::vector<std::string> files =
        input == "-" ? std::vector<std::string>{input} : expand(input, diagnostics);
    for (const std::string& file : files) {
      std::optional<std::string> bytes = read_file(file, options, diagnostics);
      if (!bytes) {
        continue;
      }
      const std::string& name = file == "-" ? options.standard_input_name : file;
      for (Document& document : read_input(name, std::move(*bytes), options, diagnostics)) {
        ids.keep(document, diagnostics);
        documents.push_back(std::move(document));
      }
    }
  }
  return documents;
}

std::vector<Document> read_bytes(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics) {
  std::vector<Document> documents = read_input(name, std::move(bytes), options, diagnostics);
  IdKeeper ids;
  for (Document& document : documents) {
    ids.keep(document, diagnostics);
  }
  return documents;
}

}  // namespace concord::ingest
