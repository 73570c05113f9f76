#include "cli/desk_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "cli/arguments.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

constexpr std::uintmax_t kLargest = 1U << 20U;
constexpr std::string_view kPathFlags[] = {"rules", "store", "templates", "baseline", "against"};

/// The value of --config among the words; empty if it is not there.
std::string config_among(const std::vector<std::string>& words) {
  constexpr std::string_view kFlag = "--config";
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == kFlag && i + 1 < words.size()) {
      return words[i + 1];
    }
    if (words[i].starts_with(std::string(kFlag) + "=")) {
      return words[i].substr(kFlag.size() + 1);
    }
  }
  return {};
}

std::string path_of(const std::vector<std::string>& words, const Machine& machine) {
  if (std::string named = config_among(words); !named.empty()) {
    return named;
  }
  const auto variable = machine.environment.find("CONCORD_CONFIG");
  if (variable != machine.environment.end() && !variable->second.empty()) {
    return variable->second;
  }
  std::error_code ignored;
  return std::filesystem::is_regular_file("concord.yaml", ignored) ? "concord.yaml" : "";
}

/// What the command line would say of a flag with these values.
std::optional<Diagnostic> wrong_flag(const std::string& flag,
                                     const std::vector<std::string>& values) {
  const bool of_many = flag == "against" || flag == "published";
  if (values.size() > 1 && !of_many) {
    return usage_error("--" + flag + " takes one value, not " + std::to_string(values.size()),
                       "write the one that is meant");
  }
  constexpr Takes kAny = {"", ~std::uint64_t{0},
                          "human short json jsonl sarif rdjsonl github junit csv md html",
                          std::nullopt};
  const auto read = read_arguments(kAny, {}, {{flag, values}});
  return read ? std::nullopt : std::optional(read.error());
}

void make_relative(const std::filesystem::path& folder, std::string& path) {
  if (!path.empty() && path != "-" && !folder.empty() &&
      std::filesystem::path(path).is_relative()) {
    path = (folder / path).lexically_normal().string();
  }
}

void make_relative(const std::filesystem::path& folder, Desk& desk) {
  for (auto* paths : {&desk.inboxes, &desk.own_inboxes}) {
    for (std::string& path : *paths) {
      make_relative(folder, path);
    }
  }
  make_relative(folder, desk.folder);
  for (const std::string_view flag : kPathFlags) {
    if (const auto found = desk.flags.find(std::string(flag)); found != desk.flags.end()) {
      for (std::string& path : found->second) {
        make_relative(folder, path);
      }
    }
  }
}

}  // namespace

DeskFile find_desk(const std::vector<std::string>& words, const Machine& machine) {
  DeskFile file;
  file.path = path_of(words, machine);
  if (file.path.empty()) {
    return file;
  }
  std::error_code error;
  const auto size = std::filesystem::file_size(file.path, error);
  std::ifstream stream(file.path, std::ios::binary);
  if (error || !stream || size > kLargest) {
    Diagnostic complaint = usage_error("cannot read the settings in " + file.path,
                                       "name a file such as concord.yaml with --config");
    complaint.code = "E100";
    file.complaints.push_back(std::move(complaint));
    return file;
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::vector<std::string_view> flags = flag_names();
  file.desk = rules::read_desk(file.path, text, flags, policy_names(), wrong_flag, file.complaints);
  make_relative(std::filesystem::path(file.path).parent_path(), file.desk);
  return file;
}

}  // namespace concord::cli
