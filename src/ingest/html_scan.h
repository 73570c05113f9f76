#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace concord::ingest {

/// One piece of an HTML page.
struct HtmlPiece {
  enum class Kind : std::uint8_t { text, open, close, end };
  Kind kind = Kind::end;
  std::string_view name;        // of a tag, as written
  std::string_view attributes;  // of an opening tag, as written
  std::string_view text;  // of text, character references and all; of raw elements their content
};

/// Cuts a page into text and tags in one pass, tolerant like a browser: comments and declarations
/// are skipped, "<" before anything but a tag is text, and the content of script, style, title and
/// textarea comes in the `text` of their opening tag.  Our own rather than a library's: pieces are
/// views into the page, so that places stay true, and no nesting, however deep, costs more than its
/// bytes (Debian 12's gumbo 0.10 takes seconds for 10,000 open elements, and recurses on them).
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}
  HtmlPiece next();

 private:
  HtmlPiece text_until_tag();
  HtmlPiece tag();
  bool at_tag() const;
  void skip_declaration();

  std::string_view html_;
  std::size_t at_ = 0;
};

/// Lower-case ASCII copy.
std::string lower(std::string_view text);

/// The value of an attribute ("property") in an opening tag's attributes; empty when absent.
std::string attribute(std::string_view attributes, std::string_view name);

/// Appends what the character reference at `at` (an "&") stands for, or "&" where it is none, and
/// returns the offset after it.
std::size_t append_reference(std::string_view text, std::size_t at, std::string& out);

/// Text with character references ("&amp;", "&#8217;", "&eacute;") resolved; unknown ones stay.
std::string resolved(std::string_view text);

}  // namespace concord::ingest
