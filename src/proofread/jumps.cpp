// Numbers that grow by more than they can: "from 120 on Monday to 12,000 on Tuesday".
#include <cmath>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr double kLeap = 50;   // times as many within days
constexpr double kFewest = 5;  // from one or two, anything may follow

bool leaps(const CopyValue& from, const CopyValue& to) {
  return number_of(from) >= kFewest && number_of(to) >= kLeap * number_of(from);
}

void tell(const CopyText& text, const CopyValue& from, const CopyValue& to, CopyNotes& notes) {
  notes.add(to.mention->core,
            fmt::format("from {} to {} is {} times as many", text.written(from.mention->core),
                        text.written(to.mention->core), shown(number_of(to) / number_of(from))),
            {{from.mention->core, "before"}}, "see how many zeros are meant");
}

bool is_weekday(const CopyText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const CopyValue* value = text.value(i);
    if (value != nullptr && value->time() != nullptr && value->time()->weekday) {
      return true;
    }
  }
  return false;
}

/// True if the greater number is the lesser one with three zeros more: "120", "120,000".  A round
/// one may grow so.
bool has_zeros_more(const CopyValue& from, const CopyValue& to) {
  constexpr double kThousand = 1000;
  constexpr double kBase = 10;
  double digits = number_of(from);
  while (digits >= kBase && std::fmod(digits, kBase) == 0) {
    digits /= kBase;
  }
  return digits >= kBase && number_of(to) == kThousand * number_of(from);
}

/// True if the sentence says that what grew had time to: "since 1990", "over two decades".
bool has_long(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kLong[] = {"years",     "year",  "decade", "decades", "century",
                                        "centuries", "since", "ago",    "months"};
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (text.word(i).size() == 4 &&
        (text.word(i).starts_with("19") || text.word(i).starts_with("20"))) {
      return true;
    }
  }
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kLong);
}

/// Behind the numbers: "in a week", "within days", "overnight".
bool is_at_once(const CopyText& text, std::size_t i) {
  constexpr std::string_view kLead[] = {"in", "within", "over"};
  constexpr std::string_view kShort[] = {"hours", "hour", "day", "days", "week", "weeks"};
  constexpr std::size_t kReach = 5;
  bool led = false;
  for (const std::size_t last = i + kReach; i < last && !text.is_break(i); ++i) {
    led = led || is_in(text.word(i), kLead);
    if (text.word(i) == "overnight" || (led && is_in(text.word(i), kShort))) {
      return true;
    }
  }
  return false;
}

/// "rose from 120 on Monday to 12,000 on Tuesday"; "from 120 to 120,000" of any time that is not
/// said to be long.
void check_from_and_to(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::size_t kReach = 6;
  const auto counts = counts_in(text, sentence);
  for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
    const CopyValue& from = *counts[i];
    const CopyValue& to = *counts[i + 1];
    const bool led = from.tokens.begin > 0 && text.word(from.tokens.begin - 1) == "from" &&
                     text.word(to.tokens.begin - 1) == "to";
    const auto soon = [&] {
      const bool days = is_weekday(text, from.tokens.end, to.tokens.begin) &&
                        is_weekday(text, to.tokens.end, to.tokens.end + kReach);
      return days || is_at_once(text, to.tokens.end) ||
             (has_zeros_more(from, to) && !has_long(text, sentence));
    };
    if (led && leaps(from, to) && soon()) {
      tell(text, from, to, notes);
    }
  }
}

/// The one number of dead told before token `end`; nullptr where there are several or none.
const CopyValue* dead_before(const CopyText& text, std::size_t end) {
  constexpr std::string_view kDead[] = {"died", "dead", "killed", "deaths", "killing"};
  const CopyValue* found = nullptr;
  for (const Sentence& sentence : text.sentences()) {
    const auto counts = counts_in(text, sentence);
    if (sentence.tokens.end > end || counts.empty() || text.part_of(sentence) == Part::headline ||
        !any_in(text, sentence.tokens.begin, sentence.tokens.end, kDead)) {
      continue;
    }
    if (counts.size() > 1 || found != nullptr) {
      return nullptr;
    }
    found = counts.front();
  }
  return found;
}

/// "12 people died ... By evening the death toll had risen to 1,200".
void check_toll(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kRisen[] = {"risen", "rose", "climbed", "jumped", "stood"};
  const auto counts = counts_in(text, sentence);
  if (counts.size() != 1 || counts[0]->tokens.begin < 3) {
    return;
  }
  const std::size_t to = counts[0]->tokens.begin - 1;
  std::size_t toll = sentence.tokens.begin;
  while (toll < to && !(text.word(toll) == "death" && text.word(toll + 1) == "toll")) {
    ++toll;
  }
  const bool risen = text.word(to) == "to" && is_in(text.word(to - 1), kRisen);
  const CopyValue* before =
      risen && toll < to && to - toll < 5 ? dead_before(text, sentence.tokens.begin) : nullptr;
  if (before != nullptr && leaps(*before, *counts[0])) {
    tell(text, *before, *counts[0], notes);
  }
}

}  // namespace

void check_jumps(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_from_and_to(text, sentence, notes);
    check_toll(text, sentence, notes);
  }
}

}  // namespace concord::proofread
