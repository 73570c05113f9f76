// Runs the examples that rules carry through the same path as documents.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/lexicon.h"
#include "compare/compare.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"
#include "pipeline/near_misses.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

using Outcome = ExampleResult::Outcome;
using Reached = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;  // file, line

constexpr std::string_view kModes[] = {"stated", "possible", "projected", "denied", "corrected"};
constexpr std::string_view kRoles[] = {"main", "other", "unsure"};
constexpr std::string_view kVerdicts[] = {"holds", "possible", "broken", "unknown"};

template <class Enum, std::size_t size>
std::string_view word(const std::string_view (&names)[size], Enum value) {
  return names[static_cast<std::size_t>(value)];
}

std::string place(const RuleSet& rules, const RulePosition& where) {
  return fmt::format("{}:{}", rules.files.at(where.file), where.line);
}

/// Bounds equal, or the same number with the same hedge ("6.1" as a magnitude and as a number).
bool same_quantity(const Quantity& expected, const Quantity& found) {
  if (expected.hard == found.hard && expected.hard.low) {
    return true;
  }
  return expected.hedge == found.hedge && expected.nominal && found.nominal &&
         *expected.nominal == *found.nominal;
}

bool same_duration(const Duration& expected, const Duration& found) {
  if (expected.seconds == found.seconds && expected.seconds.low) {
    return true;
  }
  return expected.hedge == found.hedge && expected.nominal_seconds && found.nominal_seconds &&
         *expected.nominal_seconds == *found.nominal_seconds;
}

bool same_time(const TimeSpan& expected, const TimeSpan& found) {
  const bool dated = expected.begin || expected.end;
  return (dated && expected.begin == found.begin && expected.end == found.end) ||
         (!dated && !expected.timex.empty() && expected.timex == found.timex);
}

/// A measure may be expected in another unit than the text's.
bool same_measure(const Quantity& expected, const Quantity& found) {
  if (same_quantity(expected, found) &&
      (expected.unit == found.unit || expected.dimension == Dimension::count)) {
    return true;
  }
  const auto converted = normalize::convert(found, expected.unit);
  return converted && same_quantity(expected, *converted);
}

/// One example under way.
struct Trial {
  const Engine::Parts& parts;
  const Document& document;

  std::string filler(const Fact& fact) const {
    return document.text.substr(fact.filler.begin, fact.filler.size());
  }

  bool is_value(const std::string& expected, const Fact& fact) const {
    if (const auto* name = std::get_if<Name>(&fact.value)) {
      return fold(name->id) == fold(expected);
    }
    if (const auto* quote = std::get_if<Quote>(&fact.value)) {
      return quote->text == expected;
    }
    const auto* time = std::get_if<TimeSpan>(&fact.value);
    if (time != nullptr && (time->timex == expected || fold(filler(fact)) == fold(expected))) {
      return true;
    }
    if (expected == "no figure") {
      const auto* quantity = std::get_if<Quantity>(&fact.value);
      return quantity != nullptr && !quantity->nominal && !quantity->hard.low &&
             !quantity->hard.high;
    }
    const auto value = normalize::read_one(parts.reader, parts.lexicon, expected);
    if (!value || value->index() != fact.value.index()) {
      return false;
    }
    if (time != nullptr) {
      return same_time(std::get<TimeSpan>(*value), *time);
    }
    if (const auto* duration = std::get_if<Duration>(&fact.value)) {
      return same_duration(std::get<Duration>(*value), *duration);
    }
    return same_measure(std::get<Quantity>(*value), std::get<Quantity>(fact.value));
  }
};

std::string words_of(const Trial& trial, const std::vector<const Fact*>& facts) {
  std::string text;
  for (const Fact* fact : facts) {
    text += text.empty() ? "" : ", ";
    if (!fact->kind.empty()) {
      text += fact->kind + ": ";
    }
    text += normalize::describe(fact->value);
    text += fmt::format(" (\"{}\"", trial.filler(*fact));
    text += fmt::format(", {}", place(trial.parts.rules, fact->phrase));
    if (!fact->key.empty()) {
      text += ", key " + fact->key;
    }
    if (fact->mode != Mode::stated) {
      text += fmt::format(", {}", word(kModes, fact->mode));
    }
    if (fact->event.role != EventRole::main) {
      text += fmt::format(", event {}", word(kRoles, fact->event.role));
    }
    if (fact->by) {
      text += ", by " + fact->by->name;
    }
    text += ")";
  }
  return text.empty() ? "nothing" : text;
}

