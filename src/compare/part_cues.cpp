// Words around a figure that make it a part of what the article counts.
#include "compare/part_cues.h"

#include <algorithm>

#include "base/fold.h"
#include "base/number_words.h"

namespace concord::compare {
namespace {

/// The text up to the first of the marks.
std::string_view up_to(std::string_view text, std::string_view marks) {
  for (const char mark : marks) {
    text = text.substr(0, text.find(mark));
  }
  return text;
}

/// "In Tolvo, ", "In neighboring Tolvo ": a figure follows.
bool opens_with_place(std::string_view lead) {
  constexpr std::array<std::string_view, 4> kOpenings = {"In ", "At ", "In neighboring ",
                                                         "In nearby "};
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  constexpr std::array<std::string_view, 3> kPlaces = {" town of ", " city of ", " village of "};
  const bool told =
      lead.starts_with("In the ") && std::ranges::any_of(kPlaces, [&](std::string_view place) {
        return lead.find(place) != std::string_view::npos;
      });
  if (told) {
    return true;
  }
  const bool opens = std::ranges::any_of(kOpenings, [&](std::string_view opening) {
    return lead.size() > opening.size() && lead.starts_with(opening) &&
           is_capital(lead[opening.size()]);
  });
  if (!opens || lead.ends_with(", ")) {
    return opens;
  }
  const std::size_t end = lead.find_last_not_of(' ');
  const std::size_t space = lead.rfind(' ', end);
  return space != std::string_view::npos && space + 1 < lead.size() && is_capital(lead[space + 1]);
}

/// "Of these, 412 cases are confirmed", "Elsewhere in the district, four died", "Helicopters lifted
/// 14 people out"
bool is_of_them(std::string_view lead) {
  constexpr std::array<std::string_view, 8> kOpenings = {"Of these",     "Of those",  "Of them",
                                                         "Of the ",      "Elsewhere", "Helicopters",
                                                         "A helicopter", "Divers"};
  return std::ranges::any_of(kOpenings, [&](std::string_view opening) {
    return lead.size() > opening.size() && lead.starts_with(opening);
  });
}

/// "Mbale (1,204 cases, 51 deaths) and Torro (690 cases, 22 deaths)": the figures of a place.
bool is_of_bracketed_place(std::string_view lead) {
  const std::size_t open = lead.rfind('(');
  if (open == std::string_view::npos || open < 2 ||
      lead.find(')', open) != std::string_view::npos || lead[open - 1] != ' ') {
    return false;
  }
  const std::size_t space = lead.rfind(' ', open - 2);
  const char first = lead[space == std::string_view::npos ? 0 : space + 1];
  return first >= 'A' && first <= 'Z';
}

/// "Tests have confirmed 124 cases", "six bodies had been recovered": how far the count has come.
bool is_counted_so_far(const std::vector<std::string>& before, std::string_view after) {
  constexpr std::size_t kNear = 5;
  const auto near = before.begin() + static_cast<std::ptrdiff_t>(std::min(kNear, before.size()));
  constexpr std::string_view kCases = "cases";
  const std::string_view next = after.substr(0, kNear - 1 + kCases.size());
  const bool confirmed = std::find(before.begin(), near, "confirmed") != near &&
                         (next.find(kCases) != std::string_view::npos ||
                          std::find(before.begin(), near, kCases) != near);
  return confirmed || after.starts_with(" bodies ") || after.starts_with(" confirmed cases");
}

/// "Five died in Olmos, the town nearest the epicenter, and four in two villages": place by place.
bool goes_on_to_places(std::string_view after) {
  constexpr std::size_t kReach = 80;  // bytes
  const std::string_view reach = after.substr(0, kReach);
  const std::string_view near = reach.substr(0, reach.find('.'));
  constexpr std::string_view kAnd = " and ";
  const std::size_t at = near.rfind(kAnd);
  if (at == std::string_view::npos || near.substr(0, at).find(" in ") == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = near.substr(at + kAnd.size());
  const std::size_t end = rest.find(' ');
  const std::string_view number = rest.substr(0, end);
  const bool digits = !number.empty() && number.front() >= '0' && number.front() <= '9';
  return end != std::string_view::npos && (digits || is_one_of(kSmallNumbers, number)) &&
         rest.substr(end).starts_with(" in ");
}

/// "The hospital is treating 36 injured", "had received 11 bodies": what one house took in.
bool is_taken_in(const std::vector<std::string>& before) {
  constexpr std::array<std::string_view, 6> kTaking = {"treating",  "treated",  "received",
                                                       "receiving", "admitted", "receive"};
  return !before.empty() && is_one_of(kTaking, before.front());
}

/// "they found two women with gunshot wounds": whoever else was hurt had left.
bool tells_of_finding(const std::vector<std::string>& before) {
  constexpr std::array<std::string_view, 3> kFinding = {"found", "located", "discovered"};
  constexpr std::size_t kNearest = 3;  // words back
  const auto end = before.begin() + static_cast<std::ptrdiff_t>(std::min(kNearest, before.size()));
  return std::any_of(before.begin(), end,
                     [&](const std::string& word) { return is_one_of(kFinding, word); });
}

/// "All seven people who died in the mill", of nine in two fires: those of one place; but who "died
/// in the fire" are all of them.
bool is_of_place_told(std::string_view after) {
  constexpr std::size_t kToWho = 24;  // bytes
  constexpr std::size_t kToPlace = 24;
  constexpr std::array<std::string_view, 4> kPlace = {" in the ", " at the ", " inside the ",
                                                      " near the "};
  constexpr std::array<std::string_view, 28> kEvents = {
      "attack",   "attacks",  "fire",      "fires",    "blast",     "blasts",     "crash",
      "shooting", "bombing",  "explosion", "accident", "collision", "earthquake", "quake",
      "flood",    "floods",   "storm",     "collapse", "incident",  "violence",   "fighting",
      "disaster", "massacre", "rampage",   "last",     "past",      "raid",       "siege"};
  const std::size_t who = up_to(after.substr(0, kToWho), ".;").find(" who ");
  if (who == std::string_view::npos) {
    return false;
  }
  const std::string_view clause = after.substr(who, after.find_first_of(".;,", who) - who);
  for (const std::string_view place : kPlace) {
    const std::size_t at = clause.find(place);
    if (at < kToPlace) {
      const std::string_view rest = clause.substr(at + place.size());
      return !is_one_of(kEvents, rest.substr(0, rest.find(' ')));
    }
  }
  return false;
}

/// True if a cue is in `text`.  Each begins with a blank, and they are in order of the letters
/// behind it.
template <std::size_t N>
bool has_cue(const std::array<std::string_view, N>& cues, std::string_view text) {
  const auto letter = [](std::string_view cue) { return cue[1]; };
  for (std::size_t at = text.find(' '); at != std::string_view::npos && at + 1 < text.size();
       at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at);
    auto cue = std::ranges::lower_bound(cues, rest[1], {}, letter);
    for (; cue != cues.end() && letter(*cue) == rest[1]; ++cue) {
      if (rest.starts_with(*cue)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

/// "in Sanre, where 187 were killed", "In Tolvo, 98 people died", "three had died of their wounds
/// overnight", "nine died at the scene": some of them, if the document knows of more.
bool tells_place_or_hour(std::string_view lead, const std::vector<std::string>& before,
                         std::string_view after) {
  constexpr std::size_t kFarthest = 56;  // bytes
  constexpr auto kLater = std::to_array<std::string_view>({" alone",
                                                           " also ",
                                                           " at the scene",
                                                           " beheaded",
                                                           " burned alive",
                                                           " elsewhere",
                                                           " for minor injuries",
                                                           " hanged",
                                                           " in hospital",
                                                           " in nearby",
                                                           " in neighboring",
                                                           " in other parts",
                                                           " in the city of",
                                                           " in the district of",
                                                           " in the neighboring",
                                                           " in the province of",
                                                           " in the suburb",
                                                           " in the town of",
                                                           " in the village of",
                                                           " instantly",
                                                           " of their injuries",
                                                           " of their wounds",
                                                           " on scene",
                                                           " on the spot",
                                                           " strangled",
                                                           " the others in ",
                                                           " the rest in ",
                                                           " to hospital",
                                                           " with minor injuries"});
  static_assert(std::ranges::is_sorted(kLater, {}, [](std::string_view cue) { return cue[1]; }));
  constexpr std::size_t kOfClause = 6;  // words back to the "where" of the clause
  const auto clause =
      before.begin() + static_cast<std::ptrdiff_t>(std::min(kOfClause, before.size()));
  if (std::find(before.begin(), clause, "where") != clause || opens_with_place(lead) ||
      tells_of_finding(before) || is_of_them(lead) || is_of_bracketed_place(lead) ||
      is_taken_in(before) || is_counted_so_far(before, after) || is_of_place_told(after) ||
      goes_on_to_places(after) || lead.find(" alone, ") != std::string_view::npos ||
      after.starts_with(" more ")) {
    return true;
  }
  return has_cue(kLater, fold(up_to(after.substr(0, kFarthest), ".;,")));
}

}  // namespace concord::compare
