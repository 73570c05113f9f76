// Door: the bytes a client of the language server sends.  However they come in pieces, they are the
// same messages and faults, and no message is larger than the largest.
#include <algorithm>
#include <string>
#include <vector>

#include "door.h"
#include "ingest/ingest.h"
#include "lsp/message_reader.h"

namespace concord::fuzz {
namespace {

using lsp::MessageReader;

std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
  MessageReader reader;
  std::vector<std::string> items;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(bytes.substr(at, piece));
    while (auto item = reader.next()) {
      require(item->content.size() <= MessageReader::kLargest, "a message is bounded");
      items.push_back(std::to_string(static_cast<int>(item->kind)) + item->content);
    }
  }
  return items;
}

void take(std::string_view bytes) {
  const std::vector<std::string> whole = read(bytes, std::max<std::size_t>(bytes.size(), 1));
  for (const std::size_t piece : {1U, 7U}) {
    require(read(bytes, piece) == whole, "pieces make no difference");
  }
  for (const std::string& item : whole) {
    (void)ingest::read_json(item.substr(1));
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::take(concord::fuzz::text_of(data, size));
  return 0;
}
