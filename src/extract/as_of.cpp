#include "extract/as_of.h"

#include <variant>

namespace concord::extract {
namespace {

bool is_introduced(const SentenceText& text, std::uint32_t at) {
  if (at == text.begin()) {
    return false;
  }
  const std::uint32_t before = text.flags(at - 1);
  if ((before & flag_by) != 0) {
    return true;
  }
  return (before & flag_of) != 0 && at >= text.begin() + 2 && (text.flags(at - 2) & flag_as) != 0;
}

bool may_introduce(const SentenceText& text) {
  for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
    if ((text.flags(at) & (flag_by | flag_as)) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Timestamp> as_of(SentenceText& text) {
  if (!may_introduce(text)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < text.mentions().size(); ++i) {
    const auto* time = std::get_if<TimeSpan>(&text.values()[i].value);
    const std::uint32_t begin = text.mentions()[i].begin;
    const bool whole = begin < text.end() && (text.flags(begin) & flag_by) != 0;
    if (time == nullptr || !(whole || is_introduced(text, begin))) {
      continue;
    }
    return time->has_clock && time->begin ? time->begin : time->end;
  }
  return std::nullopt;
}

}  // namespace concord::extract
