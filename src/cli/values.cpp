#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <utility>

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
        line.assign(buffer_, begin_, end - begin_);
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

pipeline::ValueRequest request_of(ingest::ValueRequest&& read,
                                  const std::optional<Timestamp>& now) {
  return {std::move(read.id), std::move(read.text), read.reference ? read.reference : now,
          read.prefer_future, read.offset_minutes};
}

Diagnostic cannot_read(const std::string& name, int number) {
  Diagnostic diagnostic;
  diagnostic.code = "D100";
  diagnostic.message = fmt::format("cannot read {}: {}", name, std::strerror(number));
  return diagnostic;
}

/// Reads requests and writes what was found.
class ValueWriter {
 public:
  ValueWriter(Session& session, const pipeline::Engine& engine, report::Format otherwise)
      : session_(session),
        engine_(engine),
        reader_(engine),
        format_(session.format(otherwise)),
        style_(session.style()) {}

  void write(const pipeline::ValueRequest& request) {
    report::Readings readings;
    if (session_.arguments().explain) {
      readings = {pipeline::weigh(engine_, request), pipeline::preference_order()};
    }
    session_.write(report::values_report(request.id, request.text, reader_.read(request), readings,
                                         format_, style_));
  }

 private:
  Session& session_;
  const pipeline::Engine& engine_;
  pipeline::ValueReader reader_;
  report::Format format_;
  report::Style style_;
};

void read_lines(Session& session, const pipeline::Engine& engine, const std::string& name,
                int descriptor) {
  Lines lines(descriptor);
  std::string line;
  ingest::ValueRequestReader requests;
  ValueWriter writer(session, engine, report::Format::jsonl);
  for (std::uint32_t number = 1; lines.next(line) && !session.is_output_gone(); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    auto read = requests.read(line);
    if (!read) {
      Diagnostic complaint = read.error();
      complaint.where = {.file = name, .line = number, .column = 0, .excerpt = {}, .marked = {}};
      session.complain({complaint});
      continue;
    }
    writer.write(request_of(*std::move(read), session.arguments().wall_clock));
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
  ValueWriter writer(session, engine, report::Format::human);
  for (const Document& document : documents) {
    writer.write(pipeline::request_of(document, session.arguments().wall_clock));
  }
}

void read_input(Session& session, const pipeline::Engine& engine, const std::string& input) {
  if (input == "-") {
    read_lines(session, engine, "<stdin>", session.machine().input);
    return;
  }
  if (is_text(input)) {
    ValueWriter writer(session, engine, report::Format::human);
    writer.write({"text", input, session.arguments().wall_clock, false});
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
