#include <algorithm>
#include <string_view>

#include "normalize/quantities.h"

namespace concord::normalize {
namespace {

constexpr std::int64_t kOldest = 125;

bool plausible_age(const Number& number) {
  const auto years = whole_value(number.value);
  return number.form == NumberForm::plain && years && *years >= 0 && *years <= kOldest &&
         !number.leading_zero;
}

std::optional<Amount> age_at(const Scan& scan, std::uint32_t at) {
  auto amount = read_amount(scan, at, at);
  if (!amount || !plausible_age(amount->number)) {
    return std::nullopt;
  }
  if (amount->unit.bare()) {
    amount->unit = {.dimension = Dimension::age, .code = "a", .time = TimeUnit::year};
  } else if (amount->unit.dimension == Dimension::duration) {
    amount->unit.dimension = Dimension::age;
  } else {
    return std::nullopt;
  }
  return amount;
}

bool joins_range(const Scan& scan, std::uint32_t at, bool between) {
  return scan.is(at, Cue::to) || (between && scan.is(at, Cue::and_word)) ||
         (scan.dash(at) && scan.attached(at));
}

/// "30-something", "forty-somethings"
bool is_something(const Scan& scan, std::uint32_t at) {
  return scan.dash(at + 1) && scan.attached(at + 1) && scan.attached(at + 2) &&
         (scan.says(at + 2, "something") || scan.says(at + 2, "somethings"));
}

/// "drowned" before what is no noun: a verb, no kind of people that a number would count.
bool is_past_form(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  const bool verb = shape.size() > 4 && shape.ends_with("ed") && !scan.noun_like(at + 1);
  return verb || scan.has(at, past);
}

/// "and 15 drowned": after "and" a verb, no noun that the number would count.
bool ends_list(const Scan& scan, const Amount& last) {
  return scan.is(last.begin - 1, Cue::and_word) && is_past_form(scan, last.end);
}

// "aged 3, 5 and 7": ages after the first.
std::uint32_t take_more_ages(const Scan& scan, std::uint32_t end, std::vector<Found>& found) {
  for (int i = 0; i < 12; ++i) {
    std::uint32_t at = end;
    at += scan.mark(at, ',') ? 1U : 0U;
    at += scan.is(at, Cue::and_word) || scan.is(at, Cue::or_word) ? 1U : 0U;
    const auto next = at == end ? std::nullopt : age_at(scan, at);
    if (!next || (scan.noun_like(next->end) && !ends_list(scan, *next))) {
      return end;
    }
    found.push_back(
        {next->begin, next->end, next->begin, next->end, quantity_of(scan, *next, Hedge::exact)});
    end = next->end;
  }
  return end;
}

// "over the age of 75", "under the age of five"
Hedge bound_of_age(const Scan& scan, std::uint32_t at) {
  const std::uint32_t bound = at - 2;
  if (at < 2 || !scan.is(at, Cue::age) || !scan.is(at - 1, Cue::the) || !scan.is(at + 1, Cue::of)) {
    return Hedge::exact;
  }
  if (scan.says(bound, "over") || scan.says(bound, "above")) {
    return Hedge::more_than;
  }
  return scan.says(bound, "under") || scan.says(bound, "below") ? Hedge::less_than : Hedge::exact;
}

std::uint32_t read_aged(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (!scan.is(at, Cue::aged) && !scan.is(at, Cue::age)) {
    return at;
  }
  std::uint32_t first = at + 1;
  first += scan.is(first, Cue::of) || scan.is(first, Cue::from) ? 1U : 0U;
  // "between the ages of 5 and 11"
  const bool outer = scan.is(at - 1, Cue::the) && scan.is(at - 2, Cue::between);
  const bool between = outer || scan.is(first, Cue::between);
  first += scan.is(first, Cue::between) ? 1U : 0U;
  first += hedge_length(scan, first);
  const auto low = age_at(scan, first);
  if (!low) {
    return at;
  }
  const auto high =
      joins_range(scan, low->end, between) ? age_at(scan, low->end + 1) : std::nullopt;
  if (high) {
    found.push_back({at, high->end, low->begin, high->end, quantity_between(scan, *low, *high)});
    return high->end;
  }
  FoundHedge around = find_hedge(scan, low->begin, low->end, at + 1);
  const Hedge bound = around.hedge == Hedge::exact ? bound_of_age(scan, at) : Hedge::exact;
  if (bound != Hedge::exact) {
    around.hedge = bound;
    found.push_back({at - 2, around.end, low->begin, low->end, quantity_of(scan, *low, bound)});
    return around.end;
  }
  found.push_back({at, around.end, low->begin, low->end, quantity_of(scan, *low, around.hedge)});
  return around.end == low->end ? take_more_ages(scan, low->end, found) : around.end;
}

// "thirties": 30; 0 for other words
std::int64_t decade_in_words(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kDecades[] = {"twenties", "thirties",  "forties",  "fifties",
                                                  "sixties",  "seventies", "eighties", "nineties"};
  const auto* const word = std::ranges::find_if(
      kDecades, [&](std::string_view decade) { return scan.says(at, decade); });
  return word == std::end(kDecades) ? 0 : 20 + 10 * (word - std::begin(kDecades));
}

Quantity decade_of_life(std::int64_t decade) {
  Quantity age;
  age.dimension = Dimension::age;
  age.unit = "a";
  age.hedge = Hedge::between;
  age.hard = {Decimal(decade), Decimal(decade + 9)};
  age.soft = age.hard;
  return age;
}

// "a 30-something driver", "two forty-somethings"
std::uint32_t read_something(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (!is_something(scan, at)) {
    return at;
  }
  const auto amount = age_at(scan, at);
  const auto decade = amount ? whole_value(amount->number.value) : std::nullopt;
  if (!decade || amount->end != at + 1 || *decade < 20 || *decade > 90 || *decade % 10 != 0) {
    return at;
  }
  found.push_back({at, at + 3, at, at + 3, decade_of_life(*decade)});
  return at + 3;
}

bool parts_decade(const Scan& scan, std::uint32_t at) {
  const Cue part = scan.cue(at);
  return part == Cue::early || part == Cue::mid || part == Cue::late;
}

// Where the part of a decade that the word at `at` names begins, in years past its first.
std::int64_t third_of_decade(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::mid) ? 3 : scan.is(at, Cue::late) ? 6 : 0;
}

// "late teens": from 13 to 19
std::optional<Found> teens_at(const Scan& scan, std::uint32_t at) {
  constexpr std::int64_t kFirst = 13;
  constexpr std::int64_t kLast = 19;
  if (!scan.says(at, "teens")) {
    return std::nullopt;
  }
  Quantity age = decade_of_life(kFirst);
  age.hard.high = age.soft.high = Decimal(kLast);
  const std::uint32_t before = scan.dash(at - 1) ? at - 2 : at - 1;
  const bool parted = parts_decade(scan, before);
  if (parted) {
    const std::int64_t third = third_of_decade(scan, before) * 2 / 3;  // of seven years
    age.soft = {Decimal(kFirst + third), Decimal(kFirst + third + 2)};
  }
  return Found{parted ? before : at, at + 1, at, at + 1, std::move(age)};
}

// "early to mid-20s": from the first part named to the last
void take_earlier_part(const Scan& scan, std::int64_t decade, Found& found, Quantity& age) {
  const std::uint32_t to = found.begin - 1;
  if (found.begin >= 2 && scan.is(to, Cue::to) && parts_decade(scan, to - 1)) {
    age.soft.low = Decimal(decade + third_of_decade(scan, to - 1));
    found.begin -= 2;
  }
}

// "30s", "mid-20s", "early forties": the number stands at `at`, what parts the decade before it
std::optional<Found> decade_at(const Scan& scan, std::uint32_t at) {
  if (auto teens = teens_at(scan, at)) {
    return teens;
  }
  const std::int64_t worded = scan.is_number(at) ? 0 : decade_in_words(scan, at);
  const bool many = worded != 0 || (scan.attached(at + 1) && scan.is(at + 1, Cue::s));
  const auto figures = many && worded == 0 ? read_figures(scan.spelling(at)) : std::nullopt;
  const auto decade = figures ? whole_value(figures->value) : std::optional(worded);
  if (!many || !decade || *decade < 10 || *decade > 100 || *decade % 10 != 0) {
    return std::nullopt;
  }
  Quantity age = decade_of_life(*decade);
  const std::uint32_t before = scan.dash(at - 1) ? at - 2 : at - 1;
  const std::uint32_t end = at + (worded != 0 ? 1U : 2U);
  Found made{at, end, at, end, {}};
  if (parts_decade(scan, before)) {
    const std::int64_t third = third_of_decade(scan, before);
    age.soft = {Decimal(*decade + third), Decimal(*decade + third + 3)};
    made.begin = before;
    take_earlier_part(scan, *decade, made, age);
  }
  made.value = std::move(age);
  return made;
}

// Past "and", "or", "to", a comma and "early" before the next decade of a list; `at` where none is.
std::uint32_t next_decade(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.mark(at, ',') ? 1U : 0U);
  const Cue joint = scan.cue(next);
  next += joint == Cue::and_word || joint == Cue::or_word || joint == Cue::to ? 1U : 0U;
  const bool parted = parts_decade(scan, next);
  return next == at ? at : next + (parted ? 1U : 0U) + (parted && scan.dash(next + 1) ? 1U : 0U);
}

