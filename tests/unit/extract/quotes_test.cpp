// Quotations: their speakers, halves and continuations.
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kRules = R"(factrules: 1
pack: desk
version: 1.0.0
attribution:
  phrases: |
    according to {s}
    (said|added) {s}
    {s} (said|added|told)
facts:
  quote:
    describe: d
    value: quote
    key: speaker
    event: any
)";

constexpr Row kRows[] = {
    {"“We will rebuild every house here,” said Maria Ott.",
     "quote[Ott]=We will rebuild every house here (by Maria Ott)"},
    {"Maria Ott said: “We will rebuild every house here.”",
     "quote[Ott]=We will rebuild every house here. (by Maria Ott)"},
    {"\"We will rebuild every house,\" the fire service said.",
     "quote[fire service]=We will rebuild every house (by fire service)"},
    // the name behind a title
    {"\"The barrier was up and open,\" said the driver, Ramon Ibarra. He left.",
     "quote[Ibarra]=The barrier was up and open (by Ramon Ibarra)"},
    {"\"The river took whole streets,\" said the agency's head, Imad Fares.",
     "quote[Fares]=The river took whole streets (by Imad Fares)"},
    {"\"The river took whole streets,\" said the agency, Monday.",
     "quote[agency]=The river took whole streets (by agency)"},
    // fewer than four words are no quotation to compare
    {"He called it “absurd”, said Maria Ott.", ""},
    // split around its cue
    {"“We were told,” Ott said, “that nobody was left.”",
     "quote[Ott]=We were told, that nobody was left. (by Ott)"},
    {"“We were told to go home,” Ott said. “Nobody was left in there.”",
     "quote[Ott]=We were told to go home (by Ott)\nquote[Ott]=Nobody was left in there. (by Ott)"},
    // taken up again in the next paragraph
    {"Ott told the paper: “We were told to go home.\n\n“Nobody was left in there.”",
     "quote[Ott]=We were told to go home. Nobody was left in there. (by Ott)"},
    // "he said" is the last named speaker
    {"Karl Ott said nothing at first.\n\n“We were told to go home,” he said.",
     "quote[Ott]=We were told to go home (by Karl Ott)"},
    {"Karl Ott wept.\n\n“We were told to go home,” he said.",
     "quote[Ott]=We were told to go home (by Karl Ott)"},
    // the subject of the sentence, where nobody is said to say it
    {"Ana Ruiz, the mayor, echoed that, hoping it would “never happen to anyone again”.",
     "quote[Ruiz]=never happen to anyone again (by Ana Ruiz)"},
    {"“Nobody knows who wrote this line.”", "quote=Nobody knows who wrote this line."},
    {"“It must never happen again,” said Karin Holm-Berg.",
     "quote[Holm-Berg]=It must never happen again (by Karin Holm-Berg)"},
    // a place behind the name, which others may leave out
    {"“It must never happen again,” coach Ivo Hahn of Ostra said.",
     "quote[Hahn]=It must never happen again (by Ivo Hahn of Ostra)"},
    {"“It must never happen again,” the University of Ostra said.",
     "quote[University of Ostra]=It must never happen again (by University of Ostra)"},
};

TEST(Quotes, SpeakersAndJoins) {
  const ReadingDesk desk(kRules);
  for (const Row& row : kRows) {
    EXPECT_EQ(desk.read(row.text), row.facts) << row.text;
  }
}

TEST(Quotes, ManyMarksDoNotNest) {
  const ReadingDesk desk(kRules);
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "“one two three four,” ";
  }
  Document document;
  document.text = text;
  EXPECT_EQ(desk.facts(document).size(), 3000U);
}

}  // namespace
}  // namespace concord
