// Bytes in, bytes out: the one place that waits.
#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <poll.h>
#include <unistd.h>

#include "lsp/message_reader.h"
#include "lsp/session.h"

namespace concord::lsp {
namespace {

constexpr int kRest = 150;   // milliseconds: the typing rests
constexpr int kLook = 1500;  // between looks at the files of others
constexpr std::size_t kBlock = 65536;
constexpr std::size_t kMostQueued = 256;

class Stream {
 public:
  explicit Stream(const Streams& streams) : streams_(streams) {}

  /// False when the client has said all it will.
  bool has_more() const { return input_open_ && output_open_; }
  bool is_heard() const { return output_open_; }

  /// Adds what comes within `milliseconds` (-1: whenever) to the reader; false when nothing does.
  bool receive(int milliseconds, MessageReader& reader) {
    pollfd wanted{.fd = streams_.input, .events = POLLIN, .revents = 0};
    int ready = 0;
    do {
      ready = ::poll(&wanted, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) {
      input_open_ = input_open_ && ready == 0;
      return false;
    }
    ssize_t size = 0;
    do {
      size = ::read(streams_.input, block_.data(), block_.size());
    } while (size < 0 && errno == EINTR);
    if (size <= 0) {
      input_open_ = size < 0 && errno == EAGAIN;
      return false;
    }
    reader.feed({block_.data(), static_cast<std::size_t>(size)});
    return true;
  }

  void send(std::string_view content) {
    const std::string header = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n";
    put(header);
    put(content);
  }

 private:
  void put(std::string_view text) {
    while (output_open_ && !text.empty()) {
      const ssize_t size = ::write(streams_.output, text.data(), text.size());
      if (size > 0) {
        text.remove_prefix(static_cast<std::size_t>(size));
      } else if (size < 0 && errno == EAGAIN) {
        pollfd wanted{.fd = streams_.output, .events = POLLOUT, .revents = 0};
        (void)::poll(&wanted, 1, -1);
      } else {
        output_open_ = size < 0 && errno == EINTR;
      }
    }
  }

  Streams streams_;
  bool input_open_ = true;
  bool output_open_ = true;
  std::array<char, kBlock> block_{};
};

class Conversation {
 public:
  explicit Conversation(const Server& server)
      : stream_(server.streams),
        session_(server, [this](std::string_view content) { stream_.send(content); }) {}

  int run() {
    while (!session_.is_over() && stream_.is_heard()) {
      take_in();
      if (!queue_.empty()) {
        const Message message = std::move(queue_.front());
        queue_.pop_front();
        session_.handle(message);
      } else if (!stream_.has_more()) {
        break;
      } else if (!session_.publish_draft()) {
        rest();
      }
    }
    return session_.exit_code();
  }

 private:
  /// All that has come by now, so that a request that is waiting can still be canceled.
  void take_in() {
    do {
      while (queue_.size() < kMostQueued) {
        const auto item = reader_.next();
        if (!item) {
          break;
        }
        take(*item);
      }
    } while (queue_.size() < kMostQueued && stream_.has_more() && stream_.receive(0, reader_));
  }

  void rest() {
    const bool unpublished = session_.has_unpublished();
    if (stream_.receive(unpublished ? kRest : kLook, reader_)) {
      return;
    }
    if (stream_.has_more() && !session_.publish_rules()) {
      session_.look_for_changes();
    }
  }

  void take(const MessageReader::Item& item) {
    switch (item.kind) {
      case MessageReader::Kind::malformed:
        session_.refuse(ErrorCode::parse_error, "a header without a Content-Length");
        return;
      case MessageReader::Kind::too_large:
        session_.refuse(ErrorCode::invalid_request, "the message is larger than 16 MiB");
        return;
      case MessageReader::Kind::content:
        break;
    }
    const auto json = ingest::read_json(item.content);
    if (!json) {
      session_.refuse(ErrorCode::parse_error, "the content is no JSON");
      return;
    }
    take(*json);
  }

  void take(const JsonValue& json) {
    const JsonValue* method = json.find("method");
    const JsonValue* id = json.find("id");
    if (method == nullptr || method->text() == nullptr) {
      const bool is_response = id != nullptr && (json.find("result") || json.find("error"));
      if (!is_response) {
        const bool is_id = id != nullptr && (id->text() != nullptr || id->whole());
        session_.refuse(ErrorCode::invalid_request, "the message has no method",
                        is_id ? *id : JsonValue());
      }
      return;
    }
    const JsonValue* params = json.find("params");
    if (*method->text() == "$/cancelRequest") {
      cancel(params == nullptr ? nullptr : params->find("id"));
      return;
    }
    Message message;
    message.method = *method->text();
    message.id = id == nullptr ? std::nullopt : std::optional(*id);
    message.params = params == nullptr ? JsonValue() : *params;
    queue_.push_back(std::move(message));
  }

  void cancel(const JsonValue* id) {
    for (Message& message : queue_) {
      if (id != nullptr && message.id && *message.id == *id) {
        message.canceled = true;
      }
    }
  }

  Stream stream_;
  Session session_;
  MessageReader reader_;
  std::deque<Message> queue_;
};

}  // namespace

int serve(const Server& server) {
  return Conversation(server).run();
}

}  // namespace concord::lsp
