#include "measure.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace concord::bench {
namespace {

/// Starts `command` with standard output thrown away and standard error to `errors` (a descriptor,
/// or -1 to throw it away too). Returns its process id, or 0.
pid_t start(const std::vector<std::string>& command, int errors) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  std::vector<char*> environment = {const_cast<char*>("LC_ALL=C")};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with("LC_")) {
      environment.push_back(*entry);
    }
  }
  environment.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (errors >= 0) {
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  return failed != 0 ? 0 : child;
}

}  // namespace

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::optional<ProcessCost> run_process(const std::vector<std::string>& command) {
  ProcessCost cost;
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  cost.seconds = seconds_of([&] {
    child = start(command, -1);
    if (child != 0) {
      wait4(child, &status, 0, &usage);
    }
  });
  if (child == 0 || !WIFEXITED(status) || WEXITSTATUS(status) == 127) {
    return std::nullopt;
  }
  cost.peak_kib = usage.ru_maxrss;
  cost.exit_code = WEXITSTATUS(status);
  return cost;
}

std::string errors_of(const std::vector<std::string>& command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return {};
  }
  const pid_t child = start(command, ends[1]);
  close(ends[1]);
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  if (child != 0) {
    waitpid(child, nullptr, 0);
  }
  return text;
}

double median(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  const std::size_t middle = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

}  // namespace concord::bench
