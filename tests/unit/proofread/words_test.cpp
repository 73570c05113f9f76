// Slips that drafts were found to keep: each case is named for what was passed over.  The words
// that an editor would change stand in [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

std::vector<std::string> words_above(const std::string& title, const std::string& text) {
  const Document document = document_of(title, text);
  return words_of(document, slips_in(document, "headline-counts-match"));
}

TEST(CopyWords, AQuarterInAppositionIsOfTheCountBeforeIt) {
  expect(
      "percent-of-count",
      {
          "Inspectors looked at 8,000 trees and found that [[a quarter]], or 3,200, had fungus.",
          "Inspectors looked at 8,000 trees and found that 3,200, or [[25 percent]], had fungus.",
          "Of 300 meals weighed over two weeks, 45, or [[25 percent]], went into the bin.",
          "Of the 60 buses that the city of Pell bought last year, 18, or [[45 percent]], stand "
          "idle.",
          "Three quarters of teachers, or [[65 percent]], rejected the offer.",
          "Inspectors looked at 8,000 trees and found that a quarter, or 2,000, had fungus.",
          "Of 300 meals weighed over two weeks, 45, or 15 percent, went into the bin.",
          "The firm has 8,000 workers in Osterby and a third, or 900, of those in Lindal will go.",
          "Nearly nine in ten parents, or [[62 percent]], are against it.",
          "Nearly nine in ten parents, or 88 percent, are against it.",
          "Of 1,200 drivers over 70 who took the test in March, 84, or [[17 percent]], failed.",
          "Two thirds of teachers, or 65 percent, rejected the offer.",
          "The city has 12 parks and 340 streets, and a quarter, or 85, are lit.",
      });
}

TEST(CopyWords, AnAmountIsSharedOutToAsManyAsItNames) {
  expect("list-adds-up",
         {
             "The province will pay [[30 million]] crowns to three towns hit by hail. Ardal will "
             "get 14 million crowns, Benn 9 million and Cossey 5 million.",
             "Customs officers held [[nine]] people on Sunday with 2,000 songbirds. Those held are "
             "four Vastrians, three Norlanders and one Sorvian, the service said.",
             "The province will pay 28 million crowns to three towns hit by hail. Ardal will "
             "get 14 million crowns, Benn 9 million and Cossey 5 million.",
             "The province will pay 30 million crowns to three towns hit by hail. Ardal will "
             "get 14 million crowns and Benn 9 million.",
             "Customs officers held eight people on Sunday with 2,000 songbirds. Those held are "
             "four Vastrians, three Norlanders and one Sorvian, the service said.",
         });
}

TEST(CopyWords, AListBehindALongClauseAndAPriceForEach) {
  expect(
      "list-adds-up",
      {
          "[[Fourteen]] people died in a fire at a nursing home in Seld on Tuesday night: eight "
          "women, four men and three nurses who tried to save them.",
          "Storm Egon killed [[11]] people in three provinces on Tuesday: six in Ardal, four in "
          "Benn "
          "and two in Cossey.",
          "Storm Egon killed 12 people in three provinces on Tuesday: six in Ardal, four in Benn "
          "and two in Cossey.",
          "The post office buys 200 bicycles for 5,000 crowns each, a total of [[10 million]] "
          "crowns.",
          "The post office buys 200 bicycles for 5,000 crowns each, a total of 1 million crowns.",
      });
  expect("percent-of-count", {
                                 "Of the company's eight ferries, [[nine]] were late on Sunday.",
                                 "Of the company's eight ferries, seven were late on Sunday.",
                             });
}

TEST(CopyWords, VotesAreNoMoreThanTheHouseHasMembers) {
  expect(
      "list-adds-up",
      {
          "The council voted 33 to 28 to build a stadium. All [[64]] members took part in the "
          "vote, and none abstained.",
          "Of the [[80]] members, 30 voted for and 60 against.",
          "The council passed it by 9,000,000,000,000,000,000 votes to 9,000,000,000,000,000,000.",
          "Of the [[30]] members, 20 voted for it, 8 against, and 4 abstained.",
          "Of the 32 members, 20 voted for it, 8 against, and 4 abstained.",
          "Of its [[12]] trustees, seven voted in favor of the plan, four voted against it and "
          "three abstained.",
          "Of its 14 trustees, seven voted in favor of the plan, four voted against it and three "
          "abstained.",
          "The bill passed with 81 votes for and 66 against in the [[140]]-seat house.",
          "The council voted 33 to 28 to build a stadium. All 61 members took part in the "
          "vote, and none abstained.",
          "The bill was approved by 86 votes to 51, with nine abstentions. Four members of the "
          "150-seat house were absent.",
          "Broch won with [[45 percent]] of the vote. Her rival Lars Ekdal took 38 percent, and "
          "Rosa Wynn 22 percent.",
          "Broch won with 45 percent of the vote. Her rival Lars Ekdal took 38 percent, and "
          "Rosa Wynn 17 percent.",
          "Broch won with 65 percent of the vote. Lars Ekdal took 58 percent four years ago.",
          "Of those asked, [[58 percent]] were in favor, 41 percent against and 9 percent had no "
          "opinion.",
          "Of those asked, 58 percent were in favor, 33 percent against and 9 percent had no "
          "opinion.",
          "Of women 58 percent were in favor, of men 51 percent.",
      });
}

