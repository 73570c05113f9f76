// A night: what has changed since the last one, compared, remembered and laid out as a page.
#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "ingest/ingest.h"
#include "pipeline/engine.h"
#include "pipeline/memory.h"
#include "pipeline/night_before.h"
#include "pipeline/night_stories.h"
#include "pipeline/quiet_edits.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

/// The work of one night, step by step.
class Night {
 public:
  Night(const Engine& engine, const store::Store& store, const NightlyOptions& options,
        Nights nights)
      : engine_(engine),
        store_(store),
        options_(options),
        names_(engine.rules()),
        nights_(std::move(nights)) {}

  /// Reads what was known: decisions (`again`: only those that stood then), and the findings of the
  /// night before.
  Result<void> read_before(bool again) {
    again_ = again;
    auto decisions = store_.decisions(true);
    if (!decisions) {
      return failure(decisions.error());
    }
    decisions_ = std::move(*decisions);
    auto standing =
        again ? Result<std::vector<store::Decision>>(standing_at(decisions_, options_.now))
              : store_.decisions();
    if (!standing) {
      return failure(standing.error());
    }
    accepted_ = acceptances_of(*standing, options_.now);
    if (const store::Snapshot* last = nights_.last()) {
      return store_.for_each_finding(last->row, [&](const store::StoredFinding& finding) {
        before_.emplace(finding.id, Known{finding.story, finding.severity});
        return true;
      });
    }
    return {};
  }

  /// Nothing has come, been decided or been asked otherwise since this night's snapshot.
  Result<bool> is_unchanged(const Placing& placed) const {
    const auto& snapshot = nights_.tonight;
    if (!snapshot || placed.documents > 0 || snapshot->rules_hash != names_.hash() ||
        snapshot->program != options_.version || snapshot->parameters != parameters_of(options_) ||
        decided_since(decisions_, snapshot->time, options_.now)) {
      return false;
    }
    report::Night waiting;
    if (const auto done = add_waiting(waiting, std::nullopt); !done) {
      return failure(done.error());
    }
    if (waiting.waiting_count != number_of(*snapshot, "waiting")) {
      return false;
    }
    const auto newer = stories_with_news(snapshot->time, std::nullopt);
    return newer ? Result<bool>(newer->empty()) : failure(newer.error());
  }

  /// Chooses the stories to compare: those that got documents, were decided on, or hold own copy of
  /// the last days; all of them when the rules or what is asked have changed.
  Result<void> choose(const Placing& placed, const std::optional<Timestamp>& until) {
    auto stories = store_.stories();
    if (!stories) {
      return failure(stories.error());
    }
    // What an editor has merged into another story tells nothing any more.
    std::erase_if(*stories, [](const store::StoredStory& story) { return story.documents == 0; });
    counted_.stories = stories->size();
    const store::Snapshot* last = nights_.last();
    const bool all = last == nullptr || last->rules_hash != names_.hash() ||
                     last->parameters != parameters_of(options_) || moved_since(*last);
    if (last != nullptr) {
      auto received = stories_with_news(last->time, until);
      if (!received) {
        return failure(received.error());
      }
      changed_ = std::move(*received);
      changed_.insert(placed.stories.begin(), placed.stories.end());
      add_decided(*last);
    }
    auto own = stories_with_own_copy();
    if (!own) {
      return failure(own.error());
    }
    for (store::StoredStory& story : *stories) {
      alive_.insert(story.id);
      if (last == nullptr) {
        changed_.insert(story.id);
      }
      if (all || changed_.contains(story.id) || own->contains(story.id)) {
        chosen_.push_back(std::move(story));
      } else {
        at_rest_.push_back(std::move(story));
      }
    }
    return {};
  }

