// An editor's word that a finding is known.
#include <set>

#include <fmt/format.h>

#include "base/local_time.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "cli/told_ids.h"

namespace concord::cli {
namespace {

/// The ids that begin so among what a check of the draft tells; complains of a draft that cannot be
/// read.
Result<std::set<std::string>> ids_of_draft(Session& session, const pipeline::Engine& engine,
                                           const store::Store& store,
                                           const std::string& beginning) {
  pipeline::Options options = session.options();
  options.drafts = {session.arguments().inputs.back()};
  Diagnostics complaints;
  auto drafts = pipeline::drafts_of(options, complaints);
  session.complain(complaints);
  const store::RuleNames names(engine.rules());
  std::set<std::string> ids;
  for (Document& draft : drafts) {
    const auto story = pipeline::find_story(store, names, draft, "auto");
    if (!story) {
      return failure(story.error());
    }
    const auto checked =
        pipeline::check_draft(engine, std::move(draft), *story, options, session.now());
    for (const Diagnostic& diagnostic : checked.diagnostics) {
      if (may_begin_id(beginning) && diagnostic.finding.starts_with(beginning)) {
        ids.insert(diagnostic.finding);
      }
    }
  }
  return ids;
}

/// The whole id of a finding that a night tells of, or the draft that is named with it; says so
/// where none does, or several are called so.
std::optional<std::string> told_id(Session& session, const store::Store& store,
                                   const std::string& beginning) {
  const bool with_draft = session.arguments().inputs.size() == 2;
  auto ids = told_ids(store, beginning);
  if (ids && !ids->contains(beginning) && with_draft) {
    const auto engine = session.plain_engine();
    if (!engine) {
      return std::nullopt;
    }
    const auto more = ids_of_draft(session, *engine, store, beginning);
    if (more) {
      ids->insert(more->begin(), more->end());
    } else {
      ids = failure(more.error());
    }
  }
  if (!ids) {
    session.fail(ids.error());
    return std::nullopt;
  }
  if (ids->empty()) {
    session.refuse(usage_error(
        with_draft ? fmt::format("no check of {} tells of a finding `{}`",
                                 session.arguments().inputs.back(), beginning)
                   : fmt::format("no night of the store tells of a finding `{}`", beginning),
        with_draft ? "`concord check DRAFT -v` tells the ids"
                   : "the ids stand at each finding of the report; of a draft's finding name the "
                     "draft too"));
    return std::nullopt;
  }
  return only_id(session, *ids, beginning);
}

void withdraw(Session& session, store::Store& store, const std::string& beginning) {
  const auto decisions = store.decisions();
  if (!succeeded(session, decisions)) {
    return;
  }
  std::set<std::string> ids;
  for (const store::Decision& decision : *decisions) {
    const bool whole = decision.subject == beginning;
    if (decision.kind == store::DecisionKind::accept &&
        (whole || (may_begin_id(beginning) && decision.subject.starts_with(beginning)))) {
      ids.insert(decision.subject);
    }
  }
  if (ids.empty()) {
    session.refuse(usage_error(fmt::format("`{}` is not accepted", beginning), ""));
    return;
  }
  const auto id = only_id(session, ids, beginning);
  for (const store::Decision& decision : *decisions) {
    if (id && decision.kind == store::DecisionKind::accept && decision.subject == *id &&
        !succeeded(session, store.withdraw(decision.row, ""))) {
      return;
    }
  }
  session.write(id ? fmt::format("{} is told again\n", *id) : std::string());
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
  if (given.withdraw) {
    withdraw(session, *store, given.inputs.front());
    return;
  }
  const auto id = told_id(session, *store, given.inputs.front());
  if (!id) {
    return;
  }
  store::Decision decision;
  decision.kind = store::DecisionKind::accept;
  decision.subject = *id;
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
    session.write(fmt::format("{} is accepted{}\n", *id, until));
  }
}

}  // namespace concord::cli
