#include "group/group.h"

#include <algorithm>
#include <cctype>
#include <deque>
#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "base/timestamp.h"

namespace concord::group {
namespace {

constexpr const char* kHall =
    "Gunmen burst into the Anor Concert Hall in Dolat on Friday and killed at least 60 people, the "
    "Investigative Committee of Zeravan said. President Davlat Orzuev was briefed on the "
    "attack.\n\n"
    "The roof of the hall in Dolat partly collapsed. Helicopters dropped water on the building "
    "while "
    "ambulances queued along the highway from Ashkar.";
constexpr const char* kHallLater =
    "The death toll from the attack on the Anor Concert Hall outside Ashkar has risen to 115, the "
    "Investigative Committee said on Saturday. Rescuers still searched the collapsed roof in "
    "Dolat.\n\n"
    "President Davlat Orzuev said four gunmen had been detained in the south of Zeravan.";
constexpr const char* kStrike =
    "Dockers in the port of Brackwater voted on Tuesday to extend their strike over pay, the "
    "Harbor "
    "Workers' Union said. Shipping lines diverted vessels to Tolhaven and Easby.\n\n"
    "The port's owner, Norvik Terminals, offered a raise of 4.5% and urged the union to return to "
    "talks.";

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// Words and numbers in one sentence a paragraph: as much as grouping looks at.
TokenizedText split(const std::string& text) {
  TokenizedText out;
  std::uint32_t at = 0;
  while (at < text.size()) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find("\n\n", at), text.size()));
    const auto first = static_cast<std::uint32_t>(out.tokens.size());
    for (std::uint32_t begin = at; begin < end;) {
      std::uint32_t stop = begin;
      while (stop < end && is_word_byte(text[stop])) {
        ++stop;
      }
      if (stop > begin) {
        const bool number = text[begin] >= '0' && text[begin] <= '9';
        const bool capital = text[begin] >= 'A' && text[begin] <= 'Z';
        out.tokens.push_back({{begin, stop},
                              kUnknownWord,
                              number ? TokenKind::number : TokenKind::word,
                              true,
                              capital});
      }
      begin = stop + 1;
    }
    const auto last = static_cast<std::uint32_t>(out.tokens.size());
    if (last > first) {
      const auto number = static_cast<std::uint32_t>(out.sentences.size());
      const Span span{out.tokens[first].span.begin, out.tokens[last - 1].span.end};
      out.sentences.push_back({{first, last}, number, span});
      out.paragraphs.push_back({{number, number + 1}, Part::body, span});
    }
    at = end + 2;
  }
  return out;
}

/// Documents and their tokens, which members point into.
class Desk {
 public:
  Document& add(const std::string& id, const std::string& text, const std::string& day = "") {
    Document& document = documents_.emplace_back();
    document.id = id;
    document.source = id;
    document.text = text;
    if (!day.empty()) {
      const Timestamp time = parse_iso8601(day)->utc;
      document.published = Publication{day, time, {time.seconds + kSecondsPerDay}, 0};
    }
    return document;
  }

  Stories group(bool one_story = false) {
    tokens_.clear();
    std::vector<Member> members;
    for (const Document& document : documents_) {
      members.push_back(
          {&document, &tokens_.emplace_back(split(document.text)), placed_before[document.id]});
    }
    return concord::group::group(members, {.parallel = {}, .one_story = one_story});
  }

  /// Each document's story, in order of first mention: "aab" for two alike and one apart.
  std::string shape(bool one_story = false) {
    const Stories stories = group(one_story);
    std::map<std::uint32_t, char> letters;
    std::string shape;
    for (const Placement& placement : stories.placements) {
      const auto letter = static_cast<char>('a' + letters.size());
      shape += letters.try_emplace(placement.story.index, letter).first->second;
    }
    return shape;
  }

  /// How the last document is like those before it, which are in these stories.
  std::vector<Likeness> likenesses_of_last(const std::vector<std::string>& stories) {
    std::vector<Member> members;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      members.push_back({&documents_[i], &tokens_.emplace_back(split(documents_[i].text)),
                         i < stories.size() ? std::string_view(stories[i]) : std::string_view()});
    }
    const Member last = members.back();
    members.pop_back();
    return likenesses(last, members);
  }

  std::deque<Document>& documents() { return documents_; }

  std::map<std::string, std::string> placed_before;  // document -> story

 private:
  std::deque<Document> documents_;
  std::deque<TokenizedText> tokens_;
};

TEST(Group, PutsOneEventIntoOneStory) {
  Desk desk;
  desk.add("wire-1", kHall, "2025-09-12");
  desk.add("herald-1", kStrike, "2025-09-12");
  desk.add("ledger-1", kHallLater, "2025-09-13");
  EXPECT_EQ(desk.shape(), "aba");
}

