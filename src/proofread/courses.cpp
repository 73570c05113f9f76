// The dates of one course of events: nobody is sentenced before the arrest, or dies before the
// ambulance comes.
#include <algorithm>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/course_stages.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsToDate = 8;  // "graduated from the old school in Osterby in 1985"
constexpr std::size_t kWordsToStep = 5;  // ", and was then formally" between two steps
constexpr int kNearDays = 60;            // apart, dates without a year are of one year

/// Words by which a sentence tells of what has not happened, or of another round of the same.
constexpr std::string_view kOtherwise[] = {
    "first",     "would",      "will",     "due",          "scheduled", "expected",
    "planned",   "plans",      "not",      "never",        "if",        "again",
    "another",   "second",     "previous", "earlier",      "separate",  "retrial",
    "appeal",    "previously", "until",    "posthumously", "prior",     "since",
    "reelected", "re",         "others",   "should",       "could"};
constexpr std::string_view kKin[] = {
    "son",       "daughter", "child",   "children", "father",       "mother", "brother",
    "sister",    "parents",  "husband", "wife",     "sons",         "twins",  "baby",
    "daughters", "brothers", "sisters", "grandson", "granddaughter"};

enum class Form : std::uint8_t { with_year, without_year, weekday };

struct Step {
  StageWords phrase;
  std::size_t begin = 0;  // tokens of the verb
  std::size_t verb_end = 0;
  const CopyValue* date = nullptr;
  std::size_t end = 0;  // behind the date and "of the same year"
  Form form = Form::without_year;
  Timestamp from;
  Timestamp to;
};

bool is_of_law(Stage stage) {
  return stage == Stage::arrested || stage == Stage::charged || stage == Stage::tried ||
         stage == Stage::convicted || stage == Stage::sentenced;
}

std::optional<int> written_year(const CopyText& text, const CopyValue& value) {
  for (std::size_t i = value.tokens.begin; i < value.tokens.end; ++i) {
    const std::string_view word = text.word(i);
    const bool digits =
        word.size() == 4 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && value.time()->begin) {
      return to_civil(*value.time()->begin).year;
    }
  }
  return std::nullopt;
}

/// A word behind the verb from which on a date may be that of something else.
bool leads_away(const CopyText& text, std::size_t i, Stage stage) {
  constexpr std::string_view kAway[] = {
      "after", "before", "following", "when", "for",   "over",  "amid",      "as",    "who", "that",
      "which", "ending", "because",   "by",   "while", "where", "returning", "about", "and"};
  constexpr std::string_view kDeed[] = {"the", "a", "an", "his", "her", "their", "its"};
  const std::string_view word = text.word(i);
  const bool from = word == "from" && stage != Stage::schooled && stage != Stage::left;
  const bool deed =
      is_of_law(stage) ? word.ends_with("ing") || is_in(word, kDeed) : text.value(i) != nullptr;
  const bool other = stage == Stage::begun && (word == "to" || word.ends_with("ing"));
  return is_in(word, kAway) || from || deed || other || stage_at(text, i) != nullptr;
}

/// The date of the verb: the first behind it, unless it may be that of a deed in between ("charged
/// with robbing a bank on May 3").
const CopyValue* date_behind(const CopyText& text, std::size_t i, Stage stage) {
  const std::size_t verb_end = i;
  for (const std::size_t last = i + kWordsToDate; i < last && !text.is_break(i); ++i) {
    const CopyValue* value = text.value(i);
    if (value != nullptr && value->time() != nullptr) {
      // "ended 2019 at $18": a bare year behind the verb is its object.
      const bool object = i == verb_end && written_year(text, *value) && value->tokens.size() == 1;
      return object ? nullptr : value;
    }
    if (leads_away(text, i, stage)) {
      return nullptr;
    }
    i = value != nullptr ? value->tokens.end - 1 : i;
  }
  return nullptr;
}

/// Where "of the same year" or "that year" ends; `i` where it does not stand.
std::size_t same_year_end(const CopyText& text, std::size_t i) {
  std::size_t at = text.word(i) == "of" ? i + 1 : i;
  at += text.word(at) == "the" ? 1 : 0;
  const bool same = text.word(at) == "same" || text.word(at) == "that";
  return same && text.word(at + 1) == "year" ? at + 2 : i;
}

Timestamp in_year(Timestamp time, int years) {
  CivilTime civil = to_civil(time);
  civil.year += years;
  civil.day = civil.month == 2 ? std::min(civil.day, 28) : civil.day;
  return from_civil(civil);
}