// "in his 30s", "in her mid-20s", "in their late 20s or early 30s": decades of life
std::uint32_t read_decade_of_life(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  constexpr int kMost = 5;
  auto decade = decade_at(scan, at);
  if (!decade || !scan.is(decade->begin - 1, Cue::his)) {
    return at;
  }
  std::uint32_t end = at;
  for (int i = 0; decade && i < kMost; ++i) {
    end = decade->end;
    found.push_back(*std::move(decade));
    const std::uint32_t next = next_decade(scan, end);
    decade = next != end ? decade_at(scan, next) : std::nullopt;
  }
  return end;
}

/// "in New York", "town of Sarn", "the Smiths": what stands before a name that is no person's.
bool is_placed(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kWhere[] = {"in",     "at",      "near",   "from",   "on",
                                                "around", "outside", "inside", "across", "the"};
  static constexpr std::string_view kKinds[] = {
      "town",   "city",  "village", "port",    "province", "region", "district", "county",
      "island", "state", "suburb",  "capital", "area",     "valley", "hamlet"};
  return scan.says_any(at, kWhere) || (scan.says(at, "of") && scan.says_any(at - 1, kKinds));
}

/// The word before the name whose last word is `last`: "in" of "in New South Wales".
std::uint32_t before_name(const Scan& scan, std::uint32_t last) {
  constexpr int kNameWords = 4;
  std::uint32_t at = last;
  for (int word = 0; word < kNameWords && scan.name_like(at); ++word) {
    at -= scan.dash(at - 1) && scan.name_like(at - 2) ? 2U : 1U;  // "Davis-Riley"
  }
  return at;
}

