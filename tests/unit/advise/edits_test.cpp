#include "advise/edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::advise {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Diagnostic change(std::uint32_t line, std::string_view excerpt, const std::string& words,
                  const std::string& replacement) {
  Diagnostic diagnostic;
  diagnostic.code = "deaths/behind";
  diagnostic.where.file = "draft.md";
  diagnostic.where.line = line;
  const auto begin = static_cast<std::uint32_t>(excerpt.find(words));
  diagnostic.where.marked = {begin, begin + static_cast<std::uint32_t>(words.size())};
  diagnostic.where.excerpt = LineText(excerpt);
  diagnostic.fix = Fix{{}, replacement, diagnostic.where};
  return diagnostic;
}

TEST(Edits, ChangeTheWordsAndNoOtherByte) {
  const std::string bytes =
      "\xEF\xBB\xBF# Zo\xC3\xAB 93\r\n\r\n93 people\xC2\xA0"
      "died.\r\nNo end";
  const Diagnostics found = {change(3,
                                    "93 people\xC2\xA0"
                                    "died.",
                                    "93", "133"),
                             change(1, "# Zo\xC3\xAB 93", "93", "133")};
  const EditedDraft edited = edit_draft(bytes, found);
  EXPECT_EQ(edited.bytes,
            "\xEF\xBB\xBF# Zo\xC3\xAB 133\r\n\r\n133 people\xC2\xA0"
            "died.\r\nNo end");
  ASSERT_THAT(edited.made, SizeIs(2));
  EXPECT_EQ(edited.made[0].text, "\"93\" -> \"133\"");
  EXPECT_THAT(edited.left, IsEmpty());
}

TEST(Edits, WhatIsNotMadeIsLeftWithItsReason) {
  Diagnostic quoted = change(1, "killed 93", "93", "133");
  quoted.offer = quoted.fix;
  quoted.fix.reset();
  quoted.help = "one source";
  Diagnostic aside = change(1, "killed 93", "93", "133");
  aside.suppression = Suppression{true, "agreed", ""};
  const Diagnostics found = {quoted, aside, change(1, "killed 94", "94", "133"),
                             change(9, "killed 93", "93", "133"), Diagnostic()};
  const EditedDraft edited = edit_draft("killed 93\n", found);
  EXPECT_EQ(edited.bytes, "killed 93\n");
  ASSERT_THAT(edited.left, SizeIs(4)) << "a diagnostic that proposes nothing is not among them";
  EXPECT_EQ(edited.left[0].text, "one source");
  EXPECT_EQ(edited.left[1].text, "set aside: agreed");
  EXPECT_EQ(edited.left[2].text, "its words do not stand in the file in one piece");
}

TEST(Edits, OfTwoAtOnePlaceTheFirst) {
  const Diagnostics found = {change(1, "killed 93 people", "93 people", "133 people"),
                             change(1, "killed 93 people", "93", "134")};
  const EditedDraft edited = edit_draft("killed 93 people", found);
  EXPECT_EQ(edited.bytes, "killed 133 people");
  ASSERT_THAT(edited.left, SizeIs(1));
  EXPECT_EQ(edited.left[0].text, "another change stands there");
}

TEST(Edits, ThePageTitleGoesWithTheHeadline) {
  const std::string page =
      "<title>Blast kills 93 | Post</title>\n<h1>Blast kills 93</h1>\n<p>It killed 93 "
      "people.</p>\n";
  const Diagnostics found = {change(2, "<h1>Blast kills 93</h1>", "93", "133"),
                             change(3, "<p>It killed 93 people.</p>", "93", "133")};
  const EditedDraft edited = edit_draft(page, found);
  EXPECT_EQ(edited.bytes,
            "<title>Blast kills 133 | Post</title>\n<h1>Blast kills 133</h1>\n"
            "<p>It killed 133 people.</p>\n");
  EXPECT_THAT(edited.made, SizeIs(2));
  const EditedDraft other = edit_draft("<title>Post</title>\n<h1>Blast kills 93</h1>\n",
                                       {change(2, "<h1>Blast kills 93</h1>", "93", "133")});
  EXPECT_EQ(other.bytes, "<title>Post</title>\n<h1>Blast kills 133</h1>\n");
}

TEST(UnifiedDiff, HasThreeLinesOfContext) {
  EXPECT_EQ(unified_diff("a.md", "1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n"), "");
  EXPECT_EQ(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n6\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+x\n 6\n");
  EXPECT_EQ(unified_diff("a.md", "1\n2", "1\nx"),
            "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+x\n"
            "\\ No newline at end of file\n");
}

TEST(UnifiedDiff, FarChangesAreHunksOfTheirOwn) {
  std::string before;
  for (int i = 1; i <= 30; ++i) {
    before += std::to_string(i) + "\n";
  }
  std::string after = before;
  after.replace(after.find("2\n"), 1, "x");
  after.replace(after.find("29\n"), 2, "y");
  const std::string diff = unified_diff("a.md", before, after);
  EXPECT_THAT(diff, testing::HasSubstr("@@ -1,5 +1,5 @@\n"));
  EXPECT_THAT(diff, testing::HasSubstr("@@ -26,5 +26,5 @@\n"));
}

}  // namespace
}  // namespace concord::advise
