#include "lsp/session.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <utility>

namespace concord::lsp {
namespace {

constexpr std::size_t kMostOpen = 500;
constexpr std::string_view kNothing = "null";
constexpr std::string_view kNone = "[]";

Refusal invalid_params() {
  return {ErrorCode::invalid_params, "the parameters are not those of this request"};
}

std::string extension_of(std::string_view uri) {
  const std::size_t dot = uri.rfind('.');
  return dot == std::string_view::npos ? std::string() : std::string(uri.substr(dot + 1));
}

/// How ingest calls the format of a document; empty: it is no draft.
std::string format_of(std::string_view language, std::string_view uri) {
  constexpr std::pair<std::string_view, std::string_view> kFormats[] = {
      {"markdown", "markdown"}, {"html", "html"},         {"plaintext", "text"}, {"text", "text"},
      {"md", "markdown"},       {"markdown", "markdown"}, {"htm", "html"},       {"txt", "text"}};
  for (const std::string& name : {std::string(language), extension_of(uri)}) {
    const auto* row =
        std::ranges::find(kFormats, name, &std::pair<std::string_view, std::string_view>::first);
    if (row != std::end(kFormats)) {
      return std::string(row->second);
    }
  }
  return {};
}

std::string text_of(const JsonValue* value) {
  const std::string* text = value == nullptr ? nullptr : value->text();
  return text == nullptr ? std::string() : *text;
}

}  // namespace

void Session::refuse(ErrorCode code, const std::string& message, const JsonValue& id) {
  send_(response(id, Refusal{code, message}));
}

void Session::handle(const Message& message) {
  if (!message.id) {
    notify(message);
    return;
  }
  Answer result;
  try {
    result = message.canceled ? Refusal{ErrorCode::request_cancelled, "the request was canceled"}
                              : answer(message);
  } catch (const std::exception& error) {
    result = Refusal{ErrorCode::internal_error, error.what()};
  }
  if (const auto* refusal = std::get_if<Refusal>(&result)) {
    send_(response(*message.id, *refusal));
  } else {
    send_(response(*message.id, std::get<std::string>(result)));
  }
}

Answer Session::answer(const Message& message) {
  static constexpr RequestRow kRequests[] = {
      {"initialize", &Session::initialize},
      {"shutdown", &Session::shutdown},
      {"textDocument/hover", &Session::hover},
      {"textDocument/codeAction", &Session::code_action},
      {"textDocument/documentSymbol", &Session::document_symbol},
      {"textDocument/inlayHint", &Session::inlay_hint},
      {"textDocument/references", &Session::references},
      {"textDocument/completion", &Session::completion},
      {"workspace/executeCommand", &Session::execute_command},
  };
  const auto* row = std::ranges::find(kRequests, message.method, &RequestRow::method);
  if (!is_initialized_ && message.method != "initialize") {
    return Refusal{ErrorCode::server_not_initialized, "the first request must be initialize"};
  }
  if (is_shut_down_) {
    return Refusal{ErrorCode::invalid_request, "nothing but exit follows shutdown"};
  }
  if (row == std::end(kRequests)) {
    return Refusal{ErrorCode::method_not_found, "no method is called " + message.method};
  }
  return (this->*row->answer)(message.params);
}

void Session::notify(const Message& message) {
  static constexpr NotificationRow kNotifications[] = {
      {"initialized", &Session::initialized},
      {"textDocument/didOpen", &Session::did_open},
      {"textDocument/didChange", &Session::did_change},
      {"textDocument/didSave", &Session::did_save},
      {"textDocument/didClose", &Session::did_close},
      {"workspace/didChangeWatchedFiles", &Session::files_changed},
  };
  if (message.method == "exit") {
    is_over_ = true;
    return;
  }
  if (!is_initialized_ || is_shut_down_) {
    return;
  }
  const auto* row = std::ranges::find(kNotifications, message.method, &NotificationRow::method);
  if (row != std::end(kNotifications)) {
    (this->*row->take)(message.params);
  }
}

Answer Session::shutdown(const JsonValue& /*params*/) {
  is_shut_down_ = true;
  return std::string(kNothing);
}

void Session::initialized(const JsonValue& /*params*/) {
  const std::string& complaint = workspace_.setting().complaint;
  if (complaint.empty()) {
    return;
  }
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.number_field("type", 2);  // MessageType: a warning
  json.text_field("message", complaint);
  json.end_object();
  send_(notification("window/showMessage", json.take()));
}

// Documents

Session::Open* Session::find(const JsonValue& params) {
  const JsonValue* uri = params.at({"textDocument", "uri"});
  const auto found = open_.find(text_of(uri));
  return found == open_.end() ? nullptr : &found->second;
}

void Session::did_open(const JsonValue& params) {
  const JsonValue* document = params.find("textDocument");
  const std::string* text = document == nullptr || document->find("text") == nullptr
                                ? nullptr
                                : document->find("text")->text();
  const std::string uri = text_of(params.at({"textDocument", "uri"}));
  if (text == nullptr || uri.empty() || (open_.size() >= kMostOpen && !open_.contains(uri))) {
    return;
  }
  Open open{.buffer = TextBuffer(*text)};
  const JsonValue* version = document->find("version");
  open.version = version == nullptr ? 0 : version->whole().value_or(0);
  open.format = format_of(text_of(document->find("languageId")), uri);
  if (!open.format.empty()) {
    open.kind = Kind::draft;
  } else if (is_rule_file(*text)) {
    open.kind = Kind::rules;
  }
  open_.insert_or_assign(uri, std::move(open));
}

void Session::did_change(const JsonValue& params) {
  Open* open = find(params);
  const JsonValue* changes = params.find("contentChanges");
  if (open == nullptr || changes == nullptr || changes->array() == nullptr) {
    return;
  }
  for (const JsonValue& change : *changes->array()) {
    const JsonValue* text = change.find("text");
    const JsonValue* where = change.find("range");
    const auto range = read_range(where);
    const bool lost = where != nullptr && !where->is_null() && !range;
    if (text == nullptr || text->text() == nullptr || lost) {
      continue;  // of no known place, it would take the place of the whole text
    }
    if (range) {
      open->buffer.replace(*range, *text->text(), encoding_);
    } else {
      open->buffer = TextBuffer(*text->text());
    }
  }
  const JsonValue* version = params.at({"textDocument", "version"});
  open->version = version == nullptr ? open->version : version->whole().value_or(open->version);
  open->draft.reset();
  open->map.reset();
  open->rules.reset();
  open->unpublished = true;
  if (open->kind != Kind::draft) {
    open->kind = is_rule_file(open->buffer.text()) ? Kind::rules : Kind::other;
  }
}

void Session::did_save(const JsonValue& params) {
  if (Open* open = find(params); open != nullptr && open->kind == Kind::draft) {
    const std::string path = path_of(text_of(params.at({"textDocument", "uri"})));
    workspace_.forget_story(path);
    open->draft.reset();
    open->map.reset();
    open->unpublished = true;
  }
  look_for_changes();
}

void Session::files_changed(const JsonValue& /*params*/) {
  look_for_changes();
}

void Session::did_close(const JsonValue& params) {
  const std::string uri = text_of(params.at({"textDocument", "uri"}));
  if (open_.erase(uri) > 0) {
    JsonWriter json(JsonWriter::Layout::line);
    json.begin_object();
    json.text_field("uri", uri);
    json.key("diagnostics");
    json.begin_array();
    json.end_array();
    json.end_object();
    send_(notification("textDocument/publishDiagnostics", json.take()));
  }
}

void Session::touch_all() {
  for (auto& [uri, open] : open_) {
    open.draft.reset();
    open.map.reset();
    open.rules.reset();
    open.unpublished = true;
  }
}

void Session::look_for_changes() {
  if (!is_initialized_ || is_shut_down_ || !workspace_.has_changed()) {
    return;
  }
  touch_all();
  if (refreshes_hints_) {
    send_(request(++requests_, "workspace/inlayHint/refresh", kNothing));
  }
}

// What is asked of them

std::optional<DraftView> Session::view_of(const std::string& uri, Open& open) {
  const pipeline::Engine* engine = workspace_.engine();
  if (open.kind != Kind::draft || engine == nullptr) {
    return std::nullopt;
  }
  if (!open.draft) {
    const std::string path = path_of(uri);
    open.draft =
        workspace_.check(path.empty() ? uri : path, open.buffer.text(), open.format, server_.now());
  }
  if (open.draft->findings.documents.empty()) {
    return std::nullopt;
  }
  if (!open.map) {
    open.map.emplace(open.draft->findings.documents.front(), open.buffer.text());
  }
  return DraftView{*open.draft, *engine, open.buffer, *open.map, encoding_, uri};
}

RuleView Session::rules_of(const std::string& uri, Open& open) {
  if (!open.rules) {
    std::vector<RuleBuffer> texts = {{path_of(uri), open.buffer.text()}};
    for (const auto& [other, document] : open_) {
      if (document.kind == Kind::rules && other != uri) {
        texts.push_back({path_of(other), document.buffer.text()});
      }
    }
    open.rules = check_rules(texts, workspace_.setting().options.rules_folder, server_.now());
  }
  return {*open.rules, open.buffer, encoding_, uri};
}

template <class Ask>
Answer Session::ask_draft(const JsonValue& params, std::string_view otherwise, Ask ask) {
  Open* open = find(params);
  if (open == nullptr) {
    return std::string(otherwise);
  }
  const auto view = view_of(text_of(params.at({"textDocument", "uri"})), *open);
  return view ? Answer(ask(*view)) : Answer(std::string(otherwise));
}

Answer Session::hover(const JsonValue& params) {
  const auto at = read_position(params.find("position"));
  if (!at) {
    return invalid_params();
  }
  Open* open = find(params);
  if (open != nullptr && open->kind == Kind::rules) {
    const std::string uri = text_of(params.at({"textDocument", "uri"}));
    return rule_hover(rules_of(uri, *open), *at);
  }
  return ask_draft(params, kNothing, [&](const DraftView& view) { return hover_at(view, *at); });
}

Answer Session::completion(const JsonValue& params) {
  const auto at = read_position(params.find("position"));
  if (!at) {
    return invalid_params();
  }
  Open* open = find(params);
  if (open == nullptr || open->kind != Kind::rules) {
    return std::string(kNone);
  }
  const std::string uri = text_of(params.at({"textDocument", "uri"}));
  return rule_completion(rules_of(uri, *open), *at);
}

Answer Session::references(const JsonValue& params) {
  const auto at = read_position(params.find("position"));
  return !at ? Answer(invalid_params()) : ask_draft(params, kNone, [&](const DraftView& view) {
    const JsonValue* own = params.at({"context", "includeDeclaration"});
    return references_at(view, *at, own != nullptr && own->boolean().value_or(false));
  });
}

Answer Session::code_action(const JsonValue& params) {
  const auto range = read_range(params.find("range"));
  if (!range) {
    return invalid_params();
  }
  Open* open = find(params);
  if (open != nullptr && open->kind == Kind::rules) {
    return rule_actions(rules_of(text_of(params.at({"textDocument", "uri"})), *open), *range);
  }
  return ask_draft(params, kNone, [&](const DraftView& view) {
    return actions_in(view, *range, workspace_.has_store());
  });
}

Answer Session::inlay_hint(const JsonValue& params) {
  const auto range = read_range(params.find("range"));
  return !range ? Answer(invalid_params()) : ask_draft(params, kNone, [&](const DraftView& view) {
    return hints_in(view, *range);
  });
}

Answer Session::execute_command(const JsonValue& params) {
  const JsonValue* command = params.find("command");
  const JsonValue* arguments = params.find("arguments");
  const JsonValue::Array* given = arguments == nullptr ? nullptr : arguments->array();
  if (text_of(command) != kAcceptCommand || given == nullptr || given->size() != 2 ||
      (*given)[0].text() == nullptr || (*given)[1].text() == nullptr) {
    return invalid_params();
  }
  const Timestamp now = server_.now();
  const Timestamp tomorrow{now.seconds + kSecondsPerDay};
  if (const auto done = workspace_.accept(*(*given)[0].text(), *(*given)[1].text(), tomorrow, now);
      !done) {
    return Refusal{ErrorCode::request_failed, done.error().message};
  }
  look_for_changes();
  return std::string(kNothing);
}

Answer Session::document_symbol(const JsonValue& params) {
  return ask_draft(params, kNone, [](const DraftView& view) { return symbols_of(view); });
}

// Diagnostics

void Session::publish(const std::string& uri, Open& open, const std::string& diagnostics) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.text_field("uri", uri);
  json.key("version");
  json.number(Decimal(open.version));
  std::string params = json.take();
  params += ",\"diagnostics\":" + diagnostics + "}";
  open.unpublished = false;
  send_(notification("textDocument/publishDiagnostics", params));
}

bool Session::publish_draft() {
  for (auto& [uri, open] : open_) {
    if (open.unpublished && open.kind != Kind::rules) {
      const auto view = view_of(uri, open);
      publish(uri, open, view ? diagnostics_of(*view) : std::string(kNone));
      return true;
    }
  }
  return false;
}

bool Session::publish_rules() {
  for (auto& [uri, open] : open_) {
    if (open.unpublished && open.kind == Kind::rules) {
      publish(uri, open, rule_diagnostics(rules_of(uri, open)));
      return true;
    }
  }
  return false;
}

bool Session::has_unpublished() const {
  return std::ranges::any_of(open_, [](const auto& entry) { return entry.second.unpublished; });
}

}  // namespace concord::lsp
