#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lsp/lsp.h"

namespace concord::lsp {

/// A draft as the sources stand to it.
struct CheckedDraft {
  Findings findings;        // the draft is the first document; empty when it has no text
  Diagnostics diagnostics;  // in the order of the text
};

/// The rules and the sources of one workspace, read once and kept until they change.
class Workspace {
 public:
  Workspace() = default;
  explicit Workspace(Setting setting) : setting_(std::move(setting)) {}

  const Setting& setting() const { return setting_; }

  /// The rules made ready; null when there are none to read.
  const pipeline::Engine* engine();

  /// Holds the text of a file (of the `format` "markdown", "html" or "text") against the sources.
  CheckedDraft check(const std::string& path, std::string text, const std::string& format,
                     Timestamp now);

  /// True if there is a store in which an editor's decisions can be kept.
  bool has_store() const;
  /// Writes into the store that a finding is known until a time.
  Result<void> accept(const std::string& finding, const std::string& reason, Timestamp until,
                      Timestamp now);

  /// True if a source, or the store, is another than when last asked: what was checked is out of
  /// date.
  bool has_changed();
  /// The rules are read anew when next asked for.
  void forget_rules();

 private:
  const std::vector<Document>& sources();
  /// Findings that editors accepted, and until when; empty: for good.
  const std::map<std::string, std::optional<Timestamp>>& accepted(Timestamp now);
  std::uint64_t stamp_of_sources() const;

  Setting setting_;
  std::optional<pipeline::Engine> engine_;
  bool engine_read_ = false;
  std::optional<std::vector<Document>> sources_;
  std::optional<std::map<std::string, std::optional<Timestamp>>> accepted_;
  std::optional<std::uint64_t> stamp_;
};

}  // namespace concord::lsp
