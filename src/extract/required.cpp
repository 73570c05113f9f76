#include "extract/required.h"

#include <algorithm>

#include "extract/phrase_code.h"

namespace concord::extract {
namespace {

void append(std::vector<WordId>& into, const std::vector<WordId>& more) {
  into.insert(into.end(), more.begin(), more.end());
}

std::vector<WordId> as_set(std::vector<WordId> words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

RequiredWords::RequiredWords(const RuleSet& rules, Lexicon& lexicon, FormWords& forms)
    : rules_(rules), lexicon_(lexicon), forms_(forms), lists_(rules.lists.size()) {}

std::uint32_t RequiredWords::frequency(WordId word) {
  if (word >= per_million_.size()) {
    per_million_.resize(lexicon_.size() + 1);
  }
  auto& known = per_million_[word];
  if (!known) {
    known = frequency_.per_million(lexicon_.spelling(word));
  }
  return *known;
}

std::uint64_t RequiredWords::weight(const std::vector<WordId>& clause) {
  std::uint64_t sum = 0;
  for (const WordId word : clause) {
    sum += frequency(word);
  }
  return sum;
}

std::vector<WeighedClause> RequiredWords::of(const PhraseNode& node, std::string_view value_type) {
  std::vector<WeighedClause> clauses;
  for (std::vector<WordId>& words : unsorted(node, value_type)) {
    const bool known = words.empty() || std::ranges::any_of(clauses, [&](const auto& clause) {
                         return clause.words == words;
                       });
    if (!known) {
      clauses.push_back({weight(words), std::move(words)});
    }
  }
  std::ranges::stable_sort(clauses, {}, &WeighedClause::weight);
  return clauses;
}

/// The rarest token of each form: a match holds all tokens of one of them.
Clauses RequiredWords::of_word(const PhraseNode& node) {
  std::vector<WordId> clause;
  const auto forms = forms_.of(node);
  clause.assign(forms.begin(), forms.end());
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause[i] != kUnknownWord) {
      continue;
    }
    std::vector<WordId> ids;
    for (const std::string& token : tokens_of(node.forms[i])) {
      ids.push_back(lexicon_.add(token));
    }
    if (ids.empty()) {
      return {};
    }
    clause[i] = *std::ranges::min_element(ids, {}, [&](WordId id) { return frequency(id); });
  }
  return {as_set(std::move(clause))};
}

Clauses RequiredWords::unsorted(const PhraseNode& node, std::string_view value_type) {
  Clauses clauses;
  switch (node.kind) {
    case PhraseKind::sequence:
      for (const PhraseNode& child : node.children) {
        for (auto& clause : unsorted(child, value_type)) {
          clauses.push_back(std::move(clause));
        }
      }
      break;
    case PhraseKind::alternatives: {
      std::vector<WordId> either;
      for (const PhraseNode& child : node.children) {
        const Best one = best(child, value_type);
        if (!one) {
          return {};
        }
        append(either, *one);
      }
      clauses.push_back(as_set(std::move(either)));
      break;
    }
    case PhraseKind::word:
      return of_word(node);
    case PhraseKind::exact:
      for (const std::string& token : tokens_of(node.text)) {
        clauses.push_back({lexicon_.add(token)});
      }
      break;
    case PhraseKind::slot:
    case PhraseKind::list_ref: {
      const std::string_view type = node.kind == PhraseKind::list_ref ? std::string_view(node.text)
                                    : node.type.empty()               ? value_type
                                                                      : std::string_view(node.type);
      if (const Best list = of_list(type)) {
        clauses.push_back(*list);
      }
      break;
    }
    case PhraseKind::option:
    case PhraseKind::type_ref:
    case PhraseKind::gap:
    case PhraseKind::without:
    case PhraseKind::punctuation:
      break;
  }
  return clauses;
}

RequiredWords::Best RequiredWords::best(const PhraseNode& node, std::string_view value_type) {
  Clauses clauses = unsorted(node, value_type);
  std::erase_if(clauses, [](const auto& clause) { return clause.empty(); });
  if (clauses.size() < 2) {
    return clauses.empty() ? Best() : Best(std::move(clauses.front()));
  }
  return Best(std::move(
      *std::ranges::min_element(clauses, {}, [&](const auto& clause) { return weight(clause); })));
}

RequiredWords::Best RequiredWords::of_list(std::string_view name) {
  const auto list = std::ranges::find(rules_.lists, name, &WordList::name);
  if (list == rules_.lists.end()) {
    return {};
  }
  auto& known = lists_[static_cast<std::size_t>(list - rules_.lists.begin())];
  if (known) {
    return *known;
  }
  known = Best();  // a list that asks for itself requires nothing
  std::vector<WordId> either;
  for (const ListEntry& entry : list->entries) {
    for (const Phrase& way : entry.written) {
      const Best one = best(way.root, {});
      if (!one) {
        return {};
      }
      append(either, *one);
    }
  }
  known = Best(as_set(std::move(either)));
  return *known;
}

std::vector<ValueClasses> required_values(const PhraseNode& node, std::string_view value_type,
                                          std::string_view unit) {
  std::vector<ValueClasses> required;
  switch (node.kind) {
    case PhraseKind::sequence:
      for (const PhraseNode& child : node.children) {
        const auto more = required_values(child, value_type, unit);
        required.insert(required.end(), more.begin(), more.end());
      }
      break;
    case PhraseKind::alternatives: {
      ValueClasses either = 0;
      for (const PhraseNode& child : node.children) {
        const auto one = required_values(child, value_type, unit);
        if (one.empty()) {
          return {};
        }
        either |= one.front();
      }
      required.push_back(either);
      break;
    }
    case PhraseKind::slot:
    case PhraseKind::type_ref: {
      const std::string_view type = node.kind == PhraseKind::type_ref ? std::string_view(node.text)
                                    : node.type.empty()               ? value_type
                                                                      : std::string_view(node.type);
      const ValueClasses classes = classes_of_type(type, unit);
      const bool any_sentence = (classes & kTimeClasses) != 0 || type == "count_a";
      if (classes != 0 && !any_sentence) {
        required.push_back(classes);
      }
      break;
    }
    default:
      break;
  }
  return required;
}

std::uint64_t weight_of(ValueClasses classes) {
  // By counting in news: one sentence in three has a number, few have an age or a percentage.
  constexpr ValueClasses kRare = class_of(Dimension::percent) | class_of(Dimension::age);
  constexpr std::uint64_t kOfRare = 4000;
  constexpr std::uint64_t kOfNumbers = 20'000;
  return (classes & ~kRare) == 0 ? kOfRare : kOfNumbers;
}

}  // namespace concord::extract
