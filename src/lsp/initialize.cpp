// What client and server tell one another of themselves.
#include <algorithm>
#include <filesystem>

#include "lsp/session.h"

namespace concord::lsp {
namespace {

std::string absolute_in(const std::string& folder, const std::string& path) {
  if (folder.empty() || path.empty()) {
    return path;
  }
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

/// The first folder of the workspace, else its root; empty when there is none.
std::string folder_of(const JsonValue& params) {
  const JsonValue* folders = params.find("workspaceFolders");
  if (folders != nullptr && folders->array() != nullptr && !folders->array()->empty()) {
    const JsonValue* uri = folders->array()->front().find("uri");
    if (uri != nullptr && uri->text() != nullptr) {
      return path_of(*uri->text());
    }
  }
  const JsonValue* root = params.find("rootUri");
  return root == nullptr || root->text() == nullptr ? std::string() : path_of(*root->text());
}

std::vector<std::string> texts_of(const JsonValue& value) {
  std::vector<std::string> texts;
  if (value.text() != nullptr) {
    texts.push_back(*value.text());
  }
  if (value.array() != nullptr) {
    for (const JsonValue& item : *value.array()) {
      if (item.text() != nullptr) {
        texts.push_back(*item.text());
      }
    }
  }
  return texts;
}

/// initializationOptions: {"against": [PATH...], "store": PATH, "rules": DIR, "policy": NAME}.
void take_options(const JsonValue* given, const std::string& folder, Setting& setting) {
  if (given == nullptr) {
    return;
  }
  const auto text = [&](std::string_view name) {
    const JsonValue* value = given->find(name);
    return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
  };
  if (const JsonValue* against = given->find("against")) {
    setting.options.inputs.clear();
    for (const std::string& path : texts_of(*against)) {
      setting.options.inputs.push_back(absolute_in(folder, path));
    }
  }
  if (const std::string store = text("store"); !store.empty()) {
    setting.store = absolute_in(folder, store);
  }
  if (const std::string rules = text("rules"); !rules.empty()) {
    setting.options.rules_folder = absolute_in(folder, rules);
  }
  if (const std::string policy = text("policy"); !policy.empty()) {
    setting.options.policy = policy;
  }
}

bool reads_utf8(const JsonValue& params) {
  const JsonValue* encodings = params.at({"capabilities", "general", "positionEncodings"});
  if (encodings == nullptr) {
    return false;
  }
  const std::vector<std::string> names = texts_of(*encodings);
  return std::ranges::find(names, "utf-8") != names.end();
}

void write_capabilities(JsonWriter& json, Encoding encoding) {
  json.begin_object();
  json.text_field("positionEncoding", encoding == Encoding::utf8 ? "utf-8" : "utf-16");
  json.key("textDocumentSync");
  json.begin_object();
  json.boolean_field("openClose", true);
  json.number_field("change", 2);  // TextDocumentSyncKind: incremental
  json.boolean_field("save", true);
  json.end_object();
  for (const std::string_view name :
       {"hoverProvider", "documentSymbolProvider", "inlayHintProvider", "referencesProvider"}) {
    json.boolean_field(name, true);
  }
  json.key("codeActionProvider");
  json.begin_object();
  json.key("codeActionKinds");
  json.begin_array();
  json.text("quickfix");
  json.end_array();
  json.end_object();
  json.key("executeCommandProvider");
  json.begin_object();
  json.key("commands");
  json.begin_array();
  json.text(kAcceptCommand);
  json.end_array();
  json.end_object();
  json.key("completionProvider");
  json.begin_object();
  json.key("triggerCharacters");
  json.begin_array();
  for (const std::string_view trigger : {"<", ":", "{", "."}) {
    json.text(trigger);
  }
  json.end_array();
  json.end_object();
  json.end_object();
}

}  // namespace

Answer Session::initialize(const JsonValue& params) {
  if (is_initialized_) {
    return Refusal{ErrorCode::invalid_request, "initialize comes once"};
  }
  const std::string folder = folder_of(params);
  Setting setting = server_.setting_in(folder);
  take_options(params.find("initializationOptions"), folder, setting);
  workspace_ = Workspace(std::move(setting));
  encoding_ = reads_utf8(params) ? Encoding::utf8 : Encoding::utf16;
  const JsonValue* refresh =
      params.at({"capabilities", "workspace", "inlayHint", "refreshSupport"});
  refreshes_hints_ = refresh != nullptr && refresh->boolean().value_or(false);
  is_initialized_ = true;
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.key("capabilities");
  write_capabilities(json, encoding_);
  json.key("serverInfo");
  json.begin_object();
  json.text_field("name", "concord");
  json.text_field("version", server_.version);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace concord::lsp
