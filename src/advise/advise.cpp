// What a check of one's own copy found, told from the draft's side.
#include "advise/advise.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "advise/changes.h"
#include "advise/difference_doubts.h"
#include "advise/figure_parts.h"
#include "advise/greater_floor.h"
#include "advise/quote_words.h"
#include "advise/slips.h"
#include "model/floors.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"
#include "wording/places.h"

namespace concord::advise {
namespace {

constexpr std::size_t kShownSources = 4;
constexpr std::size_t kShownPositions = 3;
constexpr std::size_t kShownEvidence = 4;

class DraftCheck {
 public:
  DraftCheck(const Findings& findings, const RuleSet& rules, DocumentId draft)
      : findings_(findings),
        rules_(rules),
        draft_(draft),
        places_(findings.documents),
        changes_(findings, draft, places_) {}

  Diagnostics run() {
    for (const Finding& finding : findings_.findings) {
      if (const auto own = draft_fact(finding)) {
        judge(finding, *own);
      }
    }
    add_slips(findings_.slips, places_, diagnostics_);
    std::ranges::move(changes_.take_again(), std::back_inserter(diagnostics_));
    std::ranges::stable_sort(diagnostics_, [](const Diagnostic& left, const Diagnostic& right) {
      return std::pair(left.where.line, left.where.column) <
             std::pair(right.where.line, right.where.column);
    });
    return std::move(diagnostics_);
  }

 private:
  const Fact& fact(FactId id) const { return findings_.facts[id.index]; }
  bool is_own(FactId id) const { return fact(id).document == draft_; }

  std::optional<FactId> draft_fact(const Finding& finding) const {
    for (const Evidence& evidence : finding.evidence) {
      if (is_own(evidence.fact)) {
        return evidence.fact;
      }
    }
    for (const Position& position : finding.positions) {
      const auto own = std::ranges::find_if(position.facts, [&](FactId id) { return is_own(id); });
      if (own != position.facts.end()) {
        return *own;
      }
    }
    return std::nullopt;
  }

  bool has_own(const Position& position) const {
    return std::ranges::any_of(position.facts, [&](FactId id) { return is_own(id); });
  }

  const Position* own_position(const Finding& finding) const {
    const auto own = std::ranges::find_if(
        finding.positions, [&](const Position& position) { return has_own(position); });
    return own == finding.positions.end() ? nullptr : &*own;
  }

  /// True for a position that counts now, as the verdict has it.
  static bool counts(const Finding& finding, const Position& position) {
    return finding.range.bounded() && overlaps(position.range, finding.range);
  }

  /// What stands and is not the draft's: the newest that counts now, else the newest.  An outlet
  /// that says again what is over makes it no newer.
  std::optional<Position> standing(const Finding& finding) const {
    std::optional<Position> best;
    for (const Position& position : wording::in_time(finding)) {
      const bool newer = !best || counts(finding, position) || !counts(finding, *best);
      if (!position.superseded && !has_own(position) && newer) {
        best = position;
      }
    }
    return best;
  }

  /// "133" here; elsewhere 137 (ledger), 93 (wire): what counts now, then the newest first.
  std::string against(const Finding& finding, FactId own) const {
    std::vector<std::string> others;
    std::size_t current = 0;
    for (const Position& position : wording::in_time(finding)) {
      if (has_own(position)) {
        continue;
      }
      const bool counting = counts(finding, position);
      others.insert(others.begin() + static_cast<std::ptrdiff_t>(counting ? 0 : current),
                    fmt::format("{} ({})", wording::clipped(position.label),
                                wording::listed(wording::sources_telling(findings_, position),
                                                kShownSources)));
      current += counting ? 1 : 0;
    }
    return fmt::format("{}: {} here; elsewhere {}", wording::subject(finding), quoted(own),
                       wording::listed(others, kShownPositions));
  }

  /// True if another source gives the draft's figure.  "At least 11" and "about 30" leave room for
  /// 12 and 29 and give neither.
  bool is_supported(const Position& position, FactId own) const {
    const auto* ours = std::get_if<Quantity>(&fact(own).value);
    return std::ranges::any_of(position.facts, [&](FactId id) {
      const auto* theirs = std::get_if<Quantity>(&fact(id).value);
      const bool plain =
          ours == nullptr || theirs == nullptr || !is_plain(*ours) || is_plain(*theirs);
      return !is_own(id) && (plain || same_nominal(fact(id), fact(own)));
    });
  }

