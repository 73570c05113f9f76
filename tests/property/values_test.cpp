// Laws of reading values, on random numbers and on random runs of the reader's own words.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "tokenize/tokenize.h"
#include "value_reader.h"

namespace concord {
namespace {

std::vector<ValueMention> read(const std::string& text, normalize::Wanted wanted = {}) {
  return read_values(text, {.reference = from_civil({.year = 2024, .month = 3, .day = 24})},
                     wanted);
}

std::optional<Quantity> quantity(const std::string& text) {
  const auto value = normalize::read_one(value_reader().reader, value_reader().lexicon, text);
  const auto* found = value ? std::get_if<Quantity>(&*value) : nullptr;
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// Independent of the reader: the number in English words.
std::string in_words(std::int64_t number) {
  static const std::vector<std::string> kSmall = {
      "zero",     "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const std::vector<std::string> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                 "fifty", "sixty", "seventy", "eighty", "ninety"};
  const auto small = [](std::int64_t at) { return kSmall[static_cast<std::size_t>(at)]; };
  if (number < 20)
    return small(number);
  if (number < 100) {
    const std::string& tens = kTens[static_cast<std::size_t>(number / 10)];
    return number % 10 == 0 ? tens : tens + "-" + small(number % 10);
  }
  if (number < 1000) {
    return small(number / 100) + " hundred" +
           (number % 100 == 0 ? "" : " and " + in_words(number % 100));
  }
  for (const auto& [power, name] :
       {std::pair<std::int64_t, std::string>{1000000000000000, " quadrillion"},
        {1000000000000, " trillion"},
        {1000000000, " billion"},
        {1000000, " million"},
        {1000, " thousand"}}) {
    if (number >= power) {
      const std::int64_t rest = number % power;
      return in_words(number / power) + name +
             (rest == 0 ? "" : (rest < 100 ? " and " : " ") + in_words(rest));
    }
  }
  return {};
}

std::int64_t any_number() {
  return *rc::gen::inRange<std::int64_t>(
      2, *rc::gen::elementOf(std::vector<std::int64_t>{20, 200, 20000, 2000000000, 900000000000,
                                                       1000000000000001}));
}

RC_GTEST_PROP(Values, figures_and_words_read_alike, ()) {
  const std::int64_t number = any_number();
  const auto figures = quantity(grouped(number));
  const auto words = quantity(in_words(number));
  RC_ASSERT(figures.has_value());
  RC_ASSERT(words.has_value());
  RC_ASSERT(figures->nominal == Decimal(number));
  RC_ASSERT(words->nominal == Decimal(number));
}

RC_GTEST_PROP(Values, a_floor_holds_its_number_and_all_above, ()) {
  const std::int64_t number = any_number();
  const auto floor = quantity("at least " + grouped(number));
  RC_ASSERT(floor.has_value());
  RC_ASSERT(contains(floor->hard, Interval<Decimal>::exactly(Decimal(number))));
  RC_ASSERT(contains(floor->hard,
                     Interval<Decimal>::exactly(Decimal(number + *rc::gen::inRange(1, 1000)))));
  RC_ASSERT(is_before(Interval<Decimal>::exactly(Decimal(number - 1)), floor->hard));
}

RC_GTEST_PROP(Values, opposite_hedges_exclude_each_other, ()) {
  const std::string number = grouped(any_number());
  const auto above = quantity("more than " + number);
  const auto below = quantity("fewer than " + number);
  const auto at_most = quantity("up to " + number);
  const bool all = above && below && at_most;
  RC_ASSERT(all);
  RC_ASSERT(!overlaps(above->hard, below->hard));
  RC_ASSERT(!overlaps(above->hard, at_most->hard));
  RC_ASSERT(contains(at_most->hard, below->hard));
}

RC_GTEST_PROP(Values, a_range_holds_both_ends_whichever_comes_first, ()) {
  const std::int64_t first = any_number();
  const std::int64_t second = any_number();
  const auto range = quantity("between " + grouped(first) + " and " + grouped(second));
  RC_ASSERT(range.has_value());
  RC_ASSERT(contains(range->hard, Interval<Decimal>::exactly(Decimal(first))));
  RC_ASSERT(contains(range->hard, Interval<Decimal>::exactly(Decimal(second))));
}

RC_GTEST_PROP(Values, reading_its_own_words_changes_nothing, ()) {
  const auto hedge = *rc::gen::elementOf(std::vector<std::string>{
      "", "at least ", "about ", "nearly ", "more than ", "fewer than ", "up to ", "as many as "});
  const auto unit = *rc::gen::elementOf(
      std::vector<std::string>{"", " acres", " per cent", " km", " dollars", " years old"});
  const auto once = quantity(hedge + grouped(any_number()) + unit);
  RC_ASSERT(once.has_value());
  const auto twice = quantity(normalize::describe(*once));
  RC_ASSERT(twice.has_value());
  RC_ASSERT(twice->nominal == once->nominal);
  RC_ASSERT(twice->unit == once->unit);
  RC_ASSERT(twice->hedge == once->hedge || once->hedge == Hedge::exact);
  RC_ASSERT(contains(twice->hard, once->hard) || once->hedge != Hedge::exact ||
            twice->hard == once->hard);
}

// What a report prints of a value is read as what the report would print again.
RC_GTEST_PROP(Values, canonical_words_are_read_as_themselves, ()) {
  const auto hedge = *rc::gen::elementOf(
      std::vector<std::string>{"", "at least ", "about ", "nearly ", "more than ", "fewer than ",
                               "up to ", "as many as ", "just over ", "well over "});
  const auto unit = *rc::gen::elementOf(std::vector<std::string>{
      "", " acres", " per cent", " km", " dollars", " euros", " years old", " kilograms",
      " square miles", " degrees Celsius", " megawatts", " percentage points"});
  const auto once = quantity(hedge + grouped(any_number()) + unit);
  RC_ASSERT(once.has_value());
  const std::string canonical = normalize::describe(*once);
  const auto twice = quantity(canonical);
  RC_ASSERT(twice.has_value());
  RC_ASSERT(normalize::describe(*twice) == canonical);
}

// Each bound of the usual reading is a value that the words allow, and so is the number written
// unless the words shut it out.
RC_GTEST_PROP(Values, the_words_allow_their_usual_reading, ()) {
  const auto hedge = *rc::gen::elementOf(
      std::vector<std::string>{"at least ", "about ", "nearly ", "more than ", "fewer than ",
                               "up to ", "as many as ", "just over ", "well over ", "exactly "});
  const auto read_one = quantity(hedge + grouped(any_number()));
  RC_ASSERT(read_one.has_value());
  RC_ASSERT(overlaps(read_one->hard, read_one->soft));
  const Interval<Decimal> closure{read_one->hard.low, read_one->hard.high};
  RC_ASSERT(contains(closure, Interval<Decimal>::exactly(*read_one->nominal)));
}

RC_GTEST_PROP(Values, every_measure_converts_there_and_back, ()) {
  struct Pair {
    std::string words;
    std::string other;
  };
  const auto pair = *rc::gen::elementOf(std::vector<Pair>{{"miles", "km"},
                                                          {"feet", "m"},
                                                          {"inches", "cm"},
                                                          {"pounds", "kg"},
                                                          {"ounces", "g"},
                                                          {"gallons", "L"},
                                                          {"square miles", "km2"},
                                                          {"degrees Fahrenheit", "Cel"},
                                                          {"knots", "km/h"},
                                                          {"psi", "kPa"},
                                                          {"horsepower", "kW"},
                                                          {"kilowatt hours", "MJ"},
                                                          {"gigabytes", "MBy"}});
  const auto start =
      quantity("about " + grouped(*rc::gen::inRange<std::int64_t>(1, 1000000)) + " " + pair.words);
  RC_ASSERT(start.has_value());
  const auto there = normalize::convert(*start, pair.other);
  RC_ASSERT(there.has_value());
  const auto back = normalize::convert(*there, start->unit);
  RC_ASSERT(back.has_value());
  RC_ASSERT(contains(back->hard, Interval<Decimal>::exactly(*start->nominal)));
}

RC_GTEST_PROP(Values, a_measure_converts_there_and_back, ()) {
  const auto acres = quantity(grouped(*rc::gen::inRange<std::int64_t>(1, 1000000)) + " acres");
  RC_ASSERT(acres.has_value());
  const auto hectares = normalize::convert(*acres, "har");
  RC_ASSERT(hectares.has_value());
  const auto back = normalize::convert(*hectares, "[acr_i]");
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->nominal == acres->nominal);
}

// The reader's own words, figures and marks in any order.
/// Words that take the figures before them.
std::vector<std::string> takers() {
  std::vector<std::string> words;
  const Lexicon& lexicon = value_reader().lexicon;
  for (WordId id = 1; id <= lexicon.size(); ++id) {
    const std::string text = "5 " + std::string(lexicon.spelling(id));
    TokenizedText tokens;
    tokenize::tokenize_text(text, lexicon, tokens);
    ValueHints hints;
    value_reader().reader.hint(text, tokens, tokens.sentences.front().tokens, hints);
    if ((hints.taken.front() & 1U) != 0) {
      words.emplace_back(lexicon.spelling(id));
    }
  }
  return words;
}

std::string word_salad() {
  const Lexicon& lexicon = value_reader().lexicon;
  static const std::vector<std::string> kTakers = takers();
  const auto pieces = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000000));
  static const std::vector<std::string> kMarks = {"-", ",", ".", "%",  "$", "€", ":",
                                                  "/", "(", ")", "'s", "–", "\""};
  std::string text;
  for (const int piece : pieces) {
    const int kind = piece % 8;
    if (kind == 0)
      text += std::to_string(piece / 8 % 3000);
    else if (kind == 1)
      text += kMarks[static_cast<std::size_t>(piece / 8) % kMarks.size()];
    else if (kind == 2)
      text += "12 " + kTakers[static_cast<std::size_t>(piece / 8) % kTakers.size()];
    else
      text += lexicon.spelling(
          static_cast<WordId>(static_cast<std::size_t>(piece / 8) % lexicon.size() + 1));
    text += piece % 3 == 0 ? "" : " ";
  }
  return text;
}

bool all_set(const std::vector<std::uint64_t>& bits, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (((bits[at / 64] >> (at % 64)) & 1U) == 0) {
      return false;
    }
  }
  return true;
}

