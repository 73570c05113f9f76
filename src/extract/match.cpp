#include "extract/match.h"

#include <algorithm>
#include <bit>

#include "extract/bearers.h"
#include "extract/phrase_code.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kReach = 128;    // tokens a match can span
constexpr std::uint32_t kMostMarks = 4;  // transparent marks in a row
constexpr std::uint32_t kBudget = 4096;
constexpr std::int32_t kFail = -0x40000000;
constexpr std::int32_t kGapWord = 1 << 8;
constexpr std::int32_t kLiteral = 1 << 16;
constexpr std::uint32_t kLongestText = 6;
constexpr std::uint32_t kLongestAside = 16;  // words between the commas of ", including ...,"

constexpr bool has_choice(Op op) {
  return op == Op::split || op == Op::gap || op == Op::list || op == Op::name || op == Op::source ||
         op == Op::text;
}

constexpr bool is_literal(Op op) {
  return op == Op::word || op == Op::words || op == Op::exact;
}

}  // namespace

PhraseMatcher::PhraseMatcher(SentenceText& text)
    : text_(text), memory_(text.memory()), program_(text.program()), frontier_(text) {}

/// Which of the 64 tokens of a block the phrase can begin with, a bit each.
std::uint64_t PhraseMatcher::beginnings(std::uint32_t block) {
  const TokenBits& here = text_.bits()[block];
  const CompiledPhrase& phrase = *phrase_;
  if (phrase.starts_any) {
    return here.any;
  }
  std::uint64_t begins = 0;
  begins |= phrase.starts_name || phrase.starts_source ? here.capitals : 0U;
  begins |= phrase.starts_source ? here.sources : 0U;
  begins |= phrase.starts_article ? here.articles : 0U;
  begins |= phrase.starts_value ? text_.mention_bits()[block] : 0U;
  for (std::uint64_t kinds = phrase.first_mask & here.present; kinds != 0; kinds &= kinds - 1) {
    std::uint64_t places = here.words[static_cast<std::size_t>(std::countr_zero(kinds))] & ~begins;
    for (; places != 0; places &= places - 1) {
      const auto place = static_cast<std::uint32_t>(std::countr_zero(places));
      const WordId word = text_.word(text_.begin() + 64 * block + place);
      const bool first = ((phrase.first_rows >> (word / 64 % 64)) & 1U) != 0 &&
                         has_word(phrase.first_words.begin, phrase.first_words.end, word);
      begins |= std::uint64_t{first} << place;
    }
  }
  return begins;
}

void PhraseMatcher::find_from(std::uint32_t at, std::vector<Match>& out) {
  start_ = at;
  memory_.next_match();
  if (best(phrase_->entry, at) == kFail) {
    return;
  }
  Match& match = out.emplace_back();
  match.phrase = static_cast<std::uint32_t>(phrase_ - program_.phrases.data());
  match.begin = at;
  trace(phrase_->entry, at, match);
}

void PhraseMatcher::find(std::uint32_t phrase, std::vector<Match>& out) {
  phrase_ = &program_.phrases[phrase];
  if (!frontier_.allows(*phrase_)) {
    return;
  }
  memory_.memo.fit(std::size_t{program_.most_memos} * kReach);
  const std::size_t blocks = text_.bits().size();
  for (std::uint32_t block = 0; block < blocks; ++block) {
    for (std::uint64_t places = beginnings(block); places != 0; places &= places - 1) {
      find_from(text_.begin() + 64 * block + static_cast<std::uint32_t>(std::countr_zero(places)),
                out);
    }
  }
}

std::uint32_t PhraseMatcher::skip_marks(std::uint32_t at) const {
  for (std::uint32_t i = 0; i < kMostMarks && at < text_.end(); ++i) {
    if ((text_.flags(at) & flag_transparent) == 0) {
      break;
    }
    at = aside_end(at);
  }
  return at;
}

/// The token after a transparent mark, or after the whole aside that it opens: "60 people,
/// including three children, were killed".
std::uint32_t PhraseMatcher::aside_end(std::uint32_t mark) const {
  const std::uint32_t next = mark + 1;
  const auto is = [&](std::uint32_t at, std::uint32_t flag) {
    return at < text_.end() && (text_.flags(at) & flag) != 0;
  };
  if (!is(next, flag_including) && !(is(next, flag_among) && is(next + 1, flag_them))) {
    return next;
  }
  const std::uint32_t last = std::min(text_.end(), next + kLongestAside);
  for (std::uint32_t at = next + 1; at < last && !is(at, flag_hard); ++at) {
    if (is(at, flag_transparent) && !is(at, flag_hyphen) && !is(at + 1, flag_and)) {
      return at + 1;
    }
  }
  return next;
}

