#include <array>
#include <string_view>

#include "normalize/times.h"

namespace concord::normalize {
namespace {

// A verb with the regular ending: "predicted", "attended".
bool in_past_tense(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  return shape.size() > 4 && shape.ends_with("ed") && scan.is_word(at) && !scan.token(at).capital &&
         !shape.ends_with("eed");
}

// "I'll", "they'll"
bool is_shall(const Scan& scan, std::uint32_t at) {
  const std::string_view shape = scan.spelling(at);
  return shape.size() > 3 && shape.ends_with("ll") &&
         (shape[shape.size() - 3] == '\'' || shape.substr(0, shape.size() - 2).ends_with("’"));
}

}  // namespace

namespace {

// The word after which "9am on" leads a day: of "until 9am on Wednesday" that of "9am".
std::uint32_t past_clock_before(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kMost = 6;
  std::uint32_t first = at;
  const auto in_clock = [&](std::uint32_t i) {
    const Cue cue = scan.cue(i);
    return scan.is_number(i) || cue == Cue::am || cue == Cue::pm || cue == Cue::noon ||
           cue == Cue::midnight || cue == Cue::on || scan.mark(i, ':');
  };
  while (first > 0 && at - first < kMost && in_clock(first - 1)) {
    --first;
  }
  return first;
}

// "until Tuesday", "until 9am on Tuesday", "as soon as Tuesday"; "Until Tuesday, they had ..."
// opens a sentence about the past.
bool is_pending(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = past_clock_before(scan, at);
  if (first > 0 && scan.is(first - 1, Cue::until)) {
    return first > 1;
  }
  return scan.is(at - 1, Cue::as) && (scan.says(at - 2, "soon") || scan.says(at - 2, "early"));
}

// "also", "not", "finally" between the parts of a verb
bool is_adverb(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kAdverbs = {"also", "still", "not",  "then",
                                                               "now",  "again", "soon", "once"};
  const bool manner = scan.is_word(at) && scan.spelling(at).ends_with("ly");
  return manner || scan.says_any(at, kAdverbs);
}

// The part of the verb before `at`.
std::uint32_t verb_part_before(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kMostAdverbs = 3;
  std::uint32_t before = at - 1;
  for (std::uint32_t i = 0; i < kMostAdverbs && before > 0 && is_adverb(scan, before); ++i) {
    --before;
  }
  return before;
}

bool is_modal(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kModals = {"will",  "would", "must",  "should",
                                                              "could", "may",   "might", "can"};
  return scan.says_any(at, kModals) || is_shall(scan, at);
}

// "appears to be killed": how things seem, no plan
bool tells_seeming(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 12> kSeeming = {
      "appears", "appeared", "appear",   "seems", "seemed",  "believed",
      "thought", "known",    "reported", "said",  "claimed", "found"};
  return scan.says_any(at, kSeeming);
}

// "Neither he nor she could be reached", "no one could be found": what did not come about
bool is_denied(const Scan& scan, std::uint32_t modal) {
  constexpr std::uint32_t kReach = 6;
  static constexpr std::array<std::string_view, 6> kNone = {"neither", "nor",  "nobody",
                                                            "no",      "none", "never"};
  for (std::uint32_t i = 1; i <= modal && i <= kReach; ++i) {
    if (scan.says_any(modal - i, kNone)) {
      return scan.says(modal, "could");
    }
  }
  return false;
}

// The participle of what is still to come: "will be released", "is to be repaid", "could also be
// named"
bool is_to_come(const Scan& scan, std::uint32_t participle) {
  const std::uint32_t be = verb_part_before(scan, participle);
  if (participle == 0 || !scan.says(be, "be")) {
    return false;
  }
  const std::uint32_t lead = verb_part_before(scan, be);
  const bool denied =
      (scan.says(be - 1, "not") && scan.says(lead, "could")) || is_denied(scan, lead);
  return (is_modal(scan, lead) && !denied) ||
         (scan.is(lead, Cue::to) && !tells_seeming(scan, lead - 1));
}

// "had been expected", "should have left": it did not come about, or did already
bool is_lapsed(const Scan& scan, std::uint32_t at) {
  const bool perfect = (scan.says(at + 1, "have") || scan.says(at + 2, "have")) &&
                       !scan.says(at, "will") && !scan.says(at, "shall");
  return perfect || (scan.says(at - 1, "been") && scan.says(at - 2, "had"));
}

// "is to meet", "are to vote"
bool is_appointed(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 4> kBe = {"is", "are", "was", "were"};
  return scan.is(at, Cue::to) && scan.says_any(at - 1, kBe) && scan.noun_like(at + 1) &&
         scan.word(at + 1).number == NumberRole::none;
}

// "takes place", "plan to leave", "forecast to land", "go to the polls", "talks resume": the
// present of what is arranged
bool is_arranged(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 4> kGo = {"go", "goes", "head", "heads"};
  static constexpr std::array<std::string_view, 9> kSet = {
      "resume", "reopen", "convene", "expire", "begin", "start", "open", "close", "lapse"};
  static constexpr std::array<std::string_view, 8> kAgainst = {"play",  "plays", "face", "faces",
                                                               "hosts", "host",  "meet", "meets"};
  static constexpr std::array<std::string_view, 5> kSetOut = {"flies", "travels", "departs",
                                                              "sails", "arrives"};
  if (scan.is(at + 1, Cue::to)) {
    const bool polls = scan.is(at + 2, Cue::the) && scan.says(at + 3, "polls");
    return scan.says(at, "plan") || scan.says(at, "forecast") || (polls && scan.says_any(at, kGo));
  }
  // "talks resume Monday", "schools reopen in May"
  const bool many = at > 0 && scan.is_word(at - 1) && scan.spelling(at - 1).ends_with('s') &&
                    !scan.is(at - 1, Cue::s);  // "Friday's close"
  // "Ireland play Wales on Saturday", "the squad flies out on Friday"
  const bool against = at > 0 && scan.name_like(at - 1) && scan.name_like(at + 1);
  const bool lasts = (scan.says(at, "lasts") || scan.says(at, "runs")) &&
                     (scan.is(at + 1, Cue::from) || scan.is(at + 1, Cue::until));
  return (many && scan.says_any(at, kSet)) || (against && scan.says_any(at, kAgainst)) ||
         scan.says_any(at, kSetOut) || lasts ||
         (scan.says(at, "takes") && scan.says(at + 1, "place"));
}

// "Monday's ruling", "Friday's deadly attack": what is talked of has happened
bool is_told_of(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 20> kHappened = {
      "ruling", "verdict",   "decision",   "attack",  "attacks",  "blast",    "bombing",
      "crash",  "killing",   "killings",   "death",   "deaths",   "shooting", "incident",
      "defeat", "explosion", "earthquake", "assault", "massacre", "raid"};
  return scan.is(at + 1, Cue::s) && (scan.says_any(at + 2, kHappened) ||
                                     (scan.noun_like(at + 2) && scan.says_any(at + 3, kHappened)));
}

// "extended to Friday", "put off to Monday"
bool is_put_off(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kPutOff = {
      "extended", "postponed", "delayed", "moved", "rescheduled", "deferred", "off", "back"};
  return scan.is(at - 1, Cue::to) && at > 2 && scan.says_any(at - 2, kPutOff);
}

// A verb that says when: future auxiliaries and plans, else the past tense.
std::optional<Prefer> verb_direction(const Scan& scan, std::uint32_t at) {
  if (!scan.is_word(at)) {
    return std::nullopt;
  }
  const Word& word = scan.word(at);
  const bool name = word.month != 0 && scan.token(at).capital;  // "May"
  const bool plans = word.has(future) && word.cue != Cue::next && !name;
  if (plans || is_shall(scan, at) || (scan.says(at, "set") && scan.says(at + 1, "to"))) {
    return is_lapsed(scan, at) ? Prefer::past : Prefer::future;
  }
  if (is_appointed(scan, at) || is_arranged(scan, at)) {
    return Prefer::future;
  }
  if (!word.has(past) && !in_past_tense(scan, at)) {
    return std::nullopt;
  }
  const bool infinitive = scan.is(at - 1, Cue::to) || is_modal(scan, at - 1);
  if (infinitive && scan.says(at, "hit")) {
    return std::nullopt;  // "expected to hit"
  }
  return is_to_come(scan, at) ? Prefer::future : Prefer::past;
}

constexpr std::uint32_t kReach = 25;
constexpr std::uint32_t kReachOfPlans = 6;

}  // namespace

std::optional<Prefer> direction(const Scan& scan, std::uint32_t at) {
  if (scan.is(at - 1, Cue::last) || scan.is(at - 1, Cue::past)) {
    return Prefer::past;
  }
  if (scan.says(at - 1, "ended")) {  // "the three months ended March 31"
    return Prefer::past;
  }
  // "the game is on Saturday"
  const bool held =
      scan.is(at - 1, Cue::on) && (scan.says(at - 2, "is") || scan.says(at - 2, "are"));
  if (held || is_pending(scan, at) || is_put_off(scan, at)) {
    return Prefer::future;
  }
  if (is_told_of(scan, at)) {
    return Prefer::past;
  }
  // the verb nearest before the time decides, else the nearest after
  for (std::uint32_t i = 1; i <= at && i <= kReach; ++i) {
    if (const auto toward = verb_direction(scan, at - i)) {
      return toward;
    }
  }
  for (std::uint32_t i = at + 1; i < scan.size() && i <= at + kReach; ++i) {
    const auto toward = verb_direction(scan, i);
    if (toward == Prefer::past || (toward && i <= at + kReachOfPlans)) {
      return toward;
    }
  }
  return std::nullopt;
}

}  // namespace concord::normalize
