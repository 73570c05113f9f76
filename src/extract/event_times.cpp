#include "extract/event_times.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

#include "base/fold.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kBeside = 3;   // tokens between an event noun and its own time
constexpr std::uint32_t kReach = 16;   // ... when the time ends what is said of the event
constexpr std::uint32_t kOpening = 6;  // tokens from the beginning of a sentence

/// "The hall, built in 1998", "he bought the gun in March": the time tells of a thing or a person,
/// not of an event.
bool is_of_its_past(const SentenceText& text, std::uint32_t time) {
  constexpr std::array<std::string_view, 33> kBegun{
      "built",     "launched",  "elected",   "founded",  "opened",      "born",     "created",
      "appointed", "completed", "bought",    "bred",     "purchased",   "made",     "renovated",
      "widened",   "married",   "retired",   "hired",    "joined",      "moved",    "graduated",
      "sold",      "designed",  "named",     "promoted", "constructed", "divorced", "enlisted",
      "declared",  "enrolled",  "diagnosed", "deployed", "served"};
  constexpr std::array<std::string_view, 2> kBought{"bought", "purchased"};
  constexpr std::uint32_t kBack = 4;
  constexpr std::uint32_t kObject = 8;  // "purchased his semiautomatic pistol last year"
  for (std::uint32_t back = 1; back <= kObject && time >= text.begin() + back; ++back) {
    if ((text.flags(time - back) & (flag_transparent | flag_hard)) != 0) {
      return false;
    }
    const std::string word = fold(text.text(time - back));
    if ((back <= kBack && std::ranges::find(kBegun, word) != kBegun.end()) ||
        std::ranges::find(kBought, word) != kBought.end()) {
      return true;
    }
  }
  return false;
}

/// "a 2009 Honda", "an early 1990s car", "driving 2007 Gray Corva": a thing of that year, and no
/// event at it.
bool is_of_make(const SentenceText& text, const EventWords& words, TokenRange time) {
  constexpr std::array<std::string_view, 12> kVehicles{
      "car",   "sedan",     "suv",     "truck",      "van",   "pickup",
      "coupe", "hatchback", "minivan", "motorcycle", "model", "bus"};
  constexpr std::uint32_t kNameOfEvent = 3;  // "a 2009 Velmar market bombing"
  if (time.begin == text.begin() || time.end >= text.end()) {
    return false;
  }
  const std::string_view before = text.text(time.begin - 1);
  if ((text.flags(time.begin - 1) & flag_article) == 0 && before != "driving" &&
      before != "drove") {
    return false;
  }
  const bool event = std::ranges::any_of(words.events, [&](const EventMention& mention) {
    return mention.at.begin >= time.end && mention.at.begin - time.end <= kNameOfEvent;
  });
  const bool vehicle = std::ranges::find(kVehicles, fold(text.text(time.end))) != kVehicles.end();
  return !event && (vehicle || text.token(time.end).capital);
}

/// "Monday's deadly shooting", and not "Monday in a shooting".
bool names_by_time(const SentenceText& text, const EventWords& words, std::uint32_t from) {
  constexpr std::array<std::string_view, 12> kParting{
      "in", "after", "over", "for", "with", "of", "from", "on", "at", "following", "a", "the"};
  const auto noun = std::ranges::find_if(
      words.events, [&](const EventMention& event) { return event.at.begin >= from; });
  if (noun == words.events.end() || noun->at.begin - from > kBeside) {
    return false;
  }
  for (std::uint32_t at = from; at < noun->at.begin; ++at) {
    if (std::ranges::find(kParting, text.text(at)) != kParting.end()) {
      return false;
    }
  }
  return true;
}

/// "the shooting of two teens last year", "a shooting that left two dead at a park last summer",
/// "accused of shooting a councillor's grandson last month".
bool says_more(const SentenceText& text, std::uint32_t at) {
  constexpr std::array<std::string_view, 7> kLeadOn{"that", "which",   "of",   "in",
                                                    "at",   "outside", "where"};
  return at < text.end() && ((text.flags(at) & flag_determiner) != 0 ||
                             std::ranges::find(kLeadOn, text.text(at)) != kLeadOn.end());
}

