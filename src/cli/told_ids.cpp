#include "cli/told_ids.h"

#include <fmt/format.h>

#include "cli/desk_session.h"
#include "ingest/ingest.h"

namespace concord::cli {
namespace {

constexpr std::size_t kShortest = 4;  // of a beginning; git's
constexpr std::size_t kDigits = 12;   // of an id
constexpr std::size_t kShown = 8;

}  // namespace

bool may_begin_id(std::string_view word) {
  return word.size() >= kShortest && word.size() <= kDigits &&
         word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::set<std::string>> told_ids(const store::Store& store, const std::string& beginning) {
  std::set<std::string> ids;
  const auto nights = store.snapshots();
  if (!nights) {
    return failure(nights.error());
  }
  if (!may_begin_id(beginning)) {
    return ids;
  }
  const auto add = [&](const std::string& id) {
    if (id.starts_with(beginning)) {
      ids.insert(id);
    }
    return !ids.contains(beginning);
  };
  for (auto night = nights->rbegin(); night != nights->rend() && !ids.contains(beginning);
       ++night) {
    for (const std::string& id : ingest::read_told_night(night->summary, night->time).slips) {
      add(id);
    }
    const auto done = store.for_each_finding(
        night->row, [&](const store::StoredFinding& finding) { return add(finding.id); });
    if (!done) {
      return failure(done.error());
    }
  }
  return ids;
}

std::optional<std::string> only_id(Session& session, const std::set<std::string>& ids,
                                   const std::string& beginning) {
  if (ids.contains(beginning)) {
    return beginning;
  }
  if (ids.size() < 2) {
    return ids.empty() ? std::nullopt : std::optional(*ids.begin());
  }
  std::string listed;
  std::size_t shown = 0;
  for (const std::string& id : ids) {
    if (shown++ < kShown) {
      listed += (listed.empty() ? "" : ", ") + id;
    }
  }
  listed += ids.size() > kShown ? fmt::format(" and {} more", ids.size() - kShown) : "";
  session.refuse(usage_error(fmt::format("{} findings begin with `{}`", ids.size(), beginning),
                             "one of " + listed));
  return std::nullopt;
}

}  // namespace concord::cli
