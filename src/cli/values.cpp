#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/commands.h"
#include "ingest/ingest.h"

namespace concord::cli {
namespace {

constexpr std::size_t kLongestLine = 64U << 20U;

/// Lines of a descriptor as they come, so that a pipe gets its answers at once.
class Lines {
 public:
  explicit Lines(int descriptor) : descriptor_(descriptor) {}

  /// False at the end.  A line longer than kLongestLine comes in pieces.
  bool next(std::string& line) {
    while (true) {
      const auto end = buffer_.find('\n', searched_);
      if (end != std::string::npos) {
        line = buffer_.substr(begin_, end - begin_);
        begin_ = searched_ = end + 1;
        return true;
      }
      searched_ = buffer_.size();
      if (searched_ - begin_ >= kLongestLine || !fill()) {
        line = buffer_.substr(begin_);
        begin_ = searched_ = buffer_.size();
        return !line.empty();
      }
    }
  }
  int error() const { return error_; }

 private:
  bool fill() {
    buffer_.erase(0, begin_);
    searched_ -= begin_;
    begin_ = 0;
    std::array<char, 1U << 16U> block;  // NOLINT: filled by read
    const ssize_t size = read(descriptor_, block.data(), block.size());
    if (size < 0) {
      error_ = errno;
    }
    if (size > 0) {
      buffer_.append(block.data(), static_cast<std::size_t>(size));
    }
    return size > 0;
  }

  int descriptor_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t searched_ = 0;
  int error_ = 0;
};

pipeline::ValueRequest request_of(const ingest::ValueRequest& read,
                                  const std::optional<Timestamp>& now) {
  return {read.id, read.text, read.reference ? read.reference : now, read.prefer_future,
          read.offset_minutes};
}

Diagnostic cannot_read(const std::string& name, int number) {
  Diagnostic diagnostic;
  diagnostic.code = "D100";
  diagnostic.message = fmt::format("cannot read {}: {}", name, std::strerror(number));
  return diagnostic;
}

void write_values(Session& session, const pipeline::Engine& engine,
                  const pipeline::ValueRequest& request, report::Format format) {
  report::Readings readings;
  if (session.arguments().explain) {
    readings = {pipeline::weigh(engine, request), pipeline::preference_order()};
  }
  session.write(report::values_report(request.id, request.text, pipeline::values(engine, request),
                                      readings, format, session.style()));
}

void read_lines(Session& session, const pipeline::Engine& engine, const std::string& name,
                int descriptor) {
  Lines lines(descriptor);
  std::string line;
  const report::Format format = session.format(report::Format::jsonl);
  for (std::uint32_t number = 1; lines.next(line) && !session.is_output_gone(); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    const auto read = ingest::read_value_request(line);
    if (!read) {
      Diagnostic complaint = read.error();
      complaint.where = {.file = name, .line = number, .column = 0, .excerpt = {}, .marked = {}};
      session.complain({complaint});
      continue;
    }
    const auto request = request_of(*read, session.arguments().now);
    write_values(session, engine, request, format);
  }
  if (lines.error() != 0) {
    session.complain({cannot_read(name, lines.error())});
  }
}

/// Words rather than the name of a file: no such file, and nobody names one so.
bool is_text(const std::string& input) {
  std::error_code ignored;
  return input.find(' ') != std::string::npos && !std::filesystem::exists(input, ignored);
}

/// True of a file that holds no lines of requests, for it begins with something else.  Of a pipe
/// nothing is tried: what is read of it is gone.
bool is_article(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  char first = '\0';
  file >> first;
  return first != '{';
}

/// The values of whole documents, read against their own time.
void read_article(Session& session, const pipeline::Engine& engine, const std::string& path) {
  Diagnostics complaints;
  const std::vector<Document> documents = ingest::read_documents({path}, {}, complaints);
  session.complain(complaints);
  for (const Document& document : documents) {
    write_values(session, engine, pipeline::request_of(document, session.arguments().now),
                 session.format(report::Format::human));
  }
}

void read_input(Session& session, const pipeline::Engine& engine, const std::string& input) {
  if (input == "-") {
    read_lines(session, engine, "<stdin>", session.machine().input);
    return;
  }
  if (is_text(input)) {
    const pipeline::ValueRequest request{"text", input, session.arguments().now, false};
    write_values(session, engine, request, session.format(report::Format::human));
    return;
  }
  if (is_article(input)) {
    read_article(session, engine, input);
    return;
  }
  const int descriptor = open(input.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    Diagnostic complaint = cannot_read(input, errno);
    complaint.help = "a sentence stands in quotation marks: concord values \"at least 12 people\"";
    session.complain({complaint});
    return;
  }
  read_lines(session, engine, input, descriptor);
  close(descriptor);
}

}  // namespace

void values(Session& session) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  Diagnostics none;
  const pipeline::Engine engine(RuleSet{}, none);  // values are read rules aside
  for (const std::string& input : options.inputs) {
    read_input(session, engine, input);
  }
}

}  // namespace concord::cli
