// `concord rules doc`: packs for people who read reports.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/report.h"
#include "report/view.h"
#include "wording/finding_text.h"
#include "wording/group_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::string_view kStyle = R"(
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc } h3 { margin-bottom: .3rem }
code { font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid #e4e4e4 }
td.place { color: #666; white-space: nowrap } dt { font-weight: 600 } dd { margin: 0 0 .4rem 0 }
:root { color-scheme: light dark }
@media (max-width: 40rem) { td, td.place { display: block; white-space: normal } td + td { border-top: none; padding-top: 0 } }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #161616 } h2, td, th { border-color: #444 } td.place { color: #999 } }
@media print { body { max-width: none; margin: 0 } }
)";

class Handbook {
 public:
  Handbook(const RuleSet& rules, std::string_view pack, const std::vector<PhraseSample>& samples)
      : rules_(rules), pack_(pack), samples_(samples) {}

  std::string write() {
    const std::string title =
        pack_.empty() ? std::string("Rules") : "Rules of the pack " + html_escaped(pack_);
    out_ =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
        title + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<h1>" +
        title + "</h1>\n";
    contents();
    for (const FactRule& fact : rules_.facts) {
      if (is_wanted(fact.pack)) {
        write_fact(fact);
      }
    }
    for (const CheckRule& check : rules_.checks) {
      if (is_wanted(check.pack)) {
        write_check(check);
      }
    }
    return std::move(out_) + "</body>\n</html>\n";
  }

 private:
  bool is_wanted(const std::string& pack) const { return pack_.empty() || pack == pack_; }

  std::string place(const RulePosition& where) const {
    return where.file < rules_.files.size()
               ? fmt::format("{}:{}", rules_.files[where.file], where.line)
               : std::string();
  }

  void contents() {
    out_ += "<nav><ul>\n";
    const auto add = [&](std::string_view kind, const auto& rule) {
      if (is_wanted(rule.pack)) {
        out_ += fmt::format("<li><a href=\"#{0}-{1}\">{1}</a>: {2}</li>\n", kind,
                            html_escaped(rule.name), html_escaped(rule.describe));
      }
    };
    for (const FactRule& fact : rules_.facts) {
      add("fact", fact);
    }
    for (const CheckRule& check : rules_.checks) {
      add("check", check);
    }
    out_ += "</ul></nav>\n";
  }

  void term(std::string_view name, const std::string& text) {
    if (!text.empty()) {
      out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html_escaped(text));
    }
  }

  static std::string agreement(const FactRule& rule) {
    constexpr std::string_view kAgree[] = {
        "only equal figures agree", "figures that can both be true agree",
        "figures agree that differ by at most", "equal names agree, and a part with its whole"};
    std::string text(kAgree[static_cast<std::size_t>(rule.compare.agree)]);
    const std::string tolerance = wording::tolerance_text(rule);
    return tolerance.empty() ? text : text + " " + tolerance;
  }

  /// Trend, staleness and the age of floors.
  static std::string moves(const CompareRule& rule) {
    constexpr std::string_view kMoves[] = {
        "a later, lower figure needs a word of correction",
        "a later, higher figure needs a word of correction", "any later move is an update",
        "it does not change: a later difference is a contradiction"};
    std::string text(kMoves[static_cast<std::size_t>(rule.trend)]);
    if (rule.stale_after) {
      text += fmt::format("; a replaced figure is stale after {:g} hours",
                          static_cast<double>(*rule.stale_after) / 3600);
    }
    if (rule.floor_within) {
      text += "; an old \"at least\" is stale when it lies more than " +
              to_string(*rule.floor_within) + "% behind";
    }
    return text;
  }

  void phrases(std::string_view title, const std::vector<Phrase>& lines) {
    if (lines.empty()) {
      return;
    }
    out_ += fmt::format("<h3>{}</h3>\n<table>\n", title);
    for (const Phrase& phrase : lines) {
      const auto sample = std::ranges::find(samples_, phrase.where, &PhraseSample::phrase);
      out_ += fmt::format("<tr><td><code>{}</code><br>{}</td><td class=\"place\">{}</td></tr>\n",
                          html_escaped(phrase.written),
                          sample == samples_.end() || sample->sentence.empty()
                              ? std::string()
                              : "as in <i>" + html_escaped(sample->sentence) + "</i>",
                          html_escaped(place(phrase.where)));
    }
    out_ += "</table>\n";
  }

  static std::string expected(const Example& example) {
    std::string text;
    for (const ExpectedValue& value : example.get) {
      text +=
          (text.empty() ? "" : ", ") + (value.kind.empty() ? "" : value.kind + " ") + value.value;
    }
    text = example.nothing ? "nothing" : text;
    text += example.mode ? fmt::format(" ({})", wording::name_of(*example.mode)) : "";
    return text + (example.event && *example.event != "main" ? " (another event)" : "");
  }

  void write_fact(const FactRule& fact) {
    out_ +=
        fmt::format("<h2 id=\"fact-{0}\">{0}</h2>\n<p>{1}.{2}</p>\n<dl>\n", html_escaped(fact.name),
                    html_escaped(fact.describe), fact.draft ? " <b>Draft.</b>" : "");
    term("Value",
         fact.value_type + (fact.unit.empty() || fact.unit == "1" ? "" : " in " + fact.unit));
    term("Kinds", wording::listed(fact.kinds, fact.kinds.size()));
    term("Told apart by", fact.kinds.empty() ? fact.key : std::string());
    term("Sources", agreement(fact));
    term("Over time", moves(fact.compare));
    term("A difference is", std::string(wording::name_of(fact.compare.severity)));
    out_ += "</dl>\n";
    for (const FindGroup& group : fact.find) {
      std::string title = "Found by";
      for (const auto& [slot, value] : group.set) {
        title += fmt::format(", {} {}", html_escaped(slot), html_escaped(value));
      }
      phrases(title + html_escaped(wording::group_text(group)), group.phrases);
    }
    phrases("Except in", fact.unless);
    if (!fact.examples.empty()) {
      out_ += "<h3>Examples</h3>\n<table>\n";
      for (const Example& example : fact.examples) {
        out_ += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", html_escaped(example.text),
                            html_escaped(expected(example)));
      }
      out_ += "</table>\n";
    }
  }

  void write_check(const CheckRule& check) {
    constexpr std::string_view kVerdicts[] = {"holds", "may hold", "is broken", "cannot be told"};
    out_ += fmt::format("<h2 id=\"check-{0}\">{0}</h2>\n<p>{1}.</p>\n<dl>\n",
                        html_escaped(check.name), html_escaped(check.describe));
    term("Must", check.must.written);
    term("Within", check.within == CheckWithin::article ? "one article" : "the event");
    term("Broken, it is", std::string(wording::name_of(check.severity)));
    out_ += "</dl>\n";
    if (check.examples.empty()) {
      return;
    }
    out_ += "<h3>Examples</h3>\n<table>\n";
    for (const CheckExample& example : check.examples) {
      std::string given;
      for (const auto& [name, value] : example.given) {
        given += (given.empty() ? "" : ", ") + name + " " + value;
      }
      out_ += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", html_escaped(given),
                          kVerdicts[static_cast<std::size_t>(example.verdict)]);
    }
    out_ += "</table>\n";
  }

  const RuleSet& rules_;
  std::string_view pack_;
  const std::vector<PhraseSample>& samples_;
  std::string out_;
};

}  // namespace

std::string handbook(const RuleSet& rules, std::string_view pack,
                     const std::vector<PhraseSample>& samples) {
  return Handbook(rules, pack, samples).write();
}

}  // namespace concord::report