TEST(CopyWords, ANumberThatPointsBackIsTheOneToldBefore) {
  expect(
      "number-told-again",
      {
          "Officers arrested four people over a fraud. They searched 11 offices and a sawmill. "
          "The [[five]] suspects will appear in court.",
          "The ferry had 280 people on board, not 350 as it had earlier said. The [[350]] people "
          "aboard had paid for seats.",
          "Floods have cut off 16 villages. Three bridges are gone. The [[19]] villages can be "
          "reached on Saturday.",
          "The dairy recalled 5,200 wheels of cheese. The [[2,500]] wheels will be burned.",
          "A bus with 31 children on board hit a truck. In all [[38]] of the children were taken "
          "to hospital.",
          "Officers arrested four people over a fraud. The four suspects will appear in court.",
          "Officers arrested four men and a woman. The five suspects will appear in court.",
          "Officers arrested four people, and later a fifth man. The five suspects will appear.",
          "Officers arrested four people in Osterby and two in Lindal. The six suspects will "
          "appear.",
          "The firm has 3,400 workers. The 300 workers in Lindal will keep their jobs.",
          "The fire hurt five people. Two victims were taken to Osterby. Four of the victims "
          "were badly burned.",
      });
}

TEST(CopyWords, DaysAreAsFarApartAsTheWordsSay) {
  expect("events-in-order",
         {
             "Police arrested two men on [[Friday]], a day after a bank was robbed. The robbery on "
             "Wednesday lasted four minutes.",
             "Soldiers freed them on [[Saturday]], three days after they were kidnapped. The four "
             "were kidnapped on Monday.",
             "She was found on [[Sunday]], two days after the storm on Thursday.",
             "The bank was robbed on Wednesday. Two men were held a day later, on [[Friday]].",
             "Police arrested two men on Thursday, a day after a bank was robbed. The robbery on "
             "Wednesday lasted four minutes.",
             "She was found on Saturday, two days after the storm on Thursday, police said Monday.",
             "She was found on Sunday, less than two days after the storm on Thursday.",
             "He fell ill on March 4 and died on [[March 2]].",
             "The first patient fell ill on March 4 and died on [[March 2]].",
             "The poet, who died on March 9 at the age of 81, was buried on [[March 7]].",
             "The poet, who died on March 7 at the age of 81, was buried on March 9.",
             "The engineer was sentenced on Tuesday, [[five years]] after the roof fell in 2023.",
             "The engineer was sentenced on Tuesday, three years after the roof fell in 2023.",
             "She won the prize five years after her debut in 1998.",
             "She steps down after [[16 years]] in office. She was first elected in 2014.",
             "The lighthouse was completed in 1871 after work had started in [[1878]].",
             "The lighthouse was completed in 1878 after work had started in 1871.",
             "Orth was born in 1951 in a mill near Karst and joined the partisans in [[1942]].",
             "She steps down after 12 years in office. She was first elected in 2014.",
         });
}

TEST(CopyWords, AnAgeFarFromTheYearOfBirthIsStillTheirs) {
  expect(
      "age-matches-birth-year",
      {
          "The composer Anselm Roth died on Saturday at his home. He was [[58]]. Roth was born "
          "in 1961 in the town of Karst.",
          "Nadia Orlo, [[34]], plays again. Orlo was born in 1984 in Sunde.",
          "The composer Anselm Roth died on Saturday at his home. He was 64. Roth was born "
          "in 1961 in the town of Karst.",
          "Vera Saal (born 1971) will lead the house. Saal, [[45]], follows Jon Prior.",
          "The singer Eda Klim has died at the age of [[71]]. Born in 1948 in a wagon near Brill, "
          "Klim had her first hit at 19.",
          "The composer Anselm Roth died in 1999 at his home. He was 38. Roth was born in 1961.",
      });
}

