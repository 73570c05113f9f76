#include "tokenize/edges.h"

namespace concord::tokenize {
namespace {

/// The bits moved so that bit i tells of byte i - count; `before` is the block before.
std::uint64_t behind(std::uint64_t before, std::uint64_t bits, unsigned count) {
  return (bits << count) | (before >> (64 - count));
}

/// The bits moved so that bit i tells of byte i + count; `after` is the block after.
std::uint64_t ahead(std::uint64_t bits, std::uint64_t after, unsigned count) {
  return (bits >> count) | (after << (64 - count));
}

/// Letters that are words alone or follow a digit: candidates of "U.S." and "a.m.".
std::uint64_t single_letters(const Block& before, const Block& block, const Block& after) {
  const std::uint64_t head = block.letter & ~block.inner;
  const std::uint64_t goes_on = ahead(block.letter | block.digit, after.letter | after.digit, 1);
  return head & ~behind(before.letter, block.letter, 1) & ~goes_on;
}

}  // namespace

Edges EdgeFinder::find(const std::vector<Block>& blocks, std::size_t at) {
  const Block& before = blocks[at - 1];
  const Block& block = blocks[at];
  const Block& after = blocks[at + 1];
  const std::uint64_t word = block.letter | block.digit;
  const std::uint64_t word_after = after.letter | after.digit;
  const std::uint64_t letter_behind = behind(before.letter, block.letter, 1);
  const std::uint64_t letter_ahead = ahead(block.letter, after.letter, 1);
  const std::uint64_t no_word_ahead_2 = ~ahead(word, word_after, 2);

  // "1,200" and "4.2": a separator between digits is part of the number.
  const std::uint64_t separators = (block.dot | block.comma) &
                                   behind(before.digit, block.digit, 1) &
                                   ahead(block.digit, after.digit, 1);
  const std::uint64_t digits = block.digit | separators;

  // "'s" stands alone; other apostrophes between letters belong to the word.
  const std::uint64_t possessive = block.apostrophe & ~behind(before.space, block.space, 1) &
                                   ahead(block.letter_s, after.letter_s, 1) & no_word_ahead_2;
  const std::uint64_t inside = block.apostrophe & letter_behind & letter_ahead & ~possessive;

  // "ISIS-K": a hyphen before a single last letter belongs to the word.
  const std::uint64_t tails = block.hyphen & letter_behind & letter_ahead & no_word_ahead_2 &
                              ~ahead(block.hyphen, after.hyphen, 2);

  // "U.S.": dots after single letters, when a single letter follows or one such dot went before.
  // Whether the first byte of the next block is a single letter needs only that block.
  const std::uint64_t singles = single_letters(before, block, after);
  const std::uint64_t first_after =
      after.letter & ~after.inner & ~(word_after >> 1U) & 1U & ~(block.letter >> 63U);
  const std::uint64_t after_single = behind(singles_, singles, 1);
  const std::uint64_t inner_dots = block.dot & after_single & ahead(singles, first_after, 1);
  const std::uint64_t last_dots = block.dot & after_single & ~inner_dots &
                                  behind(inner_dots_, inner_dots, 2) & ~ahead(word, word_after, 1);

  const std::uint64_t letters = block.letter | inside | tails | inner_dots | last_dots;
  const std::uint64_t run = letters | digits;
  const std::uint64_t run_behind = behind(letters_ | digits_, run, 1);

  // A run that begins with a letter is one token ("G7"); one that begins with a digit is cut where
  // digits and letters meet ("4.2bn").  Adding a run's first bit carries through the whole run.
  const std::uint64_t run_starts = run & ~run_behind;
  const std::uint64_t carried = word_run_ ? run & 1U : 0;
  const std::uint64_t word_starts = (run_starts & letters) | carried;
  const std::uint64_t word_runs = run & ~(run + word_starts);
  const std::uint64_t switches =
      run & ~word_runs & run_behind & (letters ^ behind(letters_, letters, 1));

  // "..." and "--" are one mark.
  const std::uint64_t dots = block.dot & ~run;
  const std::uint64_t hyphens = block.hyphen & ~run;
  const std::uint64_t repeats =
      (dots & behind(dots_, dots, 1)) | (hyphens & behind(hyphens_, hyphens, 1));
  const std::uint64_t marks = ~(run | block.space | repeats);
  const std::uint64_t glued = block.inner | behind(alone_, possessive, 1);

  const std::uint64_t space_behind = behind(before.space, block.space, 1);
  Edges edges;
  // What follows white space is a start even where markup tore it from what it is glued to.
  edges.start = ((marks | run_starts | switches) & ~glued) | (~block.space & space_behind);
  edges.end = (edges.start | block.space) & ~space_behind;

  letters_ = letters;
  digits_ = digits;
  singles_ = singles;
  inner_dots_ = inner_dots;
  alone_ = possessive;
  dots_ = dots;
  hyphens_ = hyphens;
  word_run_ = (word_runs >> 63U) != 0;
  return edges;
}

}  // namespace concord::tokenize
