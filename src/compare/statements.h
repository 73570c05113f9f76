#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/claims.h"
#include "compare/measure.h"
#include "model/fact.h"

namespace concord::compare {

/// One sentence's value among those a document states of one measure.
struct Statement {
  FactId id;
  const Fact* fact = nullptr;
  Measure measure;
  std::optional<Quantity> whole;  // the sum of the parts that a sentence lists side by side
  bool has_figure = true;         // "the toll will rise" has none
  bool counts = true;             // by its mode
  bool overtaken =
      false;  // "rose from 93", "earlier said 93": a figure the document itself leaves behind
  bool corrects = false;   // the document says that the earlier figure was wrong
  bool subset = false;     // counts some of them: "two children", "the two", "five others"
  bool apart = false;      // tells of one place or hour: "where 187 died", "nine died at the scene"
  std::string counted;     // the word behind the figure: "officers", "people"
  std::string spot;        // "4:15", "1200": the hour or the block that its sentence names
  bool inclusive = false;  // says what is in it: "three people are dead, including the gunman"
};

/// Reads facts of one document as statements of one measure; looks at the words before each figure
/// for cues that it is an earlier one and, where there are several, for what makes one a part of
/// another (spot, apart, inclusive).
std::vector<Statement> read_statements(const Inputs& inputs, const std::vector<FactId>& ids);

/// Sets aside what counts a part of a larger figure of the same document: three bodies were found,
/// and the two children died of smoke.  They are neither the document's figure nor a contradiction.
void set_parts_aside(std::vector<Statement>& statements);

/// Sets aside figures that follow one another and add up to another figure of the same document:
/// "the two bombs killed 27 ... killing 18 ... where nine cadets died".
void set_summands_aside(std::vector<Statement>& statements);

/// Makes one statement of figures that one phrase lists side by side ("the murder of six monks and
/// two cooks"): it stands for their sum.  The others are set aside.
void sum_listed(const Inputs& inputs, std::vector<Statement>& statements);

/// Makes one statement of two that the text itself adds up: "Nine officers were hurt. Five
/// protesters were also hurt.", "Seven died on the spot. Two died later in hospital."  Not where a
/// larger figure of the document has both in it.
void sum_added(const Inputs& inputs, std::vector<Statement>& statements);

/// Sets aside what an earlier entry of a live page said: "20:45 Six are dead ... 16:40 Four are
/// dead".
void set_earlier_aside(const Inputs& inputs, std::vector<Statement>& statements);

/// What a document stands by.
struct Stand {
  std::size_t best = 0;             // index into the statements
  std::vector<std::size_t> rivals;  // disjoint from it, without a word that says why
  bool corrected = false;
};

/// The figure that `statements` (in text order, at least one) stand by: the last of a correction,
/// the later of a stated sequence, the more precise of those that overlap, else the one stated most
/// often, else the first.
Stand stand_of(const std::vector<Statement>& statements, const CompareRule& rule);

/// True if `a` commits its writer to more than `b`: a narrower interval, a higher floor, an
/// explicit date.
bool is_more_precise(const Measure& a, const Measure& b);

/// The same of claims that have been put into positions: of names, the one that lies in more.
bool is_more_precise(const Claim& a, const Claim& b);

}  // namespace concord::compare
