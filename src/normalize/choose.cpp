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

}  // namespace

Reached reach_quantity(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit) {
  const Scan& scan = at_time.scan;
  Reached made;
  if (auto fraction = read_fraction_duration(scan, at, limit)) {
    made.end = fraction->end;
    made.found.push_back(std::move(*fraction));
  } else {
    made.end = read_quantity(scan, at, limit, made.found);
  }
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

Place read_place(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit,
                 std::vector<Found>& found) {
  const Scan& scan = at_time.scan;
  if (!may_start(scan, at)) {
    return {at, ReadBy::nothing};
  }
  if (const auto never = scan.vocabulary().never.starting(scan.from(at))) {
    return {at + never.length, ReadBy::fixed_phrase};
  }
  if (const std::uint32_t end = read_age(scan, at, found); end != at) {
    return {end, ReadBy::age};
  }
  if (const std::uint32_t end = past_impossible_date(scan, at); end != at) {
    return {end, ReadBy::impossible_date};
  }
  auto time = read_time(at_time, at, limit);
  Reached quantity = reach_quantity(at_time, at, limit);
  if (time && time->end >= quantity.end) {
    const std::uint32_t end = time->end;
    found.push_back(std::move(*time));
    return {end, ReadBy::time};
  }
  if (quantity.end != at) {
    std::ranges::move(quantity.found, std::back_inserter(found));
    return {quantity.end, ReadBy::quantity};
  }
  const std::uint32_t end = read_count_word(scan, at, found);
  return {end, end == at ? ReadBy::nothing : ReadBy::count_word};
}

void read_values(const Scan& scan, const Reading& reading, std::vector<Found>& found) {
  const TimeScan at_time{scan, reading};
  std::uint32_t limit = 0;
  for (std::uint32_t at = 0; at < scan.size();) {
    const std::uint32_t end = read_place(at_time, at, limit, found).end;
    if (end == at) {
      ++at;
    } else {
      at = limit = end;
    }
  }
}

}  // namespace concord::normalize
