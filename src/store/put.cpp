// Documents into the store.
#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "store/connection.h"
#include "store/fact_bytes.h"
#include "store/fact_rows.h"
#include "store/term_rows.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

/// Beyond so many versions of one item those that come late are not given a number of their own:
/// what a hostile feed makes of it must stay linear.
constexpr std::int64_t kMostNumbered = 1000;

enum class Identity : int { item, url, id };

struct Item {
  Row row = 0;
  std::int64_t versions = 0;
};

/// The latest version of an item.
struct Latest {
  std::int64_t version = 0;  // as numbered here
  std::int64_t given_version = 0;
  Timestamp time;
  std::optional<std::int64_t> published;
  std::optional<std::int64_t> updated;
  std::optional<std::int64_t> story;
};

std::optional<std::int64_t> begin_or_null(const std::optional<Publication>& publication) {
  return publication ? std::optional(publication->begin.seconds) : std::nullopt;
}

/// What a document says of when it is from.
std::optional<std::int64_t> own_time(std::optional<std::int64_t> published,
                                     std::optional<std::int64_t> updated) {
  return published && updated ? std::max(published, updated) : published ? published : updated;
}

std::int64_t signed_hash(std::string_view text) {
  return static_cast<std::int64_t>(quick_hash(text));
}

/// Finds out what a document is to the store, and puts it there.
class Intake {
 public:
  explicit Intake(Connection& connection) : connection_(connection), facts_(connection) {}

  /// What put() would answer; the item and its latest version are known afterwards.
  Receipt look_up(const Document& document) {
    item_ = {};
    latest_ = {};
    source_ = connection_.source_number(document.source);
    if (source_ == 0 || !find_item(document)) {
      return {0, Outcome::added, false};
    }
    hash_ = signed_hash(document.text);
    bool newest = false;
    const Row same = find_same(document, newest);
    if (newest) {
      return {same, Outcome::unchanged, false};
    }
    find_latest();
    if (same != 0 && !goes_back(document)) {
      return {same, Outcome::unchanged, false};
    }
    return {0, Outcome::new_version, tells_of_no_change(document)};
  }

  Receipt put(const Arrival& arrival, const RuleNames& names) {
    const Document& document = arrival.document;
    Receipt receipt = look_up(document);
    if (receipt.outcome == Outcome::unchanged) {
      return receipt;
    }
    if (receipt.outcome == Outcome::added) {
      hash_ = signed_hash(document.text);
      add_item(document);
    }
    receipt.row = add_version(arrival, receipt, names);
    if (receipt.outcome == Outcome::new_version) {
      connection_.query("UPDATE item SET versions = versions + 1 WHERE id = ?")
          .with(item_.row)
          .run();
    }
    add_identities(document);
    terms_.add(item_.row, arrival.terms);
    return receipt;
  }

  /// Writes what put() left for the end of a batch.
  void finish() {
    facts_.write();
    terms_.write(connection_);
  }

 private:
  // Items

  bool find_item(const Document& document) {
    if (document.item && find_by(Identity::item, *document.item, false)) {
      return true;
    }
    // Articles that name different items are different, whatever else they share.
    const bool unnamed = document.item.has_value();
    return (!document.url.empty() && find_by(Identity::url, document.url, unnamed)) ||
           find_by(Identity::id, document.id, unnamed);
  }

  bool find_by(Identity kind, const std::string& key, bool unnamed) {
    Query find = connection_.query(
        "SELECT t.id, t.versions FROM identity i JOIN item t ON t.id = i.item "
        "WHERE i.source = ? AND i.kind = ? AND i.key = ? AND t.named <= ?");
    if (!find.with(source_, static_cast<int>(kind), key, !unnamed).step()) {
      return false;
    }
    item_ = {find.number(0), find.number(1)};
    return true;
  }

  /// With the one version that is about to be added.
  void add_item(const Document& document) {
    if (source_ == 0) {
      connection_.query("INSERT INTO source (name) VALUES (?)").with(document.source).run();
      source_ = connection_.source_number(document.source);
    }
    connection_.query("INSERT INTO item (source, name, named, versions) VALUES (?, ?, ?, 1)")
        .with(source_, document.item ? *document.item : document.id, document.item.has_value())
        .run();
    item_ = {connection_.database.getLastInsertRowid(), 0};
  }

  void add_identities(const Document& document) {
    const std::array<std::pair<Identity, const std::string*>, 3> keys = {
        {{Identity::item, document.item ? &*document.item : nullptr},
         {Identity::url, document.url.empty() ? nullptr : &document.url},
         {Identity::id, &document.id}}};
    for (const auto& [kind, key] : keys) {
      if (key != nullptr) {
        connection_
            .query("INSERT OR IGNORE INTO identity (source, kind, key, item) VALUES (?, ?, ?, ?)")
            .with(source_, static_cast<int>(kind), *key, item_.row)
            .run();
      }
    }
  }

  // Versions