  /// Compares the chosen stories as they were until then; what is found goes to `writer`, if any.
  Result<void> compare(const std::optional<Timestamp>& until, store::SnapshotWriter* writer) {
    StoryWork work{engine_, store_, names_, options_, {horizon_of(options_.now), until}};
    for (const auto& [id, decision] : accepted_.active) {
      work.accepted.insert(id);
    }
    for (const auto& [id, decision] : accepted_.expired) {
      work.expired.insert(id);
    }
    for (const auto& [id, finding] : before_) {
      work.before.insert(id);
    }
    if (const auto done = add_moved(work); !done) {
      return failure(done.error());
    }
    work.changed = &changed_;
    if (writer != nullptr) {
      work.remember = [writer](std::span<const store::StoredFinding> findings) {
        return writer->add(findings);
      };
    }
    auto compared = compare_stories(work, chosen_);
    if (!compared) {
      return failure(compared.error());
    }
    compared_ = std::move(*compared);
    give_back_memory();
    return {};
  }

  /// What is known of the stories at rest stands as it did.
  void carry_over(store::SnapshotWriter& writer) const {
    std::unordered_set<std::string_view> compared;
    for (const store::StoredStory& story : chosen_) {
      compared.insert(story.id);
    }
    writer.carry_over([&](const std::string& story) {
      return !compared.contains(story) && alive_.contains(story);
    });
  }

  store::Snapshot snapshot(const std::string& id) const {
    return {.row = 0,
            .id = id,
            .time = options_.now,
            .rules_hash = names_.hash(),
            .program = options_.version,
            .parameters = parameters_of(options_),
            .summary = {}};
  }

  /// What the snapshot says besides its findings.
  std::string summary(const report::Night& night) const {
    std::string news;
    for (const std::string& one : compared_.news) {
      news += (news.empty() ? "" : " ") + one;
    }
    const auto decided = decisions_.empty() ? store::Row{0} : decisions_.back().row;
    return fmt::format(
        R"({{"documents":{},"facts":{},"stories":{},"waiting":{},"decisions":{},"new":"{}",{}}})",
        counted_.documents, counted_.facts, counted_.stories, night.waiting_count, decided, news,
        report::memory_of(night));
  }

  /// Counts what the store holds now.
  Result<void> count() {
    const auto counts = store_.counts();
    if (!counts) {
      return failure(counts.error());
    }
    counted_.documents = static_cast<std::uint64_t>(counts->documents);
    counted_.facts = static_cast<std::uint64_t>(counts->facts);
    return {};
  }

  /// Takes what it held at a night before.
  void count(const store::Snapshot& then) {
    counted_ = {number_of(then, "documents"), number_of(then, "facts"), number_of(then, "stories")};
  }

  /// The page of the night, of what had come until then.
  Result<Nightly> page(const std::string& id, const std::optional<Timestamp>& until) {
    Nightly result;
    result.compared = chosen_.size();
    result.told = std::move(compared_.told);
    result.fresh = compared_.fresh;
    result.behind = compared_.behind_severities;
    report::Night& night = result.night;
    add_head(night, id);
    night.tonight = std::move(compared_.tonight);
    night.behind = std::move(compared_.behind);
    night.slips = std::move(compared_.slips);
    const auto known = slips_before(nights_);
    for (report::CopySlip& slip : night.slips) {
      slip.is_new = !known.contains(slip.id);
    }
    add_decided(night);
    report::rank_stories(night.tonight, report::accepted_in(night));
    if (const auto done = add_resolved(night); !done) {
      return failure(done.error());
    }
    add_mended(night);
    const store::Snapshot* last = nights_.last();
    auto edits =
        quiet_edits(store_, names_, last ? std::optional(last->time) : std::nullopt, until);
    if (!edits) {
      return failure(edits.error());
    }
    night.quiet_edits = std::move(*edits);
    add_at_rest(night);
    add_since(night);
    auto earlier = earlier_news(store_, nights_);
    if (!earlier) {
      return failure(earlier.error());
    }
    night.earlier = std::move(*earlier);
    add_run_facts(night);
    if (const auto done = add_waiting(night, until); !done) {
      return failure(done.error());
    }
    return result;
  }

