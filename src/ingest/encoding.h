#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "ingest/fields.h"

namespace concord::ingest {

/// The charset that HTML declares in its first bytes, lower case; empty when none.
std::string declared_charset(std::string_view html);

/// Brings the bytes of `input` to well-formed UTF-8 without a byte order mark: UTF-16 by its mark,
/// else `charset` when one is given, else UTF-8.  False, with D102 or D108, when that cannot be;
/// D103 when bytes had to be replaced.
bool decode(Input& input, const std::string& charset, Diagnostics& diagnostics);

/// What `bytes` are if they are no text; empty if they may be.
std::string_view binary_kind(std::string_view bytes);

/// True if they begin with the mark of UTF-16.
bool is_utf16(std::string_view bytes);

/// Well-formed UTF-8 of bytes that are meant to be it; D103 when some had to be replaced.
void replace_invalid(Input& input, Diagnostics& diagnostics);

}  // namespace concord::ingest
