#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/cli.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen where the output is written
  std::signal(SIGXFSZ, SIG_IGN);  // as is a file that may not grow
  try {
    return concord::cli::run({argv + 1, argv + argc}, concord::cli::this_machine());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 2;
  }
}
