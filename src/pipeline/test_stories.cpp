// Runs the tests of several articles that packs carry.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "pipeline/pipeline.h"
#include "report/report.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

Document document_of(const StoryArticle& article, std::size_t number) {
  Document document;
  document.id = fmt::format("{}#{}", article.from, number);
  document.source = article.from;
  document.story = "story";
  document.version = article.version;
  if (!article.item.empty()) {
    document.item = article.item;
  }
  if (!article.title.empty()) {
    document.text = article.title + "\n\n";
    document.headline = {0, static_cast<std::uint32_t>(article.title.size())};
    document.body_begin = static_cast<std::uint32_t>(document.text.size());
  }
  document.text += article.text;
  if (const auto time = parse_iso8601(article.at)) {
    const std::int64_t whole = time->has_time ? 0 : kSecondsPerDay;
    document.published = Publication{
        .written = article.at, .begin = time->utc, .end = Timestamp{time->utc.seconds + whole}};
  }
  return document;
}

Findings compared(const Engine& engine, const StoryTest& test,
                  const std::vector<std::string>& outlets) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < test.articles.size(); ++i) {
    if (outlets.empty() || std::ranges::find(outlets, test.articles[i].from) != outlets.end()) {
      documents.push_back(document_of(test.articles[i], i + 1));
    }
  }
  return run_on(engine, std::move(documents), {});
}

bool is_about(const Finding& finding, const StoryExpectation& expectation) {
  const auto fits = [](const std::string& asked, const std::string& has) {
    return asked.empty() || asked == has;
  };
  // Findings of checks, and contradictions inside one article, stand beside the fact's own.
  const bool own = finding.check.empty() &&
                   (finding.detail != Detail::internal || expectation.verdict == "internal");
  return fits(expectation.fact, finding.fact) && fits(expectation.kind, finding.kind) &&
         fits(expectation.key, finding.key) &&
         (expectation.check.empty() ? own : finding.check == expectation.check);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : " and ") + name;
  }
  return text;
}

bool is_right(const Finding& finding, const StoryExpectation& expectation) {
  const bool verdict = expectation.verdict == wording::name_of(finding.relation) ||
                       expectation.verdict == wording::name_of(finding.detail);
  if (!verdict || expectation.figure.empty()) {
    return verdict;
  }
  const auto policy = finding.policies.find("gtd");
  return policy != finding.policies.end() && policy->second == expectation.figure;
}

std::string words_of(const Finding& finding) {
  const auto policy = finding.policies.find("gtd");
  return fmt::format(
      "{}/{}{}: {}", wording::name_of(finding.relation), wording::name_of(finding.detail),
      policy == finding.policies.end() ? "" : ", figure " + policy->second, finding.reason);
}

StoryResult judge(const StoryTest& test, const StoryExpectation& expectation,
                  const Findings& findings) {
  StoryResult result;
  result.test = &test;
  result.expectation = &expectation;
  result.about = expectation.check.empty() ? expectation.fact : expectation.check;
  result.about += expectation.kind.empty() ? "" : "." + expectation.kind;
  result.about += expectation.key.empty() ? "" : " (" + expectation.key + ")";
  result.about += expectation.pair.empty() ? "" : " of " + listed(expectation.pair);
  result.expected =
      expectation.verdict + (expectation.figure.empty() ? "" : ", figure " + expectation.figure);
  bool any = false;
  for (const Finding& finding : findings.findings) {
    if (!is_about(finding, expectation)) {
      continue;
    }
    any = true;
    result.right = result.right || is_right(finding, expectation);
    result.found += (result.found.empty() ? "" : "; ") + words_of(finding);
  }
  result.right = expectation.verdict == "nothing" ? !any : result.right;
  result.found = any ? result.found : "nothing";
  return result;
}

}  // namespace

std::vector<StoryResult> test_stories(const Engine& engine, const std::vector<StoryTest>& tests,
                                      std::string_view only) {
  std::vector<StoryResult> results;
  const auto is_wanted = [&](const StoryExpectation& one) {
    const std::string_view name = only.substr(only.rfind('/') + 1);
    return only.empty() || name == one.fact || name == one.check;
  };
  for (const StoryTest& test : tests) {
    for (const StoryExpectation& expectation : test.expect) {
      if (is_wanted(expectation)) {
        results.push_back(judge(test, expectation, compared(engine, test, expectation.pair)));
      }
    }
  }
  return results;
}

}  // namespace concord::pipeline
