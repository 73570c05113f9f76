// Why a phrase does not match: the smallest change with which it would.
#include "pipeline/near_misses.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/fold.h"
#include "extract/extract.h"
#include "pipeline/engine.h"
#include "pipeline/pipeline.h"
#include "pipeline/probes.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr unsigned kLongestGap = 12;
constexpr unsigned kUsualGap = 4;
constexpr unsigned kNewGap = 4;  // words that a gap put between two items may take
constexpr std::size_t kMostTries = 4000;
constexpr std::size_t kMostWords = 60;  // of a sentence, tried in the place of an item
constexpr std::size_t kNoItem = ~std::size_t{0};

/// A phrase line with one change.
struct Variant {
  const Phrase* phrase;
  std::string line;
  std::string change;
  unsigned cost;
  std::size_t left_out = kNoItem;  // the item whose absence is the change
};

/// The number of words a gap item takes, and whether it is one: "...3", "[...3]", "[!(a) ...2]".
std::optional<unsigned> gap_words(std::string_view item) {
  const std::size_t dots = item.find("...");
  if (dots == std::string_view::npos || item.front() == '(') {
    return std::nullopt;
  }
  unsigned words = kUsualGap;
  std::from_chars(item.data() + dots + 3, item.data() + item.size(), words);
  return words;
}

std::string with_gap(std::string_view item, unsigned words) {
  const std::size_t dots = item.find("...");
  const std::size_t rest = std::min(item.find_first_not_of("0123456789", dots + 3), item.size());
  return std::string(item.substr(0, dots)) + "..." + std::to_string(words) +
         std::string(item.substr(rest));
}

/// All items joined, with item `at` replaced by `by` (left out when that is empty).
std::string joined(const std::vector<rules::PhraseItem>& items, std::size_t at,
                   const std::string& by) {
  std::string line;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = i == at ? by : std::string(items[i].written);
    line += (line.empty() || item.empty() ? "" : " ") + item;
  }
  return line;
}

bool holds_slot(std::string_view item) {
  return item.find('{') != std::string_view::npos;
}

/// The changes of one phrase that leave the items in `kept` as they are.
class Changes {
 public:
  Changes(const Phrase& phrase, std::vector<Variant>& out)
      : phrase_(phrase), items_(rules::items_of(phrase.written)), out_(out) {}

  const std::vector<rules::PhraseItem>& items() const { return items_; }

  void make(const std::vector<bool>& kept) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (const auto words = gap_words(items_[i].written)) {
        widen(i, *words);
      } else if (!kept[i] && !holds_slot(items_[i].written) && items_.size() > 2) {
        leave_out(i);
      }
      if (i + 1 < items_.size() && !gap_words(items_[i].written) &&
          !gap_words(items_[i + 1].written) && items_[i].written.front() != '!') {
        put_gap(i);
      }
    }
  }

 private:
  void add(std::string line, std::string change, unsigned cost, std::size_t left_out = kNoItem) {
    out_.push_back({&phrase_, std::move(line), std::move(change), cost, left_out});
  }

  void widen(std::size_t i, unsigned words) {
    for (unsigned most = words + 1; most <= kLongestGap; ++most) {
      add(joined(items_, i, with_gap(items_[i].written, most)),
          fmt::format("let `{}` take up to {} words", items_[i].written, most), most - words);
    }
  }

  void put_gap(std::size_t i) {
    for (unsigned most = 1; most <= kNewGap; ++most) {
      const std::string gap = fmt::format("[...{}]", most);
      add(joined(items_, i, std::string(items_[i].written) + " " + gap),
          fmt::format("put `{}` between `{}` and `{}`", gap, items_[i].written,
                      items_[i + 1].written),
          most);
    }
  }

  void leave_out(std::size_t i) {
    const bool outer = i == 0 || i + 1 == items_.size();
    const bool lookahead = items_[i].written.front() == '!';
    add(joined(items_, i, ""), fmt::format("leave out `{}`", items_[i].written), outer ? 4 : 3, i);
    if (!outer && !lookahead && !gap_words(items_[i - 1].written) &&
        !gap_words(items_[i + 1].written)) {
      add(joined(items_, i, "[...2]"), fmt::format("allow other words for `{}`", items_[i].written),
          5);
    }
  }

  const Phrase& phrase_;
  std::vector<rules::PhraseItem> items_;
  std::vector<Variant>& out_;
};

/// The words that each phrase of a rule is filed under.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::string>> anchors_of(
    const Engine::Parts& parts, RuleId rule) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::string>> anchors;
  for (const PhraseCost& cost : extract::phrase_costs(parts.matcher, parts.lexicon)) {
    if (cost.rule == rule && !cost.written.empty()) {
      anchors[{cost.phrase.line, cost.phrase.column}].insert(cost.anchor.begin(),
                                                             cost.anchor.end());
    }
  }
  return anchors;
}

void collect_forms(const PhraseNode& node, std::set<std::string>& forms) {
  forms.insert(node.forms.begin(), node.forms.end());
  for (const PhraseNode& child : node.children) {
    collect_forms(child, forms);
  }
}

/// The items that hold the anchor; those with shared phrases when no item's own words do.
std::vector<bool> anchored(const std::vector<rules::PhraseItem>& items,
                           const std::set<std::string>& anchor) {
  std::vector<bool> kept(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    Diagnostics ignored;
    std::set<std::string> forms;
    if (const auto item = rules::parse_phrase(items[i].written, ignored)) {
      collect_forms(item->root, forms);
    }
    kept[i] =
        std::ranges::any_of(forms, [&](const std::string& form) { return anchor.contains(form); });
  }
  if (std::ranges::none_of(kept, [](bool one) { return one; })) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      kept[i] = items[i].written.find('<') != std::string_view::npos;
    }
  }
  return kept;
}

