#include "normalize/scan.h"

#include <algorithm>

#include "normalize/glued_money.h"

namespace concord::normalize {

void Scan::note_leads() {
  const Table<Leads>& leads = vocabulary_->leads;
  leads_ = 0;
  for (const Token& token : tokens_) {
    leads_ |= token.word < leads.size() ? leads[token.word] : 0U;
  }
}

bool Scan::is_wide_dash(Span span) const {
  const std::string_view shape = text(span);
  // U+2010 .. U+2015, U+2212 and the full-width U+FF0D
  return (shape.substr(0, 2) == "\xE2\x80" && shape[2] >= '\x90' && shape[2] <= '\x95') ||
         shape == "\xE2\x88\x92" || shape == "\xEF\xBC\x8D";
}

bool Scan::spells(Span span, std::string_view lower_case) const {
  return std::ranges::equal(text(span), lower_case, [](char written, char wanted) {
    return written == wanted || (written >= 'A' && written <= 'Z' && written - 'A' + 'a' == wanted);
  });
}

bool Scan::says_any(std::uint32_t at, std::span<const std::string_view> lower_case) const {
  const Span span = token(at).span;
  if (span.empty()) {
    return false;
  }
  const char first = text_[span.begin];
  const char folded = first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
  return std::ranges::any_of(lower_case, [&](std::string_view word) {
    return word.size() == span.size() && word.front() == folded && spells(span, word);
  });
}

bool Scan::noun_like(std::uint32_t at) const {
  const Token& found = token(at);
  return is_word(at) && !found.capital && !has(at, function_word) && found.span.size() > 1;
}

bool Scan::ends_in_capital(std::uint32_t at) const {
  const char last = text_[token(at).span.end - 1];
  return last >= 'A' && last <= 'Z';
}

bool Scan::is_inert(std::uint32_t at) const {
  const Token& found = token(at);
  const Table<WordHints>& hints = vocabulary_->hints;
  return is_word(at) && found.span.size() > 1 &&
         (found.word >= hints.size() || (hints[found.word] & kLively) == 0) &&
         static_cast<unsigned char>(text_[found.span.begin]) < 0x80 &&
         !(found.capital && may_be_glued(*this, at));
}

bool Scan::nothing_follows(std::uint32_t at) const {
  if (at >= size() || (at + 1 == size() && mark(at, '.'))) {
    return true;
  }
  const std::uint32_t next = at + (mark(at, ',') ? 1U : 0U);
  return is_inert(next) && (next != at || !ends_in_capital(next));
}

bool Scan::name_like(std::uint32_t at) const {
  const Token& found = token(at);
  const Word& role = word(at);
  return is_word(at) && found.capital && role.month == 0 && role.weekday == 0 &&
         !role.has(function_word);
}

}  // namespace concord::normalize
