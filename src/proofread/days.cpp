// Weekdays that are so many days apart: "on Friday, a day after the robbery on Wednesday".
#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "base/calendar_names.h"
#include "base/number_words.h"
#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr int kWeek = 7;
constexpr std::size_t kToWeekday = 4;      // words between a weekday and "a day after"
constexpr std::size_t kToAnchor = 12;      // words of the event behind "a day after"
constexpr std::size_t kFewestLetters = 4;  // that "robbed" and "robbery" share

struct Day {
  int weekday = 0;
  std::size_t at = 0;
};

std::optional<Day> day_at(const CopyText& text, std::size_t i) {
  const auto* found = std::ranges::find(kFoldedWeekdays, text.word(i));
  return found == std::end(kFoldedWeekdays) || !text.is_capital(i)
             ? std::nullopt
             : std::optional(Day{static_cast<int>(found - std::begin(kFoldedWeekdays)), i});
}

/// "a day after", "two days before", "three days later".
struct Distance {
  int days = 0;            // below zero for what comes before
  bool of_before = false;  // "later", "earlier": of what was told before
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// "four", up to `most`; 0 for any other word.
int spelled_number(std::string_view word, std::ptrdiff_t most) {
  const std::ptrdiff_t number = std::ranges::find(kSmallNumbers, word) - kSmallNumbers.begin();
  return number <= most ? static_cast<int>(number) : 0;
}

int number_of(std::string_view word) {
  constexpr std::ptrdiff_t kMostDays = 6;
  if (word == "a" || word == "the") {
    return 1;
  }
  if (word.size() == 1 && word[0] >= '1' && word[0] <= '6') {
    return word[0] - '0';
  }
  return spelled_number(word, kMostDays);
}

/// "less than two days after", "about five years after".
bool distance_is_rough(const CopyText& text, std::size_t i) {
  constexpr std::string_view kRoughly[] = {"than", "about",  "nearly", "almost",
                                           "over", "within", "some",   "around"};
  return i > 0 && is_in(text.word(i - 1), kRoughly);
}

std::optional<Distance> distance_at(const CopyText& text, std::size_t i) {
  const int days = number_of(text.word(i));
  const std::string_view unit = text.word(i + 1);
  const std::string_view way = text.word(i + 2);
  const bool after = way == "after" || way == "later";
  const bool before = way == "before" || way == "earlier";
  const bool the = text.word(i) == "the" && way != "after" && way != "before";
  if (days == 0 || unit != (days == 1 ? "day" : "days") || (!after && !before) || the ||
      distance_is_rough(text, i)) {
    return std::nullopt;
  }
  return Distance{after ? days : -days, way == "later" || way == "earlier", i, i + 3};
}

/// The weekday before token `i`, in the same clause or the one that the comma at `i` closes.
std::optional<Day> day_before(const CopyText& text, std::size_t i, std::size_t first) {
  for (std::size_t words = 0; i > first && words <= kToWeekday; --i, ++words) {
    const std::string_view word = text.word(i - 1);
    if (word != "," && !text.is_dash(i - 1) && text.is_break(i - 1)) {
      return std::nullopt;
    }
    if (const auto day = day_at(text, i - 1)) {
      return day;
    }
  }
  return std::nullopt;
}

/// The weekday behind "a day after": of the event it names.
std::optional<Day> day_behind(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::string_view kSaid[] = {"said", "told", "say", "says", "announced", "reported"};
  for (std::size_t words = 0; i < last && words < kToAnchor; ++i, ++words) {
    if (text.is_break(i) || is_in(text.word(i), kSaid)) {
      return std::nullopt;
    }
    if (const auto day = day_at(text, i)) {
      return day;
    }
  }
  return std::nullopt;
}

/// The one weekday of a sentence that is not that of a saying.
std::optional<Day> only_day(const CopyText& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kSaid[] = {"said", "told", "say", "says", "announced", "reported"};
  std::optional<Day> found;
  for (std::size_t i = begin; i < end; ++i) {
    const auto day = day_at(text, i);
    if ((day && found) || is_in(text.word(i), kSaid)) {
      return std::nullopt;
    }
    found = day ? day : found;
  }
  return found;
}

bool same_stem(std::string_view one, std::string_view other) {
  return one.size() >= kFewestLetters && other.size() >= kFewestLetters &&
         one.substr(0, kFewestLetters) == other.substr(0, kFewestLetters);
}

/// "The robbery on Wednesday", where the distance is from when "a bank was robbed".
std::optional<Day> day_of_event(const CopyText& text, const Distance& distance, std::size_t last) {
  constexpr std::string_view kFew[] = {"after", "when", "that", "were", "with", "from", "they"};
  std::optional<Day> found;
  for (std::size_t on = 1; on + 1 < text.size(); ++on) {
    const auto day = text.word(on) == "on" ? day_at(text, on + 1) : std::nullopt;
    const std::size_t before = on - 1;
    if (!day || (before >= distance.begin && before < last)) {
      continue;
    }
    for (std::size_t i = distance.end; i < last && !text.is_break(i); ++i) {
      const bool event = text.is_word(i) && !is_in(text.word(i), kFew) && !text.is_capital(i) &&
                         same_stem(text.word(i), text.word(before));
      if (event && found && found->weekday != day->weekday) {
        return std::nullopt;
      }
      found = event ? day : found;
    }
  }
  return found;
}

void judge(const CopyText& text, const Distance& distance, const Day& day, const Day& anchor,
           CopyNotes& notes) {
  const int right = ((anchor.weekday + distance.days) % kWeek + kWeek) % kWeek;
  if (right == day.weekday) {
    return;
  }
  notes.add(text.span(day.at, day.at + 1),
            fmt::format("{} is not \"{}\" {}: that would be {}", kWeekdayNames[day.weekday],
                        text.written(text.span(distance.begin, distance.end)),
                        kWeekdayNames[anchor.weekday], kWeekdayNames[right]),
            {{text.span(distance.begin, distance.end), "how far apart"},
             {text.span(anchor.at, anchor.at + 1), "the other day"}},
            "see which of the two days is right, or how many lie between them");
}

/// The one date of a sentence before token `end`, a day without a weekday; nothing where another
/// time is told there, or somebody says so.
const CopyValue* only_date(const CopyText& text, const Sentence& sentence, std::size_t end) {
  constexpr std::string_view kSaid[] = {"said", "told", "say", "says", "announced", "reported"};
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end > end) {
      break;
    }
    if (value.time() != nullptr) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &value;
    }
  }
  return any_in(text, sentence.tokens.begin, end, kSaid) ? nullptr : found;
}

