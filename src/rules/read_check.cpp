#include <algorithm>
#include <string>
#include <utility>

#include "rules/phrase_words.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

/// Checks that are code (compare/built_in_checks.cpp, copy_checks.cpp); a rule switches them on and
/// says how grave they are.
constexpr std::string_view kBuiltIn[] = {
    "weekday-matches-date", "age-matches-birth-year", "percent-of-count",
    "same-number-other-measure", "implausible-jump", "background-figure",
    // of a draft's own text (proofread/proofread.cpp)
    "conversion-matches", "date-range-in-order", "events-in-order", "list-adds-up",
    "change-matches-percent", "percent-or-points", "names-match-number", "officials-and-one-named",
    "million-or-billion", "digits-changed-over", "number-told-again", "headline-counts-match",
    "name-spelling", "claim-as-fact", "quote-and-speaker", "quote-told-again", "range-in-order"};

void read_example(const YamlNode& map, const Page& page, CheckRule& check) {
  page.check_keys(map, kCheckExampleKeys, map, "an example of a check");
  CheckExample example;
  example.where = page.position(map);
  if (const YamlNode* given = Page::find(map, "given");
      given != nullptr && page.is_mapping(*given, "`given`")) {
    for_each_entry(*given, [&](const YamlNode& key, const YamlNode& value) {
      if (std::optional<std::string> text = page.text(value, "`given`")) {
        example.given.emplace(key.text, std::move(*text));
      }
    });
  }
  if (const YamlNode* node = Page::find(map, "verdict")) {
    if (const auto verdict = page.word(*node, kVerdicts, "`verdict`")) {
      example.verdict = static_cast<Verdict3>(*verdict);
    }
  }
  check.examples.push_back(std::move(example));
}

void read_examples(const YamlNode& list, const Page& page, CheckRule& check) {
  if (list.kind != YamlKind::sequence) {
    page.complaints.add(Code::wrong_type, page.place(list), "`examples` needs a list",
                        "write one `- given: { ... }` an example, with `verdict:` below it");
    return;
  }
  for (const YamlNode& item : list.children) {
    if (page.is_mapping(item, "an example of a check")) {
      read_example(item, page, check);
    }
  }
}

void read_settings(const YamlNode& map, const Page& page, CheckRule& check) {
  if (const YamlNode* node = Page::find(map, "describe")) {
    check.describe = page.text(*node, "`describe`").value_or("");
  }
  if (const YamlNode* node = Page::find(map, "say")) {
    check.say = page.text(*node, "`say`").value_or("");
  }
  if (const YamlNode* node = Page::find(map, "within")) {
    const auto within = page.word(*node, kWithin, "`within`");
    check.within = within == std::size_t{0} ? CheckWithin::article : CheckWithin::event;
  }
  if (const YamlNode* node = Page::find(map, "severity")) {
    check.severity = page.severity(*node).value_or(Severity::warning);
  }
  if (page.draft) {
    check.severity = Severity::note;
  }
}

/// `must:` says the check; `built in: yes` names one that is code.
void read_must(const YamlNode& key, const YamlNode& map, const Page& page, CheckRule& check) {
  const YamlNode* must = Page::find(map, "must");
  const YamlNode* built_in = Page::find(map, "built in");
  if ((must == nullptr) == (built_in == nullptr)) {
    page.complaints.add(Code::missing_key, page.place(key),
                        "the check `" + key.text + "` needs `must:`" +
                            (must == nullptr ? "" : " or `built in:`, not both"),
                        "write `must: deaths <= aboard`");
    return;
  }
  if (must != nullptr) {
    if (std::optional<CheckExpression> expression = read_check_expression(*must, page)) {
      check.must = std::move(*expression);
    }
    return;
  }
  page.word(*built_in, kYes, "`built in`");
  check.must.written = "(built in)";
  if (std::ranges::find(kBuiltIn, key.text) == std::end(kBuiltIn)) {
    page.complain_of_word(key, key.text, kBuiltIn, "a built-in check");
  }
}

/// A term as compare calls it: "highest deaths.all in headline".
std::string name_of(const CheckTerm& term) {
  constexpr std::string_view kPicks[] = {"", "highest ", "lowest ", "latest "};
  constexpr std::string_view kNames[] = {"headline", "lead", "body", "caption"};
  std::string name(kPicks[static_cast<std::size_t>(term.pick)]);
  name += (term.all_keys ? "sum of " : "") + term.fact;
  name += term.kind.empty() ? "" : "." + term.kind;
  name += term.part ? " in " + std::string(kNames[static_cast<std::size_t>(*term.part)]) : "";
  return name + (term.from.empty() ? "" : " from " + term.from);
}

/// `say` may print the source and the terms as they are written.
void check_terms_said(const YamlNode& map, const Page& page, const CheckExpression& must) {
  std::vector<std::string> names{"source"};
  for (const auto* side : {&must.left, &must.right}) {
    for (const CheckTerm& term : *side) {
      names.push_back(term.number ? to_string(*term.number) : name_of(term));
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  check_say(map, page, known);
}

void read_check(const YamlNode& key, const YamlNode& map, const Page& page,
                std::vector<CheckRule>& out) {
  const std::size_t errors = page.complaints.errors();
  page.check_keys(map, kCheckKeys, key, "the check `" + key.text + "`");
  CheckRule check;
  check.pack = page.pack;
  check.name = key.text;
  check.where = page.position(key);
  read_must(key, map, page, check);
  read_settings(map, page, check);
  if (!check.must.left.empty()) {  // what built-in checks say is their own
    check_terms_said(map, page, check.must);
  }
  if (const YamlNode* examples = Page::find(map, "examples");
      examples != nullptr && page.with_examples) {
    read_examples(*examples, page, check);
  }
  if (page.complaints.errors() == errors) {
    out.push_back(std::move(check));
  }
}

}  // namespace

void read_checks(const YamlNode& section, const Page& page, std::vector<CheckRule>& out) {
  if (!page.is_mapping(section, "`checks`")) {
    return;
  }
  for_each_entry(section, [&](const YamlNode& key, const YamlNode& value) {
    if (!is_name(key.text)) {
      page.complain_of_name(key);
      return;
    }
    if (!page.is_mapping(value, "the check `" + key.text + "`")) {
      return;
    }
    if (page.names.define_rule("check", key.text, page.place(key))) {
      read_check(key, value, page, out);
    }
  });
}

}  // namespace concord::rules