 private:
  /// A finding of the night before.
  struct Known {
    std::string story;
    std::string severity;
  };

  /// Stories with documents that came after `after`, but not after `until`, or whose time has come.
  Result<std::set<std::string>> stories_with_news(Timestamp after,
                                                  const std::optional<Timestamp>& until) const {
    const Timestamp horizon = horizon_of(options_.now);
    std::set<std::string> found;
    store::Selection all;
    all.every_version = true;
    all.parts = {.text = false, .facts = false, .sketch = false};
    const auto done = store_.for_each_document(all, [&](const store::StoredDocument& stored) {
      const bool known = !stored.story.empty() && stored.time <= horizon;
      const bool news = after < stored.received || horizon_of(after) < stored.time;
      if (known && news && !(until && *until < stored.received)) {
        found.insert(stored.story);
      }
      return true;
    });
    return done ? Result<std::set<std::string>>(std::move(found)) : failure(done.error());
  }

  Result<std::set<std::string>> stories_with_own_copy() const {
    std::set<std::string> found;
    for (const std::string& source : options_.desk.own_sources) {
      store::Selection own;
      own.source = source;
      own.from = Timestamp{options_.now.seconds - kOwnDays * kSecondsPerDay};
      own.parts = {.text = false, .facts = false, .sketch = false};
      const auto done = store_.for_each_document(own, [&](const store::StoredDocument& stored) {
        found.insert(stored.story);
        return true;
      });
      if (!done) {
        return failure(done.error());
      }
    }
    return found;
  }

  /// True if editors took articles out of stories, whichever these were.
  bool moved_since(const store::Snapshot& last) const {
    return std::ranges::any_of(decisions_, [&](const store::Decision& decision) {
      return is_decided_since(last, decision) && (decision.kind == store::DecisionKind::split ||
                                                  decision.kind == store::DecisionKind::pin);
    });
  }

  /// News to the night before, and of an earlier night made again no news to that night itself.
  bool is_decided_since(const store::Snapshot& last, const store::Decision& decision) const {
    return is_news(decision, last) && !(again_ && is_news(decision, *nights_.tonight));
  }

  /// Stories of findings whose acceptance ran out, and those that editors moved documents to.
  void add_decided(const store::Snapshot& last) {
    for (const store::Decision& decision : decisions_) {
      if (decision.kind != store::DecisionKind::accept) {
        if (is_decided_since(last, decision)) {
          changed_.insert(decision.object);
        }
      } else if (decided_since({decision}, last.time, options_.now)) {
        if (const auto finding = before_.find(decision.subject); finding != before_.end()) {
          changed_.insert(finding->second.story);
        }
      }
    }
  }

  /// What the night before told of stories whose articles have all gone into others.
  Result<void> add_moved(StoryWork& work) const {
    const bool none = std::ranges::all_of(
        before_, [&](const auto& known) { return alive_.contains(known.second.story); });
    if (none) {
      return {};
    }
    return store_.for_each_finding(nights_.last()->row, [&](const store::StoredFinding& finding) {
      const auto told =
          alive_.contains(finding.story) ? std::nullopt : ingest::read_told_finding(finding.json);
      if (told) {
        work.moved.insert(told_alike(told->fact, told->kind, told->key, told->check, told->reason));
      }
      return true;
    });
  }

  void add_decided(report::Night& night) const {
    for (const ToldFinding& finding : compared_.accepted) {
      const store::Decision& decision = accepted_.active.at(finding.id);
      night.accepted.push_back(aside(finding, decision.reason, decision.until));
    }
    for (const ToldFinding& finding : compared_.expired) {
      const store::Decision& decision = accepted_.expired.at(finding.id);
      night.expired.push_back(aside(finding, decision.reason, decision.until));
    }
  }

