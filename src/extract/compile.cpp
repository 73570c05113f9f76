#include "extract/compile.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "extract/clause_trees.h"
#include "extract/phrase_code.h"
#include "extract/program_bytes.h"
#include "extract/required.h"
#include "extract/words.h"

namespace concord::extract {
namespace {

constexpr std::uint16_t kMostChoices = 1000;  // bounds memory and recursion of the matcher

constexpr Category category_of(Owner owner) {
  switch (owner) {
    case Owner::find:
    case Owner::unless:
      return Category::facts;
    case Owner::cue:
    case Owner::not_cue:
    case Owner::stop:
      return Category::contexts;
    case Owner::event_noun:
    case Owner::compared_with:
    case Owner::background:
    case Owner::aftermath:
    case Owner::known_event:
      return Category::events;
    case Owner::attribution:
      return Category::attributions;
  }
  return Category::facts;
}

/// unless lines and stops are tried only where their rule has a match, so no word need call them
/// up.
constexpr bool is_indexed(Owner owner) {
  return owner != Owner::unless && owner != Owner::stop;
}

std::uint32_t parts_of(const FindGroup& group) {
  std::uint32_t parts = group.in.empty() ? kEveryPart : 0U;
  for (const Part part : group.in) {
    parts |= bit_of(part);
  }
  return parts;
}

/// The slot of a find phrase that holds the value: an untyped one, else one of the fact's own type,
/// else any that is neither the key nor named as a kind.
std::uint8_t value_slot(const PhraseSlots& slots, const FactRule& rule) {
  const auto first = [&](auto&& test) {
    for (std::size_t i = 0; i < slots.names.size(); ++i) {
      const bool is_kind = std::ranges::find(rule.kinds, slots.names[i]) != rule.kinds.end();
      if (!is_kind && test(slots.names[i], slots.types[i])) {
        return static_cast<std::uint8_t>(i);
      }
    }
    return kNoSlot;
  };
  const std::uint8_t found[] = {
      first([&](const auto& name, const auto& type) { return type.empty() && name != rule.key; }),
      first([&](const auto&, const auto& type) { return type.empty(); }),
      first([&](const auto& name, const auto& type) {
        return type == rule.value_type && name != rule.key;
      }),
      first([&](const auto& name, const auto&) {
        return name != rule.key && name != rule.kind_slot;
      }),
      first([&](const auto&, const auto& type) { return type == rule.value_type; }),
  };
  const auto* best = std::ranges::find_if(found, [](auto slot) { return slot != kNoSlot; });
  return best == std::end(found) ? kNoSlot : *best;
}

class Compiler {
 public:
  Compiler(const RuleSet& rules, Lexicon& lexicon, Diagnostics& diagnostics)
      : rules_(rules),
        lexicon_(lexicon),
        diagnostics_(diagnostics),
        program_(std::make_unique<Program>()),
        forms_(lexicon),
        coder_(*program_, lexicon, forms_),
        required_(rules, lexicon, forms_) {
    program_->rules = &rules;
  }

  std::unique_ptr<Program> run() {
    program_->flags.take(make_word_flags(lexicon_));
    lists();
    facts();
    contexts();
    events();
    for (std::size_t i = 0; i < rules_.attributions.size(); ++i) {
      add_all(rules_.attributions[i].phrases, {.owner = Owner::attribution, .rule = number(i)},
              "source");
    }
    program_->word_count = number(lexicon_.size() + 1);
    holders();
    place_words();
    for (std::size_t category = 0; category < kCategories; ++category) {
      index(static_cast<Category>(category));
    }
    return std::move(program_);
  }

 private:
  static std::uint32_t number(std::size_t value) { return static_cast<std::uint32_t>(value); }

  void lists() {
    program_->lists.resize(rules_.lists.size());
    for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
      for (std::size_t e = 0; e < rules_.lists[i].entries.size(); ++e) {
        for (const Phrase& way : rules_.lists[i].entries[e].written) {
          list_way(i, number(e), way);
        }
      }
      std::ranges::stable_sort(program_->lists[i], {}, &ListWay::first);
      if (rules_.lists[i].name == "place") {
        program_->place_list = number(i);
      }
    }
  }

  void place_words() {
    std::vector<std::uint64_t> bits(program_->word_count / 64 + 1);
    if (program_->place_list != kNone) {
      for (const ListWay& way : program_->lists[program_->place_list]) {
        bits[way.first / 64] |= std::uint64_t{1} << (way.first % 64);
      }
    }
    program_->place_words.take(std::move(bits));
  }

  void list_way(std::size_t list, std::uint32_t entry, const Phrase& way) {
    const std::uint32_t code = coder_.way(way);
    CompiledPhrase begins;
    coder_.first_words(code, begins);
    for (std::uint32_t w = begins.first_words.begin; w < begins.first_words.end; ++w) {
      program_->lists[list].push_back({program_->words[w], code, entry});
    }
  }

