#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace concord::ingest {

/// True if `name` matches `pattern`, where * is any run of bytes and ? any one byte.
bool matches_glob(std::string_view pattern, std::string_view name);

/// The files that an input names: itself, the documents below a folder, or what a glob matches, in
/// byte order.  Complains D105 and D110; a path that is not there is returned for opening to tell.
std::vector<std::string> expand(const std::string& input, Diagnostics& diagnostics);

}  // namespace concord::ingest
