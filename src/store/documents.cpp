// Documents out of the store.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "store/connection.h"
#include "store/fact_bytes.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

// The columns of every reading, in the order of the enumerators below; those of the parts follow.
constexpr std::string_view kColumns =
    "SELECT d.id, d.item, d.version, d.time, d.received, d.latest, d.stealth, d.rules, s.name, "
    "d.copy_of, i.name, i.named, i.versions, o.name, d.name, d.path, d.url, d.language, "
    "d.given_version, d.given_story, d.published, d.published_begin, d.published_end, "
    "d.published_offset, d.updated, d.updated_begin, d.updated_end, d.updated_offset, "
    "d.headline_begin, d.headline_end, d.body_begin, d.first_line, d.in_file, d.markdown, "
    "d.story_by_rules";

// The order of joins is the order of reading: a document first, then what belongs to it.
constexpr std::string_view kTables =
    " FROM document d CROSS JOIN item i ON i.id = d.item CROSS JOIN source o ON o.id = i.source "
    "LEFT JOIN story s ON s.id = d.story";

enum Column : int {
  col_row,
  col_item,
  col_version,
  col_time,
  col_received,
  col_latest,
  col_stealth,
  col_rules,
  col_story,
  col_copy_of,
  col_item_name,
  col_item_named,
  col_item_versions,
  col_source,
  col_id,
  col_path,
  col_url,
  col_language,
  col_given_version,
  col_given_story,
  col_published,
  col_updated = col_published + 4,
  col_headline = col_updated + 4,
  col_body_begin = col_headline + 2,
  col_first_line,
  col_in_file,
  col_markdown,
  col_story_by_rules,
  col_parts
};

