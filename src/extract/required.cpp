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

RequiredWords::RequiredWords(const RuleSet& rules, Lexicon& lexicon)
    : rules_(rules), lexicon_(lexicon), lists_(rules.lists.size()) {}

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

Clauses RequiredWords::of(const PhraseNode& node, std::string_view value_type) {
  Clauses clauses = unsorted(node, value_type);
  std::erase_if(clauses, [](const auto& clause) { return clause.empty(); });
  std::ranges::stable_sort(clauses, {}, [&](const auto& clause) { return weight(clause); });
  clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
  return clauses;
}

/// The rarest token of each form: a match holds all tokens of one of them.
Clauses RequiredWords::of_words(const std::vector<std::string>& forms) {
  std::vector<WordId> clause;
  for (const std::string& form : forms) {
    if (is_plain_word(form)) {
      clause.push_back(lexicon_.add(form));
      continue;
    }
    std::vector<WordId> ids;
    for (const std::string& token : tokens_of(form)) {
      ids.push_back(lexicon_.add(token));
    }
    if (ids.empty()) {
      return {};
    }
    clause.push_back(*std::ranges::min_element(ids, {}, [&](WordId id) { return frequency(id); }));
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
      return of_words(node.forms);
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
  Clauses clauses = of(node, value_type);
  return clauses.empty() ? Best() : Best(std::move(clauses.front()));
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

}  // namespace concord::extract
