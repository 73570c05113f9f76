// What a text tells twice, adds up or puts into somebody's mouth.  The words that an editor would
// change stand in [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

TEST(CopyTold, OneThingHasOneLength) {
  expect("number-told-again",
         {
             "A man was jailed for 12 years on Friday. He smiled as the [[15-year]] sentence was "
             "read out.",
             "Workers ended a strike of 23 days. The [[32-day]] strike was the longest so far.",
             "Workers ended a 23-day strike. The strike, which lasted [[32 days]], cost millions.",
             "The 640-meter bridge was closed. The bridge is [[460 meters]] long.",
             "Workers ended a strike of 23 days. The 23-day strike was the longest so far.",
             "A man was jailed for 12 years. The prosecutor had asked for the 15-year sentence.",
             "Workers ended a strike of 23 days. Another strike lasted five days. The 5-day strike "
             "was forgotten.",
             "Workers ended a strike of 23 days. The 5-day strike on January 12 was forgotten.",
             "Two men were jailed for 12 years and six. The 15-year sentence of a third was cut.",
             "The 640-meter bridge and the old bridge were closed. The bridge is 460 meters long.",
             "The strike has lasted 23 days. \"The 32-day strike was worse,\" he said.",
         });
}

TEST(CopyTold, ComparedFiguresAreOfTwoYears) {
  expect("digits-changed-over",
         {
             "Norline had a net loss of $8.1 million in its quarter. That compares with net income "
             "of $1.8 million, or 44 cents a share, in the quarter a year ago.",
             "Norline paid $8.1 million for the mill. The [[$1.8 million]] paid for the mill was "
             "lent.",
         });
}

TEST(CopyTold, AllOfThemAreAsManyAsWereCounted) {
  expect("number-told-again",
         {
             "Officers arrested four people over a fraud. All [[five]] suspects will appear.",
             "Officers arrested four people over a fraud. All four suspects will appear.",
             "He met the two men.\n\nIt rained.\n\nIt snowed.\n\nAnna Holt joined Ben Marsh and "
             "Dov Reiss. The three men left.",
             "One officer was killed and two other officers were hurt. All three officers were "
             "taken away.",
         });
}

TEST(CopyTold, WhoIsNamedHasTheAgeToldBefore) {
  expect("number-told-again",
         {
             "A 34-year-old man was arrested on Monday. The man, Peter Voss, [[43]], will appear.",
             "A 34-year-old woman was killed on Monday. She was named by police as Anna Holt, "
             "[[43]], of Mill Lane.",
             "A 34-year-old man was killed on Monday.\n\nPolice have identified him as Dov Reiss, "
             "[[43]].",
             "A 34-year-old man was arrested on Monday. The man, Peter Voss, 34, will appear.",
             "An almost 40-year-old man was held. The man, Peter Voss, 39, will appear.",
             "An almost 40-year-old man was held. The man, Peter Voss, [[43]], will appear.",
             "A 30-something man was held. The man, Peter Voss, 43, will appear.",
             "A 34-year-old man was shot by another man. The man, Peter Voss, 43, was held.",
             "A 34-year-old man was shot by Peter Voss. He was named as Peter Voss, 43.",
             "A 34-year-old man was killed. Police named a suspect as Peter Voss, 43.",
             "A 34-year-old man and a 43-year-old woman died. She was named as Anna Holt, 43.",
             "A 34-year-old man was arrested. The man, Peter Voss, 43 Mill Lane, will appear.",
         });
}

TEST(CopyTold, SharesOfOneBudgetAreNoMoreThanAllOfIt) {
  expect("list-adds-up",
         {
             "Of the budget, [[45 percent]] goes to schools, 35 percent to roads and 30 percent to "
             "police.",
             "The council will spend [[45 percent]] of its budget on schools, 35 percent on roads "
             "and 30 percent on police.",
             "Of the budget, 45 percent goes to schools, 35 percent to roads and 20 percent to "
             "police.",
             "Spending rose 45 percent on schools, 35 percent on roads and 30 percent on police.",
             "Renters spend 65 percent of their income on rent and owners 60 percent on loans.",
             "They spent 65 percent of their income on rent, and 45 percent on it in 2010.",
             "Of the budget, 60 percent goes to schools, and 50 percent of that to teachers.",
             "Of those asked, 45 percent go to work by car, 35 percent on foot, 30 percent by bus.",
         });
}

TEST(CopyTold, WhatIsAddedMakesTheTotal) {
  expect(
      "list-adds-up",
      {
          "Crews found four more bodies, bringing the total to [[75]], after 68 had been found.",
          "By Friday 68 bodies had been found. Four more were found on Saturday, bringing the "
          "total to [[75]].",
          "Crews found four more bodies, bringing the total to 72, after 68 had been found.",
          "By Friday 68 bodies had been found. Four more were found on Saturday, bringing the "
          "total to 72.",
          "Crews found 68 bodies on Friday. Four more were found on Saturday, bringing the total "
          "to 75.",
          "By Friday 68 bodies had been found. Four more were found on Saturday and three on "
          "Sunday, bringing the total to 75.",
          "By Friday 40 people had been arrested. Ten more were arrested on Saturday, bringing "
          "the total to 62 this year.",
          "The council of [[45]] voted 31 to 18 to keep the tram.",
          "The council of 49 voted 31 to 18 to keep the tram.",
          "The council of 45 met. In the senate of 100, 60 votes are needed. It voted 52 to 46.",
          "At noon 40% of the votes were in and the Union had 49%, the List 36%.",
          "There is a divide: a 69% majority of Republicans support troops; a 45% plurality of "
          "Democrats oppose them.",
      });
  expect("change-matches-percent",
         {
             "It built 3,400 flats, [[1,300]] fewer than the 4,500 planned.",
             "Some 3,400 flats were built, 1,100 fewer than the 4,500 planned.",
             "Some 3,400 flats were built, 1,300 fewer than the year before.",
         });
}

