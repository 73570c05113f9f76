// What is printed, where it goes and what the exit code says.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../schema/schema.h"
#include "program.h"

namespace concord::e2e {
namespace {

using schema::Json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

schema::Schemas schemas() {
  return schema::Schemas(in_source("src/report/schemas"));
}

std::vector<std::string> stories() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(in_source("corpus"))) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != "drafts" && name != "expected") {
      found.push_back(entry.path().string());
    }
  }
  return found;
}

TEST(Outputs, MachineFormatsConformToTheirSchemas) {
  struct Row {
    const char* command;
    const char* schema;
  };
  const Row rows[] = {
      {"extract", "fact"}, {"figures", "figure"}, {"group", "placement"}, {"compare", "finding"}};
  ASSERT_FALSE(stories().empty());
  for (const std::string& story : stories()) {
    for (const Row& row : rows) {
      const Outcome run = concord({row.command, story, "-f", "jsonl"});
      EXPECT_EQ(run.code, 0) << run.err;
      EXPECT_THAT(run.out, Not(IsEmpty())) << row.command << " " << story;
      for (const std::string& line : lines_of(run.out)) {
        EXPECT_THAT(schemas().check(row.schema, Json::parse(line)), IsEmpty()) << line;
      }
    }
    const Outcome whole = concord({"compare", story, "-f", "json"});
    EXPECT_THAT(schemas().check("comparison", Json::parse(whole.out)), IsEmpty()) << story;
  }
}

TEST(Outputs, DraftsAreCheckedAndConform) {
  for (const auto& entry : std::filesystem::directory_iterator(in_source("corpus/drafts"))) {
    const std::string draft = entry.path().string();
    const std::string name = entry.path().filename().string();
    const std::string story = in_source("corpus/" + name.substr(0, name.find('-')));
    std::vector<std::string> command = {"check", draft, "-f", "json"};
    if (std::filesystem::exists(story)) {  // else the draft is checked by itself
      command.insert(command.end(), {"--against", story});
    }
    const Outcome run = concord(command);
    EXPECT_LE(run.code, 1) << draft << "\n" << run.err;
    EXPECT_THAT(schemas().check("check", Json::parse(run.out)), IsEmpty()) << draft;
  }
}

TEST(Outputs, JsonLinesAndFilesGiveTheSameFacts) {
  const auto facts = [](const std::string& input) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(concord({"extract", input}).out)) {
      const Json fact = Json::parse(line);
      found.push_back(fact["fact"].get<std::string>() + fact["value"].dump() +
                      fact["sentence"].get<std::string>());
    }
    std::ranges::sort(found);
    return found;
  };
  EXPECT_EQ(facts(in_source("corpus/twin")), facts(in_source("corpus/twin.jsonl")));
}

TEST(Outputs, ThreadsNeverChangeAByte) {
  const std::string corpus = in_source("corpus/*.jsonl");
  for (const char* command : {"extract", "figures", "group", "compare"}) {
    const Outcome one = concord({command, corpus, "-f", "jsonl", "--jobs", "1"});
    const Outcome four = concord({command, corpus, "-f", "jsonl", "--jobs", "4"});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_EQ(one.out, four.out) << command;
  }
}

TEST(Outputs, FailOnDecidesTheExitCode) {
  const std::string folder = scratch("fail_on");
  const std::string draft =
      write_file(folder + "/draft.txt", "Gunmen killed 93 people on Friday.\n");
  write_file(folder + "/against/a.txt",
             "---\npublished: 2025-09-13T10:00Z\n---\nThe attack killed 137 people on Friday.\n");
  write_file(folder + "/against/b.txt",
             "---\npublished: 2025-09-13T11:00Z\n---\nGunmen killed 137 people on Friday.\n");
  const auto code = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"check", draft, "--against", folder + "/against"};
    words.insert(words.end(), more.begin(), more.end());
    return concord(words).code;
  };
  EXPECT_EQ(code({"--fail-on", "never"}), 0);
  EXPECT_EQ(code({"--fail-on", "note"}), 1);
}

TEST(Outputs, NoColorsOutsideATerminal) {
  const std::string twin = in_source("corpus/twin");
  EXPECT_THAT(concord({"compare", twin}).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(concord({"compare", twin, "--color", "never"}).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(concord({"compare", twin, "--color", "always"}).out, HasSubstr("\x1b["));
}

TEST(Outputs, AFileAppearsWhenItIsComplete) {
  const std::string folder = scratch("files");
  const std::string out = folder + "/findings.json";
  const std::string twin = in_source("corpus/twin");
  const Outcome run = concord({"compare", twin, "-f", "json", "-o", out});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_EQ(read_file(out), concord({"compare", twin, "-f", "json"}).out);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1)
      << "no temporary file stays";
  const Outcome refused = concord({"compare", twin, "--rules", folder + "/none", "-o", out});
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(read_file(out), concord({"compare", twin, "-f", "json"}).out)
      << "a refusal leaves the older file";
  const Outcome nowhere = concord({"compare", twin, "-o", folder + "/none/out.json"});
  EXPECT_EQ(nowhere.code, 3);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot write"));
}

TEST(Outputs, AFullDiskIsSaid) {
  const Outcome run = concord({"compare", in_source("corpus/twin")}, {.output = "/dev/full"});
  EXPECT_EQ(run.code, 3);
  EXPECT_THAT(run.err, HasSubstr("No space left on device"));
}

TEST(Outputs, AReaderThatGoesAwayEndsTheRunQuietly) {
  const Outcome run = concord({"extract", in_source("corpus/*.jsonl")}, {.close_output = true});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.err, IsEmpty());
}