/// The step whose verb is at token `i`, with its date; `before` is the step told before it.
std::optional<Step> step_at(const CopyText& text, std::size_t i, const Step* before) {
  const StageWords* phrase = stage_at(text, i);
  if (phrase == nullptr) {
    return std::nullopt;
  }
  Step step;
  step.phrase = *phrase;
  step.begin = i;
  step.verb_end = i + words_in(*phrase);
  step.date = date_behind(text, step.verb_end, phrase->stage);
  const TimeSpan* time = step.date == nullptr ? nullptr : step.date->time();
  // "began at 10 p.m. and ended at 1:30 a.m.": an hour without its day may be the next day's
  const bool hour = time != nullptr && time->has_clock && !time->weekday;
  if (time == nullptr || hour || !time->begin || !time->end || time->offset || !time->mod.empty()) {
    return std::nullopt;
  }
  step.from = *time->begin;
  step.to = *time->end;
  step.end = step.date->tokens.end;
  const bool day_alone = time->weekday && step.date->tokens.size() == 1;
  step.form = written_year(text, *step.date) ? Form::with_year
              : day_alone                    ? Form::weekday
                                             : Form::without_year;
  const std::size_t same = same_year_end(text, step.end);
  if (step.form == Form::without_year && same > step.end) {
    if (before == nullptr || before->form != Form::with_year) {
      return std::nullopt;
    }
    const int years = to_civil(before->from).year - to_civil(step.from).year;
    step.from = in_year(step.from, years);
    step.to = in_year(step.to, years);
    step.form = Form::with_year;
    step.end = same;
  }
  return step;
}

/// The token behind "at the age of 81" or ", aged 81"; `i` where neither stands.
std::size_t behind_age(const CopyText& text, std::size_t i) {
  if (text.word(i) == "at" && text.word(i + 1) == "the" && text.word(i + 2) == "age" &&
      text.value(i + 4) != nullptr) {
    return text.value(i + 4)->tokens.end;
  }
  for (std::size_t at = i; at < i + 4; ++at) {
    if (text.value(at) != nullptr && text.value(at)->quantity() != nullptr &&
        text.value(at)->quantity()->dimension == Dimension::age) {
      return text.value(at)->tokens.end;  // "at the age of 81" and "aged 81" are one value each
    }
  }
  return i;
}

/// "Orth was born in 1951 in a mill near Karst and joined the partisans": "and" and a verb go on
/// with whoever was born, where nobody else is spoken of between.
bool is_coordinated(const CopyText& text, const Step& first, const Step& second) {
  constexpr std::size_t kMost = 12;
  constexpr std::string_view kOthers[] = {"who", "which", "that",  "whose", "where", "when", ".",
                                          "his", "her",   "their", "to",    "whom",  ";"};
  return first.phrase.stage == Stage::born && second.begin > first.end &&
         second.begin - first.end <= kMost && text.word(second.begin - 1) == "and" &&
         !any_in(text, first.end, second.begin, kOthers);
}

/// True if nobody else comes between the two: ", and was then", or "He was" in the next sentence.
bool is_of_same(const CopyText& text, const Step& first, const Step& second, bool opens) {
  constexpr std::string_view kLinks[] = {
      ",",        "and",        "was",     "were", "then", "been", "later",
      "formally", "eventually", "finally", "he",   "she",  "they", "it",
      ".",        ")",          "but",     "also", "only", "is",   "last"};
  if (is_coordinated(text, first, second)) {
    return true;
  }
  if (second.begin <= first.end ||
      second.begin - std::min(behind_age(text, first.end), second.begin) > kWordsToStep) {
    return false;
  }
  constexpr std::string_view kIn[] = {"in", "at", "near"};
  bool place = false;  // "died on March 10 in Osterby and was buried"
  for (std::size_t i = behind_age(text, first.end); i < second.begin; ++i) {
    const bool leads = is_in(text.word(i), kIn) && text.is_capital(i + 1);
    place = leads || (place && text.is_capital(i));
    if (place) {
      continue;
    }
    const bool name = opens && text.is_word(i) && text.is_capital(i);  // "Born in 1990, Anna Holt"
    if (!is_in(text.word(i), kLinks) && !name) {
      return false;
    }
  }
  return true;
}

