#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lsp/lsp.h"
#include "store/store.h"

namespace concord::lsp {

using pipeline::CheckedDraft;

/// The rules and the sources of one workspace, read once and kept until they change.
class Workspace {
 public:
  Workspace() = default;
  explicit Workspace(Setting setting) : setting_(std::move(setting)) {}

  const Setting& setting() const { return setting_; }

  /// The rules made ready; null when there are none to read.
  const pipeline::Engine* engine();

  /// Holds the text of a file (of the `format` "markdown", "html" or "text") against the sources
  /// named, or else against its story in the store.  Without documents where there is no text.
  CheckedDraft check(const std::string& path, std::string text, const std::string& format,
                     Timestamp now);
  /// What the draft is about may have changed: its story is looked for anew.
  void forget_story(const std::string& path);

  /// True if there is a store in which an editor's decisions can be kept.
  bool has_store() const;
  /// Writes into the store that a finding is known until a time.
  Result<void> accept(const std::string& finding, const std::string& reason, Timestamp until,
                      Timestamp now);

  /// True if a source, the store or the rules are others than when last asked: what was checked is
  /// out of date.
  bool has_changed();

 private:
  /// A story as it was found for a draft of so many bytes.
  struct FoundStory {
    std::size_t size = 0;
    pipeline::DraftStory story;
    pipeline::StoryWords words;  // of the documents of the story
  };

  const FoundStory& story_of(const std::string& path, const Document& draft, Timestamp now);
  pipeline::DraftStory find_story(const std::string& path, const Document& draft, Timestamp now);
  const std::vector<store::StoredDocument>& sources();
  std::uint64_t stamp_of_sources() const;
  void forget_rules();

  Setting setting_;
  std::optional<pipeline::Engine> engine_;
  bool engine_read_ = false;
  std::uint64_t rules_stamp_ = 0;
  std::optional<std::vector<store::StoredDocument>> sources_;
  std::map<std::string, FoundStory> stories_;  // by path
  std::optional<std::uint64_t> stamp_;
};

}  // namespace concord::lsp