  void judge(const Finding& finding, FactId own) {
    switch (finding.relation) {
      case Relation::gap:
        return;
      case Relation::agreement:
        if (finding.detail == Detail::compatible && is_alone(own) && is_projection(finding, own)) {
          return;  // 25 is "at least 17" too
        }
        floor_behind(finding, own);
        hedge_lost(finding, own);
        single_source(finding, own);
        return;
      case Relation::uncorroborated:
        if (finding.detail == Detail::one_origin) {  // one authority: all carriers may say the same
          floor_behind(finding, own);
          hedge_lost(finding, own);
          single_source(finding, own);
          return;
        }
        if (asks_two_sources(own) && is_projection(finding, own)) {
          return;
        }
        if (findings_.documents.size() > 1 && asks_two_sources(own) &&
            fact(own).kind == finding.kind) {  // not of a sum of its parts
          add(finding, own, "uncorroborated", Severity::note,
              fmt::format("{}: no other source gives {}", wording::subject(finding), quoted(own)));
        }
        return;
      case Relation::update:
        moved(finding, own);
        return;
      case Relation::discrepancy:
        differs(finding, own);
        return;
    }
  }

  void differs(const Finding& finding, FactId own) {
    const Position* position = own_position(finding);
    const bool leads = position != nullptr && !position->superseded;
    const bool alone_behind =
        finding.detail == Detail::stale && leads && side_of(finding, own) == "behind";
    if (finding.detail == Detail::stale && leads && !alone_behind && !is_low_floor(finding, own)) {
      unsupported(finding, own);  // another source is the stale one
      return;
    }
    const auto other = standing(finding);
    const bool figures = finding.check.empty() && other && position != nullptr &&
                         finding.detail != Detail::wording && finding.detail != Detail::internal;
    if (figures && is_projection(finding, own)) {
      return;
    }
    const std::string_view side = figures && (finding.detail == Detail::conflict || alone_behind)
                                      ? side_of(finding, own)
                                      : std::string_view();
    const bool holds = figures && finding.detail == Detail::stale && still_holds(own, *other);
    Diagnostic& diagnostic =
        add(finding, own, side, holds ? Severity::note : finding.severity,
            figures ? against(finding, own) : wording::statement(findings_, finding));
    if (finding.detail == Detail::wording) {
      mark_words(diagnostic, finding, own);
    }
    if (figures && (!leads || side == "behind")) {
      changes_.propose(diagnostic, own, other->facts, other->label);
    }
  }

  /// A toll, what has burned.
  bool only_rises(const Finding& finding) const {
    const auto rule = std::ranges::find(rules_.facts, finding.fact, &FactRule::name);
    return rule != rules_.facts.end() && rule->compare.trend == RuleTrend::only_rises;
  }

  /// "behind" or "ahead" of all that other sources say of what only rises; empty between them.
  std::string_view side_of(const Finding& finding, FactId own) const {
    const auto* quantity = std::get_if<Quantity>(&fact(own).value);
    if (!only_rises(finding) || quantity == nullptr || !quantity->nominal) {
      return {};
    }
    bool below = true;
    bool above = true;
    for (const Position& position : finding.positions) {
      if (!has_own(position)) {
        below = below && position.range.low && *quantity->nominal < *position.range.low;
        above = above && position.range.high && *position.range.high < *quantity->nominal;
      }
    }
    return below == above ? std::string_view() : below ? "behind" : "ahead";
  }

  /// Only possible to a source; what was open days before the draft may be certain since.
  bool is_doubted(const Fact& other) const {
    constexpr std::int64_t kLong = std::int64_t{2} * kSecondsPerDay;
    const auto& ours = findings_.documents[draft_.index].published;
    const auto& theirs = findings_.documents[other.document.index].published;
    const bool over = ours && theirs && ours->begin.seconds - theirs->begin.seconds > kLong;
    return other.mode == Mode::possible && !over;
  }

