// Steps told in the figures' own unit: "to 14 seats from nine, a gain of five".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "proofread/changes.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kReach = 14;  // tokens between the figures of one step

/// A figure told to its last digit, or as rounded; nullptr for any other value.
const Quantity* figure(const CopyText& text, const CopyValue* value) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  constexpr Dimension kMeasures[] = {Dimension::count,  Dimension::money,  Dimension::mass,
                                     Dimension::volume, Dimension::energy, Dimension::power};
  const bool told = quantity != nullptr && quantity->nominal &&
                    (quantity->hedge == Hedge::exact || quantity->hedge == Hedge::rounded) &&
                    std::ranges::find(kMeasures, quantity->dimension) != std::end(kMeasures);
  return told && !is_year(text, *value) && !is_fraction(text, *value) ? quantity : nullptr;
}

bool same_unit(const CopyValue& one, const CopyValue& other) {
  const bool money = one.quantity()->dimension == Dimension::money;  // "950 crowns, 50 more than"
  return one.quantity()->unit == other.quantity()->unit || (money && other.quantity()->unit == "1");
}

/// A figure now, one before and the step between them, up or down.
struct Step {
  const CopyValue* now = nullptr;
  const CopyValue* before = nullptr;
  const CopyValue* by = nullptr;
  int direction = 0;
};

void judge(const CopyText& text, const Step& step, CopyNotes& notes) {
  const Quantity* now = figure(text, step.now);
  const Quantity* before = figure(text, step.before);
  const Quantity* by = figure(text, step.by);
  if (now == nullptr || before == nullptr || by == nullptr || !same_unit(*step.now, *step.before) ||
      !same_unit(*step.now, *step.by)) {
    return;
  }
  const bool rises = step.direction > 0;
  const Quantity* const parts[] = {rises ? before : now, by};
  if (can_sum_to(parts, rises ? *now : *before)) {
    return;
  }
  const double right = std::abs(now->nominal->to_double() - before->nominal->to_double());
  notes.add(step.by->mention->core,
            fmt::format("{} and {} are {} apart, not {}", text.written(step.now->mention->core),
                        text.written(step.before->mention->core), shown(right),
                        text.written(step.by->mention->core)),
            {{step.now->mention->core, "one figure"}, {step.before->mention->core, "the other"}},
            "see which of the three numbers is wrong");
}

/// "rose to 14 seats from nine, a gain of five".
void check_apposed(const CopyText& text, const Sentence& sentence, const CopyValue& by,
                   CopyNotes& notes) {
  const std::size_t begin = by.tokens.begin;
  const bool apposed = begin > sentence.tokens.begin + 3 && text.word(begin - 1) == "of" &&
                       text.word(begin - 3) == "a" && text.word(begin - 4) == "," &&
                       (text.is_break(by.tokens.end) || text.is_break(by.tokens.end + 1));
  std::vector<const CopyValue*> two;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end <= begin && value.quantity() != nullptr) {
      two.push_back(&value);
    }
  }
  const int direction = apposed ? direction_of(text.word(begin - 2)) : 0;
  if (direction == 0 || two.size() < 2 || begin - two.back()->tokens.end > kReach) {
    return;
  }
  const CopyValue& first = *two[two.size() - 2];
  const CopyValue& second = *two.back();
  const auto led_by = [&](const CopyValue& value, std::string_view word) {
    return value.tokens.begin > 0 && text.word(value.tokens.begin - 1) == word;
  };
  if (led_by(first, "to") && led_by(second, "from")) {
    judge(text, {&first, &second, &by, direction}, notes);
  } else if (led_by(first, "from") && led_by(second, "to")) {
    judge(text, {&second, &first, &by, direction}, notes);
  } else if (led_by(second, "from") && second.tokens.begin > 1 &&
             direction_of(text.word(second.tokens.begin - 2)) == direction) {
    judge(text, {&first, &second, &by, direction},
          notes);  // "31 seats, up from 24, a gain of nine"
  }
}

