// People counted, named, aged and quoted.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostNamed = 40;
constexpr std::size_t kWordsToNoun = 3;  // "three young local men"

constexpr std::string_view kPersons[] = {
    "people",       "persons",   "men",      "women",     "children",   "boys",
    "girls",        "victims",   "suspects", "dead",      "teenagers",  "workers",
    "students",     "pupils",    "soldiers", "officers",  "brothers",   "sisters",
    "candidates",   "finalists", "winners",  "ministers", "directors",  "judges",
    "passengers",   "residents", "climbers", "hikers",    "miners",     "sailors",
    "firefighters", "players",   "members",  "survivors", "hostages",   "detainees",
    "defendants",   "teachers",  "nurses",   "doctors",   "friends",    "cousins",
    "astronauts",   "climbers",  "skiers",   "pilots",    "lawyers",    "scientists",
    "researchers",  "musicians", "singers",  "actors",    "executives", "candidates",
    "finalists",    "priests",   "farmers",  "fishermen", "divers",     "cyclists",
    "runners",      "swimmers",  "siblings", "authors",   "engineers",  "employees",
    "guards"};

const Quantity* count_at(const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  const bool exact = quantity != nullptr && quantity->dimension == Dimension::count &&
                     quantity->nominal && quantity->nominal->is_whole() &&
                     quantity->hedge == Hedge::exact && Decimal(1) < *quantity->nominal &&
                     *quantity->nominal < Decimal(kMostNamed);
  return exact ? quantity : nullptr;
}

std::size_t number_of(const Quantity& count) {
  return static_cast<std::size_t>(count.nominal->to_double());
}

/// The token after "three [young local] men"; nothing where no people are counted.
std::optional<std::size_t> after_people(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kBe[] = {"were", "are", "as"};
  const std::size_t end = value.tokens.end;
  const bool the = value.tokens.begin > 0 && text.word(value.tokens.begin - 1) == "the";
  if (the && (text.word(end) == "," || is_in(text.word(end), kBe))) {
    return end;  // "The three, named as"
  }
  for (std::size_t i = value.tokens.end; i <= value.tokens.end + kWordsToNoun; ++i) {
    if (text.is_break(i) || text.value(i) != nullptr) {
      return std::nullopt;
    }
    if (is_in(text.word(i), kPersons)) {
      return i + 1;
    }
  }
  return std::nullopt;
}

bool is_age(const CopyText& text, std::size_t i) {
  const CopyValue* value = text.value(i);
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  return quantity != nullptr && quantity->nominal && value->tokens.size() == 1 &&
         (quantity->dimension == Dimension::age || quantity->dimension == Dimension::count) &&
         *quantity->nominal < Decimal(120);
}

/// Where a name of two to four capitalized words ends; `i` where none begins.
std::size_t name_end(const CopyText& text, std::size_t i) {
  constexpr std::string_view kParticles[] = {"de",  "van", "von", "al", "bin",
                                             "der", "da",  "el",  "-"};
  std::size_t at = i;
  std::size_t capitals = 0;
  while (text.is_word(at) &&
         (text.is_capital(at) || (capitals > 0 && is_in(text.word(at), kParticles)))) {
    capitals += text.is_capital(at) ? 1 : 0;
    ++at;
    if (text.word(at) == "-" && text.is_capital(at + 1)) {
      ++at;
    }
  }
  return capitals >= 2 && capitals <= 5 ? at : i;
}

/// Names with their ages from token `i` to the end of the sentence: "Anna Holt, 34, Ben Marsh, 41".
struct Roll {
  std::size_t named = 0;
  std::size_t aged = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool pure = false;  // nothing else stands in it
  bool open = false;  // more may follow
};

/// What may stand beside a name in a roll without being a further person.
bool is_link(std::string_view word) {
  constexpr std::string_view kLinks[] = {",", ";", "and", "&"};
  return is_in(word, kLinks);
}

/// "34" or "(34)".
std::size_t age_end(const CopyText& text, std::size_t i) {
  const bool inside = text.word(i) == "(" && is_age(text, i + 1) && text.word(i + 2) == ")";
  return inside ? i + 3 : is_age(text, i) ? i + 1 : i;
}