TEST(CopyTold, TheSameDigitsHaveTheSameZeros) {
  expect("million-or-billion",
         {
             "Some 8.5 million people need food in Tarn. Of the [[850,000]] people who need food, "
             "a third are children.",
             "Some 8.5 million people need food in Tarn. The agency said [[850 million]] people "
             "need food in Tarn.",
             "Some 8.5 million people need food in Tarn. In Mark, 850,000 people need food.",
             "Some 8.5 million people need food. In Mark alone, 850,000 people need food.",
             "Some 8.5 million people need food. The town has 850,000 people.",
             "Groups that raised $1 million or more are few. In all, groups raised $1 billion and "
             "more.",
             "Some 2 million people need food. Of the people who need food, 200,000 people are "
             "ill.",
             "In 2020, 8.5 million people needed food. In 2010, 850,000 people needed food.",
         });
}

TEST(CopyTold, NumbersDoNotLeap) {
  expect("implausible-jump",
         {
             "The number of cases rose from 120 on Monday to [[12,000]] on Tuesday.",
             "Twelve people died in the crash. By evening the death toll had risen to "
             "[[1,200]].",
             "The number of cases rose from 120 on Monday to 1,200 on Tuesday.",
             "The number of users rose from 120 in 2004 to 12,000 in 2010.",
             "Cases of measles rose from 120 to [[120,000]], the institute said.",
             "Cases of measles rose from 120 to [[9,000]] in a week.",
             "Cases of measles rose from 120 to [[9,000]] overnight.",
             "Membership rose from 100 to 100,000.",
             "Membership rose from 120 to 120,000 over two decades.",
             "Membership rose from 120 in 1990 to 120,000.",
             "Cases rose from 120 to 9,000.",
             "Twelve people died. On Sunday 40 died. The death toll had risen to 1,200.",
         });
}

TEST(CopyTold, NoMoreAreNamedThanCounted) {
  expect(
      "names-match-number",
      {
          "[[Three]] boys are missing. Tim Roth, Max Kern, Leo Abt and Jon Falk were last seen "
          "at the lake.",
          "Three boys are missing. Tim Roth, Max Kern and Leo Abt were last seen at the lake.",
          "Three boys are missing. Tim Roth and Max Kern were last seen at the lake.",
          "Three boys are missing. Ida Roth, Eva Kern, Lea Abt and Ann Falk were told on Sunday.",
          "Three men were arrested. Tim Roth, Max Kern, Leo Abt and Jon Falk were leading the "
          "case.",
      });
}

TEST(CopyTold, WorksAreBegunBeforeTheyOpen) {
  expect("events-in-order", {
                                "The bridge, which opened in 1998, was begun in [[2001]].",
                                "The bridge, which opened in 2001, was begun in 1998.",
                                "The bridge opened in 1998. A second one was begun in 2001.",
                            });
}

TEST(CopyTold, DegreesAreReadOffAThermometer) {
  expect("conversion-matches", {
                                   "It was 40 degrees Celsius ([[94 F]]) in the shade.",
                                   "It was 40 degrees Celsius (104 F) in the shade.",
                                   "It was 20 C (70 F) and then 30C (90F).",
                                   "The oven has 1,000 degrees Celsius (1,800 F).",
                               });
}

TEST(CopyTold, AQuotationHasOneSpeaker) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  const std::string words = "\"We will rebuild this bridge before the winter comes,\" ";
  const std::string roth = words + "Mayor Ida Roth said on Friday.";
  const auto beside = [](const std::string& draft, const std::vector<std::string>& sources) {
    return words_beside("quote-and-speaker", draft, sources);
  };
  EXPECT_THAT(beside(roth + " It rained. " + words + "said the governor, Jon Falk.", {}),
              ElementsAre("Jon Falk"));
  EXPECT_THAT(beside(words + "said Jon Falk.", {roth}), ElementsAre("Jon Falk"));
  EXPECT_THAT(beside("Jon Falk said: " + words + "It rained.", {roth}), ElementsAre("Jon Falk"));
  EXPECT_THAT(beside(roth + " It rained. " + words + "said Roth.", {}), IsEmpty());
  EXPECT_THAT(beside(words + "she said.", {roth}), IsEmpty());
  EXPECT_THAT(beside(words + "said Jon Falk.", {roth, words + "said Jon Falk."}), IsEmpty());
  EXPECT_THAT(beside(words + "said the Bridge Office of Halle.", {roth}), IsEmpty());
  EXPECT_THAT(beside("\"We will do it,\" said Jon Falk.", {"\"We will do it,\" said Ida Roth."}),
              IsEmpty());
}

}  // namespace
}  // namespace concord::proofread
