// Names that may stand at a place in a rule file.
#include <algorithm>

#include "lsp/rule_file.h"
#include "lsp/rule_words.h"
#include "rules/rules.h"

namespace concord::lsp {
namespace {

// CompletionItemKind
constexpr std::uint64_t kVariable = 6;
constexpr std::uint64_t kProperty = 10;
constexpr std::uint64_t kEnum = 13;
constexpr std::uint64_t kKeyword = 14;
constexpr std::uint64_t kReference = 18;
constexpr std::uint64_t kEvent = 23;
constexpr std::uint64_t kType = 25;

/// Keys behind which names of facts stand.
constexpr std::string_view kFactKeys[] = {"must", "exclusive with", "applies to", "becomes",
                                          "less", "expects",        "fact",       "given"};

class Items {
 public:
  explicit Items(const RuleView& view) : rules_(view.checked.rules), buffer_(view.buffer) {
    json_.begin_array();
  }

  void add(std::string_view label, std::uint64_t kind, std::string_view detail,
           std::string_view insert = {}) {
    json_.begin_object();
    json_.text_field("label", label);
    json_.number_field("kind", kind);
    if (!detail.empty()) {
      json_.text_field("detail", detail);
    }
    if (!insert.empty()) {
      json_.text_field("insertText", insert);
    }
    json_.end_object();
  }

  /// What may stand between < and >, or behind {slot:
  void add_shared(bool with_phrases, std::string_view close) {
    for (const SharedName& name : rules_.shared) {
      if (name.is_list || with_phrases) {
        add(name.name, name.is_list ? kEnum : kVariable, name.is_list ? "list" : "phrase",
            name.name + std::string(close));
      }
    }
    for (const std::string_view type : rules::value_types()) {
      add(type, kType, "value", std::string(type) + std::string(close));
    }
  }

  void add_facts() {
    for (const FactRule& fact : rules_.facts) {
      add(fact.name, kReference, fact.describe);
      for (const std::string& kind : fact.kinds) {
        add(fact.name + "." + kind, kReference, fact.describe);
      }
    }
    // A fact with a mistake in it is no rule yet, and none the less a name.
    for (const std::string& name : names_below(buffer_, "facts")) {
      if (std::ranges::find(rules_.facts, name, &FactRule::name) == rules_.facts.end()) {
        add(name, kReference, "in this file");
      }
    }
  }

  void add_events() {
    for (const EventKind& event : rules_.events) {
      add(event.name, kEvent, "event");
    }
    add("any", kKeyword, "every event");
    add("main", kKeyword, "the story's own event");
  }

  void add_keys(const std::vector<rules::KeyWord>& keys) {
    for (const rules::KeyWord& key : keys) {
      add(key.name, kProperty, key.help, std::string(key.name) + ": ");
    }
  }

  std::string finish() {
    json_.end_array();
    return json_.take();
  }

 private:
  const RuleSet& rules_;
  const TextBuffer& buffer_;
  JsonWriter json_{JsonWriter::Layout::line};
};

/// Names and words behind a key.
void add_values(const RuleWords& words, const std::string& key, Items& items) {
  if (std::ranges::find(kFactKeys, key) != std::end(kFactKeys)) {
    items.add_facts();
  } else if (key == "event") {
    items.add_events();
  } else if (key == "value" && words.path.size() == 2) {
    items.add_shared(false, {});
  } else {
    for (const rules::KeyWord& known : rules::keys_below(words.path)) {
      for (const std::string_view word : known.words) {
        if (known.name == key) {
          items.add(word, kKeyword, {});
        }
      }
    }
  }
}

}  // namespace

std::string rule_completion(const RuleView& view, TextPosition at) {
  const RuleWords words = rule_words_at(view.buffer, view.buffer.offset_of(at, view.encoding));
  Items items(view);
  const char next =
      words.before.size() < words.line.size() ? words.line[words.before.size()] : '\0';
  if (words.opened == '<') {
    items.add_shared(true, next == '>' ? "" : ">");
  } else if (words.in_type) {
    items.add_shared(false, next == '}' ? "" : "}");
  } else if (!words.at_key) {
    add_values(words, words.key, items);
  } else {
    const std::vector<rules::KeyWord> keys = rules::keys_below(words.path);
    items.add_keys(keys);
    if (keys.empty() && !words.path.empty()) {  // an item of a list, or a name below `given:`
      std::string key = words.path.back();
      RuleWords above = words;
      above.path.pop_back();
      add_values(above, key, items);
    }
  }
  return items.finish();
}

}  // namespace concord::lsp
