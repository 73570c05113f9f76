#include "pipeline/comments.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/line_index.h"
#include "base/nearest.h"
#include "base/stretch.h"
#include "pipeline/codes.h"

namespace concord::pipeline {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kName = "concord:";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMostComments = 1000;
constexpr std::string_view kGrammar =
    "write <!-- concord: ignore CODE because REASON -->, with `until 2030-12-31` before `because` "
    "if it shall run out";

struct Verb {
  std::string_view name;
  Reach reach;
};
constexpr Verb kVerbs[] = {{"ignore", Reach::paragraph},
                           {"ignore-next-line", Reach::next_line},
                           {"ignore-file", Reach::file}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

/// The first word, taken off the front.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find_first_of(kBlanks), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::vector<std::string> listed_codes(std::string_view text) {
  std::vector<std::string> codes;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    codes.emplace_back(trimmed(text.substr(0, comma)));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  std::erase(codes, "");
  return codes;
}

/// "CODES [until TIME] because REASON"
void read_rest(std::string_view rest, IgnoreComment& comment) {
  const auto because = rest.find("because ");
  if (because == std::string_view::npos) {
    comment.fault = "a comment that ignores says why: `because ...`";
    return;
  }
  comment.reason = trimmed(rest.substr(because + std::string_view("because ").size()));
  std::string_view head = trimmed(rest.substr(0, because));
  if (const auto until = head.rfind("until "); until != std::string_view::npos) {
    comment.until = trimmed(head.substr(until + std::string_view("until ").size()));
    head = trimmed(head.substr(0, until));
    if (!parse_iso8601(comment.until)) {
      comment.fault = fmt::format("`{}` is no ISO 8601 time", comment.until);
    }
  }
  comment.codes = listed_codes(head);
  if (comment.codes.empty()) {
    comment.fault = "a comment that ignores names what: a code such as `deaths/behind`";
  }
}

IgnoreComment read_comment(std::string_view body, Span place) {
  IgnoreComment comment;
  comment.place = place;
  const std::string_view word = take_word(body);
  const auto verb = std::ranges::find(kVerbs, word, &Verb::name);
  if (verb == std::end(kVerbs)) {
    const std::string_view names[] = {kVerbs[0].name, kVerbs[1].name, kVerbs[2].name};
    comment.fault = fmt::format("`{}` is no word for Concord; {}", word,
                                did_you_mean(word, names, "`ignore` is one"));
    return comment;
  }
  comment.reach = verb->reach;
  read_rest(body, comment);
  return comment;
}

/// Markdown's code, fenced or between marks on one line: a comment in it is shown, not meant.
std::vector<Span> code_in(std::string_view text) {
  std::vector<Span> code;
  std::string_view fence;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view words = trimmed(line);
    const bool edge = words.starts_with("```") || words.starts_with("~~~");
    if (edge && (fence.empty() || words.starts_with(fence))) {
      fence = fence.empty() ? words.substr(0, 3) : std::string_view();
    }
    if (!fence.empty()) {
      code.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    const auto mark = edge ? std::string_view::npos : line.find('`');
    if (mark != std::string_view::npos) {
      code.push_back({static_cast<std::uint32_t>(begin + mark),
                      static_cast<std::uint32_t>(begin + line.rfind('`'))});
    }
    begin = end + 1;
  }
  return code;
}

/// A draft's text with the lines that its diagnostics tell of.
class DraftText {
 public:
  explicit DraftText(const Document& draft)
      : draft_(draft),
        text_(draft.page.empty() ? std::string_view(draft.text).substr(draft.body_begin)
                                 : std::string_view(draft.page)),
        lines_(text_),
        first_line_(draft.in_file || draft.id == draft.path ? draft.first_line : 1) {}

  std::string_view text() const { return text_; }

  Location location(Span place) const {
    const LineColumn at = lines_.at(text_, place.begin);
    const Span line = lines_.line(at.line);
    Location where;
    where.file = draft_.id;
    where.line = at.line + first_line_ - 1;
    where.column = at.column;
    where.excerpt = LineText(text_.substr(line.begin, line.size()));
    where.marked = {place.begin - line.begin, std::min(place.end, line.end) - line.begin};
    return where;
  }

