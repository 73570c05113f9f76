#include "extract/fiscal_periods.h"

#include <algorithm>
#include <array>
#include <variant>

#include "base/fold.h"
#include "model/value.h"

namespace concord::extract {
namespace {

/// "Q2 2025" for TIMEX3 "2025-Q2", "H1 2025" for "2025-H1", "2025" for a year, "Q2" when the year
/// is not known; empty for other times.
std::string period_name(std::string_view timex) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return timex.size() >= from + count &&
           std::all_of(timex.begin() + static_cast<std::ptrdiff_t>(from),
                       timex.begin() + static_cast<std::ptrdiff_t>(from + count),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool part =
      timex.size() == 7 && timex[4] == '-' && (timex[5] == 'Q' || timex[5] == 'H') && digits(6, 1);
  if (part && timex.starts_with("XXXX")) {
    return std::string(timex.substr(5));
  }
  if (!digits(0, 4)) {
    return {};
  }
  if (timex.size() == 4) {
    return std::string(timex);
  }
  return part ? std::string(timex.substr(5)) + " " + std::string(timex.substr(0, 4))
              : std::string();
}

/// "$2 billion in the second quarter of 2024": such a period belongs to the figure, whatever period
/// stands before it.
bool follows_closely(const SentenceText& text, Span figure, Span period) {
  constexpr std::array<std::string_view, 4> kJoints{"in", "in the", "for", "for the"};
  if (period.begin <= figure.end + 1) {
    return false;
  }
  const std::string_view between = text.text(Span{figure.end, period.begin});
  return std::ranges::find(kJoints, between.substr(1, between.size() - 2)) != kJoints.end();
}

/// "$41 million, from $62 million in the same period last year", "4 percent more than in 2024": the
/// period of a figure that another one is held against.  `lead` stands before the period.
bool is_compared_with(std::string_view lead, std::string_view period) {
  constexpr std::array<std::string_view, 4> kBefore{" earlier", " ago", " before", "year-ago"};
  constexpr std::array<std::string_view, 6> kAgainst{" than ",   " compared ", " against ",
                                                     " versus ", " vs ",       " the same "};
  const auto in = [](std::string_view where) {
    return [where](std::string_view cue) { return where.find(cue) != std::string_view::npos; };
  };
  if (std::ranges::any_of(kBefore, in(fold(period)))) {
    return true;
  }
  const std::string words = fold(lead);
  const std::size_t from = words.rfind("from ");
  const bool moved =
      from != std::string::npos && words.find_first_of("0123456789", from) != std::string::npos;
  return moved || std::ranges::any_of(kAgainst, in(words));
}

/// "nine-month net profit", "in the first nine months": a period that no date names; told apart
/// from that of a quarter in the same article.
bool is_of_nine_months(SentenceText& text, Span figure) {
  constexpr std::array<std::string_view, 2> kWords{"nine-month", "nine months"};
  std::uint32_t from = text.span(text.begin(), text.end()).begin;
  for (const ValueMention& mention : text.values()) {
    const auto* amount = std::get_if<Quantity>(&mention.value);
    const bool money = amount != nullptr && amount->dimension == Dimension::money;
    from = money && mention.full.end <= figure.begin ? mention.full.end : from;
  }
  const std::string lead = fold(text.text(Span{from, figure.begin}));
  return std::ranges::any_of(
      kWords, [&](std::string_view words) { return lead.find(words) != std::string::npos; });
}

/// The period of the figure: one that follows it closely, else the last one before it, else the
/// first one after it that is not what the figure is compared with.
std::string period_near(SentenceText& text, Span figure) {
  constexpr std::uint32_t kLead = 40;  // bytes before a period that may say what it is
  std::string before;
  for (const ValueMention& mention : text.values()) {
    const auto* time = std::get_if<TimeSpan>(&mention.value);
    const std::string name = time == nullptr ? std::string() : period_name(time->timex);
    if (name.empty()) {
      continue;
    }
    const Span at = mention.full;
    const bool behind = at.begin > figure.end;
    const std::uint32_t sentence = text.span(text.begin(), text.end()).begin;
    const std::uint32_t near = at.begin - std::min(kLead, at.begin - sentence);
    const Span lead{behind ? figure.end : near, at.begin};
    if (is_compared_with(text.text(lead), text.text(at))) {
      continue;
    }
    if (behind) {
      const bool own = before.empty() || follows_closely(text, figure, at);
      return own ? name : before;
    }
    before = name;
  }
  return before;
}

constexpr std::array<std::string_view, 9> kYearBefore{
    "year-ago",    "year ago",   "year-earlier",     "year earlier",     "year-before",
    "year before", "prior year", "period last year", "quarter last year"};

/// Where the first of the words for the year before begins; npos if none does.
std::size_t year_before_in(std::string_view words) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view cue : kYearBefore) {
    first = std::min(first, words.find(cue));
  }
  return first;
}