// What extraction passes over unread, it passes over for good.
RC_GTEST_PROP(Values, hints_never_miss_a_quantity, ()) {
  const std::string text = word_salad();
  TokenizedText tokens;
  tokenize::tokenize_text(text, value_reader().lexicon, tokens);
  const auto token_at = [&](std::uint32_t offset) {
    const auto after = std::ranges::partition_point(
        tokens.tokens, [&](const Token& token) { return token.span.end <= offset; });
    return static_cast<std::size_t>(after - tokens.tokens.begin());
  };
  for (const Sentence& sentence : tokens.sentences) {
    std::vector<ValueMention> mentions;
    mentions.clear();
    value_reader().reader.read(text, tokens, sentence.tokens, {}, {}, mentions);
    ValueHints hints;
    value_reader().reader.hint(text, tokens, sentence.tokens, hints);
    for (const ValueMention& mention : mentions) {
      const auto* quantity = std::get_if<Quantity>(&mention.value);
      if (quantity == nullptr) {
        continue;
      }
      RC_LOG() << text << " [" << mention.full.begin << ", " << mention.full.end << ")";
      const std::size_t first = token_at(mention.full.begin) - sentence.tokens.begin;
      const std::size_t core = token_at(mention.core.begin) - sentence.tokens.begin;
      const std::size_t last = token_at(mention.full.end - 1) - sentence.tokens.begin;
      RC_ASSERT((hints.classes & class_of(quantity->dimension)) != 0U);
      RC_ASSERT(all_set(hints.begins, first, first + 1));
      RC_ASSERT(all_set(hints.begins, core, core + 1));
      RC_ASSERT(all_set(hints.ends, last, last + 1));
      RC_ASSERT(all_set(hints.inner, first, last + 1));
      RC_ASSERT(quantity->dimension != Dimension::count || !all_set(hints.taken, last, last + 1));
    }
  }
}

