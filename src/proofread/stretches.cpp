// Lengths of time: from one hour of a day to another, and of terms that make one.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// A length told exactly, in whole or broken units; 0 for any other value.
double exact_length(const CopyValue& value, std::string_view unit) {
  const Duration* duration = value.duration();
  const bool exact = duration != nullptr && duration->amount && duration->unit == unit &&
                     duration->hedge == Hedge::exact;
  return exact ? duration->amount->to_double() : 0;
}

// -- from one hour to another

/// When something begins and ends, in one sentence that tells no other hour.
struct Hours {
  const CopyValue* from = nullptr;
  const CopyValue* to = nullptr;
  const CopyValue* length = nullptr;
};

/// A time of day and no day.
bool is_hour(const CopyValue& value) {
  const TimeSpan* time = value.time();
  return time != nullptr && time->has_clock && !time->weekday && time->begin && time->end &&
         time->mod.empty();
}

/// The hours from the one to the other, at most a day.
double hours_between(const CopyValue& from, const CopyValue& to) {
  constexpr double kHour = 3600;
  constexpr double kDay = 24;
  const double hours =
      static_cast<double>(to.time()->begin->seconds - from.time()->begin->seconds) / kHour;
  return hours - kDay * std::floor(hours / kDay);
}

bool is_led_by(const CopyText& text, const Sentence& sentence, const CopyValue& value,
               std::span<const std::string_view> words) {
  constexpr std::size_t kReach = 4;
  const std::size_t end = value.tokens.begin;
  const std::size_t begin =
      std::max<std::size_t>(sentence.tokens.begin, end - std::min(end, kReach));
  return any_in(text, begin, end, words);
}

Hours hours_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kBegan[] = {"began", "started", "opened", "begins", "starts",
                                         "opens", "left",    "sailed", "leaves", "departed"};
  constexpr std::string_view kEnded[] = {"ended",  "finished", "closed",  "ends",   "closes",
                                         "docked", "finishes", "arrived", "reached"};
  Hours hours;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (is_hour(value)) {
      const bool first = hours.from == nullptr && is_led_by(text, sentence, value, kBegan);
      const bool second = !first && hours.from != nullptr && hours.to == nullptr &&
                          is_led_by(text, sentence, value, kEnded);
      if (!first && !second) {
        return {};
      }
      (first ? hours.from : hours.to) = &value;
    } else if (exact_length(value, "hour") > 0) {
      if (hours.length != nullptr) {
        return {};
      }
      hours.length = &value;
    } else {
      return {};  // another day, or a number of something
    }
  }
  return hours;
}

/// Clocks of two zones; hours of something else than the way.
bool may_be_elsewhere(const CopyText& text, const Sentence& sentence, const CopyValue& length) {
  constexpr std::string_view kFlown[] = {"flight",  "flights",  "plane", "jet",    "aircraft",
                                         "airport", "airline",  "flew",  "landed", "helicopter",
                                         "airbus",  "aviation", "time"};
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kFlown) ||
         text.word(length.tokens.end) == "of";
}

/// "began at 6 a.m. and ended at 2 p.m., after ten hours"; "left at 9 a.m. and docked at 1 p.m.,
/// after six hours", where a border may lie between.
void check_hours(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kOtherwise[] = {"about",  "nearly", "almost",     "next",    "break",
                                             "early",  "later",  "following",  "planned", "local",
                                             "than",   "over",   "some",       "shortly", "pause",
                                             "around", "within", "interrupted"};
  constexpr double kRoundly = 0.5;
  constexpr double kOneZone = 1.0;
  constexpr std::string_view kWay[] = {"left",   "sailed",  "leaves", "departed",
                                       "docked", "arrived", "reached"};
  constexpr std::string_view kClause[] = {";"};  // "; in Asia it lasted ten hours"
  const Hours hours = hours_in(text, sentence);
  if (hours.from == nullptr || hours.to == nullptr || hours.length == nullptr ||
      any_in(text, sentence.tokens.begin, sentence.tokens.end, kClause) ||
      any_in(text, sentence.tokens.begin, sentence.tokens.end, kOtherwise)) {
    return;
  }
  const bool way = any_in(text, sentence.tokens.begin, sentence.tokens.end, kWay);
  const double right = hours_between(*hours.from, *hours.to);
  if ((way && may_be_elsewhere(text, sentence, *hours.length)) ||
      std::abs(right - exact_length(*hours.length, "hour")) <= kRoundly + (way ? kOneZone : 0)) {
    return;
  }
  notes.add(
      hours.length->mention->core,
      fmt::format("from {} to {} is {} hours, not {}", text.written(*hours.from),
                  text.written(*hours.to), shown(right), text.written(*hours.length)),
      {{hours.from->mention->core, "when it began"}, {hours.to->mention->core, "when it ended"}},
      "see which of the three is wrong");
}

