#include "pipeline/engine.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "pipeline/matcher_cache.h"
#include "pipeline/memory.h"
#include "pipeline/pins.h"
#include "rules/rules.h"

namespace concord::pipeline {
namespace {

Lexicon vocabulary() {
  Lexicon lexicon;
  normalize::add_vocabulary(lexicon);
  return lexicon;
}

/// Keeps the facts and checks of the packs alone; words and contexts are shared by all packs.
void keep_packs(const std::vector<std::string>& packs, RuleSet& rules) {
  if (packs.empty()) {
    return;
  }
  const auto is_other = [&](RulePosition where) {
    const std::string& file = rules.files[where.file];
    return std::ranges::find(packs, file.substr(0, file.find('/'))) == packs.end();
  };
  std::erase_if(rules.facts, [&](const FactRule& fact) { return is_other(fact.where); });
  std::erase_if(rules.checks, [&](const CheckRule& check) { return is_other(check.where); });
  std::uint64_t hash = stable_hash(rules.hash);
  for (const std::string& pack : packs) {
    hash = stable_hash(pack, hash);
  }
  rules.hash += "-" + short_hex(hash);
}

/// What a desk says of its sources, as if the rules had said it.
void add_sources(const std::vector<DeskSource>& sources, SourceRules& rules) {
  for (const DeskSource& source : sources) {
    if (!source.group.empty()) {
      rules.groups[source.group].push_back(source.name);
    }
    if (source.party) {
      rules.party.push_back(source.name);
    }
    if (source.tier > 0) {
      const auto tier = static_cast<std::size_t>(source.tier);
      rules.tiers.resize(std::max(rules.tiers.size(), tier));
      rules.tiers[tier - 1].push_back(source.name);
    }
    if (!source.copies.empty()) {
      auto& copies = rules.copies_of[source.name];
      copies.insert(copies.end(), source.copies.begin(), source.copies.end());
    }
  }
}

RuleSet load_rules(const Options& options, bool with_phrases, Diagnostics& diagnostics) {
  rules::LoadOptions load;
  load.with_phrases = with_phrases;
  load.with_examples = options.with_examples;
  load.cache_directory = options.cache_directory;
  RuleSet rules = rules::load(options.rules_folder, load, diagnostics);
  keep_packs(options.packs, rules);
  add_sources(options.sources, rules.sources);
  return rules;
}

Lexicon read_lexicon(PlainReader& kept) {
  Lexicon lexicon;
  kept(lexicon);
  return lexicon;
}

std::string kept(const Engine::Parts& parts) {
  PlainWriter bytes;
  bytes(parts.lexicon);
  parts.matcher.keep(bytes);
  parts.reader.keep(bytes);
  return bytes.take();
}

/// The parts that an earlier run compiled; nothing, with the rules left as they are, where none are
/// kept whole.
std::unique_ptr<const Engine::Parts> kept_parts(const MatcherCache& cache, RuleSet& rules) {
  if (auto kept = cache.find(rules.hash)) {
    PlainReader bytes(*std::move(kept));
    auto parts = std::make_unique<Engine::Parts>(std::move(rules), bytes);
    if (bytes.is_whole()) {
      return parts;
    }
    rules = std::move(parts->rules);
  }
  return nullptr;
}

/// The matcher of an earlier run, or one compiled now and kept for the next.
std::unique_ptr<const Engine::Parts> ready(const Options& options, Diagnostics& diagnostics) {
  const std::size_t complaints = diagnostics.size();
  RuleSet rules = load_rules(options, options.with_phrases, diagnostics);
  const MatcherCache cache(options.cache_directory, options.rules_folder);
  const bool sound = diagnostics.empty() && !rules.hash.empty();
  if (auto parts = sound ? kept_parts(cache, rules) : nullptr) {
    return parts;
  }
  if (!options.with_phrases) {  // a matcher is made of them
    diagnostics.resize(complaints);
    rules = load_rules(options, true, diagnostics);
  }
  auto parts = std::make_unique<const Engine::Parts>(std::move(rules), diagnostics);
  if (!sound || !diagnostics.empty()) {
    return parts;
  }
  cache.keep(parts->rules.hash, kept(*parts));
  if (!options.with_phrases) {  // they are most of the memory that rules take
    RuleSet slim = load_rules(options, false, diagnostics);
    if (auto kept = kept_parts(cache, slim)) {
      parts = std::move(kept);
      give_back_memory();
    }
  }
  return parts;
}

}  // namespace

Engine::Parts::Parts(RuleSet set, Diagnostics& diagnostics)
    : rules(std::move(set)),
      lexicon(vocabulary()),
      matcher(rules, lexicon, diagnostics),
      reader(lexicon) {}

Engine::Parts::Parts(RuleSet set, PlainReader& kept)
    : rules(std::move(set)), lexicon(read_lexicon(kept)), matcher(rules, kept), reader(kept) {}

Engine::Engine(RuleSet rules, Diagnostics& diagnostics)
    : parts_(std::make_unique<const Parts>(std::move(rules), diagnostics)) {}

Engine::Engine(const Options& options, Diagnostics& diagnostics)
    : parts_(ready(options, diagnostics)) {}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const RuleSet& Engine::rules() const {
  return parts_->rules;
}

normalize::Reading reading_of(const Document& document) {
  normalize::Reading reading;
  if (document.published) {
    const auto& published = *document.published;
    reading.reference =
        Timestamp{published.begin.seconds + std::int64_t{60} * published.offset_minutes};
  }
  return reading;
}

void extract_facts(const Engine::Parts& parts, const Document& document,
                   const TokenizedText& tokens, const extract::Options& options,
                   std::vector<Fact>& out, std::vector<extract::PhraseUse>* uses,
                   extract::Scratch* scratch) {
  const normalize::Reading reading = reading_of(document);
  const auto read_values = [&](Range range, std::vector<ValueMention>& values) {
    values.clear();
    parts.reader.read(document.text, tokens, range, reading, {}, values);
  };
  extract::Options informed = options;
  inform_of_pin(parts.rules, document, informed);
  informed.hint_values = [&](Range range, ValueHints& hints) {
    parts.reader.hint(document.text, tokens, range, hints);
  };
  extract::extract(document, tokens, parts.matcher, read_values, informed, out, uses, scratch);
}

}  // namespace concord::pipeline
