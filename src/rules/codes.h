#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostic.h"

namespace concord::rules {

/// Every complaint this folder can make.  The letters and numbers printed are in the table of
/// codes.cpp; they are stable, for people put them into `# quiet:` comments and search for them.
enum class Code : std::uint8_t {
  unreadable,
  not_utf8,
  too_large,
  control_character,
  yaml_syntax,
  tab,
  duplicate_key,
  anchor,
  tag,
  merge_key,
  too_deep,
  several_documents,
  not_a_mapping,
  odd_key,
  no_version,
  wrong_version,
  wrong_pack,
  too_many,
  unknown_key,
  wrong_type,
  missing_key,
  wrong_word,
  wrong_amount,
  second_definition,
  wrong_name,
  wrong_check,
  no_target,
  wrong_set,
  unknown_pack,
  unknown_type,
  wrong_say,
  glued_lines,
  bracket,
  empty_phrase,
  unknown_name,
  cycle,
  expansion,
  wrong_slot,
  wrong_gap,
  open_quote,
  wrong_character,
  phrase_too_deep,
  wrong_inflection,
  slot_in_list,
  nothing_captured,
  broken_name,
  wrong_without,
  slot_twice,
  no_example,
  no_counter_example,
  wrong_example,
  no_anchor,
  common_anchor,
  loose_gap,
  other_word,
  odd_mark,
  cut_text,
  unused,
  passed_change,
  idle_change,
  nearly_group,
  unknown_fact,
  unknown_event,
  unknown_kind,
  never_given,
  unused_quiet,
  wrong_quiet,
};

struct CodeText {
  Code code;
  Severity severity;
  std::string_view letters;  // "E310"
  std::string_view meaning;  // one line, for handbooks
};

const CodeText& text_of(Code code);

/// The code that is written so; nothing (nullptr) when no complaint is.
const CodeText* code_named(std::string_view letters);

}  // namespace concord::rules
