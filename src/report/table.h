#pragma once

#include <string>
#include <vector>

namespace concord::report {

/// Rows of cells as left-aligned columns two spaces apart, one line a row, no space at line ends.
/// The last column is not padded; no cell pads a column beyond `widest` code points.
std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t widest = 40);

}  // namespace concord::report