  /// Where a diagnostic stands; nothing for what stands on no line.
  std::optional<std::uint32_t> offset_of(const Location& where) const {
    if (where.file != draft_.id || where.line < first_line_ ||
        where.line - first_line_ + 1 > lines_.line_count()) {
      return std::nullopt;
    }
    return lines_.line(where.line - first_line_ + 1).begin + where.marked.begin;
  }

  Span reach_of(const IgnoreComment& comment) const {
    switch (comment.reach) {
      case Reach::file:
        break;
      case Reach::next_line:
        return next_line(comment.place);
      case Reach::paragraph:
        return draft_.page.empty() || draft_.in_file ? paragraph(comment.place)
                                                     : paragraph_of_page(comment.place);
    }
    return {0, static_cast<std::uint32_t>(text_.size())};
  }

 private:
  bool is_blank(std::uint32_t line) const {
    const Span span = lines_.line(line);
    return text_.substr(span.begin, span.size()).find_first_not_of(kBlanks) ==
           std::string_view::npos;
  }

  std::uint32_t line_at(std::size_t offset) const {
    return lines_.at(text_, static_cast<std::uint32_t>(offset)).line;
  }

  /// True if words stand before the comment on its line.
  bool has_words_before(Span comment) const {
    const Span line = lines_.line(line_at(comment.begin));
    const std::string_view before = trimmed(text_.substr(line.begin, comment.begin - line.begin));
    return !before.empty() && !before.ends_with('>');
  }

  Span next_line(Span comment) const {
    std::uint32_t line = line_at(comment.end) + 1;
    while (line <= lines_.line_count() && is_blank(line)) {
      ++line;
    }
    return line <= lines_.line_count() ? lines_.line(line) : Span();
  }

  /// Behind blanks and further comments.
  std::size_t next_words(std::size_t from) const {
    std::size_t at = text_.find_first_not_of(kBlanks, from);
    while (at != std::string_view::npos && text_.substr(at).starts_with(kOpen)) {
      const auto close = text_.find(kClose, at);
      at = close == std::string_view::npos
               ? close
               : text_.find_first_not_of(kBlanks, close + kClose.size());
    }
    return at;
  }

  Span paragraph(Span comment) const {
    std::size_t at = comment.begin;
    if (!has_words_before(comment)) {
      at = next_words(comment.end);
      if (at == std::string_view::npos) {
        return {};
      }
    }
    std::uint32_t first = line_at(at);
    std::uint32_t last = first;
    while (first > 1 && !is_blank(first - 1)) {
      --first;
    }
    while (last < lines_.line_count() && !is_blank(last + 1)) {
      ++last;
    }
    return {lines_.line(first).begin, lines_.line(last).end};
  }

  /// In a page paragraphs are those of the text that was read from it.
  Span paragraph_of_page(Span comment) const {
    const auto next = in_text(draft_.stretches, comment.end);
    const std::string_view words = draft_.text;
    std::size_t at = next.value_or(static_cast<std::uint32_t>(words.size()));
    if (has_words_before(comment) && at > 0) {
      at = words.find_last_not_of('\n', at - 1);
    }
    if (at >= words.size()) {
      return {};
    }
    const auto before = words.rfind("\n\n", at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 2;
    const std::size_t end = std::min(words.find("\n\n", at), words.size());
    return in_file(draft_.stretches,
                   {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})
        .value_or(Span());
  }

  const Document& draft_;
  std::string_view text_;
  LineIndex lines_;
  std::uint32_t first_line_;
};

bool is_named(const std::string& name, std::string_view code) {
  const auto slash = std::min(code.find('/'), code.size());
  return name == "all" || name == code || name == code.substr(0, slash) ||
         (slash < code.size() && name == code.substr(slash + 1));
}

class Comments {
 public:
  Comments(const Document& draft, const RuleSet& rules, Timestamp clock, Diagnostics& diagnostics)
      : text_(draft),
        is_markdown_(draft.markdown),
        codes_(rules),
        clock_(clock),
        diagnostics_(diagnostics) {}

