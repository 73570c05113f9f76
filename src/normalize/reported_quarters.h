#pragma once

#include <optional>

#include "normalize/times.h"

namespace concord::normalize {

/// A quarter of a calendar year.
struct ToldQuarter {
  int year = 0;
  int number = 0;
};

/// The last quarter that has ended at publication.  REQUIRES: a reference time.
ToldQuarter finished_quarter(const TimeScan& at_time);

/// The quarter whose results are told before `at`, which figures of "a year earlier" are held
/// against: named in the sentence or, where the sentence itself tells results, in the ones before
/// it.  Nothing after another reporting period ("the nine months", "the fiscal year") or without a
/// reference time.
std::optional<ToldQuarter> told_quarter(const TimeScan& at_time, std::uint32_t at);

}  // namespace concord::normalize