RC_GTEST_PROP(Values, mentions_stand_in_order_within_the_text, ()) {
  const std::string text = word_salad();
  std::uint32_t end = 0;
  for (const ValueMention& mention : read(text)) {
    RC_ASSERT(end <= mention.full.begin);
    RC_ASSERT(mention.full.contains(mention.core) && !mention.core.empty());
    RC_ASSERT(mention.full.end <= text.size());
    RC_ASSERT(is_code_point_start(text, mention.full.begin) &&
              is_code_point_start(text, mention.full.end));
    RC_ASSERT(!normalize::describe(mention.value).empty());
    end = mention.full.end;
  }
}

// RC_ASSERT looks at both sides of || and &&, so conditions are worked out before it.
bool sound(const Interval<Decimal>& values) {
  return !values.bounded() || !(*values.high < *values.low);
}

bool sound(const Value& value) {
  if (const auto* found = std::get_if<Quantity>(&value)) {
    return sound(found->hard) && sound(found->soft);
  }
  if (const auto* found = std::get_if<Duration>(&value)) {
    return sound(found->seconds) && sound(found->soft_seconds);
  }
  const auto& time = std::get<TimeSpan>(value);
  return !time.begin || !time.end || *time.begin <= *time.end;
}

RC_GTEST_PROP(Values, bounds_never_cross, ()) {
  for (const ValueMention& mention : read(word_salad())) {
    RC_ASSERT(sound(mention.value));
  }
}

RC_GTEST_PROP(Values, the_readings_that_stand_are_the_values, ()) {
  const std::string text = word_salad();
  TokenizedText tokens;
  tokenize::tokenize_text(text, value_reader().lexicon, tokens);
  const normalize::Reading now{.reference = from_civil({.year = 2024, .month = 3, .day = 24})};
  std::vector<Span> standing;
  std::vector<WeighedReading> weighed;
  for (const Sentence& sentence : tokens.sentences) {
    value_reader().reader.weigh(text, tokens, sentence.tokens, now, weighed);
    for (const WeighedReading& one : weighed) {
      RC_ASSERT(!one.reason.empty());
      if (one.stands) {
        standing.push_back(one.words);
      }
    }
  }
  std::vector<Span> values;
  for (const ValueMention& mention : read(text)) {
    values.push_back(mention.full);
  }
  RC_ASSERT(standing == values);
}

RC_GTEST_PROP(Values, wanting_less_hides_and_never_changes, ()) {
  const std::string text = word_salad();
  std::vector<Span> quantities;
  for (const ValueMention& mention : read(text)) {
    if (std::holds_alternative<Quantity>(mention.value))
      quantities.push_back(mention.full);
  }
  std::vector<Span> alone;
  for (const ValueMention& mention :
       read(text, {.quantities = true, .durations = false, .times = false}))
    alone.push_back(mention.full);
  RC_ASSERT(alone == quantities);
}

}  // namespace
}  // namespace concord