  /// Tells, and is true, where a source gives the draft's figure for what may yet come, or is not
  /// certain of it: "feared dead" weighs much, "reportedly looking for two men" little.
  bool is_projection(const Finding& finding, FactId own) {
    const Fact& stated = fact(own);
    const auto* quantity = std::get_if<Quantity>(&stated.value);
    if (stated.mode != Mode::stated || quantity == nullptr || !quantity->nominal) {
      return false;
    }
    for (std::uint32_t i = 0; i < findings_.facts.size(); ++i) {
      const Fact& other = findings_.facts[i];
      const auto* theirs = std::get_if<Quantity>(&other.value);
      if (is_own(FactId{i}) || other.rule != stated.rule || other.kind != stated.kind ||
          other.key != stated.key || theirs == nullptr || theirs->nominal != quantity->nominal ||
          (other.mode != Mode::projected && !is_doubted(other))) {
        continue;
      }
      const std::string& source = findings_.documents[other.document.index].source;
      const bool possible = other.mode == Mode::possible;
      Diagnostic& diagnostic = add(
          finding, own, "projected",
          possible && !only_rises(finding) ? Severity::note : severity_of(finding),
          fmt::format("{}: {} stands as a fact; {} gives it {}", wording::subject(finding),
                      quoted(own), source, possible ? "as possible only" : "for what may come"));
      Diagnostic label{.severity = Severity::note,
                       .message = possible ? "not certain there" : "a projection"};
      label.where = places_.location(other.document, other.filler);
      diagnostic.notes.insert(diagnostic.notes.begin() + 1, std::move(label));
      diagnostic.help = possible ? "say that it is not certain, and who says so"
                                 : "say that it may come to that, and who says so";
      return true;
    }
    return false;
  }

  /// Narrows the place to the words that differ from the same quotation elsewhere.
  void mark_words(Diagnostic& diagnostic, const Finding& finding, FactId own) {
    const auto text = [&](FactId id) {
      return wording::words(findings_.documents[fact(id).document.index], fact(id).filler);
    };
    for (const Evidence& evidence : wording::shown_evidence(finding)) {
      if (is_own(evidence.fact) || !std::holds_alternative<Quote>(fact(evidence.fact).value)) {
        continue;
      }
      const std::string_view ours = text(own);
      const std::string_view theirs = text(evidence.fact);
      const auto quotation = quote_words(ours, theirs);
      if (!quotation) {
        continue;
      }
      const std::uint32_t begin = fact(own).filler.begin;
      diagnostic.where = places_.location(
          draft_, {begin + quotation->differing.begin, begin + quotation->differing.end});
      if (!diagnostic.notes.empty()) {
        diagnostic.notes.front().where = diagnostic.where;
      }
      diagnostic.notes.push_back(
          {.severity = Severity::note, .code = "words", .message = quotation->marked});
      diagnostic.help = "[-only here-] {+only elsewhere+}: see the recording, or paraphrase";
      return;
    }
  }

  /// The two-source rule is for figures and for who did it: who said a thing to one outlet, how old
  /// somebody is and at what hour a thing happened need no second.
  bool asks_two_sources(FactId own) const {
    const Value& value = fact(own).value;
    const auto* quantity = std::get_if<Quantity>(&value);
    return quantity != nullptr ? quantity->dimension != Dimension::age
                               : std::holds_alternative<Name>(value);
  }

  /// What a wrong figure of ours weighs; the update itself is no fault of anyone.
  Severity severity_of(const Finding& finding) const {
    const auto rule = std::ranges::find(rules_.facts, finding.fact, &FactRule::name);
    return rule == rules_.facts.end() ? Severity::warning : rule->compare.severity;
  }

  /// "at least 60" stands with 133 in one position, and is stale none the less.
  bool is_low_floor(const Finding& finding, FactId own) const {
    const auto* floor = std::get_if<Quantity>(&fact(own).value);
    return floor != nullptr && !floor->hard.high && floor->hard.low && finding.range.low &&
           *floor->hard.low < *finding.range.low;
  }

  bool is_floor(FactId own) const {
    const auto* figure = std::get_if<Quantity>(&fact(own).value);
    return figure != nullptr && figure->hard.low && !figure->hard.high;
  }

  /// "Some 31" of a draft is no wrong number beside 29.
  bool still_holds(FactId own, const Position& other) const {
    const auto* figure = std::get_if<Quantity>(&fact(own).value);
    return figure != nullptr && figure->hedge == Hedge::about && figure->soft.low &&
           figure->soft.high && other.range.low && other.range.high &&
           *figure->soft.low <= *other.range.low && *other.range.high <= *figure->soft.high;
  }

