// A stored night or story again, and what two nights have changed.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "ingest/ingest.h"

namespace concord::cli {
namespace {

/// The night of that name, or the one that lies `back` nights before the newest.
std::optional<store::Snapshot> find_night(Session& session, const store::Store& store,
                                          const std::string& name, std::size_t back) {
  const auto nights = store.snapshots();
  if (!succeeded(session, nights)) {
    return std::nullopt;
  }
  if (name.empty() && nights->size() > back) {
    return nights->at(nights->size() - 1 - back);
  }
  std::vector<std::string_view> names;
  for (const store::Snapshot& night : *nights) {
    names.push_back(night.id);
    if (night.id == name) {
      return night;
    }
  }
  const std::string missing = name.empty() ? "there are not so many nights in the store"
                                           : fmt::format("no night is called `{}`", name);
  const std::string newest = names.empty() ? std::string("run concord nightly first")
                                           : fmt::format("the newest is {}", names.back());
  session.refuse(usage_error(missing, did_you_mean(name, names, newest)));
  return std::nullopt;
}

void write_night(Session& session, const report::Night& night, const RuleSet& rules) {
  const report::Format format = session.format(report::Format::html);
  std::optional<report::Designs> designs(std::in_place);
  if (format == report::Format::html) {
    designs = session.designs();
  }
  if (!designs) {
    return;
  }
  if (const auto page = report::night_report(night, rules, format, *designs)) {
    session.write(*page);
  } else {
    session.refuse(page.error());
  }
}

void report_story(Session& session, const pipeline::Engine& engine, const store::Store& store) {
  const auto story = find_story(session, store, session.arguments().story);
  if (!story) {
    return;
  }
  const store::RuleNames names(engine.rules());
  const auto findings =
      pipeline::compare_story(engine, store, names, *story, session.options(),
                              {.known = known_until(session), .received = std::nullopt});
  if (!succeeded(session, findings)) {
    return;
  }
  report::Night night = report::night_of(*findings);
  night.title = story->title;
  if (const auto offset = desk_offset(session, session.now())) {
    night.offset_minutes = *offset;
    night.one_clock = true;
  }
  night.run.version = CONCORD_VERSION;
  write_night(session, night, engine.rules());
}

/// The findings of a night, and the slips in our copy, by what they are about; of one thing there
/// may be several, as of two quotations of one speaker.
std::multimap<std::string, ToldFinding> findings_of(Session& session, const store::Store& store,
                                                    const store::Snapshot& night) {
  std::multimap<std::string, ToldFinding> findings;
  const auto done = store.for_each_finding(night.row, [&](const store::StoredFinding& stored) {
    if (auto told = ingest::read_told_finding(stored.json)) {
      const std::string subject = ingest::subject_of(*told);
      findings.emplace(subject, std::move(*told));
    }
    return true;
  });
  succeeded(session, done);
  for (ToldFinding& slip : ingest::read_told_slips(night.summary)) {
    const std::string subject = ingest::subject_of(slip);
    findings.emplace(subject, std::move(slip));
  }
  return findings;
}

/// Takes out of both what both tell alike.
void drop_unchanged(std::multimap<std::string, ToldFinding>& before,
                    std::multimap<std::string, ToldFinding>& after) {
  std::set<std::string> known;
  for (const auto& [about, finding] : before) {
    known.insert(finding.id);
  }
  std::set<std::string> same;
  std::erase_if(after, [&](const auto& entry) {
    const bool unchanged = known.contains(entry.second.id);
    if (unchanged) {
      same.insert(entry.second.id);
    }
    return unchanged;
  });
  std::erase_if(before, [&](const auto& entry) { return same.contains(entry.second.id); });
}

/// What is left of both: of one thing, the first of the one became the first of the other.
std::vector<ToldChange> changes_of(std::multimap<std::string, ToldFinding> before,
                                   const std::multimap<std::string, ToldFinding>& after) {
  std::vector<ToldChange> changes;
  for (const auto& [about, finding] : after) {
    const auto was = before.find(about);
    changes.push_back({was == before.end() ? std::nullopt : std::optional(was->second), finding});
    if (was != before.end()) {
      before.erase(was);
    }
  }
  for (const auto& [about, finding] : before) {
    changes.push_back({finding, std::nullopt});
  }
  return changes;
}

using Told = std::multimap<std::string, ToldFinding>;

/// The finding that left own copy behind, told of that copy alone.
std::optional<ToldFinding> told_of_copy(const Told& findings, const ToldBehind& behind,
                                        std::string_view became) {
  const auto found = std::ranges::find_if(
      findings, [&](const auto& entry) { return entry.second.id == behind.finding; });
  if (found == findings.end()) {
    return std::nullopt;
  }
  ToldFinding told = found->second;
  told.figure = behind.words;
  told.reason = fmt::format("Our copy {} {}.", behind.document, became);
  return told;
}

bool has(const std::vector<ToldBehind>& night, const ToldBehind& wanted) {
  return std::ranges::any_of(night, [&](const ToldBehind& one) {
    return one.document == wanted.document && one.subject == wanted.subject;
  });
}

/// True where both nights tell a finding with the same words: nobody has mended anything, our copy
/// has only become older than the days in which it is watched.
bool is_unchanged(const Told& before, const Told& after, const std::string& id) {
  const auto in = [&](const Told& night) {
    return std::ranges::find_if(night, [&](const auto& entry) { return entry.second.id == id; });
  };
  const auto was = in(before);
  const auto is = in(after);
  return was != before.end() && is != after.end() && was->second.figure == is->second.figure &&
         was->second.reason == is->second.reason;
}

/// Own copy that is behind on one of two nights alone, where the findings are those of both.
std::vector<ToldChange> changes_of_copy(const store::Snapshot& older, const store::Snapshot& newer,
                                        const Told& before, const Told& after) {
  const auto was = ingest::read_told_night(older.summary, older.time).behind;
  const auto is = ingest::read_told_night(newer.summary, newer.time).behind;
  std::vector<ToldChange> changes;
  for (const ToldBehind& one : is) {
    auto told = has(was, one) ? std::nullopt : told_of_copy(after, one, "is behind");
    if (told && std::ranges::any_of(
                    before, [&](const auto& entry) { return entry.second.id == told->id; })) {
      changes.push_back({std::nullopt, std::move(told)});
    }
  }
  for (const ToldBehind& one : was) {
    auto told = has(is, one) ? std::nullopt : told_of_copy(before, one, "is no longer behind");
    if (told && !is_unchanged(before, after, told->id) &&
        std::ranges::any_of(after,
                            [&](const auto& entry) { return entry.second.id == told->id; })) {
      changes.push_back({std::move(told), std::nullopt});
    }
  }
  return changes;
}

}  // namespace

void report_again(Session& session) {
  auto options = night_options(session);
  const auto engine = options ? session.plain_engine() : std::nullopt;
  const auto store = engine ? session.open_store(store::Mode::read) : std::nullopt;
  if (!store) {
    return;
  }
  if (!session.arguments().story.empty()) {
    report_story(session, *engine, *store);
    return;
  }
  const auto night = find_night(session, *store, session.arguments().date, 0);
  const auto offset = night ? desk_offset(session, night->time) : std::nullopt;
  if (!offset) {
    return;
  }
  options->offset_minutes = *offset;  // summer time then may be winter time now
  options->run.clock = *offset;
  auto page = pipeline::night_again(*engine, *store, *night, *options);
  if (succeeded(session, page)) {
    add_addresses(session.desk().desk, page->night);
    write_night(session, page->night, engine->rules());
  }
}

void diff(Session& session) {
  const auto& names = session.arguments().inputs;
  if (names.size() > 2) {
    session.refuse(usage_error("diff compares two nights", "concord diff 2024-03-23 2024-03-24"));
    return;
  }
  const auto store = session.open_store(store::Mode::read);
  if (!store) {
    return;
  }
  const auto older = find_night(session, *store, names.empty() ? "" : names[0], 1);
  const auto newer =
      older ? find_night(session, *store, names.size() < 2 ? "" : names[1], 0) : std::nullopt;
  if (!newer) {
    return;
  }
  auto before = findings_of(session, *store, *older);
  auto after = findings_of(session, *store, *newer);
  const std::vector<ToldChange> of_copy = changes_of_copy(*older, *newer, before, after);
  drop_unchanged(before, after);
  std::vector<ToldChange> changes = changes_of(std::move(before), after);
  changes.insert(changes.end(), of_copy.begin(), of_copy.end());
  session.write(report::diff_report(older->id, newer->id, changes,
                                    session.format(report::Format::human), session.style()));
}

}  // namespace concord::cli
