#include "extract/sentence_text.h"

#include <algorithm>
#include <variant>

#include "extract/phrase_code.h"

namespace concord::extract {
namespace {

std::uint32_t class_of(const Value& value) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return 1U << static_cast<std::uint32_t>(quantity->dimension);
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
  read_ = false;
}

void SentenceText::mark_words() {
  marked_ = true;
  seen_.resize(program_.word_count, 0U);
  met_.resize(program_.clauses.size(), 0U);
  ++stamp_;
  numeral_ = false;
  for (std::uint32_t at = begin_; at < end_; ++at) {
    const WordId id = word(at);
    numeral_ = numeral_ || token(at).kind == TokenKind::number || (flags(at) & flag_numeral) != 0;
    if (id < program_.word_count) {
      seen_[id] = stamp_;
    }
  }
}

bool SentenceText::meets(std::uint32_t clause) {
  if (!marked_) {
    mark_words();
  }
  std::uint32_t& met = met_[clause];
  if (met / 2 != stamp_) {
    const Clause words = program_.clauses[clause];
    const bool holds =
        std::any_of(program_.words.begin() + words.begin, program_.words.begin() + words.end,
                    [&](WordId id) { return seen_[id] == stamp_; });
    met = 2 * stamp_ + (holds ? 1U : 0U);
  }
  return met % 2 == 1;
}

bool SentenceText::has_numeral() {
  if (!marked_) {
    mark_words();
  }
  return numeral_;
}

void SentenceText::read() {
  read_ = true;
  cells_.assign(end_ - begin_, Cell{});
  mentions_.clear();
  values_.clear();
  read_values_({begin_, end_}, values_);
  std::uint32_t at = begin_;
  for (const ValueMention& value : values_) {
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
    const auto number = static_cast<std::uint32_t>(mentions_.size());
    mentions_.push_back(mention);
    if (mention.begin == mention.end || mention.core >= mention.end) {
      mentions_.back().types = 0;
      continue;
    }
    cells_[mention.begin - begin_].mention = number;
    cells_[mention.core - begin_].mention = number;
    for (std::uint32_t t = mention.begin; t < mention.end; ++t) {
      cells_[t - begin_].types = (mention.types & kTimeClass) != 0 ? kTimeClass : mention.types;
    }
  }
}

const std::vector<Mention>& SentenceText::mentions() {
  if (!read_) {
    read();
  }
  return mentions_;
}

const std::vector<ValueMention>& SentenceText::values() {
  mentions();
  return values_;
}

std::uint32_t SentenceText::mention_at(std::uint32_t at) {
  mentions();
  return cells_[at - begin_].mention;
}

std::uint32_t SentenceText::types_at(std::uint32_t at) {
  mentions();
  return cells_[at - begin_].types;
}

}  // namespace concord::extract
