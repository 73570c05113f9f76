#pragma once

#include "pipeline/pipeline.h"
#include "proofread/proofread.h"

namespace concord::pipeline {

/// Facts and stories to figures; contradictions inside documents go to findings.findings.
void resolve_all(const Engine& engine, Findings& findings);

/// Facts and stories to figures and verdicts, with the policies and severities of the options; of a
/// draft alone what concerns that document (compare::Options::of).
void compare_all(const Engine& engine, const Options& options, Findings& findings,
                 std::optional<DocumentId> draft = std::nullopt);

/// A draft read by the checks of its own words.  REQUIRES: all outlive what is returned.
proofread::Proofreading proofreading_of(const Engine& engine, const Document& draft,
                                        const TokenizedText& tokens);

/// What the draft's words get wrong, by themselves and beside those of the sources, with the
/// severities of the options.
std::vector<Slip> slips_beside(const proofread::Proofreading& draft,
                               const proofread::SourceWords& sources, const Options& options);

/// What the first document's words get wrong, by themselves and beside those of the others.
/// `texts` are those of the documents, or of the first of them.
std::vector<Slip> proofread_draft(const Engine& engine, const Options& options,
                                  const std::vector<Document>& documents,
                                  const std::vector<const TokenizedText*>& texts);

}  // namespace concord::pipeline
