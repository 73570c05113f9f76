#pragma once

#include <optional>
#include <set>
#include <string>

#include "cli/session.h"

namespace concord::cli {

/// The ids of findings and of slips in our own copy that nights tell of and that begin so; an id
/// that is whole alone.  Reads the newest night first.
Result<std::set<std::string>> told_ids(const store::Store& store, const std::string& beginning);

/// True for what may be an id or its beginning: four to twelve digits of a hash.
bool may_begin_id(std::string_view word);

/// The id that is meant; nothing where there is none, and nothing, with a complaint that lists
/// them, where several begin so.
std::optional<std::string> only_id(Session& session, const std::set<std::string>& ids,
                                   const std::string& beginning);

}  // namespace concord::cli
