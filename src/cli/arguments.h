#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "report/report.h"

namespace concord::cli {

/// Flags that a command may take, one bit each; the order of the table in arguments.cpp.
enum Flag : std::uint64_t {
  flag_rules = 1ULL << 0U,
  flag_against = 1ULL << 1U,
  flag_published = 1ULL << 2U,
  flag_input_format = 1ULL << 3U,
  flag_now = 1ULL << 4U,
  flag_policy = 1ULL << 5U,
  flag_only = 1ULL << 6U,
  flag_format = 1ULL << 7U,
  flag_output = 1ULL << 8U,
  flag_fail_on = 1ULL << 9U,
  flag_color = 1ULL << 10U,
  flag_jobs = 1ULL << 11U,
  flag_quiet = 1ULL << 12U,
  flag_verbose = 1ULL << 13U,
  flag_help = 1ULL << 14U,
  flag_min = 1ULL << 15U,
  flag_why_not = 1ULL << 16U,
  flag_fix = 1ULL << 17U,
  flag_check = 1ULL << 18U,
  flag_wrong = 1ULL << 19U,
  flag_right = 1ULL << 20U,
  flag_fact = 1ULL << 21U,
  flag_most = 1ULL << 22U,
  flag_explain = 1ULL << 23U,
  flag_templates = 1ULL << 24U,
  flag_baseline = 1ULL << 25U,
  flag_store = 1ULL << 26U,
  flag_wait = 1ULL << 27U,
  flag_config = 1ULL << 28U,
  flag_as_of = 1ULL << 29U,
  flag_reason = 1ULL << 30U,
  flag_until = 1ULL << 31U,
  flag_withdraw = 1ULL << 32U,
  flag_claims = 1ULL << 33U,
  flag_date = 1ULL << 34U,
  flag_anew = 1ULL << 35U,
  flag_story = 1ULL << 36U,
  flag_diff = 1ULL << 37U,
  flag_stdin_filename = 1ULL << 38U,
};

enum class Color : std::uint8_t { automatic, always, never };

/// A command line, read.
struct Arguments {
  std::vector<std::string> inputs;  // what is no flag
  std::string rules;
  std::string store;
  double wait = 30;  // seconds
  std::vector<std::string> against;
  std::map<std::string, std::string> published;
  std::string input_format;
  std::optional<Timestamp> now;
  std::optional<Timestamp> wall_clock;  // --now as written: days of the week are read against it
  std::optional<Timestamp> as_of;
  std::optional<Timestamp> until;
  std::string policy;  // empty: the desk's, else gtd
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
  std::string reason;
  std::string claims;  // file
  std::string date;    // of a night
  std::string story;   // id; of check also "auto" or "none"
  std::string stdin_filename;
  std::string baseline;  // file
  double most = 0;       // microseconds; 0 if not given
  bool fix = false;
  bool diff = false;
  bool check = false;
  bool explain = false;
  bool withdraw = false;
  bool anew = false;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
};

/// What a command takes and how its flags begin.
struct Takes {
  std::string_view command;
  std::uint64_t flags = 0;
  std::string_view formats;         // "human short json jsonl": those it can print
  std::optional<Severity> fail_on;  // default of --fail-on
};

/// Reads the words after the command; flags may stand anywhere among the inputs, "--" ends them.
/// `defaults` (of a concord.yaml) stand for flags that the command takes and the words leave out.
/// --now, --as-of and --until are on the clock of `zone` where they name no other; the date of
/// --as-of is the whole day, that of the others its beginning.
/// Fails with a message for people, and a did-you-mean where a name is nearly right.
Result<Arguments> read_arguments(
    const Takes& takes, const std::vector<std::string>& words,
    const std::map<std::string, std::vector<std::string>>& defaults = {},
    const std::string& zone = "UTC");

/// Names of all flags that may have a default, and of all policies.
std::vector<std::string_view> flag_names();
std::span<const std::string_view> policy_names();

/// Lines for --help of the flags in `flags`.
std::string flags_help(std::uint64_t flags);

/// How many words a flag before the command takes ("--rules DIR" 2, "-q" 1), 0 if there is no such
/// flag.
std::size_t words_of_flag(std::string_view word);

/// A usage error.
Diagnostic usage_error(std::string message, std::string help = {});

}  // namespace concord::cli
