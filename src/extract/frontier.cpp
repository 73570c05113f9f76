#include "extract/frontier.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace concord::extract {
namespace {

constexpr std::uint32_t kMostTokens = 63;  // and one bit for the place after the last
constexpr std::uint32_t kLongestText = 6;
constexpr std::uint32_t kMostMarks = 4;

std::uint32_t lowest(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::countr_zero(bits));
}

/// All places after the first of these.
std::uint64_t after_first(std::uint64_t bits) {
  return bits == 0 ? 0 : ~((bits & -bits) | ((bits & -bits) - 1));
}

}  // namespace

void Frontier::look() {
  bits_ = text_.bits().data();
  hints_ = &text_.hints();
  inside_ = (std::uint64_t{1} << (text_.end() - text_.begin())) - 1;
  asides_ = bits_->asides != 0;
}

/// Where the phrase can begin; with a time, anywhere.
Frontier::Bits Frontier::beginnings(const CompiledPhrase& phrase) const {
  if (phrase.starts_any || phrase.starts_time) {
    return inside_;
  }
  Bits begins = 0;
  begins |= phrase.starts_name || phrase.starts_source ? bits_->capitals : 0U;
  begins |= phrase.starts_source ? bits_->sources : 0U;
  begins |= phrase.starts_article ? bits_->articles : 0U;
  begins |= phrase.starts_value ? hints_->begins[0] : 0U;
  return begins | of_kinds(phrase.first_mask & bits_->present);
}

/// Past marks that are looked through, and past whole asides.
Frontier::Bits Frontier::skip(Bits at) const {
  const Bits marks = bits_->marks;
  Bits past = (at & ~marks) | ((marks + (at & marks)) & ~marks);
  if (asides_ && (at & marks) != 0) {
    past |= after_first(at & marks);
  }
  return past & inside_;
}

/// The tokens whose words are of one of these kinds (word % 64).
Frontier::Bits Frontier::of_kinds(Bits kinds) const {
  Bits places = 0;
  for (; kinds != 0; kinds &= kinds - 1) {
    places |= bits_->words[lowest(kinds)];
  }
  return places;
}

bool Frontier::says(const Instruction& instruction, std::uint32_t place) const {
  const WordId word = text_.word(text_.begin() + place);
  if (instruction.op == Op::word || instruction.op == Op::exact) {
    return word == instruction.a;
  }
  const auto& words = text_.program().words;
  return ((instruction.types >> (word % 32)) & 1U) != 0 &&
         std::binary_search(words.begin() + instruction.a, words.begin() + instruction.b, word);
}

Frontier::Bits Frontier::word_step(const Instruction& instruction, Bits at) const {
  Bits open = skip(at);
  if (instruction.op == Op::words) {
    const Bits types = instruction.types;
    open &= of_kinds(bits_->present & (types | types << 32U));
  } else {
    open &= bits_->words[instruction.a % 64];
  }
  Bits next = 0;
  for (; open != 0; open &= open - 1) {
    const std::uint32_t place = lowest(open);
    next |= says(instruction, place) ? std::uint64_t{2} << place : 0U;
  }
  return next;
}

Frontier::Bits Frontier::mark_step(const Instruction& instruction, Bits at) const {
  for (std::uint32_t i = 0; i < kMostMarks; ++i) {
    at |= (at & bits_->marks) << 1U;
  }
  Bits next = 0;
  for (Bits open = at & inside_; open != 0; open &= open - 1) {
    const std::uint32_t place = lowest(open);
    next |= says(instruction, place) ? std::uint64_t{2} << place : 0U;
  }
  return next;
}

Frontier::Bits Frontier::value_step(const Instruction& instruction, Bits at) const {
  at = skip(at);
  if ((instruction.types & kTimeClasses) != 0) {
    return after_first(at);
  }
  const Bits inner = hints_->inner[0];
  Bits quantity = at & hints_->begins[0] & inner;
  for (Bits more = quantity; more != 0; more &= ~quantity) {
    quantity |= more;
    more = (more << 1U) & inner;
  }
  const bool count = instruction.types == class_of(Dimension::count);
  const Bits ends = hints_->ends[0] & (count ? ~hints_->taken[0] : ~Bits{0});
  const Bits article = instruction.flag ? at & bits_->articles : 0U;
  return ((quantity & ends) | article) << 1U;
}

