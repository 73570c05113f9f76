#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/found.h"
#include "extract/views.h"

namespace concord::extract {

/// Somebody said to say something: one match of an attribution phrase.
struct Saying {
  TokenRange extent;  // the whole phrase, in the document's tokens
  TokenRange source;
  bool pronoun = false;
  bool quoted = false;  // stands inside a quotation
  bool hedged = false;
  bool accords = false;  // the source follows its cue ("according to X", "said X")
};

/// Who says what in one document.
class Attributions {
 public:
  Attributions(Views& views, bool everything) : views_(views), everything_(everything) {}

  /// The sayings of a sentence in text order, none overlapping another.
  const std::vector<Saying>& in(std::uint32_t sentence);

  /// The speaker of a saying, a pronoun resolved to the last named one; nothing when nobody was
  /// named.
  struct Speaker {
    Attribution by;
    std::string short_name;
  };
  std::optional<Speaker> speaker(std::uint32_t sentence, const Saying& saying);

  /// The name that opens a sentence, if it ends before a token.
  std::optional<Speaker> last_body(std::uint32_t sentence, const Saying& saying);
  std::optional<Speaker> subject(std::uint32_t sentence, std::uint32_t before);

  /// The saying nearest to a stretch of tokens of its sentence, outside quotations; null if none.
  const Saying* nearest(std::uint32_t sentence, TokenRange extent);

 private:
  void find(std::uint32_t sentence, std::vector<Saying>& out);
  std::optional<Speaker> last_named(std::uint32_t sentence, std::uint32_t before);
  Speaker named(const SentenceText& text, const Saying& saying) const;

  Views& views_;
  bool everything_;
  struct Known {
    std::uint32_t sentence = 0;
    std::vector<Saying> sayings;
  };
  std::vector<Known> known_;
  std::vector<std::uint32_t> phrases_;
  std::vector<Match> matches_;
};

/// The number of the quotation that holds a span of the document; kNone.
std::uint32_t quote_of(const TokenizedText& tokens, Span span);

}  // namespace concord::extract
