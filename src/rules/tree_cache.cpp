#include "rules/tree_cache.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace concord::rules {
namespace {

// File:  magic, then an entry a rule file: hash (8 bytes), size (4 bytes), tree.
// Tree:  kind and style (1 byte), line, column, content line, content column (4 bytes each), then
//        text (size, bytes) of a scalar or children (count, trees).  Little-endian numbers.
// Change the last digit of the magic with every change of this format or of YamlNode.
constexpr std::string_view kMagic = "concord rule trees 1\n";
constexpr std::size_t kLargest = std::size_t{64} << 20U;
constexpr int kDeepest = 80;

void put_number(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>((number >> (8U * static_cast<unsigned>(i))) & 0xFFU);
  }
}

void put_tree(std::string& out, const YamlNode& node) {
  const auto form = static_cast<unsigned>(node.kind) | (static_cast<unsigned>(node.style) << 4U);
  put_number(out, form, 1);
  for (const std::uint32_t number :
       {node.line, node.column, node.content_line, node.content_column}) {
    put_number(out, number, 4);
  }
  if (node.kind == YamlKind::scalar) {
    put_number(out, node.text.size(), 4);
    out += node.text;
    return;
  }
  put_number(out, node.children.size(), 4);
  for (const YamlNode& child : node.children) {
    put_tree(out, child);
  }
}

/// Takes values off the front of bytes; after the first lack of bytes nothing is right.
class TreeReader {
 public:
  explicit TreeReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(std::size_t bytes) {
    if (rest_.size() < bytes) {
      sound_ = false;
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(bytes);
    return value;
  }

  std::string_view take(std::size_t size) {
    if (rest_.size() < size) {
      sound_ = false;
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  void tree(YamlNode& node, int depth) {
    const std::uint64_t form = number(1);
    node.kind = static_cast<YamlKind>(form & 15U);
    node.style = static_cast<ScalarStyle>(form >> 4U);
    sound_ = sound_ && (form & 15U) <= 2 && (form >> 4U) <= 3 && depth < kDeepest;
    node.line = static_cast<std::uint32_t>(number(4));
    node.column = static_cast<std::uint32_t>(number(4));
    node.content_line = static_cast<std::uint32_t>(number(4));
    node.content_column = static_cast<std::uint32_t>(number(4));
    const std::uint64_t size = number(4);
    if (node.kind == YamlKind::scalar) {
      node.text = take(size);
      return;
    }
    if (size > rest_.size() || (node.kind == YamlKind::mapping && size % 2 != 0)) {
      sound_ = false;
    }
    if (!sound_) {
      return;
    }
    node.children.resize(size);
    for (YamlNode& child : node.children) {
      tree(child, depth + 1);
      if (!sound_) {
        return;
      }
    }
  }

  bool sound() const { return sound_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool sound_ = true;
};

}  // namespace

TreeCache::TreeCache(const std::string& folder, std::string_view purpose) {
  if (!folder.empty()) {
    path_ = folder + "/rules-" + short_hex(stable_hash(purpose)) + ".trees";
    read();
  }
}

void TreeCache::read() {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path_, error);
  if (error || size > kLargest) {
    return;
  }
  std::ifstream file(path_, std::ios::binary);
  bytes_.resize(size);
  if (!file.read(bytes_.data(), static_cast<std::streamsize>(size)) ||
      !std::string_view(bytes_).starts_with(kMagic)) {
    bytes_.clear();
    return;
  }
  TreeReader reader(std::string_view(bytes_).substr(kMagic.size()));
  while (!reader.at_end()) {
    const std::uint64_t content = reader.number(8);
    const std::uint64_t length = reader.number(4);
    const std::string_view tree = reader.take(length);
    if (!reader.sound()) {
      return;
    }
    old_.emplace(content, tree);
  }
}

std::optional<YamlNode> TreeCache::find(std::uint64_t content) const {
  const auto found = old_.find(content);
  if (found == old_.end()) {
    return std::nullopt;
  }
  TreeReader reader(found->second);
  YamlNode tree;
  reader.tree(tree, 0);
  if (!reader.sound() || !reader.at_end()) {
    return std::nullopt;
  }
  used_[content] = true;
  return tree;
}

void TreeCache::keep(std::uint64_t content, const YamlNode& tree) {
  if (!path_.empty()) {
    std::string& bytes = fresh_[content];
    bytes.clear();
    put_tree(bytes, tree);
  }
}

void TreeCache::save() const {
  if (path_.empty() || (fresh_.empty() && used_.size() == old_.size())) {
    return;
  }
  std::string bytes(kMagic);
  const auto add = [&bytes](std::uint64_t content, std::string_view tree) {
    put_number(bytes, content, 8);
    put_number(bytes, tree.size(), 4);
    bytes += tree;
  };
  for (const auto& [content, tree] : old_) {
    if (used_.contains(content)) {
      add(content, tree);
    }
  }
  for (const auto& [content, tree] : fresh_) {
    add(content, tree);
  }
  std::error_code error;
  const std::filesystem::path path(path_);
  std::filesystem::create_directories(path.parent_path(), error);
  const std::string unfinished = path_ + "." + std::to_string(getpid());
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) {
    std::filesystem::remove(unfinished, error);
    return;
  }
  std::filesystem::rename(unfinished, path, error);
  if (error) {
    std::filesystem::remove(unfinished, error);
  }
}

}  // namespace concord::rules
