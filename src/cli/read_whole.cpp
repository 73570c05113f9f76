#include "cli/read_whole.h"

#include <fstream>
#include <utility>
#include <vector>

namespace concord::cli {

std::optional<std::string> read_whole(const std::string& path, std::size_t largest) {
  constexpr std::size_t kPiece = std::size_t{64} << 10U;
  std::ifstream file(path, std::ios::binary);
  std::vector<char> piece(kPiece);
  std::string text;
  while (file && text.size() <= largest) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  const bool whole = file.eof() && text.size() <= largest;
  return whole ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace concord::cli
