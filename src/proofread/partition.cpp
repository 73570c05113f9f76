// Wholes told apart into kinds that cannot overlap: men and women, passengers and crew.
#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/meant.h"

namespace concord::proofread {
namespace {

/// Two kinds of which nobody and nothing is both, and which make all.
struct Kinds {
  std::string_view one;
  std::string_view other;
};
constexpr Kinds kKinds[] = {
    {"men", "women"},           {"boys", "girls"},       {"male", "female"},
    {"adults", "children"},     {"passengers", "crew"},  {"civilians", "soldiers"},
    {"full-time", "part-time"}, {"full", "part"},        {"permanent", "temporary"},
    {"civilians", "police"},    {"indoors", "outdoors"}, {"urban", "rural"},
    {"public", "private"},      {"alive", "dead"},       {"underground", "viaduct"},
    {"pass", "fail"},           {"passed", "failed"},    {"open", "closed"},
    {"favor", "against"},       {"for", "against"},      {"departures", "arrivals"}};

constexpr double kNearly = 0.4;  // numbers further apart are not meant as the whole and its parts

/// The words behind a part, to the next number or the end of its clause.
std::size_t clause_end(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::size_t kWords = 7;
  const std::size_t end = std::min(last, i + kWords);
  while (i < end && !text.is_break(i) && text.word(i) != "and" && text.value(i) == nullptr) {
    ++i;
  }
  return i;
}

bool has_word(const CopyText& text, std::size_t begin, std::size_t end, std::string_view word) {
  for (std::size_t i = begin; i < end; ++i) {
    const bool half = text.word(i + 1) == "-" && text.word(i + 2) == "time" &&
                      word.ends_with("-time") && word.starts_with(text.word(i));
    if (text.word(i) == word || half) {
      return true;
    }
  }
  return false;
}

/// True for "40,000 were full-time and 32,000 part-time".
bool are_opposites(const CopyText& text, const CopyValue& one, const CopyValue& other,
                   std::size_t last) {
  const std::size_t first_end = clause_end(text, one.tokens.end, last);
  const std::size_t second_end = clause_end(text, other.tokens.end, last);
  const bool joined = other.tokens.begin > 0 && text.word(other.tokens.begin - 1) == "and" &&
                      other.tokens.begin - first_end <= 2;
  return joined && std::ranges::any_of(kKinds, [&](const Kinds& kinds) {
           return (has_word(text, one.tokens.end, first_end, kinds.one) &&
                   has_word(text, other.tokens.end, second_end, kinds.other)) ||
                  (has_word(text, one.tokens.end, first_end, kinds.other) &&
                   has_word(text, other.tokens.end, second_end, kinds.one));
         });
}

/// The counts that may be the whole of which "Of those on board, 268", "of which 40,000", "five of
/// the dead", "The suspects, three men" tell.
std::vector<const CopyValue*> wholes_of(const CopyText& text, std::size_t k,
                                        const CopyValue& part) {
  constexpr std::string_view kThese[] = {"those", "them", "these", "the"};
  constexpr std::string_view kWhich[] = {"which", "whom"};
  const std::vector<Sentence>& sentences = text.sentences();
  const std::size_t first = sentences[k].tokens.begin;
  const std::size_t begin = part.tokens.begin;
  const std::size_t end = part.tokens.end;
  const bool of_the = text.word(end) == "of" && text.word(end + 1) == "the";
  const bool apposed =
      begin == first + 3 && text.word(first) == "the" && text.word(begin - 1) == ",";
  if (of_the || apposed) {
    const CopyValue* meant = number_meant(text, text.word(of_the ? end + 2 : first + 1), begin);
    return meant == nullptr ? std::vector<const CopyValue*>{} : std::vector{meant};
  }
  const bool which =
      begin > 1 && is_in(text.word(begin - 1), kWhich) && text.word(begin - 2) == "of";
  const bool these = text.word(first) == "of" && is_in(text.word(first + 1), kThese) && k > 0;
  std::vector<const CopyValue*> found;
  for (const CopyValue* value : which || these ? counts_in(text, sentences[which ? k : k - 1])
                                               : std::vector<const CopyValue*>{}) {
    if (value->tokens.end <= begin && number_of(*value) > number_of(part)) {
      found.push_back(value);
    }
  }
  return found;
}

void tell(const CopyText& text, const CopyValue& whole, std::span<const CopyValue* const> parts,
          CopyNotes& notes) {
  std::string addition;
  std::vector<SlipLabel> labels{{whole.mention->core, "the whole"}};
  double sum = 0;
  for (const CopyValue* part : parts) {
    addition += (addition.empty() ? "" : " + ") + text.written(part->mention->core);
    labels.push_back({part->mention->core, "a part"});
    sum += number_of(*part);
  }
  notes.add(parts.front()->mention->core,
            fmt::format("{} is not the sum of its parts: {} is {}",
                        text.written(whole.mention->core), addition, shown(sum)),
            std::move(labels), "see which of the numbers is wrong, or whether a part is missing");
}

bool make_whole(std::span<const CopyValue* const> parts, const CopyValue& whole) {
  std::vector<const Quantity*> quantities;
  for (const CopyValue* part : parts) {
    quantities.push_back(part->quantity());
  }
  return can_sum_to(quantities, *whole.quantity());
}

/// "312 people on board. Of those, 268 were passengers and 44 were crew."
void check_opposites(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const std::size_t last = text.sentences()[k].tokens.end;
  const std::vector<const CopyValue*> counts = counts_in(text, text.sentences()[k]);
  for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
    const CopyValue* const parts[] = {counts[i], counts[i + 1]};
    if (!are_opposites(text, *parts[0], *parts[1], last)) {
      continue;
    }
    const double sum = number_of(*parts[0]) + number_of(*parts[1]);
    const CopyValue* nearest = nullptr;
    bool made = false;
    for (const CopyValue* whole : wholes_of(text, k, *parts[0])) {
      made = made || count_of(text, whole) == nullptr || make_whole(parts, *whole);
      const bool near = std::abs(number_of(*whole) - sum) <= kNearly * number_of(*whole);
      nearest = near ? whole : nearest;
    }
    if (nearest != nullptr && !made) {
      tell(text, *nearest, parts, notes);
    }
  }
}

// -- all of them by what became of them, or by place

double sum_of(std::span<const CopyValue* const> parts) {
  double sum = 0;
  for (const CopyValue* part : parts) {
    sum += number_of(*part);
  }
  return sum;
}

std::string digits_of(double number) {
  return fmt::format("{:.0f}", number);
}

/// True if one of the parts, with one digit changed or its digits in another order, would make the
/// whole: so near a whole that the parts are meant as all of it.
bool is_slip(std::span<const CopyValue* const> parts, double sum, double whole) {
  return std::ranges::any_of(parts, [&](const CopyValue* part) {
    const std::string is = digits_of(number_of(*part));
    const double right = whole - (sum - number_of(*part));
    const std::string should = digits_of(right);
    int off = 0;
    for (std::size_t i = 0; i < is.size() && is.size() == should.size(); ++i) {
      off += is[i] != should[i] ? 1 : 0;
    }
    std::string one = is;
    std::string other = should;
    std::ranges::sort(one);
    std::ranges::sort(other);
    return right > 0 && is.size() >= 2 && is.size() == should.size() && (off == 1 || one == other);
  });
}

/// "131 were departures and 83 arrivals": the verb is left out, so that both are of one row.
bool is_gapped(const CopyText& text, const CopyValue& last, std::size_t end) {
  constexpr std::string_view kVerbs[] = {
      "were",  "was",  "had",  "have", "are",  "did",     "said",    "will",  "would", "died",
      "went",  "came", "got",  "took", "who",  "against", "brought", "sent",  "found", "taken",
      "given", "kept", "held", "left", "lost", "won",     "sold",    "built", "shot"};
  for (std::size_t i = last.tokens.end; i < end; ++i) {
    if (is_in(text.word(i), kVerbs) || (text.word(i).size() > 4 && text.word(i).ends_with("ed"))) {
      return false;
    }
  }
  return true;
}

/// "Of the 1,200 sites, 780 had lost coral, 300 were unchanged and 220 had gained"; "64 of the dead
/// were in Beldur, 83 in Ustan and 15 in other places".
void check_all_told(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::size_t kFewestParts = 3;
  const Sentence& sentence = text.sentences()[k];
  const std::size_t first = sentence.tokens.begin;
  std::vector<const CopyValue*> parts = counts_in(text, sentence);
  const CopyValue* whole = nullptr;
  const bool of_the = text.word(first) == "of" && (text.word(first + 1) == "the") &&
                      !parts.empty() && parts.front()->tokens.begin == first + 2;
  if (of_the) {
    whole = parts.front();
    parts.erase(parts.begin());
  } else if (!parts.empty() && text.word(parts.front()->tokens.end) == "of") {
    const auto wholes = wholes_of(text, k, *parts.front());
    whole = wholes.size() == 1 ? wholes.front() : nullptr;
  } else if (text.word(first) == "of" && !parts.empty()) {  // "Of these, 410 are in the stalls"
    const auto wholes = wholes_of(text, k, *parts.front());
    const double all = sum_of(parts);
    const bool made = std::ranges::any_of(
        wholes, [&](const CopyValue* value) { return number_of(*value) == all; });
    const auto near = std::ranges::find_if(
        wholes, [&](const CopyValue* value) { return is_slip(parts, all, number_of(*value)); });
    whole = made || near == wholes.end() ? nullptr : *near;
  }
  const bool two =
      of_the && parts.size() == 2 && is_gapped(text, *parts.back(), sentence.tokens.end);
  if (whole == nullptr || (parts.size() < kFewestParts && !two)) {
    return;
  }
  const std::size_t values = static_cast<std::size_t>(
      std::ranges::count_if(text.values_in(sentence),
                            [](const CopyValue& value) { return value.quantity() != nullptr; }));
  const bool joined = text.word(parts.back()->tokens.begin - 1) == "and";
  const double sum = sum_of(parts);
  const bool all = values == parts.size() + (of_the ? 1 : 0);
  const double excess = sum - number_of(*whole);
  const bool all_of_it =
      two && (excess > 0 || are_opposites(text, *parts[0], *parts[1], sentence.tokens.end));
  const bool meant = all_of_it && std::abs(excess) <= kNearly * number_of(*whole);
  // "Of the 30 injured, eight are in critical condition, 12 went home and three died": of few, some
  // are left out and one digit is none too many
  constexpr double kFew = 100;
  const bool some = excess < 0 && number_of(*whole) < kFew;
  const bool near = meant || (!some && is_slip(parts, sum, number_of(*whole)));
  if (all && joined && sum != number_of(*whole) && near) {
    tell(text, *whole, parts, notes);
  }
}

// -- the other 52 percent

/// "Fares pay for 48 percent and the state for the other 62 percent".
void check_other_percent(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kOther[] = {"other", "remaining"};
  constexpr double kSlack = 1.01;
  std::vector<const CopyValue*> shares;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (of_dimension(&value, Dimension::percent) != nullptr) {
      shares.push_back(&value);
    }
  }
  const bool rest = shares.size() == 2 && shares[1]->tokens.begin > 1 &&
                    is_in(text.word(shares[1]->tokens.begin - 1), kOther) &&
                    text.word(shares[1]->tokens.begin - 2) == "the";
  if (rest && std::abs(number_of(*shares[0]) + number_of(*shares[1]) - 100) > kSlack) {
    notes.add(
        shares[1]->mention->core,
        fmt::format("{} and {} are {} percent, not all", text.written(shares[0]->mention->core),
                    text.written(shares[1]->mention->core),
                    shown(number_of(*shares[0]) + number_of(*shares[1]))),
        {{shares[0]->mention->core, "the first share"}}, "see which of the two is wrong");
  }
}

