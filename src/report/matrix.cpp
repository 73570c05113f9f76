#include "report/matrix.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "report/page_text.h"

namespace concord::report {
namespace {

bool is_quote(const Findings& findings, const Finding& finding) {
  const auto quoted = [&](FactId id) {
    return std::holds_alternative<Quote>(findings.facts[id.index].value);
  };
  return std::ranges::any_of(finding.positions, [&](const Position& position) {
    return std::ranges::any_of(position.facts, quoted);
  });
}

/// True where several outlets tell what one authority says: a row shows which of them do.
bool is_carried(const Findings& findings, const Finding& finding) {
  std::set<std::string_view> sources;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      sources.insert(findings.documents[findings.facts[id.index].document.index].source);
    }
  }
  return finding.detail == Detail::one_origin && sources.size() > 1;
}

bool is_row(const Findings& findings, const Finding& finding) {
  const bool beside = finding.relation != Relation::uncorroborated || is_carried(findings, finding);
  return finding.check.empty() && finding.relation != Relation::gap && beside &&
         !is_quote(findings, finding);
}

/// The number a statement commits to, where it needs no conversion to stand beside the range.
std::optional<Decimal> counted_number(const Value& value) {
  const auto* quantity = std::get_if<Quantity>(&value);
  const bool plain = quantity != nullptr && (quantity->dimension == Dimension::count ||
                                             quantity->dimension == Dimension::percent);
  return plain ? quantity->nominal : std::nullopt;
}

bool is_disputed(const Finding& finding) {
  return finding.relation == Relation::discrepancy &&
         (finding.detail == Detail::conflict || finding.detail == Detail::undirected ||
          finding.detail == Detail::against_trend) &&
         finding.positions.size() > 1;
}

/// Outside the range of now, or a floor below the figure that others have.
bool trails(const Finding& finding, const Value& value) {
  const auto number = counted_number(value);
  if (!number || is_disputed(finding)) {
    return false;
  }
  const bool floor = !std::get<Quantity>(value).hard.high;
  return (finding.range.low && *number < *finding.range.low) ||
         (finding.range.high &&
          (*finding.range.high < *number || (floor && *number < *finding.range.high)));
}

/// Every fact that the finding rests on, once, with the position it belongs to; null where it
/// belongs to none.
std::vector<std::pair<FactId, const Position*>> facts_of(const Finding& finding) {
  std::vector<std::pair<FactId, const Position*>> facts;
  std::set<std::uint32_t> seen;
  const auto add = [&](FactId fact, const Position* position) {
    if (seen.insert(fact.index).second) {
      facts.emplace_back(fact, position);
    }
  };
  for (const Position& position : finding.positions) {
    std::ranges::for_each(position.facts, [&](FactId fact) { add(fact, &position); });
  }
  for (const Evidence& evidence : finding.evidence) {
    add(evidence.fact, nullptr);
  }
  return facts;
}

bool stands(Mode mode) {
  return mode == Mode::stated || mode == Mode::corrected;
}

/// Later versions and corrections come after what they replace.
auto time_of(const Document& document) {
  const auto& when = document.updated ? document.updated : document.published;
  return std::tuple(when ? when->begin : Timestamp{}, document.version);
}

}  // namespace

const Statement* Cell::current() const {
  const auto last =
      std::ranges::find_if(statements.rbegin(), statements.rend(),
                           [](const Statement& statement) { return stands(statement.mode); });
  return last == statements.rend() ? nullptr : &*last;
}

StoryIndex::StoryIndex(const Findings& findings, const std::set<std::string>& accepted)
    : findings_(findings),
      by_story_(findings.stories.stories.size()),
      accepted_(findings.stories.stories.size()) {
  for (std::uint32_t i = 0; i < findings.findings.size(); ++i) {
    const Finding& finding = findings.findings[i];
    if (finding.story.index < by_story_.size()) {
      (accepted.contains(finding.id) ? accepted_ : by_story_)[finding.story.index].push_back(i);
    }
  }
  for (std::uint32_t i = 0; i < findings.figures.size(); ++i) {
    for (const FactId fact : findings.figures[i].facts) {
      figures_.emplace_back(fact.index, i);
    }
  }
  std::ranges::sort(figures_);
}

const std::vector<std::uint32_t>& StoryIndex::of(StoryId story) const {
  static const std::vector<std::uint32_t> kNone;
  return story.index < by_story_.size() ? by_story_[story.index] : kNone;
}

const std::vector<std::uint32_t>& StoryIndex::accepted(StoryId story) const {
  static const std::vector<std::uint32_t> kNone;
  return story.index < accepted_.size() ? accepted_[story.index] : kNone;
}

const Figure* StoryIndex::figure_of(const Finding& finding, FactId fact) const {
  auto found = std::ranges::lower_bound(figures_, std::pair(fact.index, std::uint32_t{0}));
  for (; found != figures_.end() && found->first == fact.index; ++found) {
    const Figure& figure = findings_.figures[found->second];
    if (figure.fact == finding.fact && figure.kind == finding.kind &&
        (finding.key.empty() || figure.key == finding.key)) {
      return &figure;
    }
  }
  return nullptr;
}

