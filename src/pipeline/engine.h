#pragma once

#include "base/lexicon.h"
#include "extract/extract.h"
#include "model/rule.h"
#include "normalize/normalize.h"
#include "pipeline/pipeline.h"

namespace concord::pipeline {

/// In the order in which they are made: the lexicon is complete before the reader and any text see
/// it.
struct Engine::Parts {
  Parts(RuleSet set, Diagnostics& diagnostics);
  Parts(RuleSet set, PlainReader& kept);  // not to be used unless those bytes are whole

  RuleSet rules;
  Lexicon lexicon;
  extract::Matcher matcher;
  normalize::Reader reader;
};

/// What the times of a document are read against: its own publication by its own clock.
normalize::Reading reading_of(const Document& document);

/// The facts of one tokenized document, with its values read on demand.
void extract_facts(const Engine::Parts& parts, const Document& document,
                   const TokenizedText& tokens, const extract::Options& options,
                   std::vector<Fact>& out, std::vector<extract::PhraseUse>* uses = nullptr,
                   extract::Scratch* scratch = nullptr);

}  // namespace concord::pipeline