/// A step told as earlier that lies wholly behind the later one, however its date is read.
bool is_surely_after(const CopyText& text, const Step& earlier, const Step& later, bool told_so) {
  if (!(later.to < earlier.from) && later.to != earlier.from) {
    return false;
  }
  if (earlier.form == Form::with_year && later.form == Form::with_year) {
    return true;
  }
  if (earlier.form == Form::weekday || later.form == Form::weekday) {
    // "taken to a hospital on Monday and died on Sunday" may be six days; a death that is followed
    // by the way to the hospital is told a day apart.  On the day of publication the same
    // weekday may be a week ago.
    const auto published = text.document().published;
    const std::int64_t day = kSecondsPerDay;
    return earlier.form == later.form && !told_so && published &&
           earlier.from.seconds - later.from.seconds <= 2 * day &&
           published->begin.seconds - earlier.from.seconds > day;
  }
  const auto year = year_of(text.document());
  const bool this_year =
      year && to_civil(earlier.from).year == *year && to_civil(later.from).year == *year;
  const bool near = earlier.from.seconds - later.from.seconds < kNearDays * kSecondsPerDay;
  return near && (earlier.form == later.form || this_year);
}

/// True if a sentence ends between the two.
bool is_apart(const CopyText& text, const Step& first, const Step& second) {
  constexpr std::string_view kStop[] = {"."};
  return any_in(text, first.end, second.begin, kStop);
}

void check_steps(const CopyText& text, const Step& first, const Step& second, CopyNotes& notes) {
  for (const Order& order : stage_orders()) {
    const bool told_so = first.phrase.stage == order.earlier && second.phrase.stage == order.later;
    // "The bridge, which opened in 1998, was begun in 2001": what is begun so is the work
    const bool work = (second.phrase.first == "begun" || second.phrase.first == "designed") &&
                      !is_apart(text, first, second);
    const bool reversed = (order.sure || work) && first.phrase.stage == order.later &&
                          second.phrase.stage == order.earlier;
    // "The bridge opened in 2012.  It was closed in 2009": for the works, it may be.
    const bool loose =
        !order.sure && first.phrase.stage > Stage::found && is_apart(text, first, second);
    if (loose || (!told_so && !reversed)) {
      continue;
    }
    const Step& earlier = told_so ? first : second;
    const Step& later = told_so ? second : first;
    if (is_surely_after(text, earlier, later, told_so)) {
      notes.add(text.span(second.date->tokens.begin, second.end),
                fmt::format("\"{}\" ({}) is dated before \"{}\" ({}), which comes first",
                            verb_of(later.phrase), text.written(*later.date),
                            verb_of(earlier.phrase), text.written(*earlier.date)),
                {{text.span(first.date->tokens.begin, first.end), verb_of(first.phrase)}},
                "see which of the two dates is right");
    }
    return;
  }
}

/// "The first patient": which of several, not which time.
bool is_which(const CopyText& text, std::size_t i) {
  constexpr std::string_view kWhich[] = {"first", "second", "earlier"};
  constexpr std::string_view kWhom[] = {"patient", "victim", "man",   "woman", "child",
                                        "suspect", "case",   "boy",   "girl",  "person",
                                        "driver",  "worker", "tower", "hall",  "plant"};
  return i > 0 && text.word(i - 1) == "the" && is_in(text.word(i), kWhich) &&
         is_in(text.word(i + 1), kWhom);
}

bool is_course(const CopyText& text, const Sentence& sentence) {
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (is_in(text.word(i), kOtherwise) && !is_which(text, i)) {
      return false;
    }
  }
  return text.part_of(sentence) != Part::headline;
}

/// The step told last, of whom the next may be told.
struct Course {
  std::optional<Step> before;
  std::size_t paragraph = 0;
  bool kin = false;  // a child or parent is spoken of: who was born cannot be told
};

void follow(const CopyText& text, const Sentence& sentence, Course& course, CopyNotes& notes) {
  if (sentence.paragraph > course.paragraph + 1) {
    course.before.reset();
  }
  course.paragraph = sentence.paragraph;
  course.kin = any_in(text, sentence.tokens.begin, sentence.tokens.end, kKin) ||
               (course.before && course.kin);
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    std::optional<Step>& before = course.before;
    const auto step = step_at(text, i, before ? &*before : nullptr);
    if (!step) {
      continue;
    }
    const bool opens = before && before->begin == sentence.tokens.begin;
    const bool anyone = before && before->phrase.stage == Stage::born && course.kin;
    if (before && !anyone && is_of_same(text, *before, *step, opens)) {
      check_steps(text, *before, *step, notes);
    }
    before = step;
    i = step->end - 1;
  }
}

}  // namespace

void check_courses(const CopyText& text, CopyNotes& notes) {
  Course course;
  for (const Sentence& sentence : text.sentences()) {
    if (text.values_in(sentence).empty() || !is_course(text, sentence)) {
      course = {};
      continue;
    }
    follow(text, sentence, course, notes);
  }
}

}  // namespace concord::proofread
