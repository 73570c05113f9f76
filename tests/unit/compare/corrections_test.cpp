#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.h"

namespace concord::compare {
namespace {

struct Case {
  const char* name;
  const char* text;  // of the later, lower article
  bool corrects;
};

class Corrections : public ::testing::TestWithParam<Case> {};

TEST_P(Corrections, AreReadInTheArticle) {
  RuleSet rules = test_rules();
  StoryReader reader(rules);
  Told told = reader.read({"a 15 doc=a1 at=08:00", "a 14 doc=a2 at=12:00"});
  told.findings.documents[1].text = GetParam().text;
  const Services services = test_services();
  told.findings.figures = resolve(told.rules, told.findings.documents, told.findings.facts,
                                  told.findings.stories, services, told.internal);
  compare(told.rules, services, {}, told.findings);
  EXPECT_EQ(summary(*main_finding(told)),
            GetParam().corrects ? "update/revised 14-14" : "discrepancy/against_trend 14-15")
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Words, Corrections,
    ::testing::Values(
        Case{"gave",
             "A bus fell.\nCorrection: An earlier version of this article gave the number of dead "
             "as 15.",
             true},
        Case{"on_a_line_of_its_own",
             "A bus fell.\n\nCorrection\nThe death toll was given as 15 in an earlier edition.",
             true},
        Case{"amended", "Correction: This article has been amended; the death toll is 14, not 15.",
             true},
        Case{"to_say", "This story has been corrected to say that 14 people died, not 15.", true},
        Case{"misstated", "An earlier version of this story misstated the death toll.", true},
        Case{"lowered", "The toll was lowered by one after a body was counted twice.", true},
        Case{"twice", "One body had been counted twice, officials said.", true},
        Case{"was_wrong", "The initial count of 15 was wrong, the hospital said.", true},
        Case{"given_before", "The death toll had previously been given as 15.", true},
        Case{"revised", "Police revised the number of those killed.", true},
        Case{"no_word", "A bus fell into a ravine, killing 14 people.", false},
        Case{"another_matter",
             "Correction: An earlier version of this article misspelled the mayor's name.", false},
        Case{"another_figure",
             "Correction: An earlier version of this article gave the number of wounded as 40.",
             false},
        Case{"flags", "Flags were lowered on public buildings for the victims.", false},
        Case{"officers", "Correction officers were killed, the union said.", false},
        Case{"prison", "The Department of Correction said the guards were killed.", false},
        Case{"driver", "The driver was wrong to pass, a witness said of the crash that killed 14.",
             false},
        Case{"budget", "The council revised its budget. Fourteen people died.", false}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Corrections, AnEditorOwnsUp) {
  EXPECT_TRUE(owns_up("A bus fell. Correction: an earlier version gave the toll as 12."));
  EXPECT_TRUE(owns_up("(Corrects spelling in paragraph 2) A bus fell."));
  EXPECT_FALSE(owns_up("A bus fell. The toll was lowered by one."));
  EXPECT_FALSE(owns_up("A market correction is near, traders said."));
}

}  // namespace
}  // namespace concord::compare
