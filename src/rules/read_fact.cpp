#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/nearest.h"
#include "model/measure_units.h"
#include "rules/phrase_words.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr std::string_view kKeyParts[] = {"period", "currency"};

// What compare fills in; {d} and the like stand for {n} as in phrases.
constexpr std::string_view kSaid[] = {
    "source",  "n",       "other",   "other.n", "key",         "kind",        "d",
    "g",       "m",       "p",       "t",       "value",       "figure",      "other.d",
    "other.g", "other.m", "other.p", "other.t", "other.value", "other.figure"};

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

/// Reads one fact; the groups of `find` need to know its keys and kinds.
class FactReader {
 public:
  FactReader(const YamlNode& key, const YamlNode& map, const Page& page)
      : key_(key), map_(map), page_(page), what_("the fact `" + key.text + "`") {}

  FactRule read() {
    fact_.pack = page_.pack;
    fact_.name = key_.text;
    fact_.where = page_.position(key_);
    fact_.draft = page_.draft;
    page_.check_keys(map_, kFactKeys, key_, what_);
    read_words();
    read_keys();
    read_find();
    if (const YamlNode* node = Page::find(map_, "unless")) {
      fact_.unless = page_.phrases(*node, "`unless`");
    }
    if (const YamlNode* node = Page::find(map_, "compare");
        node != nullptr && page_.is_mapping(*node, "`compare`")) {
      read_compare(*node, page_, fact_);
    }
    set_defaults();
    const YamlNode* examples = Page::find(map_, "examples");
    if (examples != nullptr && page_.with_examples) {
      read_examples(*examples, page_, fact_.examples);
    }
    return std::move(fact_);
  }

 private:
  void read_text(std::string_view key, std::string& out) const {
    if (const YamlNode* node = Page::find(map_, key)) {
      out = page_.text(*node, "`" + std::string(key) + "`").value_or("");
    }
  }

  void read_words() {
    read_text("describe", fact_.describe);
    read_text("value", fact_.value_type);
    read_text("unit", fact_.unit);
    read_text("event", fact_.event);
    read_text("say", fact_.say);
    check_say(map_, page_, kSaid);
    if (const YamlNode* node = Page::find(map_, "value"); node != nullptr && !node->text.empty()) {
      page_.names.check_type(node->text, page_.place(*node));
    }
    if (const YamlNode* node = Page::find(map_, "exclusive with")) {
      fact_.exclusive_with = page_.texts(*node, "`exclusive with`");
    }
    if (fact_.value_type == "measure" && fact_.unit.empty()) {
      page_.complaints.add(Code::missing_key, page_.place(key_),
                           what_ + " measures something and needs `unit:`",
                           "write the base unit: hectare, metre, millimetre or km/h");
    }
    const YamlNode* unit = Page::find(map_, "unit");
    if (fact_.value_type == "money" && unit != nullptr) {
      page_.complaints.add(Code::unknown_key, page_.place(*unit), "a sum of money has no `unit`",
                           "leave it out: sums keep the currency that they are told in");
    }
    if (fact_.value_type == "measure" && !fact_.unit.empty() &&
        std::ranges::find(kMeasureUnits, fact_.unit, &MeasureUnit::name) ==
            std::end(kMeasureUnits)) {
      complain_of_unit(*unit);
    }
  }

  void complain_of_unit(const YamlNode& node) const {
    std::vector<std::string_view> units;
    for (const MeasureUnit& unit : kMeasureUnits) {
      units.push_back(unit.name);
    }
    page_.complain_of_word(node, node.text, units, "`unit`");
  }

  void read_keys() {
    read_key();
    read_text("kind", fact_.kind_slot);
    if (const YamlNode* node = Page::find(map_, "kinds")) {
      fact_.kinds = page_.texts(*node, "`kinds`");
    }
    if (const YamlNode* node = Page::find(map_, "key for")) {
      fact_.key_for = page_.texts(*node, "`key for`");
      for (const std::string& kind : fact_.key_for) {
        check_kind(kind, *node, "`key for`");
      }
    }
    if (!fact_.kinds.empty() && fact_.kind_slot.empty()) {
      fact_.kind_slot = fact_.key.empty() ? "kind" : fact_.key;
    }
    if (fact_.key.empty()) {
      fact_.key = fact_.kind_slot;
    }
    if (const YamlNode* node = Page::find(map_, "kind"); node != nullptr && fact_.kinds.empty()) {
      complain_of_no_kinds(*node, "`kind`");
    }
    read_text("default kind", fact_.default_kind);
    if (const YamlNode* node = Page::find(map_, "default kind")) {
      check_kind(fact_.default_kind, *node, "`default kind`");
    }
  }

