#pragma once

#include <span>
#include <string_view>

// The store's tables; the statements that make them are in schema.cpp.
//
//   source ──< item ──< document ── content   its text and facts
//                │          │  │├── sketch    what grouping keeps of it
//             identity      │  └──< fact      which facts it states, and their figures
//                           └─────> story     where grouping put it
//
//   term         the words by which the articles of a story find each other
//   decision     what editors decided; rows are only added, or marked withdrawn
//   snapshot     one night
//   finding      a finding in one form, with the nights it stood: [first, last] of snapshot
//   input        files read to their end
//   name         words that many rows share: rules, kinds, keys, hashes of rules
//
// Times are seconds since 1970, UTC; texts UTF-8.  `content.facts` holds facts whole, in the form
// of fact_bytes.h; the rows of `fact` are its index: numbers in the unit written, times in seconds.
// Rows of `term` are in segments by the number of the article, so that what comes in together lies
// together.
namespace concord::store {

/// "Conc": tells our files from other SQLite databases.
constexpr int kApplicationId = 0x436f6e63;

/// One step from schema n - 1 to n, n from 1 on.
struct Migration {
  std::string_view statements;
};

/// All steps, oldest first.  A step is never changed once a release has it: add one.
std::span<const Migration> migrations();

/// The schema this program writes: the number of steps.
int schema_version();

}  // namespace concord::store
