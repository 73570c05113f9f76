#include "rules/phrase_parser.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/fold.h"
#include "rules/names.h"
#include "rules/phrase_words.h"
#include "rules/rules.h"

namespace concord::rules {
namespace {

constexpr int kDeepest = 24;
constexpr std::size_t kLongest = 8192;    // bytes of one line
constexpr std::size_t kLongestName = 64;  // bytes of a {slot} or <name>
constexpr unsigned kLongestGap = 12;

constexpr std::string_view kApostrophe = "’";
constexpr std::string_view kWhite = " \t\r\n";

struct Misuse {
  char character;
  std::string_view help;
};
constexpr Misuse kMisuses[] = {
    {'*', "write `...` for words that may stand between"},
    {'+', "phrases do not repeat; write the words out"},
    {'?', "write [word] for a word that may be missing"},
    {'\\', "phrases have no escapes; write the letters, or \"exact text\""},
    {'~', "put the ~ directly behind a word: kill~"},
    {'^', "phrases may begin anywhere in a sentence; leave it out"},
    {'=', "leave it out"},
    {'_', "leave it out, or write the words apart"},
};

class Reader {
 public:
  /// `commented`: a comment stands behind the line.
  Reader(std::string_view line, bool commented, const RulePosition& where, Complaints& complaints)
      : line_(line), commented_(commented), start_(where), complaints_(complaints) {}

  std::optional<PhraseNode> read() {
    if (line_.size() > kLongest) {
      fail(Code::phrase_too_deep, 0, 1, "a phrase longer than 8192 bytes", "write several lines");
      return std::nullopt;
    }
    PhraseNode root = alternatives(0);
    if (!failed_ && at_ < line_.size()) {
      fail(Code::bracket, at_, 1, "a `" + std::string(1, line_[at_]) + "` that closes nothing",
           "delete it, or open the bracket before it");
    }
    if (failed_) {
      return std::nullopt;
    }
    return root;
  }

 private:
  // -- places

  RulePosition position(std::size_t offset) {
    for (; counted_ < offset && counted_ < line_.size(); ++counted_) {
      column_ += (static_cast<unsigned char>(line_[counted_]) & 0xC0U) == 0x80U ? 0 : 1;
    }
    if (counted_ > offset) {  // a place behind one already counted: only complaints need it
      counted_ = 0;
      column_ = 0;
      return position(offset);
    }
    return {start_.file, start_.line, start_.column + column_};
  }

  void fail(Code code, std::size_t begin, std::size_t size, std::string message,
            std::string help = {}) {
    if (!failed_) {
      complaints_.add(code, {position(begin), static_cast<std::uint32_t>(size)}, std::move(message),
                      std::move(help));
    }
    failed_ = true;
  }

  // -- structure

  bool at_end_of_branch() {
    at_ = std::min(line_.find_first_not_of(kWhite, at_), line_.size());
    const char next = at_ < line_.size() ? line_[at_] : '\0';
    return at_ >= line_.size() || next == '|' || next == ')' || next == ']';
  }

  PhraseNode node(PhraseKind kind, std::size_t offset) {
    PhraseNode made;
    made.kind = kind;
    made.where = position(offset);
    return made;
  }

  /// phrase = seq , { "|" , seq }
  PhraseNode alternatives(int depth) {
    PhraseNode all = node(PhraseKind::alternatives, at_);
    PhraseNode words = node(PhraseKind::word, at_);
    while (!failed_) {
      if (!branch_of_one_word(words)) {
        all.children.push_back(sequence(depth));
      }
      if (failed_ || at_ >= line_.size() || line_[at_] != '|') {
        break;
      }
      ++at_;
    }
    if (!words.forms.empty()) {
      all.children.push_back(std::move(words));
    }
    join_words(all);
    return all;
  }

  /// Most branches are a single plain word; it needs no node of its own.
  bool branch_of_one_word(PhraseNode& words) {
    const std::size_t begin = std::min(line_.find_first_not_of(kWhite, at_), line_.size());
    const std::string_view word = leading_word(line_.substr(begin));
    if (word.empty() || word.find_first_of("0123456789'-\xE2") != std::string_view::npos) {
      return false;
    }
    const std::size_t end =
        std::min(line_.find_first_not_of(kWhite, begin + word.size()), line_.size());
    if (end < line_.size() && line_[end] != '|' && line_[end] != ')' && line_[end] != ']') {
      return false;
    }
    if (words.forms.empty()) {
      words.where = position(begin);
      words.text = word;
    }
    words.forms.push_back(fold(word));
    at_ = end;
    return true;
  }