Statement StoryIndex::statement(const Finding& finding, FactId id, const Position* position,
                                const Figure* figure) const {
  const Fact& fact = findings_.facts[id.index];
  Statement made;
  made.document = fact.document;
  made.facts = {id};
  made.mode = fact.mode;
  made.label = statement_label(findings_, id);
  made.value = figure != nullptr ? figure->value : fact.value;
  if (position != nullptr && position->range.bounded() &&
      *position->range.low == *position->range.high) {
    made.base = position->range.low;
  }
  if (figure != nullptr) {
    made.facts = figure->facts;
    made.mode = figure->mode;
    const bool sum = figure->derived && figure->facts.size() > 1 &&
                     std::ranges::all_of(figure->facts, [&](FactId part) {
                       return counted_number(findings_.facts[part.index].value).has_value();
                     });
    if (sum) {
      made.label.clear();
      for (const FactId part : figure->facts) {
        made.label += (made.label.empty() ? "" : "+") + statement_label(findings_, part);
      }
    } else if (figure->derived) {
      made.label = figure_label(figure->value, {});
    } else {
      made.label = statement_label(findings_, figure->facts.front());
    }
  }
  made.behind = position != nullptr && stands(made.mode) &&
                (position->superseded || trails(finding, made.value));
  made.disputed = position != nullptr && !position->superseded && is_disputed(finding);
  return made;
}

std::vector<Statement> StoryIndex::statements(const Finding& finding) const {
  std::vector<Statement> made;
  std::set<const Figure*> told;
  std::set<std::uint32_t> covered;
  for (const auto& [id, position] : facts_of(finding)) {
    const Figure* figure = figure_of(finding, id);
    if (covered.contains(id.index) || (figure != nullptr && told.contains(figure))) {
      continue;
    }
    // A figure's other statements repeat it; what is only expected or denied says something else.
    if (figure == nullptr && stands(findings_.facts[id.index].mode) && position == nullptr) {
      continue;
    }
    made.push_back(statement(finding, id, position, figure));
    told.insert(figure);
    for (const FactId fact : made.back().facts) {
      covered.insert(fact.index);
    }
  }
  std::ranges::stable_sort(made, [&](const Statement& left, const Statement& right) {
    const auto& documents = findings_.documents;
    return time_of(documents[left.document.index]) < time_of(documents[right.document.index]);
  });
  return made;
}

/// By their first article; those that have nothing but copies of others' come last: a wire that ten
/// papers print is one voice, and shall not push the tenth voice off the table.
std::vector<std::string> sources_of(const Findings& findings, StoryId story) {
  std::map<std::string, Timestamp> first;
  std::set<std::string> voices;
  const auto& placements = findings.stories.placements;
  for (const DocumentId id : findings.stories.stories[story.index].documents) {
    const Document& document = findings.documents[id.index];
    const Timestamp when = document.published ? document.published->begin : Timestamp{};
    const auto [entry, fresh] = first.emplace(document.source, when);
    if (!fresh && when < entry->second) {
      entry->second = when;
    }
    if (id.index >= placements.size() || !placements[id.index].copy_of) {
      voices.insert(document.source);
    }
  }
  std::vector<std::string> sources;
  for (const auto& [source, when] : first) {
    sources.push_back(source);
  }
  std::ranges::stable_sort(sources, {}, [&](const std::string& source) {
    return std::pair(!voices.contains(source), first[source]);
  });
  return sources;
}

Matrix tabulate(const StoryIndex& index, StoryId story) {
  const Findings& findings = index.findings();
  Matrix matrix;
  matrix.sources = sources_of(findings, story);
  std::map<std::string, std::size_t, std::less<>> column;
  for (const std::string& source : matrix.sources) {
    column.emplace(source, column.size());
  }
  const auto add = [&](std::uint32_t number, bool accepted) {
    const Finding& finding = findings.findings[number];
    if (!is_row(findings, finding)) {
      return;
    }
    MatrixRow row{number, std::vector<Cell>(matrix.sources.size()), accepted};
    for (Statement& statement : index.statements(finding)) {
      const auto at = column.find(findings.documents[statement.document.index].source);
      if (at != column.end()) {
        row.cells[at->second].statements.push_back(std::move(statement));
      }
    }
    matrix.rows.push_back(std::move(row));
  };
  std::ranges::for_each(index.of(story), [&](std::uint32_t number) { add(number, false); });
  std::ranges::for_each(index.accepted(story), [&](std::uint32_t number) { add(number, true); });
  std::ranges::stable_sort(matrix.rows, {}, [&](const MatrixRow& row) {
    const Finding& finding = findings.findings[row.finding];
    return std::tuple(
        finding.event.role != EventRole::main, 2 - static_cast<int>(finding.severity),
        finding.relation == Relation::agreement || finding.relation == Relation::uncorroborated);
  });
  return matrix;
}

std::vector<std::uint32_t> single_sourced(const StoryIndex& index, StoryId story) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t number : index.of(story)) {
    const Finding& finding = index.findings().findings[number];
    if (finding.relation == Relation::uncorroborated && !is_quote(index.findings(), finding) &&
        !is_carried(index.findings(), finding)) {
      found.push_back(number);
    }
  }
  return found;
}

}  // namespace concord::report
