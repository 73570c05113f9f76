// What an article says of some of those it counts: lists, breakdowns by place, parts of a toll.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/fold.h"
#include "compare/arithmetic.h"
#include "compare/statements.h"

namespace concord::compare {
namespace {

// Of one figure in one document: each is held against each, and no article has so many.
constexpr std::size_t kMostStatements = 1000;

/// "One officer was wounded" is a part of two officers, whatever else two officers are.
bool is_single(const Statement& statement) {
  return statement.measure.nominal && *statement.measure.nominal <= Decimal(1);
}

bool is_whole(const Statement& one, const Statement& part) {
  // What an article opens with stands before "one was pronounced dead" and "no officers were hurt".
  const bool opens = one.fact->part == Part::headline || one.fact->part == Part::lead;
  const bool some = part.subset || part.apart;
  const bool may_be =
      some ? !one.subset || is_single(part) || (part.apart && opens) : opens && !one.subset;
  return may_be && one.counts && one.has_figure && !one.overtaken &&
         one.measure.axis == Axis::number && is_before(part.measure.hard, one.measure.hard);
}

/// For each statement, whether another that counts gives the same figure.
std::vector<bool> repeated_figures(const std::vector<Statement>& statements) {
  const auto bounds = [&](std::size_t i) {
    const Interval<Decimal>& hard = statements[i].measure.hard;
    return std::tie(hard.low, hard.high, hard.low_open, hard.high_open);
  };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].counts && statements[i].has_figure) {
      order.push_back(i);
    }
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return bounds(a) < bounds(b); });
  std::vector<bool> repeated(statements.size(), false);
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (bounds(order[i - 1]) == bounds(order[i])) {
      repeated[order[i - 1]] = true;
      repeated[order[i]] = true;
    }
  }
  return repeated;
}

bool lies_in(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end && outer.begin < outer.end;
}

Quantity together(const Quantity& left, const Quantity& right) {
  Quantity sum = left;
  sum.hard = plus(left.hard, right.hard);
  sum.soft = plus(left.soft, right.soft);
  sum.nominal = left.nominal && right.nominal ? add(*left.nominal, *right.nominal) : std::nullopt;
  sum.hedge = left.hedge == Hedge::exact ? right.hedge : left.hedge;
  return sum;
}

/// The first row of smaller figures, one behind the other in `order`, that make up the whole;
/// repetitions of the whole may stand between them.  What is said twice, or of one person, is no
/// such part.  Empty if there is none.
std::vector<std::size_t> run_that_sums_to(const std::vector<Statement>& statements,
                                          const std::vector<std::size_t>& order,
                                          const std::vector<bool>& repeated, std::size_t whole) {
  const Decimal& wanted = *statements[whole].measure.nominal;
  for (auto begin = order.begin(); begin != order.end(); ++begin) {
    std::vector<std::size_t> run;
    Decimal sum(0);
    for (auto at = begin; at != order.end() && sum < wanted; ++at) {
      const Statement& one = statements[*at];
      if (*one.measure.nominal == wanted) {
        continue;
      }
      const auto more = add(sum, *one.measure.nominal);
      if (one.overtaken || is_floor(one.measure) || is_single(one) || repeated[*at] || !more) {
        break;
      }
      sum = *more;
      run.push_back(*at);
    }
    if (run.size() > 1 && sum == wanted) {
      return run;
    }
  }
  return {};
}

/// What follows a figure in its sentence, folded.
std::string behind(const Inputs& inputs, const Statement& statement) {
  const Fact& fact = *statement.fact;
  const std::string_view text = inputs.documents[fact.document.index].text;
  const std::size_t end = std::min<std::size_t>(text.size(), fact.sentence.end);
  return fact.filler.end < end ? fold(text.substr(fact.filler.end, end - fact.filler.end))
                               : std::string();
}

template <std::size_t N>
bool tells_any(std::string_view text, const std::array<std::string_view, N>& cues) {
  return std::ranges::any_of(
      cues, [&](std::string_view cue) { return text.find(cue) != std::string_view::npos; });
}

bool may_be_added(const Statement& one) {
  const auto* quantity = std::get_if<Quantity>(&one.fact->value);
  return one.counts && one.has_figure && !one.overtaken && quantity != nullptr &&
         quantity->hedge == Hedge::exact && quantity->trend == Trend::none && one.measure.nominal &&
         one.fact->part != Part::headline && !one.fact->derived;
}

