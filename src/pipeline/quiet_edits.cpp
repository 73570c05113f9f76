// Articles that were changed without saying so, and what became of their figures.
#include "pipeline/quiet_edits.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "compare/compare.h"
#include "normalize/normalize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kMost = 100;

/// A version and the one before it.
struct Edit {
  store::Row before = 0;
  store::Row now = 0;
};

/// By rule, kind and key: the first figure that a version states of its own event, below the
/// headline where there is one: a text is changed more often than what stands above it.
using Figures = std::map<std::tuple<std::string, std::string, std::string>, std::string>;

Figures figures_of(const store::StoredDocument& version, const store::RuleNames& names) {
  Figures figures;
  for (const bool headline : {false, true}) {
    for (const Fact& fact : version.facts) {
      if (fact.event.role != EventRole::other && fact.mode == Mode::stated && !fact.derived &&
          fact.excluded_by.empty() && (fact.part == Part::headline) == headline) {
        figures.try_emplace({std::string(names.name_of(fact.rule)), fact.kind, fact.key},
                            normalize::describe(fact.value));
      }
    }
  }
  return figures;
}

/// "disasters/deaths", "victims", "" -> "deaths victims".
std::string title_of(const Figures::key_type& key) {
  const auto& [rule, kind, about] = key;
  std::string title = rule.substr(rule.find('/') + 1);
  for (const std::string& part : {kind, about}) {
    title += part.empty() ? "" : " " + part;
  }
  return title;
}

std::vector<std::string> changes(const Figures& before, const Figures& now) {
  std::vector<std::string> lines;
  for (const auto& [key, figure] : before) {
    const auto after = now.find(key);
    if (after == now.end()) {
      lines.push_back(fmt::format("{} {} is gone", title_of(key), figure));
    } else if (after->second != figure) {
      lines.push_back(fmt::format("{} {} became {}", title_of(key), figure, after->second));
    }
  }
  for (const auto& [key, figure] : now) {
    if (!before.contains(key)) {
      lines.push_back(fmt::format("{} {} is new", title_of(key), figure));
    }
  }
  return lines;
}

class QuietEdits {
 public:
  QuietEdits(const store::Store& store, const store::RuleNames& names)
      : store_(store), names_(names) {}

  /// The newest are read where there are too many.
  Result<void> find(const std::optional<Timestamp>& after, const std::optional<Timestamp>& until) {
    store::Selection all;
    all.every_version = true;
    all.parts = {.text = false, .facts = false, .sketch = false};
    std::unordered_map<store::Row, store::Row> last;  // version of each item
    auto done = store_.for_each_document(all, [&](const store::StoredDocument& version) {
      const bool asked =
          !(after && !(*after < version.received)) && !(until && *until < version.received);
      store::Row& before = last[version.item];
      if (version.stealth && asked && before != 0) {
        edits_.push_back({before, version.row});
      }
      before = version.row;
      return true;
    });
    if (edits_.size() > kMost) {
      edits_.erase(edits_.begin(), edits_.end() - static_cast<std::ptrdiff_t>(kMost));
    }
    return done;
  }

  Result<void> read() {
    if (edits_.empty()) {
      return {};
    }
    store::Selection both;
    both.every_version = true;
    both.names = &names_;
    both.parts = {.text = true, .facts = true, .sketch = false};
    for (const Edit& edit : edits_) {
      both.rows.push_back(edit.before);
      both.rows.push_back(edit.now);
    }
    return store_.for_each_document(both, [&](store::StoredDocument& version) {
      versions_.emplace(version.row, std::move(version));
      return true;
    });
  }

  std::vector<report::QuietEdit> tell() const {
    std::vector<report::QuietEdit> told;
    for (const Edit& edit : edits_) {
      const store::StoredDocument& now = versions_.at(edit.now);
      if (compare::owns_up(now.document.text) &&
          !compare::owns_up(versions_.at(edit.before).document.text)) {
        continue;  // it says so
      }
      const Document& document = now.document;
      told.push_back(
          {.document = document.id,
           .source = document.source,
           .title = document.text.substr(document.headline.begin, document.headline.size()),
           .story = now.story,
           .changes =
               changes(figures_of(versions_.at(edit.before), names_), figures_of(now, names_)),
           .seen = now.received});
    }
    std::stable_partition(told.begin(), told.end(),
                          [](const auto& edit) { return !edit.changes.empty(); });
    return told;
  }

 private:
  const store::Store& store_;
  const store::RuleNames& names_;
  std::vector<Edit> edits_;
  std::unordered_map<store::Row, store::StoredDocument> versions_;
};

}  // namespace

Result<std::vector<report::QuietEdit>> quiet_edits(const store::Store& store,
                                                   const store::RuleNames& names,
                                                   const std::optional<Timestamp>& after,
                                                   const std::optional<Timestamp>& until) {
  QuietEdits edits(store, names);
  if (const auto done = edits.find(after, until); !done) {
    return failure(done.error());
  }
  if (const auto done = edits.read(); !done) {
    return failure(done.error());
  }
  return edits.tell();
}

}  // namespace concord::pipeline
