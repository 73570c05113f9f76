// An editor's word that a finding is known.
#include <algorithm>

#include <fmt/format.h>

#include "base/local_time.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "ingest/ingest.h"

namespace concord::cli {
namespace {

/// True if a night tells of the finding, or of the slip in our own copy.
Result<bool> is_known(const store::Store& store, const std::string& id) {
  const auto nights = store.snapshots();
  if (!nights) {
    return failure(nights.error());
  }
  bool known = false;
  for (auto night = nights->rbegin(); night != nights->rend() && !known; ++night) {
    const auto slips = ingest::read_told_night(night->summary, night->time).slips;
    known = std::ranges::find(slips, id) != slips.end();
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

/// True if a check of the draft tells of the finding; complains of a draft that cannot be read.
Result<bool> is_of_draft(Session& session, const pipeline::Engine& engine,
                         const store::Store& store, const std::string& id) {
  pipeline::Options options = session.options();
  options.drafts = {session.arguments().inputs.back()};
  Diagnostics complaints;
  auto drafts = pipeline::drafts_of(options, complaints);
  session.complain(complaints);
  const store::RuleNames names(engine.rules());
  for (Document& draft : drafts) {
    const auto story = pipeline::find_story(store, names, draft, "auto");
    if (!story) {
      return failure(story.error());
    }
    const auto checked =
        pipeline::check_draft(engine, std::move(draft), *story, options, session.now());
    if (std::ranges::find(checked.diagnostics, id, &Diagnostic::finding) !=
        checked.diagnostics.end()) {
      return true;
    }
  }
  return false;
}

/// True if a night tells of the finding, or the draft that is named with it; else says so.
bool is_told(Session& session, const store::Store& store, const std::string& id) {
  const bool with_draft = session.arguments().inputs.size() == 2;
  auto known = is_known(store, id);
  if (known && !*known && with_draft) {
    const auto engine = session.plain_engine();
    if (!engine) {
      return false;
    }
    known = is_of_draft(session, *engine, store, id);
  }
  if (!known) {
    session.fail(known.error());
    return false;
  }
  if (!*known) {
    session.refuse(usage_error(
        with_draft ? fmt::format("no check of {} tells of a finding `{}`",
                                 session.arguments().inputs.back(), id)
                   : fmt::format("no night of the store tells of a finding `{}`", id),
        with_draft ? "`concord check DRAFT -v` tells the ids"
                   : "the ids stand at each finding of the report; of a draft's finding name the "
                     "draft too"));
  }
  return *known;
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
  if (given.inputs.empty() || given.inputs.size() > 2 ||
      (given.reason.empty() && !given.withdraw)) {
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
  if (!is_told(session, *store, id)) {
    return;
  }
  store::Decision decision;
  decision.kind = store::DecisionKind::accept;
  decision.subject = id;
  decision.reason = given.reason;
  decision.made = session.now();
  decision.until = given.until;
  std::string until;
  if (given.until) {
    const auto offset = desk_offset(session, *given.until);
    if (!offset) {
      return;
    }
    until = " until " + format_local_time(*given.until, *offset);
  }
  if (succeeded(session, store->decide(decision)) && succeeded(session, store->settle())) {
    session.write(fmt::format("{} is accepted{}\n", id, until));
  }
}

}  // namespace concord::cli
