#pragma once

#include "proofread/text.h"

namespace concord::proofread {

/// True for a word that counts people: "women", "passengers", "dead".
bool is_people(std::string_view noun);

/// The number that the text gives before token `before` of those whom "the dead" or "the injured"
/// means: the one that all its sentences give; nullptr where they give several or none.
const CopyValue* number_meant(const CopyText& text, std::string_view noun, std::size_t before);

}  // namespace concord::proofread
