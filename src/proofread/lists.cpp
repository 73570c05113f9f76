// What a list of amounts is: its parts, of what kind they are, and what they make together.
#include "proofread/lists.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "proofread/figures.h"
#include "proofread/meant.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsOfPart = 9;  // "four homes by the old river bridge"
constexpr std::size_t kMostParts = 30;

/// Kinds of people of whom nobody is two: the numbers of those of one row may be added.
constexpr std::array<std::string_view, 8> kApart[] = {
    {"men", "man", "women", "woman", "children", "child"},
    {"men", "man", "women", "woman", "boys", "boy", "girls", "girl"},
    {"adults", "adult", "children", "child"},
    {"adults", "adult", "teenagers", "teenager", "minors", "minor"},
    {"soldiers", "soldier", "civilians", "civilian"},
    {"policemen", "policeman", "police", "civilians", "civilian"},
    {"gold", "silver", "bronze"}};
constexpr std::array<std::string_view, 5> kOfWhom = {"which", "whom", "them", "these", "those"};
constexpr std::string_view kPlaces[] = {"in", "from", "at",  "on", "of",      "aboard",
                                        "by", "near", "for", "to", "against", "with"};

/// "11 of them", "two of which": some of those listed, and no part beside them.
bool is_some_of(const CopyText& text, std::size_t i) {
  const CopyValue* value = text.value(i);
  return value != nullptr && text.word(value->tokens.end) == "of" &&
         is_in(text.word(value->tokens.end + 1), kOfWhom);
}

/// "a bus driver", "a retired teacher": the words after "a" to the end of the part are one person.
bool is_one_of_trade(const CopyText& text, std::size_t i) {
  const std::size_t end = i + 3;
  return text.is_word(i + 1) && text.value(i + 1) == nullptr && is_people(text.word(i + 2)) &&
         (text.is_break(end) || text.word(end) == "and" || is_in(text.word(end), kPlaces));
}

/// "five women" or "a woman" at token `i`, to the comma, "and" or end after it.
std::optional<Amount> part_at(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::string_view kThe[] = {"the", "all", "another", "some", "about"};
  while (text.value(i) == nullptr && is_in(text.word(i), kThe)) {
    ++i;
  }
  Amount part;
  part.begin = i;
  const CopyValue* value = text.value(i);
  std::size_t at = i;
  if (is_amount(value) && !is_year(text, *value)) {
    part.value = value;
    part.range = value->quantity()->hard;
    at = value->tokens.end;
  } else if ((text.word(i) == "a" || text.word(i) == "an" || text.word(i) == "one") &&
             (is_people(text.word(i + 1)) || text.is_capital(i + 1) || is_one_of_trade(text, i))) {
    part.range = Interval<Decimal>::exactly(Decimal(1));
    at = i + 1;
  } else {
    return std::nullopt;
  }
  if (is_some_of(text, i)) {
    return std::nullopt;
  }
  part.link = is_in(text.word(at), kPlaces) ? text.word(at) : std::string_view();
  part.end = at;
  const auto may_pass = [&](std::size_t k) {  // "two in a collapse in 2019"
    return text.value(k) == nullptr || text.value(k)->time() != nullptr;
  };
  while (part.end < last && !text.is_break(part.end) && text.word(part.end) != "and" &&
         may_pass(part.end)) {
    ++part.end;
  }
  if (part.end - at > kWordsOfPart) {
    return std::nullopt;
  }
  part.noun = head_of(text, at, part.end);
  return part;
}

std::optional<Interval<Decimal>> sum_of(const List& list) {
  Interval<Decimal> sum = Interval<Decimal>::exactly(Decimal(0));
  for (const Amount& part : list.parts) {
    for (auto [end, more] : {std::pair{&sum.low, &part.range.low}, {&sum.high, &part.range.high}}) {
      *end = *end && *more ? add(**end, **more) : std::nullopt;
    }
  }
  return sum.low || sum.high ? std::optional(sum) : std::nullopt;
}

std::string addition(const CopyText& text, const List& list) {
  std::string sum;
  for (const Amount& part : list.parts) {
    const std::string number = part.value == nullptr ? "1"
                               : part.value->quantity()->unit == "1"
                                   ? to_string(*part.value->quantity()->nominal)
                                   : text.written(part.value->mention->core);
    sum += (sum.empty() ? "" : " + ") + number;
  }
  return sum;
}

/// True if the parts make the whole, as rounded as they all are.
bool makes_whole(const Amount& whole, const List& list, const Interval<Decimal>& sum) {
  std::vector<const Quantity*> parts;
  for (const Amount& part : list.parts) {
    if (part.value == nullptr) {
      return overlaps(sum, whole.range);
    }
    parts.push_back(part.value->quantity());
  }
  return can_sum_to(parts, *whole.value->quantity());
}

/// "30 pupils: 16 girls, 14 boys and five foreigners": girls and boys are all of them already.
bool opens_with_all(const Amount& whole, const List& list) {
  List first;
  for (const Amount& part : list.parts) {
    const auto sum = first.parts.size() < 2 ? std::nullopt : sum_of(first);
    if (sum && makes_whole(whole, first, *sum)) {
      return true;
    }
    if (!is_kind(part.noun)) {
      return false;
    }
    first.parts.push_back(part);
  }
  return false;
}

