// The recipe, top to bottom: ingest, tokenize, normalize, extract, group, compare.
#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/extract.h"
#include "group/group.h"
#include "ingest/ingest.h"
#include "pipeline/compare_all.h"
#include "pipeline/engine.h"
#include "pipeline/newest.h"
#include "pipeline/pins.h"
#include "pipeline/workers.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kHandful = 40;  // documents that someone may have named by hand

using FactsByDocument = std::vector<std::vector<Fact>>;

std::vector<Document> ingest_all(const std::vector<std::string>& inputs, const Options& options,
                                 Diagnostics& diagnostics, bool keep_page = false) {
  ingest::Options reading;
  reading.format = options.input_format;
  reading.published = options.published;
  reading.keep_page = keep_page;
  if (!options.standard_input_name.empty()) {
    reading.standard_input_name = options.standard_input_name;
  }
  return ingest::read_documents(inputs, reading, diagnostics);
}

std::vector<TokenizedText> tokenize_all(const Engine& engine,
                                        const std::vector<Document>& documents,
                                        const Options& options) {
  std::vector<TokenizedText> texts(documents.size());
  for_each_index(documents.size(), options.jobs, "reading", options.progress,
                 [&](std::size_t i, auto&) {
                   tokenize::tokenize(documents[i], engine.parts().lexicon, texts[i]);
                 });
  return texts;
}

/// Values are read where a rule wants them: normalize has no step of its own.
FactsByDocument extract_all(const Engine& engine, const std::vector<Document>& documents,
                            const std::vector<TokenizedText>& texts, const Options& options) {
  FactsByDocument facts(documents.size());
  for_each_index(documents.size(), options.jobs, "extracting", options.progress,
                 [&](std::size_t i, Scratch& scratch) {
                   extract_facts(engine.parts(), documents[i], texts[i], {}, facts[i], nullptr,
                                 &scratch.extraction);
                 });
  return facts;
}

/// Takes the facts out of their slots, those of document `first` in front, numbering their
/// documents.
std::vector<Fact> joined(FactsByDocument slots, std::size_t first = 0) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    count += slots[i].size();
    for (Fact& fact : slots[i]) {
      fact.document.index = static_cast<std::uint32_t>(first + i);
    }
  }
  if (slots.size() == 1) {
    return std::move(slots.front());
  }
  std::vector<Fact> facts;
  facts.reserve(count);
  for (std::vector<Fact>& slot : slots) {
    std::ranges::move(slot, std::back_inserter(facts));
    slot = {};
  }
  return facts;
}

/// Facts of the documents [begin, end).
std::vector<Fact> facts_in(const Engine& engine, const std::vector<Document>& documents,
                           std::size_t begin, std::size_t end, int jobs) {
  FactsByDocument facts(end - begin);
  for_each_index(facts.size(), jobs, "extracting", {}, [&](std::size_t i, Scratch& scratch) {
    const Document& document = documents[begin + i];
    tokenize::tokenize(document, engine.parts().lexicon, scratch.tokens);
    extract_facts(engine.parts(), document, scratch.tokens, {}, facts[i], nullptr,
                  &scratch.extraction);
  });
  return joined(std::move(facts), begin);
}

Stories group_all(const std::vector<Document>& documents,
                  const std::vector<const TokenizedText*>& texts, const Options& options) {
  std::vector<group::Member> members;
  members.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    members.push_back({&documents[i], texts[i]});
  }
  const auto parallel = [&](std::size_t count, const std::function<void(std::size_t)>& call) {
    for_each_index(count, options.jobs, "grouping", options.progress,
                   [&](std::size_t i, auto&) { call(i); });
  };
  return group::group(members, {.parallel = parallel,
                                .one_story = options.one_story && documents.size() <= kHandful});
}

std::vector<const TokenizedText*> pointers(const std::vector<TokenizedText>& texts) {
  std::vector<const TokenizedText*> result;
  for (const TokenizedText& text : texts) {
    result.push_back(&text);
  }
  return result;
}

void pin_all(const RuleSet& rules, std::vector<Document>& documents) {
  for (Document& document : documents) {
    pin_story(rules, document);
  }
}

/// The story of the draft, the first document, is called as a rule file pins it.
void name_story(const std::optional<std::string>& pinned, Stories& stories) {
  if (pinned) {
    stories.stories[stories.placements.front().story.index].id = *pinned;
  }
}

