// "Of 120 bees, 90 found the sugar. That is 65 percent": a share told in a sentence of its own.
#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// The part and the whole of "Of 120 bees, 90 ...", "90 of the 120 bees", the only two counts of a
/// sentence.
struct Counted {
  const CopyValue* part = nullptr;
  const CopyValue* whole = nullptr;
};

Counted counted_in(const CopyText& text, const Sentence& sentence) {
  std::vector<const CopyValue*> counts;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.quantity() == nullptr || value.quantity()->dimension == Dimension::ordinal) {
      continue;
    }
    if (exact_count_of(text, &value) == nullptr || is_year(text, value)) {
      return {};
    }
    counts.push_back(&value);
  }
  if (counts.size() != 2) {
    return {};
  }
  const std::size_t first = sentence.tokens.begin;
  const std::size_t opening = counts[0]->tokens.begin;
  const bool of = text.word(first) == "of" &&
                  (opening == first + 1 || (opening == first + 2 && text.word(first + 1) == "the"));
  const std::size_t end = counts[0]->tokens.end;
  const bool of_the = text.word(end) == "of" && counts[1]->tokens.begin <= end + 2 &&
                      (counts[1]->tokens.begin == end + 1 || text.word(end + 1) == "the");
  return of ? Counted{counts[1], counts[0]} : of_the ? Counted{counts[0], counts[1]} : Counted{};
}

/// The share of "That is 65 percent."; nullptr for any other sentence.
const CopyValue* share_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kIs[] = {"is", "was"};
  const std::size_t first = sentence.tokens.begin;
  const CopyValue* share = text.value(first + 2);
  const bool told = text.word(first) == "that" && is_in(text.word(first + 1), kIs) &&
                    of_dimension(share, Dimension::percent) != nullptr;
  return told && text.is_break(share->tokens.end) && !text.in_quotes(first) ? share : nullptr;
}

}  // namespace

void check_share_of_it(const CopyText& text, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 1; k < sentences.size(); ++k) {
    const CopyValue* share = share_in(text, sentences[k]);
    const Counted counted = share == nullptr ? Counted{} : counted_in(text, sentences[k - 1]);
    if (counted.part == nullptr || number_of(*counted.whole) <= 0) {
      continue;
    }
    const double right = 100 * number_of(*counted.part) / number_of(*counted.whole);
    constexpr double kSlack = 0.5;
    const Bounds told = share_bounds(*share->quantity());
    if (!meet(told, {right - kSlack, right + kSlack})) {
      notes.add(
          share->mention->core,
          fmt::format("{} of {} is {} percent, not {}", text.written(counted.part->mention->core),
                      text.written(counted.whole->mention->core), shown(right),
                      text.written(share->mention->core)),
          {{counted.part->mention->core, "the part"}, {counted.whole->mention->core, "the whole"}},
          "see which of the three is wrong");
    }
  }
}

}  // namespace concord::proofread
