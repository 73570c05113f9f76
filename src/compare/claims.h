#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "compare/measure.h"
#include "model/finding.h"

namespace concord::compare {

/// What every step of comparing looks at.  References stay valid for one call of compare or
/// resolve.
struct Inputs {
  const RuleSet& rules;
  const Services& services;
  const Options& options;
  const std::vector<Document>& documents;
  const std::vector<Fact>& facts;
  const Stories& stories;
  std::vector<std::uint32_t> rank;  // of each document, by id: the order that never changes
  std::map<std::string, std::string> original;               // copier -> original wire, folded
  std::vector<std::set<std::string>> party;                  // of each story: names that are a side
  std::vector<std::pair<std::string, std::string>> part_of;  // the lists' taxonomy: part, whole
  std::vector<bool> retracted;  // of each document: a newer version of it takes it back
};

Inputs make_inputs(const RuleSet& rules, const Services& services, const Options& options,
                   const std::vector<Document>& documents, const std::vector<Fact>& facts,
                   const Stories& stories);

/// One document's figure inside a group, with what decides its weight.
struct Claim {
  const Figure* figure = nullptr;
  Measure measure;
  std::optional<Publication> published;  // or updated since
  std::optional<Publication> when;       // the time as of which it is stated, else that
  std::string origin;                    // the voice behind it: authority, wire or outlet
  std::uint32_t rank = 0;                // of its document
  bool counts = true;                    // its mode takes part in comparing
  bool party = false;                    // a perpetrator's or warring side's figure
  bool retracted = false;                // its outlet has taken the article back
  std::uint32_t position = 0;            // index into the group's positions
  bool committed = true;                 // can be true together with one position only
  std::uint32_t depth = 0;  // of a name: in how many names it lies (Crocus City Hall, Moscow)
  bool superseded = false;
  bool stale = false;
};

/// Everything stated of one (story, event, fact, kind, key).
struct Group {
  StoryId story;
  EventRef event;
  RuleId rule;
  std::string fact;
  std::string kind;
  std::string key;
  std::vector<Claim> claims;  // by rank of document
};

const FactRule& rule_of(const Inputs& inputs, const Group& group);
const Document& document_of(const Inputs& inputs, const Claim& claim);

/// True if `name`, or the outlet `source`, is a side of the conflict in the story: named so by the
/// rules, or a group that claims the attack.
bool is_side(const Inputs& inputs, StoryId story, const std::string& source,
             const std::optional<Attribution>& by);

/// "p. reed" for "P. Reed"; the outlet's name without its domain ending.
std::string voice_key(std::string_view name);

/// True if figures of `mode` take part in comparing under the rule.
bool mode_counts(const FactRule& rule, Mode mode);

/// True if the rule makes its key the authority, so that carriers who agree are in agreement.
bool has_natural_authority(const Group& group, const FactRule& rule, Axis axis);

/// The rule, for names with the lists' taxonomy among its own: which of them lie in which.
CompareRule with_taxonomy(const Inputs& inputs, CompareRule rule, Axis axis);

/// Measures, times, voices and weights of the group's figures, by rank of document.
std::vector<Claim> make_claims(const Inputs& inputs, const std::vector<const Figure*>& figures);

/// True for versions of one article: outlets number their articles each for itself.
bool are_of_one_item(const Document& first, const Document& second);

/// Which versions of articles were rewritten by newer ones, of those that are added.
class Versions {
 public:
  Versions() = default;
  Versions(const Inputs& inputs, const std::vector<Claim>& claims);
  void add(const Document& document);
  bool is_rewritten(const Document& document) const;

 private:
  std::map<std::pair<std::string, std::string>, std::uint32_t> newest_;  // by source and item
};

/// True if `first` is known to have been said before `second`: versions of one item, else
/// publications whose periods do not overlap.
bool said_before(const Inputs& inputs, const Claim& first, const Claim& second);

}  // namespace concord::compare
