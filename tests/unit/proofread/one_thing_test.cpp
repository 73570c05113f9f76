// What two places of a draft tell of one thing: a score and its scorers, a life and its end, a toll
// and an ordinal.  The words that an editor would change stand in [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

void expect_above(const std::string& check,
                  std::initializer_list<std::pair<const char*, const char*>> rows) {
  for (const auto& [title, body] : rows) {
    const Marked above = marked(title);
    const Document document = document_of(above.text, body);
    EXPECT_EQ(words_of(document, slips_in(document, check)), above.words) << title;
  }
}

TEST(CopyOneThing, TheLowerEndOfARangeComesFirst) {
  expect("range-in-order",
         {
             "Between [[120 and 80]] people took part in the march.",
             "The homes will cost between [[450,000 and 300,000 euros]] each.",
             "Temperatures will range between [[30 and 20 degrees]].",
             "Between [[12000000000000000000000000 and 11000000000000000000000000]] people came.",
             "Between 80 and 120 people took part in the march.",
             "The fund is worth between 900 and 1,200 million euros.",
             "It cost between $900,000 and $1.2 million.",
             "Rain is due between 10 and 4 on Tuesday.",
             "The gap between 140 and 90 euros is wide. Births fell between 120 and 80 a day.",
             "Between 90 and 70 million years before our time the sea rose.",
             "\"Between 120 and 80 people came,\" he said.",
             "The house is split between 51 and 49.",
             "The firm pays between $30,000 and $28 an hour.",
             "The street is shut between 1800 and 0600 on Friday.",
         });
}

TEST(CopyOneThing, NobodyIsTheThirdVictimOfTwo) {
  expect(
      "number-told-again",
      {
          "Two people were killed when a crane fell on a bus. The [[third]] victim was named as "
          "Ivar Moen.",
          "Three people were killed when a crane fell on a bus. The third victim was named as "
          "Ivar Moen.",
          "Two people were killed and one was injured by a crane. The third victim was named as "
          "Ivar Moen.",
          "Two people were killed by a crane. It was the third victim this month, the union "
          "said.",
          "Two people were killed by a crane. The third victim was identified after another man "
          "died.",
          "At least two people were killed by a crane. The third victim was named as Ivar Moen.",
          "Two hikers died in the snow, and one was dug out alive. The third victim was flown to "
          "Lund.",
      });
}

TEST(CopyOneThing, HalvesMakeTheWhole) {
  expect(
      "list-adds-up",
      {
          "Norline sold 40 million tons in the first half and 35 million tons in the second half. "
          "It sold [[85 million tons]] in the year.",
          "Norline sold 40 million tons in the first half and 35 million tons in the second half. "
          "It sold 75 million tons in the year.",
          "Norline sold 40 million tons in the first half and 35 million tons in the second half. "
          "It had sold 85 million tons in the previous year.",
          "Norline sold 40 million tons in the first half and 35 million tons in the second half. "
          "It expects to sell 85 million tons in the year.",
      });
}

TEST(CopyOneThing, PatientsAreInOneConditionEach) {
  expect("list-adds-up",
         {
             "The hospital treated [[40]] patients: 12 were in critical condition, 20 were stable "
             "and five were discharged.",
             "Of the [[40]] patients, 12 are in critical condition, 20 are stable and 11 have been "
             "discharged.",
             "Of the 40 patients, 12 are in critical condition, 20 are stable and eight have been "
             "discharged.",
             "Of the 40 patients, 12 are critical but stable, 20 are stable and 11 discharged.",
         });
}

TEST(CopyOneThing, AnswersToOneQuestionAreNoMoreThanAll) {
  expect("list-adds-up",
         {
             "Asked what worried them most, [[45 percent]] named prices, 38 percent crime and 25 "
             "percent schools.",
             "Asked what worried them most, 40 percent named prices, 35 percent crime and 25 "
             "percent schools.",
             "Asked what worried them, 45 percent named prices, 38 percent crime and 25 percent "
             "schools.",
             "Asked to name the two things that worried them most, 45 percent named prices, 38 "
             "percent crime and 25 percent schools.",
         });
}

