#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/rule.h"
#include "model/search_term.h"

/// The desk's memory: articles with all their versions and facts, the stories they were put into,
/// what editors decided, and what was found each night.  One SQLite file in WAL mode (schema.h
/// draws it): one writer at a time, any number of readers, which never wait for it.
///
/// Errors of every function, each naming the file (exit code 4):
///   S100 cannot open       S101 not a database   S102 a database of another program
///   S103 newer schema      S104 damaged          S105 disk full
///   S106 read-only         S107 somebody else is writing (who, and since when)
///   S108 no store there    S109 other trouble    S110 older schema, opened to read
/// Nothing is written by a call that fails.  What a call that succeeded has written outlives the
/// process, kill -9 included; after settle() it outlives the machine too.
namespace concord::store {

/// The number of a row; it never changes, and is used again only by a snapshot that takes the place
/// of the newest.
using Row = std::int64_t;

enum class Mode : std::uint8_t {
  read,   // must exist; sees the store as it was when opened, however long it stays open
  write,  // must exist; older schemas are brought up to date
  create  // as write; made if missing, its folder too
};

struct Access {
  Mode mode = Mode::read;
  Timestamp now;        // the run's clock, UTC: stamps everything this Store writes
  std::string command;  // "concord ingest": told to a writer who has to wait
  std::chrono::milliseconds wait{30'000};  // for another writer to finish, then S107
  bool one_moment = true;  // read: false sees what others write meanwhile, and is less in their way
};

/// The names of rules by their numbers and back: facts are stored by name, so that they outlive
/// changes of the rules.  REQUIRES: `rules` outlives it.
class RuleNames {
 public:
  explicit RuleNames(const RuleSet& rules);

  const std::string& hash() const;                          // of the rules
  std::string_view name_of(RuleId rule) const;              // "disasters/deaths"
  std::string_view file_of(std::uint32_t file) const;       // of a RulePosition; empty if none
  std::optional<RuleId> rule(std::string_view name) const;  // nothing: the rule is no more
  std::optional<std::uint32_t> file(std::string_view path) const;

