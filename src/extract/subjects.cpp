#include "extract/subjects.h"

#include <algorithm>
#include <string_view>

#include "extract/bearers.h"
#include "extract/names.h"

namespace concord::extract {
namespace {

bool has(const SentenceText& text, std::uint32_t at, std::uint32_t flag) {
  return at < text.end() && (text.flags(at) & flag) != 0;
}

/// True if a clause may begin at `at`, inside a sentence: behind a comma, a semicolon,
/// "said" or "said that".
bool opens_clause(const SentenceText& text, std::uint32_t at) {
  const std::uint32_t before = at - 1;
  if (has(text, before, flag_hyphen)) {
    return false;
  }
  const bool that = has(text, before, flag_that) && before > text.begin() &&
                    has(text, before - 1, flag_says | flag_report);
  return that || text.text(before) == ";" || has(text, before, flag_comma | flag_says);
}

/// Past the trade that stands before a company's name: "Grocer Fennimore", "Retail group Marden".
std::uint32_t past_trade(const SentenceText& text, std::uint32_t begin) {
  constexpr std::uint32_t kMostWords = 2;
  constexpr std::uint32_t kDescribing = flag_body | flag_modifier | flag_organization;
  std::uint32_t at = begin;
  while (at < text.end() && at < begin + kMostWords && text.token(at).kind == TokenKind::word &&
         (text.flags(at) & ~kDescribing) == 0 && name_ends(text, at).count == 0) {
    ++at;
  }
  return at;
}

bool is_name(const SentenceText& text, TokenRange run, bool first) {
  if (!first || run.end - run.begin > 1) {
    return true;
  }
  return text.word(run.begin) == kUnknownWord || has(text, run.end, flag_possessive);
}

}  // namespace

std::string subject_before(const SentenceText& text, std::uint32_t figure) {
  TokenRange subject;
  const std::uint32_t start = past_dateline(text);
  for (std::uint32_t at = start; at < figure; ++at) {
    const bool first = at == start;
    if (!first && !opens_clause(text, at)) {
      continue;
    }
    std::uint32_t begin = first && has(text, at, flag_determiner) ? at + 1 : at;
    Ends ends = bearer_ends(text, begin);
    if (first && ends.count == 0) {
      begin = past_trade(text, begin);
      ends = bearer_ends(text, begin);
    }
    if (ends.count == 0 || ends.at[0] > figure) {
      continue;
    }
    const TokenRange run{begin, ends.at[0]};
    // "Norvik, Oslo's largest employer, ..." and "Norvik, Halden and Tessara ...": the first
    // stands.
    const bool apposed = subject.end > subject.begin && subject.end + 1 == at;
    if (!apposed && is_name(text, run, first && begin == at)) {
      subject = run;
    }
  }
  return subject.end > subject.begin ? words_of(text, without_titles(text, subject))
                                     : std::string();
}

}  // namespace concord::extract
