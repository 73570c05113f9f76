#include "pipeline/night_stories.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "advise/advise.h"
#include "ingest/ingest.h"
#include "pipeline/compare_all.h"
#include "pipeline/engine.h"
#include "pipeline/in_order.h"
#include "pipeline/left_behind.h"
#include "pipeline/readers.h"
#include "pipeline/severity.h"
#include "pipeline/workers.h"
#include "tokenize/tokenize.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kTold = 200;            // stories told in full
constexpr std::size_t kToldDocuments = 2000;  // of all of those together
constexpr std::size_t kOwnDocuments = 10000;  // where our own copy is behind in what would be left
constexpr std::size_t kMostSlips = 200;
constexpr std::size_t kPart = 8;  // stories that one worker takes at once

ToldFinding told(const Findings& findings, const Finding& finding) {
  ToldFinding short_form;
  short_form.id = finding.id;
  short_form.story = findings.stories.stories[finding.story.index].id;
  short_form.fact = finding.fact;
  short_form.reason = finding.reason;
  return short_form;
}

/// One story compared.
struct Outcome {
  std::vector<store::StoredFinding> findings;
  std::vector<std::string> standing;  // ids and subjects of `findings`
  std::vector<ToldFinding> accepted;
  std::vector<ToldFinding> expired;
  std::vector<std::pair<std::string, Severity>> news;
  std::uint64_t moved = 0;
  std::vector<std::string> why;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> behind;  // finding, own fact
  std::vector<report::CopyClass> behind_class;
  std::vector<Severity> behind_severity;
  std::vector<std::optional<Timestamp>> behind_since;
  std::vector<report::CopySlip> slips;
  Severity worst = Severity::note;
  report::StoryRank rank;
  bool telling = false;
  Findings whole;  // empty unless telling
  const store::StoredStory* story = nullptr;
};

/// Gives back what growing left over: these findings may be kept until the page is written.
void trim(Findings& findings) {
  findings.documents.shrink_to_fit();
  findings.facts.shrink_to_fit();
  findings.figures.shrink_to_fit();
  findings.findings.shrink_to_fit();
}

report::CopyClass class_of(std::string_view check) {
  constexpr std::string_view kSpelled[] = {"weekday", "name", "spelling"};
  return std::ranges::any_of(
             kSpelled,
             [&](std::string_view word) { return check.find(word) != std::string_view::npos; })
             ? report::CopyClass::refile
             : report::CopyClass::corrected;
}

std::string words_at(const Document& document, Span span) {
  return document.text.substr(span.begin, span.size());
}

/// Compares stories and sorts out what of them is kept.
class Comparer {
 public:
  Comparer(const StoryWork& work, const store::Store& store) : work_(work), store_(store) {}

  Result<Outcome> compare(const store::StoredStory& story) const {
    auto findings =
        compare_story(work_.engine, store_, work_.names, story, work_.options.run, work_.then);
    if (!findings) {
      return failure(findings.error());
    }
    Outcome outcome;
    outcome.story = &story;
    if (findings->documents.empty()) {
      return outcome;
    }
    write_down(*findings, outcome);
    std::vector<Finding> accepted = set_accepted_aside(*findings, outcome);
    find_behind(*findings, outcome);
    const bool changed = work_.changed->contains(story.id);
    const bool worth = findings->documents.size() > 1 || !outcome.findings.empty();
    outcome.telling = (changed && worth) || !outcome.behind.empty();
    outcome.rank = report::rank_of_story(*findings, StoryId{0});
    if (outcome.telling) {
      // What an editor has accepted is no finding of the night, but still a row of its table.
      std::move(accepted.begin(), accepted.end(), std::back_inserter(findings->findings));
      outcome.whole = std::move(*findings);
      trim(outcome.whole);
    }
    return outcome;
  }

