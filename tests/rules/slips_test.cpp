// The slips shown in rules/README.md print what it says; UPDATE_GOLDEN=1 writes it anew.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "report/report.h"
#include "rules/rules.h"

namespace concord::pipeline {
namespace {

constexpr std::string_view kSlip = "```yaml slip\n";
constexpr std::string_view kPrinted = "```text\n";
constexpr std::string_view kEnd = "```\n";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What lint prints of a file that begins with the two lines that the handbook leaves out.
std::string printed(const std::string& slip) {
  Diagnostics diagnostics;
  const RuleSet rules =
      rules::load_text("desk/schools.yaml", "factrules: 1\npack: desk\n" + slip, diagnostics);
  rules::lint(rules, std::nullopt, diagnostics);
  rules::add_fixes(rules::texts_of(rules), diagnostics);
  return report::diagnostics_report(diagnostics, report::Format::human, {});
}

struct Block {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// The text of the block that `opener` opens at or behind `from`.
Block block(const std::string& text, std::string_view opener, std::size_t from) {
  const std::size_t at = text.find(opener, from);
  if (at == std::string::npos) {
    return {std::string::npos, 0};
  }
  const std::size_t begin = at + opener.size();
  return {begin, text.find(kEnd, begin) - begin};
}

TEST(Handbook, TwentySlipsPrintWhatItShows) {
  const std::string path = std::string(CONCORD_SOURCE_DIR) + "/rules/README.md";
  std::string text = read(path);
  std::size_t slips = 0;
  for (Block slip = block(text, kSlip, 0); slip.begin != std::string::npos;
       slip = block(text, kSlip, slip.begin)) {
    const Block shown = block(text, kPrinted, slip.begin);
    ASSERT_NE(shown.begin, std::string::npos);
    const std::string now = printed(text.substr(slip.begin, slip.size));
    EXPECT_FALSE(now.empty()) << text.substr(slip.begin, slip.size);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      text.replace(shown.begin, shown.size, now);
    } else {
      EXPECT_EQ(text.substr(shown.begin, shown.size), now) << "UPDATE_GOLDEN=1 writes it anew";
    }
    ++slips;
  }
  EXPECT_GE(slips, 20U);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
  }
}

}  // namespace
}  // namespace concord::pipeline
