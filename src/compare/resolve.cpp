#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>

#include "base/fold.h"
#include "compare/claims.h"
#include "compare/compare.h"
#include "compare/findings.h"
#include "compare/keys.h"
#include "compare/statements.h"
#include "compare/told_apart.h"

namespace concord::compare {
namespace {

constexpr std::size_t kQuotesMerged = 400;  // quotes of one speaker in one document

/// What a document's facts are told apart by.
struct Filed {
  FactId id;
  std::string event;  // folded name; empty for the main event
  std::string_view fact;
  std::string_view kind;
  std::string_view key;
  std::uint32_t document = 0;
  EventRole role = EventRole::main;
  std::uint32_t begin = 0;

  auto measured() const { return std::tie(document, fact, kind, key, role, event); }
};

std::vector<Filed> file_facts(const Inputs& inputs, const std::vector<std::string>& keys) {
  std::vector<Filed> filed;
  for (std::uint32_t i = 0; i < inputs.facts.size(); ++i) {
    const Fact& fact = inputs.facts[i];
    if (!fact.excluded_by.empty() || fact.document.index >= inputs.documents.size() ||
        story_of(inputs, fact.document) >= inputs.stories.stories.size()) {
      continue;
    }
    Filed one;
    one.id = FactId{i};
    one.event = fact.event.role == EventRole::other ? fold(fact.event.name) : std::string();
    one.fact = inputs.rules.facts[fact.rule.index].name;
    one.kind = fact.kind;
    one.key = keys[i];
    one.document = fact.document.index;
    one.role = fact.event.role;
    one.begin = fact.filler.begin;
    filed.push_back(std::move(one));
  }
  std::sort(filed.begin(), filed.end(), [](const Filed& a, const Filed& b) {
    const auto left = a.measured();
    const auto right = b.measured();
    return left != right ? left < right : std::tie(a.begin, a.id) < std::tie(b.begin, b.id);
  });
  return filed;
}

Figure figure_from(const Inputs& inputs, const Filed& filed, const Fact& best) {
  Figure figure;
  figure.document = best.document;
  figure.story = StoryId{story_of(inputs, best.document)};
  figure.event = best.event;
  figure.fact = filed.fact;
  figure.kind = filed.kind;
  figure.key = filed.key;
  figure.rule = best.rule;
  figure.value = best.value;
  figure.mode = best.mode;
  figure.by = best.by;
  figure.derived = best.derived;
  return figure;
}

/// True if an article check of the rules already holds the fact's figure in `part` to another part.
bool is_checked(const RuleSet& rules, std::string_view fact, Part part) {
  const auto refers = [&](const CheckTerm& term) { return term.part == part && term.fact == fact; };
  return std::any_of(rules.checks.begin(), rules.checks.end(), [&](const CheckRule& check) {
    return check.within == CheckWithin::article &&
           (std::any_of(check.must.left.begin(), check.must.left.end(), refers) ||
            std::any_of(check.must.right.begin(), check.must.right.end(), refers));
  });
}

Position position_of(const Inputs& inputs, const Statement& statement) {
  Position position;
  const Fact& fact = *statement.fact;
  if (statement.measure.axis == Axis::number) {
    position.range = statement.measure.hard;
  }
  position.label =
      describe(statement.whole ? Value(*statement.whole) : fact.value, inputs.services);
  position.sources = {inputs.documents[fact.document.index].source};
  position.facts = {statement.id};
  return position;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPartChecks = {
    {{"the headline", "headline-matches-body"},
     {"the lead", ""},
     {"the text", ""},
     {"the caption", "caption-matches-body"}}};

/// "Two women were shot in a parked car", where the article's figure is five and the sentence names
/// no event: it may count some of the five.
bool may_be_part(const Statement& best, const Statement& other) {
  const auto* quantity = std::get_if<Quantity>(&other.fact->value);
  return quantity != nullptr && quantity->dimension == Dimension::count &&
         other.fact->part == Part::body && other.fact->event.kind.empty() &&
         is_before(other.measure.hard, best.measure.hard);
}

Finding contradiction(const Inputs& inputs, const Figure& figure, const Statement& best,
                      const Statement& other) {
  const auto& [place, check] = kPartChecks[static_cast<std::size_t>(other.fact->part)];
  const FactRule& rule = inputs.rules.facts[figure.rule.index];
  Finding finding;
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::internal;
  finding.severity = severity_of(rule, finding.relation, finding.detail);
  finding.story = figure.story;
  finding.event = figure.event;
  finding.fact = figure.fact;
  finding.check = check;
  if (check.empty()) {
    finding.kind = figure.kind;
    finding.key = figure.key;
  }
  finding.positions = {position_of(inputs, best), position_of(inputs, other)};
  const auto& here = kPartChecks[static_cast<std::size_t>(best.fact->part)].first;
  finding.reason = inputs.documents[figure.document.index].source + " contradicts itself on " +
                   subject_of(finding) + ": " + std::string(place) + " says " +
                   finding.positions[1].label + ", " + std::string(here) + " " +
                   finding.positions[0].label + ".";
  if (may_be_part(best, other)) {
    finding.severity = Severity::note;
    finding.reason += " The smaller one may count some of them.";
  } else if (told_apart(inputs, *best.fact, *other.fact) == Apart::maybe) {
    finding.severity = Severity::note;
    finding.reason += " They may be of two places.";
  }
  finding.evidence = {Evidence{best.id, remark_on(inputs, *best.fact)},
                      Evidence{other.id, remark_on(inputs, *other.fact)}};
  return finding;
}

/// True if a quarter and a year may be told: one is no more than a few times the other.
bool may_be_of_two_periods(const Statement& one, const Statement& other) {
  constexpr double kMost = 12;
  if (!one.measure.nominal || !other.measure.nominal) {
    return true;
  }
  const double first = std::abs(one.measure.nominal->to_double());
  const double second = std::abs(other.measure.nominal->to_double());
  return std::max(first, second) <= kMost * std::min(first, second);
}

/// False where the rule wants a key and the words give none, or no period where it belongs to the
/// key: then two figures may be of two firms, or of a quarter and of nine months.
bool are_told_of_one(const FactRule& rule, const Figure& figure, const Statement& best,
                     const Statement& rival) {
  if (std::ranges::find(rule.key_with, "period") != rule.key_with.end()) {
    return std::ranges::any_of(figure.key, [](char c) { return c >= '0' && c <= '9'; }) ||
           !may_be_of_two_periods(best, rival);
  }
  return rule.key.empty() || !rule.kinds.empty() || !figure.key.empty();
}

/// Contradictions inside the document: headline and caption against the body, and statements of the
/// body that no word of correction explains.
void find_contradictions(const Inputs& inputs, const Figure& figure,
                         const std::vector<Statement>& statements, const Stand& stand,
                         std::vector<Finding>& internal) {
  const Statement& best = statements[stand.best];
  if (figure.event.role != EventRole::main || !best.counts || best.measure.axis == Axis::name) {
    return;
  }
  const auto of_one = [&](const Statement& other) {
    return told_apart(inputs, *best.fact, *other.fact) != Apart::yes;
  };
  const auto rival =
      std::ranges::find_if(stand.rivals, [&](std::size_t i) { return of_one(statements[i]); });
  const bool contradicts =
      rival != stand.rivals.end() &&
      are_told_of_one(inputs.rules.facts[figure.rule.index], figure, best, statements[*rival]);
  if (contradicts) {
    internal.push_back(contradiction(inputs, figure, best, statements[*rival]));
  }
  if (best.fact->part == Part::headline || best.fact->part == Part::caption) {
    return;
  }
  for (const Part part : {Part::headline, Part::caption}) {
    if (is_checked(inputs.rules, figure.fact, part)) {
      continue;
    }
    const auto other =
        std::find_if(statements.begin(), statements.end(), [&](const Statement& one) {
          return one.fact->part == part && one.counts && one.has_figure && !one.overtaken &&
                 !overlaps(one.measure.hard, best.measure.hard) && of_one(one);
        });
    if (other != statements.end()) {
      internal.push_back(contradiction(inputs, figure, best, *other));
    }
  }
}

/// "20 hours" and "on Saturday" of one fact lie on different lines: the number stands for the
/// document.
void keep_one_axis(std::vector<Statement>& statements) {
  Axis first = Axis::quote;
  for (const Statement& one : statements) {
    first = one.has_figure && one.counts ? std::min(first, one.measure.axis) : first;
  }
  for (Statement& one : statements) {
    one.has_figure = one.has_figure && (one.measure.axis == first || !one.counts);
  }
}

Figure stand_by(const Inputs& inputs, const Filed& filed, std::vector<Statement> statements,
                std::vector<Finding>& internal) {
  keep_one_axis(statements);
  sum_listed(inputs, statements);
  sum_added(inputs, statements);
  set_earlier_aside(inputs, statements);
  set_summands_aside(statements);
  set_parts_aside(statements);
  const FactRule& rule = inputs.rules.facts[statements.front().fact->rule.index];
  const Stand stand =
      stand_of(statements, with_taxonomy(inputs, rule.compare, statements.front().measure.axis));
  const Statement& best = statements[stand.best];
  Figure figure = figure_from(inputs, filed, *best.fact);
  figure.corrected = stand.corrected;
  if (best.whole) {
    figure.value = *best.whole;
    figure.derived = true;
  }
  const auto supports = [&](const Statement& one) {
    return one.counts == best.counts && one.has_figure && !one.overtaken &&
           (one.measure.axis == Axis::name ? fold(one.measure.name) == fold(best.measure.name)
                                           : overlaps(one.measure.hard, best.measure.hard));
  };
  figure.facts.push_back(best.id);
  for (const bool wanted : {true, false}) {
    for (const Statement& one : statements) {
      if (one.id != best.id && supports(one) == wanted) {
        figure.facts.push_back(one.id);
        // Attributed somewhere in the document is attributed.
        figure.by = !figure.by && wanted ? one.fact->by : figure.by;
      }
    }
  }
  find_contradictions(inputs, figure, statements, stand, internal);
  return figure;
}

/// A side's own figure beside others' is no figure of the document's: it is kept apart, so that it
/// can be held against them.
void stand_by_all(const Inputs& inputs, const std::vector<Filed>& filed, std::size_t begin,
                  std::size_t end, std::vector<Figure>& figures, std::vector<Finding>& internal) {
  std::vector<Statement> own;
  std::vector<Statement> of_sides;
  const StoryId story{story_of(inputs, inputs.facts[filed[begin].id.index].document)};
  std::vector<FactId> ids;
  for (std::size_t i = begin; i < end; ++i) {
    ids.push_back(filed[i].id);
  }
  for (Statement& statement : read_statements(inputs, ids)) {
    const FactRule& rule = inputs.rules.facts[statement.fact->rule.index];
    const bool side = statement.measure.axis == Axis::number && !rule.compare.natural_authority &&
                      statement.has_figure && statement.counts &&
                      is_side(inputs, story, std::string(), statement.fact->by);
    (side ? of_sides : own).push_back(std::move(statement));
  }
  const bool counted = std::any_of(
      own.begin(), own.end(), [](const Statement& one) { return one.counts && one.has_figure; });
  if (!counted) {
    own.insert(own.end(), of_sides.begin(), of_sides.end());
    of_sides.clear();
  }
  figures.push_back(stand_by(inputs, filed[begin], std::move(own), internal));
  if (!of_sides.empty()) {
    figures.push_back(stand_by(inputs, filed[begin], std::move(of_sides), internal));
  }
}

std::string folded_words(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & '\x80') != 0;
    if (letter) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words.back() == ' ' ? words : words + ' ';
}

/// Quotes are not rivals: each is a figure of its own, except one that repeats part of another.
void stand_by_quotes(const Inputs& inputs, const std::vector<Filed>& filed, std::size_t begin,
                     std::size_t end, std::vector<Figure>& figures) {
  struct Kept {
    std::string words;
    std::size_t figure;
  };
  std::vector<std::size_t> order;
  for (std::size_t i = begin; i < end; ++i) {
    order.push_back(i);
  }
  const auto length = [&](std::size_t i) {
    return std::get<Quote>(inputs.facts[filed[i].id.index].value).text.size();
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
  std::vector<Kept> kept;
  for (const std::size_t i : order) {
    const Fact& fact = inputs.facts[filed[i].id.index];
    const std::string words = folded_words(std::get<Quote>(fact.value).text);
    const auto whole = kept.size() > kQuotesMerged
                           ? kept.end()
                           : std::find_if(kept.begin(), kept.end(), [&](const Kept& one) {
                               return one.words.find(words) != std::string::npos;
                             });
    if (whole != kept.end()) {
      figures[whole->figure].facts.push_back(filed[i].id);
      continue;
    }
    kept.push_back(Kept{words, figures.size()});
    figures.push_back(figure_from(inputs, filed[i], fact));
    figures.back().facts = {filed[i].id};
  }
}

}  // namespace

std::vector<Figure> resolve(const RuleSet& rules, const std::vector<Document>& documents,
                            const std::vector<Fact>& facts, const Stories& stories,
                            const Services& services, std::vector<Finding>& internal) {
  const Options options;
  const Inputs inputs = make_inputs(rules, services, options, documents, facts, stories);
  const std::vector<std::string> keys = canonical_keys(inputs);
  const std::vector<Filed> filed = file_facts(inputs, keys);
  std::vector<Figure> figures;
  std::size_t begin = 0;
  while (begin < filed.size()) {
    std::size_t end = begin + 1;
    while (end < filed.size() && filed[end].measured() == filed[begin].measured()) {
      ++end;
    }
    const auto& value = inputs.facts[filed[begin].id.index].value;
    const bool quotes = std::holds_alternative<Quote>(value);
    const bool all_quotes =
        quotes &&
        std::all_of(filed.begin() + static_cast<std::ptrdiff_t>(begin),
                    filed.begin() + static_cast<std::ptrdiff_t>(end), [&](const Filed& one) {
                      return std::holds_alternative<Quote>(inputs.facts[one.id.index].value);
                    });
    if (all_quotes) {
      stand_by_quotes(inputs, filed, begin, end, figures);
    } else {
      stand_by_all(inputs, filed, begin, end, figures, internal);
    }
    begin = end;
  }
  finish(inputs, internal);
  return figures;
}

}  // namespace concord::compare