static constexpr std::string_view kKin[] = {"mother",  "father",      "mom",   "dad",
                                            "parent",  "grandmother", "widow", "wife",
                                            "husband", "grandfather"};

bool names_somebody(const Scan& scan, std::uint32_t last) {
  const bool number = scan.is_number(last) || scan.word(last).number == NumberRole::unit;
  if (number && scan.is(last - 1, Cue::of) && last > 1 && scan.says_any(last - 2, kKin)) {
    return true;  // "a mother of three, 29, was shot"
  }
  if (scan.name_like(last)) {
    return !is_placed(scan, before_name(scan, last));
  }
  return scan.has(last, person) && scan.is_word(last);
}

bool ends_apposition(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, ',') || scan.mark(at, ')') || scan.mark(at, ';');
}

// "Ann Brown, 66 and Joe Brown, 64 were hurt": a first and a last name leave no doubt without the
// second comma, unless a noun says what is counted.
bool follows_whole_name(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = scan.dash(at - 3) ? at - 4 : at - 3;  // "Kim Davis-Riley, 26 were"
  return scan.name_like(at - 2) && scan.name_like(first) && !scan.noun_like(at + 1) &&
         !scan.name_like(at + 1) && !scan.mark(at + 1, ':') && scan.word(at + 1).month == 0;
}