TEST(CopyOneThing, ScorersAreAsManyAsGoals) {
  expect("list-adds-up",
         {
             "Ostra beat Lund [[2-1]] on Saturday. Marek Sol, Ivo Hahn and Peter Voss scored for "
             "Ostra.",
             "Ostra beat Lund 99999999999999999999-1 on Saturday. Marek Sol scored for Ostra.",
             "Ostra beat Lund 2-1 on Saturday. Marek Sol and Ivo Hahn scored for Ostra.",
             "The Foxes beat Karst [[1-0]]. Ivo Hahn and Otto Berg scored for the Foxes.",
             "Ostra beat Lund 3-1 on Saturday. Marek Sol and Ivo Hahn scored for Ostra.",
             "Ostra beat Lund 2-1 and Dell beat Karst 3-0. Marek Sol, Ivo Hahn and Peter Voss "
             "scored for Ostra.",
             "Ostra beat Lund 2-1 on Saturday. Marek Sol, Ivo Hahn and Peter Voss scored for the "
             "women.",
         });
}

TEST(CopyOneThing, TheGapIsThatBetweenTheTimes) {
  expect("list-adds-up",
         {
             "Eva Lindt won in 1:02:14, ahead of Mia Berg in 1:02:38. She won by [[12 seconds]].",
             "Lindt finished in 34 minutes 10 seconds, [[15 seconds]] ahead of Berg, who finished "
             "in 34 minutes 40 seconds.",
             "Eva Lindt won in 1:02:14, ahead of Mia Berg in 1:02:38. She won by 24 seconds.",
             "Berg swam 2:08.41, ahead of Lindt in 2:09.12. She won by [[1.71 seconds]].",
             "Berg swam 2:08.41, ahead of Lindt in 2:09.12. She won by 0.71 seconds.",
             "Eva Lindt won in 1:02:14, ahead of Mia Berg in 1:02:38. In 2024 she won by 12 "
             "seconds.",
             "Lindt won in 1:02:14, her best time of 1:03:20 behind her. She won by 12 seconds.",
             "Lindt won in 1:02:14 and Holm in 54:10. She won by 12 seconds.",
         });
}

TEST(CopyOneThing, ALifeIsAsLongAsItsYears) {
  expect(
      "age-matches-birth-year",
      {
          "The painter Ida Krall was born in 1950 in Ostra. She moved to Lund as a child. She "
          "was [[70]] when she died in 2024.",
          "Ivo Santer was born in Lund in 1931. He died on Sunday at the age of [[84]].",
          "The painter Ida Krall was born in 1950. She was 70 when she moved to Lund. She was "
          "74 when she died in 2024.",
          "Ivo Santer was born in Lund in 1931. His wife died in 2010. She was 70 when she died.",
          "Ivo Santer was born in Lund in 1931. Otto Berg was his pupil. He died in 2024 at the "
          "age of 70.",
      });
}

TEST(CopyOneThing, AgesThatStandBesideABirth) {
  expect("age-matches-birth-year",
         {
             "Karin Dahl, [[61]], who was born in 1985, has led the museum since 2018.",
             "Nora Berg, [[7]], was born in 2015, her mother said.",
             "The girl, who was born on 3 January 2021, is [[four]] and goes to school.",
             "The girl, who was born on 3 March 2021, is four and goes to school.",
             "The girl, who was born on 3 January 2021, is five and goes to school.",
             "Karin Dahl, 61, who was born in 1964, has led the museum since 2018.",
             "In 1999 Karin Dahl, 24, who was born in 1975, has led the museum since 1998.",
             "Nora Berg, 7, whose mother was born in 1985, goes to school.",
         });
}

TEST(CopyOneThing, QuotedAgainInTheSameWords) {
  expect("quote-told-again",
         {
             "\"We will not close the school before the summer,\" Roth said. Her words, \"We will "
             "not close the school before the [[winter]],\" angered parents.",
             "\"We will not close the school before the summer,\" Roth said. \"We will not close "
             "the library before the summer,\" she added.",
             "\"We will not close the school before the summer,\" Roth said. Her words, \"We will "
             "not close the school before the summer,\" angered parents.",
         });
}

