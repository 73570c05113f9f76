#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "model/rule.h"
#include "model/tokens.h"
#include "pipeline/rule_tools.h"

namespace concord::pipeline {

/// A text to try phrases on.
struct ProbeText {
  std::string text;
  Part part = Part::body;
};

/// A probe matched in a text; `extent` covers the phrase, `filler` its value (or the extent).
struct ProbeHit {
  std::uint32_t probe = 0;
  std::uint32_t text = 0;
  Span extent;
  Span filler;
};

/// The words of all packs, and nothing to find but the probes, each a fact called "probe-N".  A
/// probe that is no sound phrase is left out; why is in `diagnostics`, at line N + 1 of "phrase".
RuleSet probe_rules(const RuleSet& rules, std::span<const Probe> probes, Diagnostics& diagnostics);

/// Every match of every probe, by text, then place.  Shared phrases and lists are those of `rules`
/// (loaded with examples).  Unsound probes match nothing.
std::vector<ProbeHit> try_probes(const RuleSet& rules, const std::vector<Probe>& probes,
                                 const std::vector<ProbeText>& texts);

}  // namespace concord::pipeline
