#include "normalize/choose.h"

#include <algorithm>
#include <span>

#include "normalize/date_parts.h"
#include "normalize/durations.h"
#include "normalize/glued_money.h"
#include "normalize/hints.h"
#include "normalize/numbers.h"
#include "normalize/openings.h"
#include "normalize/quantities.h"
#include "normalize/ranges.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

bool may_start_value(const Scan& scan, WordId word) {
  const auto& hints = scan.vocabulary().hints;
  return word < hints.size() && (hints[word] & kStarts) != 0;
}

/// "the", "a", "that": only with what follows do they make a value.
bool leans_on_next(const Scan& scan, std::uint32_t at) {
  const Cue cue = scan.cue(at);
  return cue == Cue::a || cue == Cue::the || cue == Cue::that || cue == Cue::this_word;
}

/// "the two soldiers", "the first man", "third place"
bool counts_other_things(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const NumberRole role = scan.word(first).number;
  const bool rank = role == NumberRole::ordinal_unit || role == NumberRole::ordinal_tens;
  const bool counts = first != at && (role == NumberRole::unit || role == NumberRole::tens ||
                                      (scan.is_number(first) && scan.spelling(first).size() < 4));
  return (rank || counts) && scan.is_inert(first + 1) && scan.noun_like(first + 1);
}

/// "12.5.2024"
bool is_dotted_twice(std::string_view figures) {
  constexpr std::size_t kShortest = 6;  // "1.5.24"
  return figures.size() >= kShortest && figures.find('.') != figures.rfind('.');
}

/// False where no time can begin: at a number right before a word that means nothing.
bool may_be_time(const Scan& scan, std::uint32_t at) {
  if (counts_other_things(scan, at) || is_plural_figures(scan, at)) {
    return false;
  }
  if (follows_era(scan, at)) {
    return true;
  }
  const bool number = scan.is_number(at) || scan.word(at).number == NumberRole::unit ||
                      scan.word(at).number == NumberRole::tens;
  return !number || scan.spelling(at).size() == 4 || scan.token(at + 1).capital ||  // "9 CET"
         !scan.is_inert(at + 1) || is_dotted_twice(scan.spelling(at));
}

/// True of the first byte of "'" and of marks beyond ASCII.
bool may_be_apostrophe(char first) {
  return first == '\'' || static_cast<unsigned char>(first) >= 0x80;
}

/// "'98", "’98"
bool is_apostrophe(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, '\'') || scan.spelling(at) == "’";
}

/// May a word begin a value that is known to begin some?
bool starts_here(const Scan& scan, std::uint32_t at) {
  if (scan.has(at, starts_value)) {
    return !leans_on_next(scan, at) || !scan.is_inert(at + 1);
  }
  return scan.vocabulary().fixed_times.starting(scan.from(at)) ||
         scan.vocabulary().holidays.starting(scan.from(at));
}

bool may_start(const Scan& scan, std::uint32_t at) {
  const Token& token = scan.token(at);
  const bool starts = may_start_value(scan, token.word);
  switch (token.kind) {
    case TokenKind::number:
      return true;
    case TokenKind::word:
      return starts ? starts_here(scan, at)
                    : token.word == kUnknownWord && token.capital && may_be_glued(scan, at);
    default:
      return starts || is_apostrophe(scan, at);
  }
}

/// "a split second later", "every second counts": a moment, no rank
bool is_moment(const Scan& scan, std::uint32_t at) {
  if (at == 0 || !scan.says(at, "second")) {
    return false;
  }
  const bool every =
      scan.is(at - 1, Cue::every) && (scan.says(at + 1, "counts") || scan.says(at + 1, "matters") ||
                                      scan.says(at + 1, "of") || scan.says(at + 1, "counted"));
  return every || scan.says(at - 1, "split");
}

}  // namespace

namespace {

/// Every length without a number is a unit of time or stands a word or two before one.
bool is_near_unit(const Scan& scan, std::uint32_t at) {
  const auto names_unit = [&](std::uint32_t i) { return scan.word(i).time_unit != TimeUnit::none; };
  return names_unit(at) || names_unit(at + 1) || names_unit(at + 2);
}

}  // namespace

std::uint32_t reach_quantity(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                             std::vector<Found>& found) {
  const Scan& scan = at_time.scan;
  const std::size_t first = found.size();
  const auto add = [&](std::optional<Found>&& one) {
    found.push_back(std::move(*one));
    return found.back().end;
  };
  std::uint32_t end = at;
  if (auto fraction = read_fraction_duration(scan, at, limit)) {
    end = add(std::move(fraction));
  } else {
    end = read_quantity(scan, at, limit, found);
  }
  if (found.size() == first && end == at) {
    const bool timed = is_near_unit(scan, at);
    if (auto duration = timed ? read_article_duration(scan, at, limit) : std::nullopt) {
      end = add(std::move(duration));
    } else if (auto amount = read_article_amount(scan, at, limit)) {
      end = add(std::move(amount));
    }
  }
  for (std::size_t i = first; i < found.size(); ++i) {
    anchor_duration(at_time, found[i], limit);
    end = std::max(end, found[i].end);
  }
  return end;
}

