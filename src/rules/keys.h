#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace concord::rules {

/// What stands behind a key.
enum class Shape : std::uint8_t {
  text,       // a word, a sentence
  amount,     // a number and what it counts: 6 hours, 20%
  words,      // one of KeyRule::words
  texts,      // a text, or a list of them
  some_of,    // one of KeyRule::words, or a list of them
  phrases,    // phrase lines
  number,     // the language's version
  part,       // keys and values of the section called KeyRule::part
  parts,      // a list of such
  named,      // names, each with such a section
  name_lists  // names, each with a text or a list
};

/// A key of the rule language: which values it takes and what it is for.  These tables are what the
/// readers check against, what `rules schema` prints and the order `rules fmt` puts keys into.
struct KeyRule {
  std::string_view name;
  bool required = false;
  Shape shape = Shape::text;
  std::string_view help;
  std::span<const std::string_view> words = {};
  std::string_view part = {};
};

inline constexpr std::string_view kStatuses[] = {"stable", "draft"};
inline constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
inline constexpr std::string_view kModes[] = {"stated", "possible", "projected", "denied",
                                              "corrected"};
inline constexpr std::string_view kParts[] = {"headline", "lead", "body", "caption"};
inline constexpr std::string_view kHedges[] = {"at least"};
inline constexpr std::string_view kQuotePolicies[] = {"both", "skip", "only"};
inline constexpr std::string_view kTrends[] = {"only rises", "only falls", "free", "fixed"};
inline constexpr std::string_view kWithin[] = {"article", "event"};
inline constexpr std::string_view kVerdicts[] = {"holds", "possible", "broken", "unknown"};
inline constexpr std::string_view kReaches[] = {"right", "left", "both"};
inline constexpr std::string_view kApart[] = {"place", "date", "name"};
inline constexpr std::string_view kYes[] = {"yes"};
inline constexpr std::string_view kTrueFalse[] = {"true", "false"};
inline constexpr std::string_view kRoles[] = {"main", "other", "unsure"};
// What may be found of a fact or a check: relations, then their details.
inline constexpr std::string_view kFound[] = {
    "agreement",  "update",     "discrepancy", "uncorroborated", "gap",      "same",
    "equivalent", "compatible", "narrower",    "rise",           "fall",     "revised",
    "conflict",   "undirected", "stale",       "against_trend",  "internal", "arithmetic",
    "wording",    "one_source", "one_origin",  "nothing"};

inline constexpr KeyRule kTopKeys[] = {
    {"factrules", false, Shape::number, "Version of the rule language: always 1, the first key."},
    {"pack", true, Shape::text, "The pack's name: the folder the file lies in."},
    {"version", false, Shape::text, "Of the pack, for people: 1.4.0."},
    {"use", false, Shape::texts, "Packs whose names this one needs."},
    {"owner", false, Shape::text, "Whom to ask."},
    {"status", false, Shape::words, "Draft rules never raise more than notes.", kStatuses},
    {"describe", false, Shape::text, "What the file holds, in one line."},
    {"phrases", false, Shape::part, "Shared phrases, used as <name> in all packs.", {}, "phrases"},
    {"lists", false, Shape::part, "Names with all the ways they are written.", {}, "lists"},
    {"facts", false, Shape::named, "What to find and how to compare it.", {}, "fact"},
    {"checks", false, Shape::named, "Figures that must fit together.", {}, "check"},
    {"contexts", false, Shape::named, "Words that change how a figure is meant.", {}, "context"},
    {"events", false, Shape::named, "Kinds of events and the well-known ones.", {}, "event"},
    {"attribution", false, Shape::part, "Words that say who says it.", {}, "attribution"},
    {"sources", false, Shape::part, "Groups of sources, parties, copies.", {}, "sources"},
    {"change", false, Shape::parts, "House changes to rules of other packs.", {}, "change"},
};

