// `concord rules tune`: an `unless` line that removes all wrong and no right.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/fold.h"
#include "pipeline/engine.h"
#include "pipeline/pipeline.h"
#include "pipeline/probes.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kFarthest = 8;      // words from the figure
constexpr std::size_t kTellingWord = 5;   // letters
constexpr std::size_t kMostTries = 3000;  // candidate lines
constexpr std::size_t kMostProved = 200;  // lines tried on the engine itself

/// A sentence and the figures of the fact in it.
std::vector<Fact> found_in(const Engine& engine, RuleId rule, const std::string& text) {
  Document document;
  document.id = document.source = "sentence";
  document.text = text;
  std::vector<Fact> facts = facts_of(engine, {document}, 1);
  std::erase_if(facts, [&](const Fact& fact) { return !(fact.rule == rule); });
  return facts;
}

std::size_t count_in(const Engine& engine, RuleId rule, const std::vector<std::string>& texts) {
  std::size_t count = 0;
  for (const std::string& text : texts) {
    count += found_in(engine, rule, text).size();
  }
  return count;
}

/// A line that might be written below `unless:`, the narrower the better.
struct Candidate {
  std::string line;
  std::string before;  // template: what stands before and behind its word
  std::string word;
  std::string behind;
  std::size_t width = 0;          // words between figure and word
  std::set<std::size_t> removes;  // wrong sentences it matches
};

bool is_word(std::string_view text) {
  return text.size() > 1 && std::ranges::all_of(text, [](char byte) {
           return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
         });
}

std::string gap(std::size_t words) {
  return words == 0 ? " " : fmt::format(" [...{}] ", words);
}

/// Lines that hold the figure and one word near it, for each word of the sentence.
void add_candidates(const Engine& engine, const std::string& text, const Fact& fact,
                    std::map<std::string, Candidate>& out) {
  TokenizedText tokens;
  tokenize::tokenize_text(text, engine.parts().lexicon, tokens);
  std::size_t distance = 0;
  const auto add = [&](const Token& token, bool right) {
    const std::string word = fold(text.substr(token.span.begin, token.span.size()));
    if (token.kind != TokenKind::word || distance > kFarthest) {
      return;
    }
    if (is_word(word) && out.size() < kMostTries) {
      Candidate one;
      one.before = right ? "{n}" + gap(distance) : "";
      one.behind = right ? "" : gap(distance) + "{n}";
      one.word = word;
      one.line = one.before + word + one.behind;
      one.width = distance;
      out.try_emplace(one.line, one);
    }
    ++distance;
  };
  for (const Token& token : tokens.tokens) {
    if (token.span.begin >= fact.filler.end) {
      add(token, true);
    }
  }
  distance = 0;
  for (std::size_t i = tokens.tokens.size(); i-- > 0;) {
    if (tokens.tokens[i].span.end <= fact.filler.begin) {
      add(tokens.tokens[i], false);
    }
  }
}

class Tuner {
 public:
  Tuner(const Engine& engine, RuleId rule, const std::vector<std::string>& wrong,
        const std::vector<std::string>& right)
      : engine_(engine), rule_(rule), wrong_(wrong), right_(right) {}

  Tuning run() {
    std::map<std::string, Candidate> all;
    for (std::size_t i = 0; i < wrong_.size(); ++i) {
      const std::vector<Fact> facts = found_in(engine_, rule_, wrong_[i]);
      if (facts.empty()) {
        tuning_.not_found.push_back(wrong_[i]);
        continue;
      }
      open_.insert(i);
      for (const Fact& fact : facts) {
        add_candidates(engine_, wrong_[i], fact, all);
      }
    }
    for (const std::string& sentence : right_) {
      if (found_in(engine_, rule_, sentence).empty()) {
        tuning_.unproved.push_back(sentence);
      }
    }
    if (!tuning_.unproved.empty()) {
      return std::move(tuning_);  // a line could take what the rule does not find anyway
    }
    judge(all);
    choose();
    for (const std::size_t i : open_) {
      tuning_.left.push_back(wrong_[i]);
    }
    tuning_.lines = joined();
    prove_all();
    return std::move(tuning_);
  }

