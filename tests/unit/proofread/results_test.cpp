// Results of matches, votes and voyages against the words beside them.  The words that an editor
// would change stand in [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

TEST(CopyResults, GoalsAreThoseOfTheScore) {
  expect("list-adds-up",
         {
             "Ostra beat Lund [[4-1]] on Sunday with two goals by Marek Sol and one by Ivo Hahn.",
             "Ostra beat Lund [[3-1]] with two goals from Marek Sol, one from Ivo Hahn and a goal "
             "from Ben Orr. Peter Voss scored for Lund.",
             "Ostra beat Lund [[2-1]] thanks to two goals by Marek Sol and one by Ivo Hahn. Sol "
             "scored early.",
             "Ostra beat Lund 3-1 on Sunday with two goals by Marek Sol and one by Ivo Hahn.",
             "Ostra beat Lund 4-1 with two goals by Marek Sol and one by Ivo Hahn. Ben Orr added a "
             "fourth.",
             "Ostra beat Lund 4-1 with two goals by Marek Sol, one by Ivo Hahn and an own goal.",
             "Ostra beat Lund 4-1 with two goals by Marek Sol and one by Ivo Hahn before the "
             "break.",
             "Ostra beat Lund 4-1. Two goals by Marek Sol and one by Ivo Hahn settled it early.",
             "\"Ostra beat Lund 4-1 with two goals by Sol and one by Hahn,\" he said.",
         });
}

TEST(CopyResults, MarginsAreThoseOfTheScore) {
  expect("list-adds-up",
         {
             "The Wolves beat the Rams by [[three points]], 88 to 84, on Saturday night.",
             "The Wolves won by [[12 runs]], 188-184.",
             "The Wolves beat the Rams by four points, 88 to 84, after leading by three points, "
             "61 to 58, at the break.",
             "The Falcons won by three points, 88 to 85, and by 11 points, 90-79.",
             "He led by three points, 88 of them in the first half.",
             "Ida Roos won with 8,412 votes to 7,930 for Lars Ekdal, a majority of [[582]].",
             "Ida Roos won with 8,412 votes to 7,930 for Lars Ekdal, a majority of 482.",
             "Ida Roos won with 8,412 votes to 7,930 for Lars Ekdal, a majority of 582 before a "
             "recount.",
         });
}

TEST(CopyResults, DrawsAndStraightSets) {
  expect("list-adds-up",
         {
             "Lund and Ostra drew [[2-1]] on Sunday.",
             "The 1-1 draw followed a [[3-2]] draw in Kell.",
             "Lund and Ostra drew 2-2 on Sunday after Ostra had led 2-1.",
             "The Lund team drew 2-1 favorites Ostra in the cup.",
             "Eva Holm beat Ana Reis 6-4, 3-6, 6-2 in [[straight sets]] on Monday.",
             "Eva Holm won in [[straight sets]], 7-6 (7-4), 3-6, 6-2.",
             "Eva Holm beat Ana Reis 6-4, 6-2 in straight sets after losing to her 6-4, 3-6, 6-2.",
             "Eva Holm lost in straight sets, 4-6, 6-7 (5-7), to Ana Reis.",
         });
}

TEST(CopyResults, ACouncilThatHasSoManyMembers) {
  expect("list-adds-up",
         {
             "The council voted 15 to 9 to build it. The council has [[21]] members.",
             "The council voted 12 to 9 to build it. The council has 21 members.",
             "The council voted 15 to 9 to build it. The union has 21 members.",
         });
}

TEST(CopyResults, PartiesHaveNoMoreSeatsThanTheHouse) {
  expect("list-adds-up",
         {
             "Homeland took 49 of the [[101]] seats, the Greens 30 and the Left 24.",
             "Homeland took 49 of the 101 seats, the Greens 30 and the Left 20.",
             "Homeland took 49 of the 101 seats, while turnout in Lund reached 61 and 60 in Kell.",
         });
}

TEST(CopyResults, TheDeadAndTheSurvivorsAreNoMoreThanWereAboard) {
  expect("list-adds-up",
         {
             "A plane with a crew of four crashed. [[Two]] were killed and three survived.",
             "A boat with 12 people on board sank. [[Five]] people died and eight were rescued.",
             "A plane with a crew of four crashed. Two were killed and two survived.",
             "A plane with a crew of four crashed. Two were killed and three in a house survived.",
             "A boat with 12 people on board sank. Five people died and six were rescued.",
         });
}

TEST(CopyResults, AShareOfTheCountsBefore) {
  expect("percent-of-count",
         {
             "Of 120 bees, 90 found the sugar on the first day. That is [[65 percent]].",
             "In Kell 30 of the 120 shops closed. That was [[30 percent]].",
             "Of 120 bees, 90 found the sugar on the first day. That is 75 percent.",
             "Of 120 bees, 90 found the sugar, and 30 in 2024. That is 65 percent.",
             "Of 120 bees, 90 found the sugar. That is 65 percent more than last year.",
         });
}

