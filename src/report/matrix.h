#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.h"
#include "wording/finding_text.h"

namespace concord::report {

/// What one document says of a row's fact.
struct Statement {
  DocumentId document;
  std::vector<FactId> facts;  // what it rests on, best first; the parts of a sum
  std::string label;          // "133", "≥130", "4+7"
  Value value;
  std::optional<Decimal> base;  // the number in base units where its position has but one
  Mode mode = Mode::stated;
  bool behind = false;    // replaced by a later figure, outside the range of now, a low floor
  bool disputed = false;  // its position cannot be true together with another that stands
};

/// A source's statements on a fact, oldest first; none where it is silent.
struct Cell {
  std::vector<Statement> statements;

  /// The newest figure that the source states; null when it only expects or denies one.
  const Statement* current() const;
};

struct MatrixRow {
  std::uint32_t finding = 0;  // in Findings::findings
  std::vector<Cell> cells;    // one a column
  bool accepted = false;      // an editor has accepted what differs
};

/// Facts by sources, for one story.  Columns are sources, by the time of their first article, then
/// by name; those with nothing but copies come last.
struct Matrix {
  std::vector<std::string> sources;
  std::vector<MatrixRow> rows;
};

/// The findings of each story and the figures of each fact, looked up once.
class StoryIndex {
 public:
  /// `findings` must outlive the index; those of the ids `accepted` are kept apart.
  explicit StoryIndex(const Findings& findings, const std::set<std::string>& accepted = {});

  const Findings& findings() const { return findings_; }
  /// Numbers of the story's findings, in the order of Findings.
  const std::vector<std::uint32_t>& of(StoryId story) const;
  /// Those of them that an editor has accepted: what they are about is still known.
  const std::vector<std::uint32_t>& accepted(StoryId story) const;

  /// What documents say of the finding's fact, one statement for each figure and for each statement
  /// beside the figures (projected, denied); oldest first, by document where times are equal or
  /// unknown.
  std::vector<Statement> statements(const Finding& finding) const;

 private:
  const Figure* figure_of(const Finding& finding, FactId fact) const;
  Statement statement(const Finding& finding, FactId id, const Position* position,
                      const Figure* figure) const;

  const Findings& findings_;
  std::vector<std::vector<std::uint32_t>> by_story_;
  std::vector<std::vector<std::uint32_t>> accepted_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> figures_;  // fact, figure; sorted
};

/// The matrix of the story's findings that have figures of two or more sources, or differ: those of
/// the story's own event first, the most severe first; what was accepted keeps its row.  Quotations
/// and checks are told elsewhere.
Matrix tabulate(const StoryIndex& index, StoryId story);

/// Findings of facts that one voice alone states, in the order of Findings; without quotations.
std::vector<std::uint32_t> single_sourced(const StoryIndex& index, StoryId story);

/// The names of sources of the story's documents.
std::vector<std::string> sources_of(const Findings& findings, StoryId story);

}  // namespace concord::report
