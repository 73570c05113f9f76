#include "normalize/hedges.h"

#include <algorithm>
#include <array>

namespace concord::normalize {
namespace {

using enum Hedge;

static constexpr HedgeRow kBefore[] = {
    {about, false,
     "about|around|roughly|approximately|approx|approx.|some|an "
     "estimated|estimated|circa|ca.|c.|c .|ca .|approx .|in the region of|"
     "in the order of|in the neighborhood of|in the vicinity of|something like|give or take|"
     "an approximate|an estimated total of|~|≈|an average of|on average|"
     "estimated at|estimated at about|close to about|as about|about some|probably about"},
    {just_under, false,
     "nearly|almost|close to|approaching|just under|just shy of|shy of|just short of|just below|a "
     "little under|"
     "slightly under|slightly less than|slightly fewer than|a little less than|little short of|"
     "a bit less than|just less than|just fewer than|nearing|nears|neared|a little below|slightly "
     "below|not quite"},
    {about, false, "near"},  // before money alone: "near 10 houses" is a place
    {just_over, false,
     "just over|just above|slightly more than|slightly over|a little over|a little more "
     "than|little more than|"
     "slightly above|just more than|a bit more than|a bit over|only just over|a shade "
     "over|marginally more than"},
    {well_over, false,
     "well over|far more than|well above|many more than|much more than|way more than|way over|far "
     "above|"
     "significantly more than|considerably more than|substantially more than|well in excess "
     "of|well beyond"},
    {more_than, false,
     "more than|over|above|exceeding|exceeded|exceeds|exceed|in excess of|upwards of|upward "
     "of|north of|topped|tops|topping|"
     "greater than|higher than|larger than|bigger than|surpassed|surpassing|beyond|not just|older "
     "than|"
     "longer than|more then|excess of|heavier than|taller than|faster "
     "than|surpass|surpasses|passed|has passed|had passed|"
     "passed the|crossed the|crossed|topped the|surpassed the|exceeded the|passing the|to "
     "top|could top|may top|>|"
     "climbs past|climbed past|climbing past|rises past|rose past|risen past|rising past|soars "
     "past|soared past|surges past|surged past|jumps past|jumped past|goes past|gone past|went "
     "past|creeps past|crept past|pushed past"},
    {at_least, false,
     "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|"
     "a minimum|no smaller than|at the very least|at very least|minimum|≥|> =|greater than or "
     "equal to|"
     "more than or equal to|equal to or greater than|equal or greater than|at a minimum|not "
     "under|not below|"
     "equal or more than|equal to or more than|bigger than or equal to|larger than or equal "
     "to|greater or equal to|equal or larger than|"
     "greater or equal|greater or equal than|bigger or equal than|more or equal than|at least or "
     "equal to|larger or equal than|larger or equal to|as "
     "few as|as little as"},
    {less_than, false,
     "less than|fewer than|under|below|short of|south of|lower than|smaller than|not even|younger "
     "than|"
     "shorter than|less then|beneath|sub -|not as many as|<"},
    {at_most, false,
     "up to|at most|no more than|not more than|a maximum of|maximum of|within|not exceeding|not "
     "over|"
     "no greater than|no higher than|not greater than|a maximum|capped at|to a maximum of|at the "
     "most|maximum|≤|< =|"
     "less than or equal to|no later than|fewer than or equal to|smaller than or equal to|equal to "
     "or less than|"
     "equal or less than|not above|no larger than|not bigger than|less or equal to|less or equal "
     "than|equal or smaller than|"
     "smaller or equal to|smaller or equal than|anything up to"},
    {as_many_as, false,
     "as many as|as much as|as high as|as long as|as large as|as big as|as far as"},
    {exact, true,
     "exactly|precisely|equal to|equals|equals to|equaling|equaling to|equalling|is equal to"},
    {exact, false,
     "only|just|a total of|a combined|a "
     "record|merely|fully|"
     "a mere|a further|another|barely|"
     "crept up to|crept to|edged up to|inched up to|climbed up to|ticked up to|rose up to|moved up "
     "to|went up to|gone up to|goes up to|going up to|shot up to|jumped up to"},
};

static constexpr HedgeRow kAfter[] = {
    {at_least, false,
     "or more|or above|or over|or greater|or higher|or larger|or older|and over|and above|and "
     "up|and more|and higher|and greater|or longer|"
     "at least|and older|and counting|or better|minimum|at minimum|at the least|or upwards|or "
     "bigger|or even more|or equal"},
    {at_most, false,
     "or less|or fewer|or under|or below|or lower|or younger|and under|or smaller|at "
     "most|tops|maximum|at the most|max|or shorter"},
    {more_than, false, "plus|- plus|+"},
    {about, false,
     "or so|or thereabouts|- odd|- some|odd|- ish|ish|approximately|roughly|give or take|or about"},
};

enum class Bound : std::uint8_t {
  unbounded,
  zero,
  times,       // N * percent / 100
  next_round,  // N one step of its last significant digit up, however it is written
  half_down,   // N less half of the last digit
  half_up,
  wide_down,  // N less the larger of 10 % and half the last digit
  wide_up
};

struct BoundRule {
  Bound bound = Bound::times;
  std::int16_t percent = 100;
  bool open = false;

