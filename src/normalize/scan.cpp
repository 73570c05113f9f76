#include "normalize/scan.h"

#include <algorithm>

namespace concord::normalize {

bool Scan::dash(std::uint32_t at) const {
  if (at >= size()) {
    return false;
  }
  const std::string_view shape = spelling(at);
  // U+2010 .. U+2015 and U+2212
  return shape == "-" ||
         (shape.size() == 3 && shape.substr(0, 2) == "\xE2\x80" && shape[2] >= '\x90' &&
          shape[2] <= '\x95') ||
         shape == "\xE2\x88\x92";
}

bool Scan::says(std::uint32_t at, std::string_view lower_case) const {
  const std::string_view shape = spelling(at);
  return shape.size() == lower_case.size() &&
         std::ranges::equal(shape, lower_case, [](char written, char wanted) {
           return written == wanted ||
                  (written >= 'A' && written <= 'Z' && written - 'A' + 'a' == wanted);
         });
}

bool Scan::noun_like(std::uint32_t at) const {
  const Token& found = token(at);
  return is_word(at) && !found.capital && !has(at, function_word) && found.span.size() > 1;
}

bool Scan::name_like(std::uint32_t at) const {
  const Token& found = token(at);
  const Word& role = word(at);
  return is_word(at) && found.capital && role.month == 0 && role.weekday == 0 &&
         !role.has(function_word);
}

}  // namespace concord::normalize