  /// Findings of the night before of whose subject nothing is told any more.
  Result<void> add_resolved(report::Night& night) const {
    if (nights_.last() == nullptr) {
      return {};
    }
    std::vector<ToldFinding> gone;
    auto done = store_.for_each_finding(nights_.last()->row, [&](const auto& finding) {
      if (!changed_.contains(finding.story) || compared_.standing.contains(finding.id)) {
        return true;
      }
      auto told = ingest::read_told_finding(finding.json);
      if (told && !compared_.standing.contains(ingest::subject_of(*told))) {
        gone.push_back(std::move(*told));
      }
      return true;
    });
    std::ranges::sort(gone, {}, &ToldFinding::id);
    for (const ToldFinding& finding : gone) {
      night.resolved.push_back(aside(finding, "no longer so", std::nullopt));
    }
    return done;
  }

  /// Own copy that was behind the night before and has since been mended.
  void add_mended(report::Night& night) const {
    std::set<std::tuple<std::string, std::string>> still;
    for (const ToldBehind& behind : report::told_behind(night)) {
      still.emplace(behind.document, behind.subject);
    }
    for (const ToldBehind& was : behind_before(nights_)) {
      if (!changed_.contains(was.story) || accepted_.active.contains(was.finding) ||
          still.contains({was.document, was.subject})) {
        continue;
      }
      ToldFinding mended;
      mended.id = was.finding;
      mended.story = was.story;
      mended.reason = fmt::format("our copy {}: {} {}", was.document, was.subject, was.words);
      night.resolved.push_back(aside(mended, "no longer behind", std::nullopt));
    }
  }

  void add_head(report::Night& night, const std::string& id) const {
    night.title = options_.desk.title;
    night.now = options_.now;
    night.offset_minutes = options_.offset_minutes;
    night.one_clock = true;
    night.own_sources = options_.desk.own_sources;
    night.snapshot = id;
    if (const store::Snapshot* last = nights_.last()) {
      night.last_snapshot = last->id;
      night.last_night = last->time;
    }
  }

  Result<void> add_waiting(report::Night& night, const std::optional<Timestamp>& until) const {
    constexpr std::size_t kMostWaiting = 100;
    store::Selection ahead;
    ahead.from = Timestamp{horizon_of(options_.now).seconds + 1};
    ahead.every_version = true;
    ahead.parts = {.text = false, .facts = false, .sketch = false};
    return store_.for_each_document(ahead, [&](const store::StoredDocument& stored) {
      if (until && *until < stored.received) {
        return true;
      }
      const Document& document = stored.document;
      if (night.waiting_count++ < kMostWaiting) {
        night.waiting.push_back({document.id, document.source, document.path, stored.time});
      }
      return true;
    });
  }

  report::FindingAside aside(const ToldFinding& finding, const std::string& reason,
                             std::optional<Timestamp> until) const {
    const auto title = compared_.titles.find(finding.story);
    return {.id = finding.id,
            .story = title == compared_.titles.end() ? finding.story : title->second,
            .text = finding.reason,
            .reason = reason,
            .until = until};
  }

  /// Stories at rest that have something an editor may want to know, in a line each.
  void add_at_rest(report::Night& night) const {
    std::unordered_map<std::string, std::pair<std::uint64_t, Severity>> standing;
    for (const auto& [id, finding] : before_) {
      auto& [count, worst] = standing[finding.story];
      ++count;
      for (const Severity severity : {Severity::warning, Severity::error}) {
        if (finding.severity == wording::name_of(severity)) {
          worst = std::max(worst, severity);
        }
      }
    }
    night.at_rest = compared_.at_rest;
    for (const store::StoredStory& story : at_rest_) {
      if (const auto some = standing.find(story.id); some != standing.end()) {
        night.at_rest.push_back({.id = story.id,
                                 .title = story.title,
                                 .documents = story.documents,
                                 .findings = some->second.first,
                                 .worst = some->second.second});
      }
    }
  }

