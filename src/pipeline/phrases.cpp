// One phrase by itself: what it means, what it accepts.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/nearest.h"
#include "pipeline/pipeline.h"
#include "pipeline/probes.h"
#include "rules/rules.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kTriesForOne = 3;  // some ways are matched by no sentence: "killed !(a)"

const FactRule* fact_named(const RuleSet& rules, std::string_view name) {
  const auto found = std::ranges::find_if(rules.facts, [&](const FactRule& fact) {
    return fact.name == name || fact.pack + "/" + fact.name == name;
  });
  return found == rules.facts.end() ? nullptr : &*found;
}

void take_type(const FactRule& fact, Probe& probe) {
  if (fact.value_type != "quote") {
    probe.value_type = fact.value_type;
    probe.unit = fact.unit;
  }
}

/// The rule's phrase at "FILE:LINE".
struct Placed {
  const FactRule* fact = nullptr;
  const Phrase* phrase = nullptr;
};

Placed phrase_at(const RuleSet& rules, std::string_view words) {
  const std::size_t colon = words.rfind(':');
  std::uint32_t line = 0;
  if (colon == std::string_view::npos ||
      std::from_chars(words.data() + colon + 1, words.data() + words.size(), line).ec !=
          std::errc()) {
    return {};
  }
  const auto stands_there = [&](const Phrase& phrase) {
    return phrase.where.line == line && rules.files[phrase.where.file] == words.substr(0, colon);
  };
  for (const FactRule& fact : rules.facts) {
    for (const FindGroup& group : fact.find) {
      const auto found = std::ranges::find_if(group.phrases, stands_there);
      if (found != group.phrases.end()) {
        return {&fact, &*found};
      }
    }
    const auto found = std::ranges::find_if(fact.unless, stands_there);
    if (found != fact.unless.end()) {
      return {&fact, &*found};
    }
  }
  return {};
}

/// What is wrong with words that are to be a phrase, or the place of one.
std::optional<Diagnostic> no_phrase(const RuleSet& rules, const std::string& words) {
  Diagnostic diagnostic;
  if (words.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostic.message = "an empty phrase";
    diagnostic.help = "write words, such as: kill~ {n} people";
    return diagnostic;
  }
  constexpr std::string_view kEnding = ".yaml";
  const std::size_t colon = words.rfind(':');
  const std::string file = words.substr(0, colon);
  if (!file.ends_with(kEnding) || file.find_first_of(" {<[(") != std::string::npos) {
    return std::nullopt;
  }
  if (std::ranges::find(rules.files, file) == rules.files.end()) {
    const std::vector<std::string_view> files(rules.files.begin(), rules.files.end());
    diagnostic.message = fmt::format("no rule file is called `{}`", file);
    diagnostic.help =
        did_you_mean(file, files, "name it from the folder of rules: core/words.yaml");
    return diagnostic;
  }
  diagnostic.message = fmt::format("no phrase of a fact stands at `{}`", words);
  diagnostic.help = "name the line of one: FILE:LINE";
  return diagnostic;
}

}  // namespace

Result<Probe> probe_named(const RuleSet& rules, const std::string& words, const std::string& fact) {
  Probe probe;
  probe.phrase = words;
  const Placed placed = phrase_at(rules, words);
  if (placed.phrase != nullptr) {
    probe.phrase = placed.phrase->written;
    take_type(*placed.fact, probe);
  } else if (auto wrong = no_phrase(rules, words)) {
    return failure(*std::move(wrong));
  }
  if (fact.empty()) {
    return probe;
  }
  const FactRule* named = fact_named(rules, fact);
  if (named == nullptr) {
    std::vector<std::string_view> names;
    for (const FactRule& one : rules.facts) {
      names.emplace_back(one.name);
    }
    Diagnostic diagnostic;
    diagnostic.message = fmt::format("no fact is called `{}`", fact);
    diagnostic.help = did_you_mean(fact, names);
    return failure(diagnostic);
  }
  take_type(*named, probe);
  return probe;
}

std::optional<Engine> phrase_engine(const RuleSet& rules, const Probe& probe,
                                    Diagnostics& diagnostics) {
  RuleSet set = probe_rules(rules, std::span(&probe, 1), diagnostics);
  if (set.facts.empty()) {
    return std::nullopt;
  }
  return Engine(std::move(set), diagnostics);
}

PhraseSamples sample_phrase(const RuleSet& rules, const Probe& probe, std::size_t most,
                            Diagnostics& diagnostics) {
  const RuleSet set = probe_rules(rules, std::span(&probe, 1), diagnostics);
  PhraseSamples samples;
  if (set.facts.empty()) {
    return samples;
  }
  for (const Phrase& phrase : set.facts.front().find.front().phrases) {
    const rules::Samples found = rules::sample(set, phrase, probe.value_type, kTriesForOne * most);
    samples.count += found.count;
    std::vector<ProbeText> texts;
    for (const std::string& sentence : found.sentences) {
      texts.push_back({sentence + ".", Part::body});
    }
    std::vector<bool> matched(texts.size());
    for (const ProbeHit& hit : try_probes(rules, {probe}, texts)) {
      matched[hit.text] = true;
    }
    for (std::size_t i = 0; i < texts.size() && samples.sentences.size() < most; ++i) {
      if (matched[i]) {
        samples.sentences.push_back(found.sentences[i]);
      }
    }
  }
  return samples;
}

std::vector<PhraseSample> sample_all(const RuleSet& rules) {
  std::vector<PhraseSample> samples;
  const auto add = [&](const FactRule& fact, const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) {
      rules::Samples found = rules::sample(rules, phrase, fact.value_type, 1);
      samples.push_back(
          {phrase.where, found.sentences.empty() ? std::string() : found.sentences.front()});
    }
  };
  for (const FactRule& fact : rules.facts) {
    for (const FindGroup& group : fact.find) {
      add(fact, group.phrases);
    }
    add(fact, fact.unless);
  }
  return samples;
}

}  // namespace concord::pipeline