 private:
  const RuleSet& rules_;
  std::vector<std::string> names_;
  std::unordered_map<std::string_view, std::uint32_t> rules_by_name_;
  std::unordered_map<std::string_view, std::uint32_t> files_by_path_;
};

/// A document with what was worked out of it.
struct Arrival {
  Document document;
  std::vector<Fact> facts;  // of this document alone; Fact::document is not looked at
  std::string sketch;       // what grouping keeps of it (group::sketch_bytes); opaque here
  std::vector<SearchTerm> terms = {};  // under which it is filed; weights are not kept
  std::optional<Timestamp> received;   // when it came, if not at Access::now: an import
};

enum class Outcome : std::uint8_t { added, new_version, unchanged };

/// What became of an arrival.
struct Receipt {
  Row row = 0;  // of the stored version, also of an unchanged one
  Outcome outcome = Outcome::unchanged;
  bool stealth = false;  // a new version that tells of no change: same `version`, same times
};

/// What of a document is read besides its own fields.
struct Parts {
  bool text = true;   // else Document::text is empty (its spans and lengths stand)
  bool facts = true;  // needs Selection::names
  bool sketch = false;
};

/// Which documents, in order of StoredDocument::time, then row; newest_first: the other way round.
struct Selection {
  std::optional<std::string> story;  // placed there
  std::optional<std::string> source;
  std::optional<Timestamp> from;    // time >= from
  std::optional<Timestamp> until;   // time < until
  std::optional<Timestamp> as_of;   // what was known then: time <= as_of
  std::optional<std::string> fact;  // with at least one fact of this rule: "disasters/deaths"
  std::vector<Row> rows;            // these only; empty: all
  bool whole_items = false;         // with rows: all documents of the articles that these are of
  bool every_version = false;       // else the latest version of each item (as of then)
  bool unplaced = false;            // only those in no story
  bool placed = false;              // only those in a story
  bool newest_first = false;
  bool as_given = false;  // Document::item and ::version as the input had them
  Parts parts;
  const RuleNames* names = nullptr;  // whose numbers Fact::rule gets; null: no facts are read
};

/// One version of one article.
struct StoredDocument {
  Row row = 0;
  Row item = 0;       // versions of one article share it
  Document document;  // where an item has several versions, Document::item and ::version tell them
                      // apart, also if the input did not: version numbers rise by one
  std::vector<Fact> facts;  // facts of rules that are no more are left out
  std::string sketch;
  Timestamp time;      // when it became known: published; a later version: its updated or own
                       // published time; where these are unknown or no news, received
  Timestamp received;  // when it came into the store
  bool latest = true;  // of its item, whatever Selection::as_of
  bool stealth = false;
  bool current_rules = true;  // its facts are of the rules of Selection::names
  std::string story;          // id; empty: not placed
  std::optional<Row> copy_of;
};

/// Ends the reading when it returns false.
using OnDocument = std::function<bool(StoredDocument&)>;

/// A story as grouping made it; `id` as in Story.
struct StoredStory {
  std::string id;
  std::string title;
  std::optional<Timestamp> first;  // of its documents
  std::optional<Timestamp> last;
  std::size_t documents = 0;  // read: latest versions placed there; not looked at when written
};

struct StoredPlacement {
  Row document = 0;
  std::string story;  // id; empty: out of any story
  std::optional<Row> copy_of;
};

enum class DecisionKind : std::uint8_t { merge, split, pin, accept };

/// What an editor decided.  Decisions are never changed, only withdrawn.
struct Decision {
  Row row = 0;
  DecisionKind kind = DecisionKind::accept;
  std::string subject;  // merge: a story; split, pin: a document id; accept: a finding id
  std::string object;   // the story that it becomes part of; accept: empty
  std::string reason;
  std::string by;
  Timestamp made;
  std::optional<Timestamp> until;  // accept: returns then
  std::optional<Timestamp> withdrawn;
  std::string withdrawn_by;
};

/// One night.
struct Snapshot {
  Row row = 0;
  std::string id;  // unique: "2024-03-24"
  Timestamp time;
  std::string rules_hash;
  std::string program;     // version
  std::string parameters;  // JSON: what the run was asked
  std::string summary;     // JSON: what the report says besides its findings
};

struct StoredFinding {
  std::string id;        // Finding::id
  std::string story;     // id
  std::string relation;  // these three spelled as in its JSON
  std::string detail;
  std::string severity;
  std::string json;  // whole; equal ones are kept once over any number of nights
};

/// An input file as it was when all its documents were stored: an unchanged one need not be read.
struct InputMark {
  std::string path;
  std::int64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds since 1970
  std::string rules_hash;
  std::int64_t documents = 0;  // it gave; is_known does not look at it
};

/// Trouble that `check` found, in one line each; empty: sound.
using Troubles = std::vector<std::string>;

struct Counts {
  std::int64_t sources = 0;
  std::int64_t items = 0;
  std::int64_t documents = 0;  // all versions
  std::int64_t facts = 0;
  std::int64_t stories = 0;
  std::int64_t snapshots = 0;
  std::int64_t decisions = 0;
  std::int64_t bytes = 0;  // of the file
  int schema = 0;
};

struct Connection;

/// A night being written: all of it or, unless committed, nothing; nobody else sees it before.
/// REQUIRES: the store it came from outlives it, and writes nothing else meanwhile.
class SnapshotWriter {
 public:
  struct Work;
  explicit SnapshotWriter(std::unique_ptr<Work> work);  // for Store::write_snapshot
  SnapshotWriter(SnapshotWriter&&) noexcept;
  SnapshotWriter& operator=(SnapshotWriter&&) noexcept;
  ~SnapshotWriter();

  /// Findings of the night; of several with one id the first counts.
  Result<void> add(std::span<const StoredFinding> findings);
  /// What was found in these stories the night before still stands, but for what was added.
  void carry_over(const std::function<bool(const std::string& story)>& stories);
  /// Ends what stood before and was neither added nor carried over.
  Result<Row> commit(const std::string& summary);

 private:
  std::unique_ptr<Work> work_;
};

/// An open store; for one thread at a time (open another for each further reader).
class Store {
 public:
  explicit Store(std::unique_ptr<Connection> connection);  // for open()
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Documents