  /// seq = item , { item }
  PhraseNode sequence(int depth) {
    at_end_of_branch();
    const std::size_t begin = at_;
    PhraseNode items = node(PhraseKind::sequence, begin);
    while (!failed_ && !at_end_of_branch()) {
      item(depth, items.children);
    }
    if (!failed_ && items.children.empty()) {
      fail(Code::empty_phrase, begin, 1, "an empty branch",
           "write a phrase there; for words that may be missing, write [words]");
    }
    if (items.children.size() == 1) {
      PhraseNode only = std::move(items.children.front());
      return only;
    }
    return items;
  }

  void item(int depth, std::vector<PhraseNode>& out) {
    switch (line_[at_]) {
      case '(':
        out.push_back(bracketed(depth, ')', "group"));
        return;
      case '[':
        out.push_back(option(depth));
        return;
      case '{':
        out.push_back(slot());
        return;
      case '<':
        out.push_back(shared());
        return;
      case '!':
        out.push_back(without(depth));
        return;
      case '"':
        out.push_back(exact('"'));
        return;
      case '\'':
        quote_or_word(1, out);
        return;
      case '.':
        if (line_.substr(at_).starts_with("...")) {
          out.push_back(gap());
          return;
        }
        break;
      default:
        break;
    }
    if (line_.substr(at_).starts_with(kApostrophe)) {
      quote_or_word(kApostrophe.size(), out);
      return;
    }
    words_or_mark(out);
  }

  PhraseNode bracketed(int depth, char closer, std::string_view what) {
    const std::size_t begin = at_;
    if (depth >= kDeepest) {
      fail(Code::phrase_too_deep, begin, 1, "brackets more than 24 deep",
           "share a part of it under `phrases:`");
      return {};
    }
    ++at_;
    PhraseNode inner = alternatives(depth + 1);
    if (failed_) {
      return {};
    }
    if (at_ >= line_.size() || line_[at_] != closer) {
      const std::string opener(1, line_[begin]);
      fail(Code::bracket, begin, at_ - begin,
           (what == "option" ? "an " : "a ") + std::string(what) + " that is not closed: `" +
               opener + "` without `" + std::string(1, closer) + "`",
           at_ < line_.size() ? "the brackets cross: close the inner one first"
           : commented_       ? "add the closing bracket before the #, which begins a comment"
                              : "add the closing bracket");
      return {};
    }
    ++at_;
    return inner;
  }

  PhraseNode option(int depth) {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::option, begin);
    PhraseNode inner = bracketed(depth, ']', "option");
    if (inner.kind == PhraseKind::gap || inner.kind == PhraseKind::option) {
      return inner;  // a gap may take no words at all
    }
    made.children.push_back(std::move(inner));
    return made;
  }

  // -- items

  /// The text between the bracket at at_ and `closer`, trimmed; at_ moves behind it.
  std::string_view name_until(char closer, std::string_view what) {
    const std::size_t begin = at_++;
    const std::size_t end = line_.find(closer, at_);
    if (end == std::string_view::npos) {
      fail(Code::bracket, begin, 1,
           "`" + std::string(1, line_[begin]) + "` without `" + std::string(1, closer) + "`",
           "a " + std::string(what) + " is written " + line_[begin] + "name" + closer);
      return {};
    }
    std::string_view name = line_.substr(at_, end - at_);
    at_ = end + 1;
    return trimmed(name);
  }