/// True if the sentence of `next` follows that of `first` and adds to what it counts: "Two more
/// people were killed in a collision".
bool adds_to(const Inputs& inputs, const Statement& first, const Statement& next) {
  constexpr std::array<std::string_view, 4> kThere = {" on the spot", " at the scene", " instantly",
                                                      " outright"};
  constexpr std::array<std::string_view, 4> kThen = {" later ", " in hospital", " in the hospital",
                                                     " overnight"};
  constexpr std::array<std::string_view, 1> kAlso = {" also "};
  constexpr std::uint32_t kBetween = 2;  // bytes from a sentence's end to the next
  const Span here = first.fact->sentence;
  const Span there = next.fact->sentence;
  if (there.begin < here.end || there.begin > here.end + kBetween) {
    return false;
  }
  const std::string told = behind(inputs, next);
  const bool others = first.subset && next.subset && first.counted != next.counted;
  const bool more = told.starts_with(" more people ") || told.starts_with(" others ");
  return (others && tells_any(told, kAlso)) || more ||
         (tells_any(behind(inputs, first), kThere) && tells_any(told, kThen));
}

/// In a round-up of incidents, a figure of one hour or block is that incident's own.
void tell_spots_apart(std::vector<Statement>& statements) {
  const auto other = [&](const Statement& one) {
    return std::ranges::any_of(statements, [&](const Statement& next) {
      return !next.spot.empty() && next.spot != one.spot;
    });
  };
  for (Statement& one : statements) {
    one.apart = one.apart || (!one.spot.empty() && other(one));
  }
}

}  // namespace

void sum_added(const Inputs& inputs, std::vector<Statement>& statements) {
  if (statements.size() > kMostStatements) {
    return;
  }
  const std::vector<bool> repeated = repeated_figures(statements);
  for (std::size_t i = 0; i + 1 < statements.size(); ++i) {
    Statement& first = statements[i];
    Statement& next = statements[i + 1];
    const bool may = may_be_added(first) && may_be_added(next) && !repeated[i] && !repeated[i + 1];
    const bool known = !may || std::ranges::any_of(statements, [&](const Statement& one) {
      return &one != &first && &one != &next && one.counts && one.has_figure &&
             (is_before(first.measure.hard, one.measure.hard) ||
              is_before(next.measure.hard, one.measure.hard));
    });
    if (known || !adds_to(inputs, first, next)) {
      continue;
    }
    first.whole =
        together(std::get<Quantity>(first.fact->value), std::get<Quantity>(next.fact->value));
    first.subset = false;
    first.apart = false;
    first.measure =
        measure_of(*first.whole, inputs.rules.facts[first.fact->rule.index], inputs.services);
    next.overtaken = true;
  }
}

void sum_listed(const Inputs& inputs, std::vector<Statement>& statements) {
  if (statements.size() > kMostStatements) {
    return;
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Fact& first = *statements[i].fact;
    const auto* amount = std::get_if<Quantity>(&first.value);
    if (amount == nullptr || statements[i].overtaken) {
      continue;
    }
    std::optional<Quantity> whole = *amount;
    bool listed = false;
    for (std::size_t j = i + 1; j < statements.size(); ++j) {
      const Fact& next = *statements[j].fact;
      const auto* more = std::get_if<Quantity>(&next.value);
      const bool beside = more != nullptr && next.phrase == first.phrase &&
                          next.extent == first.extent && lies_in(first.filler, first.extent) &&
                          lies_in(next.filler, first.extent) && !(next.filler == first.filler);
      if (beside) {
        whole = together(*whole, *more);
        statements[j].overtaken = true;
        listed = true;
      }
    }
    if (!listed) {
      continue;
    }
    statements[i].whole = whole;
    statements[i].subset = false;
    statements[i].measure =
        measure_of(*whole, inputs.rules.facts[first.rule.index], inputs.services);
  }
}

void set_parts_aside(std::vector<Statement>& statements) {
  if (statements.size() > kMostStatements) {
    return;
  }
  tell_spots_apart(statements);
  const std::vector<bool> repeated = repeated_figures(statements);
  for (Statement& part : statements) {
    const bool some = part.subset || is_single(part);
    if (part.overtaken || !(some || part.apart)) {
      continue;
    }
    bool has_whole = false;
    bool sure = false;  // a larger figure says what it is made of, or is repeated too
    for (std::size_t i = 0; i < statements.size() && !sure; ++i) {
      const bool whole = is_whole(statements[i], part);
      has_whole = has_whole || whole;
      sure = whole && (statements[i].inclusive || statements[i].whole || repeated[i]);
    }
    // What is said twice is a toll, whatever it counts.
    const auto own = static_cast<std::size_t>(&part - statements.data());
    part.overtaken = has_whole && ((some && sure) || !repeated[own]);
  }
}

void set_summands_aside(std::vector<Statement>& statements) {
  constexpr std::size_t kMost = 32;  // figures looked at, in the order of the text
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < statements.size() && order.size() < kMost; ++i) {
    const Statement& one = statements[i];
    if (one.counts && one.has_figure && !one.overtaken && one.measure.axis == Axis::number &&
        one.measure.nominal) {
      order.push_back(i);
    }
  }
  const std::vector<bool> repeated = repeated_figures(statements);
  for (const std::size_t whole : order) {
    for (const std::size_t part : run_that_sums_to(statements, order, repeated, whole)) {
      statements[part].overtaken = true;
    }
  }
}

}  // namespace concord::compare
