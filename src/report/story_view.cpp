#include "report/story_view.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "report/fact_json.h"
#include "report/night_json.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostCards = 30;
constexpr std::size_t kMostDocuments = 60;

struct SeverityRow {
  std::string_view icon;
  const char* flag;
};
constexpr SeverityRow kSeverities[] = {{"●", "is_note"}, {"▲", "is_warning"}, {"✖", "is_error"}};

std::string period_of(const Night& night, const Findings& findings, const Story& story) {
  const Publication* first = nullptr;
  const Publication* last = nullptr;
  for (const DocumentId id : story.documents) {
    const Document& document = findings.documents[id.index];
    if (document.published) {
      const Publication* newest = document.updated ? &*document.updated : &*document.published;
      first = first == nullptr || document.published->begin < first->begin ? &*document.published
                                                                           : first;
      last = last == nullptr || last->begin < newest->begin ? newest : last;
    }
  }
  if (first == nullptr) {
    return {};
  }
  const Publication begin = on_clock(*first, clock_of(night));
  const Publication end = on_clock(*last, clock_of(night));
  const std::string year =
      std::to_string(to_civil({end.begin.seconds + std::int64_t{end.offset_minutes} * 60}).year);
  return begin == end ? short_time(begin) + " " + year
                      : short_time(begin) + " to " + short_time(end) + " " + year;
}

View document_view(const Scene& scene, DocumentId id) {
  const Document& document = scene.findings().documents[id.index];
  const auto& placements = scene.findings().stories.placements;
  std::string copy_of;
  if (id.index < placements.size() && placements[id.index].copy_of) {
    copy_of = scene.findings().documents[placements[id.index].copy_of->index].id;
  }
  const auto& when = document.updated ? document.updated : document.published;
  View view;
  view.text("source", document.source)
      .text("document", document.id)
      .some("headline", wording::words(document, document.headline))
      .some("url", safe_url(document.url))
      .some("when", when ? short_time(on_clock(*when, clock_of(scene.night))) : std::string())
      .text("written", when ? std::string_view(when->written) : "")
      .some("copy_of", copy_of);
  return view;
}

std::vector<View> gap_lines(const Scene& scene) {
  std::vector<View> lines;
  for (const std::uint32_t number : scene.opened.index.of(scene.story)) {
    const Finding& finding = scene.finding(number);
    if (finding.relation == Relation::gap) {
      View view;
      view.text("subject", wording::subject(finding)).text("reason", finding.reason);
      view.text("place", scene.places.at(number));
      lines.push_back(std::move(view));
    }
  }
  return lines;
}

void add_cards(const Scene& scene, View& view) {
  std::vector<View> cards;
  std::size_t more = 0;
  for (const std::uint32_t number : scene.opened.index.of(scene.story)) {
    if (!wording::is_worth_telling(scene.finding(number))) {
      continue;
    }
    if (cards.size() == kMostCards) {
      ++more;
      continue;
    }
    cards.push_back(card_view(scene, number));
  }
  view.headed("cards", std::move(cards));
  view.some("more_cards", more == 0 ? std::string() : counted(more, "more finding"));
}

void add_documents(const Scene& scene, const Story& story, View& view) {
  std::vector<View> documents;
  for (const DocumentId id : story.documents) {
    if (documents.size() < kMostDocuments) {
      documents.push_back(document_view(scene, id));
    }
  }
  const std::size_t more = story.documents.size() - documents.size();
  view.list("documents", std::move(documents));
  view.some("more_documents", more == 0 ? std::string() : counted(more, "more document"));
}

}  // namespace

std::string Anchors::take(const std::string& wanted) {
  ++taken_[anchor(wanted)];
  return last(wanted);
}

std::string Anchors::last(const std::string& wanted) const {
  const std::string name = anchor(wanted);
  const auto found = taken_.find(name);
  return found == taken_.end() || found->second == 1 ? name
                                                     : fmt::format("{}.{}", name, found->second);
}

void add_severity(View& view, Severity severity) {
  for (std::size_t i = 0; i < std::size(kSeverities); ++i) {
    view.flag(kSeverities[i].flag, i == static_cast<std::size_t>(severity));
  }
  view.text("severity", wording::name_of(severity));
  view.text("icon", kSeverities[static_cast<std::size_t>(severity)].icon);
}

std::vector<View> texts(const std::vector<std::string>& items) {
  std::vector<View> views;
  for (const std::string& item : items) {
    View view;
    view.text("text", item);
    views.push_back(std::move(view));
  }
  return views;
}

View sentence_view(const Scene& scene, FactId id) {
  const Fact& fact = scene.findings().facts[id.index];
  const Document& document = scene.findings().documents[fact.document.index];
  const wording::Place place = scene.opened.places.place(fact.document, fact.filler);
  const Quoted quoted = quoted_sentence(document, fact);
  const auto& when = document.updated ? document.updated : document.published;
  View view;
  view.text("source", document.source)
      .text("document", document.id)
      .text("line", place.in_title ? "headline" : fmt::format("line {}", place.line))
      .some("url", safe_url(document.url))
      .some("when", when ? short_time(on_clock(*when, clock_of(scene.night))) : std::string())
      .text("written", when ? std::string_view(when->written) : "")
      .text("before", quoted.before)
      .text("marked", quoted.marked)
      .text("after", quoted.after)
      .some("by", fact.by ? std::string_view(fact.by->name) : "")
      .some("mode", fact.mode == Mode::stated ? "" : wording::name_of(fact.mode));
  return view;
}

View story_view(const Night& night, const RuleSet& rules, Opened& opened,
                const StoryTonight& tonight, Anchors& anchors) {
  Scene scene{night, rules, opened, anchors, tonight.story};
  scene.new_findings.insert(tonight.new_findings.begin(), tonight.new_findings.end());
  for (const std::uint32_t number : opened.index.of(tonight.story)) {
    scene.places[number] = anchors.take("f-" + scene.finding(number).id);
  }
  for (const std::uint32_t number : opened.index.accepted(tonight.story)) {
    scene.places[number] = anchors.take("f-" + scene.finding(number).id);
  }
  const Story& story = story_of(tonight);
  const Matrix matrix = tabulate(opened.index, tonight.story);
  View view;
  view.text("place", anchors.take("s-" + story.id));
  view.text("headline", title_of(story));
  view.text("counts", fmt::format("{} from {}", documents_line(opened.findings(), story),
                                  counted(matrix.sources.size(), "source")));
  view.some("period", period_of(night, opened.findings(), story));
  view.headed("why", texts(tonight.why));
  add_severity(view, worst_of(opened, tonight.story));
  add_cards(scene, view);
  view.headed("plots", plot_views(scene, matrix));
  view.flag("has_matrix", !matrix.rows.empty());
  view.child("matrix", matrix_view(scene, matrix));
  std::vector<View> quotes = quote_lines(scene);
  view.text("quote_count", std::to_string(quotes.size()));
  view.headed("quotes", std::move(quotes));
  std::vector<View> alone = alone_lines(scene);
  view.text("alone_count", std::to_string(alone.size()));
  view.headed("alone", std::move(alone));
  view.headed("gaps", gap_lines(scene));
  add_documents(scene, story, view);
  return view;
}

}  // namespace concord::report
