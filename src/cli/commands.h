#pragma once

#include <span>
#include <string_view>

#include "cli/arguments.h"
#include "cli/session.h"

namespace concord::cli {

/// One subcommand: what it takes, what --help says, and what it does.
struct Command {
  Takes takes;
  std::string_view usage;
  std::string_view summary;      // one line
  std::string_view description;  // for its own --help: paragraphs and examples
  void (*run)(Session& session);
};

std::span<const Command> commands();

// A file each; the filters share one.
void compare(Session& session);
void check(Session& session);
void extract(Session& session);
void values(Session& session);
void figures(Session& session);
void group(Session& session);
void explain(Session& session);
void ingest(Session& session);
void nightly(Session& session);
void report_again(Session& session);
void diff(Session& session);
void story_list(Session& session);
void story_show(Session& session);
void story_merge(Session& session);
void story_split(Session& session);
void story_pin(Session& session);
void figure(Session& session);
void accept(Session& session);
void db_check(Session& session);
void db_backup(Session& session);
void db_export(Session& session);
void doctor(Session& session);
void language_server(Session& session);
void rules_lint(Session& session);
void rules_test(Session& session);
void rules_coverage(Session& session);
void rules_explain(Session& session);
void rules_sample(Session& session);
void rules_try(Session& session);
void rules_diff(Session& session);
void rules_bench(Session& session);
void rules_tune(Session& session);
void rules_doc(Session& session);
void rules_fmt(Session& session);
void rules_new(Session& session);
void rules_schema(Session& session);

/// Sets "-" as the input of a filter that was given none; refuses when a person would have to type
/// it.
bool take_inputs(Session& session, pipeline::Options& options);

}  // namespace concord::cli
