#include "compare/claims.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/fold.h"

namespace concord::compare {
namespace {

// Words that end a description of nobody in particular: two carriers with "officials" name no
// common authority.
constexpr std::array<std::string_view, 19> kNobody = {
    "officials", "official", "authorities", "sources",   "source",       "witnesses", "witness",
    "reports",   "report",   "media",       "residents", "eyewitnesses", "locals",    "people",
    "he",        "she",      "they",        "neighbors", "neighbours"};

bool is_word_suffix(std::string_view longer, std::string_view shorter) {
  return longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
}

bool names_nobody(std::string_view key) {
  return std::any_of(kNobody.begin(), kNobody.end(), [&](std::string_view word) {
    return key == word || is_word_suffix(key, word);
  });
}

std::optional<Publication> time_of(const Document& document) {
  if (document.updated && document.published &&
      is_earlier(*document.published, *document.updated)) {
    return document.updated;
  }
  return document.published ? document.published : document.updated;
}

/// "9 a.m.", "09:00", "17:30", "noon", but not "five o'clock", which is either.
bool is_clear_clock(std::string_view words) {
  constexpr std::array<std::string_view, 12> kHalves = {
      "a.m", "p.m", " am",      " pm",     "0am",       "0pm",
      "gmt", "utc", "midnight", "morning", "afternoon", "evening"};
  constexpr std::size_t kNear = 40;  // bytes
  const std::string_view near = words.substr(0, kNear);
  if (near.find("noon") != std::string_view::npos ||
      std::ranges::any_of(kHalves, [&](std::string_view half) {
        return near.find(half) != std::string_view::npos;
      })) {
    return true;
  }
  const std::size_t colon = near.find(':');
  return colon != std::string_view::npos && colon >= 2 &&
         (near[colon - 2] == '0' || near[colon - 2] == '2' ||
          (near[colon - 2] == '1' && near[colon - 1] >= '3'));
}

/// "As of 9 a.m.", "By Saturday morning," but not "killed by Monday's blast": a time that the
/// sentence itself makes its own, and that can be read one way only.
bool states_its_time(std::string_view sentence, Timestamp time) {
  constexpr std::string_view kCue = "as of ";
  const std::string words = fold(sentence);
  const std::size_t cue = words.find(kCue);
  if (cue == std::string::npos && !words.starts_with("by ")) {
    return false;
  }
  const bool whole_day = time.seconds % kSecondsPerDay == 0;
  return whole_day || is_clear_clock(std::string_view(words).substr(
                          cue == std::string::npos ? 0 : cue + kCue.size()));
}

/// The time as of which the figure is stated, where it lies before the publication.
std::optional<Publication> held_at(const Inputs& inputs, const Figure& figure,
                                   const std::optional<Publication>& published) {
  if (figure.facts.empty() || !published) {
    return published;
  }
  const Fact& fact = inputs.facts[figure.facts.front().index];
  const std::string_view text = inputs.documents[figure.document.index].text;
  const bool stated =
      fact.as_of && *fact.as_of < published->begin && fact.sentence.end <= text.size() &&
      states_its_time(text.substr(fact.sentence.begin, fact.sentence.size()), *fact.as_of);
  return stated ? Publication{format_date_time(*fact.as_of) + "Z", *fact.as_of, *fact.as_of, 0}
                : published;
}

DocumentId root_of(const Inputs& inputs, DocumentId document) {
  const auto& placements = inputs.stories.placements;
  for (std::size_t steps = 0; steps < placements.size() && document.index < placements.size();
       ++steps) {
    const auto& copied = placements[document.index].copy_of;
    if (!copied || *copied == document) {
      break;
    }
    document = *copied;
  }
  return document;
}

std::string carrier_of(const Inputs& inputs, DocumentId document) {
  const DocumentId root = root_of(inputs, document);
  std::string key = voice_key(inputs.documents[root.index].source);
  const auto wire = inputs.original.find(key);
  return wire == inputs.original.end() ? key : wire->second;
}

/// The shortest of `names` that ends `name`: "Putin" for "Vladimir Putin".
std::string short_form(const std::set<std::string>& names, const std::string& name) {
  std::string_view best = name;
  for (std::size_t space = name.find(' '); space != std::string::npos;
       space = name.find(' ', space + 1)) {
    const std::string tail = name.substr(space + 1);
    if (names.contains(tail)) {
      best = std::string_view(name).substr(space + 1);
    }
  }
  return std::string(best);
}

std::string authority_of(const Figure& figure) {
  if (!figure.by) {
    return {};
  }
  std::string key = voice_key(figure.by->name);
  return names_nobody(key) ? std::string() : key;
}

void find_origins(const Inputs& inputs, std::vector<Claim>& claims) {
  std::set<std::string> authorities;
  for (Claim& claim : claims) {
    claim.origin = authority_of(*claim.figure);
    authorities.insert(claim.origin);
  }
  std::map<DocumentId, std::string> of_document;
  for (Claim& claim : claims) {
    claim.origin = claim.origin.empty() ? carrier_of(inputs, claim.figure->document)
                                        : short_form(authorities, claim.origin);
    of_document[claim.figure->document] = claim.origin;
  }
  for (Claim& claim : claims) {
    const auto root = of_document.find(root_of(inputs, claim.figure->document));
    if (root != of_document.end()) {
      claim.origin = root->second;
    }
  }
}

bool is_party(const Inputs& inputs, const Claim& claim) {
  if (claim.measure.axis == Axis::name || claim.measure.axis == Axis::quote) {
    return false;
  }
  const std::string& source = inputs.documents[claim.figure->document.index].source;
  // Whom an article quotes may be the authority; an outlet that the desk calls a party never is.
  const bool natural = inputs.rules.facts[claim.figure->rule.index].compare.natural_authority;
  return is_side(inputs, claim.figure->story, source, natural ? std::nullopt : claim.figure->by);
}

/// Whoever claims the attack is a side: its figures are a party's.
void add_claimants(Inputs& inputs) {
  const auto& placements = inputs.stories.placements;
  for (const Fact& fact : inputs.facts) {
    const auto* name = std::get_if<Name>(&fact.value);
    if (name != nullptr && fact.kind == "claimed" && fact.event.role == EventRole::main &&
        fact.excluded_by.empty() && fact.document.index < placements.size()) {
      const std::uint32_t story = placements[fact.document.index].story.index;
      if (story < inputs.party.size()) {
        inputs.party[story].insert(voice_key(name->id));
        // An article that has named the claimant goes on with "the group".
        inputs.party[story].insert(
            {"group", "militant group", "armed group", "terror group", "militants"});
      }
    }
  }
}

std::vector<std::uint32_t> ranks_by_id(const std::vector<Document>& documents) {
  std::vector<std::uint32_t> order(documents.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    const Document& a = documents[left];
    const Document& b = documents[right];
    return std::tie(a.id, a.source, a.version, a.text) <
           std::tie(b.id, b.source, b.version, b.text);
  });
  std::vector<std::uint32_t> rank(documents.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
  }
  return rank;
}

/// "RETRACTED: ...", "This article has been withdrawn": a version that takes back those before it.
bool takes_back(const Document& document) {
  constexpr std::size_t kHead = 400;
  static constexpr std::string_view kOpens[] = {
      "retracted", "retraction", "withdrawn:", "story withdrawn", "article withdrawn"};
  static constexpr std::string_view kSays[] = {
      "article has been retracted", "story has been retracted",   "report has been retracted",
      "article has been withdrawn", "story has been withdrawn",   "report has been withdrawn",
      "have retracted this",        "has retracted this article", "has retracted this story"};
  const std::string headline = fold(
      std::string_view(document.text).substr(document.headline.begin, document.headline.size()));
  const std::string head = fold(std::string_view(document.text).substr(0, kHead));
  return std::ranges::any_of(kOpens, [&](auto opening) { return headline.starts_with(opening); }) ||
         std::ranges::any_of(kSays,
                             [&](auto words) { return head.find(words) != std::string::npos; });
}

/// Of each document: whether a newer version of its item takes it back.
std::vector<bool> retracted_among(const std::vector<Document>& documents) {
  std::map<std::pair<std::string, std::string>, std::uint32_t> last;
  for (const Document& document : documents) {
    if (document.item && document.version > 1 && takes_back(document)) {
      std::uint32_t& version = last[{document.source, *document.item}];
      version = std::max(version, document.version);
    }
  }
  std::vector<bool> retracted(documents.size(), false);
  for (std::size_t i = 0; !last.empty() && i < documents.size(); ++i) {
    const Document& document = documents[i];
    const auto found = document.item ? last.find({document.source, *document.item}) : last.end();
    retracted[i] = found != last.end() && document.version <= found->second;
  }
  return retracted;
}

}  // namespace

