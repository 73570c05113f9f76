#include "cli/commands.h"

#include <unistd.h>

namespace concord::cli {
namespace {

constexpr std::uint32_t kAlways = kHelp | kQuiet | kColor;
constexpr std::uint32_t kReading = kRules | kPublished | kInputFormat | kJobs | kVerbose;

constexpr Command kCommands[] = {
    {.takes = {"compare", kAlways | kReading | kPolicy | kFormat | kOutput | kFailOn,
               "human short json jsonl", std::nullopt},
     .usage = "compare PATH...",
     .summary = "where several articles agree, differ and move on; nothing is stored",
     .description =
         R"(Reads articles (files, folders, globs, - for standard input), extracts the facts they state and says
for each fact whether the sources agree, one has moved on, or they contradict each other.
A handful of articles is taken for one story unless they plainly are not.
Differences do not fail the run unless --fail-on says so.

  concord compare a.txt b.txt
  concord compare wire/ --published wire/a.txt=2024-03-24T09:00Z
  concord compare stories.jsonl -f json -o findings.json
)",
     .run = compare},
    {.takes = {"check",
               kAlways | kReading | kAgainst | kNow | kPolicy | kFormat | kOutput | kFailOn,
               "human short json jsonl", Severity::error},
     .usage = "check DRAFT... --against PATH,...",
     .summary = "one's own copy before publishing, against other sources",
     .description =
         R"(Holds each draft against the sources: figures behind or in conflict, quotations that differ, a headline
against its body, parts that do not sum. A draft without a time counts as written at --now, else
as newer than every source. A figure is proposed only where two independent sources give
it, and nothing inside quotation marks is ever touched. Fails on errors (--fail-on error).

  concord check draft.md --against wire/
  concord check draft.md --against a.txt,b.txt -f json
)",
     .run = check},
    {.takes = {"extract", kAlways | kReading | kFormat | kOutput, "human json jsonl", std::nullopt},
     .usage = "extract [PATH...]",
     .summary = "the facts documents state, one JSON object a line",
     .description = R"(
  concord extract a.txt
  concord extract archive.jsonl --jobs 4 > facts.jsonl
  concord extract a.txt -f human
)",
     .run = extract},
    {.takes = {"values", kAlways | kNow | kFormat | kOutput, "human json jsonl", std::nullopt},
     .usage = "values [FILE|TEXT...]",
     .summary = "every number, amount, duration and time in a text, rules aside",
     .description =
         R"(Reads JSON Lines {"id","text","reference_time"?,"prefer"?:"past"|"future"} and prints {"id","values":[...]},
a line for a line. A sentence in quotation marks is read itself and printed for people.

  concord values requests.jsonl
  concord values "At least 130 people were killed on Saturday" --now 2024-03-24
)",
     .run = values},
    {.takes = {"figures", kAlways | kReading | kFormat | kOutput, "human json jsonl", std::nullopt},
     .usage = "figures [PATH...]",
     .summary = "the one figure each document stands by for each fact",
     .description = R"(
  concord figures a.txt b.txt
  concord figures archive.jsonl > figures.jsonl
)",
     .run = figures},
    {.takes = {"group", kAlways | kReading | kFormat | kOutput, "human json jsonl", std::nullopt},
     .usage = "group [PATH...]",
     .summary = "which documents tell of one story, and which are copies",
     .description = R"(
  concord group archive.jsonl
  concord group wire/ -f human
)",
     .run = group},
    {.takes = {"explain", kAlways | kRules | kNow | kOutput | kVerbose, {}, std::nullopt},
     .usage = "explain RULE|\"SENTENCE\"",
     .summary = "a rule in words, or what every rule makes of a sentence and why",
     .description = R"(
  concord explain deaths
  concord explain "Officials denied that 200 people were killed."
)",
     .run = explain},
    {.takes = {"rules lint", kAlways | kRules | kFormat | kOutput | kFailOn,
               "human short json jsonl", Severity::error},
     .usage = "rules lint [PATH]",
     .summary = "what is wrong or unwise in the rules",
     .description =
         R"(Checks the rules of --rules, or one file or folder. Exit code 1 on errors, or from --fail-on's level.

  concord rules lint
  concord rules lint my-rules/ --fail-on warning
)",
     .run = rules_lint},
    {.takes = {"rules test", kAlways | kRules | kOnly | kOutput | kVerbose, {}, Severity::error},
     .usage = "rules test [--only NAME]",
     .summary = "run the examples that rules carry; list phrases no example reaches",
     .description =
         R"(Exit code 1 if any example does not come out as written. -q leaves out the phrases not reached.

  concord rules test
  concord rules test --only deaths
)",
     .run = rules_test},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

bool take_inputs(Session& session, pipeline::Options& options) {
  if (!options.inputs.empty()) {
    return true;
  }
  if (isatty(session.machine().input) != 0) {
    session.refuse(usage_error("no input named", "name files or folders, or - for standard input"));
    return false;
  }
  options.inputs = {"-"};
  return true;
}

}  // namespace concord::cli