/// The last word before the comma at `comma`: "Jr." is written with a mark of its own.
std::uint32_t named_before(const Scan& scan, std::uint32_t comma) {
  const bool title =
      scan.mark(comma - 1, '.') && (scan.says(comma - 2, "jr") || scan.says(comma - 2, "sr"));
  return title ? comma - 2 : comma - 1;
}

/// The comma that opens "Ann Cole, 34," or "Ann Cole, now 34,".
std::uint32_t opening_comma(const Scan& scan, std::uint32_t at) {
  if (!scan.is_word(at - 1)) {
    return at - 1;
  }
  const bool then = scan.is(at - 1, Cue::now) || scan.says(at - 1, "then") ||
                    scan.says(at - 1, "just") || scan.is(at - 1, Cue::only);
  return then ? at - 2 : at - 1;
}

/// "The captain, 58, has been detained": a noun of one, whatever it is, with the verb of one behind
/// the second comma; never the noun of a number itself.
bool tells_of_one(const Scan& scan, std::uint32_t last, std::uint32_t verb) {
  static constexpr std::string_view kOwn[] = {"was",  "is",    "has",    "had",    "who",
                                              "died", "said",  "told",   "will",   "would",
                                              "also", "faces", "denies", "denied", "pleaded"};
  static constexpr std::string_view kNumbers[] = {
      "toll", "number", "figure", "count", "tally", "total", "score", "age", "temperature", "of"};
  static constexpr std::string_view kOfOne[] = {"the", "a",     "an",  "his",
                                                "her", "their", "its", "my"};
  constexpr std::uint32_t kReach = 3;  // "the former fire chief"
  if (!scan.is_word(last) || scan.spelling(last).ends_with('s') || scan.says_any(last, kNumbers) ||
      !scan.says_any(verb, kOwn)) {
    return false;
  }
  for (std::uint32_t back = 1; back <= kReach && back <= last && scan.is_word(last - back);
       ++back) {
    if (scan.says_any(last - back, kNumbers)) {
      return false;
    }
    if (scan.says_any(last - back, kOfOne)) {
      return true;
    }
  }
  return false;
}

// "John Smith, 34,": after a name or a person, between commas.
std::uint32_t read_apposition(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  const std::uint32_t comma = opening_comma(scan, at);
  if (!scan.is_number(at) || !scan.mark(comma, ',') || !scan.token(at).space_before ||
      !(ends_apposition(scan, at + 1) || follows_whole_name(scan, at))) {
    return at;
  }
  const std::uint32_t last = named_before(scan, comma);
  static constexpr std::string_view kByAge[] = {"eldest", "oldest", "youngest"};
  const bool named =
      names_somebody(scan, last) || tells_of_one(scan, last, at + 2) || scan.says_any(last, kByAge);
  const auto amount = named ? age_at(scan, at) : std::nullopt;
  if (!amount || amount->end != at + 1) {
    return at;
  }
  found.push_back({at, at + 1, at, at + 1, quantity_of(scan, *amount, Hedge::exact)});
  return at + 1;
}

/// True if the noun at `people` is counted: "Two young boys" for 2.
bool counts(const Scan& scan, std::uint32_t people, std::size_t number) {
  constexpr std::uint32_t kMostWords = 3;  // "two high school students"
  for (std::uint32_t back = 1; back <= kMostWords + 1 && back <= people; ++back) {
    const auto amount = read_amount(scan, people - back, people - back);
    if (amount) {
      return whole_value(amount->number.value) == static_cast<std::int64_t>(number);
    }
    if (!scan.is_word(people - back)) {
      return false;
    }
  }
  return false;
}

// "Two boys, 6 and 8, died": as many numbers between commas as people before them.
std::uint32_t read_listed(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  const auto first = scan.is_number(at) && scan.mark(at - 1, ',') && scan.has(at - 2, persons)
                         ? age_at(scan, at)
                         : std::nullopt;
  if (!first) {
    return at;
  }
  std::vector<Found> ages = {
      {at, first->end, at, first->end, quantity_of(scan, *first, Hedge::exact)}};
  const std::uint32_t end = take_more_ages(scan, first->end, ages);
  const bool closed = ends_apposition(scan, end) || end >= scan.size() || scan.mark(end, '.');
  if (ages.size() < 2 || !closed || !counts(scan, at - 2, ages.size())) {
    return at;
  }
  found.insert(found.end(), ages.begin(), ages.end());
  return end;
}

