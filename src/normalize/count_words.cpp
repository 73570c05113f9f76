#include <algorithm>
#include <array>
#include <string_view>

#include "normalize/quantities.h"
#include "normalize/scan.h"

namespace concord::normalize {
namespace {

Quantity counted(std::int64_t amount, Hedge hedge) {
  Quantity quantity;
  quantity.nominal = Decimal(amount);
  quantity.hard = quantity.soft = Interval<Decimal>::exactly(Decimal(amount));
  quantity.hedge = hedge;
  return quantity;
}

// "injuries", "serious injuries": what "no" may deny.
bool denies_things(const Scan& scan, std::uint32_t at) {
  const auto plural_noun = [&](std::uint32_t i) {
    const std::string_view shape = scan.spelling(i);
    const bool ends = shape.size() > 3 && shape.back() == 's' && shape[shape.size() - 2] != 's' &&
                      shape[shape.size() - 2] != 'u' && shape[shape.size() - 2] != 'i';
    return scan.noun_like(i) && !scan.is(at, Cue::one) && (ends || scan.has(i, count_noun));
  };
  return plural_noun(at) ||
         (scan.noun_like(at) && !scan.has(at, count_noun) && plural_noun(at + 1));
}

bool both_stands(const Scan& scan, std::uint32_t at) {
  const Cue after = scan.cue(at + 1);
  return after == Cue::of || scan.has(at + 1, past) || scan.noun_like(at + 1) ||
         scan.says(at + 1, "are") || scan.says(at + 1, "have");
}

// "not a single person", "without a single injury"; "it is not a single gunman" denies another
// thing
bool denies_single(const Scan& scan, std::uint32_t at) {
  const bool denied =
      scan.is(at - 1, Cue::a) && (scan.says(at - 2, "not") || scan.says(at - 2, "without"));
  return denied && scan.says(at, "single");
}

bool follows_be(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 4> kBe = {"is", "are", "was", "were"};
  const bool be = std::ranges::any_of(kBe, [&](auto word) { return scan.says(at - 1, word); });
  return be && !scan.says(at - 2, "there");
}

// "no one died", "no-one was hurt": the pronoun, where a verb or a place shows that it is no "no
// one man".  "no one else was hurt" tells nothing of how many were.
std::uint32_t past_no_one(const Scan& scan, std::uint32_t at) {
  const bool joined = scan.dash(at + 1) && scan.attached(at + 1) && scan.attached(at + 2);
  const std::uint32_t one = at + (joined ? 2U : 1U);
  const std::uint32_t next = one + 1;
  if (!scan.is(one, Cue::one)) {
    return at;
  }
  static constexpr std::array<std::string_view, 9> kAfter = {"is",   "are", "has", "have", "was",
                                                             "were", "in",  "on",  "from"};
  const bool told = scan.has(next, past) || scan.spelling(next).ends_with("ed") ||
                    std::ranges::any_of(kAfter, [&](auto word) { return scan.says(next, word); });
  return told ? next : at;
}

// "threefold", "a tenfold rise"
std::optional<Quantity> fold_word(const Scan& scan, std::uint32_t at) {
  if (!scan.spelling(at).ends_with("fold")) {
    return std::nullopt;
  }
  const auto* const row =
      std::ranges::find_if(kFoldWords, [&](const FoldWord& it) { return scan.says(at, it.word); });
  if (row == std::end(kFoldWords)) {
    return std::nullopt;
  }
  Quantity quantity = counted(row->times, Hedge::exact);
  quantity.dimension = Dimension::ratio;
  return quantity;
}

}  // namespace

std::uint32_t read_count_word(const Scan& scan, std::uint32_t at, std::vector<Found>& found) {
  const auto emit_to = [&](std::uint32_t end, std::int64_t amount, Hedge hedge) {
    found.push_back({at, end, at, end, counted(amount, hedge)});
    return end;
  };
  const auto emit = [&](std::int64_t amount, Hedge hedge) {
    return emit_to(at + 1, amount, hedge);
  };
  switch (scan.cue(at)) {
    case Cue::no: {
      const std::uint32_t end = past_no_one(scan, at);
      return end != at                     ? emit_to(end, 0, Hedge::none_of)
             : denies_things(scan, at + 1) ? emit(0, Hedge::none_of)
                                           : at;
    }
    case Cue::none_word:
      return emit(0, Hedge::none_of);
    case Cue::nobody:
      return scan.says(at + 1, "else") ? at : emit(0, Hedge::none_of);
    case Cue::both:
      return both_stands(scan, at) ? emit(2, Hedge::exact) : at;
    case Cue::sole:
      return scan.noun_like(at + 1) ? emit(1, Hedge::exact) : at;
    case Cue::only: {
      if (denies_single(scan, at)) {
        const std::uint32_t end = at + (scan.is(at + 1, Cue::one) ? 2U : 1U);
        if (!follows_be(scan, at - 2)) {
          found.push_back({at - 1, end, at, end, counted(0, Hedge::none_of)});
        }
        return end;
      }
      return scan.is(at - 1, Cue::a) && scan.noun_like(at + 1) ? emit(1, Hedge::exact) : at;
    }
    default: {
      auto fold = fold_word(scan, at);
      if (!fold) {
        return at;
      }
      found.push_back({at, at + 1, at, at + 1, *std::move(fold)});
      return at + 1;
    }
  }
}

}  // namespace concord::normalize