  friend bool operator==(const BoundRule&, const BoundRule&) = default;
};

struct IntervalRow {
  Hedge hedge;
  BoundRule hard_low;
  BoundRule hard_high;
  BoundRule soft_low;
  BoundRule soft_high;
};

constexpr BoundRule kN{Bound::times, 100, false};
constexpr BoundRule kOpenN{Bound::times, 100, true};
constexpr BoundRule kNone{Bound::unbounded, 0, false};
constexpr BoundRule kZero{Bound::zero, 0, false};
constexpr BoundRule percent(std::int16_t amount) {
  return {Bound::times, amount, false};
}

// VALUES.md, section 2: one row a hedge.
constexpr IntervalRow kIntervals[] = {
    {exact, kN, kN, {Bound::half_down}, {Bound::half_up}},
    {rounded, {Bound::half_down}, {Bound::half_up}, {Bound::half_down}, {Bound::half_up}},
    {about, percent(80), percent(120), {Bound::wide_down}, {Bound::wide_up}},
    {just_under, percent(80), kOpenN, percent(93), kOpenN},
    {just_over, kOpenN, percent(120), kOpenN, percent(107)},
    {more_than, kOpenN, kNone, kOpenN, {Bound::next_round}},
    {well_over, kOpenN, kNone, percent(110), percent(200)},
    {at_least, kN, kNone, kN, percent(150)},
    {less_than, kZero, kOpenN, percent(80), kOpenN},
    {at_most, kZero, kN, percent(50), kN},
    {as_many_as, kZero, kN, percent(70), kN},
};

std::optional<Decimal> half_last_digit(const Written& number) {
  return scaled(Decimal(5), number.last_digit - 1);
}

}  // namespace

Decimal points_of_fraction(const Decimal& value) {
  constexpr Decimal kPoints(2, -2);
  const auto half = multiply(value, Decimal(5, -1));
  return half && *half < kPoints ? *half : kPoints;
}

namespace {

// Counts below a hundred are not rounded by anyone.
bool rounds_softly(const Written& number) {
  return number.approximate_form || !number.counted || !(number.value < Decimal(100));
}

// A fraction has no last digit to be rounded at.
std::optional<Decimal> slack_of_fraction(const Written& number) {
  const auto tenth = multiply(number.value, Decimal(1, -1));
  const auto points = points_of_fraction(number.value);
  return tenth && points < *tenth ? tenth : std::optional(points);
}

std::optional<Decimal> slack(const Written& number, Bound bound) {
  if (number.fraction) {
    return slack_of_fraction(number);
  }
  const auto half = number.last_digit == 0 && number.counted ? std::optional(Decimal(0))
                                                             : half_last_digit(number);
  if (bound == Bound::half_down || bound == Bound::half_up) {
    return rounds_softly(number) ? half : std::optional(Decimal(0));
  }
  const auto tenth = multiply(number.value, Decimal(1, -1));
  if (!half || !tenth) {
    return tenth;
  }
  const bool use_half = rounds_softly(number) && *tenth < *half;
  return use_half ? half : tenth;
}

// A bound that is worked out has no digits of its own to keep: 960, not 960.00.
std::optional<Decimal> worked_out(const std::optional<Decimal>& bound) {
  return bound ? std::optional(normalized(*bound)) : std::nullopt;
}

std::optional<Decimal> bound_value(const Written& number, BoundRule rule) {
  switch (rule.bound) {
    case Bound::unbounded:
      return std::nullopt;
    case Bound::zero:
      return Decimal(0);
    case Bound::times:
      return rule.percent == 100 ? number.value
                                 : worked_out(multiply(number.value, Decimal(rule.percent, -2)));
    case Bound::next_round: {
      const auto step = number.fraction ? std::optional(number.value)
                                        : scaled(Decimal(1), last_significant_power(number.value));
      return step ? add(number.value, *step) : std::nullopt;
    }
    case Bound::half_down:
    case Bound::wide_down: {
      const auto part = slack(number, rule.bound);
      return part ? worked_out(subtract(number.value, *part)) : std::optional(number.value);
    }
    case Bound::half_up:
    case Bound::wide_up: {
      const auto part = slack(number, rule.bound);
      return part ? worked_out(add(number.value, *part)) : std::optional(number.value);
    }
  }
  return std::nullopt;
}

enum class Round : std::uint8_t { down, up };

// A count's bound as a whole number, outward.  Values too large for the division stay as they are.
Decimal whole_outward(const Decimal& value, Round round) {
  if (value.is_whole()) {
    return value;
  }
  std::int64_t unit = 1;
  for (int i = value.exponent; i < 0; ++i) {
    if (unit > value.coefficient) {
      return Decimal(round == Round::up ? 1 : 0);
    }
    unit *= 10;
  }
  return Decimal(value.coefficient / unit + (round == Round::up ? 1 : 0));
}

Interval<Decimal> interval_of(const Written& number, BoundRule low, BoundRule high) {
  const bool negative = number.value.is_negative();
  Interval<Decimal> made;
  made.low = low.bound == Bound::zero && negative ? std::nullopt : bound_value(number, low);
  made.high = bound_value(number, high);
  made.low_open = made.low && low.open;
  made.high_open = made.high && high.open;
  if (number.counted && !negative && number.value.is_whole() && number.last_digit >= 0) {
    if (made.low)
      made.low = whole_outward(*made.low, Round::down);
    if (made.high)
      made.high = whole_outward(*made.high, Round::up);
  }
  if (made.low && made.high && *made.high < *made.low) {  // shares of a negative number
    std::swap(made.low, made.high);
    std::swap(made.low_open, made.high_open);
  }
  return made;
}

// The usual reading never goes beyond what the words commit to.
Interval<Decimal> within(const Interval<Decimal>& hard, Interval<Decimal> soft) {
  if (hard.low && soft.low && !(*hard.low < *soft.low)) {
    soft.low = hard.low;
    soft.low_open = hard.low_open;
  }
  if (hard.high && soft.high && !(*soft.high < *hard.high)) {
    soft.high = hard.high;
    soft.high_open = hard.high_open;
  }
  return soft;
}

}  // namespace

std::span<const HedgeRow> hedge_rows_before() {
  return kBefore;
}
std::span<const HedgeRow> hedge_rows_after() {
  return kAfter;
}

Bounds bounds_of(const Written& number, Hedge hedge) {
  if (hedge == exact && !number.approximate_form && !rounds_softly(number)) {
    return {Interval<Decimal>::exactly(number.value),
            Interval<Decimal>::exactly(normalized(number.value))};
  }
  const Hedge key = hedge == exact && number.approximate_form ? rounded : hedge;
  for (const IntervalRow& row : kIntervals) {
    if (row.hedge == key) {
      const auto hard = key == exact ? Interval<Decimal>::exactly(number.value)
                                     : interval_of(number, row.hard_low, row.hard_high);
      const bool alike = row.soft_low == row.hard_low && row.soft_high == row.hard_high;
      const auto soft = alike ? hard : interval_of(number, row.soft_low, row.soft_high);
      return {hard, key == about ? within(hard, soft) : soft};
    }
  }
  return {Interval<Decimal>::exactly(number.value), Interval<Decimal>::exactly(number.value)};
}

namespace {

struct NameRow {
  Hedge hedge;
  std::string_view mod;   // TIMEX3
  std::string_view text;  // before a number in a report
};

static constexpr NameRow kNames[] = {
    {about, "APPROX", "about"},
    {just_under, "APPROX", "nearly"},
    {just_over, "MORE_THAN", "just over"},
    {more_than, "MORE_THAN", "more than"},
    {well_over, "MORE_THAN", "well over"},
    {at_least, "EQUAL_OR_MORE", "at least"},
    {less_than, "LESS_THAN", "fewer than"},
    {at_most, "EQUAL_OR_LESS", "up to"},
    {as_many_as, "EQUAL_OR_LESS", "as many as"},
};

NameRow names_of(Hedge hedge) {
  const auto* row = std::ranges::find(kNames, hedge, &NameRow::hedge);
  return row == std::ranges::end(kNames) ? NameRow{.hedge = hedge, .mod = {}, .text = {}} : *row;
}

}  // namespace

bool is_floor(Hedge hedge) {
  return hedge == more_than || hedge == well_over || hedge == at_least;
}

bool is_ceiling(Hedge hedge) {
  return hedge == less_than || hedge == at_most || hedge == as_many_as;
}

void loosen(Hedge hedge, bool counted, Interval<Decimal>& hard) {
  const auto widen = [&](std::optional<Decimal>& bound, std::int16_t share, Round round) {
    bound = bound ? worked_out(multiply(*bound, Decimal(share, -2))) : bound;
    bound = bound && counted && !bound->is_negative() ? whole_outward(*bound, round) : bound;
  };
  if (is_floor(hedge)) {
    widen(hard.low, hard.low && hard.low->is_negative() ? 120 : 80, Round::down);
  } else if (is_ceiling(hedge)) {
    widen(hard.high, hard.high && hard.high->is_negative() ? 80 : 120, Round::up);
  }
}

void loosen_bound(const FoundHedge& hedge, Duration& duration) {
  if (hedge.loose) {
    loosen(hedge.hedge, false, duration.seconds);
    loosen(hedge.hedge, false, duration.months);
  }
}

void bound_range(Hedge hedge, Interval<Decimal>& hard, Interval<Decimal>& soft) {
  if (is_floor(hedge)) {
    hard.low_open = hedge != at_least;
    hard.high.reset();
  } else if (is_ceiling(hedge)) {
    const bool below_zero = hard.low && hard.low->is_negative();
    hard.low = below_zero ? std::nullopt : std::optional(Decimal(0));
    hard.high_open = hedge == less_than;
  }
  soft = within(hard, soft);
}

std::string_view timex_mod(Hedge hedge) {
  return names_of(hedge).mod;
}

std::string_view hedge_text(Hedge hedge) {
  return names_of(hedge).text;
}

std::uint32_t hedge_length(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 7;
  for (std::uint32_t length = kLongest; length > 0; --length) {
    const auto tokens = scan.between(at, at + length);
    if (scan.vocabulary().hedges_before.ending(tokens).length == length) {
      return length;
    }
  }
  return 0;
}

namespace {

// "less than 5000 or equal", "200 or greater than": what is left of a comparison after its number.
bool admits_equality(const Scan& scan, std::uint32_t end) {
  return scan.is(end, Cue::or_word) && scan.says(end + 1, "equal") && !scan.is(end + 2, Cue::to) &&
         !scan.is(end + 2, Cue::than);
}

// "up to about 150", "at least roughly 40": the bound outside stays.  "over about 30 years" is how
// long it lasted.
void take_outer_bound(const Scan& scan, std::uint32_t limit, FoundHedge& found) {
  const auto outer = found.hedge == about && !scan.says(found.begin - 1, "over")
                         ? scan.vocabulary().hedges_before.ending(scan.between(limit, found.begin))
                         : PhraseTable::Hit{};
  const Hedge hedge = outer ? kBefore[outer.payload].hedge : exact;
  if (is_floor(hedge) || is_ceiling(hedge)) {
    found.hedge = hedge;
    found.begin -= outer.length;
    found.loose = true;
  }
}

// "prices near $90"; "near 10 houses" tells a place
bool is_place(const Scan& scan, std::uint32_t begin) {
  return scan.says(begin - 1, "near") && (scan.is_number(begin) || scan.is_word(begin));
}

// "Vitamin C. 20 people": no "circa"
bool is_initial(const Scan& scan, std::uint32_t at) {
  const std::string_view word = scan.spelling(at);
  return scan.token(at).capital && at > 0 && (word == "C" || word == "C.");
}

// "VELMAR >> Two died"
bool is_arrow(const Scan& scan, std::uint32_t begin) {
  return begin > 1 && scan.mark(begin - 1, '>') &&
         (scan.mark(begin - 2, '>') || scan.dash(begin - 2));
}

bool is_amount(const Scan& scan, std::uint32_t at) {
  const bool year = scan.is_number(at) && scan.spelling(at).size() == 4;  // "in 2020 over a year"
  return (scan.is_number(at) && !year) || scan.word(at).number != NumberRole::none ||
         scan.mark(at, '%') || scan.says(at, "percent") ||
         scan.vocabulary().currencies_after.knows(scan.token(at).word);
}

// "400 jobs": counted things; "took police over two hours" counts none.
bool counts_things(const Scan& scan, std::uint32_t at) {
  const bool people = scan.has(at, persons) || scan.has(at, person);
  return scan.has(at, count_noun) && !people &&
         (is_amount(scan, at - 1) || is_amount(scan, at - 2));
}

// What before "over" goes on for a time: "40 over two days", "rose over a year".  "Lost over two
// hours" is more than two.
bool may_spread(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kSpread[] = {
      "spread",   "phased",  "payable",  "invested", "paid",      "averaged", "stretched",
      "rose",     "risen",   "fell",     "fallen",   "grew",      "grown",    "climbed",
      "declined", "doubled", "tripled",  "halved",   "increased", "changed",  "decreased",
      "evolved",  "shrank",  "worsened", "improved", "eroded"};
  const bool lasted = scan.has(at, plural) && scan.word(at).time_unit != TimeUnit::none &&
                      is_amount(scan, at - 1);  // "for nine hours over two days"
  return is_amount(scan, at) || counts_things(scan, at) || lasted ||
         std::ranges::any_of(kSpread, [&](auto verb) { return scan.says(at, verb); });
}

// "$5 million over two years", "Over two days, 40 died": during that time, no more than it.
bool over_means_during(const Scan& scan, std::uint32_t over, std::uint32_t end) {
  const Cue next = scan.cue(end);
  const bool measured = next == Cue::ago || next == Cue::earlier || next == Cue::later ||
                        next == Cue::before || next == Cue::after || next == Cue::old ||
                        next == Cue::long_word || scan.dash(end) || scan.is(end, Cue::of);
  static constexpr std::string_view kParts[] = {
      "phases", "stages", "rounds", "legs", "instalments", "tranches", "sittings", "installments"};
  if (scan.says(over, "over") && over > 0 && scan.says_any(end, kParts)) {
    return true;  // "voting takes place over seven phases"
  }
  if (!scan.says(over, "over") || scan.word(end - 1).time_unit == TimeUnit::none || measured) {
    return false;
  }
  if (over > 0) {
    return may_spread(scan, over - 1);
  }
  static constexpr std::string_view kSubjects[] = {"he", "she", "it", "they", "we", "the"};
  return scan.mark(end, ',') || scan.is_number(end) || scan.word(end).number != NumberRole::none ||
         std::ranges::any_of(kSubjects, [&](auto word) { return scan.says(end, word); });
}

FoundHedge hedge_before(const Scan& scan, std::uint32_t begin, std::uint32_t end,
                        std::uint32_t limit) {
  FoundHedge found{.hedge = exact, .begin = begin, .end = end};
  const auto before = scan.vocabulary().hedges_before.ending(scan.between(limit, begin));
  if (before && before.length == 1 && over_means_during(scan, begin - 1, end)) {
    return found;
  }
  if (before && !is_arrow(scan, begin) && !is_place(scan, begin) &&
      !is_initial(scan, begin - before.length)) {
    found.hedge = kBefore[before.payload].hedge;
    if (found.hedge != exact || kBefore[before.payload].belongs) {
      found.begin = begin - before.length;
    }
    take_outer_bound(scan, limit, found);
  }
  return found;
}

}  // namespace

FoundHedge find_hedge(const Scan& scan, std::uint32_t begin, std::uint32_t end,
                      std::uint32_t limit) {
  FoundHedge found = hedge_before(scan, begin, end, limit);
  if ((found.hedge == less_than || found.hedge == more_than) && admits_equality(scan, end)) {
    return {found.hedge == less_than ? at_most : at_least, found.begin, end + 2};
  }
  if ((found.hedge != exact && found.hedge != about) || scan.nothing_follows(end)) {
    return found;
  }
  const auto after = scan.vocabulary().hedges_after.starting(scan.from(end));
  const bool joined = scan.is(end, Cue::or_word) || scan.is(end, Cue::and_word);
  const std::uint32_t next = end + after.length;
  const bool another = scan.is_number(next + 1) || scan.word(next + 1).number != NumberRole::none;
  if (scan.is(next, Cue::than) && (another || !after)) {  // "200 or greater than 190"
    return found;
  }
  const bool of_next =
      scan.is_number(next) || scan.word(next).number != NumberRole::none ||
      (scan.says(next - 1, "plus") && next == end + 1 && scan.is_number(next + 1) &&
       scan.vocabulary().currencies_before.ending(scan.between(next, next + 1)));
  if (after && (joined || !of_next)) {
    found.hedge = kAfter[after.payload].hedge;
    found.end = end + after.length;
  }
  return found;
}

}  // namespace concord::normalize
