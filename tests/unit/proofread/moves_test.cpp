// Figures of one text that others beside them make.  The words that an editor would change stand in
// [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

TEST(CopyMoves, ChangesAreThoseOfTheTwoFigures) {
  expect(
      "change-matches-percent",
      {
          "The port handled 1,460 ships last year, down [[17 percent]] from 2,000 in 2024.",
          "A loaf costs 1.20 crowns, [[30 percent]] more than the 1.00 crowns of a year ago.",
          "It sold 1.4 million tickets, up from 1.25 million in 2023, an increase of "
          "[[22 percent]].",
          "The port handled 1,460 ships last year, down 27 percent from 2,000 in 2024.",
          "It sold 1.4 million tickets, up from 1.25 million in 2023, an increase of 12 percent.",
          "The firm, which has 300 shops, said sales rose 12 percent from 250 million crowns.",
          "Adjusted for prices, it cost 1,460 crowns, down 17 percent from 2,000 in 2024.",
      });
}

TEST(CopyMoves, UpFromIsLessAndDownFromMore) {
  expect("change-matches-percent",
         {
             "It sold [[1.2 million]] tickets, up from 1.4 million in 2023.",
             "The rate came to [[4.3]], below the national 3.7.",
             "It sold 1.4 million tickets, up from 1.2 million in 2023.",
             "The rate came to 3.4, below the national 3.7.",
             "The team is third, up from 12th.",
         });
}

TEST(CopyMoves, SharesMoveByPoints) {
  expect(
      "percent-or-points",
      {
          "The ratio was 17.2 percent in June, up [[0.4 percent]] from 16.8 percent in March.",
          "Ice covered 36 percent of the bay in 2015. Last year it covered 24 percent, a fall of "
          "[[12 percent]].",
          "Costs were 45 percent of income, against 48 percent a year ago, an improvement of "
          "[[three percent]].",
          "The ratio was 17.2 percent in June, up 0.4 points from 16.8 percent in March.",
          "Ice covered 36 percent of the bay in 2015. Last year it covered 24 percent, a fall of "
          "a third.",
      });
}

TEST(CopyMoves, StepsAreThoseBetweenTheFigures) {
  expect(
      "change-matches-percent",
      {
          "The list rose to 14 seats from nine, a gain of [[six]].",
          "The office counted 8,412 leases, [[900]] fewer than a year before, when there were "
          "9,812.",
          "The number of jobless dropped by [[61,000]] to 853,000. A month earlier it was "
          "941,000.",
          "The list rose to 14 seats from nine, a gain of five.",
          "The office counted 8,412 leases, 900 fewer than a year before, when there were 9,312.",
          "The number of jobless dropped by 61,000 to 853,000. A month earlier it was 914,000.",
      });
}

TEST(CopyMoves, TimesAreThoseOfTheTwoFigures) {
  expect("change-matches-percent",
         {
             "She won 6,120 votes to his 2,040, [[twice as many]].",
             "The dearest street is at $24 a meter, and the cheapest at $8, [[half as much]].",
             "The bridge cost $3.1 million, [[less than half]] of the $4.5 million first planned.",
             "The order for 24 trains, worth [[$312 million]], or $31 million each, was signed.",
             "They sent two hospitals with 60 beds each, [[180]] in all.",
             "The ward delivers 5,200 babies a year, or [[200]] a week.",
             "The bank cut its rate by [[half a point]] to 2.25 percent from 2.5 percent.",
             "The jaw has 34 teeth, [[16]] on each side.",
             "The winner received $40,000, [[three times as much]] as the $20,000 of the second.",
             "The old one costs $10 a dose; the new one costs $7, [[less than half]] as much.",
             "The winner received $40,000, twice as much as the $20,000 of the second.",
             "Halvorn earned $9.4 million, or 31 cents a share, more than twice the $4.1 million "
             "of last year.",
             "The old one costs $10 a dose; the new one costs $4, less than half as much.",
             "She won 6,120 votes to his 2,040, three times as many.",
             "The dearest street is at $24 a meter, and the cheapest at $12, half as much.",
             "The bridge cost $2.1 million, less than half of the $4.5 million first planned.",
             "The order for 24 trains, worth $312 million, or $13 million each, was signed.",
             "They sent two hospitals with 60 beds each, 120 in all.",
             "The ward delivers 5,200 babies a year, or 100 a week.",
             "The shop sells 35 cakes a day, or 200 a week.",
             "The bank cut its rate by a quarter point to 2.25 percent from 2.5 percent.",
             "The jaw has 34 teeth, 17 on each side.",
             "Four tickets with five numbers won $150,000 each, $600,000 in all.",
             "Four tickets with five numbers won $150,000 each, [[$700,000]] in all.",
         });
}

