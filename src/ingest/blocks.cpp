#include <cerrno>
#include <cstdio>
#include <utility>

#include "ingest/complaint.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/ingest.h"
#include "ingest/length.h"

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
      : path_(std::move(given)),
        options_(reading),
        name_(path_ == "-" ? reading.standard_input_name : path_) {}

  std::optional<Block> next(Diagnostics& diagnostics) {
    if (!begun_ && !begin(diagnostics)) {
      ended_ = true;
    }
    if (ended_) {
      return std::nullopt;
    }
    return is_lines_ ? next_lines(diagnostics) : whole(diagnostics);
  }

 private:
  std::FILE* stream() const { return path_ == "-" ? stdin : file_.get(); }

  /// The first bytes, which tell the format.
  bool begin(Diagnostics& diagnostics) {
    begun_ = true;
    if (path_ != "-") {
      file_.reset(std::fopen(path_.c_str(), "rbe"));
      if (!file_) {
        complain_unread(name_, errno, diagnostics);
        return false;
      }
    }
    if (!read_more(diagnostics)) {
      return false;
    }
    if (bytes_.empty()) {
      complain(diagnostics, "D101", name_ + " is empty", whole_file(name_));
      return false;
    }
    const std::string_view format =
        options_.format.empty() ? sniff(name_, bytes_) : std::string_view(options_.format);
    is_lines_ = format == "jsonl" && !is_utf16(bytes_) && binary_kind(bytes_.substr(0, 16)).empty();
    return true;
  }

  /// Up to a block more; false, with a complaint, when it cannot be read or becomes too large.
  bool read_more(Diagnostics& diagnostics) {
    const std::size_t size = bytes_.size();
    bytes_.resize(size + kBlock);
    const std::size_t read = std::fread(bytes_.data() + size, 1, kBlock, stream());
    bytes_.resize(size + read);
    at_end_ = read < kBlock;
    if (std::ferror(stream()) != 0) {
      complain_unread(name_, errno, diagnostics);
      return false;
    }
    if (bytes_.size() > options_.largest_file) {
      complain(diagnostics, "D104",
               name_ + (is_lines_ ? " has a line of more than " : " is larger than ") +
                   std::to_string(options_.largest_file) + " bytes",
               whole_file(name_), "split it");
      return false;
    }
    return true;
  }

  std::optional<Block> whole(Diagnostics& diagnostics) {
    ended_ = true;
    while (!at_end_) {
      if (!read_more(diagnostics)) {
        return std::nullopt;
      }
    }
    return Block{name_, std::move(bytes_), 1, false};
  }

  std::optional<Block> next_lines(Diagnostics& diagnostics) {
    std::size_t cut = bytes_.rfind('\n');
    while (cut == std::string::npos && !at_end_) {
      const std::size_t searched = bytes_.size();
      if (!read_more(diagnostics)) {
        ended_ = true;
        return std::nullopt;
      }
      cut = bytes_.find('\n', searched);
      cut = cut == std::string::npos ? cut : bytes_.rfind('\n');
    }
    if (at_end_ || cut == std::string::npos) {
      cut = bytes_.size();
      ended_ = true;
    } else {
      ++cut;
    }
    if (cut == 0) {
      return std::nullopt;
    }
    Block block{name_, bytes_.substr(0, cut), line_, true};
    bytes_.erase(0, cut);
    for (const char c : block.bytes) {
      line_ += c == '\n' ? 1 : 0;
    }
    if (!ended_ && !read_more(diagnostics)) {
      ended_ = true;
    }
    return block;
  }

  std::string path_;
  Options options_;
  std::string name_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string bytes_;       // read and not yet given
  std::uint32_t line_ = 1;  // on which they begin
  bool begun_ = false;
  bool is_lines_ = false;
  bool at_end_ = false;  // nothing is left to read
  bool ended_ = false;   // nothing is left to give
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
  std::vector<Document> documents = read_json_lines(input, options, diagnostics);
  keep_to_length(options, documents, diagnostics);
  return documents;
}

}  // namespace concord::ingest
