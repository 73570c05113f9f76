#include "group/features.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/fold.h"
#include "group/background.h"

namespace concord::group {
namespace {

constexpr float kNameWeight = 2.0F;
constexpr float kPairWeight = 2.0F;
constexpr float kNumberWeight = 1.4F;  // ages, house numbers, dates
constexpr float kPairShare = 0.0005F;
constexpr float kHeadWeight = 2.0F;  // the headline and the first words
constexpr std::uint32_t kHeadTokens = 120;
constexpr std::uint32_t kMostTokens = 2000;  // what comes later is background

// Words of no subject, folded; sorted.
constexpr std::string_view kStopWords[] = {
    "about", "according", "after", "again", "against", "ago",    "all",     "also", "an",
    "and",   "any",       "are",   "as",    "at",      "be",     "because", "been", "before",
    "being", "but",       "by",    "can",   "could",   "day",    "days",    "did",  "do",
    "don't", "during",    "for",   "from",  "get",     "had",    "has",     "have", "he",
    "her",   "him",       "his",   "how",   "if",      "in",     "into",    "is",   "it",
    "its",   "just",      "like",  "made",  "make",    "may",    "more",    "most", "new",
    "news",  "no",        "not",   "now",   "of",      "off",    "on",      "one",  "only",
    "or",    "other",     "our",   "out",   "over",    "people", "said",    "say",  "says",
    "she",   "so",        "some",  "still", "such",    "than",   "that",    "the",  "their",
    "them",  "then",      "there", "these", "they",    "this",   "those",   "time", "to",
    "told",  "two",       "under", "until", "up",      "us",     "was",     "we",   "were",
    "what",  "when",      "where", "which", "while",   "who",    "will",    "with", "would",
    "year",  "years",     "you",   "your",
};
static_assert(std::is_sorted(std::begin(kStopWords), std::end(kStopWords)));

bool is_stop_word(std::string_view folded) {
  return folded.size() < 2 ||
         std::binary_search(std::begin(kStopWords), std::end(kStopWords), folded);
}

/// Without a plural s: enough for headlines and bodies to meet.
std::string_view stem(std::string_view folded) {
  const bool plural = folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss");
  return plural ? folded.substr(0, folded.size() - 1) : folded;
}

/// A term in one document, and its share of the news outside.
struct Count {
  float weight = 0;
  float share = 0;
  float kind = 1;  // names count for more than words
};

/// Collects the terms of one document under their hashes.
class TermCounter {
 public:
  TermCounter(const Member& member, const Background& background)
      : text_(member.document->text), tokens_(*member.tokens), background_(background) {}

  /// Weights by hash, sorted: sums of floats do not depend on the order of a hash table.
  std::vector<std::pair<std::uint64_t, Count>> count() {
    for (const Paragraph& paragraph : tokens_.paragraphs) {
      for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
        add_sentence(tokens_.sentences[i].tokens, paragraph.part);
      }
    }
    std::vector<std::pair<std::uint64_t, Count>> sorted(weights_.begin(), weights_.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return sorted;
  }

 private:
  void add_sentence(Range range, Part part) {
    std::uint64_t name_before = 0;
    for (std::uint32_t i = range.begin; i < range.end && i < kMostTokens; ++i) {
      const Token& token = tokens_.tokens[i];
      const std::string folded =
          fold(std::string_view(text_).substr(token.span.begin, token.span.size()));
      const bool number = token.kind == TokenKind::number && folded.size() >= 2;
      const bool word = token.kind == TokenKind::word && !is_stop_word(folded);
      if (!number && !word) {
        name_before = 0;
        continue;
      }
      const bool head = part == Part::headline || i < kHeadTokens;
      const float place = head ? kHeadWeight : 1.0F;
      const std::string_view stemmed = stem(folded);
      const std::uint64_t term = fold_hash(stemmed);
      const bool name = word && token.capital && (part == Part::headline || i != range.begin);
      Count& count = weights_[term];
      count.weight += place;
      count.kind = name ? kNameWeight : number ? kNumberWeight : count.kind;
      count.share = background_.share(stemmed);
      if (name && name_before != 0) {
        Count& pair = weights_[term ^ (name_before * 0x9E3779B97F4A7C15ULL)];
        pair.weight += place;
        pair.kind = kPairWeight;
        pair.share = kPairShare;
      }
      name_before = name ? term : 0;
    }
  }

  std::string_view text_;
  const TokenizedText& tokens_;
  const Background& background_;
  std::unordered_map<std::uint64_t, Count> weights_;
};

/// Shingles of four words of the running text; one in four is kept, by its hash.
std::vector<std::uint64_t> find_shingles(const Member& member) {
  constexpr std::size_t kWords = 4;
  constexpr std::uint64_t kSampled = 4;
  std::vector<std::uint64_t> words;
  for (const Paragraph& paragraph : member.tokens->paragraphs) {
    if (paragraph.part == Part::caption || paragraph.part == Part::headline) {
      continue;
    }
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Range range = member.tokens->sentences[i].tokens;
      for (std::uint32_t t = range.begin; t < range.end; ++t) {
        const Token& token = member.tokens->tokens[t];
        if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
          words.push_back(fold_hash(
              std::string_view(member.document->text).substr(token.span.begin, token.span.size())));
        }
      }
    }
  }
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kWords; ++k) {
      hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29U;
    }
    if (hash % kSampled == 0) {
      shingles.push_back(hash);
    }
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

void to_unit_length(TermVector& terms) {
  double sum = 0;
  for (const WeightedTerm& term : terms) {
    sum += static_cast<double>(term.weight) * static_cast<double>(term.weight);
  }
  const auto length = static_cast<float>(std::sqrt(sum));
  for (WeightedTerm& term : terms) {
    term.weight /= length > 0 ? length : 1;
  }
}

/// Rarer terms tell more: the collection and so much news outside it are counted together.
float rarity(std::size_t documents, std::uint32_t count, float share) {
  constexpr float kOutside = 300;  // documents
  const float all = static_cast<float>(documents) + kOutside;
  return std::log(all / (static_cast<float>(count) + 0.5F + kOutside * share));
}

}  // namespace

std::vector<Features> find_features(std::span<const Member> members,
                                    std::vector<std::uint32_t>& document_counts) {
  const Background background;
  std::vector<Features> features(members.size());
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<float> shares;
  document_counts.clear();
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (const auto& [hash, count] : TermCounter(members[i], background).count()) {
      const auto [place, added] =
          numbers.try_emplace(hash, static_cast<std::uint32_t>(numbers.size()));
      if (added) {
        document_counts.push_back(0);
        shares.push_back(count.share);
      }
      ++document_counts[place->second];
      features[i].terms.push_back({place->second, count.kind * (1.0F + std::log(count.weight))});
    }
    features[i].shingles = find_shingles(members[i]);
  }
  for (Features& feature : features) {
    for (WeightedTerm& term : feature.terms) {
      term.weight *= rarity(members.size(), document_counts[term.term], shares[term.term]);
    }
    std::sort(feature.terms.begin(), feature.terms.end(),
              [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    to_unit_length(feature.terms);
  }
  return features;
}

float cosine(const TermVector& left, const TermVector& right) {
  float sum = 0;
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() && b != right.end()) {
    if (a->term < b->term) {
      ++a;
    } else if (b->term < a->term) {
      ++b;
    } else {
      sum += a->weight * b->weight;
      ++a;
      ++b;
    }
  }
  return sum;
}

}  // namespace concord::group