std::uint32_t PhraseMatcher::value_step(const Instruction& instruction, std::uint32_t at) {
  const std::uint32_t number = text_.mention_at(at);
  if (number != kNone) {
    const Mention& mention = text_.mentions()[number];
    if ((mention.types & instruction.types) == 0) {
      return kNone;
    }
    // "20 hours after the attack": the duration ends before "after", the time takes it in.
    const bool only_duration =
        (mention.types & kTimeClass) != 0 && instruction.types == kDurationClass;
    return only_duration ? mention.core_end : mention.end;
  }
  const bool article =
      instruction.flag && (text_.flags(at) & flag_article) != 0 && text_.types_at(at) == 0;
  return article ? at + 1 : kNone;
}

/// The token after an instruction that has one outcome; kNone if it does not match.
std::uint32_t PhraseMatcher::step(const Instruction& instruction, std::uint32_t at,
                                  std::uint32_t origin) {
  if (instruction.op == Op::mark) {
    // Other marks may stand before the one written.
    for (std::uint32_t i = 0; i <= kMostMarks && at < text_.end(); ++i, ++at) {
      if (has_word(instruction.a, instruction.b, text_.word(at))) {
        return at + 1;
      }
      if ((text_.flags(at) & flag_transparent) == 0) {
        break;
      }
    }
    return kNone;
  }
  at = skip(at, origin);
  if (at >= text_.end()) {
    return kNone;
  }
  switch (instruction.op) {
    case Op::word:
      return text_.word(at) == instruction.a ? at + 1 : kNone;
    case Op::words:
      return ((instruction.types >> (text_.word(at) % 32)) & 1U) != 0 &&
                     has_word(instruction.a, instruction.b, text_.word(at))
                 ? at + 1
                 : kNone;
    case Op::exact:
      return text_.word(at) == instruction.a && text_.text(at) == program_.texts[instruction.b]
                 ? at + 1
                 : kNone;
    case Op::value:
      return value_step(instruction, at);
    default:
      return kNone;
  }
}

std::uint32_t PhraseMatcher::list_hits(std::uint32_t list, std::uint32_t at,
                                       ListHit (&hits)[kMostEnds]) {
  const WordId word = text_.word(at);
  const auto& ways = program_.lists[list];
  std::uint32_t count = 0;
  if (word == kUnknownWord) {
    return 0;
  }
  auto way = std::ranges::lower_bound(ways, word, {}, &ListWay::first);
  for (; way != ways.end() && way->first == word; ++way) {
    const std::uint32_t end = longest(way->code, at, at);
    const bool known =
        std::any_of(hits, hits + count, [&](const ListHit& hit) { return hit.end == end; });
    if (end == kNone || end == at || known || count == kMostEnds) {
      continue;
    }
    hits[count++] = {end, way->entry};
  }
  std::sort(hits, hits + count,
            [](const ListHit& left, const ListHit& right) { return left.end > right.end; });
  return count;
}

std::uint32_t PhraseMatcher::entries(std::uint32_t list, std::uint32_t at,
                                     ListHit (&hits)[kMostEnds]) {
  phrase_ = nullptr;
  budget_ = kBudget;
  return list_hits(list, at, hits);
}

void PhraseMatcher::gap_choices(std::uint32_t pc, std::uint32_t at, std::uint32_t origin,
                                Choices& out) {
  const Instruction& gap = program_.code[pc];
  const std::uint32_t stops = phrase_ == nullptr || gap.flag ? 0U : phrase_->gap_stops;
  std::int32_t words = 0;
  while (true) {
    out.add({pc + 1, at, -words * kGapWord});
    at = skip(at, origin);
    if (words == gap.most || at >= text_.end() || (text_.flags(at) & flag_hard) != 0) {
      return;
    }
    if (stops != 0 && (text_.types_at(at) & stops) != 0) {
      return;
    }
    if ((text_.flags(at) & flag_possessive) == 0) {
      ++words;
    }
    ++at;
  }
}

/// Where a name or a source that begins at a token can end.  Many phrases ask it of one token.
const Ends& PhraseMatcher::ends(Op op, std::uint32_t at) {
  auto& all = op == Op::name ? memory_.bearers : memory_.sources;
  const std::size_t tokens = text_.end() - text_.begin();
  all.resize(std::max(all.size(), tokens));
  SentenceMemory::KnownEnds& known = all[at - text_.begin()];
  if (known.stamp != text_.stamp()) {
    known = {text_.stamp(), op == Op::name ? bearer_ends(text_, at) : source_ends(text_, at)};
  }
  return known.ends;
}

