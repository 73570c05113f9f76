#include "cli/desk_session.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/nearest.h"
#include "ingest/ingest.h"

namespace concord::cli {

std::optional<int> desk_offset(Session& session, Timestamp at) {
  const std::string& zone = session.desk().desk.time_zone;
  const auto offset = ingest::zone_offset(zone, at);
  if (!offset) {
    Diagnostic complaint = usage_error(fmt::format("`time zone` is unknown: `{}`", zone),
                                       "write it as Europe/Oslo, +02:00 or UTC");
    complaint.where.file = session.desk().path;
    session.refuse(complaint);
  }
  return offset;
}

std::optional<pipeline::NightlyOptions> night_options(Session& session) {
  const Timestamp now = session.now();
  const auto offset = desk_offset(session, now);
  if (!offset) {
    return std::nullopt;
  }
  pipeline::NightlyOptions options;
  options.run = session.options();
  options.run.clock = *offset;
  options.desk = session.desk().desk;
  options.now = now;
  options.offset_minutes = *offset;
  options.version = CONCORD_VERSION;
  options.anew = session.arguments().anew;
  return options;
}

namespace {

/// "desk.example.org,2026:feeds" of "https://desk.example.org:8080/feeds/": two desks that share a
/// reader, or a host, keep their findings apart.  RFC 4151 asks for a day on which the name was
/// theirs.
std::string tagging_entity(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  address.remove_prefix(scheme + 3);
  const std::size_t end = std::min(address.find('/'), address.size());
  std::string_view host = address.substr(0, end);
  host.remove_prefix(host.rfind('@') == std::string_view::npos ? 0 : host.rfind('@') + 1);
  host = host.substr(0, host.rfind(':'));
  std::string_view path = address.substr(std::min(end + 1, address.size()));
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  if (host.empty() || host.starts_with('[')) {
    return {};
  }
  return fmt::format("{},2026{}{}", host, path.empty() ? "" : ":", path);
}

}  // namespace

Timestamp known_until(const Session& session) {
  return session.arguments().as_of.value_or(pipeline::horizon_of(session.now()));
}

namespace {

/// Files whose names begin with a dot are nobody's articles.
bool has_files(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_empty_inbox(const Diagnostic& complaint) {
  std::filesystem::path folder = complaint.where.file;
  if (complaint.code == "D105") {
    return !has_files(folder);
  }
  while (folder.string().find_first_of("*?") != std::string::npos) {
    folder = folder.parent_path();
  }
  std::error_code ignored;
  return complaint.code == "D110" &&
         std::filesystem::is_directory(folder.empty() ? "." : folder, ignored);
}

void add_addresses(const Desk& desk, report::Night& night) {
  if (desk.address.empty()) {
    return;
  }
  const std::string folder = desk.address + (desk.address.ends_with('/') ? "" : "/");
  night.page_url = folder + "nightly.html";
  night.feed_url = folder + "nightly.atom";
  night.feed_authority = tagging_entity(desk.address);
}

namespace {

std::optional<store::StoredStory> story_called(Session& session, const store::Store& store,
                                               const std::string& id) {
  const auto near = store.stories_beginning(id, 2);
  if (!succeeded(session, near)) {
    return std::nullopt;
  }
  if (!id.empty() && (near->size() == 1 || (!near->empty() && near->front().id == id))) {
    return near->front();
  }
  const auto stories = store.stories();
  if (!succeeded(session, stories)) {
    return std::nullopt;
  }
  std::vector<const store::StoredStory*> found;
  std::vector<std::string_view> ids;
  for (const store::StoredStory& story : *stories) {
    ids.push_back(story.id);
    if (story.id == id) {
      return story;
    }
    if (story.id.starts_with(id)) {
      found.push_back(&story);
    }
  }
  if (found.size() == 1) {
    return *found.front();
  }
  if (found.empty()) {
    session.refuse(usage_error(fmt::format("no story is called `{}`", id),
                               did_you_mean(id, ids, "see concord story list")));
  } else {
    session.refuse(usage_error(fmt::format("{} stories begin with `{}`", found.size(), id),
                               fmt::format("for example {}", found.front()->id)));
  }
  return std::nullopt;
}

/// What the story has become where an editor merged it into another, and says so.
std::optional<store::StoredStory> merged_story(Session& session, const store::Store& store,
                                               store::StoredStory story) {
  const auto decisions = store.decisions();
  if (!succeeded(session, decisions)) {
    return std::nullopt;
  }
  const std::string into = pipeline::after_merges(*decisions, story.id);
  if (into == story.id) {
    return story;
  }
  Diagnostic note = usage_error(fmt::format("story {} was merged into {}", story.id, into), "");
  note.severity = Severity::note;
  session.remark(note);
  return story_called(session, store, into);
}

}  // namespace

std::optional<store::StoredStory> find_story(Session& session, const store::Store& store,
                                             const std::string& id) {
  auto story = story_called(session, store, id);
  return story && story->documents == 0 ? merged_story(session, store, std::move(*story)) : story;
}

}  // namespace concord::cli
