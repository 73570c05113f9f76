#include "normalize/hints.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "normalize/glued_money.h"
#include "normalize/hedges.h"
#include "normalize/money.h"
#include "normalize/quantities.h"
#include "normalize/scan.h"
#include "normalize/times.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

constexpr ValueClasses kPercents =
    class_of(Dimension::percent) | class_of(Dimension::percentage_points);
constexpr ValueClasses kAges = class_of(Dimension::age);
constexpr ValueClasses kMeasures =
    class_of(Dimension::length) | class_of(Dimension::area) | class_of(Dimension::volume) |
    class_of(Dimension::mass) | class_of(Dimension::speed) | class_of(Dimension::temperature) |
    class_of(Dimension::energy) | class_of(Dimension::power) | class_of(Dimension::pressure) |
    class_of(Dimension::angle) | class_of(Dimension::data);
constexpr ValueClasses kTimes = kDurationClass | kTimeClass | kDateClass;
constexpr ValueClasses kNumbers =
    (class_of(Dimension::other) * 2 - 1) & ~(kPercents | kAges | kMeasures);

bool counts(const Word& role) {
  static constexpr Cue kCounts[] = {Cue::no,   Cue::none_word, Cue::nobody,
                                    Cue::both, Cue::sole,      Cue::only};
  return role.number != NumberRole::none ||
         std::ranges::find(kCounts, role.cue) != std::end(kCounts);
}

bool tells_age(const Word& role) {
  static constexpr Cue kAge[] = {Cue::aged, Cue::age, Cue::old, Cue::his};
  return std::ranges::find(kAge, role.cue) != std::end(kAge);
}

bool leads(const Word& role) {
  static constexpr Cue kLeads[] = {Cue::a,   Cue::from,  Cue::between, Cue::minus,
                                   Cue::mid, Cue::early, Cue::late};
  return std::ranges::find(kLeads, role.cue) != std::end(kLeads);
}

/// Of the words that mean something, those that no rule of times asks for after a number.
bool is_timely(const Word& role) {
  static constexpr Cue kNever[] = {Cue::none, Cue::more, Cue::than, Cue::as, Cue::old,
                                   Cue::no,   Cue::both, Cue::aged, Cue::age};
  constexpr int kLargestPower = 5;  // a time counts to 400
  const bool large = role.number == NumberRole::magnitude && role.value > kLargestPower;
  return std::ranges::find(kNever, role.cue) == std::end(kNever) ||
         (role.number != NumberRole::none && !large);
}

bool takes_figures(const Word& role) {
  return role.time_unit != TimeUnit::none || role.cue == Cue::am || role.cue == Cue::pm;
}

WordHints hints_of_role(const Word& role) {
  const bool named = role.month != 0 || role.weekday != 0 || role.season != 0 ||
                     role.time_unit != TimeUnit::none || role.day_part != DayPart::none;
  const bool lively = named || role.has(person) ||  // "one child in five"
                      role.number != NumberRole::none || role.cue != Cue::none ||
                      role.has(starts_value);
  const bool begins = counts(role) || tells_age(role) || leads(role);
  const bool ends = counts(role) || tells_age(role) || role.time_unit != TimeUnit::none;
  const bool age = tells_age(role) || role.number != NumberRole::none;  // "Ann Brown, six,"
  return (counts(role) ? kNumbers : 0U) | (age ? kAges : 0U) | (lively ? kLively : 0U) |
         (begins ? kBegins : 0U) | (ends ? kEnds : 0U) | (named || is_timely(role) ? kTimely : 0U) |
         (role.has(starts_value) ? kStarts : 0U) | (takes_figures(role) ? kTakes : 0U);
}

/// Adds the hints of the phrases of a column of a table, written between '|'.
class PhraseHints {
 public:
  PhraseHints(const Lexicon& lexicon, std::vector<WordHints>& hints)
      : lexicon_(lexicon), hints_(hints) {}

  void add(std::string_view phrases, WordHints edges, ValueClasses classes = 0) {
    for_each_part(phrases, '|', [&](std::string_view phrase) { add_one(phrase, edges, classes); });
  }

 private:
  static constexpr std::size_t kShortestTaker = 4;  // "in", "mil" and "bar" are other words too

  WordHints& of(std::string_view word) { return hints_[lexicon_.find(word)]; }