  void moved(const Finding& finding, FactId own) {
    const Position* position = own_position(finding);
    const auto other = standing(finding);
    if (is_floor(own)) {
      floor_behind(finding, own);
    } else if (position != nullptr && position->superseded && other) {
      Diagnostic& diagnostic = add(
          finding, own, "behind", still_holds(own, *other) ? Severity::note : severity_of(finding),
          fmt::format("{}: {} is behind; {} now ({})", wording::subject(finding), quoted(own),
                      other->label,
                      wording::listed(wording::sources_telling(findings_, *other), kShownSources)));
      changes_.propose(diagnostic, own, other->facts, other->label);
    } else {
      unsupported(finding, own);
    }
  }

  /// No source states the draft's figure.
  bool is_alone(FactId own) const {
    const Fact& stated = fact(own);
    return std::ranges::none_of(findings_.facts, [&](const Fact& other) {
      return other.document != draft_ && other.rule == stated.rule && other.kind == stated.kind &&
             other.key == stated.key && other.mode == Mode::stated && same_nominal(other, stated);
    });
  }

  /// No source has moved on to the draft's figure: it may be the newest, or nobody's.
  void unsupported(const Finding& finding, FactId own) {
    const Position* position = own_position(finding);
    if (position != nullptr && !is_supported(*position, own) && !is_projection(finding, own)) {
      const bool ahead = side_of(finding, own) == "ahead";
      const Severity most = ahead && is_long_after(findings_, rules_, finding, own)
                                ? Severity::note
                                : Severity::warning;
      add(finding, own, ahead ? "ahead" : "unsupported", std::min(severity_of(finding), most),
          against(finding, own));
    }
  }

  /// "at least 130" agrees with 133 and yet an editor wants to know.
  void floor_behind(const Finding& finding, FactId own) {
    const auto* floor = std::get_if<Quantity>(&fact(own).value);
    if (floor == nullptr || floor->hard.high || !floor->nominal ||
        floor->dimension != Dimension::count ||
        !states_floor(fact(own), findings_.documents[fact(own).document.index].text)) {
      return;
    }
    const auto now =
        finding.range.high ? finding.range.high : greater_floor(findings_, finding, draft_, *floor);
    const auto distance = now ? subtract(*now, *floor->nominal) : std::nullopt;
    if (!distance || distance->is_negative() || *distance == Decimal(0)) {
      return;
    }
    std::vector<FactId> ahead;
    for (const Position& position : finding.positions) {
      std::ranges::copy_if(position.facts, std::back_inserter(ahead), [&](FactId id) {
        const auto* other = std::get_if<Quantity>(&fact(id).value);
        return other != nullptr && other->nominal && *other->nominal == *now;
      });
    }
    Diagnostic& diagnostic =
        add(finding, own, "behind", Severity::warning,
            fmt::format("{}: figure trails another source by {}: {}", wording::subject(finding),
                        to_string(*distance), quoted(own)));
    changes_.propose(diagnostic, own, ahead, "at least " + to_string(*now));
  }

  /// The sources say "at least 41" and the draft 41.
  void hedge_lost(const Finding& finding, FactId own) {
    const auto* figure = std::get_if<Quantity>(&fact(own).value);
    const bool plain = figure != nullptr && figure->nominal && is_plain(*figure) &&
                       fact(own).part != Part::headline && !fact(own).derived &&
                       Decimal(1) < *figure->nominal;  // "a man died" hedges nothing
    if (!plain || figure->dimension != Dimension::count || is_hedged_behind(findings_, own)) {
      return;
    }
    std::vector<FactId> hedged;
    for (const Position& position : finding.positions) {
      for (const FactId id : position.facts) {
        const auto* other = std::get_if<Quantity>(&fact(id).value);
        if (other == nullptr || fact(id).part == Part::headline ||
            other->nominal != figure->nominal) {
          continue;
        }
        if (is_own(id) != is_plain(*other)) {
          return;  // somebody else gives it plain, or the draft hedges it elsewhere
        }
        if (!is_own(id) && tells_hedge(id)) {
          hedged.push_back(id);
        }
      }
    }
    if (hedged.empty()) {
      return;
    }
    const Document& document = findings_.documents[fact(hedged.front()).document.index];
    const std::string right(wording::words(document, fact(hedged.front()).filler));
    Diagnostic& diagnostic = add(finding, own, "hedge-lost", Severity::warning,
                                 fmt::format("{}: {} here, \"{}\" in every other source",
                                             wording::subject(finding), quoted(own), right));
    diagnostic.help = changes_.is_kept(own)
                          ? "the figure stands inside quotation marks, which are never edited"
                          : fmt::format("write \"{}\"", right);
  }

