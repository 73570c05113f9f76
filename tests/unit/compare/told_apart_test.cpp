// When two figures of one text are of two matters.  The figures stand in [[ ]].
#include "compare/told_apart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.h"

namespace concord::compare {
namespace {

struct Row {
  const char* text;
  Apart expected;
};

/// The two figures of a text as facts, each with its sentence.
struct Figures {
  Told told;
  std::string text;
};

Figures figures_in(std::string marked) {
  Figures result;
  std::vector<Span> spans;
  for (std::size_t at = marked.find("[["); at != std::string::npos; at = marked.find("[[")) {
    marked.erase(at, 2);
    const std::size_t end = marked.find("]]");
    marked.erase(end, 2);
    spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  std::vector<std::string> rows;
  for (const Span& span : spans) {
    rows.push_back("a " + marked.substr(span.begin, span.size()));
  }
  result.told = StoryReader(test_rules()).read(rows);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::size_t before = marked.rfind(". ", spans[i].begin);
    const std::size_t after = marked.find(". ", spans[i].end);
    result.told.findings.facts[i].filler = spans[i];
    result.told.findings.facts[i].sentence = {
        static_cast<std::uint32_t>(before == std::string::npos ? 0 : before + 2),
        static_cast<std::uint32_t>(after == std::string::npos ? marked.size() : after + 1)};
  }
  result.text = marked;
  result.told.findings.documents[0].text = marked;
  return result;
}

Inputs inputs_of(const Figures& figures, const Services& services, const Options& options) {
  const Findings& findings = figures.told.findings;
  return make_inputs(figures.told.rules, services, options, findings.documents, findings.facts,
                     findings.stories);
}

TEST(ToldApart, EventsPlacesDaysAndThings) {
  const Row rows[] = {
      {"A fire in Oster killed [[12]] people. A fire in Tolby killed [[9]] people.", Apart::yes},
      {"A storm killed [[12]] people in Lomar. In Marren, it killed [[9]].", Apart::yes},
      {"The raid killed [[5]] on Friday. A raid on Saturday killed [[3]].", Apart::yes},
      {"[[3]] people were hurt in Oster and [[5]] in Tolby.", Apart::yes},
      {"A boat with [[20]] aboard sank. A second boat had [[50]] aboard.", Apart::yes},
      {"The crash hurt [[30]] people. [[10]] people were hurt seriously.", Apart::yes},
      {"The fire killed [[12]] people. [[4]] people died in one room.", Apart::yes},
      {"Holt had [[51]] percent. In the first round she had [[28]] percent.", Apart::yes},
      {"The storm killed [[12]] people in Lomar. The storm killed [[9]] people in Marren.",
       Apart::maybe},
      // the same event, told with another number
      {"A fire in Oster killed [[12]] people. The fire in Oster killed [[9]] people.", Apart::no},
      {"A fire killed [[12]] people in Oster. Police said [[9]] people were killed.", Apart::no},
      {"A fire in Lomar, Oster, killed [[12]] people. A fire in Oster killed [[9]].", Apart::no},
      {"Police said on Monday [[12]] died. Police said on Tuesday [[9]] died.", Apart::no},
      {"The fire on Monday killed [[12]]. The fire on Monday night killed [[9]].", Apart::no},
      {"[[30]] people were hurt seriously. [[10]] people were hurt seriously.", Apart::no},
  };
  const Services services = test_services();
  const Options options;
  for (const Row& row : rows) {
    const Figures figures = figures_in(row.text);
    const Inputs inputs = inputs_of(figures, services, options);
    EXPECT_EQ(told_apart(inputs, inputs.facts[0], inputs.facts[1]), row.expected) << row.text;
    EXPECT_EQ(told_apart(inputs, inputs.facts[1], inputs.facts[0]), row.expected) << row.text;
  }
}

TEST(ToldApart, OthersThanThoseAboardAreHit) {
  const std::pair<const char*, bool> rows[] = {
      {"The plane crashed, killing [[70]] people, eight of them on the ground.", true},
      {"The bus hit a crowd, killing [[25]] people.", true},
      {"Two trains collided, killing [[30]] people.", true},
      {"The plane crashed near Zell, killing [[14]] people.", false},
      {"The ferry sank and [[95]] people drowned.", false},
  };
  const Services services = test_services();
  const Options options;
  for (const auto& [text, expected] : rows) {
    const Figures figures = figures_in(text);
    const Inputs inputs = inputs_of(figures, services, options);
    EXPECT_EQ(tells_of_others_hit(inputs, inputs.facts[0]), expected) << text;
  }
}

}  // namespace
}  // namespace concord::compare
