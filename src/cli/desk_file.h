#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/cli.h"
#include "model/desk.h"

namespace concord::cli {

/// A desk's settings and where they came from.
struct DeskFile {
  Desk desk;         // paths made relative to the current folder
  std::string path;  // empty: there is none
  Diagnostics complaints;
};

/// --config among `words`, else CONCORD_CONFIG, else concord.yaml in the current folder; a desk of
/// defaults where there is none of these.
DeskFile find_desk(const std::vector<std::string>& words, const Machine& machine);

}  // namespace concord::cli