/// "closed at $41.20, up $1.60 from $40.20".
void check_up_from(const CopyText& text, const Sentence& sentence, const CopyValue& by,
                   CopyNotes& notes) {
  constexpr std::size_t kNear = 5;  // "at 4,120.3 points on Tuesday, up"
  std::size_t up = by.tokens.begin - std::min<std::size_t>(1, by.tokens.begin);
  up -= text.word(up) == "by" && up > 0 ? 1 : 0;
  const int direction = text.word(up) == "up" ? 1 : text.word(up) == "down" ? -1 : 0;
  std::size_t from = by.tokens.end;
  from += text.word(from) != "from" && text.is_word(from) && text.value(from) == nullptr ? 1 : 0;
  if (direction == 0 || up <= sentence.tokens.begin || text.word(up - 1) != "," ||
      text.word(from) != "from" || text.in_quotes(from)) {
    return;
  }
  const CopyValue* now = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    now = value.tokens.end < up && value.quantity() != nullptr ? &value : now;
  }
  if (now != nullptr && up - now->tokens.end <= kNear) {
    judge(text, {now, text.value(from + 1), &by, direction}, notes);
  }
}

/// "140 foals, 30 more than a year ago, when 120 were born": the figure of the year before is the
/// only one that follows.
void check_year_before(const CopyText& text, const Sentence& sentence, const CopyValue& by,
                       CopyNotes& notes) {
  constexpr std::string_view kMore[] = {"more", "higher", "fewer", "less", "lower"};
  constexpr std::string_view kWere[] = {",", "were", "was", "is", "are"};
  constexpr std::string_view kBut[] = {"but", "while", "and"};
  constexpr std::size_t kNear = 5;
  const auto* more = std::ranges::find(kMore, text.word(by.tokens.end));
  const std::size_t than = by.tokens.end + 1;
  const CopyValue* read = text.value(by.tokens.end);  // "more than a year ago" may be one value
  const CopyValue* when = read != nullptr ? read : text.value(than + 1);
  if (more == std::end(kMore) || text.word(than) != "than" || when == nullptr ||
      when->time() == nullptr || text.word(when->tokens.end) != "," ||
      text.word(when->tokens.end + 1) != "when" || text.in_quotes(than) || by.tokens.begin == 0 ||
      !is_in(text.word(by.tokens.begin - 1), kWere) ||
      any_in(text, when->tokens.end, sentence.tokens.end, kBut)) {
    return;
  }
  const CopyValue* now = nullptr;
  const CopyValue* before = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.quantity() == nullptr || &value == &by) {
      continue;
    }
    if (value.tokens.end <= by.tokens.begin) {
      now = &value;
    } else if (before != nullptr) {
      return;
    } else {
      before = &value;
    }
  }
  if (now != nullptr && before != nullptr && by.tokens.begin - now->tokens.end <= kNear) {
    judge(text, {now, before, &by, more < kMore + 2 ? 1 : -1}, notes);
  }
}

/// "with 34 points, four ahead of City, who have 31".
void check_ahead(const CopyText& text, const Sentence& sentence, const CopyValue& by,
                 CopyNotes& notes) {
  constexpr std::string_view kNouns[] = {"points", "point", "seats", "votes", "medals", "goals"};
  constexpr std::string_view kWho[] = {"who", "which"};
  constexpr std::string_view kHave[] = {"have", "has", "had", "are", "is", "were"};
  constexpr std::string_view kOn[] = {"on", "with"};
  constexpr std::size_t kNameWords = 5;
  std::size_t i = by.tokens.end + (is_in(text.word(by.tokens.end), kNouns) ? 1 : 0);
  const bool ahead =
      (text.word(i) == "ahead" || text.word(i) == "clear") && text.word(i + 1) == "of";
  if ((!ahead && text.word(i) != "behind") || by.tokens.begin == 0 ||
      text.word(by.tokens.begin - 1) != ",") {
    return;
  }
  i = after_words(text, i + (ahead ? 2 : 1), kNameWords, {});
  if (text.word(i) != "," || !is_in(text.word(i + 1), kWho) || !is_in(text.word(i + 2), kHave)) {
    return;
  }
  const CopyValue* before = text.value(i + 3 + (is_in(text.word(i + 3), kOn) ? 1 : 0));
  const CopyValue* now = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    now = value.tokens.end < by.tokens.begin && value.quantity() != nullptr ? &value : now;
  }
  if (now != nullptr && before != nullptr && by.tokens.begin - now->tokens.end <= 3) {
    judge(text, {now, before, &by, ahead ? 1 : -1}, notes);
  }
}

