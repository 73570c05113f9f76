#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/stretch.h"

namespace concord::ingest {

/// Text gathered from the pieces of a page: character references resolved, runs of white space made
/// one blank, and where each stretch of it stands in the page.
class HtmlText {
 public:
  /// Appends a piece of the page that begins at byte `file` of it.
  void append(std::string_view piece, std::uint32_t file);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  const std::vector<Stretch>& stretches() const { return stretches_; }

  /// Takes the text without white space at its end; it is empty afterwards.
  HtmlText take();

 private:
  void append_plain(std::string_view run, std::uint32_t file);
  void append_words(std::string_view words, std::uint32_t file, std::uint32_t file_size);
  void append_blank(std::uint32_t file, std::uint32_t file_size);

  std::string text_;
  std::vector<Stretch> stretches_;
};

/// `stretches` of a text that is put at `offset` of another, appended to `all`.
void add_stretches(const std::vector<Stretch>& stretches, std::size_t offset,
                   std::vector<Stretch>& all);

}  // namespace concord::ingest
