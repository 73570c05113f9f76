#include "compare/derive.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace concord::compare {
namespace {

constexpr std::string_view kEventDate = "event_date";

std::optional<EventTime> bounded(const Value& value) {
  const auto* time = std::get_if<TimeSpan>(&value);
  if (time == nullptr || !time->begin || !time->end) {
    return std::nullopt;
  }
  return EventTime{*time->begin, *time->end};
}

/// Votes for the event's time in one story.
struct Dates {
  std::map<std::pair<std::int64_t, std::int64_t>, int> stated;
  std::optional<EventTime> earliest;
};

std::optional<EventTime> chosen(const Dates& dates) {
  std::optional<EventTime> best;
  int most = 0;
  for (const auto& [period, votes] : dates.stated) {  // earlier first, shorter first
    if (votes > most) {
      best = EventTime{Timestamp{period.first}, Timestamp{period.second}};
      most = votes;
    }
  }
  return best ? best : dates.earliest;
}

Timestamp day_of(Timestamp time) {
  const std::int64_t into = ((time.seconds % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  return Timestamp{time.seconds - into};
}

/// The time as a period on the calendar, with the event's help where the words alone do not say.
std::optional<EventTime> placed(const TimeSpan& time, const std::optional<EventTime>& event) {
  if (time.begin && time.end) {
    return EventTime{*time.begin, *time.end};
  }
  if (!event || time.begin || time.end) {
    return std::nullopt;
  }
  const Timestamp day = day_of(event->begin);
  if (time.weekday) {
    const int ahead = ((*time.weekday - weekday(day)) % 7 + 7) % 7;
    const Timestamp begin{day.seconds + ahead * kSecondsPerDay};
    return EventTime{begin, Timestamp{begin.seconds + kSecondsPerDay}};
  }
  constexpr Decimal kLongest(1000 * 366 * kSecondsPerDay);  // beyond it there is no calendar
  if (time.offset && time.anchor == Anchor::event && time.offset->seconds.bounded() &&
      *time.offset->seconds.high < kLongest) {
    const auto shortest = static_cast<std::int64_t>(time.offset->seconds.low->to_double());
    const auto longest = static_cast<std::int64_t>(time.offset->seconds.high->to_double());
    return time.before_anchor ? EventTime{Timestamp{event->begin.seconds - longest},
                                          Timestamp{event->end.seconds - shortest}}
                              : EventTime{Timestamp{event->begin.seconds + shortest},
                                          Timestamp{event->end.seconds + longest}};
  }
  return std::nullopt;
}

std::string clock(Timestamp time) {
  return format_date_time(time).substr(11, 5);
}

/// "20 hours" and "Saturday": for which times of the event both hold.
std::string assumption(const EventTime& event, const EventTime& time, std::int64_t length) {
  const Timestamp first{time.begin.seconds - length};
  const Timestamp last{time.end.seconds - length};
  if (first <= event.begin && event.end <= last) {
    return "holds for any time of the event on " + format_date(event.begin);
  }
  std::string text = "holds for any time of the event";
  if (event.begin < first) {
    text += " after " + clock(first);
  }
  if (last < event.end) {
    text += " before " + clock(last);
  }
  return text + " on " + format_date(event.begin);
}

void make_length(const EventTime& event, const EventTime& time, Measure& measure) {
  measure.axis = Axis::number;
  const std::int64_t shortest = std::max<std::int64_t>(time.begin.seconds - event.end.seconds, 0);
  measure.hard =
      Interval<Decimal>{Decimal(shortest), Decimal(time.end.seconds - event.begin.seconds)};
  measure.soft = measure.hard;
  measure.hedge = Hedge::between;
  measure.worked_out = "date";
}

}  // namespace

std::vector<std::optional<EventTime>> event_times(const Inputs& inputs,
                                                  const std::vector<Figure>& figures) {
  std::vector<Dates> dates(inputs.stories.stories.size());
  for (const Figure& figure : figures) {
    const auto time = bounded(figure.value);
    if (!time || figure.event.role != EventRole::main || figure.story.index >= dates.size()) {
      continue;
    }
    Dates& story = dates[figure.story.index];
    if (figure.fact == kEventDate) {
      ++story.stated[{time->begin.seconds, time->end.seconds}];
    } else if (std::get<TimeSpan>(figure.value).anchor == Anchor::explicit_date &&
               (!story.earliest || time->begin < story.earliest->begin)) {
      story.earliest = time;
    }
  }
  std::vector<std::optional<EventTime>> result;
  result.reserve(dates.size());
  for (const Dates& story : dates) {
    result.push_back(chosen(story));
  }
  return result;
}

namespace {

void place_on_calendar(const EventTime& period, Measure& measure) {
  measure.hard = Interval<Decimal>{Decimal(period.begin.seconds), Decimal(period.end.seconds)};
  measure.hard.high_open = period.begin < period.end;
}

/// Under a fact that is a length: what is known of it from a time; returns the period used.
std::optional<EventTime> place_as_length(const std::optional<EventTime>& event, Claim& claim) {
  const auto* time = std::get_if<TimeSpan>(&claim.figure->value);
  if (time == nullptr || claim.measure.axis == Axis::number) {
    return std::nullopt;
  }
  const auto period = placed(*time, event);
  if (!period || !event) {
    claim.counts = false;  // a time alone says nothing of a length
    return std::nullopt;
  }
  make_length(*event, *period, claim.measure);
  return period;
}

}  // namespace

std::string anchor_times(const Inputs& inputs, const std::optional<EventTime>& event,
                         Group& group) {
  const bool lengths = rule_of(inputs, group).value_type == "duration";
  std::optional<EventTime> last;
  for (Claim& claim : group.claims) {
    if (lengths) {
      const auto period = place_as_length(event, claim);
      last = period ? period : last;
      continue;
    }
    const auto* time = std::get_if<TimeSpan>(&claim.figure->value);
    if (const auto period = time == nullptr ? std::nullopt : placed(*time, event)) {
      place_on_calendar(*period, claim.measure);
    }
  }
  if (!last) {
    return {};
  }
  const auto given = std::find_if(group.claims.begin(), group.claims.end(), [](const Claim& claim) {
    return claim.measure.worked_out != "date" && is_settled(claim.measure);
  });
  return given == group.claims.end()
             ? std::string()
             : assumption(*event, *last,
                          static_cast<std::int64_t>(given->measure.nominal->to_double()));
}

namespace {

/// A term of an equation that a figure can stand for.
bool is_plain(const CheckTerm& term) {
  return term.number ||
         (term.pick == Pick::figure && !term.part && term.from.empty() && !term.all_keys);
}

bool is_equation(const CheckRule& check) {
  const auto& must = check.must;
  return check.within == CheckWithin::event && must.comparison == Comparison::equal &&
         !must.tolerance && std::all_of(must.left.begin(), must.left.end(), is_plain) &&
         std::all_of(must.right.begin(), must.right.end(), is_plain);
}

/// The equation as one sum that is zero.
std::vector<CheckTerm> as_sum(const CheckExpression& must) {
  std::vector<CheckTerm> terms = must.left;
  for (CheckTerm term : must.right) {
    term.negative = !term.negative;
    terms.push_back(std::move(term));
  }
  return terms;
}

using Exact =
    std::map<std::pair<std::string, std::string>, std::vector<const Figure*>>;  // fact, kind

std::optional<Decimal> exact_count(const Inputs& inputs, const Figure& figure) {
  const FactRule& rule = inputs.rules.facts[figure.rule.index];
  const Measure measure = measure_of(figure.value, rule, inputs.services);
  const bool fit = measure.axis == Axis::number && is_settled(measure) &&
                   mode_counts(rule, figure.mode) && *measure.hard.low == *measure.hard.high &&
                   std::holds_alternative<Quantity>(figure.value);
  return fit ? measure.nominal : std::nullopt;
}

const std::vector<const Figure*>* stated(const RuleSet& rules, const Exact& figures,
                                         const CheckTerm& term) {
  auto found = figures.find({term.fact, term.kind});
  if (found == figures.end() && term.kind.empty()) {
    for (const FactRule& rule : rules.facts) {
      if (rule.name == term.fact && !rule.default_kind.empty()) {
        found = figures.find({term.fact, rule.default_kind});
      }
    }
  }
  return found == figures.end() || found->second.empty() ? nullptr : &found->second;
}

/// The exact figure all of `figures` share.
std::optional<Decimal> shared(const Inputs& inputs, const std::vector<const Figure*>& figures) {
  std::optional<Decimal> number;
  for (const Figure* figure : figures) {
    const auto one = exact_count(inputs, *figure);
    if (!one || (number && *number != *one)) {
      return std::nullopt;
    }
    number = one;
  }
  return number;
}

std::optional<RuleId> rule_named(const RuleSet& rules, const std::string& fact) {
  for (std::uint32_t i = 0; i < rules.facts.size(); ++i) {
    if (rules.facts[i].name == fact) {
      return RuleId{i};
    }
  }
  return std::nullopt;
}

Figure derived_figure(const CheckTerm& missing, RuleId rule, const FactRule& fact,
                      const std::vector<const Figure*>& parts, const Decimal& number) {
  Figure figure = *parts.front();
  figure.fact = missing.fact;
  figure.kind = missing.kind.empty() ? fact.default_kind : missing.kind;
  figure.rule = rule;
  figure.derived = true;
  figure.corrected = false;
  auto& quantity = std::get<Quantity>(figure.value);
  quantity.nominal = number;
  quantity.hard = quantity.soft = Interval<Decimal>::exactly(number);
  quantity.hedge = Hedge::exact;
  quantity.collective = false;
  figure.facts.clear();
  for (const Figure* part : parts) {
    figure.facts.insert(figure.facts.end(), part->facts.begin(), part->facts.end());
    figure.by = figure.by ? figure.by : part->by;
  }
  return figure;
}

/// Solves the equation for the one term that `figures` lack.
std::optional<Figure> solve(const Inputs& inputs, const std::vector<CheckTerm>& terms,
                            const Exact& figures) {
  const CheckTerm* missing = nullptr;
  std::optional<Decimal> total = Decimal(0);
  std::vector<const Figure*> parts;
  for (const CheckTerm& term : terms) {
    std::optional<Decimal> number = term.number;
    if (!number) {
      const auto* known = stated(inputs.rules, figures, term);
      if (known == nullptr) {
        if (missing != nullptr) {
          return std::nullopt;
        }
        missing = &term;
        continue;
      }
      number = shared(inputs, *known);
      parts.push_back(known->front());
    }
    if (!number || !total) {
      return std::nullopt;
    }
    total = term.negative ? subtract(*total, *number) : add(*total, *number);
  }
  const auto rule = missing == nullptr ? std::nullopt : rule_named(inputs.rules, missing->fact);
  if (!rule || parts.size() < 2 || !total) {
    return std::nullopt;
  }
  const Decimal number = missing->negative ? *total : Decimal(-total->coefficient, total->exponent);
  if (number.is_negative()) {
    return std::nullopt;
  }
  return derived_figure(*missing, *rule, inputs.rules.facts[rule->index], parts, number);
}

using Scope = std::pair<std::uint32_t, std::string>;  // story, key

bool agrees_with(const Inputs& inputs, const Figure& derived,
                 const std::vector<const Figure*>& others) {
  const FactRule& rule = inputs.rules.facts[derived.rule.index];
  const Measure mine = measure_of(derived.value, rule, inputs.services);
  return std::all_of(others.begin(), others.end(), [&](const Figure* other) {
    const Measure measure = measure_of(other->value, rule, inputs.services);
    return measure.axis == mine.axis && overlaps(mine.hard, measure.hard);
  });
}

void derive_in_scope(const Inputs& inputs, const std::vector<CheckTerm>& terms,
                     const std::vector<const Figure*>& figures, std::vector<Figure>& out) {
  Exact of_event;
  std::map<std::uint32_t, Exact> of_document;  // by rank
  for (const Figure* figure : figures) {
    of_event[{figure->fact, figure->kind}].push_back(figure);
    of_document[inputs.rank[figure->document.index]][{figure->fact, figure->kind}].push_back(
        figure);
  }
  std::vector<Figure> derived;
  for (const auto& [rank, own] : of_document) {
    if (auto figure = solve(inputs, terms, own)) {
      derived.push_back(std::move(*figure));
    }
  }
  if (derived.empty()) {
    if (auto figure = solve(inputs, terms, of_event)) {
      derived.push_back(std::move(*figure));
    }
  }
  std::vector<const Figure*> rivals;
  for (const Figure& figure : derived) {
    rivals.push_back(&figure);
  }
  for (const Figure& figure : derived) {
    const auto known = of_event.find({figure.fact, figure.kind});
    if (agrees_with(inputs, figure, rivals) &&
        (known == of_event.end() || agrees_with(inputs, figure, known->second))) {
      out.push_back(figure);
    }
  }
}

}  // namespace

std::vector<Figure> derive_sums(const Inputs& inputs, const std::vector<Figure>& figures) {
  std::vector<Figure> derived;
  for (const CheckRule& check : inputs.rules.checks) {
    if (!is_equation(check)) {
      continue;
    }
    const std::vector<CheckTerm> terms = as_sum(check.must);
    std::set<std::string> facts;
    for (const CheckTerm& term : terms) {
      facts.insert(term.fact);
    }
    std::map<Scope, std::vector<const Figure*>> scopes;
    for (const Figure& figure : figures) {
      if (figure.event.role == EventRole::main && facts.contains(figure.fact)) {
        scopes[{figure.story.index, figure.key}].push_back(&figure);
      }
    }
    for (const auto& [scope, members] : scopes) {
      derive_in_scope(inputs, terms, members, derived);
    }
  }
  const auto key = [](const Figure& one) {
    return std::tie(one.document, one.fact, one.kind, one.key);
  };
  std::stable_sort(derived.begin(), derived.end(),
                   [&](const Figure& a, const Figure& b) { return key(a) < key(b); });
  derived.erase(std::unique(derived.begin(), derived.end(),
                            [&](const Figure& a, const Figure& b) { return key(a) == key(b); }),
                derived.end());
  return derived;
}

}  // namespace concord::compare
