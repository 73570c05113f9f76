#include <algorithm>

#include "tokenize/layout.h"

namespace concord::tokenize {
namespace {

constexpr std::size_t kLongestTag = 300;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

/// Walks a Markdown text once and notes the markup it passes.
class MarkupScanner {
 public:
  explicit MarkupScanner(std::string_view text) : text_(text) {}

  std::vector<Span> scan() {
    while (at_ < text_.size()) {
      if (at_line_start_) {
        skip_line_head();
        at_line_start_ = false;
        continue;
      }
      step();
    }
    return std::move(spans_);
  }

 private:
  bool looking_at(std::string_view words) const { return text_.substr(at_).starts_with(words); }
  char peek(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }

  void skip(std::size_t size) {
    const auto begin = static_cast<std::uint32_t>(at_);
    const auto end = static_cast<std::uint32_t>(std::min(at_ + size, text_.size()));
    if (!spans_.empty() && spans_.back().end == begin) {
      spans_.back().end = end;
    } else {
      spans_.push_back({begin, end});
    }
    at_ = end;
  }

  void skip_run(std::string_view set) {
    const std::size_t end = std::min(text_.find_first_not_of(set, at_), text_.size());
    skip(end - at_);
  }

  /// Quote marks, heading marks, bullets, blocks of code and rules at the start of a line.
  void skip_line_head() {
    while (peek(at_) == ' ' || peek(at_) == '\t' || peek(at_) == '>') {
      skip(1);
    }
    if (peek(at_) == '#') {
      skip_run("#");
    } else if ((peek(at_) == '-' || peek(at_) == '+' || peek(at_) == '*') && peek(at_ + 1) == ' ') {
      skip(2);
    } else if (looking_at("```") || looking_at("~~~")) {
      skip_fenced();
    } else if (looking_at("---") || looking_at("***") || looking_at("===")) {
      skip_run("-*=");
    }
  }

  /// A block of code with its fences is no copy; a fence that nothing closes is a rule.
  void skip_fenced() {
    const std::string_view fence = text_.substr(at_, 3);
    bool& none_closes = fence[0] == '~' ? no_more_tildes_ : no_more_backticks_;
    std::size_t line = none_closes ? std::string_view::npos : text_.find('\n', at_);
    while (line != std::string_view::npos) {
      const std::size_t begin = text_.find_first_not_of(" >", line + 1);
      if (begin != std::string_view::npos && text_.substr(begin).starts_with(fence)) {
        skip(text_.find_first_not_of(fence[0], begin) - at_);
        return;
      }
      line = text_.find('\n', line + 1);
    }
    none_closes = true;
    skip_run("`~");
  }

  void skip_comment() {
    const std::size_t end = text_.find("-->", at_);
    if (end == std::string_view::npos) {
      no_more_comments_ = true;
      ++at_;
      return;
    }
    skip(end + 3 - at_);
  }

  /// "<b>", "</span>": a tag inside the line; "<" before anything but a letter is a sign.
  void skip_tag() {
    const std::size_t name = at_ + (peek(at_ + 1) == '/' ? 2 : 1);
    const std::size_t end =
        name +
        std::min(text_.substr(std::min(name, text_.size()), kLongestTag).find_first_of(">\n"),
                 kLongestTag);
    const char first = peek(name);
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    if (letter && end - at_ <= kLongestTag && peek(end) == '>') {
      skip(end + 1 - at_);
    } else {
      ++at_;
    }
  }

  /// "](target)"; a "]" that closes no link is left.
  void skip_target() {
    if (target_end_ <= at_) {
      target_end_ = std::min(text_.find_first_of(")\n", at_), text_.size());
    }
    if (target_end_ < text_.size() && text_[target_end_] == ')') {
      skip(target_end_ + 1 - at_);
    } else {
      ++at_;
    }
  }

  /// An opening bracket is markup when its "](" follows on the same line.
  void skip_link_text() {
    if (next_close_ <= at_) {
      next_close_ = std::min(text_.find_first_of("]\n", at_ + 1), text_.size());
    }
    if (text_.substr(next_close_).starts_with("](")) {
      skip(1);
    } else {
      ++at_;
    }
  }

  /// Emphasis, code, table pipes and the mark of a picture.
  bool at_single_mark() const {
    const char c = text_[at_];
    if (c == '_') {
      return at_ == 0 || !is_word_byte(text_[at_ - 1]) || !is_word_byte(peek(at_ + 1));
    }
    return c == '*' || c == '`' || c == '|' || (c == '!' && peek(at_ + 1) == '[');
  }

  void step() {
    const char c = text_[at_];
    if (at_single_mark()) {
      skip(1);
    } else if (c == '[') {
      skip_link_text();
    } else if (c == ']' && peek(at_ + 1) == '(') {
      skip_target();
    } else if (c == '<' && looking_at("<!--") && !no_more_comments_) {
      skip_comment();
    } else if (c == '<') {
      skip_tag();
    } else {
      at_line_start_ = c == '\n';
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool at_line_start_ = true;
  bool no_more_comments_ = false;
  bool no_more_backticks_ = false;  // fences behind this one
  bool no_more_tildes_ = false;
  std::size_t target_end_ = 0;  // the first ) or line end after "]("
  std::size_t next_close_ = 0;  // the first ] or line end after an opening bracket
  std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> find_markup(std::string_view text) {
  return MarkupScanner(text).scan();
}

std::vector<Span> find_comments(std::string_view text) {
  std::vector<Span> comments;
  std::size_t end = 0;  // of the last comment looked at: found once, however many begin before it
  for (std::size_t at = text.find("<!--"); at != std::string_view::npos;
       at = text.find("<!--", at + 1)) {
    const std::size_t name = text.find_first_not_of(" \t\r\n", at + 4);
    end = end < at + 4 ? text.find("-->", at + 4) : end;
    if (end == std::string_view::npos) {
      break;
    }
    if (text.substr(std::min(name, text.size())).starts_with("concord:")) {
      comments.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 3)});
      at = end;
    }
  }
  return comments;
}

}  // namespace concord::tokenize
