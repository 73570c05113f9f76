#include "extract/frontier.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace concord::extract {
namespace {

constexpr std::uint32_t kMostTokens = 63;  // and one bit for the place after the last
constexpr std::uint32_t kLongestText = 6;
constexpr std::uint32_t kMostMarks = 4;

std::uint32_t lowest(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::countr_zero(bits));
}

}  // namespace

void Frontier::look() {
  SentenceMemory& memory = text_.memory();
  stamp_ = text_.stamp();
  memory.passages.resize(std::max(memory.passages.size(), text_.program().shapes.size()));
  passages_ = memory.passages.data();
  bits_ = text_.bits().data();
  tokens_ = &text_.token(text_.begin());
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

/// The tokens whose words are of one of these kinds (word % 64).
Frontier::Bits Frontier::of_kinds(Bits kinds) const {
  Bits places = 0;
  for (; kinds != 0; kinds &= kinds - 1) {
    places |= bits_->words[lowest(kinds)];
  }
  return places;
}

/// Of these tokens, those whose words are an instruction's.
Frontier::Bits Frontier::saying(const Instruction& instruction, Bits open) const {
  const auto& words = text_.program().words;
  const WordId* begin = words.begin() + instruction.a;
  const WordId* end = words.begin() + instruction.b;
  Bits found = 0;
  for (; open != 0; open &= open - 1) {
    const WordId word = tokens_[lowest(open)].word;
    const bool says =
        ((instruction.types >> (word % 32)) & 1U) != 0 && std::binary_search(begin, end, word);
    found |= says ? open & -open : 0U;
  }
  return found;
}

Frontier::Bits Frontier::word_step(WordId word, Bits at) const {
  const Bits alike = bits_->words[word % 64];
  if (alike == 0) {
    return 0;
  }
  Bits found = 0;
  for (Bits open = skip(at) & alike; open != 0; open &= open - 1) {
    found |= tokens_[lowest(open)].word == word ? open & -open : 0U;
  }
  return found << 1U;
}

Frontier::Bits Frontier::words_step(const Instruction& instruction, Bits at) const {
  const Bits types = instruction.types;
  const Bits kinds = bits_->present & (types | types << 32U);
  return kinds == 0 ? 0 : saying(instruction, skip(at) & of_kinds(kinds)) << 1U;
}

Frontier::Bits Frontier::mark_step(const Instruction& instruction, Bits at) const {
  for (std::uint32_t i = 0; i < kMostMarks; ++i) {
    at |= (at & bits_->marks) << 1U;
  }
  return saying(instruction, at & inside_) << 1U;
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
    case Op::exact:
      return word_step(instruction.a, at);
    case Op::words:
      return words_step(instruction, at);
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
  if (at != 0) {
    reached_[place] |= at;
    waiting_[place / 64] |= std::uint64_t{1} << (place % 64);
  }
}

/// What an instruction is reached at, from then on no longer.
Frontier::Bits Frontier::take(std::uint32_t place) {
  waiting_[place / 64] &= ~(std::uint64_t{1} << (place % 64));
  return std::exchange(reached_[place], 0);
}

/// The first instruction in [place, end) that is reached; `end` if none is.
std::uint32_t Frontier::next_reached(std::uint32_t place, std::uint32_t end) const {
  while (place < end) {
    const std::uint64_t here = waiting_[place / 64] >> (place % 64);
    if (here != 0) {
      return std::min(end, place + lowest(here));
    }
    place = (place / 64 + 1) * 64;
  }
  return end;
}

/// Goes on from the first of the instructions [place, end), reached at these tokens, and from the
/// others that are reached: returns the tokens that `end` is.  Control only goes forward: what they
/// reach lies further on.
Frontier::Bits Frontier::go_on(std::uint32_t place, std::uint32_t end, Bits at) {
  while (true) {
    if (at == 0) {  // nothing goes on to the next instruction
      place = next_reached(place, end);
    }
    at |= take(place);
    if (place == end) {
      return at;
    }
    const Instruction& instruction = code_[place];
    switch (instruction.op) {
      case Op::split:
        if (instruction.types != 0) {
          const Shape& shape = text_.program().shapes[instruction.types];
          at = pass(place, shape, at);
          place += shape.size;
          continue;
        }
        reach(instruction.a - entry_, at);
        reach(instruction.b - entry_, at);
        at = 0;
        break;
      case Op::jump:
      case Op::without:
        reach(instruction.a - entry_, at);
        at = 0;
        break;
      default:
        at = step(instruction, at);
    }
    ++place;
  }
}

/// The ways on from a split.  Those that begin with a word are found by the words of the tokens.
void Frontier::open(std::uint32_t place, const Shape& shape, Bits at) {
  const Program& program = text_.program();
  for (std::uint32_t i = shape.others.begin; i < shape.others.end; ++i) {
    reach(place + program.others[i], at);
  }
  const Bits kinds = shape.kinds & bits_->present;
  if (kinds == 0) {
    return;
  }
  const Opening* begin = program.openings.begin() + shape.openings.begin;
  const Opening* end = program.openings.begin() + shape.openings.end;
  for (Bits left = skip(at) & of_kinds(kinds); left != 0; left &= left - 1) {
    const WordId word = tokens_[lowest(left)].word;
    if (!shape.may_open(word)) {
      continue;
    }
    const Opening* opening = std::ranges::lower_bound(begin, end, word, {}, &Opening::word);
    for (; opening != end && opening->word == word; ++opening) {
      reach(place + opening->place, (left & -left) << 1U);
    }
  }
}

/// Past all that a split opens: returns the tokens that it leads to where the ways meet again. Many
/// phrases share it, and reach it at the same tokens.
Frontier::Bits Frontier::pass(std::uint32_t place, const Shape& shape, Bits at) {
  Passage& known = passages_[code_[place].types];
  if (known.stamp != stamp_ || known.from != at) {
    const std::uint32_t end = place + shape.size;
    const Bits around = take(end);  // reached past all this
    open(place, shape, at);
    known = {stamp_, at, go_on(place + 1, end, 0)};
    reach(end, around);
  }
  return known.to;
}

bool Frontier::allows(const CompiledPhrase& phrase) {
  if (!text_.guesses() || text_.end() - text_.begin() > kMostTokens) {
    return true;
  }
  if (stamp_ != text_.stamp()) {
    look();
  }
  const Bits begins = beginnings(phrase);
  if (begins == 0) {
    return false;
  }
  SentenceMemory& memory = text_.memory();
  const std::uint32_t accept = phrase.end - phrase.entry - 1;
  if (memory.reached.size() <= accept) {
    memory.reached.resize(accept + 1);
    memory.waiting.resize(accept / 64 + 1);
  }
  entry_ = phrase.entry;
  code_ = text_.program().code.begin() + entry_;
  reached_ = memory.reached.data();
  waiting_ = memory.waiting.data();
  return go_on(0, accept, begins) != 0;
}

}  // namespace concord::extract
