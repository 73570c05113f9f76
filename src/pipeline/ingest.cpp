// Inputs into the store: blocks are read and worked out by all workers, and written by one thread.
#include "ingest/ingest.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <utility>

#include "group/group.h"
#include "pipeline/engine.h"
#include "pipeline/in_order.h"
#include "pipeline/pins.h"
#include "pipeline/readers.h"
#include "pipeline/workers.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kMostComplaints = 1000;
constexpr std::size_t kBatchDocuments = 1000;  // in one transaction
constexpr std::size_t kBatchBytes = 4U << 20U;
constexpr std::size_t kMegabyte = 1'000'000;
constexpr std::size_t kTerms = 20;  // under which an article is filed: its names, above all

ingest::Options reading_options(const Options& options) {
  ingest::Options reading;
  reading.format = options.input_format;
  reading.published = options.published;
  return reading;
}

/// A file that is changing right now may change again within the same tick of its clock.
bool is_settled(const struct stat& facts) {
  constexpr std::int64_t kSeconds = 2;
  timespec now{};
  return clock_gettime(CLOCK_REALTIME, &now) == 0 && facts.st_mtim.tv_sec + kSeconds < now.tv_sec;
}

/// The mark of a file, by which a later run knows it again; nothing if it cannot be one.
std::optional<store::InputMark> mark_of(const std::string& file, const Options& options,
                                        const std::string& rules_hash) {
  struct stat facts {};
  std::error_code error;
  const auto path = std::filesystem::canonical(file, error);
  // Other times or another format make other documents of the same bytes.
  if (error || !options.input_format.empty() || !options.published.empty() ||
      stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode) || !is_settled(facts)) {
    return std::nullopt;
  }
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return store::InputMark{path.string(), facts.st_size,
                          facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec, rules_hash};
}

/// A piece of work: a block of a file, or word that the file is not read.
struct Piece {
  std::size_t number = 0;
  std::size_t file = 0;
  std::optional<ingest::Block> block;
  std::optional<store::InputMark> mark;  // of the file
  std::size_t known = 0;                 // documents of a file that is skipped
  bool skipped = false;
  Diagnostics diagnostics;
};

/// Gives out the blocks of all files, in order, to whoever asks.
class Feed {
 public:
  Feed(const Options& options, std::string rules_hash, store::Store& store,
       Diagnostics& diagnostics)
      : options_(options),
        reading_(reading_options(options)),
        rules_hash_(std::move(rules_hash)),
        store_(store),
        files_(ingest::files_of(options.inputs, diagnostics)) {}

  /// Of all files, as far as that can be told beforehand.
  std::size_t bytes() const {
    std::size_t bytes = 0;
    for (const std::string& file : files_) {
      struct stat facts {};
      bytes += stat(file.c_str(), &facts) == 0 ? static_cast<std::size_t>(facts.st_size) : 0;
    }
    return bytes;
  }

  std::optional<Piece> next() {
    const std::scoped_lock lock(mutex_);
    Piece piece;
    while (file_ < files_.size()) {
      if (!reader_ && !open(piece)) {
        return numbered(std::move(piece));
      }
      piece.block = reader_->next(piece.diagnostics);
      piece.file = file_;
      piece.mark = mark_;
      if (piece.block) {
        return numbered(std::move(piece));
      }
      close();
      if (!piece.diagnostics.empty()) {
        return numbered(std::move(piece));
      }
    }
    return std::nullopt;
  }

 private:
  /// False if the file is known and need not be read.
  bool open(Piece& piece) {
    const std::string& file = files_[file_];
    mark_ = file == "-" ? std::nullopt : mark_of(file, options_, rules_hash_);
    if (mark_) {
      if (const auto known = store_.is_known(*mark_); known && *known) {
        piece.file = file_;
        piece.known = static_cast<std::size_t>(**known);
        piece.skipped = true;
        close();
        return false;
      }
    }
    reader_.emplace(file, reading_);
    return true;
  }

  void close() {
    reader_.reset();
    ++file_;
  }

  std::optional<Piece> numbered(Piece piece) {
    piece.number = number_++;
    return piece;
  }

  const Options& options_;
  ingest::Options reading_;
  std::string rules_hash_;
  store::Store& store_;  // the feed's own reader
  std::vector<std::string> files_;
  std::mutex mutex_;
  std::optional<ingest::BlockReader> reader_;
  std::optional<store::InputMark> mark_;
  std::size_t file_ = 0;
  std::size_t number_ = 0;
};

/// A piece worked out.
struct Finished {
  std::size_t file = 0;
  std::optional<store::InputMark> mark;
  bool skipped = false;
  std::size_t bytes = 0;
  std::size_t unchanged = 0;
  std::vector<store::Arrival> arrivals;
  Diagnostics diagnostics;
};