Roll roll_at(const CopyText& text, std::size_t i, std::size_t last) {
  Roll roll;
  roll.begin = roll.end = i;
  roll.pure = true;
  bool may_name = true;
  bool joined = false;  // "and" stands before the last name
  while (i < last && text.word(i) != "." && roll.named < kMostNamed) {
    const std::size_t end = may_name ? name_end(text, i) : i;
    if (end > i) {
      ++roll.named;
      joined = text.word(i - 1) == "and";
      i = roll.end = end;
      may_name = false;
    } else if (const std::size_t behind = age_end(text, i); behind > i) {
      ++roll.aged;
      i = roll.end = behind;
    } else if (is_link(text.word(i))) {
      ++i;
      may_name = true;
    } else if (text.word(i) == "aged" && is_age(text, i + 1)) {
      ++i;
    } else if (roll.named > 0 && text.is_dash(i)) {
      return roll;  // "two men - Anna Holt and Ben Marsh - appeared"
    } else {
      // "The two men, Anna Holt, 34, and Ben Marsh, 41, survived": a comma closes who has an age;
      // behind "of Osterby" there may be more.
      roll.open = true;
      roll.pure = (roll.aged == roll.named || (roll.aged == 0 && joined)) &&
                  text.word(i - 1) == "," && i == roll.end + 1;
      return roll;
    }
  }
  return roll;
}

/// As many people as the roll has, if it is plain who is in it: names alone, or each with an age.
std::optional<std::size_t> people_in(const Roll& roll) {
  const bool alone = roll.aged == 0 || roll.aged == roll.named;
  return roll.pure && alone && roll.named >= 2 ? std::optional(roll.named) : std::nullopt;
}

struct Counted {
  const CopyValue* value = nullptr;
  std::size_t number = 0;
  std::size_t after = 0;  // the token behind the noun
};

std::vector<Counted> people_counted(const CopyText& text, const Sentence& sentence) {
  std::vector<Counted> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* count = count_at(value);
    const auto after = count == nullptr ? std::nullopt : after_people(text, value);
    if (after) {
      found.push_back({&value, number_of(*count), *after});
    }
  }
  return found;
}

void tell(const CopyText& text, const Counted& counted, std::size_t named, Span roll,
          std::string_view what, CopyNotes& notes) {
  notes.add(counted.value->mention->core,
            fmt::format("{} are counted, {} {}", text.written(*counted.value), named, what),
            {{roll, fmt::format("{} {}", named, what)}},
            "see whether the number is wrong, or one is missing or too many");
}

bool names_them(std::string_view word) {
  return word == "named" || word == "identified";
}

/// "named the two dead as", of people counted from token `counted` on; "named in court papers as".
bool is_named_before(const CopyText& text, std::size_t counted, std::size_t first) {
  constexpr std::size_t kReach = 5;
  for (std::size_t i = counted; i > first && counted - i < kReach; --i) {
    if (names_them(text.word(i - 1))) {
      return true;
    }
  }
  return false;
}

/// Where a roll of all of "the two men" begins right behind them: ", Anna Holt, 34," or "were".
std::optional<std::size_t> roll_of_the(const CopyText& text, const Counted& counted) {
  constexpr std::string_view kOpens[] = {",", "were", "are"};
  const std::size_t number = counted.value->tokens.begin;
  const bool all = number > 0 && text.word(number - 1) == "the";
  const std::size_t next = counted.after + 1;
  return all && is_in(text.word(counted.after), kOpens) && name_end(text, next) > next
             ? std::optional(next)
             : std::nullopt;
}

/// Where a roll of all of them begins: behind a colon or dash, or "identified as".
std::optional<std::size_t> roll_begin(const CopyText& text, const Counted& counted,
                                      const Sentence& sentence) {
  constexpr std::string_view kSome[] = {"including", "among", "other", "others", "another",
                                        "also",      "first", "some",  "two",    "one"};
  if (const auto begin = roll_of_the(text, counted)) {
    return begin;
  }
  if (text.word(counted.after) == "as" &&
      is_named_before(text, counted.value->tokens.begin, sentence.tokens.begin)) {
    return counted.after + 1;
  }
  for (std::size_t i = counted.after; i < sentence.tokens.end; ++i) {
    const bool counts = text.value(i) != nullptr && text.value(i)->time() == nullptr;
    if (is_in(text.word(i), kSome) || counts) {
      return std::nullopt;
    }
    if (text.word(i) == ":" || text.is_dash(i)) {
      return i + 1;
    }
    if (text.word(i) == "as" && is_named_before(text, i, counted.after)) {
      return i + 1;
    }
  }
  return std::nullopt;
}

