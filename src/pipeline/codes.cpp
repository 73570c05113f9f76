#include "pipeline/codes.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/nearest.h"
#include "pipeline/pipeline.h"
#include "report/report.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

// Details that only the side of a draft knows, and those of its comments.
constexpr std::string_view kOfDrafts[] = {
    "behind",    "unsupported", "uncorroborated", "all",    "ahead",
    "projected", "hedge-lost",  "single-source",  "ignore", "unused",
    "expired",   "unreadable",  "unknown_code"};

}  // namespace

Codes::Codes(const RuleSet& rules) : names_(std::begin(kOfDrafts), std::end(kOfDrafts)) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Detail::none); ++i) {
    names_.push_back(wording::name_of(static_cast<Detail>(i)));
  }
  for (const FactRule& fact : rules.facts) {
    names_.emplace_back(fact.name);
  }
  for (const CheckRule& check : rules.checks) {
    names_.emplace_back(check.name);
  }
}

bool Codes::knows(std::string_view code) const {
  const auto is_name = [&](std::string_view name) {
    return std::ranges::find(names_, name) != names_.end();
  };
  const auto slash = code.find('/');
  return slash == std::string_view::npos
             ? is_name(code)
             : is_name(code.substr(0, slash)) && is_name(code.substr(slash + 1));
}

std::string Codes::nearest(std::string_view code) const {
  const auto slash = code.find('/');
  if (slash == std::string_view::npos) {
    return did_you_mean(code, names_, "name a fact, a detail such as `behind`, or a check");
  }
  std::string mended;
  for (const std::string_view part : {code.substr(0, slash), code.substr(slash + 1)}) {
    const std::string_view near = knows(part) ? part : concord::nearest(part, names_);
    mended += (mended.empty() ? "" : "/") + std::string(near.empty() ? part : near);
  }
  return mended == code ? std::string() : fmt::format("did you mean `{}`?", mended);
}

Diagnostics unknown_names(const RuleSet& rules, const Desk& desk) {
  const Codes codes(rules);
  std::vector<std::string_view> facts;
  for (const FactRule& fact : rules.facts) {
    facts.emplace_back(fact.name);
  }
  Diagnostics unknown;
  for (const DeskName& name : desk.names) {
    const bool known =
        name.is_code ? codes.knows(name.name) : std::ranges::find(facts, name.name) != facts.end();
    if (!known) {
      unknown.push_back(
          {.severity = Severity::warning,
           .code = name.is_code ? "unknown_code" : "unknown_fact",
           .message =
               fmt::format("no {} is called `{}`", name.is_code ? "diagnostic" : "fact", name.name),
           .where = name.where,
           .help = name.is_code ? codes.nearest(name.name)
                                : did_you_mean(name.name, facts, "name a fact of the rules")});
    }
  }
  std::ranges::stable_sort(unknown, {}, [](const Diagnostic& one) { return one.where.line; });
  return unknown;
}

}  // namespace concord::pipeline
