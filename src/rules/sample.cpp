#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "rules/authoring.h"

namespace concord::rules {
namespace {

constexpr std::uint64_t kMany = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kStride = 11400714819323198485ULL;  // 2^64 / golden ratio: spreads evenly

struct TypeExample {
  std::string_view type;
  std::string_view words;
};
constexpr TypeExample kExamples[] = {
    {"count", "12"},           {"count_a", "a"},          {"number", "6.2"},
    {"percent", "30 percent"}, {"age", "24-year-old"},    {"money", "$5 million"},
    {"duration", "20 hours"},  {"date", "22 March 2024"}, {"time", "Friday"},
    {"name", "Milo Strand"},   {"text", "a grain store"}, {"source", "police"},
    {"quote", "\"We stay\""},
};

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return b != 0 && a > kMany / b ? kMany : a * b;
}
std::uint64_t plus(std::uint64_t a, std::uint64_t b) {
  return a > kMany - b ? kMany : a + b;
}

/// Writes the way of a number through a phrase tree.
class Sampler {
 public:
  Sampler(const RuleSet& rules, std::string_view value_type)
      : rules_(rules), value_type_(value_type) {}

  std::uint64_t count(const PhraseNode& node) const {
    switch (node.kind) {
      case PhraseKind::sequence: {
        std::uint64_t product = 1;
        for (const PhraseNode& child : node.children) {
          product = times(product, count(child));
        }
        return product;
      }
      case PhraseKind::alternatives: {
        std::uint64_t sum = 0;
        for (const PhraseNode& child : node.children) {
          sum = plus(sum, count(child));
        }
        return sum;
      }
      case PhraseKind::option:
        return node.children.empty() ? 1 : plus(1, count(node.children.front()));
      case PhraseKind::word:
        return std::max<std::size_t>(node.forms.size(), 1);
      default:
        return 1;
    }
  }

  void write(const PhraseNode& node, std::uint64_t way, std::string& out) const {
    switch (node.kind) {
      case PhraseKind::sequence:
        for (const PhraseNode& child : node.children) {
          const std::uint64_t ways = count(child);
          write(child, way % ways, out);
          way /= ways;
        }
        return;
      case PhraseKind::alternatives:
        for (const PhraseNode& child : node.children) {
          const std::uint64_t ways = count(child);
          if (way < ways) {
            write(child, way, out);
            return;
          }
          way -= ways;
        }
        return;
      case PhraseKind::option:
        if (way > 0 && !node.children.empty()) {
          write(node.children.front(), way - 1, out);
        }
        return;
      case PhraseKind::word:
        add(node.forms.empty() ? node.text : node.forms[way % node.forms.size()], out);
        return;
      default:
        write_leaf(node, out);
    }
  }

 private:
  void write_leaf(const PhraseNode& node, std::string& out) const {
    if (node.kind == PhraseKind::exact || node.kind == PhraseKind::punctuation) {
      add(node.text, out);
    } else if (node.kind == PhraseKind::list_ref || node.kind == PhraseKind::type_ref) {
      add(example_of(node.text), out);
    } else if (node.kind == PhraseKind::slot) {
      add(example_of(node.type.empty() ? value_type_ : std::string_view(node.type)), out);
    }
  }

  std::string example_of(std::string_view type) const {
    const auto list = std::ranges::find(rules_.lists, type, &WordList::name);
    if (list != rules_.lists.end()) {
      std::string words;
      if (!list->entries.empty() && !list->entries.front().written.empty()) {
        write(list->entries.front().written.front().root, 0, words);
      }
      return words;
    }
    const auto* found = std::ranges::find(kExamples, type, &TypeExample::type);
    return std::string(found == std::end(kExamples) ? std::string_view("12 acres") : found->words);
  }

  static void add(std::string_view word, std::string& out) {
    constexpr std::string_view kBehind = ",;:.%";
    const bool behind = word.size() == 1 && kBehind.find(word.front()) != std::string_view::npos;
    const bool joined = behind || word == "-" || word == "'s" || word == "'";
    const bool after_mark = !out.empty() && (out.back() == '-' || out.back() == '$');
    if (!out.empty() && !joined && !after_mark) {
      out += ' ';
    }
    out += word;
  }

  const RuleSet& rules_;
  std::string_view value_type_;
};

}  // namespace

Samples sample(const RuleSet& rules, const Phrase& phrase, std::string_view value_type,
               std::size_t most) {
  const Sampler sampler(rules, value_type);
  Samples samples;
  samples.count = sampler.count(phrase.root);
  std::set<std::string> seen;
  // Twice as many tries as sentences: ways that differ only in a gap read the same.
  for (std::uint64_t k = 0; k < 2 * most && samples.sentences.size() < most; ++k) {
    if (samples.count <= most && k >= samples.count) {
      break;
    }
    const std::uint64_t way = samples.count <= most ? k : (k * kStride) % samples.count;
    std::string sentence;
    sampler.write(phrase.root, way, sentence);
    if (seen.insert(sentence).second) {
      samples.sentences.push_back(std::move(sentence));
    }
  }
  return samples;
}

}  // namespace concord::rules
