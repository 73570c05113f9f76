#include "cli/lint_scope.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/read_whole.h"
#include "cli/rule_files.h"

namespace concord::cli {
namespace {

using Path = std::filesystem::path;
using Files = std::vector<LintScope::File>;
using Strings = std::vector<std::string>;

constexpr std::string_view kStories = "tests";

/// The path of `file` below `folder`: "." for the folder itself, empty outside of it.
std::string name_below(const Path& folder, const Path& file) {
  std::error_code error;
  const Path root = std::filesystem::weakly_canonical(folder, error);
  const Path place = std::filesystem::weakly_canonical(file, error);
  std::string name = place.lexically_relative(root).generic_string();
  return name.starts_with("..") ? std::string() : name;
}

bool is_at_or_below(std::string_view name, std::string_view part) {
  return part == "." || name == part ||
         (name.starts_with(part) && name.substr(part.size()).starts_with('/'));
}

void read_folder(const std::string& folder, std::string_view named, LintScope& scope) {
  const auto add = [&](std::vector<rules::RuleText> texts, Files& out) {
    for (rules::RuleText& text : texts) {
      const bool is_named = !named.empty() && is_at_or_below(text.name, named);
      std::string path = folder + "/" + text.name;
      out.push_back({std::move(text), std::move(path), is_named});
    }
  };
  add(rules::texts_in(folder), scope.rules);
  add(rules::story_texts_in(folder), scope.stories);
}

/// The first word of `pack: world/attacks` in a rule file.
std::string pack_in(std::string_view text) {
  constexpr std::string_view kKey = "\npack:";
  const std::size_t at = text.find(kKey);
  if (at == std::string_view::npos) {
    return {};
  }
  std::string_view name = text.substr(at + kKey.size());
  name = name.substr(std::min(name.find_first_not_of(" \"'"), name.size()));
  return std::string(name.substr(0, name.find_first_of(" /@\"'#\r\n")));
}

/// The folder of the file's pack: the nearest above it that is called so; nothing where none is.
Path pack_folder(const Path& file, const std::string& text) {
  const std::string pack = pack_in(text);
  for (Path folder = file.parent_path(); !pack.empty() && folder.has_relative_path();
       folder = folder.parent_path()) {
    if (folder.filename() == pack) {
      return folder;
    }
  }
  return {};
}

/// Puts a file among the others, in the place of one of the same name.
void put(LintScope::File file, Files& files) {
  const auto same = std::ranges::find_if(
      files, [&](const LintScope::File& other) { return other.text.name == file.text.name; });
  if (same == files.end()) {
    files.push_back(std::move(file));
  } else {
    *same = std::move(file);
  }
}

void lay_in(const Path& file, const Path& pack, bool named, LintScope& scope) {
  LintScope::File one{{{}, read_whole(file.string()).value_or("")}, file.string(), named};
  const Path root = pack.empty() ? file.parent_path() : pack.parent_path();
  one.text.name = file.lexically_relative(root).generic_string();
  const bool story = file.parent_path().filename() == kStories;
  put(std::move(one), story ? scope.stories : scope.rules);
}

/// Reads files from outside the folder of rules, and the packs around them, as if they lay in it.
void lay_in(const std::vector<std::string>& paths, LintScope& scope) {
  std::error_code error;
  std::vector<std::pair<Path, Path>> files;  // with the folder of its pack
  std::set<Path> packs;
  for (const std::string& path : paths) {
    const Path file = std::filesystem::absolute(path, error).lexically_normal();
    files.emplace_back(file, pack_folder(file, read_whole(path).value_or("")));
    packs.insert(files.back().second);
  }
  packs.erase(Path());
  for (const Path& pack : packs) {
    for (const std::string& other : rule_files_of(pack.string()).value_or(Strings())) {
      lay_in(other, pack, false, scope);
    }
  }
  for (const auto& [file, pack] : files) {
    lay_in(file, pack, true, scope);
  }
}

bool holds_rule_files(const std::string& folder) {
  std::error_code error;
  return std::ranges::any_of(std::filesystem::directory_iterator(folder, error),
                             [](const auto& entry) { return entry.path().extension() == ".yaml"; });
}

Diagnostic nothing_at(const std::string& path) {
  Diagnostic diagnostic = usage_error(fmt::format("cannot read {}: nothing is there", path),
                                      "name a rule file or a folder of them");
  diagnostic.code = "E100";
  return diagnostic;
}

}  // namespace

bool LintScope::tells(const std::string& name) const {
  const auto is_told = [&](const File& file) { return file.named && file.text.name == name; };
  return std::ranges::any_of(rules, is_told) || std::ranges::any_of(stories, is_told);
}

Result<LintScope> lint_scope(const std::string& path, const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return failure(nothing_at(path));
  }
  LintScope scope;
  const std::string part = folder.empty() ? std::string() : name_below(folder, path);
  if (!part.empty()) {
    read_folder(folder, part, scope);
    return scope;
  }
  if (std::filesystem::is_directory(path, error) && !holds_rule_files(path)) {
    read_folder(path, ".", scope);
    return scope;
  }
  const auto paths = rule_files_of(path);
  if (!paths) {
    return failure(paths.error());
  }
  if (!folder.empty()) {
    read_folder(folder, {}, scope);
  }
  lay_in(*paths, scope);
  return scope;
}

}  // namespace concord::cli
