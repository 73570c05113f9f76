#pragma once

#include <cstddef>
#include <string>

#include "report/json_writer.h"
#include "report/night.h"
#include "report/opened.h"
#include "wording/names.h"

namespace concord::report {

/// How much of a night is written as JSON.
struct Most {
  std::size_t stories = 0;
  std::size_t findings = static_cast<std::size_t>(-1);   // of a story
  std::size_t sentences = static_cast<std::size_t>(-1);  // of a finding, and of a position
};

/// How many sentences of the finding lie beyond that, in the longest of its lists.
std::size_t sentences_beyond(const Finding& finding, std::size_t most);

/// The night as one JSON object (night.schema.json), with its first stories, story by story.  A
/// story says how many findings are left out, and how many sentences of the others, if any are.
void write_night_json(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                      JsonWriter::Layout layout, const Most& most, const Pieces& write);

/// "corrected" -> "CORRECTED", as an editor writes it over a story.
std::string_view name_of(CopyClass outcome);

/// Our own statement of a CopyBehind, told once for every format.
struct OwnLine {
  const Finding* finding = nullptr;
  std::string document;
  std::string title;  // of the article; its id where it has none
  std::uint32_t line = 0;
  std::string words;
  std::string now;  // "137", "130-133"
  std::string age;  // "5 hours"; empty if unknown
};
OwnLine own_line(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                 const CopyBehind& behind);

}  // namespace concord::report