  /// The version that the document is, 0 if it is a new one.  Hashes only point at it.
  Row find_same(const Document& document, bool& newest) {
    Query find = connection_.query(
        "SELECT d.id, d.latest FROM document d JOIN content c ON c.document = d.id "
        "WHERE d.item = ? AND d.text_hash = ? AND c.text = ? "
        "AND (d.latest OR (d.given_version = ? AND d.updated_begin IS ?)) "
        "ORDER BY d.latest DESC LIMIT 1");
    find.with(item_.row, hash_, document.text, document.version, begin_or_null(document.updated));
    if (!find.step()) {
      return 0;
    }
    newest = find.flag(1);
    return find.number(0);
  }

  void find_latest() {
    Query find = connection_.query(
        "SELECT version, given_version, time, published_begin, updated_begin, story "
        "FROM document WHERE item = ? AND latest = 1");
    if (find.with(item_.row).step()) {
      latest_ = {find.number(0),         find.number(1),         Timestamp{find.number(2)},
                 find.number_or_null(3), find.number_or_null(4), find.number_or_null(5)};
    }
  }

  /// True where an outlet has put an earlier text back without saying so: the file shows it in the
  /// place where it showed another one last, or behind all that it had of the article.  An import
  /// tells when it was received, and a file elsewhere may be an old one.
  bool goes_back(const Document& document) {
    if (document.received || !tells_of_no_change(document)) {
      return false;
    }
    // A file of its own has one place, wherever its head ends.
    Query here = connection_.query(
        "SELECT first_line, text_hash, id FROM document WHERE item = ? AND path = ? "
        "ORDER BY (? OR first_line = ?) DESC, CASE WHEN ? THEN 0 ELSE first_line END DESC, "
        "id DESC LIMIT 1");
    const bool alone = document.in_file;
    if (!here.with(item_.row, document.path, alone, document.first_line, alone).step()) {
      return false;
    }
    const bool before = first_added_ == 0 || here.number(2) < first_added_;
    return alone || here.number(0) == document.first_line ? before && here.number(1) != hash_
                                                          : here.number(0) < document.first_line;
  }

  bool tells_of_no_change(const Document& document) const {
    return latest_.given_version == document.version &&
           latest_.published == begin_or_null(document.published) &&
           latest_.updated == begin_or_null(document.updated);
  }

  /// When the document became known: what it says of itself, unless the version before said the
  /// same.
  Timestamp time_of(const Document& document, Timestamp received) const {
    const auto own = own_time(begin_or_null(document.published), begin_or_null(document.updated));
    if (!own) {
      return received;
    }
    const bool said = item_.versions > 0 && own == own_time(latest_.published, latest_.updated);
    return said ? std::max(Timestamp{*own}, received) : Timestamp{*own};
  }

  struct Place {
    std::int64_t number = 1;
    bool latest = true;
  };

  /// The number of a new version; others make room for one that comes late.
  Place make_room(const Document& document, Timestamp time) {
    const std::int64_t given = document.version;
    if (item_.versions == 0) {
      return {given, true};
    }
    if (std::pair(latest_.given_version, latest_.time) <= std::pair(given, time)) {
      connection_.query("UPDATE document SET latest = 0 WHERE item = ? AND latest = 1")
          .with(item_.row)
          .run();
      return {std::max(given, latest_.version + 1), true};
    }
    if (item_.versions >= kMostNumbered) {
      return {std::min(given, latest_.version), false};
    }
    const std::int64_t before = neighbor(
        "SELECT max(version) FROM document WHERE item = ? AND (given_version, time) <= (?, ?)",
        given, time);
    const std::int64_t after = neighbor(
        "SELECT min(version) FROM document WHERE item = ? AND (given_version, time) > (?, ?)",
        given, time);
    const std::int64_t number = std::max(given, before + 1);
    if (number >= after) {
      connection_.query("UPDATE document SET version = version + ? WHERE item = ? AND version >= ?")
          .with(number + 1 - after, item_.row, after)
          .run();
    }
    return {number, false};
  }

  /// 0 if there is none.
  std::int64_t neighbor(const char* sql, std::int64_t given, Timestamp time) {
    Query find = connection_.query(sql);
    return find.with(item_.row, given, time).step() ? find.number(0) : 0;
  }