/// "They were identified as", "They were aged", "The victims are", "The dead were named as": the
/// next sentence goes on with those that this one counts.
std::optional<std::size_t> next_roll(const CopyText& text, const Sentence& next) {
  const std::size_t i = next.tokens.begin;
  constexpr std::string_view kBe[] = {"are", "were"};
  const std::size_t verb = text.word(i) == "they" ? i + 1 : i + 2;
  const bool all =
      text.word(i) == "they" || (text.word(i) == "the" && is_in(text.word(i + 1), kPersons));
  if (!all || !is_in(text.word(verb), kBe)) {
    return std::nullopt;
  }
  if (names_them(text.word(verb + 1))) {
    return text.word(verb + 2) == "as" ? std::optional(verb + 3) : std::nullopt;
  }
  return verb + 1;
}

/// Where a roll of some of them begins: "the five dead include".
std::optional<std::size_t> some_begin(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::string_view kSome[] = {"include", "includes", "included", "including"};
  for (; i < last && text.value(i) == nullptr; ++i) {
    if (is_in(text.word(i), kSome)) {
      return i + 1;
    }
  }
  return std::nullopt;
}

/// `some`: the roll need not name them all, but names no more.
void check_roll(const CopyText& text, const Counted& counted, std::size_t begin, std::size_t last,
                bool some, CopyNotes& notes) {
  const Roll roll = roll_at(text, begin, last);
  const auto named = people_in(roll);
  if (named && (some || roll.open ? *named > counted.number : *named != counted.number)) {
    tell(text, counted, *named, text.span(roll.begin, roll.end),
         roll.aged > 0 ? "named with ages" : "named", notes);
  }
}

/// Ages from "aged" on, to the last behind "and".
struct Ages {
  std::size_t count = 0;
  std::size_t end = 0;
  bool whole = false;  // the last one is joined, and counts nothing else
};

Ages ages_at(const CopyText& text, std::size_t i, std::size_t last) {
  Ages ages;
  const CopyValue* first = text.value(i);  // "aged 4" is one value
  ages.count = first != nullptr ? 1 : 0;
  i = ages.end = first != nullptr ? first->tokens.end : i + 1;
  while (i < last) {
    bool joined = false;
    for (; text.word(i) == "," || text.word(i) == "and"; ++i) {
      joined = joined || text.word(i) == "and";
    }
    if (!is_age(text, i)) {
      ages.whole = ages.whole && !joined;  // "aged 20, 23 and another in his 20s"
      return ages;
    }
    ages.whole = joined;
    ++ages.count;
    ages.end = ++i;
  }
  return ages;
}

/// "Three children, aged 4, 6, 9 and 11": the ages of each of them, from token `i` on.
void check_ages(const CopyText& text, const Counted& counted, std::size_t i, std::size_t last,
                CopyNotes& notes) {
  constexpr std::string_view kGoesOn[] = {"were", "was",   "are", "is", "died",
                                          "who",  "years", "in",  "at"};
  std::size_t words = 0;
  for (; words < kWordsToNoun && text.is_word(i) && (text.word(i) == "one" || !text.value(i));
       ++words) {
    ++i;  // "five members of one family, ages"
  }
  const bool apposed = text.word(i) == ",";
  i += apposed || text.word(i) == "(" ? 1 : 0;
  // "two brothers, 19, 21 and 24, were charged": bare numbers to the comma that closes them.
  const bool bare = apposed && words == 0 && is_age(text, i) && text.word(i + 1) == ",";
  if (text.word(i) != "aged" && text.word(i) != "ages" && !bare) {
    return;
  }
  const Ages ages = ages_at(text, i, last);
  // "two boys, ages 7 and 10, and two adults": the last number may count other people.
  const bool ends = bare ? text.word(ages.end) == ","
                         : text.is_break(ages.end) || is_in(text.word(ages.end), kGoesOn);
  // "20 children, ages six and seven" are of two ages, however many they are.
  const bool each = ages.count > counted.number || ages.count + 1 == counted.number;
  if (ages.whole && ends && each && ages.count > 2) {
    tell(text, counted, ages.count, text.span(i, ages.end), "ages given", notes);
  }
}

