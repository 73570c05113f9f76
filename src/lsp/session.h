#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "lsp/draft_view.h"
#include "lsp/rule_file.h"

namespace concord::lsp {

/// What a client asks: a request if it has an id, else a notification.
struct Message {
  std::optional<JsonValue> id;
  std::string method;
  JsonValue params;
  bool canceled = false;
};

/// The result of a request as JSON, or why there is none.
using Answer = std::variant<std::string, Refusal>;

/// One client from initialize to exit: takes messages in, calls `send` with the content of those
/// that go out.  Diagnostics are not sent at once, but when the caller has nothing more urgent.
class Session {
 public:
  Session(const Server& server, std::function<void(std::string_view content)> send)
      : server_(server), send_(std::move(send)) {}

  void handle(const Message& message);
  /// Answers what could not even be read; `id` is null where it has none that could be.
  void refuse(ErrorCode code, const std::string& message, const JsonValue& id = JsonValue());

  /// Sends the diagnostics of one draft that needs it; false when none does.
  bool publish_draft();
  /// The same of one rule file: it takes longer, and is done when the typing rests.
  bool publish_rules();
  bool has_unpublished() const;
  /// Sees whether sources, store or rules were changed by others.
  void look_for_changes();

  bool is_over() const { return is_over_; }
  int exit_code() const { return is_shut_down_ ? 0 : 1; }

 private:
  enum class Kind : std::uint8_t { draft, rules, other };

  /// A document as the client has it open.
  struct Open {
    TextBuffer buffer;
    std::int64_t version = 0;
    Kind kind = Kind::other;
    std::string format;       // of a draft, as ingest names it
    bool unpublished = true;  // its diagnostics are not those of the buffer
    std::optional<CheckedDraft> draft;
    std::optional<DraftMap> map;
    std::optional<CheckedRules> rules;
  };

  struct RequestRow {
    std::string_view method;
    Answer (Session::*answer)(const JsonValue& params);
  };
  struct NotificationRow {
    std::string_view method;
    void (Session::*take)(const JsonValue& params);
  };

  Answer answer(const Message& message);
  void notify(const Message& message);

  Answer initialize(const JsonValue& params);
  Answer shutdown(const JsonValue& params);
  Answer hover(const JsonValue& params);
  Answer code_action(const JsonValue& params);
  Answer document_symbol(const JsonValue& params);
  Answer inlay_hint(const JsonValue& params);
  Answer references(const JsonValue& params);
  Answer completion(const JsonValue& params);
  Answer execute_command(const JsonValue& params);

  void initialized(const JsonValue& params);
  void did_open(const JsonValue& params);
  void did_change(const JsonValue& params);
  void did_save(const JsonValue& params);
  void did_close(const JsonValue& params);
  void files_changed(const JsonValue& params);

  Open* find(const JsonValue& params);
  /// What a draft's words are held against, worked out if it is not yet; nothing when it has no
  /// text or there are no rules.
  std::optional<DraftView> view_of(const std::string& uri, Open& open);
  RuleView rules_of(const std::string& uri, Open& open);
  void touch_all();
  void publish(const std::string& uri, Open& open, const std::string& diagnostics);
  /// The answer of a draft, `otherwise` where there is no draft.
  template <class Ask>
  Answer ask_draft(const JsonValue& params, std::string_view otherwise, Ask ask);

  const Server& server_;
  std::function<void(std::string_view)> send_;
  Workspace workspace_;
  Encoding encoding_ = Encoding::utf16;
  std::map<std::string, Open, std::less<>> open_;  // by URI
  bool is_initialized_ = false;
  bool is_shut_down_ = false;
  bool is_over_ = false;
  bool refreshes_hints_ = false;  // the client asks for them again when told
  std::int64_t requests_ = 0;     // sent to the client
};

}  // namespace concord::lsp
