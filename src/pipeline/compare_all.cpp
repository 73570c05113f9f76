#include "pipeline/compare_all.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "compare/compare.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"
#include "pipeline/pins.h"
#include "pipeline/severity.h"
#include "proofread/proofread.h"

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
  set_severities(options.severity, findings);
  keep_quiet(engine.rules(), options.now, findings);
}

std::vector<Slip> proofread_draft(const Engine& engine, const Options& options,
                                  const std::vector<Document>& documents,
                                  const std::vector<const TokenizedText*>& texts) {
  std::vector<proofread::CopyWords> words;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    words.push_back({&documents[i], texts[i]});
  }
  const proofread::CopyWords& draft = words.front();
  const normalize::Reading reading = reading_of(*draft.document);
  std::vector<ValueMention> values;
  for (const Sentence& sentence : draft.tokens->sentences) {
    engine.parts().reader.read(draft.document->text, *draft.tokens, sentence.tokens, reading, {},
                               values);
  }
  std::vector<Slip> slips = proofread::proofread(engine.rules(), draft, values,
                                                 std::span(words).subspan(1), normalize::convert);
  set_severities(options.severity, slips);
  return slips;
}

std::vector<ChosenValue> choose(std::span<const SourceClaim> claims, std::string_view policy) {
  return compare::choose(claims, policy);
}

}  // namespace concord::pipeline
