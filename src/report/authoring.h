#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/authoring.h"
#include "model/finding.h"
#include "model/rule.h"
#include "report/format.h"

// What the tools for rule authors print; part of report.h.
namespace concord::report {

/// `concord rules coverage`: what no example reaches, a line each (none when quiet), then how much
/// of each kind is reached.  human or json.
std::string coverage_report(const std::vector<Cover>& covers, const RuleSet& rules, Format format,
                            const Style& style);

/// The percentage of phrases, unless lines, context lines and verdicts that is reached, rounded
/// down to tenths; branches and list entries do not count.
double lines_reached(const std::vector<Cover>& covers);

/// `concord rules sample`: sentences a phrase accepts, and how many there are.  human or json.
std::string samples_report(const std::vector<std::string>& sentences, std::uint64_t count,
                           Format format);

/// `concord rules explain`: facts with the words each item of their phrase took, what was set aside
/// and why, near misses.  human or json.
std::string proof_report(const Proof& proof, const RuleSet& rules, Format format);

/// `concord rules try`: the hits of one phrase, each with its line.  human, short, json or jsonl.
std::string hits_report(const Findings& hits, Format format, const Style& style);

/// `concord rules diff`: facts gained, lost and changed over the documents of `read`.  human,
/// short, json or jsonl.
std::string changes_report(const std::vector<FactChange>& changes, const Findings& read,
                           Format format, const Style& style);

/// `concord rules bench`: the dearest phrases first.  human or json.
std::string costs_report(std::vector<PhraseCost> costs, std::uint64_t sentences,
                         const RuleSet& rules, Format format, const Style& style);

/// `concord rules doc`: a handbook of a pack (of all packs when empty) for those who read reports
/// and do not write rules: one HTML page that needs nothing else, every text escaped.
std::string handbook(const RuleSet& rules, std::string_view pack,
                     const std::vector<PhraseSample>& samples);

}  // namespace concord::report
