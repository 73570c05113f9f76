#include "store/fact_bytes.h"

#include <algorithm>
#include <concepts>
#include <cstring>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/hash.h"
#include "store/byte_stream.h"

namespace concord::store {

template <>
constexpr Dimension kLast<Dimension> = Dimension::other;
template <>
constexpr Hedge kLast<Hedge> = Hedge::none_of;
template <>
constexpr Trend kLast<Trend> = Trend::down;
template <>
constexpr Anchor kLast<Anchor> = Anchor::none;
template <>
constexpr concord::Mode kLast<concord::Mode> = concord::Mode::corrected;
template <>
constexpr EventRole kLast<EventRole> = EventRole::unsure;
template <>
constexpr Part kLast<Part> = Part::teaser;

// One function a struct names its fields; the writer and the reader both go through it, so that
// they cannot differ, and a new field of a struct does not compile until it is named here.

namespace {

/// What Decimal promises of itself, which its readers build on.
bool keeps_invariant(const Decimal& number) {
  constexpr std::int64_t kMostDigits = 1'000'000'000'000'000'000;
  constexpr int kMostPower = 18;
  return -kMostDigits <= number.coefficient && number.coefficient <= kMostDigits &&
         -kMostPower <= number.exponent && number.exponent <= kMostPower;
}

}  // namespace

template <class T, class Struct>
concept Like = std::same_as<std::remove_const_t<T>, Struct>;

template <class Bytes, Like<Timestamp> T>
void fields(Bytes& bytes, T& it) {
  bytes(it.seconds);
}

template <class Bytes, Like<Span> T>
void fields(Bytes& bytes, T& it) {
  auto& [begin, end] = it;
  bytes(begin, end);
}

template <class Bytes, Like<Decimal> T>
void fields(Bytes& bytes, T& it) {
  auto& [coefficient, exponent] = it;
  bytes(coefficient, exponent);
  if constexpr (!std::is_const_v<T>) {
    if (!keeps_invariant(it)) {
      it = {};
      bytes.fail();
    }
  }
}

template <class Bytes, Like<Interval<Decimal>> T>
void fields(Bytes& bytes, T& it) {
  auto& [low, high, low_open, high_open] = it;
  bytes(low, high, low_open, high_open);
}

template <class Bytes, Like<Quantity> T>
void fields(Bytes& bytes, T& it) {
  auto& [dimension, hard, soft, nominal, hedge, unit, unit_text, trend, collective,
         approximate_form, last_digit] = it;
  bytes(dimension, hard, soft, nominal, hedge, unit, unit_text, trend, collective, approximate_form,
        last_digit);
}

template <class Bytes, Like<Duration> T>
void fields(Bytes& bytes, T& it) {
  auto& [seconds, soft_seconds, nominal_seconds, months, amount, unit, iso, hedge] = it;
  bytes(seconds, soft_seconds, nominal_seconds, months, amount, unit, iso, hedge);
}

template <class Bytes, Like<TimeSpan> T>
void fields(Bytes& bytes, T& it) {
  auto& [begin, end, timex, mod, anchor, has_clock, weekday, offset, before_anchor, alts] = it;
  bytes(begin, end, timex, mod, anchor, has_clock, weekday, offset, before_anchor, alts);
}

template <class Bytes, Like<Name> T>
void fields(Bytes& bytes, T& it) {
  auto& [id, part_of] = it;
  bytes(id, part_of);
}

template <class Bytes, Like<Quote> T>
void fields(Bytes& bytes, T& it) {
  auto& [speaker, text] = it;
  bytes(speaker, text);
}

template <class Bytes, Like<Attribution> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, span, hedged] = it;
  bytes(name, span, hedged);
}

template <class Bytes, Like<EventRef> T>
void fields(Bytes& bytes, T& it) {
  auto& [role, kind, name, why] = it;
  bytes(role, kind, name, why);
}

namespace {

template <std::size_t... I>
void set_kind(Value& value, std::size_t kind, std::index_sequence<I...>) {
  (void)((kind == I && (value.emplace<I>(), true)) || ...);
}

}  // namespace

void fields(ByteWriter& bytes, const Value& value) {
  bytes(value.index());
  std::visit([&](const auto& it) { bytes(it); }, value);
}

void fields(ByteReader& bytes, Value& value) {
  std::size_t kind = 0;
  bytes(kind);
  set_kind(value, kind, std::make_index_sequence<std::variant_size_v<Value>>());
  std::visit([&](auto& it) { bytes(it); }, value);
}

namespace {

constexpr std::size_t kSumSize = 4;  // of the hash behind the facts

bool is_sound(std::string_view bytes) {
  if (bytes.size() < kSumSize) {
    return false;
  }
  const std::uint64_t sum = quick_hash(bytes.substr(0, bytes.size() - kSumSize));
  return std::memcmp(&sum, bytes.data() + bytes.size() - kSumSize, kSumSize) == 0;
}

/// The names that stand for the numbers of a fact.
struct Origin {
  std::string_view rule;
  std::string_view file;
};

/// All of a fact but its document, which is the one that holds it.
template <class Bytes, Like<Fact> T>
void whole_fact(Bytes& bytes, Origin& origin, T& fact) {
  auto& [document, rule, kind, key, value, mode, by, event, as_of, in_quote, alleged, derived, part,
         extent, filler, sentence, phrase, excluded_by] = fact;
  static_cast<void>(document);
  static_cast<void>(rule);
  auto& [file, line, column] = phrase;
  static_cast<void>(file);
  bytes(origin.rule, origin.file, line, column, kind, key, value, mode, by, event, as_of, in_quote,
        alleged, derived, part, extent, filler, sentence, excluded_by);
}

}  // namespace

std::string pack_facts(std::span<const Fact> facts, const RuleNames& names) {
  ByteWriter bytes;
  bytes(facts.size());
  for (const Fact& fact : facts) {
    Origin origin{names.name_of(fact.rule), names.file_of(fact.phrase.file)};
    whole_fact(bytes, origin, fact);
  }
  std::string packed = bytes.take();
  const std::uint64_t sum = quick_hash(packed);
  packed.append(reinterpret_cast<const char*>(&sum), kSumSize);
  return packed;
}

Unpacked unpack_facts(std::string_view bytes, const RuleNames* names) {
  Unpacked unpacked;
  if (!is_sound(bytes)) {
    unpacked.whole = false;
    return unpacked;
  }
  bytes.remove_suffix(kSumSize);
  constexpr std::size_t kFewestBytes = 16;  // of a fact: a byte a field
  ByteReader reader(bytes);
  reader(unpacked.packed);
  unpacked.facts.reserve(std::min(unpacked.packed, bytes.size() / kFewestBytes));
  for (std::size_t i = 0; i < unpacked.packed && !reader.is_damaged(); ++i) {
    Origin origin;
    Fact fact;
    whole_fact(reader, origin, fact);
    const auto rule = names != nullptr ? names->rule(origin.rule) : std::optional(RuleId{});
    if (reader.is_damaged() || !rule) {
      continue;
    }
    fact.rule = *rule;
    const auto file = names != nullptr ? names->file(origin.file) : std::nullopt;
    fact.phrase = file ? RulePosition{*file, fact.phrase.line, fact.phrase.column} : RulePosition{};
    unpacked.facts.push_back(std::move(fact));
  }
  unpacked.whole = reader.is_whole();
  return unpacked;
}

}  // namespace concord::store
