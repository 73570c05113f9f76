#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "report/report.h"

namespace concord::cli {

/// Flags that a command may take, one bit each; the order of the table in arguments.cpp.
enum Flag : std::uint32_t {
  kRules = 1U << 0U,
  kAgainst = 1U << 1U,
  kPublished = 1U << 2U,
  kInputFormat = 1U << 3U,
  kNow = 1U << 4U,
  kPolicy = 1U << 5U,
  kOnly = 1U << 6U,
  kFormat = 1U << 7U,
  kOutput = 1U << 8U,
  kFailOn = 1U << 9U,
  kColor = 1U << 10U,
  kJobs = 1U << 11U,
  kQuiet = 1U << 12U,
  kVerbose = 1U << 13U,
  kHelp = 1U << 14U,
  kMin = 1U << 15U,
  kWhyNot = 1U << 16U,
  kFix = 1U << 17U,
  kCheck = 1U << 18U,
  kWrong = 1U << 19U,
  kRight = 1U << 20U,
  kFact = 1U << 21U,
  kMost = 1U << 22U,
  kExplain = 1U << 23U,
};

enum class Color : std::uint8_t { automatic, always, never };

/// A command line, read.
struct Arguments {
  std::vector<std::string> inputs;  // what is no flag
  std::string rules;
  std::vector<std::string> against;
  std::map<std::string, std::string> published;
  std::string input_format;
  std::optional<Timestamp> now;
  std::string policy = "gtd";
  std::string only;
  std::optional<report::Format> format;
  std::string output;               // file; empty or "-": standard output
  std::optional<Severity> fail_on;  // absent: findings never fail the run
  Color color = Color::automatic;
  int jobs = 0;
  double min = 0;       // percent
  std::string why_not;  // a fact
  std::string wrong;    // files
  std::string right;
  std::string fact;
  double most = 0;  // microseconds; 0 if not given
  bool fix = false;
  bool check = false;
  bool explain = false;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
};

/// What a command takes and how its flags begin.
struct Takes {
  std::string_view command;
  std::uint32_t flags = 0;
  std::string_view formats;         // "human short json jsonl": those it can print
  std::optional<Severity> fail_on;  // default of --fail-on
};

/// Reads the words after the command; flags may stand anywhere among the inputs, "--" ends them.
/// Fails with a message for people, and a did-you-mean where a name is nearly right.
Result<Arguments> read_arguments(const Takes& takes, const std::vector<std::string>& words);

/// Lines for --help of the flags in `flags`.
std::string flags_help(std::uint32_t flags);

/// How many words a flag before the command takes ("--rules DIR" 2, "-q" 1), 0 if there is no such
/// flag.
std::size_t words_of_flag(std::string_view word);

/// A usage error.
Diagnostic usage_error(std::string message, std::string help = {});

}  // namespace concord::cli
