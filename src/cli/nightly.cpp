// The desk's night: inboxes into the store, stories compared, reports written.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/local_time.h"
#include "cli/commands.h"
#include "cli/desk_session.h"

namespace concord::cli {
namespace {

/// A report of the night: its format and the name of its file.
struct Page {
  report::Format format;
  std::string path;
};

/// One of each format.
std::vector<Page> pages_of(const Desk& desk) {
  std::vector<Page> pages;
  for (const std::string& name : desk.formats) {
    const auto format = report::parse_format(name);
    if (format && std::ranges::find(pages, *format, &Page::format) == pages.end()) {
      const auto path = std::filesystem::path(desk.folder) / ("nightly." + name);
      pages.push_back({*format, path.string()});
    }
  }
  return pages;
}

bool are_there(const std::vector<Page>& pages) {
  return std::ranges::all_of(pages, [](const Page& page) {
    std::error_code ignored;
    return std::filesystem::exists(page.path, ignored);
  });
}

/// An article that waits for its time is named: its date may be a slip.
void tell_waiting(Session& session, const report::Night& night) {
  Diagnostics warnings;
  for (const report::WaitingArticle& one : night.waiting) {
    Diagnostic warning = usage_error(
        fmt::format("{} ({}) is dated {}, ahead of this night: it waits until then", one.document,
                    one.source, format_local_time(one.time, night.offset_minutes)),
        "mend its date if it is wrong");
    warning.severity = Severity::warning;
    warning.code = "D121";
    warning.where.file = one.path;
    warnings.push_back(std::move(warning));
  }
  session.complain(warnings);
}

/// Takes the inboxes into the store; false when the store failed.
bool take_in(Session& session, const pipeline::Engine& engine, store::Store& store,
             pipeline::Options options, Intake& intake, report::Night& night) {
  const Desk& desk = session.desk().desk;
  options.inputs.insert(options.inputs.end(), desk.inboxes.begin(), desk.inboxes.end());
  options.inputs.insert(options.inputs.end(), desk.own_inboxes.begin(), desk.own_inboxes.end());
  if (options.inputs.empty()) {
    return true;
  }
  Diagnostics diagnostics;
  const auto taken = pipeline::ingest(engine, store, options, diagnostics);
  std::erase_if(diagnostics, is_empty_inbox);
  session.complain(diagnostics);
  if (!succeeded(session, taken)) {
    return false;
  }
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) {
      const Location& where = diagnostic.where;
      night.run.unreadable.push_back(
          {where.line > 0 ? fmt::format("{}:{}", where.file, where.line) : where.file,
           diagnostic.message});
    }
  }
  intake = *taken;
  return true;
}

/// A report that is written, but not yet in its place.
struct Written {
  Result<Output> output;
  std::optional<Diagnostic> refused;  // why the report cannot be made
};

Written written(const report::Night& night, const RuleSet& rules, const Page& page,
                const report::Designs& designs) {
  Written one{Output::to_file(page.path), std::nullopt};
  if (one.output) {
    const auto done =
        report::write_night(night, rules, page.format, designs,
                            [&](std::string_view piece) { one.output->write(piece); });
    if (!done) {
      one.refused = done.error();
    }
  }
  return one;
}

bool put_in_place(Session& session, Written& page) {
  if (page.refused) {
    session.refuse(*page.refused);
    return false;
  }
  auto& output = page.output;
  if (!output || !output->finish()) {
    Diagnostic complaint =
        usage_error(output ? output->error() : output.error().message,
                    "name another folder with `outputs: {folder: ...}` in concord.yaml");
    complaint.code = "D120";
    session.complain({complaint});
    return false;
  }
  return true;
}

/// The designs of the HTML page where one is asked for; refuses where there are none.
std::optional<report::Designs> designs_for(Session& session, const std::vector<Page>& pages) {
  const bool html = std::ranges::any_of(
      pages, [](const Page& page) { return page.format == report::Format::html; });
  return html ? session.designs() : report::Designs();
}

/// False when a page could not be written.
bool write_pages(Session& session, report::Night& night, const RuleSet& rules,
                 const std::vector<Page>& pages, const report::Designs& designs, int jobs) {
  const Desk& desk = session.desk().desk;
  std::error_code ignored;
  std::filesystem::create_directories(desk.folder, ignored);
  add_addresses(desk, night);
  for (const Page& page : pages) {
    Output::remove_leftovers(page.path);
  }
  std::vector<std::optional<Written>> all(pages.size());
  pipeline::side_by_side(pages.size(), jobs, [&](std::size_t i) {
    all[i].emplace(written(night, rules, pages[i], designs));
  });
  return std::ranges::all_of(all, [&](auto& page) { return put_in_place(session, *page); });
}

}  // namespace

void nightly(Session& session) {
  const Desk& desk = session.desk().desk;
  if (session.desk().path.empty() && session.arguments().inputs.empty()) {
    session.refuse(usage_error("nightly needs a concord.yaml, or inboxes to read",
                               "write one (see README, \"The report every night\") or name it with "
                               "--config"));
    return;
  }
  auto options = night_options(session);
  const std::vector<Page> pages = pages_of(desk);
  const auto designs = options ? designs_for(session, pages) : std::nullopt;
  const auto engine = designs ? session.plain_engine() : std::nullopt;
  if (!engine) {
    return;
  }
  auto store = session.open_store(store::Mode::create);
  if (!store) {
    return;
  }
  Intake intake;
  report::Night inputs;
  if (!take_in(session, *engine, *store, options->run, intake, inputs)) {
    return;
  }
  options->anew = options->anew || !are_there(pages);
  const auto tell = [&](pipeline::Nightly& told) {
    told.night.run.unreadable = inputs.run.unreadable;
    return write_pages(session, told.night, engine->rules(), pages, *designs, options->run.jobs);
  };
  const auto result = pipeline::nightly(*engine, *store, *options, tell);
  if (!succeeded(session, result) || !succeeded(session, store->settle())) {
    return;
  }
  if (!result->unchanged && !result->remembered) {
    return;
  }
  tell_waiting(session, result->night);
  for (const auto* severities : {&result->fresh, &result->behind}) {
    for (const Severity severity : *severities) {
      session.found(severity);
    }
  }
  session.tell(fmt::format("{} stories compared", result->compared));
  session.write(report::night_line(intake, result->night, result->unchanged, result->fresh.size(),
                                   desk.folder));
}

}  // namespace concord::cli
