// The law of the prefilter: trying every phrase in every sentence gives the same facts as trying
// only those whose required words stand there.
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "extract/extract.h"
#include "normalize/normalize.h"
#include "rules/rules.h"
#include "tokenize/tokenize.h"

namespace concord {
namespace {

/// The shipped packs, ready to read.
class Engine {
 public:
  Engine() : rules_(rules::load(CONCORD_SOURCE_DIR "/rules", {}, complaints_)) {
    normalize::add_vocabulary(lexicon_);
    matcher_ = std::make_unique<extract::Matcher>(rules_, lexicon_, complaints_);
    reader_ = std::make_unique<normalize::Reader>(lexicon_);
  }

  std::vector<std::string> read(const std::string& text, bool prefilter) const {
    Document document;
    document.text = text;
    TokenizedText tokens;
    tokenize::tokenize(document, lexicon_, tokens);
    const normalize::Reading reading{.reference =
                                         from_civil({.year = 2024, .month = 3, .day = 24})};
    extract::Options options{.prefilter = prefilter, .keep_excluded = true};
    if (prefilter) {
      options.hint_values = [&](Range range, ValueHints& out) {
        reader_->hint(text, tokens, range, out);
      };
    }
    std::vector<Fact> facts;
    extract::extract(
        document, tokens, *matcher_,
        [&](Range range, std::vector<ValueMention>& out) {
          reader_->read(text, tokens, range, reading, {}, out);
        },
        options, facts);
    std::vector<std::string> lines;
    for (const Fact& fact : facts) {
      lines.push_back(rules_.facts[fact.rule.index].name + "." + fact.kind + "[" + fact.key +
                      "]=" + normalize::describe(fact.value) + " " +
                      std::to_string(fact.extent.begin) + "-" + std::to_string(fact.extent.end) +
                      " mode " + std::to_string(static_cast<int>(fact.mode)) + " by " +
                      (fact.by ? fact.by->name : "") + " event " +
                      std::to_string(static_cast<int>(fact.event.role)) + fact.event.name + " " +
                      fact.excluded_by);
    }
    return lines;
  }

 private:
  Diagnostics complaints_;
  RuleSet rules_;
  Lexicon lexicon_;
  std::unique_ptr<extract::Matcher> matcher_;
  std::unique_ptr<normalize::Reader> reader_;
};

const Engine& engine() {
  static const Engine kOnly;
  return kOnly;
}

// Stretches that rules, values, contexts and events are made of, joined at random.
constexpr const char* kStretches[] = {
    "At least",
    "more than",
    "12",
    "four",
    "dozens of",
    "a few",
    "1,200",
    "no",
    "both",
    "people",
    "gunmen",
    "children",
    "were",
    "was",
    "have been",
    "killed",
    "killing",
    "wounded",
    "injured",
    "arrested",
    "detained",
    "dead",
    "and",
    ",",
    ", including",
    "the",
    "a",
    "toll",
    "death",
    "rose to",
    "could",
    "rise to",
    "may",
    "denied",
    "that",
    "not clear if",
    "according to",
    "police",
    "officials",
    "said",
    "Ana Ruiz",
    "he",
    "Ostmark",
    "claimed responsibility",
    "for the",
    "attack",
    "bombing",
    "in Kabul",
    "in 2021",
    "last year",
    "two years ago",
    "since",
    "Friday",
    "on 3 May",
    "percent",
    "of the vote",
    "won",
    "seats",
    "magnitude",
    "earthquake",
    "6.1",
    "hectares",
    "burned",
    "homes",
    "destroyed",
    "million",
    "$4.2",
    "profit of",
    "fine of",
    "years",
    "sentenced to",
    "prison",
    ".",
    ";",
    ":",
    "“",
    "”",
    "(",
    ")",
    "-",
    "\n\n",
    "20 hours after",
    "multiple",
    "half",
};

RC_GTEST_PROP(Prefilter, NeverChangesTheFacts, ()) {
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(
      rc::gen::inRange<std::size_t>(0, std::size(kStretches)));
  std::string text;
  for (const std::size_t pick : picks) {
    text += text.empty() ? "" : " ";
    text += kStretches[pick];
  }
  RC_ASSERT(engine().read(text, true) == engine().read(text, false));
}

TEST(Prefilter, FindsSomethingAtAll) {
  EXPECT_FALSE(engine().read("At least 12 people were killed in the attack.", true).empty());
}

}  // namespace
}  // namespace concord
