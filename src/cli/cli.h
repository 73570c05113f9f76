#pragma once

#include <map>
#include <string>
#include <vector>

namespace concord::cli {

/// What the program may see of the machine it runs on; nothing else of it reaches a result.
struct Machine {
  std::string program;  // path of the executable; rules are looked for beside it
  std::map<std::string, std::string> environment;  // those that are set and matter
  int input = 0;                                   // file descriptors
  int output = 1;
  int errors = 2;
};

/// The machine that really runs us.
Machine this_machine();

/// Runs `concord ARGUMENTS...` and returns the exit code: 0 clean, 1 findings at or above
/// --fail-on, 2 usage, configuration or rule error, 3 some inputs unreadable or the output not
/// written, 4 store error. Complaints go to `machine.errors`.  A reader of the output that goes
/// away ends the run quietly.
int run(const std::vector<std::string>& arguments, const Machine& machine);

}  // namespace concord::cli