TEST(Group, AsksMoreOfDocumentsFarApartInTime) {
  Desk desk;
  desk.add(
      "a",
      "A car crash in Easby injured two people on Monday, police said. The driver, Tom Hale, was "
      "taken to Saint Brice Hospital from Bramley Road, and the bridge stayed closed.",
      "2025-01-06");
  desk.add("b",
           "Police arrested Anna Reed after a crash on Bramley Road in Easby that left three "
           "people injured, one of "
           "them a child from Tolhaven, Sheriff Colin Marsh told reporters on Tuesday.",
           "2025-01-06");
  EXPECT_EQ(desk.shape(), "aa");
  desk.documents()[1].published->begin.seconds += 300 * kSecondsPerDay;
  EXPECT_EQ(desk.shape(), "ab");
}

TEST(Group, TheDayNamedTellsLikeEventsApart) {
  constexpr const char* kShot = "Four people were shot in the Harrow district of Brackwater on ";
  Desk desk;
  desk.add("ledger-1", kShot + std::string("Monday, police said."), "2025-09-09");
  desk.add("ledger-2", kShot + std::string("Monday, police said."), "2025-09-16");
  desk.add("herald", kShot + std::string("Monday. A car was seen."), "2025-09-10");
  const auto found = desk.likenesses_of_last({"same", "later"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.front().story, "same");
  EXPECT_GT(found.front().likeness, found.back().likeness);
}

struct LikeEvents {
  const char* first;
  const char* second;
  const char* shape;
};

TEST(Group, LikeEventsWithNoNameInCommonAreTwo) {
  constexpr LikeEvents kCases[] = {
      {"A gunman opened fire at a shopping mall in Dallow on Sunday, killing four people and "
       "wounding nine, police said. The suspect, 24, was arrested.",
       "A gunman opened fire at a shopping mall in Fernby on Sunday, killing two people and "
       "wounding three, police said. The suspect, 31, was arrested.",
       "ab"},
      {"A gunman opened fire at a shopping mall in Dallow on Sunday, killing four people and "
       "wounding nine, police said. The suspect, 24, was arrested.",
       "Police said a gunman had killed four people at a mall in Dallow on Sunday.", "aa"},
      {"Three people died in an apartment fire on Mill Street in Orsk on Sunday, the fire service "
       "said.",
       "Two people died in an apartment fire on Harbor Road in Tolm on Sunday, the fire service "
       "said.",
       "ab"},
      {"In Tolm, Otto Holt won the election on Sunday with 51 percent of the vote.",
       "A house fire killed two people in Tolm on Sunday, the fire service said.", "ab"},
      {"A bus crashed near Tolm on Monday, killing 12 people, police said.",
       "At least 12 people were killed when a bus fell off a bridge near Tolm on Monday.", "aa"},
      {"BRENNICK - A footbridge over the Tarn collapsed on Wednesday, killing seven people and "
       "injuring 31, the ministry said.",
       "At least nine people were killed when a footbridge collapsed in Brennick on Wednesday.",
       "aa"},
      {"A bus crashed on Monday, killing 12 people, police said.",
       "At least 12 people were killed when a bus fell off a bridge near Tolm on Monday.", "aa"},
  };
  for (const auto& [first, second, shape] : kCases) {
    Desk desk;
    desk.add("a", first, "2026-03-02");
    desk.add("b", second, "2026-03-02");
    EXPECT_EQ(desk.shape(), shape) << first << "\n" << second;
  }
}

TEST(Group, NamesAStoryAfterItsEarliestDocument) {
  Desk desk;
  Document& later = desk.add("ledger-1", kHallLater, "2025-09-13");
  Document& earlier =
      desk.add("wire-1", std::string("At least 60 killed in Dolat\n\n") + kHall, "2025-09-12");
  earlier.headline = {0, 27};
  const Stories stories = desk.group();
  ASSERT_EQ(stories.stories.size(), 1U);
  EXPECT_EQ(stories.stories[0].title, "At least 60 killed in Dolat");
  EXPECT_EQ(stories.stories[0].documents, (std::vector<DocumentId>{{1}, {0}}));
  const std::string id = stories.stories[0].id;
  EXPECT_EQ(id.size(), 13U);
  EXPECT_EQ(id[0], 's');
  later.text += " More.";
  EXPECT_EQ(desk.group().stories[0].id, id);
}

TEST(Group, CutsALongFirstSentenceForATitle) {
  Desk desk;
  desk.add("a", std::string(100, 'x') + "\u00E9 and more.");
  EXPECT_EQ(desk.group().stories[0].title, std::string(80, 'x') + "\u2026");
}

TEST(Group, LetsPinsWin) {
  Desk desk;
  desk.add("a", kHall, "2025-09-12").story = "north";
  desk.add("b", kHallLater, "2025-09-13").story = "south";
  desk.add("c", kStrike, "2025-09-13").story = "north";
  EXPECT_EQ(desk.shape(), "aba");
  const Stories stories = desk.group();
  EXPECT_EQ(stories.stories[0].id, "north");
  EXPECT_EQ(stories.stories[1].id, "south");
}

TEST(Group, LetsAnUnpinnedDocumentJoinAPinnedStory) {
  Desk desk;
  desk.add("a", kHall, "2025-09-12").story = "hall";
  desk.add("b", kHallLater, "2025-09-13");
  EXPECT_EQ(desk.shape(), "aa");
  EXPECT_EQ(desk.group().stories[0].id, "hall");
}

TEST(Group, WhatWasOneStoryStaysOneUnderItsId) {
  Desk desk;
  desk.add("a", kHall, "2025-09-12");
  desk.add("b", kStrike, "2025-09-13");
  desk.add("c", kHallLater, "2025-09-13");
  desk.placed_before = {{"a", "s-old"}, {"b", "s-old"}};
  EXPECT_EQ(desk.shape(), "aaa");
  EXPECT_EQ(desk.group().stories[0].id, "s-old");
  desk.documents()[1].story = "port";  // an editor's word stands above it
  EXPECT_EQ(desk.shape(), "aba");
  EXPECT_EQ(desk.group().stories[0].id, "s-old");
}

TEST(Group, AnEarlierDocumentThatComesLateDoesNotRenameTheStory) {
  Desk desk;
  desk.add("a", kHall, "2025-09-12");
  desk.add("c", kHallLater, "2025-09-13");
  desk.placed_before = {{"c", "s-old"}};
  EXPECT_EQ(desk.group().stories.at(0).id, "s-old");
}

TEST(Group, TextThatPagesShareForMonthsIsFurniture) {
  const std::string furniture =
      "Just a moment, dear Reader. Check the mailbox of your Account at Tolhaven Media to confirm "
      "the subscription and follow the link in the Newsletter. If the message does not come within "
      "minutes look into the folder for Junk or write to Customer Service at Easby Plaza. The "
      "publisher of Tolhaven Media thanks all subscribers for their support of local reporting.";
  Desk desk;
  const char* headlines[] = {"Fire guts bakery in Marsh Lane", "Council bans scooters",
                             "Rowers win silver in Belmora", "Mayor Ostrander resigns",
                             "Two hurt as tram derails at Quay Street"};
  int month = 0;
  for (const char* headline : headlines) {
    const std::string day = "2025-0" + std::to_string(++month) + "-05";
    Document& document = desk.add(headline, std::string(headline) + "\n\n" + furniture, day);
    document.headline = {0, static_cast<std::uint32_t>(std::string_view(headline).size())};
  }
  EXPECT_EQ(desk.group().placements[1].copy_of, std::nullopt);
  const std::string shape = desk.shape();
  EXPECT_EQ(shape.substr(3), std::string("de")) << shape;
}

TEST(Group, MarksCopiesOfTheEarliest) {
  Desk desk;
  desk.add("lantern", std::string(kHall) + "\n\n(Meridian Wire)", "2025-09-13");
  desk.add("meridian", kHall, "2025-09-12");
  desk.add("ledger", kHallLater, "2025-09-13");
  const Stories stories = desk.group();
  EXPECT_EQ(stories.placements[0].copy_of, DocumentId{1});
  EXPECT_FALSE(stories.placements[1].copy_of);
  EXPECT_FALSE(stories.placements[2].copy_of);
}

TEST(Group, TakesVersionsOfOneItemForNoCopies) {
  Desk desk;
  desk.add("v1", kHall, "2025-09-12").item = "MW-1";
  desk.add("v2", std::string(kHall) + " More bodies were found.", "2025-09-13").item = "MW-1";
  const Stories stories = desk.group();
  EXPECT_FALSE(stories.placements[1].copy_of);
  EXPECT_EQ(stories.stories.size(), 1U);
}

TEST(Group, TakesFilesNamedByHandForOneStoryUnlessTheyPlainlyAreNot) {
  Desk desk;
  desk.add("a", "Russia's president spoke of the attack in Moscow that killed 133 people.");
  desk.add("b",
           "Islamic State claimed the attack in Moscow. The FSB blamed Kyiv without evidence.");
  EXPECT_EQ(desk.shape(true), "aa");
  desk.add("c", "Rhubarb crumble needs butter, oats, brown sugar, ginger.");
  EXPECT_EQ(desk.shape(true), "aab");
}

TEST(Group, DoesNotDependOnTheOrder) {
  Desk desk;
  for (int i = 0; i < 4; ++i) {
    const std::string number = std::to_string(i);
    desk.add("hall" + number,
             std::string(i % 2 == 0 ? kHall : kHallLater) + " Report " + number + ".",
             "2025-09-12");
    desk.add("port" + number, std::string(kStrike) + " Update " + number + ".");
  }
  const auto told = [&desk] {
    std::map<std::string, std::string> places;
    const Stories stories = desk.group();
    for (std::size_t i = 0; i < stories.placements.size(); ++i) {
      const Placement& placement = stories.placements[i];
      places[desk.documents()[i].id] =
          stories.stories[placement.story.index].id +
          (placement.copy_of ? " " + desk.documents()[placement.copy_of->index].id : "");
    }
    return places;
  };
  const auto expected = told();
  std::mt19937 random(3);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(desk.documents().begin(), desk.documents().end(), random);
    EXPECT_EQ(told(), expected);
  }
}

TEST(Group, OfNothingIsNothing) {
  Desk desk;
  EXPECT_TRUE(desk.group().stories.empty());
  desk.add("empty", "");
  desk.add("marks", "... ?!");
  EXPECT_EQ(desk.shape(), "ab");
}

}  // namespace
}  // namespace concord::group
