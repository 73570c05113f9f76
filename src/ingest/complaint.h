#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace concord::ingest {

/// A place in `text`, the content of `file`: the line with `size` bytes at `offset` marked, cut to
/// what a screen holds.
Location locate(const std::string& file, std::string_view text, std::size_t offset,
                std::size_t size);

/// The file as such.
Location whole_file(const std::string& file);

/// The severity belongs to the code: errors are what leaves an input unread (ingest.h).
void complain(Diagnostics& diagnostics, std::string code, std::string message, Location where,
              std::string help = {});

}  // namespace concord::ingest
