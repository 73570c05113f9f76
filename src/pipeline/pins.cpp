#include "pipeline/pins.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/fold.h"
#include "base/whole_word.h"
#include "pipeline/newest.h"
#include "wording/fact_text.h"

namespace concord::pipeline {
namespace {

constexpr std::int64_t kMonth = std::int64_t{30} * kSecondsPerDay;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// "the deadliest since the Kelby siege" tells of another event.
bool is_compared(std::string_view before) {
  constexpr std::string_view kComparing[] = {" since ", " than ", " like ", " unlike ",
                                             " recalling "};
  if (before.ends_with("the ")) {
    before.remove_suffix(4);
  }
  return std::ranges::any_of(kComparing,
                             [&](std::string_view word) { return before.ends_with(word); });
}

/// True if the words of `name`, folded, stand in folded text, and not for a comparison.
bool names_it(std::string_view text, std::string_view name) {
  std::size_t at = find_whole_word(text, name, 0, is_word_byte);
  while (at != std::string_view::npos && is_compared(text.substr(0, at))) {
    at = find_whole_word(text, name, at + 1, is_word_byte);
  }
  return at != std::string_view::npos;
}

bool names_any(std::string_view text, const std::vector<std::string>& names) {
  return std::ranges::any_of(names,
                             [&](const std::string& name) { return names_it(text, fold(name)); });
}

/// Headline and first sentence, folded: what stands below may be background.
std::string opening_of(const Document& document) {
  constexpr std::size_t kMost = 1000;
  const std::string_view text = document.text;
  const std::size_t body = std::max<std::size_t>(document.body_begin, document.headline.end);
  const std::size_t first = std::min(text.find_first_not_of("\n ", body), text.size());
  const std::size_t stop = std::min(text.find(". ", first), text.find("\n\n", first));
  return fold(text.substr(0, std::min({stop, first + kMost, text.size()})));
}

bool tells_of(const Document& document, const std::string& opening, const StoryPin& pin) {
  const auto date = parse_iso8601(pin.date);
  const std::optional<std::int64_t> age =
      date && document.published
          ? std::optional(document.published->begin.seconds - date->utc.seconds)
          : std::nullopt;
  if (age && *age < -kSecondsPerDay) {  // of the day before somewhere else on Earth
    return false;
  }
  if (names_any(opening, pin.names)) {
    return true;
  }
  return age && *age < kMonth && names_any(opening, pin.places) && names_any(opening, pin.nouns);
}

const StoryPin* pin_of(const RuleSet& rules, const Document& document) {
  if (!document.story) {
    return nullptr;
  }
  const auto found = std::ranges::find(rules.pins, *document.story, &StoryPin::story);
  return found == rules.pins.end() ? nullptr : &*found;
}

bool holds(const QuietRule& quiet, Timestamp now) {
  const auto until = parse_iso8601(quiet.until);
  return !until || now.seconds < until->utc.seconds + (until->has_time ? 0 : kSecondsPerDay);
}

bool speaks_of(const QuietRule& quiet, const Finding& finding) {
  const bool named = quiet.name == (finding.check.empty() ? finding.fact : finding.check);
  return named &&
         (quiet.source.empty() ||
          std::ranges::any_of(finding.positions, [&](const Position& position) {
            return std::ranges::find(position.sources, quiet.source) != position.sources.end();
          }));
}

}  // namespace

void pin_story(const RuleSet& rules, Document& document) {
  if (document.story_by_rules) {  // of an earlier run, maybe under other rules
    document.story.reset();
    document.story_by_rules = false;
  }
  if (rules.pins.empty() || document.story) {
    return;
  }
  const std::string opening = opening_of(document);
  const auto pin = std::ranges::find_if(rules.pins, [&](const StoryPin& candidate) {
    return tells_of(document, opening, candidate);
  });
  if (pin != rules.pins.end()) {
    document.story = pin->story;
    document.story_by_rules = true;
  }
}

std::optional<std::string> unpin(const RuleSet& rules, std::vector<Document>& draft_and_sources) {
  const StoryPin* pin = pin_of(rules, draft_and_sources.front());
  for (Document& document : draft_and_sources) {
    if (pin_of(rules, document) != nullptr) {
      document.story.reset();
    }
  }
  return pin == nullptr ? std::nullopt : std::optional(pin->story);
}

void inform_of_pin(const RuleSet& rules, const Document& document, extract::Options& options) {
  const StoryPin* pin = pin_of(rules, document);
  if (pin == nullptr) {
    return;
  }
  options.story_place = pin->places.empty() ? std::string() : pin->places.front();
  if (const auto date = parse_iso8601(pin->date)) {
    options.story_date = date->utc;
  }
}

void keep_quiet(const RuleSet& rules, std::optional<Timestamp> now, Findings& findings) {
  if (rules.pins.empty()) {
    return;
  }
  const Timestamp time = now.value_or(newest_of(findings.documents).begin);
  for (Finding& finding : findings.findings) {
    const std::string& story = findings.stories.stories[finding.story.index].id;
    const auto pin = std::ranges::find(rules.pins, story, &StoryPin::story);
    if (pin == rules.pins.end()) {
      continue;
    }
    for (const QuietRule& quiet : pin->quiet) {
      if (holds(quiet, time) && speaks_of(quiet, finding)) {
        finding.severity = Severity::note;
        finding.notes.push_back(
            fmt::format("quiet{}: {} ({})", quiet.until.empty() ? "" : " until " + quiet.until,
                        quiet.because, wording::rule_place(rules, quiet.where)));
      }
    }
  }
  std::ranges::stable_sort(findings.findings, [](const Finding& left, const Finding& right) {
    return left.severity > right.severity;
  });
}

}  // namespace concord::pipeline
