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
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      add_sentence(member, member.tokens->sentences[i].tokens, paragraph.part);
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

void Sketcher::add_sentence(const Member& member, Range range, Part part) {
  const bool headline = part == Part::headline;
  name_before_ = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = member.tokens->tokens[i];
    const bool says = token.kind == TokenKind::word || token.kind == TokenKind::number;
    const FoldedKey whole = says ? key_of(member, bytes_of(member, token)) : FoldedKey();
    if (says && !headline && part != Part::caption) {
      words_.push_back(hash_of(whole));
    }
    if (i >= kMostTokens) {
      continue;
    }
    const bool head = headline || i < kHeadTokens;
    if (const auto day = head ? day_named(member, range, i) : std::nullopt) {
      count_day(*day);
    }
    if (says && token.span.size() >= 2) {
      add_term(member, i, whole, head ? kHeadWeight : 1.0F, headline || i != range.begin);
    } else {
      name_before_ = 0;
    }
  }
}

/// `whole` is the key of the token as it is written.
void Sketcher::add_term(const Member& member, std::uint32_t token, const FoldedKey& whole,
                        float place, bool capital_tells) {
  const Token& said = member.tokens->tokens[token];
  const std::string_view written = bytes_of(member, said);
  const std::string_view word = stem(written);
  const FoldedKey key = word.size() == written.size() ? whole : key_of(member, word);
  const float share = background_.share(key, word);
  if (share >= 1) {
    name_before_ = 0;
    return;
  }
  const bool name = is_name(said, capital_tells);
  const std::uint64_t hash = hash_of(key);
  Count& count = count_of(hash);
  count.count += place;
  count.kind = name ? kNameWeight : std::max(count.kind, kind_weight(said));
  count.share = share;
  if (name && name_before_ != 0) {
    Count& pair = count_of(mixed(name_before_, hash));
    pair.count += place;
    pair.kind = kPairWeight;
    pair.share = kPairShare;
  }
  name_before_ = name ? hash : 0;
}

void Sketcher::count_day(std::int64_t day) {
  constexpr std::uint64_t kDays = 0xDA75;  // keeps them apart from words
  Count& count = count_of(mixed(kDays, static_cast<std::uint64_t>(day)));
  count.count = 1.0F;
  count.kind = kDayWeight;
  count.share = kDayShare;
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
