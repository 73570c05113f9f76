#include "normalize/letter_magnitudes.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace concord::normalize {
namespace {

using Words = std::span<const std::string_view>;

// Within `reach` words before `at`, not past a full stop or semicolon?
bool is_among_before(const Scan& scan, std::uint32_t at, std::uint32_t reach, Words words) {
  for (std::uint32_t i = 1; i <= reach && i <= at; ++i) {
    if (scan.mark(at - i, ';') || scan.mark(at - i, '.')) {
      return false;
    }
    if (scan.says_any(at - i, words)) {
      return true;
    }
  }
  return false;
}

// "20m long", "20m away", "20m from shore", "the 100m final"
bool is_length_after(const Scan& scan, std::uint32_t next) {
  static constexpr std::string_view kLong[] = {
      "long",        "tall",      "high",       "wide",         "deep",    "away",
      "above",       "below",     "off",        "apart",        "thick",   "across",
      "from",        "north",     "south",      "east",         "west",    "ahead",
      "behind",      "down",      "underwater", "offshore",     "inland",  "final",
      "sprint",      "hurdles",   "freestyle",  "race",         "relay",   "dash",
      "medley",      "butterfly", "backstroke", "breaststroke", "record",  "title",
      "champion",    "heats",     "heat",       "semi",         "into",    "under",
      "underground", "downhill",  "upstream",   "downstream",   "beneath", "beyond",
      "line",        "intervals", "inside",     "outside"};
  const std::uint32_t word = next + (scan.dash(next) ? 1U : 0U);
  return scan.says_any(word, kLong);
}

bool is_length_before(const Scan& scan, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 8;
  static constexpr std::string_view kLong[] = {
      "swam",    "swim",     "wall",   "walls",  "wave",        "waves",   "dived",     "dive",
      "climbed", "ran",      "run",    "threw",  "jumped",      "depth",   "height",    "length",
      "width",   "distance", "tower",  "within", "crater",      "hole",    "tides",     "tide",
      "surge",   "river",    "level",  "levels", "floodwaters", "snow",    "altitude",  "dam",
      "statue",  "crane",    "bridge", "tunnel", "sprint",      "hurdles", "freestyle", "race",
      "mast",    "cliff",    "bank",   "road",   "radius",      "stretch", "trench",    "fence",
      "barrier", "dragged",  "walked", "moved",  "plunged",     "every"};
  // "the jobless fell to 1.2m": down to that many, where "fell 20m" is how deep
  static constexpr std::string_view kFalls[] = {"fell", "fall"};
  return is_among_before(scan, begin, kReach, kLong) ||
         (!scan.says(begin - 1, "to") && is_among_before(scan, begin, kReach, kFalls));
}

// "its audience rose to 4m": what is counted in millions and never measured in meters
bool is_counted_before(const Scan& scan, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 6;
  static constexpr std::string_view kCounted[] = {
      "population", "turnout",     "audience",   "audiences",   "viewership", "readership",
      "workforce",  "circulation", "membership", "subscribers", "users",      "viewers",
      "voters",     "votes",       "readers",    "customers",   "followers",  "listeners",
      "people",     "refugees",    "jobs",       "signatures",  "visitors",   "tourists",
      "passengers", "tickets",     "copies",     "downloads",   "deaths",     "inhabitants",
      "residents",  "households",  "members",    "workers",     "employees",  "unemployment",
      "jobless",    "births",      "arrivals",   "infections",  "claimants"};
  return is_among_before(scan, begin, kReach, kCounted);
}

// A verb or link that gives the number of what was named: "was 12m", "rose to 4m", "users: 2m"
bool is_linked(const Scan& scan, std::uint32_t begin) {
  static constexpr std::string_view kLinks[] = {
      "is",     "was",    "are",      "were",    "of",     "to",    "by",
      "than",   "hit",    "reached",  "about",   "some",   "over",  "nearly",
      "almost", "around", "exceeded", "exceeds", "topped", "passed"};
  return scan.mark(begin - 1, ':') || scan.says_any(begin - 1, kLinks);
}

// "killed 20m.", "displaced 3m": nobody is killed by the meter
bool is_toll(const Scan& scan, std::uint32_t begin, std::uint32_t next) {
  static constexpr std::string_view kVerbs[] = {"killed",  "kills",    "displaced", "displaces",
                                                "employs", "employed", "attracted", "attracts"};
  const bool ends = next >= scan.size() || !scan.is_word(next);
  return ends && scan.says_any(begin - 1, kVerbs);
}

// "4m in March", "12m, the highest ever": what follows tells no place that far off
bool tells_no_place(const Scan& scan, std::uint32_t next) {
  static constexpr std::string_view kAfter[] = {
      "in",       "last", "this",  "since", "during", "and", "but",   "as", "when",
      "compared", "with", "while", "over",  "a",      "for", "after", "by", "according"};
  return !scan.is_word(next) || scan.says_any(next, kAfter);
}

// Do the words around make "m" millions?  In doubt they are meters.
bool counts_millions(const Scan& scan, const Number& number, std::uint32_t letter) {
  const std::uint32_t next = letter + 1;
  if (is_length_after(scan, next)) {
    return false;
  }
  if (scan.dash(next) && scan.attached(next) && scan.says(next + 1, "strong")) {
    return true;
  }
  if (is_length_before(scan, number.begin)) {
    return false;
  }
  return is_toll(scan, number.begin, next) ||
         (is_counted_before(scan, number.begin) && is_linked(scan, number.begin) &&
          tells_no_place(scan, next));
}

// "people", "users"
bool names_many(const Scan& scan, std::uint32_t at) {
  const std::string_view noun = scan.spelling(at);
  const bool plural_noun = scan.noun_like(at) && noun.size() > 2 && noun.back() == 's' &&
                           scan.word(at).time_unit == TimeUnit::none && !is_length_after(scan, at);
  return plural_noun || scan.has(at, count_noun);
}

// "young", "American", "counterfeit": by the endings of adjectives, and short ones that have none
bool is_adjective(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kEndings[] = {"al",  "ic",  "an",   "ish", "ese",
                                                  "ive", "ous", "less", "ary", "ed"};
  static constexpr std::string_view kShort[] = {
      "young", "old",      "new",    "poor",      "more",    "other",     "extra",  "further",
      "such",  "elderly",  "older",  "younger",   "unpaid",  "paid",      "online", "legal",
      "spare", "eligible", "unsold", "different", "working", "remaining", "free",   "counterfeit"};
  const std::string_view word = scan.spelling(at);
  constexpr std::size_t kShortest = 5;
  return scan.is_word(at) && !is_length_after(scan, at) &&
         (scan.says_any(at, kShort) ||
          (word.size() >= kShortest &&
           std::ranges::any_of(kEndings, [&](auto ending) { return word.ends_with(ending); })));
}

// "sold 2.5m counterfeit cigarettes", "some 4m young people".  Of a thing that long an article or
// a number would tell: "two 4m wooden beams".
bool is_counted_past_adjectives(const Scan& scan, std::uint32_t begin, std::uint32_t next) {
  constexpr std::uint32_t kMost = 4;
  const bool attributive = begin == 0 || scan.is(begin - 1, Cue::a) ||
                           scan.is(begin - 1, Cue::the) || scan.is(begin - 1, Cue::his) ||
                           scan.dash(begin - 1) || scan.is_number(begin - 1) ||
                           scan.word(begin - 1).number != NumberRole::none;
  std::uint32_t noun = next;
  while (noun < next + kMost &&
         (is_adjective(scan, noun) || (noun != next && scan.is(noun, Cue::and_word)))) {
    ++noun;
  }
  return !attributive && noun != next && names_many(scan, noun);
}

// "Over 3m were displaced", "some 2m have fled": many of something, as one length would be one
bool is_many_by_verb(const Scan& scan, const Number& number, std::uint32_t next) {
  static constexpr std::string_view kVerbs[] = {"were", "are", "have"};
  static constexpr std::string_view kNamed[] = {"the",   "last", "first",
                                                "final", "next", "remaining"};
  return scan.says_any(next, kVerbs) && !scan.says_any(number.begin - 1, kNamed);
}

// "5m people", "5m users", "5m tonnes"
bool is_counted_after(const Scan& scan, const Number& number, std::uint32_t next) {
  return names_many(scan, next) ||
         (scan.vocabulary().units.knows(scan.token(next).word) && !is_length_after(scan, next)) ||
         is_counted_past_adjectives(scan, number.begin, next) ||
         is_many_by_verb(scan, number, next);
}

// Does the letter at the end of the number stand for a magnitude there?
bool letter_stands(const Scan& scan, const Number& number, bool money) {
  const std::uint32_t at = number.end;
  const std::string_view shape = scan.spelling(at);
  const bool touches = scan.attached(at);
  const bool metric = shape == "m" || shape == "mm" || shape == "t" || shape == "mil";
  if (money) {
    return true;
  }
  if ((shape.size() == 1 && !touches) || shape == "mm" || (shape == "cr" && !touches)) {
    return false;
  }
  return !metric || scan.vocabulary().currencies_after.starting(scan.from(at + 1)) ||
         (shape == "m" &&
          (is_counted_after(scan, number, at + 1) || counts_millions(scan, number, at)));
}

}  // namespace

void take_letter_magnitude(const Scan& scan, Number& number, bool money) {
  const Word& word = scan.word(number.end);
  if (!number.figures || number.form != NumberForm::plain ||
      word.number != NumberRole::letter_magnitude || !letter_stands(scan, number, money)) {
    return;
  }
  if (const auto bigger = scaled(number.value, word.value)) {
    const int digit = number.approximate_form ? number.last_digit : 0;  // the last digit written
    number.value = *bigger;
    number.last_digit = static_cast<std::int8_t>(digit + word.value);
    number.approximate_form = true;
    number.letter_magnitude = true;
    number.magnitude = static_cast<std::int8_t>(word.value);
    ++number.end;
  }
}

}  // namespace concord::normalize
