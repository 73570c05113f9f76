#include "proofread/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/fold.h"

namespace concord::proofread {
namespace {

/// True if folding leaves the word as it is.
bool is_folded(std::string_view word) {
  return std::ranges::none_of(
      word, [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

CopyText::CopyText(const Document& document, const TokenizedText& tokens,
                   const std::vector<ValueMention>& values, const Convert& convert)
    : document_(document), tokens_(tokens), convert_(convert), value_at_(size(), -1) {
  words_.reserve(size());
  const std::string_view text = document.text;
  for (const Token& token : tokens.tokens) {
    const std::string_view word = text.substr(token.span.begin, token.span.size());
    words_.push_back(is_folded(word) ? word : folded_.emplace_back(fold(word)));
  }
  std::ranges::copy_if(
      tokens.sentences, std::back_inserter(sentences_),
      [this](const Sentence& sentence) { return part_of(sentence) != Part::teaser; });
  std::size_t at = 0;
  auto sentence = sentences_.begin();
  for (const ValueMention& mention : values) {
    while (at < size() && tokens.tokens[at].span.begin < mention.full.begin) {
      ++at;
    }
    const std::size_t begin = at;
    while (at < size() && tokens.tokens[at].span.end <= mention.full.end) {
      ++at;
    }
    while (sentence != sentences_.end() && sentence->tokens.end <= begin) {
      ++sentence;
    }
    if (begin < at && sentence != sentences_.end() && sentence->tokens.begin <= begin) {
      value_at_[begin] = static_cast<std::int32_t>(values_.size());
      values_.push_back(
          {&mention, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
    }
  }
}

bool CopyText::is_dash(std::size_t i) const {
  static constexpr std::string_view kDashes[] = {"-", "--", "–", "—", "\u2010", "\u2011"};
  return i < size() && is_in(words_[i], kDashes) &&
         (words_[i] == "—" || words_[i] == "--" || tokens_.tokens[i].space_before);
}

bool CopyText::is_break(std::size_t i) const {
  static constexpr std::string_view kMarks[] = {".", ",", ";", ":", "!", "?",
                                                "(", ")", "[", "]", "…"};
  return i >= size() || is_in(words_[i], kMarks) || is_dash(i);
}

const CopyValue* CopyText::value(std::size_t i) const {
  return i < size() && value_at_[i] >= 0 ? &values_[static_cast<std::size_t>(value_at_[i])]
                                         : nullptr;
}

std::span<const CopyValue> CopyText::values_in(const Sentence& sentence) const {
  const auto first =
      std::ranges::lower_bound(values_, sentence.tokens.begin, {},
                               [](const CopyValue& value) { return value.tokens.begin; });
  auto last = first;
  while (last != values_.end() && last->tokens.begin < sentence.tokens.end) {
    ++last;
  }
  return {first, last};
}

Part CopyText::part_of(const Sentence& sentence) const {
  return sentence.paragraph < tokens_.paragraphs.size()
             ? tokens_.paragraphs[sentence.paragraph].part
             : Part::body;
}

bool CopyText::in_quotes(std::size_t i) const {
  const Span token = tokens_.tokens[i].span;
  const auto after = std::ranges::upper_bound(tokens_.quotes, token.begin, {}, &Span::begin);
  return after != tokens_.quotes.begin() && std::prev(after)->contains(token);
}

std::size_t CopyText::next_in_quotes(std::size_t i) const {
  const auto begin = [](const Token& token) { return token.span.begin; };
  while (i < size() && !in_quotes(i)) {
    const auto quote =
        std::ranges::upper_bound(tokens_.quotes, begin(tokens_.tokens[i]), {}, &Span::begin);
    if (quote == tokens_.quotes.end()) {
      return size();
    }
    const auto first = std::ranges::lower_bound(tokens_.tokens, quote->begin, {}, begin);
    i = static_cast<std::size_t>(first - tokens_.tokens.begin());
  }
  return i;
}

Span CopyText::span(std::size_t begin, std::size_t end) const {
  return {tokens_.tokens[begin].span.begin, tokens_.tokens[end - 1].span.end};
}

namespace {

/// White space of any width: units stand behind a thin or narrow one.
bool has_space(std::string_view between) {
  constexpr std::string_view kThin[] = {"\u202F", "\u205F", "\u3000"};
  const auto thin = [&](std::string_view space) {
    return between.find(space) != std::string_view::npos;
  };
  if (between.find_first_of(" \n\t\xA0") != std::string_view::npos ||
      std::ranges::any_of(kThin, thin)) {
    return true;
  }
  const auto wide = between.find("\xE2\x80");  // U+2000 to U+200A
  return wide != std::string_view::npos && wide + 2 < between.size() &&
         static_cast<unsigned char>(between[wide + 2]) <= 0x8A;
}

}  // namespace

std::string CopyText::written(Span span) const {
  const auto first = std::ranges::lower_bound(tokens_.tokens, span.begin, {},
                                              [](const Token& token) { return token.span.begin; });
  const std::string_view text = document_.text;
  std::string words;
  for (auto token = first; token != tokens_.tokens.end() && token->span.end <= span.end; ++token) {
    if (token != first) {
      const Span gap{std::prev(token)->span.end, token->span.begin};
      const std::string_view between = text.substr(gap.begin, gap.size());
      words += has_space(between) ? " " : "";
    }
    words += text.substr(token->span.begin, token->span.size());
  }
  return words;
}

bool is_in(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool any_in(const CopyText& text, std::size_t begin, std::size_t end,
            std::span<const std::string_view> list) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_in(text.word(i), list)) {
      return true;
    }
  }
  return false;
}

std::string shown(double number) {
  constexpr int kDigits = 3;
  const double size = std::abs(number);
  const int whole = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
  const int decimals = std::max(kDigits - whole, 0);
  const double step = whole > kDigits ? std::pow(10, whole - kDigits) : 1;
  std::string text = decimals > 0 ? fmt::format("{:.{}f}", number, decimals)
                                  : fmt::format("{:.0f}", std::round(number / step) * step);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    text.erase(text.back() == '.' ? text.size() - 1 : text.size());
  }
  for (std::size_t i = std::min(point, text.size()); i > 3 + (text[0] == '-' ? 1U : 0U); i -= 3) {
    text.insert(i - 3, ",");
  }
  return text;
}

std::optional<int> year_of(const Document& document) {
  if (!document.published) {
    return std::nullopt;
  }
  return to_civil({document.published->begin.seconds +
                   std::int64_t{60} * document.published->offset_minutes})
      .year;
}

}  // namespace concord::proofread
