#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/authoring.h"
#include "model/rule.h"

// Tools for those who write rules; part of rules.h.
namespace concord::rules {

/// A rule file in memory; `name` is its path below the rules folder.
struct RuleText {
  std::string name;
  std::string text;
};

/// As load, of texts in this order: tools try changed or additional rules with it.
/// `with_examples`: LoadOptions::with_examples.
RuleSet load_texts(const std::vector<RuleText>& files, bool with_examples,
                   Diagnostics& diagnostics);

/// `text` with LF line ends and without a byte order mark: what complaints and fixes count in.
std::string normalized_lines(std::string_view text);

/// The rule files of a set that was loaded with examples.
std::vector<RuleText> texts_of(const RuleSet& rules);

/// The rule files below a folder, in byte order of path; none where there is no such folder.
std::vector<RuleText> texts_in(const std::string& folder);

/// A key of the rule language, what it is for, and the words it takes where they are a closed list.
struct KeyWord {
  std::string_view name;
  std::string_view help;
  std::span<const std::string_view> words;
  bool takes_phrases = false;
};

/// The keys that may stand below others, outermost first: {"facts", "deaths", "compare"}.  None
/// where names of one's own stand.
std::vector<KeyWord> keys_below(std::span<const std::string> path);

/// count, duration, date ...: what `value:` and `{slot:type}` may be, lists aside.
std::span<const std::string_view> value_types();

/// An item of a phrase line as written ("kill~", "[...3]", "(a|b)", "{n}"), at a byte of the line.
struct PhraseItem {
  std::string_view written;
  std::uint32_t begin = 0;
};

/// The items of a sound phrase line, outermost level; views into `line`.
std::vector<PhraseItem> items_of(std::string_view line);

/// One way through an alternation: the whole line with this branch alone, which must then be there.
struct Branch {
  std::string phrase;       // "(killed) {n} people"
  std::string written;      // "killed"
  std::uint32_t begin = 0;  // byte of the branch in the line
};

/// Every branch of every alternation of a sound phrase line, left to right; at most 1,000.
/// Alternations behind `!` are left out: nothing is found by them.
std::vector<Branch> branches_of(std::string_view line);

/// Sentences that a phrase accepts, at most `most`, spread over its alternatives, always the same;
/// slots and lists give an example value.  `count`: how many word sequences it accepts in all, gaps
/// taken as empty and each slot or list as one word (saturating).
struct Samples {
  std::vector<std::string> sentences;
  std::uint64_t count = 0;
};
Samples sample(const RuleSet& rules, const Phrase& phrase, std::string_view value_type,
               std::size_t most);

/// The story tests of a rules folder: .yaml files in folders called `tests`, each one test or a
/// list below `tests:`.  In byte order of path, then file order.  Wrong ones are complained of and
/// left out; with `rules`, so are those that name a fact, kind or check that the rules do not have
/// (E440, E442).
std::vector<StoryTest> load_story_tests(const std::string& folder, const RuleSet* rules,
                                        Diagnostics& diagnostics);

/// One such file given as text.
std::vector<StoryTest> read_story_tests(const RuleText& file, const RuleSet* rules,
                                        Diagnostics& diagnostics);

/// The files of story tests below a folder, in byte order of path.
std::vector<RuleText> story_texts_in(const std::string& folder);

/// A rule file in its one form: two spaces a level, keys with spaces, phrases without needless
/// blanks, one blank line between sections.  Comments stay.  What cannot be read, or would change
/// its meaning, is returned as it is.  Idempotent.
std::string formatted(const std::string& text);

/// The JSON Schema (2020-12) of rule files and story tests, for editors: keys, their values and
/// what they are for.
std::string schema();

/// A rule file for a fact that works at once: one phrase, one example that fires and one that does
/// not.  `name` is a name (letters, digits, _), `depth` how many folders lie between the file and
/// the schema.
std::string skeleton(std::string_view pack, std::string_view name, std::size_t depth);

/// Adds to each complaint the change of the file that would mend it, where one is safe: phrases
/// behind a colon that YAML takes for something else, a comment that silences nothing.
void add_fixes(const std::vector<RuleText>& files, Diagnostics& diagnostics);

/// The text with the fixes of the complaints about the file `name` applied, those that overlap an
/// earlier one left out; nothing when there are none.
std::optional<std::string> mended(const RuleText& file, const Diagnostics& diagnostics);

}  // namespace concord::rules
