#include "lsp/workspace.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/hash.h"
#include "ingest/ingest.h"
#include "report/report.h"

namespace concord::lsp {
namespace {

constexpr std::size_t kMostWatched = 1000;            // files looked at for changes
constexpr std::chrono::milliseconds kPatience{2000};  // with another writer of the store
constexpr std::size_t kMuch = 5;  // a draft that grows by a fifth may be about something else
constexpr const char* kCommand = "concord lsp";

/// What tells that a file was written again.
std::uint64_t stamp_of(const std::string& path, std::uint64_t seed) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error).time_since_epoch().count();
  const auto size = std::filesystem::file_size(path, error);
  return stable_hash(path + "\n" + std::to_string(time) + "\n" + std::to_string(size), seed);
}

std::uint64_t stamp_of_rules(const std::string& folder) {
  std::error_code error;
  std::uint64_t stamp = kHashSeed;
  std::size_t files = 0;
  std::filesystem::recursive_directory_iterator entries(folder, error);
  for (const std::filesystem::recursive_directory_iterator end;
       !error && entries != end && files < kMostWatched; entries.increment(error)) {
    if (entries->path().extension() == ".yaml") {
      stamp ^= stamp_of(entries->path().string(), kHashSeed);  // in whatever order they come
      ++files;
    }
  }
  return stamp;
}

std::string whole(const std::string& path) {
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

}  // namespace

const pipeline::Engine* Workspace::engine() {
  if (!engine_read_) {
    engine_read_ = true;
    rules_stamp_ = stamp_of_rules(setting_.options.rules_folder);
    Diagnostics complaints;  // of rule files: told where these are open
    if (!setting_.options.rules_folder.empty()) {
      engine_.emplace(setting_.options, complaints);
    }
  }
  return engine_ ? &*engine_ : nullptr;
}

void Workspace::forget_rules() {
  stories_.clear();
  sources_.reset();
  engine_.reset();
  engine_read_ = false;
}

const std::vector<store::StoredDocument>& Workspace::sources() {
  if (!sources_) {
    Diagnostics unreadable;  // one source less is no fault of the draft
    std::vector<Document> documents =
        pipeline::documents_of(*engine(), setting_.options, unreadable, true);
    for (Document& document : documents) {
      document.path = whole(document.path);
    }
    sources_ = pipeline::sources_of(*engine(), std::move(documents), setting_.options.jobs);
  }
  return *sources_;
}

pipeline::DraftStory Workspace::find_story(const std::string& path, const Document& draft,
                                           Timestamp now) {
  pipeline::DraftStory story;
  if (has_store()) {
    const auto store = store::open(setting_.store, {.now = now, .command = kCommand});
    const store::RuleNames names(engine()->rules());
    auto found = store ? pipeline::find_story(*store, names, draft,
                                              setting_.options.inputs.empty() ? "auto" : "none")
                       : Result<pipeline::DraftStory>();
    story = found ? std::move(*found) : std::move(story);
  }
  if (!setting_.options.inputs.empty()) {
    for (const store::StoredDocument& source : sources()) {
      if (source.document.path != path) {  // the draft lies among its sources
        story.documents.push_back(source);
      }
    }
  }
  return story;
}

const Workspace::FoundStory& Workspace::story_of(const std::string& path, const Document& draft,
                                                 Timestamp now) {
  const std::size_t size = draft.text.size();
  const auto kept = stories_.find(path);
  const bool is_alike = kept != stories_.end() && size * kMuch > kept->second.size * (kMuch - 1) &&
                        size * (kMuch - 1) < kept->second.size * kMuch;
  if (is_alike || (kept != stories_.end() && !setting_.options.inputs.empty())) {
    return kept->second;
  }
  stamp_ = stamp_ ? stamp_ : stamp_of_sources();
  pipeline::DraftStory story = find_story(path, draft, now);
  pipeline::StoryWords words(*engine(), story);
  return stories_.insert_or_assign(path, FoundStory{size, std::move(story), std::move(words)})
      .first->second;
}

CheckedDraft Workspace::check(const std::string& path, std::string text, const std::string& format,
                              Timestamp now) {
  CheckedDraft checked;
  const pipeline::Engine* rules = engine();
  pipeline::Options options = setting_.options;
  options.input_format = format;
  options.now = options.now.value_or(now);
  Diagnostics unread;
  auto draft = pipeline::draft_of(path, std::move(text), options, unread);
  if (rules == nullptr || !draft) {
    return checked;
  }
  const std::string own = whole(path);
  const FoundStory& found = story_of(own, *draft, now);
  checked =
      pipeline::check_draft(*rules, std::move(*draft), found.story, options, now, &found.words);
  std::erase_if(checked.diagnostics, [](const Diagnostic& each) { return each.suppression; });
  return checked;
}

void Workspace::forget_story(const std::string& path) {
  stories_.erase(whole(path));
}

bool Workspace::has_store() const {
  std::error_code error;
  return !setting_.store.empty() && std::filesystem::is_regular_file(setting_.store, error);
}

Result<void> Workspace::accept(const std::string& finding, const std::string& reason,
                               Timestamp until, Timestamp now) {
  auto store =
      store::open(setting_.store,
                  {.mode = store::Mode::write, .now = now, .command = kCommand, .wait = kPatience});
  if (!store) {
    return failure(store.error());
  }
  store::Decision decision;
  decision.kind = store::DecisionKind::accept;
  decision.subject = finding;
  decision.reason = reason;
  decision.made = now;
  decision.until = until;
  if (const auto done = store->decide(decision); !done) {
    return failure(done.error());
  }
  return store->settle();
}

std::uint64_t Workspace::stamp_of_sources() const {
  Diagnostics complaints;
  const std::vector<std::string> files =
      setting_.options.inputs.empty() ? std::vector<std::string>()
                                      : ingest::files_of(setting_.options.inputs, complaints);
  std::uint64_t stamp = kHashSeed;
  for (std::size_t i = 0; i < std::min(files.size(), kMostWatched); ++i) {
    stamp = stamp_of(files[i], stamp);
  }
  if (!setting_.store.empty()) {
    stamp = stamp_of(setting_.store + "-wal", stamp_of(setting_.store, stamp));
  }
  return stamp;
}

bool Workspace::has_changed() {
  const std::uint64_t rules = engine_read_ ? stamp_of_rules(setting_.options.rules_folder) : 0;
  const bool other_rules = engine_read_ && rules != rules_stamp_;
  if (other_rules) {
    forget_rules();
  }
  if (!other_rules && (!stamp_ || *stamp_ == stamp_of_sources())) {
    return false;
  }
  sources_.reset();
  stories_.clear();
  stamp_.reset();
  return true;
}

}  // namespace concord::lsp
