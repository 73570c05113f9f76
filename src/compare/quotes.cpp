#include "compare/quotes.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/fold.h"
#include "compare/findings.h"
#include "compare/quote_likeness.h"
#include "compare/quote_words.h"
#include "compare/reasons.h"

namespace concord::compare {
namespace {

constexpr std::size_t kMostSharing =
    128;  // a content word of more quotations than this blocks nothing
constexpr std::size_t kNoted = 8;
constexpr std::size_t kShown = 160;  // bytes of a quotation in a sentence

/// Distinct wordings of one speaker, in a fixed order, and who quotes them.
struct Cited {
  Wording wording;
  std::vector<const Claim*> claims;
};

/// Sets of quotations that are one.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

/// The words alone: an outlet's own commas and apostrophes make no other wording.
std::string said_by(const Wording& wording) {
  std::string words;
  for (const std::string& word : wording.words) {
    words += word;
    words += ' ';
  }
  return words;
}

/// What an article quoted before it was rewritten is no longer quoted by anybody.
std::vector<Cited> cited_in(const Inputs& inputs, const Group& group) {
  const Versions versions(inputs, group.claims);
  std::map<std::string, Cited> by_words;
  std::unordered_map<std::string_view, Cited*> by_text;  // copies quote to the letter
  for (const Claim& claim : group.claims) {
    if (versions.is_rewritten(document_of(inputs, claim))) {
      continue;
    }
    Cited*& cited = by_text[claim.measure.name];
    if (cited == nullptr) {
      Wording wording = wording_of(claim.measure.name);
      cited = &by_words[said_by(wording)];
      if (cited->claims.empty()) {
        cited->wording = std::move(wording);
      }
    }
    cited->claims.push_back(&claim);
  }
  std::vector<Cited> result;
  result.reserve(by_words.size());
  for (auto& [words, cited] : by_words) {
    result.push_back(std::move(cited));
  }
  return result;
}

bool share_document(const Cited& a, const Cited& b) {
  std::set<DocumentId> documents;
  for (const Claim* claim : a.claims) {
    documents.insert(claim->figure->document);
  }
  return std::any_of(b.claims.begin(), b.claims.end(), [&](const Claim* claim) {
    return documents.contains(claim->figure->document);
  });
}

bool is_near(Likeness how) {
  return how == Likeness::reworded || how == Likeness::retouched;
}

/// Two wordings in one document are two quotations, unless one is part of the other.
bool may_be_one(const Cited& a, const Cited& b, Likeness how) {
  return how != Likeness::different && (!is_near(how) || !share_document(a, b));
}

/// The same for sets of them, of which two wordings are near: two remarks of one article are not
/// made one by a third that is like both.
bool may_join(const std::vector<std::size_t>& some, const std::vector<std::size_t>& others,
              const std::vector<Cited>& cited) {
  return std::ranges::all_of(some, [&](std::size_t i) {
    return std::ranges::all_of(others, [&](std::size_t j) {
      return !share_document(cited[i], cited[j]) ||
             likeness(cited[i].wording, cited[j].wording) >= Likeness::part;
    });
  });
}

/// Finds wordings that share content words through the rarer of those words; short quotations
/// through their words.
class Sharing {
 public:
  explicit Sharing(const std::vector<Cited>& cited) : cited_(cited) {
    for (std::size_t i = 0; i < cited.size(); ++i) {
      const Wording& wording = cited[i].wording;
      for (const std::string& stem : wording.stems) {
        by_stem_[stem].push_back(i);
      }
      if (wording.stems.empty() && !wording.words.empty()) {
        by_first_word_[wording.words.front()].push_back(i);
      }
    }
  }

  /// In order, without itself.
  std::set<std::size_t> with(std::size_t i) const {
    const Wording& wording = cited_[i].wording;
    std::set<std::size_t> others;
    for (const std::string& stem : wording.stems) {
      add_holders(by_stem_, stem, others);
    }
    if (wording.stems.empty() && !wording.words.empty()) {
      add_holders(by_first_word_, wording.words.front(), others);
    }
    others.erase(i);
    return others;
  }

 private:
  using Holders = std::unordered_map<std::string_view, std::vector<std::size_t>>;

  static void add_holders(const Holders& by_word, std::string_view word,
                          std::set<std::size_t>& others) {
    const auto& holders = by_word.find(word)->second;
    if (holders.size() <= kMostSharing) {
      others.insert(holders.begin(), holders.end());
    }
  }

