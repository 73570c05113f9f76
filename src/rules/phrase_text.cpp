// Phrase lines as text: tools that vary a line need its letters, not its tree.
#include <algorithm>
#include <utility>

#include "rules/authoring.h"
#include "rules/phrase_words.h"

namespace concord::rules {
namespace {

constexpr std::size_t kMostBranches = 1000;

/// The byte behind exact text that begins at `at`; `at` itself when a quotation mark there is the
/// apostrophe of 's or stands alone.
std::size_t behind_exact(std::string_view line, std::size_t at) {
  if (line[at] == '\'') {
    const std::string_view rest = line.substr(at + 1);
    const bool genitive = rest.starts_with('s') && (rest.size() == 1 || !is_word_byte(rest[1]));
    const bool alone = rest.empty() || !is_word_byte(rest.front());
    const bool inside = at > 0 && is_word_byte(line[at - 1]);
    if (genitive || alone || inside) {
      return at;
    }
  } else if (line[at] != '"') {
    return at;
  }
  const std::size_t end = line.find(line[at], at + 1);
  return end == std::string_view::npos ? line.size() : end + 1;
}

/// An open bracket, or the line itself.
struct Group {
  std::size_t begin = 0;  // behind the bracket
  bool forbids = false;   // behind !, here or outside
  std::vector<std::size_t> bars;
};

void add_branches(std::string_view line, const Group& group, std::size_t end,
                  std::vector<Branch>& out) {
  if (group.bars.empty() || group.forbids) {
    return;
  }
  std::size_t begin = group.begin;
  for (std::size_t i = 0; i <= group.bars.size(); ++i) {
    const std::size_t stop = i < group.bars.size() ? group.bars[i] : end;
    std::string_view written = line.substr(begin, stop - begin);
    const std::size_t first = std::min(written.find_first_not_of(' '), written.size());
    written.remove_prefix(first);
    written = written.substr(0, written.find_last_not_of(' ') + 1);
    Branch branch;
    branch.written = written;
    branch.begin = static_cast<std::uint32_t>(begin + first);
    const bool whole = group.begin == 0;
    branch.phrase = whole ? std::string(written)
                          : std::string(line.substr(0, group.begin - 1)) + "(" +
                                std::string(written) + ")" + std::string(line.substr(end + 1));
    if (out.size() < kMostBranches) {
      out.push_back(std::move(branch));
    }
    begin = stop + 1;
  }
}

}  // namespace

std::vector<Branch> branches_of(std::string_view line) {
  std::vector<Branch> branches;
  std::vector<Group> open(1);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char byte = line[at];
    if (const std::size_t behind = behind_exact(line, at); behind > at) {
      at = behind - 1;
    } else if (byte == '(' || byte == '[') {
      const bool forbids = open.back().forbids || (at > 0 && line[at - 1] == '!');
      open.push_back({at + 1, forbids, {}});
    } else if ((byte == ')' || byte == ']') && open.size() > 1) {
      add_branches(line, open.back(), at, branches);
      open.pop_back();
    } else if (byte == '|') {
      open.back().bars.push_back(at);
    }
  }
  add_branches(line, open.front(), line.size(), branches);
  std::ranges::stable_sort(branches, {}, &Branch::begin);
  return branches;
}

std::vector<PhraseItem> items_of(std::string_view line) {
  constexpr std::string_view kOpeners = "([{<";
  constexpr std::string_view kClosers = ")]}>";
  std::vector<PhraseItem> items;
  std::size_t begin = line.find_first_not_of(' ');
  int depth = 0;
  for (std::size_t at = begin; at < line.size(); ++at) {
    if (line[at] == ' ' && depth == 0) {
      items.push_back({line.substr(begin, at - begin), static_cast<std::uint32_t>(begin)});
      begin = std::min(line.find_first_not_of(' ', at), line.size());
      at = begin - 1;
    } else if (const std::size_t behind = behind_exact(line, at); behind > at) {
      at = behind - 1;
    } else {
      depth += kOpeners.find(line[at]) != std::string_view::npos ? 1 : 0;
      depth -= kClosers.find(line[at]) != std::string_view::npos ? 1 : 0;
    }
  }
  if (begin < line.size()) {
    items.push_back({line.substr(begin), static_cast<std::uint32_t>(begin)});
  }
  return items;
}

}  // namespace concord::rules
