#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/timestamp.h"
#include "base/utf8.h"
#include "rules/anchors.h"
#include "rules/complaints.h"
#include "rules/inflect_tables.h"
#include "rules/lint_texts.h"
#include "rules/odd_marks.h"
#include "rules/page.h"
#include "rules/phrase_words.h"
#include "rules/quiet.h"
#include "rules/references.h"
#include "rules/rules.h"
#include "rules/sections.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

/// A past form of another verb (wind) that is never meant so in news.
constexpr std::string_view kHarmlessPast = "wound";

enum class Use : std::uint8_t { finds, helps };

class Lint {
 public:
  Lint(const RuleSet& rules, std::optional<Timestamp> now, Diagnostics& diagnostics)
      : rules_(rules), now_(now), complaints_(diagnostics), anchors_(rules.lists) {
    for (std::size_t i = 0; i < rules.files.size(); ++i) {
      complaints_.add_file(rules.files[i], i < rules.texts.size() ? rules.texts[i] : "");
    }
  }

  /// `whole`: all files could be read, so that what nothing defines or uses is not theirs.
  void run(bool whole) {
    for (const FactRule& fact : rules_.facts) {
      check_examples(fact);
      for (const FindGroup& group : fact.find) {
        check_phrases(group.phrases, Use::finds, fact.value_type);
      }
      check_phrases(fact.unless, Use::helps, fact.value_type);
    }
    for (const CheckRule& check : rules_.checks) {
      check_examples(check);
    }
    for (const ContextRule& context : rules_.contexts) {
      check_phrases(context.cues, Use::helps, {});
      check_phrases(context.not_cues, Use::helps, {});
    }
    for (const EventKind& event : rules_.events) {
      check_phrases(event.nouns, Use::helps, {});
      check_phrases(event.background, Use::helps, {});
      check_phrases(event.aftermath, Use::helps, {});
    }
    for (const AttributionRule& rule : rules_.attributions) {
      check_phrases(rule.phrases, Use::helps, {});
    }
    check_inflections();
    check_changes();
    check_texts(rules_, complaints_);
    if (whole) {
      check_unused();
      check_references(rules_, complaints_);
      check_authorities(rules_, complaints_);
      check_context_facts(rules_, complaints_);
    }
  }

  Complaints& complaints() { return complaints_; }

 private:
  void check_examples(const FactRule& fact) {
    const auto quiet = [](const Example& example) { return example.nothing; };
    const auto all = static_cast<std::ptrdiff_t>(fact.examples.size());
    const std::ptrdiff_t without = std::ranges::count_if(fact.examples, quiet);
    complain_of_examples(fact.name, fact.where, all - without, without, "the fact",
                         "write a sentence with a figure, and `get:` with the figure",
                         "write a sentence that looks like it but must give `get: nothing`");
  }

  void check_examples(const CheckRule& check) {
    if (check.must.left.empty()) {
      return;  // built in: the stories of tests/ try it
    }
    const auto fires = [](const CheckExample& one) { return one.verdict == Verdict3::broken; };
    const auto all = static_cast<std::ptrdiff_t>(check.examples.size());
    const std::ptrdiff_t broken = std::ranges::count_if(check.examples, fires);
    complain_of_examples(check.name, check.where, broken, all - broken, "the check",
                         "write figures that must not stand together, and `verdict: broken`",
                         "write figures that may stand together, and `verdict: holds`");
  }

  void complain_of_examples(const std::string& name, const RulePosition& where,
                            std::ptrdiff_t firing, std::ptrdiff_t silent, std::string_view what,
                            std::string firing_help, std::string silent_help) {
    const Place place{where, static_cast<std::uint32_t>(name.size())};
    const std::string named = std::string(what) + " `" + name + "` has no example that ";
    if (firing == 0) {
      complaints_.add(Code::no_example, place, named + "fires", std::move(firing_help));
    }
    if (silent == 0) {
      complaints_.add(Code::no_counter_example, place, named + "must not fire",
                      std::move(silent_help));
    }
  }

  /// A phrase is said once, though shared phrases bring their nodes to many places.
  bool is_new(Code code, const RulePosition& where) {
    return said_.emplace(code, where.file, where.line, where.column).second;
  }

  void check_phrases(const std::vector<Phrase>& phrases, Use use, std::string_view value_type) {
    check_items(phrases);
    for (const Phrase& phrase : phrases) {
      const Place place{phrase.where, static_cast<std::uint32_t>(phrase.written.size())};
      const Anchor anchor = anchors_.of(phrase.root, value_type);
      if (anchor == Anchor::none && is_new(Code::no_anchor, phrase.where)) {
        complaints_.add(Code::no_anchor, place, "this phrase has no word that must be there",
                        "every branch can be empty or is a number; add a word such as `killed`");
      }
      if (anchor == Anchor::common && use == Use::finds &&
          is_new(Code::common_anchor, phrase.where)) {
        complaints_.add(Code::common_anchor, place,
                        "every word that must be there is among the commonest of English",
                        "add a rarer word, or split off the branch with the common one");
      }
      check_odd_marks(phrase);
      if (use == Use::finds) {
        check_slots(phrase, value_type);
      }
      check_slot_names(phrase.root);
      for (const LooseGap& gap : loose_gaps(phrase.root)) {
        if (is_new(Code::loose_gap, gap.where)) {
          complaints_.add(Code::loose_gap, {gap.where, 3},
                          "this gap can be " + std::string(gap.fault),
                          "gaps need a word, slot or list on both sides");
        }
      }
    }
  }

