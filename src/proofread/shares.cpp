// Shares beside the two counts they are worked out from.
#include <algorithm>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kNounWords = 4;   // between a number and what follows it
constexpr std::size_t kOwnerWords = 3;  // in "of the old town's 2,400 residents"

constexpr std::string_view kThe[] = {"the", "its", "their", "all", "some",  "about", "his",
                                     "her", "a",   "total", "of",  "these", "those"};
constexpr std::string_view kOr[] = {"or"};

/// A part, its whole and the share that the words call the part.
struct Shared {
  const CopyValue* part = nullptr;
  const CopyValue* whole = nullptr;
  const CopyValue* share = nullptr;
};

/// A bare "120" beside a percentage is read as one; here it may be the whole.
const Quantity* counted(const CopyText& text, const CopyValue* value) {
  if (value == nullptr || is_fraction(text, *value)) {
    return nullptr;
  }
  const Quantity* count = of_dimension(value, Dimension::count);
  if (count != nullptr) {
    return count;
  }
  const Quantity* bare = of_dimension(value, Dimension::percent);
  const bool is_bare = bare != nullptr && value->tokens.size() == 1 &&
                       text.written(*value).find('%') == std::string::npos;
  return is_bare ? bare : of_dimension(value, Dimension::money);
}

bool is_share(const CopyText& text, const CopyValue* value) {
  return of_dimension(value, Dimension::percent) != nullptr ||
         (value != nullptr && is_fraction(text, *value));
}

/// The whole behind "of": "the 120", "its 80", "the old town's 2,400"; nullptr if there is none.
const CopyValue* whole_at(const CopyText& text, std::size_t i) {
  while (text.value(i) == nullptr && is_in(text.word(i), kThe)) {
    ++i;
  }
  constexpr std::string_view kOwner[] = {"'s"};
  const std::size_t owner = after_words(text, i, kOwnerWords, kOwner);
  return text.word(owner) == "'s" ? text.value(owner + 1) : text.value(i);
}

/// Where "30 of the 120 workers" goes on: the whole; nullptr if it does not.
const CopyValue* whole_of(const CopyText& text, const CopyValue& part) {
  constexpr std::string_view kOf[] = {"of", "out"};
  std::size_t i = after_words(text, part.tokens.end, kNounWords, kOf);
  if (text.word(i) == "out") {
    ++i;
  }
  return text.word(i) == "of" ? whole_at(text, i + 1) : nullptr;
}

/// The value in apposition: ", or 30 percent", "(30%)", "- 30 percent".
const CopyValue* apposed_to(const CopyText& text, const CopyValue& value, std::size_t words) {
  std::size_t i = after_words(text, value.tokens.end, words, kOr);
  const bool is_mark = text.word(i) == "," || text.word(i) == "(" || text.is_dash(i);
  if (is_mark) {
    ++i;
  }
  if (text.word(i) == "or" && text.value(i) != nullptr) {
    return text.value(i);  // "or about 40 percent" is one value
  }
  const bool is_or = text.word(i) == "or";
  if (is_or) {
    ++i;
  }
  if ((!is_mark && !is_or) || (text.word(i - 1) == "," && !is_or)) {
    return nullptr;
  }
  constexpr std::string_view kAbout[] = {"some", "about", "roughly", "around"};
  while (text.value(i) == nullptr && is_in(text.word(i), kAbout)) {
    ++i;
  }
  return text.value(i);
}

/// True if the words behind a number count what the whole counts.
bool counts_same(const CopyText& text, std::size_t i, const CopyValue& whole) {
  const std::size_t end = after_words(text, whole.tokens.end, kNounWords, {});
  for (std::size_t k = whole.tokens.end; k < end; ++k) {
    if (text.is_word(i) && text.word(i) == text.word(k)) {
      return true;
    }
  }
  return false;
}

/// "1,200 of its 4,000 jobs, or 30 percent of its workforce": all who work there, counted by jobs.
bool is_its_staff(const CopyText& text, std::size_t i, const CopyValue& whole) {
  constexpr std::string_view kStaff[] = {"workforce", "staff", "payroll", "employees", "workers"};
  constexpr std::string_view kJobs[] = {"jobs",    "positions", "posts",   "employees",
                                        "workers", "staff",     "staffers"};
  return is_in(text.word(i), kStaff) && text.is_break(i + 1) &&
         is_in(text.word(whole.tokens.end), kJobs);
}

