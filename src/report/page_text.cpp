#include "report/page_text.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

#include "base/calendar_names.h"
#include "base/utf8.h"
#include "report/fact_json.h"
#include "wording/fact_text.h"

namespace concord::report {
namespace {

constexpr std::size_t kShortMonth = 3;
constexpr std::int64_t kSecondsPerMinute = 60;
constexpr std::size_t kLongestSentence = 400;  // bytes
constexpr std::size_t kBeforeMark = 160;
constexpr std::uint32_t kLongestMark = 1200;

struct HedgeRow {
  Hedge hedge;
  std::string_view sign;
};
constexpr HedgeRow kSigns[] = {
    {Hedge::exact, ""},       {Hedge::rounded, ""},     {Hedge::about, "≈"},
    {Hedge::just_under, "<"}, {Hedge::just_over, ">"},  {Hedge::more_than, ">"},
    {Hedge::well_over, ">"},  {Hedge::at_least, "≥"},   {Hedge::less_than, "<"},
    {Hedge::at_most, "≤"},    {Hedge::as_many_as, "≤"},
};

bool is_plain(unsigned char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
}

std::string between(const Interval<Decimal>& range) {
  if (!range.low && !range.high) {
    return "?";
  }
  if (!range.high) {
    return (range.low_open ? ">" : "≥") + grouped(wording::told_number(*range.low));
  }
  if (!range.low) {
    return (range.high_open ? "<" : "≤") + grouped(wording::told_number(*range.high));
  }
  const std::string low = grouped(wording::told_number(*range.low));
  const std::string high = grouped(wording::told_number(*range.high));
  return low == high ? low : low + "–" + high;
}

std::string with_unit(const Quantity& quantity, const std::string& number) {
  switch (quantity.dimension) {
    case Dimension::percent:
      return number + "%";
    case Dimension::percentage_points:
      return number + " points";
    case Dimension::money:
      return quantity.unit + " " + number;
    default:
      break;
  }
  if (quantity.dimension == Dimension::count || quantity.unit == "1" || quantity.unit.empty()) {
    return number;
  }
  return number + " " + (quantity.unit_text.empty() ? quantity.unit : quantity.unit_text);
}

std::string quantity_label(const Quantity& quantity, std::string_view words) {
  if (quantity.hedge == Hedge::vague && !words.empty()) {
    return std::string(words);
  }
  const auto row = std::ranges::find(kSigns, quantity.hedge, &HedgeRow::hedge);
  if (row != std::end(kSigns) && quantity.nominal) {
    return std::string(row->sign) + with_unit(quantity, grouped(to_string(*quantity.nominal)));
  }
  return with_unit(quantity, between(quantity.hard));
}

/// The numbers written in digits, when they make the whole: "13 soldiers and 169 civilians" of 182.
std::string parts_in_words(std::string_view words, const Decimal& whole) {
  std::string text;
  Decimal sum;
  std::size_t parts = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_not_of("0123456789,", at), words.size());
    if (words[at] < '0' || words[at] > '9' || end == at) {
      ++at;
      continue;
    }
    std::string digits(words.substr(at, end - at));
    std::erase(digits, ',');
    const auto number = parse_decimal(digits);
    const auto longer = number ? add(sum, *number) : std::nullopt;
    if (!longer) {
      return {};
    }
    sum = *longer;
    text += (parts++ == 0 ? "" : "+") + grouped(digits);
    at = end;
  }
  return parts > 1 && sum == whole ? text : std::string();
}

std::size_t back_to_word(std::string_view text, std::size_t from, std::size_t to) {
  const std::size_t space = text.find(' ', from);
  std::size_t at = space < to ? space + 1 : from;
  while (at < to && !is_code_point_start(text, at)) {
    ++at;
  }
  return at;
}

std::size_t end_of_word(std::string_view text, std::size_t from, std::size_t to) {
  const std::size_t space = text.rfind(' ', to);
  std::size_t at = space != std::string_view::npos && space > from ? space : to;
  while (at > from && !is_code_point_start(text, at)) {
    --at;
  }
  return at;
}

}  // namespace

std::string anchor(std::string_view id) {
  std::string text;
  for (const char letter : id) {
    if (is_plain(static_cast<unsigned char>(letter))) {
      text += letter;
    } else {
      text += fmt::format(".{:02x}", static_cast<unsigned char>(letter));
    }
  }
  return text.empty() ? "none" : text;
}

std::string safe_url(std::string_view url) {
  constexpr std::size_t kLongest = 2000;
  const auto begins = [&](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), url.begin(),
                      [](char wanted, char given) { return wanted == (given | 0x20); });
  };
  const bool printable = std::ranges::all_of(url, [](char letter) {
    return static_cast<unsigned char>(letter) > ' ' && letter != '"' && letter != '\'' &&
           letter != '<' && letter != '>' && letter != '`' && letter != '\\' && letter != 0x7f;
  });
  const bool web = begins("http://") || begins("https://");
  return web && printable && url.size() <= kLongest ? std::string(url) : std::string();
}

std::string short_time(const Publication& published) {
  const CivilTime at =
      to_civil({published.begin.seconds + published.offset_minutes * kSecondsPerMinute});
  const auto month = kMonthNames[static_cast<std::size_t>(at.month - 1)].substr(0, kShortMonth);
  return published.begin == published.end
             ? fmt::format("{} {} {:02}:{:02}", at.day, month, at.hour, at.minute)
             : fmt::format("{} {}", at.day, month);
}

