#pragma once

#include <cstddef>
#include <string>

#include "report/json_writer.h"
#include "report/night.h"
#include "report/opened.h"
#include "wording/names.h"

namespace concord::report {

/// The night as one JSON object (night.schema.json), with its first `most` stories, story by story.
void write_night_json(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                      JsonWriter::Layout layout, std::size_t most, const Pieces& write);

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