TEST(CopyWords, TheThreeWithoutANounAreCountedToo) {
  expect("names-match-number",
         {
             "Four people were killed. Police identified the [[four]] as Nils Aas, 44, Eva Aas, "
             "41, and "
             "Tom Brekke, 23.",
             "The [[two]] officers, Sven Adler, Mia Torn and Paul Vikander, had jumped in.",
             "Police arrested three people. The [[three]], named in court papers as Piers Lomax, "
             "34, Jana Reuter, 29, Colm Dray, 41, and Stefan Oyle, 38, were held before dawn.",
             "Police arrested three people. The three, named in court papers as Piers Lomax, "
             "34, Jana Reuter, 29, and Colm Dray, 41, were held before dawn.",
         });
}

TEST(CopyWords, ChangesByHalfAndOverYears) {
  expect("change-matches-percent",
         {
             "The rent rose by [[half]] in three years, from 800 to 1,000 crowns.",
             "Thefts have [[doubled]] in Porsund in a year, from 410 to 590.",
             "The stud counted 140 foals this spring, [[30]] more than the 120 of last year.",
             "The stud counted 150 foals this spring, 30 more than the 120 of last year.",
             "The rent rose by half in three years, from 800 to 1,200 crowns.",
             "Thefts have doubled in Porsund in a year, from 410 to 830.",
         });
  expect("date-range-in-order", {
                                    "The fair will be held from [[May 14 to 11]] in the old depot.",
                                    "The fair will be held from May 11 to 14 in the old depot.",
                                });
}

TEST(CopyWords, AnAmountThatPointsBackHasAsManyZeros) {
  expect(
      "million-or-billion",
      {
          "The port will be dredged for 400 million crowns. The state pays half of the "
          "[[40 million]] crowns.",
          "The plant costs 2.6 billion euros. It is the largest there. The [[2.6 million euros]] "
          "come partly from a fund.",
          "The debt of the four hospitals has grown to 7.3 billion crowns, the minister said. The "
          "opposition blamed it, [[7.3 million]] crowns, on a reform.",
          "The port will be dredged for 400 million crowns. The state pays 40 million crowns.",
          "The port costs 400 million crowns and the road 90 million. Half of the 40 million "
          "crowns is a gift.",
      });
  expect("digits-changed-over",
         {
             "The roof will be mended for 14 million crowns. Rain has come in. The [[41 million]] "
             "crowns will be taken from another fund.",
             "Rovelo will cut 240 jobs in Lundby. The [[420]] job cuts come on top of 90.",
         });
}

TEST(CopyWords, TheHeadlineHasTheNumberOfTheLead) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  EXPECT_THAT(words_above("Concert draws 60,000 to harbor",
                          "Some 600,000 people packed the harbor for a free concert."),
              ElementsAre("60,000"));
  EXPECT_THAT(words_above("Court fines Delvane 85 million for price fixing",
                          "A court has fined Delvane 58 million euros for fixing prices."),
              ElementsAre("85 million"));
  EXPECT_THAT(words_above("Seven wolves shot in Norrby",
                          "Hunters have shot eight wolves in Norrby since the season opened."),
              ElementsAre("Seven"));
  EXPECT_THAT(words_above("Farmers bring in 6.2 million tonnes of grain",
                          "Farmers have brought in 2.6 million tonnes of grain this summer."),
              ElementsAre("6.2 million tonnes"));
  EXPECT_THAT(words_above("Nearly 60,000 at harbor concert",
                          "Some 59,400 people packed the harbor for a free concert."),
              IsEmpty());
  EXPECT_THAT(words_above("Court fines Delvane 85 million for price fixing",
                          "A court has fined Delvane 58 million euros and its owner 27 million."),
              IsEmpty());
  EXPECT_THAT(words_above("Five shot in Norrby", "Two men were shot at noon and three at night."),
              IsEmpty());
}

TEST(CopyWords, ACaptionMayShowSomeOfAll) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  const std::string text =
      "Seven fishing boats sank at their moorings when a storm drove heavy "
      "seas over the wall.\n\n";
  EXPECT_THAT(words_above("", text + "*Caption: Nine fishing boats sank in the harbor.*"),
              ElementsAre("Nine"));
  EXPECT_THAT(words_above("", text + "*Caption: Two fishing boats that sank in the harbor.*"),
              IsEmpty());
}