bool is_date(const CopyValue* value) {
  const TimeSpan* time = value == nullptr ? nullptr : value->time();
  return time != nullptr && time->begin && time->end && !time->has_clock && !time->weekday &&
         time->mod.empty() && time->end->seconds - time->begin->seconds == kSecondsPerDay;
}

/// "on 12 October and charged two days later, on 10 October".
void check_dates_later(const CopyText& text, const Sentence& sentence, const Distance& distance,
                       std::size_t at, CopyNotes& notes) {
  constexpr std::int64_t kYearRound = 364;  // the dates may be read in two years
  const CopyValue* date = text.value(at);
  const CopyValue* anchor = only_date(text, sentence, distance.begin);
  if (!is_date(date) || !is_date(anchor)) {
    return;
  }
  const std::int64_t apart =
      (date->time()->begin->seconds - anchor->time()->begin->seconds) / kSecondsPerDay;
  if (apart == distance.days || std::abs(apart) >= kYearRound) {
    return;
  }
  notes.add(
      date->mention->core,
      fmt::format("{} is not \"{}\" {}", text.written(*date),
                  text.written(text.span(distance.begin, distance.end)), text.written(*anchor)),
      {{text.span(distance.begin, distance.end), "how far apart"},
       {anchor->mention->core, "the other day"}},
      "see which of the two days is right, or how many lie between them");
}

/// "a day later, on Friday", of what the words before date.
void check_later(const CopyText& text, const std::vector<Sentence>& sentences, std::size_t k,
                 const Distance& distance, CopyNotes& notes) {
  const Sentence& sentence = sentences[k];
  std::size_t i = distance.end;
  i += text.word(i) == "," ? 1 : 0;
  i += text.word(i) == "on" ? 1 : 0;
  const auto day = day_at(text, i);
  check_dates_later(text, sentence, distance, i, notes);
  auto anchor = only_day(text, sentence.tokens.begin, distance.begin);
  const bool alone = !anchor && k > 0 && sentences[k - 1].paragraph + 1 >= sentence.paragraph;
  if (alone) {
    anchor = only_day(text, sentences[k - 1].tokens.begin, sentences[k - 1].tokens.end);
  }
  if (day && anchor) {
    judge(text, distance, *day, *anchor, notes);
  }
}

// -- years in office

/// The whole number that a value's words begin with; 0 where there is none.
int number_in(const CopyText& text, const CopyValue& value) {
  int number = 0;
  for (const char c : text.word(value.tokens.begin)) {
    if (c < '0' || c > '9' || number > 99) {
      return 0;
    }
    number = 10 * number + (c - '0');
  }
  return number;
}

/// The year in which somebody "was first elected", "took office", "came to power": the one such
/// year of the text.
std::optional<std::pair<int, Span>> first_year(const CopyText& text) {
  constexpr std::array<std::array<std::string_view, 2>, 6> kBegan{{{"first", "elected"},
                                                                   {"took", "office"},
                                                                   {"came", "to"},
                                                                   {"took", "over"},
                                                                   {"first", "appointed"},
                                                                   {"took", "power"}}};
  constexpr std::size_t kToYear = 5;
  std::optional<std::pair<int, Span>> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool began = std::ranges::any_of(kBegan, [&](const auto& words) {
      return text.word(i) == words[0] && text.word(i + 1) == words[1];
    });
    for (std::size_t in = i + 2; began && in < i + kToYear; ++in) {
      const std::string_view year = text.word(in + 1);
      const bool dated = text.word(in) == "in" && year.size() == 4 &&
                         std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
      if (!dated) {
        continue;
      }
      const int number =
          (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
      if (found && found->first != number) {
        return std::nullopt;
      }
      found = std::pair(number, text.span(i, in + 2));
    }
  }
  return found;
}

