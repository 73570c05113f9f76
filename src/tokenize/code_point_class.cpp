#include "tokenize/code_point_class.h"

#include <algorithm>
#include <iterator>

namespace concord::tokenize {
namespace {

using enum CodePointClass;

struct ClassRange {
  std::uint32_t first;
  std::uint32_t last;
  CodePointClass kind;
};

// In ascending order, not overlapping; what lies between is a letter.
constexpr ClassRange kRanges[] = {
    {0x0080, 0x00A0, space},  // C1 controls, no-break space
    {0x00A1, 0x00A1, punctuation},
    {0x00A2, 0x00A6, symbol},  // cent, pound, currency, yen, broken bar
    {0x00A7, 0x00A7, symbol},  // section
    {0x00A8, 0x00A9, symbol},
    {0x00AB, 0x00AB, punctuation},  // «
    {0x00AC, 0x00AC, symbol},
    {0x00AD, 0x00AD, soft_hyphen},
    {0x00AE, 0x00B1, symbol},  // registered, macron, degree, plus-minus
    {0x00B4, 0x00B4, symbol},
    {0x00B6, 0x00B8, punctuation},  // pilcrow, middle dot, cedilla
    {0x00BB, 0x00BB, punctuation},  // »
    {0x00BC, 0x00BE, digit},        // fractions
    {0x00BF, 0x00BF, punctuation},
    {0x00D7, 0x00D7, symbol},  // times
    {0x00F7, 0x00F7, symbol},  // divided by
    {0x02BC, 0x02BC, apostrophe},
    {0x055A, 0x055F, punctuation},
    {0x0589, 0x058A, punctuation},
    {0x05BE, 0x05BE, punctuation},
    {0x060C, 0x060D, punctuation},  // Arabic comma
    {0x061B, 0x061F, punctuation},
    {0x0660, 0x0669, digit},   // Arabic-Indic
    {0x066A, 0x066A, symbol},  // Arabic percent
    {0x066B, 0x066C, digit},   // Arabic decimal and thousands separators
    {0x06D4, 0x06D4, punctuation},
    {0x06F0, 0x06F9, digit},        // extended Arabic-Indic
    {0x0964, 0x0965, punctuation},  // danda
    {0x0966, 0x096F, digit},        // Devanagari
    {0x1680, 0x1680, space},
    {0x2000, 0x200B, space},  // en quad to zero width space
    {0x200E, 0x200F, space},  // direction marks
    {0x2010, 0x2011, hyphen},
    {0x2012, 0x2017, punctuation},  // dashes
    {0x2018, 0x2019, apostrophe},
    {0x201A, 0x2027, punctuation},  // other quotes, daggers, bullet, ellipsis
    {0x2028, 0x202F, space},        // separators, embeddings, narrow no-break space
    {0x2030, 0x2031, symbol},       // per mille
    {0x2032, 0x205E, punctuation},
    {0x205F, 0x2064, space},
    {0x2066, 0x206F, space},   // isolates
    {0x20A0, 0x20CF, symbol},  // currencies
    {0x2100, 0x214F, symbol},  // letterlike
    {0x2150, 0x215E, digit},   // fractions
    {0x2190, 0x2BFF, symbol},  // arrows to miscellaneous symbols
    {0x3000, 0x3000, space},
    {0x3001, 0x3003, punctuation},
    {0x3008, 0x3011, punctuation},
    {0x3014, 0x301F, punctuation},
    {0xFE0F, 0xFE0F, space},        // variation selector
    {0xFEFF, 0xFEFF, space},        // byte order mark
    {0xFF01, 0xFF03, punctuation},  // full-width forms
    {0xFF04, 0xFF05, symbol},
    {0xFF06, 0xFF0F, punctuation},
    {0xFF10, 0xFF19, digit},
    {0xFF1A, 0xFF20, punctuation},
    {0xFF3B, 0xFF40, punctuation},
    {0xFF5B, 0xFF65, punctuation},
    {0xFFE0, 0xFFE6, symbol},
    {0xFFF9, 0xFFFD, symbol},
    {0x1F000, 0x1FAFF, symbol},  // emoji
    {0xE0000, 0xE0FFF, space},   // tags
};

}  // namespace

CodePointClass classify_code_point(std::uint32_t code_point) {
  const auto* range = std::lower_bound(
      std::begin(kRanges), std::end(kRanges), code_point,
      [](const ClassRange& entry, std::uint32_t value) { return entry.last < value; });
  const bool listed = range != std::end(kRanges) && range->first <= code_point;
  return listed ? range->kind : letter;
}

bool is_wide_capital(std::uint32_t code_point) {
  const auto within = [code_point](std::uint32_t first, std::uint32_t last) {
    return first <= code_point && code_point <= last;
  };
  const bool even = code_point % 2 == 0;
  // Latin Extended-A pairs begin on even code points except in two stretches.
  if (within(0x0139, 0x0148) || within(0x0179, 0x017E)) {
    return !even;
  }
  if (within(0x0100, 0x0177) || within(0x0460, 0x04FF) || within(0x1E00, 0x1EFF)) {
    return even;
  }
  return (within(0x00C0, 0x00DE) && code_point != 0x00D7) || within(0x0386, 0x038F) ||
         within(0x0391, 0x03AB) || within(0x0400, 0x042F) || code_point == 0x0178;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const std::uint32_t first = byte(0);
  if (first < 0x80) {
    return {first, 1};
  }
  const std::uint32_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (offset + size > text.size()) {
    return {0xFFFD, static_cast<std::uint32_t>(text.size() - offset)};
  }
  std::uint32_t value = first & (0x7FU >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, size};
}

}  // namespace concord::tokenize