/// "of the total", "of them", "of those surveyed", "of the workers": not a share of something else.
bool is_of_whole(const CopyText& text, std::size_t i, const CopyValue& whole) {
  constexpr std::string_view kThan[] = {"more",  "less",  "fewer", "higher", "lower",
                                        "above", "below", "up",    "down",   "plus"};
  if (is_in(text.word(i), kThan)) {
    return false;  // "3 of 4 games, or 2 percent more than in May"
  }
  if (text.word(i) != "of") {
    return true;
  }
  ++i;
  while (text.word(i) == "the" || text.word(i) == "all" || text.word(i) == "its") {
    ++i;
  }
  constexpr std::string_view kWhole[] = {"total", "them", "whole"};
  return is_in(text.word(i), kWhole) || (text.word(i) == "those" && text.is_break(i + 2)) ||
         counts_same(text, i, whole) || is_its_staff(text, i, whole);
}

/// ", about 25 percent of the workforce": what it is of says that it is the same part.
const CopyValue* share_of_whole(const CopyText& text, const CopyValue& value,
                                const CopyValue& whole) {
  std::size_t i = after_words(text, value.tokens.end, kNounWords, {});
  if (text.word(i) != ",") {
    return nullptr;
  }
  constexpr std::string_view kAbout[] = {"some", "about", "roughly", "around", "nearly", "almost"};
  for (++i; text.value(i) == nullptr && is_in(text.word(i), kAbout);) {
    ++i;
  }
  const CopyValue* share = text.value(i);
  if (share == nullptr || text.word(share->tokens.end) != "of") {
    return nullptr;
  }
  constexpr std::string_view kAll[] = {"total", "whole"};
  std::size_t of = share->tokens.end + 1;
  while (text.word(of) == "the" || text.word(of) == "its") {
    ++of;
  }
  const bool all = is_in(text.word(of), kAll) && text.is_break(of + 1);
  return all || is_its_staff(text, of, whole) ? share : nullptr;
}

/// The percentage in apposition to the part or the whole.
const CopyValue* share_after(const CopyText& text, const CopyValue& value, const CopyValue& whole) {
  const CopyValue* share = apposed_to(text, value, kNounWords + 2);
  share = share == nullptr ? share_of_whole(text, value, whole) : share;
  return is_share(text, share) && is_of_whole(text, share->tokens.end, whole) ? share : nullptr;
}

/// "30 of the 120 workers, or 30 percent".
Shared part_first(const CopyText& text, const CopyValue& part) {
  Shared found{&part, counted(text, &part) == nullptr ? nullptr : whole_of(text, part), nullptr};
  if (found.whole != nullptr && counted(text, found.whole) != nullptr) {
    found.share = share_after(text, *found.whole, *found.whole);
  }
  return found;
}

/// "Of the 120 workers, 30, or 30 percent".
Shared whole_first(const CopyText& text, std::size_t of) {
  Shared found{nullptr, whole_at(text, of + 1), nullptr};
  if (found.whole == nullptr || counted(text, found.whole) == nullptr) {
    return found;
  }
  std::size_t i = after_words(text, found.whole->tokens.end, kNounWords + 2, {});
  // "Of 300 meals weighed over two weeks, 45", "Of the 60 buses that the city bought last year, 18"
  constexpr std::size_t kClauseWords = 14;
  i = after_words(text, i, kClauseWords, {});
  for (std::size_t passed = 0; passed < 2; ++passed) {  // "1,200 drivers over 70 ... in March, 84"
    const CopyValue* other = text.value(i);
    const Quantity* quantity = other == nullptr ? nullptr : other->quantity();
    const bool limit = quantity != nullptr &&
                       (quantity->hedge == Hedge::more_than || quantity->hedge == Hedge::less_than);
    if (other != nullptr && (limit || quantity == nullptr)) {
      i = after_words(text, other->tokens.end, kClauseWords, {});
    }
  }
  if (text.word(i) != ",") {
    return found;
  }
  constexpr std::string_view kOnly[] = {"some", "about", "only", "just", "a"};
  for (++i; text.value(i) == nullptr && is_in(text.word(i), kOnly);) {
    ++i;
  }
  found.part = text.value(i);
  if (found.part != nullptr && counted(text, found.part) != nullptr) {
    found.share = share_after(text, *found.part, *found.whole);
  }
  return found;
}

