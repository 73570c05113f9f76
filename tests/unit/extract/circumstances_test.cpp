// How a figure is meant and who says it: contexts, attribution, as of, alleged.
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kRules = R"(factrules: 1
pack: desk
version: 1.0.0
contexts:
  denied:
    cue: (denied|denies) [that]
    not cue: denied bail
    reaches: right
    stops at: (but|however)
    at most: 8 words
  possible:
    cue: (feared|may|not clear if)
    reaches: right
    at most: 6 words
  possible_after:
    mode: possible
    cue: feared dead
    reaches: left
    at most: 4 words
  projected:
    cue: could (rise|reach)
    reaches: right
    at most: 6 words
    applies to: [deaths]
attribution:
  phrases: |
    according to {s}
    (said|confirmed) {s}
    {s} (said|told|claimed|confirmed)
facts:
  deaths:
    describe: d
    value: count
    event: any
    find: |
      {n} people ...3 killed
      {n} killed
      {n} dead
      toll ...4 (to|was) {n}
      {n} feared dead
  held:
    describe: d
    value: count
    event: any
    find: "{n} ...3 gunmen"
)";

constexpr Row kContexts[] = {
    {"The ministry denied that 200 people were killed.", "deaths=200 (denied)"},
    {"He denied it but 200 people were killed.", "deaths=200"},
    {"It was feared that most of the 200 people were killed.", "deaths=200"},
    {"He was denied bail after 200 people were killed.", "deaths=200"},
    {"It denied any part in the fire, which left 200 dead.", "deaths=200"},
    {"It denied reports that 200 people were killed.", "deaths=200 (denied)"},
    {"He denied it for years and years and years and years, 200 dead.", "deaths=200"},
    {"It was not clear if 40 people had been killed.", "deaths=40 (possible)"},
    {"40 people may have been killed.", "deaths=40 (possible)"},
    {"40 people were killed and more may follow.", "deaths=40"},
    {"40 feared dead", "deaths=40 (possible)"},
    {"The toll could rise to 40.", "deaths=40 (projected)"},
    {"He denied the toll could reach 40 people killed.", "deaths=40 (denied)"},
    {"The number could rise: 40 gunmen", "held=40"},
};

TEST(Circumstances, Contexts) {
  const ReadingDesk desk(kRules);
  for (const Row& row : kContexts) {
    EXPECT_EQ(desk.read(row.text), row.facts) << row.text;
  }
}

constexpr Row kSources[] = {
    {"40 killed, according to the Investigative Committee.",
     "deaths=40 (by Investigative Committee)"},
    {"40 killed, according to Ostmark's Investigative Committee.",
     "deaths=40 (by Investigative Committee)"},
    {"The four gunmen fled, said Ruiz, on foot.", "held=4 (by Ruiz)"},
    {"Four gunmen fled in Oria, said Ruiz.", "held=4 (by Ruiz)"},
    {"Mayor Ana Ruiz said 40 people were killed.", "deaths=40 (by Ana Ruiz)"},
    {"40 people were killed, Mayor Ana Ruiz said.", "deaths=40 (by Ana Ruiz)"},
    {"Ana Ruiz, the mayor of Oria, said 40 people were killed.", "deaths=40 (by Ana Ruiz)"},
    {"Local police said 40 people were killed.", "deaths=40 (by Local police)"},
    {"40 killed, said Dr. Ana Ruiz of Oria General Hospital.", "deaths=40 (by Ana Ruiz)"},
    {"40 killed, Col. Ana Ruiz of the national police said.", "deaths=40 (by Ana Ruiz)"},
    {"40 killed, Chief of Staff General Ana Ruiz said.", "deaths=40 (by Ana Ruiz)"},
    {"40 killed, police said.", "deaths=40 (by police)"},
    {"40 killed, the mountain rescue service said.", "deaths=40 (by mountain rescue service)"},
    {"40 killed, said survivor Piet Anders.", "deaths=40 (by Piet Anders)"},
    {"40 killed, the utility Telma said.", "deaths=40 (by Telma)"},
    {"40 killed, Ashdown & Vale said.", "deaths=40 (by Ashdown & Vale)"},
    {"A spokesman for the Interior Ministry said 40 people were killed.",
     "deaths=40 (by Interior Ministry)"},
    {"Red Dawn claimed 40 dead.", "deaths=40 (by Red Dawn)"},
    {"Ruiz claimed that rebels who left 40 dead came from Oria.", "deaths=40"},
    {"Ruiz said that rebels who left 40 dead came from Oria.", "deaths=40 (by Ruiz)"},
    // the nearest one, and not across into another clause
    {"Ruiz said 40 people were killed, but Ott said 30 dead.",
     "deaths=40 (by Ruiz)\ndeaths=30 (by Ott)"},
    {"40 people were killed, and police said nothing.", "deaths=40"},
    // pronouns
    {"Ana Ruiz said she wept. She said 40 people were killed.", "deaths=40 (by Ana Ruiz)"},
    {"He said 40 people were killed.", "deaths=40"},
    // "the United States" is no verb
    {"The United States confirmed 40 killed.", "deaths=40 (by United States)"},
    {"Witnesses told police 40 people were killed.", "deaths=40 (by Witnesses)"},
    // quotations belong to their speakers
    {"“We counted 40 killed,” said Maria Ott. Ana Ruiz was silent.", "deaths=40 (by Maria Ott)"},
    {"According to Ruiz: “The toll was 40. Now go. We have 30 dead.”",
     "deaths=40 (by Ruiz)\ndeaths=30 (by Ruiz)"},
};

TEST(Circumstances, Attribution) {
  const ReadingDesk desk(kRules);
  for (const Row& row : kSources) {
    EXPECT_EQ(desk.read(row.text), row.facts) << row.text;
  }
}

TEST(Circumstances, ClaimsKeepTheirDistance) {
  const ReadingDesk desk(kRules);
  Document document;
  document.text = "Red Dawn claimed 40 dead.";
  const auto facts = desk.facts(document);
  ASSERT_EQ(facts.size(), 1U);
  ASSERT_TRUE(facts[0].by.has_value());
  EXPECT_TRUE(facts[0].by->hedged);
}

TEST(Circumstances, AllegedAndAsOf) {
  const ReadingDesk desk(kRules);
  EXPECT_EQ(desk.read("They held four alleged gunmen."), "held=4 (alleged)");
  EXPECT_EQ(desk.read("They held four gunmen, all alleged thieves of cars."), "held=4");
  EXPECT_EQ(desk.read("As of 9 a.m. Monday, 40 killed.", "2024-03-26"),
            "deaths=40 (as of 2024-03-25T09:00:00)");
  EXPECT_EQ(desk.read("By Saturday morning the toll was 40.", "2024-03-24"),
            "deaths=40 (as of 2024-03-23T04:00:00)");
}

}  // namespace
}  // namespace concord