  static std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kWhite);
    if (first == std::string_view::npos) {
      return {};
    }
    return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
  }

  PhraseNode slot() {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::slot, begin);
    const std::string_view inside = name_until('}', "slot");
    const std::size_t colon = inside.find(':');
    made.slot = trimmed(inside.substr(0, colon));
    if (colon != std::string_view::npos) {
      made.type = trimmed(inside.substr(colon + 1));
    }
    const bool typed_well = colon == std::string_view::npos || is_name(made.type);
    if (!failed_ && (!is_name(made.slot) || !typed_well || inside.size() > kLongestName)) {
      fail(Code::wrong_slot, begin, at_ - begin, "an unreadable slot",
           "a slot is written {n}, or {n:count} with a type or a list");
    }
    return made;
  }

  PhraseNode shared() {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::list_ref, begin);
    made.text = name_until('>', "shared phrase");
    if (!failed_ && (!is_name(made.text) || made.text.size() > kLongestName)) {
      fail(Code::wrong_slot, begin, at_ - begin, "an unreadable <name>",
           "names have letters, digits, _ and -: <people>");
    }
    return made;
  }

  PhraseNode without(int depth) {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::without, begin);
    ++at_;
    if (at_end_of_branch() || line_[at_] == '[' || line_[at_] == '{' || line_[at_] == '!' ||
        line_.substr(at_).starts_with("...")) {
      fail(Code::wrong_without, begin, 1, "`!` needs the words that must not follow",
           "write !word, !\"exact text\", !(a|b) or !<name>");
      return made;
    }
    std::vector<PhraseNode> inner;
    item(depth, inner);
    if (inner.size() == 1) {
      made.children = std::move(inner);
    } else if (!failed_) {  // !five-year: the three together
      PhraseNode together = node(PhraseKind::sequence, begin + 1);
      together.children = std::move(inner);
      made.children.push_back(std::move(together));
    }
    return made;
  }

  PhraseNode gap() {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::gap, begin);
    at_ += 3;
    unsigned most = 0;
    const std::size_t digits = at_;
    for (; at_ < line_.size() && line_[at_] >= '0' && line_[at_] <= '9'; ++at_) {
      most = std::min(most * 10 + static_cast<unsigned>(line_[at_] - '0'), 1000U);
    }
    if (at_ > digits) {
      made.most = static_cast<std::uint8_t>(std::min(most, kLongestGap));
    }
    if (at_ > digits && (most == 0 || most > kLongestGap)) {
      fail(Code::wrong_gap, begin, at_ - begin, "a gap of " + std::to_string(most) + " words",
           "gaps take 1 to 12 words: ...3");
    }
    if (at_ < line_.size() && line_[at_] == '.') {
      fail(Code::wrong_gap, begin, 4, "a gap has three dots",
           "write ... for up to 4 words, ...8 for up to 8");
    }
    if (at_ < line_.size() && line_[at_] == '!') {
      made.crosses_numbers = true;
      ++at_;
    }
    return made;
  }

  PhraseNode exact(char quote) {
    const std::size_t begin = at_;
    PhraseNode made = node(PhraseKind::exact, begin);
    const std::size_t end = line_.find(quote, begin + 1);
    if (end == std::string_view::npos) {
      fail(Code::open_quote, begin, line_.size() - begin, "a quotation mark that is not closed",
           "exact text is written \"US\"; an apostrophe stands behind a letter");
      return made;
    }
    made.text = trimmed(line_.substr(begin + 1, end - begin - 1));
    at_ = end + 1;
    if (made.text.empty()) {
      fail(Code::empty_phrase, begin, at_ - begin, "exact text without letters",
           "write letters between the marks, or leave them out");
    }
    return made;
  }

  /// 's and a lone ' are words of a text; 'US' is exact text.
  void quote_or_word(std::size_t quote_size, std::vector<PhraseNode>& out) {
    const std::string_view rest = line_.substr(at_ + quote_size);
    const bool genitive = rest.starts_with('s') && (rest.size() == 1 || !is_word_byte(rest[1]));
    const bool alone = rest.empty() || !is_word_byte(rest[0]) || quote_size > 1;
    if (!genitive && !alone) {
      out.push_back(exact('\''));
      return;
    }
    PhraseNode made = node(genitive ? PhraseKind::word : PhraseKind::punctuation, at_);
    made.text = genitive ? "'s" : "'";
    if (genitive) {
      made.forms.emplace_back("'s");
    }
    at_ += quote_size + (genitive ? 1 : 0);
    out.push_back(std::move(made));
  }

  void words_or_mark(std::vector<PhraseNode>& out) {
    const std::size_t begin = at_;
    const std::string_view raw = leading_word(line_.substr(begin));
    if (raw.empty()) {
      mark(out);
      return;
    }
    if (mixes_alphabets(raw)) {
      fail(Code::wrong_character, begin, raw.size(),
           "`" + std::string(raw) + "` has letters of two alphabets that look the same",
           "type the word again");
      return;
    }
    at_ += raw.size();
    const bool inflected = at_ < line_.size() && line_[at_] == '~';
    const std::vector<std::string_view> parts = split_word(raw);
    for (const std::string_view part : parts) {
      const bool last = part.data() == parts.back().data();
      add_word(part, inflected && last, begin, out);
    }
    at_ += inflected ? 1 : 0;
  }

  void add_word(std::string_view part, bool inflected, std::size_t begin,
                std::vector<PhraseNode>& out) {
    const auto offset = begin + static_cast<std::size_t>(part.data() - line_.data()) - begin;
    PhraseNode made = node(part == "-" ? PhraseKind::punctuation : PhraseKind::word, offset);
    made.text = std::string(part) + (inflected ? "~" : "");
    if (made.kind == PhraseKind::word) {
      made.forms = inflected ? inflect(part) : std::vector<std::string>{fold(part)};
    }
    if (inflected && made.forms.size() < 2) {
      fail(Code::wrong_inflection, offset, part.size() + 1,
           "`" + made.text + "` has no other forms", "leave the ~ out");
    }
    out.push_back(std::move(made));
  }

  void mark(std::vector<PhraseNode>& out) {
    const std::string_view rest = line_.substr(at_);
    const PunctuationMark found = leading_mark(rest);
    if (found.size == 0) {
      wrong_character(rest);
      return;
    }
    PhraseNode made = node(PhraseKind::punctuation, at_);
    made.text = found.text;
    at_ += found.size;
    out.push_back(std::move(made));
  }

  void wrong_character(std::string_view rest) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) {
      ++size;
    }
    if (starts_invisible(rest)) {
      fail(Code::wrong_character, at_, size, "a character that cannot be seen",
           "delete it, or type an ordinary blank in its place");
      return;
    }
    std::string help = "write it inside \"exact text\", or leave it out";
    if (rest.starts_with("“") || rest.starts_with("”") || rest.starts_with("‘")) {
      help = "write straight marks: \"exact text\"";
    } else if (rest.starts_with("…")) {
      help = "write three dots: ...";
    }
    for (const Misuse& misuse : kMisuses) {
      if (rest.front() == misuse.character) {
        help = misuse.help;
      }
    }
    if (rest.front() == '}' || rest.front() == '>') {
      fail(Code::bracket, at_, 1, "a `" + std::string(rest.substr(0, 1)) + "` that closes nothing",
           "delete it, or open the bracket before it");
      return;
    }
    fail(Code::wrong_character, at_, size,
         "`" + std::string(rest.substr(0, size)) + "` is not part of phrases", std::move(help));
  }

  std::string_view line_;
  bool commented_;
  RulePosition start_;
  Complaints& complaints_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::size_t counted_ = 0;   // bytes whose columns are counted
  std::uint32_t column_ = 0;  // code points before counted_
};

}  // namespace

