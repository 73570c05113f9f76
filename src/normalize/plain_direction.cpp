#include <array>
#include <string_view>

#include "normalize/times.h"

namespace concord::normalize {
namespace {

// What is held on a day told beforehand: "agreed a vote on April 9" tells the day of the vote.
bool is_appointment(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 46> kNouns = {
      "vote",     "election",   "elections",  "hearing",   "meeting",  "summit",
      "trial",    "match",      "game",       "games",     "race",     "conference",
      "deadline", "launch",     "poll",       "polls",     "visit",    "talks",
      "festival", "concert",    "primary",    "primaries", "debate",   "referendum",
      "session",  "date",       "appearance", "final",     "finals",   "fight",
      "contest",  "congress",   "opening",    "closing",   "wedding",  "funeral",
      "strike",   "rally",      "march",      "parade",    "ceremony", "appointment",
      "inquest",  "sentencing", "runoff",     "event"};
  return scan.says_any(at, kNouns);
}

// What has happened when it is talked of: "will appeal the ruling in February".
bool is_happening(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 17> kNouns = {
      "ruling", "verdict", "decision", "vote",   "election", "attack",
      "blast",  "crash",   "killing",  "death",  "shooting", "incident",
      "defeat", "loss",    "victory",  "arrest", "raid"};
  return scan.says_any(at, kNouns);
}

// Verbs whose time may be another's: what was said, ordered or put off was so for a day to come.
bool reports_or_plans(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 60> kVerbs = {
      "said",        "told",      "announced", "reported",  "asked",    "agreed",   "set",
      "scheduled",   "called",    "ordered",   "decided",   "pledged",  "promised", "vowed",
      "moved",       "delayed",   "postponed", "extended",  "invited",  "urged",    "warned",
      "predicted",   "planned",   "expected",  "intended",  "wanted",   "hoped",    "proposed",
      "suggested",   "confirmed", "added",     "noted",     "insisted", "stated",   "booked",
      "fixed",       "picked",    "slated",    "demanded",  "required", "needed",   "allowed",
      "backed",      "opposed",   "rejected",  "supported", "changed",  "canceled", "cancelled",
      "aimed",       "prepared",  "sought",    "due",       "supposed", "meant",    "believed",
      "rescheduled", "targeted",  "faced",     "summoned"};
  return scan.says_any(at, kVerbs);
}

// Words after which the time may belong to another clause or to a noun.
bool parts_clauses(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "for",   "to",    "ahead", "before",  "until",  "of",  "after", "who",
      "which", "that",  "about", "over",    "from",   "but", "if",    "because",
      "when",  "while", "as",    "whether", "unless", "by"};
  return scan.mark(at, ',') || scan.mark(at, ';') || scan.mark(at, ':') || scan.mark(at, '"') ||
         scan.dash(at) || scan.says_any(at, kWords);
}

// The last word before "on", "in early", "the" that lead the time; nothing where none leads it.
std::optional<std::uint32_t> before_lead(const Scan& scan, std::uint32_t at) {
  std::uint32_t lead = at;
  while (lead > 0 && (scan.is(lead - 1, Cue::the) || scan.is(lead - 1, Cue::early) ||
                      scan.is(lead - 1, Cue::late) || scan.dash(lead - 1))) {
    --lead;
  }
  const bool led = lead > 1 && (scan.is(lead - 1, Cue::on) || scan.is(lead - 1, Cue::in));
  return led ? std::optional(lead - 2) : std::nullopt;
}

bool is_past_copula(const Scan& scan, std::uint32_t at) {
  return scan.says(at, "was") || scan.says(at, "were");
}

// "were expecting a child in May": what went on may aim at a day to come
bool goes_on(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  return shape.size() > 4 && shape.ends_with("ing") && scan.noun_like(at);
}

bool is_pronoun(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 12> kPronouns = {
      "it", "he", "she", "they", "we", "i", "him", "her", "them", "us", "who", "both"};
  return scan.says_any(at, kPronouns);
}

bool is_past_verb(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  const bool regular = shape.size() > 4 && shape.ends_with("ed") && !shape.ends_with("eed") &&
                       scan.is_word(at) && !scan.token(at).capital;
  static constexpr std::array<std::string_view, 7> kOther = {"ago",  "dead",    "earlier", "since",
                                                             "been", "started", "had"};
  return regular || (scan.has(at, past) && !scan.says_any(at, kOther));
}

// "resigned in May", "died in Brisk on April 9": a verb of no object; "ads booked in May" were
// booked for it
bool acts_alone(const Scan& scan, std::uint32_t verb, std::uint32_t end) {
  static constexpr std::array<std::string_view, 28> kVerbs = {
      "died",     "resigned", "arrived",   "happened", "occurred", "opened", "began",
      "ended",    "started",  "fell",      "rose",     "came",     "went",   "met",
      "erupted",  "retired",  "collapsed", "crashed",  "exploded", "sank",   "emerged",
      "returned", "failed",   "married",   "won",      "lost",     "voted",  "closed"};
  const std::uint32_t begin = verb + 1;
  const bool placed = scan.is(begin, Cue::in) || scan.is(begin, Cue::at);
  for (std::uint32_t i = begin + (placed ? 1U : 0U); i < end; ++i) {
    if (!placed || !scan.name_like(i)) {
      return false;
    }
  }
  return scan.says_any(verb, kVerbs) || is_pronoun(scan, verb - 1);
}

// "it", "the bill", "a new law": the object of an active verb before its time; "convicted last year
// faces trial" has another verb.
bool is_plain_object(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 4;
  if (end - begin == 1 && is_pronoun(scan, begin)) {
    return true;
  }
  const Cue first = scan.cue(begin);
  const bool determined = first == Cue::the || first == Cue::a || first == Cue::his;
  return determined && end - begin <= kLongest && end - begin > 1 &&
         !scan.spelling(end - 1).ends_with('s');
}

bool speaks_of_future(const Scan& scan, std::uint32_t end) {
  for (std::uint32_t i = 0; i < end; ++i) {
    const bool name = scan.word(i).month != 0 && scan.token(i).capital;
    if ((scan.has(i, future) && !name) || scan.says(i, "if") || scan.says(i, "whether")) {
      return true;
    }
  }
  return false;
}

// "fell to 1.2m in May", "rose 3 per cent in April": figures alone stand between
bool moved_then(const Scan& scan, std::uint32_t last) {
  constexpr std::uint32_t kReach = 9;
  static constexpr std::array<std::string_view, 12> kBetween = {
      "to", "by", "from", "about", "nearly", "percent", "per", "cent", "points", "m", "bn", "a"};
  std::uint32_t at = last;
  while (at > 0 && last - at < kReach &&
         (scan.is_number(at) || scan.word(at).number != NumberRole::none || scan.mark(at, '%') ||
          scan.mark(at, '$') || scan.says_any(at, kBetween))) {
    --at;
  }
  return at != last && (scan.has(at, goes_up) || scan.has(at, goes_down)) && is_past_verb(scan, at);
}

// "was passed in May", "approved it on April 9", "died in Brisk on April 9"
bool happened_then(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kReach = 7;
  const auto last = before_lead(scan, at);
  if (!last || is_appointment(scan, *last) || speaks_of_future(scan, at)) {
    return false;
  }
  if (moved_then(scan, *last)) {
    return true;
  }
  for (std::uint32_t i = *last + 1; i-- > 0 && i + kReach > *last;) {
    if (parts_clauses(scan, i) || reports_or_plans(scan, i)) {
      return false;
    }
    if (is_past_copula(scan, i)) {
      return !goes_on(scan, i + 1) && !goes_on(scan, i + 2);
    }
    if (is_past_verb(scan, i) && !(i > 0 && is_past_copula(scan, i - 1))) {
      const bool subject =
          i > 0 && (is_pronoun(scan, i - 1) || scan.noun_like(i - 1) || scan.name_like(i - 1));
      return subject && (acts_alone(scan, i, *last + 1) || is_plain_object(scan, i + 1, *last + 1));
    }
  }
  return false;
}

// "In May he resigned", "On April 9 the court was closed"
bool opens_past(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kReach = 12;
  const bool opens = at <= 2 && (scan.is(0, Cue::in) || scan.is(0, Cue::on));
  if (!opens || speaks_of_future(scan, scan.size())) {
    return false;
  }
  for (std::uint32_t i = at + 1; i < scan.size() && i <= at + kReach; ++i) {
    if (reports_or_plans(scan, i)) {
      return false;
    }
    if (is_past_copula(scan, i)) {
      return !reports_or_plans(scan, i + 1);
    }
    if (is_past_verb(scan, i)) {
      return is_pronoun(scan, i - 1);
    }
  }
  return false;
}

// "is due", "are set", "plans", before "to" or the time itself: what is still to come
bool is_planned(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 13> kPlans = {
      "plans", "plan",    "intends", "intend", "hopes", "hope", "aims",
      "aim",   "expects", "expect",  "vows",   "is",    "are"};
  static constexpr std::array<std::string_view, 9> kDue = {
      "due", "set", "scheduled", "expected", "slated", "going", "likely", "planned", "poised"};
  const bool due =
      scan.says_any(at, kDue) && at > 0 && (scan.says(at - 1, "is") || scan.says(at - 1, "are"));
  return due || scan.says_any(at, kPlans);
}

// "takes effect", "comes into force"
bool takes_effect(const Scan& scan, std::uint32_t last) {
  const bool effect =
      scan.says(last, "effect") || scan.says(last, "force") || scan.says(last, "place");
  const std::uint32_t verb = last - (scan.says(last - 1, "into") ? 2U : 1U);
  static constexpr std::array<std::string_view, 7> kVerbs = {"takes", "take",   "comes", "come",
                                                             "goes",  "enters", "enter"};
  return effect && last >= 2 && scan.says_any(verb, kVerbs);
}

// "expire on July 31", "closes on May 4": the present of what is arranged
bool is_due_then(const Scan& scan, std::uint32_t last) {
  static constexpr std::array<std::string_view, 14> kVerbs = {
      "expire", "expires", "lapse", "lapses", "end",    "ends",    "begin",
      "begins", "starts",  "opens", "closes", "reopen", "reopens", "resumes"};
  return scan.says_any(last, kVerbs) && last > 0 &&
         (scan.is_word(last - 1) || scan.mark(last - 1, ',')) && !scan.is(last - 1, Cue::the) &&
         !scan.is(last - 1, Cue::of) && !scan.is(last - 1, Cue::his);
}

// "will be passed in February", "takes effect in January", "the election is in November"
bool will_happen_then(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kReach = 8;
  const auto last = before_lead(scan, at);
  if (!last || is_happening(scan, *last)) {
    return false;
  }
  if ((is_planned(scan, *last) && !scan.says(*last, "plan")) || takes_effect(scan, *last) ||
      is_due_then(scan, *last)) {
    return true;
  }
  for (std::uint32_t i = *last + 1; i-- > 0 && i + kReach > *last;) {
    if (scan.says(i, "will") || scan.says(i, "shall")) {
      return !scan.says(i + 1, "have") && !scan.says(i + 2, "have");
    }
    if (i > 0 && scan.is(i, Cue::to) && is_planned(scan, i - 1)) {
      return !scan.says(i + 1, "have");
    }
    if (parts_clauses(scan, i)) {
      return false;
    }
  }
  return false;
}

}  // namespace

std::optional<Prefer> plain_direction(const Scan& scan, std::uint32_t at) {
  if (at > 0 && scan.is(at - 1, Cue::since)) {
    return Prefer::past;
  }
  if (will_happen_then(scan, at)) {
    return Prefer::future;
  }
  return happened_then(scan, at) || opens_past(scan, at) ? std::optional(Prefer::past)
                                                         : std::nullopt;
}

}  // namespace concord::normalize
