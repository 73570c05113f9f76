#include "report/check_run.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/check_formats.h"

namespace concord::report {
namespace {

struct Writer {
  Format format;
  std::string (*write)(const CheckRun&);
};
constexpr Writer kWriters[] = {
    {Format::sarif, check_sarif}, {Format::rdjsonl, check_rdjsonl}, {Format::github, check_github},
    {Format::junit, check_junit}, {Format::csv, check_csv},         {Format::md, check_markdown},
};

}  // namespace

bool fails(const CheckRun& run, const Diagnostic& diagnostic) {
  return run.fail_on && diagnostic.severity >= *run.fail_on && !diagnostic.suppression &&
         !(run.baseline && run.baseline->contains(diagnostic.finding));
}

std::string check_report(const CheckRun& run, Format format) {
  const auto writer = std::ranges::find(kWriters, format, &Writer::format);
  return writer == std::end(kWriters) ? std::string() : writer->write(run);
}

std::vector<const Diagnostic*> absent_from(const CheckRun& run) {
  std::set<std::string_view> files;
  std::set<std::string_view> found;
  for (const CheckedDraft& draft : run.drafts) {
    files.insert(draft.file);
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      found.insert(diagnostic.finding);
    }
  }
  std::vector<const Diagnostic*> absent;
  if (run.baseline) {
    for (const auto& [id, told] : *run.baseline) {
      if (files.contains(told.where.file) && !found.contains(id)) {
        absent.push_back(&told);
      }
    }
  }
  std::ranges::stable_sort(absent, [](const Diagnostic* one, const Diagnostic* other) {
    return std::tie(one->where.file, one->where.line) <
           std::tie(other->where.file, other->where.line);
  });
  return absent;
}

std::vector<const Diagnostic*> evidence_of(const Diagnostic& diagnostic) {
  std::vector<const Diagnostic*> evidence;
  for (const Diagnostic& note : diagnostic.notes) {
    if (!note.where.file.empty() && note.where != diagnostic.where) {
      evidence.push_back(&note);
    }
  }
  return evidence;
}

std::string full_message(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  for (const Diagnostic& note : diagnostic.notes) {
    if (note.where.file.empty()) {
      text += fmt::format("\n{}{}", note.code.empty() ? "" : note.code + ": ", note.message);
    }
  }
  return diagnostic.help.empty() ? text : text + "\nhelp: " + diagnostic.help;
}

std::string_view marked_words(const Location& where) {
  const std::string_view line = where.excerpt.view();
  return line.substr(std::min<std::size_t>(where.marked.begin, line.size()), where.marked.size());
}

std::uint32_t end_column(const Location& where) {
  return where.column + static_cast<std::uint32_t>(code_points(marked_words(where)));
}

bool is_fix_of_mark(const Diagnostic& diagnostic) {
  return diagnostic.fix && diagnostic.where.line > 0 &&
         diagnostic.fix->span.size() == diagnostic.where.marked.size();
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') ||
                       kPlain.find(letter) != std::string_view::npos;
    uri += plain ? std::string(1, letter) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

}  // namespace concord::report
