#include "report/page.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/night_json.h"
#include "report/page_text.h"
#include "report/report.h"
#include "report/story_view.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;  // of stories told in full
constexpr std::size_t kMostLines = 5000;                   // stories in a line each
constexpr std::size_t kMostDataFindings = 2000;            // of a story, in the data of the page
constexpr std::size_t kMostDataSentences = 500;            // of a finding there

View tile(std::uint64_t number, std::string_view label, std::string_view target) {
  View view;
  view.text("number", grouped(std::to_string(number))).text("label", label);
  view.some("target", number == 0 ? std::string_view() : target);
  return view;
}

std::string_view one_or_many(std::uint64_t count, std::string_view one, std::string_view many) {
  return count == 1 ? one : many;
}

std::vector<View> since_tiles(const SinceLastNight& since) {
  std::vector<View> tiles;
  tiles.push_back(tile(since.stories_changed,
                       one_or_many(since.stories_changed, "story changed", "stories changed"),
                       "stories"));
  tiles.push_back(tile(since.figures_moved,
                       one_or_many(since.figures_moved, "figure moved", "figures moved"),
                       "stories"));
  tiles.push_back(tile(
      since.correction_candidates,
      one_or_many(since.correction_candidates, "correction candidate", "correction candidates"),
      "behind"));
  tiles.push_back(tile(since.resolved, "resolved", "resolved"));
  return tiles;
}

std::vector<View> count_tiles(const Night& night, OpenedRuns& runs) {
  std::uint64_t counts[3] = {};
  for (const StoryTonight& tonight : night.tonight) {
    Opened& opened = runs.of(*tonight.findings);
    for (const std::uint32_t number : opened.index.of(tonight.story)) {
      const Finding& finding = opened.findings().findings[number];
      counts[static_cast<std::size_t>(finding.severity)] +=
          wording::is_worth_telling(finding) ? 1 : 0;
    }
  }
  std::vector<View> tiles;
  tiles.push_back(
      tile(night.run.documents, one_or_many(night.run.documents, "document", "documents"), ""));
  tiles.push_back(tile(counts[2], one_or_many(counts[2], "error", "errors"), "stories"));
  tiles.push_back(tile(counts[1], one_or_many(counts[1], "warning", "warnings"), "stories"));
  tiles.push_back(tile(counts[0], one_or_many(counts[0], "note", "notes"), "stories"));
  return tiles;
}

