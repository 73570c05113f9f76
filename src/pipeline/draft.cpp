// A draft held against its story.
#include "pipeline/draft.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <utility>

#include "advise/advise.h"
#include "group/group.h"
#include "ingest/ingest.h"
#include "pipeline/comments.h"
#include "pipeline/compare_all.h"
#include "pipeline/engine.h"
#include "pipeline/pins.h"
#include "pipeline/set_aside.h"
#include "pipeline/severity.h"
#include "pipeline/workers.h"
#include "report/report.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kMostBeside = 40;  // sources whose words are read beside a draft's

/// When a draft without a time counts as written: now, else with the newest of the others.
void date_draft(Document& draft, const DraftStory& story, std::optional<Timestamp> now) {
  if (draft.published) {
    return;
  }
  if (now) {
    draft.published =
        Publication{.written = format_date_time(*now) + "Z", .begin = *now, .end = *now};
    return;
  }
  for (const store::StoredDocument& stored : story.documents) {
    const auto& published = stored.document.published;
    if (published && (!draft.published || draft.published->begin < published->begin)) {
      draft.published = published;
    }
  }
}

/// All documents are of one story; which of them are copies is found out.
Stories one_story(const std::vector<Document>& documents, const TokenizedText& tokens,
                  const DraftStory& story) {
  const std::string id = story.story.id.empty() ? "draft" : story.story.id;
  std::vector<Document> pinned;
  pinned.reserve(documents.size());
  for (const Document& document : documents) {
    Document& bare = pinned.emplace_back();  // what grouping looks at, but for the text
    bare.id = document.id;
    bare.source = document.source;
    bare.item = document.item;
    bare.published = document.published;
    bare.story = id;
  }
  const std::string sketch = group::SketchWriter().write({&documents.front(), &tokens});
  std::vector<group::Member> members = {{&pinned.front(), nullptr, {}, sketch}};
  for (std::size_t i = 0; i < story.documents.size(); ++i) {
    members.push_back({&pinned[i + 1], nullptr, {}, story.documents[i].sketch});
  }
  Stories stories = group::group(members, {.one_story = true});
  for (Story& one : stories.stories) {
    one.title = story.story.title;
  }
  return stories;
}

std::vector<Document> documents_of(Document draft, const DraftStory& story) {
  std::vector<Document> documents;
  documents.reserve(story.documents.size() + 1);
  documents.push_back(std::move(draft));
  for (const store::StoredDocument& stored : story.documents) {
    documents.push_back(stored.document);
  }
  return documents;
}

/// Of the draft, then of its story.
std::vector<Fact> facts_of(const Engine& engine, const Document& draft, const TokenizedText& tokens,
                           const DraftStory& story) {
  std::vector<Fact> facts;
  extract_facts(engine.parts(), draft, tokens, {}, facts);
  std::size_t count = facts.size();
  for (const store::StoredDocument& stored : story.documents) {
    count += stored.facts.size();
  }
  facts.reserve(count);
  for (std::size_t i = 0; i < story.documents.size(); ++i) {
    for (const Fact& fact : story.documents[i].facts) {
      facts.push_back(fact);
      facts.back().document = DocumentId{static_cast<std::uint32_t>(i + 1)};
    }
  }
  return facts;
}

/// What the draft, the first of the documents, says against itself and beside the words of others.
std::vector<Slip> slips_of(const Engine& engine, const Options& options,
                           const TokenizedText& tokens, const std::vector<Document>& documents) {
  const auto sources = std::min(documents.size() - 1, kMostBeside);
  std::vector<TokenizedText> source_tokens(sources);
  std::vector<const TokenizedText*> texts = {&tokens};
  for (std::size_t i = 0; i < sources; ++i) {
    tokenize::tokenize(documents[i + 1], engine.parts().lexicon, source_tokens[i]);
    texts.push_back(&source_tokens[i]);
  }
  return proofread_draft(engine, options, documents, texts);
}

}  // namespace

std::optional<Document> draft_of(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics) {
  ingest::Options reading;
  reading.format = options.input_format;
  reading.published = options.published;
  reading.keep_page = true;
  std::vector<Document> documents =
      ingest::read_bytes(name, std::move(bytes), reading, diagnostics);
  if (documents.empty()) {
    return std::nullopt;
  }
  name_draft(documents.front());
  return std::move(documents.front());
}

void name_draft(Document& draft) {
  if (draft.source == std::filesystem::path(draft.path).stem().string()) {
    draft.source = "the draft";
  }
}

std::vector<store::StoredDocument> sources_of(const Engine& engine, std::vector<Document> documents,
                                              int jobs) {
  std::vector<store::StoredDocument> sources(documents.size());
  for_each_index(documents.size(), jobs, "extracting", {}, [&](std::size_t i, Scratch& scratch) {
    store::StoredDocument& source = sources[i];
    source.document = std::move(documents[i]);
    tokenize::tokenize(source.document, engine.parts().lexicon, scratch.tokens);
    extract_facts(engine.parts(), source.document, scratch.tokens, {}, source.facts, nullptr,
                  &scratch.extraction);
    source.sketch = group::SketchWriter().write({&source.document, &scratch.tokens});
    source.time = source.document.published ? source.document.published->begin : Timestamp{};
  });
  return sources;
}

CheckedDraft check_draft(const Engine& engine, Document draft, const DraftStory& story,
                         const Options& options, Timestamp clock) {
  CheckedDraft checked;
  Findings& findings = checked.findings;
  date_draft(draft, story, options.now);
  pin_story(engine.rules(), draft);
  TokenizedText tokens;
  tokenize::tokenize(draft, engine.parts().lexicon, tokens);
  findings.documents = documents_of(std::move(draft), story);
  // What asks for no facts takes about as long as to compare them.
  auto slips = std::async(std::launch::async, [&] {
    return slips_of(engine, options, tokens, std::as_const(findings.documents));
  });
  findings.facts = facts_of(engine, findings.documents.front(), tokens, story);
  findings.stories = one_story(findings.documents, tokens, story);
  compare_all(engine, options, findings, DocumentId{0});
  findings.slips = slips.get();
  checked.diagnostics = draft_diagnostics(engine, findings, story.decisions, options, clock);
  return checked;
}

Diagnostics draft_diagnostics(const Engine& engine, const Findings& findings,
                              const std::vector<store::Decision>& decisions, const Options& options,
                              Timestamp clock) {
  Diagnostics diagnostics = advise::advise(findings, engine.rules(), DocumentId{0});
  set_severities(options.severity, diagnostics);
  accept(decisions, clock, options.time_zone, diagnostics);
  apply_comments(findings.documents.front(), engine.rules(), clock, diagnostics);
  return diagnostics;
}

}  // namespace concord::pipeline
