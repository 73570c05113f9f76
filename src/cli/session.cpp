#include "cli/session.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/read_whole.h"

namespace concord::cli {
namespace {

constexpr std::size_t kShownComplaints = 50;
constexpr int kNarrowest = 60;
constexpr int kWidest = 160;
constexpr int kWidth = 100;  // where there is no terminal: files look the same everywhere

const std::string kUsualPolicy = "gtd";

std::string variable(const Machine& machine, const char* name) {
  const auto found = machine.environment.find(name);
  return found == machine.environment.end() ? std::string() : found->second;
}

bool is_colored(const Machine& machine, Color color, int descriptor) {
  if (color != Color::automatic) {
    return color == Color::always;
  }
  return isatty(descriptor) != 0 && variable(machine, "NO_COLOR").empty() &&
         variable(machine, "TERM") != "dumb";
}

int terminal_width(const Machine& machine, int descriptor) {
  if (isatty(descriptor) == 0) {
    return kWidth;
  }
  int width = 0;
  const std::string columns = variable(machine, "COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    width = size.ws_col;
  }
  return width == 0 ? kWidth : std::clamp(width, kNarrowest, kWidest);
}

/// A folder of the XDG Base Directory Specification (0.8), by which one that is not absolute counts
/// as none.
std::string base_directory(const Machine& machine, const char* name) {
  std::string folder = variable(machine, name);
  return folder.starts_with('/') ? folder : std::string();
}

std::string data_directory(const Machine& machine) {
  if (const std::string data = base_directory(machine, "XDG_DATA_HOME"); !data.empty()) {
    return data + "/concord";
  }
  const std::string home = variable(machine, "HOME");
  return home.empty() ? std::string() : home + "/.local/share/concord";
}

}  // namespace

void print(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written <= 0) {
      return;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

Session::Session(std::string_view command, const Arguments& given, const DeskFile& desk,
                 const Machine& machine, Output& output)
    : command_(command),
      arguments_(given),
      desk_(desk),
      machine_(machine),
      output_(output),
      start_(std::chrono::steady_clock::now()) {}

pipeline::Options Session::options() {
  pipeline::Options options;
  options.inputs = arguments_.inputs;
  options.input_format = arguments_.input_format;
  options.standard_input_name = arguments_.stdin_filename;
  options.published = arguments_.published;
  options.now = arguments_.now;
  options.jobs = arguments_.jobs;
  const std::string& usual = desk_.desk.policy.empty() ? kUsualPolicy : desk_.desk.policy;
  options.policy = arguments_.policy.empty() ? usual : arguments_.policy;
  options.fact_policy = desk_.desk.fact_policy;
  options.severity = desk_.desk.severity;
  options.time_zone = desk_.desk.time_zone;
  options.sources = desk_.desk.sources;
  if (isatty(machine_.errors) != 0 && !arguments_.quiet) {
    options.progress = [this](std::string_view stage, std::size_t done, std::size_t total) {
      show_progress(stage, done, total);
    };
  }
  return options;
}

std::string Session::rules_folder() const {
  if (!arguments_.rules.empty()) {
    return arguments_.rules;
  }
  if (std::string folder = variable(machine_, "CONCORD_RULES"); !folder.empty()) {
    return folder;
  }
  return own_folder("rules", "rules");
}

std::string Session::own_folder(const char* installed, const char* in_source) const {
  const auto here = std::filesystem::path(machine_.program).parent_path();
  for (const auto& folder : {here / CONCORD_SHARE_FROM_PROGRAM / installed,
                             here / CONCORD_SOURCE_FROM_PROGRAM / in_source}) {
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) {
      return folder.lexically_normal().string();
    }
  }
  return {};
}

std::optional<report::Designs> Session::designs() {
  const std::string folder = arguments_.templates.empty()
                                 ? own_folder("templates", "reports/templates")
                                 : arguments_.templates;
  report::Designs designs;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".mustache") {
      if (auto design = read_whole(entry.path().string())) {
        designs[entry.path().stem().string()] = *std::move(design);
      }
    }
  }
  if (designs.empty()) {
    refuse(usage_error(folder.empty() ? std::string("no designs of the report found")
                                      : fmt::format("no *.mustache files in {}", folder),
                       "name their folder with --templates"));
    return std::nullopt;
  }
  return designs;
}

std::optional<pipeline::Engine> Session::engine(bool with_examples) {
  pipeline::Options options;
  options.with_examples = with_examples;
  return engine(options);
}

std::optional<pipeline::Engine> Session::plain_engine() {
  pipeline::Options options;
  options.with_phrases = false;
  return engine(options);
}

std::optional<pipeline::Engine> Session::engine(pipeline::Options& options) {
  options.rules_folder = rules_folder();
  options.cache_directory = cache_folder();
  options.sources = desk_.desk.sources;
  options.packs = desk_.desk.packs;
  if (options.rules_folder.empty()) {
    refuse(usage_error("no rules found", "name their folder with --rules or CONCORD_RULES"));
    return std::nullopt;
  }
  Diagnostics diagnostics;
  std::optional<pipeline::Engine> engine(std::in_place, options, diagnostics);
  warn_about_rules(diagnostics);
  const bool unreadable = std::ranges::any_of(
      diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.code == "E100"; });
  if (unreadable) {
    return std::nullopt;
  }
  print_errors(pipeline::unknown_names(engine->rules(), desk_.desk));
  tell(fmt::format("{} facts and {} checks from {}", engine->rules().facts.size(),
                   engine->rules().checks.size(), options.rules_folder));
  return engine;
}

