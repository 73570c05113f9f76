// What examples expect must be something that the fact could be.
#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/fold.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "normalize/normalize.h"
#include "pipeline/engine.h"

namespace concord::pipeline {
namespace {

constexpr std::string_view kNoFigure = "no figure";
constexpr std::uint32_t kFarthest = 40;  // lines of an example
constexpr std::string_view kReadTypes[] = {"count", "count_a", "number", "percent",
                                           "money", "measure", "age",    "duration"};

/// The place of `word` at or below the line where an example begins, behind the key `key`.
Location place_of(const RuleSet& rules, const RulePosition& from, std::string_view key,
                  std::string_view word) {
  Location place;
  place.file = rules.files.at(from.file);
  place.line = from.line;
  place.column = from.column;
  if (from.file >= rules.texts.size()) {
    return place;
  }
  std::string_view rest = rules.texts[from.file];
  bool below = false;
  for (std::uint32_t line = 1; !rest.empty() && line < from.line + kFarthest; ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t opener = line < from.line ? std::string_view::npos : text.find(key);
    below = below || opener != std::string_view::npos;
    const std::size_t at =
        below ? text.find(word, opener == std::string_view::npos ? 0 : opener + key.size())
              : std::string_view::npos;
    if (at != std::string_view::npos) {
      place.line = line;
      place.column = static_cast<std::uint32_t>(code_points(text.substr(0, at)) + 1);
      place.excerpt = LineText(text);
      place.marked = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      return place;
    }
  }
  return place;
}

Diagnostic unreadable(Location place, const std::string& written, const std::string& type,
                      std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = "E320";
  diagnostic.message = fmt::format("`{}` cannot be read as {}", written, type);
  diagnostic.where = std::move(place);
  diagnostic.help = std::move(help);
  return diagnostic;
}

using Types = std::span<const std::string_view>;
constexpr std::string_view kTimes[] = {"date", "time"};
constexpr std::string_view kNames[] = {"name", "text"};

bool has_slot_of(const PhraseNode& node, Types types) {
  return (node.kind == PhraseKind::slot && std::ranges::find(types, node.type) != types.end()) ||
         std::ranges::any_of(node.children,
                             [&](const PhraseNode& child) { return has_slot_of(child, types); });
}

/// True if a phrase of the fact has a slot of one of these types, so that its figure may be that.
bool has_slot_of(const FactRule& fact, Types types) {
  return std::ranges::any_of(fact.find, [&](const FindGroup& group) {
    return std::ranges::any_of(
        group.phrases, [&](const Phrase& phrase) { return has_slot_of(phrase.root, types); });
  });
}

bool is_read(const Engine& engine, const std::string& written) {
  const Engine::Parts& parts = engine.parts();
  return normalize::read_one(parts.reader, parts.lexicon, written).has_value();
}

void check_figure(const Engine& engine, const FactRule& fact, const Example& example,
                  const std::string& written, Diagnostics& diagnostics) {
  constexpr std::string_view kOther[] = {"nothing", kNoFigure};
  constexpr std::string_view kNothing[] = {"no", "nil", "null", "empty", "false"};
  const bool figure = std::ranges::find(kReadTypes, fact.value_type) != std::end(kReadTypes);
  if (!figure || written == kNoFigure || is_read(engine, written)) {
    return;
  }
  diagnostics.push_back(unreadable(
      place_of(engine.rules(), example.where, "get:", written), written, "a " + fact.value_type,
      std::ranges::find(kNothing, written) != std::end(kNothing)
          ? "a sentence that must give no figure has `get: nothing`"
          : did_you_mean(written, kOther,
                         "write the figure as in the sentence, its noun left out")));
}

void check_entry(const Engine& engine, const WordList& list, const Example& example,
                 const std::string& written, Diagnostics& diagnostics) {
  std::vector<std::string_view> names{"nothing"};
  for (const ListEntry& entry : list.entries) {
    if (fold(entry.name) == fold(written)) {
      return;
    }
    names.emplace_back(entry.name);
  }
  diagnostics.push_back(unreadable(place_of(engine.rules(), example.where, "get:", written),
                                   written, "a name of the list " + list.name,
                                   did_you_mean(written, names, "name an entry of the list")));
}

void check_fact(const Engine& engine, const FactRule& fact, Diagnostics& diagnostics) {
  const auto& lists = engine.rules().lists;
  const auto list = std::ranges::find(lists, fact.value_type, &WordList::name);
  for (const Example& example : fact.examples) {
    for (const ExpectedValue& expected : example.get) {
      if (list != lists.end() && !has_slot_of(fact, kNames)) {
        check_entry(engine, *list, example, expected.value, diagnostics);
      } else if (list == lists.end() && !has_slot_of(fact, kTimes)) {
        check_figure(engine, fact, example, expected.value, diagnostics);
      }
    }
  }
}

void check_given(const Engine& engine, const CheckRule& check, Diagnostics& diagnostics) {
  const Engine::Parts& parts = engine.parts();
  for (const CheckExample& example : check.examples) {
    for (const auto& [term, written] : example.given) {
      const auto value = normalize::read_one(parts.reader, parts.lexicon, written);
      if (!value || !std::holds_alternative<Quantity>(*value)) {
        diagnostics.push_back(unreadable(place_of(engine.rules(), example.where, term, written),
                                         written, "a number", "write a number: 12, at least 12"));
      }
    }
  }
}

}  // namespace

void check_examples(const Engine& engine, Diagnostics& diagnostics) {
  for (const FactRule& fact : engine.rules().facts) {
    check_fact(engine, fact, diagnostics);
  }
  for (const CheckRule& check : engine.rules().checks) {
    check_given(engine, check, diagnostics);
  }
}

}  // namespace concord::pipeline
