#include "normalize/labels.h"

#include "normalize/glued_money.h"

namespace concord::normalize {
namespace {

/// A hyphen written against both neighbors.
bool joins(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1);
}

std::uint32_t past_joined_figures(const Scan& scan, std::uint32_t at) {
  while (joins(scan, at) && scan.is_number(at + 1)) {
    at += 2;
  }
  return at;
}

/// "people", "died": the number before is a count after all.
bool is_counted(const Scan& scan, std::uint32_t next) {
  static constexpr std::string_view kTolls[] = {"died", "were", "are",     "killed",
                                                "have", "dead", "injured", "wounded",
                                                "more", "hurt", "people",  "percent"};
  const std::string_view noun = scan.spelling(next);
  const bool plural_noun = scan.noun_like(next) && noun.size() > 3 && noun.back() == 's' &&
                           noun[noun.size() - 2] != 's' && !scan.has(next, past);
  return plural_noun || scan.has(next, count_noun) || scan.has(next, persons) ||
         scan.says_any(next, kTolls);
}

/// The figures of the number, where it is written with none but them.
std::uint32_t after_figures(const Amount& amount) {
  return amount.number.begin + 1;
}

/// What a number and its neighbors look like, a bit each: nearly all labels fall by it.
using Looks = std::uint32_t;
constexpr Looks kFigures = 1U << 0U;      // written with figures
constexpr Looks kSpelled = 1U << 1U;      // in words
constexpr Looks kBare = 1U << 2U;         // without a unit
constexpr Looks kThree = 1U << 3U;        // as long as "737" and "911"
constexpr Looks kAttached = 1U << 4U;     // something is written against its figures
constexpr Looks kJoined = 1U << 5U;       // a hyphen joins its figures to what follows
constexpr Looks kBracketed = 1U << 6U;    // a bracket opens after its figures
constexpr Looks kAfterKind = 1U << 7U;    // a word of the flag numbers_kind stands before it
constexpr Looks kAfterNumber = 1U << 8U;  // figures do
constexpr Looks kHyphened = 1U << 9U;     // a hyphen joins the number to what follows
constexpr Looks kDialed = 1U << 10U;      // a bracket, a hyphen or a zero as in telephone numbers

Looks looks_of(const Scan& scan, const Amount& amount) {
  constexpr std::uint32_t kThreeFigures = 3;
  const auto look_if = [](bool is_so, Looks look) { return is_so ? look : 0U; };
  const std::uint32_t at = amount.number.begin;
  const std::uint32_t end = after_figures(amount);
  return (amount.number.figures ? kFigures : kSpelled) | look_if(amount.unit.bare(), kBare) |
         look_if(scan.token(at).span.size() == kThreeFigures, kThree) |
         look_if(scan.attached(end), kAttached) | look_if(joins(scan, end), kJoined) |
         look_if(scan.mark(end, '('), kBracketed) |
         look_if(scan.has(at - 1, numbers_kind), kAfterKind) |
         look_if(scan.is_number(at - 1) || may_be_glued(scan, at - 1), kAfterNumber) |
         look_if(joins(scan, amount.number.end), kHyphened) |
         look_if(scan.mark(at - 1, '(') || joins(scan, end) || amount.number.leading_zero, kDialed);
}

// ---- aircraft: the families of one maker, known by their figures alone

bool tells_aircraft(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  static constexpr std::string_view kPlanes[] = {"jet",      "plane",     "aircraft", "airliner",
                                                 "jetliner", "freighter", "airplane", "flight"};
  const bool determined = scan.is(at - 1, Cue::the) || scan.is(at - 1, Cue::this_word) ||
                          scan.is(at - 1, Cue::that) || scan.is(at - 1, Cue::his);
  const bool of_maker = scan.is(at - 1, Cue::s) && scan.says(at - 2, "boeing");
  const bool single = (scan.is(at - 1, Cue::a) || scan.is(at - 1, Cue::another)) && !scan.dash(end);
  static constexpr std::string_view kFlies[] = {"landed", "crashed",  "diverted", "taxied",
                                                "veered", "departed", "skidded",  "plunged"};
  return of_maker || single ||
         (determined && (scan.says_any(end, kPlanes) || scan.says_any(end, kFlies)));
}

std::uint32_t past_aircraft(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kFamilies[] = {"707", "717", "727", "737", "747",
                                                   "757", "767", "777", "787"};
  static constexpr std::string_view kVersions[] = {"max", "dreamliner", "ng", "jumbo",
                                                   "dreamlifter"};
  const std::uint32_t at = amount.number.begin;
  const std::uint32_t end = after_figures(amount);
  if (!scan.says_any(at, kFamilies)) {
    return 0;
  }
  const std::uint32_t variant = past_joined_figures(scan, end);
  if (variant != end) {
    const std::uint32_t last =
        variant + (scan.attached(variant) && scan.is_word(variant) ? 1U : 0U);
    return scan.spelling(end + 1).size() <= 3 && !is_counted(scan, last) ? last : 0;
  }
  if (scan.says_any(end, kVersions) && scan.token(end).capital) {
    return end + 1 + (scan.is_number(end + 1) ? 1U : 0U);
  }
  if (scan.attached(end) && scan.is(end, Cue::s)) {
    return end + 1;
  }
  return tells_aircraft(scan, at, end) ? end : 0;
}

// "Boeing 737 MAX 9"
std::uint32_t past_version(const Scan& scan, const Amount& amount) {
  const std::uint32_t at = amount.number.begin;
  return scan.says(at - 1, "max") && scan.is_number(at - 2) ? at + 1 : 0;
}

// ---- names written with figures and letters

// "3M said", "3M's"
std::uint32_t past_company(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kAfter[] = {
      "said",  "says", "has",       "had",       "will",        "is",
      "co",    "corp", "spokesman", "announced", "agreed",      "plans",
      "makes", "ceo",  "chief",     "company",   "corporation", "spokeswoman"};
  const std::uint32_t end = after_figures(amount) + 1;
  const bool name = scan.spelling(end - 2) == "3" && scan.spelling(end - 1) == "M";
  return name && (scan.says_any(end, kAfter) || scan.is(end, Cue::s)) ? end : 0;
}

// "a 4K TV", "1080p video", "a 10k run"
std::uint32_t past_grade(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kScreens[] = {
      "tv",     "tvs",     "television", "televisions", "video",      "videos",
      "screen", "screens", "display",    "displays",    "resolution", "footage",
      "camera", "cameras", "monitor",    "monitors",    "streaming",  "stream",
      "hd",     "ultra",   "projector",  "webcam",      "content"};
  static constexpr std::string_view kRuns[] = {"run", "runs", "race", "races", "course", "walk"};
  const std::uint32_t letter = after_figures(amount);
  if (!scan.is_word(letter)) {
    return 0;
  }
  const bool thousand = scan.says(letter, "k");
  const bool screen = (thousand || scan.says(letter, "p")) && scan.says_any(letter + 1, kScreens);
  return screen || (thousand && scan.says_any(letter + 1, kRuns)) ? letter + 1 : 0;
}

// "the 10-K filing", "a 4-H club"; degrees and magnitudes have letters of their own
std::uint32_t past_lettered_form(const Scan& scan, const Amount& amount) {
  constexpr std::string_view kOther = "BCFM";
  const std::uint32_t dash = after_figures(amount);
  const std::string_view letter = scan.spelling(dash + 1);
  const bool lettered = scan.is_word(dash + 1) && letter.size() == 1 &&
                        scan.token(dash + 1).capital &&
                        kOther.find(letter[0]) == std::string_view::npos;
  return lettered && scan.spelling(dash - 1).size() <= 2 && !scan.dash(dash + 2) ? dash + 2 : 0;
}

// "a 13F filing", "Form 13D": the letter is no unit
std::uint32_t past_form(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kForms[] = {"filing", "filings",    "form",        "forms",
                                                "visa",   "disclosure", "disclosures", "visas"};
  const std::uint32_t letter = after_figures(amount);
  const bool lettered =
      scan.is_word(letter) && scan.spelling(letter).size() == 1 && scan.token(letter).capital;
  const bool formed = scan.says_any(letter + 1, kForms) ||
                      scan.says(amount.number.begin - 1, "form") ||
                      scan.says(amount.number.begin - 1, "schedule");
  return lettered && formed ? letter + 1 : 0;
}

// "a six-figure sum", "double-digit growth": how many figures a number has, which is not told
std::uint32_t past_number_of_figures(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kCounted[] = {"figure", "digit", "figures"};
  const std::uint32_t dash = amount.number.end;
  return joins(scan, dash) && scan.says_any(dash + 1, kCounted) ? dash + 2 : 0;
}

// "a 401(k) plan", "501(c)(3)"
std::uint32_t past_paragraphs(const Scan& scan, const Amount& amount) {
  const auto bracketed = [&](std::uint32_t at) {
    return scan.mark(at, '(') && scan.attached(at) && scan.attached(at + 1) &&
           scan.spelling(at + 1).size() == 1 && scan.mark(at + 2, ')');
  };
  std::uint32_t end = after_figures(amount);
  if (!bracketed(end) || !scan.is_word(end + 1)) {
    return 0;
  }
  while (bracketed(end)) {
    end += 3;
  }
  return end;
}

// "a 4-under 68", "finished three-over-par"
std::uint32_t past_golf_score(const Scan& scan, const Amount& amount) {
  const std::uint32_t dash = after_figures(amount);
  if (!scan.says(dash + 1, "under") && !scan.says(dash + 1, "over")) {
    return 0;
  }
  std::uint32_t end = dash + 2;
  end += joins(scan, end) && scan.says(end + 1, "par") ? 2U : 0U;
  return end + (scan.is_number(end) && !scan.attached(end) ? 1U : 0U);
}

// "the 1-in-100-year flood", "a one-in-five chance": how rare, no count and no inch
std::uint32_t past_joined_odds(const Scan& scan, const Amount& amount) {
  const std::uint32_t dash = after_figures(amount);
  const bool odds = scan.is(dash + 1, Cue::in) && joins(scan, dash + 2) &&
                    (scan.is_number(dash + 3) || scan.word(dash + 3).number != NumberRole::none);
  if (!odds) {
    return 0;
  }
  const std::uint32_t end = dash + 4;
  const bool timed = joins(scan, end) && scan.word(end + 1).time_unit != TimeUnit::none;
  return end + (timed ? 2U : 0U);
}

// "Three Mile Island"
std::uint32_t past_place(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kPlaces[] = {"island", "beach",  "creek", "house",
                                                 "river",  "lake",   "point", "bridge",
                                                 "hill",   "bottom", "reef",  "run"};
  const std::uint32_t unit = after_figures(amount);
  const bool named =
      scan.token(unit - 1).capital && scan.says(unit, "mile") && scan.token(unit).capital;
  return named && scan.says_any(unit + 1, kPlaces) && scan.token(unit + 1).capital ? unit + 2 : 0;
}

// ---- telephones

static constexpr std::string_view kEmergency[] = {"911", "999", "112"};

// "called 911", "dial 911 or 999", "a 911 operator"
std::uint32_t past_emergency_number(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kVerbs[] = {"call",    "called", "calls",  "calling",
                                                "dial",    "dials",  "dialed", "dialled",
                                                "dialing", "phoned", "rang",   "dialling"};
  static constexpr std::string_view kAnswers[] = {
      "call",       "calls",       "caller", "callers", "operator", "operators",
      "dispatcher", "dispatchers", "center", "tape",    "dispatch", "recording"};
  const std::uint32_t at = amount.number.begin;
  if (!scan.says_any(at, kEmergency)) {
    return 0;
  }
  const bool called = scan.says_any(at - 1, kVerbs) && !is_counted(scan, at + 1);
  const bool many = scan.spelling(at) == "112" && scan.spelling(at + 1).ends_with('s');
  if (!called && (many || !scan.says_any(at + 1, kAnswers))) {
    return 0;
  }
  const bool another = called && scan.is(at + 1, Cue::or_word) && scan.says_any(at + 2, kEmergency);
  return at + (another ? 3U : 1U);
}

// "(212) 555-0199", "0800 555 111"
std::uint32_t past_telephone(const Scan& scan, const Amount& amount) {
  constexpr std::size_t kShortest = 3;
  const std::uint32_t at = amount.number.begin;
  const bool area = scan.mark(at - 1, '(') && scan.mark(at + 1, ')') && scan.is_number(at + 2);
  if (area && scan.spelling(at).size() == kShortest &&
      past_joined_figures(scan, at + 3) != at + 3) {
    return past_joined_figures(scan, at + 3);
  }
  const std::uint32_t letters = past_joined_figures(scan, at + 1);  // "1-800-TIPS-NOW"
  const std::string_view spelled = scan.spelling(letters + 1);
  if (letters != at + 1 && joins(scan, letters) && spelled.size() > 1 &&
      scan.is_word(letters + 1) && scan.token(letters + 1).capital && spelled[1] >= 'A' &&
      spelled[1] <= 'Z') {
    return letters + 2;
  }
  std::uint32_t end = at + 1;
  while (amount.number.leading_zero && scan.spelling(at).size() >= kShortest &&
         scan.is_number(end) && scan.spelling(end).size() >= kShortest) {
    ++end;
  }
  return end != at + 1 ? end : 0;
}

// ---- words that number their kind

bool is_bare_whole(const Amount& amount) {
  return amount.unit.bare() && amount.number.form == NumberForm::plain &&
         amount.number.value.is_whole() && amount.number.value < Decimal(10000);
}

// "No 10 said", "No 1 seed", "World number two", "the number 20 bus"
std::uint32_t past_numbered(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kBefore[] = {"world", "the", "ranked", "squad", "seed", "as"};
  const std::uint32_t word = amount.number.begin - 1;
  const bool no = scan.spelling(word) == "No" && amount.number.figures;
  const bool number =
      scan.says(word, "number") && (scan.says_any(word - 1, kBefore) ||
                                    scan.is(word - 1, Cue::his) || scan.is(word - 1, Cue::s));
  const bool numbered = (no && amount.number.value < Decimal(1000)) || number;
  return numbered && is_bare_whole(amount) && !is_counted(scan, amount.end) ? amount.end : 0;
}

// "junction 12", "UN resolution 1701", "iOS 17.4"
std::uint32_t past_kind(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kKinds[] = {"junction", "resolution", "runway",   "article",
                                                "section",  "gate",       "platform", "ios",
                                                "floor",    "flat",       "cell",     "lane"};
  return amount.number.form == NumberForm::plain &&
                 scan.says_any(amount.number.begin - 1, kKinds) && !is_counted(scan, amount.end)
             ? amount.end
             : 0;
}

// "World War Two", "stage four cancer"; "at this stage four were missing" counts
std::uint32_t past_spelled_kind(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kKinds[] = {"stage", "phase",   "tier",  "category",
                                                "grade", "chapter", "round", "act"};
  const std::uint32_t kind = amount.number.begin - 1;
  const bool war = scan.says(kind, "war") && scan.says(kind - 1, "world");
  if (!(war || scan.says_any(kind, kKinds)) || !is_bare_whole(amount) ||
      is_counted(scan, amount.end)) {
    return 0;
  }
  const bool told = scan.is(kind - 1, Cue::this_word) || scan.is(kind - 1, Cue::that) ||
                    scan.is(kind - 1, Cue::every) || scan.is(kind - 1, Cue::the) ||
                    scan.word(kind - 1).number == NumberRole::ordinal_unit ||
                    scan.is(amount.end, Cue::of);
  return war || !told ? amount.end : 0;
}

// ---- what is no count of things

// "five grand": of which money is not said; "five grand slams"
std::uint32_t past_slang(const Scan& scan, const Amount& amount) {
  const std::uint32_t word = amount.end;
  return scan.says(word, "grand") && !scan.noun_like(word + 1) && !scan.token(word + 1).capital
             ? word + 1
             : 0;
}

bool is_base_of_rate(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kBases[] = {"100",    "1,000",   "1000",
                                                "10,000", "100,000", "100000"};
  return scan.says_any(at, kBases);
}

// "20 deaths per 1,000 births": neither is a count
std::uint32_t past_rate(const Scan& scan, const Amount& amount) {
  constexpr std::uint32_t kReach = 4;
  if (scan.says(amount.number.begin - 1, "per") && is_base_of_rate(scan, amount.number.begin)) {
    return amount.end;
  }
  for (std::uint32_t at = amount.end; at < amount.end + kReach; ++at) {
    if (scan.says(at, "per")) {
      return is_base_of_rate(scan, at + 1) ? amount.end : 0;
    }
    if (!scan.is_word(at)) {
      return 0;
    }
  }
  return 0;
}

// "99999999999999999999999 trillion": the word alone would be a wrong number
std::uint32_t past_unreadable(const Scan& scan, const Amount& amount) {
  const std::uint32_t before = amount.number.begin - 1;
  const bool glued = scan.is_word(before) && may_be_glued(scan, before);  // "X2.5 million"
  const bool unreadable = glued || !read_figures(scan.spelling(before));
  return unreadable && scan.word(before + 1).number == NumberRole::magnitude ? amount.end : 0;
}

std::uint32_t past_tens_of_degrees(const Scan& scan, const Amount& amount) {
  return is_tens_of_degrees(scan, amount.number.begin) ? amount.number.begin + 2 : 0;
}

// ---- figures in pairs

bool is_told_before(const Scan& scan, std::uint32_t at, std::uint32_t reach,
                    std::span<const std::string_view> words) {
  for (std::uint32_t i = 1; i <= reach && i <= at; ++i) {
    if (scan.says_any(at - i, words)) {
      return true;
    }
  }
  return false;
}

// "blood pressure of 120 over 80": two pressures in one breath
std::uint32_t past_blood_pressure(const Scan& scan, const Amount& amount) {
  constexpr std::uint32_t kReach = 12;
  static constexpr std::string_view kMeasured[] = {"pressure", "bp", "systolic"};
  const std::uint32_t over = amount.number.end;
  const bool pair = scan.says(over, "over") && scan.is_number(over + 1);
  const bool told = pair && (scan.says(over + 2, "mmhg") ||
                             is_told_before(scan, amount.number.begin, kReach, kMeasured));
  return told ? over + 2 : 0;
}

// "a 10-by-12-foot cell": two sides in one word
std::uint32_t past_joined_sides(const Scan& scan, const Amount& amount) {
  const std::uint32_t dash = after_figures(amount);
  const bool sides = scan.says(dash + 1, "by") && joins(scan, dash + 2) && scan.is_number(dash + 3);
  if (!sides) {
    return 0;
  }
  const std::uint32_t end = dash + 4;
  return end + (joins(scan, end) && scan.is_word(end + 1) ? 2U : 0U);
}

// "took 5-43 in 18.2 overs", "figures of 4-21": wickets and runs
std::uint32_t past_bowling(const Scan& scan, const Amount& amount) {
  constexpr std::uint32_t kReach = 6;
  static constexpr std::string_view kGame[] = {"overs", "innings", "wickets", "wicket", "bowled"};
  const std::uint32_t at = amount.number.begin;
  const std::uint32_t end = past_joined_figures(scan, at + 1);
  const bool figures = scan.is(at - 1, Cue::of) && scan.says(at - 2, "figures");
  bool game = figures;
  for (std::uint32_t i = end; i < end + kReach && !game; ++i) {
    game = scan.says_any(i, kGame);
  }
  return end == at + 3 && game && amount.unit.bare() && amount.number.value <= Decimal(10) ? end
                                                                                           : 0;
}

// "tonight at 9/8c": the hour of another zone; "86.72/$1": the price of one dollar
std::uint32_t past_slashed_money(const Scan& scan, const Amount& amount) {
  const std::uint32_t slash = amount.begin - 1;
  const bool slashed = amount.begin > 1 && scan.mark(slash, '/') && scan.attached(slash) &&
                       scan.attached(amount.begin) &&
                       (scan.is_number(slash - 1) || may_be_glued(scan, slash - 1));
  const bool cents = amount.unit.minor;
  const bool price_of_one =
      amount.unit.dimension == Dimension::money && amount.number.value == Decimal(1);
  return slashed && (cents || price_of_one) ? amount.end : 0;
}

// "2m 4f", "1m2f": miles and furlongs of a race
std::uint32_t past_race_length(const Scan& scan, const Amount& amount) {
  const std::uint32_t mile = after_figures(amount);
  const bool furlongs = scan.says(mile, "m") && scan.is_number(mile + 1) &&
                        scan.says(mile + 2, "f") && scan.attached(mile + 2);
  return furlongs ? mile + 3 : 0;
}

// "-5 years old"
std::uint32_t past_negative_age(const Scan&, const Amount& amount) {
  return amount.unit.dimension == Dimension::age && amount.negative ? amount.end : 0;
}

// "kr 500m", "Le 40m": money, of which country is not told
std::uint32_t past_unsaid_currency(const Scan& scan, const Amount& amount) {
  const std::string_view before = scan.spelling(amount.begin - 1);
  return before == "kr" || before == "Kr" || before == "Le" ? amount.end : 0;
}

// "the Group of Seven", "the Group of 20"
std::uint32_t past_group(const Scan& scan, const Amount& amount) {
  const std::uint32_t at = amount.number.begin;
  const bool named = at > 1 && scan.is(at - 1, Cue::of) && scan.spelling(at - 2) == "Group" &&
                     (scan.token(at).capital || scan.is_number(at));
  return named && !is_counted(scan, amount.end) ? amount.end : 0;
}

struct LabelRow {
  std::uint32_t (*past)(const Scan&, const Amount&);  // REQUIRES: the number has these looks
  Looks looks;
  std::string_view reason;
};

static constexpr LabelRow kLabels[] = {
    {past_aircraft, kBare | kThree, "the figures name a kind of aircraft (737-800)"},
    {past_version, kBare | kAfterKind, "the figures name a kind of aircraft (737-800)"},
    {past_company, kAttached, "the name of a company (3M)"},
    {past_grade, kFigures | kAttached,
     "figures and a letter name a grade or a race (4K, 1080p, 10k)"},
    {past_lettered_form, kFigures | kJoined, "figures, a hyphen and a letter name a form (10-K)"},
    {past_form, kFigures | kAttached, "figures and a letter name a form (13F)"},
    {past_number_of_figures, kHyphened, "tells how many figures a number has (a six-figure sum)"},
    {past_paragraphs, kFigures | kBracketed,
     "letters in brackets make a paragraph of the figures (401(k))"},
    {past_golf_score, kJoined, "a score in golf (4-under 68)"},
    {past_joined_odds, kJoined, "odds written as one word (1-in-100-year)"},
    {past_joined_sides, kFigures | kJoined, "two sides written as one word (10-by-12-foot)"},
    {past_bowling, kFigures | kJoined, "wickets and runs of a bowler (5-43)"},
    {past_blood_pressure, kBare | kFigures, "a blood pressure (120 over 80)"},
    {past_slashed_money, kFigures, "what stands behind a slash is no sum (9/8c, 86.72/$1)"},
    {past_race_length, kFigures | kAttached, "miles and furlongs of a race (2m 4f)"},
    {past_negative_age, kFigures, "nobody is younger than nothing"},
    {past_unsaid_currency, kFigures, "a sum of money whose currency is not told (kr 500m)"},
    {past_group, kBare, "the number belongs to the name of a group (Group of Seven)"},
    {past_place, kSpelled, "the number belongs to the name of a place (Three Mile Island)"},
    {past_emergency_number, kBare | kThree, "an emergency number (911)"},
    {past_telephone, kFigures | kDialed, "a telephone number"},
    {past_numbered, kAfterKind, "\"No\" or \"number\" before it numbers a thing (No 10)"},
    {past_kind, kBare | kFigures | kAfterKind, "the word before numbers its kind (junction 12)"},
    {past_spelled_kind, kSpelled | kAfterKind, "the word before numbers its kind (World War Two)"},
    {past_slang, kBare, "a sum of money whose currency is not told (five grand)"},
    {past_rate, kBare, "part of a rate (20 deaths per 1,000 births)"},
    {past_tens_of_degrees, kFigures | kAttached, "tens of degrees (temperatures in the 90s)"},
    {past_unreadable, kAfterNumber, "larger than any number the reader holds"},
};

}  // namespace