std::string words_of(const Example& example) {
  if (example.nothing) {
    return "nothing";
  }
  std::string text;
  for (const ExpectedValue& expected : example.get) {
    text += text.empty() ? "" : ", ";
    text += expected.kind.empty() ? expected.value : expected.kind + ": " + expected.value;
  }
  text += example.mode ? fmt::format(", {}", word(kModes, *example.mode)) : "";
  text += example.event ? ", event " + *example.event : "";
  text += example.by ? ", by " + *example.by : "";
  text += example.key ? ", key " + *example.key : "";
  return text;
}

/// Takes a matching fact for each expected value out of `facts`; those that nobody expects remain.
Outcome match_values(const Trial& trial, const Example& example, std::vector<const Fact*>& facts) {
  Outcome outcome = Outcome::right;
  for (const ExpectedValue& expected : example.get) {
    const auto same_kind = [&](const Fact* fact) {
      return expected.kind.empty() || fact->kind == expected.kind;
    };
    const auto same_value = [&](const Fact* fact) { return trial.is_value(expected.value, *fact); };
    const auto found = std::ranges::find_if(
        facts, [&](const Fact* fact) { return same_kind(fact) && same_value(fact); });
    if (found != facts.end()) {
      facts.erase(found);
    } else if (std::ranges::any_of(facts, same_value)) {
      outcome = Outcome::wrong_kind;
    } else {
      outcome = std::ranges::any_of(facts, same_kind) ? Outcome::wrong_value : Outcome::missing;
    }
  }
  return outcome == Outcome::right && !facts.empty() ? Outcome::noisy : outcome;
}

/// How an example came out; of a noisy one `surplus` becomes the facts that nobody expects.
Outcome judge(const Trial& trial, const Example& example, const std::vector<const Fact*>& facts,
              std::vector<const Fact*>& surplus) {
  surplus = facts;
  if (example.nothing) {
    return facts.empty() ? Outcome::right : Outcome::noisy;
  }
  if (facts.empty()) {
    return Outcome::missing;
  }
  if (const Outcome values = match_values(trial, example, surplus); values != Outcome::right) {
    return values;
  }
  for (const Fact* fact : facts) {
    if (example.mode && fact->mode != *example.mode) {
      return Outcome::wrong_mode;
    }
    if (example.event && word(kRoles, fact->event.role) != *example.event) {
      return Outcome::wrong_event;
    }
    if (example.by && (!fact->by || fold(fact->by->name) != fold(*example.by))) {
      return Outcome::wrong_by;
    }
    if (example.key && fold(fact->key) != fold(*example.key)) {
      return Outcome::wrong_key;
    }
  }
  return Outcome::right;
}

std::string hint_for(const RuleSet& rules, const std::vector<const Fact*>& excluded,
                     const std::vector<const Fact*>& kept, const std::vector<const Fact*>& surplus,
                     Outcome outcome) {
  if (outcome == Outcome::missing && !excluded.empty()) {
    return "set aside by " + excluded.front()->excluded_by;
  }
  if (outcome == Outcome::noisy) {
    return "add an `unless` line, or make this phrase more specific: " +
           place(rules, surplus.back()->phrase);
  }
  if (outcome == Outcome::wrong_event && !kept.empty()) {
    return kept.front()->event.why;
  }
  return {};
}

/// "nearly found by core/deaths.yaml:31: put `[...1]` between ..."
std::string nearly(const Engine& engine, RuleId id, const std::string& text) {
  const std::vector<Miss> misses = near_misses(engine, id, text, 1);
  return misses.empty()
             ? std::string()
             : fmt::format("nearly found by {}: {}", place(engine.rules(), misses.front().phrase),
                           misses.front().why);
}

ExampleResult run_example(const Engine::Parts& parts, RuleId id, const Example& example, Part part,
                          Reached& reached) {
  Document document;
  document.id = "example";
  document.source = "example";
  document.text = example.text;
  TokenizedText tokens;
  tokenize::tokenize_text(document.text, parts.lexicon, tokens);
  for (Paragraph& paragraph : tokens.paragraphs) {
    paragraph.part = part;
  }
  std::vector<Fact> facts;
  std::vector<extract::PhraseUse> uses;
  extract_facts(parts, document, tokens, {.keep_excluded = true}, facts, &uses);
  for (const extract::PhraseUse& use : uses) {
    reached[{use.phrase.file, use.phrase.line}] += use.matches;
  }
  std::vector<const Fact*> kept;
  std::vector<const Fact*> excluded;
  for (const Fact& fact : facts) {
    if (fact.rule == id) {
      (fact.excluded_by.empty() ? kept : excluded).push_back(&fact);
    }
  }
  const Trial trial{parts, document};
  const FactRule& rule = parts.rules.facts[id.index];
  ExampleResult result;
  result.rule = rule.pack + "/" + rule.name;
  result.where = example.where;
  result.text = example.text;
  result.todo = example.todo;
  std::vector<const Fact*> surplus;
  result.outcome = judge(trial, example, kept, surplus);
  result.expected = words_of(example);
  result.found = words_of(trial, kept);
  result.hint = hint_for(parts.rules, excluded, kept, surplus, result.outcome);
  return result;
}

