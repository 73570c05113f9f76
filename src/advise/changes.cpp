#include "advise/changes.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/stretch.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"

namespace concord::advise {
namespace {

constexpr std::size_t kShownSources = 4;

bool same_amount(const Fact& one, const Fact& other) {
  const auto* left = std::get_if<Quantity>(&one.value);
  const auto* right = std::get_if<Quantity>(&other.value);
  return left != nullptr && right != nullptr && left->nominal && left->nominal == right->nominal &&
         left->hedge == right->hedge;
}

std::string voices_of(const Proposal& proposal) {
  return fmt::format(
      "{} independent sources: {}", proposal.voices.size(),
      wording::listed({proposal.voices.begin(), proposal.voices.end()}, kShownSources));
}

}  // namespace

bool DraftChanges::is_kept(FactId own) {
  const Span words = fact(own).filler;
  return fact(own).in_quote || kept_.is_between_marks(words) || kept_.is_in_block(words);
}

std::string DraftChanges::help_for_kept(FactId own, const std::string& text) const {
  const bool marks = fact(own).in_quote || kept_.is_between_marks(fact(own).filler);
  return marks ? fmt::format(
                     "the figure stands inside quotation marks, which are never edited; give "
                     "\"{}\" outside them",
                     text)
               : fmt::format(
                     "the figure stands in a quotation or in code, which are never edited; give "
                     "\"{}\" outside it",
                     text);
}

void DraftChanges::propose(Diagnostic& diagnostic, FactId own, const std::vector<FactId>& facts,
                           const std::string& label) {
  if (label.empty()) {
    return;
  }
  const Proposal proposal = advise::propose(findings_, own, facts, label);
  const std::string& text = proposal.text;
  const std::vector<Mention> others = others_of(own, facts, label);
  if (is_kept(own)) {
    diagnostic.help = help_for_kept(own, text);
    add_again(diagnostic, others, false);
    return;
  }
  const auto change = change_of(own, text);
  if (proposal.voices.size() < kFewestSources) {
    diagnostic.help =
        fmt::format("\"{}\" ({} source; below the two-source rule, so no change is proposed)", text,
                    proposal.voices.size());
    diagnostic.offer = proposal.fits ? change : std::nullopt;
    return;
  }
  const std::string doubt = doubt_of(own, proposal, others);
  if (!doubt.empty()) {
    diagnostic.help =
        fmt::format("\"{}\" ({}); {}, so no change is proposed", text, voices_of(proposal), doubt);
    return;
  }
  diagnostic.help = fmt::format("write \"{}\" ({})", text, voices_of(proposal));
  if (!change) {
    diagnostic.help += "; its words do not stand in the file in one piece";
  }
  (proposal.fits ? diagnostic.fix : diagnostic.offer) = change;
  add_again(diagnostic, others, true);
}

std::string DraftChanges::doubt_of(FactId own, const Proposal& proposal,
                                   const std::vector<Mention>& others) {
  std::string doubt = doubts_.doubt_of(own, proposal.support);
  if (std::ranges::any_of(others, &Mention::has_parts)) {
    doubt = "the draft tells more of those it counts";
  }
  if (!doubt.empty() || fact(own).part != Part::headline) {
    return doubt;
  }
  // A headline says what the text below it says.
  const auto in_text = [&](const Mention& other) {
    return fact(other.fact).part != Part::headline;
  };
  const bool kept = std::ranges::any_of(others, in_text) &&
                    std::ranges::none_of(others, [&](const Mention& other) {
                      return in_text(other) && other.fix.has_value();
                    });
  return kept ? "the text below the headline may not be changed so" : std::string();
}

bool DraftChanges::is_again(FactId id, FactId own) const {
  const Fact& told = fact(own);
  const Fact& other = fact(id);
  return id != own && other.document == draft_ && other.rule == told.rule &&
         other.kind == told.kind && other.key == told.key && other.event.role == told.event.role &&
         other.event.name == told.event.name && other.mode == told.mode && !other.derived &&
         same_amount(other, told);
}

std::vector<DraftChanges::Mention> DraftChanges::others_of(FactId own,
                                                           const std::vector<FactId>& facts,
                                                           const std::string& label) {
  std::vector<Mention> others;
  for (std::uint32_t i = 0; i < findings_.facts.size(); ++i) {
    const FactId id{i};
    if (!is_again(id, own)) {
      continue;
    }
    const Proposal proposal = advise::propose(findings_, id, facts, label);
    const bool sound = proposal.voices.size() >= kFewestSources && proposal.fits && !is_kept(id) &&
                       doubts_.doubt_of(id, proposal.support).empty();
    others.push_back({id, proposal.text,
                      sound ? change_of(id, proposal.text) : std::optional<Fix>(),
                      doubts_.has_parts(id)});
  }
  return others;
}

void DraftChanges::add_again(const Diagnostic& first, const std::vector<Mention>& others,
                             bool headlines) {
  headlines = headlines || std::ranges::any_of(others, [&](const Mention& other) {
                return other.fix && fact(other.fact).part != Part::headline;
              });
  for (const Mention& other : others) {
    if (!other.fix || (!headlines && fact(other.fact).part == Part::headline)) {
      continue;
    }
    Diagnostic again;
    again.severity = Severity::note;
    again.code = first.code;
    again.finding = first.finding;
    again.where = places_.location(draft_, fact(other.fact).filler);
    again.message =
        fmt::format("\"{}\" stands here as well",
                    wording::words(findings_.documents[draft_.index], fact(other.fact).filler));
    again.help = fmt::format("write \"{}\" here too", other.text);
    again.fix = other.fix;
    again_.push_back(std::move(again));
  }
}

/// In bytes of the file; of a document that is an item of one, of its text.  Nothing for words that
/// stand nowhere in one piece, as a title given apart or a number with markup inside.
std::optional<Fix> DraftChanges::change_of(FactId own, const std::string& text) {
  const Span filler = fact(own).filler;
  const Document& document = findings_.documents[draft_.index];
  const wording::Place place = places_.place(draft_, filler);
  if (place.in_title && document.page.empty()) {
    return std::nullopt;
  }
  if (!document.page.empty() && is_whole_in_file(document.stretches, filler)) {
    return Fix{*in_file(document.stretches, filler), text, places_.location(draft_, filler)};
  }
  if (document.page.empty() && document.in_file) {
    return Fix{place.span, text, places_.location(draft_, filler)};
  }
  const bool is_item = document.page.empty() && document.id != document.path;
  return is_item ? std::optional(Fix{place.span, text, {}}) : std::nullopt;
}

}  // namespace concord::advise
