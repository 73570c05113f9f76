#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "cli/told_ids.h"
#include "ingest/ingest.h"
#include "wording/fact_text.h"
#include "wording/group_text.h"
#include "wording/names.h"

namespace concord::cli {
namespace {

std::string fact_text(const RuleSet& rules, const Document& document, const Fact& fact) {
  const FactRule& rule = rules.facts[fact.rule.index];
  std::string text = fmt::format("  {}", rule.name);
  text += fact.kind.empty() ? "" : " " + fact.kind;
  text += fact.key.empty() ? "" : " (" + fact.key + ")";
  text += fmt::format(": \"{}\"\n", document.text.substr(fact.filler.begin, fact.filler.size()));
  const std::string_view written = wording::phrase_written(rule, fact.phrase);
  text += fmt::format("      found by {}{}{}\n", wording::rule_place(rules, fact.phrase),
                      written.empty() ? "" : "  ", written);
  return text + wording::circumstances(fact, "      ");
}

void explain_sentence(Session& session, const pipeline::Engine& engine,
                      const std::string& sentence) {
  const auto explained = pipeline::explain(engine, sentence, session.arguments().wall_clock);
  session.write("values\n" + report::values_report("sentence", explained.document.text,
                                                   explained.values, {}, report::Format::human,
                                                   session.style()));
  std::string facts;
  std::string aside;
  for (const Fact& fact : explained.facts) {
    (fact.excluded_by.empty() ? facts : aside) +=
        without_controls(fact_text(engine.rules(), explained.document, fact));
  }
  session.write(facts.empty() ? "no fact: no phrase of any rule matches\n" : "facts\n" + facts);
  if (!aside.empty()) {
    session.write("set aside\n" + aside);
  }
}

void append_phrases(std::string& text, const RuleSet& rules, std::string_view title,
                    const std::vector<Phrase>& phrases) {
  if (!phrases.empty()) {
    text += fmt::format("{}\n", title);
  }
  for (const Phrase& phrase : phrases) {
    text += fmt::format("  {:<28} {}\n", wording::rule_place(rules, phrase.where), phrase.written);
  }
}

std::string agree_text(const FactRule& fact) {
  constexpr std::string_view kWords[] = {"exact", "ranges overlap", "within", "same name"};
  std::string text(kWords[static_cast<std::size_t>(fact.compare.agree)]);
  const std::string tolerance = wording::tolerance_text(fact);
  return tolerance.empty() ? text : text + " " + tolerance;
}

std::string compare_text(const FactRule& fact) {
  const CompareRule& rule = fact.compare;
  constexpr std::string_view kTrends[] = {"only rises", "only falls", "free", "fixed"};
  std::string text =
      fmt::format("compared: agree {}; trend {}; severity {}", agree_text(fact),
                  kTrends[static_cast<std::size_t>(rule.trend)], wording::name_of(rule.severity));
  if (rule.stale_after) {
    text += fmt::format("; stale after {:g} hours", static_cast<double>(*rule.stale_after) / 3600);
  }
  if (rule.floor_within) {
    text += fmt::format("; floor within {}%", to_string(*rule.floor_within));
  }
  return text + "\n";
}

std::string explain_fact(const RuleSet& rules, const FactRule& rule) {
  std::string text =
      fmt::format("{}/{}  {}\n{}\nvalue: {}", rule.pack, rule.name,
                  wording::rule_place(rules, rule.where), rule.describe, rule.value_type);
  text += rule.unit.empty() ? "" : ", in " + rule.unit;
  text += rule.key.empty() ? "" : "; key: " + rule.key;
  if (!rule.kinds.empty()) {
    text += "; kinds:";
    for (const std::string& kind : rule.kinds) {
      text += " " + kind;
    }
  }
  text += rule.event.empty() ? "\n" : "; event: " + rule.event + "\n";
  text += compare_text(rule);
  for (const FindGroup& group : rule.find) {
    std::string title = "find";
    for (const auto& [slot, value] : group.set) {
      title += fmt::format(", {} = {}", slot, value);
    }
    append_phrases(text, rules, title + wording::group_text(group), group.phrases);
  }
  append_phrases(text, rules, "unless", rule.unless);
  return text;
}

std::string explain_check(const RuleSet& rules, const CheckRule& rule) {
  return fmt::format("{}/{}  {}\n{}\nmust: {}\nwithin one {}; severity {}\n", rule.pack, rule.name,
                     wording::rule_place(rules, rule.where), rule.describe, rule.must.written,
                     rule.within == CheckWithin::article ? "article" : "event",
                     wording::name_of(rule.severity));
}

/// What is said of a rule; empty when no rule is called so.
std::string explain_rule(const RuleSet& rules, const std::string& name) {
  std::string text;
  const auto is_meant = [&](const auto& rule) {
    return rule.name == name || rule.pack + "/" + rule.name == name;
  };
  for (const FactRule& rule : rules.facts) {
    text += is_meant(rule) ? explain_fact(rules, rule) : "";
  }
  for (const CheckRule& rule : rules.checks) {
    text += is_meant(rule) ? explain_check(rules, rule) : "";
  }
  return text;
}

std::vector<std::string_view> rule_names(const RuleSet& rules) {
  std::vector<std::string_view> names;
  for (const FactRule& rule : rules.facts) {
    names.emplace_back(rule.name);
  }
  for (const CheckRule& rule : rules.checks) {
    names.emplace_back(rule.name);
  }
  return names;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

/// What a night has of the finding, or of the slip in our own copy.
Result<std::optional<ToldWhole>> told_by(const store::Store& store, const store::Snapshot& night,
                                         const std::string& id) {
  std::optional<ToldWhole> told;
  for (ToldFinding& slip : ingest::read_told_slips(night.summary)) {
    if (slip.id == id) {
      told.emplace().finding = std::move(slip);
      return told;
    }
  }
  const auto done = store.for_each_finding(night.row, [&](const store::StoredFinding& one) {
    told = one.id == id ? ingest::read_told_whole(one.json) : std::nullopt;
    return !told;
  });
  return done ? Result<std::optional<ToldWhole>>(std::move(told)) : failure(done.error());
}

/// What the newest night that tells of the finding has of it; false where none does.
bool explain_finding(Session& session, const std::string& beginning) {
  const auto store = session.find_store();
  if (!store) {
    return false;
  }
  const auto nights = store->snapshots();
  const auto ids = told_ids(*store, beginning);
  if (!succeeded(session, nights) || !succeeded(session, ids)) {
    return true;
  }
  const auto id = only_id(session, *ids, beginning);
  for (auto night = nights->rbegin(); id && night != nights->rend(); ++night) {
    const auto told = told_by(*store, *night, *id);
    if (!succeeded(session, told)) {
      return true;
    }
    if (*told) {
      session.write(report::told_report(night->id, **told, session.style()));
      return true;
    }
  }
  return ids->size() > 1;
}

}  // namespace

void explain(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("explain takes one rule or one sentence",
                               "a sentence stands in quotation marks"));
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  const std::string& asked = session.arguments().inputs.front();
  if (const std::string text = explain_rule(engine->rules(), asked); !text.empty()) {
    session.write(without_controls(text));
    return;
  }
  if (may_begin_id(asked) && explain_finding(session, asked)) {
    return;
  }
  if (may_begin_id(asked) && has_digit(asked)) {
    session.refuse(usage_error(fmt::format("no night of the store tells of a finding `{}`", asked),
                               "`concord check DRAFT -v` tells those of a draft"));
    return;
  }
  if (asked.find(' ') == std::string::npos) {
    session.refuse(usage_error(
        fmt::format("no fact or check is called `{}`", asked),
        did_you_mean(asked, rule_names(engine->rules()), "a sentence stands in quotation marks")));
    return;
  }
  std::vector<std::uint32_t> replaced;
  explain_sentence(session, *engine, replace_invalid_utf8(asked, replaced));
}

}  // namespace concord::cli