bool is_tens_of_degrees(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kHeat[] = {"temperature", "temperatures", "highs",
                                               "lows",        "degrees",      "celsius",
                                               "fahrenheit",  "mercury",      "thermometer"};
  constexpr std::uint32_t kReach = 8;
  if (!scan.is_number(at) || scan.token(at).span.size() != 2 || !scan.attached(at + 1) ||
      !scan.is(at + 1, Cue::s) || scan.spelling(at)[1] != '0') {
    return false;
  }
  const auto ends = [&](std::uint32_t i) { return scan.mark(i, '.') || scan.mark(i, ';'); };
  for (std::uint32_t i = at; i > 0 && at - i < kReach && !ends(i - 1); --i) {
    if (scan.says_any(i - 1, kHeat)) {
      return true;
    }
  }
  for (std::uint32_t i = at + 2; i < at + kReach && !ends(i); ++i) {
    if (scan.says_any(i, kHeat)) {
      return true;
    }
  }
  return false;
}

Label read_label(const Scan& scan, const Amount& amount) {
  const Looks looks = looks_of(scan, amount);
  for (const LabelRow& row : kLabels) {
    const bool may_be = (row.looks & ~looks) == 0;
    if (const std::uint32_t end = may_be ? row.past(scan, amount) : 0; end != 0) {
      return {end, row.reason};
    }
  }
  return {};
}

}  // namespace concord::normalize
