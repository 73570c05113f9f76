#include "store/schema.h"

namespace concord::store {
namespace {

constexpr std::string_view kFirst = R"sql(
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (id),
  name TEXT NOT NULL,                 -- Document::item, else the first document's id
  named INTEGER NOT NULL,             -- 1: by Document::item
  versions INTEGER NOT NULL
) STRICT;

-- An item is known by its name, its url and its ids, at one source.
CREATE TABLE identity (
  source INTEGER NOT NULL REFERENCES source (id),
  kind INTEGER NOT NULL,              -- 0 item, 1 url, 2 id
  key TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES item (id),
  PRIMARY KEY (source, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,          -- Story::id
  title TEXT NOT NULL,
  first INTEGER,
  last INTEGER
) STRICT;

-- One version of one article.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (id),
  version INTEGER NOT NULL,           -- (version, time, id) orders the versions of an item
  time INTEGER NOT NULL,              -- when it became known
  received INTEGER NOT NULL,
  latest INTEGER NOT NULL,            -- 1: of its item
  stealth INTEGER NOT NULL,           -- 1: changed without saying so
  text_hash INTEGER NOT NULL,
  rules INTEGER NOT NULL REFERENCES name (id),  -- hash of the rules of its facts
  facts INTEGER NOT NULL,             -- how many
  story INTEGER REFERENCES story (id),
  copy_of INTEGER REFERENCES document (id),
  name TEXT NOT NULL,                 -- Document::id
  path TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT NOT NULL,
  given_version INTEGER NOT NULL,
  given_story TEXT,
  published TEXT,                     -- as written
  published_begin INTEGER,
  published_end INTEGER,
  published_offset INTEGER,
  updated TEXT,
  updated_begin INTEGER,
  updated_end INTEGER,
  updated_offset INTEGER,
  headline_begin INTEGER NOT NULL,
  headline_end INTEGER NOT NULL,
  body_begin INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  in_file INTEGER NOT NULL,
  markdown INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_item ON document (item, text_hash);
CREATE UNIQUE INDEX document_latest ON document (item) WHERE latest = 1;
CREATE INDEX document_by_time ON document (time);
CREATE INDEX document_by_story ON document (story, time) WHERE story IS NOT NULL;
CREATE INDEX document_by_copy ON document (copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE content (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  text TEXT NOT NULL,
  facts BLOB NOT NULL
) STRICT;

CREATE TABLE sketch (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  bytes BLOB NOT NULL
) STRICT;

-- One row a fact, those of a document together.
CREATE TABLE fact (
  document INTEGER NOT NULL REFERENCES document (id),
  place INTEGER NOT NULL,             -- in content.facts
  rule INTEGER NOT NULL REFERENCES name (id),
  kind INTEGER REFERENCES name (id),
  key INTEGER REFERENCES name (id),
  low REAL,
  nominal REAL,
  high REAL,
  PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_rule ON fact (rule, document);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'pin', 'accept')),
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  made INTEGER NOT NULL,
  until INTEGER,
  withdrawn INTEGER,
  withdrawn_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  time INTEGER NOT NULL,
  rules_hash TEXT NOT NULL,
  program TEXT NOT NULL,
  parameters TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

-- A finding that does not change from night to night is one row.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                 -- Finding::id
  first INTEGER NOT NULL REFERENCES snapshot (id),
  last INTEGER REFERENCES snapshot (id),  -- NULL: stands in the newest
  story TEXT NOT NULL,
  relation TEXT NOT NULL,
  detail TEXT NOT NULL,
  severity TEXT NOT NULL,
  json TEXT NOT NULL,
  json_hash INTEGER NOT NULL
) STRICT;
CREATE INDEX finding_by_first ON finding (first);
CREATE INDEX finding_by_last ON finding (last);

CREATE TABLE input (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  rules_hash TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Documents of before have no terms: under rules of no name the next ingest works them out anew.
constexpr std::string_view kTerms = R"sql(
CREATE TABLE term (
  segment INTEGER NOT NULL,           -- of the item's number
  hash INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (segment, hash, item)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO name (text) SELECT '' FROM document LIMIT 1;
UPDATE document SET rules = (SELECT id FROM name WHERE text = '');
)sql";

// With `latest`, so that the articles of a story are counted without reading them.
constexpr std::string_view kStoryIndex = R"sql(
DROP INDEX document_by_story;
CREATE INDEX document_by_story ON document (story, time, latest) WHERE story IS NOT NULL;
)sql";

constexpr std::string_view kStoryByRules = R"sql(
ALTER TABLE document ADD COLUMN story_by_rules INTEGER NOT NULL DEFAULT 0;  -- given_story is
)sql";

constexpr Migration kMigrations[] = {{kFirst}, {kTerms}, {kStoryIndex}, {kStoryByRules}};

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

int schema_version() {
  return static_cast<int>(migrations().size());
}

}  // namespace concord::store