TEST(CopyWords, AnAccusationInAnIrregularVerbIsOne) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  const std::vector<std::string> sources = {
      "Prosecutors accuse the former mayor of Vellin, Otto Krane, of taking bribes from a builder.",
      "Rita Sall embezzled the savings of her clients, prosecutors say."};
  const auto words = [&](const std::string& draft) {
    return words_beside("claim-as-fact", draft, sources);
  };
  EXPECT_THAT(words("Otto Krane took 2 million crowns in bribes."), ElementsAre("Krane took"));
  EXPECT_THAT(words("Rita Sall embezzled the savings of 30 people."),
              ElementsAre("Sall embezzled"));
  EXPECT_THAT(words("Otto Krane took bribes, prosecutors say."), IsEmpty());
  EXPECT_THAT(words("Otto Krane took bribes. He pleaded guilty on Friday."), IsEmpty());
  EXPECT_THAT(words("Otto Krane took the train."), IsEmpty());
}

TEST(CopyStretches, FromOneHourToAnother) {
  expect("date-range-in-order",
         {
             "The operation began at 6 a.m. and ended at 2 p.m., after [[ten hours]].",
             "The [[ten-hour]] operation began at 6 a.m. and ended at 2 p.m.",
             "The operation began at 10 p.m. and ended at 4 a.m., after six hours.",
             "The operation began at 6 a.m. and ended at 2 p.m., after eight hours.",
             "The operation began at 6 a.m. and ended at 2 p.m., after about ten hours.",
             "The operation began at 6 a.m. and ended at 2 p.m. on Friday, after 32 hours.",
             "The operation began at 6 a.m. and ended at 2 p.m., after a break of two hours.",
             "The train left at 6 a.m. and arrived at 2 p.m., after nine hours.",
         });
}

TEST(CopyStretches, TermsMakeTheTotal) {
  expect("list-adds-up",
         {
             "He got a total of [[12 years]] in prison: five years for robbery, four for assault "
             "and two for fraud.",
             "He got a total of 11 years in prison: five years for robbery, four for assault and "
             "two for fraud.",
             "He got 12 years in prison: five years for robbery, four for assault and two for "
             "fraud.",
             "He got a total of 12 years in prison: five years for robbery, four for assault and "
             "the rest for fraud.",
         });
}

TEST(CopyStretches, ThePartsOfASumOfMoneyMayLackItsUnit) {
  expect("list-adds-up",
         {
             "The city will pay [[3.2 million euros]]: 1.2 million for the roof, 900,000 for "
             "windows and 700,000 for heating.",
             "The city will pay 3.0 million euros: 1.2 million for the roof, 900,000 for windows "
             "and 900,000 for heating.",
             "The crash left [[six]] people dead: a bus driver, three pupils and three teachers.",
             "The crash left seven people dead: a bus driver, three pupils and three teachers.",
         });
}

TEST(CopyStretches, WhoIsFoundedInAYearIsAsOldAsThat) {
  expect("age-matches-birth-year",
         {
             "The bridge, built in 1974, turned 9,000,000,000,000,000,000 this year.",
             "The company, founded in 1926, will celebrate its [[90th]] anniversary in December.",
             "The bridge, built in 1974, turned [[62]] this year.",
             "The company, founded in 1926, will celebrate its 100th anniversary in December.",
             "The company, founded in 1926, celebrated its 90th anniversary in 2016.",
             "The company, founded in 1926, celebrated its 75th anniversary with a book.",
             "The museum, opened in 1926, will mark the 200th anniversary of the painter's birth.",
             "The brewery, founded in 1876, celebrated the 90th birthday of its owner.",
             "The company, founded in 1926, had marked its 90th anniversary before the fire.",
             "The singer, who was born in 1951, died on Tuesday at the age of [[65]].",
             "The singer, who was born in 1951, died on Tuesday at the age of 75.",
             "The singer, who was born in 1951, died on Tuesday, her son at the age of 45.",
         });
}

TEST(CopyStretches, DatesAreAsFarApartAsTheWordsSay) {
  expect("events-in-order",
         {
             "He was arrested on 12 January and charged two days later, on [[10 January]].",
             "He was arrested on 12 January and charged two days later, on 14 January.",
             "He was arrested on 30 December and charged four days later, on 3 January.",
             "He was arrested on 12 January, released on 1 February and charged two days later, on "
             "3 February.",
             "The trial began on March 3, 2025, and the verdict was handed down on "
             "[[February 11, 2025]].",
             "The trial began on March 3, 2025, after a verdict of February 11, 2025, was quashed.",
         });
}

