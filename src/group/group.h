#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact.h"
#include "model/finding.h"
#include "model/search_term.h"
#include "model/tokens.h"

namespace concord::group {

/// One document with what grouping looks at.
struct Member {
  const Document* document = nullptr;
  const TokenizedText* tokens = nullptr;
  std::string_view story;   // id of the story that it was put into before; empty: none
  std::string_view sketch;  // SketchWriter::write of the document: then tokens may be null
};

/// Calls a function with 0, 1, ... count - 1, in any order and at the same time.
using Parallel =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& call)>;

struct Options {
  Parallel parallel;       // empty: one after the other
  bool one_story = false;  // `compare A B`: a handful of files named by hand are one story unless
                           // they plainly are not
};

/// Puts documents into stories (same event, near in time, same places, names and words) and marks
/// copies (near-duplicate text by shingles: one wire is one voice).  A pinned story
/// (Document::story) wins. The result does not depend on document order; story ids are stable (hash
/// of the earliest document's id).
Stories group(std::span<const Member> members, const Options& options);

/// The headline, or the first sentence cut at 80 code points.
std::string title_of(const Document& document, const TokenizedText& tokens);

/// Makes what grouping keeps of a document, for a store: bytes that depend on nothing but that
/// document.  Its memory is used again from one to the next: one for each thread.
class SketchWriter {
 public:
  SketchWriter();
  SketchWriter(SketchWriter&&) noexcept;
  SketchWriter& operator=(SketchWriter&&) noexcept;
  ~SketchWriter();

  std::string write(const Member& member);

 private:
  std::unique_ptr<class Sketcher> sketcher_;
};

/// The terms of a sketch that tell the most, by the news outside any collection: at most `most`,
/// the most telling first.  Empty where the bytes are no sketch.
std::vector<SearchTerm> search_terms(std::string_view sketch, std::size_t most);

/// How much a document is like one story, among others.
struct Likeness {
  std::string story;                   // id; empty: its documents have been put into none
  std::vector<std::uint32_t> members;  // numbers of its documents among those given, ascending
  float likeness = 0;                  // to them, on average, 0 to 1
  float needed = 0;                    // to be of one story, with as many days between
  bool fits = false;                   // group() would put it there if there were no other
};

/// How much the document is like each story of `members`, most alike first.  Members without a
/// story are put together as group() does.
std::vector<Likeness> likenesses(const Member& document, std::span<const Member> members);

}  // namespace concord::group
