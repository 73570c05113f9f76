#include "group/sketch.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/fold.h"
#include "group/days.h"

namespace concord::group {
namespace {

constexpr float kNameWeight = 2.0F;
constexpr float kPairWeight = 2.0F;
constexpr float kNumberWeight = 1.4F;  // ages, house numbers, dates
constexpr float kPairShare = 0.0005F;
constexpr float kDayShare = 0.2F;    // among the news of its week
constexpr float kHeadWeight = 2.0F;  // the headline and the first words
constexpr std::uint32_t kHeadTokens = 130;
constexpr std::uint32_t kMostTokens = 2000;  // what comes later is background
constexpr std::size_t kSlots = 8192;         // over twice the terms: tokens and pairs of names

std::uint64_t mixed(std::uint64_t hash, std::uint64_t next) {
  hash = (hash ^ next) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

std::string_view bytes_of(const Member& member, const Token& token) {
  return std::string_view(member.document->text).substr(token.span.begin, token.span.size());
}

/// The key of the first `size` bytes of `word`, which is a token of the member's text.
FoldedKey key_of(const Member& member, std::string_view word) {
  const std::string& text = member.document->text;
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  const bool padded = begin + FoldedKey::kWhole <= text.size();
  FoldedKey key;
  return padded && fold_short(word.data(), word.size(), key) ? key : folded_key(word);
}

bool may_be_term(const Token& token) {
  return token.span.size() >= 2 &&
         (token.kind == TokenKind::number || token.kind == TokenKind::word);
}

/// A capital says nothing of the first word of a sentence.
bool is_name(const Token& token, bool capital_tells) {
  return token.kind == TokenKind::word && token.capital && capital_tells;
}

float kind_weight(const Token& token) {
  return token.kind == TokenKind::number ? kNumberWeight : 1.0F;
}

}  // namespace

Sketcher::Sketcher() : background_(Background::english()), places_(kSlots) {}

Sketch Sketcher::sketch(const Member& member) {
  counts_.clear();
  words_.clear();
  for (const Paragraph& paragraph : member.tokens->paragraphs) {
    const bool headline = paragraph.part == Part::headline;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Range range = member.tokens->sentences[i].tokens;
      add_sentence(member, range, headline);
      if (!headline && paragraph.part != Part::caption) {
        add_words(member, range);
      }
    }
  }
  Sketch sketch;
  sketch.terms.reserve(counts_.size());
  for (const Count& count : counts_) {
    sketch.terms.push_back({count.hash, count.kind * (1.0F + std::log(count.count)), count.share});
  }
  std::ranges::fill(places_, std::uint16_t{0});
  sketch.shingles = take_shingles();
  return sketch;
}

void Sketcher::add_sentence(const Member& member, Range range, bool headline) {
  std::uint64_t name_before = 0;
  for (std::uint32_t i = range.begin; i < range.end && i < kMostTokens; ++i) {
    const Token& token = member.tokens->tokens[i];
    const bool head = headline || i < kHeadTokens;
    if (const auto day = head ? day_named(member, range, i) : std::nullopt) {
      count_day(*day);
    }
    const std::string_view word = stem(bytes_of(member, token));
    const FoldedKey key = key_of(member, word);
    const float share = background_.share(key, word);
    if (!may_be_term(token) || share >= 1) {
      name_before = 0;
      continue;
    }
    const float place = head ? kHeadWeight : 1.0F;
    const bool name = is_name(token, headline || i != range.begin);
    const std::uint64_t hash = hash_of(key);
    Count& count = count_of(hash);
    count.count += place;
    count.kind = name ? kNameWeight : std::max(count.kind, kind_weight(token));
    count.share = share;
    if (name && name_before != 0) {
      Count& pair = count_of(mixed(name_before, hash));
      pair.count += place;
      pair.kind = kPairWeight;
      pair.share = kPairShare;
    }
    name_before = name ? hash : 0;
  }
}

void Sketcher::count_day(std::int64_t day) {
  constexpr std::uint64_t kDays = 0xDA75;  // keeps them apart from words
  Count& count = count_of(mixed(kDays, static_cast<std::uint64_t>(day)));
  count.count = 1.0F;
  count.kind = kDayWeight;
  count.share = kDayShare;
}

void Sketcher::add_words(const Member& member, Range range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = member.tokens->tokens[i];
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      words_.push_back(hash_of(key_of(member, bytes_of(member, token))));
    }
  }
}

Sketcher::Count& Sketcher::count_of(std::uint64_t hash) {
  std::size_t at = hash % kSlots;
  while (places_[at] != 0 && counts_[places_[at] - 1].hash != hash) {
    at = (at + 1) % kSlots;
  }
  if (places_[at] == 0) {
    counts_.push_back({hash});
    places_[at] = static_cast<std::uint16_t>(counts_.size());
  }
  return counts_[places_[at] - 1];
}

std::vector<std::uint64_t> Sketcher::take_shingles() {
  constexpr std::size_t kWords = 4;
  constexpr std::uint64_t kSampled = 4;
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kWords <= words_.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kWords; ++k) {
      hash = mixed(hash, words_[i + k]);
    }
    if (hash % kSampled == 0) {
      shingles.push_back(hash);
    }
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

}  // namespace concord::group
