#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/desk_file.h"
#include "pipeline/pipeline.h"

namespace concord::cli {
namespace {

constexpr std::string_view kExitCodes =
    "Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration or rule error,\n"
    "3 some inputs unreadable (the others done) or the output not written, 4 store error.\n";

std::string program_help() {
  std::string text =
      "concord reads articles from several sources and says where their facts agree, differ and "
      "move on.\n\nUsage: concord COMMAND [FLAGS] [PATH...]\n\n";
  for (const Command& command : commands()) {
    text += fmt::format("  {:<14} {}\n", command.takes.command, command.summary);
  }
  text += "\n  concord compare a.txt b.txt\n  concord check draft.md --against wire/\n";
  text +=
      "\n`concord COMMAND --help` has a command's flags and examples; `concord --version` the "
      "version.\n";
  return text + std::string(kExitCodes);
}

std::string command_help(const Command& command) {
  std::string description(command.description);
  const std::string formats(command.takes.formats);
  std::string text =
      fmt::format("Usage: concord {} [FLAGS]\n\n{}: {}\n{}{}\nFlags:\n{}", command.usage,
                  command.takes.command, command.summary, description.starts_with('\n') ? "" : "\n",
                  description, flags_help(command.takes.flags));
  if (!formats.empty()) {
    text += fmt::format("FORMAT is one of: {}\n", formats);
  }
  return text + "\n" + std::string(kExitCodes);
}

/// What the commands do that have `first` as their first word; empty if none has.
std::string group_help(std::string_view first) {
  std::string text;
  for (const Command& command : commands()) {
    if (command.takes.command.starts_with(std::string(first) + " ")) {
      text += fmt::format("  {:<15} {}\n", command.takes.command, command.summary);
    }
  }
  return text.empty() ? text
                      : fmt::format(
                            "Usage: concord {} COMMAND [FLAGS]\n\n{}\n`concord {} COMMAND "
                            "--help` has a command's flags and examples.\n",
                            first, text, first);
}

/// Flags written before the command are moved behind it, where they are read.
std::vector<std::string> command_first(const std::vector<std::string>& arguments) {
  std::size_t at = 0;
  while (at < arguments.size() && arguments[at].starts_with('-')) {
    const std::size_t words = words_of_flag(arguments[at]);
    if (words == 0) {
      break;
    }
    at = std::min(at + words, arguments.size());
  }
  std::vector<std::string> moved(arguments.begin() + static_cast<std::ptrdiff_t>(at),
                                 arguments.end());
  moved.insert(moved.end(), arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(at));
  return moved;
}

std::size_t words_in(std::string_view name) {
  return name.find(' ') == std::string_view::npos ? 1 : 2;
}

/// The command that the first words name; null if none does.
const Command* find_command(const std::vector<std::string>& words) {
  const std::string one = words.empty() ? "" : words[0];
  const std::string two = words.size() < 2 ? one : one + " " + words[1];
  const auto found = std::ranges::find_if(commands(), [&](const Command& command) {
    return command.takes.command == one || command.takes.command == two;
  });
  return found == commands().end() ? nullptr : &*found;
}

Diagnostic unknown_command(const std::vector<std::string>& words) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    names.push_back(command.takes.command);
  }
  std::string written = words.front();
  std::erase_if(names, [&](std::string_view name) { return !name.starts_with(written + " "); });
  if (!names.empty() && (words.size() == 1 || words[1].starts_with('-'))) {
    return usage_error(fmt::format("`{}` is the first word of several commands", written),
                       "write " + listed(names));
  }
  if (!names.empty()) {
    written += " " + words[1];
  }
  if (names.empty()) {
    std::ranges::transform(commands(), std::back_inserter(names),
                           [](const Command& command) { return command.takes.command; });
  }
  if (written.starts_with('-')) {
    return usage_error("unknown flag " + written, "see concord --help");
  }
  return usage_error(fmt::format("no command is called `{}`", written),
                     did_you_mean(written, names, "see concord --help"));
}

int refuse(const Machine& machine, const Diagnostic& diagnostic) {
  print(machine.errors, report::diagnostics_report({diagnostic}, report::Format::human, {}));
  return 2;
}

int answer(const Machine& machine, std::string_view text) {
  Output output(machine.output);
  output.write(text);
  if (!output.finish() && !output.error().empty()) {
    print(machine.errors, "error: " + output.error() + "\n");
    return 3;
  }
  return 0;
}

int run_command(const Command& command, const Arguments& arguments, const DeskFile& desk,
                const Machine& machine, Output& output) {
  Session session(command.takes.command, arguments, desk, machine, output);
  command.run(session);
  if (const int code = session.exit_code(); (code == 2 || code == 4) && !output.has_text()) {
    return code;  // a refusal leaves an older file in its place
  }
  if (!output.finish() && !output.error().empty()) {
    print(machine.errors, "error: " + output.error() + "\n");
    return 3;
  }
  return session.exit_code();
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Machine& machine) {
  pipeline::take_memory_in_steps();
  std::vector<std::string> words = command_first(arguments);
  if (words.empty()) {
    print(machine.errors, program_help());
    return 2;
  }
  if (words.front() == "--version") {
    return answer(machine, "concord " CONCORD_VERSION "\n");
  }
  if (words.front() == "help" && words.size() > 1) {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
    return answer(machine, program_help());
  }
  const Command* command = find_command(words);
  if (command == nullptr) {
    const bool asks = words.size() == 2 && (words[1] == "--help" || words[1] == "-h");
    const std::string help = asks ? group_help(words.front()) : std::string();
    return help.empty() ? refuse(machine, unknown_command(words)) : answer(machine, help);
  }
  words.erase(words.begin(),
              words.begin() + static_cast<std::ptrdiff_t>(words_in(command->takes.command)));
  const DeskFile desk = find_desk(words, machine);
  const auto read = read_arguments(command->takes, words, desk.desk.flags, desk.desk.time_zone);
  if (!read) {
    return refuse(machine, read.error());
  }
  if (read->help) {
    return answer(machine, command_help(*command));
  }
  if (!desk.complaints.empty()) {
    print(machine.errors,
          report::diagnostics_report(desk.complaints, report::Format::human, report::Style()));
    return 2;
  }
  if (read->output.empty() || read->output == "-") {
    Output output(machine.output);
    return run_command(*command, *read, desk, machine, output);
  }
  auto output = Output::to_file(read->output);
  if (!output) {
    print(machine.errors, "error: " + output.error().message + "\n");
    return 3;
  }
  return run_command(*command, *read, desk, machine, *output);
}

}  // namespace concord::cli
