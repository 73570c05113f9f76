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
void date_draft(Document& draft, const std::vector<store::StoredDocument>& others,
                std::optional<Timestamp> now) {
  if (draft.published) {
    return;
  }
  if (now) {
    draft.published =
        Publication{.written = format_date_time(*now) + "Z", .begin = *now, .end = *now};
    return;
  }
  for (const store::StoredDocument& stored : others) {
    const auto& published = stored.document.published;
    if (published && (!draft.published || draft.published->begin < published->begin)) {
      draft.published = published;
    }
  }
}

/// All documents are of one story; which of them are copies is found out.
Stories one_story(const std::vector<Document>& documents, std::string_view sketch,
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

std::vector<Document> documents_of(const Document& draft, const DraftStory& story) {
  std::vector<Document> documents;
  documents.reserve(story.documents.size() + 1);
  documents.push_back(draft);
  for (const store::StoredDocument& stored : story.documents) {
    documents.push_back(stored.document);
  }
  return documents;
}

/// Of the draft, then of its story.
std::vector<Fact> facts_of(std::vector<Fact> facts, const DraftStory& story) {
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

}  // namespace

struct DraftSide::State {
  Document document;
  std::optional<TokenizedText> tokens;
  std::optional<std::vector<Fact>> facts;
  std::string sketch;
  std::optional<proofread::Proofreading> proofreading;

  /// Its words.  REQUIRES: it has its time.
  void tokenize(const Engine& engine) {
    if (!tokens) {
      pin_story(engine.rules(), document);
      tokenize::tokenize(document, engine.parts().lexicon, tokens.emplace());
    }
  }

  /// What it states.  REQUIRES: its words are known.
  void extract(const Engine& engine) {
    if (!facts) {
      extract_facts(engine.parts(), document, *tokens, {}, facts.emplace());
      sketch = group::SketchWriter().write({&document, &*tokens});
    }
  }

  /// What its words get wrong by themselves.  REQUIRES: they are known.
  const proofread::Proofreading& proofread(const Engine& engine) {
    if (!proofreading) {
      proofreading = proofreading_of(engine, document, *tokens);
    }
    return *proofreading;
  }
};

DraftSide::DraftSide(Document draft) : state_(std::make_unique<State>()) {
  state_->document = std::move(draft);
}
DraftSide::DraftSide(DraftSide&&) noexcept = default;
DraftSide& DraftSide::operator=(DraftSide&&) noexcept = default;
DraftSide::~DraftSide() = default;

void DraftSide::read_ahead(const Engine& engine, const Options& options) {
  date_draft(state_->document, {}, options.now);
  if (state_->document.published) {
    state_->tokenize(engine);
    state_->extract(engine);
    state_->proofread(engine);
  }
}

struct StoryWords::State {
  std::vector<TokenizedText> tokens;
  std::optional<proofread::SourceWords> words;
};

StoryWords::StoryWords(const Engine& engine, const DraftStory& story) {
  auto state = std::make_unique<State>();
  state->tokens.resize(std::min(story.documents.size(), kMostBeside));
  std::vector<proofread::CopyWords> sources;
  for (std::size_t i = 0; i < state->tokens.size(); ++i) {
    const Document& document = story.documents[i].document;
    tokenize::tokenize(document, engine.parts().lexicon, state->tokens[i]);
    sources.push_back({&document, &state->tokens[i]});
  }
  state->words.emplace(sources);
  state_ = std::move(state);
}
StoryWords::StoryWords(StoryWords&&) noexcept = default;
StoryWords& StoryWords::operator=(StoryWords&&) noexcept = default;
StoryWords::~StoryWords() = default;

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

CheckedDraft check_draft(const Engine& engine, DraftSide draft, const DraftStory& story,
                         const Options& options, Timestamp clock, const StoryWords* words) {
  CheckedDraft checked;
  Findings& findings = checked.findings;
  DraftSide::State& own = draft.state();
  date_draft(own.document, story.documents, options.now);
  own.tokenize(engine);
  // What asks for no facts takes about as long as to compare them.
  auto slips = std::async(std::launch::async, [&] {
    const proofread::Proofreading& read = own.proofread(engine);
    return words != nullptr ? slips_beside(read, *words->state().words, options)
                            : slips_beside(read, *StoryWords(engine, story).state().words, options);
  });
  own.extract(engine);
  findings.documents = documents_of(own.document, story);
  findings.facts = facts_of(*own.facts, story);
  findings.stories = one_story(findings.documents, own.sketch, story);
  compare_all(engine, options, findings, DocumentId{0});
  findings.slips = slips.get();
  checked.diagnostics = draft_diagnostics(engine, findings, story.decisions, options, clock);
  return checked;
}

CheckedDraft check_draft(const Engine& engine, Document draft, const DraftStory& story,
                         const Options& options, Timestamp clock, const StoryWords* words) {
  return check_draft(engine, DraftSide(std::move(draft)), story, options, clock, words);
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
