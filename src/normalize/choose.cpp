#include "normalize/choose.h"

#include <algorithm>

#include "normalize/date_parts.h"
#include "normalize/durations.h"
#include "normalize/glued_money.h"
#include "normalize/quantities.h"
#include "normalize/ranges.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

bool may_start(const Scan& scan, std::uint32_t at) {
  const Token& token = scan.token(at);
  if (token.kind == TokenKind::number) {
    return true;
  }
  if (token.word == kUnknownWord) {
    return may_be_glued(scan, at);
  }
  return scan.has(at, starts_value) || scan.vocabulary().fixed_times.knows(token.word) ||
         scan.vocabulary().holidays.knows(token.word) || scan.mark(at, '\'');
}

// The quantity or duration at one place with its times; `end` is where to go on.
struct Reached {
  std::vector<Found> found;
  std::uint32_t end = 0;
};

Reached reach_quantity(const Scan& scan, const TimeScan& at_time, std::uint32_t at,
                       std::uint32_t limit) {
  Reached made;
  made.end = read_quantity(scan, at, limit, made.found);
  if (made.found.empty() && made.end == at) {
    if (auto duration = read_article_duration(scan, at, limit)) {
      made.end = duration->end;
      made.found.push_back(std::move(*duration));
    } else if (auto amount = read_article_amount(scan, at, limit)) {
      made.end = amount->end;
      made.found.push_back(std::move(*amount));
    }
  }
  for (Found& found : made.found) {
    anchor_duration(at_time, found, limit);
    made.end = std::max(made.end, found.end);
  }
  return made;
}

std::uint32_t take(std::vector<Found>&& from, std::vector<Found>& into, std::uint32_t end) {
  std::ranges::move(from, std::back_inserter(into));
  return end;
}

// Reads what begins at `at`; returns where to go on.
std::uint32_t read_place(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                         std::vector<Found>& found) {
  const Scan& scan = at_time.scan;
  if (const auto never = scan.vocabulary().never.starting(scan.from(at))) {
    return at + never.length;
  }
  if (const std::uint32_t end = read_age(scan, at, found); end != at) {
    return end;
  }
  if (const std::uint32_t end = past_impossible_date(scan, at); end != at) {
    return end;
  }
  auto time = read_time(at_time, at, limit);
  Reached quantity = reach_quantity(scan, at_time, at, limit);
  const bool time_wins = time && time->end >= quantity.end;
  if (time_wins) {
    const std::uint32_t end = time->end;
    found.push_back(std::move(*time));
    return end;
  }
  if (quantity.end != at) {
    return take(std::move(quantity.found), found, quantity.end);
  }
  return read_count_word(scan, at, found);
}

}  // namespace

void read_values(const Scan& scan, const Reading& reading, std::vector<Found>& found) {
  const TimeScan at_time{scan, reading};
  std::uint32_t limit = 0;
  for (std::uint32_t at = 0; at < scan.size();) {
    if (!may_start(scan, at)) {
      ++at;
      continue;
    }
    const std::uint32_t end = read_place(at_time, at, limit, found);
    if (end == at) {
      ++at;
    } else {
      at = limit = end;
    }
  }
}

}  // namespace concord::normalize
