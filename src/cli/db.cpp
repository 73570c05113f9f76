// db check, backup, export: the store as a file.
#include <functional>

#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

std::string described(const store::Counts& counts) {
  const auto of = [](std::int64_t count, std::string_view one) {
    const bool story = one == "story";
    return fmt::format("{} {}{}", count, count != 1 && story ? "stor" : one,
                       count == 1 ? ""
                       : story    ? "ies"
                                  : "s");
  };
  return fmt::format(
      "{} of {} from {} with {}, {}, {}, {}; schema {}, {:.1f} MB", of(counts.documents, "version"),
      of(counts.items, "article"), of(counts.sources, "source"), of(counts.facts, "fact"),
      of(counts.stories, "story"), of(counts.snapshots, "night"), of(counts.decisions, "decision"),
      counts.schema, static_cast<double>(counts.bytes) / 1e6);
}

Checkup checkup_of(const std::string& path, const store::Troubles& troubles,
                   const store::Counts& counts) {
  Checkup checkup;
  for (const std::string& trouble : troubles) {
    checkup.push_back({"store", false, Severity::error, trouble, ""});
  }
  if (troubles.empty()) {
    checkup.push_back({"store", true, Severity::note,
                       fmt::format("{} is sound: {}", path, described(counts)), ""});
  } else {
    checkup.back().help =
        "keep the file; a copy made by `concord db backup` can take its place, and `concord db "
        "export` saves what can still be read";
  }
  return checkup;
}

/// Writes what `lines` makes of each document.
void write_each(Session& session, const store::Store& store, const store::Selection& selection,
                const std::function<std::string(const store::StoredDocument&)>& lines) {
  const auto done = store.for_each_document(selection, [&](store::StoredDocument& stored) {
    session.write(lines(stored));
    return !session.is_output_gone();
  });
  if (!done) {
    session.fail(done.error());
  }
}

void export_documents(Session& session) {
  const auto store = session.open_store(store::Mode::read);
  if (!store) {
    return;
  }
  store::Selection selection;
  selection.every_version = true;
  selection.as_given = true;
  selection.parts.facts = false;
  write_each(session, *store, selection, [](const store::StoredDocument& stored) {
    return report::document_line(stored.document, stored.received);
  });
}

void export_facts(Session& session) {
  const auto engine = session.plain_engine();
  const auto store = engine ? session.open_store(store::Mode::read) : std::nullopt;
  if (!store) {
    return;
  }
  const store::RuleNames names(engine->rules());
  store::Selection selection;
  selection.every_version = true;
  selection.names = &names;
  session.write(report::facts_csv_names());
  write_each(session, *store, selection, [&](const store::StoredDocument& stored) {
    return report::facts_csv_rows(stored.document, stored.facts, engine->rules(), stored.story);
  });
}

}  // namespace

void db_check(Session& session) {
  const auto store = session.open_store(store::Mode::read);
  if (!store) {
    if (session.format(report::Format::human) == report::Format::json) {  // who reads it waits
      session.write(report::checkup_report(
          {{"store", false, Severity::error,
            fmt::format("{} cannot be opened: standard error says why", session.store_path()), ""}},
          report::Format::json, session.style()));
    }
    return;
  }
  const auto troubles = store->check();
  if (!troubles) {
    session.fail(troubles.error());
    return;
  }
  const auto counts = troubles->empty() ? store->counts() : store::Counts{};
  if (!counts) {
    session.fail(counts.error());
    return;
  }
  session.write(report::checkup_report(checkup_of(store->path(), *troubles, *counts),
                                       session.format(report::Format::human), session.style()));
  if (!troubles->empty()) {
    session.fail();
  }
}

void db_backup(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("db backup wants one file to write",
                               "for example concord db backup desk-monday.db"));
    return;
  }
  const auto store = session.open_store(store::Mode::read);
  if (!store) {
    return;
  }
  if (const auto done = store->backup(session.arguments().inputs.front()); !done) {
    session.fail(done.error());
  }
}

void db_export(Session& session) {
  session.format(report::Format::jsonl) == report::Format::csv ? export_facts(session)
                                                               : export_documents(session);
}

}  // namespace concord::cli
