#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules.h"

namespace concord::rules {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kFlags[] = {"store", "jobs", "fail-on"};
constexpr std::string_view kPolicies[] = {"gtd", "authority"};

Desk read(std::string_view yaml, Diagnostics& diagnostics) {
  return read_desk("concord.yaml", yaml, kFlags, kPolicies, {}, diagnostics);
}

TEST(Desk, EverySettingIsRead) {
  Diagnostics diagnostics;
  const Desk desk = read(R"(title: Night desk
store: var/desk.db
fail on: error
inboxes: [wire/, "archive/*.jsonl"]
own copy:
  sources: Morning Post
  inboxes: [published/]
sources:
  Meridian Wire: {tier: 1, group: agencies, copied by: [Evening Compass]}
  Front of the North:
    party: yes
packs: [core, attacks]
policies: {default: gtd, deaths: authority}
severity:
  deaths/behind: error
time zone: Europe/Oslo
outputs:
  folder: out
  formats: [html, atom]
  address: https://desk.example/
)",
                         diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(desk.title, "Night desk");
  EXPECT_THAT(desk.inboxes, ElementsAre("wire/", "archive/*.jsonl"));
  EXPECT_THAT(desk.own_sources, ElementsAre("Morning Post"));
  EXPECT_THAT(desk.own_inboxes, ElementsAre("published/"));
  EXPECT_THAT(desk.sources, ElementsAre(DeskSource{.name = "Meridian Wire",
                                                   .tier = 1,
                                                   .group = "agencies",
                                                   .copies = {"Evening Compass"}},
                                        DeskSource{.name = "Front of the North", .party = true}));
  EXPECT_THAT(desk.packs, ElementsAre("core", "attacks"));
  EXPECT_EQ(desk.policy, "gtd");
  EXPECT_EQ(desk.fact_policy.at("deaths"), "authority");
  EXPECT_EQ(desk.severity.at("deaths/behind"), Severity::error);
  ASSERT_EQ(desk.names.size(), 2U);
  EXPECT_EQ(desk.names[0].name, "deaths");
  EXPECT_EQ(desk.names[1].name, "deaths/behind");
  EXPECT_TRUE(desk.names[1].is_code);
  EXPECT_EQ(desk.names[1].where.file, "concord.yaml");
  EXPECT_EQ(desk.names[1].where.line, 15U);
  EXPECT_EQ(desk.names[1].where.column, 3U);
  EXPECT_EQ(desk.time_zone, "Europe/Oslo");
  EXPECT_EQ(desk.folder, "out");
  EXPECT_THAT(desk.formats, ElementsAre("html", "atom"));
  EXPECT_EQ(desk.address, "https://desk.example/");
  EXPECT_THAT(desk.flags.at("store"), ElementsAre("var/desk.db"));
  EXPECT_THAT(desk.flags.at("fail-on"), ElementsAre("error"));
}

struct Slip {
  const char* yaml;
  const char* code;
  const char* message;
  std::uint32_t line;
};

class DeskSlips : public ::testing::TestWithParam<Slip> {};

TEST_P(DeskSlips, AreToldWithTheirPlace) {
  Diagnostics diagnostics;
  read(GetParam().yaml, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, GetParam().code);
  EXPECT_THAT(diagnostics[0].message + "|" + diagnostics[0].help,
              ::testing::HasSubstr(GetParam().message));
  EXPECT_EQ(diagnostics[0].where.line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Typical, DeskSlips,
    ::testing::Values(Slip{"title: a\ninbox: wire/\n", "E201", "inboxes", 2},
                      Slip{"policies:\n  deaths: newest\n", "E204", "newest", 2},
                      Slip{"sources:\n  Wire: {tier: top}\n", "E204", "top", 2},
                      Slip{"outputs: {formats: [htm]}\n", "E204", "html", 1},
                      Slip{"severity: {deaths: fatal}\n", "E204", "fatal", 1},
                      Slip{"- a\n", "E202", "keys and values", 1}));

TEST(Desk, AWrongDefaultOfAFlagIsToldByItsKey) {
  Diagnostics diagnostics;
  const FlagCheck check = [](const std::string& flag, const std::vector<std::string>& values) {
    Diagnostic mistake;
    mistake.message = "--" + flag + " cannot be `" + values.front() + "`";
    return std::optional(mistake);
  };
  const Desk desk = read_desk("concord.yaml", "title: a\nfail on: sometimes\n", kFlags, kPolicies,
                              check, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "`fail on` cannot be `sometimes`");
  EXPECT_EQ(diagnostics[0].where.line, 2U);
  EXPECT_EQ(diagnostics[0].where.column, 10U);
  EXPECT_TRUE(desk.flags.empty());
}

TEST(Desk, AnEmptyFileIsADeskOfDefaults) {
  Diagnostics diagnostics;
  EXPECT_EQ(read("\n", diagnostics).folder, "reports");
  EXPECT_TRUE(diagnostics.empty());
}

}  // namespace
}  // namespace concord::rules
