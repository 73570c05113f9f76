#include <string>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "rules/rule_bytes.h"
#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

// One of everything that phrases and rules can say.
constexpr std::string_view kRules = R"(factrules: 1
pack: p
lists:
  town: { Harrow: [(Old|New) Harrow], Ely: { part of: Harrow, written: ['"ELY"'] } }
phrases:
  people: (people|two men)
facts:
  deaths:
    describe: People killed
    value: count
    unit: person
    key: who
    kinds: [all, some]
    default kind: all
    find:
      - phrases: |
          (kill~|shoot~ dead) [...3] {n} <people> !(a|an) , <town> <count> five-year "US" ...2!
          {n} {who:town} and {more} travel~ studied stopped children
        value: n + more
        hedge: at least
        less: deaths
        set: { mode: possible }
        in: [lead]
        quotes: only
    unless: kill~ {n} hours
    compare: { agree: within 5%, trend: only rises, stale after: 6 hours, floor within: 20% }
    examples:
      - { text: x, get: { all: 3 }, mode: denied, by: y, key: z, event: main, todo: true }
checks:
  c: { must: highest deaths.all in lead + 2 <= sum of deaths from x within 1, within: article }
contexts:
  denied: { cue: denied, not cue: x, stops at: but, reaches: both, applies to: [deaths] }
  war: { cue: civil war, becomes: { deaths: nothing } }
events:
  attack: { nouns: attack, background: earlier <nouns>, known: { X siege: { date: 2004-09-01 } } }
attribution: { phrases: "according to {s}" }
sources: { groups: { a: [b] }, party: [c] }
)";

TEST(RuleBytes, KeepEverything) {
  Diagnostics diagnostics;
  const RuleSet rules = load_text("t.yaml", kRules, diagnostics);
  ASSERT_EQ(said(diagnostics), "");
  const RuleBytes bytes = encode(rules);
  const std::optional<RuleSet> again = decode(bytes.rules, bytes.phrases);
  ASSERT_TRUE(again);
  EXPECT_EQ(encode(*again), bytes);
  ASSERT_EQ(again->facts.size(), 1U);
  EXPECT_EQ(drawn(again->facts[0].find[0].phrases[0].root),
            drawn(rules.facts[0].find[0].phrases[0].root));
}

TEST(RuleBytes, ComeWithoutPhrasesToo) {
  Diagnostics diagnostics;
  const RuleSet rules = load_text("t.yaml", kRules, diagnostics);
  const std::optional<RuleSet> plain = decode(encode(rules).rules, std::nullopt);
  ASSERT_TRUE(plain);
  ASSERT_EQ(plain->facts.size(), 1U);
  EXPECT_TRUE(plain->facts[0].find[0].phrases.empty());
  EXPECT_EQ(plain->facts[0].find[0].set, rules.facts[0].find[0].set);
  EXPECT_EQ(plain->facts[0].compare.trend, RuleTrend::only_rises);
}

TEST(RuleBytes, RefuseEveryPart) {
  Diagnostics diagnostics;
  const auto [rules, phrases] = encode(load_text("t.yaml", kRules, diagnostics));
  for (std::size_t size = 0; size < rules.size(); ++size) {
    EXPECT_FALSE(decode(std::string_view(rules).substr(0, size), phrases)) << size;
  }
  for (std::size_t size = 0; size < phrases.size(); ++size) {
    EXPECT_FALSE(decode(rules, std::string_view(phrases).substr(0, size))) << size;
  }
}

// The cache holds what an earlier program read out of the same files.  When this program reads
// something else out of them, caches must not be believed: raise the number in kMagic of
// rule_cache.cpp, and put the new hash here.
TEST(RuleBytes, HaveTheFormOfThisCacheVersion) {
  Diagnostics diagnostics;
  const auto [rules, phrases] = encode(load_text("t.yaml", kRules, diagnostics));
  EXPECT_EQ(short_hex(stable_hash(rules + phrases)), "cb0050cc9dcf");
}

}  // namespace
}  // namespace concord::rules