// Of a file that pins a story: an editor's word on one running story.
inline constexpr KeyRule kPinKeys[] = {
    {"factrules", false, Shape::number, "Version of the rule language: always 1, the first key."},
    {"story", true, Shape::text, "The id of the running story."},
    {"describe", false, Shape::text, "What the story is, in one line."},
    {"owner", false, Shape::text, "Whom to ask."},
    {"event", true, Shape::part, "The event that owns its figures.", {}, "pinned_event"},
    {"rules", false, Shape::texts, "Packs it is read with: world/attacks@1.4."},
    {"quiet", false, Shape::parts, "Findings that are no news.", {}, "quiet"},
};
inline constexpr KeyRule kPinnedEventKeys[] = {
    {"kind", true, Shape::text, "The kind of event, of `events:`."},
    {"place", false, Shape::texts, "Where it is: one name, or several."},
    {"date", false, Shape::text, "When it began: 2024-03-22."},
    {"also called", false, Shape::texts, "Names that articles give it."},
};
inline constexpr KeyRule kQuietKeys[] = {
    {"fact", false, Shape::text, "The fact whose differences are no news."},
    {"check", false, Shape::text, "The check whose findings are no news."},
    {"for", false, Shape::text, "Only where this outlet is one of those that differ."},
    {"because", true, Shape::text, "Why; required."},
    {"until", false, Shape::text, "The last day on which it holds: 2026-12-31."},
};

inline constexpr KeyRule kFactKeys[] = {
    {"describe", true, Shape::text, "What the fact is, in one line for people."},
    {"value", true, Shape::text,
     "The type of the figure: count, count_a, number, percent, money, measure, age, duration, "
     "date, "
     "time, name, text, quote, or a list's name."},
    {"unit", false, Shape::text, "Figures are compared and reported in it: person, hectare, km/h."},
    {"kind", false, Shape::text, "The slot or set entry whose value is the kind."},
    {"kinds", false, Shape::texts, "The closed list of kinds; figures of one kind are compared."},
    {"default kind", false, Shape::text, "The kind where no group says otherwise."},
    {"key", false, Shape::texts, "The slot that tells figures apart, and `period`, `currency`."},
    {"key carries", false, Shape::words, "A sentence without a key means the one named before.",
     kYes},
    {"key from subject", false, Shape::words, "Where no key is found, it is the clause's subject.",
     kYes},
    {"key from source", false, Shape::words, "Where no key is found, it is who says so.", kYes},
    {"key for", false, Shape::texts, "Kinds whose value is its own key."},
    {"find", false, Shape::text, "Phrases, one a line below |, or a list of groups.", {}, "find"},
    {"unless", false, Shape::phrases, "A match that overlaps one of these is set aside."},
    {"exclusive with", false, Shape::texts, "Facts that must not use the same number."},
    {"event", false, Shape::text, "The kind of event that owns the figures; any, main."},
    {"compare",
     false,
     Shape::part,
     "When sources agree, and which moves are updates.",
     {},
     "compare"},
    {"say", false, Shape::text,
     "The sentence for a difference: {source}, {n}, {other}, {other.n}."},
    {"examples", false, Shape::parts, "Sentences with the figures expected.", {}, "example"},
};
inline constexpr KeyRule kGroupKeys[] = {
    {"phrases", true, Shape::phrases, "One phrase a line below |."},
    {"value", false, Shape::text, "A sum of slots: n + more, n - d, 0 - n; or a list: n, more."},
    {"hedge", false, Shape::words, "The words tell of so many, not that they are all.", kHedges},
    {"less", false, Shape::text, "A fact whose figure in the article is taken away."},
    {"set", false, Shape::name_lists, "Fixes a slot, the kind, the key or the mode."},
    {"in", false, Shape::some_of, "Only in these parts of an article.", kParts},
    {"quotes", false, Shape::words, "In quotations too, not there, or only there.", kQuotePolicies},
};
inline constexpr KeyRule kCompareKeys[] = {
    {"agree", false, Shape::text,
     "exact, ranges overlap, same name, within 5%, within 2 hours, within 0.05."},
    {"trend", false, Shape::words, "Which later moves are updates.", kTrends},
    {"stale after", false, Shape::amount, "A replaced figure printed later is stale: 6 hours."},
    {"floor within", false, Shape::amount, "How far an old \"at least\" may lie behind: 20%."},
    {"prefer", false, Shape::texts, "Sources whose figure some policies print first."},
    {"ignore", false, Shape::some_of, "Modes that do not count; `nothing` for none."},
    {"count modes", false, Shape::some_of, "Modes that count.", kModes},
    {"narrower agrees", false, Shape::texts, "A is part of B."},
    {"authority", false, Shape::text, "key: the key is itself the authority."},
    {"estimators", false, Shape::text, "apart: rival estimates are no conflict."},
    {"severity", false, Shape::words, "Of a difference.", kSeverities},
};
inline constexpr KeyRule kExampleKeys[] = {
    {"text", true, Shape::text, "A sentence in your own words."},
    {"get", true, Shape::name_lists,
     "The figure expected, by kind where there are kinds; nothing."},
    {"key", false, Shape::text, "The key expected."},
    {"mode", false, Shape::words, "The mode expected.", kModes},
    {"event", false, Shape::words, "Whose figure it is.", kRoles},
    {"by", false, Shape::text, "Who is said to say it."},
    {"todo", false, Shape::words, "Known to fail; told when it starts to pass.", kTrueFalse},
};

