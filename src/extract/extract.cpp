// The facts of one document: candidate phrases, matches, bindings, conflicts, then the
// circumstances.
#include "extract/extract.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/as_of.h"
#include "extract/attribution.h"
#include "extract/bind.h"
#include "extract/composite_keys.h"
#include "extract/conflicts.h"
#include "extract/contexts.h"
#include "extract/event_owner.h"
#include "extract/found.h"
#include "extract/match.h"
#include "extract/prefilter.h"
#include "extract/program.h"
#include "extract/quotes.h"
#include "extract/remainders.h"
#include "extract/views.h"

namespace concord::extract {

struct Scratch::Parts {
  SentenceMemory current;
  SentenceMemory other;
  std::vector<std::uint32_t> phrases;
  std::vector<Match> matches;
  std::vector<Match> unless;
  std::vector<Candidate> candidates;
};

Scratch::Scratch() : parts_(std::make_unique<Parts>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

std::optional<Mode> mode_named(std::string_view name) {
  constexpr std::pair<std::string_view, Mode> kModes[] = {{"stated", Mode::stated},
                                                          {"possible", Mode::possible},
                                                          {"projected", Mode::projected},
                                                          {"denied", Mode::denied},
                                                          {"corrected", Mode::corrected}};
  const auto* found = std::ranges::find(kModes, name, [](const auto& row) { return row.first; });
  return found == std::end(kModes) ? std::nullopt : std::optional(found->second);
}

/// Reads one document, sentence by sentence.
class Extraction {
 public:
  Extraction(const Document& document, const TokenizedText& tokens, const Program& program,
             const ReadValues& read_values, const Options& options, Scratch::Parts& scratch,
             std::vector<Fact>& out, std::vector<PhraseUse>* uses)
      : tokens_(tokens),
        program_(program),
        options_(options),
        out_(out),
        tally_(program, uses),
        scratch_(scratch),
        views_(document, tokens, program, {read_values, options.hint_values}, scratch.current,
               scratch.other),
        text_(views_.current().text),
        matcher_(views_.current().matcher),
        contexts_(text_, matcher_, !options.prefilter),
        attributions_(views_, !options.prefilter),
        quotations_(views_, attributions_),
        owners_(views_, options),
        keys_(*program.rules),
        remainders_(*program.rules),
        first_(out.size()) {}

  void run() {
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) {
      views_.open(s);
      sentence();
    }
    keys_.complete(out_, first_);
    remainders_.complete(out_, first_);
    for (const std::uint32_t rule : program_.quote_rules) {
      quotations_.facts(RuleId{rule}, out_);
    }
  }

 private:
  void sentence() {
    find_matches();
    if (matches_.empty()) {
      return;
    }
    candidates_.clear();
    for (std::uint32_t i = 0; i < matches_.size(); ++i) {
      read_match(text_, matches_, i, candidates_);
    }
    std::erase_if(candidates_, [&](const Candidate& c) { return !quotes_allow(c); });
    if (candidates_.empty()) {
      return;
    }
    exclude();
    settle(program_, matches_, candidates_);
    bind_all();
    if (!found_.empty()) {
      circumstances();
    }
  }

  void find_matches() {
    matches_.clear();
    candidates(text_, Category::facts, !options_.prefilter, phrases_);
    const std::uint32_t part = bit_of(tokens_.paragraphs[text_.sentence().paragraph].part);
    for (const std::uint32_t number : phrases_) {
      if ((program_.phrases[number].parts & part) != 0) {
        matcher_.find(number, matches_);
      }
    }
  }

  const FindGroup& group_of(const Candidate& candidate) const {
    const CompiledPhrase& phrase = program_.phrases[matches_[candidate.match].phrase];
    return program_.rules->facts[phrase.rule].find[phrase.group];
  }

  bool quotes_allow(const Candidate& candidate) const {
    const QuotePolicy policy = group_of(candidate).quotes;
    if (policy == QuotePolicy::both) {
      return true;
    }
    const Match& match = matches_[candidate.match];
    const bool quoted = quote_of(tokens_, text_.span(match.begin, match.end)) != kNone;
    return quoted == (policy == QuotePolicy::only);
  }

  /// Sets aside what unless lines of the candidates' own rules match.
  void exclude() {
    std::uint32_t done = kNone;
    std::ranges::stable_sort(candidates_, {}, &Candidate::rule);
    for (const Candidate& candidate : candidates_) {
      if (candidate.rule == done) {
        continue;
      }
      done = candidate.rule;
      for (const std::uint32_t phrase : program_.unless[done]) {
        exclude_by(phrase, done);
      }
    }
  }

  void exclude_by(std::uint32_t phrase, std::uint32_t rule) {
    if (options_.prefilter && !meets_all(text_, program_.phrases[phrase])) {
      return;
    }
    unless_.clear();
    matcher_.find(phrase, unless_);
    for (const Match& unless : unless_) {
      bool used = false;
      for (Candidate& candidate : candidates_) {
        if (candidate.rule == rule && sets_aside(unless, matches_[candidate.match])) {
          used = true;
          candidate.excluded_by = std::min(candidate.excluded_by, phrase);
        }
      }
      if (used) {
        tally_.add(phrase);
      }
    }
  }

  std::string place_of(std::uint32_t phrase) const {
    const RulePosition where = program_.phrases[phrase].where;
    const auto& files = program_.rules->files;
    return (where.file < files.size() ? files[where.file] : std::string("?")) + ":" +
           std::to_string(where.line);
  }

  void bind_all() {
    found_.clear();
    for (const Candidate& candidate : candidates_) {
      const Match& match = matches_[candidate.match];
      if (candidate.excluded_by != kNone && !options_.keep_excluded) {
        continue;
      }
      std::optional<Fact> fact = bind(text_, candidate, match);
      if (!fact) {
        continue;
      }
      if (candidate.excluded_by != kNone) {
        fact->excluded_by = place_of(candidate.excluded_by);
      } else {
        tally_.add(match.phrase);
      }
      const auto& set = group_of(candidate).set;
      const auto mode = set.find("mode");
      if (mode != set.end()) {
        fact->mode = mode_named(mode->second).value_or(Mode::stated);
      }
      found_.push_back({std::move(*fact), {match.begin, match.end}, {match.begin, match.end}});
      found_.back().mode_is_set = mode != set.end();
      if (const std::string& less = group_of(candidate).less; !less.empty()) {
        found_.back().less = &less;
      }
      if (candidate.hits > 0) {
        found_.back().filler = {candidate.slots[0].begin, candidate.slots[0].end};
      }
    }
  }

  void circumstances() {
    contexts_.apply(found_, tally_);
    const std::optional<Timestamp> time = as_of(text_);
    for (Found& found : found_) {
      found.fact.as_of = time;
      attribute(found);
      found.fact.event = owners_.owner(found);
    }
    drop_strangers();
    for (Found& found : found_) {
      const bool own_only = program_.rules->facts[found.fact.rule.index].event == "main";
      if (!own_only || found.fact.event.role != EventRole::other || options_.keep_excluded) {
        keys_.note(text_, found);
        remainders_.note(found, out_.size());
        out_.push_back(std::move(found.fact));
      }
    }
  }

  /// Of two exclusive facts with one number, the one whose kind of event the story tells of stands;
  /// where it tells of none of that kind, the other.  A lone sentence tells no story: both stand.
  void drop_strangers() {
    if (tokens_.sentences.size() < 2 || options_.keep_excluded) {
      return;
    }
    std::vector<bool> strange(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      for (std::size_t j = 0; j < found_.size(); ++j) {
        const std::uint32_t bound = found_[i].fact.rule.index;
        const std::uint32_t free = found_[j].fact.rule.index;
        const std::string& kind = program_.rules->facts[bound].event;
        if (!kind.empty() && found_[i].fact.filler == found_[j].fact.filler &&
            are_exclusive(program_, bound, free) && is_settled_by_story(program_, bound, free)) {
          strange[owners_.story_tells_of(kind) ? j : i] = true;
        }
      }
    }
    std::size_t at = 0;
    std::erase_if(found_, [&](const Found&) { return strange[at++]; });
  }

  /// A quotation's facts are its speaker's; others the nearest source's.
  void attribute(Found& found) {
    const std::uint32_t quote = quote_of(tokens_, found.fact.filler);
    found.fact.in_quote = quote != kNone;
    if (quote != kNone) {
      if (const auto& speaker = quotations_.speaker(quote)) {
        found.fact.by = speaker->by;
        return;
      }
    }
    const std::uint32_t sentence = text_.index();
    if (const Saying* saying = attributions_.nearest(sentence, found.extent)) {
      if (auto speaker = attributions_.speaker(sentence, Saying(*saying))) {
        found.fact.by = std::move(speaker->by);
      }
    }
  }

  const TokenizedText& tokens_;
  const Program& program_;
  const Options& options_;
  std::vector<Fact>& out_;
  Tally tally_;
  Scratch::Parts& scratch_;
  Views views_;
  SentenceText& text_;
  PhraseMatcher& matcher_;
  Contexts contexts_;
  Attributions attributions_;
  Quotations quotations_;
  EventOwners owners_;
  CompositeKeys keys_;
  Remainders remainders_;
  std::size_t first_;  // where this document's facts begin in out_
  std::vector<std::uint32_t>& phrases_ = scratch_.phrases;
  std::vector<Match>& matches_ = scratch_.matches;
  std::vector<Match>& unless_ = scratch_.unless;
  std::vector<Candidate>& candidates_ = scratch_.candidates;
  std::vector<Found> found_;
};

}  // namespace

void extract(const Document& document, const TokenizedText& tokens, const Matcher& matcher,
             const ReadValues& read_values, const Options& options, std::vector<Fact>& out,
             std::vector<PhraseUse>* uses, Scratch* scratch) {
  const std::size_t before = out.size();
  std::optional<Scratch> own;
  Scratch& kept = scratch != nullptr ? *scratch : own.emplace();
  Extraction(document, tokens, matcher.program(), read_values, options, kept.parts(), out, uses)
      .run();
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                   [](const Fact& left, const Fact& right) {
                     return std::tuple(left.filler.begin, left.rule, left.filler.end) <
                            std::tuple(right.filler.begin, right.rule, right.filler.end);
                   });
}

}  // namespace concord::extract