  void facts() {
    program_->unless.resize(rules_.facts.size());
    program_->exclusive.resize(rules_.facts.size());
    for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
      const FactRule& rule = rules_.facts[i];
      for (std::size_t g = 0; g < rule.find.size(); ++g) {
        const FindGroup& group = rule.find[g];
        add_all(
            group.phrases,
            {.owner = Owner::find, .rule = number(i), .group = number(g), .parts = parts_of(group)},
            rule.value_type, rule.unit);
      }
      program_->unless[i] = add_all(rule.unless, {.owner = Owner::unless, .rule = number(i)},
                                    rule.value_type, rule.unit);
      if (rule.value_type == "quote") {
        program_->quote_rules.push_back(number(i));
      }
      exclusive(i);
    }
  }

  void exclusive(std::size_t i) {
    for (const std::string& other : rules_.facts[i].exclusive_with) {
      const auto found = std::ranges::find(rules_.facts, other, &FactRule::name);
      if (found != rules_.facts.end()) {
        const std::size_t j = static_cast<std::size_t>(found - rules_.facts.begin());
        program_->exclusive[i].push_back(number(j));
        program_->exclusive[j].push_back(number(i));
      }
    }
  }

  void contexts() {
    program_->contexts.resize(rules_.contexts.size());
    for (std::size_t i = 0; i < rules_.contexts.size(); ++i) {
      const ContextRule& rule = rules_.contexts[i];
      ContextPhrases& out = program_->contexts[i];
      add_all(rule.cues, {.owner = Owner::cue, .rule = number(i)}, "number");
      add_all(rule.not_cues, {.owner = Owner::not_cue, .rule = number(i)}, "number");
      out.stops = add_all(rule.stops, {.owner = Owner::stop, .rule = number(i)}, "number");
      for (const FactRule& fact : rules_.facts) {
        out.applies.push_back(rule.applies_to.empty() ||
                              std::ranges::find(rule.applies_to, fact.name) !=
                                  rule.applies_to.end());
      }
    }
  }

  void events() {
    for (std::size_t i = 0; i < rules_.events.size(); ++i) {
      const EventKind& kind = rules_.events[i];
      add_all(kind.nouns, {.owner = Owner::event_noun, .rule = number(i)}, "number");
      add_all(kind.compared_with, {.owner = Owner::compared_with, .rule = number(i)}, "number");
      add_all(kind.background, {.owner = Owner::background, .rule = number(i)}, "number");
      add_all(kind.aftermath, {.owner = Owner::aftermath, .rule = number(i)}, "number");
      for (std::size_t k = 0; k < kind.known.size(); ++k) {
        add_all(kind.known[k].written,
                {.owner = Owner::known_event, .rule = number(i), .group = number(k)}, "number");
      }
      program_->harms.push_back(!kind.aftermath.empty());
    }
    for (const FactRule& fact : rules_.facts) {
      program_->harm_facts.push_back(std::ranges::any_of(rules_.events, [&](const EventKind& kind) {
        return !kind.aftermath.empty() &&
               (kind.name == fact.event ||
                std::ranges::find(kind.expects, fact.name) != kind.expects.end());
      }));
    }
  }

  std::vector<std::uint32_t> add_all(const std::vector<Phrase>& phrases, const CompiledPhrase& kind,
                                     std::string_view value_type, std::string_view unit = {}) {
    std::vector<std::uint32_t> numbers;
    for (const Phrase& phrase : phrases) {
      CompiledPhrase compiled = kind;
      const PhraseSlots slots = coder_.phrase(phrase, value_type, unit, compiled);
      if (compiled.can_be_empty) {
        complain(phrase, "E421", "can match no words at all",
                 "take one word out of its [optional] brackets");
        continue;
      }
      if (compiled.memos > kMostChoices) {
        complain(phrase, "E423", "has too many alternatives, options and gaps",
                 "write it as several lines");
        continue;
      }
      program_->most_memos = std::max(program_->most_memos, compiled.memos);
      clauses(phrase, value_type, unit, compiled);
      if (compiled.owner == Owner::find) {
        compiled.value_slot = value_slot(slots, rules_.facts[compiled.rule]);
      }
      compiled.slots = range_of(slots.names);
      numbers.push_back(number(program_->phrases.size()));
      program_->phrases.push_back(compiled);
    }
    return numbers;
  }

  Range range_of(const std::vector<std::string>& slots) {
    auto& names = program_->slot_names;
    const std::uint32_t begin = number(program_->slots.size());
    for (const std::string& slot : slots) {
      const auto known = std::ranges::find(names, slot);
      program_->slots.push_back(number(static_cast<std::size_t>(known - names.begin())));
      if (known == names.end()) {
        names.push_back(slot);
      }
    }
    return {begin, number(program_->slots.size())};
  }

