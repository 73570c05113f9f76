#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/matrix.h"
#include "report/night.h"
#include "report/page_text.h"
#include "wording/places.h"

namespace concord::report {

/// Findings made ready to be told: what a report looks up again and again.
struct Opened {
  explicit Opened(const Findings& findings, const std::set<std::string>& accepted = {})
      : index(findings, accepted), places(findings.documents) {}
  const Findings& findings() const { return index.findings(); }

  StoryIndex index;
  wording::Places places;
};

/// The Findings of a night, each opened once, by whichever story comes first.
class OpenedRuns {
 public:
  explicit OpenedRuns(std::set<std::string> accepted = {}) : accepted_(std::move(accepted)) {}

  Opened& of(const Findings& findings) {
    auto& opened = runs_[&findings];
    if (opened == nullptr) {
      opened = std::make_unique<Opened>(findings, accepted_);
    }
    return *opened;
  }

 private:
  std::set<std::string> accepted_;  // ids of findings
  std::map<const Findings*, std::unique_ptr<Opened>> runs_;
};

/// A sentence that a finding rests on.
struct ShownSentence {
  std::string_view source;
  std::string place;  // as in a message: file, line and column
  Quoted words;
};

/// The first `most` of those that are shown of a finding.
std::vector<ShownSentence> shown_sentences(Opened& opened, const Finding& finding,
                                           std::size_t most);

const Story& story_of(const StoryTonight& tonight);

/// A title for people: the story's, else its id.
std::string title_of(const Story& story);

/// "6 documents in 7 versions": of an article that was rewritten each version is told.
std::string documents_line(const Findings& findings, const Story& story);

/// The severity of the story's worst finding.
Severity worst_of(const Opened& opened, StoryId story);

/// The story's most telling finding in one line; empty when none is worth telling.
std::string first_line(const Opened& opened, StoryId story);

/// "deaths: 12, then 14; injured: 3 or 5": why a story stands where it does, else its first line.
std::string why_line(const Opened& opened, const StoryTonight& tonight);

}  // namespace concord::report