/// What befell those who are counted, and the words that tell the same of those who are named.
struct Fate {
  std::string_view counted;
  std::array<std::string_view, 4> named;
};
constexpr Fate kFates[] = {{"missing", {"last", "missing", "vanished", "disappeared"}},
                           {"arrested", {"arrested", "held", "charged", "detained"}},
                           {"detained", {"arrested", "held", "charged", "detained"}},
                           {"charged", {"charged", "indicted", "accused", "arraigned"}},
                           {"died", {"died", "killed", "dead", "drowned"}},
                           {"killed", {"died", "killed", "dead", "drowned"}},
                           {"injured", {"injured", "hurt", "wounded", "hospitalized"}},
                           {"hurt", {"injured", "hurt", "wounded", "hospitalized"}}};

/// "Three boys are missing. Tim Roth, Max Kern, Leo Abt and Jon Falk were last seen": the next
/// sentence names more than are counted, and tells the same of them.
void check_named_next(const CopyText& text, const Counted& counted, const Sentence& sentence,
                      const Sentence& next, CopyNotes& notes) {
  constexpr std::string_view kBe[] = {"were", "are", "have", "had", "died"};
  const Roll roll = roll_at(text, next.tokens.begin, next.tokens.end);
  const bool whole = (roll.aged == 0 || roll.aged == roll.named) && roll.named > counted.number &&
                     roll.end < next.tokens.end && is_in(text.word(roll.end), kBe);
  const bool same = std::ranges::any_of(kFates, [&](const Fate& fate) {
    constexpr std::size_t kReach = 4;
    return any_in(text, counted.after, sentence.tokens.end, std::array{fate.counted}) &&
           any_in(text, roll.end, std::min<std::size_t>(roll.end + kReach, next.tokens.end),
                  fate.named);
  });
  if (whole && same) {
    tell(text, counted, roll.named, text.span(roll.begin, roll.end),
         roll.aged > 0 ? "named with ages" : "named", notes);
  }
}

// -- officials

constexpr std::string_view kSaid[] = {"said",  "say",       "told",  "confirmed",
                                      "added", "announced", "warned"};
constexpr std::string_view kTitles[] = {
    "mayor",     "governor",       "minister",     "spokesman",  "spokeswoman", "spokesperson",
    "chief",     "director",       "commissioner", "sheriff",    "secretary",   "president",
    "commander", "superintendent", "captain",      "prefect",    "inspector",   "prosecutor",
    "officer",   "official",       "chairman",     "chairwoman", "leader",      "manager"};