TEST(CopyParts, TheOthersAreTheRest) {
  expect(
      "list-adds-up",
      {
          "Roe won nine of the city's [[13]] districts; Boll held the other five.",
          "[[Eleven]] clerks will go, seven of them part-time; the other six work full time.",
          "The order was for [[24]] trains. So far 20 have come, and the remaining six will "
          "follow.",
          "The bank has [[61]] branches. It will shut four branches, leaving 53.",
          "The line has [[16]] stations, 11 of them underground and six on a viaduct.",
          "Roe won nine of the city's 13 districts; Boll held the other four.",
          "Eleven clerks will go, seven of them part-time; the other four work full time.",
          "The order was for 24 trains. So far 20 have come, and the remaining four will follow.",
          "The bank has 61 branches. It will shut four branches, leaving 57.",
          "The line has 16 stations, 11 of them underground and five on a viaduct.",
          "Twelve hostages, eight of them women and six of them children, were freed.",
      });
}

TEST(CopyParts, KindsThatCannotOverlapMakeAll) {
  expect(
      "list-adds-up",
      {
          "The ferry carried 312 people. Of those on board, [[286]] were passengers and 44 were "
          "crew.",
          "Nine people died. [[Six]] of the dead were passengers and four were crew.",
          "Of the 1,200 sites, [[780]] had lost coral, 300 were unchanged and 220 had gained.",
          "The state pays 48 percent and the town the other [[62 percent]].",
          "The firm made 72,000 loans, of which [[40,000]] were permanent and 23,000 temporary.",
          "The report made [[74]] proposals, 22 for the clinic, 41 for the ministry and 21 for "
          "towns.",
          "[[Three]] workers died: two in a tunnel collapse in 2019 and two in a fall in 2022.",
          "The fire destroyed 146 homes and 38 barns, [[194]] buildings in all.",
          "The ferry carried 312 people. Of those on board, 268 were passengers and 44 were crew.",
          "Nine people died. Five of the dead were passengers and four were crew.",
          "Nine people died. Five of the dead were women and three were tourists.",
          "Of the 251 people taken, 148 had been freed and 55 bodies brought home.",
          "Of the 1,200 sites, 780 had lost coral, 300 were unchanged and 120 had gained.",
          "Of the 60 nurses, 40 were women, 30 had children and 12 worked at night.",
          "The state pays 48 percent and the town the other 52 percent.",
          "The report made 74 proposals, 22 for the clinic, 31 for the ministry and 21 for towns.",
          "Three workers died: two in a tunnel collapse in 2019 and one in a fall in 2022.",
          "The fire destroyed 146 homes and 38 barns, 184 buildings in all.",
      });
}

TEST(CopyParts, SumsAreCalledSums) {
  expect("list-adds-up",
         {
             "Loans to homes came to 214 billion and loans to firms to 131 billion, so that the "
             "whole book is [[354 billion]].",
             "Rovers have 24 points from [[11]] games. They have won seven, drawn three and lost "
             "two.",
             "Rovers have [[26]] points from 11 games. They have won seven, drawn three and lost "
             "one.",
             "She won by [[1,940]] votes. Holt received 41,338 votes and Boll 39,434.",
             "Loans to homes came to 214 billion and loans to firms to 131 billion, so that the "
             "whole book is 345 billion.",
             "Rovers have 24 points from 11 games. They have won seven, drawn three and lost one.",
             "She won by 1,904 votes. Holt received 41,338 votes and Boll 39,434.",
         });
}

TEST(CopyShares, OfThemIsOfWhatStandsBefore) {
  expect("percent-of-count",
         {
             "The report examined 212 births. In 131 of them, or [[72 percent]], it found faults.",
             "Reserves are $27 million, [[16.6 percent]] of the annual budget. The council passed "
             "a $412 million budget.",
             "The trial has 5,400 children. [[Half]] of them, 2,200, were given the vaccine.",
             "There are 312 crossings, of which 78, [[a third]], have no camera.",
             "There are 312 crossings, of which 78, a quarter, have no camera.",
             "Sund asked 1,020 people. Of these, 408, or [[48 percent]], had not decided.",
             "Sund asked 1,020 people. Of these, 408, or 40 percent, had not decided.",
             "The trial has 5,400 children. Half of them, 2,700, were given the vaccine.",
             "The report examined 212 births. In 131 of them, or 62 percent, it found faults.",
             "Holt received 41,338 votes, or 51.2 percent, and Boll 39,434, or 48.8 percent, the "
             "board said.",
             "Reserves are $27 million, 6.6 percent of the annual budget. The council passed a "
             "$412 million budget.",
         });
}

TEST(CopyLives, YearsOfOneLifeFit) {
  const auto told = [](const char* title, const char* row) {
    const Marked text = marked(row);
    const Document document = document_of(title, text.text);
    EXPECT_EQ(words_of(document, slips_in(document, "age-matches-birth-year")), text.words) << row;
  };
  const char* const dies = "Mara Holt, cellist, dies at 88";
  told(dies, "She died on Friday. She was [[88]].\n\nBorn in Velmar on 4 May 1947, she played.");
  told(dies, "She was 88.\n\nBorn in Velmar on 4 May 1937, she won the prize [[at 22, in 1966]].");
  told(dies, "She was 88.\n\nBorn in Velmar in 1937, she came in [[1992, when she was 45]].");
  told(dies, "She taught from 1996 to 2014, a period of [[28 years]].");
  told(dies,
       "She was 88.\n\nBorn in Velmar on 4 May 1937, she won the prize at 22, in 1960. She "
       "came in 1992, when she was 55, and taught from 1996 to 2014, a period of 18 years.");
  const Document document = document_of("Mara Holt, cellist, dies at 87", "She was 88.");
  EXPECT_EQ(words_of(document, slips_in(document, "age-matches-birth-year")),
            std::vector<std::string>{"87"});
}

