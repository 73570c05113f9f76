// One quotation in the mouths of two people.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "proofread/sources.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kFewestWords = 7;  // fewer, two people may well say alike
constexpr std::size_t kMostQuotes = 80;  // of one text
constexpr std::size_t kWordsToName = 4;  // "said the mayor of Dell, Ida Roth"

constexpr std::string_view kSaid[] = {"said",      "says",    "told",     "added",
                                      "explained", "wrote",   "declared", "asked",
                                      "recalled",  "replied", "argued",   "warned"};
/// Words of bodies: who speaks for one may be named here and not there.
constexpr std::string_view kBodies[] = {
    "department", "ministry", "office",  "group", "police", "agency",   "council",    "union",
    "company",    "bank",     "service", "court", "inc",    "party",    "university", "hospital",
    "committee",  "board",    "news",    "times", "club",   "authority"};

/// A name of two or more capitalized words; no token where none begins.
Range full_name_at(const CopyText& text, std::size_t i) {
  std::size_t end = i;
  while (text.is_word(end) && text.is_capital(end) && text.value(end) == nullptr) {
    ++end;
  }
  const bool full = end >= i + 2 && !any_in(text, i, end, kBodies);
  return full ? Range{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)} : Range{};
}

/// "said the mayor, Ida Roth", "Ida Roth said", "coach Ida Roth said", from token `i` on.
Range speaker_behind(const CopyText& text, std::size_t i) {
  constexpr std::size_t kTitleWords = 2;  // "vice captain Ida Roth"
  constexpr std::string_view kLinks[] = {"and",  "but",   "while", "as",
                                         "when", "after", "so",    "then"};
  if (!is_in(text.word(i), kSaid)) {
    for (const std::size_t last = i + kTitleWords;
         i < last && text.is_word(i) && !text.is_capital(i) && !is_in(text.word(i), kLinks);) {
      ++i;
    }
    const Range name = full_name_at(text, i);
    return name.size() > 0 && is_in(text.word(name.end), kSaid) ? name : Range{};
  }
  for (const std::size_t last = i + kWordsToName; i < last; ++i) {
    if (text.is_capital(i + 1)) {
      return full_name_at(text, i + 1);
    }
    if (!text.is_word(i + 1) && text.word(i + 1) != ",") {
      break;
    }
  }
  return {};
}

/// "Ida Roth said:" up to token `i`.
Range speaker_before(const CopyText& text, std::size_t i) {
  constexpr std::string_view kMarks[] = {",", ":"};
  if (i < 4 || !is_in(text.word(i - 1), kMarks) || !is_in(text.word(i - 2), kSaid)) {
    return {};
  }
  std::size_t begin = i - 2;
  while (begin > 0 && text.is_word(begin - 1) && text.is_capital(begin - 1)) {
    --begin;
  }
  const Range name = full_name_at(text, begin);
  return name.end == i - 2 ? name : Range{};
}

/// The quotation whose words are the tokens [begin, end), with who is said to have spoken it.
Said said_in(const CopyText& text, std::size_t begin, std::size_t end) {
  Said said;
  said.quote = text.span(begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    if (text.is_word(i)) {
      said.words.emplace_back(text.word(i));
    }
  }
  std::size_t behind = end;
  while (behind < text.size() && !text.is_word(behind) && text.word(behind) != "." &&
         behind < end + 2) {
    ++behind;
  }
  const std::size_t mark = begin > 0 && !text.is_word(begin - 1) ? begin - 1 : begin;
  Range name = speaker_behind(text, behind);
  name = name.size() > 0 ? name : speaker_before(text, text.word(mark) == ":" ? begin : mark);
  if (name.size() > 0) {
    said.name = text.span(name.begin, name.end);
    said.last = text.word(name.end - 1);
  }
  return said;
}

/// True if one of the two has all words of the other.
bool are_same_words(const Said& one, const Said& other) {
  const auto& shorter = one.words.size() < other.words.size() ? one.words : other.words;
  const auto& longer = one.words.size() < other.words.size() ? other.words : one.words;
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

/// A quotation that a source has under another name.
struct Elsewhere {
  const Said* said = nullptr;
  std::uint32_t document = 0;
};

/// The first source that gives the words to somebody else; nothing where any gives them to
/// the same speaker.
std::optional<Elsewhere> said_by_another(const Said& said,
                                         const std::vector<std::vector<Said>>& theirs) {
  std::optional<Elsewhere> other;
  for (std::size_t k = 0; k < theirs.size(); ++k) {
    for (const Said& one : theirs[k]) {
      if (!are_same_words(one, said)) {
        continue;
      }
      if (one.last == said.last) {
        return std::nullopt;
      }
      if (!other) {
        other = Elsewhere{&one, static_cast<std::uint32_t>(k + 1)};
      }
    }
  }
  return other;
}

}  // namespace

std::vector<Said> quotations_in(const CopyText& text) {
  std::vector<Said> found;
  for (std::size_t i = 0; i < text.size() && found.size() < kMostQuotes; ++i) {
    i = text.next_in_quotes(i);
    if (!text.is_word(i)) {
      continue;
    }
    const std::size_t begin = i;
    while (i + 1 < text.size() && text.in_quotes(i + 1)) {
      ++i;
    }
    Said said = said_in(text, begin, i + 1);
    if (said.words.size() >= kFewestWords && !said.last.empty()) {
      found.push_back(std::move(said));
    }
  }
  return found;
}

void check_speakers(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes) {
  const std::vector<Said> own = quotations_in(draft);
  for (std::size_t i = 0; i < own.size(); ++i) {
    const Said& said = own[i];
    const auto before = std::find_if(
        own.begin(), own.begin() + static_cast<std::ptrdiff_t>(i),
        [&](const Said& one) { return are_same_words(one, said) && one.last != said.last; });
    if (before != own.begin() + static_cast<std::ptrdiff_t>(i)) {
      notes.add(said.name,
                fmt::format("{} here, {} above: the same quotation", draft.written(said.name),
                            draft.written(before->name)),
                {{before->name, "who said it there"}}, "see which of the two said it");
      continue;
    }
    if (const auto other = said_by_another(said, sources.quotations)) {
      const CopyText& source = sources.texts[other->document - 1];
      notes.add(said.name,
                fmt::format("{} has {} say this, not {}", source.document().source,
                            source.written(other->said->name), draft.written(said.name)),
                {{other->said->name, "who said it there", {other->document}}},
                "see which of the two said it");
    }
  }
}

}  // namespace concord::proofread