  void check_slots(const Phrase& phrase, std::string_view value_type) {
    std::vector<std::string_view> before;
    const PhraseNode* twice = doubled_slot(phrase.root, before);
    if (twice != nullptr && is_new(Code::slot_twice, twice->where)) {
      complaints_.add(Code::slot_twice,
                      {twice->where, static_cast<std::uint32_t>(twice->slot.size() + 2)},
                      "this phrase captures {" + twice->slot + "} twice, and the first one counts",
                      twice->type.empty()
                          ? "give the second a name and a type, {more:" + std::string(value_type) +
                                "}, and the group `value: " + twice->slot + " + more`"
                          : "give the second another name");
    }
  }

  /// `{people}` for `<people>`: braces capture a figure, whatever the slot is called.
  void check_slot_names(const PhraseNode& node) {
    const auto shared = std::ranges::find(rules_.shared, node.slot, &SharedName::name);
    if (node.kind == PhraseKind::slot && node.type.empty() && shared != rules_.shared.end() &&
        is_new(Code::odd_mark, node.where)) {
      complaints_.add(
          Code::odd_mark, {node.where, static_cast<std::uint32_t>(node.slot.size() + 2)},
          "{" + node.slot + "} captures the fact's figure, not what <" + node.slot + "> stands for",
          shared->is_list
              ? "write <" + node.slot + ">, or to capture which one {x:" + node.slot + "}"
              : "write <" + node.slot + ">, or give the slot another name");
    }
    for (const PhraseNode& child : node.children) {
      check_slot_names(child);
    }
  }

  void check_items(const std::vector<Phrase>& phrases) {
    std::vector<std::string_view> lines;
    for (const Phrase& phrase : phrases) {
      lines.emplace_back(phrase.written);
    }
    if (are_items(lines)) {
      complain_of_mark(kItem, phrases.front());
    }
  }

  void check_odd_marks(const Phrase& phrase) {
    if (const auto odd = odd_mark(phrase.written)) {
      complain_of_mark(*odd, phrase);
    }
  }

  void complain_of_mark(const OddMark& odd, const Phrase& phrase) {
    if (!is_new(Code::odd_mark, phrase.where)) {
      return;
    }
    RulePosition where = phrase.where;
    where.column += static_cast<std::uint32_t>(code_points(phrase.written.substr(0, odd.begin)));
    complaints_.add(Code::odd_mark, {where, static_cast<std::uint32_t>(odd.size)},
                    std::string(odd.message), std::string(odd.help));
  }

