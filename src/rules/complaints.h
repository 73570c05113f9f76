#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/line_index.h"
#include "model/phrase.h"
#include "rules/codes.h"

namespace concord::rules {

/// A rule file as it is read; lines end in LF only.
struct SourceFile {
  std::string name;
  std::string text;
  std::optional<LineIndex> lines;  // made when the first complaint needs it
  std::size_t complaints = 0;
};

/// A stretch of one line of a rule file: where it begins and how many bytes are marked.
struct Place {
  RulePosition where;
  std::uint32_t size = 0;
};

/// Turns places in rule files into diagnostics with excerpt and mark.  Keeps at most 100 complaints
/// a file, so that a hostile file cannot flood; the last one says so (E117).
class Complaints {
 public:
  explicit Complaints(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// Takes a file in and returns its number, RulePosition::file.
  std::uint32_t add_file(std::string name, std::string text);
  const SourceFile& file(std::uint32_t number) const { return files_[number]; }
  std::vector<SourceFile>& files() { return files_; }

  void add(Code code, const Place& place, std::string message, std::string help = {});

  /// As add, with a second place that the complaint is also about ("first defined here").
  void add_with_note(Code code, const Place& place, std::string message, const Place& other,
                     std::string note, std::string help = {});

  /// As add, with text that may replace bytes of the file.
  void add_with_fix(Code code, const Place& place, std::string message, Fix fix);

  /// Counts an error that follows from one that is told already.
  void count_error() { ++errors_; }

  /// True when further complaints about the file are not shown, so that none need be composed.
  bool is_full(std::uint32_t file) const;

  /// The place as a reader sees it.
  Location locate(const Place& place);

  /// Errors so far; a rule during whose reading it grew is not kept.
  std::size_t errors() const { return errors_; }

 private:
  Diagnostic* start(Code code, const Place& place, std::string message);

  Diagnostics& diagnostics_;
  std::vector<SourceFile> files_;
  std::size_t errors_ = 0;
};

}  // namespace concord::rules