TEST(Outputs, VerboseSaysWhatWasDoneAndQuietKeepsToFindings) {
  const std::string twin = in_source("corpus/twin");
  EXPECT_THAT(concord({"compare", twin, "-v"}).err, HasSubstr(" ms)"));
  const std::string quiet = concord({"compare", twin, "-q"}).out;
  EXPECT_THAT(quiet, Not(HasSubstr("2 documents")));
}

TEST(Outputs, TheReportIsOneFileWithoutANetwork) {
  const std::string file = testing::TempDir() + "concord_report.html";
  const Outcome run = concord({"compare", in_source("corpus/attack"), "-f", "html", "--now",
                               "2025-09-16T06:00Z", "-o", file});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  std::ifstream stream(file, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(stream), {}};
  std::filesystem::remove(file);
  EXPECT_THAT(page, HasSubstr("16 September 2025"));
  for (const char* outside : {"<link", "<img", "<iframe", "src=", "@import", "url("}) {
    const std::string shown = page.substr(0, page.find("<script type=\"application/json\""));
    EXPECT_THAT(shown, Not(HasSubstr(outside)));
  }
}

TEST(Outputs, TheDesignsOfTheReportMayBeOnesOwn) {
  const std::string folder = testing::TempDir() + "concord_designs";
  std::filesystem::create_directory(folder);
  const Outcome none =
      concord({"compare", in_source("corpus/twin"), "-f", "html", "--templates", folder});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("no *.mustache files in " + folder));
  std::ofstream(folder + "/page.mustache") << "<p>{{title}}</p>{{{stories_html}}}";
  std::ofstream(folder + "/story.mustache") << "<b>{{headline}}</b>\n{{>part/more}}";
  std::ofstream(folder + "/more.mustache") << "<i>{{counts}}</i>\n";
  const Outcome own =
      concord({"compare", in_source("corpus/checkpoint"), "-f", "html", "--templates", folder});
  EXPECT_THAT(own.out, HasSubstr("<p>Comparison</p><b>"));
  EXPECT_THAT(own.out, HasSubstr("<i>4 documents from 4 sources</i>"));
  std::ofstream(folder + "/story.mustache") << "{{#never}}";
  const Outcome broken =
      concord({"compare", in_source("corpus/twin"), "-f", "html", "--templates", folder});
  EXPECT_EQ(broken.code, 2);
  EXPECT_THAT(broken.err, HasSubstr("story.mustache"));
  std::filesystem::remove_all(folder);
}

TEST(Outputs, TablesAndMarkdownOfAComparison) {
  const Outcome csv = concord({"compare", in_source("corpus/checkpoint"), "-f", "csv"});
  EXPECT_THAT(csv.out, testing::StartsWith("story,story_title,finding,new,severity,"));
  const Outcome markdown = concord({"compare", in_source("corpus/checkpoint"), "-f", "md"});
  EXPECT_THAT(markdown.out, HasSubstr("### error deaths: 12 "));
  EXPECT_THAT(markdown.out, HasSubstr("| deaths | discrepancy, conflict |"));
}

TEST(Outputs, ADraftInTheFormatsOfOtherTools) {
  const std::vector<std::string> check = {"check", in_source("corpus/drafts/attack-toll.md"),
                                          "--against", in_source("corpus/attack")};
  const auto in_format = [&](const std::string& format) {
    std::vector<std::string> words = check;
    words.insert(words.end(), {"-f", format});
    return concord(words);
  };
  const Json sarif = Json::parse(in_format("sarif").out);
  EXPECT_EQ(sarif["version"], "2.1.0");
  EXPECT_FALSE(sarif["runs"][0]["results"].empty());
  EXPECT_EQ(lines_of(in_format("rdjsonl").out).size(), sarif["runs"][0]["results"].size());
  EXPECT_EQ(lines_of(in_format("github").out).size(), sarif["runs"][0]["results"].size());
  EXPECT_THAT(in_format("junit").out, HasSubstr("<failure message="));
  EXPECT_EQ(in_format("csv").code, 1);
  EXPECT_THAT(in_format("md").out, HasSubstr("- **error** line "));
}

TEST(Outputs, WhatTheBaselineKnowsFailsNoMore) {
  const std::string file = testing::TempDir() + "concord_baseline.sarif";
  std::vector<std::string> check = {"check", in_source("corpus/drafts/attack-toll.md"), "--against",
                                    in_source("corpus/attack")};
  std::vector<std::string> first = check;
  first.insert(first.end(), {"-f", "sarif", "-o", file});
  EXPECT_EQ(concord(first).code, 1);
  check.insert(check.end(), {"--baseline", file});
  const Outcome second = concord(check);
  EXPECT_EQ(second.code, 0);
  EXPECT_THAT(second.out, HasSubstr(" known before; 1 draft against"));
  check.back() = file + ".absent";
  const Outcome none = concord(check);
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("cannot read the baseline"));
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace concord::e2e