TEST(CopyStretches, StepsWithoutTheirVerb) {
  expect("change-matches-percent",
         {
             "The Liberals won 31 seats, up from 24, a gain of [[nine]].",
             "The Liberals won 31 seats, up from 24, a gain of seven.",
             "United lead with 34 points, [[four]] ahead of City, who have 31.",
             "United lead with 34 points, three ahead of City, who have 31.",
             "City are on 31 points, [[four]] points behind United, who have 34.",
             "United lead with 34 points, four ahead of City, who have a game in hand.",
         });
}

TEST(CopyStretches, ACommaAndWhatItIsOfMakeAShare) {
  expect("percent-of-count",
         {
             "The company cut 1,200 of its 8,000 jobs, about [[25 percent]] of the workforce.",
             "The company cut 1,200 of its 8,000 jobs, about 15 percent of the workforce.",
             "The company cut 1,200 of its 8,000 jobs, 25 percent of them in Norvik.",
         });
}

TEST(CopyStretches, SomeAreNoMoreThanThereAre) {
  expect("percent-of-count",
         {
             "Power was back in [[15,000]] of the 12,000 homes by noon.",
             "Power was back in 11,000 of the 12,000 homes by noon.",
             "[[Six]] of the five finalists were there.",
             "Half of the 80 seats, [[30]], went to newcomers.",
             "Half of the 80 seats, 40, went to newcomers.",
             "About 15,000 of the 12,000 homes had been counted twice.",
             "Two thirds of voters, [[48 percent]], backed the plan.",
             "Two thirds of voters, 66 percent, backed the plan.",
             "Two thirds of voters, 48 percent of women and 75 of men, backed the plan.",
         });
}

TEST(CopyStretches, GamesAreWonDrawnOrLost) {
  expect("list-adds-up", {
                             "The team won five of its [[12]] games, drew four and lost four.",
                             "The team won five of its 12 games, drew four and lost three.",
                             "The team won five of its 12 games and lost four.",
                         });
}

TEST(CopyStretches, AnAverageIsAllByTheTime) {
  expect("change-matches-percent",
         {
             "The shop sold 600 bicycles in six months, an average of [[120]] a month.",
             "The shop sold 600 bicycles in six months, an average of 100 a month.",
             "The shop sold 600 bicycles in six months, an average of 20 a week.",
         });
}

TEST(CopyStretches, VerbsGoTheWayOfTheirFigures) {
  expect("change-matches-percent",
         {
             "Unemployment fell to [[4.8 percent]] in October from 4.3 percent in September.",
             "The river rose to [[3.9 meters]] from 4.2 meters.",
             "Unemployment fell to 4.1 percent in October from 4.3 percent in September.",
             "The club fell to 14 in the ranking from 9.",
             "The lira fell to 8.5 per dollar from 8.3.",
             "The fare rose from 30 to 36 crowns, or [[25 percent]].",
             "The fare rose from 30 to 36 crowns, or by 20 percent.",
             "There were 310 crashes this year, [[40]] more than last year's 290.",
             "There were 310 crashes this year, 20 more than last year's 290.",
         });
}

TEST(CopyStretches, VotesCountedAreNobodysShare) {
  expect("list-adds-up",
         {
             "With 95 percent of the votes counted Ilves has 51.2 percent and Brand 45.8.",
             "The search party of [[40]], made up of 25 soldiers, 10 police officers and eight "
             "nurses, set out.",
             "The search party of 43, made up of 25 soldiers, 10 police officers and eight "
             "nurses, set out.",
         });
}

TEST(CopyStretches, TheTextGoesTheWayOfItsHeadline) {
  const auto told = [](const std::string& title, const std::string& text) {
    const Document document = document_of(title, text);
    return words_of(document, slips_in(document, "headline-counts-match"));
  };
  const std::string fell = "Telvane said its profit fell to 40 million euros, from 80 million.";
  EXPECT_THAT(told("Profit at Telvane doubles to 40 million euros", fell),
              ::testing::ElementsAre("40 million euros"));
  EXPECT_THAT(told("Profit at Telvane halves to 40 million euros", fell), ::testing::IsEmpty());
  EXPECT_THAT(told("Telvane rises as profit falls to 40 million euros", fell),
              ::testing::IsEmpty());
}

}  // namespace
}  // namespace concord::proofread
