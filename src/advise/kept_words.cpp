#include "advise/kept_words.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "advise/doubt_words.h"
#include "base/stretch.h"

namespace concord::advise {
namespace {

constexpr std::size_t kFar = 4000;  // bytes to both sides in which a mark is looked for

struct Pair {
  std::string_view open;
  std::string_view close;
};
// Beside those that tokenize knows; Markdown may have references.  An apostrophe is a mark only
// where it stands like one.
constexpr Pair kPairs[] = {{"'", "'"},
                           {"\u2018", "\u2019"},
                           {"\u2019", "\u2019"},
                           {"\u201A", "\u2018"},
                           {"\u201A", "\u2019"},
                           {"\u2039", "\u203A"},
                           {"\u203A", "\u2039"},
                           {"\u300C", "\u300D"},
                           {"\u300E", "\u300F"},
                           {"``", "''"},
                           {"\u00BB", "\u00AB"},
                           {"\u00BB", "\u00BB"},
                           {"\u201D", "\u201D"},
                           {"`", "'"},
                           {"&#39;", "&#39;"},
                           {"&lsquo;", "&rsquo;"},
                           {"&ldquo;", "&rdquo;"},
                           {"&quot;", "&quot;"},
                           {"&laquo;", "&raquo;"}};
// What an apostrophe may begin.
constexpr std::string_view kElided[] = {"tis",  "twas", "twere", "twill", "em",   "til",
                                        "till", "cos",  "cause", "n",     "bout", "round"};
constexpr std::string_view kBlockElements[] = {"q",    "blockquote", "cite", "code",  "pre",
                                               "samp", "kbd",        "del",  "strike"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_apostrophe(std::string_view mark) {
  return mark == "'" || mark == "\u2019" || mark == "\u2018";
}

/// A paragraph, cut to what is near some words of it.
struct Near {
  std::string_view text;
  Span words;
  bool whole = true;  // it begins where the paragraph does
};

Near near(std::string_view text, Span words) {
  const std::size_t first = words.begin - std::min<std::size_t>(words.begin, kFar);
  const std::string_view before = text.substr(first, words.begin - first);
  const std::string_view after = text.substr(words.end, kFar);
  const auto blank = before.rfind("\n\n");
  const std::size_t begin = blank == std::string_view::npos ? first : first + blank + 2;
  const std::size_t end = words.end + std::min(after.find("\n\n"), after.size());
  const auto shift = static_cast<std::uint32_t>(begin);
  return {text.substr(begin, end - begin),
          {words.begin - shift, words.end - shift},
          blank != std::string_view::npos || first == 0};
}

/// A non-breaking space is one too, and so is the edge of a text.
bool is_blank_before(std::string_view text, std::size_t at) {
  return at == 0 || is_space(text[at - 1]) || text.substr(0, at).ends_with("\u00A0");
}

/// At the start of a word: nothing before it but a blank, a bracket, a dash or another mark.
bool opens(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t next = at + mark.size();
  if (next >= text.size() || is_space(text[next])) {
    return false;
  }
  constexpr std::string_view kBefore = "([{-/:\"'`>*_";
  return is_blank_before(text, at) || kBefore.find(text[at - 1]) != std::string_view::npos ||
         (at >= 3 && text.substr(at - 3, 2) == "\xE2\x80");  // a dash, a mark
}

/// "'90s", "'Tis"
bool is_elided(std::string_view text, std::size_t at, std::string_view mark) {
  if (!is_apostrophe(mark)) {
    return false;
  }
  std::string word;
  for (std::size_t i = at + mark.size(); i < text.size() && is_word_byte(text[i]); ++i) {
    word += lowered(text[i]);
  }
  const bool decade = word.size() == 3 && word[2] == 's' && word[0] >= '0' && word[0] <= '9';
  return decade || is_in(word, kElided);
}

/// At the end of a word or a sentence.
bool closes(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t next = at + mark.size();
  return at > 0 && !is_space(text[at - 1]) && (next >= text.size() || !is_word_byte(text[next]));
}

/// "the workers' rights": may be a mark or an apostrophe.
bool may_be_possessive(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t next = at + mark.size();
  return is_apostrophe(mark) && lowered(text[at - 1]) == 's' && next + 1 < text.size() &&
         text[next] == ' ' && is_word_byte(text[next + 1]);
}

bool stands_between(const Near& near, const Pair& pair) {
  const std::string_view text = near.text;
  std::size_t open = std::string_view::npos;
  for (std::size_t at = 0; at < near.words.begin; ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(pair.open) && opens(text, at, pair.open)) {
      open = is_elided(text, at, pair.open) ? open : at;
    } else if (rest.starts_with(pair.close) && closes(text, at, pair.close) &&
               !may_be_possessive(text, at, pair.close)) {
      open = std::string_view::npos;
    }
  }
  if (open == std::string_view::npos) {
    return false;
  }
  if (open == 0 && near.whole) {
    return true;  // a quotation that goes on in the next paragraph is closed there
  }
  for (std::size_t at = text.find(pair.close, near.words.end); at != std::string_view::npos;
       at = text.find(pair.close, at + 1)) {
    if (closes(text, at, pair.close)) {
      return true;
    }
  }
  return false;
}

/// Finds the blocks of a file or a text.
class Blocks {
 public:
  explicit Blocks(std::string_view text) : text_(text) {}

