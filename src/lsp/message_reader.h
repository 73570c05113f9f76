#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::lsp {

/// Cuts a stream of bytes into the contents of messages (LSP 3.17, "Base Protocol"): header lines
/// that end in CR LF, among them Content-Length, an empty line, as many bytes of content.
///
///     Content-Length: 17\r\n
///     \r\n
///     {"jsonrpc":"2.0"}
///
/// Never holds more than one message of the largest size and what was fed last.
class MessageReader {
 public:
  static constexpr std::size_t kLargest = 16U << 20U;  // bytes of content
  static constexpr std::size_t kLongestHeader = 4096;

  enum class Kind : std::uint8_t {
    content,    // of a whole message
    malformed,  // no header could be read; goes on where the next Content-Length stands
    too_large   // larger than kLargest; its content is passed over
  };
  struct Item {
    Kind kind = Kind::content;
    std::string content;
  };

  void feed(std::string_view bytes);

  /// The next message or fault in what was fed; nothing: more must be fed first.
  std::optional<Item> next();

 private:
  std::string_view rest() const { return std::string_view(bytes_).substr(begin_); }
  Item resynchronize(std::size_t end);

  std::string bytes_;
  std::size_t begin_ = 0;  // of what is not read yet
  std::size_t skip_ = 0;   // bytes to come of a content that is too large
};

}  // namespace concord::lsp
