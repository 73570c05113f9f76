#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/night.h"
#include "report/opened.h"
#include "report/view.h"

namespace concord::report {

/// Names of places on one page, each given once.
class Anchors {
 public:
  /// `wanted` made safe for id="", with "-2", "-3" ... where it is taken.
  std::string take(const std::string& wanted);
  /// The one that take() gave last for `wanted`.
  std::string last(const std::string& wanted) const;

 private:
  std::map<std::string, int> taken_;
};

/// One story on its way to the page.
struct Scene {
  const Night& night;
  const RuleSet& rules;
  Opened& opened;
  Anchors& anchors;
  StoryId story;
  std::set<std::string, std::less<>> new_findings = {};
  std::map<std::uint32_t, std::string> places = {};  // finding -> its anchor on the page

  const Findings& findings() const { return opened.findings(); }
  const Finding& finding(std::uint32_t number) const { return findings().findings[number]; }
};

/// What the design "story" shows of one story.
View story_view(const Night& night, const RuleSet& rules, Opened& opened,
                const StoryTonight& tonight, Anchors& anchors);

/// Its parts: a finding as a card, the matrix, a plot of each fact that moved, quotations, and what
/// one voice alone says.
View card_view(const Scene& scene, std::uint32_t number);
View matrix_view(const Scene& scene, const Matrix& matrix);
std::vector<View> plot_views(const Scene& scene, const Matrix& matrix);
std::vector<View> quote_columns(const Scene& scene, const Finding& finding);
std::vector<View> quote_lines(const Scene& scene);
std::vector<View> alone_lines(const Scene& scene);

/// A statement's sentence with its source, time, place and link.
View sentence_view(const Scene& scene, FactId id);

/// Flags and words of a severity: is_error ..., severity, "icon".
void add_severity(View& view, Severity severity);

/// Strings as `{{#items}}{{text}}{{/items}}`.
std::vector<View> texts(const std::vector<std::string>& items);

}  // namespace concord::report
