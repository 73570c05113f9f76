#include "tokenize/page_captions.h"

#include <string_view>

namespace concord::tokenize {

std::vector<Span> find_page_captions(const Document& document) {
  constexpr std::string_view kOpens = "<figcaption";
  constexpr std::string_view kCloses = "</figcaption";
  std::vector<Span> captions;
  const std::string_view page = document.page;
  if (document.markdown || page.empty()) {
    return captions;
  }
  const auto in_text_at = [&](std::size_t at) {
    return in_text(document.stretches, static_cast<std::uint32_t>(at))
        .value_or(static_cast<std::uint32_t>(document.text.size()));
  };
  for (std::size_t at = page.find(kOpens); at != std::string_view::npos;
       at = page.find(kOpens, at)) {
    const std::size_t close = page.find(kCloses, at);
    if (close == std::string_view::npos) {
      break;
    }
    if (const Span words{in_text_at(at), in_text_at(close)}; words.begin < words.end) {
      captions.push_back(words);
    }
    at = close;
  }
  return captions;
}

}  // namespace concord::tokenize
