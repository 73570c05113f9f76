// A Markdown table whose last column tells how the two columns before it differ.
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/fold.h"
#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostRows = 400;

/// The bytes between two bars, without the blanks around.
struct Cell {
  std::string_view words;
  std::uint32_t begin = 0;  // in the text

  Span span() const { return {begin, begin + static_cast<std::uint32_t>(words.size())}; }
};

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kBlanks = " \t\r*_";
  const std::size_t first = words.find_first_not_of(kBlanks);
  return first == std::string_view::npos
             ? words.substr(0, 0)
             : words.substr(first, words.find_last_not_of(kBlanks) - first + 1);
}

/// The cells of "| Kell | 800 | 920 | 15% |"; none for a line that is no row.
std::vector<Cell> cells_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Cell> cells;
  std::size_t at = text.find('|', begin);
  if (at >= end || !trimmed(text.substr(begin, at - begin)).empty()) {
    return cells;
  }
  for (++at; at < end;) {
    const std::size_t bar = std::min(text.find('|', at), end);
    if (bar == end) {
      break;
    }
    const std::string_view words = trimmed(text.substr(at, bar - at));
    cells.push_back({words, static_cast<std::uint32_t>(words.data() - text.data())});
    at = bar + 1;
  }
  return cells;
}

/// A number as cells write it, and half of its last digit.
struct Number {
  double value = 0;
  double slack = 0;
  bool percent = false;
};

std::optional<Number> number_in(std::string_view words) {
  constexpr std::string_view kMinus = "\u2212";
  constexpr std::string_view kEuro = "\u20AC";
  constexpr std::string_view kPound = "\u00A3";
  Number number;
  bool minus = false;
  if (words.starts_with(kMinus)) {
    minus = true;
    words.remove_prefix(kMinus.size());
  } else if (words.starts_with('-') || words.starts_with('+')) {
    minus = words.front() == '-';
    words.remove_prefix(1);
  }
  for (const std::string_view sign : {std::string_view("$"), kEuro, kPound}) {
    words.remove_prefix(words.starts_with(sign) ? sign.size() : 0);
  }
  if (words.ends_with('%')) {
    number.percent = true;
    words = trimmed(words.substr(0, words.size() - 1));
  }
  double unit = 0;  // of the next decimal
  constexpr std::size_t kMostDigits = 15;
  if (words.empty() || words.size() > kMostDigits) {
    return std::nullopt;
  }
  for (const char c : words) {
    if (c == '.' && unit == 0) {
      unit = 1;
    } else if (c >= '0' && c <= '9') {
      unit /= 10;
      number.value = unit == 0 ? 10 * number.value + (c - '0') : number.value + unit * (c - '0');
    } else if (c != ',' || unit != 0) {
      return std::nullopt;
    }
  }
  number.slack = unit == 0 ? 0.5 : unit / 2;
  number.value = minus ? -number.value : number.value;
  return number;
}

bool is_year(std::string_view words) {
  return words.size() == 4 && (words.starts_with("19") || words.starts_with("20")) &&
         words.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The column that tells the change from the one of the year before to that of the next, which
/// stand before it; 0 where the head names none.
std::size_t change_column(const std::vector<Cell>& head) {
  constexpr std::string_view kChange[] = {"change",   "rise",       "growth",  "increase",
                                          "change %", "change (%)", "% change"};
  for (std::size_t i = 2; i < head.size(); ++i) {
    const bool years = is_year(head[i - 2].words) && is_year(head[i - 1].words) &&
                       head[i - 2].words < head[i - 1].words;
    if (years && is_in(fold(head[i].words), kChange)) {
      return i;
    }
  }
  return 0;
}

void check_row(const std::vector<Cell>& row, std::size_t change, CopyNotes& notes) {
  const auto before = number_in(row[change - 2].words);
  const auto now = number_in(row[change - 1].words);
  const auto told = number_in(row[change].words);
  if (!before || !now || !told || before->percent || now->percent || !told->percent ||
      before->value <= before->slack || now->value <= 0) {
    return;
  }
  const double right = 100 * (now->value - before->value) / before->value;
  const double low =
      100 * ((now->value - now->slack) / (before->value + before->slack) - 1) - told->slack;
  const double high =
      100 * ((now->value + now->slack) / (before->value - before->slack) - 1) + told->slack;
  const bool plain = row[change].words.find_first_of("+-") == std::string_view::npos;
  const bool fits = [&](double value) { return value >= low && value <= high; }(told->value) ||
                    (plain && -told->value >= low && -told->value <= high);
  if (!fits) {
    notes.add(row[change].span(),
              fmt::format("from {} to {} is a change of {}{} percent, not {}",
                          row[change - 2].words, row[change - 1].words, right < 0 ? "minus " : "",
                          shown(std::abs(right)), row[change].words),
              {{row[change - 2].span(), "before"}, {row[change - 1].span(), "now"}},
              "see which of the three is wrong");
  }
}

}  // namespace

void check_tables(const CopyText& text, CopyNotes& notes) {
  const std::string_view all = text.document().text;
  if (!text.document().markdown || all.find('|') == std::string_view::npos) {
    return;
  }
  std::size_t change = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::vector<Cell> cells = cells_of(all, begin, end);
    if (cells.empty()) {
      columns = change = 0;
    } else if (columns == 0) {
      columns = cells.size();
      change = change_column(cells);
    } else if (change > 0 && cells.size() == columns && ++rows < kMostRows) {
      check_row(cells, change, notes);
    }
    begin = end + 1;
  }
}

}  // namespace concord::proofread
