#include "rules/codes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace concord::rules {
namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

// E1xx the file, E2xx keys and their values, E3xx phrases and examples, E4xx rules as a whole.
constexpr CodeText kCodes[] = {
    {Code::unreadable, kError, "E100", "a folder or file cannot be read"},
    {Code::not_utf8, kError, "E101", "a file is not UTF-8"},
    {Code::too_large, kError, "E102", "a file or line is too large"},
    {Code::control_character, kError, "E103", "a control character"},
    {Code::yaml_syntax, kError, "E104", "not well-formed YAML"},
    {Code::tab, kError, "E105", "a tab character"},
    {Code::duplicate_key, kError, "E106", "the same key twice in one mapping"},
    {Code::anchor, kError, "E107", "a YAML anchor or alias"},
    {Code::tag, kError, "E108", "a YAML tag"},
    {Code::merge_key, kError, "E109", "a YAML merge key"},
    {Code::too_deep, kError, "E110", "nested too deeply"},
    {Code::several_documents, kError, "E111", "more than one YAML document in a file"},
    {Code::not_a_mapping, kError, "E112", "a file that is not keys and values"},
    {Code::odd_key, kError, "E113", "a key that is not plain text"},
    {Code::no_version, kError, "E114", "the first line is not `factrules: 1`"},
    {Code::wrong_version, kError, "E115", "an unknown version of the language"},
    {Code::wrong_pack, kError, "E116", "the pack is not the folder's"},
    {Code::too_many, kError, "E117", "too many complaints about a file"},
    {Code::unknown_key, kError, "E201", "an unknown key"},
    {Code::wrong_type, kError, "E202", "a value of the wrong shape"},
    {Code::missing_key, kError, "E203", "a required key is missing"},
    {Code::wrong_word, kError, "E204", "a value that is not one of the words allowed"},
    {Code::wrong_amount, kError, "E205", "an unreadable number, percentage or duration"},
    {Code::second_definition, kError, "E206", "a name that is defined twice"},
    {Code::wrong_name, kError, "E207", "a name with a character that names do not have"},
    {Code::wrong_check, kError, "E208", "an unreadable check"},
    {Code::no_target, kError, "E209", "a change of something that does not exist"},
    {Code::wrong_set, kError, "E210", "`set:` or `value:` names a slot that no phrase has"},
    {Code::unknown_pack, kError, "E211", "an unknown pack"},
    {Code::unknown_type, kError, "E212", "an unknown value type"},
    {Code::wrong_say, kError, "E213", "`say:` names something it does not know"},
    {Code::glued_lines, kError, "E214", "lines of phrases that YAML makes one line of"},
    {Code::bracket, kError, "E301", "a bracket that is not closed or not opened"},
    {Code::empty_phrase, kError, "E302", "an empty phrase or branch"},
    {Code::unknown_name, kError, "E303", "an unknown <name>"},
    {Code::cycle, kError, "E304", "shared phrases, or parts of a list, in a circle"},
    {Code::expansion, kError, "E305", "a phrase that grows too large"},
    {Code::wrong_slot, kError, "E306", "an unreadable {slot}"},
    {Code::wrong_gap, kError, "E307", "a gap of an impossible length"},
    {Code::open_quote, kError, "E308", "a quotation mark that is not closed"},
    {Code::no_example, kError, "E310", "a fact or check without an example that fires"},
    {Code::no_counter_example, kError, "E311",
     "a fact or check without an example that must not fire"},
    {Code::wrong_character, kError, "E313", "a character that phrases do not have"},
    {Code::phrase_too_deep, kError, "E314", "a phrase nested too deeply or too long"},
    {Code::wrong_inflection, kError, "E315", "a ~ after something that is not a word"},
    {Code::slot_in_list, kError, "E316", "a slot or list where only words may stand"},
    {Code::nothing_captured, kError, "E317", "a phrase that captures nothing"},
    {Code::broken_name, kError, "E318", "a <name> whose own definition has an error"},
    {Code::wrong_without, kError, "E319", "a ! before something that cannot be forbidden"},
    {Code::slot_twice, kError, "E321", "a slot that a phrase captures twice"},
    {Code::wrong_example, kError, "E320", "an example that cannot be run"},
    {Code::no_anchor, kError, "E420", "a phrase without a word that must be there"},
    {Code::common_anchor, kWarning, "W421", "a phrase whose only required words are very common"},
    {Code::loose_gap, kError, "E422", "a gap that is first, last or beside another gap"},
    {Code::other_word, kWarning, "W422", "an inflected form that is another word, or none"},
    {Code::odd_mark, kWarning, "W424", "a mark that keeps a phrase from matching"},
    {Code::cut_text, kWarning, "W425", "a text that ends at a #"},
    {Code::unused, kWarning, "W430", "a shared phrase or list that nothing uses"},
    {Code::passed_change, kWarning, "W431", "a change whose `until` has passed"},
    {Code::idle_change, kWarning, "W432", "a change that changes nothing"},
    {Code::nearly_group, kWarning, "W433", "a name of `authority:` that is nearly a group's"},
    {Code::unknown_fact, kError, "E440", "an unknown fact or check"},
    {Code::unknown_event, kError, "E441", "an unknown kind of event"},
    {Code::unknown_kind, kError, "E442", "a kind or key that the fact does not have"},
    {Code::never_given, kError, "E443", "a key or kind that no phrase gives"},
    {Code::unused_quiet, kWarning, "W490", "a `# quiet:` comment that silences nothing"},
    {Code::wrong_quiet, kError, "E491", "a `# quiet:` comment without a known code or a reason"},
};
static_assert(std::size(kCodes) == static_cast<std::size_t>(Code::wrong_quiet) + 1,
              "every code has a row");

}  // namespace

const CodeText& text_of(Code code) {
  return *std::ranges::find(kCodes, code, &CodeText::code);
}

const CodeText* code_named(std::string_view letters) {
  const auto* found = std::ranges::find(kCodes, letters, &CodeText::letters);
  return found == std::end(kCodes) ? nullptr : found;
}

}  // namespace concord::rules
