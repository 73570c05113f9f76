#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/lexicon.h"
#include "base/plain_bytes.h"
#include "model/authoring.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/rule.h"
#include "model/tokens.h"
#include "model/value.h"
#include "model/value_hints.h"

namespace concord::extract {

/// Reads the values of a sentence on demand; given by the pipeline, so that extraction does not
/// know how values are read.  Fills its last argument (cleared first), in order, not overlapping.
using ReadValues = std::function<void(Range tokens, std::vector<ValueMention>& out)>;

/// Tells cheaply what values tokens may hold; must never miss one that reading them would find.
using HintValues = std::function<void(Range tokens, ValueHints& out)>;

/// The rules made ready for matching: phrases as programs over word numbers, each filed under its
/// rarest required word.  Built once; const and shared between threads.
class Matcher {
 public:
  /// Adds every word of the rules to `lexicon` before the lexicon is used to tokenize.
  Matcher(const RuleSet& rules, Lexicon& lexicon, Diagnostics& diagnostics);
  /// The matcher that `keep` wrote there, ready without compiling.  REQUIRES: the same rules and
  /// the lexicon as it was then; of bytes that are not whole the matcher must not be used.
  Matcher(const RuleSet& rules, PlainReader& kept);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  /// Writes what this build of the program can make the matcher of again.
  void keep(PlainWriter& bytes) const;

  const RuleSet& rules() const;

  struct Program;
  const Program& program() const { return *program_; }

 private:
  std::unique_ptr<const Program> program_;
};

/// What one phrase did on a text; for `rules test` coverage and `explain`.
struct PhraseUse {
  RulePosition phrase;
  std::uint32_t matches = 0;
};

/// Memory that a thread keeps from document to document.  It never shows in what is extracted.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

struct Options {
  bool prefilter =
      true;  // off: try every phrase in every sentence (a law says the facts are the same)
  bool keep_excluded = false;  // keep matches set aside by `unless` lines, marked excluded_by
  std::string
      story_place;  // the story's own place and date, when known; else taken from the document
  std::optional<Timestamp> story_date;
  HintValues hint_values;  // saves reading values; none: any token may begin and end any
};

/// The facts one document states, in text order: phrases matched, values bound to slots, conflicts
/// settled by the published order (RULES.md section 5), mode from contexts, attribution, quotations
/// with speaker, owning event.  Facts owned by other events and of other modes are kept, labelled.
/// `uses`, when given, gets the phrases that matched; `scratch` saves time.
void extract(const Document& document, const TokenizedText& tokens, const Matcher& matcher,
             const ReadValues& read_values, const Options& options, std::vector<Fact>& out,
             std::vector<PhraseUse>* uses = nullptr, Scratch* scratch = nullptr);

/// The phrases of the rules' facts as they are filed, costs zero; index it as profile does. Phrases
/// of other owners are there with an empty text.
std::vector<PhraseCost> phrase_costs(const Matcher& matcher, const Lexicon& lexicon);

/// Adds what each find phrase costs on a document to `costs`, which phrase_costs has made.
void profile(const Document& document, const TokenizedText& tokens, const Matcher& matcher,
             const ReadValues& read_values, const HintValues& hint_values,
             std::vector<PhraseCost>& costs);

}  // namespace concord::extract
