#include "lsp/message_reader.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::lsp {
namespace {

/// What comes out: contents as they are, "!" for what is malformed, "#" for what is too large.
std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
  MessageReader reader;
  std::vector<std::string> items;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(bytes.substr(at, piece));
    while (auto item = reader.next()) {
      items.push_back(item->kind == MessageReader::Kind::content     ? item->content
                      : item->kind == MessageReader::Kind::malformed ? "!"
                                                                     : "#");
    }
  }
  return items;
}

struct Row {
  std::string bytes;
  std::vector<std::string> items;
};

TEST(MessageReader, CutsAStreamIntoMessages) {
  const std::string large = std::to_string(MessageReader::kLargest + 1);
  const std::vector<Row> rows = {
      {"", {}},
      {"Content-Length: 2\r\n\r\n{}", {"{}"}},
      {"Content-Length: 2\r\n\r\n{}Content-Length:3\r\n\r\nabc", {"{}", "abc"}},
      {"Content-Type: x\r\nCONTENT-LENGTH:\t2 \r\n\r\n{}", {"{}"}},
      {"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", {"{}"}},
      {"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", {"!"}},
      {"Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n7", {"", "7"}},
      {"Content-Length: 5\r\n\r\n{}", {}},
      {"Content-Length: 2\n\n{}", {}},
      {"Content-Type: x\r\n\r\nContent-Length: 1\r\n\r\n7", {"!", "7"}},
      {"garbage Content-Length: 1\r\n\r\n7", {"!", "7"}},
      {"Content-Length: 1x\r\n\r\nContent-Length: 1\r\n\r\n7", {"!", "7"}},
      {"no colon\r\nContent-Length: 1\r\n\r\n7", {"!", "7"}},
      {"Content-Length: 18446744073709551616\r\n\r\n", {"!"}},
      {"Content-Length: " + large + "\r\n\r\n" + std::string(MessageReader::kLargest + 1, 'x') +
           "Content-Length: 1\r\n\r\n7",
       {"#", "7"}},
      {std::string(MessageReader::kLongestHeader, 'x') + "Content-Length: 1\r\n\r\n7",
       {"!", "!", "7"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.bytes.substr(0, 60));
    EXPECT_EQ(read(row.bytes, row.bytes.size() + 1), row.items);
    const bool is_short = row.bytes.size() < 10'000;
    EXPECT_EQ(read(row.bytes, is_short ? 1 : 65536), row.items);
  }
}

}  // namespace
}  // namespace concord::lsp
