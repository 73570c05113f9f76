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

// "until Tuesday", "as soon as Tuesday"; "Until Tuesday, they had ..." opens a sentence about the
// past.
bool is_pending(const Scan& scan, std::uint32_t at) {
  if (scan.is(at - 1, Cue::until)) {
    return at > 1;
  }
  return scan.is(at - 1, Cue::as) && (scan.says(at - 2, "soon") || scan.says(at - 2, "early"));
}

// A verb that says when: future auxiliaries and plans, else the past tense.
std::optional<Prefer> verb_direction(const Scan& scan, std::uint32_t at) {
  const bool set_to = scan.says(at, "set") && scan.says(at + 1, "to");
  if ((scan.has(at, future) && scan.cue(at) != Cue::next) || is_shall(scan, at) || set_to) {
    const bool lapsed = scan.says(at - 1, "been") && scan.says(at - 2, "had");
    return lapsed ? Prefer::past : Prefer::future;
  }
  return scan.has(at, past) || in_past_tense(scan, at) ? std::optional(Prefer::past) : std::nullopt;
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
  if (is_pending(scan, at)) {
    return Prefer::future;
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
