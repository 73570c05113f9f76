#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "model/document.h"
#include "model/finding.h"
#include "pipeline/options.h"
#include "store/store.h"

// One's own copy before it is published, held against its story in the store:
//
//     draft_of      bytes -> Document
//     search_story  Document -> StoryPlace     asks the store alone: rules may be loaded meanwhile
//     read_story    StoryPlace -> DraftStory   reads the store; good until the store changes
//     check_draft   Document + DraftStory -> CheckedDraft     reads nothing: at every keystroke
//
// What the draft says by itself may be read while its story is searched (DraftSide), and what its
// story says be kept from keystroke to keystroke (StoryWords).  A draft never enters the store.
namespace concord::pipeline {

/// How sure it is that a story is the draft's.
enum class Certainty : std::uint8_t {
  none,     // no story is like it
  likely,   // as like as articles of one story are, but not by far, or another story is near
  certain,  // twice as like as it need be, and as any other story
  pinned    // said by whoever asks, or by the draft itself
};

/// A story that a draft was held beside.
struct NearStory {
  std::string id;  // empty: of articles that no night has put into a story yet
  std::string title;
  std::size_t documents = 0;  // latest versions
  float likeness = 0;         // to its articles that are nearest, on average, 0 to 1; 0 if pinned
  float needed = 0;           // to be of this story
};

/// Which story is a draft's.
struct StoryPlace {
  Certainty certainty = Certainty::none;
  NearStory story;                   // where certainty is not none
  std::vector<NearStory> others;     // the next best, at most three, most alike first
  std::vector<store::Row> unplaced;  // articles of the story that no night has put into one yet
};

/// The story of a draft, and what the store knows of it.
struct DraftStory {
  Certainty certainty = Certainty::none;         // as in StoryPlace
  NearStory story;                               // as in StoryPlace
  std::vector<NearStory> others;                 // as in StoryPlace
  std::vector<store::StoredDocument> documents;  // in order of time, all versions, the draft aside
  std::vector<store::Decision> decisions;        // findings that editors accepted
};

/// A draft as it stands in memory or was read from `name`; nothing where it has no text.  The
/// format is told by options.input_format or sniffed; complaints as of ingest::read_bytes.
std::optional<Document> draft_of(const std::string& name, std::string bytes, const Options& options,
                                 Diagnostics& diagnostics);

/// Calls a draft that names no outlet what it is, not by its file: "the draft has 12 dead".
void name_draft(Document& draft);

/// Finds the draft's story among all of the store.  `which` is the id of a story (one that the
/// store does not have is no story), "none", or "auto": the story that the draft names if the store
/// has it, else the one that it is most like.  The time it takes does not grow with the store.
/// Fails as the store does.
Result<StoryPlace> search_story(const store::Store& store, const Document& draft,
                                std::string_view which);

/// The story of each draft.  `meanwhile` is called once, by the caller's own thread, while the
/// search goes on in another.
Result<std::vector<StoryPlace>> search_stories(const store::Store& store,
                                               const std::vector<Document>& drafts,
                                               std::string_view which,
                                               const std::function<void()>& meanwhile);

/// Reads the articles of the story, of a very long one the newest 500 versions.  Fails as the store
/// does.
Result<DraftStory> read_story(const store::Store& store, const store::RuleNames& names,
                              const Document& draft, StoryPlace place);

/// Both, one after the other.
Result<DraftStory> find_story(const store::Store& store, const store::RuleNames& names,
                              const Document& draft, std::string_view which);

/// Documents that are named as sources, as the store would have them: with facts and sketches.  In
/// the order given.
std::vector<store::StoredDocument> sources_of(const Engine& engine, std::vector<Document> documents,
                                              int jobs);

/// A draft with what can be told of it before its story is known.
class DraftSide {
 public:
  struct State;

  explicit DraftSide(Document draft);
  DraftSide(DraftSide&&) noexcept;
  DraftSide& operator=(DraftSide&&) noexcept;
  ~DraftSide();

  State& state() { return *state_; }
  /// Does now what check_draft would do; nothing where the draft's time is that of its story.
  /// REQUIRES: the engine outlives it.
  void read_ahead(const Engine& engine, const Options& options);

 private:
  std::unique_ptr<State> state_;
};

/// The words of a story as the checks of a draft's own words ask of them, for any number of drafts.
class StoryWords {
 public:
  struct State;

  /// REQUIRES: the engine and the documents of the story outlive it.
  StoryWords(const Engine& engine, const DraftStory& story);
  StoryWords(StoryWords&&) noexcept;
  StoryWords& operator=(StoryWords&&) noexcept;
  ~StoryWords();

  const State& state() const { return *state_; }

 private:
  std::unique_ptr<const State> state_;
};

/// A draft compared.
struct CheckedDraft {
  Findings findings;        // the draft is its first document
  Diagnostics diagnostics;  // in order of the text; those with a `suppression` are known
};

/// Compares the draft with its story and within itself.  A draft without a time counts as written
/// at options.now, else with the newest article of its story.  `clock`: by it decisions and
/// comments run out.  `words` are those of the story, if they were kept.
CheckedDraft check_draft(const Engine& engine, DraftSide draft, const DraftStory& story,
                         const Options& options, Timestamp clock,
                         const StoryWords* words = nullptr);
CheckedDraft check_draft(const Engine& engine, Document draft, const DraftStory& story,
                         const Options& options, Timestamp clock,
                         const StoryWords* words = nullptr);

/// What a check found, told from the side of the first document: with the severities of the options
/// and with what comments in the draft and `decisions` set aside marked so.
Diagnostics draft_diagnostics(const Engine& engine, const Findings& findings,
                              const std::vector<store::Decision>& decisions, const Options& options,
                              Timestamp clock);

}  // namespace concord::pipeline