// -- so much later

/// "at 9:10 a.m. and vanished from radar 25 minutes later, at 9:45 a.m.": the only two hours of a
/// sentence, and how long the one is behind the other.
void check_later(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kElse[] = {"about", "nearly", "almost",  "some",   "around",  "local",
                                        "than",  "over",   "landed",  "time",   "roughly", "just",
                                        "early", "within", "between", "shortly"};
  constexpr double kMinute = 1.0 / 60;
  constexpr double kSlack = 1.01;  // minutes
  std::vector<const CopyValue*> hours;
  const CopyValue* later = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    const TimeSpan* time = value.time();
    if (time != nullptr && time->offset && !time->before_anchor && later == nullptr &&
        text.word(value.tokens.end - 1) == "later") {
      later = &value;
    } else if (is_hour(value)) {
      const bool stamp = value.tokens.begin == sentence.tokens.begin &&
                         text.is_capital(value.tokens.end);  // "12:05 The fire service was"
      if (!stamp) {
        hours.push_back(&value);
      }
    } else if (time != nullptr) {
      return;
    }
  }
  if (later == nullptr || hours.size() != 2 || text.in_quotes(later->tokens.begin) ||
      any_in(text, sentence.tokens.begin, sentence.tokens.end, kElse)) {
    return;
  }
  const Duration& told = *later->time()->offset;
  const bool beside = later->tokens.end + 2 >= hours[1]->tokens.begin &&
                      hours[1]->tokens.end + 1 >= later->tokens.begin;
  const bool minutes = told.unit == "minute";
  constexpr double kHour = 3600;
  const double length = told.nominal_seconds ? told.nominal_seconds->to_double() / kHour : 0;
  const bool plain = told.hedge == Hedge::exact || told.hedge == Hedge::rounded;
  if (!beside || !plain || length < kMinute || length >= 24) {
    return;
  }
  const double right = hours_between(*hours[0], *hours[1]);
  if (std::abs(right - length) > (minutes ? kSlack * kMinute : 0.5)) {
    notes.add(
        later->mention->core,
        fmt::format("from {} to {} is {}, not {}", text.written(*hours[0]), text.written(*hours[1]),
                    minutes && right < 2 ? fmt::format("{} minutes", shown(right / kMinute))
                                         : fmt::format("{} hours", shown(right)),
                    text.written(*later)),
        {{hours[0]->mention->core, "one hour"}, {hours[1]->mention->core, "the other"}},
        "see which of the three is wrong");
  }
}

// -- terms that make one

/// The parts "five years for robbery, four for assault and two for fraud" from token `i` on, to the
/// end of the sentence; none where anything else stands between them.
std::vector<const CopyValue*> terms_at(const CopyText& text, const Sentence& sentence,
                                       std::size_t i, std::string_view unit) {
  constexpr std::size_t kWords = 8;
  std::vector<const CopyValue*> terms;
  while (i < sentence.tokens.end) {
    const CopyValue* value = text.value(i);
    const Quantity* bare = value == nullptr ? nullptr : value->quantity();
    const bool number = bare != nullptr && bare->dimension == Dimension::count && bare->nominal &&
                        bare->hedge == Hedge::exact && !terms.empty();
    if (value == nullptr || (!number && exact_length(*value, unit) == 0) ||
        text.word(value->tokens.end) != "for") {
      return {};
    }
    terms.push_back(value);
    constexpr std::string_view kAnd[] = {"and"};
    const std::size_t end = after_words(text, value->tokens.end, kWords, kAnd);
    if (text.word(end) == "." || end >= sentence.tokens.end) {
      return terms;
    }
    i = end + (text.word(end) == "," ? 1 : 0);
    i += is_in(text.word(i), kAnd) ? 1 : 0;
    if (i == end) {
      return {};
    }
  }
  return terms;
}

