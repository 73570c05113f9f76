#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lsp/text_buffer.h"

namespace concord::lsp {

/// What stands at a place in a rule file, found from its lines alone: the file may be half written.
struct RuleWords {
  std::vector<std::string> path;  // keys above, outermost first: "facts", "deaths", "find"
  std::string key;                // of this line; empty: it is no key's
  bool at_key = false;            // the place is in the key, or where one may begin
  std::string_view before;        // of the line, up to the place
  std::string_view word;          // letters, digits, _ - . around the place
  Span word_span;                 // of the text
  char opened = 0;                // '<' or '{' that stands before the place and is not closed
  bool in_type = false;           // behind the colon of {slot:type}
  std::string_view line;          // without its end
  std::uint32_t number = 0;       // of the line, from 0
};

/// The names that stand right below a key at the beginning of a line, in file order.
std::vector<std::string> names_below(const TextBuffer& buffer, std::string_view key);

RuleWords rule_words_at(const TextBuffer& buffer, std::uint32_t offset);

}  // namespace concord::lsp
