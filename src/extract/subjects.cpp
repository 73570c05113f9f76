#include "extract/subjects.h"

#include "extract/names.h"

namespace concord::extract {
namespace {

bool has(const SentenceText& text, std::uint32_t at, std::uint32_t flag) {
  return at < text.end() && (text.flags(at) & flag) != 0;
}

/// True if a clause may begin at `at`: the sentence, or behind a comma, "said" or "said that".
bool opens_clause(const SentenceText& text, std::uint32_t at) {
  if (at == text.begin()) {
    return true;
  }
  const std::uint32_t before = at - 1;
  if (has(text, before, flag_hyphen)) {
    return false;
  }
  const bool that = has(text, before, flag_that) && before > text.begin() &&
                    has(text, before - 1, flag_says | flag_report);
  return that || has(text, before, flag_comma | flag_hard | flag_says);
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
  for (std::uint32_t at = text.begin(); at < figure; ++at) {
    if (!opens_clause(text, at)) {
      continue;
    }
    const bool first = at == text.begin();
    const std::uint32_t begin = first && has(text, at, flag_determiner) ? at + 1 : at;
    const Ends ends = name_ends(text, begin);
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
