#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace concord {

/// A line of a source, for the places that tell of it.  Copies share its bytes, which never change:
/// an article in one line of megabytes has thousands of places in it.
class LineText {
 public:
  LineText() = default;
  explicit LineText(std::string_view text)
      : text_(text.empty() ? nullptr : std::make_shared<const std::string>(text)) {}

  std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
  bool empty() const { return text_ == nullptr; }
  std::size_t size() const { return view().size(); }

  friend bool operator==(const LineText& a, const LineText& b) {
    return a.text_ == b.text_ || a.view() == b.view();
  }

 private:
  std::shared_ptr<const std::string> text_;  // nothing for an empty line
};

}  // namespace concord
