#include "extract/bind.h"

#include <algorithm>
#include <utility>

#include "base/fold.h"
#include "extract/arithmetic.h"

namespace concord::extract {
namespace {

const std::string* value_of(const std::map<std::string, std::string>& set,
                            const std::string& name) {
  const auto found = set.find(name);
  return found == set.end() ? nullptr : &found->second;
}

/// The name of a phrase's slot.
const std::string& slot_name(const Program& program, const CompiledPhrase& phrase,
                             std::uint32_t slot) {
  return program.slot_names[program.slots[phrase.slots.begin + slot]];
}

const SlotHit* hit_of(const Program& program, const Match& match, const std::string& name) {
  const CompiledPhrase& phrase = program.phrases[match.phrase];
  for (std::uint32_t slot = 0; slot < phrase.slots.size(); ++slot) {
    if (slot_name(program, phrase, slot) == name) {
      return match.slot(slot);
    }
  }
  return nullptr;
}

const std::string& kind_slot_of(const FactRule& rule) {
  return rule.kind_slot.empty() ? rule.key : rule.kind_slot;
}

const std::string* known_kind(const FactRule& rule, const std::string& kind) {
  const auto found = std::ranges::find(rule.kinds, kind);
  return found == rule.kinds.end() ? nullptr : &*found;
}

const ListEntry& entry_of(const SentenceText& text, const SlotHit& hit) {
  return text.program().rules->lists[hit.list].entries[hit.index];
}

std::string name_in(const SentenceText& text, const SlotHit& hit) {
  if (hit.op == Op::list && hit.index != kNone) {
    return entry_of(text, hit).name;
  }
  return words_of(text, without_titles(text, {hit.begin, hit.end}));
}

const std::string* kind_of(const SentenceText& text, const CompiledPhrase& phrase,
                           const Match& match) {
  const FactRule& rule = text.program().rules->facts[phrase.rule];
  const FindGroup& group = rule.find[phrase.group];
  if (rule.kinds.empty()) {
    return &rule.default_kind;
  }
  if (const std::string* set = value_of(group.set, kind_slot_of(rule))) {
    return set;
  }
  if (const SlotHit* hit = hit_of(text.program(), match, kind_slot_of(rule))) {
    if (const std::string* kind = known_kind(rule, name_in(text, *hit))) {
      return kind;
    }
  }
  for (const auto& [name, value] : group.set) {
    if (const std::string* kind = known_kind(rule, value)) {
      return kind;
    }
  }
  return &rule.default_kind;
}

/// True for a number that tells of a part: right after "including" or "among them".
bool is_part(const SentenceText& text, std::uint32_t at) {
  for (std::uint32_t passed = 0; at > text.begin() && passed < 4; ++passed) {
    --at;
    const std::uint32_t flags = text.flags(at);
    if ((flags & flag_including) != 0) {
      return true;
    }
    if ((flags & flag_them) != 0) {
      return at > text.begin() && (text.flags(at - 1) & flag_among) != 0;
    }
    if ((flags & (flag_transparent | flag_determiner)) == 0 && text.text(at) != "all") {
      return false;
    }
  }
  return false;
}

bool add_slots(const Program& program, const Match& match, const std::vector<std::string>& names,
               bool negative, Candidate& candidate) {
  for (const std::string& name : names) {
    if (const auto number = parse_decimal(name)) {
      candidate.added += negative ? -number->coefficient : number->coefficient;
      continue;
    }
    const SlotHit* hit = hit_of(program, match, name);
    if (hit == nullptr || candidate.hits == kMaxSlots) {
      return false;
    }
    candidate.negative |= negative ? 1U << candidate.hits : 0U;
    candidate.slots[candidate.hits++] = *hit;
  }
  return true;
}

/// The value slots of the fact itself; false when there is nothing to state.
bool take_value(const Program& program, const FactRule& rule, const Match& match,
                Candidate& candidate) {
  const CompiledPhrase& phrase = program.phrases[match.phrase];
  const FindGroup& group = rule.find[phrase.group];
  if (!group.sum.empty() || !group.minus.empty()) {
    return add_slots(program, match, group.sum, false, candidate) &&
           add_slots(program, match, group.minus, true, candidate);
  }
  const SlotHit* hit = phrase.value_slot == kNoSlot ? nullptr : match.slot(phrase.value_slot);
  if (hit != nullptr) {
    candidate.slots[candidate.hits++] = *hit;
    return true;
  }
  const std::string value_name =
      phrase.value_slot == kNoSlot ? "n" : slot_name(program, phrase, phrase.value_slot);
  candidate.constant = value_of(group.set, value_name);
  for (const auto& [name, value] : group.set) {
    const bool other = name == rule.key || name == rule.kind_slot || name == "mode";
    if (candidate.constant == nullptr && !other) {
      candidate.constant = &value;
    }
  }
  return candidate.constant != nullptr;
}

Quantity counted(SentenceText& text, const SlotHit& hit) {
  if (hit.index == kNone) {
    return exactly(Decimal(1));
  }
  const Value& value = text.values()[hit.index].value;
  const auto* quantity = std::get_if<Quantity>(&value);
  return quantity == nullptr ? Quantity() : *quantity;
}

std::optional<Value> constant_value(const std::string& constant) {
  if (constant == "none") {
    Quantity unknown;
    unknown.hedge = Hedge::vague;
    return unknown;
  }
  constexpr std::string_view kPercent = " percent";
  const bool percent = constant.ends_with(kPercent);
  const std::string_view digits =
      std::string_view(constant).substr(0, constant.size() - (percent ? kPercent.size() : 0));
  if (const auto number = parse_decimal(digits)) {
    Quantity quantity = exactly(*number);
    quantity.dimension = percent ? Dimension::percent : quantity.dimension;
    quantity.unit = percent ? "%" : quantity.unit;
    return quantity;
  }
  return Name{constant, {}};
}

/// The value of a mention; of "20 hours after" the duration when the slot took no more.
Value mentioned_value(SentenceText& text, const SlotHit& hit) {
  const Value& value = text.values()[hit.index].value;
  const auto* time = std::get_if<TimeSpan>(&value);
  const bool only_duration = hit.end < text.mentions()[hit.index].end;
  return time != nullptr && time->offset && only_duration ? Value(*time->offset) : value;
}

std::optional<Value> slot_value(SentenceText& text, const SlotHit& hit) {
  switch (hit.op) {
    case Op::value:
      return hit.index == kNone ? Value(exactly(Decimal(1))) : mentioned_value(text, hit);
    case Op::list:
      return hit.index == kNone ? std::optional<Value>()
                                : Name{entry_of(text, hit).name, entry_of(text, hit).part_of};
    case Op::text:
      return Name{words_of(text, {hit.begin, hit.end}), {}};
    default:
      return Name{name_in(text, hit), {}};
  }
}

/// "A man was killed" tells of one person and does not say that there were no others.
void make_floor(Value& value) {
  auto* quantity = std::get_if<Quantity>(&value);
  if (quantity != nullptr && quantity->hedge == Hedge::exact) {
    quantity->hard.high.reset();
    quantity->soft.high.reset();
    quantity->hedge = Hedge::at_least;
  }
}

std::optional<Value> value_of(SentenceText& text, const Candidate& candidate) {
  if (candidate.hits == 0) {
    return constant_value(*candidate.constant);
  }
  if (candidate.hits == 1 && candidate.added == 0) {
    std::optional<Value> value = slot_value(text, candidate.slots[0]);
    auto* quantity = value ? std::get_if<Quantity>(&*value) : nullptr;
    if (quantity != nullptr && (candidate.negative & 1U) != 0) {
      *quantity = negative(*quantity);
    }
    return value;
  }
  std::optional<Quantity> total = counted(text, candidate.slots[0]);
  if ((candidate.negative & 1U) != 0) {
    total = negative(*total);
  }
  for (std::uint32_t i = 1; i < candidate.hits && total; ++i) {
    const Quantity next = counted(text, candidate.slots[i]);
    total = ((candidate.negative >> i) & 1U) != 0 ? minus(*total, next) : plus(*total, next);
  }
  if (total && candidate.added != 0) {
    Quantity added = exactly(Decimal(candidate.added));
    added.dimension = total->dimension;
    added.unit = total->unit;
    total = plus(*total, added);
  }
  return total ? std::optional<Value>(*total) : std::nullopt;
}

/// True if the fact's key is a name that phrases capture, and not its kind.
bool has_open_key(const FactRule& rule) {
  const bool own_key =
      rule.kinds.empty() || (!rule.kind_slot.empty() && rule.kind_slot != rule.key);
  return own_key && !rule.key.empty();
}

bool is_capitalized(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

/// "of Norvik's profit", "the trial of Petrov, who pleaded guilty": the clause is about that name.
bool is_followed_up(const SentenceText& text, std::uint32_t at) {
  const auto has = [&](std::uint32_t token, std::uint32_t flag) {
    return token < text.end() && (text.flags(token) & flag) != 0;
  };
  return has(at, flag_possessive) || (has(at, flag_comma) && has(at + 1, flag_relative));
}

/// "the mayor of Tarrow was jailed", "3,200 European jobs after its profit fell": the name that a
/// match opens with is not what its clause is about.
bool opens_inside(SentenceText& text, const SlotHit& name, const Match& match) {
  if (name.begin != match.begin || is_followed_up(text, name.end)) {
    return false;
  }
  std::uint32_t first = name.begin;
  while (first > text.begin() && is_capitalized(text.text(first - 1))) {
    --first;
  }
  if (first == text.begin()) {
    return false;
  }
  if ((text.flags(first - 1) & flag_preposition) != 0) {
    return first - 1 > text.begin();
  }
  const auto& mentions = text.mentions();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto* amount = std::get_if<Quantity>(&text.values()[i].value);
    if (mentions[i].end == first && amount != nullptr) {
      return amount->dimension == Dimension::count;
    }
  }
  return false;
}

std::string key_of(const SentenceText& text, const FactRule& rule, const CompiledPhrase& phrase,
                   const Match& match, const Fact& fact) {
  if (has_open_key(rule)) {
    if (const std::string* set = value_of(rule.find[phrase.group].set, rule.key)) {
      return *set;
    }
    if (const SlotHit* hit = hit_of(text.program(), match, rule.key)) {
      return name_in(text, *hit);
    }
  }
  const auto* name = std::get_if<Name>(&fact.value);
  const bool named = std::ranges::find(rule.key_for, fact.kind) != rule.key_for.end();
  return named && name != nullptr ? name->id : std::string();
}

bool is_alleged(const SentenceText& text, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t first = std::max(text.begin(), begin < 2 ? 0 : begin - 2);
  const std::uint32_t last = std::min(text.end(), end + 3);
  for (std::uint32_t at = first; at < last; ++at) {
    if ((text.flags(at) & flag_alleged) != 0) {
      return true;
    }
    if (at >= end && (text.flags(at) & (flag_hard | flag_comma)) != 0) {
      return false;
    }
  }
  return false;
}

void set_unit(const FactRule& rule, Value& value) {
  auto* quantity = std::get_if<Quantity>(&value);
  if (quantity != nullptr && quantity->dimension == Dimension::count && !rule.unit.empty() &&
      (quantity->unit.empty() || quantity->unit == "1")) {
    quantity->unit = rule.unit;
  }
}

}  // namespace

void read_match(SentenceText& text, const std::vector<Match>& matches, std::uint32_t match,
                std::vector<Candidate>& out) {
  const Match& found = matches[match];
  const CompiledPhrase& phrase = text.program().phrases[found.phrase];
  const FactRule& rule = text.program().rules->facts[phrase.rule];
  const SlotHit* const named =
      has_open_key(rule) ? hit_of(text.program(), found, rule.key) : nullptr;
  if (named != nullptr && rule.key_from_subject && named->op == Op::name &&
      opens_inside(text, *named, found)) {
    return;
  }
  Candidate whole;
  whole.match = match;
  whole.rule = phrase.rule;
  whole.kind = kind_of(text, phrase, found);
  whole.keyless = has_open_key(rule) && named == nullptr &&
                  value_of(rule.find[phrase.group].set, rule.key) == nullptr;
  const bool total = rule.kinds.empty() || *whole.kind == rule.default_kind;
  if (take_value(text.program(), rule, found, whole)) {
    const bool part = total && !phrase.says_including && whole.hits > 0 &&
                      whole.slots[0].op == Op::value && is_part(text, whole.slots[0].begin);
    if (!part) {
      out.push_back(whole);
    }
  }
  for (const std::string& name : rule.find[phrase.group].listed) {
    if (const SlotHit* hit = hit_of(text.program(), found, name);
        hit != nullptr && whole.hits > 0) {
      Candidate other = whole;
      other.slots[0] = *hit;
      out.push_back(other);
    }
  }
  for (const std::string& kind : rule.kinds) {
    if (const SlotHit* hit = hit_of(text.program(), found, kind)) {
      Candidate part = whole;
      part.kind = &kind;
      part.constant = nullptr;
      part.negative = 0;
      part.hits = 1;
      part.slots[0] = *hit;
      out.push_back(part);
    }
  }
}

/// "6 p.m.", without a day: the day of publication is a guess, and often the day after.
bool names_no_day(SentenceText& text, const Candidate& candidate) {
  constexpr std::string_view kClocks[] = {"am", "pm", "noon", "midnight", "oclock"};
  const SlotHit& hit = candidate.slots[0];
  if (candidate.hits != 1 || hit.op != Op::value || hit.index == kNone) {
    return false;
  }
  const auto* time = std::get_if<TimeSpan>(&text.values()[hit.index].value);
  if (time == nullptr || !time->has_clock || time->weekday) {
    return false;
  }
  std::string letters = fold(text.text(text.values()[hit.index].core));
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return std::ranges::find(kClocks, letters) != std::end(kClocks);
}

/// "Both were taken to hospital", "both victims": two of those told of before, of whom there may be
/// more.
bool points_back(const SentenceText& text, const Candidate& candidate) {
  constexpr std::string_view kNext[] = {"were",     "are",      "have",    "had",       "remain",
                                        "suffered", "men",      "women",   "boys",      "girls",
                                        "teens",    "children", "victims", "teenagers", "of"};
  if (candidate.hits != 1 || candidate.slots[0].end - candidate.slots[0].begin != 1) {
    return false;
  }
  const std::uint32_t next = candidate.slots[0].end;
  return fold(text.text(candidate.slots[0].begin)) == "both" && next < text.end() &&
         std::ranges::find(kNext, fold(text.text(next))) != std::end(kNext);
}

std::optional<Fact> bind(SentenceText& text, const Candidate& candidate, const Match& match) {
  const CompiledPhrase& phrase = text.program().phrases[match.phrase];
  const FactRule& rule = text.program().rules->facts[candidate.rule];
  std::optional<Value> value = value_of(text, candidate);
  if (!value || (rule.value_type == "date" && names_no_day(text, candidate))) {
    return std::nullopt;
  }
  Fact fact;
  if (rule.find[phrase.group].floor || points_back(text, candidate)) {
    make_floor(*value);
  }
  fact.rule = RuleId{candidate.rule};
  fact.kind = *candidate.kind;
  fact.value = std::move(*value);
  set_unit(rule, fact.value);
  fact.key = key_of(text, rule, phrase, match, fact);
  fact.derived = candidate.hits > 1;
  std::uint32_t begin = match.begin;
  std::uint32_t end = match.end;
  if (candidate.hits > 0) {
    begin = candidate.slots[0].begin;
    end = candidate.slots[0].end;
    for (std::uint32_t i = 1; i < candidate.hits; ++i) {
      begin = std::min(begin, candidate.slots[i].begin);
      end = std::max(end, candidate.slots[i].end);
    }
  }
  fact.filler = text.span(begin, end);
  fact.extent = text.span(std::min(match.begin, begin), std::max(match.end, end));
  fact.sentence = text.sentence().span;
  fact.part = text.tokens().paragraphs[text.sentence().paragraph].part;
  fact.alleged = !std::holds_alternative<Name>(fact.value) && is_alleged(text, begin, end);
  fact.phrase = phrase.where;
  return fact;
}

}  // namespace concord::extract