/// Where an instruction with several outcomes can lead.
void PhraseMatcher::choices(std::uint32_t pc, std::uint32_t at, std::uint32_t origin,
                            Choices& out) {
  const Instruction& instruction = program_.code[pc];
  if (instruction.op == Op::split) {
    out.add({instruction.a, at, 0});
    out.add({instruction.b, at, 0});
    return;
  }
  if (instruction.op == Op::gap) {
    return gap_choices(pc, at, origin, out);
  }
  at = skip(at, origin);
  if (at >= text_.end()) {
    return;
  }
  if (instruction.op == Op::list) {
    ListHit hits[kMostEnds];
    const std::uint32_t count = list_hits(instruction.a, at, hits);
    for (std::uint32_t i = 0; i < count; ++i) {
      out.add({pc + 1, hits[i].end, 0});
    }
    return;
  }
  if (instruction.op == Op::text) {
    for (std::uint32_t end = at; end < text_.end() && end < at + kLongestText; ++end) {
      if ((text_.flags(end) & (flag_hard | flag_transparent)) != 0) {
        return;
      }
      out.add({pc + 1, end + 1, 0});
    }
    return;
  }
  const Ends& ends = this->ends(instruction.op, at);
  for (std::uint32_t i = 0; i < ends.count; ++i) {
    out.add({pc + 1, ends.at[i], 0});
  }
}

std::int32_t PhraseMatcher::branch(std::uint32_t pc, std::uint32_t at) {
  const std::uint16_t row = program_.code[pc].memo;
  if (at - start_ >= kReach || row == kNoMemo) {
    return kFail;
  }
  Memo& memo = memory_.memo[memo_of(row, at)];
  if (memo.stamp == memory_.memo_stamp) {
    return memo.score;
  }
  memo = {memory_.memo_stamp, kFail,
          0};  // a loop, which code never has, would fail instead of turning for ever
  const Instruction& instruction = program_.code[pc];
  if (instruction.op == Op::split) {
    const std::int32_t first = best(instruction.a, at);
    const std::int32_t second = best(instruction.b, at);
    memo.score = std::max(first, second);
    memo.choice = second > first ? 1U : 0U;
    return memo.score;
  }
  Choices open;
  budget_ = kBudget;
  choices(pc, at, start_, open);
  std::int32_t top = kFail;
  std::uint32_t chosen = 0;
  for (std::uint32_t i = 0; i < open.count; ++i) {
    const std::int32_t rest = best(open.all[i].pc, open.all[i].at);
    if (rest != kFail && rest + open.all[i].gain > top) {
      top = rest + open.all[i].gain;
      chosen = i;
    }
  }
  memo.score = top;
  memo.choice = chosen;
  return top;
}

/// Of the split at `pc`, of whose ways none that begins with a word is open: the split of its first
/// other way, or that way if it is the last; kNone if there is no other.
std::uint32_t PhraseMatcher::first_other(std::uint32_t pc, const Shape& shape) const {
  if (shape.others.empty()) {
    return kNone;
  }
  const std::uint32_t other = pc + program_.others[shape.others.begin];
  const Instruction& before = program_.code[other - 1];
  return before.op == Op::split && before.a == other ? other - 1 : other;
}

/// Where to go on from a split at a token that is not looked through.
std::uint32_t PhraseMatcher::open_way(std::uint32_t pc, std::uint32_t at) const {
  const WordId word = at < text_.end() ? text_.word(at) : kUnknownWord;
  const Instruction* const code = program_.code.data();
  while (pc != kNone && code[pc].op == Op::split) {
    const Instruction& split = code[pc];
    if (split.types != 0) {
      const Shape& shape = program_.shapes[split.types];
      const std::uint32_t other = shape.may_open(word) ? pc : first_other(pc, shape);
      if (other != pc) {
        pc = other;
        continue;
      }
    }
    if (!falls(code[split.a], word)) {
      break;
    }
    pc = split.b;
  }
  return pc;
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): the matcher's loop, a branch an op
std::int32_t PhraseMatcher::best(std::uint32_t pc, std::uint32_t at) {
  std::int32_t gained = 0;
  while (true) {
    pc = live(pc, at, start_);
    if (pc == kNone) {
      return kFail;
    }
    const Instruction& instruction = program_.code[pc];
    if (instruction.op == Op::accept) {
      const std::uint32_t length = at - start_;
      return length >= kReach ? kFail : gained + static_cast<std::int32_t>(length);
    }
    if (instruction.op == Op::jump) {
      pc = instruction.a;
    } else if (instruction.op == Op::without) {
      budget_ = kBudget;
      if (at < text_.end() && longest(pc + 1, at, at) != kNone) {
        return kFail;
      }
      pc = instruction.a;
    } else if (has_choice(instruction.op)) {
      const std::int32_t rest = branch(pc, at);
      return rest == kFail ? kFail : gained + rest;
    } else {
      at = step(instruction, at, start_);
      if (at == kNone) {
        return kFail;
      }
      gained += is_literal(instruction.op) ? kLiteral : 0;
      ++pc;
    }
  }
}

