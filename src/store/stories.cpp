// Stories and what editors decided of them.
#include <array>

#include "store/connection.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

constexpr std::array<std::string_view, 4> kDecisions = {"merge", "split", "pin", "accept"};
constexpr std::array<std::string_view, 3> kOutcomes = {"added", "new_version", "unchanged"};

DecisionKind decision_kind(std::string_view name) {
  std::size_t at = 0;
  while (at + 1 < kDecisions.size() && kDecisions[at] != name) {
    ++at;
  }
  return static_cast<DecisionKind>(at);
}

std::optional<Timestamp> time_or_null(const Query& row, int column) {
  const auto seconds = row.number_or_null(column);
  return seconds ? std::optional(Timestamp{*seconds}) : std::nullopt;
}

/// Of the columns name, title, first, last and the number of documents.
StoredStory story_of(const Query& row) {
  return {row.text(0), row.text(1), time_or_null(row, 2), time_or_null(row, 3),
          static_cast<std::size_t>(row.number(4))};
}

}  // namespace

std::string_view name_of(DecisionKind kind) {
  return kDecisions[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Outcome outcome) {
  return kOutcomes[static_cast<std::size_t>(outcome)];
}

Result<void> Store::put_stories(std::span<const StoredStory> stories,
                                std::span<const StoredPlacement> placements) {
  return guarded(connection_->path, [&]() -> Result<void> {
    Change change(*connection_);
    for (const StoredStory& story : stories) {
      connection_
          ->query(
              "INSERT INTO story (name, title, first, last) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (name) DO UPDATE SET title = excluded.title, "
              "first = excluded.first, last = excluded.last")
          .with(story.id, story.title, story.first, story.last)
          .run();
    }
    for (const StoredPlacement& placement : placements) {
      connection_
          ->query(
              "UPDATE document SET story = (SELECT id FROM story WHERE name = ?), "
              "copy_of = ? WHERE id = ?")
          .with(placement.story, placement.copy_of, placement.document)
          .run();
    }
    connection_
        ->query(
            "DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM document WHERE story = story.id) "
            "AND name NOT IN (SELECT subject FROM decision UNION SELECT object FROM decision)")
        .run();
    change.commit();
    return {};
  });
}

Result<std::vector<StoredStory>> Store::stories(std::optional<Timestamp> from,
                                                std::optional<Timestamp> until) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<StoredStory>> {
    std::vector<StoredStory> stories;
    Query rows = connection_->query(
        "SELECT s.name, s.title, s.first, s.last, "
        "(SELECT count(*) FROM document WHERE story = s.id AND latest = 1) FROM story s "
        "WHERE (?1 IS NULL AND ?2 IS NULL) OR EXISTS (SELECT 1 FROM document WHERE story = s.id "
        "AND (?1 IS NULL OR time >= ?1) AND (?2 IS NULL OR time < ?2)) "
        "ORDER BY s.last DESC, s.name");
    rows.with(from, until);
    while (rows.step()) {
      stories.push_back(story_of(rows));
    }
    return stories;
  });
}

Result<std::vector<StoredStory>> Store::stories_beginning(const std::string& id,
                                                          std::size_t most) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<StoredStory>> {
    std::vector<StoredStory> stories;
    Query rows = connection_->query(
        "SELECT s.name, s.title, s.first, s.last, (SELECT count(*) FROM document "
        "WHERE story = s.id AND latest = 1) FROM story s WHERE s.name >= ? ORDER BY s.name LIMIT "
        "?");
    rows.with(id, static_cast<std::int64_t>(most));
    while (rows.step() && rows.view(0).starts_with(id)) {
      stories.push_back(story_of(rows));
    }
    return stories;
  });
}

Result<Row> Store::decide(const Decision& decision) {
  return guarded(connection_->path, [&]() -> Result<Row> {
    Change change(*connection_);
    connection_
        ->query(
            "INSERT INTO decision (kind, subject, object, reason, by, made, until) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(name_of(decision.kind), decision.subject, decision.object, decision.reason,
              decision.by, decision.made, decision.until)
        .run();
    const Row row = connection_->database.getLastInsertRowid();
    change.commit();
    return row;
  });
}

Result<void> Store::withdraw(Row decision, const std::string& by) {
  return guarded(connection_->path, [&]() -> Result<void> {
    Change change(*connection_);
    connection_
        ->query(
            "UPDATE decision SET withdrawn = ?, withdrawn_by = ? "
            "WHERE id = ? AND withdrawn IS NULL")
        .with(connection_->access.now, by, decision)
        .run();
    change.commit();
    return {};
  });
}

Result<std::vector<Decision>> Store::decisions(bool with_history) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<Decision>> {
    std::vector<Decision> decisions;
    Query rows = connection_->query(
        "SELECT id, kind, subject, object, reason, by, made, until, withdrawn, withdrawn_by "
        "FROM decision WHERE ? OR withdrawn IS NULL ORDER BY id");
    rows.with(with_history);
    while (rows.step()) {
      decisions.push_back({rows.number(0), decision_kind(rows.view(1)), rows.text(2), rows.text(3),
                           rows.text(4), rows.text(5), Timestamp{rows.number(6)},
                           time_or_null(rows, 7), time_or_null(rows, 8), rows.text(9)});
    }
    return decisions;
  });
}

}  // namespace concord::store
