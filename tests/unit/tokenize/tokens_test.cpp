#include <algorithm>

#include <gtest/gtest.h>

#include "spell.h"

namespace concord::tokenize {
namespace {

struct Row {
  std::string text;
  const char* tokens;
};

// "|" between tokens that touch, "_" between others.
const Row kRows[] = {
    {"", ""},
    {" \n\t ", ""},
    {"It rose.", "It_rose|."},
    // Numbers keep separators, lose signs, currencies and units.
    {"1,200", "1,200"},
    {"12,34,567", "12,34,567"},
    {"4.2", "4.2"},
    {"2,", "2|,"},
    {"in 1990.", "in_1990|."},
    {"-3", "-|3"},
    {"940 000", "940_000"},
    {"$4.2bn", "$|4.2|bn"},
    {"\u20AC5m", "\u20AC|5|m"},
    {"\u00A3"
     "1.5",
     "\u00A3|1.5"},
    {"50%", "50|%"},
    {"5pm", "5|pm"},
    {"40km", "40|km"},
    {"1st", "1|st"},
    {"49ers", "49|ers"},
    {"mid-1990s", "mid|-|1990|s"},
    {"9/11", "9|/|11"},
    {"24/7", "24|/|7"},
    {"31-20", "31|-|20"},
    {"10:30", "10|:|30"},
    {"6ft3", "6|ft|3"},
    {"G7", "G7"},
    {"H1N1", "H1N1"},
    {"A320s", "A320s"},
    {"\u00BD", "\u00BD"},
    {"5\u00BD", "5\u00BD"},
    {"\uFF11\uFF12\uFF13", "\uFF11\uFF12\uFF13"},
    {"\u0663\u0664", "\u0663\u0664"},
    // Dots in words.
    {"U.S.", "U.S."},
    {"the U.N.-backed", "the_U.N.|-|backed"},
    {"U.S.'s", "U.S.|'s"},
    {"U.S..", "U.S.|."},
    {"U.S...", "U.S.|.."},
    {"5 a.m.", "5_a.m."},
    {"9a.m.", "9|a.m."},
    {"e.g.", "e.g."},
    {"Mr.", "Mr|."},
    {"J. K.", "J|._K|."},
    {"end.The", "end|.|The"},
    {"a.b", "a.b"},
    // Apostrophes.
    {"Putin's", "Putin|'s"},
    {"Putin\u2019s", "Putin|\u2019s"},
    {"PUTIN'S", "PUTIN|'S"},
    {"don't", "don't"},
    {"don\u2019t", "don\u2019t"},
    {"o'clock", "o'clock"},
    {"O'Brien's", "O'Brien|'s"},
    {"workers'", "workers|'"},
    {"workers\u2019", "workers|\u2019"},
    {"'so he said", "'|so_he_said"},
    {" 's ", "'|s"},
    {"1990's", "1990|'s"},
    // Hyphens and dashes.
    {"ISIS-K", "ISIS-K"},
    {"ISIS\u2011K", "ISIS\u2011K"},
    {"IS-K,", "IS-K|,"},
    {"F-16", "F|-|16"},
    {"T-shirt", "T|-|shirt"},
    {"five-minute", "five|-|minute"},
    {"door-to-door", "door|-|to|-|door"},
    {"COVID-19", "COVID|-|19"},
    {"a--b", "a|--|b"},
    {"a\u2014"
     "b",
     "a|\u2014|b"},
    {"wait...", "wait|..."},
    {"wait\u2026", "wait|\u2026"},
    // Quotation marks and brackets, each a token.
    {"a\"provocation,\"", "a|\"|provocation|,|\""},
    {"(AP)", "(|AP|)"},
    {"?!", "?|!"},
    // Beyond ASCII.
    {"caf\u00E9 \u00C9lys\u00E9e", "caf\u00E9_\u00C9lys\u00E9e"},
    {"a\u00A0b\u2009c\u202F"
     "d",
     "a_b_c_d"},
    {"co\u00ADoperate", "co\u00ADoperate"},
    {" \u00AD ", ""},
    {"km\u00B2", "km\u00B2"},
    {"20\u00B0C", "20|\u00B0|C"},
    {"\u201CYes\u201D", "\u201C|Yes|\u201D"},
    {"\U0001F600\U0001F600", "\U0001F600|\U0001F600"},
    {"\u041C\u043E\u0441\u043A\u0432\u0430", "\u041C\u043E\u0441\u043A\u0432\u0430"},
    {"a\x01"
     "b",
     "a_b"},
};

TEST(Tokens, AreCutAsTheContractSays) {
  for (const Row& row : kRows) {
    EXPECT_EQ(spell_tokens(row.text), row.tokens) << row.text;
  }
}

// Cuts are worked out for 64 bytes at a time: no rule may change where blocks meet.
TEST(Tokens, AreTheSameAtEveryPlace) {
  for (const Row& row : kRows) {
    const std::string expected = row.tokens;
    for (std::size_t before = 1; before < 70; ++before) {
      const std::string padding(before, ' ');
      ASSERT_EQ(spell_tokens(padding + row.text), expected) << row.text << " after " << before;
      ASSERT_EQ(spell_tokens(padding + row.text + " "), expected)
          << row.text << " after " << before;
    }
  }
}

TEST(Tokens, MayBeVeryLong) {
  const std::string word(1000, 'a');
  EXPECT_EQ(spell_tokens(word + " 1 " + std::string(300, '.')),
            word + "_1_" + std::string(300, '.'));
  const std::string number = "1" + std::string(500, '2') + "m";
  EXPECT_EQ(spell_tokens(number), "1" + std::string(500, '2') + "|m");
}

TEST(Tokens, HaveKinds) {
  struct Kind {
    const char* text;
    TokenKind kind;
    bool capital;
  };
  const Kind rows[] = {
      {"killed", TokenKind::word, false},
      {"Killed", TokenKind::word, true},
      {"U.S.", TokenKind::word, true},
      {"\u00C9lys\u00E9e", TokenKind::word, true},
      {"\u00E9l\u00E8ve", TokenKind::word, false},
      {"\u041C\u043E\u0441", TokenKind::word, true},
      {"1,200", TokenKind::number, false},
      {"\u00BD", TokenKind::number, false},
      {"\u0663", TokenKind::number, false},
      {"$", TokenKind::symbol, false},
      {"\u20AC", TokenKind::symbol, false},
      {"%", TokenKind::symbol, false},
      {",", TokenKind::punctuation, false},
      {"...", TokenKind::punctuation, false},
      {"\u2014", TokenKind::punctuation, false},
      {"\u201C", TokenKind::punctuation, false},
  };
  for (const Kind& row : rows) {
    TokenizedText tokens;
    tokenize_text(row.text, Lexicon(), tokens);
    ASSERT_EQ(tokens.tokens.size(), 1U) << row.text;
    EXPECT_EQ(tokens.tokens[0].kind, row.kind) << row.text;
    EXPECT_EQ(tokens.tokens[0].capital, row.capital) << row.text;
  }
  TokenizedText tokens;
  tokenize_text("he's he\u2019s", Lexicon(), tokens);
  EXPECT_EQ(tokens.tokens.at(1).kind, TokenKind::word);
  EXPECT_EQ(tokens.tokens.at(3).kind, TokenKind::word);
}

TEST(Tokens, HaveTheWordsOfTheLexicon) {
  Lexicon lexicon;
  const WordId killed = lexicon.add("killed");
  const WordId possessive = lexicon.add("'s");
  const WordId states = lexicon.add("u.s.");
  const WordId comma = lexicon.add(",");
  const WordId cooperate = lexicon.add("cooperate");
  TokenizedText tokens;
  tokenize_text("U.S., KILLED He\u2019s Co\u00ADoperate kill", lexicon, tokens);
  std::vector<WordId> words;
  for (const Token& token : tokens.tokens) {
    words.push_back(token.word);
  }
  EXPECT_EQ(words, (std::vector<WordId>{states, comma, killed, kUnknownWord, possessive, cooperate,
                                        kUnknownWord}));
}

TEST(Tokens, SkipMarkdown) {
  const Row rows[] = {
      {"**133** people", "133_people"},
      {"an _important_ snake_case", "an_important_snake|_|case"},
      {"see [the *report*](https://a.example/x_(y) now", "see_the_report_now"},
      {"a [note] here", "a_[|note|]_here"},
      {"- one\n* two\n> three", "one_two_three"},
      {"<!-- concord: story=x -->\nText", "Text"},
      {"a <!-- never closed", "a_<|!|--_never_closed"},
      {"| a | 12 |", "a_12"},
      {"## Toll rises", "Toll_rises"},
      {"```\ncode\n```\nword", "word"},
      {"> ~~~ text\n> code\n> ~~~\nword", "word"},
      {"```\nno fence closes it", "no_fence_closes_it"},
      {"~~~\na rule\n```\ncode\n```\ncopy", "a_rule_copy"},
      {"<b>133</b> of <span class=\"n\">200</span> people", "133_of_200_people"},
      {"a < b, 3 <4 and <", "a_<_b|,_3_<|4_and_<"},
  };
  for (const Row& row : rows) {
    Document document;
    document.text = row.text;
    document.markdown = true;
    TokenizedText tokens;
    tokenize(document, Lexicon(), tokens);
    EXPECT_EQ(spell_tokens(row.text, tokens, {0, static_cast<std::uint32_t>(tokens.tokens.size())}),
              row.tokens);
  }
}

TEST(Tokens, FiguresWithMarkupInsideAreNoNumbers) {
  const std::pair<const char*, int> rows[] = {
      {"killed 1**33** people", 0},
      {"killed <b>1</b>33 people", 0},
      {"killed **133** people of 200", 2},
      {"|5|7|", 2},
      {"1*a* 2", 2},
      {"killed 1\u00AD20 people", 0},
      {"killed 1\u00AD200 people", 2},
  };
  for (const auto& [text, numbers] : rows) {
    Document document;
    document.text = text;
    document.markdown = true;
    TokenizedText tokens;
    tokenize(document, Lexicon(), tokens);
    EXPECT_EQ(std::ranges::count(tokens.tokens, TokenKind::number, &Token::kind), numbers) << text;
  }
}

TEST(Tokens, WordsOfAWebAddressSayNothing) {
  Lexicon lexicon;
  const WordId killed = lexicon.add("killed");
  const std::pair<const char*, int> rows[] = {
      {"5 killed: https://desk.example/2016/11/07/1-killed-3-injured/93/ 2 killed", 2},
      {"read www.desk.example/5-killed?id=7, where 2 killed", 1},
      {"(https://desk.example/a-killed)killed", 1},
      {"http://", 0},
      {"www.", 0},
      {"killed", 1},
  };
  for (const auto& [text, known] : rows) {
    TokenizedText tokens;
    tokenize_text(text, lexicon, tokens);
    EXPECT_EQ(std::ranges::count(tokens.tokens, killed, &Token::word), known) << text;
    EXPECT_LE(std::ranges::count(tokens.tokens, TokenKind::number, &Token::kind), known) << text;
  }
}

}  // namespace
}  // namespace concord::tokenize
