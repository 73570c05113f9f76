#include "program.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

namespace concord::e2e {
namespace {

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() { EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0); }
  int reader() const { return ends[0]; }
  int writer() const { return ends[1]; }
};

std::string drain(int descriptor) {
  std::string text;
  std::array<char, 65536> block{};
  for (ssize_t size = 0; (size = read(descriptor, block.data(), block.size())) > 0;) {
    text.append(block.data(), static_cast<std::size_t>(size));
  }
  close(descriptor);
  return text;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& string : strings) {
    result.push_back(string.data());
  }
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void become(std::vector<std::string> words, std::vector<std::string> variables,
                         int input, int output, int errors) {
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  execve(words.front().c_str(), pointers(words).data(), pointers(variables).data());
  _exit(127);
}

/// The folder of this process's scratch folders, gone with it.
class Scratch {
 public:
  Scratch() : folder_(testing::TempDir() + "concord_e2e_" + std::to_string(getpid())) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

}  // namespace

Outcome concord(const std::vector<std::string>& arguments, const Setting& setting) {
  std::vector<std::string> words = {CONCORD_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  static const std::string kHome = scratch("home");
  std::vector<std::string> variables = {"HOME=" + kHome};
  for (const auto& [name, value] : setting.environment) {
    variables.push_back(name + "=" + value);
  }
  static std::atomic<int> runs = 0;  // several may go on at once
  const std::string run = std::to_string(runs++);
  const std::string input = write_file(kHome + "/input" + run, setting.input);
  const int stdin_file = open(input.c_str(), O_RDONLY | O_CLOEXEC);
  // Errors go to a file, so that only one pipe has to be read.
  const std::string errors = kHome + "/errors" + run;
  const int errors_file = open(errors.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const Pipe pipe;
  int output = pipe.writer();
  if (!setting.output.empty()) {
    output = open(setting.output.c_str(), O_WRONLY | O_CLOEXEC);
  }
  if (setting.close_output) {
    close(pipe.reader());
  }
  const pid_t child = fork();
  if (child == 0) {
    if (setting.largest_file > 0) {
      const rlimit limit{setting.largest_file, setting.largest_file};
      setrlimit(RLIMIT_FSIZE, &limit);
    }
    become(words, variables, stdin_file, output, errors_file);
  }
  close(pipe.writer());
  std::jthread killer([&] {
    if (setting.kill_after.count() > 0) {
      std::this_thread::sleep_for(setting.kill_after);
      kill(child, SIGKILL);
    }
  });
  Outcome outcome;
  if (!setting.close_output) {
    outcome.out = drain(pipe.reader());
  }
  int status = 0;
  siginfo_t ended{};
  (void)waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT);
  if (killer.joinable()) {
    killer.join();  // before its number may belong to another process
  }
  waitpid(child, &status, 0);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.err = read_file(errors);
  close(stdin_file);
  close(errors_file);
  unlink(input.c_str());
  unlink(errors.c_str());
  if (output != pipe.writer()) {
    close(output);
  }
  return outcome;
}

std::string in_source(const std::string& path) {
  return std::string(CONCORD_SOURCE_DIR) + "/" + path;
}

std::string scratch(const std::string& name) {
  static const Scratch kAll;
  std::string folder = kAll.folder() + "/" + name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::string write_file(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace concord::e2e
