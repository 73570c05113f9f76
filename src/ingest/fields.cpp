#include "ingest/fields.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/timestamp.h"
#include "base/utf8.h"
#include "ingest/complaint.h"

namespace concord::ingest {
namespace {

struct Named {
  std::string_view name;
  std::string Fields::*field;
};

constexpr Named kFields[] = {
    {"id", &Fields::id},
    {"title", &Fields::title},
    {"source", &Fields::source},
    {"published", &Fields::published},
    {"updated", &Fields::updated},
    {"url", &Fields::url},
    {"language", &Fields::language},
    {"item", &Fields::item},
    {"version", &Fields::version},
    {"story", &Fields::story},
};

/// One line: a title with line ends in it would fall apart into paragraphs.
std::string on_one_line(std::string_view text) {
  std::string line(trim(text));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

/// What programs write where they have no time: the beginning of their calendar (0001-01-01, 1601,
/// 1900) or of their clock (1970), to the second.
bool is_no_time(const Publication& time) {
  constexpr int kFirstYear = 1900;
  const bool clock_zero = time.begin.seconds == 0 && time.end.seconds == 0;
  return clock_zero || time.begin <= from_civil({.year = kFirstYear, .month = 1, .day = 1});
}

std::optional<Publication> read_time(const std::string& name, const std::string& written,
                                     const Location& where, Diagnostics& diagnostics) {
  if (written.empty()) {
    return std::nullopt;
  }
  std::optional<Publication> time = parse_publication(written);
  if (!time) {
    complain(diagnostics, "D109",
             name + " is no ISO 8601 time: \"" + without_controls(written.substr(0, 80)) + "\"",
             where, "write 2024-03-23 or 2024-03-23T18:00:00+03:00; the time is taken for unknown");
  } else if (is_no_time(*time)) {
    complain(diagnostics, "D109",
             name + " is no time that an article can have: \"" + without_controls(written) + "\"",
             where, "leave it out where it is not known; the time is taken for unknown");
    time.reset();
  }
  return time;
}

std::uint32_t read_version(const std::string& written, const Location& where,
                           Diagnostics& diagnostics) {
  if (written.empty()) {
    return 1;
  }
  std::uint32_t version = 0;
  const char* const end = written.data() + written.size();
  const auto [rest, error] = std::from_chars(written.data(), end, version);
  if (error == std::errc() && rest == end && version > 0) {
    return version;
  }
  complain(
      diagnostics, "D107",
      "version is no whole number from 1 on: \"" + without_controls(written.substr(0, 80)) + "\"",
      where, "version 1 is taken");
  return 1;
}

const std::string* published_option(const Options& options, const Document& document) {
  for (const std::string& key :
       {document.path, document.id, std::string(file_name_of(document.path))}) {
    if (const auto found = options.published.find(key); found != options.published.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

std::optional<std::string> optional_text(std::string text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(std::move(text));
}

}  // namespace

std::string* Fields::find(std::string_view name) {
  for (const Named& named : kFields) {
    if (named.name == name) {
      return &(this->*named.field);
    }
  }
  return nullptr;
}

std::optional<Publication> parse_publication(std::string_view written) {
  const std::string_view text = trim(written);
  const std::optional<IsoTime> time = parse_iso8601(text);
  if (!time) {
    return std::nullopt;
  }
  Publication publication;
  publication.written = std::string(text);
  publication.begin = time->utc;
  publication.end = {time->utc.seconds + (time->has_time ? 0 : kSecondsPerDay)};
  publication.offset_minutes = time->offset_minutes.value_or(0);
  return publication;
}

Document make_document(const Input& input, Fields fields, std::string_view body,
                       const Location& where, const Options& options, Diagnostics& diagnostics) {
  Document document;
  document.path = input.name;
  document.id = std::move(fields.id);
  document.source = std::move(fields.source);
  if (document.id.empty()) {
    document.id = input.name;
  }
  if (document.source.empty()) {
    document.source = stem_of(input.name);
  }
  document.url = std::move(fields.url);
  if (!fields.language.empty()) {
    document.language = std::move(fields.language);
  }
  document.item = optional_text(std::move(fields.item));
  document.story = optional_text(std::move(fields.story));
  document.version = read_version(fields.version, where, diagnostics);
  document.published = read_time("published", fields.published, where, diagnostics);
  document.updated = read_time("updated", fields.updated, where, diagnostics);
  if (const std::string* given = published_option(options, document)) {
    document.published = read_time("--published", *given, where, diagnostics);
  }
  if (const std::string title = on_one_line(fields.title); !title.empty()) {
    document.text = title + "\n\n";
    document.headline = {0, static_cast<std::uint32_t>(title.size())};
    document.body_begin = static_cast<std::uint32_t>(document.text.size());
  }
  document.text += body;
  return document;
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string stem_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const std::size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

}  // namespace concord::ingest