  void apply() {
    const std::size_t count = diagnostics_.size();
    const std::vector<Span> code = is_markdown_ ? code_in(text_.text()) : std::vector<Span>();
    for (const IgnoreComment& comment : ignore_comments(text_.text())) {
      const bool is_shown = std::ranges::any_of(code, [&](Span block) {
        return block.begin <= comment.place.begin && comment.place.begin < block.end;
      });
      if (!is_shown) {
        apply(comment, count);
      }
    }
    if (diagnostics_.size() > count) {
      std::ranges::stable_sort(diagnostics_, [](const Diagnostic& left, const Diagnostic& right) {
        return std::pair(left.where.line, left.where.column) <
               std::pair(right.where.line, right.where.column);
      });
    }
  }

 private:
  void apply(const IgnoreComment& comment, std::size_t count) {
    if (!comment.fault.empty()) {
      tell(comment, "unreadable", Severity::warning, comment.fault, std::string(kGrammar));
      return;
    }
    for (const std::string& code : comment.codes) {
      if (!codes_.knows(code)) {
        tell(comment, "unknown_code", Severity::warning,
             fmt::format("no diagnostic is called `{}`", code), codes_.nearest(code));
        return;
      }
    }
    const bool over = !comment.until.empty() && parse_iso8601(comment.until)->utc <= clock_;
    const Span reach = text_.reach_of(comment);
    std::size_t hits = 0;
    for (std::size_t i = 0; i < count; ++i) {
      Diagnostic& diagnostic = diagnostics_[i];
      if (!is_within(comment, reach, diagnostic)) {
        continue;
      }
      ++hits;
      if (!over && !diagnostic.suppression) {
        diagnostic.suppression = Suppression{true, comment.reason, comment.until};
      }
    }
    if (over) {
      tell(comment, "expired", Severity::note,
           fmt::format("this comment ran out on {}: {}", comment.until, comment.reason),
           hits > 0 ? "look at what it set aside, or write a later time" : "take it out");
    } else if (hits == 0) {
      tell(comment, "unused", Severity::note, "this comment sets nothing aside", "take it out");
    }
  }

  bool is_within(const IgnoreComment& comment, Span reach, const Diagnostic& diagnostic) const {
    if (std::ranges::none_of(comment.codes, [&](const std::string& name) {
          return is_named(name, diagnostic.code);
        })) {
      return false;
    }
    if (comment.reach == Reach::file) {
      return true;
    }
    const auto at = text_.offset_of(diagnostic.where);
    return at && reach.begin <= *at && *at < reach.end;
  }

  void tell(const IgnoreComment& comment, std::string_view code, Severity severity,
            std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = fmt::format("ignore/{}", code);
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    diagnostic.where = text_.location(comment.place);
    diagnostics_.push_back(std::move(diagnostic));
  }

  DraftText text_;
  bool is_markdown_;
  Codes codes_;
  Timestamp clock_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<IgnoreComment> ignore_comments(std::string_view text) {
  std::vector<IgnoreComment> comments;
  std::size_t end = 0;  // of the last comment looked at: found once, however many begin before it
  for (std::size_t at = text.find(kOpen);
       at != std::string_view::npos && comments.size() < kMostComments;
       at = text.find(kOpen, at + 1)) {
    end = end < at + kOpen.size() ? text.find(kClose, at + kOpen.size()) : end;
    if (end == std::string_view::npos) {
      break;
    }
    const std::string_view body = trimmed(text.substr(at + kOpen.size(), end - at - kOpen.size()));
    if (body.starts_with(kName)) {
      comments.push_back(read_comment(
          body.substr(kName.size()),
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + kClose.size())}));
    }
  }
  return comments;
}

void apply_comments(const Document& draft, const RuleSet& rules, Timestamp clock,
                    Diagnostics& diagnostics) {
  const std::string_view text = draft.page.empty() ? draft.text : draft.page;
  if (text.find(kName) != std::string_view::npos) {
    Comments(draft, rules, clock, diagnostics).apply();
  }
}

}  // namespace concord::pipeline