Inputs make_inputs(const RuleSet& rules, const Services& services, const Options& options,
                   const std::vector<Document>& documents, const std::vector<Fact>& facts,
                   const Stories& stories) {
  Inputs inputs{rules,
                services,
                options,
                documents,
                facts,
                stories,
                ranks_by_id(documents),
                {},
                {},
                {},
                retracted_among(documents)};
  for (const auto& [original, copiers] : rules.sources.copies_of) {
    for (const std::string& copier : copiers) {
      inputs.original[voice_key(copier)] = voice_key(original);
    }
  }
  std::set<std::string> sides;
  for (const std::string& name : rules.sources.party) {
    sides.insert(voice_key(name));
  }
  inputs.party.assign(std::max<std::size_t>(stories.stories.size(), 1), sides);
  add_claimants(inputs);
  for (const WordList& list : rules.lists) {
    for (const ListEntry& entry : list.entries) {
      if (!entry.part_of.empty()) {
        inputs.part_of.emplace_back(entry.name, entry.part_of);
      }
    }
  }
  return inputs;
}

const FactRule& rule_of(const Inputs& inputs, const Group& group) {
  return inputs.rules.facts[group.rule.index];
}

const Document& document_of(const Inputs& inputs, const Claim& claim) {
  return inputs.documents[claim.figure->document.index];
}

