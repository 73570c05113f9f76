#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/timestamp.h"
#include "model/desk.h"
#include "model/rule.h"
#include "rules/authoring.h"
#include "rules/cache_file.h"

namespace concord::rules {

struct LoadOptions {
  bool with_examples = false;   // inline examples are read only for `rules test` and `rules lint`
  std::string cache_directory;  // parsed files keyed by content hash; empty = no cache
  /// Without, a rule set from the cache has no phrases: for runs that have a matcher made of them
  /// already, and tell nobody why one did not match.
  bool with_phrases = true;
};

/// Reads every .yaml file below `folder` in byte order of path (pack = first folder), in the YAML
/// subset of RULES.md section 1.  A wrong rule is skipped with a diagnostic (code E..., file, line,
/// column, narrowest words, mend, did-you-mean) and the rest is loaded.  An unreadable folder is
/// E100.
RuleSet load(const std::string& folder, const LoadOptions& options, Diagnostics& diagnostics);

/// One file given as text; the door for fuzzing, tests and `rules lint -`.
RuleSet load_text(const std::string& name, std::string_view yaml, Diagnostics& diagnostics);

/// Findings on rules that load but are unwise: no example (E310), no counter-example (E311), no
/// anchor (E420), a very common anchor (W421), a form that is another word (W422), unused shared
/// phrase (W430), unknown fact named by a check (E440), a change whose `until` lies before `now`
/// (W431).  REQUIRES: loaded with examples.
void lint(const RuleSet& rules, std::optional<Timestamp> now, Diagnostics& diagnostics);

/// True if a rule file writes a fact or a check of this name.  Where `rules` has none, it was left
/// out for its errors, and those are told.  REQUIRES: loaded with examples.
bool is_written(const RuleSet& rules, std::string_view name);

/// Reads one phrase line (RULES.md section 4) without shared phrases; the door for fuzzing.
std::optional<Phrase> parse_phrase(std::string_view line, Diagnostics& diagnostics);

/// What is wrong with a flag's values, as the command line would say it; nothing where they are
/// right.
using FlagCheck =
    std::function<std::optional<Diagnostic>(const std::string&, const std::vector<std::string>&)>;

/// A desk's settings from the text of concord.yaml, in the YAML subset of rule files.  A top-level
/// key that names one of `flags` is a default of that flag, and `check` sees its values. Complaints
/// as for rule files (E1.., E201 unknown key, E204 wrong word); what is right is kept.
Desk read_desk(const std::string& name, std::string_view yaml,
               std::span<const std::string_view> flags, std::span<const std::string_view> policies,
               const FlagCheck& check, Diagnostics& diagnostics);

/// Every inflected form of a verb or noun, folded, the word itself first ("kill" -> kill kills
/// killed killing).
std::vector<std::string> inflect(std::string_view word);

}  // namespace concord::rules