/// What a worker keeps from document to document.
class Worker {
 public:
  explicit Worker(const Engine& engine) : engine_(engine) {}

  store::Arrival work_out(Document document) {
    store::Arrival arrival;
    arrival.document = std::move(document);
    arrival.received = arrival.document.received;
    pin_story(engine_.rules(), arrival.document);
    tokenize::tokenize(arrival.document, engine_.parts().lexicon, scratch_.tokens);
    extract_facts(engine_.parts(), arrival.document, scratch_.tokens, {}, arrival.facts, nullptr,
                  &scratch_.extraction);
    arrival.sketch = sketches_.write({&arrival.document, &scratch_.tokens});
    arrival.terms = group::search_terms(arrival.sketch, kTerms);
    return arrival;
  }

  Finished work_out(Piece piece, const ingest::Options& reading, const store::Store& known) {
    Finished finished;
    finished.file = piece.file;
    finished.mark = std::move(piece.mark);
    finished.skipped = piece.skipped;
    finished.unchanged = piece.known;
    finished.diagnostics = std::move(piece.diagnostics);
    if (!piece.block) {
      return finished;
    }
    finished.bytes = piece.block->bytes.size();
    std::vector<Document> documents =
        ingest::read_block(std::move(*piece.block), reading, finished.diagnostics);
    const auto receipts = known.probe(documents);  // if that fails, put will tell why
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (receipts && receipts->at(i).outcome == store::Outcome::unchanged) {
        ++finished.unchanged;
      } else {
        finished.arrivals.push_back(work_out(std::move(documents[i])));
      }
    }
    return finished;
  }

 private:
  const Engine& engine_;
  Scratch scratch_;
  group::SketchWriter sketches_;
};

/// Puts what is finished into the store, in large transactions, and keeps count.
class Writer {
 public:
  Writer(store::Store& store, const store::RuleNames& names, Diagnostics& diagnostics)
      : store_(store), names_(names), diagnostics_(diagnostics) {}

  Result<void> take(Finished finished) {
    if (file_ != finished.file) {
      end_file();
      file_ = finished.file;
      mark_ = finished.skipped ? std::nullopt : std::move(finished.mark);
      (finished.skipped ? intake_.known_files : intake_.files) += 1;
    }
    intake_.unchanged += finished.unchanged;
    documents_ += finished.unchanged + finished.arrivals.size();
    bytes_ += finished.bytes;
    complain(std::move(finished.diagnostics));
    for (store::Arrival& arrival : finished.arrivals) {
      batch_bytes_ += arrival.document.text.size() + arrival.sketch.size();
      batch_.push_back(std::move(arrival));
    }
    return batch_.size() >= kBatchDocuments || batch_bytes_ >= kBatchBytes ? flush()
                                                                           : Result<void>();
  }

  /// Puts what is left, remembers the files read to their end and sets it all onto the disk.
  Result<Intake> finish() {
    end_file();
    if (const auto done = flush(); !done) {
      return failure(done.error());
    }
    if (const auto done = store_.settle(); !done) {
      return failure(done.error());
    }
    return intake_;
  }

  std::size_t bytes() const { return bytes_; }

 private:
  void end_file() {
    if (mark_) {
      mark_->documents = static_cast<std::int64_t>(documents_);
      marks_.push_back(std::move(*mark_));
    }
    mark_.reset();
    documents_ = 0;
  }

  void complain(Diagnostics complaints) {
    for (Diagnostic& complaint : complaints) {
      if (complaint.severity == Severity::error) {
        ++intake_.unreadable;
        mark_.reset();  // the next run shall complain of it too
      }
      if (diagnostics_.size() < kMostComplaints) {
        diagnostics_.push_back(std::move(complaint));
      }
    }
  }

  Result<void> flush() {
    if (batch_.empty() && marks_.empty()) {
      return {};
    }
    const auto receipts = store_.put(batch_, names_);
    if (!receipts) {
      return failure(receipts.error());
    }
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      count(receipts->at(i), batch_[i]);
    }
    batch_.clear();
    batch_bytes_ = 0;
    const std::vector<store::InputMark> marks = std::exchange(marks_, {});
    return marks.empty() ? Result<void>() : store_.remember(marks);
  }

  void count(const store::Receipt& receipt, const store::Arrival& arrival) {
    switch (receipt.outcome) {
      case store::Outcome::added:
        ++intake_.added;
        break;
      case store::Outcome::new_version:
        ++intake_.new_versions;
        intake_.stealth += receipt.stealth ? 1 : 0;
        break;
      case store::Outcome::unchanged:
        ++intake_.unchanged;
        return;
    }
    intake_.facts += arrival.facts.size();
  }

  store::Store& store_;
  const store::RuleNames& names_;
  Diagnostics& diagnostics_;
  Intake intake_;
  std::optional<std::size_t> file_;
  std::optional<store::InputMark> mark_;  // of the file that is being taken
  std::size_t documents_ = 0;             // of it
  std::vector<store::InputMark> marks_;   // of files taken whole, not yet remembered
  std::vector<store::Arrival> batch_;
  std::size_t batch_bytes_ = 0;
  std::size_t bytes_ = 0;
};