/// "Mark Webb, a county official", "Tove Alder, the mayor": the last name before the title.
std::optional<std::string> name_before_title(const CopyText& text, std::size_t title) {
  constexpr std::string_view kThe[] = {"a", "an", "the"};
  constexpr std::size_t kWords = 4;
  for (std::size_t i = title; i > 2 && title - i < kWords; --i) {
    if (is_in(text.word(i - 1), kThe) && text.word(i - 2) == ",") {
      const bool named = text.is_word(i - 3) && text.is_capital(i - 3);
      return named ? std::optional(std::string(text.word(i - 3))) : std::nullopt;
    }
    if (text.is_break(i - 1)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

struct Officials {
  std::set<std::string> named;       // last names of those who are quoted or told to have spoken
  std::vector<std::size_t> apposed;  // tokens of "official" behind a name: "Mark Webb, an official"
};

Officials officials_named(const CopyText& text) {
  Officials officials;
  std::set<std::string>& named = officials.named;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_in(text.word(i), kTitles)) {
      continue;
    }
    const std::size_t begin = text.word(i + 1) == "," ? i + 2 : i + 1;
    const std::size_t end = name_end(text, begin);
    if (end > begin) {
      named.insert(std::string(text.word(end - 1)));
    } else if (const auto name = name_before_title(text, i)) {
      named.insert(*name);
      officials.apposed.push_back(text.word(i) == "official" ? i : 0);
    }
  }
  return officials;
}

// -- first names

/// "their four children, Ruth, Daniel and Esther,": first names alone, to the comma or the end.
void check_first_names(const CopyText& text, const CopyValue& value, CopyNotes& notes) {
  constexpr std::string_view kWhose[] = {"their", "his", "her"};
  constexpr std::string_view kKin[] = {"children", "sons",    "daughters",
                                       "brothers", "sisters", "siblings"};
  const Quantity* count = count_at(value);
  const std::size_t end = value.tokens.end;
  const std::size_t begin = value.tokens.begin;
  if (count == nullptr || begin == 0 || !is_in(text.word(begin - 1), kWhose) ||
      !is_in(text.word(end), kKin) || text.word(end + 1) != ",") {
    return;
  }
  std::size_t names = 0;
  bool last = false;  // the name behind "and"
  std::size_t i = end + 2;
  while (text.is_word(i) && text.is_capital(i) && !last) {
    last = text.word(i - 1) == "and";
    ++names;
    ++i;
    const bool more = (text.word(i) == "," || text.word(i) == "and") && text.is_capital(i + 1);
    i += more && !last ? 1 : 0;
  }
  if (last && names > 2 && text.is_break(i) && names != number_of(*count)) {
    notes.add(value.mention->core,
              fmt::format("{} are counted, {} named", text.written(value.mention->core), names),
              {{text.span(end + 2, i), fmt::format("{} named", names)}},
              "see whether the number is wrong, or one is missing or too many");
  }
}

}  // namespace

void check_named_people(const CopyText& text, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const std::vector<Counted> counted = people_counted(text, sentences[k]);
    for (const Counted& one : counted) {
      check_ages(text, one, one.after, sentences[k].tokens.end, notes);
      if (const auto begin = roll_begin(text, one, sentences[k])) {
        check_roll(text, one, *begin, sentences[k].tokens.end, false, notes);
      } else if (const auto some = some_begin(text, one.after, sentences[k].tokens.end)) {
        check_roll(text, one, *some, sentences[k].tokens.end, true, notes);
      }
    }
    if (counted.size() == 1 && k + 1 < sentences.size() &&
        sentences[k + 1].paragraph <= sentences[k].paragraph + 1) {
      if (const auto begin = next_roll(text, sentences[k + 1])) {
        check_roll(text, counted.front(), *begin, sentences[k + 1].tokens.end, false, notes);
        check_ages(text, counted.front(), *begin, sentences[k + 1].tokens.end, notes);
      } else {
        check_named_next(text, counted.front(), sentences[k], sentences[k + 1], notes);
      }
    }
  }
  check_rolls(text, notes);
  for (const CopyValue& value : text.values()) {
    check_first_names(text, value, notes);
  }
}

void check_officials(const CopyText& text, CopyNotes& notes) {
  const Officials officials_told = officials_named(text);
  if (officials_told.named.size() != 1) {
    return;
  }
  // One who is told by an apposition is one of them where it stands right behind: "court officials
  // said", and pages on "Mark Webb, a police spokesman".
  constexpr std::size_t kRightBehind = 30;
  const auto is_told_behind = [&](std::size_t i) {
    return officials_told.apposed.empty() ||
           std::ranges::any_of(officials_told.apposed, [&](std::size_t title) {
             return title > i && title - i <= kRightBehind;
           });
  };
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool officials = text.word(i) == "officials";
    const bool cited = i > 1 && text.word(i - 1) == "to" && text.word(i - 2) == "according";
    if (officials && is_told_behind(i) &&
        (cited || is_in(text.word(i + 1), kSaid) || (i > 0 && is_in(text.word(i - 1), kSaid)))) {
      notes.add(text.span(i, i + 1), "\"officials\" in the plural, but one official alone is named",
                {}, "name a second official, or write \"an official\"");
      return;
    }
  }
}

}  // namespace concord::proofread