// -- the dead and the survivors of all on board

/// "a crew of four", "48 people on board"; nullptr where a sentence has several or none.
const CopyValue* all_aboard(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kAboard[] = {"aboard", "board"};
  constexpr std::size_t kWords = 3;  // "48 people on board"
  const CopyValue* found = nullptr;
  for (const CopyValue* value : counts_in(text, sentence, exact_count_of)) {
    const std::size_t begin = value->tokens.begin;
    const bool crew = begin > 2 && text.word(begin - 1) == "of" && text.word(begin - 2) == "crew" &&
                      text.word(begin - 3) == "a";
    const std::size_t at = after_words(text, value->tokens.end, kWords, kAboard);
    if (!crew && !is_in(text.word(at), kAboard)) {
      continue;
    }
    if (found != nullptr) {
      return nullptr;
    }
    found = value;
  }
  return found;
}

/// "a crew of four ... Two were killed and three survived".
void check_survivors(const CopyText& text, std::size_t k, CopyNotes& notes) {
  constexpr std::string_view kDied[] = {"killed", "died", "perished", "dead", "drowned"};
  constexpr std::string_view kLived[] = {"survived", "rescued", "saved", "escaped"};
  constexpr std::string_view kElse[] = {"ground", "house", "street", "later",   "car",
                                        "since",  "both",  "other",  "bringing"};
  constexpr std::size_t kWords = 4;
  const Sentence& sentence = text.sentences()[k];
  const std::vector<const CopyValue*> counts = counts_in(text, sentence, exact_count_of);
  if (counts.size() != 2 || k == 0 ||
      any_in(text, sentence.tokens.begin, sentence.tokens.end, kElse)) {
    return;
  }
  const auto became = [&](const CopyValue& part, std::span<const std::string_view> what) {
    return is_in(text.word(after_words(text, part.tokens.end, kWords, what)), what);
  };
  const bool joined = text.word(counts[1]->tokens.begin - 1) == "and";
  const bool told = (became(*counts[0], kDied) && became(*counts[1], kLived)) ||
                    (became(*counts[0], kLived) && became(*counts[1], kDied));
  const CopyValue* whole = joined && told ? all_aboard(text, text.sentences()[k - 1]) : nullptr;
  if (whole != nullptr && number_of(*counts[0]) + number_of(*counts[1]) > number_of(*whole)) {
    tell(text, *whole, counts, notes);
  }
}

}  // namespace

void check_partitions(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    check_opposites(text, k, notes);
    check_all_told(text, k, notes);
    check_survivors(text, k, notes);
    check_other_percent(text, text.sentences()[k], notes);
  }
}

}  // namespace concord::proofread
