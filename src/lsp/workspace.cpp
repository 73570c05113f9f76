#include "lsp/workspace.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/hash.h"
#include "ingest/ingest.h"
#include "report/report.h"
#include "store/store.h"

namespace concord::lsp {
namespace {

constexpr std::size_t kMostWatched = 1000;            // files looked at for changes
constexpr std::chrono::milliseconds kPatience{2000};  // with another writer of the store
constexpr const char* kCommand = "concord lsp";

/// What tells that a file was written again.
std::uint64_t stamp_of(const std::string& path, std::uint64_t seed) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error).time_since_epoch().count();
  const auto size = std::filesystem::file_size(path, error);
  return stable_hash(path + "\n" + std::to_string(time) + "\n" + std::to_string(size), seed);
}

std::string whole(const std::string& path) {
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

void date(Document& draft, Timestamp now) {
  if (!draft.published) {
    draft.published = Publication{.written = format_date_time(now) + "Z", .begin = now, .end = now};
  }
}

}  // namespace

const pipeline::Engine* Workspace::engine() {
  if (!engine_read_) {
    engine_read_ = true;
    Diagnostics complaints;  // of rule files: told where these are open
    if (!setting_.options.rules_folder.empty()) {
      engine_.emplace(setting_.options, complaints);
    }
  }
  return engine_ ? &*engine_ : nullptr;
}

void Workspace::forget_rules() {
  engine_.reset();
  engine_read_ = false;
}

const std::vector<Document>& Workspace::sources() {
  if (!sources_) {
    stamp_ = stamp_of_sources();
    Diagnostics unreadable;  // one source less is no fault of the draft
    sources_ = setting_.options.inputs.empty()
                   ? std::vector<Document>()
                   : pipeline::documents_of(setting_.options, unreadable);
    for (Document& document : *sources_) {
      document.path = whole(document.path);
    }
  }
  return *sources_;
}

CheckedDraft Workspace::check(const std::string& path, std::string text, const std::string& format,
                              Timestamp now) {
  CheckedDraft checked;
  const pipeline::Engine* rules = engine();
  ingest::Options reading;
  reading.format = format;
  Diagnostics unread;
  std::vector<Document> documents = ingest::read_bytes(path, std::move(text), reading, unread);
  if (rules == nullptr || documents.size() != 1) {
    return checked;
  }
  date(documents.front(), setting_.options.now.value_or(now));
  const std::string own = whole(path);
  for (const Document& source : sources()) {
    if (source.path != own) {  // the draft lies among its sources
      documents.push_back(source);
    }
  }
  pipeline::Options options = setting_.options;
  options.one_story = true;
  options.jobs = 1;
  checked.findings = pipeline::run_on(*rules, std::move(documents), options);
  checked.diagnostics = report::check_diagnostics(checked.findings, rules->rules(), DocumentId{0});
  const auto& known = accepted(now);
  std::erase_if(checked.diagnostics, [&](const Diagnostic& diagnostic) {
    const auto found = known.find(diagnostic.finding);
    return found != known.end() && (!found->second || now < *found->second);
  });
  return checked;
}

bool Workspace::has_store() const {
  std::error_code error;
  return !setting_.store.empty() && std::filesystem::is_regular_file(setting_.store, error);
}

const std::map<std::string, std::optional<Timestamp>>& Workspace::accepted(Timestamp now) {
  if (accepted_) {
    return *accepted_;
  }
  accepted_.emplace();
  if (!has_store()) {
    return *accepted_;
  }
  const auto store = store::open(setting_.store, {.now = now, .command = kCommand});
  const auto decisions = store ? store->decisions() : Result<std::vector<store::Decision>>();
  if (decisions) {
    for (const store::Decision& decision : *decisions) {
      if (decision.kind == store::DecisionKind::accept) {
        accepted_->insert_or_assign(decision.subject, decision.until);
      }
    }
  }
  return *accepted_;
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
  if (!stamp_ || *stamp_ == stamp_of_sources()) {
    return false;
  }
  sources_.reset();
  accepted_.reset();
  stamp_.reset();
  return true;
}

}  // namespace concord::lsp
