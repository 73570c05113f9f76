// Shares that exclude each other: "45 percent of its budget on schools, 35 on roads and ...", the
// answers to a question that has one answer.
#include <algorithm>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kSums[] = {"budget",  "spending", "money",   "funds",
                                      "revenue", "income",   "funding", "proceeds"};
/// What a share goes to stands behind one of these.
constexpr std::string_view kGoes[] = {"goes",  "go", "went", "is", "was", "will",
                                      "would", "be", "to",   "on", "for"};
/// Shares of other sums, of parts, or of how a sum has moved.
constexpr std::string_view kElse[] = {
    "rise",      "rises",    "rose",   "rising",     "increase", "increased", "increases",
    "raise",     "raised",   "more",   "less",       "up",       "down",      "cut",
    "cuts",      "fell",     "fall",   "from",       "than",     "growth",    "grew",
    "last",      "previous", "year's", "which",      "half",     "compared",  "either",
    "or",        "but",      "while",  "percentage", "asked",    "among",     "respectively",
    "including", "overlap",  "over",   "above",      "by",       "least",     "now",
    "today",     "then",     "ago"};

/// Behind "45 percent": the token after "of its budget", or the one behind the share.
std::size_t behind_sum(const CopyText& text, std::size_t i) {
  constexpr std::size_t kWordsToSum = 4;  // "of its annual school budget"
  if (text.word(i) != "of") {
    return i;
  }
  const std::size_t sum = after_words(text, i + 1, kWordsToSum, kSums);
  return is_in(text.word(sum), kSums) ? sum + 1 : i;
}

/// "roads" of "35 percent to roads" and "schools" of "45 percent of it goes to schools": what a
/// share goes to, by the first word; empty for other shares.
std::string_view goes_to(const CopyText& text, const CopyValue& share) {
  constexpr std::string_view kThe[] = {"the", "its", "their", "a"};
  constexpr std::string_view kSame[] = {"it", "this", "that", "them", "these", "those"};
  std::size_t i = behind_sum(text, share.tokens.end);
  if (!is_in(text.word(i), kGoes)) {
    return {};
  }
  while (is_in(text.word(i), kGoes) || text.word(i) == "spent" || is_in(text.word(i), kThe)) {
    ++i;
  }
  return is_in(text.word(i), kSame) ? std::string_view() : text.word(i);
}

/// "and 30 percent": nobody else's share, whose name would stand before it.
bool goes_on(const CopyText& text, const CopyValue& share) {
  constexpr std::string_view kAnd[] = {",", ";", "and", "another", "remaining"};
  return share.tokens.begin > 0 && is_in(text.word(share.tokens.begin - 1), kAnd);
}

/// The shares of one sum that a sentence allots, each to something else; empty for any others.
std::vector<const CopyValue*> allotted(const CopyText& text, const Sentence& sentence) {
  std::vector<const CopyValue*> shares;
  std::vector<std::string_view> aims;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (of_dimension(&value, Dimension::percent) == nullptr) {
      continue;
    }
    const std::string_view aim = goes_to(text, value);
    if (aim.empty() || std::ranges::find(aims, aim) != aims.end() ||
        value.quantity()->hedge != Hedge::exact || (!shares.empty() && !goes_on(text, value))) {
      return {};
    }
    aims.push_back(aim);
    shares.push_back(&value);
  }
  return shares;
}

/// REQUIRES: percents, each with a nominal.
void tell_beyond_whole(const std::vector<const CopyValue*>& shares, CopyNotes& notes) {
  double whole = 0;
  std::string addition;
  std::vector<SlipLabel> labels;
  for (const CopyValue* share : shares) {
    whole += number_of(*share);
    addition += (addition.empty() ? "" : " + ") + to_string(*share->quantity()->nominal);
    labels.push_back({share->mention->core, "a share"});
  }
  if (whole > 100 + 0.5 * static_cast<double>(shares.size())) {
    notes.add(
        shares.front()->mention->core,
        fmt::format("the shares make more than the whole: {} is {:.4g} percent", addition, whole),
        {labels.begin() + 1, labels.end()}, "see which of the shares is wrong");
  }
}

void check_sum(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  const std::vector<const CopyValue*> shares = allotted(text, sentence);
  const std::size_t begin = sentence.tokens.begin;
  const std::size_t end = sentence.tokens.end;
  const auto sums = std::ranges::count_if(kSums, [&](std::string_view sum) {
    const std::string_view one[] = {sum};
    return any_in(text, begin, end, one);
  });
  if (shares.size() >= 2 && sums == 1 && !any_in(text, begin, end, kElse) &&
      !text.in_quotes(begin)) {
    tell_beyond_whole(shares, notes);
  }
}

/// "Asked what worried them most, 45 percent named prices, 38 percent crime and 25 percent
/// schools".
void check_one_answer(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::size_t kFewest = 3;
  constexpr std::string_view kOne[] = {"most", "main", "biggest", "favorite", "best", "first"};
  constexpr std::string_view kOthers[] = {"several", "multiple", "or",   "women", "men",  "among",
                                          "than",    "from",     "up",   "down",  "year", "each",
                                          "two",     "three",    "more", "also"};
  const std::size_t begin = sentence.tokens.begin;
  std::vector<const CopyValue*> shares;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* share = of_dimension(&value, Dimension::percent);
    if (share != nullptr && share->hedge != Hedge::exact) {
      return;
    }
    if (share != nullptr) {
      shares.push_back(&value);
    }
  }
  if (shares.size() >= kFewest && text.word(begin) == "asked" &&
      !any_in(text, begin, sentence.tokens.end, kOthers) &&
      any_in(text, begin, shares.front()->tokens.begin, kOne) &&
      text.word(shares.back()->tokens.begin - 1) == "and") {
    tell_beyond_whole(shares, notes);
  }
}

}  // namespace

void check_budgets(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_sum(text, sentence, notes);
    check_one_answer(text, sentence, notes);
  }
}

}  // namespace concord::proofread