std::optional<int> clock_of(const Night& night) {
  return night.one_clock ? std::optional(night.offset_minutes) : std::nullopt;
}

Publication on_clock(Publication published, const std::optional<int>& clock) {
  if (clock && published.begin == published.end) {
    published.offset_minutes = *clock;
  }
  return published;
}

std::string zone_name(int offset_minutes) {
  return offset_minutes == 0
             ? std::string("UTC")
             : fmt::format("{}{:02}:{:02}", offset_minutes < 0 ? "-" : "+",
                           std::abs(offset_minutes) / 60, std::abs(offset_minutes) % 60);
}

std::string long_time(Timestamp utc, int offset_minutes) {
  const CivilTime at = to_civil({utc.seconds + offset_minutes * kSecondsPerMinute});
  const auto month = kMonthNames[static_cast<std::size_t>(at.month - 1)];
  return fmt::format("{} {} {}, {:02}:{:02}{}", at.day, month, at.year, at.hour, at.minute,
                     offset_minutes == 0 ? " UTC" : "");
}

std::string date_text(const Night& night) {
  if (!night.now) {
    return {};
  }
  const bool named = night.one_clock && night.offset_minutes != 0;  // UTC is named by itself
  return long_time(*night.now, night.offset_minutes) +
         (named ? " UTC" + zone_name(night.offset_minutes) : "");
}

std::string age_text(std::int64_t seconds) {
  constexpr std::pair<std::int64_t, std::string_view> kUnits[] = {
      {kSecondsPerDay, "day"}, {3600, "hour"}, {kSecondsPerMinute, "minute"}};
  for (const auto& [size, name] : kUnits) {
    if (seconds >= size) {
      return counted(static_cast<std::uint64_t>(seconds / size), name);
    }
  }
  return {};
}

std::string grouped(std::string digits) {
  constexpr std::size_t kGroup = 3;
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + kGroup) {
    at -= kGroup;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string figure_label(const Value& value, std::string_view words) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return quantity_label(*quantity, words);
  }
  if (const auto* duration = std::get_if<Duration>(&value); duration && duration->amount) {
    const std::string number = to_string(*duration->amount);
    return fmt::format("{} {}{}", number, duration->unit, number == "1" ? "" : "s");
  }
  const auto* time = std::get_if<TimeSpan>(&value);
  if (time != nullptr && time->begin) {
    const Timestamp end{time->begin->seconds + (time->has_clock ? 0 : kSecondsPerDay)};
    const std::string year = time->has_clock ? "" : fmt::format(" {}", to_civil(*time->begin).year);
    return short_time({{}, *time->begin, end}) + year;
  }
  return wording::short_form(value);
}

std::string statement_label(const Findings& findings, FactId id) {
  const Fact& fact = findings.facts[id.index];
  const std::string_view said =
      wording::words(findings.documents[fact.document.index], fact.filler);
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  if (fact.derived && quantity != nullptr && quantity->nominal) {
    if (std::string parts = parts_in_words(said, *quantity->nominal); !parts.empty()) {
      return parts;
    }
  }
  return figure_label(fact.value, said);
}

Quoted quoted_sentence(const Document& document, const Fact& fact) {
  const std::string_view text = document.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t mark = std::min(fact.filler.begin, size);
  const std::uint32_t whole_end = std::clamp(fact.filler.end, mark, size);
  std::uint32_t mark_end = std::min(whole_end, mark + kLongestMark);
  while (mark_end > mark && !is_code_point_start(text, mark_end)) {
    --mark_end;
  }
  std::size_t begin = std::min(fact.sentence.begin, mark);
  std::size_t end = std::clamp(fact.sentence.end, mark_end, size);
  const bool cut_left = end - begin > kLongestSentence && mark - begin > kBeforeMark;
  if (cut_left) {
    begin = back_to_word(text, mark - kBeforeMark, mark);
  }
  const std::size_t longest = std::max<std::size_t>(begin + kLongestSentence, mark_end);
  const bool cut_right = end > longest;
  if (cut_right) {
    end = end_of_word(text, mark_end, longest);
  }
  Quoted quoted;
  quoted.before = (cut_left ? "… " : "") + std::string(text.substr(begin, mark - begin));
  quoted.marked =
      std::string(text.substr(mark, mark_end - mark)) + (mark_end < whole_end ? " …" : "");
  quoted.after = std::string(text.substr(mark_end, end - mark_end)) + (cut_right ? " …" : "");
  return quoted;
}

std::string changes_line(const QuietEdit& edit) {
  return edit.changes.empty() ? "no figure changed"
                              : fmt::format("{}", fmt::join(edit.changes, "; "));
}

std::string waiting_line(const Night& night) {
  return fmt::format("{} for {} publication time",
                     night.waiting_count == 1 ? "1 article waits"
                                              : counted(night.waiting_count, "article") + " wait",
                     night.waiting_count == 1 ? "its" : "their");
}

std::string counted(std::uint64_t count, std::string_view noun) {
  const std::string number = grouped(std::to_string(count));
  if (count != 1 && noun.ends_with("story")) {
    return fmt::format("{} {}ies", number, noun.substr(0, noun.size() - 1));
  }
  return fmt::format("{} {}{}", number, noun, count == 1 ? "" : "s");
}

}  // namespace concord::report
