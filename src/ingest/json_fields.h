#pragma once

#include <simdjson.h>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord::ingest {

/// The string of that name; empty when there is none or it is null.
std::string_view string_field(const simdjson::dom::object& object, std::string_view name);

/// The object on a line of JSON Lines; D106 when there is none.  `parser` owns what it points to.
Result<simdjson::dom::object> read_object(simdjson::dom::parser& parser, std::string_view line,
                                          std::string_view help);

/// A complaint about a line, without a place: the caller knows file and line.
tl::unexpected<Diagnostic> line_refused(std::string code, std::string message, std::string help);

}  // namespace concord::ingest