/// Where "when there were 9,312", "when it stood at 184 million" gives its figure; nullptr where
/// it does not.
const CopyValue* figure_of_then(const CopyText& text, std::size_t i) {
  constexpr std::string_view kWho[] = {"there", "it", "they", "the"};
  constexpr std::string_view kWere[] = {"were", "was", "stood", "numbered", "totaled", "had"};
  constexpr std::size_t kWords = 9;
  for (const std::size_t last = i + kWords; i < last; ++i) {
    if (text.word(i) != "when" || !is_in(text.word(i + 1), kWho) ||
        !is_in(text.word(i + 2), kWere)) {
      continue;
    }
    return text.value(i + 3 + (text.word(i + 3) == "at" ? 1 : 0));
  }
  return nullptr;
}

/// "the asking price of 750,000": the figure behind "of".
const CopyValue* figure_of_the(const CopyText& text, std::size_t i) {
  constexpr std::size_t kWords = 4;
  constexpr std::string_view kOf[] = {"of"};
  const std::size_t of = text.word(i) == "the" ? after_words(text, i + 1, kWords, kOf) : i;
  return text.word(of) == "of" ? text.value(of + 1) : nullptr;
}

/// "8,412 leases, 900 fewer than in the year before, when there were 9,312"; "than the 9,312".
void check_than(const CopyText& text, const Sentence& sentence, const CopyValue& by,
                CopyNotes& notes) {
  constexpr std::string_view kMore[] = {"more", "fewer", "less"};
  const std::size_t end = by.tokens.end;
  const std::size_t begin = by.tokens.begin;
  if (!is_in(text.word(end), kMore) || text.word(end + 1) != "than" || begin == 0 ||
      text.word(begin - 1) != ",") {
    return;
  }
  const CopyValue* now = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    now = value.tokens.end < begin && value.quantity() != nullptr ? &value : now;
  }
  const bool the = text.word(end + 2) == "the" && text.value(end + 3) != nullptr;
  const CopyValue* before = the ? text.value(end + 3) : figure_of_then(text, end + 2);
  before = before == nullptr ? figure_of_the(text, end + 2) : before;
  if (now != nullptr && before != nullptr && begin - now->tokens.end <= kReach) {
    judge(text, {now, before, &by, text.word(end) == "more" ? 1 : -1}, notes);
  }
}

/// "dropped by 61,000 to 853,000. A month earlier it was 914,000."
void check_earlier(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::string_view kUnits[] = {"day", "week", "month", "year"};
  constexpr std::string_view kEarlier[] = {"earlier", "before", "ago"};
  const std::vector<Sentence>& sentences = text.sentences();
  const std::size_t i = sentences[k].tokens.begin;
  if (k == 0 || (text.word(i) != "a" && text.word(i) != "one") ||
      !is_in(text.word(i + 1), kUnits) || !is_in(text.word(i + 2), kEarlier)) {
    return;
  }
  const std::size_t it = i + 3 + (text.word(i + 3) == "," ? 1 : 0);
  const bool was = text.word(it) == "it" && text.word(it + 1) == "was";
  const bool had =
      text.word(it) == "it" && text.word(it + 1) == "had" && text.word(it + 2) == "been";
  const CopyValue* before = was ? text.value(it + 2) : had ? text.value(it + 3) : nullptr;
  std::vector<const CopyValue*> two;
  for (const CopyValue& value : text.values_in(sentences[k - 1])) {
    if (value.quantity() != nullptr) {
      two.push_back(&value);
    }
  }
  if (before == nullptr || two.size() != 2) {
    return;
  }
  const std::size_t by = two[0]->tokens.begin;
  const std::size_t to = two[1]->tokens.begin;
  const bool led = text.word(by) == "by" || (by > 0 && text.word(by - 1) == "by");
  const std::size_t verb = text.word(by) == "by" ? by : by - 1;
  const int direction = verb > 0 ? direction_of(text.word(verb - 1)) : 0;
  if (led && to > 0 && text.word(to - 1) == "to" && direction != 0) {
    judge(text, {two[1], before, two[0], direction}, notes);
  }
}

}  // namespace

void check_steps(const CopyText& text, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    for (const CopyValue& value : text.values_in(sentences[k])) {
      if (figure(text, &value) != nullptr) {
        check_apposed(text, sentences[k], value, notes);
        check_than(text, sentences[k], value, notes);
        check_ahead(text, sentences[k], value, notes);
        check_up_from(text, sentences[k], value, notes);
        check_year_before(text, sentences[k], value, notes);
      }
    }
    check_earlier(text, k, notes);
  }
}

}  // namespace concord::proofread
