// Changes of a draft that its sources speak for, for a person to choose.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lsp/draft_view.h"
#include "wording/finding_text.h"

namespace concord::lsp {
namespace {

constexpr std::string_view kReasons[] = {"checked by hand", "the text says why"};
constexpr std::string_view kClaimAsFact = "claim-as-fact";
constexpr std::size_t kShownSources = 3;
constexpr std::size_t kMostFigures = 4;
constexpr std::size_t kMostNames = 3;

bool holds(const Position& position, FactId fact) {
  return std::ranges::find(position.facts, fact) != position.facts.end();
}

/// A figure that may be written in place of another: a number, a length of time, a name.
bool is_written_as_labeled(const Finding& finding, const Value& value) {
  return finding.check.empty() && finding.detail != Detail::wording &&
         finding.detail != Detail::internal && !std::holds_alternative<Quote>(value) &&
         !std::holds_alternative<TimeSpan>(value);
}

class Actions {
 public:
  explicit Actions(const DraftView& view) : view_(view), findings_(view.checked.findings) {}

  void add(const Stated& stated) {
    const Fact& fact = findings_.facts[stated.fact.index];
    if (fact.in_quote || fact.derived) {
      return;  // words inside quotation marks are never edited, a sum has none of its own
    }
    for (const Finding* finding : findings_of(view_, stated.fact)) {
      if (is_written_as_labeled(*finding, fact.value)) {
        replacements(*finding, stated);
        at_least(*finding, stated);
      }
      attributions(*finding, stated);
    }
  }

  /// "Krane took bribes" as "Krane allegedly took bribes", where a source has it as an accusation.
  void add_allegation(const Diagnostic& claim, Span place) {
    const std::string_view words =
        std::string_view(view_.buffer.text()).substr(place.begin, place.size());
    const auto verb = words.rfind(' ');
    if (claim.code == kClaimAsFact && verb != std::string_view::npos) {
      const auto begin = place.begin + static_cast<std::uint32_t>(verb) + 1;
      add(fmt::format("Write \"allegedly {}\"", words.substr(verb + 1)), {begin, begin},
          "allegedly ");
    }
  }

  const std::vector<TextChange>& all() const { return all_; }

 private:
  void add(std::string title, Span place, std::string text, bool preferred = false) {
    if (titles_.insert(title).second) {
      all_.push_back({std::move(title), view_.buffer.range_of(place, view_.encoding),
                      std::move(text), preferred});
    }
  }

  /// True for what the check itself would write there.
  bool is_proposed(const std::string& label, const Stated& stated) const {
    return std::ranges::any_of(view_.checked.diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.fix && diagnostic.fix->replacement == label &&
             view_.map.in_file(diagnostic.where) == stated.filler;
    });
  }

  /// What the check would write there, in the draft's own manner: "Fourteen" and not "14"; nothing
  /// where it proposes nothing.
  std::optional<std::string> proposed(const Stated& stated) const {
    for (const Diagnostic& diagnostic : view_.checked.diagnostics) {
      const auto& change = diagnostic.fix ? diagnostic.fix : diagnostic.offer;
      if (change && view_.map.in_file(diagnostic.where) == stated.filler) {
        return change->replacement;
      }
    }
    return std::nullopt;
  }

  /// True if what the sources have is over only because this text says otherwise.
  bool is_overtaken_by_text_alone(const Finding& finding, const Stated& stated) const {
    return std::ranges::none_of(finding.positions, [&](const Position& position) {
      const auto told = wording::sources_telling(findings_, position);
      const auto own = holds(position, stated.fact) ? 1 : 0;
      return !position.superseded && std::ssize(told) > own;
    });
  }

  void replacements(const Finding& finding, const Stated& stated) {
    const bool alone = is_overtaken_by_text_alone(finding, stated);
    std::vector<const Position*> others;
    for (const Position& position : finding.positions) {
      if ((!position.superseded || alone) && !position.label.empty() &&
          !holds(position, stated.fact) && others.size() < kMostFigures) {
        others.push_back(&position);
      }
    }
    const auto own_manner = others.size() == 1 ? proposed(stated) : std::nullopt;
    for (const Position* position : others) {
      const std::string& text = own_manner ? *own_manner : position->label;
      add(fmt::format(
              "Write \"{}\" ({})", text,
              wording::listed(wording::sources_telling(findings_, *position), kShownSources)),
          stated.filler, text, is_proposed(text, stated));
    }
  }

  /// The sources that still stand and have a figure as a floor, or more than it.
  struct Above {
    std::vector<std::string> floors;
    std::vector<std::string> more;
  };

  /// Nothing where one of them has less.
  std::optional<Above> sources_above(const Finding& finding, const Fact& fact,
                                     const Decimal& figure) const {
    Above above;
    for (const Position& position : finding.positions) {
      for (const FactId id : position.superseded ? std::vector<FactId>() : position.facts) {
        const Fact& other = findings_.facts[id.index];
        const auto* quantity = std::get_if<Quantity>(&other.value);
        if (other.document == fact.document || quantity == nullptr || !quantity->nominal) {
          continue;
        }
        if (*quantity->nominal < figure) {
          return std::nullopt;
        }
        const bool is_floor = *quantity->nominal == figure;
        std::vector<std::string>& sources = is_floor ? above.floors : above.more;
        const std::string& source = findings_.documents[other.document.index].source;
        if ((!is_floor || !quantity->hard.high) &&
            std::ranges::find(sources, source) == sources.end()) {
          sources.push_back(source);
        }
      }
    }
    return above;
  }