TEST(CopyResults, WhoLeavesArrivesSoMuchLater) {
  expect("date-range-in-order",
         {
             "The ferry left Kell at 9 a.m. and docked in Lund at 1 p.m., after [[six hours]] in "
             "heavy seas.",
             "The ferry left Kell at 9 a.m. and docked in Lund at 3 p.m., after six hours.",
             "The ferry left Kell at 9 a.m. and docked in Lund at 2 p.m., after six hours.",
             "The flight left New York at 6 p.m. and arrived in London at 6 a.m., after seven "
             "hours.",
             "She left at 9 a.m., arrived at 1 p.m. and, after six hours of talks, slept.",
             "The plane left Lund at 9:10 a.m. and vanished from radar [[25 minutes later]], at "
             "9:45 a.m., the service said.",
             "Power failed at 2:15 p.m. and came back at 5:45 p.m., [[two and a half hours "
             "later]].",
             "The plane left Lund at 9:10 a.m. and vanished from radar 35 minutes later, at 9:45 "
             "a.m.",
             "Power failed at 2:15 p.m. and came back at 5:45 p.m., about two hours later.",
             "12:05 The brigade was called at 11:10 a.m. and the engine came at 11:18 a.m., [[18 "
             "minutes later]].",
             "Power failed at 2:15 p.m. and came back at 5:45 p.m.; the lift worked an hour later.",
         });
}

TEST(CopyResults, EachOfThemIsOneOfThoseCounted) {
  expect("number-told-again",
         {
             "Five men were jailed on Monday. Each of the [[six]] men had pleaded guilty.",
             "The firm admitted five breaches. It was fined for each of the [[six]] breaches.",
             "Five men were jailed on Monday. Each of the five men had pleaded guilty.",
             "Five men were jailed on Monday. Each of the four who pleaded guilty got two years.",
             "The firm had eight breaches. It paid $2,000 for each of the six breaches it "
             "admitted.",
         });
  expect("change-matches-percent",
         {
             "The firm was fined $2,000 for each of six breaches, a total of [[$10,000]].",
             "The firm was fined $2,000 for each of six breaches, a total of $12,000.",
             "The firm was fined $2,000 for each of six breaches, and a total of $15,000 in costs.",
         });
}

TEST(CopyResults, FiguresNowAndBefore) {
  expect("change-matches-percent",
         {
             "The share closed at $41.20 on Tuesday, up [[$1.60]] from $40.20.",
             "The index ended at 4,120.3 points, up [[12.6]] points from 4,071.4.",
             "The share closed at $41.20 on Tuesday, up $1 from $40.20.",
             "The port handled 1,460 ships, [[340]] more than a year ago, when it handled 1,220.",
             "The port handled 1,460 ships, 240 more than a year ago, when it handled 1,220.",
             "The port handled 1,460 ships, 240 more than a year ago, when it handled 1,220 ships "
             "and 80 barges.",
             "The number of pupils fell from 480 to 420 in a year, a drop of [[15 percent]].",
             "The number of pupils fell from 480 to 420 in a year, a drop of 12.5 percent.",
         });
}

TEST(CopyResults, ATableTellsTheChangeOfItsColumns) {
  const auto told = [](const std::string& rows) {
    Document document = document_of(
        "", "Rents rose.\n\n| Town | 2024 | 2025 | Change |\n|---|---|---|---|\n" + rows);
    document.markdown = true;
    return words_of(document, slips_in(document, "change-matches-percent"));
  };
  EXPECT_THAT(told("| Kell | $800 | $920 | 15% |\n| Ostra | $1,000 | $1,080 | 18% |\n"),
              testing::ElementsAre("18%"));
  EXPECT_THAT(told("| Kell | 920 | 800 | +15% |\n"), testing::ElementsAre("+15%"));
  EXPECT_THAT(told("| Kell | $800 | $920 | 15% |\n| Lund | 1.2 | 1.3 | +8.3% |\n"),
              testing::IsEmpty());
  EXPECT_THAT(
      told("| Kell | 920 | 800 | 13% |\n| Lund | 12% | 15% | 3% |\n| Ostra | n/a | 4 | 2% |\n"),
      testing::IsEmpty());
}

TEST(CopyResults, ASpeakerWithATitle) {
  const std::vector<std::string> others = {
      "\"They were tired and ran for each other until the end,\" coach Ivo Hahn said."};
  EXPECT_THAT(words_beside("quote-and-speaker",
                           "\"They were tired and ran for each other until the end,\" captain "
                           "Marek Sol said.",
                           others),
              testing::ElementsAre("Marek Sol"));
  EXPECT_THAT(words_beside("quote-and-speaker",
                           "\"They were tired and ran for each other until the end,\" head coach "
                           "Ivo Hahn said.",
                           others),
              testing::IsEmpty());
}

}  // namespace
}  // namespace concord::proofread