  void add_since(report::Night& night) const {
    if (nights_.last() == nullptr) {
      return;
    }
    report::SinceLastNight since;
    since.stories_changed =
        static_cast<std::uint64_t>(std::ranges::count_if(changed_, [&](const std::string& story) {
          return alive_.contains(story);  // not one that was merged into another
        }));
    since.figures_moved = compared_.moved;
    since.correction_candidates = night.behind.size();
    since.resolved = night.resolved.size();
    night.since = since;
  }

  void add_run_facts(report::Night& night) const {
    night.run.version = options_.version;
    night.run.rules_hash = names_.hash();
    night.run.documents = counted_.documents;
    night.run.facts = counted_.facts;
    night.run.stories = counted_.stories;
  }

  const Engine& engine_;
  const store::Store& store_;
  const NightlyOptions& options_;
  store::RuleNames names_;
  Nights nights_;
  std::vector<store::Decision> decisions_;  // all ever made
  Acceptances accepted_;
  bool again_ = false;                             // an earlier night
  std::unordered_map<std::string, Known> before_;  // findings of the night before, by id
  std::set<std::string> changed_;                  // stories
  std::unordered_set<std::string> alive_;          // stories
  Counted counted_;
  std::vector<store::StoredStory> chosen_;
  std::vector<store::StoredStory> at_rest_;
  ComparedStories compared_;
};

}  // namespace

Result<Nightly> nightly(const Engine& engine, store::Store& store, const NightlyOptions& options,
                        const std::function<bool(Nightly&)>& tell) {
  give_back_memory();  // of reading the inboxes
  const auto placed = place_documents(engine, store, options.run, horizon_of(options.now));
  if (!placed) {
    return failure(placed.error());
  }
  give_back_memory();
  const std::string id = day_of(options.now, options.offset_minutes);
  auto nights = nights_before(store, id);
  if (!nights) {
    return failure(nights.error());
  }
  Night night(engine, store, options, std::move(*nights));
  if (const auto done = night.read_before(false); !done) {
    return failure(done.error());
  }
  if (!options.anew) {
    const auto unchanged = night.is_unchanged(*placed);
    if (!unchanged) {
      return failure(unchanged.error());
    }
    if (*unchanged) {
      Nightly nothing;
      nothing.unchanged = true;
      nothing.night.snapshot = id;
      return nothing;
    }
  }
  if (const auto done = night.choose(*placed, std::nullopt); !done) {
    return failure(done.error());
  }
  auto writer = store.write_snapshot(night.snapshot(id));
  if (!writer) {
    return failure(writer.error());
  }
  if (const auto done = night.compare(std::nullopt, &*writer); !done) {
    return failure(done.error());
  }
  if (const auto done = night.count(); !done) {
    return failure(done.error());
  }
  auto result = night.page(id, std::nullopt);
  if (!result || !tell(*result)) {
    return result;
  }
  night.carry_over(*writer);
  if (const auto row = writer->commit(night.summary(result->night)); !row) {
    return failure(row.error());
  }
  result->remembered = true;
  return result;
}

Result<Nightly> night_again(const Engine& engine, const store::Store& store,
                            const store::Snapshot& snapshot, const NightlyOptions& options) {
  NightlyOptions then = options;
  then.now = snapshot.time;
  auto nights = nights_before(store, snapshot.id);
  if (!nights) {
    return failure(nights.error());
  }
  Night night(engine, store, then, std::move(*nights));
  if (const auto done = night.read_before(true); !done) {
    return failure(done.error());
  }
  if (const auto done = night.choose({}, snapshot.time); !done) {
    return failure(done.error());
  }
  if (const auto done = night.compare(snapshot.time, nullptr); !done) {
    return failure(done.error());
  }
  night.count(snapshot);
  auto page = night.page(snapshot.id, snapshot.time);
  if (page) {
    for (const auto& [name, why] :
         ingest::read_told_night(snapshot.summary, snapshot.time).unreadable) {
      page->night.run.unreadable.push_back({name, why});
    }
  }
  return page;
}

}  // namespace concord::pipeline
