#include "normalize/normalize.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "normalize/choose.h"
#include "normalize/hints.h"
#include "normalize/split.h"
#include "normalize/vocabulary.h"

namespace concord::normalize {

struct Reader::Tables {
  Vocabulary vocabulary;
  std::shared_ptr<const void> kept = {};  // of the bytes where it lies
};

Reader::Reader(const Lexicon& lexicon)
    : tables_(std::make_unique<const Tables>(Tables{make_vocabulary(lexicon)})) {}
Reader::Reader(PlainReader& kept) {
  Vocabulary vocabulary;
  fields(kept, vocabulary);
  tables_ = std::make_unique<const Tables>(Tables{std::move(vocabulary), kept.owner()});
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

void Reader::keep(PlainWriter& bytes) const {
  fields(bytes, tables_->vocabulary);
}

void Reader::read(std::string_view text, const TokenizedText& tokens, Range range,
                  const Reading& reading, Wanted wanted, std::vector<ValueMention>& out) const {
  Scan scan(text, tokens, range, tables_->vocabulary);
  scan.note_leads();
  read_values(scan, reading, wanted, out);
}

void Reader::weigh(std::string_view text, const TokenizedText& tokens, Range range,
                   const Reading& reading, std::vector<WeighedReading>& out) const {
  out.clear();
  weigh_values(Scan(text, tokens, range, tables_->vocabulary), reading, out);
}

void Reader::hint(std::string_view text, const TokenizedText& tokens, Range range,
                  ValueHints& out) const {
  hint_values(Scan(text, tokens, range, tables_->vocabulary), out);
}

void add_vocabulary(Lexicon& lexicon) {
  add_words(lexicon);
  add_phrases(lexicon);
}

std::optional<Value> read_one(const Reader& reader, const Lexicon& lexicon, std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint16_t>::max()) {
    return std::nullopt;  // no value is that long
  }
  const TokenizedText tokens = split_phrase(text, lexicon);
  if (tokens.tokens.empty()) {
    return std::nullopt;
  }
  std::vector<ValueMention> values;
  reader.read(text, tokens, tokens.sentences.front().tokens, {}, {}, values);
  const Span whole{tokens.tokens.front().span.begin, tokens.tokens.back().span.end};
  if (values.size() != 1 || values.front().full != whole) {
    return std::nullopt;
  }
  return std::move(values.front().value);
}

}  // namespace concord::normalize
