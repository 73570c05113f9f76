#include <array>
#include <cstdlib>
#include <unistd.h>

#include "cli/cli.h"

namespace concord::cli {
namespace {

constexpr const char* kVariables[] = {"CONCORD_RULES",  "CONCORD_STORE", "CONCORD_CONFIG",
                                      "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME",
                                      "NO_COLOR",       "COLUMNS",       "TERM"};

}  // namespace

Machine this_machine() {
  Machine machine;
  std::array<char, 4096> path{};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size > 0) {
    machine.program.assign(path.data(), static_cast<std::size_t>(size));
  }
  for (const char* name : kVariables) {
    if (const char* value = std::getenv(name)) {
      machine.environment[name] = value;
    }
  }
  return machine;
}

}  // namespace concord::cli