bool holds_any(const TokenizedText& tokens, const Lexicon& lexicon,
               const std::set<std::string>& words) {
  return words.empty() || std::ranges::any_of(tokens.tokens, [&](const Token& token) {
           return token.word != kUnknownWord &&
                  words.contains(std::string(lexicon.spelling(token.word)));
         });
}

std::vector<Variant> variants_of(const Engine& engine, RuleId rule, const std::string& text) {
  const Engine::Parts& parts = engine.parts();
  TokenizedText tokens;
  tokenize::tokenize_text(text, parts.lexicon, tokens);
  const auto anchors = anchors_of(parts, rule);
  std::vector<Variant> variants;
  for (const FindGroup& group : parts.rules.facts[rule.index].find) {
    for (const Phrase& phrase : group.phrases) {
      const auto anchor = anchors.find({phrase.where.line, phrase.where.column});
      const std::set<std::string> words =
          anchor == anchors.end() ? std::set<std::string>() : anchor->second;
      if (holds_any(tokens, parts.lexicon, words)) {
        Changes changes(phrase, variants);
        changes.make(anchored(changes.items(), words));
      }
    }
  }
  std::ranges::stable_sort(variants, {}, &Variant::cost);
  variants.resize(std::min(variants.size(), kMostTries));
  return variants;
}

/// "(a|b)" or "a" with another word as a branch.
std::string with_branch(std::string_view item, std::string_view word) {
  const bool group = item.front() == '(' && item.back() == ')';
  const std::string_view inside = group ? item.substr(1, item.size() - 2) : item;
  return "(" + std::string(inside) + "|" + std::string(word) + ")";
}

/// The words of a sentence that are not part of a figure.
std::vector<std::string> words_of(const Engine& engine, const std::string& text) {
  TokenizedText tokens;
  tokenize::tokenize_text(text, engine.parts().lexicon, tokens);
  const auto figures = values(engine, {.id = {}, .text = text, .reference = {}});
  const auto in_figure = [&](const Token& token) {
    return std::ranges::any_of(figures, [&](const ValueMention& figure) {
      return figure.full.begin <= token.span.begin && token.span.end <= figure.full.end;
    });
  };
  std::vector<std::string> words;
  for (const Token& token : tokens.tokens) {
    std::string word = fold(text.substr(token.span.begin, token.span.size()));
    const bool letters = std::ranges::all_of(word, [](char byte) {
      return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
    });
    if (letters && !in_figure(token) && words.size() < kMostWords &&
        std::ranges::find(words, word) == words.end()) {
      words.push_back(std::move(word));
    }
  }
  return words;
}

/// Where leaving an item out would help, a word of the sentence may be what it lacks: "ended"
/// beside "claimed".  That is the smaller change, and the safer one.
bool prefer_a_word(const Engine& engine, const FactRule& fact, const std::string& text,
                   const Variant& variant, Miss& miss) {
  const std::vector<rules::PhraseItem> items = rules::items_of(variant.phrase->written);
  const std::string_view item = items[variant.left_out].written;
  if (item.front() == '[' || item.front() == '!') {
    return false;
  }
  const std::vector<std::string> words = words_of(engine, text);
  std::vector<Probe> probes;
  for (const std::string& word : words) {
    probes.push_back({joined(items, variant.left_out, word), fact.value_type, fact.unit});
  }
  const std::vector<ProbeHit> hits = try_probes(engine.rules(), probes, {{text, Part::body}});
  if (!hits.empty()) {
    const std::string& word = words[hits.front().probe];
    miss.extent = hits.front().extent;
    miss.why = fmt::format("add `{}` to `{}`", word, item);
    miss.instead = joined(items, variant.left_out, with_branch(item, word));
  }
  return !hits.empty();
}

/// True if little but a figure and a word would be left of the phrase: it would match too much.
bool would_be_bare(const Variant& variant) {
  const auto items = rules::items_of(variant.line);
  return std::ranges::count_if(items, [](const rules::PhraseItem& item) {
           const char first = item.written.front();
           return first != '{' && first != '[' && first != '!' && first != '.';
         }) < 2;
}

}  // namespace

std::vector<Miss> near_misses(const Engine& engine, RuleId rule, const std::string& text,
                              std::size_t most, const std::vector<Span>& set_aside) {
  const FactRule& fact = engine.rules().facts[rule.index];
  const std::vector<Variant> variants = variants_of(engine, rule, text);
  std::vector<Probe> probes;
  for (const Variant& variant : variants) {
    probes.push_back({variant.line, fact.value_type, fact.unit});
  }
  std::map<std::uint32_t, Span> hits;  // by variant, so the cheapest first
  for (const ProbeHit& hit : try_probes(engine.rules(), probes, {{text, Part::body}})) {
    if (std::ranges::none_of(set_aside, [&](Span one) { return one.overlaps(hit.extent); })) {
      hits.emplace(hit.probe, hit.extent);
    }
  }
  std::vector<Miss> misses;
  std::set<const Phrase*> told;
  for (const auto& [number, extent] : hits) {
    const Variant& variant = variants[number];
    if (misses.size() < most && told.insert(variant.phrase).second) {
      misses.push_back({rule, variant.phrase->where, variant.phrase->written, extent,
                        variant.change, variant.line});
      if (variant.left_out != kNoItem &&
          !prefer_a_word(engine, fact, text, variant, misses.back()) && would_be_bare(variant)) {
        misses.pop_back();
        told.erase(variant.phrase);
      }
    }
  }
  return misses;
}

}  // namespace concord::pipeline
