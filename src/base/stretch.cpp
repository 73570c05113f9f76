#include "base/stretch.h"

#include <algorithm>

namespace concord {
namespace {

/// The stretch that holds a byte of the text; null if none does.
const Stretch* stretch_at(std::span<const Stretch> stretches, std::uint32_t text) {
  const auto after = std::upper_bound(
      stretches.begin(), stretches.end(), text,
      [](std::uint32_t offset, const Stretch& stretch) { return offset < stretch.text; });
  if (after == stretches.begin()) {
    return nullptr;
  }
  const Stretch& found = *std::prev(after);
  return text < found.text + found.text_size ? &found : nullptr;
}

bool is_linear(const Stretch& stretch) {
  return stretch.text_size == stretch.file_size;
}

}  // namespace

std::optional<Span> in_file(std::span<const Stretch> stretches, Span text) {
  const std::uint32_t last = text.end > text.begin ? text.end - 1 : text.begin;
  const Stretch* first = stretch_at(stretches, text.begin);
  const Stretch* end = stretch_at(stretches, last);
  if (first == nullptr || end == nullptr) {
    return std::nullopt;
  }
  Span file;
  file.begin = first->file + (is_linear(*first) ? text.begin - first->text : 0);
  file.end = end->file + (is_linear(*end) ? text.end - end->text : end->file_size);
  return file.end < file.begin ? std::nullopt : std::optional(file);
}

bool is_whole_in_file(std::span<const Stretch> stretches, Span text) {
  const Stretch* at = stretch_at(stretches, text.begin);
  if (at == nullptr || text.empty()) {
    return false;
  }
  const Stretch* const end = stretches.data() + stretches.size();
  for (; at + 1 != end && at->text + at->text_size < text.end; ++at) {
    const Stretch& next = at[1];
    if (next.text != at->text + at->text_size || next.file != at->file + at->file_size) {
      return false;
    }
  }
  return text.end <= at->text + at->text_size;
}

std::optional<std::uint32_t> in_text(std::span<const Stretch> stretches, std::uint32_t file) {
  const auto found = std::partition_point(
      stretches.begin(), stretches.end(),
      [&](const Stretch& stretch) { return stretch.file + stretch.file_size <= file; });
  if (found == stretches.end()) {
    return std::nullopt;
  }
  const bool inside = found->file < file && is_linear(*found);
  return found->text + (inside ? file - found->file : 0);
}

}  // namespace concord