  /// `key: who`, or a list: the slot, then `period` and `currency`, which every sentence of money
  /// has.
  void read_key() {
    const YamlNode* node = Page::find(map_, "key");
    read_key_switches(node != nullptr);
    if (node == nullptr) {
      return;
    }
    std::vector<std::string> parts = page_.texts(*node, "`key`");
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool known = i == 0 || parts[i] == "period" || parts[i] == "currency";
      if (known) {
        (i == 0 ? fact_.key : fact_.key_with.emplace_back()) = parts[i];
      } else {
        page_.complain_of_word(*node, parts[i], kKeyParts, "a further part of `key`");
      }
    }
  }

  /// What fills a key that no phrase captures.
  void read_key_switches(bool has_key) {
    const std::pair<std::string_view, bool*> switches[] = {
        {"key carries", &fact_.key_carries},
        {"key from subject", &fact_.key_from_subject},
        {"key from source", &fact_.key_from_source}};
    for (const auto& [name, on] : switches) {
      const YamlNode* node = Page::find(map_, name);
      const std::string what = "`" + std::string(name) + "`";
      if (node != nullptr && !has_key) {
        page_.complaints.add(Code::missing_key, page_.place(*node),
                             what + " needs `key:` beside it",
                             "name what tells the figures apart: `key: who`");
      } else if (node != nullptr) {
        *on = page_.word(*node, kYes, what).has_value();
      }
    }
  }

  void complain_of_no_kinds(const YamlNode& node, std::string_view what) const {
    page_.complaints.add(Code::missing_key, page_.place(node),
                         std::string(what) + " needs `kinds:` beside it",
                         "write `kinds: [claimed, denied]`, or leave it out");
  }

  void check_kind(const std::string& kind, const YamlNode& node, std::string_view what) const {
    if (fact_.kinds.empty()) {
      complain_of_no_kinds(node, what);
    } else if (std::ranges::find(fact_.kinds, kind) == fact_.kinds.end()) {
      const std::vector<std::string_view> kinds = views(fact_.kinds);
      page_.complain_of_word(node, kind, kinds, what);
    }
  }

  void read_find() {
    const YamlNode* find = Page::find(map_, "find");
    if (find == nullptr) {
      if (fact_.value_type != "quote") {
        page_.complaints.add(Code::missing_key, page_.place(key_), what_ + " needs `find:`",
                             "write `find: |` and below it a sentence with {n} for the figure");
      }
      return;
    }
    const bool groups = find->kind == YamlKind::sequence &&
                        std::ranges::any_of(find->children, [](const YamlNode& item) {
                          return item.kind == YamlKind::mapping;
                        });
    if (groups) {
      for (const YamlNode& item : find->children) {
        if (page_.is_mapping(item, "a group of `find`")) {
          read_group(item);
        }
      }
    } else if (find->kind == YamlKind::mapping) {
      read_group(*find);
    } else {
      FindGroup group;
      group.phrases = page_.phrases(*find, "`find`");
      check_captures(group);
      fact_.find.push_back(std::move(group));
    }
  }

  void read_group(const YamlNode& map) {
    page_.check_keys(map, kGroupKeys, map, "a group of `find`");
    FindGroup group;
    if (const YamlNode* node = Page::find(map, "phrases")) {
      group.phrases = page_.phrases(*node, "`phrases`");
    }
    if (const YamlNode* node = Page::find(map, "quotes")) {
      const auto policy = page_.word(*node, kQuotePolicies, "`quotes`");
      group.quotes = static_cast<QuotePolicy>(policy.value_or(0));
    }
    if (const YamlNode* node = Page::find(map, "in")) {
      read_parts(*node, group);
    }
    std::vector<std::string> slots;
    for (const Phrase& phrase : group.phrases) {
      collect_slots(phrase.root, slots);
    }
    if (const YamlNode* node = Page::find(map, "value")) {
      read_sum(*node, slots, group);
    }
    if (const YamlNode* node = Page::find(map, "hedge")) {
      group.floor = page_.word(*node, kHedges, "`hedge`").has_value();
    }
    if (const YamlNode* node = Page::find(map, "less")) {
      group.less = page_.text(*node, "`less`").value_or("");
    }
    if (const YamlNode* node = Page::find(map, "set");
        node != nullptr && page_.is_mapping(*node, "`set`")) {
      read_set(*node, group);
    }
    check_captures(group);
    fact_.find.push_back(std::move(group));
  }

  void read_parts(const YamlNode& node, FindGroup& group) const {
    const auto add = [&](const YamlNode& item) {
      if (const auto part = page_.word(item, kParts, "`in`")) {
        group.in.push_back(static_cast<Part>(*part));
      }
    };
    if (node.kind == YamlKind::sequence) {
      std::ranges::for_each(node.children, add);
    } else {
      add(node);
    }
  }

  /// `value: n, more`: figures that stand side by side.
  void read_listed(const YamlNode& node, const std::string& written,
                   const std::vector<std::string>& slots, FindGroup& group) const {
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = std::min(written.find(',', at), written.size());
      const std::size_t from = std::min(written.find_first_not_of(' ', at), end);
      const std::size_t to = written.find_last_not_of(' ', end == 0 ? 0 : end - 1) + 1;
      const std::string word = written.substr(from, to > from ? to - from : 0);
      if (std::ranges::find(slots, word) == slots.end()) {
        complain_of_slot(node, word, views(slots));
        return;
      }
      (group.sum.empty() ? group.sum : group.listed).push_back(word);
      at = end + 1;
    }
  }

  /// `value: n + more - less`; a whole number may stand for a slot: `n + 1`, `0 - n`
  void read_sum(const YamlNode& node, const std::vector<std::string>& slots,
                FindGroup& group) const {
    const std::optional<std::string> written = page_.text(node, "`value`");
    if (!written) {
      return;
    }
    if (written->find(',') != std::string::npos) {
      read_listed(node, *written, slots, group);
      return;
    }
    bool subtract = false;
    bool expects_name = true;
    std::size_t at = 0;
    while ((at = written->find_first_not_of(' ', at)) != std::string::npos) {
      const std::size_t end = std::min(written->find_first_of(" +-", at + 1), written->size());
      const std::string word = written->substr(at, end - at);
      at = end;
      if (!expects_name && (word == "+" || word == "-")) {
        subtract = word == "-";
        expects_name = true;
        continue;
      }
      const bool number =
          word.size() <= 3 && word.find_first_not_of("0123456789") == std::string::npos;
      if (!expects_name || (!number && std::ranges::find(slots, word) == slots.end())) {
        complain_of_slot(node, word, views(slots));
        return;
      }
      (subtract ? group.minus : group.sum).push_back(word);
      expects_name = false;
    }
    if (expects_name) {
      page_.complaints.add(Code::wrong_set, page_.place(node), "`value` ends without a slot",
                           "write slots with + or - between: n + more");
    }
  }

  void complain_of_slot(const YamlNode& node, std::string_view word,
                        const std::vector<std::string_view>& slots) const {
    if (word == "plus" || word == "minus" || word == "and") {
      page_.complaints.add(Code::wrong_set, page_.place(node),
                           "`value` cannot reckon with `" + std::string(word) + "`",
                           "write + and -: n + more, n - d");
      return;
    }
    if (word.find_first_of("*/^%()") != std::string_view::npos) {
      page_.complaints.add(
          Code::wrong_set, page_.place(node),
          "`value` cannot reckon with `" + std::string(word) + "`",
          "it adds and takes away slots and whole numbers: n + more, n - d, n + 1");
      return;
    }
    if (word == "kind" && !fact_.kinds.empty() && fact_.kind_slot != word) {
      page_.complaints.add(Code::wrong_set, page_.place(node),
                           "the kinds of `" + fact_.name + "` are told by " + fact_.kind_slot,
                           "write `" + fact_.kind_slot + "` here, or `kind: kind` beside `kinds:`");
      return;
    }
    const std::string otherwise =
        slots.empty() ? "the phrases have no slot" : "the slots are " + listed(slots);
    page_.complaints.add(Code::wrong_set, page_.place(node),
                         "no phrase of the group has a slot {" + std::string(word) + "}",
                         did_you_mean(word, slots, otherwise));
  }

  void read_set(const YamlNode& map, FindGroup& group) const {
    for_each_entry(map, [&](const YamlNode& key, const YamlNode& value) {
      const std::optional<std::string> text = page_.text(value, "`set: " + key.text + "`");
      if (!text) {
        return;
      }
      if (key.text == fact_.kind_slot && !fact_.kinds.empty()) {
        check_kind(*text, value, "`" + key.text + "`");
      } else if (key.text == "mode") {
        page_.word(value, kModes, "`mode`");
      }
      group.set.emplace(key.text, *text);
    });
    set_nodes_.push_back(&map);
  }

  /// A figure that `set` gives is a number or a share.
  void check_constant(const YamlNode& node, std::string_view text, const std::string& what) const {
    constexpr std::string_view kNumbers[] = {"count", "count_a", "number", "percent", "measure"};
    constexpr std::string_view kPercent = " percent";
    const bool number = std::ranges::find(kNumbers, fact_.value_type) != std::end(kNumbers);
    if (text.ends_with(kPercent)) {
      text.remove_suffix(kPercent.size());
    }
    if (number && text != "none" && !parse_decimal(text)) {
      page_.complaints.add(Code::wrong_amount, page_.place(node),
                           what + " needs a figure in digits",
                           "write 12, or 75 percent, or none for a fact without a figure");
    }
  }

  void check_captures(const FindGroup& group) const {
    for (const Phrase& phrase : group.phrases) {
      std::vector<std::string> slots;
      collect_slots(phrase.root, slots);
      const bool only_kind = std::ranges::all_of(
          group.set, [&](const std::pair<const std::string, std::string>& pair) {
            return pair.first == "mode" || (pair.first == fact_.kind_slot && !fact_.kinds.empty());
          });
      if (slots.empty() && only_kind) {
        complains_of_no_slot(phrase, page_);
      }
    }
  }

  /// Slots that `set` names must be in a phrase of the fact, or be its key.
  void check_set_names() const {
    std::vector<std::string> known{"mode", "event", "by", "n"};  // the last one is a figure
    for (const std::string& name : {fact_.key, fact_.kind_slot}) {
      if (!name.empty() && std::ranges::find(known, name) == known.end()) {
        known.push_back(name);
      }
    }
    for (const FindGroup& group : fact_.find) {
      for (const Phrase& phrase : group.phrases) {
        collect_slots(phrase.root, known);
      }
    }
    for (const YamlNode* map : set_nodes_) {
      for_each_entry(*map, [&](const YamlNode& key, const YamlNode& value) {
        const auto named = std::ranges::find(known, key.text);
        if (named == known.end()) {
          complain_of_slot(key, key.text, views(known));
        } else if (*named != fact_.key && *named != fact_.kind_slot && named - known.begin() > 2) {
          check_constant(value, value.text, "`" + key.text + "`");
        }
      });
    }
  }

  void set_defaults() {
    check_set_names();
    if (page_.draft) {
      fact_.compare.severity = Severity::note;
    }
    if (Page::find(map_, "compare") == nullptr) {
      fact_.compare.ignore = {Mode::possible, Mode::projected, Mode::denied};
    }
  }

  const YamlNode& key_;
  const YamlNode& map_;
  const Page& page_;
  std::string what_;
  FactRule fact_;
  mutable std::vector<const YamlNode*> set_nodes_;
};

}  // namespace

std::optional<Mode> mode_named(std::string_view name) {
  const auto* found = std::ranges::find(kModes, name);
  if (found == std::end(kModes)) {
    return std::nullopt;
  }
  return static_cast<Mode>(found - std::begin(kModes));
}

std::optional<Mode> read_mode(const YamlNode& node, const Page& page, std::string_view what) {
  const std::optional<std::size_t> number = page.word(node, kModes, what);
  if (!number) {
    return std::nullopt;
  }
  return static_cast<Mode>(*number);
}

void read_facts(const YamlNode& section, const Page& page, std::vector<FactRule>& out) {
  if (!page.is_mapping(section, "`facts`")) {
    return;
  }
  for_each_entry(section, [&](const YamlNode& key, const YamlNode& value) {
    const std::size_t errors = page.complaints.errors();
    if (!is_name(key.text)) {
      page.complain_of_name(key);
      return;
    }
    if (!page.is_mapping(value, "the fact `" + key.text + "`")) {
      return;
    }
    if (!page.names.define_rule("fact", key.text, page.place(key))) {
      return;
    }
    FactRule fact = FactReader(key, value, page).read();
    if (page.complaints.errors() == errors) {
      out.push_back(std::move(fact));
    }
  });
}

}  // namespace concord::rules