  /// Puts all of the batch, or nothing.  An arrival is a version of the item that has its
  /// Document::item, else its url, else its id, at the same source.  It is `unchanged` if the item
  /// has a version of that text, `version` and `updated`, or if its latest version has that text:
  /// so anything may be put again.  But an earlier text in the very place (path and line) that
  /// showed another one last, with no word of a change, is a version again: it was put back.
  /// Receipts in the order of the arrivals.
  Result<std::vector<Receipt>> put(std::span<const Arrival> arrivals, const RuleNames& names);

  /// What put would make of each document: those that are unchanged need no extraction.
  Result<std::vector<Receipt>> probe(std::span<const Document> documents) const;

  /// Documents after row `after` with facts of other rules than these, by row, at most `most`.
  Result<std::vector<Row>> outdated(const RuleNames& names, Row after, std::size_t most) const;

  /// Facts, sketches and the stories that rules pin in place of those kept, all or nothing.  One
  /// for each of `rows`.  A document that is pinned elsewhere now is in no story until it is
  /// placed.
  Result<void> replace_facts(std::span<const Row> rows, std::span<const Arrival> arrivals,
                             const RuleNames& names);

  /// Memory does not grow with the number of documents.
  Result<void> for_each_document(const Selection& selection, const OnDocument& use) const;

  /// The latest versions of the articles that share the most of these terms, best first, at most
  /// `most`.  A term counts the more, the fewer articles have it; of those that have a common one
  /// only the newest are looked at, so that a look-up costs the same however much the store holds.
  Result<std::vector<Row>> near(std::span<const SearchTerm> terms, std::size_t most) const;

  // Stories

  /// Stories whose ids begin so, by id, at most `most`.
  Result<std::vector<StoredStory>> stories_beginning(const std::string& id, std::size_t most) const;

  /// Adds or changes stories and moves documents, all or nothing.  Stories left without documents
  /// and named in no decision are forgotten.
  Result<void> put_stories(std::span<const StoredStory> stories,
                           std::span<const StoredPlacement> placements);

  /// By last time, newest first, then id; of those that have documents between the times, if given.
  Result<std::vector<StoredStory>> stories(std::optional<Timestamp> from = std::nullopt,
                                           std::optional<Timestamp> until = std::nullopt) const;

  // Decisions

  Result<Row> decide(const Decision& decision);  // row and withdrawn are not looked at
  Result<void> withdraw(Row decision, const std::string& by);
  /// In order of making; with_history: the withdrawn too.
  Result<std::vector<Decision>> decisions(bool with_history = false) const;

  // Nights

  /// Begins a snapshot, to be filled with its findings.  One of the same id as the newest takes its
  /// place; an id of an older one is S109: history is not rewritten.
  Result<SnapshotWriter> write_snapshot(const Snapshot& snapshot);
  /// Oldest first.
  Result<std::vector<Snapshot>> snapshots() const;
  /// The findings of a snapshot, by id; ends when `use` returns false.
  Result<void> for_each_finding(Row snapshot,
                                const std::function<bool(const StoredFinding&)>& use) const;

  // Inputs read before

  /// How many documents it gave, if it is as it was then.
  Result<std::optional<std::int64_t>> is_known(const InputMark& mark) const;
  Result<void> remember(std::span<const InputMark> marks);

  // The file

  const std::string& path() const;
  /// Another Store on it for a thread of its own: it only reads, and sees what is written
  /// meanwhile.
  Result<Store> reader() const;
  /// Puts everything written so far into the file itself and onto the disk.
  Result<void> settle();
  Result<Troubles> check() const;
  Result<Counts> counts() const;
  /// A copy of the store as it is now, while others go on; appears under `path` when complete.
  Result<void> backup(const std::string& path) const;

 private:
  std::unique_ptr<Connection> connection_;
};

Result<Store> open(const std::string& path, const Access& access);

/// Who is writing the store now: "process 4711 (concord ingest) on desk-1, since ..."; nothing if
/// nobody is.
std::optional<std::string> writer_of(const std::string& path);

/// Spelled as in SQL and JSON: "merge", "new_version".
std::string_view name_of(DecisionKind kind);
std::string_view name_of(Outcome outcome);

}  // namespace concord::store
