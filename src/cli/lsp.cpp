// The language server, with the settings of the folder that an editor has open.
#include "lsp/lsp.h"

#include <filesystem>

#include <fmt/format.h>

#include "cli/commands.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

constexpr Takes kSettings = {
    "lsp", flag_rules | flag_store | flag_against | flag_policy | flag_now, {}, std::nullopt};

/// What the words of the command line leave open is as the desk's file has it.
Arguments completed(Arguments given, const Desk& desk) {
  const auto read = read_arguments(kSettings, {}, desk.flags);
  if (!read) {
    return given;
  }
  given.rules = given.rules.empty() ? read->rules : given.rules;
  given.store = given.store.empty() ? read->store : given.store;
  given.against = given.against.empty() ? read->against : given.against;
  given.policy = given.policy.empty() ? read->policy : given.policy;
  given.now = given.now ? given.now : read->now;
  return given;
}

lsp::Setting setting_of(Session& session) {
  lsp::Setting setting;
  setting.options = session.options();
  setting.options.inputs = session.arguments().against;
  setting.options.rules_folder = session.rules_folder();
  setting.options.cache_directory = session.cache_folder();
  setting.options.with_phrases = false;
  setting.options.packs = session.desk().desk.packs;
  setting.options.progress = {};
  setting.store = session.store_path();
  return setting;
}

/// A concord.yaml in the folder counts unless another one was named.
lsp::Setting setting_in(Session& session, Output& output, const std::string& folder) {
  std::error_code ignored;
  const std::string path = folder + "/concord.yaml";
  if (!session.desk().path.empty() || folder.empty() ||
      !std::filesystem::is_regular_file(path, ignored)) {
    return setting_of(session);
  }
  const DeskFile desk = find_desk({"--config", path}, session.machine());
  const Arguments arguments = completed(session.arguments(), desk.desk);
  Session workspace("lsp", arguments, desk, session.machine(), output);
  lsp::Setting setting = setting_of(workspace);
  for (const Diagnostic& complaint : desk.complaints) {
    setting.complaint += setting.complaint.empty() ? "" : "\n";
    setting.complaint += path + ": " + complaint.message;
  }
  return setting;
}

}  // namespace

void language_server(Session& session) {
  // Rules that are wrong are served, to be mended in the editor; a folder that is not there is not.
  std::error_code ignored;
  const std::string rules = session.rules_folder();
  if (!rules.empty() && !std::filesystem::exists(rules, ignored)) {
    session.refuse(usage_error(fmt::format("there are no rules at {}", rules),
                               "check the path given with --rules"));
    return;
  }
  Output unused(session.machine().output);
  lsp::Server server;
  server.streams = {session.machine().input, session.machine().output};
  server.version = CONCORD_VERSION;
  server.setting_in = [&](const std::string& folder) {
    return setting_in(session, unused, folder);
  };
  server.now = [&] { return session.now(); };
  if (lsp::serve(server) != 0) {
    session.complain({{.severity = Severity::warning,
                       .message = "the input ended before the editor said exit",
                       .help = "`concord lsp` is started by an editor and speaks with it over "
                               "standard input and output"}});
    session.found(Severity::error);
  }
}

}  // namespace concord::cli
