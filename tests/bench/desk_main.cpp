// concord_desk SEED ARTICLES: a desk's incoming articles as JSON Lines, for measuring whole nights.
#include <cstdio>
#include <cstdlib>

#include "desk.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: concord_desk SEED ARTICLES > articles.jsonl\n", stderr);
    return 2;
  }
  bool written = true;
  concord::bench::generate_desk(std::strtoull(argv[1], nullptr, 10),
                                std::strtoull(argv[2], nullptr, 10), [&](std::string_view line) {
                                  written = written && std::fwrite(line.data(), 1, line.size(),
                                                                   stdout) == line.size();
                                });
  return written && std::fflush(stdout) == 0 ? 0 : 1;
}
