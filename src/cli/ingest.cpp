#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/desk_session.h"

namespace concord::cli {

void ingest(Session& session) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  const auto engine = session.plain_engine();
  if (!engine) {
    return;
  }
  auto store = session.open_store(store::Mode::create);
  if (!store) {
    return;
  }
  Diagnostics diagnostics;
  const auto intake = pipeline::ingest(*engine, *store, options, diagnostics);
  for (Diagnostic& diagnostic : diagnostics) {
    if (is_empty_inbox(diagnostic)) {
      diagnostic.severity = Severity::note;
    }
  }
  session.complain(diagnostics);
  if (!intake) {
    session.fail(intake.error());
    return;
  }
  if (intake->unreadable > diagnostics.size()) {
    session.tell(fmt::format("{} complaints in all", intake->unreadable));
  }
  session.write(report::intake_report(*intake, store->path(), session.format(report::Format::human),
                                      session.style()));
}

}  // namespace concord::cli
