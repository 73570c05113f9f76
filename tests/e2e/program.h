// Runs the built program as a person's shell would.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace concord::e2e {

struct Outcome {
  int code = -1;  // exit code; 128 + signal when it was killed
  std::string out;
  std::string err;
};

struct Setting {
  std::string input;                               // bytes on standard input
  std::map<std::string, std::string> environment;  // beside HOME, which is an empty folder
  std::string output;  // path that standard output is opened on ("/dev/full"); empty = captured
  bool close_output = false;                // nobody reads standard output
  std::chrono::microseconds kill_after{0};  // then SIGKILL; 0: it may end
  std::size_t largest_file = 0;             // bytes that a file it writes may have; 0: any
};

Outcome concord(const std::vector<std::string>& arguments, const Setting& setting = {});

/// A path inside the checkout: "corpus/attack".
std::string in_source(const std::string& path);

/// A new folder for one test, empty.
std::string scratch(const std::string& name);

/// Writes a file and returns its path.
std::string write_file(const std::string& path, const std::string& bytes);
std::string read_file(const std::string& path);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace concord::e2e