  /// The classes go to the word that best tells the phrase from others: the longest.
  void add_one(std::string_view phrase, WordHints edges, ValueClasses classes) {
    std::string_view first;
    std::string_view last;
    std::string_view longest;
    for_each_part(phrase, ' ', [&](std::string_view word) {
      of(word) |= kLively;
      first = first.empty() ? word : first;
      last = word;
      longest = word.size() > longest.size() ? word : longest;
    });
    of(first) |= edges & (kBegins | kTimely | kStarts);
    of(last) |= edges & kEnds;
    of(longest) |= classes;
    if (first.size() == phrase.size() && first.size() >= kShortestTaker) {
      of(first) |= edges & kTakes;
    }
  }

  const Lexicon& lexicon_;
  std::vector<WordHints>& hints_;
};

/// Words that the grammar of values asks for by their spelling, in no table; each may be anywhere
/// in a value.
constexpr std::string_view kSpelled =
    "about|afterward|afterwards|against|all|around|ave|been|below|calendar|channel|"
    "comparable|compared|corresponding|date|eighties|equal|exactly|fall|fifties|final|flight|"
    "foot|forties|freezing|ft|hence|hours|hrs|latest|less|local|magnitude|middle|nineties|"
    "over|plus|pound|pounds|score|quarterly|rest|same|set|seventies|sixties|some|soon|spring|"
    "starting|"
    "sub|thereafter|thirties|thousand|time|times|today|twenties|twice|until|untill|within|"
    "won|x10|zero";

constexpr std::string_view kPeopleOfAnAge =
    "teens|sexagenarian|sexagenarians|septuagenarian|septuagenarians|octogenarian|octogenarians|"
    "nonagenarian|nonagenarians|centenarian|centenarians";

bool is_code(std::string_view word) {
  return word.size() >= 3 && word.size() <= 5 &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Ana Ruiz, 34,", "Ana Ruiz, now 34,", "Ana Ruiz (34)", "who is 34", "30-something".
bool may_tell_age(const Scan& scan, std::uint32_t at) {
  return (scan.dash(at + 1) && scan.is_word(at + 2) && scan.attached(at + 2)) ||
         scan.mark(at - 1, ',') || scan.mark(at - 2, ',') || scan.mark(at - 1, '(') ||
         scan.mark(at - 1, '/') || scan.mark(at + 1, '/') || scan.says(at - 2, "who") ||
         may_be_told_age(scan, at);
}

/// What a token tells that is no word of the lexicon.
WordHints hints_of_shape(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    const bool inches = scan.is(at + 1, Cue::in);  // "20 in."
    return kNumbers | kLively | kBegins | kEnds | (may_tell_age(scan, at) ? kAges : 0U) |
           (inches ? kMeasures : 0U);
  }
  const std::string_view shape = scan.spelling(at);
  if (!scan.is_word(at)) {
    if (scan.mark(at, '"') && (scan.is_number(at - 1) || scan.dash(at - 1) ||
                               scan.word(at - 1).number != NumberRole::none)) {
      return kLively | kBegins | kEnds | kMeasures;  // inches
    }
    constexpr std::string_view kNever = ";:!?";
    if (scan.mark(at, ':') && scan.attached(at) && scan.is_number(at - 1)) {
      return kLively;  // "a ratio of 3:1"
    }
    return shape.size() == 1 && kNever.find(shape[0]) != std::string_view::npos
               ? 0U
               : kLively | kBegins | kEnds;
  }
  if (static_cast<unsigned char>(shape[0]) >= 0x80 || may_be_glued(scan, at)) {
    return kNumbers | kLively | kBegins | kEnds;  // figures and fractions beyond ASCII, "USD5"
  }
  if (is_code(shape)) {
    return kLively | kBegins | kEnds;  // "EUR", "MUSD"
  }
  const bool joined = scan.attached(at) || shape.size() == 1;  // "50p", "6in", "10 o clock"
  const bool old = shape == "yo" || shape == "o";              // "43yo", "43-y-o"
  return joined ? kLively | kEnds | kMeasures | kPercents | (old ? kAges : 0U) : 0U;
}

}  // namespace