TEST(CopyRolls, SegmentsNameOneEach) {
  expect("names-match-number",
         {
             "[[Four]] other people are charged: his wife, Ina Holt, 55; his brother, Paul Holt, "
             "61; and a clerk, Lena Voss, 44.",
             "[[Three]] people were killed on Sunday. The dead were named as Otto Brand, 67; Felix "
             "Maur, 24; Samira Noor, 31; and her son Elias, 5.",
             "Three other people are charged: his wife, Ina Holt, 55; his brother, Paul Holt, 61; "
             "and a clerk, Lena Voss, 44.",
             "He is survived by their [[four]] children, Ruth, Daniel and Esther, and a niece.",
             "Money was found in [[four]] countries: Cyprus, Panama and Belize.",
             "Money was found in three countries: Cyprus, Panama and Belize.",
             "He is survived by their three children, Ruth, Daniel and Esther, and a niece.",
             "The craft carries [[three]] astronauts. They are Kai Lind, 44, and Rosa Amend, 39.",
             "Four people were killed on Sunday. The dead were named as Otto Brand, 67; Felix "
             "Maur, 24; Samira Noor, 31; and her son Elias, 5.",
         });
}

TEST(CopyDates, WhatIsDoneIsNotToCome) {
  expect("events-in-order", {
                                "The trial opened on [[December 15, 2026]].",
                                "The bridge was built in 1968 and was last inspected in [[1963]].",
                                "The trial opened on January 15, 2026.",
                                "The trial will have opened on December 15, 2026.",
                                "The bridge was built in 1968 and was last inspected in 2023.",
                            });
}

TEST(CopyDates, AYearToldElsewhereDoesNotExcuseADayOfTheseWeeks) {
  expect(
      "weekday-matches-date",
      {
          "The hall opened in 2025. It closes again after the long winter season, the owners and "
          "the council of the town both said in a short note to the press and to the members of "
          "the choir that sings there, on [[Friday]], March 21.",
          "In 2025 it closed on Friday, March 21.",
      });
}

TEST(CopyMagnitudes, ComparedAmountsAreOfOneSize) {
  expect("million-or-billion", {
                                   "It cost $2.9 billion, against the [[$2.5 million]] planned.",
                                   "It cost $2.9 billion, against the $2.5 billion planned.",
                               });
}

TEST(CopyAbove, TheTextBearsOutItsHeadline) {
  struct Row {
    const char* title;
    const char* text;
    bool told;
  };
  const Row rows[] = {
      {"Harbor Bank profit rises 28%", "Harbor Bank said its profit rose 18 percent in May.", true},
      {"Late goal sends Rovers top after 4-2 win", "A late goal gave Rovers a 3-2 win.", true},
      {"Fossil found by schoolgirl, 8, is new species",
       "A fossil that a nine-year-old girl found is a new species, a museum said.", true},
      {"Two thirds of reef corals lost", "One third of the corals on the reef died.", true},
      {"Rents in Calder rise to $1,900", "Rents in Calder rose to $1,090 in May.", true},
      {"Harbor Bank profit rises 18%", "Harbor Bank said its profit rose 18.2 percent.", false},
      {"Late goal sends Rovers top after 3-2 win", "A late goal gave Rovers a 3-2 win.", false},
      {"Fossil found by schoolgirl, 9, is new species",
       "A fossil that a nine-year-old girl found is a new species, a museum said.", false},
      {"Third of reef corals lost", "One third of the corals on the reef died.", false},
      {"Four hurt in Norrby shooting", "Three men and a teenager were hurt in a Norrby shooting.",
       false},
      {"Norrby man jailed for six years over fraud",
       "A Norrby man was jailed for seven years over a fraud.", true},
      {"Norrby man gets at least 7 years for fraud",
       "A Norrby man was jailed for 20 years for fraud and must serve seven years before parole.",
       false},
      {"12 homes burn on block", "Fire in the 5600 block of Mesa Road burned homes.", false},
      {"3 boys shot in Norrby", "A teenager and two younger boys were shot in Norrby.", false},
      {"4 shot on Hollis Street", "Four were shot in the 3700 block of Hollis Street.", false},
      {"Norrby man kills stepfather, hurts mother, 3 others",
       "A Norrby man killed his stepfather and hurt four others on Sunday.", false},
  };
  for (const Row& row : rows) {
    const Document document = document_of(row.title, row.text);
    EXPECT_EQ(!slips_in(document, "headline-counts-match").empty(), row.told) << row.title;
  }
}

}  // namespace
}  // namespace concord::proofread