/// The sum in figures; of money in millions, as the whole is written.
std::string total_of(const CopyText& text, const Amount& whole, const List& list,
                     const Interval<Decimal>& sum) {
  constexpr double kMillion = 1e6;
  constexpr double kBillion = 1e9;
  if (whole.value->quantity()->dimension != Dimension::money) {
    const bool exact = sum.low && sum.high && *sum.low == *sum.high;
    return exact ? to_string(*sum.low) : std::string("another sum");
  }
  double total = 0;
  for (const Amount& part : list.parts) {
    if (part.value == nullptr) {
      return "another sum";
    }
    total += part.value->quantity()->nominal->to_double();
  }
  const std::string sign = text.written(whole.value->mention->core).starts_with('$') ? "$" : "";
  return sign + (total < kMillion   ? shown(total)
                 : total < kBillion ? shown(total / kMillion) + " million"
                                    : shown(total / kBillion) + " billion");
}

}  // namespace

bool is_amount(const CopyValue* value) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  return quantity != nullptr &&
         (quantity->dimension == Dimension::count || quantity->dimension == Dimension::money) &&
         quantity->nominal.has_value();
}

/// The last word before a preposition or the end: the head of "14 wooden homes on Sawmill Lane".
std::string_view head_of(const CopyText& text, std::size_t begin, std::size_t end) {
  std::string_view head;
  for (std::size_t i = begin; i < end && !is_in(text.word(i), kPlaces); ++i) {
    if (text.is_word(i)) {
      head = text.word(i);
    }
    if (is_people(text.word(i))) {
      break;
    }
  }
  return head;
}

/// Parts from token `i` on, separated by commas and "and", to the mark that ends them.
List list_at(const CopyText& text, std::size_t i, std::size_t last) {
  List list;
  while (i < last && list.parts.size() < kMostParts) {
    const auto part = part_at(text, i, last);
    if (!part) {
      return list;
    }
    list.parts.push_back(*part);
    i = part->end;
    const bool comma = text.word(i) == "," || text.word(i) == ";";
    i += comma ? 1 : 0;
    const bool joined = text.word(i) == "and";
    i += joined ? 1 : 0;
    list.joined = list.joined || joined;
    if (!comma && !joined) {
      list.closed = i >= last || text.is_break(i);
      return list;
    }
    if (!part_at(text, i, last)) {
      // the list is over, and the sentence goes on: "and 11 of them sing"
      list.closed = (comma && !joined) || is_some_of(text, i);
      return list;
    }
  }
  return list;
}

/// "The Chiefs (2-13, 1-7 home)": bare numbers are scores and sizes.
bool are_named(const List& list) {
  return std::ranges::all_of(
      list.parts, [](const Amount& part) { return !part.noun.empty() || !part.link.empty(); });
}

/// True if the parts can be parts of the whole: people of people, homes of homes, or by place.
bool are_of_one_kind(const Amount& whole, const List& list) {
  const bool places = std::ranges::all_of(list.parts, [&](const Amount& part) {
    return !part.link.empty() && part.link == list.parts[0].link;
  });
  constexpr std::string_view kMedals[] = {"gold", "silver", "bronze"};
  const bool medals =
      whole.noun == "medals" && std::ranges::all_of(list.parts, [&](const Amount& part) {
        return is_in(part.noun, kMedals);
      });
  return places || medals || std::ranges::all_of(list.parts, [&](const Amount& part) {
           return (part.noun.empty() && !part.link.empty()) || part.noun == "others" ||
                  part.noun == whole.noun || (is_people(part.noun) && is_people(whole.noun));
         });
}

bool same_unit(const Amount& whole, const List& list) {
  constexpr Decimal kFewest(1000);
  const bool money = whole.value->quantity()->dimension == Dimension::money;
  return std::ranges::all_of(list.parts, [&](const Amount& part) {
    // "3 million crowns: 1.2 million for the roof, 900,000 for windows"
    const bool bare = money && part.value != nullptr && part.link == "for" &&
                      part.value->quantity()->dimension == Dimension::count &&
                      part.value->quantity()->unit == "1" && part.value->quantity()->nominal &&
                      kFewest <= *part.value->quantity()->nominal;
    return bare || (part.value == nullptr
                        ? whole.value->quantity()->dimension == Dimension::count
                        : part.value->quantity()->dimension == whole.value->quantity()->dimension &&
                              part.value->quantity()->unit == whole.value->quantity()->unit);
  });
}

void tell_sum(const CopyText& text, const Amount& whole, const List& list, bool some,
              CopyNotes& notes) {
  const auto sum = sum_of(list);
  if (!sum || opens_with_all(whole, list) ||
      (some ? !(whole.range.high && sum->low && *whole.range.high < *sum->low)
            : makes_whole(whole, list, *sum))) {
    return;
  }
  std::vector<SlipLabel> labels;
  for (const Amount& part : list.parts) {
    labels.push_back({text.span(part.begin, std::max(part.end, part.begin + 1)), "a part"});
  }
  const std::string total = total_of(text, whole, list, *sum);
  notes.add(whole.value->mention->core,
            fmt::format("{} {}: {} {}", text.written(whole.value->mention->core),
                        some ? "is less than its parts" : "is not the sum of its parts",
                        addition(text, list), "is " + total),
            std::move(labels), "see which of the numbers is wrong, or whether a part is missing");
}

/// The parts that cannot overlap: women and men, or people by place.
bool are_apart(const List& list) {
  std::set<std::string_view> nouns;
  const bool distinct = std::ranges::all_of(
      list.parts, [&](const Amount& part) { return nouns.insert(part.noun).second; });
  const bool kinds = distinct && std::ranges::any_of(kApart, [&](const auto& row) {
                       return std::ranges::all_of(list.parts, [&](const Amount& part) {
                         return !part.noun.empty() && is_in(part.noun, row);
                       });
                     });
  return kinds || (std::ranges::all_of(list.parts, [&](const Amount& part) {
           return part.link == "from" && list.parts[0].link == "from";
         }));
}

bool is_kind(std::string_view noun) {
  return std::ranges::any_of(kApart, [&](const auto& row) { return is_in(noun, row); });
}

}  // namespace concord::proofread