  /// "at least 41", "41-plus", and not the bare "two" of a phrase that leaves room for more.
  bool tells_hedge(FactId id) const {
    const Document& document = findings_.documents[fact(id).document.index];
    return wording::words(document, fact(id).filler).find_first_of(" +-") != std::string_view::npos;
  }

  static bool is_plain(const Quantity& quantity) {
    return quantity.hedge == Hedge::exact || quantity.hedge == Hedge::rounded;
  }

  /// One voice alone says what the draft says, though there are others.
  void single_source(const Finding& finding, FactId own) {
    if (findings_.documents.size() <= kFewestSources || !asks_two_sources(own) ||
        fact(own).part == Part::headline) {
      return;
    }
    // Outlets that cite one authority are several here: an electoral board has no second voice.
    std::set<std::string> independent;
    for (const Position& position : finding.positions) {
      for (const FactId id : position.facts) {
        if (!is_own(id)) {
          independent.insert(findings_.documents[origin_of(id).index].source);
        }
      }
    }
    if (independent.size() == 1) {
      add(finding, own, "single-source", Severity::note,
          fmt::format("{}: {} rests on {} alone", wording::subject(finding), quoted(own),
                      *independent.begin()));
    }
  }

  std::string quoted(FactId id) const {
    return fmt::format("\"{}\"",
                       wording::words(findings_.documents[draft_.index], fact(id).filler));
  }

  /// The finding with the draft's words first; `detail` replaces the last part of the code.
  Diagnostic& add(const Finding& finding, FactId own, std::string_view detail, Severity severity,
                  std::string message) {
    const auto other = standing(finding);
    std::vector<Evidence> evidence = wording::shown_evidence(finding);
    std::ranges::stable_sort(evidence, {}, [&](const Evidence& shown) {
      const bool newest =
          other && std::ranges::find(other->facts, shown.fact) != other->facts.end();
      return shown.fact == own ? 0 : newest ? 1 : 2;
    });
    if (evidence.empty() || evidence.front().fact != own) {
      evidence.insert(evidence.begin(), {own, {}});
    }
    evidence.resize(std::min(evidence.size(), kShownEvidence));
    Diagnostic diagnostic = wording::diagnose(findings_, rules_, places_, finding, evidence);
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    const std::string doubt =
        severity > Severity::note ? doubt_of(findings_, finding, own) : std::string();
    if (!doubt.empty()) {
      diagnostic.severity = Severity::note;
      diagnostic.notes.push_back({.severity = Severity::note, .code = "doubt", .message = doubt});
    }
    if (!detail.empty()) {
      diagnostic.code = fmt::format("{}/{}", finding.fact, detail);
    }
    diagnostics_.push_back(std::move(diagnostic));
    return diagnostics_.back();
  }

  /// The document whose wire a fact's document copies; itself where it is no copy.
  DocumentId origin_of(FactId id) const {
    const DocumentId document = fact(id).document;
    return document.index < findings_.stories.placements.size()
               ? findings_.stories.placements[document.index].copy_of.value_or(document)
               : document;
  }

  static bool same_nominal(const Fact& one, const Fact& other) {
    const auto* left = std::get_if<Quantity>(&one.value);
    const auto* right = std::get_if<Quantity>(&other.value);
    return left != nullptr && right != nullptr && left->nominal && left->nominal == right->nominal;
  }

  const Findings& findings_;
  const RuleSet& rules_;
  DocumentId draft_;
  wording::Places places_;
  DraftChanges changes_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics advise(const Findings& findings, const RuleSet& rules, DocumentId draft) {
  return DraftCheck(findings, rules, draft).run();
}

}  // namespace concord::advise