void date_drafts(std::vector<Document>& drafts, const std::vector<Document>& sources,
                 std::optional<Timestamp> now) {
  Publication time = newest_of(sources);
  if (now) {
    time = {.written = format_date_time(*now) + "Z", .begin = *now, .end = *now};
  }
  for (Document& draft : drafts) {
    if (!draft.published && time.begin != Timestamp{}) {
      draft.published = time;
    }
  }
}

}  // namespace

Findings run(const Engine& engine, const Options& options, Stage last, Diagnostics& diagnostics) {
  return run_on(engine, ingest_all(options.inputs, options, diagnostics), options, last);
}

Findings run_on(const Engine& engine, std::vector<Document> documents, const Options& options,
                Stage last) {
  Findings findings;
  findings.documents = std::move(documents);
  pin_all(engine.rules(), findings.documents);
  if (last == Stage::facts) {  // no later stage needs the tokens: none are kept
    findings.facts = facts_of(engine, findings.documents, options.jobs);
    return findings;
  }
  const auto texts = tokenize_all(engine, findings.documents, options);
  if (last != Stage::stories) {
    findings.facts = joined(extract_all(engine, findings.documents, texts, options));
  }
  findings.stories = group_all(findings.documents, pointers(texts), options);
  if (last == Stage::figures) {
    resolve_all(engine, findings);
  } else if (last == Stage::findings) {
    compare_all(engine, options, findings);
  }
  return findings;
}

std::vector<Findings> check(const Engine& engine, const Options& options,
                            Diagnostics& diagnostics) {
  std::vector<Document> drafts = drafts_of(options, diagnostics);
  std::vector<Document> sources = ingest_all(options.inputs, options, diagnostics, true);
  date_drafts(drafts, sources, options.now);
  pin_all(engine.rules(), drafts);
  pin_all(engine.rules(), sources);

  const auto draft_texts = tokenize_all(engine, drafts, options);
  const auto draft_facts = extract_all(engine, drafts, draft_texts, options);
  const auto source_texts = tokenize_all(engine, sources, options);
  const auto source_facts = extract_all(engine, sources, source_texts, options);

  std::vector<Findings> results(drafts.size());
  for_each_index(drafts.size(), options.jobs, "comparing", options.progress,
                 [&](std::size_t i, auto&) {
                   Findings& findings = results[i];
                   findings.documents = {drafts[i]};
                   std::vector<const TokenizedText*> texts = {&draft_texts[i]};
                   FactsByDocument facts = {draft_facts[i]};
                   for (std::size_t j = 0; j < sources.size(); ++j) {
                     if (sources[j].id == drafts[i].id && sources[j].text == drafts[i].text) {
                       continue;  // the draft lies in a folder named as its sources
                     }
                     findings.documents.push_back(sources[j]);
                     texts.push_back(&source_texts[j]);
                     facts.push_back(source_facts[j]);
                   }
                   findings.facts = joined(std::move(facts));
                   const auto pinned = unpin(engine.rules(), findings.documents);
                   findings.stories = group_all(findings.documents, texts, options);
                   name_story(pinned, findings.stories);
                   compare_all(engine, options, findings, DocumentId{0});
                   findings.slips = proofread_draft(engine, options, findings.documents, texts);
                 });
  return results;
}

std::vector<Fact> facts_of(const Engine& engine, const std::vector<Document>& documents, int jobs) {
  return facts_in(engine, documents, 0, documents.size(), jobs);
}

std::vector<Document> drafts_of(const Options& options, Diagnostics& diagnostics) {
  std::vector<Document> drafts = ingest_all(options.drafts, options, diagnostics, true);
  std::ranges::for_each(drafts, name_draft);
  return drafts;
}

std::vector<Document> documents_of(const Engine& engine, const Options& options,
                                   Diagnostics& diagnostics, bool keep_page) {
  std::vector<Document> documents = ingest_all(options.inputs, options, diagnostics, keep_page);
  pin_all(engine.rules(), documents);
  return documents;
}

void extract_in_parts(const Engine& engine, const std::vector<Document>& documents, int jobs,
                      const std::function<void(const std::vector<Fact>&)>& take) {
  constexpr std::size_t kPart = 1024;
  for (std::size_t begin = 0; begin < documents.size(); begin += kPart) {
    take(facts_in(engine, documents, begin, std::min(documents.size(), begin + kPart), jobs));
  }
}

}  // namespace concord::pipeline