namespace {

/// "133" or "two" where no value goes on: no part of a date with a month, and as a word no time.
bool is_lone_number(const Scan& scan, std::uint32_t at) {
  const NumberRole role = scan.word(at).number;
  return (scan.is_number(at) || role == NumberRole::unit || role == NumberRole::tens) &&
         scan.nothing_follows(at + 1);
}

/// True of a time that no quantity at the same place can reach beyond: not "over 2021 but below
/// 2030", not "20 quarters hence", whose words are in no table.
bool ends_all(const Scan& scan, const std::optional<Found>& time) {
  return time && scan.nothing_follows(time->end) && !scan.says(time->end, "but") &&
         !scan.says(time->end, "hence");
}

/// REQUIRES: may_start(scan, at).
Place read_start(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                 std::vector<Found>& found) {
  const Scan& scan = at_time.scan;
  if (is_moment(scan, at)) {
    return {at, ReadBy::nothing};
  }
  if (const auto never = scan.vocabulary().never.starting(scan.from(at))) {
    return {at + never.length, ReadBy::fixed_phrase};
  }
  if (const std::uint32_t end = read_age(scan, at, found); end != at) {
    return {end, ReadBy::age};
  }
  const bool lone = is_lone_number(scan, at);
  if (const std::uint32_t end = lone ? at : past_impossible_date(scan, at); end != at) {
    return {end, ReadBy::impossible_date};
  }
  const bool timely =
      (!lone || scan.is_number(at)) && may_be_time(scan, at) && may_open_time(scan, at);
  auto time = timely ? read_time(at_time, at, limit) : std::nullopt;
  const std::size_t first = found.size();
  const std::uint32_t reached =
      ends_all(scan, time) ? at : reach_quantity(at_time, at, limit, found);
  if (time && time->end >= reached) {
    const std::uint32_t end = time->end;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(first), found.end());
    found.push_back(std::move(*time));
    return {end, ReadBy::time};
  }
  if (reached != at) {
    return {reached, ReadBy::quantity};
  }
  const std::uint32_t end = read_count_word(scan, at, found);
  return {end, end == at ? ReadBy::nothing : ReadBy::count_word};
}

/// Quick, and never false where may_start is true.
bool stands_out(const Scan& scan, const Token& token) {
  if (may_start_value(scan, token.word)) {
    return true;
  }
  switch (token.kind) {
    case TokenKind::number:
      return true;
    case TokenKind::word:
      return token.word == kUnknownWord && token.capital;
    default:
      return may_be_apostrophe(scan.text(token.span)[0]);
  }
}

/// The first place from `at` on where read_start may find anything.
std::uint32_t next_start(const Scan& scan, std::uint32_t at) {
  for (const Token& token : scan.from(at)) {
    if (stands_out(scan, token) && may_start(scan, at)) {
      break;
    }
    ++at;
  }
  return at;
}

void take_wanted(const Scan& scan, Wanted wanted, std::vector<Found>& found,
                 std::vector<ValueMention>& out) {
  for (Found& value : found) {
    const bool time = std::holds_alternative<TimeSpan>(value.value);
    const bool duration = std::holds_alternative<Duration>(value.value);
    const bool keep = time ? wanted.times : duration ? wanted.durations : wanted.quantities;
    if (keep) {
      out.push_back({.full = scan.bytes(value.begin, value.end),
                     .core = scan.bytes(value.core_begin, value.core_end),
                     .value = std::move(value.value)});
    }
  }
  found.clear();
}

}  // namespace

Place read_place(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                 std::vector<Found>& found) {
  return may_start(at_time.scan, at) ? read_start(at_time, at, limit, found)
                                     : Place{at, ReadBy::nothing};
}

void read_values(const Scan& scan, const Reading& reading, Wanted wanted,
                 std::vector<ValueMention>& out) {
  const TimeScan at_time{scan, reading};
  std::vector<Found> found;
  std::uint32_t limit = 0;
  for (std::uint32_t at = next_start(scan, 0); at < scan.size();) {
    const std::uint32_t end = read_start(at_time, at, limit, found).end;
    if (end == at) {
      at = next_start(scan, at + 1);
      continue;
    }
    limit = end;
    at = next_start(scan, end);
    take_wanted(scan, wanted, found, out);
  }
}

}  // namespace concord::normalize
