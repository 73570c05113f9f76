#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "group/background.h"
#include "group/group.h"

namespace concord::group {

/// The weight of a day that the head names, however often.
constexpr float kDayWeight = 4.0F;
/// What a name weighs that the head has once; other words reach it where they stand in it often.
constexpr float kHeadNameWeight = 3.386F;

/// A term of one document: a word, a number, a pair of names that follow each other, or a day.
struct Term {
  std::uint64_t hash = 0;
  float weight = 0;  // how much the document speaks of it
  float share = 0;   // of the news outside the collection that has it
};

/// What grouping keeps of one document; it depends on nothing but that document.
struct Sketch {
  std::vector<Term> terms;              // distinct, in order of their first place
  std::vector<std::uint64_t> shingles;  // sampled, sorted, distinct
};

/// Makes sketches, one after the other, without allocation but for the result.
class Sketcher {
 public:
  Sketcher();

  /// Terms: content words, names and pairs of names (which weigh more) and numbers; the headline
  /// and the first sentences weigh more, and the days that they name are terms too; the text beyond
  /// 2000 tokens weighs nothing.  Shingles: of four
  /// words of the running text, captions and headline aside, one in four by its hash.
  Sketch sketch(const Member& member);

 private:
  struct Count {
    std::uint64_t hash = 0;
    float count = 0;
    float kind = 1;
    float share = 0;
  };

  void add_sentence(const Member& member, Range range, Part part);
  void add_term(const Member& member, std::uint32_t token, const FoldedKey& whole, float place,
                bool capital_tells);
  void count_day(std::int64_t day);
  Count& count_of(std::uint64_t hash);
  std::vector<std::uint64_t> take_shingles();

  const Background& background_;
  std::vector<Count> counts_;          // of the current document
  std::vector<std::uint16_t> places_;  // open addressing by hash: 1 + place in counts_
  std::vector<std::uint64_t> words_;   // of its running text
  std::uint64_t name_before_ = 0;      // the token before, where it is a name
};

}  // namespace concord::group
