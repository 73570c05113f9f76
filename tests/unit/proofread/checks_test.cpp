// What a text gets wrong by itself.  The words that an editor would change stand in [[ ]].
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace concord::proofread {
namespace {

TEST(CopyChecks, ConversionsAreTheMeasureInTheOtherUnit) {
  expect("conversion-matches",
         {
             "The fire burned 100 acres ([[40 km2]]).",
             "The school is 5 miles ([[5 km]]) away.",
             "It was 30C ([[50F]]) in the shade.",
             "The lake lies 8 km north of the town ([[8 miles]]).",
             "Rain of 3 inches ([[7.6 mm]]) fell.",
             "They lost 40,000 hectares, or [[9,900 acres]], of pine.",
             "A 10-foot ([[30-meter]]) wave broke.",
             "Gusts of 100 mph ([[100 km/h]]) were felt.",
             "The fire burned 100 acres (40 hectares).",
             "The school is 5 miles (8 km) away, a 5-mile (8-kilometer) walk of 5 to 10 miles (8 "
             "to 16 km).",
             "It was 30C (86F), minus 4 degrees Fahrenheit (minus 20 Celsius) at night.",
             "Temperatures rose by 2C (3.6F).",
             "He is 6ft 2in (1.88m) tall and the wall 6 feet (2 m) high.",
             "The truck weighs 10 tons (9 tonnes), the other 10 tons (10 tonnes).",
             "The tank holds 2 million gallons (7.6 million liters).",
             "Rain of 3 inches (76 mm) fell over 40,000 hectares, or 99,000 acres.",
             "It was 5 to 10 degrees Fahrenheit (3 to 6 degrees Celsius) above normal.",
             "It was 5 to 10 degrees Fahrenheit ([[13 to 16 degrees Celsius]]) above normal.",
             "The trail is 10 miles (4 km uphill) and the route 50 miles (20 km of it gravel).",
             "The tunnel is 5 km (2 miles under the sea) long, the path 14 miles (5 km on the "
             "map).",
             "A bag of 100 pounds ($127) and a barrel ($80) stood there.",
         });
}

TEST(CopyChecks, ASpaceOfAnyWidthIsOneInTheMessage) {
  for (const std::string space : {" ", "\u00A0", "\u2009", "\u200A", "\u202F"}) {
    const Document document =
        document_of("", "The fire burned 100" + space + "acres (40" + space + "km2).");
    const std::vector<Slip> slips = slips_in(document, "conversion-matches");
    ASSERT_EQ(slips.size(), 1U) << space;
    EXPECT_TRUE(slips[0].message.starts_with("100 acres is not 40 km2")) << slips[0].message;
  }
}

TEST(CopyChecks, WeekdaysAreTheDatesOwn) {
  expect("weekday-matches-date", {
                                     "He was held on [[Friday]], March 11.",
                                     "He was held on [[Friday]], 12 March 2022.",
                                     "He left on March 12, a [[Friday]].",
                                     "He was held on Thursday, March 12.",
                                     "He left on Monday, December 29.",
                                     "He was held on Monday, September 8.",
                                     "He was held on [[Friday]], September 8.",
                                     "He left on March 12, a Thursday.",
                                     "In 2022 he left on Saturday, March 12.",
                                     "Police said Thursday the March 11 fire was an accident.",
                                     "The fair opens on Friday, June 19.",
                                     "Two years ago, on Thursday, March 14, the bridge fell.",
                                     "Two years ago, on [[Friday]], March 14, the bridge fell.",
                                     "The vote is set for Monday, January 11.",
                                     "The vote is set for [[Tuesday]], January 11.",
                                     "The vote was held on [[Monday]], January 11.",
                                     "The concert is on [[Thu]], Sep 4, 2026.",
                                     "The concert is on [[Thurs]]., Sept. 4, 2026.",
                                     "The concert is on [[Thursday]], 2026-09-04.",
                                     "It is on Fri, Sep 4, 2026, Fri., Sept. 4, 2026, Friday, "
                                     "2026-09-04.",
                                     "They wed, June 12, 2026, was the day.",
                                     "\"It was Friday, March 12,\" he said.",
                                 });
}

TEST(CopyChecks, StretchesOfTimeEndAfterTheyBegin) {
  expect("date-range-in-order", {
                                    "The plant was closed from [[12 to 9 March]].",
                                    "It ran from [[March 12 to 9]].",
                                    "The fair, [[March 12-9]], is over.",
                                    "\"The fair, March 12-9, was fun,\" he said.",
                                    "It is open between [[March 12 and 9]].",
                                    "He served from [[2019 to 2015]].",
                                    "Ana Holt ([[1950-1932]]) wrote it.",
                                    "The plant was closed from 9 to 12 March.",
                                    "The festival runs March 30-April 2.",
                                    "It ran from 30 March to 2 April.",
                                    "They recovered from a 30-7 Oct. 19 loss.",
                                    "It fell from 2019 to 2015 units.",
                                    "It fell from 30 to 12 May cases and moved from 21 to 7 May "
                                    "Street.",
                                    "It runs from [[June 20, 2026 to May 3, 2026]].",
                                    "It runs from June 20, 2025, to May 3, 2026.",
                                    "It was shut from [[30 to 12 May]] because of rain.",
                                });
}

TEST(CopyChecks, EventsStandInOrder) {
  expect("events-in-order",
         {
             "He was arrested on [[March 3]] after the robbery on March 9.",
             "The festival began on March 12 and ended on [[March 9]].",
             "The bombing took place on March 12. A man was arrested on [[March 10]] over the "
             "bombing.",
             "He was arrested on March 10 after the robbery on March 9.",
             "He was arrested on March 3 after police learned of a plan to strike on March 9.",
             "The siege began on 28 December and ended on 3 January.",
             "The bombing took place on March 9. A man was arrested on March 10 over the bombing.",
             "An earlier bombing took place on March 12. A man was arrested on March 10 over the "
             "bombing.",
             "He was shot on Tuesday, March 10, and died on [[Sunday, March 8]].",
             "He was shot on Sunday, March 8, and died on Tuesday, March 10.",
             "He was shot on Tuesday, March 10, like his father, who died on Sunday, March 8.",
             "It was signed on [[May 3, 2024]], after it was passed on May 9, 2024.",
             "It was signed on May 9, 2024, after it was passed on May 3, 2024.",
         });
}

TEST(CopyChecks, PartsMakeTheWhole) {
  expect(
      "list-adds-up",
      {
          "The [[12]] dead: five women, four men and two children.",
          "[[Seven]] people, three from Osterby and five from Lindal, were hurt.",
          "[[Eleven]] people - four men and six women - died.",
          "[[Eleven]] people (four men and six women) died.",
          "[[Ten]] people, including 12 children, were hurt.",
          "It destroyed [[23]] homes: 14 homes on Sawmill Lane, 7 homes on Church Street and 4 "
          "homes by the river.",
          "Four men, three women and two children were hurt, for a total of [[10]].",
          "The budget is $10 million: $4 million for roads, $3 million for schools and $2 "
          "million for parks.",
          "Police detained [[12]] people: the four gunmen and seven others.",
          "The Alliance had [[42 percent]] of the vote, Homeland 38 percent and the Greens 24 "
          "percent.",
          "The Alliance had 42 percent of the vote, Homeland 38 percent and the Greens 20 percent.",
          "With 98 percent of the votes counted, the Alliance had 42 percent, Homeland 38 percent.",
          "The Alliance won 42 percent of the vote, up from 38 percent, on a turnout of 61 "
          "percent.",
          "The 11 dead: five women, four men and two children.",
          "Eight people, three from Osterby and five from Lindal, were hurt.",
          "Three men, two women and a child were hurt.",
          "At least 12 people, including 8 women and 9 children, were held.",
          "12 people, including 8 women and 3 children, were held.",
          "\"Eight victims - two of which are men, one badly hurt,\" he said.",
          "Five men and four women were hurt - one in critical condition and seven in good "
          "condition.",
          "The Bears (2-13, 1-7 home) lost.",
          "He was shot three times: two men and a woman ran.",
          "He drew three of the largest crowds, including 28,000 at a park.",
          "[[Ten]] were detained, six in Osterby and five in Lindal.",
          "[[Twelve]] people, seven in Osterby and four in Lindal, died.",
          "Twelve were shot last year, seven in Osterby and four in Lindal, police said.",
          "Twelve people, seven in Osterby and five in Lindal, died.",
          "The crew of [[nine]] - four officers and six sailors - was rescued.",
          "[[Seven]] people died, including five adults and three children.",
          "Ten were detained, six in Osterby and three in Lindal.",
          "Ten medals, five in Osterby, four in Lindal and one in Vik, were won.",
          "The crew of ten - four officers and six sailors - was rescued.",
          "Seven people died, including five adults and three women.",
          "The firm has 40 shops, 30 in the city and 20 in malls.",
          "The 24 passengers and six crew - [[32]] people in all - were saved.",
          "It carried 24 passengers and 6 crew, [[32]] people in all.",
          "[[Three]] people were injured, two critically and two slightly.",
          "Two more people died on Tuesday, raising the toll from 11 to [[14]].",
          "Three more bodies were found, bringing the toll to [[14]], up from 12.",
          "The 24 passengers and six crew - 30 people in all - were saved.",
          "Three people were injured, two critically and one slightly.",
          "Two more people died on Tuesday, raising the toll from 11 to 13.",
          "Two more died on Tuesday and one on Monday, raising the toll from 11 to 14.",
          "Two more people died, raising the toll from about 11 to 14.",
          "[[Five]] people were killed on Monday. The dead were three women and a man.",
          "[[Nine]] people were hurt. They were five women and three men.",
          "Five people were killed on Monday. The dead were three women and two men.",
          "Five people were killed. The injured were three women and a man.",
          "Five people were killed and nine hurt. The dead were three women and a man.",
          "Five people were killed. The dead were three women and a man from Osterby, and a boy.",
          "At least two people were killed. The dead were three women and a man.",
          "Five people were killed. They were three women and several men.",
          "[[Twelve]] people were killed, seven soldiers and six civilians.",
          "It killed [[12]] people, including seven soldiers and six civilians.",
          "It killed 12 people, including seven soldiers and three children.",
          "They won [[27]] medals: 12 gold, eight silver and five bronze.",
          "They won 27 medals: 12 gold, eight silver and seven bronze.",
          "The [[$120 million]] budget consists of $70 million for schools, $30 million for roads "
          "and $30 million for parks.",
          "The $120 million budget consists of $70 million for schools, $30 million for roads and "
          "$20 million for parks.",
          "There are 30 pupils: 16 girls, 14 boys, and 11 of them sing.",
          "There are [[30]] pupils: 16 girls, 15 boys, and 11 of them sing.",
          "Ten people died: three in Oster, two in Tolby; the others at sea.",
          "Of the town's 12 districts, three in the north, four in the south and two in the west "
          "were flooded.",
          "He spent $120 million: $70 million on schools and $30 million on roads among other "
          "things.",
          "Of the 30 passengers, 18 were women, 12 were men and nine were children.",
          "A total of 288 candidates run, with 37 of them in the capital, 46 in Akhal, 25 in "
          "Balkan, 63 in Dashoguz, 56 in Lebap and 61 in Mary.",
          "Her $4.5 billion net worth was being marked down to zero. Sanna owned 2 million shares.",
      });
}

TEST(CopyChecks, SharesAreThoseOfTheCounts) {
  expect("percent-of-count",
         {
             "Of the workers, 30 of 120, or [[30 per cent]], were there.",
             "There, 45 out of the 150 workers ([[25%]]) left.",
             "They lost 410 of the 1,200 votes - [[41 percent]].",
             "Of the workers, 30 of 120, or 25 per cent, were there.",
             "Some 45 out of the 150 workers (30%) left.",
             "About 30 of 120 (about 28 percent) left.",
             "In 3 of 10 cases, 40 percent of the money was lost.",
             "Of the 200 workers, 50, or [[40 percent]], signed.",
             "Out of its 50 buses, 10 ([[25 percent]]) were lost.",
             "Some 600 of the old town's 2,400 residents, or [[45 percent]], left.",
             "Forty percent of the 200 workers, or [[50]] people, signed.",
             "A third of the 90 pupils, or [[45]], stayed home.",
             "Half of the 60 boats, [[40]] in all, sank.",
             "Spending takes 30 percent of the $2 billion budget, or [[$900 million]].",
             "One in four, or [[40 percent]], of them signed.",
             "It has 200 workers, of whom 50, or [[40 percent]], are women.",
             "There were 120 votes, 30 of them, or [[35 percent]], against.",
             "With 30 of the 120 seats, or about [[40 percent]], it lost.",
             "With 30 of the 120 seats, or about a quarter, it lost.",
             "It has 200 workers, of whom 50, or 25 percent, are women.",
             "It has 200 workers, of whom 50 left, or 40 percent of the men.",
             "Of the 200 workers, 50, or 25 percent, signed.",
             "Forty percent of the 200 workers, or 80 people, signed.",
             "A third of the 90 pupils, or 32, stayed home.",
             "A third of the 90 pupils, or 12 girls and 18 boys, stayed home.",
             "Of the 200 workers, 50, or 40 percent of the men, signed.",
             "Of the 200 workers, 50 were men and 40 percent were young.",
             "The team won 3 of 4 games, or 2 percent more than in May.",
             "It will cut 1,200 of its 4,000 jobs, or [[20 percent]] of its workforce, it said.",
             "It will cut 1,200 of its 4,000 jobs, or 30 percent of its workforce, it said.",
             "It will cut 1,200 of its 4,000 jobs, or 20 percent of its workforce in Norway.",
             "A quarter of the 200 delegates, [[80]] people, voted against it.",
             "A quarter of the 200 delegates, 50 people, voted against it.",
             "A quarter of the 200 delegates, 80 people from Osterby among them, voted.",
         });
}

TEST(CopyChecks, ChangesAreThoseOfTheFigures) {
  expect(
      "change-matches-percent",
      {
          "Jobs fell from 250 to 200, a drop of [[25 percent]].",
          "Profit rose [[40 percent]] from $2.0 million to $3.1 million.",
          "Sales rose from 12,000 cars to 15,000 cars, a [[35 percent]] increase.",
          "Prices rose by [[10 percent]] to $5 from $4.",
          "It rose from 4% to 6%, a rise of [[3 percentage points]].",
          "Jobs fell from 250 to 200, a drop of 20 percent.",
          "Profit rose 55 percent from $2.0 million to $3.1 million.",
          "Prices rose by 25 percent to $5 from $4.",
          "It rose from 4% to 6%, a rise of 2 percentage points, or 50 percent.",
          "It fell from 71 percent to 55 percent, a drop outside the 10 percentage-point margin.",
          "Sales rose [[50 percent]], from 200 to 250 cars.",
          "Rents climbed [[40 percent]], from $1,000 a month to $1,200.",
          "Profit rose [[20 percent]] to $6.0 billion, from $4.4 billion a year earlier.",
          "The force was cut by [[a third]], from 900 officers to 500.",
          "The roll [[doubled]] to 600 from 400.",
          "Arrivals [[tripled]], from 2,000 to 4,000.",
          "The budget was [[halved]] from $40 million to $30 million.",
          "Sales rose 25 percent, from 200 to 250 cars.",
          "Adjusted profit rose 20 percent to $6.0 billion, from $4.4 billion a year earlier.",
          "Prices rose 2 percent, from $3 in Osterby to $5 in Lindal.",
          "Prices rose by 2 percent, from 3 cents for bread to 5 cents for milk.",
          "The roll more than doubled, from 400 to 950.",
          "Arrivals nearly tripled, from 2,000 to 5,400.",
          "He doubled down from 20 to 30.",
          "The fee doubled from 2010 to 2014.",
          "It cut the rate by 25 basis points, to 4.25 percent from 4.5 percent.",
          "It cut the rate by [[50 basis points]], to 4.25 percent from 4.5 percent.",
          "It lifted the rate from 4 percent to 4.5 percent, a rise of 50 basis points.",
      });
}

TEST(CopyChecks, DistancesOfSharesAreInPoints) {
  expect("percent-or-points",
         {
             "It rose from 4% to 6%, a rise of [[2 per cent]].",
             "Approval fell from 48 percent to 44 percent, down [[4 percent]].",
             "It rose from 4% to 6%, a rise of 50 percent.",
             "It rose from 4% to 6%, a rise of 2 percentage points.",
             "Unemployment rose by [[2 percent]], from 3 percent to 5 percent.",
             "The bank raised its key rate by [[0.5 percent]], to 4.5 percent from 4 percent.",
             "Turnout was up [[3 percent]], from 60 percent in 2022 to 63 percent.",
             "Unemployment rose by 2 percentage points, from 3 percent to 5 percent.",
             "Wages rose by 2 percent, from 3 percent for cooks to 5 percent for nurses.",
         });
}

TEST(CopyChecks, WeekdaysBeforeDatesInBrackets) {
  expect("weekday-matches-date", {
                                     "On [[Thursday]] (March 13), crews returned.",
                                     "On Thursday (March 12), crews returned.",
                                     "On Thursday (the game of March 13 was moved), he left.",
                                 });
}

TEST(CopyChecks, CoursesOfEventsGoForward) {
  expect("events-in-order",
         {
             "He was arrested on May 3, 2025, convicted on June 2, 2025, and sentenced in "
             "[[April of the same year]].",
             "Lind, who was arrested on Feb. 10, was charged on [[Feb. 3]].",
             "She died on Monday. She was taken to hospital on [[Tuesday]] after the crash.",
             "Born in 1990, Anna Holt graduated from the college in Osterby in [[1985]].",
             "Construction began in 2016 and ended in [[2012]].",
             "The ferry left port on March 9 and sank on [[March 7]].",
             "He was elected in 2014 and took office in [[2011]].",
             "He was arrested on May 3, 2025, after he was charged on May 1, 2025.",
             "He was arrested on March 9 and charged with robbing a bank on March 2.",
             "Lind was arrested on March 9. Holt was charged on March 2.",
             "Two people died on Monday and three others were taken to hospital on Tuesday.",
             "She was taken to hospital on Monday and died on Sunday.",
             "Her father was born in 1960, and he joined a club that was founded in 1959.",
             "Lind died on March 10 in Osterby and was buried on [[March 8]].",
             "The bridge opened in 2012. It was closed in 2009.",
             "He retired in 2010 and joined the board in 2012.",
             "She was arrested on [[March 3]] over the attack on March 9.",
             "She was arrested on March 9 over the attack on March 3.",
             "The bank was robbed on March 9. Voss was arrested over the robbery on [[March 3]].",
             "The bank was robbed on March 9. Voss was arrested on March 3 over another robbery.",
             "The attack took place on March 9. He was arrested on March 3 over an attack.",
             "He was stabbed on March 9. Voss was arrested on March 3 over the stabbing of a cook.",
             "A bus was attacked on March 9. He was held on March 3 over the attack on Ida Lund.",
             "The boy died on Monday and will be buried on Sunday.",
             "Prices started the year at $20 in 2020 and ended 2019 at $18.",
             "He was born in 1990. His father joined the army in 1985.",
             "The meeting, which began at 10 p.m., ended at 1:30 a.m.",
         });
}

TEST(CopyChecks, AsManyAreNamedAsCounted) {
  expect("names-match-number",
         {
             "[[Three]] people were killed: Anna Holt, 34, Ben Marsh, 41, Cara Lund, 29, and Dov "
             "Reiss, 50.",
             "[[Three]] people were killed. They were identified as Anna Holt, Ben Marsh, Cara "
             "Lund and Dov Reiss.",
             "[[Three]] men died: Milo Strand, 34, and Ben Marsh, 41.",
             "[[Three]] children, aged 4, 6, 9 and 11, died.",
             "[[Three]] people died in the crash. They were aged 12, 34, 45 and 61.",
             "Four people were killed: Anna Holt, 34, Ben Marsh, 41, Cara Lund, 29, and Dov Reiss, "
             "50.",
             "Two men were held. They are Ben Marsh and Dov Reiss.",
             "Four children, aged 4, 6, 9 and 11, died.",
             "Four people died in the crash. They were aged 12, 34, 45 and 61.",
             "Two boys, ages 7 and 10, and two adults were found.",
             "Four men, ages 20, 23, 27 and another in his 20s, were hurt.",
             "The school lost 20 children, ages six and seven.",
             "Three finalists were chosen: Anna Holt of Osterby, Ben Marsh, and a band.",
             "[[Two]] men - Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, 29 - appeared.",
             "The [[two]] dead include Anna Holt, Ben Marsh and Cara Lund.",
             "[[Two]] brothers, 19, 21 and 24, were charged.",
             "[[Five]] members of one family, ages 3, 5, 9, 31, 33 and 60, died.",
             "Three men - Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, 29 - appeared.",
             "The five dead include Anna Holt, Ben Marsh and Cara Lund.",
             "Three brothers, 19, 21 and 24, were charged.",
             "The [[two]] passengers, Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, 29, lived.",
             "The [[two]] victims were Karl Brandt, 41; Olav Henning, 38; and Tom Reyes, 29.",
             "Police named the [[two]] dead as Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, "
             "29.",
             "The three passengers, Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, 29, lived.",
             "The three victims were Karl Brandt, 41; Olav Henning, 38; and Tom Reyes, 29.",
             "Police named the three dead as Karl Brandt, 41, Olav Henning, 38, and Tom Reyes, 29.",
             "The four passengers, Karl Brandt, 41, Olav Henning, 38, and a boy, lived.",
             "The three passengers, Karl Brandt, 41, and Olav Henning, 38, of Osterby, lived.",
             "The three passengers, Karl Brandt, 41, Olav Henning, 38, of Osterby, and Tom Reyes, "
             "29, lived.",
             "The three victims were Norwegians.",
             "The three men, who met Karl Brandt, 41, Olav Henning, 38, and others, left.",
             "Two players, 12, 15 and 18 points behind, fell back.",
             "Four suspects - Anna Holt, Ben Marsh and a teenager - were held.",
         });
}

TEST(CopyChecks, AgesAreThoseOfTheYearOfBirth) {
  expect("age-matches-birth-year",
         {
             "Anna Holt, [[34]], born in 1985, said she ran.",
             "Anna Holt, [[34]], who was born in Osterby in 1985, is a nurse.",
             "Ben Marsh is [[34]]. He was born in 1985.",
             "Anna Holt, 40, born in 1985, said she ran.",
             "Anna Holt, 34, was born on May 3, 1991.",
             "She died at 34, though born in 1985.",
             "Ben Marsh (born 1990), [[45]], won.",
             "Ben Marsh (born 1980), 45, won.",
             "Karl Brandt (1930-2025) died at the age of [[85]].",
             "Karl Brandt, born in 1963, died in 2001 aged [[48]].",
             "Karl Brandt (1930-2025) died at the age of 94.",
             "Karl Brandt, born in 1963, died in 2001 aged 38.",
             "Karl Brandt, born in 1963, died in 2001; his brother died aged 48.",
             "Anna Holt (34) and Karl Brandt (born 1950) will share it.",
             "Karl Brandt, 62, married Anna Holt, born in 1985.",
             "Anna Holt, 34, founded it in 2019; her grandfather, born in 1930, had a shop.",
         });
}

TEST(CopyChecks, OneOfficialIsNotOfficials) {
  expect("officials-and-one-named",
         {
             "[[Officials]] said the road was closed. \"We had no choice,\" said Mayor Lena Roth.",
             "Officials said the road was closed. Mayor Lena Roth and Governor Ben Marsh met.",
             "Officials said the road was closed.",
             "[[Officials]] said the road was closed. \"We need time,\" said Mark Webb, a county "
             "official.",
             "Officials said so. Mark Webb, a county official, and Lena Roth, the mayor, agreed.",
             "Officials said so. Lena Roth, a resident, was not sure.",
             "According to [[officials]], 12 homes were lost. Fire Chief Ben Marsh was there.",
         });
}

TEST(CopyChecks, MillionsAreNotBillions) {
  expect(
      "million-or-billion",
      {
          "It made a loss of $3.2 million in the quarter. The [[$3.2 billion]] loss is its first.",
          "It made a loss of $3.2 million. The loss of $3.4 billion is another firm's.",
          "The state will spend $4.5 billion on the dam. The [[$4.5 million]] was too much for the "
          "dam.",
          "The firm earned 3.2 million euros on sales of 3.2 billion euros.",
          "It lost 1.5 million euros in May; the industry lost 1.5 billion euros.",
          "The state will pay 5 billion euros for trains and 5 million euros for a study.",
          "Profit rose to 3 billion euros from 2.9 million euros in its first year, 1998.",
          "The town has 2 million people. The state spends $2 billion.",
      });
}

TEST(CopyChecks, DigitsDoNotChangeOver) {
  expect("digits-changed-over",
         {
             "The mine employs 340 people. All [[430]] people the mine employs were safe.",
             "Norline will cut 1,240 jobs. The [[1,420]] jobs that Norline will cut are here.",
             "It paid a fine of $3,450 in May. The fine of [[$3,540]] was paid in May.",
             "The mine employs 340 people. All 340 people the mine employs were safe.",
             "The mine employs 340 people. The school has 430 people.",
             "The school has 312 pupils. All [[321]] pupils were sent home.",
             "The house sold for $1.2 million. The [[$2.1 million]] house has six rooms.",
             "Acme cut 1,240 jobs in 2023. This year it will cut 1,420 jobs.",
             "It earned 45 million euros in the first quarter. In the second quarter it earned 54 "
             "million euros.",
             "He saw 350 trees planted in the north and 530 trees planted in the south.",
             "The bridge cost 14 million euros. The 41 million euro tunnel beside it opened.",
             "The mine employs 340 people, up from 410 people the mine employed.",
             "About 340 people the mine employs left, and then 430 people the mine employs.",
             "The Union won 84 of the 180 seats. It and the Greens would have 108 seats.",
         });
}

TEST(CopyChecks, HeadlinesCountAsTheTextDoes) {
  const auto words = [](const std::string& title, const std::string& text) {
    const Document document = document_of(title, text);
    return words_of(document, slips_in(document, "headline-counts-match"));
  };
  EXPECT_THAT(words("Plant to cut 1,200 jobs", "The plant will cut 1,400 jobs."),
              ::testing::ElementsAre("1,200"));
  EXPECT_THAT(words("Plant to cut 1,400 jobs", "The plant will cut 1,400 jobs."),
              ::testing::IsEmpty());
  EXPECT_THAT(words("Plant to cut 1,400 jobs", "It cuts 900 jobs here and 500 jobs there."),
              ::testing::IsEmpty());
}

TEST(CopyChecks, NamesAreSpelledAsTheSourcesSpellThem) {
  const std::vector<std::string> sources = {"Captain Aleksei Petrenko left with Milo Strand.",
                                            "It was Aleksei Petrenko who left, Anna Holt said."};
  const auto words = [&](const std::string& draft) {
    return words_beside("name-spelling", draft, sources);
  };
  EXPECT_THAT(words("Captain Alexei Petrenko left."), ::testing::ElementsAre("Alexei Petrenko"));
  EXPECT_THAT(words("Driver Alexei Petrenko left."), ::testing::ElementsAre("Alexei Petrenko"));
  EXPECT_THAT(words("Milo Strant left."), ::testing::ElementsAre("Milo Strant"));
  EXPECT_THAT(words("Captain Aleksei Petrenko left."), ::testing::IsEmpty());
  EXPECT_THAT(words("Alexei Petrenko and his brother Aleksei Petrenko left."),
              ::testing::IsEmpty());
  EXPECT_THAT(words("Igor Petrenko left with Ben Holt."), ::testing::IsEmpty());
  EXPECT_THAT(words_beside("name-spelling", "Eva Sandel left.", {"It was Eva Sandell who left."}),
              ::testing::ElementsAre("Eva Sandel"));
  EXPECT_THAT(words("Milo Stran left."), ::testing::ElementsAre("Milo Stran"));
  EXPECT_THAT(words_beside("name-spelling", "The Eva Holts left.", {"It was Eva Holt who left."}),
              ::testing::IsEmpty());
  EXPECT_THAT(words_beside("name-spelling", "Stev Holt left.", {"It was Steve Holt who left."}),
              ::testing::IsEmpty());
  EXPECT_THAT(words_beside("name-spelling", "Eva Lind left.", {"It was Eva Linden who left."}),
              ::testing::IsEmpty());
}

TEST(CopyChecks, NamesOfSeveralParts) {
  struct Row {
    const char* source;
    const char* draft;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"Jean-Luc Marsand said so.", "Jean-Luc Marsant said so.", {"Jean-Luc Marsant"}},
      {"Ursula von der Linden said so.",
       "Ursula von der Lindon said so.",
       {"Ursula von der Lindon"}},
      {"Mohammed al-Barri said so.", "Mohamed al-Barri said so.", {"Mohamed al-Barri"}},
      {"Kim Sun-ho said so.", "Kim Sun-hoo said so.", {"Kim Sun-hoo"}},
      {"Sarah Holt said so.", "Sara Holt said so.", {"Sara Holt"}},
      {"Ann Roth said so.", "Anne Roth said so.", {"Anne Roth"}},
      {"Katherine Boll said so.", "Catherine Boll said so.", {"Catherine Boll"}},
      {"Jean-Luc Marsand said so.", "Jean-Luc Marsand said so.", {}},
      {"Sarah Holt and Sara Holt said so.", "Sara Holt said so.", {}},
      {"Eva Boll said so.", "Evan Boll said so.", {}},
      {"The Marlin Center said so.", "The Marlin Centre said so.", {}},
      {"The Harbor Trust said so.", "The Harbour Trust said so.", {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(words_beside("name-spelling", row.draft, {row.source}), row.expected) << row.draft;
  }
}

TEST(CopyChecks, TheHeadlineSpellsNamesAsTheTextDoes) {
  const auto words = [](const std::string& title, const std::string& text) {
    const Document document = document_of(title, text);
    return words_of(document, slips_in(document, "name-spelling"));
  };
  EXPECT_THAT(words("Mayor Anna Holt opens bridge", "Mayor Anna Holte spoke. Holte left."),
              ::testing::ElementsAre("Anna Holt"));
  EXPECT_THAT(words("Mayor Anna Holt opens bridge", "Mayor Anna Holt spoke."),
              ::testing::IsEmpty());
  EXPECT_THAT(words("Mayor Anna Holt opens bridge", "Anna Holte, cousin of Holt, spoke."),
              ::testing::IsEmpty());
}

TEST(CopyChecks, AccusationsAreNotFacts) {
  const std::vector<std::string> sources = {
      "Prosecutors accused the operator, Norline, of ignoring two warnings. Orzuev accused the "
      "Taliban of helping the gunmen."};
  const auto words = [&](const std::string& draft) {
    return words_beside("claim-as-fact", draft, sources);
  };
  EXPECT_THAT(words("Norline ignored two warnings."), ::testing::ElementsAre("Norline ignored"));
  EXPECT_THAT(words("The Taliban helped the gunmen who did it."),
              ::testing::ElementsAre("Taliban helped"));
  EXPECT_THAT(words("Norline ignored two warnings, prosecutors said."), ::testing::IsEmpty());
  EXPECT_THAT(words("Norline has been ignoring the warnings for years."),
              ::testing::ElementsAre("Norline has been ignoring"));
  EXPECT_THAT(words("Norline, ignoring the warnings, is what they speak of."),
              ::testing::IsEmpty());
  EXPECT_THAT(words("Norline allegedly ignored the warnings."), ::testing::IsEmpty());
  EXPECT_THAT(words("Norline denied that it ignored the warnings."), ::testing::IsEmpty());
  EXPECT_THAT(words("Norline ignored a letter."), ::testing::IsEmpty());
}

TEST(CopyChecks, CrimesToldByNameAreNotFacts) {
  const std::vector<std::string> sources = {
      "Police accused the manager, Per Holt, of arson. Prosecutors charged Ina Marsh with gross "
      "negligence."};
  const auto words = [&](const std::string& draft) {
    return words_beside("claim-as-fact", draft, sources);
  };
  EXPECT_THAT(words("The manager, Per Holt, set the fire."), ::testing::ElementsAre("Holt, set"));
  EXPECT_THAT(words("Marsh was negligent."), ::testing::ElementsAre("Marsh was negligent"));
  EXPECT_THAT(words("Per Holt set the table."), ::testing::IsEmpty());
  EXPECT_THAT(words("Per Holt set the fire, police said."), ::testing::IsEmpty());
}

TEST(CopyChecks, AccusationsInOtherForms) {
  struct Row {
    const char* source;
    const char* draft;
    std::vector<std::string> expected;
  };
  constexpr const char* kFire =
      "Police accused the plant's owner, Karl Brandt, of setting the fire in Osterby.";
  constexpr const char* kDeath = "Prosecutors say Anna Holt killed her husband in May.";
  constexpr const char* kRocket = "The government accused the rebels of firing the rocket.";
  constexpr const char* kStrike = "Norland blamed Sorvia for the strike on the dam.";
  const Row rows[] = {
      {kFire,
       "Karl Brandt, the owner of the plant, set the fire.",
       {"Brandt, the owner of the plant, set"}},
      {kFire, "The fire was set by Karl Brandt.", {"set by Karl Brandt"}},
      {kFire, "The fire was put out by Karl Brandt.", {}},
      {kFire, "The fire was set by Karl Brandt, police said.", {}},
      {kDeath, "Anna Holt killed her husband in May.", {"Holt killed"}},
      {kDeath, "Anna Holt murdered her husband in May.", {"Holt murdered"}},
      {kDeath, "Anna Holt may have killed her husband.", {}},
      {kDeath, "Anna Holt buried her husband in May.", {}},
      {kRocket, "The rebels fired the rocket.", {"rebels fired"}},
      {kRocket, "The government says the rebels fired the rocket.", {}},
      {kStrike, "Sorvia was behind the strike.", {"Sorvia was behind"}},
      {kStrike, "Sorvia condemned the strike.", {}},
      {"Norland accused Sorvia of closing the border. Sorvia closed the border.",
       "Sorvia closed the border.",
       {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(words_beside("claim-as-fact", row.draft, {row.source}), row.expected) << row.draft;
  }
}

TEST(CopyChecks, IdsDoNotDependOnPlaces) {
  const Document first = document_of("", "The school is 5 miles (5 km) away.");
  const Document second = document_of("", "It is old.\n\nThe school is 5 miles (5 km) away.");
  const auto one = slips_in(first, "conversion-matches");
  const auto other = slips_in(second, "conversion-matches");
  ASSERT_EQ(one.size(), 1U);
  ASSERT_EQ(other.size(), 1U);
  EXPECT_EQ(one[0].id, other[0].id);
  EXPECT_EQ(one[0].id.size(), 12U);
}

}  // namespace
}  // namespace concord::proofread