bool is_side(const Inputs& inputs, StoryId story, const std::string& source,
             const std::optional<Attribution>& by) {
  if (story.index >= inputs.party.size()) {
    return false;
  }
  const auto& names = inputs.party[story.index];
  if (names.empty()) {
    return false;
  }
  const auto named = [&](const std::string& key) {
    return names.contains(key) || names.contains(short_form(names, key));
  };
  return named(voice_key(source)) || (by && named(voice_key(by->name)));
}

std::string voice_key(std::string_view name) {
  std::string key = fold(name);
  if (key.find(' ') == std::string::npos) {
    key = key.substr(0, key.find('.') == 0 ? std::string::npos : key.find('.'));
  }
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (key.starts_with(article)) {
      key.erase(0, article.size());
    }
  }
  return key;
}

CompareRule with_taxonomy(const Inputs& inputs, CompareRule rule, Axis axis) {
  if (axis == Axis::name) {
    rule.part_of.insert(rule.part_of.end(), inputs.part_of.begin(), inputs.part_of.end());
  }
  return rule;
}

bool mode_counts(const FactRule& rule, Mode mode) {
  if (mode == Mode::stated || mode == Mode::corrected) {
    return true;
  }
  const auto& ignored = rule.compare.ignore;
  return !ignored.empty() && std::find(ignored.begin(), ignored.end(), mode) == ignored.end();
}

bool has_natural_authority(const Group& group, const FactRule& rule, Axis axis) {
  return axis == Axis::quote || rule.compare.natural_authority ||
         (rule.compare.own_figure && !group.key.empty());
}

std::vector<Claim> make_claims(const Inputs& inputs, const std::vector<const Figure*>& figures) {
  std::vector<Claim> claims;
  claims.reserve(figures.size());
  for (const Figure* figure : figures) {
    const FactRule& rule = inputs.rules.facts[figure->rule.index];
    Claim claim;
    claim.figure = figure;
    claim.measure = measure_of(figure->value, rule, inputs.services);
    if (figure->derived && claim.measure.worked_out.empty()) {
      claim.measure.worked_out = "sum";
    }
    claim.published = time_of(inputs.documents[figure->document.index]);
    claim.when = held_at(inputs, *figure, claim.published);
    claim.rank = inputs.rank[figure->document.index];
    claim.retracted = inputs.retracted[figure->document.index];
    claim.counts = mode_counts(rule, figure->mode) && !claim.retracted;
    claim.party = is_party(inputs, claim);
    claims.push_back(std::move(claim));
  }
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.rank < b.rank; });
  find_origins(inputs, claims);
  return claims;
}

bool are_of_one_item(const Document& first, const Document& second) {
  return first.item && first.item == second.item && first.source == second.source;
}

Versions::Versions(const Inputs& inputs, const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    add(document_of(inputs, claim));
  }
}

void Versions::add(const Document& document) {
  if (document.item) {
    std::uint32_t& version = newest_[{document.source, *document.item}];
    version = std::max(version, document.version);
  }
}

bool Versions::is_rewritten(const Document& document) const {
  const auto newest =
      document.item ? newest_.find({document.source, *document.item}) : newest_.end();
  return newest != newest_.end() && document.version < newest->second;
}

bool said_before(const Inputs& inputs, const Claim& first, const Claim& second) {
  const Document& a = document_of(inputs, first);
  const Document& b = document_of(inputs, second);
  if (are_of_one_item(a, b) && a.version != b.version) {
    return a.version < b.version;
  }
  return first.when && second.when && is_earlier(*first.when, *second.when);
}

}  // namespace concord::compare
