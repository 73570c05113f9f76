#include "report/opened.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "report/page_text.h"
#include "report/report.h"
#include "wording/finding_text.h"

namespace concord::report {

std::set<std::string> accepted_in(const Night& night) {
  std::set<std::string> ids;
  for (const FindingAside& aside : night.accepted) {
    ids.insert(aside.id);
  }
  return ids;
}

const Story& story_of(const StoryTonight& tonight) {
  return tonight.findings->stories.stories[tonight.story.index];
}

std::string title_of(const Story& story) {
  return story.title.empty() ? story.id : story.title;
}

std::string documents_line(const Findings& findings, const Story& story) {
  std::set<std::pair<std::string_view, std::string_view>> items;
  std::size_t others = 0;
  for (const DocumentId id : story.documents) {
    const Document& document = findings.documents[id.index];
    if (document.item) {
      items.emplace(document.source, *document.item);
    } else {
      ++others;
    }
  }
  const std::size_t documents = items.size() + others;
  const std::string text = counted(documents, "document");
  return documents == story.documents.size()
             ? text
             : fmt::format("{} in {}", text, counted(story.documents.size(), "version"));
}

std::vector<ShownSentence> shown_sentences(Opened& opened, const Finding& finding,
                                           std::size_t most) {
  std::vector<ShownSentence> sentences;
  for (const Evidence& evidence : wording::shown_evidence(finding)) {
    if (sentences.size() == most) {
      break;
    }
    const Fact& fact = opened.findings().facts[evidence.fact.index];
    const Document& document = opened.findings().documents[fact.document.index];
    sentences.push_back({document.source,
                         wording::to_string(opened.places.location(fact.document, fact.filler)),
                         quoted_sentence(document, fact)});
  }
  return sentences;
}

Severity worst_of(const Opened& opened, StoryId story) {
  Severity worst = Severity::note;
  for (const std::uint32_t number : opened.index.of(story)) {
    const Finding& finding = opened.findings().findings[number];
    worst = wording::is_worth_telling(finding) ? std::max(worst, finding.severity) : worst;
  }
  return worst;
}

std::string first_line(const Opened& opened, StoryId story) {
  for (const std::uint32_t number : opened.index.of(story)) {
    const Finding& finding = opened.findings().findings[number];
    if (wording::is_worth_telling(finding)) {
      return wording::short_statement(finding);
    }
  }
  return {};
}

std::string why_line(const Opened& opened, const StoryTonight& tonight) {
  constexpr std::size_t kMostReasons = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(tonight.why.size(), kMostReasons); ++i) {
    text += (i == 0 ? "" : "; ") + tonight.why[i];
  }
  return text.empty() ? first_line(opened, tonight.story) : text;
}

}  // namespace concord::report