  const std::vector<Cited>& cited_;
  Holders by_stem_;
  Holders by_first_word_;  // of those without a stem
};

/// Two wordings that may be one quotation, and how like they are.
struct Pair {
  Likeness how = Likeness::different;
  std::size_t shared = 0;  // words
  std::size_t first = 0;
  std::size_t second = 0;
};

std::size_t shared_words(const Wording& one, const Wording& other) {
  std::multiset<std::string_view> left(one.words.begin(), one.words.end());
  return static_cast<std::size_t>(std::ranges::count_if(other.words, [&](const std::string& word) {
    const auto found = left.find(word);
    const bool shared = found != left.end();
    if (shared) {
      left.erase(found);
    }
    return shared;
  }));
}

/// True if the wording is of the document that is asked of, or all are asked of.
bool is_asked_for(const Options& options, const Cited& cited) {
  return !options.of || std::ranges::any_of(cited.claims, [&](const Claim* claim) {
    return claim->figure->document == *options.of;
  });
}

/// The pairs that may be one, the likest first, among what is asked for and whatever is one with it
/// through others.
std::vector<Pair> likest_first(const Options& options, const std::vector<Cited>& cited) {
  if (cited.size() < 2) {
    return {};
  }
  const Sharing sharing(cited);
  std::vector<std::size_t> reached;
  std::vector<bool> known(cited.size());
  std::vector<bool> done(cited.size());
  const auto reach = [&](std::size_t i) {
    if (!known[i]) {
      known[i] = true;
      reached.push_back(i);
    }
  };
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (is_asked_for(options, cited[i])) {
      reach(i);
    }
  }
  std::vector<Pair> pairs;
  for (std::size_t at = 0; at < reached.size(); ++at) {
    const std::size_t one = reached[at];
    done[one] = true;
    for (const std::size_t other : sharing.with(one)) {
      const auto [i, j] = std::minmax(one, other);
      const Likeness how =
          done[other] ? Likeness::different : likeness(cited[i].wording, cited[j].wording);
      if (may_be_one(cited[i], cited[j], how)) {
        pairs.push_back({how, shared_words(cited[i].wording, cited[j].wording), i, j});
        reach(other);
      }
    }
  }
  std::ranges::sort(pairs, [](const Pair& one, const Pair& other) {
    return std::tie(one.how, one.shared, other.first, other.second) >
           std::tie(other.how, other.shared, one.first, one.second);
  });
  return pairs;
}

std::string shortened(const std::string& text) {
  if (text.size() <= kShown) {
    return text;
  }
  std::size_t end = text.rfind(' ', kShown);
  end = end == std::string::npos ? kShown : end;
  while (end > 0 && (text[end] & '\xC0') == '\x80') {
    --end;
  }
  return text.substr(0, end) + "...";
}

std::vector<std::string> sources_of(const Inputs& inputs, const Cited& cited) {
  std::vector<std::string> sources;
  for (const Claim* claim : cited.claims) {
    const std::string& source = document_of(inputs, *claim).source;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
      sources.push_back(source);
    }
  }
  return sources;
}

/// True if another of the wordings has the phrase and comes from one of these sources: an outlet
/// may quote one sentence in two pieces.
bool has_elsewhere(const Inputs& inputs, const std::vector<const Cited*>& members,
                   const std::vector<std::string>& sources, const std::string& phrase) {
  const std::string wanted = fold(phrase);
  return std::any_of(members.begin(), members.end(), [&](const Cited* member) {
    const std::vector<std::string> theirs = sources_of(inputs, *member);
    return fold(member->wording.text).find(wanted) != std::string::npos &&
           std::any_of(theirs.begin(), theirs.end(), [&](const std::string& source) {
             return std::find(sources.begin(), sources.end(), source) != sources.end();
           });
  });
}

void note_lost(const Inputs& inputs, const std::vector<const Cited*>& members, const Cited& full,
               const Cited& other, Finding& finding) {
  const std::vector<std::string> sources = sources_of(inputs, other);
  const std::string who = listed(sources);
  const auto add = [&](const std::vector<std::string>& lost, const char* what) {
    for (const std::string& phrase : lost) {
      if (finding.notes.size() < kNoted && !has_elsewhere(inputs, members, sources, phrase)) {
        finding.notes.push_back(who + " lacks the " + what + " \"" + phrase + "\"");
      }
    }
  };
  const Passage passage = common_passage(full.wording, other.wording);
  add(lost_hedges(passage.first, passage.second), "hedge");
  add(lost_turns(passage.first, passage.second), "word");
  add(lost_actors(passage.first, passage.second), "actor");
}

