#include "pipeline/probes.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "pipeline/engine.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr const char* kFile = "probes/probes.yaml";
constexpr std::string_view kName = "probe-";
constexpr std::size_t kBatch = 800;  // more would grow too large with shared phrases written out

constexpr std::uint32_t kIndent = 10;  // of a phrase in the file of probes

/// Each probe as a fact of its own, so that no match stands in another's way.  The kind keeps a
/// number behind "including" from being passed over, the constant lets a phrase without a figure
/// match.  `lines` gets the line of each probe's phrase.
std::string file_of(std::span<const Probe> probes, std::vector<std::uint32_t>& lines) {
  std::string text = "factrules: 1\npack: probes\nfacts:\n";
  std::uint32_t line = 4;
  for (std::size_t i = 0; i < probes.size(); ++i) {
    const Probe& probe = probes[i];
    std::string phrase = probe.phrase;
    std::ranges::replace_if(
        phrase, [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
    const std::string unit = probe.unit.empty() ? "" : "    unit: " + probe.unit + "\n";
    text += fmt::format(
        "  probe-{}:\n    describe: p\n    value: {}\n{}    kind: k\n    kinds: [v]\n"
        "    event: any\n    find:\n      - phrases: |\n          {}\n"
        "        set: {{ k: v, by: 1 }}\n",
        i, probe.value_type, unit, phrase);
    line += unit.empty() ? 10 : 11;
    lines.push_back(line - 2);
  }
  return text;
}

/// A complaint about the file of probes as one about the phrase.
Diagnostic about_phrase(Diagnostic complaint, std::uint32_t number) {
  Location& where = complaint.where;
  where.file = "phrase";
  where.line = number;
  where.column -= std::min(where.column, kIndent);
  if (where.excerpt.size() > kIndent && where.marked.begin >= kIndent) {
    where.excerpt = LineText(where.excerpt.view().substr(kIndent));
    where.marked = {where.marked.begin - kIndent, where.marked.end - kIndent};
  }
  return complaint;
}

std::uint32_t number_of(const std::string& name) {
  std::uint32_t number = 0;
  std::from_chars(name.data() + kName.size(), name.data() + name.size(), number);
  return number;
}

void try_batch(const Engine::Parts& parts, const std::vector<ProbeText>& texts, std::uint32_t first,
               std::vector<ProbeHit>& hits) {
  std::vector<Fact> facts;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    Document document;
    document.id = document.source = "text";
    document.text = texts[i].text;
    TokenizedText tokens;
    tokenize::tokenize_text(document.text, parts.lexicon, tokens);
    for (Paragraph& paragraph : tokens.paragraphs) {
      paragraph.part = texts[i].part;
    }
    facts.clear();
    extract_facts(parts, document, tokens, {}, facts);
    for (const Fact& fact : facts) {
      const std::uint32_t probe = first + number_of(parts.rules.facts[fact.rule.index].name);
      hits.push_back({probe, i, fact.extent, fact.filler});
    }
  }
}

}  // namespace

RuleSet probe_rules(const RuleSet& rules, std::span<const Probe> probes, Diagnostics& diagnostics) {
  std::vector<rules::RuleText> files = rules::texts_of(rules);
  std::vector<std::uint32_t> lines;
  files.push_back({kFile, file_of(probes, lines)});
  Diagnostics complaints;
  RuleSet set = rules::load_texts(files, false, complaints);
  for (Diagnostic& complaint : complaints) {
    if (complaint.where.file == kFile) {
      const auto line = std::ranges::lower_bound(lines, complaint.where.line);
      const auto number = static_cast<std::uint32_t>(1 + (line - lines.begin()));
      diagnostics.push_back(about_phrase(std::move(complaint), number));
    }
  }
  std::erase_if(set.facts, [](const FactRule& fact) { return fact.pack != "probes"; });
  set.checks.clear();
  set.contexts.clear();
  set.events.clear();
  set.attributions.clear();
  return set;
}

std::vector<ProbeHit> try_probes(const RuleSet& rules, const std::vector<Probe>& probes,
                                 const std::vector<ProbeText>& texts) {
  std::vector<ProbeHit> hits;
  Diagnostics ignored;
  for (std::size_t first = 0; first < probes.size(); first += kBatch) {
    const auto batch = std::span(probes).subspan(first, std::min(kBatch, probes.size() - first));
    const auto number = static_cast<std::uint32_t>(first);
    const Engine engine(probe_rules(rules, batch, ignored), ignored);
    try_batch(engine.parts(), texts, number, hits);
  }
  std::ranges::stable_sort(hits, {}, [](const ProbeHit& hit) {
    return std::tuple(hit.text, hit.extent.begin, hit.probe);
  });
  return hits;
}

}  // namespace concord::pipeline