  /// `of_page`: of HTML, where the lines and marks of Markdown mean nothing.
  std::vector<Span> find(bool of_page) {
    for (const std::string_view name : kBlockElements) {
      add_elements(name);
    }
    if (!of_page) {
      add_lines();
      add_code();
    }
    return std::move(blocks_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    blocks_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  /// True for "<name>" and "<name class=..."; of `head` "</" for its end.
  bool is_tag(std::size_t at, std::string_view head, std::string_view name) const {
    const std::string_view rest = text_.substr(at);
    if (rest.size() <= head.size() + name.size() || !rest.starts_with(head)) {
      return false;
    }
    const auto same = [](char one, char other) { return lowered(one) == other; };
    return std::ranges::equal(rest.substr(head.size(), name.size()), name, same) &&
           !is_word_byte(rest[head.size() + name.size()]);
  }

  /// From the first tag to the end of the last open one; what is never closed goes to the end.
  void add_elements(std::string_view name) {
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = text_.find('<'); at != std::string_view::npos;
         at = text_.find('<', at + 1)) {
      if (is_tag(at, "<", name)) {
        begin = depth++ == 0 ? at : begin;
      } else if (depth > 0 && is_tag(at, "</", name) && --depth == 0) {
        add(begin, at);
      }
    }
    if (depth > 0) {
      add(begin, text_.size());
    }
  }

  /// "> " and the lines that go on with it; fenced code.
  void add_lines() {
    std::string_view fence;
    bool quoted = false;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      const auto first = line.find_first_not_of(" \t\r");
      const std::string_view words =
          first == std::string_view::npos ? std::string_view() : line.substr(first);
      const bool edge = words.starts_with("```") || words.starts_with("~~~");
      if (edge && (fence.empty() || words.starts_with(fence))) {
        fence = fence.empty() ? words.substr(0, 3) : std::string_view();
      }
      quoted = words.starts_with('>') || (quoted && !words.empty());
      if (quoted || edge || !fence.empty()) {
        add(begin, end);
      }
      begin = end + 1;
    }
  }

  /// `so`, in one paragraph: as many marks behind as before.
  void add_code() {
    std::size_t at = text_.find('`');
    while (at != std::string_view::npos) {
      const std::size_t inner = std::min(text_.find_first_not_of('`', at), text_.size());
      const std::string_view marks = text_.substr(at, inner - at);
      const std::size_t size = code_size(text_.substr(inner, kFar), marks);
      if (size != std::string_view::npos) {
        add(at, inner + size);
      }
      at = text_.find('`', size == std::string_view::npos ? inner : inner + size + marks.size());
    }
  }

  /// Up to as many marks, no fewer and no more, in the same paragraph.
  static std::size_t code_size(std::string_view rest, std::string_view marks) {
    rest = rest.substr(0, rest.find("\n\n"));
    std::size_t end = rest.find(marks);
    while (end != std::string_view::npos && rest.substr(end + marks.size()).starts_with('`')) {
      end = rest.find(marks, std::min(rest.find_first_not_of('`', end), rest.size()));
    }
    return end;
  }

  std::string_view text_;
  std::vector<Span> blocks_;
};

}  // namespace

bool KeptWords::is_between_marks(Span words) const {
  const Near around = near(draft_.text, words);
  return std::ranges::any_of(kPairs,
                             [&](const Pair& pair) { return stands_between(around, pair); });
}

bool KeptWords::is_in_block(Span words) {
  const bool paged = !draft_.page.empty();
  if (!blocks_) {
    blocks_ = Blocks(paged ? draft_.page : draft_.text).find(paged && !draft_.in_file);
  }
  const auto told = paged ? in_file(draft_.stretches, words) : std::optional(words);
  return told && std::ranges::any_of(*blocks_, [&](Span block) {
           return block.begin <= told->begin && told->begin < block.end;
         });
}

}  // namespace concord::advise
