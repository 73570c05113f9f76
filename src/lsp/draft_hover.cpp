// What a reader is told of a figure: hover, symbols, hints, the same figure elsewhere.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lsp/draft_view.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::lsp {
namespace {

constexpr std::size_t kMostFindings = 3;
constexpr std::size_t kMostReferences = 200;

/// "deaths, Kabul 2021: at least 130"
std::string name_of(const DraftView& view, FactId id) {
  const Fact& fact = view.checked.findings.facts[id.index];
  std::string text = view.engine.rules().facts[fact.rule.index].name;
  std::ranges::replace(text, '_', ' ');
  for (const std::string& part : {fact.kind, fact.key}) {
    text += part.empty() ? "" : " " + part;
  }
  return text;
}

/// "stated, by the ministry, of Kabul 2021"
std::string circumstances(const Fact& fact) {
  std::string text(wording::name_of(fact.mode));
  text += fact.by ? ", by " + fact.by->name : "";
  text += fact.event.name.empty() ? "" : ", of " + fact.event.name;
  text += fact.in_quote ? ", in a quotation" : "";
  return text;
}

std::string hover_text(const DraftView& view, const std::vector<Stated>& here) {
  std::string text;
  wording::Places places(view.checked.findings.documents);
  const report::AddressOf address = [&](DocumentId id, Span span) {
    const Document& document = view.checked.findings.documents[id.index];
    const std::string uri = id == DocumentId{0} ? view.uri : uri_of(document);
    const wording::Place place = places.place(id, span);
    const std::uint32_t line = document.in_file ? place.line : document.first_line;
    return uri.empty() ? uri : fmt::format("{}#L{}", uri, std::max(line, 1U));
  };
  std::set<const Finding*> told;
  for (const Stated& stated : here) {
    for (const Finding* finding : findings_of(view, stated.fact)) {
      if (told.size() < kMostFindings && told.insert(finding).second) {
        text += text.empty() ? "" : "\n---\n";
        text += report::evidence_table(view.checked.findings, view.engine.rules(), *finding,
                                       stated.fact, address);
      }
    }
  }
  if (text.empty()) {
    const Fact& fact = view.checked.findings.facts[here.front().fact.index];
    text = fmt::format(
        "**{}**: {} ({}); no source to compare with\n", name_of(view, here.front().fact),
        report::statement_label(view.checked.findings, here.front().fact), circumstances(fact));
  }
  return text;
}

/// SymbolKind: Number for figures, String for quotations, Constant for names and times.
std::uint64_t kind_of(const Value& value) {
  constexpr std::uint64_t kNumber = 16;
  constexpr std::uint64_t kString = 15;
  constexpr std::uint64_t kConstant = 14;
  if (std::holds_alternative<Quote>(value)) {
    return kString;
  }
  return std::holds_alternative<Quantity>(value) || std::holds_alternative<Duration>(value)
             ? kNumber
             : kConstant;
}

/// The narrowest span of the file that holds the words matched and the figure.
Span whole_of(const DraftView& view, const Fact& fact, Span filler) {
  const Span extent = view.map.in_file(fact.extent).value_or(filler);
  return {std::min(extent.begin, filler.begin), std::max(extent.end, filler.end)};
}

}  // namespace

std::string hover_at(const DraftView& view, TextPosition at) {
  const std::vector<Stated> here = stated_at(view, stated_in(view), at);
  if (here.empty()) {
    return "null";
  }
  return hover(hover_text(view, here), view.buffer.range_of(here.front().filler, view.encoding));
}

std::string symbols_of(const DraftView& view) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  for (const Stated& stated : stated_in(view)) {
    const Fact& fact = view.checked.findings.facts[stated.fact.index];
    json.begin_object();
    json.text_field("name",
                    fmt::format("{}: {}", name_of(view, stated.fact),
                                report::statement_label(view.checked.findings, stated.fact)));
    json.text_field("detail", circumstances(fact));
    json.number_field("kind", kind_of(fact.value));
    json.key("range");
    write(json, view.buffer.range_of(whole_of(view, fact, stated.filler), view.encoding));
    json.key("selectionRange");
    write(json, view.buffer.range_of(stated.filler, view.encoding));
    json.end_object();
  }
  json.end_array();
  return json.take();
}

/// True if the other fact states the figure of the first: "at least eleven" leaves room for 12 and
/// does not.
bool states_same(const Fact& one, const Fact& other) {
  const auto* first = std::get_if<Quantity>(&one.value);
  const auto* second = std::get_if<Quantity>(&other.value);
  return first == nullptr || second == nullptr || first->unit != second->unit || !first->nominal ||
         !second->nominal || *first->nominal == *second->nominal ||
         (first->hard.bounded() && second->hard.bounded());
}

/// The facts of the positions that hold the figure at a place of the draft.
std::set<std::uint32_t> facts_like(const DraftView& view, TextPosition at) {
  const Findings& findings = view.checked.findings;
  std::set<std::uint32_t> facts;
  for (const Stated& stated : stated_at(view, stated_in(view), at)) {
    facts.insert(stated.fact.index);
    for (const Finding* finding : findings_of(view, stated.fact)) {
      for (const Position& position : finding->positions) {
        if (std::ranges::find(position.facts, stated.fact) == position.facts.end()) {
          continue;
        }
        for (const FactId id : position.facts) {
          if (states_same(findings.facts[stated.fact.index], findings.facts[id.index])) {
            facts.insert(id.index);
          }
        }
      }
    }
  }
  return facts;
}

std::string references_at(const DraftView& view, TextPosition at, bool own) {
  const Findings& findings = view.checked.findings;
  wording::Places places(findings.documents);
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  std::size_t told = 0;
  for (const std::uint32_t number : facts_like(view, at)) {
    const Fact& fact = findings.facts[number];
    const Document& document = findings.documents[fact.document.index];
    const bool is_own = fact.document == DocumentId{0};
    const auto place = is_own && own ? view.map.in_file(fact.filler) : std::nullopt;
    const std::string uri = is_own ? (place ? view.uri : std::string()) : uri_of(document);
    if (uri.empty() || ++told > kMostReferences) {
      continue;
    }
    json.begin_object();
    json.text_field("uri", uri);
    json.key("range");
    write(json,
          place ? view.buffer.range_of(*place, view.encoding)
                : range_in(places.location(fact.document, fact.filler), document, view.encoding));
    json.end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace concord::lsp