/// The last end of any match of the code at `pc`, without captures; kNone if there is none or if it
/// takes more steps than any sensible list entry or lookahead.
// NOLINTNEXTLINE(readability-function-cognitive-complexity): the matcher's loop, a branch an op
std::uint32_t PhraseMatcher::longest(std::uint32_t pc, std::uint32_t at, std::uint32_t origin) {
  while (budget_ > 0) {
    --budget_;
    pc = live(pc, at, origin);
    if (pc == kNone) {
      return kNone;
    }
    const Instruction& instruction = program_.code[pc];
    if (instruction.op == Op::accept) {
      return at;
    }
    if (instruction.op == Op::jump) {
      pc = instruction.a;
    } else if (instruction.op == Op::without) {
      if (at < text_.end() && longest(pc + 1, at, at) != kNone) {
        return kNone;
      }
      pc = instruction.a;
    } else if (has_choice(instruction.op)) {
      Choices open;
      choices(pc, at, origin, open);
      std::uint32_t last = kNone;
      for (std::uint32_t i = 0; i < open.count; ++i) {
        const std::uint32_t end = longest(open.all[i].pc, open.all[i].at, origin);
        last = end != kNone && (last == kNone || end > last) ? end : last;
      }
      return last;
    } else {
      at = step(instruction, at, origin);
      if (at == kNone) {
        return kNone;
      }
      ++pc;
    }
  }
  return kNone;
}

void PhraseMatcher::take(const Instruction& instruction, std::uint32_t from, std::uint32_t to,
                         Match& match) {
  const std::uint32_t begin = instruction.op == Op::mark ? to - 1 : skip(from, start_);
  match.looked_through += begin - from;
  if (is_literal(instruction.op)) {
    ++match.literals;
    if (begin - start_ < 64) {
      match.literal_bits |= std::uint64_t{1} << (begin - start_);
    }
  }
  if (instruction.slot == kNoSlot || match.hits == kMaxSlots || match.slot(instruction.slot)) {
    return;
  }
  SlotHit hit;
  hit.slot = instruction.slot;
  hit.op = instruction.op;
  hit.begin = begin;
  hit.end = to;
  if (instruction.op == Op::value) {
    hit.index = text_.mention_at(begin);
    if (hit.index != kNone) {
      hit.begin = text_.mentions()[hit.index].begin;
    }
  } else if (instruction.op == Op::list) {
    ListHit hits[kMostEnds];
    budget_ = kBudget;
    const std::uint32_t count = list_hits(instruction.a, begin, hits);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (hits[i].end == to) {
        hit.index = hits[i].entry;
      }
    }
    hit.list = instruction.a;
  }
  match.slots[match.hits++] = hit;
}

/// Walks the best way again, as the memo table chose it, and notes what each slot took.
void PhraseMatcher::trace(std::uint32_t pc, std::uint32_t at, Match& match) {
  while (true) {
    pc = live(pc, at, start_);
    const Instruction& instruction = program_.code[pc];
    if (instruction.op == Op::accept) {
      match.end = at;
      return;
    }
    if (instruction.op == Op::jump || instruction.op == Op::without) {
      pc = instruction.a;
      continue;
    }
    if (has_choice(instruction.op)) {
      Choices open;
      budget_ = kBudget;
      choices(pc, at, start_, open);
      const Memo& memo = memory_.memo[memo_of(instruction.memo, at)];
      const Choice& chosen = open.all[memo.choice];
      if (instruction.op != Op::split && instruction.op != Op::gap) {
        take(instruction, at, chosen.at, match);
      }
      pc = chosen.pc;
      at = chosen.at;
      continue;
    }
    const std::uint32_t next = step(instruction, at, start_);
    take(instruction, at, next, match);
    at = next;
    ++pc;
  }
}

}  // namespace concord::extract
