#include "pipeline/compare_all.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "advise/advise.h"
#include "compare/compare.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"
#include "pipeline/pins.h"
#include "pipeline/severity.h"

namespace concord::pipeline {
namespace {

compare::Services services() {
  return {.convert = normalize::convert, .describe = normalize::describe};
}

}  // namespace

void resolve_all(const Engine& engine, Findings& findings) {
  findings.figures = compare::resolve(engine.rules(), findings.documents, findings.facts,
                                      findings.stories, services(), findings.findings);
}

void compare_all(const Engine& engine, const Options& options, Findings& findings,
                 std::optional<DocumentId> draft) {
  resolve_all(engine, findings);
  compare::compare(engine.rules(), services(),
                   {.policy = options.policy,
                    .fact_policy = options.fact_policy,
                    .of = draft,
                    .clock = options.clock},
                   findings);
  if (!draft) {
    advise::soften(findings);  // a draft's doubts are told from its own side
  }
  set_severities(options.severity, findings);
  keep_quiet(engine.rules(), options.now, findings);
}

proofread::Proofreading proofreading_of(const Engine& engine, const Document& draft,
                                        const TokenizedText& tokens) {
  const normalize::Reading reading = reading_of(draft);
  std::vector<ValueMention> values;
  for (const Sentence& sentence : tokens.sentences) {
    engine.parts().reader.read(draft.text, tokens, sentence.tokens, reading, {}, values);
  }
  return {engine.rules(), {&draft, &tokens}, std::move(values), normalize::convert};
}

std::vector<Slip> slips_beside(const proofread::Proofreading& draft,
                               const proofread::SourceWords& sources, const Options& options) {
  std::vector<Slip> slips = draft.beside(sources);
  set_severities(options.severity, slips);
  return slips;
}

std::vector<Slip> proofread_draft(const Engine& engine, const Options& options,
                                  const std::vector<Document>& documents,
                                  const std::vector<const TokenizedText*>& texts) {
  std::vector<proofread::CopyWords> sources;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    sources.push_back({&documents[i], texts[i]});
  }
  return slips_beside(proofreading_of(engine, documents.front(), *texts.front()),
                      proofread::SourceWords(sources), options);
}

std::vector<ChosenValue> choose(std::span<const SourceClaim> claims, std::string_view policy) {
  return compare::choose(claims, policy);
}

}  // namespace concord::pipeline
