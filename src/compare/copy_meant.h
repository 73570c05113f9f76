#pragma once

#include "compare/copy_text.h"

namespace concord::compare {

/// True for a word that counts people: "women", "passengers", "dead".
bool is_people(std::string_view noun);

/// A number of people or things that is no estimate; nullptr for any other value.
const Quantity* count_of(const CopyText& text, const CopyValue* value);

/// The number that the text gives before token `before` of those whom "the dead" or "the injured"
/// means: the one that all its sentences give; nullptr where they give several or none.
const CopyValue* number_meant(const CopyText& text, std::string_view noun, std::size_t before);

}  // namespace concord::compare
