#include "extract/composite_keys.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <variant>

#include "extract/fiscal_periods.h"
#include "extract/subjects.h"

namespace concord::extract {
namespace {

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
    FiscalPeriod period = fiscal_period_of(text, found.fact.filler);
    parts.period = std::move(period.name);
    parts.year_before = period.year_before;
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

std::vector<CompositeKeys::Parts> CompositeKeys::only_with_years(std::vector<Parts> parts) {
  for (Parts& one : parts) {
    if (year_of(one.period).empty()) {
      one.period.clear();
    }
  }
  return parts;
}

void CompositeKeys::complete(std::vector<Fact>& facts, std::size_t first) const {
  std::map<std::string_view, std::string> last_named;  // by pack
  const std::vector<Parts> stated = without_forecasts(facts, first);
  const auto names = carried(parts_, &Parts::name);
  const auto periods = carried(stated, &Parts::period);
  const std::vector<Parts> with_years = only_with_years(stated);
  const auto dated = carried(with_years, &Parts::period);
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
      std::string period(own_or_carried(parts_[i].period, periods[i], period_told));
      if (period == kFullYear) {
        period = dated[i].empty() ? period : std::string(year_of(dated[i]));
      }
      append(key, parts_[i].year_before ? a_year_before(period) : period);
    }
    if (has_part(rule, "currency")) {
      append(key, currency_of(fact.value));
    }
    fact.key = std::move(key);
  }
}

}  // namespace concord::extract
