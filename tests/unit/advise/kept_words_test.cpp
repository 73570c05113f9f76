#include "advise/kept_words.h"

#include <gtest/gtest.h>

#include "wording/fact_text.h"

namespace concord::advise {
namespace {

Document draft_of(std::string text) {
  Document draft;
  draft.text = std::move(text);
  return draft;
}

Span words(const Document& draft, const std::string& figure) {
  const auto at = static_cast<std::uint32_t>(draft.text.find(figure));
  return {at, at + static_cast<std::uint32_t>(figure.size())};
}

TEST(KeptWords, StandBetweenMarksOfAnyManner) {
  constexpr const char* kQuoted[] = {
      "'It killed 12 people', he said.",
      "The mayor said: ‘It killed 12 people’.",
      "She said that ‘it killed 12 people’ and left.",
      "‘Blast killed 12 people’: mayor mourns",
      "‚Es killed 12 people‘ he said.",
      "‹It killed 12 people› he said.",
      "›It killed 12 people‹ he said.",
      "He said 「It killed 12 people」 there.",
      "``It killed 12 people,'' he said.",
      "»It killed 12 people,« he said.",
      "&#39;It killed 12 people.&#39; He wept.",
      "(‘It killed 12 people’)",
      "‘It killed 12 of the workers' wives’, he said.",
      "‘It killed the workers’ wives and 12 others’, he said.",
      "Intro.\n\n‘It killed 12 people. We mourn.\n\n‘All of us,’ he said.",
      "He ate—‘it killed 12 people’—and left.",
  };
  for (const char* text : kQuoted) {
    const Document draft = draft_of(text);
    EXPECT_TRUE(KeptWords(draft).is_between_marks(words(draft, "12"))) << text;
  }
}

TEST(KeptWords, AnApostropheIsNoMark) {
  constexpr const char* kPlain[] = {
      "It killed 12 people, the workers' rights group said.",
      "In the '90s it killed 12 people, the workers' union said.",
      "'Tis said it killed 12 people at the workers' club.",
      "Port Calder's blast killed 12 people in the mayor's town.",
      "The 'grain terminal' killed 12 people, and ‘it is over’, he said.",
      "‘Murder,’ he said. It killed 12 people. ‘Murder.’",
      "«Murder», he said. It killed 12 people. «Murder».",
      "Rock 'n' roll fans: 12 people died at the artists' club.",
      "‘Murder’, he said.\n\nIt killed 12 people.\n\n‘Murder’, he said.",
      "A 5' wave killed 12 people.",
  };
  for (const char* text : kPlain) {
    const Document draft = draft_of(text);
    EXPECT_FALSE(KeptWords(draft).is_between_marks(words(draft, "12"))) << text;
  }
}

TEST(KeptWords, StandInBlocksThatQuoteAndInCode) {
  struct Row {
    const char* text;
    bool kept;
  };
  constexpr Row kRows[] = {
      {"It <q>killed 12 people</q>, he said.", true},
      {"<BLOCKQUOTE class=x>\n<p>It killed 12 people.</p></BLOCKQUOTE>", true},
      {"<cite>It killed 12 people</cite>", true},
      {"<code>12</code>", true},
      {"It <q>killed</q> 12 people, <q>he</q> said.", false},
      {"<quote-box>12</quote-box>", false},
      {"The mayor wrote:\n\n> It killed\n> 12 people.\n", true},
      {"> It was bad and\nkilled 12 people.\n", true},
      {"> It was bad.\n\nIt killed 12 people.\n", false},
      {"So:\n```\n12 people\n```\n", true},
      {"So:\n```\nsome\n```\nIt killed 12 people\n", false},
      {"So: `12 people`, it says", true},
      {"So: ``a ` 12``, it says", true},
      {"So: `x` and 12 and `y`", false},
      {"A stray ` and 12", false},
  };
  for (const Row& row : kRows) {
    const Document draft = draft_of(row.text);
    EXPECT_EQ(KeptWords(draft).is_in_block(words(draft, "12")), row.kept) << row.text;
  }
}

TEST(KeptWords, OfAPageAreLookedForInThePage) {
  Document draft = draft_of("It killed 12 people.");
  draft.page = "<p>It\n> b</p><blockquote>It killed 12 people.</blockquote>";
  const auto at = static_cast<std::uint32_t>(draft.page.find("It killed"));
  draft.stretches = {{0, at, 20, 20}};
  draft.in_file = false;
  EXPECT_TRUE(KeptWords(draft).is_in_block(words(draft, "12")));
  draft.page.replace(draft.page.find("<blockquote>"), 12, "<blocknotes>");
  EXPECT_FALSE(KeptWords(draft).is_in_block(words(draft, "12")));
}

}  // namespace
}  // namespace concord::advise
