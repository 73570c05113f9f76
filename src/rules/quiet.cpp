#include "rules/quiet.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace concord::rules {
namespace {

constexpr std::string_view kMark = "# quiet:";
constexpr std::string_view kBecause = " because ";

/// What a comment silences: file, line, code.
using Silenced = std::tuple<std::string, std::uint32_t, std::string>;

struct Quiet {
  Place place;  // of the comment
  bool used = false;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

bool is_comment_or_blank(std::string_view line) {
  const std::string_view content = trimmed(line);
  return content.empty() || content.starts_with('#');
}

/// For each line the line, 1-based, that a comment on it speaks of: itself, or the next that is no
/// comment.
std::vector<std::uint32_t> lines_meant(const std::vector<std::string_view>& lines) {
  std::vector<std::uint32_t> meant(lines.size());
  for (std::size_t i = lines.size(); i-- > 0;) {
    const bool passes_on = is_comment_or_blank(lines[i]) && i + 1 < lines.size();
    meant[i] = passes_on ? meant[i + 1] : static_cast<std::uint32_t>(i + 1);
  }
  return meant;
}

class QuietReader {
 public:
  explicit QuietReader(Complaints& complaints) : complaints_(complaints) {}

  void read(std::uint32_t file, std::string_view text) {
    if (text.find(kMark) == std::string_view::npos) {
      return;
    }
    const std::vector<std::string_view> lines = lines_of(text);
    const std::vector<std::uint32_t> meant = lines_meant(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t mark = lines[i].find(kMark);
      if (mark == std::string_view::npos || (mark > 0 && lines[i][mark - 1] != ' ')) {
        continue;
      }
      const auto line = static_cast<std::uint32_t>(i + 1);
      const auto column = static_cast<std::uint32_t>(code_points(lines[i].substr(0, mark)) + 1);
      const Place place{{file, line, column}, static_cast<std::uint32_t>(lines[i].size() - mark)};
      read_comment(lines[i].substr(mark + kMark.size()), place, meant[i]);
    }
  }

  std::map<Silenced, Quiet> quiets;

 private:
  void read_comment(std::string_view comment, const Place& place, std::uint32_t line) {
    const std::size_t because = comment.find(kBecause);
    if (because == std::string_view::npos || trimmed(comment.substr(because + 8)).empty()) {
      complaints_.add(Code::wrong_quiet, place, "a `# quiet:` comment needs a reason",
                      "write: # quiet: W421 because the phrase is rare in our copy");
      return;
    }
    std::string_view codes = comment.substr(0, because);
    while (!codes.empty()) {
      const std::size_t comma = std::min(codes.find(','), codes.size());
      const std::string code(trimmed(codes.substr(0, comma)));
      codes.remove_prefix(std::min(comma + 1, codes.size()));
      if (code_named(code) == nullptr) {
        complaints_.add(Code::wrong_quiet, place,
                        "there is no finding with the code `" + code + "`",
                        "codes are written as in the message: W421");
        continue;
      }
      quiets.insert_or_assign({complaints_.file(place.where.file).name, line, code}, Quiet{place});
    }
  }

  Complaints& complaints_;
};

}  // namespace

void apply_quiet_comments(const std::vector<std::string>& texts, Complaints& complaints,
                          Diagnostics& findings) {
  QuietReader reader(complaints);
  for (std::size_t file = 0; file < texts.size(); ++file) {
    reader.read(static_cast<std::uint32_t>(file), texts[file]);
  }
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto quiet = reader.quiets.find({finding.where.file, finding.where.line, finding.code});
    if (quiet == reader.quiets.end()) {
      return false;
    }
    quiet->second.used = true;
    return true;
  });
  for (const auto& [silenced, quiet] : reader.quiets) {
    if (!quiet.used) {
      complaints.add(Code::unused_quiet, quiet.place,
                     "nothing on line " + std::to_string(std::get<1>(silenced)) +
                         " has the finding " + std::get<2>(silenced),
                     "delete the comment");
    }
  }
}

}  // namespace concord::rules
