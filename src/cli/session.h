#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/desk_file.h"
#include "cli/output.h"
#include "pipeline/pipeline.h"
#include "report/report.h"
#include "store/store.h"

namespace concord::cli {

/// What one run of a command shares: its arguments, its output, its complaints and what they make
/// of the exit code.
class Session {
 public:
  Session(std::string_view command, const Arguments& given, const DeskFile& desk,
          const Machine& machine, Output& output);

  const Arguments& arguments() const { return arguments_; }
  const Machine& machine() const { return machine_; }
  const DeskFile& desk() const { return desk_; }

  /// The options every stage reads; inputs are the command's, or "-" where there are none.
  pipeline::Options options();

  /// The rules made ready; complains about them.  Nothing when there is no folder of rules to read.
  std::optional<pipeline::Engine> engine(bool with_examples = false);
  /// The same, sooner, for commands that tell of results and not of phrases.
  std::optional<pipeline::Engine> plain_engine();

  /// --rules, CONCORD_RULES, or where the program's own rules lie; empty if nowhere.
  std::string rules_folder() const;

  /// The designs of the HTML report: --templates, or the program's own; refuses where there are
  /// none.
  std::optional<report::Designs> designs();

  /// Where what earlier runs worked out is kept; empty if nowhere.
  std::string cache_folder() const;

  /// --store, CONCORD_STORE, concord.db beside a concord.yaml in the current folder, or the user's
  /// own in the folder for data; empty if nowhere.
  std::string store_path() const;

  /// The store, opened; says why not, with exit code 4.
  std::optional<store::Store> open_store(store::Mode mode);

  /// The store, opened to read, if there is one; nothing, without a complaint, where none was named
  /// and there is none.
  std::optional<store::Store> find_store();
  bool failed() const { return store_failed_ || refused_; }

  /// --now, else the clock of the machine.
  Timestamp now() const;

  report::Format format(report::Format otherwise) const;
  report::Style style() const;        // of the output
  report::Style error_style() const;  // of complaints

  void write(std::string_view text) { output_.write(text); }
  /// True when nobody reads on, or nothing can be written: a stream of results should end.
  bool is_output_gone() const { return output_.failed(); }

  /// A usage or configuration error: exit code 2.
  void refuse(const Diagnostic& diagnostic);
  void refuse() { refused_ = true; }  // where the output has said it
  /// What went wrong with the store: exit code 4.
  void fail(const Diagnostic& diagnostic);
  void fail() { store_failed_ = true; }  // where the output has said it
  /// Prints complaints about inputs; an error among them makes the exit code 3.
  void complain(const Diagnostics& diagnostics);
  /// Says something to whoever runs it, on the side; nothing with --quiet.
  void remark(const Diagnostic& note);
  void aside(std::string_view text);
  /// Counts a finding against --fail-on.
  void found(Severity severity);
  /// A line for --verbose, with the time since the start.
  void tell(const std::string& text);

  int exit_code() const;

 private:
  /// A folder that came with the program, installed or in its source; empty if nowhere.
  std::string own_folder(const char* installed, const char* in_source) const;
  void print_errors(const Diagnostics& diagnostics);
  std::optional<pipeline::Engine> engine(pipeline::Options& options);
  void warn_about_rules(const Diagnostics& diagnostics);
  void show_progress(std::string_view stage, std::size_t done, std::size_t total);
  void clear_progress();

  std::string_view command_;  // "ingest"
  const Arguments& arguments_;
  const DeskFile& desk_;
  const Machine& machine_;
  Output& output_;
  std::chrono::steady_clock::time_point start_;
  bool progress_shown_ = false;
  bool refused_ = false;
  bool store_failed_ = false;
  bool unreadable_ = false;
  bool failing_ = false;
};

/// Prints to a file descriptor without complaint if that fails; for messages.
void print(int descriptor, std::string_view text);

}  // namespace concord::cli
