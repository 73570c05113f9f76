#include <string>

#include "extract/extract.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {

namespace {

normalize::Reading reading_of(const ValueRequest& request) {
  return {.reference = request.reference,
          .prefer = request.prefer_future ? normalize::Prefer::future : normalize::Prefer::past,
          .offset_minutes = request.offset_minutes};
}

}  // namespace

std::vector<WeighedReading> weigh(const Engine& engine, const ValueRequest& request) {
  TokenizedText tokens;
  tokenize::tokenize_text(request.text, engine.parts().lexicon, tokens);
  std::vector<WeighedReading> all;
  std::vector<WeighedReading> found;
  for (const Sentence& sentence : tokens.sentences) {
    engine.parts().reader.weigh(request.text, tokens, sentence.tokens, reading_of(request), found);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

std::vector<std::string> preference_order() {
  return normalize::preference_order();
}

ValueRequest request_of(const Document& document, std::optional<Timestamp> now) {
  const auto own = reading_of(document).reference;
  return {.id = document.id, .text = document.text, .reference = own ? own : now};
}

const std::vector<ValueMention>& ValueReader::read(const ValueRequest& request) {
  tokenize::tokenize_text(request.text, engine_.parts().lexicon, tokens_);
  const normalize::Reading reading = reading_of(request);
  values_.clear();
  for (const Sentence& sentence : tokens_.sentences) {
    engine_.parts().reader.read(request.text, tokens_, sentence.tokens, reading, {}, values_);
  }
  return values_;
}

std::vector<ValueMention> values(const Engine& engine, const ValueRequest& request) {
  return ValueReader(engine).read(request);
}

Explanation explain(const Engine& engine, std::string_view sentence,
                    std::optional<Timestamp> reference) {
  Explanation result;
  result.document.id = "sentence";
  result.document.source = "sentence";
  result.document.text = sentence;
  if (reference) {
    result.document.published = {
        .written = format_date_time(*reference) + "Z", .begin = *reference, .end = *reference};
  }
  tokenize::tokenize_text(result.document.text, engine.parts().lexicon, result.tokens);
  result.values = values(engine, {.id = {}, .text = result.document.text, .reference = reference});
  extract_facts(engine.parts(), result.document, result.tokens, {.keep_excluded = true},
                result.facts);
  return result;
}

}  // namespace concord::pipeline
