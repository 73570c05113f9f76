#include <algorithm>
#include <utility>

#include "ingest/complaint.h"
#include "ingest/formats.h"

namespace concord::ingest {
namespace {

constexpr std::size_t kLargestFrontMatter = 64U << 10U;  // bytes

/// Lines of a text one after the other.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  std::size_t offset() const { return offset_; }
  bool at_end() const { return offset_ >= text_.size(); }

  std::string_view next() {
    const std::size_t end = std::min(text_.find('\n', offset_), text_.size());
    std::string_view line = text_.substr(offset_, end - offset_);
    offset_ = std::min(end + 1, text_.size());
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    return line;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
};

struct FrontMatter {
  Fields fields;
  std::size_t size = 0;   // bytes up to the line after the closing mark; 0 when there is none
  Location published;     // where the time stands
  std::size_t title = 0;  // byte at which the title stands, if it does as it is read
};

/// "a: b" to its value without quotation marks and comment.
std::string unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
    const std::size_t close = value.rfind(value.front());
    if (close > 0) {
      return std::string(value.substr(1, close - 1));
    }
  }
  const std::size_t comment = value.find(" #");
  return std::string(trim(value.substr(0, comment)));
}

/// What a field is called here; others' names are those of the programs that make sites of such
/// files.  A field under its own name counts more.
std::string_view own_name(std::string_view written) {
  constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
      {"date", "published"},
      {"lastmod", "updated"},
      {"last_modified_at", "updated"},
      {"headline", "title"}};
  for (const auto& [other, own] : kOthers) {
    if (written == other) {
      return own;
    }
  }
  return written;
}

/// The lines between a first "---" and the next.  Text without a closing mark has no front matter.
FrontMatter read_front_matter(const Input& input) {
  FrontMatter front;
  const std::string_view head = std::string_view(input.bytes).substr(0, kLargestFrontMatter);
  LineReader lines(head);
  if (trim(lines.next()) != "---") {
    return front;
  }
  FrontMatter found;
  while (!lines.at_end()) {
    const std::size_t begin = lines.offset();
    const std::string_view line = lines.next();
    if (trim(line) == "---") {
      found.size = lines.offset();
      return found;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      continue;
    }
    const std::string_view written = trim(line.substr(0, colon));
    const std::string_view name = own_name(written);
    std::string* const field = name == "id" ? nullptr : found.fields.find(name);
    if (field == nullptr || (name != written && !field->empty())) {
      continue;
    }
    *field = unquoted(line.substr(colon + 1));
    if (name == "title") {
      found.title = begin + std::min(line.find(found.fields.title), line.size());
    }
    if (name == "published") {
      const std::string_view value = trim(line.substr(colon + 1));
      found.published = locate(input.name, input.bytes, begin + line.rfind(value), value.size());
    }
  }
  return front;
}

/// Sets the headline to the first "# " heading, where it stands.
void find_heading(Document& document) {
  LineReader lines(document.text);
  while (!lines.at_end()) {
    const std::size_t begin = lines.offset();
    const std::string_view line = lines.next();
    if (!line.starts_with("# ")) {
      continue;
    }
    const std::string_view title = trim(line.substr(2));
    const auto first =
        static_cast<std::uint32_t>(begin + static_cast<std::size_t>(title.data() - line.data()));
    document.headline = {first, first + static_cast<std::uint32_t>(title.size())};
    return;
  }
}

/// True for a picture's line and whose it is: "Flowers lie by the fence - Jan Holt".
bool is_credited(std::string_view line) {
  constexpr std::string_view kMarks[] = {" - ", " \u2013 ", " \u2014 ", "\u00A9", "Photo", " / "};
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

/// Sets the headline of a plain text to its first line, where that stands alone above the text as a
/// title does: short, of several words and without a mark at its end.
void find_first_line(Document& document) {
  constexpr std::size_t kLongest = 130;  // bytes
  constexpr std::ptrdiff_t kFewestSpaces = 2;
  constexpr std::string_view kEnds = ".!?:;,-\"";
  LineReader lines(document.text);
  const std::string_view line = lines.next();
  const std::string_view title = trim(line);
  const bool alone = trim(lines.next()).empty() &&
                     !trim(std::string_view(document.text).substr(lines.offset())).empty();
  if (!alone || title.empty() || is_credited(title) || title.size() > kLongest ||
      std::ranges::count(title, ' ') < kFewestSpaces ||
      kEnds.find(title.back()) != std::string_view::npos || title.ends_with("\u201D")) {
    return;
  }
  const auto first = static_cast<std::uint32_t>(title.data() - document.text.data());
  document.headline = {first, first + static_cast<std::uint32_t>(title.size())};
}

/// Keeps the whole file where the text is only a part of it, so that offsets can be those of the
/// file and the title in its front matter has a place too.
void keep_file(const std::string& file, std::size_t title, std::size_t body, Document& document) {
  if (body == 0) {
    return;
  }
  const std::string_view words =
      std::string_view(document.text).substr(document.headline.begin, document.headline.size());
  const bool has_title =
      document.body_begin > 0 && std::string_view(file).substr(title).starts_with(words);
  const auto stretch = [](std::size_t text, std::size_t at, std::size_t size) {
    const auto bytes = static_cast<std::uint32_t>(size);
    return Stretch{static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(at), bytes, bytes};
  };
  document.page = file;
  if (has_title) {
    document.stretches.push_back(stretch(0, title, words.size()));
  }
  document.stretches.push_back(stretch(document.body_begin, body, file.size() - body));
  document.first_line = 1;
}

std::vector<Document> read_file(const Input& input, bool markdown, const Options& options,
                                Diagnostics& diagnostics) {
  FrontMatter front = read_front_matter(input);
  std::string_view body = std::string_view(input.bytes).substr(front.size);
  if (trim(body).empty()) {
    complain(diagnostics, "D101", input.name + " has no text", whole_file(input.name));
    return {};
  }
  // The text begins on the first line that is not blank.
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  const std::size_t line_end = body.substr(0, first).rfind('\n');
  body.remove_prefix(line_end == std::string_view::npos ? 0 : line_end + 1);
  const std::size_t begin = input.bytes.size() - body.size();

  Location where = front.published;
  where.file = input.name;
  Document document =
      make_document(input, std::move(front.fields), body, where, options, diagnostics);
  document.first_line =
      static_cast<std::uint32_t>(std::count(
          input.bytes.begin(), input.bytes.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
      1;
  document.in_file = !input.changed;
  document.markdown = markdown;
  if (markdown && document.headline.empty()) {
    find_heading(document);
  }
  if (!markdown && document.headline.empty()) {
    find_first_line(document);
  }
  if (options.keep_page && document.in_file) {
    keep_file(input.bytes, front.title, begin, document);
  }
  std::vector<Document> documents;
  documents.push_back(std::move(document));
  return documents;
}

}  // namespace

std::vector<Document> read_text(const Input& input, const Options& options,
                                Diagnostics& diagnostics) {
  return read_file(input, false, options, diagnostics);
}

std::vector<Document> read_markdown(const Input& input, const Options& options,
                                    Diagnostics& diagnostics) {
  return read_file(input, true, options, diagnostics);
}

}  // namespace concord::ingest
