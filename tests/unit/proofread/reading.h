#pragma once

// Reads a text as the checks of its own words do.  The words that an editor would change stand in
// [[ ]].
#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "proofread/proofread.h"
#include "tokenize/tokenize.h"

namespace concord::proofread {

constexpr const char* kPublished = "2026-03-15";

struct Marked {
  std::string text;
  std::vector<std::string> words;
};

inline Marked marked(std::string_view row) {
  Marked result;
  std::size_t open = 0;
  while (!row.empty()) {
    if (row.starts_with("[[")) {
      open = result.text.size();
      row.remove_prefix(2);
    } else if (row.starts_with("]]")) {
      result.words.push_back(result.text.substr(open));
      row.remove_prefix(2);
    } else {
      result.text += row.front();
      row.remove_prefix(1);
    }
  }
  return result;
}

struct Reading {
  Reading() {
    normalize::add_vocabulary(lexicon);
    reader.emplace(lexicon);
  }
  Lexicon lexicon;
  std::optional<normalize::Reader> reader;
};

inline const Reading& reading() {
  static const Reading kKept;
  return kKept;
}

inline Document document_of(const std::string& title, const std::string& text) {
  Document document;
  document.id = document.source = "draft";
  document.text = title.empty() ? text : title + "\n\n" + text;
  document.headline = {0, static_cast<std::uint32_t>(title.size())};
  document.body_begin = static_cast<std::uint32_t>(document.text.size() - text.size());
  const auto time = parse_iso8601(kPublished);
  document.published = {.written = kPublished, .begin = time->utc, .end = time->utc};
  return document;
}

inline std::vector<Slip> slips_in(const Document& document, const std::string& check,
                                  std::span<const CopyWords> sources = {}) {
  RuleSet rules;
  CheckRule rule;
  rule.name = check;
  rules.checks.push_back(rule);
  TokenizedText tokens;
  tokenize::tokenize(document, reading().lexicon, tokens);
  std::vector<ValueMention> values;
  std::vector<ValueMention> found;
  for (const Sentence& sentence : tokens.sentences) {
    reading().reader->read(document.text, tokens, sentence.tokens,
                           {.reference = document.published->begin}, {}, found);
    std::ranges::copy(found, std::back_inserter(values));
  }
  return proofread(rules, {&document, &tokens}, values, sources, normalize::convert);
}

inline std::vector<std::string> words_of(const Document& document, const std::vector<Slip>& slips) {
  std::vector<std::string> words;
  for (const Slip& slip : slips) {
    words.push_back(document.text.substr(slip.place.begin, slip.place.size()));
  }
  return words;
}

inline void expect(const std::string& check, std::initializer_list<const char*> rows) {
  for (const char* row : rows) {
    const Marked text = marked(row);
    const Document document = document_of("", text.text);
    EXPECT_EQ(words_of(document, slips_in(document, check)), text.words) << row;
  }
}

/// The draft's words that are told beside one or two sources.
inline std::vector<std::string> words_beside(const std::string& check, const std::string& draft,
                                             const std::vector<std::string>& sources) {
  std::vector<Document> documents;
  std::vector<TokenizedText> texts(sources.size());
  for (const std::string& source : sources) {
    documents.push_back(document_of("", source));
    documents.back().source = "source " + std::to_string(documents.size());
  }
  std::vector<CopyWords> words;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    tokenize::tokenize(documents[i], reading().lexicon, texts[i]);
    words.push_back({&documents[i], &texts[i]});
  }
  const Document document = document_of("", draft);
  return words_of(document, slips_in(document, check, words));
}

}  // namespace concord::proofread
