#include "rules/complaints.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace concord::rules {
namespace {

constexpr std::size_t kMostComplaints = 100;  // a file
constexpr std::size_t kLongestExcerpt = 4096;

bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Byte offset in `line` of a 1-based column in code points; the end when the line is shorter.
std::size_t byte_of_column(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t seen = 1; seen < column && at < line.size(); ++seen) {
    ++at;
    while (at < line.size() && continues_code_point(line[at])) {
      ++at;
    }
  }
  return at;
}

}  // namespace

std::uint32_t Complaints::add_file(std::string name, std::string text) {
  SourceFile file;
  file.name = std::move(name);
  file.text = std::move(text);
  files_.push_back(std::move(file));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

bool Complaints::is_full(std::uint32_t file) const {
  return file < files_.size() && files_[file].complaints >= kMostComplaints;
}

Location Complaints::locate(const Place& place) {
  Location location;
  if (place.where.file >= files_.size()) {
    return location;
  }
  SourceFile& file = files_[place.where.file];
  location.file = file.name;
  location.line = place.where.line;
  location.column = place.where.column;
  if (!file.lines) {
    file.lines.emplace(file.text);
  }
  if (place.where.line == 0 || place.where.line > file.lines->line_count()) {
    return location;
  }
  const Span bytes = file.lines->line(place.where.line);
  const std::string_view line = std::string_view(file.text).substr(bytes.begin, bytes.size());
  if (line.size() > kLongestExcerpt || !is_valid_utf8(line)) {
    return location;
  }
  const std::size_t begin = byte_of_column(line, place.where.column);
  std::size_t end = std::min(line.size(), begin + place.size);
  while (end < line.size() && continues_code_point(line[end])) {
    ++end;
  }
  location.excerpt = LineText(line);
  location.marked = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return location;
}

Diagnostic* Complaints::start(Code code, const Place& place, std::string message) {
  const CodeText& text = text_of(code);
  errors_ += text.severity == Severity::error ? 1 : 0;
  if (place.where.file < files_.size()) {
    SourceFile& file = files_[place.where.file];
    ++file.complaints;
    if (file.complaints == kMostComplaints) {
      Diagnostic last;
      last.code = text_of(Code::too_many).letters;
      last.message = "too many complaints about this file; the rest are not shown";
      last.where.file = file.name;
      diagnostics_.push_back(std::move(last));
    }
    if (file.complaints >= kMostComplaints) {
      return nullptr;
    }
  }
  Diagnostic& diagnostic = diagnostics_.emplace_back();
  diagnostic.severity = text.severity;
  diagnostic.code = text.letters;
  diagnostic.message = std::move(message);
  diagnostic.where = locate(place);
  return &diagnostic;
}

void Complaints::add(Code code, const Place& place, std::string message, std::string help) {
  if (Diagnostic* diagnostic = start(code, place, std::move(message))) {
    diagnostic->help = std::move(help);
  }
}

void Complaints::add_with_note(Code code, const Place& place, std::string message,
                               const Place& other, std::string note, std::string help) {
  if (Diagnostic* diagnostic = start(code, place, std::move(message))) {
    diagnostic->help = std::move(help);
    Diagnostic second;
    second.severity = Severity::note;
    second.code = diagnostic->code;
    second.message = std::move(note);
    second.where = locate(other);
    diagnostic->notes.push_back(std::move(second));
  }
}

void Complaints::add_with_fix(Code code, const Place& place, std::string message, Fix fix) {
  if (Diagnostic* diagnostic = start(code, place, std::move(message))) {
    diagnostic->help = "replace it with spaces";
    diagnostic->fix = std::move(fix);
  }
}

}  // namespace concord::rules