/// "prosecutors said Thursday": the day of the words.
bool dates_words(const SentenceText& text, std::uint32_t time) {
  constexpr std::array<std::string_view, 13> kSaid{
      "said",  "says",  "announced", "reported",  "confirmed", "told",  "stated",
      "added", "wrote", "revealed",  "disclosed", "released",  "issued"};
  const auto says = [&](std::uint32_t back) {
    return time >= text.begin() + back &&
           std::ranges::find(kSaid, text.text(time - back)) != kSaid.end();
  };
  return says(1) || (says(2) && text.text(time - 1) == "on");
}

/// "was shot", "found dead": the verb of an event.
bool is_harm(const SentenceText& text, std::uint32_t at) {
  constexpr std::array<std::string_view, 22> kHarm{
      "ambushed", "attacked", "beaten",  "bombed",   "burned",  "crashed", "dead",     "died",
      "drowned",  "gunned",   "injured", "injuring", "killed",  "killing", "murdered", "shot",
      "slain",    "stabbed",  "stormed", "struck",   "wounded", "wounding"};
  constexpr auto kFirst = [](std::string_view word) { return word.front(); };
  static_assert(std::ranges::is_sorted(kHarm, {}, kFirst));
  if (text.token(at).kind != TokenKind::word) {
    return false;
  }
  const std::string_view word = text.text(at);
  const auto begin = std::ranges::lower_bound(kHarm, word.front(), {}, kFirst);
  const auto end = std::ranges::upper_bound(begin, kHarm.end(), word.front(), {}, kFirst);
  return std::find(begin, end, word) != end;
}

}  // namespace

std::uint32_t distance(TokenRange left, TokenRange right) {
  if (left.end <= right.begin) {
    return right.begin - left.end;
  }
  return right.end <= left.begin ? left.begin - right.end : 0;
}

bool is_full_date(const TimeSpan& time) {
  return time.begin && time.end && time.end->seconds - time.begin->seconds <= kSecondsPerDay;
}

std::optional<TimeSpan> time_of(SentenceText& text, std::size_t number) {
  const Mention& mention = text.mentions()[number];
  const ValueMention& value = text.values()[number];
  if (const auto* time = std::get_if<TimeSpan>(&value.value)) {
    return *time;
  }
  const std::string_view written = text.text(value.full);
  const bool year = written.size() == 4 &&
                    (written.starts_with("19") || written.starts_with("20")) && written[2] >= '0' &&
                    written[2] <= '9' && written[3] >= '0' && written[3] <= '9';
  if (!year || mention.begin == text.begin() || fold(text.text(mention.begin - 1)) != "in") {
    return std::nullopt;
  }
  const int number_of_year = (written[0] - '0') * 1000 + (written[1] - '0') * 100 +
                             (written[2] - '0') * 10 + (written[3] - '0');
  TimeSpan time;
  time.begin = from_civil({.year = number_of_year, .month = 1, .day = 1});
  time.end = from_civil({.year = number_of_year + 1, .month = 1, .day = 1});
  time.timex = written;
  return time;
}

bool dates_a_thing(const SentenceText& text, const EventWords& words, TokenRange time) {
  return (is_of_its_past(text, time.begin) && !names_by_time(text, words, time.end)) ||
         is_of_make(text, words, time);
}

bool closes_clause(const SentenceText& text, std::uint32_t from, TokenRange year) {
  constexpr std::array<std::string_view, 12> kClauses{"who",    "that", "which", "since",
                                                      "after",  "when", "where", "whose",
                                                      "before", "as",   "while", "because"};
  const bool last = year.end + 1 >= text.end() || (text.flags(year.end) & flag_hard) != 0;
  if (!last || year.begin <= from ||
      (fold(text.text(year.begin - 1)) != "in" && fold(text.text(year.begin)) != "in")) {
    return false;
  }
  for (std::uint32_t at = from; at < year.begin; ++at) {
    const std::uint32_t flags = text.flags(at);
    if ((flags & (flag_transparent | flag_hard)) != 0 ||
        std::ranges::find(kClauses, fold(text.text(at))) != kClauses.end()) {
      return false;
    }
  }
  return true;
}

bool dates_aftermath(const SentenceText& text, const EventWords& words, TokenRange time) {
  constexpr std::uint32_t kBehindCue = 2;  // "plea deals on Friday"
  constexpr std::uint32_t kBetween = 6;    // where the time stands between the cue and the event
  if (names_by_time(text, words, time.end)) {
    return false;
  }
  if (time.begin >= text.begin() + 2 && text.text(time.begin - 1) == "(") {  // "Friday (May 14)"
    time.begin -= 2;
  }
  const bool leads_on = !words.events.empty() && words.events.front().at.begin >= time.end;
  return std::ranges::any_of(words.aftermath, [&](TokenRange cue) {
    return cue.end <= time.begin && time.begin - cue.end <= (leads_on ? kBetween : kBehindCue);
  });
}