Frontier::Bits Frontier::gap_step(const Instruction& instruction, Bits at) const {
  const auto words =
      instruction.most + static_cast<std::uint32_t>(std::popcount(bits_->possessives));
  Bits reached = at;
  for (std::uint32_t i = 0; i < words && at != 0; ++i) {
    at = (skip(at) & ~bits_->hard) << 1U;
    reached |= at;
  }
  return reached;
}

Frontier::Bits Frontier::list_step(const Instruction& instruction, Bits at) const {
  const auto& ways = text_.program().lists[instruction.a];
  for (Bits open = skip(at); open != 0; open &= open - 1) {
    const WordId word = text_.word(text_.begin() + lowest(open));
    const auto way = std::ranges::lower_bound(ways, word, {}, &ListWay::first);
    if (word != kUnknownWord && way != ways.end() && way->first == word) {
      return after_first(open);
    }
  }
  return 0;
}

/// Where the next instruction can go on.
Frontier::Bits Frontier::step(const Instruction& instruction, Bits at) const {
  switch (instruction.op) {
    case Op::word:
    case Op::words:
    case Op::exact:
      return word_step(instruction, at);
    case Op::mark:
      return mark_step(instruction, at);
    case Op::value:
      return value_step(instruction, at);
    case Op::list:
      return list_step(instruction, at);
    case Op::name:
      return after_first(skip(at) & bits_->names);
    case Op::source:
      return after_first(skip(at));
    case Op::text:
      at = skip(at);
      for (std::uint32_t i = 1; i < kLongestText; ++i) {
        at |= at << 1U;
      }
      return at << 1U;
    case Op::gap:
      return gap_step(instruction, at);
    default:
      return at;
  }
}

void Frontier::reach(std::uint32_t place, Bits at) {
  if (at == 0) {
    return;
  }
  Bits& block = waiting_[place / 64];
  const Bits bit = std::uint64_t{1} << (place % 64);
  reached_[place] = (block & bit) != 0 ? reached_[place] | at : at;
  block |= bit;
}

/// Goes on from an instruction, the `place`th of the phrase.
void Frontier::follow(const CompiledPhrase& phrase, std::uint32_t place) {
  const Instruction& instruction = text_.program().code[phrase.entry + place];
  const Bits at = reached_[place];
  switch (instruction.op) {
    case Op::split:
      reach(instruction.a - phrase.entry, at);
      reach(instruction.b - phrase.entry, at);
      break;
    case Op::jump:
    case Op::without:
      reach(instruction.a - phrase.entry, at);
      break;
    default:
      reach(place + 1, step(instruction, at));
  }
}

bool Frontier::allows(const CompiledPhrase& phrase) {
  if (!text_.guesses() || text_.end() - text_.begin() > kMostTokens) {
    return true;
  }
  look();
  const std::uint32_t size = phrase.end - phrase.entry;
  SentenceMemory& memory = text_.memory();
  memory.reached.resize(std::max<std::size_t>(memory.reached.size(), size + 1));
  memory.waiting.assign(size / 64 + 1, 0);
  reached_ = memory.reached.data();
  waiting_ = memory.waiting.data();
  reach(0, beginnings(phrase));
  for (std::uint32_t block = 0; block <= size / 64; ++block) {
    // Control only goes forward: what is reached meanwhile lies further on.
    while (waiting_[block] != 0) {
      const std::uint32_t place = 64 * block + lowest(waiting_[block]);
      if (place == size) {
        break;
      }
      if (text_.program().code[phrase.entry + place].op == Op::accept) {
        return true;
      }
      follow(phrase, place);
      waiting_[block] &= ~(std::uint64_t{1} << (place % 64));
    }
  }
  return false;
}

}  // namespace concord::extract
