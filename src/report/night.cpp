#include "report/night.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/matrix.h"
#include "report/night_formats.h"
#include "report/night_json.h"
#include "report/opened.h"
#include "report/page.h"
#include "report/page_text.h"
#include "wording/finding_text.h"

namespace concord::report {
namespace {

StoryRank rank_of(const Opened& opened, const StoryTonight& tonight) {
  const Story& story = story_of(tonight);
  std::int64_t newest = 0;
  for (const DocumentId id : story.documents) {
    const Document& document = opened.findings().documents[id.index];
    const auto& when = document.updated ? document.updated : document.published;
    newest = std::max(newest, when ? when->begin.seconds : 0);
  }
  const auto reach = static_cast<std::int64_t>(sources_of(opened.findings(), tonight.story).size());
  return {-static_cast<int>(worst_of(opened, tonight.story)), -reach, -newest, story.id};
}

void rank(std::vector<StoryTonight>& stories, OpenedRuns& runs) {
  std::vector<std::pair<StoryRank, StoryTonight>> ranked;
  ranked.reserve(stories.size());
  for (StoryTonight& story : stories) {
    StoryRank place = rank_of(runs.of(*story.findings), story);
    ranked.emplace_back(std::move(place), std::move(story));
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& one) { return one.first; });
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    stories[i] = std::move(ranked[i].second);
  }
}

std::uint64_t worth_telling(const Opened& opened, StoryId story) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(opened.index.of(story), [&](std::uint32_t number) {
        return wording::is_worth_telling(opened.findings().findings[number]);
      }));
}

}  // namespace

StoryRank rank_of_story(const Findings& findings, StoryId story) {
  return rank_of(Opened(findings), {&findings, story, {}, {}});
}

void rank_stories(std::vector<StoryTonight>& stories, const std::set<std::string>& accepted) {
  OpenedRuns runs(accepted);
  rank(stories, runs);
}

Night night_of(const Findings& findings) {
  OpenedRuns runs;
  const Opened& opened = runs.of(findings);
  Night night;
  night.title = "Comparison";
  night.run.documents = findings.documents.size();
  night.run.facts = findings.facts.size();
  night.run.stories = findings.stories.stories.size();
  for (std::uint32_t i = 0; i < findings.stories.stories.size(); ++i) {
    const Story& story = findings.stories.stories[i];
    const StoryId id{i};
    const std::uint64_t telling = worth_telling(opened, id);
    if (story.documents.size() > 1 || telling > 0 || findings.stories.stories.size() == 1) {
      night.tonight.push_back({&findings, id, {}, {}});
    } else {
      night.at_rest.push_back(
          {story.id, story.title, story.documents.size(), telling, Severity::note});
    }
  }
  rank(night.tonight, runs);
  return night;
}

std::string night_line(const Intake& intake, const Night& night, bool unchanged,
                       std::size_t new_findings, std::string_view folder) {
  std::string line =
      fmt::format("{}: {}, {}, {} unchanged, {} unreadable", night.snapshot,
                  counted(intake.added, "new article"), counted(intake.new_versions, "new version"),
                  intake.unchanged, intake.unreadable);
  if (unchanged) {
    return line + "; nothing has changed since this night's report\n";
  }
  line += night.since
              ? fmt::format("; {} changed, {} moved, {} resolved",
                            counted(night.since->stories_changed, "story"),
                            counted(night.since->figures_moved, "figure"), night.since->resolved)
              : fmt::format("; the first night: {}", counted(night.run.stories, "story"));
  line += fmt::format("; {} of our own behind", counted(night.behind.size(), "figure"));
  line += night.slips.empty()
              ? std::string()
              : fmt::format("; {} in our copy", counted(night.slips.size(), "slip"));
  return line + fmt::format("; {}; {}\n", counted(new_findings, "new finding"), folder);
}

Result<void> write_night(const Night& night, const RuleSet& rules, Format format,
                         const Designs& designs, const Pieces& write) {
  OpenedRuns runs(accepted_in(night));
  switch (format) {
    case Format::html: {
      const auto page = night_page(night, rules, runs, designs);
      if (!page) {
        return failure(page.error());
      }
      write(*page);
      break;
    }
    case Format::md:
      write(night_markdown(night, rules, runs));
      break;
    case Format::csv:
      write(night_csv(night, runs));
      break;
    case Format::atom:
      write(night_feed(night, runs));
      break;
    default:
      write_night_json(night, rules, runs, JsonWriter::Layout::indented, {night.tonight.size()},
                       write);
  }
  return {};
}

Result<std::string> night_report(const Night& night, const RuleSet& rules, Format format,
                                 const Designs& designs) {
  std::string text;
  const auto done =
      write_night(night, rules, format, designs, [&](std::string_view piece) { text += piece; });
  return done ? Result<std::string>(std::move(text)) : failure(done.error());
}

}  // namespace concord::report