Result<Intake> ingest_all(const Engine& engine, store::Store& store, const store::RuleNames& names,
                          const Options& options, Diagnostics& diagnostics) {
  const std::size_t workers = workers_for(options.jobs);
  auto stores = readers_of(store, workers + 1);  // the last one for the feed
  if (!stores) {
    return failure(stores.error());
  }
  Feed feed(options, names.hash(), stores->back(), diagnostics);
  const std::size_t bytes = options.progress ? feed.bytes() : 0;
  Writer writer(store, names, diagnostics);
  InOrder<Finished> finished(workers, workers + 2);
  const auto work = [&](const store::Store& known) {
    Worker worker(engine);
    const ingest::Options reading = reading_options(options);
    for (auto piece = feed.next(); piece; piece = feed.next()) {
      const std::size_t number = piece->number;
      if (!finished.put(number, worker.work_out(std::move(*piece), reading, known))) {
        break;
      }
    }
    finished.finish();
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] { work(stores->at(i)); });
  }
  for (auto next = finished.take(); next; next = finished.take()) {
    if (const auto done = writer.take(std::move(*next)); !done) {
      finished.stop();
      return failure(done.error());
    }
    if (options.progress) {
      options.progress("reading megabyte", writer.bytes() / kMegabyte,
                       std::max(writer.bytes(), bytes) / kMegabyte);
    }
  }
  threads.clear();
  stores->clear();  // what they still see need not be kept
  return writer.finish();
}

/// The documents of these rows, with nothing worked out yet.
Result<void> read_rows(const store::Store& store, std::vector<store::Row>& rows,
                       std::vector<Document>& documents) {
  store::Selection selection;
  selection.rows = std::exchange(rows, {});
  selection.every_version = true;
  selection.parts.facts = false;
  return store.for_each_document(selection, [&](store::StoredDocument& stored) {
    rows.push_back(stored.row);
    documents.push_back(std::move(stored.document));
    return true;
  });
}

std::vector<store::Arrival> work_out_all(const Engine& engine, std::vector<Document> documents,
                                         int jobs) {
  constexpr std::size_t kShare = 64;  // documents that one worker takes at a time
  std::vector<store::Arrival> arrivals(documents.size());
  const std::size_t shares = (documents.size() + kShare - 1) / kShare;
  for_each_index(shares, jobs, "extracting", {}, [&](std::size_t share, auto&) {
    Worker worker(engine);
    const std::size_t end = std::min(documents.size(), (share + 1) * kShare);
    for (std::size_t i = share * kShare; i < end; ++i) {
      arrivals[i] = worker.work_out(std::move(documents[i]));
    }
  });
  return arrivals;
}

/// Facts of other rules than the engine's are worked out anew, a batch at a time.
Result<std::size_t> refresh(const Engine& engine, store::Store& store,
                            const store::RuleNames& names, const Options& options) {
  std::size_t refreshed = 0;
  for (store::Row after = 0;;) {
    auto rows = store.outdated(names, after, kBatchDocuments);
    if (!rows) {
      return failure(rows.error());
    }
    if (rows->empty()) {
      return refreshed;
    }
    after = rows->back();
    std::vector<Document> documents;
    if (const auto done = read_rows(store, *rows, documents); !done) {
      return failure(done.error());
    }
    const auto arrivals = work_out_all(engine, std::move(documents), options.jobs);
    if (const auto done = store.replace_facts(*rows, arrivals, names); !done) {
      return failure(done.error());
    }
    refreshed += arrivals.size();
  }
}

}  // namespace

Result<Intake> ingest(const Engine& engine, store::Store& store, const Options& options,
                      Diagnostics& diagnostics) {
  const store::RuleNames names(engine.rules());
  auto intake = ingest_all(engine, store, names, options, diagnostics);
  if (!intake) {
    return intake;
  }
  const auto refreshed = refresh(engine, store, names, options);
  if (!refreshed) {
    return failure(refreshed.error());
  }
  intake->refreshed = *refreshed;
  return intake;
}

}  // namespace concord::pipeline