 private:
  void write_down(const Findings& findings, Outcome& outcome) const {
    std::vector<std::uint32_t> kept;
    for (std::uint32_t number = 0; number < findings.findings.size(); ++number) {
      if (wording::is_difference(findings.findings[number])) {
        kept.push_back(number);
      }
    }
    std::vector<std::string> lines = report::finding_lines(findings, work_.engine.rules(), kept);
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const Finding& finding = findings.findings[kept[i]];
      if (work_.expired.contains(finding.id)) {
        outcome.expired.push_back(told(findings, finding));
      }
      add_standing(lines[i], outcome);
      outcome.findings.push_back({.id = finding.id,
                                  .story = outcome.story->id,
                                  .relation = std::string(wording::name_of(finding.relation)),
                                  .detail = std::string(wording::name_of(finding.detail)),
                                  .severity = std::string(wording::name_of(finding.severity)),
                                  .json = std::move(lines[i])});
    }
  }

  /// What is needed to tell which findings of the night before are gone.
  void add_standing(const std::string& line, Outcome& outcome) const {
    if (work_.before.empty() || !work_.changed->contains(outcome.story->id)) {
      return;
    }
    if (const auto told = ingest::read_told_finding(line)) {
      outcome.standing.push_back(told->id);
      outcome.standing.push_back(ingest::subject_of(*told));
    }
  }

  /// Told the night before, of a story that has since become this one.
  bool has_moved(const Finding& finding) const {
    return !work_.moved.empty() &&
           work_.moved.contains(
               told_alike(finding.fact, finding.kind, finding.key, finding.check, finding.reason));
  }

  std::vector<Finding> set_accepted_aside(Findings& findings, Outcome& outcome) const {
    std::vector<Finding> accepted;
    std::erase_if(findings.findings, [&](const Finding& finding) {
      if (!wording::is_difference(finding)) {
        return false;
      }
      if (work_.accepted.contains(finding.id)) {
        outcome.accepted.push_back(told(findings, finding));
        accepted.push_back(finding);
        return true;
      }
      outcome.worst = std::max(outcome.worst, finding.severity);
      if (!work_.before.contains(finding.id) && !has_moved(finding)) {
        outcome.news.emplace_back(finding.id, finding.severity);
        outcome.moved += finding.relation == Relation::update ? 1 : 0;
        outcome.why.push_back(wording::short_statement(finding));
      }
      return false;
    });
    return accepted;
  }

  bool is_own(const Document& document) const {
    const auto& own = work_.options.desk.own_sources;
    return std::ranges::find(own, document.source) != own.end();
  }

  /// Our own articles, in their latest version, that the other sources have left behind.
  void find_behind(Findings& findings, Outcome& outcome) const {
    std::map<std::pair<std::string, std::string>, std::uint32_t> latest;  // by source and item
    for (std::uint32_t i = 0; i < findings.documents.size(); ++i) {
      const Document& document = findings.documents[i];
      if (is_own(document)) {
        latest[{document.source, document.item.value_or(document.id)}] = i;
      }
    }
    for (const auto& [item, place] : latest) {
      findings.slips = is_of_late(findings.documents[place]) ? slips_of(findings.documents[place])
                                                             : std::vector<Slip>();
      for (Slip& slip : findings.slips) {
        slip.document = DocumentId{place};
        for (SlipLabel& label : slip.labels) {
          label.document = DocumentId{place};
        }
      }
      Diagnostics diagnostics = advise::advise(findings, work_.engine.rules(), DocumentId{place});
      set_severities(work_.options.run.severity, diagnostics);
      for (const Diagnostic& diagnostic : diagnostics) {
        add_behind(findings, diagnostic, DocumentId{place}, outcome);
        add_slip(findings, diagnostic, outcome);
      }
    }
    findings.slips.clear();
  }

  /// What is older than the own copy that each night looks at has been told often enough.
  bool is_of_late(const Document& document) const {
    return !document.published || work_.options.now.seconds - kOwnDays * kSecondsPerDay <
                                      document.published->begin.seconds;
  }

  /// Of its own words alone: what stands beside them in other articles is compared above.
  std::vector<Slip> slips_of(const Document& document) const {
    TokenizedText tokens;
    tokenize::tokenize(document, work_.engine.parts().lexicon, tokens);
    std::vector<Slip> slips =
        proofread_draft(work_.engine, work_.options.run, {document}, {&tokens});
    std::erase_if(slips, [](const Slip& slip) { return slip.severity == Severity::note; });
    return slips;
  }

  void add_slip(const Findings& findings, const Diagnostic& diagnostic, Outcome& outcome) const {
    const auto slip = std::ranges::find(findings.slips, diagnostic.finding, &Slip::id);
    if (slip == findings.slips.end() || diagnostic.severity == Severity::note) {
      return;
    }
    const Document& document = findings.documents[slip->document.index];
    ToldFinding aside;
    aside.id = slip->id;
    aside.story = outcome.story->id;
    aside.reason = fmt::format("our copy {}: {}", document.id, slip->message);
    if (work_.accepted.contains(slip->id)) {
      outcome.accepted.push_back(std::move(aside));
      return;
    }
    if (work_.expired.contains(slip->id)) {
      outcome.expired.push_back(std::move(aside));
    }
    outcome.behind_severity.push_back(diagnostic.severity);
    const std::string title = words_at(document, document.headline);
    outcome.slips.push_back({.document = document.id,
                             .title = title.empty() ? document.id : title,
                             .line = static_cast<std::uint32_t>(diagnostic.where.line),
                             .text = words_at(document, slip->place),
                             .message = slip->message,
                             .check = slip->check,
                             .outcome = class_of(slip->check),
                             .story = outcome.story->id,
                             .id = slip->id,
                             .severity = diagnostic.severity});
  }

  void add_behind(const Findings& findings, const Diagnostic& diagnostic, DocumentId own,
                  Outcome& outcome) const {
    const auto finding = std::ranges::find(findings.findings, diagnostic.finding, &Finding::id);
    if (diagnostic.severity == Severity::note || finding == findings.findings.end()) {
      return;
    }
    const auto is_ours = [&](FactId id) { return findings.facts[id.index].document == own; };
    std::optional<FactId> ours;
    for (const Position& position : finding->positions) {
      const auto found = std::ranges::find_if(position.facts, is_ours);
      if (found != position.facts.end()) {
        ours = ours.value_or(*found);
      }
    }
    for (const Evidence& evidence : finding->evidence) {
      if (!ours && is_ours(evidence.fact)) {
        ours = evidence.fact;
      }
    }
    if (!ours || (finding->detail == Detail::wording && others_quote_it_so(*finding, *ours)) ||
        most_stand_by_it(*finding, *ours) ||
        (!diagnostic.code.ends_with("/behind") && is_figure_of_now(*finding, *ours))) {
      return;
    }
    outcome.behind.emplace_back(static_cast<std::uint32_t>(finding - findings.findings.begin()),
                                ours->index);
    outcome.behind_class.push_back(class_of(finding->check));
    outcome.behind_severity.push_back(diagnostic.severity);
    outcome.behind_since.push_back(left_behind_since(findings, *finding, *ours));
  }

  /// The words of our quotation are another source's too: a third one changed them.
  static bool others_quote_it_so(const Finding& finding, FactId ours) {
    return std::ranges::any_of(finding.positions, [&](const Position& position) {
      return position.sources.size() > 1 &&
             std::ranges::find(position.facts, ours) != position.facts.end();
    });
  }

  /// Nobody has moved on from our figure: we are ahead, whether or not others follow.
  static bool is_figure_of_now(const Finding& finding, FactId ours) {
    return finding.check.empty() && finding.detail != Detail::wording &&
           finding.detail != Detail::internal &&
           std::ranges::any_of(finding.positions, [&](const Position& position) {
             return !position.superseded && position.range == finding.range &&
                    std::ranges::find(position.facts, ours) != position.facts.end();
           });
  }

  /// More sources give our figure than any other that stands: one outlet that differs from all has
  /// left nobody behind.
  static bool most_stand_by_it(const Finding& finding, FactId ours) {
    const bool disputed =
        finding.detail == Detail::conflict || finding.detail == Detail::undirected;
    const auto own = std::ranges::find_if(finding.positions, [&](const Position& position) {
      return std::ranges::find(position.facts, ours) != position.facts.end();
    });
    return disputed && finding.check.empty() && own != finding.positions.end() &&
           !own->superseded && std::ranges::none_of(finding.positions, [&](const Position& other) {
             return &other != &*own && !other.superseded &&
                    other.sources.size() >= own->sources.size();
           });
  }

  const StoryWork& work_;
  const store::Store& store_;
};

