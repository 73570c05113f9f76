#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include "extract/program.h"
#include "model/value.h"
#include "model/value_hints.h"

namespace concord::extract {

/// A value mention in tokens: [begin, end) of the document's tokens, core without a leading hedge.
struct Mention {
  std::uint32_t begin = 0;
  std::uint32_t core = 0;
  std::uint32_t end = 0;
  std::uint32_t core_end = 0;
  ValueClasses types = 0;  // two for "20 hours after": time and duration
};

/// What 64 tokens are to a phrase, a bit each.
struct TokenBits {
  std::array<std::uint64_t, 64> words{};  // by word % 64
  std::uint64_t present = 0;              // bit (word % 64) of each token
  std::uint64_t any = 0;
  std::uint64_t capitals = 0;
  std::uint64_t names = 0;  // a name may begin
  std::uint64_t articles = 0;
  std::uint64_t marks = 0;  // looked through
  std::uint64_t hard = 0;   // never looked through
  std::uint64_t possessives = 0;
  std::uint64_t asides = 0;   // "including", "among": may open an aside that is looked through
  std::uint64_t sources = 0;  // somebody without a name: "he", "police", "a spokesman"
};

/// The tokens past all that a split opens, from the tokens where it was reached last.
struct Passage {
  std::uint32_t stamp = 0;  // of the sentence
  std::uint64_t from = 0;
  std::uint64_t to = 0;
};

constexpr std::uint32_t kMostEnds = 6;

/// Where a name or a source that begins at a token can end: the longest first.
struct Ends {
  std::uint32_t count = 0;
  std::uint32_t at[kMostEnds] = {};

  void add(std::uint32_t end) {
    if (count < kMostEnds) {
      at[count++] = end;
    }
  }
};

/// What is known of a way through a phrase from one of its instructions and a token on.
struct Memo {
  std::uint32_t stamp = 0;
  std::int32_t score = 0;
  std::uint32_t choice = 0;
};

/// Memos of one match after another.  Most of a table is never used: its pages come from the system
/// as zeros, and only when they are touched.
class MemoTable {
 public:
  /// Makes room for so many; those are unset if there was less before.
  void fit(std::size_t count) {
    if (count > size_) {
      memos_.reset(static_cast<Memo*>(std::calloc(count, sizeof(Memo))));
      if (memos_ == nullptr) {
        throw std::bad_alloc();
      }
      size_ = count;
    }
  }
  void clear() {
    memos_.reset();
    const std::size_t size = std::exchange(size_, 0);
    fit(size);
  }
  Memo& operator[](std::size_t at) { return memos_.get()[at]; }

 private:
  struct Free {
    void operator()(Memo* memos) const { std::free(memos); }
  };
  std::unique_ptr<Memo, Free> memos_;
  std::size_t size_ = 0;
};

/// Memory of one view, kept from sentence to sentence and from document to document.  Stamps only
/// rise, so that what an earlier sentence left is never taken for the open one's.
struct SentenceMemory {
  static constexpr std::uint32_t kLastStamp = 0xFFFFFFFF;

  struct Cell {
    std::uint32_t mention = kNone;
    std::uint32_t types = 0;
  };
  struct KnownEnds {
    std::uint32_t stamp = 0;  // of the sentence
    Ends ends;
  };

  std::uint32_t stamp = 0;          // of the open sentence
  std::vector<std::uint32_t> met;   // by clause: stamp of the last sentence that held a word of it
  std::uint64_t busy = 0;           // the busy words of the open sentence
  std::vector<std::uint32_t> seen;  // by word: stamp of the last sentence that held it
  std::vector<WordId> words;        // of the open sentence, each once
  std::uint32_t call_stamp = 0;     // of the call on an index's trees
  std::vector<std::uint32_t> called;  // by tree: stamp of the last call that called it up
  std::vector<TokenBits> bits;
  ValueHints hints;
  std::vector<std::uint64_t> reached;  // by instruction of a phrase
  std::vector<std::uint64_t> waiting;  // instructions, a bit each
  std::vector<Passage> passages;       // by shape
  std::vector<ValueMention> values;
  std::vector<Mention> mentions;  // parallel to values
  std::vector<Cell> cells;        // by token of the sentence
  std::vector<std::uint64_t> mention_bits;

  std::vector<KnownEnds> bearers;  // by token of the sentence: of a name that begins there
  std::vector<KnownEnds> sources;  // the same, of a source

  std::uint32_t memo_stamp = 0;  // of the phrase and place being matched
  MemoTable memo;

  /// A new stamp for a sentence.
  void next_sentence() {
    if (stamp == kLastStamp) {
      stamp = 0;
      met.assign(met.size(), 0);
      seen.assign(seen.size(), 0);
      passages.assign(passages.size(), {});
      bearers.clear();
      sources.clear();
    }
    ++stamp;
  }

  /// A new stamp for a call on one of so many trees.
  void next_call(std::size_t trees) {
    if (call_stamp == kLastStamp) {
      call_stamp = 0;
      called.assign(called.size(), 0);
    }
    if (called.size() < trees) {
      called.resize(trees, 0);
    }
    ++call_stamp;
  }

  /// A new stamp for a match.
  void next_match() {
    if (memo_stamp == kLastStamp) {
      memo_stamp = 0;
      memo.clear();
    }
    ++memo_stamp;
  }
};

}  // namespace concord::extract
