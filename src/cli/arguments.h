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
  flag_rules = 1U << 0U,
  flag_against = 1U << 1U,
  flag_published = 1U << 2U,
  flag_input_format = 1U << 3U,
  flag_now = 1U << 4U,
  flag_policy = 1U << 5U,
  flag_only = 1U << 6U,
  flag_format = 1U << 7U,
  flag_output = 1U << 8U,
  flag_fail_on = 1U << 9U,
  flag_color = 1U << 10U,
  flag_jobs = 1U << 11U,
  flag_quiet = 1U << 12U,
  flag_verbose = 1U << 13U,
  flag_help = 1U << 14U,
  flag_min = 1U << 15U,
  flag_why_not = 1U << 16U,
  flag_fix = 1U << 17U,
  flag_check = 1U << 18U,
  flag_wrong = 1U << 19U,
  flag_right = 1U << 20U,
  flag_fact = 1U << 21U,
  flag_most = 1U << 22U,
  flag_explain = 1U << 23U,
  flag_templates = 1U << 24U,
  flag_baseline = 1U << 25U,
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
  std::string templates;  // folder
  std::string baseline;   // file
  double most = 0;        // microseconds; 0 if not given
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