std::string Session::cache_folder() const {
  if (const std::string cache = base_directory(machine_, "XDG_CACHE_HOME"); !cache.empty()) {
    return cache + "/concord";
  }
  const std::string home = variable(machine_, "HOME");
  return home.empty() ? std::string() : home + "/.cache/concord";
}

std::string Session::store_path() const {
  if (!arguments_.store.empty()) {
    return arguments_.store;
  }
  if (std::string path = variable(machine_, "CONCORD_STORE"); !path.empty()) {
    return path;
  }
  if (!desk_.path.empty()) {
    return (std::filesystem::path(desk_.path).parent_path() / "concord.db").string();
  }
  const std::string folder = data_directory(machine_);
  return folder.empty() ? std::string() : folder + "/concord.db";
}

std::optional<store::Store> Session::find_store() {
  const std::string path = store_path();
  const bool named = !arguments_.store.empty() || !variable(machine_, "CONCORD_STORE").empty();
  std::error_code error;
  if (named || (!path.empty() && std::filesystem::exists(path, error))) {
    return open_store(store::Mode::read);
  }
  return std::nullopt;
}

std::optional<store::Store> Session::open_store(store::Mode mode) {
  const std::string path = store_path();
  if (path.empty()) {
    refuse(usage_error("no place for a store", "name its file with --store or CONCORD_STORE"));
    return std::nullopt;
  }
  store::Access access;
  access.mode = mode;
  access.now = now();
  access.command = "concord " + std::string(command_);
  access.wait = std::chrono::milliseconds(static_cast<std::int64_t>(arguments_.wait * 1000));
  auto store = store::open(path, access);
  if (!store) {
    fail(store.error());
    return std::nullopt;
  }
  return std::move(*store);
}

Timestamp Session::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return arguments_.now.value_or(
      Timestamp{std::chrono::duration_cast<std::chrono::seconds>(since).count()});
}

report::Format Session::format(report::Format otherwise) const {
  return arguments_.format.value_or(otherwise);
}

report::Style Session::style() const {
  const bool file = !arguments_.output.empty() && arguments_.output != "-";
  report::Style style;
  style.color = file ? arguments_.color == Color::always
                     : is_colored(machine_, arguments_.color, machine_.output);
  style.width = file ? kWidth : terminal_width(machine_, machine_.output);
  style.quiet = arguments_.quiet;
  return style;
}

report::Style Session::error_style() const {
  report::Style style;
  style.color = is_colored(machine_, arguments_.color, machine_.errors);
  style.width = terminal_width(machine_, machine_.errors);
  return style;
}

void Session::print_errors(const Diagnostics& diagnostics) {
  clear_progress();
  Diagnostics shown;
  std::size_t hidden = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (arguments_.quiet && diagnostic.severity != Severity::error) {
      continue;
    }
    if (shown.size() < kShownComplaints) {
      shown.push_back(diagnostic);
    } else {
      ++hidden;
    }
  }
  print(machine_.errors, report::diagnostics_report(shown, report::Format::human, error_style()));
  if (hidden > 0) {
    print(machine_.errors, fmt::format("and {} more complaints\n", hidden));
  }
}

void Session::refuse(const Diagnostic& diagnostic) {
  refused_ = true;
  print_errors({diagnostic});
}

void Session::fail(const Diagnostic& diagnostic) {
  store_failed_ = true;
  print_errors({diagnostic});
}

void Session::warn_about_rules(const Diagnostics& diagnostics) {
  refused_ = refused_ || std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
               return diagnostic.severity == Severity::error;
             });
  print_errors(diagnostics);
}

void Session::complain(const Diagnostics& diagnostics) {
  unreadable_ = unreadable_ || std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
                  return diagnostic.severity == Severity::error;
                });
  print_errors(diagnostics);
}

void Session::found(Severity severity) {
  failing_ = failing_ || (arguments_.fail_on && severity >= *arguments_.fail_on);
}

void Session::remark(const Diagnostic& note) {
  print_errors({note});
}

void Session::aside(std::string_view text) {
  if (!arguments_.quiet) {
    print(machine_.errors, text);
  }
}

void Session::tell(const std::string& text) {
  if (arguments_.verbose) {
    const std::chrono::duration<double, std::milli> passed =
        std::chrono::steady_clock::now() - start_;
    print(machine_.errors, fmt::format("{} ({:.1f} ms)\n", text, passed.count()));
  }
}

void Session::show_progress(std::string_view stage, std::size_t done, std::size_t total) {
  if (done > 0) {
    progress_shown_ = true;
    print(machine_.errors, fmt::format("\r\x1b[K{} {} of {}", stage, done, total));
  }
}

void Session::clear_progress() {
  if (progress_shown_) {
    print(machine_.errors, "\r\x1b[K");
    progress_shown_ = false;
  }
}

int Session::exit_code() const {
  if (store_failed_) {
    return 4;
  }
  if (refused_) {
    return 2;
  }
  if (unreadable_) {
    return 3;
  }
  return failing_ ? 1 : 0;
}

}  // namespace concord::cli