// "Ann Brown 34, was hurt": a comma that was forgotten.
std::uint32_t read_uncommaed(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  static constexpr std::string_view kOfOne[] = {"was",  "is",  "of",  "who",
                                                "died", "has", "had", "were"};
  const std::uint32_t last = at >= 2 ? named_before(scan, at) : at;
  const bool bare = at >= 2 && scan.is_number(at) && scan.mark(at + 1, ',') &&
                    names_somebody(scan, last) && scan.name_like(last - 1);
  if (!bare || std::ranges::none_of(
                   kOfOne, [&](std::string_view word) { return scan.says(at + 2, word); })) {
    return at;
  }
  const auto amount = age_at(scan, at);
  if (!amount || amount->end != at + 1) {
    return at;
  }
  found.push_back({at, at + 1, at, at + 1, quantity_of(scan, *amount, Hedge::exact)});
  return at + 1;
}

/// "Orsk, three, including", "Orsk, six, all of them": the number counts some of those told of.
bool counts_a_part(const Scan& scan, std::uint32_t next) {
  static constexpr std::string_view kOfThem[] = {"including", "among", "all",  "both",
                                                 "mostly",    "most",  "some", "many",
                                                 "each",      "none",  "half"};
  return scan.word(next).number != NumberRole::none || scan.is_number(next) ||
         scan.says_any(next, kOfThem);
}

// "Ann Brown, six, was hurt", "a girl, six, and a boy": an age in words stands between two commas.
std::uint32_t read_spelled_apposition(const Scan& scan, std::uint32_t at,
                                      std::vector<Found>& found) {
  const std::uint32_t comma = opening_comma(scan, at);
  if (scan.is_number(at) || scan.word(at).number == NumberRole::none || !scan.mark(comma, ',')) {
    return at;
  }
  const auto amount =
      names_somebody(scan, named_before(scan, comma)) ? age_at(scan, at) : std::nullopt;
  if (!amount || !ends_apposition(scan, amount->end) || counts_a_part(scan, amount->end + 1)) {
    return at;
  }
  found.push_back({at, amount->end, at, amount->end, quantity_of(scan, *amount, Hedge::exact)});
  return amount->end;
}

// "Quist (61) wept", "Quist, who is 61,": after a name in brackets, after "who is" or "who was".
std::uint32_t read_aside(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (!scan.is_number(at)) {
    return at;
  }
  const bool bracketed = scan.mark(at - 1, '(') && scan.mark(at + 1, ')') && scan.name_like(at - 2);
  const bool told = (scan.says(at - 1, "is") || scan.says(at - 1, "was")) &&
                    scan.says(at - 2, "who") && ends_apposition(scan, at + 1);
  if (!bracketed && !told) {
    return at;
  }
  const auto amount = age_at(scan, at);
  const auto years = amount ? whole_value(amount->number.value) : std::nullopt;
  constexpr std::int64_t kYoungestInBrackets = 10;  // "Brisk (2)" counts, it does not tell an age
  if (!years || amount->end != at + 1 || (bracketed && *years < kYoungestInBrackets)) {
    return at;
  }
  found.push_back({at, at + 1, at, at + 1, quantity_of(scan, *amount, Hedge::exact)});
  return at + 1;
}

// "a boy of 4 has died", "a child of six is missing": of one person, and nothing is counted; a
// mother of three has three children.
std::uint32_t read_of_one(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (at < 2 || !scan.is(at - 1, Cue::of) || !scan.has(at - 2, person) ||
      scan.says_any(at - 2, kKin)) {
    return at;
  }
  const auto amount = age_at(scan, at);
  const bool verb = amount && is_past_form(scan, amount->end);  // "a girl of nine drowned"
  if (!amount || (scan.noun_like(amount->end) && !verb) || scan.name_like(amount->end)) {
    return at;
  }
  found.push_back({at, amount->end, at, amount->end, quantity_of(scan, *amount, Hedge::exact)});
  return amount->end;
}