  /// `found~` means to find something else than the author thinks; told at the letters themselves,
  /// for expanded phrases no longer know where a shared word was written.
  void check_inflections() {
    for (std::uint32_t file = 0; file < rules_.texts.size(); ++file) {
      std::uint32_t line = 1;
      std::string_view rest = rules_.texts[file];
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        check_inflections_of(without_comment(rest.substr(0, end)), file, line++);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  void check_inflections_of(std::string_view line, std::uint32_t file, std::uint32_t number) {
    for (std::size_t at = line.find('~'); at != std::string_view::npos;
         at = line.find('~', at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && is_word_byte(line[begin - 1])) {
        --begin;
      }
      const std::string_view word = line.substr(begin, at - begin);
      const auto column = static_cast<std::uint32_t>(begin + 1);
      const Place place{{file, number, column}, static_cast<std::uint32_t>(word.size() + 1)};
      if (lacks_its_e(word)) {
        complaints_.add(
            Code::other_word, place,
            "`" + std::string(word) + "` is no whole word: it becomes " + forms_of(word),
            "write " + std::string(word) + "e~");
      }
      if (const std::string_view verb = verb_with_past(word); !verb.empty()) {
        complaints_.add(Code::other_word, place,
                        "`" + std::string(word) + "` is also a form of " + std::string(verb),
                        "write " + std::string(verb) +
                            "~ if you mean that, or the forms you mean: (" + forms_of(word) + ")");
      }
    }
  }

  /// True for the stem of a verb in -e, by an ending that hardly a whole word has: involv, reduc,
  /// announc, trampl, argu, increas, propos.
  static bool lacks_its_e(std::string_view word) {
    constexpr std::size_t kShortest = 4;
    if (word.size() < kShortest) {
      return false;
    }
    const auto is_one_of = [](char letter, std::string_view letters) {
      return letters.find(letter) != std::string_view::npos;
    };
    const char before = word[word.size() - 2];
    switch (word.back()) {
      case 'v':
        return true;
      case 'u':
        return is_one_of(before, "lgsc");
      case 'c':
        return is_one_of(before, "aeou") || (before == 'n' && word.size() > kShortest + 1);
      case 'l':
        return is_one_of(before, "bcdfgkptz");
      case 's':
        return before == 'o' ||
               (is_one_of(before, "ae") && is_one_of(word[word.size() - 3], "eio")) ||
               (before == 'u' && word[word.size() - 3] == 'a') ||
               (before == 'i' && word[word.size() - 3] == 'a');
      default:
        return false;
    }
  }

  static std::string forms_of(std::string_view word) {
    std::string forms;
    for (const std::string& form : inflect(word)) {
      forms += (forms.empty() ? "" : "|") + form;
    }
    return forms;
  }

  /// The irregular verb that has `word` as past or participle; empty when it is a base form only.
  static std::string_view verb_with_past(std::string_view word) {
    const auto verbs = irregular_verbs();
    const auto has_word = [&](std::string_view forms) {
      while (!forms.empty()) {
        const std::size_t slash = std::min(forms.find('/'), forms.size());
        if (forms.substr(0, slash) == word) {
          return true;
        }
        forms.remove_prefix(std::min(slash + 1, forms.size()));
      }
      return false;
    };
    const auto is_past = [&](const IrregularVerb& verb) {
      return has_word(verb.past) || has_word(verb.participle);
    };
    if (word == kHarmlessPast ||
        std::ranges::binary_search(verbs, word, {}, &IrregularVerb::base)) {
      return {};
    }
    const auto found = std::ranges::find_if(verbs, is_past);
    return found == verbs.end() ? std::string_view() : found->base;
  }

  void check_unused() {
    for (const SharedName& name : rules_.shared) {
      if (name.uses == 0) {
        complaints_.add(Code::unused, {name.where, static_cast<std::uint32_t>(name.name.size())},
                        "nothing uses the " + std::string(name.is_list ? "list" : "phrase") + " `" +
                            name.name + "`",
                        "delete it, or use it as <" + name.name + ">" +
                            (name.is_list ? ", as {x:" + name.name + "} or as a `value:`" : ""));
      }
    }
  }

  /// Changes leave no trace in the rules, so their files are read once more.
  void check_changes() {
    for (std::uint32_t file = 0; now_ && file < rules_.texts.size(); ++file) {
      if (rules_.texts[file].find("until:") == std::string::npos) {
        continue;
      }
      Diagnostics told;  // when the file was loaded
      Complaints ignored(told);
      const auto tree =
          parse_yaml(ignored.add_file({}, rules_.texts[file]), rules_.texts[file], ignored);
      for (const std::string_view section : {"change", "quiet"}) {
        if (const YamlNode* node = tree ? Page::find(*tree, section) : nullptr) {
          const bool many = node->kind == YamlKind::sequence;
          for (const YamlNode& item : many ? node->children : std::vector<YamlNode>{*node}) {
            check_until(item, file);
          }
        }
      }
    }
  }

  void check_until(const YamlNode& change, std::uint32_t file) {
    const YamlNode* until = Page::find(change, "until");
    const auto time = until == nullptr ? std::nullopt : parse_iso8601(until->text);
    // The day named is the last on which the change holds.
    if (!time || now_->seconds < time->utc.seconds + (time->has_time ? 0 : kSecondsPerDay)) {
      return;
    }
    const Place place{{file, until->line, until->column},
                      static_cast<std::uint32_t>(until->text.size())};
    complaints_.add(Code::passed_change, place, "what stands here was to be looked at again by now",
                    "take it out, or give it a later `until`");
  }

  const RuleSet& rules_;
  std::optional<Timestamp> now_;
  Complaints complaints_;
  Anchors anchors_;
  std::set<std::tuple<Code, std::uint32_t, std::uint32_t, std::uint32_t>> said_;
};

/// True for what keeps a whole file from being read.
bool is_of_file(const Diagnostic& diagnostic) {
  constexpr std::string_view kOfLines[] = {"E114", "E116", "E117"};  // the rest is read
  return diagnostic.code.starts_with("E1") &&
         std::ranges::find(kOfLines, diagnostic.code) == std::end(kOfLines);
}

}  // namespace

void lint(const RuleSet& rules, std::optional<Timestamp> now, Diagnostics& diagnostics) {
  Diagnostics findings;
  Lint lint(rules, now, findings);
  const bool whole = std::ranges::none_of(diagnostics, is_of_file);
  lint.run(whole);
  apply_quiet_comments(rules.texts, lint.complaints(), findings);
  if (!whole) {  // what a comment silences may have been left out with the file
    std::erase_if(findings, [](const Diagnostic& finding) { return finding.code == "W490"; });
  }
  std::ranges::move(findings, std::back_inserter(diagnostics));
}

}  // namespace concord::rules