/// "after 16 years in office", of somebody first elected 12 years ago.
void check_years_in_office(const CopyText& text, CopyNotes& notes) {
  constexpr std::string_view kOffice[] = {"office", "power"};
  const auto first = first_year(text);
  const auto now = year_of(text.document());
  for (const CopyValue& value : text.values()) {
    const std::size_t end = value.tokens.end;
    const Duration* duration = value.duration();
    const bool years = text.word(end - 1) == "years" && text.word(end) == "in" &&
                       is_in(text.word(end + 1), kOffice);
    const int number = number_in(text, value);
    if (first && now && duration != nullptr && years && number > 0 &&
        first->first + number > *now + 1) {
      notes.add(value.mention->core,
                fmt::format("from {} to {} is {} years, not {}", first->first, *now,
                            *now - first->first, number),
                {{first->second, "when it began"}}, "see which of the two is right");
    }
  }
}

// -- years that one clause puts in order

/// A year behind "in"; 0 for any other token.
int year_behind_in(const CopyText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  const bool year = i > 0 && text.word(i - 1) == "in" && word.size() == 4 &&
                    (word.starts_with("1") || word.starts_with("20")) &&
                    std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  int number = 0;
  for (const char c : year ? word : std::string_view()) {
    number = 10 * number + (c - '0');
  }
  return number;
}

/// The first year told "in 1878" from token `i` on, a few words away at most; 0 and past the last.
struct YearAhead {
  std::size_t at = 0;
  int year = 0;
};

YearAhead year_ahead(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::size_t kMostWords = 10;
  const std::size_t last = std::min<std::size_t>(sentence.tokens.end, i + kMostWords);
  for (; i < last && !text.is_break(i); ++i) {
    if (const int year = year_behind_in(text, i); year != 0) {
      return {i, year};
    }
  }
  return {};
}

/// "completed in 1871 after work had started in 1878": what is told to come after has the later
/// year.
void check_years_in_order(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  for (std::size_t i = sentence.tokens.begin + 1; i + 1 < sentence.tokens.end; ++i) {
    const int first = year_behind_in(text, i);
    const bool after = text.word(i + 1) == "after";
    if (first == 0 || (!after && text.word(i + 1) != "before")) {
      continue;
    }
    const auto [at, second] = year_ahead(text, sentence, i + 2);
    if (second != 0 && (after ? first < second : second < first)) {
      notes.add(text.span(at, at + 1),
                fmt::format("{} is not {} {}", first, after ? "after" : "before", second),
                {{text.span(i, i + 1), "the other year"}}, "see which of the two years is right");
    }
  }
}

/// "sentenced on Tuesday, five years after the roof fell in 2023": what happens on a weekday of now
/// is as many years after as the words say.
void check_years_since(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::size_t kMostWords = 10;
  const auto now = year_of(text.document());
  bool dated = false;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    dated = dated || day_at(text, i).has_value();
  }
  for (std::size_t i = sentence.tokens.begin; now && dated && i < sentence.tokens.end; ++i) {
    constexpr std::ptrdiff_t kMostYears = 10;
    const int years = spelled_number(text.word(i), kMostYears);
    if (years < 2 || text.word(i + 1) != "years" || text.word(i + 2) != "after" ||
        distance_is_rough(text, i)) {
      continue;
    }
    const std::size_t last = std::min<std::size_t>(sentence.tokens.end, i + 3 + kMostWords);
    for (std::size_t k = i + 3; k < last && !text.is_break(k); ++k) {
      const int year = year_behind_in(text, k);
      if (year == 0) {
        continue;
      }
      if (std::abs(*now - year - years) > 1) {
        notes.add(text.span(i, i + 2),
                  fmt::format("from {} to {} is {} years, not {}", year, *now, *now - year, years),
                  {{text.span(k, k + 1), "the other year"}}, "see which of the two is right");
      }
      break;
    }
  }
}

}  // namespace

void check_days_apart(const CopyText& text, CopyNotes& notes) {
  check_years_in_office(text, notes);
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const Sentence& sentence = sentences[k];
    check_years_in_order(text, sentence, notes);
    check_years_since(text, sentence, notes);
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto distance = distance_at(text, i);
      if (!distance) {
        continue;
      }
      if (distance->of_before) {
        check_later(text, sentences, k, *distance, notes);
        continue;
      }
      const auto day = day_before(text, distance->begin, sentence.tokens.begin);
      auto anchor = day_behind(text, distance->end, sentence.tokens.end);
      anchor = anchor ? anchor : day_of_event(text, *distance, sentence.tokens.end);
      if (day && anchor && anchor->at != day->at) {
        judge(text, *distance, *day, *anchor, notes);
      }
    }
  }
}

}  // namespace concord::proofread