TEST(CopyOneThing, WhoIsNamedOnceBySlip) {
  expect("name-spelling",
         {
             "Mikkel Sorr was arrested on Sunday. [[Sor]], 34, denied the charges. A lawyer for "
             "Sorr did not comment.",
             "Hanna Brandell opened the meeting. Mr. [[Brandel]] said nothing. \"It is done,\" "
             "Hanna Brandell said.",
             "Hanna Brandell opened the meeting. Her rival, Otto Brandel, said nothing. Brandel "
             "left. Brandell said so.",
             "Mikkel Sorr is a baker. The village of Sor lies near. Sorr said so.",
             "Mikkel Sorr is a baker. The Sorrs live in Ostra. Sorr said so.",
             "Lena Brandt leads the council. Ms. [[Brand]] is a teacher. Brandt said so.",
             "Lena Brandt leads the council. Brand said it would sue. Brandt said so.",
         });
}

TEST(CopyOneThing, PeopleOfTheHeadline) {
  expect_above(
      "headline-counts-match",
      {
          {"[[Nine]] arrested in bell theft",
           "Eight people were arrested on Monday over the theft of a bell, the police said."},
          {"Police arrest [[nine]] after march", "Police arrested eight people after a march."},
          {"Nine arrested after march",
           "Police arrested eight people after a march and a ninth on Monday."},
          {"Nine arrested after march", "Police arrested eight men and a woman after a march."},
          {"Nine arrested after march",
           "Police arrested eight people after a march. Another was held at home."},
          {"Nine arrested after march", "Police arrested five people in Ostra and four in Lund."},
          {"Five rescued from boat",
           "The coast guard rescued four people. The skipper was picked up by a ferry."},
          {"Five charged over fraud",
           "Four men were charged over a fraud, along with the director of the bank."},
          {"Tram driver, [[45]], cleared over crash",
           "A tram driver was cleared on Monday. Eva Lindt, 54, had said the brakes failed."},
          {"Tram driver, 45, cleared over crash",
           "Eva Lindt, 45, was cleared on Monday. Her brother Jan, 54, was there."},
      });
}

TEST(CopyOneThing, LookAlikesOfOtherThings) {
  expect("change-matches-percent",
         {
             "Deaths fell by a quarter, from 400 to 300, after rising by a third the year before.",
             "Milk fell from 44 cents to 33 cents a liter, a fall of [[33 percent]].",
             "Debt fell by [[half]], from 600 million euros to 450 million.",
             "Debt fell by a quarter, from 600 million euros to 450 million.",
             "Fees will rise from 400 to 600 euros, [[doubling]] in one year.",
             "Fees will rise from 400 to 800 euros, doubling in one year.",
             "Ridership rose from 2.1 million in 2024 to 2.4 million in 2025, a rise of "
             "[[24 percent]].",
             "The house sold for 940,000 euros, [[300,000]] more than the asking price of 750,000 "
             "euros.",
             "The house sold for 940,000 euros, 190,000 more than the asking price of 750,000 "
             "euros.",
         });
  expect("list-adds-up", {"Of the 900 sheep, 500 are ewes and 250 lambs.",
                          "Of the 30 injured, eight are in critical condition, 12 have been "
                          "discharged and three have died.",
                          "They have won seven, drawn three and lost two of their [[11]] games."});
  expect("million-or-billion", {"The vaccine was given to 3.2 million people. The maker sold 3.2 "
                                "billion doses of all its vaccines."});
  expect("date-range-in-order",
         {"The outage began at 6 a.m. and ended at 2 p.m. in Europe; in Asia "
          "it lasted ten hours."});
  expect("date-range-in-order",
         {"The bridge is shut from [[Monday, March 23, to Sunday, March 22]], the council said.",
          "The bridge is shut from Monday, March 23, to Sunday, March 29, the council said.",
          "The bridge is shut from Monday, March 23, to Wednesday, April 1, the council said."});
  expect("events-in-order",
         {"The bridge, built in 1998 and designed in [[2003]], was closed.",
          "The probe was launched in 2024 and reached the asteroid in [[2021]]."});
  expect_above("headline-counts-match",
               {{"Council to close 12 libraries",
                 "The council will close nine libraries by May and three more in the fall."},
                {"Council to close [[12]] libraries",
                 "The council will close nine libraries by May and 40 more schools."}});
}

}  // namespace
}  // namespace concord::proofread
