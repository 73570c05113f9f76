// What the program finds on this machine.
#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

constexpr std::uintmax_t kLittleRoom = 1'000'000'000;

Symptom sound(std::string what, std::string says) {
  return {std::move(what), true, Severity::note, std::move(says), ""};
}

Symptom trouble(std::string what, Severity severity, std::string says, std::string help) {
  return {std::move(what), false, severity, std::move(says), std::move(help)};
}

Symptom look_at_rules(Session& session) {
  const std::string folder = session.rules_folder();
  if (folder.empty()) {
    return trouble("rules", Severity::error, "none found",
                   "name their folder with --rules or CONCORD_RULES");
  }
  const auto engine = session.plain_engine();
  if (!engine || engine->rules().facts.empty()) {
    return trouble("rules", Severity::error, "no facts can be read from " + folder,
                   "`concord rules lint` tells more");
  }
  return sound("rules", fmt::format("{} facts and {} checks in {}", engine->rules().facts.size(),
                                    engine->rules().checks.size(), folder));
}

Symptom look_at_cache(const Session& session) {
  const std::string folder = session.cache_folder();
  std::error_code error;
  if (!folder.empty()) {
    std::filesystem::create_directories(folder, error);
  }
  if (folder.empty() || error) {
    return trouble("cache", Severity::note, "no folder for it can be written",
                   "every start reads all rules anew; set XDG_CACHE_HOME or HOME");
  }
  return sound("cache", folder);
}

Symptom look_at_store(Session& session, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return trouble("store", Severity::note, "none yet at " + path,
                   "`concord ingest PATH...` makes it");
  }
  store::Access access;
  access.now = session.now();
  const auto store = store::open(path, access);
  if (!store) {
    return trouble("store", Severity::error, store.error().message, store.error().help);
  }
  const auto counts = store->counts();
  if (!counts) {
    return trouble("store", Severity::error, counts.error().message, counts.error().help);
  }
  return sound("store", fmt::format("{}: {} version{} of {} article{}, {:.1f} MB, schema {}; "
                                    "`concord db check` reads it whole",
                                    path, counts->documents, counts->documents == 1 ? "" : "s",
                                    counts->items, counts->items == 1 ? "" : "s",
                                    static_cast<double>(counts->bytes) / 1e6, counts->schema));
}

Symptom look_at_writer(const std::string& path) {
  std::error_code ignored;
  const std::string folder = std::filesystem::absolute(path, ignored).parent_path().string();
  const bool there = std::filesystem::exists(path, ignored);
  if (there && (::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0)) {
    return trouble("writer", Severity::note, "this user may read the store and not write it",
                   "a writer needs to write the file, and others beside it in its folder");
  }
  const auto holder = store::writer_of(path);
  return sound("writer", holder ? "the store is being written by " + *holder
                                : std::string("nobody is writing the store"));
}

/// The nearest folder that is there.
std::filesystem::path folder_of(const std::string& path) {
  std::error_code ignored;
  auto folder = std::filesystem::absolute(path, ignored).parent_path();
  while (!std::filesystem::exists(folder, ignored) && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  return folder;
}

Symptom look_at_room(const std::string& path) {
  std::error_code error;
  const auto folder = folder_of(path);
  const auto room = std::filesystem::space(folder, error);
  if (error) {
    return trouble("disk", Severity::warning, folder.string() + ": " + error.message(), "");
  }
  const std::string says = fmt::format("{:.1f} GB free at {}",
                                       static_cast<double>(room.available) / 1e9, folder.string());
  return room.available < kLittleRoom
             ? trouble("disk", Severity::warning, says,
                       "a store takes about three times the bytes of its articles")
             : sound("disk", says);
}

}  // namespace

void doctor(Session& session) {
  Checkup checkup = {sound("program", "concord " CONCORD_VERSION), look_at_rules(session),
                     look_at_cache(session)};
  const std::string path = session.store_path();
  if (path.empty()) {
    checkup.push_back(trouble("store", Severity::error, "there is no place for it",
                              "name its file with --store or CONCORD_STORE"));
  } else {
    checkup.push_back(look_at_store(session, path));
    checkup.push_back(look_at_writer(path));
    checkup.push_back(look_at_room(path));
  }
  session.write(
      report::checkup_report(checkup, session.format(report::Format::human), session.style()));
  for (const Symptom& symptom : checkup) {
    if (!symptom.sound && symptom.severity == Severity::error) {
      symptom.what == "store" ? session.fail() : session.refuse();
    }
  }
}

}  // namespace concord::cli
