// Facts survive packing whole, and survive changes of the rules; damaged bytes give no facts.
#include "store/fact_bytes.h"

#include <gmock/gmock.h>

#include "desk.h"

namespace concord::store {
namespace {

/// A value of each kind with every field set.
std::vector<Value> full_values() {
  Quantity quantity;
  quantity.dimension = Dimension::money;
  quantity.hard = {Decimal(-15, -1), Decimal(4'200'000'000), true, true};
  quantity.soft = {Decimal(2), std::nullopt, false, true};
  quantity.nominal = Decimal(1'000'000'000'000'000'000, -18);
  quantity.hedge = Hedge::none_of;
  quantity.unit = "EUR";
  quantity.unit_text = "euros";
  quantity.trend = Trend::down;
  quantity.collective = true;
  quantity.approximate_form = true;
  quantity.last_digit = -3;
  Duration duration;
  duration.seconds = {Decimal(72000), Decimal(73000), false, false};
  duration.soft_seconds = {Decimal(72000), std::nullopt, false, false};
  duration.nominal_seconds = Decimal(72000);
  duration.months = {Decimal(1), Decimal(2), false, false};
  duration.amount = Decimal(20);
  duration.unit = "hour";
  duration.iso = "PT20H";
  duration.hedge = Hedge::about;
  TimeSpan time;
  time.begin = Timestamp{-1'000'000};
  time.end = Timestamp{1'900'000'000};
  time.timex = "XXXX-WXX-6";
  time.mod = "APPROX";
  time.anchor = Anchor::event;
  time.has_clock = true;
  time.weekday = 6;
  time.offset = duration;
  time.before_anchor = false;
  time.alts = {"2030-05-04", "2030-05-11"};
  return {quantity, duration, time, Name{"Islet Guard", "Coast Guard"},
          Quote{"Marrow", "We \xC3\xB6pened the gates."}};
}

Fact full_fact(const Value& value) {
  Fact fact;
  fact.document = DocumentId{0};
  fact.rule = RuleId{1};
  fact.kind = "crew";
  fact.key = "north";
  fact.value = value;
  fact.mode = concord::Mode::corrected;
  fact.by = Attribution{"Harbor Board", {3, 9}, true};
  fact.event = {EventRole::unsure, "fire", "Quay fire", "the sentence names it"};
  fact.as_of = Timestamp{1'900'000'001};
  fact.in_quote = true;
  fact.alleged = true;
  fact.derived = true;
  fact.part = Part::caption;
  fact.extent = {100, 120};
  fact.filler = {104, 4'000'000'000};
  fact.sentence = {90, 150};
  fact.phrase = {1, 61, 9};
  fact.excluded_by = "core/casualties.yaml:61";
  return fact;
}

std::vector<Fact> full_facts() {
  std::vector<Fact> facts;
  for (const Value& value : full_values()) {
    facts.push_back(full_fact(value));
  }
  facts.emplace_back();
  return facts;
}

void expect_same(const Fact& read, const Fact& written) {
  const auto& [document, rule, kind, key, value, mode, by, event, as_of, in_quote, alleged, derived,
               part, extent, filler, sentence, phrase, excluded_by] = written;
  EXPECT_EQ(read.document, document);
  EXPECT_EQ(read.rule, rule);
  EXPECT_EQ(read.kind, kind);
  EXPECT_EQ(read.key, key);
  EXPECT_TRUE(read.value == value);
  EXPECT_EQ(read.mode, mode);
  EXPECT_TRUE(read.by == by);
  EXPECT_TRUE(read.event == event);
  EXPECT_EQ(read.as_of, as_of);
  EXPECT_EQ(read.in_quote, in_quote);
  EXPECT_EQ(read.alleged, alleged);
  EXPECT_EQ(read.derived, derived);
  EXPECT_EQ(read.part, part);
  EXPECT_EQ(read.extent, extent);
  EXPECT_EQ(read.filler, filler);
  EXPECT_EQ(read.sentence, sentence);
  EXPECT_EQ(read.phrase, phrase);
  EXPECT_EQ(read.excluded_by, excluded_by);
}

TEST(FactBytes, EveryFieldComesBack) {
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  const std::vector<Fact> facts = full_facts();
  const Unpacked read = unpack_facts(pack_facts(facts, names), &names);
  EXPECT_TRUE(read.whole);
  ASSERT_EQ(read.facts.size(), facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    SCOPED_TRACE(i);
    expect_same(read.facts[i], facts[i]);
  }
}

TEST(FactBytes, DigitsAsWrittenComeBack) {
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  Fact fact = count(0, 0);
  std::get<Quantity>(fact.value).nominal = Decimal(150, -2);  // equal to 1.5, but written 1.50
  const std::vector<Fact> facts = {fact};
  const Unpacked read = unpack_facts(pack_facts(facts, names), &names);
  const auto& nominal = std::get<Quantity>(read.facts.at(0).value).nominal;
  EXPECT_EQ(nominal->coefficient, 150);
  EXPECT_EQ(nominal->exponent, -2);
}

TEST(FactBytes, RulesAreKeptByName) {
  const RuleSet old_rules = press_rules();
  const RuleNames old_names(old_rules);
  const std::vector<Fact> facts = {count(0, 1), count(1, 2), count(2, 3)};
  const std::string bytes = pack_facts(facts, old_names);

  RuleSet rules = press_rules("h2");
  std::swap(rules.facts[0], rules.facts[2]);
  rules.facts[1].name = "hurt";  // "injured" is no more
  std::swap(rules.files[0], rules.files[1]);
  const RuleNames names(rules);
  const Unpacked read = unpack_facts(bytes, &names);
  EXPECT_TRUE(read.whole);
  EXPECT_EQ(read.packed, 3U);
  ASSERT_EQ(read.facts.size(), 2U);
  EXPECT_EQ(read.facts[0].rule, RuleId{2});
  EXPECT_EQ(read.facts[1].rule, RuleId{0});
  EXPECT_EQ(read.facts[0].phrase.file, 1U);
}

TEST(FactBytes, DamageIsSeen) {
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  const std::string bytes = pack_facts(full_facts(), names);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const Unpacked read = unpack_facts(damaged, &names);
    EXPECT_FALSE(read.whole) << i;
    EXPECT_TRUE(read.facts.empty());
    EXPECT_FALSE(unpack_facts(bytes.substr(0, i), &names).whole) << i;
  }
}

TEST(FactBytes, NumbersThatAreNoDecimalsAreDamage) {
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  for (const Decimal& wrong : {Decimal(1, 100), Decimal(1, -100), Decimal(INT64_MIN, 0)}) {
    Fact fact = count(0, 0);
    std::get<Quantity>(fact.value).nominal = wrong;
    const Unpacked read = unpack_facts(pack_facts(std::vector<Fact>{fact}, names), &names);
    EXPECT_FALSE(read.whole) << int{wrong.exponent};
  }
}

TEST(FactBytes, AreSmall) {
  const RuleSet rules = press_rules();
  const RuleNames names(rules);
  const std::vector<Fact> facts(20, count(0, 133));
  EXPECT_LE(pack_facts(facts, names).size() / facts.size(), 64U);
}

}  // namespace
}  // namespace concord::store
