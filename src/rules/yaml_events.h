#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/yaml_tree.h"

namespace concord::rules {

/// The tree of a text that has passed the checks of yaml_tree.cpp (UTF-8, no tabs, no control
/// characters, lines of bounded length).  The only place that uses yaml-cpp.
std::optional<YamlNode> build_tree(std::uint32_t file, std::string_view text,
                                   Complaints& complaints);

}  // namespace concord::rules