inline constexpr KeyRule kCheckKeys[] = {
    {"describe", false, Shape::text, "What must hold, in one line for people."},
    {"must", false, Shape::text, "deaths <= aboard; a.x + a.y = a.total; sum of share <= 100."},
    {"built in", false, Shape::words, "The program's own check of this name.", kYes},
    {"within", false, Shape::words, "Figures of one article, or of the event.", kWithin},
    {"severity", false, Shape::words, "Of a broken check.", kSeverities},
    {"say", false, Shape::text, "The sentence for a broken check; {terms} as written."},
    {"examples", false, Shape::parts, "Figures with the verdict expected.", {}, "check_example"},
};
inline constexpr KeyRule kCheckExampleKeys[] = {
    {"given", true, Shape::name_lists, "Terms of the check and their figures."},
    {"verdict", true, Shape::words, "What the check says of them.", kVerdicts},
};

inline constexpr KeyRule kContextKeys[] = {
    {"describe", false, Shape::text, "What the words mean, in one line."},
    {"mode", false, Shape::words, "What they make of a figure.", kModes},
    {"becomes", false, Shape::name_lists, "The facts that they turn into others."},
    {"cue", true, Shape::phrases, "The words."},
    {"not cue", false, Shape::phrases, "Where they mean something else."},
    {"reaches", false, Shape::words, "On which side the figures are meant.", kReaches},
    {"stops at", false, Shape::phrases, "Words their reach does not cross."},
    {"at most", false, Shape::text, "How far they reach: 8 words."},
    {"applies to", false, Shape::texts, "Facts; all if left out."},
    {"not for", false, Shape::texts, "In place of `applies to`: all facts but these."},
};
inline constexpr KeyRule kEventKeys[] = {
    {"describe", false, Shape::text, "What kind of event, in one line."},
    {"nouns", true, Shape::phrases, "Its nouns: (attack|bombing)."},
    {"told apart by", false, Shape::some_of, "What makes it another event.", kApart},
    {"compared with", false, Shape::phrases, "Before a noun: only a comparison."},
    {"background", false, Shape::phrases, "Words that open background."},
    {"aftermath", false, Shape::phrases, "Words of what came of it: an arrest, a trial."},
    {"known", false, Shape::named, "Events with a name of their own.", {}, "known_event"},
    {"expects", false, Shape::texts, "Facts whose absence is a gap."},
};
inline constexpr KeyRule kKnownKeys[] = {
    {"place", false, Shape::text, "Where it was."},
    {"date", false, Shape::text, "When it began: 2004-09-01."},
    {"also", false, Shape::texts, "Other names."},
    {"figures", false, Shape::name_lists, "What is accepted of it: deaths: 330 to 335."},
};
inline constexpr KeyRule kAttributionKeys[] = {
    {"phrases", true, Shape::phrases, "{s} is the source: according to {s}."},
};
inline constexpr KeyRule kSourceKeys[] = {
    {"groups", false, Shape::name_lists, "Names for several sources."},
    {"authority", false, Shape::name_lists, "By fact: whose figures are shown first."},
    {"copies of", false, Shape::name_lists, "By wire: outlets that print it."},
    {"party", false, Shape::texts, "Sides of a conflict: their figures settle nothing."},
};
inline constexpr KeyRule kChangeKeys[] = {
    {"in", true, Shape::text, "The pack."},
    {"fact", false, Shape::text, "The fact to change."},
    {"check", false, Shape::text, "The check to change."},
    {"context", false, Shape::text, "The context to change."},
    {"list", false, Shape::text, "The list to change."},
    {"phrase", false, Shape::text, "The shared phrase to change."},
    {"add to phrases", false, Shape::phrases, "Further phrases."},
    {"add to unless", false, Shape::phrases, "Further unless lines."},
    {"add to cue", false, Shape::phrases, "Further cues of a context."},
    {"add to not cue", false, Shape::phrases, "Further words that are no cue."},
    {"add to applies to", false, Shape::texts, "Further facts that a context applies to."},
    {"add entries", false, Shape::part, "Further entries of a list.", {}, "entries"},
    {"take out", false, Shape::phrases, "Lines that the rule does without, as they are written."},
    {"set compare", false, Shape::part, "Other keys of `compare:`.", {}, "compare"},
    {"set severity", false, Shape::words, "Another severity.", kSeverities},
    {"because", true, Shape::text, "Why; required."},
    {"until", false, Shape::text, "When to look at it again: 2026-12-31."},
};
inline constexpr KeyRule kEntryKeys[] = {
    {"part of", false, Shape::text, "The entry this one is a part of."},
    {"written", true, Shape::phrases, "The ways it is written."},
};