/// True if what stands between a figure and such words only leads to them: nothing, "in the same".
bool only_leads_there(std::string_view between) {
  constexpr std::array<std::string_view, 11> kOthers{"from",    "than",   "compared", "versus",
                                                     "against", "higher", "lower",    "up ",
                                                     "down ",   "and ",   "over "};
  constexpr std::size_t kMost = 30;  // bytes
  const auto tells = [&](std::string_view other) {
    return between.find(other) != std::string_view::npos;
  };
  return between.size() <= kMost && std::ranges::none_of(kOthers, tells) &&
         between.find_first_of("0123456789,;:") == std::string_view::npos;
}

/// Behind ", or 14 cents a share," and other commas.
std::string_view without_share(std::string_view behind) {
  constexpr std::size_t kMost = 70;  // bytes of "or 14 Canadian cents a share adjusted for ..."
  if (behind.starts_with(", or ")) {
    for (const std::string_view share : {" a share", " per share"}) {
      const std::size_t at = behind.substr(0, kMost).find(share);
      if (at != std::string_view::npos) {
        behind.remove_prefix(at + share.size());
        break;
      }
    }
  }
  const std::size_t words = behind.find_first_not_of(", ");
  return words == std::string_view::npos ? std::string_view() : behind.substr(words);
}

/// "A year earlier, net income was $2 million", "earned $10 million, or 67 cents a share, in the
/// year-ago quarter"; not "up from $2 million a year earlier" nor "more than a year ago".
bool is_of_year_before(SentenceText& text, Span figure) {
  const Span sentence = text.span(text.begin(), text.end());
  std::uint32_t first_money = figure.begin;
  for (const ValueMention& mention : text.values()) {
    const auto* amount = std::get_if<Quantity>(&mention.value);
    if (amount != nullptr && amount->dimension == Dimension::money) {
      first_money = std::min(first_money, mention.full.begin);
    }
  }
  const std::string lead = fold(text.text(Span{sentence.begin, first_money}));
  const std::size_t told = year_before_in(lead);
  if (told != std::string::npos &&
      only_leads_there(std::string_view(lead).substr(told < 30 ? 0 : told - 30,
                                                     std::min<std::size_t>(told, 30)))) {
    return true;
  }
  if (figure.end >= sentence.end) {
    return false;
  }
  const std::string behind = fold(text.text(Span{figure.end, sentence.end}));
  const std::string_view rest = without_share(behind);
  const std::size_t at = year_before_in(rest);
  return at != std::string_view::npos && only_leads_there(rest.substr(0, at));
}

/// "full-year profit", "for the year ended Sept. 30".
bool is_of_full_year(SentenceText& text, Span figure) {
  constexpr std::array<std::string_view, 6> kWords{"full-year",   "full year",     "year ended",
                                                   "year ending", "twelve months", "12 months"};
  const std::uint32_t begin = text.span(text.begin(), text.end()).begin;
  const std::string lead = fold(text.text(Span{begin, figure.begin}));
  return std::ranges::any_of(
      kWords, [&](std::string_view words) { return lead.find(words) != std::string::npos; });
}

}  // namespace

FiscalPeriod fiscal_period_of(SentenceText& text, Span figure) {
  if (is_of_nine_months(text, figure)) {
    return {std::string(kNineMonths), is_of_year_before(text, figure)};
  }
  std::string near = period_near(text, figure);
  if (!near.empty()) {
    return {std::move(near), false};
  }
  return {is_of_full_year(text, figure) ? std::string(kFullYear) : std::string(),
          is_of_year_before(text, figure)};
}

std::string_view year_of(std::string_view period) {
  constexpr std::size_t kDigits = 4;
  if (period.size() < kDigits) {
    return {};
  }
  const std::string_view last = period.substr(period.size() - kDigits);
  const bool digits = std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? last : std::string_view();
}

std::string a_year_before(std::string_view period) {
  const std::string_view year = year_of(period);
  if (year.empty()) {
    return std::string(period) + (period.empty() ? "a year before" : " a year before");
  }
  return std::string(period.substr(0, period.size() - year.size())) +
         std::to_string(std::stoi(std::string(year)) - 1);
}

}  // namespace concord::extract