 private:
  /// Keeps the candidates that match wrong sentences and no right one.
  void judge(const std::map<std::string, Candidate>& all) {
    const FactRule& fact = engine_.rules().facts[rule_.index];
    std::vector<Probe> probes;
    for (const auto& [line, candidate] : all) {
      probes.push_back({line, fact.value_type, fact.unit});
      candidates_.push_back(candidate);
    }
    std::vector<ProbeText> texts;
    for (const auto* sentences : {&wrong_, &right_}) {
      for (const std::string& sentence : *sentences) {
        texts.push_back({sentence, Part::body});
      }
    }
    std::vector<bool> harms(candidates_.size());
    for (const ProbeHit& hit : try_probes(engine_.rules(), probes, texts)) {
      if (hit.text < wrong_.size()) {
        candidates_[hit.probe].removes.insert(hit.text);
      } else {
        harms[hit.probe] = true;
      }
    }
    std::vector<Candidate> harmless;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!harms[i]) {
        harmless.push_back(std::move(candidates_[i]));
      }
    }
    candidates_ = std::move(harmless);
  }

  /// The engine with further unless lines for the fact.
  Engine with_lines(const std::vector<std::string>& lines) const {
    const FactRule& fact = engine_.rules().facts[rule_.index];
    std::vector<rules::RuleText> files = rules::texts_of(engine_.rules());
    std::string text = fmt::format(
        "factrules: 1\npack: {}\nchange:\n  - in: {}\n    fact: {}\n"
        "    add to unless: |\n",
        fact.pack, fact.pack, fact.name);
    for (const std::string& line : lines) {
      text += "      " + line + "\n";
    }
    files.push_back({fact.pack + "/zz-tune.yaml", text + "    because: tuning\n"});
    Diagnostics ignored;
    return Engine(rules::load_texts(files, false, ignored), ignored);
  }

  /// Takes the candidate that removes most, nearest to the figure first, as long as the engine
  /// confirms it.
  void choose() {
    const std::size_t right = count_in(engine_, rule_, right_);
    std::size_t proved = 0;
    while (!open_.empty() && proved < kMostProved) {
      const auto gain = [&](const Candidate& one) {
        return std::ranges::count_if(one.removes, [&](std::size_t i) { return open_.contains(i); });
      };
      // Short words are common ones; they tell little.
      const auto is_short = [](const Candidate& one) { return one.word.size() < kTellingWord; };
      std::ranges::stable_sort(candidates_, [&](const Candidate& a, const Candidate& b) {
        return std::tuple(gain(b), is_short(a), a.width) <
               std::tuple(gain(a), is_short(b), b.width);
      });
      if (candidates_.empty() || gain(candidates_.front()) == 0) {
        return;
      }
      ++proved;
      const Candidate best = candidates_.front();
      candidates_.erase(candidates_.begin());
      const Engine tuned = with_lines({best.line});
      std::set<std::size_t> removed;
      for (const std::size_t i : best.removes) {
        if (open_.contains(i) && found_in(tuned, rule_, wrong_[i]).empty()) {
          removed.insert(i);
        }
      }
      if (removed.empty() || count_in(tuned, rule_, right_) != right) {
        continue;
      }
      chosen_.push_back(best);
      for (const std::size_t i : removed) {
        open_.erase(i);
      }
    }
  }

  /// Lines that differ in one word as one line.
  std::vector<std::string> joined() const {
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> templates;
    for (const Candidate& one : chosen_) {
      templates[{one.before, one.behind}].push_back(one.word);
    }
    std::vector<std::string> lines;
    for (const auto& [around, words] : templates) {
      std::string list;
      for (const std::string& word : words) {
        list += (list.empty() ? "" : "|") + word;
      }
      lines.push_back(around.first + (words.size() > 1 ? "(" + list + ")" : list) + around.second);
    }
    return lines;
  }

  void prove_all() {
    if (tuning_.lines.empty()) {
      return;
    }
    const Engine tuned = with_lines(tuning_.lines);
    tuning_.sound = count_in(tuned, rule_, right_) == count_in(engine_, rule_, right_) &&
                    tuning_.left.empty() && count_in(tuned, rule_, wrong_) == 0;
  }

  const Engine& engine_;
  RuleId rule_;
  const std::vector<std::string>& wrong_;
  const std::vector<std::string>& right_;
  std::set<std::size_t> open_;  // wrong sentences still found
  std::vector<Candidate> candidates_;
  std::vector<Candidate> chosen_;
  Tuning tuning_;
};

}  // namespace

Tuning tune(const Engine& engine, RuleId rule, const std::vector<std::string>& wrong,
            const std::vector<std::string>& right) {
  return Tuner(engine, rule, wrong, right).run();
}

}  // namespace concord::pipeline
