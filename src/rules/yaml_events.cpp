#include "rules/yaml_events.h"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/utf8.h"
#include "rules/yaml_slips.h"

namespace concord::rules {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr const char* kNoAliases = "YAML aliases (*name) are not part of rule files";
constexpr const char* kNotClosed = "a quotation mark that is not closed";
constexpr const char* kCloseIt = "close it, or use a block below a |";
constexpr const char* kNoAnchorsHelp = "write the text out, or share it under `phrases:`";

/// Ends the parse from inside a callback of yaml-cpp; never leaves build_tree.
struct Refusal {
  Code code;
  std::size_t offset;
  std::string message;
  std::string help;
};

std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

// The base class is yaml-cpp's interface; there is no other way to its events.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::uint32_t file, std::string_view text, Complaints& complaints)
      : file_(file), text_(text), starts_(line_starts(text)), complaints_(complaints) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (root_) {
      throw Refusal{Code::several_documents, offset_of(mark), "a second YAML document in the file",
                    "one rule file, one document"};
    }
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    YamlNode node = node_at(mark, YamlKind::scalar);
    const std::string_view rest = text_.substr(std::min(offset_of(mark), text_.size()));
    for (const std::string_view written : {"null", "Null", "NULL", "~"}) {
      if (rest.starts_with(written)) {
        node.text = written;  // YAML 1.2 words without meaning here
      }
    }
    if (node.text.empty() && !open_.empty() && !at_key() &&
        open_.back().kind == YamlKind::mapping) {
      const YamlNode& key = open_.back().children.back();  // the next line may be far away
      if (key.line < node.line) {
        node.line = node.content_line = key.line;
        node.column = node.content_column = key.column;
      }
    }
    add(std::move(node));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refusal{Code::anchor, offset_of(mark), kNoAliases, kNoAnchorsHelp};
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    YamlNode node = node_at(mark, YamlKind::scalar);
    node.text = value;
    set_style(offset_of(mark), node);
    if (node.style == ScalarStyle::quoted && !is_closed(offset_of(mark))) {
      throw Refusal{Code::yaml_syntax, offset_of(mark), kNotClosed, kCloseIt};
    }
    node.glued = is_glued(offset_of(mark), node);
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(node_at(mark, YamlKind::sequence), mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(node_at(mark, YamlKind::mapping), mark);
  }
  void OnMapEnd() override {
    find_duplicates(open_.back());
    close();
  }

