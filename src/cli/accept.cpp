// An editor's word that a finding is known.
#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/desk_session.h"

namespace concord::cli {
namespace {

/// True if the newest night tells of the finding.
Result<bool> is_known(const store::Store& store, const std::string& id) {
  const auto nights = store.snapshots();
  if (!nights) {
    return failure(nights.error());
  }
  bool known = false;
  for (auto night = nights->rbegin(); night != nights->rend() && !known; ++night) {
    const auto done = store.for_each_finding(night->row, [&](const store::StoredFinding& finding) {
      known = known || finding.id == id;
      return !known;
    });
    if (!done) {
      return failure(done.error());
    }
  }
  return known;
}

void withdraw(Session& session, store::Store& store, const std::string& id) {
  const auto decisions = store.decisions();
  if (!succeeded(session, decisions)) {
    return;
  }
  std::size_t count = 0;
  for (const store::Decision& decision : *decisions) {
    if (decision.kind == store::DecisionKind::accept && decision.subject == id) {
      if (!succeeded(session, store.withdraw(decision.row, ""))) {
        return;
      }
      ++count;
    }
  }
  if (count == 0) {
    session.refuse(usage_error(fmt::format("`{}` is not accepted", id), ""));
  } else {
    session.write(fmt::format("{} is told again\n", id));
  }
}

}  // namespace

void accept(Session& session) {
  const Arguments& given = session.arguments();
  if (given.inputs.size() != 1 || (given.reason.empty() && !given.withdraw)) {
    session.refuse(usage_error("accept wants a finding and a reason",
                               "concord accept FINDING --reason \"explained in paragraph 4\""));
    return;
  }
  auto store = session.open_store(store::Mode::write);
  if (!store) {
    return;
  }
  const std::string& id = given.inputs.front();
  if (given.withdraw) {
    withdraw(session, *store, id);
    return;
  }
  const auto known = is_known(*store, id);
  if (!succeeded(session, known)) {
    return;
  }
  if (!*known) {
    session.refuse(usage_error(fmt::format("no night of the store tells of a finding `{}`", id),
                               "the ids stand at each finding of the report"));
    return;
  }
  store::Decision decision;
  decision.kind = store::DecisionKind::accept;
  decision.subject = id;
  decision.reason = given.reason;
  decision.made = session.now();
  decision.until = given.until;
  if (succeeded(session, store->decide(decision)) && succeeded(session, store->settle())) {
    session.write(fmt::format("{} is accepted{}\n", id,
                              given.until ? " until " + format_date_time(*given.until) + "Z" : ""));
  }
}

}  // namespace concord::cli
