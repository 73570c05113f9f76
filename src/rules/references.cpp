#include "rules/references.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "rules/phrase_words.h"
#include "rules/rules.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr std::string_view kParts[] = {"headline", "lead", "body", "caption"};
constexpr std::string_view kPicks[] = {"", "highest ", "lowest ", "latest "};

/// Finds whole words of rule files again, so that a reference is marked where it is written.
class WordPlaces {
 public:
  explicit WordPlaces(const RuleSet& rules) : rules_(rules) {}

  /// The first `word` at or below `from`; `from` itself when there is none.
  Place find(const RulePosition& from, std::string_view word) const {
    const auto size = static_cast<std::uint32_t>(word.size());
    if (from.file >= rules_.texts.size() || word.empty()) {
      return {from, size};
    }
    std::string_view rest = rules_.texts[from.file];
    for (std::uint32_t line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view content = without_comment(rest.substr(0, end));
      const std::size_t begin = line == from.line ? from.column : 0;  // behind the rule's own name
      const std::size_t at =
          line < from.line ? std::string_view::npos : find_word(content, word, begin);
      if (at != std::string_view::npos) {
        const auto column = static_cast<std::uint32_t>(code_points(content.substr(0, at)) + 1);
        return {{from.file, line, column}, size};
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {from, size};
  }

 private:
  static bool is_name_byte(char byte) { return is_word_byte(byte) || byte == '_' || byte == '-'; }

  static std::size_t find_word(std::string_view line, std::string_view word, std::size_t begin) {
    for (std::size_t at = line.find(word, begin); at != std::string_view::npos;
         at = line.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !is_name_byte(line[at - 1])) &&
          (end == line.size() || !is_name_byte(line[end]))) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  const RuleSet& rules_;
};

class ReferenceCheck {
 public:
  ReferenceCheck(const RuleSet& rules, Complaints& complaints)
      : rules_(rules), complaints_(complaints), places_(rules) {
    for (const FactRule& fact : rules.facts) {
      facts_.push_back(fact.name);
      by_name_.emplace(fact.name, &fact);
    }
    for (const EventKind& event : rules.events) {
      events_.push_back(event.name);
    }
  }

  void run() {
    for (const FactRule& fact : rules_.facts) {
      check_fact(fact);
    }
    for (const CheckRule& check : rules_.checks) {
      for (const auto* side : {&check.must.left, &check.must.right}) {
        for (const CheckTerm& term : *side) {
          check_term(term, check);
        }
      }
      check_given(check);
    }
    // Events do not know their place; their first phrase does.
    for (const EventKind& event : rules_.events) {
      check_expected(event, top_of(event.nouns));
    }
  }

 private:
  static RulePosition top_of(const std::vector<Phrase>& phrases) {
    return phrases.empty() ? RulePosition() : phrases.front().where;
  }

  void check_fact(const FactRule& fact) {
    for (const std::string& other : fact.exclusive_with) {
      find_fact(other, fact.where, "`exclusive with`");
    }
    for (const FindGroup& group : fact.find) {
      if (!group.less.empty()) {
        find_fact(group.less, fact.where, "`less`");
      }
    }
    check_event(fact);
    check_kinds(fact);
    check_keys(fact);
    check_given_key(fact);
    check_given_kinds(fact);
    check_kind_slot(fact);
  }

  void check_expected(const EventKind& event, const RulePosition& where) {
    for (const std::string& fact : event.expects) {
      find_fact(fact, where, "`expects`");
    }
    for (const KnownEvent& known : event.known) {
      for (const KnownFigure& figure : known.figures) {
        find_fact(figure.fact, top_of(known.written), "`figures`");
      }
    }
  }

  const FactRule* find_fact(const std::string& name, const RulePosition& where,
                            std::string_view what) {
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) {
      return found->second;
    }
    const bool told = !told_.emplace(where.file, where.line, name).second;
    if (told || complaints_.is_full(where.file) || is_written(rules_, name)) {
      return nullptr;  // one that is written was left out for its errors, which are told
    }
    const bool several = name.find(',') != std::string::npos;
    complaints_.add(Code::unknown_fact, place_below(what, where, name),
                    std::string(what) + " names `" + name + "`, but there is no such fact",
                    several ? "write several as a list: [" + name + "]"
                            : did_you_mean(name, facts_, "facts are defined under `facts:`"));
    return nullptr;
  }

  /// Where `name` stands below a key, which is called as in messages: `expects`.
  Place place_below(std::string_view key, const RulePosition& where, std::string_view name) const {
    if (!key.starts_with('`')) {
      return places_.find(where, name);
    }
    return places_.find(places_.find(where, key.substr(1, key.size() - 2)).where, name);
  }

  void check_event(const FactRule& fact) {
    const bool known = fact.event.empty() || fact.event == "any" || fact.event == "main" ||
                       std::ranges::find(events_, fact.event) != events_.end();
    if (!known) {
      complaints_.add(
          Code::unknown_event, places_.find(fact.where, fact.event),
          "there is no event `" + fact.event + "`",
          did_you_mean(fact.event, events_, "define it under `events:`, or write `any`"));
    }
  }

  /// What the phrases and `set` entries of a fact can give: names of slots, and the entries.
  static std::vector<std::string> slots_of(const FactRule& fact) {
    std::vector<std::string> slots;
    for (const FindGroup& group : fact.find) {
      for (const Phrase& phrase : group.phrases) {
        collect_slots(phrase.root, slots);
      }
      for (const auto& [name, value] : group.set) {
        slots.push_back(name);
      }
    }
    return slots;
  }

  /// A key that no phrase captures tells nothing apart.
  void check_given_key(const FactRule& fact) {
    const bool elsewhere =
        fact.key_from_subject || fact.key_from_source || fact.value_type == "quote";
    const bool kind = !fact.kinds.empty() && fact.key == fact.kind_slot;
    const std::vector<std::string> slots = slots_of(fact);
    if (fact.key.empty() || kind || elsewhere ||
        std::ranges::find(slots, fact.key) != slots.end()) {
      return;
    }
    const std::vector<std::string_view> known(slots.begin(), slots.end());
    complaints_.add(
        Code::never_given, place_below("`key`", fact.where, fact.key),
        "no phrase of `" + fact.name + "` captures {" + fact.key + "}",
        did_you_mean(fact.key, known,
                     "name the slot that tells the figures apart, as in {" + fact.key + ":name}"));
  }

  static bool gives_kind(const FindGroup& group, std::string_view kind) {
    return std::ranges::any_of(group.set, [&](const auto& entry) { return entry.second == kind; });
  }

  /// True if the group can have a figure of the kind: by `set`, or by a slot.
  static bool may_give_kind(const FactRule& fact, const FindGroup& group, const std::string& kind) {
    std::vector<std::string> slots;
    for (const Phrase& phrase : group.phrases) {
      collect_slots(phrase.root, slots);
    }
    return gives_kind(group, kind) || std::ranges::find(slots, kind) != slots.end() ||
           std::ranges::find(slots, fact.kind_slot) != slots.end();
  }

  static bool takes_any_name(const PhraseNode& node, const std::string& slot) {
    return (node.kind == PhraseKind::slot && node.slot == slot &&
            (node.type == "name" || node.type == "text")) ||
           std::ranges::any_of(
               node.children, [&](const PhraseNode& child) { return takes_any_name(child, slot); });
  }

  /// Kinds are a closed list: a slot that takes any name gives a key.
  void check_kind_slot(const FactRule& fact) {
    for (const FindGroup& group : fact.find) {
      for (const Phrase& phrase : group.phrases) {
        if (!fact.kinds.empty() && takes_any_name(phrase.root, fact.kind_slot)) {
          complaints_.add(
              Code::unknown_kind, places_.find(phrase.where, fact.kind_slot),
              "{" + fact.kind_slot + "} takes any name, so it tells no kind of `" + fact.name + "`",
              "write `key: " + fact.kind_slot +
                  "` and beside it `kind: kind`, which the groups `set:`");
          return;
        }
      }
    }
  }

  void check_given_kinds(const FactRule& fact) {
    std::vector<std::string> kinds = fact.kinds;
    std::ranges::sort(kinds);
    if (const auto twice = std::ranges::adjacent_find(kinds); twice != kinds.end()) {
      complaints_.add(Code::second_definition, place_below("`kinds`", fact.where, *twice),
                      "the kind `" + *twice + "` is here twice", "remove one of them");
      return;
    }
    for (const std::string& kind : fact.kinds) {
      const bool given =
          kind == fact.default_kind || std::ranges::any_of(fact.find, [&](const FindGroup& group) {
            return may_give_kind(fact, group, kind);
          });
      if (!given) {
        complaints_.add(
            Code::never_given, place_below("`kinds`", fact.where, kind),
            "no group of `" + fact.name + "` gives the kind `" + kind + "`",
            "write `set: { " + fact.kind_slot + ": " + kind + " }` in a group, or `default kind`");
      }
    }
  }

  /// A figure without a kind, which the bare name of a fact means in a check.
  static bool has_bare_figures(const FactRule& fact) {
    return fact.kinds.empty() || !fact.default_kind.empty() || fact.find.empty() ||
           std::ranges::any_of(fact.find, [&](const FindGroup& group) {
             return std::ranges::none_of(
                 fact.kinds, [&](const std::string& kind) { return gives_kind(group, kind); });
           });
  }

  /// Kinds that examples expect.  With an open key, `get` may name keys as well.
  void check_kinds(const FactRule& fact) {
    if (!fact.key.empty() && fact.key != fact.kind_slot) {
      return;
    }
    for (const Example& example : fact.examples) {
      for (const ExpectedValue& expected : example.get) {
        if (!expected.kind.empty()) {
          check_kind(expected.kind, fact, example.where);
        }
      }
    }
  }

  void check_keys(const FactRule& fact) {
    for (const Example& example : fact.examples) {
      if (example.key && !may_have_key(fact, *example.key)) {
        complaints_.add(Code::unknown_kind, place_below("`key`", example.where, *example.key),
                        "the figures of `" + fact.name + "` have no key",
                        "leave `key` out, or name the slot that gives it: `key: who` beside "
                        "`value:`");
      }
    }
  }

  void check_kind(const std::string& kind, const FactRule& fact, const RulePosition& where) {
    if (std::ranges::find(fact.kinds, kind) != fact.kinds.end()) {
      return;
    }
    const std::vector<std::string_view> kinds(fact.kinds.begin(), fact.kinds.end());
    complaints_.add(Code::unknown_kind, places_.find(where, kind),
                    "`" + fact.name + "` has no kind `" + kind + "`",
                    did_you_mean(kind, kinds,
                                 kinds.empty() ? "it has no kinds: leave it out"
                                               : "its kinds are " + listed(kinds)));
  }

  void check_term(const CheckTerm& term, const CheckRule& check) {
    if (term.number) {
      return;
    }
    const FactRule* fact = find_fact(term.fact, check.where, "the check `" + check.name + "`");
    if (fact != nullptr && !term.kind.empty() && !fact->kinds.empty()) {
      check_kind(term.kind, *fact, check.where);
    }
    if (fact != nullptr && term.kind.empty() && !has_bare_figures(*fact)) {
      complaints_.add(Code::unknown_kind, places_.find(check.where, term.fact),
                      "each figure of `" + fact->name + "` has a kind, so none is meant here",
                      "write " + fact->name + "." + fact->kinds.front() +
                          ", or give the fact a `default kind`");
    }
  }

  static std::string written(const CheckTerm& term) {
    std::string text = term.fact;
    text += term.kind.empty() ? "" : "." + term.kind;
    if (term.part) {
      text += " in " + std::string(kParts[static_cast<std::size_t>(*term.part)]);
    }
    text += term.from.empty() ? "" : " from " + term.from;
    return text;
  }

  void check_given(const CheckRule& check) {
    std::vector<std::string> terms;
    for (const auto* side : {&check.must.left, &check.must.right}) {
      for (const CheckTerm& term : *side) {
        if (!term.number) {
          terms.push_back(written(term));
          terms.push_back(std::string(kPicks[static_cast<std::size_t>(term.pick)]) + terms.back());
          terms.push_back((term.all_keys ? "sum of " : "") + written(term));
        }
      }
    }
    const std::vector<std::string_view> known(terms.begin(), terms.end());
    for (const CheckExample& example : check.examples) {
      for (const auto& given : example.given) {
        const std::string& name = given.first;
        const auto names = [&](std::string_view term) { return starts_with_term(name, term); };
        if (std::ranges::none_of(known, names)) {
          complaints_.add(Code::wrong_example, places_.find(example.where, name),
                          "the check does not ask for `" + name + "`",
                          did_you_mean(name, known, "name the figures as `must:` does"));
        }
      }
    }
  }

  /// "vote_share.Alliance" gives one key of `sum of vote_share`.
  static bool starts_with_term(std::string_view name, std::string_view term) {
    return name == term || (name.starts_with(term) && name[term.size()] == '.');
  }

  const RuleSet& rules_;
  Complaints& complaints_;
  WordPlaces places_;
  std::vector<std::string_view> facts_;
  std::map<std::string_view, const FactRule*> by_name_;
  std::vector<std::string_view> events_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> told_;  // file, line, no fact
};

}  // namespace

bool may_have_key(const FactRule& fact, std::string_view key) {
  constexpr std::string_view kWithUnits[] = {"money", "measure", "number"};
  const bool own = !fact.key.empty() && (fact.key != fact.kind_slot || !fact.key_for.empty());
  return own || fact.key_from_subject || fact.key_from_source || !fact.key_with.empty() ||
         key == "%" || key == "percent" ||
         std::ranges::find(kWithUnits, fact.value_type) != std::end(kWithUnits);
}

void check_references(const RuleSet& rules, Complaints& complaints) {
  ReferenceCheck(rules, complaints).run();
}

}  // namespace concord::rules