  std::optional<YamlNode> take() { return std::move(root_); }
  bool duplicates() const { return duplicates_; }
  Place place(std::size_t offset, std::uint32_t size) const {
    const auto after = std::ranges::upper_bound(starts_, static_cast<std::uint32_t>(offset));
    const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
    const std::size_t begin = starts_[line];
    const std::size_t column = code_points(text_.substr(begin, offset - begin));
    return {{file_, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column + 1)},
            size};
  }

 private:
  static std::size_t offset_of(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

  YamlNode node_at(const YAML::Mark& mark, YamlKind kind) const {
    const std::size_t offset = std::min(offset_of(mark), text_.size());
    const char first = offset < text_.size() ? text_[offset] : '\n';
    if (first == '&') {
      throw Refusal{Code::anchor, offset, "YAML anchors (&name) are not part of rule files",
                    kNoAnchorsHelp};
    }
    if (first == '!') {
      throw Refusal{Code::tag, offset, "YAML tags (!name) are not part of rule files",
                    "put a text that starts with ! into quotes, or below a |"};
    }
    const Place where = place(offset, 1);
    YamlNode node;
    node.kind = kind;
    node.line = node.content_line = where.where.line;
    node.column = node.content_column = where.where.column;
    return node;
  }

  void set_style(std::size_t offset, YamlNode& node) const {
    const char first = offset < text_.size() ? text_[offset] : '\n';
    if (first == '"' || first == '\'') {
      node.style = ScalarStyle::quoted;
      node.content_column = node.column + 1;
    } else if (first == '|' || first == '>') {
      node.style = first == '|' ? ScalarStyle::literal : ScalarStyle::folded;
      node.content_line = node.line + 1;
      node.content_column = indentation_below(node);
    }
  }

  /// True if the quotation mark at `offset` has its other one; yaml-cpp asks for none at the end.
  bool is_closed(std::size_t offset) const {
    const char mark = text_[offset];
    for (std::size_t at = offset + 1; at < text_.size(); ++at) {
      if (text_[at] == mark) {
        return true;
      }
      at += mark == '"' && text_[at] == '\\' ? 1 : 0;
    }
    return false;
  }

  /// True if the scalar at `offset` goes on in the next line and is one line all the same.
  bool is_glued(std::size_t offset, const YamlNode& node) const {
    const std::string_view rest = text_.substr(std::min(offset, text_.size()));
    if (node.style == ScalarStyle::plain) {
      return !rest.starts_with(node.text);  // it has no escapes: only a line end can part them
    }
    if (node.style == ScalarStyle::quoted) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      return line.find(line.front(), 1) == std::string_view::npos;
    }
    if (node.style == ScalarStyle::literal || node.line >= starts_.size()) {
      return false;
    }
    const std::string_view below = text_.substr(starts_[node.line]);
    const std::size_t second = below.find('\n') + 1;
    const std::size_t word = below.find_first_not_of(" \n", second);
    return second > 0 && word != std::string_view::npos &&
           word - (below.rfind('\n', word) + 1) + 1 >= node.content_column;
  }

  /// The column where the lines of a block scalar begin: where the source has its first full line.
  std::uint32_t indentation_below(const YamlNode& node) const {
    std::size_t source = node.line;  // index of the line below the header
    std::string_view rest = node.text;
    while (rest.starts_with('\n') && source + 1 < starts_.size()) {
      rest.remove_prefix(1);
      ++source;
    }
    if (source >= starts_.size()) {
      return 1;
    }
    const std::string_view below = text_.substr(starts_[source]);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t at = below.substr(0, below.find('\n')).find(line);
    return at == std::string_view::npos ? 1 : static_cast<std::uint32_t>(at + 1);
  }

  void open(YamlNode node, const YAML::Mark& mark) {
    if (at_key()) {
      throw Refusal{Code::odd_key, offset_of(mark), "a list or mapping cannot be a key",
                    "put a value that starts with [ or { into quotes, or below a |"};
    }
    if (open_.size() >= kDeepest) {
      throw Refusal{Code::too_deep, offset_of(mark), "nested more than 64 levels deep",
                    "no rule has so many: check the indentation"};
    }
    open_.push_back(std::move(node));
  }

  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node));
  }

  bool at_key() const {
    return !open_.empty() && open_.back().kind == YamlKind::mapping &&
           open_.back().children.size() % 2 == 0;
  }

  void add(YamlNode node) {
    if (at_key() && node.text == "<<" && node.style == ScalarStyle::plain) {
      complaints_.add(Code::merge_key, {{file_, node.line, node.column}, 2},
                      "YAML merge keys (<<) are not part of rule files",
                      "write the keys out, or share the text under `phrases:`");
      duplicates_ = true;
    }
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().children.push_back(std::move(node));
    }
  }

  void find_duplicates(const YamlNode& map) {
    std::vector<const YamlNode*> keys;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      keys.push_back(&map.children[i]);
    }
    std::ranges::stable_sort(keys, {}, &YamlNode::text);
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (keys[i - 1]->text == keys[i]->text) {
        const auto size = static_cast<std::uint32_t>(keys[i]->text.size());
        complaints_.add_with_note(Code::duplicate_key,
                                  {{file_, keys[i]->line, keys[i]->column}, size},
                                  "the key `" + keys[i]->text + "` is here twice",
                                  {{file_, keys[i - 1]->line, keys[i - 1]->column}, size},
                                  "first on line " + std::to_string(keys[i - 1]->line),
                                  "remove one of them, or put both contents under one key");
        duplicates_ = true;
      }
    }
  }

  std::uint32_t file_;
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  Complaints& complaints_;
  std::vector<YamlNode> open_;
  std::optional<YamlNode> root_;
  bool duplicates_ = false;
};

