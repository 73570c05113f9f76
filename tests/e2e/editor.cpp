#include "editor.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "program.h"

namespace concord::e2e {
namespace {

constexpr int kPatience = 20'000;  // milliseconds

void close_once(int& descriptor) {
  if (descriptor >= 0) {
    close(descriptor);
    descriptor = -1;
  }
}

}  // namespace

Editor::Editor(const std::vector<std::string>& arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a server that ended is seen in its exit code
  std::vector<std::string> words = {CONCORD_PROGRAM, "lsp"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = {"HOME=" + scratch("editor_home")};
  std::vector<char*> argv;
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  std::vector<char*> envp = {variables.front().data(), nullptr};
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  EXPECT_EQ(pipe2(in.data(), O_CLOEXEC), 0);
  EXPECT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
  child_ = fork();
  if (child_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execve(argv.front(), argv.data(), envp.data());
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  input_ = in[1];
  output_ = out[0];
}

Editor::~Editor() {
  close_input();
  close_output();
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
}

Json Editor::start(const std::string& folder, const Json& options, const Json& capabilities) {
  Json result = request("initialize", {{"processId", nullptr},
                                       {"rootUri", uri_of(folder)},
                                       {"capabilities", capabilities},
                                       {"initializationOptions", options}});
  notify("initialized", Json::object());
  return result;
}

void Editor::send_bytes(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t size = write(input_, bytes.data() + sent, bytes.size() - sent);
    if (size <= 0) {
      return;
    }
    sent += static_cast<std::size_t>(size);
  }
}

void Editor::send(const Json& message) {
  const std::string content = message.dump();
  send_bytes("Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content);
}

std::int64_t Editor::ask(const std::string& method, const Json& params) {
  send({{"jsonrpc", "2.0"}, {"id", ++last_}, {"method", method}, {"params", params}});
  return last_;
}

void Editor::notify(const std::string& method, const Json& params) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

Json Editor::receive() {
  constexpr std::string_view kHeader = "Content-Length: ";
  for (;;) {
    const std::size_t end = bytes_.find("\r\n\r\n");
    if (end != std::string::npos && bytes_.starts_with(kHeader)) {
      const std::size_t size = std::stoul(bytes_.substr(kHeader.size()));
      if (bytes_.size() >= end + 4 + size) {
        Json message = Json::parse(bytes_.substr(end + 4, size));
        bytes_.erase(0, end + 4 + size);
        return message;
      }
    }
    pollfd wanted{.fd = output_, .events = POLLIN, .revents = 0};
    std::array<char, 65536> block{};
    if (poll(&wanted, 1, kPatience) <= 0) {
      return nullptr;
    }
    const ssize_t size = read(output_, block.data(), block.size());
    if (size <= 0) {
      return nullptr;
    }
    bytes_.append(block.data(), static_cast<std::size_t>(size));
  }
}

Json Editor::response(std::int64_t id) {
  for (;;) {
    Json message = receive();
    if (message.is_null()) {
      return message;
    }
    if (!message.contains("method") && message["id"] == id) {
      return message;
    }
    kept_.push_back(std::move(message));
  }
}

Json Editor::request(const std::string& method, const Json& params) {
  Json answer = response(ask(method, params));
  if (answer.is_null()) {
    return answer;
  }
  return answer.contains("error") ? answer["error"] : answer["result"];
}

Json Editor::await(const std::string& method) {
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->value("method", "") == method) {
      Json params = (*kept)["params"];
      kept_.erase(kept);
      return params;
    }
  }
  for (;;) {
    Json message = receive();
    if (message.is_null()) {
      return message;
    }
    if (message.value("method", "") == method) {
      return message["params"];
    }
    kept_.push_back(std::move(message));
  }
}

void Editor::open(const std::string& uri, const std::string& language, const std::string& text) {
  notify(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", 1}, {"text", text}}}});
}

void Editor::change(const std::string& uri, int version, const Json& changes) {
  notify("textDocument/didChange",
         {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", changes}});
}

Json Editor::diagnostics(const std::string& uri) {
  for (;;) {
    Json params = await("textDocument/publishDiagnostics");
    if (params.is_null() || params["uri"] == uri) {
      return params;
    }
  }
}

void Editor::close_input() {
  close_once(input_);
}

void Editor::close_output() {
  close_once(output_);
}

int Editor::wait() {
  for (int tries = 0; tries < kPatience / 10; ++tries) {
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) == child_) {
      child_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return -1;
}

Json position(int line, int character) {
  return {{"line", line}, {"character", character}};
}

Json range(int line, int from, int to) {
  return {{"start", position(line, from)}, {"end", position(line, to)}};
}

std::string uri_of(const std::string& path) {
  return "file://" + std::filesystem::absolute(path).lexically_normal().string();
}

}  // namespace concord::e2e