/// Takes outcomes in and keeps the best of those to be told.
class Collector {
 public:
  void take(Outcome outcome) {
    const store::StoredStory& story = *outcome.story;
    result_.titles[story.id] = story.title;
    move_into(outcome.accepted, result_.accepted);
    move_into(outcome.expired, result_.expired);
    result_.standing.insert(outcome.standing.begin(), outcome.standing.end());
    for (const auto& [id, severity] : outcome.news) {
      result_.news.push_back(id);
      result_.fresh.push_back(severity);
    }
    result_.moved += outcome.moved;
    move_into(outcome.behind_severity, result_.behind_severities);
    move_into(outcome.slips, result_.slips);
    if (!outcome.telling) {
      return;
    }
    Place place(outcome.behind.empty(), outcome.rank);
    documents_ += outcome.whole.documents.size();
    told_.emplace(std::move(place), std::move(outcome));
    while (told_.size() > kTold || (documents_ > most_documents() && told_.size() > 1)) {
      const auto last = std::prev(told_.end());
      documents_ -= last->second.whole.documents.size();
      rest(last->second);
      told_.erase(last);
    }
  }

  ComparedStories finish() {
    for (auto& [rank, outcome] : told_) {
      const Findings& whole = result_.told.emplace_back(std::move(outcome.whole));
      report::StoryTonight tonight{&whole, StoryId{0}, std::move(outcome.why), {}};
      for (const auto& [id, severity] : outcome.news) {
        tonight.new_findings.push_back(id);
      }
      result_.tonight.push_back(std::move(tonight));
      for (std::size_t i = 0; i < outcome.behind.size(); ++i) {
        result_.behind.push_back({&whole, outcome.behind[i].first, FactId{outcome.behind[i].second},
                                  outcome.behind_class[i], outcome.behind_since[i]});
      }
    }
    std::ranges::sort(result_.news);
    std::ranges::sort(result_.slips);
    result_.slips.resize(std::min(result_.slips.size(), kMostSlips));
    return std::move(result_);
  }