std::vector<WordHints> hints_of_words(const Lexicon& lexicon, const Vocabulary& vocabulary) {
  std::vector<WordHints> hints(lexicon.size() + 1);
  for (std::size_t word = 1; word < hints.size(); ++word) {
    hints[word] = hints_of_role(vocabulary.words[word]);
  }
  PhraseHints phrases(lexicon, hints);
  for (const HedgeRow& row : hedge_rows_before()) {
    phrases.add(row.phrases, kBegins);
  }
  for (const HedgeRow& row : hedge_rows_after()) {
    phrases.add(row.phrases, kEnds);
  }
  for (const UnitRow& row : unit_rows()) {
    phrases.add(row.names, kEnds | kTakes, class_of(row.dimension));
    phrases.add(row.symbols, kEnds, class_of(row.dimension));
  }
  for (const CurrencyRow& row : currency_rows()) {
    phrases.add(row.before, kBegins | kEnds);
    phrases.add(row.after, kEnds);
    phrases.add(row.minor, kEnds);
  }
  for (const FixedTimeRow& row : fixed_time_rows()) {
    phrases.add(row.phrases, kTimely | kStarts);
  }
  for (const HolidayRow& row : holiday_rows()) {
    phrases.add(row.phrases, kTimely | kStarts);
  }
  for (const FoldWord& fold : kFoldWords) {
    phrases.add(fold.word, kBegins | kEnds | kStarts, class_of(Dimension::ratio));
  }
  phrases.add(kPeopleOfAnAge, kBegins | kEnds | kStarts, kAges);
  phrases.add(kInnerWords, 0U);
  phrases.add(kSpelled, kBegins | kEnds | kTimely, kMeasures);
  for (std::size_t word = 1; word < hints.size(); ++word) {
    if (vocabulary.words[word].number != NumberRole::none) {  // "second"
      hints[word] &= ~kTakes;
    }
  }
  hints[kUnknownWord] = 0;
  return hints;
}

namespace {

WordHints hints_at(const Scan& scan, std::uint32_t at) {
  const Table<WordHints>& hints = scan.vocabulary().hints;
  const Token& token = scan.token(at);
  const WordHints here = token.word < hints.size() ? hints[token.word] : 0U;
  const bool shaped = token.kind != TokenKind::word || token.word == kUnknownWord ||
                      !token.space_before || token.span.size() == 1 || token.capital;
  return shaped ? here | hints_of_shape(scan, at) : here;
}

/// "65 miles", "3 percent", "27 years", "5 p.m.": figures whose number belongs to the unit's word
/// right after them.  Not "$5 miles away", "24 Hour Fitness", "one in 5 days".
bool is_taken(const Scan& scan, std::uint32_t at) {
  const Token& unit = scan.token(at + 1);
  const auto& hints = scan.vocabulary().hints;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool clock = scan.is(at + 1, Cue::am) || scan.is(at + 1, Cue::pm);
  const bool verb = clock && scan.spelling(at + 1) == "am";
  return (hints[unit.word] & kTakes) != 0 && !verb && (!clock || scan.spelling(at).size() <= 2) &&
         unit.kind == TokenKind::word && !unit.capital && unit.space_before &&
         unit.span.size() > 1 && scan.is_number(at) && is_digit(scan.spelling(at).back()) &&
         !scan.attached(at) && !scan.is(at - 1, Cue::in) && !scan.is_number(at + 2);
}

}  // namespace

void hint_values(const Scan& scan, ValueHints& out) {
  const std::uint32_t size = scan.size();
  out.classes = kTimes;
  out.begins.clear();
  out.inner.clear();
  out.ends.clear();
  out.taken.clear();
  for (std::uint32_t at = 0; at < size;) {
    std::uint64_t begins = 0;
    std::uint64_t inner = 0;
    std::uint64_t ends = 0;
    std::uint64_t taken = 0;
    WordHints all = 0;
    const std::uint32_t last = std::min(size, at + 64);
    for (std::uint32_t place = 0; at < last; ++at, ++place) {
      const WordHints here = hints_at(scan, at);
      if (here == 0) {  // as most words
        continue;
      }
      all |= here;
      begins |= std::uint64_t{(here & kBegins) != 0} << place;
      inner |= std::uint64_t{(here & kLively) != 0} << place;
      ends |= std::uint64_t{(here & kEnds) != 0} << place;
      if ((here & kTakes) != 0 && at > 0 && is_taken(scan, at - 1)) {
        (place > 0 ? taken : out.taken.back()) |= std::uint64_t{1} << ((place + 63) % 64);
      }
    }
    out.classes |= all & ~kMarks;
    out.begins.push_back(begins);
    out.inner.push_back(inner);
    out.ends.push_back(ends);
    out.taken.push_back(taken);
  }
}

}  // namespace concord::normalize
