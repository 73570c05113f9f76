// `concord rules fmt`, `new` and `schema`: rule files as files.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/read_whole.h"
#include "cli/rule_files.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

constexpr const char* kSchemaFile = "rules.schema.json";

Diagnostic cannot_write(const std::string& path) {
  return usage_error(fmt::format("cannot write {}", path), "check that the folder is yours");
}

void format_file(Session& session, const std::string& path, std::size_t& changed) {
  const std::optional<std::string> text = read_whole(path);
  if (!text) {
    session.refuse(usage_error(fmt::format("cannot read {}", path)));
    return;
  }
  const std::string formatted = rules::formatted(*text);
  if (formatted == *text) {
    return;
  }
  ++changed;
  session.found(session.arguments().check ? Severity::error : Severity::note);
  if (!session.arguments().quiet) {
    session.write(
        fmt::format("{} {}\n", session.arguments().check ? "would change" : "changed", path));
  }
  if (!session.arguments().check && !replace_file(path, formatted)) {
    session.refuse(cannot_write(path));
  }
}

bool is_name(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

/// "disasters/schools_closed": at least one folder, and each part a name.
bool names_a_fact(std::string_view asked) {
  if (asked.find('/') == std::string_view::npos) {
    return false;
  }
  while (!asked.empty()) {
    const std::size_t end = std::min(asked.find('/'), asked.size());
    if (!is_name(asked.substr(0, end)) || end + 1 == asked.size()) {
      return false;
    }
    asked.remove_prefix(std::min(end + 1, asked.size()));
  }
  return true;
}

}  // namespace

void rules_fmt(Session& session) {
  std::vector<std::string> paths = session.arguments().inputs;
  if (paths.empty()) {
    paths.push_back(session.rules_folder());
  }
  std::size_t files = 0;
  std::size_t changed = 0;
  for (const std::string& path : paths) {
    const auto found = rule_files_of(path);
    if (!found) {
      session.refuse(found.error());
      continue;
    }
    files += found->size();
    for (const std::string& file : *found) {
      format_file(session, file, changed);
    }
  }
  session.write(fmt::format("{} of {} files {}\n", changed, files,
                            session.arguments().check ? "would change" : "changed"));
}

void rules_new(Session& session) {
  const std::vector<std::string>& inputs = session.arguments().inputs;
  if (inputs.size() != 1 || !names_a_fact(inputs.front())) {
    session.refuse(
        usage_error("rules new takes PACK/FACT",
                    "letters, digits and _: concord rules new disasters/schools_closed"));
    return;
  }
  const std::string& asked = inputs.front();
  const std::string folder = session.rules_folder();
  const std::size_t slash = asked.rfind('/');
  const std::string pack = asked.substr(0, slash);
  const std::string fact = asked.substr(slash + 1);
  const auto engine = session.plain_engine();
  if (!engine) {
    return;
  }
  const auto& facts = engine->rules().facts;
  if (const auto other = std::ranges::find(facts, fact, &FactRule::name); other != facts.end()) {
    session.refuse(usage_error(fmt::format("there is a fact `{}` already, in {}", fact,
                                           engine->rules().files.at(other->where.file)),
                               "facts are known by name in all packs: choose another name"));
    return;
  }
  const std::string path = folder + "/" + asked + ".yaml";
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    session.refuse(usage_error(fmt::format("{} exists already", path), "choose another name"));
    return;
  }
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  const auto depth = static_cast<std::size_t>(std::ranges::count(asked, '/'));
  if (!replace_file(path, rules::skeleton(pack, fact, depth))) {
    session.refuse(cannot_write(path));
    return;
  }
  session.write(fmt::format("wrote {}\n", path));
  const std::string schema = folder + "/" + kSchemaFile;
  if (!std::filesystem::exists(schema, error) && replace_file(schema, rules::schema())) {
    session.write(fmt::format("wrote {}, with which editors complete and check rules\n", schema));
  }
  session.write(fmt::format("try it: concord rules test --only {}\n", fact));
}

void rules_schema(Session& session) {
  session.write(rules::schema());
}

}  // namespace concord::cli
