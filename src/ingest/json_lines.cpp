#include <algorithm>
#include <simdjson.h>

#include "base/timestamp.h"
#include "base/utf8.h"
#include "ingest/complaint.h"
#include "ingest/formats.h"

namespace concord::ingest {
namespace {

/// The host of "https://www.example.org/a": "www.example.org".
std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = url.substr(scheme + 3);
  return std::string(rest.substr(0, rest.find_first_of("/?#:")));
}

/// A string, or the digits of a whole number where one stands for a name ("id": 7).
std::optional<std::string> text_of(const simdjson::dom::element& value) {
  if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
    return std::string(text);
  }
  if (std::uint64_t number = 0; value.get(number) == simdjson::SUCCESS) {
    return std::to_string(number);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Input& input, const Options& options, Diagnostics& diagnostics)
      : input_(input), options_(options), diagnostics_(diagnostics), line_(input.first_line) {}

  std::vector<Document> read() {
    // simdjson reads a few bytes beyond what it parses; a whole line lies before them.
    std::string bytes = input_.bytes;
    const std::size_t size = bytes.size();
    bytes.append(simdjson::SIMDJSON_PADDING, ' ');
    bool blank = true;
    for (std::size_t begin = 0; begin < size; ++line_) {
      const std::size_t end = std::min(bytes.find('\n', begin), size);
      if (!trim(std::string_view(bytes).substr(begin, end - begin)).empty()) {
        blank = false;
        read_line(bytes.data() + begin, end - begin);
      }
      begin = end + 1;
    }
    if (blank && input_.first_line == 1) {
      complain(diagnostics_, "D101", input_.name + " has no text", whole_file(input_.name));
    }
    return std::move(documents_);
  }

  /// One article, or an array of them.
  std::vector<Document> read_whole() {
    simdjson::dom::element root;
    simdjson::dom::array array;
    simdjson::dom::object object;
    is_whole_ = true;
    const auto error = parser_.parse(input_.bytes).get(root);
    const std::string_view top = trim(input_.bytes);
    if (error != simdjson::SUCCESS) {
      const bool are_lines =
          top.starts_with('{') && trim(top.substr(0, top.find('\n'))).ends_with('}');
      if (are_lines) {
        is_whole_ = false;
        return read();
      }
      complain(diagnostics_, "D106", std::string("bad JSON: ") + simdjson::error_message(error),
               here(top), kArticleHelp);
    } else if (root.get(object) == simdjson::SUCCESS) {
      is_alone_ = true;
      read_object(object, top);
    } else if (root.get(array) == simdjson::SUCCESS) {
      for (const simdjson::dom::element element : array) {
        if (element.get(object) == simdjson::SUCCESS) {
          read_object(object, top);
        } else {
          complain(diagnostics_, "D106", "expected an object for each article", here(top),
                   kArticleHelp);
        }
        ++line_;
      }
    } else {
      complain(diagnostics_, "D106", "expected an article or an array of articles", here(top),
               kArticleHelp);
    }
    return std::move(documents_);
  }

 private:
  static constexpr const char* kArticleHelp =
      R"(write {"id": ..., "source": ..., "published": ..., "text": ...}, or an array of these)";

  Location here(std::string_view line) const {
    Location where = locate(input_.name, line.substr(0, line.find('\n')), 0, 1);
    where.line = is_whole_ ? where.line : line_;
    return where;
  }

  void read_line(const char* bytes, std::size_t size) {
    const std::string_view line(bytes, size);
    simdjson::dom::element root;
    const auto error = parser_.parse(bytes, size, false).get(root);
    constexpr const char* kHelp =
        R"(write {"id": ..., "source": ..., "published": ..., "text": ...} on one line)";
    simdjson::dom::object object;
    if (error != simdjson::SUCCESS) {
      complain(diagnostics_, "D106", std::string("bad JSON: ") + simdjson::error_message(error),
               here(line), kHelp);
    } else if (root.get(object) != simdjson::SUCCESS) {
      complain(diagnostics_, "D106", "expected a JSON object on each line", here(line), kHelp);
    } else {
      read_object(object, line);
    }
  }

