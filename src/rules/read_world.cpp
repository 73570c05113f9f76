#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/timestamp.h"
#include "rules/amounts.h"
#include "rules/phrase_parser.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr int kMostWords = 60;

void read_phrases(const YamlNode& map, const Page& page, std::string_view key,
                  std::vector<Phrase>& out) {
  if (const YamlNode* node = Page::find(map, key)) {
    out = page.phrases(*node, "`" + std::string(key) + "`");
  }
}

void read_at_most(const YamlNode& map, const Page& page, ContextRule& context) {
  const YamlNode* node = Page::find(map, "at most");
  if (node == nullptr) {
    return;
  }
  const std::optional<Amount> amount = parse_amount(node->text);
  const bool counts_words =
      amount && !amount->percent &&
      (amount->unit.empty() || amount->unit == "words" || amount->unit == "word");
  if (!counts_words || !amount->number.is_whole() || amount->number < Decimal(1) ||
      amount->number > Decimal(kMostWords)) {
    page.complaints.add(Code::wrong_amount, page.place(*node), "`at most` needs a number of words",
                        "write 8 words; 60 is the most");
    return;
  }
  context.at_most = static_cast<std::uint8_t>(amount->number.to_double());
}

void read_context_mode(const YamlNode& key, const YamlNode& map, const Page& page,
                       ContextRule& context) {
  const YamlNode* node = Page::find(map, "mode");
  const std::optional<Mode> mode =
      node != nullptr ? read_mode(*node, page, "`mode`") : mode_named(key.text);
  if (!mode && node == nullptr) {
    page.complaints.add(Code::missing_key, page.place(key),
                        "the context `" + key.text + "` needs `mode:`",
                        "write `mode: denied`, possible, projected or corrected");
  }
  context.mode = mode.value_or(Mode::stated);
}

/// `becomes: { deaths: battle_deaths }`: the facts that the cue turns into others, which are then
/// those that it applies to.
void read_becomes(const YamlNode& node, const Page& page, ContextRule& context) {
  if (!page.is_mapping(node, "`becomes`")) {
    return;
  }
  for_each_entry(node, [&](const YamlNode& fact, const YamlNode& other) {
    context.becomes.emplace(fact.text, page.text(other, "`becomes`").value_or(""));
    context.applies_to.push_back(fact.text);
  });
}

/// `not for: [profit]`: all facts but these, where an empty list would mean all.
/// REQUIRES: the facts of all files are read.
void read_not_for(const YamlNode& node, const Page& page, const std::vector<FactRule>& facts,
                  ContextRule& context) {
  const std::vector<std::string> spared = page.texts(node, "`not for`");
  for (const FactRule& fact : facts) {
    if (std::ranges::find(spared, fact.name) == spared.end()) {
      context.applies_to.push_back(fact.name);
    }
  }
  if (context.applies_to.empty()) {
    context.applies_to.emplace_back("nothing");
  }
}

ContextRule read_context(const YamlNode& key, const YamlNode& map, const Page& page,
                         const std::vector<FactRule>& facts) {
  page.check_keys(map, kContextKeys, key, "the context `" + key.text + "`");
  ContextRule context;
  context.name = key.text;
  if (const YamlNode* becomes = Page::find(map, "becomes")) {
    read_becomes(*becomes, page, context);
  } else {
    read_context_mode(key, map, page, context);
  }
  read_phrases(map, page, "cue", context.cues);
  read_phrases(map, page, "not cue", context.not_cues);
  read_phrases(map, page, "stops at", context.stops);
  if (const YamlNode* node = Page::find(map, "reaches")) {
    context.reach = static_cast<Reach>(page.word(*node, kReaches, "`reaches`").value_or(0));
  }
  read_at_most(map, page, context);
  if (const YamlNode* node = Page::find(map, "applies to")) {
    context.applies_to = page.texts(*node, "`applies to`");
  }
  if (const YamlNode* node = Page::find(map, "not for")) {
    if (!context.applies_to.empty()) {
      page.complaints.add(Code::unknown_key, page.place(*node),
                          "`not for` beside the facts that the context applies to",
                          "write one of them");
    }
    read_not_for(*node, page, facts, context);
  }
  return context;
}

