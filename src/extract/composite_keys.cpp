#include "extract/composite_keys.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <variant>

#include "base/fold.h"
#include "extract/subjects.h"

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

constexpr std::string_view kNineMonths = "9M";

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

/// The short name a company is filed under: without its legal form.
std::string without_legal_form(std::string name) {
  constexpr std::array<std::string_view, 18> kForms{
      "Group", "Inc", "Inc.", "Corp", "Corp.", "Corporation", "Company", "Co",   "Co.",
      "AG",    "SE",  "SA",   "NV",   "plc",   "PLC",         "Ltd",     "Ltd.", "Holdings"};
  for (bool cut = true; cut;) {
    cut = false;
    const std::size_t space = name.rfind(' ');
    if (space != std::string::npos &&
        std::ranges::find(kForms, std::string_view(name).substr(space + 1)) != kForms.end()) {
      name.resize(space);
      cut = true;
    }
  }
  return name;
}

std::string currency_of(const Value& value) {
  const auto* quantity = std::get_if<Quantity>(&value);
  return quantity != nullptr && quantity->dimension == Dimension::money ? quantity->unit
                                                                        : std::string();
}

bool has_part(const FactRule& rule, std::string_view part) {
  return std::ranges::find(rule.key_with, part) != rule.key_with.end();
}

/// For each of the parts what is named there, else last before it, else first after it.
template <class Parts, class Member>
std::vector<std::string_view> carried(const std::vector<Parts>& parts, Member member) {
  const auto first =
      std::ranges::find_if(parts, [&](const Parts& p) { return !(p.*member).empty(); });
  std::string_view last = first == parts.end() ? std::string_view() : (*first).*member;
  std::vector<std::string_view> all;
  all.reserve(parts.size());
  for (const Parts& one : parts) {
    last = (one.*member).empty() ? last : one.*member;
    all.push_back(last);
  }
  return all;
}

/// The period that a sentence names itself, else the one that others name.  Nine months that only a
/// later sentence names are told beside a quarter, and not of what stands before them (`told`: a
/// period is).
std::string_view own_or_carried(const std::string& own, std::string_view period, bool told) {
  if (!own.empty()) {
    return own;
  }
  return !told && period == kNineMonths ? std::string_view() : period;
}

/// True for "Norvik" and "Castor Foods", not for "Jan Moor": where the key is a company, only a
/// source that reads like one will do.
bool reads_like_company(std::string_view name) {
  constexpr std::array<std::string_view, 32> kTrades{
      "Foods",   "Motors",   "Systems",      "Bank",       "Energy", "Air",       "Airlines",
      "Airways", "Media",    "Technologies", "Industries", "Pharma", "Oil",       "Gas",
      "Steel",   "Partners", "Capital",      "Insurance",  "Stores", "Telecom",   "Power",
      "Brands",  "Hotels",   "Logistics",    "Mining",     "Retail", "Resources", "Software",
      "Labs",    "Rail",     "Shipping",     "Electric"};
  if (name.empty() || name.front() < 'A' || name.front() > 'Z') {
    return false;
  }
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ||
         std::ranges::find(kTrades, name.substr(space + 1)) != kTrades.end();
}

bool is_pronoun(std::string_view key) {
  constexpr std::array<std::string_view, 4> kPronouns{"it", "he", "she", "they"};
  return std::ranges::find(kPronouns, key) != kPronouns.end();
}

/// The source of a fact as its key; empty where it will not do.
std::string key_from_source(const RuleSet& rules, const FactRule& rule, const Fact& fact) {
  if (!rule.key_from_source || !fact.by) {
    return {};
  }
  if (!rule.key_carries) {
    return fact.by->name;
  }
  const std::string name = without_legal_form(fact.by->name);
  const auto agencies = rules.sources.groups.find("agency");
  const bool agency = agencies != rules.sources.groups.end() &&
                      std::ranges::find(agencies->second, name) != agencies->second.end();
  return !agency && reads_like_company(name) ? name : std::string();
}

void append(std::string& key, std::string_view part) {
  if (!part.empty()) {
    key += key.empty() ? "" : " ";
    key += part;
  }
}

}  // namespace

void CompositeKeys::note(SentenceText& text, const Found& found) {
  const FactRule& rule = rules_.facts[found.fact.rule.index];
  Parts parts;
  parts.wanted = rule.key_carries || !rule.key_with.empty();
  if (parts.wanted && !is_pronoun(found.fact.key)) {
    parts.name = without_legal_form(found.fact.key);
  }
  if (rule.key_from_subject && found.fact.key.empty()) {
    const std::string name = without_legal_form(subject_before(text, found.filler.begin));
    parts.name = !rule.key_carries || reads_like_company(name) ? name : std::string();
  }
  if (has_part(rule, "period")) {
    parts.period = is_of_nine_months(text, found.fact.filler)
                       ? std::string(kNineMonths)
                       : period_near(text, found.fact.filler);
  }
  parts_.push_back(std::move(parts));
}

std::vector<CompositeKeys::Parts> CompositeKeys::without_forecasts(const std::vector<Fact>& facts,
                                                                   std::size_t first) const {
  std::vector<Parts> stated = parts_;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    if (facts[first + i].mode == Mode::projected) {
      stated[i].period.clear();
    }
  }
  return stated;
}

void CompositeKeys::complete(std::vector<Fact>& facts, std::size_t first) const {
  std::map<std::string_view, std::string> last_named;  // by pack
  const std::vector<Parts> stated = without_forecasts(facts, first);
  const auto names = carried(parts_, &Parts::name);
  const auto periods = carried(stated, &Parts::period);
  bool period_told = false;  // before the fact
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    period_told = period_told || (i > 0 && !stated[i - 1].period.empty());
    Fact& fact = facts[first + i];
    const FactRule& rule = rules_.facts[fact.rule.index];
    std::string& named = last_named[rule.pack];
    if (is_pronoun(fact.key)) {
      fact.key = named;
    } else if (!fact.key.empty()) {
      named = fact.key;
    }
    if (!parts_[i].wanted) {
      fact.key = fact.key.empty() ? parts_[i].name : fact.key;
      fact.key = fact.key.empty() ? key_from_source(rules_, rule, fact) : fact.key;
      continue;
    }
    std::string key = rule.key_carries ? std::string(names[i]) : parts_[i].name;
    if (key.empty()) {
      key = key_from_source(rules_, rule, fact);
    }
    if (has_part(rule, "period")) {
      append(key, own_or_carried(parts_[i].period, periods[i], period_told));
    }
    if (has_part(rule, "currency")) {
      append(key, currency_of(fact.value));
    }
    fact.key = std::move(key);
  }
}

}  // namespace concord::extract
