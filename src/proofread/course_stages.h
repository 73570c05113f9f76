#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "proofread/text.h"

namespace concord::proofread {

/// What may befall a person (up to `found`), then a voyage, a building or a law.
enum class Stage : std::uint8_t {
  born,
  schooled,
  married,
  divorced,
  joined,
  promoted,
  left,
  elected,
  in_office,
  hurt,
  died,
  buried,
  arrested,
  charged,
  tried,
  convicted,
  sentenced,
  executed,
  abducted,
  freed,
  missing,
  found,
  departed,
  arrived,
  designed,
  begun,
  completed,
  opened,
  renewed,
  closed,
  razed,
  introduced,
  passed,
  signed_law,
  ordered,
  delivered
};

/// The words by which a stage is told: "taken to hospital"; the second and third may be empty.
struct StageWords {
  std::string_view first;
  std::string_view second;
  std::string_view third;
  Stage stage;
};

/// Two stages that come in this order.  The sure ones hold however they are told; the others only
/// where they are told one after the other ("retired in 2010 and joined the board in 2012").
struct Order {
  Stage earlier;
  Stage later;
  bool sure = false;
};

/// All that are known; no two of the same stages.
std::span<const Order> stage_orders();

/// The longest words of a stage that stand at token `i`; nullptr for any other word.
const StageWords* stage_at(const CopyText& text, std::size_t i);

/// How many words they are.
std::size_t words_in(const StageWords& words);

/// The words with blanks between them: "taken to hospital".
std::string verb_of(const StageWords& words);

}  // namespace concord::proofread
