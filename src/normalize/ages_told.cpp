#include <string_view>

#include "normalize/quantities.h"

namespace concord::normalize {
namespace {

constexpr std::int64_t kOldest = 125;

static constexpr std::string_view kTurns[] = {"turned", "turns", "turning"};
constexpr std::string_view kOver[] = {"over", "above"};
constexpr std::string_view kUnder[] = {"under", "below"};

/// The years in figures or words at `at`, with no unit and no noun that they would count.
std::optional<Amount> bare_years(const Scan& scan, std::uint32_t at) {
  auto amount = read_amount(scan, at, at);
  const auto years = amount ? whole_value(amount->number.value) : std::nullopt;
  if (!years || amount->number.form != NumberForm::plain || !amount->unit.bare() || *years < 1 ||
      *years > kOldest || amount->number.leading_zero || amount->begin != at) {
    return std::nullopt;
  }
  amount->unit = {.dimension = Dimension::age, .code = "a", .time = TimeUnit::year};
  return amount;
}

bool ends_clause(const Scan& scan, std::uint32_t at) {
  return at >= scan.size() || ((scan.mark(at, '.') || scan.mark(at, ',') || scan.mark(at, ';')) &&
                               !scan.attached(at + 1));
}

/// "he", "the victim", "his mother": one person of whom "was 45" tells the age.
bool is_somebody(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kPronouns[] = {"he", "she", "i"};
  return scan.says_any(at, kPronouns) || scan.has(at, person);
}

// "He was 45.", "She is 81 and lives alone", "The victim was 19."
bool tells_age_of_one(const Scan& scan, std::uint32_t at, const Amount& years) {
  const bool copula = scan.says(at - 1, "was") || scan.says(at - 1, "is");
  constexpr std::int64_t kNoScore = 10;
  const bool goes_on = (scan.is(years.end, Cue::and_word) || scan.says(years.end, "when")) &&
                       whole_value(years.number.value).value_or(0) >= kNoScore;
  return at >= 2 && copula && is_somebody(scan, at - 2) && !scan.is(at, Cue::one) &&
         (ends_clause(scan, years.end) || goes_on);
}

// "He turned 81 last November", "turning 60 in May"
bool tells_birthday(const Scan& scan, std::uint32_t at, const Amount& years) {
  const Cue next = scan.cue(years.end);
  const bool dated = next == Cue::last || next == Cue::this_word || next == Cue::next ||
                     next == Cue::in || next == Cue::on || scan.says(years.end, "yesterday") ||
                     scan.says(years.end, "today") || scan.says(years.end, "earlier");
  const bool aside = scan.mark(years.end, ',');  // "Leo, who turned 22, died"
  return at > 0 && scan.says_any(at - 1, kTurns) && !scan.is(at, Cue::one) &&
         ((ends_clause(scan, years.end) && !aside) || dated);
}

// "children under five must", "a child under 12 was", "men over 60": people of an age
Hedge bound_of_people(const Scan& scan, std::uint32_t at, const Amount& years) {
  static constexpr std::string_view kPeople[] = {"those",     "anyone",     "anybody", "everyone",
                                                 "everybody", "pensioners", "voters",  "patients"};
  constexpr std::int64_t kOldestBound = 99;
  const bool over = at >= 2 && scan.says_any(at - 1, kOver);
  const bool under = at >= 2 && scan.says_any(at - 1, kUnder);
  const bool people =
      scan.has(at - 2, person) || scan.has(at - 2, persons) || scan.says_any(at - 2, kPeople);
  static constexpr std::string_view kVerbs[] = {"must", "should", "may", "can", "will", "would",
                                                "were", "was",    "are", "is",  "who",  "could",
                                                "and",  "from",   "in",  "to",  "or"};
  const bool stands = ends_clause(scan, years.end) || scan.says_any(years.end, kVerbs);
  if ((!over && !under) || !people || !stands ||
      whole_value(years.number.value).value_or(0) > kOldestBound) {
    return Hedge::exact;
  }
  return over ? Hedge::more_than : Hedge::less_than;
}

// "The average age of a first-time buyer is now 33."
bool tells_average_age(const Scan& scan, std::uint32_t at, const Amount& years) {
  constexpr std::uint32_t kReach = 9;
  static constexpr std::string_view kMeans[] = {"average", "median", "mean",  "retirement",
                                                "minimum", "legal",  "voting"};
  const std::uint32_t verb = scan.is(at - 1, Cue::now) ? at - 2 : at - 1;
  if (at < 3 || !(scan.says(verb, "is") || scan.says(verb, "was")) ||
      !ends_clause(scan, years.end)) {
    return false;
  }
  for (std::uint32_t back = 1; back <= kReach && back < verb; ++back) {
    if (scan.is(verb - back, Cue::age)) {
      return scan.says_any(verb - back - 1, kMeans);
    }
  }
  return false;
}

// "babies under six months", "infants under 12 weeks old": a length that is an age
std::optional<Found> read_age_of_babies(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kSmall[] = {"babies", "baby",    "infants", "infant",
                                                "calves", "puppies", "kittens", "newborns"};
  const bool over = at >= 2 && scan.says_any(at - 1, kOver);
  const bool under = at >= 2 && scan.says_any(at - 1, kUnder);
  auto amount =
      (over || under) && scan.says_any(at - 2, kSmall) ? read_amount(scan, at, at) : std::nullopt;
  if (!amount || amount->unit.dimension != Dimension::duration ||
      amount->number.form != NumberForm::plain || amount->begin != at) {
    return std::nullopt;
  }
  amount->unit.dimension = Dimension::age;
  return Found{at - 1, amount->end, at, amount->end,
               quantity_of(scan, *amount, over ? Hedge::more_than : Hedge::less_than)};
}

}  // namespace

bool may_be_told_age(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kBefore[] = {"was",  "is",    "turned", "turns", "turning",
                                                 "over", "above", "under",  "below"};
  const std::uint32_t before = at > 1 && scan.is(at - 1, Cue::now) ? at - 2 : at - 1;
  return at > 0 && scan.has(before, told_age) && scan.says_any(before, kBefore);
}

std::uint32_t read_told_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (!may_be_told_age(scan, at)) {
    return at;
  }
  if (auto baby = read_age_of_babies(scan, at)) {
    found.push_back(std::move(*baby));
    return found.back().end;
  }
  const auto years = bare_years(scan, at);
  if (!years) {
    return at;
  }
  const Hedge bound = bound_of_people(scan, at, *years);
  if (bound != Hedge::exact) {
    found.push_back({at - 1, years->end, at, years->end, quantity_of(scan, *years, bound)});
    return years->end;
  }
  if (!tells_age_of_one(scan, at, *years) && !tells_birthday(scan, at, *years) &&
      !tells_average_age(scan, at, *years)) {
    return at;
  }
  found.push_back({at, years->end, at, years->end, quantity_of(scan, *years, Hedge::exact)});
  return years->end;
}

}  // namespace concord::normalize
