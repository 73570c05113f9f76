#include "pipeline/engine.h"

#include <utility>

#include "rules/rules.h"

namespace concord::pipeline {
namespace {

Lexicon vocabulary() {
  Lexicon lexicon;
  normalize::add_vocabulary(lexicon);
  return lexicon;
}

RuleSet load_rules(const Options& options, Diagnostics& diagnostics) {
  rules::LoadOptions load;
  load.with_examples = options.with_examples;
  load.cache_directory = options.cache_directory;
  return rules::load(options.rules_folder, load, diagnostics);
}

}  // namespace

Engine::Parts::Parts(RuleSet set, Diagnostics& diagnostics)
    : rules(std::move(set)),
      lexicon(vocabulary()),
      matcher(rules, lexicon, diagnostics),
      reader(lexicon) {}

Engine::Engine(RuleSet rules, Diagnostics& diagnostics)
    : parts_(std::make_unique<const Parts>(std::move(rules), diagnostics)) {}

Engine::Engine(const Options& options, Diagnostics& diagnostics)
    : Engine(load_rules(options, diagnostics), diagnostics) {}

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
                   std::vector<Fact>& out, std::vector<extract::PhraseUse>* uses) {
  const normalize::Reading reading = reading_of(document);
  const auto read_values = [&](Range range, std::vector<ValueMention>& values) {
    parts.reader.read(document.text, tokens, range, reading, {}, values);
  };
  extract::extract(document, tokens, parts.matcher, read_values, options, out, uses);
}

}  // namespace concord::pipeline
