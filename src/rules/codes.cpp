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
    {Code::unreadable, "E100", kError, "a folder or file cannot be read"},
    {Code::not_utf8, "E101", kError, "a file is not UTF-8"},
    {Code::too_large, "E102", kError, "a file or line is too large"},
    {Code::control_character, "E103", kError, "a control character"},
    {Code::yaml_syntax, "E104", kError, "not well-formed YAML"},
    {Code::tab, "E105", kError, "a tab character"},
    {Code::duplicate_key, "E106", kError, "the same key twice in one mapping"},
    {Code::anchor, "E107", kError, "a YAML anchor or alias"},
    {Code::tag, "E108", kError, "a YAML tag"},
    {Code::merge_key, "E109", kError, "a YAML merge key"},
    {Code::too_deep, "E110", kError, "nested too deeply"},
    {Code::several_documents, "E111", kError, "more than one YAML document in a file"},
    {Code::not_a_mapping, "E112", kError, "a file that is not keys and values"},
    {Code::odd_key, "E113", kError, "a key that is not plain text"},
    {Code::no_version, "E114", kError, "the first line is not `factrules: 1`"},
    {Code::wrong_version, "E115", kError, "an unknown version of the language"},
    {Code::wrong_pack, "E116", kError, "the pack is not the folder's"},
    {Code::too_many, "E117", kError, "too many complaints about a file"},
    {Code::unknown_key, "E201", kError, "an unknown key"},
    {Code::wrong_type, "E202", kError, "a value of the wrong shape"},
    {Code::missing_key, "E203", kError, "a required key is missing"},
    {Code::wrong_word, "E204", kError, "a value that is not one of the words allowed"},
    {Code::wrong_amount, "E205", kError, "an unreadable number, percentage or duration"},
    {Code::second_definition, "E206", kError, "a name that is defined twice"},
    {Code::wrong_name, "E207", kError, "a name with a character that names do not have"},
    {Code::wrong_check, "E208", kError, "an unreadable check"},
    {Code::no_target, "E209", kError, "a change of something that does not exist"},
    {Code::wrong_set, "E210", kError, "`set:` or `value:` names a slot that no phrase has"},
    {Code::unknown_pack, "E211", kError, "an unknown pack"},
    {Code::unknown_type, "E212", kError, "an unknown value type"},
    {Code::bracket, "E301", kError, "a bracket that is not closed or not opened"},
    {Code::empty_phrase, "E302", kError, "an empty phrase or branch"},
    {Code::unknown_name, "E303", kError, "an unknown <name>"},
    {Code::cycle, "E304", kError, "shared phrases that use one another in a circle"},
    {Code::expansion, "E305", kError, "a phrase that grows too large"},
    {Code::wrong_slot, "E306", kError, "an unreadable {slot}"},
    {Code::wrong_gap, "E307", kError, "a gap of an impossible length"},
    {Code::open_quote, "E308", kError, "a quotation mark that is not closed"},
    {Code::no_example, "E310", kError, "a fact or check without an example that fires"},
    {Code::no_counter_example, "E311", kError,
     "a fact or check without an example that must not fire"},
    {Code::wrong_character, "E313", kError, "a character that phrases do not have"},
    {Code::phrase_too_deep, "E314", kError, "a phrase nested too deeply or too long"},
    {Code::wrong_inflection, "E315", kError, "a ~ after something that is not a word"},
    {Code::slot_in_list, "E316", kError, "a slot or list where only words may stand"},
    {Code::nothing_captured, "E317", kError, "a phrase that captures nothing"},
    {Code::broken_name, "E318", kError, "a <name> whose own definition has an error"},
    {Code::wrong_without, "E319", kError, "a ! before something that cannot be forbidden"},
    {Code::wrong_example, "E320", kError, "an example that cannot be run"},
    {Code::no_anchor, "E420", kError, "a phrase without a word that must be there"},
    {Code::common_anchor, "W421", kWarning, "a phrase whose only required words are very common"},
    {Code::loose_gap, "E422", kError, "a gap that is first, last or beside another gap"},
    {Code::other_word, "W422", kWarning, "an inflected form that is another word"},
    {Code::unused, "W430", kWarning, "a shared phrase or list that nothing uses"},
    {Code::unknown_fact, "E440", kError, "an unknown fact"},
    {Code::unknown_event, "E441", kError, "an unknown kind of event"},
    {Code::unknown_kind, "E442", kError, "a kind that the fact does not have"},
    {Code::unused_quiet, "W490", kWarning, "a `# quiet:` comment that silences nothing"},
    {Code::wrong_quiet, "E491", kError, "a `# quiet:` comment without a known code or a reason"},
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
