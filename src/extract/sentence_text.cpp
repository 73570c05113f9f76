#include "extract/sentence_text.h"

#include <algorithm>
#include <variant>

#include "extract/names.h"
#include "extract/phrase_code.h"

namespace concord::extract {
namespace {

ValueClasses class_of(const Value& value) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return concord::class_of(quantity->dimension);
  }
  if (std::holds_alternative<Duration>(value)) {
    return kDurationClass;
  }
  if (const auto* time = std::get_if<TimeSpan>(&value)) {
    const bool both = time->offset && time->anchor == Anchor::event;
    return both ? kTimeClass | kDurationClass : kTimeClass | kDateClass;
  }
  return 0U;
}

}  // namespace

void SentenceText::open(std::uint32_t sentence) {
  if (sentence == sentence_) {
    return;
  }
  sentence_ = sentence;
  begin_ = tokens_.sentences[sentence].tokens.begin;
  end_ = tokens_.sentences[sentence].tokens.end;
  marked_ = false;
  placed_ = false;
  hinted_ = false;
  read_ = false;
}

void SentenceText::mark_words() {
  marked_ = true;
  memory_.met.resize(std::max(memory_.met.size(), program_.clauses.size()), 0U);
  memory_.seen.resize(std::max<std::size_t>(memory_.seen.size(), program_.word_count), 0U);
  memory_.next_sentence();
  memory_.words.clear();
  const std::uint32_t* holders = program_.holders.data();
  std::uint32_t* marks = memory_.met.data();
  std::uint32_t* seen = memory_.seen.data();
  const std::uint32_t stamp = memory_.stamp;
  for (std::uint32_t at = begin_; at < end_; ++at) {
    const WordId id = word(at);
    if (id >= program_.word_count || seen[id] == stamp) {
      continue;
    }
    seen[id] = stamp;
    memory_.words.push_back(id);
    const std::uint32_t* last = holders + program_.starts[id + 1];
    for (const std::uint32_t* clause = holders + program_.starts[id]; clause != last; ++clause) {
      marks[*clause] = stamp;
    }
  }
}

void SentenceText::hint() {
  hinted_ = true;
  if (source_.hint) {
    source_.hint({begin_, end_}, memory_.hints);
  } else {
    memory_.hints.classes = kEveryClass;
  }
}

void SentenceText::mark_bits() {
  placed_ = true;
  constexpr std::uint32_t kSource =
      flag_pronoun | flag_body | flag_modifier | flag_determiner | flag_title;
  auto& all = memory_.bits;
  all.assign((end_ - begin_ + 63) / 64, TokenBits());
  for (std::uint32_t at = begin_; at < end_; ++at) {
    TokenBits& block = all[(at - begin_) / 64];
    const std::uint32_t place = (at - begin_) % 64;
    const std::uint64_t bit = std::uint64_t{1} << place;
    const std::uint32_t kind = word(at) % 64;
    const std::uint32_t traits = flags(at);
    block.words[kind] |= bit;
    block.present |= std::uint64_t{1} << kind;
    block.any |= bit;
    block.capitals |= std::uint64_t{token(at).capital} << place;
    block.names |= std::uint64_t{token(at).kind == TokenKind::word && token(at).capital &&
                                 (traits & (flag_possessive | flag_not_name)) == 0}
                   << place;
    block.marks |=
        std::uint64_t{token(at).kind != TokenKind::word && (traits & flag_transparent) != 0}
        << place;
    block.hard |= std::uint64_t{(traits & flag_hard) != 0} << place;
    block.possessives |= std::uint64_t{(traits & flag_possessive) != 0} << place;
    block.asides |= std::uint64_t{(traits & (flag_including | flag_among)) != 0} << place;
    block.articles |= std::uint64_t{(traits & flag_article) != 0} << place;
    const bool source = (traits & kSource) != 0 || begins_bare_source(*this, at);
    block.sources |= std::uint64_t{source} << place;
  }
}

const std::vector<TokenBits>& SentenceText::bits() {
  if (!placed_) {
    mark_bits();
  }
  return memory_.bits;
}

/// Notes the tokens of a value; `at` goes on from the value before.
void SentenceText::place(const ValueMention& value, std::uint32_t& at) {
  while (at < end_ && token(at).span.end <= value.full.begin) {
    ++at;
  }
  Mention mention;
  mention.begin = at;
  mention.core = at;
  while (mention.core < end_ && token(mention.core).span.end <= value.core.begin) {
    ++mention.core;
  }
  mention.core_end = mention.core;
  while (at < end_ && token(at).span.begin < value.full.end) {
    mention.core_end = token(at).span.begin < value.core.end ? at + 1 : mention.core_end;
    ++at;
  }
  mention.end = at;
  mention.types = class_of(value.value);
  const auto number = static_cast<std::uint32_t>(memory_.mentions.size());
  memory_.mentions.push_back(mention);
  if (mention.begin == mention.end || mention.core >= mention.end) {
    memory_.mentions.back().types = 0;
    return;
  }
  for (const std::uint32_t token : {mention.begin, mention.core}) {
    memory_.cells[token - begin_].mention = number;
    memory_.mention_bits[(token - begin_) / 64] |= std::uint64_t{1} << ((token - begin_) % 64);
  }
  for (std::uint32_t t = mention.begin; t < mention.end; ++t) {
    memory_.cells[t - begin_].types =
        (mention.types & kTimeClass) != 0 ? kTimeClass : mention.types;
  }
}

void SentenceText::read() {
  read_ = true;
  memory_.cells.assign(end_ - begin_, {});
  memory_.mention_bits.assign((end_ - begin_ + 63) / 64, 0);
  memory_.mentions.clear();
  memory_.values.clear();
  source_.read({begin_, end_}, memory_.values);
  std::uint32_t at = begin_;
  for (const ValueMention& value : memory_.values) {
    place(value, at);
  }
}

const std::vector<Mention>& SentenceText::mentions() {
  if (!read_) {
    read();
  }
  return memory_.mentions;
}

const std::vector<ValueMention>& SentenceText::values() {
  mentions();
  return memory_.values;
}

std::uint32_t SentenceText::mention_at(std::uint32_t at) {
  mentions();
  return memory_.cells[at - begin_].mention;
}

std::uint32_t SentenceText::types_at(std::uint32_t at) {
  mentions();
  return memory_.cells[at - begin_].types;
}

const std::vector<std::uint64_t>& SentenceText::mention_bits() {
  mentions();
  return memory_.mention_bits;
}

}  // namespace concord::extract
