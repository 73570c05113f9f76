// Changes of drafts: shown, or made.
#include "cli/draft_edits.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "advise/advise.h"
#include "cli/output.h"
#include "cli/read_whole.h"

namespace concord::cli {
namespace {

std::optional<std::string> bytes_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return std::nullopt;
  }
  return read_whole(path);
}

std::optional<std::string> bytes_of(const std::string& path, const StandardInput& standard) {
  return !standard.bytes.empty() && path == standard.name ? standard.bytes : bytes_of(path);
}

std::string line_of(std::string_view what, const advise::EditNote& note) {
  const Diagnostic& diagnostic = *note.diagnostic;
  return fmt::format("{} {}:{}:{} {}: {}\n", what, diagnostic.where.file, diagnostic.where.line,
                     diagnostic.where.column, diagnostic.code, note.text);
}

std::string lines_of(const advise::EditedDraft& edited) {
  std::string text;
  for (const advise::EditNote& note : edited.made) {
    text += line_of("fixed", note);
  }
  for (const advise::EditNote& note : edited.left) {
    text += line_of("left ", note);
  }
  return text;
}

/// The file under its real name, as it will be; its permissions stay.
bool replace(Session& session, const std::string& path, const std::string& bytes) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  const auto permissions = std::filesystem::status(real, error).permissions();
  auto output = Output::to_file(error ? path : real.string());
  if (output) {
    output->write(bytes);
    if (output->finish()) {
      std::filesystem::permissions(real, permissions, error);
      return true;
    }
  }
  Diagnostic complaint;
  complaint.message = output ? output->error() : output.error().message;
  session.complain({complaint});
  return false;
}

void remove_mended(const advise::EditedDraft& edited, Diagnostics& diagnostics) {
  std::set<const Diagnostic*> mended;
  for (const advise::EditNote& note : edited.made) {
    mended.insert(note.diagnostic);
  }
  Diagnostics rest;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!mended.contains(&diagnostic)) {
      rest.push_back(diagnostic);
    }
  }
  diagnostics = std::move(rest);
}

Diagnostic no_file(const std::string& name) {
  Diagnostic note;
  note.severity = Severity::note;
  note.message = fmt::format("{} is no file that could be changed", name);
  return note;
}

}  // namespace

void write_diff(Session& session, const report::CheckRun& run, const StandardInput& standard) {
  std::string left;
  for (const report::CheckedDraft& draft : run.drafts) {
    const auto bytes = bytes_of(draft.file, standard);
    if (!bytes) {
      session.remark(no_file(draft.file));
      continue;
    }
    advise::EditedDraft edited = advise::edit_draft(*bytes, draft.diagnostics);
    session.write(advise::unified_diff(draft.file, *bytes, edited.bytes));
    edited.made.clear();
    left += lines_of(edited);
  }
  session.aside(left);
}

std::string make_fixes(Session& session, report::CheckRun& run) {
  std::string told;
  for (report::CheckedDraft& draft : run.drafts) {
    const auto bytes = bytes_of(draft.file);
    if (!bytes) {
      session.remark(no_file(draft.file));
      continue;
    }
    const advise::EditedDraft edited = advise::edit_draft(*bytes, draft.diagnostics);
    if (edited.made.empty() || replace(session, draft.file, edited.bytes)) {
      told += lines_of(edited);
      remove_mended(edited, draft.diagnostics);
    }
  }
  if (session.format(report::Format::human) == report::Format::human) {
    return told;
  }
  session.aside(told);
  return {};
}

}  // namespace concord::cli