const TimeSpan* event_time(View& view, const EventWords& words, std::size_t number) {
  const auto* time = std::get_if<TimeSpan>(&view.text.values()[number].value);
  const Mention mention = view.text.mentions()[number];
  const bool usable = time != nullptr && time->begin && time->end &&
                      time->anchor != Anchor::event && !is_compared(words, mention.begin) &&
                      !dates_words(view.text, mention.begin) &&
                      !dates_aftermath(view.text, words, {mention.begin, mention.end});
  return usable ? time : nullptr;
}

const TimeSpan* time_beside(View& view, const EventWords& words, std::size_t number) {
  const TimeSpan* nearest = nullptr;
  std::uint32_t least = kReach + 1;
  const TokenRange event = words.events[number].at;
  const bool said_more = says_more(view.text, event.end);
  const std::uint32_t next =
      number + 1 < words.events.size() ? words.events[number + 1].at.begin : view.text.end();
  for (std::size_t i = 0; i < view.text.mentions().size(); ++i) {
    const TimeSpan* const time = event_time(view, words, i);
    const Mention mention = view.text.mentions()[i];
    const std::uint32_t apart = distance(event, {mention.begin, mention.end});
    const bool behind = said_more && event.end <= mention.begin && mention.begin < next;
    if (time != nullptr && apart < least && (behind || apart <= kBeside)) {
      nearest = time;
      least = apart;
    }
  }
  return nearest;
}

bool tells_harm(const SentenceText& text) {
  for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
    if (is_harm(text, at)) {
      return true;
    }
  }
  return false;
}

bool speaks_of_harm(const SentenceText& text) {
  constexpr std::array<std::string_view, 46> kWords{
      "bodies",   "body",    "bomb",    "bombs",    "burning",  "dead",     "deadly",   "death",
      "deaths",   "die",     "dies",    "drowning", "dying",    "fatal",    "fatally",  "grenade",
      "gunfire",  "gunman",  "gunmen",  "gunpoint", "gunshot",  "gunshots", "homicide", "hostage",
      "hostages", "hurt",    "injures", "injuries", "injury",   "kill",     "kills",    "missing",
      "murder",   "murders", "rescued", "shooter",  "shoots",   "shots",    "slaying",  "stabs",
      "suicide",  "toll",    "victim",  "victims",  "violence", "wounds"};
  for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
    if (is_harm(text, at) || (text.token(at).kind == TokenKind::word &&
                              std::ranges::find(kWords, fold(text.text(at))) != kWords.end())) {
      return true;
    }
  }
  return false;
}

const TimeSpan* time_of_harm(View& view, const EventWords& words) {
  constexpr int kBehind =
      2;                   // the verb: "on Thursday released a sketch of a man who shot ... in May"
  constexpr int kDay = 1;  // "died nearly three months ago, on March 14"
  const TimeSpan* best = nullptr;
  int best_rank = -1;
  for (std::uint32_t at = view.text.begin(); at < view.text.end(); ++at) {
    if (!is_harm(view.text, at)) {
      continue;
    }
    for (std::size_t i = 0; i < view.text.mentions().size(); ++i) {
      const Mention mention = view.text.mentions()[i];
      const TokenRange range{mention.begin, mention.end};
      const TimeSpan* const time = event_time(view, words, i);
      if (time == nullptr || distance({at, at + 1}, range) > kReach ||
          dates_a_thing(view.text, words, range)) {
        continue;
      }
      const int rank = (is_full_date(*time) ? kDay : 0) + (at < mention.begin ? kBehind : 0);
      if (rank > best_rank) {
        best = time;
        best_rank = rank;
      }
    }
  }
  return best;
}

const TimeSpan* day_opening(View& view, TokenRange event) {
  for (std::size_t i = 0; i < view.text.mentions().size(); ++i) {
    const auto* time = std::get_if<TimeSpan>(&view.text.values()[i].value);
    const std::uint32_t at = view.text.mentions()[i].begin;
    if (time != nullptr && is_full_date(*time) && time->anchor != Anchor::event &&
        at < view.text.begin() + kOpening && at < event.begin) {
      return time;
    }
  }
  return nullptr;
}

}  // namespace concord::extract
