#pragma once

#include <string>

#include "report/night.h"
#include "report/opened.h"

namespace concord::report {

/// The night as one HTML file that needs nothing else.  Fails where a design cannot be read.
Result<std::string> night_page(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                               const Designs& designs);

/// Stories told in full by a page or a Markdown text.
constexpr std::size_t kMostToldStories = 100;

}  // namespace concord::report
