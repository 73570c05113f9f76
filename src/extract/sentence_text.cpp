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

/// Of a token of whose word something is known.
void mark_traits(std::uint32_t traits, TokenKind kind, std::uint64_t bit, TokenBits& block) {
  constexpr std::uint32_t kSource =
      flag_pronoun | flag_body | flag_modifier | flag_determiner | flag_title;
  const auto bit_if = [&](std::uint32_t any_of) { return (traits & any_of) != 0 ? bit : 0U; };
  block.marks |= kind != TokenKind::word ? bit_if(flag_transparent) : 0U;
  block.hard |= bit_if(flag_hard);
  block.possessives |= bit_if(flag_possessive);
  block.asides |= bit_if(flag_including | flag_among);
  block.articles |= bit_if(flag_article);
  block.sources |= bit_if(kSource);
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
  memory_.busy = 0;
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
    if (const unsigned busy = program_.busy[id]; busy != 0) {
      memory_.busy |= std::uint64_t{1} << (busy - 1);
      continue;
    }
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
  memory_.bits.assign((end_ - begin_ + 63) / 64, TokenBits());
  const Token* token = tokens_.tokens.data() + begin_;
  bool after_comma = false;
  for (TokenBits& block : memory_.bits) {
    const Token* const last = std::min(token + 64, tokens_.tokens.data() + end_);
    std::uint64_t present = 0;
    std::uint64_t bit = 1;
    for (; token != last; ++token, bit <<= 1U) {
      const std::uint32_t traits = program_.flags_of(token->word);
      block.words[token->word % 64] |= bit;
      present |= std::uint64_t{1} << (token->word % 64);
      if (token->capital) {
        block.capitals |= bit;
        const bool name =
            token->kind == TokenKind::word && (traits & (flag_possessive | flag_not_name)) == 0;
        block.names |= name ? bit : 0U;
      }
      if (traits != 0) {
        mark_traits(traits, token->kind, bit, block);
      } else if (after_comma && begins_bare_source(*this, static_cast<std::uint32_t>(
                                                              token - tokens_.tokens.data()))) {
        block.sources |= bit;
      }
      after_comma = (traits & flag_comma) != 0;
    }
    block.any = bit == 0 ? ~std::uint64_t{0} : bit - 1;
    block.present = present;
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