/// A SELECT with what is bound to it.  Stories are read one after the other with one SELECT:
/// preparing it takes longer than the reading.
class Reading {
 public:
  Reading(const Selection& selection, Connection& connection)
      : selection_(selection),
        connection_(connection),
        sql_(sql()),
        statement_(std::move(connection.readings[sql_])) {
    if (statement_ == nullptr) {
      statement_ = std::make_unique<SQLite::Statement>(connection.database, sql_);
    }
    bind();
  }
  ~Reading() { connection_.readings[sql_] = std::move(statement_); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  SQLite::Statement& statement() { return *statement_; }

 private:
  bool has_content() const { return selection_.parts.text || selection_.names != nullptr; }

  std::string sql() const {
    std::string sql(kColumns);
    sql += has_content() ? ", c.text, c.facts" : ", '', x''";
    sql += selection_.parts.sketch ? ", k.bytes" : ", x''";
    sql += kTables;
    sql += has_content() ? " CROSS JOIN content c ON c.document = d.id" : "";
    sql += selection_.parts.sketch ? " CROSS JOIN sketch k ON k.document = d.id" : "";
    sql += " WHERE 1" + conditions();
    return sql + (selection_.newest_first ? " ORDER BY d.time DESC, d.id DESC"
                                          : " ORDER BY d.time, d.id");
  }

  std::string conditions() const {
    const Selection& s = selection_;
    std::string sql;
    sql += s.story ? " AND d.story = (SELECT id FROM story WHERE name = :story)" : "";
    sql += s.source ? " AND o.name = :source" : "";
    sql += s.from ? " AND d.time >= :from" : "";
    sql += s.until ? " AND d.time < :until" : "";
    sql += s.as_of ? " AND d.time <= :as_of" : "";
    sql += s.fact ? " AND d.id IN (SELECT document FROM fact WHERE rule = "
                    "(SELECT id FROM name WHERE text = :fact))"
                  : "";
    const std::string rows = "IN (SELECT value FROM json_each(:rows))";
    const std::string wanted =
        s.whole_items ? " AND d.item IN (SELECT item FROM document WHERE id " + rows + ")"
                      : " AND d.id " + rows;
    sql += s.rows.empty() ? "" : wanted;
    sql += s.unplaced ? " AND d.story IS NULL" : "";
    sql += s.placed ? " AND d.story IS NOT NULL" : "";
    if (!s.every_version) {
      sql += s.as_of ? " AND NOT EXISTS (SELECT 1 FROM document n WHERE n.item = d.item "
                       "AND n.time <= :as_of "
                       "AND (n.version, n.time, n.id) > (d.version, d.time, d.id))"
                     : " AND d.latest = 1";
    }
    return sql;
  }

  void bind() {
    bind(":story", selection_.story);
    bind(":source", selection_.source);
    bind(":from", selection_.from);
    bind(":until", selection_.until);
    bind(":as_of", selection_.as_of);
    bind(":fact", selection_.fact);
    if (!selection_.rows.empty()) {
      std::string list = "[";
      for (const Row row : selection_.rows) {
        list += (list.size() > 1 ? "," : "") + std::to_string(row);
      }
      statement_->bind(":rows", list + "]");
    }
  }
  void bind(const char* name, const std::optional<std::string>& value) {
    if (value) {
      statement_->bind(name, *value);
    }
  }
  void bind(const char* name, const std::optional<Timestamp>& value) {
    if (value) {
      statement_->bind(name, value->seconds);
    }
  }

  const Selection& selection_;
  Connection& connection_;
  const std::string sql_;
  std::unique_ptr<SQLite::Statement> statement_;
};

std::uint32_t small(const Query& row, int column) {
  return static_cast<std::uint32_t>(row.number(column));
}

std::optional<Publication> publication(const Query& row, int column) {
  if (row.is_null(column)) {
    return std::nullopt;
  }
  return Publication{row.text(column), Timestamp{row.number(column + 1)},
                     Timestamp{row.number(column + 2)}, static_cast<int>(row.number(column + 3))};
}

Document document_of(const Query& row, const Selection& selection) {
  Document document;
  document.id = row.text(col_id);
  document.source = row.text(col_source);
  document.path = row.text(col_path);
  document.url = row.text(col_url);
  document.language = row.text(col_language);
  if (row.flag(col_item_named) || (!selection.as_given && row.number(col_item_versions) > 1)) {
    document.item = row.text(col_item_name);
  }
  document.version = small(row, selection.as_given ? col_given_version : col_version);
  document.story = row.text_or_null(col_given_story);
  document.story_by_rules = row.flag(col_story_by_rules);
  document.published = publication(row, col_published);
  document.updated = publication(row, col_updated);
  document.headline = {small(row, col_headline), small(row, col_headline + 1)};
  document.body_begin = small(row, col_body_begin);
  document.first_line = small(row, col_first_line);
  document.in_file = row.flag(col_in_file);
  document.markdown = row.flag(col_markdown);
  document.received = Timestamp{row.number(col_received)};
  if (selection.parts.text) {
    document.text = row.text(col_parts);
  }
  return document;
}

/// Everything that is told of a text must lie in it: SQLite does not notice bytes that changed.
bool lies_in_text(const StoredDocument& stored) {
  const auto size = static_cast<std::uint32_t>(stored.document.text.size());
  const auto fits = [size](Span span) { return span.begin <= span.end && span.end <= size; };
  return fits(stored.document.headline) && stored.document.body_begin <= size &&
         std::ranges::all_of(stored.facts, [&](const Fact& fact) {
           return fits(fact.extent) && fits(fact.filler) && fits(fact.sentence) &&
                  (!fact.by || fits(fact.by->span));
         });
}

/// False: its text or its facts are damaged.
bool read_row(const Query& row, const Selection& selection, std::int64_t rules,
              StoredDocument& stored) {
  stored = {};
  stored.row = row.number(col_row);
  stored.item = row.number(col_item);
  stored.document = document_of(row, selection);
  stored.time = Timestamp{row.number(col_time)};
  stored.received = Timestamp{row.number(col_received)};
  stored.latest = row.flag(col_latest);
  stored.stealth = row.flag(col_stealth);
  stored.current_rules = row.number(col_rules) == rules;
  stored.story = row.text(col_story);
  stored.copy_of = row.number_or_null(col_copy_of);
  stored.sketch = row.text(col_parts + 2);
  if (selection.names != nullptr && selection.parts.facts) {
    Unpacked unpacked = unpack_facts(row.view(col_parts + 1), selection.names);
    stored.facts = std::move(unpacked.facts);
    if (!unpacked.whole) {
      return false;
    }
  }
  return !selection.parts.text || lies_in_text(stored);
}

std::int64_t rules_number(Connection& connection, const RuleNames* names) {
  if (names == nullptr) {
    return 0;
  }
  Query find = connection.query("SELECT id FROM name WHERE text = ?");
  return find.with(names->hash()).step() ? find.number(0) : 0;
}

}  // namespace

Result<void> Store::for_each_document(const Selection& selection, const OnDocument& use) const {
  return guarded(connection_->path, [&]() -> Result<void> {
    const std::int64_t rules = rules_number(*connection_, selection.names);
    Reading reading(selection, *connection_);
    Query rows(reading.statement());
    StoredDocument stored;
    while (rows.step()) {
      if (!read_row(rows, selection, rules, stored)) {
        return failure(
            damaged(connection_->path, "the text or the facts of " + stored.document.id));
      }
      if (!use(stored)) {
        break;
      }
    }
    return {};
  });
}

}  // namespace concord::store
