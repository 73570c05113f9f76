#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/rule.h"
#include "rules/page.h"

namespace concord::rules {

// One function a top-level section of a rule file.  Each complains of what is wrong and keeps what
// is right; a rule with an error is not kept.

/// `phrases:` and the names of `lists:`; before anything else is read, from all files.
void define_words(const YamlNode& root, const Page& page);

/// `lists:`; after define_words of all files.
void read_lists(const YamlNode& section, const Page& page, std::vector<WordList>& out);

void read_facts(const YamlNode& section, const Page& page, std::vector<FactRule>& out);
void read_checks(const YamlNode& section, const Page& page, std::vector<CheckRule>& out);
/// `contexts:`; after read_facts of all files, whose names `applies to` and `not for` have.
void read_contexts(const YamlNode& section, const Page& page, RuleSet& out);
void read_events(const YamlNode& section, const Page& page, std::vector<EventKind>& out);
void read_attribution(const YamlNode& section, const Page& page, std::vector<AttributionRule>& out);
void read_sources(const YamlNode& section, const Page& page, SourceRules& out);

/// A file that pins a story: its `event` and what is quiet.  The event is known to its kind by its
/// names, so that other stories do not take its figures for their own.  After read_events of all
/// files.
void read_pin(const YamlNode& root, const Page& page, RuleSet& rules);

/// The phrases that `change:` adds to shared ones; after define_words of all files, before any
/// <name> is resolved.
void extend_phrases(const YamlNode& root, const Page& page);

/// `change:`, applied to rules that are already read; from all files, last.
void apply_changes(const YamlNode& section, const Page& page, RuleSet& rules);

/// The name of an event as a phrase: its words, marks dropped where phrases give them a meaning.
void add_event_name(const YamlNode& node, const Page& page, std::vector<Phrase>& out);

/// "world/attacks" and "world/attacks@1.4" name the pack of the folder attacks.
bool names_pack(std::string_view written, std::string_view pack);

// Parts of facts, kept in files of their own.

/// `compare:` of a fact whose value_type and unit are read.
void read_compare(const YamlNode& map, const Page& page, FactRule& fact);

/// Those keys of `compare:` that are there; the others stay as they are.
void change_compare(const YamlNode& map, const Page& page, FactRule& fact);

/// The entries of a list, whose `part of` may also name one of `whole`.
void read_entries(const YamlNode& map, const Page& page, const std::vector<ListEntry>& whole,
                  WordList& out);

/// `examples:` of a fact.
void read_examples(const YamlNode& list, const Page& page, std::vector<Example>& out);

/// The names of the slots of a phrase that are not in `out` yet.
void collect_slots(const PhraseNode& node, std::vector<std::string>& out);

/// The second slot of a name that one match of the phrase has twice; null if it has none.  `before`
/// is where the search notes the slots it passed: empty to begin with.
const PhraseNode* doubled_slot(const PhraseNode& node, std::vector<std::string_view>& before);

/// Complains (E317) of a phrase without a slot; true if it has none.
bool complains_of_no_slot(const Phrase& phrase, const Page& page);

/// Complains (E213) of {names} in the text of `say:` that are none of `known`.
void check_say(const YamlNode& map, const Page& page, std::span<const std::string_view> known);

/// `must:`: "deaths.all <= aboard within 5%".
std::optional<CheckExpression> read_check_expression(const YamlNode& node, const Page& page);

/// The mode that is called so: stated, possible, projected, denied, corrected.
std::optional<Mode> mode_named(std::string_view name);
std::optional<Mode> read_mode(const YamlNode& node, const Page& page, std::string_view what);

}  // namespace concord::rules
