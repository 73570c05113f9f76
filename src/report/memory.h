#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/told.h"
#include "model/told_night.h"
#include "report/format.h"

namespace concord::report {

/// `concord story list`: a line a story, or one JSON object.
std::string stories_report(const std::vector<ToldStory>& stories, Format format,
                           const Style& style);

/// `concord explain FINDING`: what a night wrote down of it, for people.
std::string told_report(std::string_view night, const ToldWhole& told, const Style& style);

/// `concord diff`: what is new, changed and gone between two nights.
std::string diff_report(std::string_view older, std::string_view newer,
                        const std::vector<ToldChange>& changes, Format format, const Style& style);

/// `concord figure STORY FACT`: for each finding of the fact what every policy prints, with the
/// practice it is published as; with a policy its figure alone.  Empty when no source gives one.
std::string figure_report(const Findings& findings, std::string_view fact, std::string_view policy,
                          Format format);

/// `concord figure --claims`: one JSON object a line, or a table for people.
std::string chosen_report(const std::vector<ChosenValue>& chosen, Format format,
                          const Style& style);

}  // namespace concord::report