double number_in(const CopyValue& term, std::string_view unit) {
  const double length = exact_length(term, unit);
  return length > 0 ? length : term.quantity()->nominal->to_double();
}

/// "a total of 12 years: five years for robbery, four for assault and two for fraud".
void check_terms(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::size_t kToMark = 5;
  for (const CopyValue& whole : text.values_in(sentence)) {
    const std::size_t begin = whole.tokens.begin;
    const std::string unit = whole.duration() == nullptr ? std::string() : whole.duration()->unit;
    const double all = unit == "year" || unit == "month" ? exact_length(whole, unit) : 0;
    std::size_t mark = whole.tokens.end;
    while (mark < whole.tokens.end + kToMark && !text.is_break(mark)) {
      ++mark;
    }
    const bool total = begin > 1 && text.word(begin - 1) == "of" && text.word(begin - 2) == "total";
    const auto terms = all > 0 && total && (text.word(mark) == ":" || text.is_dash(mark))
                           ? terms_at(text, sentence, mark + 1, unit)
                           : std::vector<const CopyValue*>();
    double sum = 0;
    std::vector<SlipLabel> labels;
    for (const CopyValue* term : terms) {
      sum += number_in(*term, unit);
      labels.push_back({term->mention->core, "a part"});
    }
    if (terms.size() > 1 && sum != all) {
      notes.add(whole.mention->core,
                fmt::format("{} is not the sum of its parts, which are {} {}s", text.written(whole),
                            shown(sum), unit),
                std::move(labels),
                "see which of the numbers is wrong, or whether a part is missing");
    }
  }
}

// -- an average

/// "sold 600 bicycles in six months, an average of 120 a month".
void check_average(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kIn[] = {"in", "over", "within"};
  constexpr std::string_view kPer[] = {"a", "per", "each"};
  constexpr double kRoundly = 0.12;
  const auto values = text.values_in(sentence);
  for (std::size_t k = 2; k < values.size(); ++k) {
    const CopyValue& each = values[k];
    const CopyValue& length = values[k - 1];
    const std::size_t begin = each.tokens.begin;
    const Duration* duration = length.duration();
    const double units = duration == nullptr ? 0 : exact_length(length, duration->unit);
    const bool average = text.word(begin) == "an" && text.word(begin + 1) == "average" &&
                         text.word(begin - 1) == "," && length.tokens.end == begin - 1;
    const bool rate = units > 1 && is_in(text.word(each.tokens.end), kPer) &&
                      text.word(each.tokens.end + 1) == duration->unit;
    const bool led = length.tokens.begin > 0 && is_in(text.word(length.tokens.begin - 1), kIn);
    const Quantity* all = values[k - 2].quantity();
    const Quantity* one = each.quantity();
    if (!average || !rate || !led || all == nullptr || one == nullptr || !all->nominal ||
        !one->nominal || all->dimension != one->dimension || all->unit != one->unit) {
      continue;
    }
    const double right = all->nominal->to_double() / units;
    const double told = one->nominal->to_double();
    if (std::abs(right - told) > kRoundly * std::max(right, told)) {
      notes.add(each.mention->core,
                fmt::format("{} in {} are {} a {}, not {}",
                            text.written(values[k - 2].mention->core), text.written(length),
                            shown(right), duration->unit, text.written(each.mention->core)),
                {{values[k - 2].mention->core, "all of them"}, {length.mention->core, "the time"}},
                "see which of the three is wrong");
    }
  }
}

}  // namespace

void check_averages(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_average(text, sentence, notes);
  }
}

void check_stretches(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_hours(text, sentence, notes);
    check_later(text, sentence, notes);
  }
}

void check_term_sums(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_terms(text, sentence, notes);
  }
}

}  // namespace concord::proofread
