#include "lsp/message_reader.h"

#include <algorithm>
#include <charconv>

namespace concord::lsp {
namespace {

constexpr std::string_view kHeaderEnd = "\r\n\r\n";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kLength = "content-length";

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_letters(char left, char right) {
  return lower(left) == lower(right);
}

/// Where `name` stands in the text, however its letters are written; npos if nowhere.
std::size_t find_name(std::string_view text, std::size_t from, std::string_view name) {
  const auto found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())),
                  text.end(), name.begin(), name.end(), same_letters);
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// The length that header lines give; nothing where one of them is no header line, two of
/// them differ, or none gives it.
std::optional<std::size_t> length_in(std::string_view header) {
  std::optional<std::size_t> length;
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(kLineEnd), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + kLineEnd.size(), header.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view name = line.substr(0, colon);
    if (name.size() != kLength.size() || find_name(name, 0, kLength) != 0) {
      continue;
    }
    const std::string_view digits = trimmed(line.substr(colon + 1));
    std::size_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool contradicts = length && *length != number;
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || contradicts) {
      return std::nullopt;
    }
    length = number;
  }
  return length;
}

}  // namespace

void MessageReader::feed(std::string_view bytes) {
  if (skip_ > 0) {
    const std::size_t passed = std::min(skip_, bytes.size());
    skip_ -= passed;
    bytes.remove_prefix(passed);
  }
  if (begin_ > 0) {
    bytes_.erase(0, begin_);
    begin_ = 0;
  }
  bytes_.append(bytes);
}

/// Passes over a header that cannot be read: up to the next Content-Length in it, else to `end`.
MessageReader::Item MessageReader::resynchronize(std::size_t end) {
  begin_ += std::min(find_name(rest().substr(0, end), 1, kLength), end);
  return {.kind = Kind::malformed, .content = {}};
}

std::optional<MessageReader::Item> MessageReader::next() {
  const std::string_view text = rest();
  const std::size_t end = text.substr(0, kLongestHeader).find(kHeaderEnd);
  if (end == std::string_view::npos) {
    if (text.size() < kLongestHeader) {
      return std::nullopt;
    }
    return resynchronize(kLongestHeader - kLength.size());  // the name may be cut in two there
  }
  const auto length = length_in(text.substr(0, end));
  if (!length) {
    return resynchronize(end + kHeaderEnd.size());
  }
  const std::size_t content = end + kHeaderEnd.size();
  const std::size_t there = text.size() - content;
  if (*length > kLargest) {
    begin_ += content + std::min(*length, there);
    skip_ = *length - std::min(*length, there);
    return Item{.kind = Kind::too_large, .content = {}};
  }
  if (there < *length) {
    return std::nullopt;
  }
  begin_ += content + *length;
  return Item{.kind = Kind::content, .content = std::string(text.substr(content, *length))};
}

}  // namespace concord::lsp
