#include "ingest/paths.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "ingest/complaint.h"

namespace concord::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtensions[] = {".htm",      ".html", ".json",   ".jsonl",
                                            ".markdown", ".md",   ".ndjson", ".txt"};

bool is_document(const fs::path& path) {
  const std::string extension = path.extension().string();
  return std::find(std::begin(kExtensions), std::end(kExtensions), extension) !=
         std::end(kExtensions);
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

std::vector<std::string> documents_below(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::none, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (is_document(entry->path()) && entry->is_regular_file(ignored)) {
      found.push_back(entry->path().string());
    }
  }
  if (error) {
    complain(diagnostics, "D100", "cannot read the folder " + folder + ": " + error.message(),
             whole_file(folder));
  } else if (found.empty()) {
    complain(diagnostics, "D105", "no documents in the folder " + folder, whole_file(folder),
             "documents end in .txt .md .markdown .json .jsonl .ndjson .html .htm");
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The entries of `folder` whose names match; names only, hidden ones only when asked for.
std::vector<std::string> matching_names(const fs::path& folder, const std::string& pattern) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (matches_glob(pattern, name) && (pattern.starts_with('.') || !name.starts_with('.'))) {
      names.push_back(name);
    }
  }
  return names;
}

/// A pipe or a device that a pattern happens to match would keep its reader waiting.
bool is_file_or_folder(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::is_regular_file(status) || fs::is_directory(status);
}

std::vector<std::string> glob(const std::string& pattern) {
  std::vector<fs::path> paths = {fs::path(pattern).root_path()};
  for (const fs::path& part : fs::path(pattern).relative_path()) {
    const std::string name = part.string();
    std::vector<fs::path> next;
    for (const fs::path& path : paths) {
      if (name.find_first_of("*?") == std::string::npos) {
        next.push_back(path / part);
        continue;
      }
      for (const std::string& match : matching_names(path, name)) {
        next.push_back(path / match);
      }
    }
    paths = std::move(next);
  }
  std::vector<std::string> found;
  for (const fs::path& path : paths) {
    if (is_file_or_folder(path)) {
      found.push_back(path.string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view name) {
  // Greedy with one point of return: the last star.
  std::size_t at = 0;
  std::size_t in_name = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (in_name < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      retry = in_name;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[in_name])) {
      ++at;
      ++in_name;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in_name = ++retry;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

std::vector<std::string> expand(const std::string& input, Diagnostics& diagnostics) {
  std::error_code error;
  if (fs::is_directory(input, error)) {
    return documents_below(input, diagnostics);
  }
  if (fs::exists(input, error) || input.find_first_of("*?") == std::string::npos) {
    return {input};
  }
  std::vector<std::string> files;
  for (const std::string& path : glob(input)) {
    if (fs::is_directory(path, error)) {
      append(files, documents_below(path, diagnostics));
    } else {
      files.push_back(path);
    }
  }
  if (files.empty()) {
    complain(diagnostics, "D110", "no file matches " + input, whole_file(input));
  }
  return files;
}

}  // namespace concord::ingest
