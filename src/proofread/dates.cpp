// Stretches of time and the order of events.
#include <algorithm>
#include <cstdlib>
#include <tuple>

#include <fmt/format.h>

#include "base/calendar_names.h"
#include "proofread/checks.h"
#include "proofread/written_day.h"

namespace concord::proofread {
namespace {

// -- stretches of time

struct DayOfMonth {
  int day = 0;
  std::optional<int> month;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<int> day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  const auto number = digits_of(word, 2);
  return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

/// "March 12", "12 March" or a bare "12".
std::optional<DayOfMonth> day_at(const CopyText& text, std::size_t i) {
  DayOfMonth found;
  found.begin = i;
  std::optional<int> month = month_of(text.word(i));
  const auto day = day_number(text.word(month ? i + 1 : i));
  if (!day) {
    return std::nullopt;
  }
  found.day = *day;
  found.end = i + (month ? 2 : 1);
  if (!month && month_of(text.word(found.end)) && text.is_capital(found.end)) {
    month = month_of(text.word(found.end++));
  }
  found.month = month;
  return found;
}

/// The word or dash that stands between the ends of a stretch.
bool is_between(const CopyText& text, std::size_t i, std::string_view opening) {
  constexpr std::string_view kTo[] = {"to", "until", "till", "through"};
  const std::string_view word = text.word(i);
  if (opening == "between") {
    return word == "and";
  }
  return (opening == "from" && is_in(word, kTo)) || text.is_dash(i) || word == "-" || word == "–" ||
         word == "through";
}

constexpr std::string_view kBehind[] = {"in", "at", "on", "with", "for", "under", "near"};
constexpr std::string_view kGoingOn[] = {
    "and", "to",   "of",     "after", "because", "when", "while", "by",     "as",    "but",
    "or",  "that", "before", "the",   "this",    "next", "last",  "during", "was",   "were",
    "is",  "are",  "has",    "had",   "will",    "due",  "since", "from",   "until", "inclusive"};

/// "from 30 to 12 May cases", "from 21 to 7 May Street": what looks like a month is another word.
bool is_noun(const CopyText& text, std::size_t i) {
  return text.is_word(i) && !is_in(text.word(i), kBehind) && !is_in(text.word(i), kGoingOn) &&
         !year_in(text.word(i));
}

/// "from 12 to 9 March", "March 12-9", "between March 12 and 9".
void check_days(const CopyText& text, std::size_t i, CopyNotes& notes) {
  const std::string_view opening = text.word(i);
  const bool opened = opening == "from" || opening == "between";
  const auto first = day_at(text, opened ? i + 1 : i);
  const bool is_second = !opened && i > 0 && month_of(text.word(i - 1));  // of "March 30"
  if (!first || is_second || !is_between(text, first->end, opened ? opening : "")) {
    return;
  }
  const auto second = day_at(text, first->end + 1);
  if (!second || (!first->month && !second->month)) {
    return;
  }
  const int month = second->month.value_or(first->month.value_or(0));
  // "March 12 to 9 people": a bare number is a day where nothing is counted by it.
  const std::size_t next = second->end + (text.word(second->end) == "." ? 1 : 0);
  const bool score = digits_of(text.word(next), 2).has_value();  // "a 30-7 Oct. 19 loss"
  const bool noun = second->month && !first->month && next == second->end && is_noun(text, next);
  const bool counted =
      score || noun ||
      (!second->month && !text.is_break(second->end) && !year_in(text.word(second->end)) &&
       !is_in(text.word(second->end), kBehind));
  if (first->month.value_or(month) != month || counted || first->day <= second->day) {
    return;
  }
  // "from 30 March 2025 to 2 March 2026": with years, the months do not tell.
  if (year_in(text.word(first->end)) ||
      (text.word(first->end) == "," && year_in(text.word(first->end + 1)))) {
    return;
  }
  notes.add(text.span(first->begin, second->end),
            fmt::format("the stretch from {} to {} {} ends before it begins", first->day,
                        second->day, kMonthNames[month - 1]),
            {}, "see which of the two days is right, or name the second month");
}

/// "from 2019 to 2015", "between 2019 and 2015", "(1950-1932)".
void check_years(const CopyText& text, std::size_t i, CopyNotes& notes) {
  const std::string_view opening = text.word(i);
  if (opening != "from" && opening != "between" && opening != "(") {
    return;
  }
  const auto first = year_in(text.word(i + 1));
  const auto second = year_in(text.word(i + 3));
  if (!first || !second || *second >= *first ||
      !is_between(text, i + 2, opening == "(" ? "" : opening)) {
    return;
  }
  constexpr std::string_view kAfter[] = {"in",  "at", "as",  "while", "when", "because",
                                         "the", "he", "she", "they",  "it"};
  const bool closed = opening == "(" ? text.word(i + 4) == ")"
                                     : text.is_break(i + 4) || is_in(text.word(i + 4), kAfter);
  if (closed) {
    notes.add(text.span(i + 1, i + 4),
              fmt::format("the years from {} to {} run backward", *first, *second), {},
              "see which of the two years is right");
  }
}

/// "from June 20, 2025 to May 3, 2025": both ends with their years.
void check_dated_ends(const CopyText& text, const CopyValue& first, const CopyValue& second,
                      CopyNotes& notes) {
  constexpr std::string_view kTo[] = {"to", "until", "till", "through"};
  const std::size_t begin = first.tokens.begin;
  const std::size_t to = second.tokens.begin - 1;
  const std::size_t gap = to - first.tokens.end;
  const bool joined = second.tokens.begin > first.tokens.end && is_in(text.word(to), kTo) &&
                      (gap == 0 || (gap == 1 && text.word(to - 1) == ","));
  if (!joined || begin == 0 || text.word(begin - 1) != "from") {
    return;
  }
  const auto one = written_day(text, first);
  const auto other = written_day(text, second);
  // "from Monday, March 23, to Sunday, March 22": of one year, as the weekdays say
  const bool weekdays = one && other && one->weekday && other->weekday && !one->year &&
                        !other->year && one->month == other->month && one->day > other->day;
  if (!weekdays && (!one || !other || !one->year || !other->year)) {
    return;
  }
  if (!weekdays && std::tuple(*one->year, one->month, one->day) <=
                       std::tuple(*other->year, other->month, other->day)) {
    return;
  }
  notes.add(text.span(begin, second.tokens.end),
            fmt::format("{} is after {}: the stretch ends before it begins", text.written(first),
                        text.written(second)),
            {}, "see which of the two dates is right");
}

// -- the order of events

struct Moment {
  WrittenDay day;
  Timestamp begin;
};

std::vector<Moment> moments_in(const CopyText& text, const Sentence& sentence) {
  std::vector<Moment> moments;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (const auto day = written_day(text, value)) {
      const auto year = day->year ? day->year : nearest_year(text.document(), *day);
      if (year && is_valid_date(*year, day->month, day->day)) {
        moments.push_back(
            {*day, from_civil({.year = *year, .month = day->month, .day = day->day})});
      }
    }
  }
  return moments;
}

constexpr std::string_view kDone[] = {
    "arrested", "detained", "charged",  "convicted", "sentenced",  "jailed",       "captured",
    "buried",   "died",     "killed",   "rescued",   "evacuated",  "released",     "resigned",
    "fired",    "held",     "found",    "indicted",  "extradited", "hospitalized", "recovered",
    "seized",   "closed",   "reopened", "signed"};
constexpr std::string_view kIntended[] = {
    "planned",    "planning", "plan",      "plans",    "plot",       "plotted", "plotting",
    "intended",   "would",    "will",      "due",      "scheduled",  "ahead",   "before",
    "until",      "expected", "upcoming",  "threat",   "threatened", "warned",  "warning",
    "postponed",  "moved",    "not",       "never",    "since",      "earlier", "previous",
    "previously", "prior",    "preparing", "prepared", "to",         "by"};
constexpr std::string_view kStarts[] = {"began", "started", "opened", "broke"};
constexpr std::string_view kTrial[] = {"trial", "hearing", "hearings"};
constexpr std::string_view kVerdict[] = {"verdict", "sentence", "ruling"};
constexpr std::string_view kHanded[] = {"handed", "delivered", "announced", "came", "read"};
constexpr std::string_view kEnds[] = {"ended", "finished", "closed", "concluded"};

// "arrested over the attack on March 3": the attack's day is told elsewhere in the text.
constexpr std::string_view kEventNouns[] = {
    "attack", "bombing",  "blast",      "explosion",  "shooting",  "stabbing", "robbery",
    "murder", "killing",  "raid",       "fire",       "crash",     "assault",  "collapse",
    "siege",  "massacre", "earthquake", "derailment", "kidnapping"};
constexpr std::string_view kOver[] = {"over", "connection", "for", "after", "following"};
constexpr std::string_view kHeld[] = {"arrested", "detained",  "charged",   "captured",
                                      "buried",   "convicted", "sentenced", "indicted"};

/// Without years, months far apart may lie in two of them.
bool is_surely_before(const Moment& first, const Moment& second) {
  return first.begin < second.begin &&
         (first.day.month == second.day.month || (first.day.year && second.day.year) ||
          second.begin.seconds - first.begin.seconds < 60 * kSecondsPerDay);
}

/// "was shot on Tuesday, June 10, and died on Sunday, June 8".
bool is_killed_before(const CopyText& text, const Sentence& sentence, const Moment& first,
                      const Moment& second) {
  constexpr std::string_view kHurt[] = {"shot", "stabbed", "wounded", "injured", "beaten", "hit"};
  constexpr std::string_view kDied[] = {"died"};
  constexpr std::string_view kOther[] = {"who",  "whose", "father", "mother", "brother",
                                         "wife", "after", "before", "since"};
  const std::size_t begin = sentence.tokens.begin;
  const std::size_t middle = first.day.value->tokens.end;
  const std::size_t end = second.day.value->tokens.begin;
  return any_in(text, begin, middle, kHurt) && any_in(text, middle, end, kDied) &&
         text.word(middle) != "." && end - middle <= 6 && !any_in(text, begin, end, kOther) &&
         is_surely_before(second, first);
}

void check_pair(const CopyText& text, const Sentence& sentence, const Moment& first,
                const Moment& second, CopyNotes& notes) {
  const std::size_t begin = sentence.tokens.begin;
  const std::size_t middle = first.day.value->tokens.end;
  const std::size_t end = second.day.value->tokens.begin;
  constexpr std::string_view kAfter[] = {"after", "following"};
  constexpr std::string_view kFor[] = {"over", "for"};
  const bool after = any_in(text, middle, end, kAfter) && any_in(text, begin, middle, kDone);
  const bool held = any_in(text, middle, end, kFor) && any_in(text, middle, end, kEventNouns) &&
                    any_in(text, begin, middle, kHeld);
  if ((after || held) && !any_in(text, begin, end, kIntended) && is_surely_before(first, second)) {
    notes.add(first.day.value->mention->core,
              fmt::format("{} is not after {}", text.written(*first.day.value),
                          text.written(*second.day.value)),
              {{second.day.value->mention->core, "what it is said to follow"}},
              "see which of the two dates is right");
  } else if (is_killed_before(text, sentence, first, second)) {
    notes.add(second.day.value->mention->core,
              fmt::format("who was hurt on {} cannot have died on {}",
                          text.written(*first.day.value), text.written(*second.day.value)),
              {{first.day.value->mention->core, "when it happened"}},
              "see which of the two dates is right");
  } else if (any_in(text, begin, first.day.value->tokens.begin, kStarts) &&
             (any_in(text, middle, end, kEnds) ||
              (any_in(text, begin, first.day.value->tokens.begin, kTrial) &&
               any_in(text, middle, end, kVerdict) && any_in(text, middle, end, kHanded))) &&
             is_surely_before(second, first)) {
    notes.add(second.day.value->mention->core,
              fmt::format("what began on {} cannot have ended on {}",
                          text.written(*first.day.value), text.written(*second.day.value)),
              {{first.day.value->mention->core, "the beginning"}},
              "see which of the two dates is right");
  }
}

/// By these words a sentence tells of another event than the story's.
constexpr std::string_view kOtherEvent[] = {"another",  "previous", "earlier",  "similar",
                                            "separate", "second",   "first",    "last",
                                            "planned",  "other",    "different"};

struct DatedEvent {
  std::string_view noun;
  Moment moment;
};

/// "attack"; "robbery" of "was robbed"; empty for words that tell of no event.
std::string_view event_at(const CopyText& text, std::size_t i) {
  struct Done {
    std::string_view verb;
    std::string_view noun;
  };
  constexpr Done kVerbs[] = {{"robbed", "robbery"},       {"attacked", "attack"},
                             {"bombed", "bombing"},       {"stabbed", "stabbing"},
                             {"murdered", "murder"},      {"raided", "raid"},
                             {"kidnapped", "kidnapping"}, {"exploded", "explosion"}};
  if (is_in(text.word(i), kEventNouns)) {
    return text.word(i);
  }
  const auto* verb = std::ranges::find(kVerbs, text.word(i), &Done::verb);
  return verb == std::end(kVerbs) ? std::string_view() : verb->noun;
}

/// True where the sentence names the event as the one told of, and nothing tells it apart: "over
/// the robbery", not "over a robbery", "the robbery of a mill" or "the attack on Anna Holt".
bool names_event(const CopyText& text, const Sentence& sentence, std::string_view noun) {
  constexpr std::string_view kApart[] = {"of", "in", "at", "near", "that", "which", "where", "by"};
  for (std::size_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
    if (text.word(i) != noun) {
      continue;
    }
    const bool named = text.word(i + 1) == "on" && !day_at(text, i + 2);
    return text.word(i - 1) == "the" && !is_in(text.word(i + 1), kApart) && !named;
  }
  return false;
}

/// "The attack took place on March 12", "the attack on March 12": a noun and then its only date.
std::vector<DatedEvent> dated_events(const CopyText& text) {
  std::vector<DatedEvent> events;
  for (const Sentence& sentence : text.sentences()) {
    const auto moments = moments_in(text, sentence);
    if (moments.size() != 1 || any_in(text, sentence.tokens.begin, sentence.tokens.end, kHeld) ||
        any_in(text, sentence.tokens.begin, sentence.tokens.end, kIntended) ||
        any_in(text, sentence.tokens.begin, sentence.tokens.end, kOtherEvent)) {
      continue;
    }
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (const std::string_view noun = event_at(text, i); !noun.empty()) {
        events.push_back({noun, moments.front()});
        break;
      }
    }
  }
  return events;
}

void check_arrests(const CopyText& text, CopyNotes& notes) {
  const std::vector<DatedEvent> events = dated_events(text);
  if (events.empty() || std::ranges::any_of(events, [&](const DatedEvent& event) {
        return event.noun != events.front().noun ||
               event.moment.begin != events.front().moment.begin;
      })) {
    return;  // several events: which of them is meant cannot be told from here
  }
  const DatedEvent& event = events.front();
  for (const Sentence& sentence : text.sentences()) {
    const auto moments = moments_in(text, sentence);
    const std::size_t begin = sentence.tokens.begin;
    const std::size_t end = sentence.tokens.end;
    if (moments.size() == 1 && any_in(text, begin, end, kHeld) && any_in(text, begin, end, kOver) &&
        names_event(text, sentence, event.noun) && !any_in(text, begin, end, kIntended) &&
        !any_in(text, begin, end, kOtherEvent) && is_surely_before(moments.front(), event.moment)) {
      notes.add(moments.front().day.value->mention->core,
                fmt::format("{} is before the {} it follows, which the text puts on {}",
                            text.written(*moments.front().day.value), event.noun,
                            text.written(*event.moment.day.value)),
                {{event.moment.day.value->mention->core, "the " + std::string(event.noun)}},
                "see which of the two dates is right");
    }
  }
}

/// "The trial opened on December 15, 2025" in a text of November: what is told as done is not after
/// the day of publication.
void check_future(const CopyText& text, CopyNotes& notes) {
  constexpr std::string_view kPast[] = {"opened", "began",    "started",  "died",      "closed",
                                        "ended",  "signed",   "happened", "arrived",   "resigned",
                                        "won",    "launched", "arrested", "collapsed", "erupted"};
  constexpr std::string_view kNotYet[] = {"be",  "will", "would", "to",    "if", "is", "are",
                                          "due", "had",  "been",  "until", "by", "not"};
  constexpr std::size_t kClause = 6;
  const auto& published = text.document().published;
  for (const CopyValue& value : text.values()) {
    const auto day = published ? written_day(text, value) : std::nullopt;
    const std::size_t begin = value.tokens.begin;
    if (!day || !day->year || begin < 3 || !is_valid_date(*day->year, day->month, day->day)) {
      continue;
    }
    const std::size_t verb = text.word(begin) == "on" ? begin - 1 : begin - 2;
    const bool on = text.word(verb + 1) == "on" || text.word(begin) == "on";
    const Timestamp time = from_civil({.year = *day->year, .month = day->month, .day = day->day});
    const bool later = time.seconds > published->end.seconds + kSecondsPerDay;
    if (later && on && is_in(text.word(verb), kPast) &&
        !any_in(text, verb - std::min(verb, kClause), verb, kNotYet)) {
      notes.add(value.mention->core,
                fmt::format("\"{} {}\" is after the publication on {}", text.word(verb),
                            text.written(value.mention->core), format_date(published->begin)),
                {{text.span(verb, verb + 1), "told as done"}},
                "see whether the year or the month is wrong");
    }
  }
}

}  // namespace

void check_date_ranges(const CopyText& text, CopyNotes& notes) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view before = i == 0 ? std::string_view() : text.word(i - 1);
    if (before != "from" && before != "between") {
      check_days(text, i, notes);
    }
    check_years(text, i, notes);
  }
  const std::vector<CopyValue>& values = text.values();
  for (std::size_t k = 1; k < values.size(); ++k) {
    check_dated_ends(text, values[k - 1], values[k], notes);
  }
  check_stretches(text, notes);
}

void check_event_order(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    const auto moments = moments_in(text, sentence);
    for (std::size_t i = 1; i < moments.size(); ++i) {
      check_pair(text, sentence, moments[i - 1], moments[i], notes);
    }
  }
  check_arrests(text, notes);
  check_future(text, notes);
  check_days_apart(text, notes);
  check_courses(text, notes);
}

}  // namespace concord::proofread