/// "852", "330 to 335".
void read_figure(const YamlNode& fact, const YamlNode& node, const Page& page, KnownEvent& known) {
  const std::string text = page.text(node, "a figure").value_or("");
  const std::size_t to = text.find(" to ");
  const auto low = parse_amount(text.substr(0, to));
  const auto high = to == std::string::npos ? low : parse_amount(text.substr(to + 4));
  if (!low || !high || high->number < low->number) {
    page.complaints.add(Code::wrong_amount, page.place(node),
                        "the figure `" + fact.text + "` cannot be read",
                        "write a number, or the least and the greatest: 330 to 335");
    return;
  }
  known.figures.push_back({fact.text, low->number, high->number});
}

KnownEvent read_known(const YamlNode& key, const YamlNode& map, const Page& page) {
  KnownEvent known;
  known.name = key.text;
  add_event_name(key, page, known.written);
  if (!page.is_mapping(map, "the known event `" + key.text + "`")) {
    return known;
  }
  page.check_keys(map, kKnownKeys, key, "the known event `" + key.text + "`");
  if (const YamlNode* node = Page::find(map, "place")) {
    known.place = page.text(*node, "`place`").value_or("");
  }
  if (const YamlNode* node = Page::find(map, "date")) {
    known.date = page.text(*node, "`date`").value_or("");
    if (!known.date.empty() && !parse_iso8601(known.date)) {
      page.complaints.add(Code::wrong_amount, page.place(*node), "`date` cannot be read",
                          "write year-month-day: 2004-09-01");
    }
  }
  const YamlNode* figures = Page::find(map, "figures");
  if (figures != nullptr && page.is_mapping(*figures, "`figures`")) {
    for_each_entry(*figures, [&](const YamlNode& fact, const YamlNode& value) {
      read_figure(fact, value, page, known);
    });
  }
  if (const YamlNode* also = Page::find(map, "also")) {
    if (also->kind == YamlKind::sequence) {
      for (const YamlNode& name : also->children) {
        add_event_name(name, page, known.written);
      }
    } else {
      add_event_name(*also, page, known.written);
    }
  }
  return known;
}

PhraseNode any_of(const std::vector<Phrase>& phrases) {
  PhraseNode all;
  all.kind = PhraseKind::alternatives;
  for (const Phrase& phrase : phrases) {
    all.children.push_back(phrase.root);
  }
  join_words(all);
  return all;
}

EventKind read_event(const YamlNode& key, const YamlNode& map, const Page& page) {
  page.check_keys(map, kEventKeys, key, "the event `" + key.text + "`");
  EventKind event;
  event.name = key.text;
  read_phrases(map, page, "nouns", event.nouns);
  if (const YamlNode* node = Page::find(map, "told apart by")) {
    event.told_apart_by = page.texts(*node, "`told apart by`");
    for_each_item(*node, [&](const YamlNode& item) {
      if (std::ranges::find(kApart, item.text) == std::end(kApart)) {
        page.complain_of_word(item, item.text, kApart, "`told apart by`");
      }
    });
  }
  page.names.set_local("nouns", any_of(event.nouns));
  read_phrases(map, page, "compared with", event.compared_with);
  read_phrases(map, page, "background", event.background);
  read_phrases(map, page, "aftermath", event.aftermath);
  page.names.clear_local();
  const YamlNode* known = Page::find(map, "known");
  if (known != nullptr && page.is_mapping(*known, "`known`")) {
    for_each_entry(*known, [&](const YamlNode& name, const YamlNode& value) {
      event.known.push_back(read_known(name, value, page));
    });
  }
  if (const YamlNode* node = Page::find(map, "expects")) {
    event.expects = page.texts(*node, "`expects`");
  }
  return event;
}