  /// Rarest first.  A value may come before all words only in facts: whether a sentence holds event
  /// words at all is asked of the index too.
  void clauses(const Phrase& phrase, std::string_view value_type, std::string_view unit,
               CompiledPhrase& out) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> weighed;
    for (auto& [weight, clause] : required_.of(phrase.root, value_type)) {
      weighed.emplace_back(weight, clause_number(std::move(clause)));
    }
    const bool words_first = category_of(out.owner) != Category::facts && !weighed.empty();
    for (const ValueClasses classes : required_values(phrase.root, value_type, unit)) {
      const std::uint64_t least = words_first ? weighed.front().first + 1 : 0;
      weighed.emplace_back(std::max(least, weight_of(classes)), clause_number(classes));
    }
    std::ranges::stable_sort(weighed, {}, &std::pair<std::uint64_t, std::uint32_t>::first);
    out.clauses.begin = number(program_->required.size());
    for (const auto& [weight, clause] : weighed) {
      program_->required.push_back(clause);
    }
    out.clauses.end = number(program_->required.size());
  }

  std::uint32_t clause_number(std::vector<WordId> clause) {
    const auto [known, added] =
        clause_numbers_.try_emplace(std::move(clause), number(program_->clauses.size()));
    if (added) {
      const std::uint32_t begin = number(program_->words.size());
      program_->words.append(known->first);
      program_->clauses.push_back({{begin, number(program_->words.size())}});
    }
    return known->second;
  }

  std::uint32_t clause_number(ValueClasses classes) {
    const auto known = std::ranges::find(program_->clauses, classes, &Clause::classes);
    if (known == program_->clauses.end()) {
      program_->clauses.push_back({.words = {}, .classes = classes});
      return number(program_->clauses.size() - 1);
    }
    return number(static_cast<std::size_t>(known - program_->clauses.begin()));
  }

  /// Files the clauses under their words, but under the busy ones: of those a clause has a bit
  /// each.
  void holders() {
    std::vector<std::vector<std::uint32_t>> by_word(program_->word_count);
    for (std::size_t i = 0; i < program_->clauses.size(); ++i) {
      const Range words = program_->clauses[i].words;
      for (std::uint32_t w = words.begin; w < words.end; ++w) {
        by_word[program_->words[w]].push_back(number(i));
      }
    }
    busy_words(by_word);
    for (const auto& clauses : by_word) {
      program_->starts.push_back(number(program_->holders.size()));
      program_->holders.append(clauses);
    }
    program_->starts.push_back(number(program_->holders.size()));
  }

  /// Takes the clauses of the words that would be noted most often: common ones that many hold.
  void busy_words(std::vector<std::vector<std::uint32_t>>& clauses_of) {
    constexpr std::size_t kMost = 64;  // bits of Clause::busy
    std::vector<std::pair<std::uint64_t, WordId>> work;
    for (WordId word = 0; word < clauses_of.size(); ++word) {
      if (!clauses_of[word].empty()) {
        work.emplace_back(required_.frequency(word) * clauses_of[word].size(), word);
      }
    }
    std::ranges::sort(work, std::greater());
    work.resize(std::min(work.size(), kMost));
    std::vector<std::uint8_t> numbers(clauses_of.size());
    for (std::size_t bit = 0; bit < work.size(); ++bit) {
      const WordId word = work[bit].second;
      numbers[word] = static_cast<std::uint8_t>(bit + 1);
      for (const std::uint32_t clause : std::exchange(clauses_of[word], {})) {
        program_->clauses.own(clause).busy |= std::uint64_t{1} << bit;
      }
    }
    program_->busy.take(std::move(numbers));
  }

  void complain(const Phrase& phrase, std::string_view code, std::string_view what,
                std::string_view help) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::error;
    diagnostic.code = code;
    diagnostic.message = "\"" + phrase.written + "\" " + std::string(what);
    diagnostic.help = help;
    if (phrase.where.file < rules_.files.size()) {
      diagnostic.where.file = rules_.files[phrase.where.file];
    }
    diagnostic.where.line = phrase.where.line;
    diagnostic.where.column = phrase.where.column;
    diagnostics_.push_back(std::move(diagnostic));
  }

  void index(Category category) {
    Index& out = program_->indexes[static_cast<std::size_t>(category)];
    ClauseTrees trees(*program_, out);
    for (std::size_t i = 0; i < program_->phrases.size(); ++i) {
      const CompiledPhrase& phrase = program_->phrases[i];
      if (category_of(phrase.owner) == category && is_indexed(phrase.owner)) {
        trees.add(number(i));
      }
    }
    trees.grow();
  }

  const RuleSet& rules_;
  Lexicon& lexicon_;
  Diagnostics& diagnostics_;
  std::unique_ptr<Program> program_;
  std::map<std::vector<WordId>, std::uint32_t> clause_numbers_;
  FormWords forms_;
  PhraseCoder coder_;
  RequiredWords required_;
};

}  // namespace

std::unique_ptr<Program> compile(const RuleSet& rules, Lexicon& lexicon, Diagnostics& diagnostics) {
  return Compiler(rules, lexicon, diagnostics).run();
}

Matcher::Matcher(const RuleSet& rules, Lexicon& lexicon, Diagnostics& diagnostics)
    : program_(compile(rules, lexicon, diagnostics)) {}
Matcher::Matcher(const RuleSet& rules, PlainReader& kept) : program_(read(kept, rules)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

void Matcher::keep(PlainWriter& bytes) const {
  write(*program_, bytes);
}

const RuleSet& Matcher::rules() const {
  return *program_->rules;
}

}  // namespace concord::extract
