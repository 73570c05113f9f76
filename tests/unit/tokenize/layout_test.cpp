#include <gtest/gtest.h>

#include "spell.h"

namespace concord::tokenize {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

TEST(Sentences, EndAtStops) {
  const Row rows[] = {
      {"It rose. It fell! Why? It did.", "[It rose.][It fell!][Why?][It did.]"},
      {"\"It rose.\" She left.", "[\"It rose.\"][She left.]"},
      {"\u201CIt rose.\u201D She left.", "[\u201CIt rose.\u201D][She left.]"},
      {"(It rose.) She left.", "[(It rose.)][She left.]"},
      {"\"Really?\" he asked.", "[\"Really?\" he asked.]"},
      {"\"Go!\" Anna said.", "[\"Go!\"][Anna said.]"},
      {"It rose... It fell.", "[It rose...][It fell.]"},
      {"It rose\u2026 It fell.", "[It rose\u2026][It fell.]"},
      {"It rose... and fell.", "[It rose... and fell.]"},
      {"It rose by 4.2 points. 12 died.", "[It rose by 4.2 points.][12 died.]"},
      {"It rose.The rest fell.", "[It rose.][The rest fell.]"},
      {"See site.com for more.", "[See site.com for more.]"},
      {"No stop", "[No stop]"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(spell_sentences(row.text), row.expected);
  }
}

TEST(Sentences, DoNotEndAfterAbbreviations) {
  const Row rows[] = {
      {"Mr. Smith met Gen. Lee.", "[Mr. Smith met Gen. Lee.]"},
      {"The U.S. Army left.", "[The U.S. Army left.]"},
      {"It left the U.S. The army stayed.", "[It left the U.S.][The army stayed.]"},
      {"J. K. Rowling wrote.", "[J. K. Rowling wrote.]"},
      {"At 5 p.m. Monday it fell.", "[At 5 p.m. Monday it fell.]"},
      {"It fell at 5 p.m. Anna left.", "[It fell at 5 p.m.][Anna left.]"},
      {"At 5 p.m. ET it fell.", "[At 5 p.m. ET it fell.]"},
      {"On Sept. 11 it fell.", "[On Sept. 11 it fell.]"},
      {"Norvik Inc. Chief Anna Reed left.", "[Norvik Inc. Chief Anna Reed left.]"},
      {"He joined Norvik Inc. He left.", "[He joined Norvik Inc.][He left.]"},
      {"It was No. 5 then.", "[It was No. 5 then.]"},
      {"She said no. Anna left.", "[She said no.][Anna left.]"},
      {"Tea, coffee, etc. and more.", "[Tea, coffee, etc. and more.]"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(spell_sentences(row.text), row.expected);
  }
}

TEST(Sentences, AreBounded) {
  TokenizedText tokens;
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "word ";
  }
  tokenize_text(text, Lexicon(), tokens);
  EXPECT_EQ(tokens.sentences.size(), 10U);
  EXPECT_EQ(tokens.paragraphs.size(), 1U);
}

TEST(Paragraphs, AreSetApartByBlankLines) {
  EXPECT_EQ(spell_sentences("One two.\n\nThree four.\n \t\nFive."),
            "[One two.]\n[Three four.]\n[Five.]");
  EXPECT_EQ(spell_sentences("One two.\r\n\r\nThree four."), "[One two.]\n[Three four.]");
  EXPECT_EQ(spell_sentences("One two.\rThree four."), "[One two.]\n[Three four.]");
  EXPECT_EQ(spell_sentences("\n\n \x01 \n\n"), "");
}

TEST(Paragraphs, AreLinesUnlessHardWrapped) {
  EXPECT_EQ(spell_sentences("Killed: 4\nInjured: 5"), "[Killed: 4]\n[Injured: 5]");
  EXPECT_EQ(spell_sentences("The first line of a text that somebody wrapped\n"
                            "by hand goes on here and ends in the third of\n"
                            "them. This one is short."),
            "[The first line of a text that somebody wrapped\n"
            "by hand goes on here and ends in the third of\n"
            "them.][This one is short.]");
  EXPECT_EQ(spell_sentences("It begins on Tuesday,\nJune 18.\nIt ends then."),
            "[It begins on Tuesday,\nJune 18.]\n[It ends then.]");
  EXPECT_EQ(spell_sentences("It burned 100\nacres of the\nNorth Wood"),
            "[It burned 100\nacres of the\nNorth Wood]");
  EXPECT_EQ(spell_sentences("By Anna Holt\nOSTERBY\nplace: Lindal"),
            "[By Anna Holt]\n[OSTERBY]\n[place: Lindal]");
  EXPECT_EQ(spell_sentences("This line is a whole paragraph of an article without blanks.\n"
                            "This line is another whole paragraph of that same article.\n"
                            "And this one is the third whole paragraph of that article."),
            "[This line is a whole paragraph of an article without blanks.]\n"
            "[This line is another whole paragraph of that same article.]\n"
            "[And this one is the third whole paragraph of that article.]");
}

TEST(Quotes, AreTheInsidesOfMarks) {
  const Row rows[] = {
      {"He said \"it rose\" and left.", "[it rose]"},
      {"called it a\"provocation,\" per the Post", "[provocation,]"},
      {"\u201CIt rose,\u201D he said. \u201CIt fell.\u201D", "[It rose,][It fell.]"},
      {"\u00ABIt rose\u00BB and \u201EIt fell\u201C", "[It rose][It fell]"},
      {"\"It rose.\n\n\"It fell,\" he said.", "[It rose.][It fell,]"},
      {"\u201CIt rose. \u201CIt fell,\u201D he said.", "[It rose. ][It fell,]"},
      {"An unclosed \"mark here\n\nends with its paragraph", "[mark here]"},
      {"A 5\" pipe and a 6\" pipe", ""},
      {"\u2018We will win,\u2019 he said.", "[We will win,]"},
      {"'We will win,' he said.", "[We will win,]"},
      {"the workers\u2019 rights and the \u201990s", ""},
      {"\u2018Tis the workers\u2019 right", ""},
      {"\"\" empty", ""},
      {"closed only\" here", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(spell_quotes(row.text), row.expected) << row.text;
  }
}

/// Parts by their first letters: h l b c t.
std::string parts_of(std::string_view title, std::string_view body, bool markdown = false) {
  Document document;
  document.markdown = markdown;
  document.text = title.empty() ? std::string() : std::string(title) + "\n\n";
  document.headline = {0, static_cast<std::uint32_t>(title.size())};
  document.text += body;
  TokenizedText tokens;
  tokenize(document, Lexicon(), tokens);
  std::string parts;
  for (const Paragraph& paragraph : tokens.paragraphs) {
    parts += "hlbct"[static_cast<std::size_t>(paragraph.part)];
  }
  return parts;
}

TEST(Parts, AreHeadlineLeadAndBody) {
  EXPECT_EQ(
      parts_of("Toll rises", "The toll rose to 12 on Friday, police said.\n\nIt may rise further."),
      "hlb");
  EXPECT_EQ(parts_of("", "By Anna Reed\n\nThe toll rose to 12 on Friday, police said."), "bl");
  EXPECT_EQ(parts_of("", "Short"), "l");
  EXPECT_EQ(parts_of("Only a title", ""), "h");
}

TEST(Parts, AreOfAPictureInMarkdown) {
  const std::string lead = "Fifteen boats sank in the harbor of Hallin on Friday, police said.";
  EXPECT_EQ(parts_of("", lead + "\n\n![Boats that sank at Hallin.](boats.jpg)", true), "lc");
  EXPECT_EQ(parts_of("", lead + "\n\n[Boats that sank at Hallin.](boats.html)", true), "lb");
}

TEST(Parts, AHeadlineMayStandAgainAboveTheText) {
  const std::string lead = "The toll rose to 12 on Friday, police said.";
  EXPECT_EQ(parts_of("Toll rises", "# Toll rises\n\n" + lead, true), "hhl");
  EXPECT_EQ(parts_of("Toll rises", "Toll rises\n\n" + lead), "hhl");
  EXPECT_EQ(parts_of("Toll rises", lead + "\n\nToll rises"), "hlb");
  EXPECT_EQ(parts_of("Toll rises", "# Why the toll rises\n\n" + lead, true), "hbl");
}

TEST(Parts, AreOfAPictureOnAPage) {
  Document document;
  document.page =
      "<p>Fifteen boats sank off Hallin on Friday, police said.</p><figcaption>Boats that sank "
      "there.</figcaption><p>It may rise.</p>";
  for (const char* words : {"Fifteen boats sank off Hallin on Friday, police said.",
                            "Boats that sank there.", "It may rise."}) {
    document.text += document.text.empty() ? "" : "\n\n";
    const std::string piece = words;
    const auto size = static_cast<std::uint32_t>(piece.size());
    document.stretches.push_back({static_cast<std::uint32_t>(document.text.size()),
                                  static_cast<std::uint32_t>(document.page.find(piece)), size,
                                  size});
    document.text += piece;
  }
  TokenizedText tokens;
  tokenize(document, Lexicon(), tokens);
  ASSERT_EQ(tokens.paragraphs.size(), 3U);
  EXPECT_EQ(tokens.paragraphs[0].part, Part::lead);
  EXPECT_EQ(tokens.paragraphs[1].part, Part::caption);
  EXPECT_EQ(tokens.paragraphs[2].part, Part::body);
}

TEST(Parts, AHeadlineIsOneSentence) {
  Document document;
  document.text = "Toll rises. Police: it may rise\n\nThe toll rose.";
  document.headline = {0, 31};
  TokenizedText tokens;
  tokenize(document, Lexicon(), tokens);
  EXPECT_EQ(spell_sentences(document.text, tokens),
            "[Toll rises. Police: it may rise]\n[The toll rose.]");
}

TEST(Parts, KnowHeadlinesOfOtherStories) {
  const std::string title = "Three shot at Halvorn market";
  const std::string lead =
      "Gunmen shot three people at a market in Halvorn on Friday, police said.";
  const auto parts = [&](const std::string& line) {
    return parts_of(title, lead + "\n\n" + line + "\n\nThe three are in hospital in Lutz.", true);
  };
  const char* const teasers[] = {
      "86 Sick, 7 Dead in Outbreak in Orsk",
      "Mayor of Orsk Calls Budget a 'Bad Joke'",
      "Storm kills 12 along northern coast",
  };
  for (const char* const line : teasers) {
    EXPECT_EQ(parts(line), "hltb") << line;
  }
  const char* const own[] = {
      "Two More Shot Near the Market",            // words of the headline
      "The storm has killed 12 along the coast",  // a sentence that lacks its stop
      "Storm kills 12 along northern coast.",     // closed
      "'We will rebuild our town together'",      // a quotation
      "- Storm kills 12 along northern coast",    // an item of a list
      "What we know",                             // a crosshead
  };
  for (const char* const line : own) {
    EXPECT_EQ(parts(line), "hlbb") << line;
  }
  EXPECT_EQ(parts_of("", lead + "\n\n86 Sick, 7 Dead in Outbreak in Orsk\n\nThey live."), "lbb");
}

TEST(Parts, KnowCaptions) {
  const char* const captions[] = {
      "Rescuers at the hall. Photo by Anna Reed/AFP via Getty Images",
      "Rescuers carry a man out of the hall (Reuters)",
      "Rescuers are seen outside the hall after the fire in Dolat on March 22, 2024.",
      "A woman mourns outside the hall in Dolat, near Ashkar - ANNA REED",
      "Troops secure an area at the hall after the attack - Anna Reed",
      "Photograph: Anna Reed",
      "Anna Reed is pictured with her brother in Dolat.",
      "Caption: Boats that sank at Hallin.",
      "*Photo caption: The wall at Hallin after the storm.*",
  };
  for (const char* const caption : captions) {
    EXPECT_EQ(
        parts_of("", std::string(caption) + "\n\nThe toll rose to 12 on Friday, police said."),
        "cl")
        << caption;
  }
  const char* const texts[] = {
      "ASHKAR (Reuters) - The toll rose to 12 on Friday, police said.",
      "The move is seen as a blow to the government of the region.",
      ("He posted a photo by mistake, he told the court on Friday afternoon in Ashkar, and then he "
       "left the town."),
      "The court heard that the file was lost in the fire last year.",
  };
  for (const char* const text : texts) {
    EXPECT_EQ(parts_of("", std::string(text) + "\n\nThe toll rose to 12 on Friday, police said."),
              "lb")
        << text;
  }
}

}  // namespace
}  // namespace concord::tokenize