using Groups = std::map<std::string, std::vector<std::string>>;

void read_groups(const YamlNode& map, const Page& page, std::string_view key, Groups& out) {
  const YamlNode* node = Page::find(map, key);
  const std::string what = "`" + std::string(key) + "`";
  if (node == nullptr || !page.is_mapping(*node, what)) {
    return;
  }
  for_each_entry(*node, [&](const YamlNode& name, const YamlNode& members) {
    std::vector<std::string>& group = out[name.text];
    std::ranges::move(page.texts(members, what), std::back_inserter(group));
  });
}

bool captures_source(const PhraseNode& node) {
  return (node.kind == PhraseKind::slot && node.slot == "s") ||
         std::ranges::any_of(node.children, captures_source);
}

/// Reads the entries of a section whose names must differ.
template <class Rule, class Read>
void read_named(const YamlNode& section, const Page& page, std::string_view what,
                std::vector<Rule>& out, Read read) {
  if (!page.is_mapping(section, "`" + std::string(what) + "s`")) {
    return;
  }
  for_each_entry(section, [&](const YamlNode& key, const YamlNode& value) {
    const std::size_t errors = page.complaints.errors();
    const std::string named = "the " + std::string(what) + " `" + key.text + "`";
    if (!page.names.define_rule(what, key.text, page.place(key))) {
      return;
    }
    if (!page.is_mapping(value, named)) {
      return;
    }
    Rule rule = read(key, value, page);
    if (page.complaints.errors() == errors) {
      out.push_back(std::move(rule));
    }
  });
}

}  // namespace

void add_event_name(const YamlNode& node, const Page& page, std::vector<Phrase>& out) {
  const std::optional<std::string> name = page.text(node, "a known event");
  if (!name) {
    return;
  }
  const RulePosition where{page.file, node.content_line, node.content_column};
  if (std::optional<Phrase> phrase = read_phrase(*name, where, page.complaints)) {
    page.names.resolve(phrase->root);
    out.push_back(std::move(*phrase));
  }
}

void read_contexts(const YamlNode& section, const Page& page, RuleSet& out) {
  read_named(section, page, "context", out.contexts,
             [&](const YamlNode& key, const YamlNode& map, const Page& of) {
               return read_context(key, map, of, out.facts);
             });
}

void read_events(const YamlNode& section, const Page& page, std::vector<EventKind>& out) {
  read_named(section, page, "event", out, read_event);
}

void read_attribution(const YamlNode& section, const Page& page,
                      std::vector<AttributionRule>& out) {
  if (!page.is_mapping(section, "`attribution`")) {
    return;
  }
  const std::size_t errors = page.complaints.errors();
  page.check_keys(section, kAttributionKeys, section, "`attribution`");
  AttributionRule rule;
  read_phrases(section, page, "phrases", rule.phrases);
  for (const Phrase& phrase : rule.phrases) {
    if (!captures_source(phrase.root)) {
      page.complaints.add(Code::nothing_captured,
                          {phrase.where, static_cast<std::uint32_t>(phrase.written.size())},
                          "this phrase does not say who the source is",
                          "put {s} where the source stands: according to {s}");
    }
  }
  if (page.complaints.errors() == errors) {
    out.push_back(std::move(rule));
  }
}

void read_sources(const YamlNode& section, const Page& page, SourceRules& out) {
  if (!page.is_mapping(section, "`sources`")) {
    return;
  }
  page.check_keys(section, kSourceKeys, section, "`sources`");
  read_groups(section, page, "groups", out.groups);
  read_groups(section, page, "authority", out.authority);
  read_groups(section, page, "copies of", out.copies_of);
  if (const YamlNode* node = Page::find(section, "party")) {
    std::ranges::move(page.texts(*node, "`party`"), std::back_inserter(out.party));
  }
}

}  // namespace concord::rules