std::vector<View> behind_views(const Night& night, const RuleSet& rules, OpenedRuns& runs) {
  std::vector<View> views;
  Anchors anchors;
  for (const CopyBehind& behind : night.behind) {
    const OwnLine line = own_line(night, rules, runs, behind);
    const Scene scene{night, rules, runs.of(*behind.findings), anchors, line.finding->story};
    View view;
    std::vector<View> sentence;
    sentence.push_back(sentence_view(scene, behind.ours));
    view.list("sentence", std::move(sentence));
    view.text("article", line.title).text("document", line.document);
    view.some("line", line.line == 0 ? std::string() : std::to_string(line.line));
    view.text("subject", wording::subject(*line.finding)).text("ours", line.words);
    view.text("range", line.now).some("age", line.age);
    view.text("class", name_of(behind.outcome));
    view.flag("corrected", behind.outcome == CopyClass::corrected);
    view.text("target", anchor("f-" + line.finding->id));
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> slip_views(const Night& night) {
  std::vector<View> views;
  for (const CopySlip& slip : night.slips) {
    View view;
    view.text("article", slip.title).text("document", slip.document);
    view.some("line", slip.line == 0 ? std::string() : std::to_string(slip.line));
    view.text("ours", wording::clipped(slip.text)).text("message", slip.message);
    view.text("class", name_of(slip.outcome)).text("id", slip.id);
    view.flag("corrected", slip.outcome == CopyClass::corrected);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> aside_views(const Night& night, const std::vector<FindingAside>& asides) {
  std::vector<View> views;
  for (const FindingAside& aside : asides) {
    View view;
    view.text("story", aside.story).text("text", aside.text).some("reason", aside.reason);
    view.text("id", aside.id);
    view.some("until", aside.until ? long_time(*aside.until, night.offset_minutes) : "");
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> quiet_views(const Night& night) {
  std::vector<View> views;
  for (const QuietEdit& edit : night.quiet_edits) {
    View view;
    view.text("source", edit.source)
        .text("article", edit.title.empty() ? edit.document : edit.title);
    view.text("text", changes_line(edit)).text("seen", long_time(edit.seen, night.offset_minutes));
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> waiting_views(const Night& night) {
  std::vector<View> views;
  for (const WaitingArticle& article : night.waiting) {
    View view;
    view.text("source", article.source).text("article", article.document);
    view.text("until", long_time(article.time, night.offset_minutes));
    views.push_back(std::move(view));
  }
  return views;
}

View story_line(std::string_view title, std::string_view text, std::string_view count,
                Severity worst) {
  View view;
  view.text("headline", title).some("text", text).text("count", count);
  add_severity(view, worst);
  return view;
}

void add_run(const Night& night, View& view) {
  const RunFacts& run = night.run;
  view.some("version", run.version).some("rules_hash", run.rules_hash);
  view.text("run_counts", fmt::format("{}, {}, {}", counted(run.documents, "document"),
                                      counted(run.facts, "fact"), counted(run.stories, "story")));
  std::vector<View> unreadable;
  for (const UnreadableInput& input : run.unreadable) {
    View one;
    one.text("name", input.name).text("why", input.why);
    unreadable.push_back(std::move(one));
  }
  view.text("unreadable_count", counted(unreadable.size(), "unreadable input"));
  view.headed("unreadable", std::move(unreadable));
}

void add_head(const Night& night, OpenedRuns& runs, View& view) {
  view.text("title", night.title);
  view.some("date", date_text(night));
  view.text("now_written", night.now ? format_date_time(*night.now) + "Z" : std::string());
  view.some("snapshot", night.snapshot).some("last_snapshot", night.last_snapshot);
  view.flag("first_night", !night.snapshot.empty() && night.last_snapshot.empty());
  view.some("feed", night.snapshot.empty() ? "" : night.feed_url);
  view.list("tiles", night.since ? since_tiles(*night.since) : count_tiles(night, runs));
  view.flag("nothing_new", night.tonight.empty() && night.behind.empty() && night.slips.empty());
}

/// Inside a script element nothing may look like markup, whatever an article says.
std::string inside_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  std::size_t kept = 0;  // what is written as it is begins here
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] == '<' || json[at] == '>' || json[at] == '&') {
      out += json.substr(kept, at - kept);
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(json[at]));
      kept = at + 1;
    }
  }
  return out += json.substr(kept);
}

/// Stories in full until the page is long enough, then in a line each.
class Stories {
 public:
  Stories(const Night& night, const RuleSet& rules, OpenedRuns& runs, Design& design)
      : night_(night), rules_(rules), runs_(runs), design_(design) {}

  /// False when the design failed; then error() says why.
  bool add(const StoryTonight& tonight) {
    Opened& opened = runs_.of(*tonight.findings);
    const Story& story = story_of(tonight);
    const Severity worst = worst_of(opened, tonight.story);
    View line = story_line(title_of(story), why_line(opened, tonight),
                           documents_line(opened.findings(), story), worst);
    if (told >= kMostToldStories || html.size() >= kMostBytes) {
      if (folded.size() < kMostLines) {
        folded.push_back(std::move(line));
      }
      ++hidden;
      return true;
    }
    View view = story_view(night_, rules_, opened, tonight, anchors_);
    const Result<std::string> text = design_.render(view);
    if (!text) {
      error = text.error();
      return false;
    }
    html += *text;
    line.text("target", anchors_.last("s-" + story.id));
    contents.push_back(std::move(line));
    ++told;
    return true;
  }

  std::string html;
  std::vector<View> contents;
  std::vector<View> folded;
  std::size_t told = 0;
  std::size_t hidden = 0;
  Diagnostic error;

 private:
  const Night& night_;
  const RuleSet& rules_;
  OpenedRuns& runs_;
  Design& design_;
  Anchors anchors_;
};

std::vector<View> rest_views(const Night& night) {
  std::vector<View> rest;
  for (const StoryAtRest& story : night.at_rest) {
    if (rest.size() < kMostLines) {
      rest.push_back(story_line(story.title.empty() ? story.id : story.title, {},
                                counted(story.documents, "document"), story.worst));
    }
  }
  return rest;
}

/// What the data of the page leave out; empty where they are whole.
std::string data_line(const Night& night, OpenedRuns& runs) {
  std::size_t findings = 0;
  std::size_t sentences = 0;
  for (const StoryTonight& tonight : night.tonight) {
    Opened& opened = runs.of(*tonight.findings);
    const std::vector<std::uint32_t>& all = opened.index.of(tonight.story);
    const std::size_t told = std::min(all.size(), kMostDataFindings);
    findings += all.size() - told;
    for (std::size_t i = 0; i < told; ++i) {
      sentences += sentences_beyond(opened.findings().findings[all[i]], kMostDataSentences);
    }
  }
  if (findings + sentences == 0) {
    return {};
  }
  const std::string what =
      sentences == 0  ? counted(findings, "finding")
      : findings == 0 ? counted(sentences, "sentence")
                      : counted(findings, "finding") + " and " + counted(sentences, "sentence");
  return fmt::format("The data inside this page leave out {}; the report as JSON has all of them.",
                     what);
}

}  // namespace

Result<std::string> night_page(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                               const Designs& designs) {
  Result<Design> page = Design::find(designs, "page");
  Result<Design> story = Design::find(designs, "story");
  if (!page || !story) {
    return failure(page ? story.error() : page.error());
  }
  Stories stories(night, rules, runs, *story);
  for (const StoryTonight& tonight : night.tonight) {
    if (!stories.add(tonight)) {
      return failure(stories.error);
    }
  }
  View view;
  add_head(night, runs, view);
  view.headed("behind", behind_views(night, rules, runs));
  view.headed("slips", slip_views(night));
  view.flag("has_contents", stories.contents.size() > 1);
  view.list("contents", std::move(stories.contents));
  view.text("stories_html", stories.html).flag("has_stories", stories.told > 0);
  view.headed("folded", std::move(stories.folded));
  view.text("folded_count", counted(stories.hidden, "more story"));
  view.headed("quiet_edits", quiet_views(night));
  view.headed("at_rest", rest_views(night));
  view.text("at_rest_count", counted(night.at_rest.size(), "story"));
  view.headed("accepted", aside_views(night, night.accepted));
  view.headed("expired", aside_views(night, night.expired));
  view.headed("resolved", aside_views(night, night.resolved));
  view.text("waiting_line", waiting_line(night));
  view.headed("waiting", waiting_views(night));
  add_run(night, view);
  std::string data;
  write_night_json(night, rules, runs, JsonWriter::Layout::line,
                   {stories.told, kMostDataFindings, kMostDataSentences},
                   [&](std::string_view piece) { data += piece; });
  view.text("data", inside_script(data)).some("data_line", data_line(night, runs));
  return page->render(view);
}

}  // namespace concord::report
