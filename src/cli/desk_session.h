#pragma once

#include <optional>
#include <string>

#include "cli/session.h"

namespace concord::cli {

// What the commands over stored stories and nights share.

/// The desk's offset from UTC in minutes at a time; complains of an unknown zone (exit code 2).
std::optional<int> desk_offset(Session& session, Timestamp at);

/// What a night is asked: settings, clock, policies.
std::optional<pipeline::NightlyOptions> night_options(Session& session);

/// True of the complaint of a folder, or of a pattern below one, that is there and has nothing in
/// it: what comes in there has not come yet.
bool is_empty_inbox(const Diagnostic& complaint);

/// Until when articles are known to whoever asks for a story: --as-of, else as in a night of now.
Timestamp known_until(const Session& session);

/// Where the night's page and feed will be read, if the desk says where its reports are served.
void add_addresses(const Desk& desk, report::Night& night);

/// The story whose id begins so, or the one that it was merged into; complains when there is none,
/// or several.
std::optional<store::StoredStory> find_story(Session& session, const store::Store& store,
                                             const std::string& id);

/// True if the call succeeded; else tells, with exit code 4.
template <class T>
bool succeeded(Session& session, const Result<T>& result) {
  if (!result) {
    session.fail(result.error());
  }
  return result.has_value();
}

}  // namespace concord::cli