std::optional<Phrase> read_phrase(std::string_view line, const RulePosition& where,
                                  Complaints& complaints) {
  const std::string_view code = without_comment(line);
  const std::size_t first = code.find_first_not_of(kWhite);
  if (first == std::string_view::npos) {
    return std::nullopt;
  }
  Reader reader(code, code.size() < line.size(), where, complaints);
  std::optional<PhraseNode> root = reader.read();
  if (!root) {
    return std::nullopt;
  }
  Phrase phrase;
  phrase.root = std::move(*root);
  phrase.written = code.substr(first, code.find_last_not_of(kWhite) - first + 1);
  phrase.where = where;
  phrase.where.column += static_cast<std::uint32_t>(first);
  return phrase;
}

std::optional<Phrase> parse_phrase(std::string_view line, Diagnostics& diagnostics) {
  Complaints complaints(diagnostics);
  const std::uint32_t file = complaints.add_file("phrase", std::string(line));
  std::optional<Phrase> phrase = read_phrase(line, {file, 1, 1}, complaints);
  if (!phrase && complaints.errors() == 0) {
    complaints.add(Code::empty_phrase, {{file, 1, 1}, 0}, "no phrase",
                   "write words, such as: kill~ {n} people");
  }
  return phrase;
}

}  // namespace concord::rules