// "F/43", "43/M": sex and age as police and hospitals note them
std::uint32_t read_noted(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  const auto tells_sex = [&](std::uint32_t i) {
    return scan.spelling(i) == "F" || scan.spelling(i) == "M";
  };
  const bool before = at >= 2 && scan.mark(at - 1, '/') && scan.attached(at) &&
                      scan.attached(at - 1) && tells_sex(at - 2);
  const bool after =
      scan.mark(at + 1, '/') && scan.attached(at + 1) && scan.attached(at + 2) && tells_sex(at + 2);
  const auto figures =
      scan.is_number(at) && (before || after) ? read_figures(scan.spelling(at)) : std::nullopt;
  const auto years = figures && !figures->decimals ? whole_value(figures->value) : std::nullopt;
  if (!years || *years < 1 || *years > kOldest) {
    return at;
  }
  Amount amount{.begin = at, .end = at + 1, .number = number_of_figures(scan, at, *figures)};
  amount.unit = {.dimension = Dimension::age, .code = "a", .time = TimeUnit::year};
  found.push_back({at, at + 1, at, at + 1, quantity_of(scan, amount, Hedge::exact)});
  return at + (after ? 3U : 1U);
}

// "an octogenarian", "two centenarians"
std::uint32_t read_people_of_an_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  static constexpr struct {
    std::string_view word;
    std::int64_t decade;
  } kPeople[] = {{"sexagenarian", 60},
                 {"septuagenarian", 70},
                 {"octogenarian", 80},
                 {"nonagenarian", 90},
                 {"centenarian", 100}};
  std::string_view word = scan.spelling(at);
  word.remove_suffix(word.ends_with('s') ? 1 : 0);
  if (!word.ends_with("enarian")) {
    return at;
  }
  for (const auto& row : kPeople) {
    if (word.size() == row.word.size() && word.substr(1) == row.word.substr(1)) {
      Quantity age = decade_of_life(row.decade);
      if (row.decade == 100) {  // and older
        age.hard.high.reset();
        age.hedge = Hedge::at_least;
        age.nominal = Decimal(row.decade);
      }
      found.push_back({at, at + 1, at, at + 1, std::move(age)});
      return at + 1;
    }
  }
  return at;
}

// What stands beside a number that is an age by itself: commas, brackets, "who is", or the "s" of a
// decade.
bool stands_aside(const Scan& scan, std::uint32_t at) {
  return scan.mark(at - 1, ',') || scan.mark(at - 2, ',') || scan.mark(at - 1, '(') ||
         scan.mark(at + 1, ',') || scan.is(at + 1, Cue::s) || scan.says(at - 2, "who") ||
         scan.mark(at - 1, '/') || scan.mark(at + 1, '/') || scan.is(at - 1, Cue::of) ||
         is_something(scan, at) || may_be_told_age(scan, at);
}

// False at most words: an age is told by a number, by "aged" or by "his thirties".
bool may_tell_age(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  if (word.cue == Cue::aged || word.cue == Cue::age) {
    return true;
  }
  if (scan.is_number(at) || word.number != NumberRole::none) {
    return stands_aside(scan, at);
  }
  constexpr std::uint32_t kShortestDecade = 5;  // "teens"
  const std::uint32_t letters = scan.token(at).span.size();
  if (word.cue != Cue::a && letters < kShortestDecade) {
    return false;
  }
  constexpr std::uint32_t kShortestPeople = 11;  // "centenarian"
  if (letters >= kShortestPeople) {
    return true;
  }
  if (!scan.dash(at - 1) && !scan.is_word(at - 1)) {
    return false;
  }
  constexpr std::uint32_t kReach = 5;  // "his early to mid-twenties"
  for (std::uint32_t back = 1; back <= kReach && back <= at; ++back) {
    if (scan.is(at - back, Cue::his)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::uint32_t read_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  if (!may_tell_age(scan, at)) {
    return at;
  }
  for (const auto rule : {read_told_age, read_aged, read_something, read_noted,
                          read_people_of_an_age, read_decade_of_life, read_listed, read_apposition,
                          read_uncommaed, read_spelled_apposition, read_aside, read_of_one}) {
    if (const std::uint32_t end = rule(scan, at, found); end != at) {
      return end;
    }
  }
  return at;
}

}  // namespace concord::normalize
