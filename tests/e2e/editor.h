// Talks to `concord lsp` over real pipes, as an editor does.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <sys/types.h>
#include <vector>

#include <nlohmann/json.hpp>

namespace concord::e2e {

using Json = nlohmann::json;

class Editor {
 public:
  /// Starts the server in the folder of the tests.
  explicit Editor(const std::vector<std::string>& arguments = {});
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;
  ~Editor();

  /// initialize and initialized; returns the result.
  Json start(const std::string& folder, const Json& options = Json::object(),
             const Json& capabilities = Json::object());

  void send(const Json& message);
  void send_bytes(const std::string& bytes);
  /// Sends a request and returns its number.
  std::int64_t ask(const std::string& method, const Json& params);
  /// The response to a request; what comes before it is kept for await().
  Json response(std::int64_t id);
  /// Both: the result, or the error where there is one.
  Json request(const std::string& method, const Json& params);
  void notify(const std::string& method, const Json& params);
  /// The parameters of the next notification (or request) of that name; null when none comes.
  Json await(const std::string& method);
  /// The next message of any kind; null at the end of the stream, or after twenty seconds.
  Json receive();

  void open(const std::string& uri, const std::string& language, const std::string& text);
  void change(const std::string& uri, int version, const Json& changes);
  /// The diagnostics that come next for the document.
  Json diagnostics(const std::string& uri);

  void close_input();   // the server reads no more
  void close_output();  // nobody reads what it writes
  /// Waits for the server to end: its exit code, 128 + signal when it was killed; -1 after twenty
  /// seconds.
  int wait();

 private:
  pid_t child_ = -1;
  int input_ = -1;   // we write
  int output_ = -1;  // we read
  std::string bytes_;
  std::deque<Json> kept_;
  std::int64_t last_ = 0;
};

Json position(int line, int character);
Json range(int line, int from, int to);
std::string uri_of(const std::string& path);

}  // namespace concord::e2e