  Row add_version(const Arrival& arrival, const Receipt& receipt, const RuleNames& names) {
    const Document& d = arrival.document;
    const Timestamp received = arrival.received.value_or(connection_.access.now);
    const Timestamp time = time_of(d, received);
    const auto [version, latest] = make_room(d, time);
    connection_
        .query(
            "INSERT INTO document (item, version, time, received, latest, stealth, text_hash, "
            "rules, facts, story, name, path, url, language, given_version, given_story, "
            "published, published_begin, published_end, published_offset, "
            "updated, updated_begin, updated_end, updated_offset, headline_begin, "
            "headline_end, body_begin, first_line, in_file, markdown, story_by_rules) VALUES (?, "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, "
            "?)")
        .with(item_.row, version, time, received, latest, receipt.stealth, hash_,
              connection_.name_number(names.hash()),
              static_cast<std::int64_t>(arrival.facts.size()), latest_.story, d.id, d.path, d.url,
              d.language, d.version, d.story, Written{d.published}.text(),
              begin_or_null(d.published), Written{d.published}.end(), Written{d.published}.offset(),
              Written{d.updated}.text(), begin_or_null(d.updated), Written{d.updated}.end(),
              Written{d.updated}.offset(), d.headline.begin, d.headline.end, d.body_begin,
              d.first_line, d.in_file, d.markdown, d.story_by_rules)
        .run();
    const Row row = connection_.database.getLastInsertRowid();
    first_added_ = first_added_ == 0 ? row : first_added_;
    const std::string packed = pack_facts(arrival.facts, names);
    connection_.query("INSERT INTO content (document, text, facts) VALUES (?, ?, ?)")
        .with(row, d.text, Query::Blob{packed})
        .run();
    connection_.query("INSERT INTO sketch (document, bytes) VALUES (?, ?)")
        .with(row, Query::Blob{arrival.sketch})
        .run();
    facts_.add(row, arrival.facts, names);
    return row;
  }

  /// A publication as columns.
  struct Written {
    const std::optional<Publication>& given;
    std::optional<std::string> text() const {
      return given ? std::optional(given->written) : std::nullopt;
    }
    std::optional<Timestamp> end() const {
      return given ? std::optional(given->end) : std::nullopt;
    }
    std::optional<int> offset() const {
      return given ? std::optional(given->offset_minutes) : std::nullopt;
    }
  };

  Connection& connection_;
  std::int64_t source_ = 0;
  Item item_;
  Latest latest_;  // a new version stays where its article was put
  std::int64_t hash_ = 0;
  Row first_added_ = 0;  // of this batch: what it shows of one place, it shows at once
  FactRows facts_;
  TermRows terms_;
};

}  // namespace

Result<std::vector<Receipt>> Store::put(std::span<const Arrival> arrivals, const RuleNames& names) {
  return guarded(connection_->path, [&]() -> Result<std::vector<Receipt>> {
    const Unchecked unchecked(*connection_);
    Change change(*connection_);
    Intake intake(*connection_);
    std::vector<Receipt> receipts;
    receipts.reserve(arrivals.size());
    for (const Arrival& arrival : arrivals) {
      receipts.push_back(intake.put(arrival, names));
    }
    intake.finish();
    change.commit();
    return receipts;
  });
}

Result<std::vector<Receipt>> Store::probe(std::span<const Document> documents) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<Receipt>> {
    Intake intake(*connection_);
    std::vector<Receipt> receipts;
    receipts.reserve(documents.size());
    for (const Document& document : documents) {
      receipts.push_back(intake.look_up(document));
    }
    return receipts;
  });
}

Result<void> Store::replace_facts(std::span<const Row> rows, std::span<const Arrival> arrivals,
                                  const RuleNames& names) {
  return guarded(connection_->path, [&]() -> Result<void> {
    const Unchecked unchecked(*connection_);
    Change change(*connection_);
    FactRows facts(*connection_);
    TermRows terms;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string packed = pack_facts(arrivals[i].facts, names);
      connection_->query("UPDATE content SET facts = ? WHERE document = ?")
          .with(Query::Blob{packed}, rows[i])
          .run();
      connection_->query("UPDATE sketch SET bytes = ? WHERE document = ?")
          .with(Query::Blob{arrivals[i].sketch}, rows[i])
          .run();
      const Document& document = arrivals[i].document;
      connection_
          ->query(
              "UPDATE document SET rules = ?1, facts = ?2, given_story = ?3, story_by_rules = ?4, "
              "story = CASE WHEN given_story IS ?3 THEN story END WHERE id = ?5")
          .with(connection_->name_number(names.hash()),
                static_cast<std::int64_t>(arrivals[i].facts.size()), document.story,
                document.story_by_rules, rows[i])
          .run();
      connection_->query("DELETE FROM fact WHERE document = ?").with(rows[i]).run();
      facts.add(rows[i], arrivals[i].facts, names);
      Query item = connection_->query("SELECT item FROM document WHERE id = ?");
      if (item.with(rows[i]).step()) {
        terms.add(item.number(0), arrivals[i].terms);
      }
    }
    facts.write();
    terms.write(*connection_);
    change.commit();
    return {};
  });
}

Result<std::vector<Row>> Store::outdated(const RuleNames& names, Row after,
                                         std::size_t most) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<Row>> {
    std::vector<Row> rows;
    Query find = connection_->query(
        "SELECT id FROM document WHERE id > ? AND rules IS NOT "
        "(SELECT id FROM name WHERE text = ?) ORDER BY id LIMIT ?");
    find.with(after, names.hash(), static_cast<std::int64_t>(most));
    while (find.step()) {
      rows.push_back(find.number(0));
    }
    return rows;
  });
}

}  // namespace concord::store
