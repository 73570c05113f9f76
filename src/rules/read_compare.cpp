#include <algorithm>
#include <string>
#include <utility>

#include "base/nearest.h"
#include "rules/amounts.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr std::string_view kAgree[] = {"exact", "ranges overlap", "within", "same name"};
constexpr std::string_view kAgreeShown[] = {"exact", "ranges overlap", "within 2 hours",
                                            "within 5%", "same name"};
constexpr std::string_view kPartOf = " is part of ";

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// The tolerance in base units of the fact; nothing when its unit is not the fact's.
std::optional<Decimal> in_base_units(std::string_view written, const Amount& amount,
                                     const FactRule& fact) {
  if (amount.unit.empty()) {
    return amount.number;
  }
  if (is_one_of(fact.value_type, {"duration", "date", "time"})) {
    const std::optional<std::int64_t> seconds = parse_duration(written);
    return seconds ? std::optional<Decimal>(Decimal(*seconds)) : std::nullopt;
  }
  const bool own = amount.unit == fact.unit || amount.unit == fact.unit + "s";
  const bool years = fact.value_type == "age" && is_one_of(amount.unit, {"year", "years"});
  const bool points = fact.value_type == "percent" &&
                      is_one_of(amount.unit, {"point", "points", "percentage points"});
  if (own || years || points) {
    return amount.number;
  }
  return std::nullopt;
}

void read_within(const YamlNode& node, std::string_view written, const Page& page, FactRule& fact) {
  const std::optional<Amount> amount = parse_amount(written);
  const std::optional<Decimal> base =
      amount ? in_base_units(written, *amount, fact) : std::optional<Decimal>();
  if (!base || base->is_negative()) {
    const std::string unit = fact.unit.empty() ? "" : ", or within 5 " + fact.unit;
    page.complaints.add(
        Code::wrong_amount, page.place(node),
        "`within " + std::string(written) + "` cannot be read for a " + fact.value_type,
        "write within 5%, within 0.5, within 2 hours (for times)" + unit);
    return;
  }
  fact.compare.agree = Agree::within;
  fact.compare.tolerance = *base;
  fact.compare.tolerance_is_percent = amount->percent;
}

void read_agree(const YamlNode& node, const Page& page, FactRule& fact) {
  const std::optional<std::string> written = page.text(node, "`agree`");
  if (!written) {
    return;
  }
  constexpr std::string_view kWithinWord = "within ";
  if (written->starts_with(kWithinWord)) {
    read_within(node, std::string_view(*written).substr(kWithinWord.size()), page, fact);
    return;
  }
  const auto* found = std::ranges::find(kAgree, *written);
  if (found == std::end(kAgree) || *found == "within") {
    page.complain_of_word(node, *written, kAgreeShown, "`agree`");
    return;
  }
  fact.compare.agree = static_cast<Agree>(found - std::begin(kAgree));
  if (fact.compare.agree == Agree::same_name && is_value_type(fact.value_type) &&
      !is_one_of(fact.value_type, {"name", "text", "quote"})) {
    page.complaints.add(Code::wrong_word, page.place(node),
                        "a " + fact.value_type + " has no name that could be the same",
                        "write ranges overlap, or within 5%");
  }
}

void read_floor(const YamlNode& node, const Page& page, FactRule& fact) {
  const std::optional<std::string> written = page.text(node, "`floor within`");
  const std::optional<Amount> amount = written ? parse_amount(*written) : std::nullopt;
  if (!amount || !amount->percent || amount->number.is_negative()) {
    page.complaints.add(Code::wrong_amount, page.place(node), "`floor within` needs a percentage",
                        "write 20%");
    return;
  }
  fact.compare.floor_within = amount->number;
}

void read_parts(const YamlNode& node, const Page& page, FactRule& fact) {
  for (const std::string& written : page.texts(node, "`narrower agrees`")) {
    const std::size_t at = written.find(kPartOf);
    if (at == std::string::npos || at == 0 || at + kPartOf.size() >= written.size()) {
      page.complaints.add(Code::wrong_word, page.place(node), "`narrower agrees` cannot be read",
                          "write: ISIS-K is part of Islamic State");
      continue;
    }
    fact.compare.part_of.emplace_back(written.substr(0, at), written.substr(at + kPartOf.size()));
  }
}

std::vector<Mode> read_modes(const YamlNode& node, const Page& page, std::string_view what) {
  std::vector<Mode> modes;
  const auto add = [&](const YamlNode& item) {
    if (const std::optional<Mode> mode = read_mode(item, page, what)) {
      modes.push_back(*mode);
    }
  };
  if (node.kind == YamlKind::sequence) {
    std::ranges::for_each(node.children, add);
  } else if (node.text != "nothing") {
    add(node);
  }
  return modes;
}

void read_ignored(const YamlNode& map, const Page& page, CompareRule& compare) {
  if (const YamlNode* node = Page::find(map, "count modes")) {
    const std::vector<Mode> counted = read_modes(*node, page, "`count modes`");
    compare.ignore.clear();
    for (const Mode mode : {Mode::possible, Mode::projected, Mode::denied, Mode::corrected}) {
      if (std::ranges::find(counted, mode) == counted.end()) {
        compare.ignore.push_back(mode);
      }
    }
  }
  if (const YamlNode* node = Page::find(map, "ignore")) {
    compare.ignore = read_modes(*node, page, "`ignore`");
  }
}

/// A key with a single possible value: `authority: key`, `estimators: apart`.
bool read_mark(const YamlNode& map, const Page& page, std::string_view key,
               std::string_view value) {
  const YamlNode* node = Page::find(map, key);
  const std::string_view words[] = {value};
  return node != nullptr && page.word(*node, words, "`" + std::string(key) + "`").has_value();
}

}  // namespace

void read_compare(const YamlNode& map, const Page& page, FactRule& fact) {
  fact.compare.ignore = {Mode::possible, Mode::projected, Mode::denied};
  change_compare(map, page, fact);
}

void change_compare(const YamlNode& map, const Page& page, FactRule& fact) {
  CompareRule& compare = fact.compare;
  page.check_keys(map, kCompareKeys, map, "`compare`");
  if (const YamlNode* node = Page::find(map, "agree")) {
    read_agree(*node, page, fact);
  }
  if (const YamlNode* node = Page::find(map, "trend")) {
    const std::optional<std::size_t> trend = page.word(*node, kTrends, "`trend`");
    compare.trend = trend ? static_cast<RuleTrend>(*trend) : RuleTrend::free;
  }
  if (const YamlNode* node = Page::find(map, "stale after")) {
    compare.stale_after = parse_duration(node->text);
    if (!compare.stale_after) {
      page.complaints.add(Code::wrong_amount, page.place(*node),
                          "`stale after` needs a length of time", "write 6 hours, or 2 days");
    }
  }
  if (const YamlNode* node = Page::find(map, "floor within")) {
    read_floor(*node, page, fact);
  }
  if (const YamlNode* node = Page::find(map, "prefer")) {
    compare.prefer = page.texts(*node, "`prefer`");
  }
  if (const YamlNode* node = Page::find(map, "narrower agrees")) {
    read_parts(*node, page, fact);
  }
  if (const YamlNode* node = Page::find(map, "severity")) {
    compare.severity = page.severity(*node).value_or(Severity::warning);
  }
  read_ignored(map, page, compare);
  compare.natural_authority |= read_mark(map, page, "authority", "key");
  compare.own_figure |= read_mark(map, page, "estimators", "apart");
}

}  // namespace concord::rules