struct Mend {
  std::string_view yaml;  // what yaml-cpp says
  std::string_view message;
  std::string_view help;
};

constexpr Mend kMends[] = {
    {"illegal map value", "a second `:` in one line",
     "put a text that holds `: ` into quotes, or below a |"},
    {"end of map not found", "this line does not fit the keys above it",
     "check the indentation, and that the key ends in `:` and a space"},
    {"end of sequence not found", "this line does not fit the list above it",
     "check the indentation; each item starts with `- `"},
    {"end of map flow not found", "a `{` that is not closed, or closed too early",
     "put a text that starts with { into quotes, or below a |"},
    {"end of sequence flow not found", "a `[` that is not closed, or closed too early",
     "a text that holds [ or ] needs quotes here, or a line of its own: - text"},
    {"EOF in scalar", kNotClosed, kCloseIt},
    {"illegal EOF in scalar", kNotClosed, kCloseIt},
    {"illegal block entry", "a `- ` where no list can begin", "put the list on the next line"},
    {"unknown token", "a character that cannot begin a value here",
     "put a text that starts with @, ` or % into quotes, or below a |"},
    {"illegal flow end", "a closing bracket that was never opened",
     "take it out, or put the text into quotes"},
    {"unexpected character in block scalar", "something behind the |",
     "the text stands on the lines below, further in"},
    {"unknown escape character", "a \\ in double quotation marks",
     "take it out, or put the text into single ones"},
};

/// The bracket before `offset` that was not closed there, where yaml-cpp misses its end; else
/// `offset`.
std::size_t open_bracket(std::string_view text, std::size_t offset, std::string_view message) {
  const bool map = message == "end of map flow not found";
  if (!map && message != "end of sequence flow not found") {
    return offset;
  }
  std::size_t closed = 0;
  for (std::size_t at = offset; at > 0; --at) {
    const char c = text[at - 1];
    if (c == (map ? '}' : ']')) {
      ++closed;
    } else if (c == (map ? '{' : '[')) {
      if (closed == 0) {
        return at - 1;
      }
      --closed;
    }
  }
  return offset;
}

void complain(const YAML::Exception& error, const TreeBuilder& builder, std::string_view text,
              Complaints& complaints) {
  const std::size_t offset =
      std::min(error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.pos), text.size());
  std::string message = error.msg;
  std::string help;
  if (text.substr(offset).starts_with('*')) {
    complaints.add(Code::anchor, builder.place(offset, 1), kNoAliases, kNoAnchorsHelp);
    return;
  }
  Place place = builder.place(offset, 1);
  if (const auto slip = yaml_slip(text, place.where.line)) {
    complaints.add(Code::yaml_syntax, {{place.where.file, slip->line, slip->column}, slip->size},
                   slip->message, slip->help);
    return;
  }
  for (const Mend& mend : kMends) {
    if (error.msg.starts_with(mend.yaml)) {
      message = mend.message;
      help = mend.help;
    }
  }
  if (const std::size_t open = open_bracket(text, offset, error.msg); open < offset) {
    place = builder.place(open, 1);
  }
  complaints.add(Code::yaml_syntax, place, std::move(message), std::move(help));
}

}  // namespace

std::optional<YamlNode> build_tree(std::uint32_t file, std::string_view text,
                                   Complaints& complaints) {
  TreeBuilder builder(file, text, complaints);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refusal& refusal) {
    const std::size_t offset = std::min(refusal.offset, text.size());
    complaints.add(refusal.code, builder.place(offset, 1), refusal.message, refusal.help);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    complain(error, builder, text, complaints);
    return std::nullopt;
  } catch (const std::exception& error) {
    complaints.add(Code::yaml_syntax, {{file, 1, 1}, 0}, error.what());
    return std::nullopt;
  }
  if (builder.duplicates()) {
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace concord::rules