// Of the files of story tests.
inline constexpr KeyRule kStoryKeys[] = {
    {"factrules", false, Shape::number, "Version of the rule language: always 1, the first key."},
    {"test", true, Shape::text, "What is tried, in one line."},
    {"articles", true, Shape::parts, "What the outlets wrote.", {}, "article"},
    {"expect", true, Shape::parts, "What comparing them must say.", {}, "expectation"},
    {"todo", false, Shape::words, "Known to fail; told when it starts to pass.", kTrueFalse},
};
inline constexpr KeyRule kStoriesKeys[] = {
    {"factrules", false, Shape::number, "Version of the rule language: always 1, the first key."},
    {"tests", true, Shape::parts, "Stories, each with its articles and verdicts.", {}, "story"},
};
inline constexpr KeyRule kArticleKeys[] = {
    {"from", true, Shape::text, "The outlet."},
    {"at", false, Shape::text, "When it was published: 2025-03-10 10:00."},
    {"title", false, Shape::text, "Its headline."},
    {"text", true, Shape::text, "What it says, in your own words."},
    {"item", false, Shape::text, "Versions of one article share it."},
    {"version", false, Shape::text, "Which version it is: 2."},
};
inline constexpr KeyRule kExpectKeys[] = {
    {"fact", false, Shape::text, "The fact that is compared."},
    {"kind", false, Shape::text, "Only figures of this kind."},
    {"key", false, Shape::text, "Only figures of this key."},
    {"pair", false, Shape::texts, "Only the articles of these outlets."},
    {"verdict", true, Shape::words, "A relation, a detail, or nothing: update, stale, conflict.",
     kFound},
    {"figure", false, Shape::text, "What the report prints."},
    {"check", false, Shape::text, "The check that tells it, in place of a fact."},
};

/// A section of keys by the name that KeyRule::part gives it.
struct Section {
  std::string_view name;
  std::span<const KeyRule> keys;
};
inline constexpr Section kSections[] = {
    {"file", kTopKeys},
    {"fact", kFactKeys},
    {"find", kGroupKeys},
    {"compare", kCompareKeys},
    {"example", kExampleKeys},
    {"check", kCheckKeys},
    {"context", kContextKeys},
    {"check_example", kCheckExampleKeys},
    {"event", kEventKeys},
    {"known_event", kKnownKeys},
    {"sources", kSourceKeys},
    {"attribution", kAttributionKeys},
    {"change", kChangeKeys},
    {"entry", kEntryKeys},
    {"pin", kPinKeys},
    {"pinned_event", kPinnedEventKeys},
    {"quiet", kQuietKeys},
    {"stories", kStoriesKeys},
    {"story", kStoryKeys},
    {"article", kArticleKeys},
    {"expectation", kExpectKeys},
};

}  // namespace concord::rules
