#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/timestamp.h"
#include "model/desk.h"
#include "model/rule.h"

namespace concord::pipeline {

/// What a run is asked.
struct Options {
  std::string rules_folder;
  std::string cache_directory;
  std::vector<std::string> inputs;
  std::vector<std::string> drafts;  // for check(): one's own copy
  std::string input_format;
  std::string standard_input_name;  // what "-" is called, and told by; empty: "<stdin>"
  std::map<std::string, std::string> published;
  std::optional<Timestamp>
      now;       // the run's clock; never the machine's unless the front end sets it
  int jobs = 0;  // 0 = as many as cores
  std::string policy = "gtd";
  std::map<std::string, std::string> fact_policy;  // fact -> policy
  std::string time_zone;                           // of the desk, "Europe/Oslo"; empty: UTC
  std::optional<int> clock;  // minutes from UTC of the clock that notes tell times on
  std::map<std::string, Severity> severity;  // "deaths/stale", "deaths" or "stale" -> level
  std::vector<DeskSource> sources;           // what the desk says of its sources
  std::vector<std::string> packs;            // only the facts and checks of these; empty: all
  bool one_story =
      false;  // inputs named by hand: one story unless they plainly are not, or are many
  bool with_examples = false;
  bool with_phrases = true;  // only to explain them, once the matcher is cached
  std::function<void(std::string_view stage, std::size_t done, std::size_t total)>
      progress;  // may be empty
};

/// Rules, lexicon, value reader and matcher made once and used for any number of runs.
class Engine {
 public:
  Engine(const Options& options, Diagnostics& diagnostics);
  Engine(RuleSet rules, Diagnostics& diagnostics);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  const RuleSet& rules() const;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

}  // namespace concord::pipeline