/// Where an example may stand: the body, or a part that a find group asks for.
std::vector<Part> parts_of(const FactRule& rule) {
  std::vector<Part> parts = {Part::body};
  for (const FindGroup& group : rule.find) {
    for (const Part part : group.in) {
      if (std::ranges::find(parts, part) == parts.end()) {
        parts.push_back(part);
      }
    }
  }
  return parts;
}

void test_fact(const Engine& engine, RuleId id, Reached& reached, std::vector<ExampleResult>& out) {
  const Engine::Parts& parts = engine.parts();
  const FactRule& rule = parts.rules.facts[id.index];
  const std::vector<Part> places = parts_of(rule);
  for (const Example& example : rule.examples) {
    ExampleResult best = run_example(parts, id, example, places.front(), reached);
    for (std::size_t i = 1; i < places.size() && best.outcome != Outcome::right; ++i) {
      ExampleResult other = run_example(parts, id, example, places[i], reached);
      if (other.outcome == Outcome::right) {
        best = std::move(other);
      }
    }
    if (best.outcome == Outcome::missing && best.hint.empty() && !best.todo) {
      best.hint = nearly(engine, id, best.text);
    }
    out.push_back(std::move(best));
  }
}

ExampleResult run_check_example(const Engine::Parts& parts, const CheckRule& rule,
                                const CheckExample& example) {
  ExampleResult result;
  result.rule = rule.pack + "/" + rule.name;
  result.where = example.where;
  result.expected = word(kVerdicts, example.verdict);
  std::map<std::string, Quantity> figures;
  for (const auto& [name, words] : example.given) {
    result.text += fmt::format("{}{}: {}", result.text.empty() ? "" : ", ", name, words);
    const auto value = normalize::read_one(parts.reader, parts.lexicon, words);
    if (value && std::holds_alternative<Quantity>(*value)) {
      figures[name] = std::get<Quantity>(*value);
    } else {
      result.hint = fmt::format("cannot read \"{}\" as a number", words);
    }
  }
  const Verdict3 verdict = compare::evaluate(rule.must, figures);
  result.found = word(kVerdicts, verdict);
  result.outcome = verdict == example.verdict ? Outcome::right : Outcome::wrong_value;
  return result;
}

void cover(const std::string& rule, const std::vector<Phrase>& phrases, const Reached& reached,
           std::vector<Coverage>& out) {
  for (const Phrase& phrase : phrases) {
    const auto found = reached.find({phrase.where.file, phrase.where.line});
    out.push_back({rule, phrase.where, phrase.written, found == reached.end() ? 0 : found->second});
  }
}

template <class Rule>
bool is_wanted(const Rule& rule, std::string_view only) {
  return only.empty() || names_rule(only, rule.pack, rule.name);
}

}  // namespace

bool names_rule(std::string_view written, std::string_view pack, std::string_view name) {
  const std::size_t slash = written.rfind('/');
  if (written.substr(slash + 1) != name) {
    return false;
  }
  return slash == std::string_view::npos || written.substr(0, written.find('/')) == pack;
}

RuleTest test_rules(const Engine& engine, std::string_view only) {
  const Engine::Parts& parts = engine.parts();
  RuleTest test;
  Reached reached;
  for (std::uint32_t i = 0; i < parts.rules.facts.size(); ++i) {
    if (is_wanted(parts.rules.facts[i], only)) {
      test_fact(engine, RuleId{i}, reached, test.examples);
    }
  }
  for (const CheckRule& rule : parts.rules.checks) {
    if (is_wanted(rule, only)) {
      for (const CheckExample& example : rule.examples) {
        test.checks.push_back(run_check_example(parts, rule, example));
      }
    }
  }
  for (const FactRule& rule : parts.rules.facts) {
    if (is_wanted(rule, only)) {
      for (const FindGroup& group : rule.find) {
        cover(rule.pack + "/" + rule.name, group.phrases, reached, test.coverage);
      }
      cover(rule.pack + "/" + rule.name, rule.unless, reached, test.coverage);
    }
  }
  for (const ContextRule& context : parts.rules.contexts) {
    cover(context.name, context.cues, reached, test.cues);
  }
  return test;
}

}  // namespace concord::pipeline
