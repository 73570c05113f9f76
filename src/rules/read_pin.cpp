// A file that pins a story (RULES.md section 3).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/timestamp.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

std::string read_date(const YamlNode& map, const Page& page, std::string_view key) {
  const YamlNode* node = Page::find(map, key);
  if (node == nullptr) {
    return {};
  }
  const std::string what = "`" + std::string(key) + "`";
  std::string date = page.text(*node, what).value_or("");
  if (!date.empty() && !parse_iso8601(date)) {
    page.complaints.add(Code::wrong_amount, page.place(*node), what + " cannot be read",
                        "write year-month-day: 2024-03-22");
  }
  return date;
}

/// The kind that the node names, or null after a complaint with the kinds there are.
EventKind* kind_called(const YamlNode& node, const Page& page, std::vector<EventKind>& events) {
  const auto found = std::ranges::find(events, node.text, &EventKind::name);
  if (found != events.end()) {
    return &*found;
  }
  std::vector<std::string_view> names;
  for (const EventKind& event : events) {
    names.push_back(event.name);
  }
  page.complaints.add(
      Code::unknown_event, page.place(node), "there is no kind of event `" + node.text + "`",
      did_you_mean(node.text, names,
                   "there are " + listed(names) + "; or define it under `events:`"));
  return nullptr;
}

void add_forms(const PhraseNode& node, std::vector<std::string>& out) {
  out.insert(out.end(), node.forms.begin(), node.forms.end());
  for (const PhraseNode& child : node.children) {
    add_forms(child, out);
  }
}

void read_pinned_event(const YamlNode& map, const Page& page, std::vector<EventKind>& events,
                       StoryPin& pin) {
  page.check_keys(map, kPinnedEventKeys, map, "`event`");
  KnownEvent known;
  known.name = pin.story;
  if (const YamlNode* node = Page::find(map, "place")) {
    pin.places = page.texts(*node, "`place`");
    known.place = pin.places.empty() ? std::string() : pin.places.front();
  }
  pin.date = read_date(map, page, "date");
  known.date = pin.date;
  if (const YamlNode* node = Page::find(map, "also called")) {
    pin.names = page.texts(*node, "`also called`");
    const bool many = node->kind == YamlKind::sequence;
    for (const YamlNode& name : many ? node->children : std::vector<YamlNode>{*node}) {
      add_event_name(name, page, known.written);
    }
  }
  const YamlNode* kind = Page::find(map, "kind");
  EventKind* event = kind == nullptr ? nullptr : kind_called(*kind, page, events);
  if (event == nullptr) {
    return;
  }
  pin.kind = event->name;
  for (const Phrase& noun : event->nouns) {
    add_forms(noun.root, pin.nouns);
  }
  if (!known.written.empty()) {
    event->known.push_back(std::move(known));
  }
}

/// Complains of a name that is no fact and no check.
void check_name(const YamlNode& node, const Page& page, const RuleSet& rules, bool check) {
  std::vector<std::string_view> names;
  if (check) {
    std::ranges::transform(rules.checks, std::back_inserter(names), &CheckRule::name);
  } else {
    std::ranges::transform(rules.facts, std::back_inserter(names), &FactRule::name);
  }
  if (std::ranges::find(names, node.text) == names.end()) {
    page.complaints.add(
        Code::no_target, page.place(node),
        std::string("there is no ") + (check ? "check" : "fact") + " `" + node.text + "`",
        did_you_mean(node.text, names, "name a rule of a pack that is loaded"));
  }
}

QuietRule read_quiet(const YamlNode& map, const Page& page, const RuleSet& rules) {
  page.check_keys(map, kQuietKeys, map, "`quiet`");
  QuietRule quiet;
  quiet.where = page.position(map);
  const YamlNode* fact = Page::find(map, "fact");
  const YamlNode* check = Page::find(map, "check");
  if ((fact == nullptr) == (check == nullptr)) {
    page.complaints.add(Code::missing_key, page.place(map), "`quiet` needs `fact:` or `check:`",
                        "name the one rule whose findings are no news");
  } else {
    const YamlNode& name = fact == nullptr ? *check : *fact;
    check_name(name, page, rules, fact == nullptr);
    quiet.name = name.text;
  }
  if (const YamlNode* node = Page::find(map, "for")) {
    quiet.source = page.text(*node, "`for`").value_or("");
  }
  if (const YamlNode* node = Page::find(map, "because")) {
    quiet.because = page.text(*node, "`because`").value_or("");
  }
  quiet.until = read_date(map, page, "until");
  return quiet;
}

}  // namespace

void read_pin(const YamlNode& root, const Page& page, RuleSet& rules) {
  const std::size_t errors = page.complaints.errors();
  const YamlNode& id = *Page::find(root, "story");
  StoryPin pin;
  pin.story = page.text(id, "`story`").value_or("");
  pin.where = page.position(id);
  if (pin.story.empty() || !page.names.define_rule("story", pin.story, page.place(id))) {
    return;
  }
  const YamlNode* event = Page::find(root, "event");
  if (event == nullptr || !page.is_mapping(*event, "`event`")) {
    return;
  }
  read_pinned_event(*event, page, rules.events, pin);
  if (const YamlNode* quiet = Page::find(root, "quiet")) {
    const bool many = quiet->kind == YamlKind::sequence;
    for (const YamlNode& item : many ? quiet->children : std::vector<YamlNode>{*quiet}) {
      if (page.is_mapping(item, "`quiet`")) {
        pin.quiet.push_back(read_quiet(item, page, rules));
      }
    }
  }
  if (page.complaints.errors() == errors) {
    rules.pins.push_back(std::move(pin));
  }
}

}  // namespace concord::rules
