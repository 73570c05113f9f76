// What a name, a phrase or a key of a rule file stands for.
#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "lsp/rule_file.h"
#include "lsp/rule_words.h"
#include "rules/rules.h"

namespace concord::lsp {
namespace {

constexpr std::size_t kSentences = 5;
constexpr std::size_t kMostLines = 12;
constexpr std::size_t kMostEntries = 12;

std::string place_of(const RuleSet& rules, RulePosition where) {
  return where.file < rules.files.size() ? fmt::format("{}:{}", rules.files[where.file], where.line)
                                         : std::string();
}

/// The line at a place and those below it that stand further in, as they are written.
std::string written_at(const RuleSet& rules, RulePosition where) {
  if (where.file >= rules.texts.size() || where.line == 0) {
    return {};
  }
  const std::string& text = rules.texts[where.file];
  const LineIndex lines(text);
  std::string out;
  std::size_t indent = 0;
  std::size_t shown = 0;
  for (std::uint32_t number = where.line; number <= lines.line_count(); ++number) {
    const Span span = lines.line(number);
    const std::string_view line = std::string_view(text).substr(span.begin, span.size());
    const std::size_t begin = line.find_first_not_of(' ');
    if (number == where.line) {
      indent = std::min(begin, line.size());
    } else if (begin == std::string_view::npos || begin <= indent) {
      break;
    }
    if (++shown > kMostLines) {
      out += "...\n";
      break;
    }
    out += std::string(line.substr(std::min(indent, line.size()))) + "\n";
  }
  return "```yaml\n" + out + "```\n";
}

std::string samples_text(const RuleSet& rules, const pipeline::Probe& probe) {
  Diagnostics unsound;
  const pipeline::PhraseSamples samples =
      pipeline::sample_phrase(rules, probe, kSentences, unsound);
  std::string text;
  for (const std::string& sentence : samples.sentences) {
    text += "- " + sentence + "\n";
  }
  return text.empty() ? text
                      : fmt::format("\nAccepts, for example ({} in all):\n{}", samples.count, text);
}

std::string list_text(const RuleSet& rules, std::string_view name) {
  const auto list = std::ranges::find(rules.lists, name, &WordList::name);
  std::string text;
  if (list == rules.lists.end()) {
    return text;
  }
  for (std::size_t i = 0; i < std::min(list->entries.size(), kMostEntries); ++i) {
    text += (i == 0 ? "" : ", ") + list->entries[i].name;
  }
  const std::size_t more = list->entries.size() - std::min(list->entries.size(), kMostEntries);
  return fmt::format("\nEntries: {}{}\n", text, more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string shared_text(const RuleSet& rules, std::string_view name) {
  const auto shared = std::ranges::find(rules.shared, name, &SharedName::name);
  if (shared == rules.shared.end()) {
    return {};
  }
  std::string text = fmt::format("**{}**: {}, {}, used {} times\n\n", shared->name,
                                 shared->is_list ? "list" : "shared phrase",
                                 place_of(rules, shared->where), shared->uses);
  text += written_at(rules, shared->where);
  text += shared->is_list ? list_text(rules, name)
                          : samples_text(rules, {.phrase = "<" + shared->name + ">"});
  return text;
}

std::string fact_text(const RuleSet& rules, std::string_view word) {
  const auto fact = std::ranges::find(rules.facts, word.substr(0, word.find('.')), &FactRule::name);
  if (fact == rules.facts.end()) {
    return {};
  }
  std::string text =
      fmt::format("**{}/{}**: {}\n\nvalue: {}{}", fact->pack, fact->name, fact->describe,
                  fact->value_type, fact->unit.empty() ? "" : " in " + fact->unit);
  for (std::size_t i = 0; i < fact->kinds.size(); ++i) {
    text += (i == 0 ? "\\\nkinds: " : ", ") + fact->kinds[i];
  }
  return text + "\\\n" + place_of(rules, fact->where) + "\n";
}

/// All forms of the word before a `~`.
std::string forms_text(const RuleWords& words, const TextBuffer& buffer) {
  const std::uint32_t end = words.word_span.end;
  if (words.word.empty() || end >= buffer.text().size() || buffer.text()[end] != '~') {
    return {};
  }
  std::string text;
  for (const std::string& form : rules::inflect(words.word)) {
    text += (text.empty() ? "" : ", ") + form;
  }
  return fmt::format("**{}~**: {}\n", words.word, text);
}

bool is_phrase_line(const RuleWords& words) {
  if (!words.key.empty() || words.path.empty()) {
    return false;
  }
  const auto above = std::span(words.path).first(words.path.size() - 1);
  const auto keys = rules::keys_below(above);
  const auto key = std::ranges::find(keys, words.path.back(), &rules::KeyWord::name);
  return words.path.front() == "phrases" || (key != keys.end() && key->takes_phrases);
}

/// Sentences that the phrase of a line accepts.
std::string phrase_text(const RuleView& view, const RuleWords& words) {
  const std::string place = fmt::format("{}:{}", view.checked.name, words.number + 1);
  auto probe = pipeline::probe_named(view.checked.rules, place, {});
  if (!probe || probe->phrase == place) {  // no rule has it: a fact with a mistake is no rule yet
    if (!is_phrase_line(words)) {
      return {};
    }
    const std::size_t begin = std::min(words.line.find_first_not_of(" -"), words.line.size());
    probe = pipeline::Probe{.phrase = std::string(words.line.substr(begin))};
  }
  const std::string samples = samples_text(view.checked.rules, *probe);
  return samples.empty() ? samples : fmt::format("`{}`\n{}", probe->phrase, samples);
}

std::string key_text(const RuleWords& words) {
  for (const rules::KeyWord& key : rules::keys_below(words.path)) {
    if (key.name == words.key) {
      std::string text = fmt::format("**{}**: {}\n", key.name, key.help);
      for (std::size_t i = 0; i < key.words.size(); ++i) {
        text += fmt::format("{}{}", i == 0 ? "\none of: " : ", ", key.words[i]);
      }
      return text;
    }
  }
  return {};
}

std::string text_at(const RuleView& view, const RuleWords& words) {
  const RuleSet& rules = view.checked.rules;
  if (words.at_key && !words.key.empty()) {
    const std::string help = key_text(words);
    return help.empty() ? shared_text(rules, words.key) + fact_text(rules, words.key) : help;
  }
  if (words.opened == '<' || words.in_type) {
    return shared_text(rules, words.word);
  }
  std::string text = forms_text(words, view.buffer);
  text = text.empty() ? phrase_text(view, words) : text;
  return text.empty() ? fact_text(rules, words.word) : text;
}

}  // namespace

std::string rule_hover(const RuleView& view, TextPosition at) {
  const RuleWords words = rule_words_at(view.buffer, view.buffer.offset_of(at, view.encoding));
  const std::string text = text_at(view, words);
  if (text.empty()) {
    return "null";
  }
  return hover(text, view.buffer.range_of(words.word_span, view.encoding));
}

}  // namespace concord::lsp
