#include "extract/subjects.h"

#include <algorithm>
#include <string_view>

#include "extract/names.h"

namespace concord::extract {
namespace {

bool has(const SentenceText& text, std::uint32_t at, std::uint32_t flag) {
  return at < text.end() && (text.flags(at) & flag) != 0;
}

/// True if a clause may begin at `at`, inside a sentence: behind a comma, "said" or "said that".
bool opens_clause(const SentenceText& text, std::uint32_t at) {
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

bool is_dash(const SentenceText& text, std::uint32_t at) {
  const std::string_view word = text.text(at);
  const bool spaced = text.span(at, at + 1).begin > text.span(at - 1, at).end;
  return spaced && (word == "-" || word == "\u2013" || word == "\u2014");
}

bool is_upper_case(std::string_view word) {
  return word.size() > 2 &&
         std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// Where the sentence begins behind its dateline, "LINDAL, July 22 (Meridian) - ".
std::uint32_t behind_dateline(const SentenceText& text) {
  constexpr std::uint32_t kLongest = 12;
  if (text.begin() == text.end() || !is_upper_case(text.text(text.begin()))) {
    return text.begin();
  }
  const std::uint32_t last = std::min(text.end(), text.begin() + kLongest);
  for (std::uint32_t at = text.begin() + 1; at < last; ++at) {
    if (is_dash(text, at)) {
      return at + 1;
    }
  }
  return text.begin();
}

}  // namespace

std::string subject_before(const SentenceText& text, std::uint32_t figure) {
  TokenRange subject;
  const std::uint32_t opening = behind_dateline(text);
  for (std::uint32_t at = opening; at < figure; ++at) {
    const bool first = at == opening;
    if (!first && !opens_clause(text, at)) {
      continue;
    }
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
