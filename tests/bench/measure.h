#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace concord::bench {

/// What a finished process cost.
struct ProcessCost {
  double seconds = 0;  // wall clock, start and end of the process included
  long peak_kib = 0;   // largest resident set
  int exit_code = 0;
};

/// Runs a program found in PATH with its output thrown away, in the C locale.
/// Nothing if it could not be started.
std::optional<ProcessCost> run_process(const std::vector<std::string>& command);

/// Standard error of a program whose standard output is thrown away.
std::string errors_of(const std::vector<std::string>& command);

/// Wall-clock seconds of one call.
double seconds_of(const std::function<void()>& work);

/// REQUIRES: not empty.
double median(std::vector<double> numbers);

}  // namespace concord::bench