/// "120 workers, of whom 30, or 30 percent" and "120 votes, 30 of them, or 30 percent".
Shared whole_before(const CopyText& text, const Sentence& sentence, std::size_t of) {
  constexpr std::string_view kWhom[] = {"whom", "which", "them"};
  if (!is_in(text.word(of + 1), kWhom)) {
    return {};
  }
  const bool them = text.word(of + 1) == "them";
  Shared found{them ? nullptr : text.value(of + 2), nullptr, nullptr};
  for (const CopyValue& value : text.values_in(sentence)) {
    if (them && value.tokens.end == of) {
      found.part = &value;
    } else if (value.tokens.end < of) {
      found.whole = &value;
    }
  }
  if (found.part == nullptr || found.whole == nullptr) {
    return {};
  }
  const std::size_t comma = after_words(text, found.whole->tokens.end, kNounWords, {});
  const std::size_t begin = them ? found.part->tokens.begin : of;
  if (text.word(comma) == "," && comma + 1 == begin) {
    found.share = share_after(text, *found.part, *found.whole);
  }
  return found;
}

/// "40 percent of the 120 workers, or 30 people".
Shared share_first(const CopyText& text, const CopyValue& share) {
  Shared found{nullptr, whole_of(text, share), &share};
  if (text.word(share.tokens.end) != "of" || found.whole == nullptr ||
      counted(text, found.whole) == nullptr) {
    return {};
  }
  std::size_t comma = after_words(text, found.whole->tokens.end, kNounWords, {});
  const CopyValue* part = apposed_to(text, *found.whole, kNounWords);
  const CopyValue* in_all = text.word(comma) == "," ? text.value(comma + 1) : nullptr;
  constexpr std::string_view kAll[] = {"all", "total"};
  constexpr std::string_view kPeople[] = {"people", "persons"};
  const auto is_total = [&](const CopyValue& value) {
    return text.word(value.tokens.end) == "in" && is_in(text.word(value.tokens.end + 1), kAll);
  };
  // "a quarter of the 200 delegates, 80 people, voted": between commas it says the same again.
  const auto is_apposed = [&](const CopyValue& value) {
    const std::size_t people = is_in(text.word(value.tokens.end), kPeople) ? 1 : 0;
    const std::size_t next = value.tokens.end + people;
    return text.word(next) == "," && text.value(next + 1) == nullptr;  // not "12, 14 and 16"
  };
  const bool again = in_all != nullptr && (is_total(*in_all) || is_apposed(*in_all));
  part = part == nullptr && again ? in_all : part;
  if (part == nullptr || counted(text, part) == nullptr) {
    return {};
  }
  const std::size_t end = part->tokens.end;
  if (text.is_break(end) || is_in(text.word(end), kPeople) || is_total(*part) ||
      counts_same(text, end, *found.whole)) {
    found.part = part;
  }
  return found;
}

bool same_kind(const Quantity& part, const Quantity& whole) {
  const bool money = part.dimension == Dimension::money || whole.dimension == Dimension::money;
  return !money || (part.dimension == whole.dimension && part.unit == whole.unit);
}

/// Tells of the three if they are all there and the share is not the part's.
void judge(const CopyText& text, const Shared& found, CopyNotes& notes) {
  const Quantity* some = counted(text, found.part);
  const Quantity* all = counted(text, found.whole);
  if (some == nullptr || all == nullptr || found.share == nullptr || !same_kind(*some, *all)) {
    return;
  }
  const auto part_bounds = bounds_of(*some);
  const auto whole_bounds = bounds_of(*all);
  if (!part_bounds || !whole_bounds || whole_bounds->low <= 0 ||
      whole_bounds->high < part_bounds->low) {
    return;
  }
  const Bounds right{100 * part_bounds->low / whole_bounds->high,
                     100 * part_bounds->high / whole_bounds->low};
  if (meet(right, share_bounds(*found.share->quantity()))) {
    return;
  }
  const double exact = 100 * some->nominal->to_double() / all->nominal->to_double();
  const bool is_last = found.part->tokens.begin < found.share->tokens.begin;
  const CopyValue& odd = is_last ? *found.share : *found.part;
  notes.add(
      odd.mention->core,
      fmt::format("{} of {} is {} percent, not {}", text.written(found.part->mention->core),
                  text.written(found.whole->mention->core), shown(exact),
                  text.written(found.share->mention->core)),
      {{(is_last ? found.part : found.share)->mention->core, is_last ? "the part" : "the share"},
       {found.whole->mention->core, "the whole"}},
      is_last
          ? fmt::format("write \"{} percent\", or see which of the three is wrong", shown(exact))
          : std::string("see which of the three is wrong"));
}

