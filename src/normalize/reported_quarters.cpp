#include "normalize/reported_quarters.h"

#include <algorithm>
#include <array>

namespace concord::normalize {
namespace {

constexpr std::uint32_t kReach = 40;              // tokens within the sentence
constexpr std::uint32_t kReachOfSentences = 160;  // an item of business news

bool is_quarter(const Scan& scan, std::uint32_t at) {
  return scan.word(at).time_unit == TimeUnit::quarter && !scan.has(at, plural);
}

// "third quarter", "third-quarter": 3; 0 for "the quarter", "the latest quarter"
std::optional<int> number_of_quarter(const Scan& scan, std::uint32_t name) {
  const Word& rank = scan.word(name - (scan.dash(name - 1) ? 2U : 1U));
  if (rank.number == NumberRole::ordinal_unit && rank.value <= 4) {
    return rank.value;
  }
  return scan.is(name - 1, Cue::the) || scan.is(name - 1, Cue::current) ? std::optional(0)
                                                                        : std::nullopt;
}

// "nine months", "the fiscal year", "the year ended June 30", "the first half"
bool is_other_period(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  if (word.time_unit == TimeUnit::month) {
    return word.has(plural) && scan.word(at - 1).number == NumberRole::unit &&
           scan.word(at - 1).value > 3;
  }
  if (word.time_unit == TimeUnit::year && !word.has(plural)) {
    return scan.is(at - 1, Cue::fiscal) || scan.is(at - 1, Cue::whole) ||
           scan.says(at + 1, "ended") || scan.says(at + 1, "ending");
  }
  return word.number == NumberRole::fraction && word.value == 2 &&
         scan.word(at - 1).number == NumberRole::ordinal_unit;
}

// Figures of business: an amount or the name of a result.
bool tells_results(const Scan& scan) {
  constexpr std::array<std::string_view, 10> kResults = {"profit",   "profits",  "sales", "revenue",
                                                         "revenues", "earnings", "net",   "results",
                                                         "loss",     "income"};
  for (std::uint32_t i = 0; i < scan.size(); ++i) {
    const bool sign = scan.mark(i, '$') || scan.mark(i, '%');
    if (sign || std::ranges::any_of(kResults, [&](auto word) { return scan.says(i, word); })) {
      return true;
    }
  }
  return false;
}

// The nearest quarter with a number before one that is only called "the quarter".
std::optional<int> quarter_before(const Scan& scan, std::uint32_t at, std::uint32_t reach) {
  std::optional<int> unnumbered;
  for (std::uint32_t i = 1; i <= at && i <= reach; ++i) {
    const std::uint32_t name = at - i;
    if (is_other_period(scan, name)) {
      return unnumbered;
    }
    const auto number = is_quarter(scan, name) ? number_of_quarter(scan, name) : std::nullopt;
    if (number && *number != 0) {
      return number;
    }
    unnumbered = number ? number : unnumbered;
  }
  return unnumbered;
}

}  // namespace

ToldQuarter finished_quarter(const TimeScan& at_time) {
  const CivilTime now = civil_of(*at_time.today());
  const YearMonth finished = carry(now.year, now.month - 3);
  return {finished.year, (finished.month + 2) / 3};
}

std::optional<ToldQuarter> told_quarter(const TimeScan& at_time, std::uint32_t at) {
  if (!at_time.today()) {
    return std::nullopt;
  }
  const Scan& scan = at_time.scan;
  auto number = quarter_before(scan, at, kReach);
  if (!number && tells_results(scan)) {
    const Scan wide = scan.with_earlier(kReachOfSentences);
    number = quarter_before(wide, at + wide.size() - scan.size(), kReachOfSentences);
  }
  if (!number || *number == 0) {
    return number ? std::optional(finished_quarter(at_time)) : std::nullopt;
  }
  const CivilTime now = civil_of(*at_time.today());
  return ToldQuarter{*number * 3 - 2 > now.month ? now.year - 1 : now.year, *number};
}

}  // namespace concord::normalize