  void at_least(const Finding& finding, const Stated& stated) {
    const Fact& fact = findings_.facts[stated.fact.index];
    const auto* quantity = std::get_if<Quantity>(&fact.value);
    if (quantity == nullptr || quantity->hedge != Hedge::exact || !quantity->nominal ||
        quantity->dimension != Dimension::count) {
      return;
    }
    const auto above = sources_above(finding, fact, *quantity->nominal);
    if (!above || (above->floors.empty() && above->more.empty())) {
      return;
    }
    std::string words(view_.words(fact.filler));
    const bool opens = fact.filler.begin == fact.sentence.begin;
    if (opens && words.front() >= 'A' && words.front() <= 'Z') {
      words.front() = static_cast<char>(words.front() - 'A' + 'a');
    }
    for (const std::string_view exact : {"exactly ", "precisely "}) {
      words.erase(0, words.starts_with(exact) ? exact.size() : 0);
    }
    words.insert(0, opens ? "At least " : "at least ");
    const std::string who = above->floors.empty()
                                ? "more in " + wording::listed(above->more, kShownSources)
                                : wording::listed(above->floors, kShownSources);
    add(fmt::format("Write \"{}\" ({})", words, who), stated.filler, words);
  }

  /// Who says it, with the article that the other text has before the name.
  std::string named(const Fact& other) const {
    const std::string_view text = findings_.documents[other.document.index].text;
    const std::size_t end = std::min<std::size_t>(other.by->span.end, text.size());
    const std::size_t name = text.substr(0, end).rfind(other.by->name);
    const std::string_view before = text.substr(0, name == std::string_view::npos ? 0 : name);
    const bool article = before.ends_with("the ") || before.ends_with("The ");
    return (article ? "the " : "") + other.by->name;
  }

  /// ", according to the ministry" at the end of a sentence that names nobody.
  void attributions(const Finding& finding, const Stated& stated) {
    const Fact& fact = findings_.facts[stated.fact.index];
    const auto sentence = view_.map.in_file(fact.sentence);
    if (fact.by || !sentence || fact.part == Part::headline) {
      return;
    }
    std::set<std::string> names;  // as a sentence has them
    for (const Position& position : finding.positions) {
      if (!holds(position, stated.fact)) {
        continue;
      }
      for (const FactId id : position.facts) {
        const Fact& other = findings_.facts[id.index];
        if (other.by && !other.by->name.empty() && other.document != fact.document) {
          names.insert(named(other));
        }
      }
    }
    const std::string& text = view_.buffer.text();
    std::uint32_t end = sentence->end;
    while (end > sentence->begin && (text[end - 1] == '.' || text[end - 1] == '!')) {
      --end;
    }
    std::size_t offered = 0;
    for (const std::string& name : names) {
      const std::string words = fmt::format(", according to {}", name);
      if (++offered <= kMostNames) {
        add(fmt::format("Attribute to {}", name), {end, end}, words);
      }
    }
  }

  const DraftView& view_;
  const Findings& findings_;
  std::vector<TextChange> all_;
  std::set<std::string> titles_;
};

/// A command for each reason that one may have.
void write_acceptances(JsonWriter& json, const Diagnostic& diagnostic) {
  for (const std::string_view reason : kReasons) {
    const std::string title = fmt::format("Accept {} until tomorrow: {}", diagnostic.code, reason);
    json.begin_object();
    json.text_field("title", title);
    json.text_field("kind", "quickfix");
    json.key("command");
    json.begin_object();
    json.text_field("title", title);
    json.text_field("command", kAcceptCommand);
    json.key("arguments");
    json.begin_array();
    json.text(diagnostic.finding);
    json.text(reason);
    json.end_array();
    json.end_object();
    json.end_object();
  }
}

}  // namespace

std::string actions_in(const DraftView& view, TextRange range, bool can_accept) {
  const std::uint32_t begin = view.buffer.offset_of(range.start, view.encoding);
  const std::uint32_t end = view.buffer.offset_of(range.end, view.encoding);
  Actions actions(view);
  for (const Stated& stated : stated_in(view)) {
    if (stated.filler.begin <= end && begin <= stated.filler.end) {
      actions.add(stated);
    }
  }
  for (const Diagnostic& diagnostic : view.checked.diagnostics) {
    const auto place = view.map.in_file(diagnostic.where);
    if (place && place->begin <= end && begin <= place->end) {
      actions.add_allegation(diagnostic, *place);
    }
  }
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  for (const TextChange& change : actions.all()) {
    write(json, change, view.uri);
  }
  for (const Diagnostic& diagnostic : view.checked.diagnostics) {
    const auto place = view.map.in_file(diagnostic.where);
    if (can_accept && !diagnostic.finding.empty() && place && place->begin <= end &&
        begin <= place->end) {
      write_acceptances(json, diagnostic);
    }
  }
  json.end_array();
  return json.take();
}

}  // namespace concord::lsp
