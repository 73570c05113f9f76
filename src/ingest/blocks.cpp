#include <cerrno>
#include <cstdio>
#include <utility>

#include "ingest/complaint.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/ingest.h"

namespace concord::ingest {
namespace {

constexpr std::size_t kBlock = 1U << 20U;

struct CloseFile {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};

}  // namespace

/// A file read as far as its blocks were asked for.
struct BlockReader::State {
  State(std::string given, const Options& reading)
      : path(std::move(given)),
        options(reading),
        name(path == "-" ? reading.standard_input_name : path) {}

  std::optional<Block> next(Diagnostics& diagnostics) {
    if (!begun && !begin(diagnostics)) {
      ended = true;
    }
    if (ended) {
      return std::nullopt;
    }
    return is_lines ? next_lines(diagnostics) : whole(diagnostics);
  }

 private:
  std::FILE* stream() const { return path == "-" ? stdin : file.get(); }

  /// The first bytes, which tell the format.
  bool begin(Diagnostics& diagnostics) {
    begun = true;
    if (path != "-") {
      file.reset(std::fopen(path.c_str(), "rbe"));
      if (!file) {
        complain_unread(name, errno, diagnostics);
        return false;
      }
    }
    if (!read_more(diagnostics)) {
      return false;
    }
    if (bytes.empty()) {
      complain(diagnostics, "D101", name + " is empty", whole_file(name));
      return false;
    }
    const std::string_view format =
        options.format.empty() ? sniff(name, bytes) : std::string_view(options.format);
    is_lines = format == "jsonl" && !is_utf16(bytes) && binary_kind(bytes.substr(0, 16)).empty();
    return true;
  }

  /// Up to a block more; false, with a complaint, when it cannot be read or becomes too large.
  bool read_more(Diagnostics& diagnostics) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kBlock);
    const std::size_t read = std::fread(bytes.data() + size, 1, kBlock, stream());
    bytes.resize(size + read);
    at_end = read < kBlock;
    if (std::ferror(stream()) != 0) {
      complain_unread(name, errno, diagnostics);
      return false;
    }
    if (bytes.size() > options.largest_file) {
      complain(diagnostics, "D104",
               name + (is_lines ? " has a line of more than " : " is larger than ") +
                   std::to_string(options.largest_file) + " bytes",
               whole_file(name), "split it");
      return false;
    }
    return true;
  }

  std::optional<Block> whole(Diagnostics& diagnostics) {
    ended = true;
    while (!at_end) {
      if (!read_more(diagnostics)) {
        return std::nullopt;
      }
    }
    return Block{name, std::move(bytes), 1, false};
  }

  std::optional<Block> next_lines(Diagnostics& diagnostics) {
    std::size_t cut = bytes.rfind('\n');
    while (cut == std::string::npos && !at_end) {
      const std::size_t searched = bytes.size();
      if (!read_more(diagnostics)) {
        ended = true;
        return std::nullopt;
      }
      cut = bytes.find('\n', searched);
      cut = cut == std::string::npos ? cut : bytes.rfind('\n');
    }
    if (at_end || cut == std::string::npos) {
      cut = bytes.size();
      ended = true;
    } else {
      ++cut;
    }
    if (cut == 0) {
      return std::nullopt;
    }
    Block block{name, bytes.substr(0, cut), line, true};
    bytes.erase(0, cut);
    for (const char c : block.bytes) {
      line += c == '\n' ? 1 : 0;
    }
    if (!ended && !read_more(diagnostics)) {
      ended = true;
    }
    return block;
  }

  std::string path;
  Options options;
  std::string name;
  std::unique_ptr<std::FILE, CloseFile> file;
  std::string bytes;       // read and not yet given
  std::uint32_t line = 1;  // on which they begin
  bool begun = false;
  bool is_lines = false;
  bool at_end = false;  // nothing is left to read
  bool ended = false;   // nothing is left to give
};

BlockReader::BlockReader(std::string path, const Options& options)
    : state_(std::make_unique<State>(std::move(path), options)) {}
BlockReader::BlockReader(BlockReader&&) noexcept = default;
BlockReader& BlockReader::operator=(BlockReader&&) noexcept = default;
BlockReader::~BlockReader() = default;

std::optional<Block> BlockReader::next(Diagnostics& diagnostics) {
  return state_->next(diagnostics);
}

std::vector<Document> read_block(Block block, const Options& options, Diagnostics& diagnostics) {
  if (!block.is_lines) {
    return read_input(block.name, std::move(block.bytes), options, diagnostics);
  }
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  Input input{block.name, std::move(block.bytes), false, block.first_line};
  if (input.first_line == 1 && input.bytes.starts_with(kUtf8Mark)) {
    input.bytes.erase(0, kUtf8Mark.size());
  }
  replace_invalid(input, diagnostics);
  return read_json_lines(input, options, diagnostics);
}

}  // namespace concord::ingest
