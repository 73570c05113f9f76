#include <string>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

struct Row {
  std::string_view line;
  std::string_view drawn;
};

constexpr Row kGood[] = {
    {"toll", "toll"},
    {"Death Toll", "{death toll}"},
    {"kill~ {n} people", "{/kill kills killed killing/ $n people}"},
    {"(dead|died|slain)", "/dead died slain/"},
    {"(dead | died )", "/dead died/"},
    {"(shot dead|killed|slain)", "({shot dead}|/killed slain/)"},
    {"(kill~|slay~)", "/kill kills killed killing slay slew slain slays slaying/"},
    {"a b|c", "({a b}|c)"},
    {"[death] toll", "{[death] toll}"},
    {"toll [...6] {n}", "{toll ...6 $n}"},
    {"toll ... {n}", "{toll ...4 $n}"},
    {"toll ...12! {n}", "{toll ...12! $n}"},
    {"[who ...5] fled", "{[{who ...5}] fled}"},
    {"{n} killed !(a|an)", "{$n killed !/a an/}"},
    {"not !<count> told", "{not !<count> told}"},
    {"{g:armed_group} {d:duration}", "{$g:armed_group $d:duration}"},
    {"{ n : count }", "$n:count"},
    {"<people> in", "{<people> in}"},
    {"\"US\" troops", "{\"US\" troops}"},
    {"'US' troops", "{\"US\" troops}"},
    {"\"US Navy\"", "\"US Navy\""},
    {"(\"IS\"|ISIL)", "(\"IS\"|isil)"},
    {"five-year", "{five '-' year}"},
    {"{n}-year-old", "{$n '-' year '-' old}"},
    {"ISIS-K", "isis-k"},
    {"the world's largest", "{the world 's largest}"},
    {"the world’s largest", "{the world 's largest}"},
    {"{g} ['s|'] claim", "{$g [('s|''')] claim}"},
    {"victims' homes", "{victims ''' homes}"},
    {"U.S. troops", "{u.s. troops}"},
    {"at 5 p.m. today", "{at 5 p.m. today}"},
    {"Mr. Smith", "{mr '.' smith}"},
    {"don't", "don't"},
    {"1,200 or 4.2", "{1,200 or 4.2}"},
    {"20th floor", "{20 th floor}"},
    {"COVID-19", "{covid '-' 19}"},
    {"[,] a ; b", "{[','] a ';' b}"},
    {"${n} – €5", "{'$' $n '-' '€' 5}"},
    {"9/11", "{9 '/' 11}"},
    {"José Nuñez", "{josé nuñez}"},
    {"words # a comment", "words"},
    {"co-found~", "{co '-' /found founds founded founding/}"},
};

TEST(ParsePhrase, ReadsTheGrammar) {
  for (const Row& row : kGood) {
    Diagnostics diagnostics;
    const std::optional<Phrase> phrase = parse_phrase(row.line, diagnostics);
    ASSERT_TRUE(phrase) << row.line << "\n" << said(diagnostics);
    EXPECT_EQ(drawn(phrase->root), row.drawn) << row.line;
    EXPECT_EQ(said(diagnostics), "") << row.line;
  }
}

constexpr Row kBad[] = {
    {"", "1:1 E302 ``\n"},
    {"# only a comment", "1:1 E302 ``\n"},
    {"kill~ (a|b", "1:7 E301 `(a|b`\n"},
    {"kill~ a)", "1:8 E301 `)`\n"},
    {"[a (b]) c", "1:4 E301 `(b`\n"},
    {"a > b", "1:3 E301 `>`\n"},
    {"{n people", "1:1 E301 `{`\n"},
    {"a () b", "1:4 E302 `)`\n"},
    {"(a|) b", "1:4 E302 `)`\n"},
    {"a || b", "1:4 E302 `|`\n"},
    {"{} dead", "1:1 E306 `{}`\n"},
    {"{9n} dead", "1:1 E306 `{9n}`\n"},
    {"{n:} dead", "1:1 E306 `{n:}`\n"},
    {"<a b> dead", "1:1 E306 `<a b>`\n"},
    {"toll [...0] {n}", "1:7 E307 `...0`\n"},
    {"toll [...99] {n}", "1:7 E307 `...99`\n"},
    {"toll .... {n}", "1:6 E307 `....`\n"},
    {"\"US troops", "1:1 E308 `\"US troops`\n"},
    {"'US troops", "1:1 E308 `'US troops`\n"},
    {"a \"\" b", "1:3 E302 `\"\"`\n"},
    {"kill* {n}", "1:5 E313 `*`\n"},
    {"what?", "1:5 E313 `?`\n"},
    {"“dead” now", "1:1 E313 `“`\n"},
    {"toll … {n}", "1:6 E313 `…`\n"},
    {"kil\u200bled {n}", "1:4 E313 `\u200b`\n"},
    {"killed\u00a0{n}", "1:7 E313 `\u00a0`\n"},
    {"\u202ekilled {n}", "1:1 E313 `\u202e`\n"},
    {"clοsed {n}", "1:1 E313 `clοsed`\n"},
    {"dead~ 9~", "1:7 E315 `9~`\n"},
    {"kill ~", "1:6 E313 `~`\n"},
    {"a ![b]", "1:3 E319 `!`\n"},
    {"a !{n}", "1:3 E319 `!`\n"},
    {"a !", "1:3 E319 `!`\n"},
    {"José (Nuñez", "1:6 E301 `(Nuñez`\n"},
};

TEST(ParsePhrase, MarksTheNarrowestWords) {
  for (const Row& row : kBad) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_phrase(row.line, diagnostics)) << row.line;
    EXPECT_EQ(said(diagnostics), row.drawn) << row.line;
  }
}

TEST(ParsePhrase, GivesEachNodeItsPlace) {
  Diagnostics diagnostics;
  const std::optional<Phrase> phrase = parse_phrase("é {n} (dead|shot up)", diagnostics);
  ASSERT_TRUE(phrase);
  ASSERT_EQ(phrase->root.children.size(), 3U);
  EXPECT_EQ(phrase->root.children[1].where.column, 3U);
  EXPECT_EQ(phrase->root.children[2].children[0].where.column, 13U);
}

TEST(ParsePhrase, BoundsDepthAndLength) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_phrase(std::string(100, '(') + "a" + std::string(100, ')'), diagnostics));
  EXPECT_FALSE(parse_phrase(std::string(10000, 'a'), diagnostics));
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[0].code, "E314");
  EXPECT_EQ(diagnostics[1].code, "E314");
}

}  // namespace
}  // namespace concord::rules