  void read_object(const simdjson::dom::object& object, std::string_view line) {
    Fields fields;
    std::string_view text;
    bool has_text = false;
    simdjson::dom::object stored;
    bool was_stored = false;
    for (const auto& [key, value] : object) {
      if (key == "stored") {
        was_stored = value.get(stored) == simdjson::SUCCESS;
      } else if (key == "text") {
        has_text = value.get(text) == simdjson::SUCCESS;
      } else if (std::string* field = fields.find(key); field != nullptr && !value.is_null()) {
        read_field(key, value, *field, line);
      }
    }
    read_other_names(object, fields);
    if (!has_text || trim(text).empty()) {
      complain(diagnostics_, "D107",
               has_text ? "\"text\" is empty" : "\"text\" is missing or no string", here(line),
               "the line is skipped");
      return;
    }
    add(std::move(fields), text);
    if (was_stored) {
      read_stored(stored, documents_.back());
    }
  }

  /// The names that feeds and site generators give the same fields, where ours are not there.
  static void read_other_names(const simdjson::dom::object& object, Fields& fields) {
    static constexpr struct {
      std::string_view name;
      std::string_view field;
    } kNames[] = {{"headline", "title"}, {"date", "published"}, {"lastmod", "updated"}};
    for (const auto& row : kNames) {
      std::string& field = *fields.find(row.field);
      simdjson::dom::element value;
      std::string_view text;
      const bool told = field.empty() && object[row.name].get(value) == simdjson::SUCCESS &&
                        value.get(text) == simdjson::SUCCESS;
      if (told && (row.field == "title" || parse_iso8601(text))) {  // dates have many other forms
        field = text;
      }
    }
  }

  /// What `concord db export` adds, so that nothing is lost; what it would not write is passed
  /// over.
  static void read_stored(const simdjson::dom::object& stored, Document& document) {
    std::string_view text;
    if (stored["received"].get(text) == simdjson::SUCCESS) {
      const auto time = parse_iso8601(text);
      document.received = time ? std::optional(time->utc) : std::nullopt;
    }
    if (stored["path"].get(text) == simdjson::SUCCESS) {
      document.path = text;
    }
    if (std::uint64_t line = 0; stored["line"].get(line) == simdjson::SUCCESS && line > 0) {
      document.first_line = static_cast<std::uint32_t>(std::min<std::uint64_t>(line, UINT32_MAX));
    }
    if (bool flag = false; stored["in_file"].get(flag) == simdjson::SUCCESS) {
      document.in_file = flag;
    }
    if (bool flag = false; stored["markdown"].get(flag) == simdjson::SUCCESS) {
      document.markdown = flag;
    }
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    if (stored["headline"].at(0).get(begin) == simdjson::SUCCESS &&
        stored["headline"].at(1).get(end) == simdjson::SUCCESS && begin <= end &&
        end <= document.text.size() && is_code_point_start(document.text, begin) &&
        is_code_point_start(document.text, end)) {
      document.headline = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
  }

  void read_field(std::string_view key, const simdjson::dom::element& value, std::string& field,
                  std::string_view line) {
    const bool time = key == "published" || key == "updated";
    std::optional<std::string> text = text_of(value);
    if (text && !(time && value.is_number())) {
      field = std::move(*text);
      return;
    }
    complain(diagnostics_, time ? "D109" : "D107",
             "\"" + std::string(key) + "\" is no " + (time ? "ISO 8601 string" : "string"),
             here(line), "it is taken as not given");
  }

  void add(Fields fields, std::string_view text) {
    if (fields.id.empty() && !is_alone_) {
      fields.id = input_.name + ":" + std::to_string(line_);
    }
    // Lines without an outlet are not one outlet: the file's name would make them so.
    if (fields.source.empty()) {
      fields.source = host_of(fields.url);
    }
    if (fields.source.empty() && !is_alone_) {
      fields.source = fields.id;
    }
    Location where;
    where.file = input_.name;
    where.line = is_whole_ ? 0 : line_;
    documents_.push_back(
        make_document(input_, std::move(fields), text, where, options_, diagnostics_));
    documents_.back().first_line = is_whole_ ? 1 : line_;
    documents_.back().in_file = false;
  }

  const Input& input_;
  const Options& options_;
  Diagnostics& diagnostics_;
  std::uint32_t line_;     // of a whole file: the number of the article
  bool is_whole_ = false;  // the input is one JSON value
  bool is_alone_ = false;  // and that is one article
  simdjson::dom::parser parser_;
  std::vector<Document> documents_;
};

}  // namespace

std::vector<Document> read_json_lines(const Input& input, const Options& options,
                                      Diagnostics& diagnostics) {
  return Reader(input, options, diagnostics).read();
}

std::vector<Document> read_json_file(const Input& input, const Options& options,
                                     Diagnostics& diagnostics) {
  return Reader(input, options, diagnostics).read_whole();
}

}  // namespace concord::ingest