/// "Of the eight ferries, nine were late": a part is no more than its whole.
void check_part(const CopyText& text, const Shared& found, CopyNotes& notes) {
  constexpr std::string_view kVerbs[] = {"were",   "are",    "had",      "have", "did",  "said",
                                         "voted",  "died",   "remain",   "left", "took", "got",
                                         "failed", "passed", "survived", "will"};
  const Quantity* some = of_dimension(found.part, Dimension::count);
  const Quantity* all = of_dimension(found.whole, Dimension::count);
  if (some == nullptr || all == nullptr || !some->hard.low || !all->hard.high ||
      *some->hard.low <= *all->hard.high || !is_in(text.word(found.part->tokens.end), kVerbs)) {
    return;
  }
  notes.add(
      found.part->mention->core,
      fmt::format("{} are more than the {} they are of", text.written(found.part->mention->core),
                  text.written(found.whole->mention->core)),
      {{found.whole->mention->core, "the whole"}}, "see which of the two is wrong");
}

/// "300 of the 240 workers": more than there are.
void check_some_of(const CopyText& text, const CopyValue& part, CopyNotes& notes) {
  constexpr std::string_view kWhose[] = {"the", "its", "their", "those", "these"};
  const std::size_t end = part.tokens.end;
  const bool of = text.word(end) == "of" && is_in(text.word(end + 1), kWhose);
  const CopyValue* whole = of ? text.value(end + 2) : nullptr;
  const Quantity* some = exact_count_of(text, &part);
  const Quantity* all = whole == nullptr ? nullptr : exact_count_of(text, whole);
  if (some == nullptr || all == nullptr || *some->nominal <= *all->nominal ||
      !text.is_word(whole->tokens.end) || text.value(whole->tokens.end) != nullptr) {
    return;
  }
  notes.add(part.mention->core,
            fmt::format("{} are more than the {} they are of", text.written(part.mention->core),
                        text.written(whole->mention->core)),
            {{whole->mention->core, "the whole"}}, "see which of the two is wrong");
}

/// "Two thirds of voters, 58 percent, backed it": between commas the fraction again.
const CopyValue* fraction_again(const CopyText& text, const CopyValue& value) {
  const std::size_t comma =
      text.word(value.tokens.end) == "of" ? after_words(text, value.tokens.end + 1, 3, {}) : 0;
  const CopyValue* share = comma != 0 && text.word(comma) == "," ? text.value(comma + 1) : nullptr;
  return share != nullptr && text.word(share->tokens.end) == "," ? share : nullptr;
}

/// "A quarter, or 30 percent, of them".
void check_fraction(const CopyText& text, const CopyValue& value, CopyNotes& notes) {
  const CopyValue* share = is_fraction(text, value) ? apposed_to(text, value, 0) : nullptr;
  share = share == nullptr && is_fraction(text, value) ? fraction_again(text, value) : share;
  const Quantity* percent = of_dimension(share, Dimension::percent);
  if (percent != nullptr && !meet(share_bounds(*value.quantity()), share_bounds(*percent))) {
    const std::string right = shown(100 * value.quantity()->nominal->to_double());
    notes.add(share->mention->core,
              fmt::format("{} is {} percent, not {}", text.written(value.mention->core), right,
                          text.written(share->mention->core)),
              {{value.mention->core, "the fraction"}}, "see which of the two is right");
  }
}

}  // namespace

void check_shares(const CopyText& text, CopyNotes& notes) {
  for (const CopyValue& value : text.values()) {
    judge(text, part_first(text, value), notes);
    if (is_share(text, &value)) {
      judge(text, share_first(text, value), notes);
    }
    check_fraction(text, value, notes);
    check_some_of(text, value, notes);
  }
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const bool out = text.word(i) == "out" && text.word(i + 1) == "of";
      const bool opens = i == sentence.tokens.begin || text.is_break(i - 1) ||
                         text.word(i - 1) == "that" || text.word(i - 1) == "and";
      if (opens && (text.word(i) == "of" || out)) {
        const Shared found = whole_first(text, i + (out ? 1 : 0));
        judge(text, found, notes);
        check_part(text, found, notes);
      }
      if (text.word(i) == "of") {
        judge(text, whole_before(text, sentence, i), notes);
      }
    }
  }
  check_apposed_shares(text, notes);
  check_share_of_it(text, notes);
}

}  // namespace concord::proofread