 private:
  template <class T>
  static void move_into(std::vector<T>& from, std::vector<T>& into) {
    std::move(from.begin(), from.end(), std::back_inserter(into));
  }

  /// Own copy that is behind keeps its rows longer than all else its page.
  std::size_t most_documents() const {
    const bool other = std::prev(told_.end())->first.first;
    return other ? kToldDocuments : kOwnDocuments;
  }

  void rest(const Outcome& outcome) {
    result_.at_rest.push_back({.id = outcome.story->id,
                               .title = outcome.story->title,
                               .documents = outcome.whole.documents.size(),
                               .findings = outcome.news.size(),
                               .worst = outcome.worst});
  }

  /// Own copy that is behind comes before all else.
  using Place = std::pair<bool, report::StoryRank>;

  ComparedStories result_;
  std::map<Place, Outcome> told_;
  std::size_t documents_ = 0;  // of those
};

using Part = Result<std::vector<Outcome>>;

/// The stories from `begin` on, at most kPart.
Part compare_part(const Comparer& comparer, const std::vector<store::StoredStory>& stories,
                  std::size_t begin) {
  std::vector<Outcome> outcomes;
  for (std::size_t i = begin; i < std::min(begin + kPart, stories.size()); ++i) {
    auto outcome = comparer.compare(stories[i]);
    if (!outcome) {
      return failure(outcome.error());
    }
    outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

/// Remembers what was found and lets the page take what it wants.
Result<void> take_part(const StoryWork& work, Part part, Collector& collector) {
  if (!part) {
    return failure(part.error());
  }
  for (Outcome& outcome : *part) {
    auto done = work.remember ? work.remember(outcome.findings) : Result<void>();
    if (!done) {
      return done;
    }
    outcome.findings.clear();
    collector.take(std::move(outcome));
  }
  return {};
}

}  // namespace

std::string told_alike(std::string_view fact, std::string_view kind, std::string_view key,
                       std::string_view check, std::string_view reason) {
  return fmt::format("{}\n{}\n{}\n{}\n{}", fact, kind, key, check, reason);
}

Result<ComparedStories> compare_stories(const StoryWork& work,
                                        const std::vector<store::StoredStory>& stories) {
  const std::size_t parts = (stories.size() + kPart - 1) / kPart;
  const std::size_t workers = std::min(workers_for(work.options.run.jobs), parts);
  auto readers = readers_of(work.store, workers);
  if (!readers) {
    return failure(readers.error());
  }
  InOrder<Part> finished(workers, workers + 2);
  std::atomic<std::size_t> next = 0;
  const auto compare = [&](const store::Store& store) {
    const Comparer comparer(work, store);
    for (std::size_t part = next++; part < parts; part = next++) {
      if (!finished.put(part, compare_part(comparer, stories, part * kPart))) {
        break;
      }
    }
    finished.finish();
  };
  std::vector<std::jthread> threads;
  for (const store::Store& store : *readers) {
    threads.emplace_back([&] { compare(store); });
  }
  Collector collector;
  std::size_t taken = 0;
  for (auto part = finished.take(); part; part = finished.take()) {
    if (const auto done = take_part(work, std::move(*part), collector); !done) {
      finished.stop();
      return failure(done.error());
    }
    if (work.options.run.progress) {
      taken = std::min(taken + kPart, stories.size());
      work.options.run.progress("comparing", taken, stories.size());
    }
  }
  return collector.finish();
}

}  // namespace concord::pipeline