Position position_of(const Inputs& inputs, const Cited& cited) {
  Position position;
  position.label = cited.wording.text;
  position.sources = sources_of(inputs, cited);
  for (const Claim* claim : cited.claims) {
    const auto& facts = claim->figure->facts;
    position.facts.insert(position.facts.end(), facts.begin(), facts.end());
    const auto& published = claim->published;
    if (published && (!position.latest || position.latest->begin < published->begin)) {
      position.latest = published;
    }
  }
  return position;
}

/// The loosest likeness among the wordings, each held to the longest; those that share nothing with
/// it are one with it through another.
Likeness loosest(const std::vector<const Cited*>& members, const Cited& longest) {
  Likeness result = Likeness::equal;
  for (const Cited* member : members) {
    const Likeness how = likeness(member->wording, longest.wording);
    result = std::min(result, how == Likeness::different ? Likeness::part : how);
  }
  return result;
}

void relate(const Inputs& inputs, const Group& group, const std::vector<const Cited*>& members,
            const Cited& longest, Finding& finding) {
  std::set<std::string> sources;
  for (const Cited* member : members) {
    for (const std::string& source : sources_of(inputs, *member)) {
      sources.insert(source);
    }
  }
  const std::string who = listed({sources.begin(), sources.end()});
  const std::string speaker = group.key.empty() ? "a speaker without a name" : group.key;
  finding.reason = who + (sources.size() == 1 ? " alone quotes " : " quote ") + speaker + ": \"" +
                   shortened(longest.wording.text) + "\".";
  if (sources.size() < 2) {
    return;
  }
  const Likeness how = loosest(members, longest);
  if (how > Likeness::retouched) {
    finding.relation = Relation::agreement;
    finding.detail = how == Likeness::equal ? Detail::same : Detail::compatible;
    if (how == Likeness::part) {
      finding.notes.emplace_back("one of them quotes a part of it");
    }
    return;
  }
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::wording;
  finding.reason = who + " quote one sentence of " + speaker + " in different words.";
  for (const Cited* member : members) {
    if (member != &longest) {
      note_lost(inputs, members, longest, *member, finding);
      note_lost(inputs, members, *member, longest, finding);
    }
  }
}

Finding judge_one(const Inputs& inputs, const Group& group,
                  const std::vector<const Cited*>& members) {
  Finding finding = finding_of(group, Relation::uncorroborated, Detail::one_source);
  const Cited* longest =
      *std::max_element(members.begin(), members.end(), [](const Cited* a, const Cited* b) {
        return a->wording.words.size() < b->wording.words.size();
      });
  relate(inputs, group, members, *longest, finding);
  finding.severity = severity_of(rule_of(inputs, group), finding.relation, finding.detail);
  if (finding.detail == Detail::wording && finding.notes.empty() &&
      loosest(members, *longest) == Likeness::retouched) {
    finding.severity = Severity::note;
    finding.notes.emplace_back("they differ in small words alone");
  }
  finding.figure = longest->claims.front()->figure->value;
  std::set<FactId> known;
  for (const Cited* member : members) {
    finding.positions.push_back(position_of(inputs, *member));
    for (const Claim* claim : member->claims) {
      add_evidence(inputs, *claim->figure, known, finding.evidence);
    }
  }
  return finding;
}

}  // namespace

std::vector<Finding> judge_quotes(const Inputs& inputs, const Group& group) {
  const std::vector<Cited> cited = cited_in(inputs, group);
  Sets sets(cited.size());
  std::vector<std::vector<std::size_t>> members(cited.size());  // by root
  for (std::size_t i = 0; i < cited.size(); ++i) {
    members[i] = {i};
  }
  for (const Pair& pair : likest_first(inputs.options, cited)) {
    const std::size_t one = sets.root(pair.first);
    const std::size_t other = sets.root(pair.second);
    if (one != other && (!is_near(pair.how) || may_join(members[one], members[other], cited))) {
      sets.join(one, other);
      std::vector<std::size_t>& into = members[std::min(one, other)];
      const std::vector<std::size_t> from = std::move(members[std::max(one, other)]);
      into.insert(into.end(), from.begin(), from.end());
    }
  }
  std::map<std::size_t, std::vector<const Cited*>> quotations;
  for (std::size_t i = 0; i < cited.size(); ++i) {
    quotations[sets.root(i)].push_back(&cited[i]);
  }
  std::vector<Finding> findings;
  for (const auto& [root, wordings] : quotations) {
    if (std::ranges::any_of(wordings,
                            [&](const Cited* one) { return is_asked_for(inputs.options, *one); })) {
      findings.push_back(judge_one(inputs, group, wordings));
    }
  }
  return findings;
}

}  // namespace concord::compare
