#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../../schema/schema.h"
#include "../sample_findings.h"
#include "advise/advise.h"
#include "report/json_writer.h"
#include "report/report.h"

namespace concord::report {
namespace {

using sample::add_fact;
using sample::at_least;
using sample::count;
using sample::document;
using sample::overtaken_draft;
using sample::rule_set;
using schema::Json;
using testing::HasSubstr;
using testing::IsEmpty;

schema::Schemas schemas() {
  return schema::Schemas(std::string(CONCORD_SOURCE_DIR) + "/src/report/schemas");
}

TEST(JsonWriter, NumbersKeepTheirDigits) {
  struct Row {
    Decimal in;
    const char* out;
  };
  const Row rows[] = {
      {{150, -2}, "1.50"},     {{1, -1}, "0.1"}, {{999999999999999999, 0}, "999999999999999999"},
      {{42, 8}, "4200000000"}, {{-5, 0}, "-5"},
  };
  for (const Row& row : rows) {
    JsonWriter json(JsonWriter::Layout::line);
    json.number(row.in);
    EXPECT_EQ(json.take(), row.out);
  }
}

TEST(JsonWriter, EveryTextComesBack) {
  const std::string rows[] = {
      "plain",        "\"quoted\" \\ back", "line\nbreak\ttab\r", std::string("nul\0inside", 10),
      "\x01\x1f\x7f", "“Ashkār” 東京 🔥"};
  for (const std::string& row : rows) {
    JsonWriter json(JsonWriter::Layout::line);
    json.text(row);
    EXPECT_EQ(Json::parse(json.take()).get<std::string>(), row);
  }
}

TEST(JsonWriter, BytesThatAreNoTextAreReplaced) {
  JsonWriter json(JsonWriter::Layout::line);
  json.text("a\xff.txt");
  EXPECT_EQ(Json::parse(json.take()).get<std::string>(), "a\xEF\xBF\xBD.txt");
}

TEST(JsonWriter, BothLayoutsSayTheSame) {
  const auto write = [](JsonWriter json) {
    json.begin_object();
    json.key("a");
    json.begin_array();
    json.number(std::uint64_t{1});
    json.null();
    json.boolean(true);
    json.begin_object();
    json.end_object();
    json.end_array();
    json.text_or_null("b", "");
    json.end_object();
    return json.take();
  };
  const std::string line = write(JsonWriter(JsonWriter::Layout::line));
  const std::string indented = write(JsonWriter(JsonWriter::Layout::indented));
  EXPECT_EQ(line, R"({"a":[1,null,true,{}],"b":null})");
  EXPECT_EQ(Json::parse(line), Json::parse(indented));
  EXPECT_THAT(indented, HasSubstr("\n  \"b\": null\n"));
}

ValueMention mention(Value value) {
  return {.full = {0, 4}, .core = {1, 4}, .value = std::move(value)};
}

std::vector<Value> one_of_each() {
  Quantity money = count(42);
  money.dimension = Dimension::money;
  money.unit = "EUR";
  Quantity more = at_least(60);
  more.hard.low_open = true;
  more.hedge = Hedge::more_than;
  more.trend = Trend::up;
  Quantity percent = count(5);
  percent.dimension = Dimension::percent;
  percent.unit = "%";
  Quantity age = count(18);
  age.dimension = Dimension::age;
  age.unit = "mo";
  Duration hours;
  hours.seconds = Interval<Decimal>::exactly(72000);
  hours.nominal_seconds = 72000;
  hours.amount = 20;
  hours.unit = "hour";
  hours.iso = "PT20H";
  TimeSpan day;
  day.begin = from_civil({.year = 2024, .month = 3, .day = 22});
  day.end = from_civil({.year = 2024, .month = 3, .day = 23});
  day.timex = "2024-03-22";
  TimeSpan after;
  after.timex = "PT20H";
  after.anchor = Anchor::event;
  after.offset = hours;
  after.before_anchor = false;
  return {count(133), more, money, percent, age, hours, day, after};
}

TEST(ValuesReport, ConformsToItsSchema) {
  for (const Value& value : one_of_each()) {
    const Json line =
        Json::parse(values_report("v1", "text", {mention(value)}, {}, Format::jsonl, {}));
    EXPECT_THAT(schemas().check("values", line), IsEmpty()) << line;
  }
}

TEST(ValuesReport, ATimeToldFromAnEventSaysItsSide) {
  TimeSpan before;
  before.timex = "P3D";
  before.anchor = Anchor::event;
  before.offset = Duration{};
  before.offset->iso = "P3D";
  const Json line =
      Json::parse(values_report("v", "text", {mention(before)}, {}, Format::jsonl, {}));
  EXPECT_EQ(line["values"][0]["anchor"], Json::parse(R"({"relation":"before","distance":"P3D"})"));
}

TEST(ValuesReport, ReadingsConformToTheSchema) {
  const Readings readings{
      .weighed = {{{0, 3}, "quantity", count(133), true, "nothing else reads these words"},
                  {{0, 3}, "no value", std::nullopt, false, "a telephone number"}},
      .order = {"quantity"}};
  const Json line = Json::parse(values_report("v", "133", {}, readings, Format::jsonl, {}));
  EXPECT_THAT(schemas().check("values", line), IsEmpty()) << line;
  EXPECT_EQ(line["readings"][0]["stands"], true);
  EXPECT_EQ(line["readings"][1]["reading"], nullptr);
}

TEST(ValuesReport, WhatCannotBeBelowZeroHasItForFloor) {
  Quantity below = count(100);
  below.hedge = Hedge::less_than;
  below.hard = {Decimal(0), Decimal(100), false, true};
  Quantity half;
  half.dimension = Dimension::ratio;
  half.nominal = Decimal(5, -1);
  const Json line = Json::parse(
      values_report("v", "text", {mention(below), mention(half)}, {}, Format::jsonl, {}));
  EXPECT_THAT(schemas().check("values", line), IsEmpty()) << line;
  EXPECT_EQ(line["values"][0]["low"], 0);
  EXPECT_EQ(line["values"][0]["high"], 100);
  EXPECT_EQ(line["values"][1]["type"], "quantity");
  EXPECT_EQ(line["values"][1]["ratio"], true);
}

TEST(ValuesReport, FieldsAreAsTheDesignHasThem) {
  std::vector<Json> values;
  for (const Value& value : one_of_each()) {
    values.push_back(Json::parse(
        values_report("v", "text", {mention(value)}, {}, Format::jsonl, {}))["values"][0]);
  }
  EXPECT_EQ(values[0]["type"], "quantity");
  EXPECT_EQ(values[0]["count"], true);
  EXPECT_FALSE(values[0].contains("low_open"));
  EXPECT_EQ(values[1]["low_open"], true);
  EXPECT_EQ(values[1]["high"], nullptr);
  EXPECT_EQ(values[1]["nominal"], 60);
  EXPECT_EQ(values[1]["trend"], "up");
  EXPECT_EQ(values[2]["currency"], "EUR");
  EXPECT_EQ(values[3]["low"], 5);
  EXPECT_EQ(values[4]["nominal"], 1.5) << "ages are in years";
  EXPECT_EQ(values[5]["low"], 72000);
  EXPECT_EQ(values[5]["iso"], "PT20H");
  EXPECT_EQ(values[6]["begin_time"], "2024-03-22");
  EXPECT_EQ(values[6]["end_time"], "2024-03-23");
  EXPECT_EQ(values[6]["begin"], 0);
  EXPECT_EQ(values[6]["core_begin"], 1);
}

TEST(ExtractReport, ConformsAndCountsFromTheGivenText) {
  Findings findings;
  Document titled =
      document("a", "Hall attack kills 133\n\nThe toll is 133\nand may rise past 140.");
  titled.headline = {0, 21};
  titled.body_begin = 23;
  titled.first_line = 7;  // below front matter
  findings.documents = {titled};
  add_fact(findings, 0, "133", count(133));
  Fact body = findings.facts.front();
  body.filler = {23 + 12, 23 + 15};
  findings.facts.push_back(body);
  Fact second_line = body;
  second_line.filler = {23 + 34, 23 + 37};
  findings.facts.push_back(second_line);

  const Json facts = Json::parse(extract_report(findings, rule_set(), Format::json, {}));
  ASSERT_EQ(facts.size(), 3U);
  for (const Json& fact : facts) {
    EXPECT_THAT(schemas().check("fact", fact), IsEmpty()) << fact;
    EXPECT_EQ(fact["value"]["unit"], "person");
    EXPECT_EQ(fact["phrase"], "core/casualties.yaml:12");
    EXPECT_EQ(fact["rule"], "core/casualties/deaths");
  }
  EXPECT_EQ(facts[0]["span"],
            Json::parse(R"({"begin":18,"end":21,"line":null,"column":null,"part":"headline"})"));
  EXPECT_EQ(facts[1]["span"], Json::parse(R"({"begin":12,"end":15,"line":7,"column":13})"));
  EXPECT_EQ(facts[2]["span"], Json::parse(R"({"begin":34,"end":37,"line":8,"column":19})"));
  EXPECT_EQ(facts[2]["value"]["text"], "140");
}

TEST(ExtractReport, LinesAreOneObjectEach) {
  const Findings findings = overtaken_draft();
  const std::string lines = extract_report(findings, rule_set(), Format::jsonl, {});
  EXPECT_EQ(std::ranges::count(lines, '\n'), 3);
  EXPECT_EQ(extract_report({}, rule_set(), Format::jsonl, {}), "");
  EXPECT_EQ(Json::parse(extract_report({}, rule_set(), Format::json, {})), Json::array());
}

TEST(FiguresReport, ConformsToItsSchema) {
  Findings findings = overtaken_draft();
  Figure figure;
  figure.document = {1};
  figure.fact = "deaths";
  figure.kind = "all";
  figure.value = count(133);
  figure.facts = {{1}};
  findings.figures = {figure};
  const Json line = Json::parse(figures_report(findings, rule_set(), Format::jsonl, {}));
  EXPECT_THAT(schemas().check("figure", line), IsEmpty()) << line;
  EXPECT_EQ(line["story"], "story1");
  EXPECT_EQ(line["facts"][0]["span"]["begin"], 17);
}

TEST(GroupReport, ConformsToItsSchema) {
  Findings findings = overtaken_draft();
  findings.stories.placements[2].copy_of = DocumentId{1};
  const Json lines = Json::parse(group_report(findings, Format::json, {}));
  ASSERT_EQ(lines.size(), 3U);
  for (const Json& line : lines) {
    EXPECT_THAT(schemas().check("placement", line), IsEmpty()) << line;
  }
  EXPECT_EQ(lines[0]["copy_of"], nullptr);
  EXPECT_EQ(lines[2]["copy_of"], "ledger.txt");
}

TEST(CompareReport, JsonConformsToItsSchema) {
  const Findings findings = overtaken_draft();
  const Json whole = Json::parse(compare_report(findings, rule_set(), Format::json, {}));
  EXPECT_THAT(schemas().check("comparison", whole), IsEmpty()) << whole;
  EXPECT_EQ(whole["findings"][0]["positions"][1]["sources"], Json::parse(R"(["ledger","wire"])"));
  EXPECT_EQ(whole["findings"][0]["story"], "story1");
  EXPECT_FALSE(whole["findings"][0].contains("check"));
  const Json line = Json::parse(compare_report(findings, rule_set(), Format::jsonl, {}));
  EXPECT_EQ(line, whole["findings"][0]);
}

TEST(DiagnosticsReport, JsonConformsToItsSchema) {
  const Diagnostics diagnostics = advise::advise(overtaken_draft(), rule_set(), DocumentId{0});
  ASSERT_EQ(diagnostics.size(), 1U);
  const Json whole = Json::parse(diagnostics_report(diagnostics, Format::json, {}));
  EXPECT_THAT(schemas().check("check", whole), IsEmpty()) << whole;
  EXPECT_EQ(whole["diagnostics"][0]["finding"], "0123456789ab");
  EXPECT_EQ(whole["diagnostics"][0]["location"]["text"], "93");
  const Json fix = Json::parse(R"({"begin":14,"end":16,"replacement":"133"})");
  EXPECT_EQ(whole["diagnostics"][0]["fix"], fix);
}

TEST(Schemas, RejectWhatTheyShould) {
  struct Row {
    const char* schema;
    const char* value;
    bool allowed;
  };
  const Row rows[] = {
      {R"({"type":"integer"})", "3", true},
      {R"({"type":"integer"})", "3.5", false},
      {R"({"type":["string","null"]})", "null", true},
      {R"({"type":["string","null"]})", "1", false},
      {R"({"enum":["a","b"]})", R"("c")", false},
      {R"({"const":1})", "2", false},
      {R"({"required":["a"]})", R"({"b":1})", false},
      {R"({"properties":{"a":{"type":"string"}}})", R"({"a":1})", false},
      {R"({"properties":{},"additionalProperties":false})", R"({"a":1})", false},
      {R"({"additionalProperties":{"type":"string"}})", R"({"a":1})", false},
      {R"({"items":{"type":"number"}})", R"([1,"2"])", false},
      {R"({"oneOf":[{"type":"number"},{"const":1}]})", "1", false},
      {R"({"oneOf":[{"type":"number"},{"const":"a"}]})", "1", true},
      {R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1", false},
      {R"({"$defs":{"a":{"type":"string"}},"$ref":"#/$defs/a"})", "1", false},
      {R"({"$ref":"#/$defs/nowhere"})", "1", false},
      {R"({"$ref":"nowhere.json"})", "1", false},
      {R"({"tpye":"string"})", "1", false},
      {R"(true)", "1", false},
  };
  for (const Row& row : rows) {
    const auto violations =
        schemas().check_against(Json::parse(row.schema), Json::parse(row.value));
    EXPECT_EQ(violations.empty(), row.allowed) << row.schema << " and " << row.value;
  }
}

TEST(Schemas, RejectAFindingWithoutAReasonOrWithAnotherField) {
  Json whole = Json::parse(compare_report(overtaken_draft(), rule_set(), Format::json, {}));
  Json& finding = whole["findings"][0];
  finding["surprise"] = 1;
  EXPECT_FALSE(schemas().check("comparison", whole).empty());
  finding.erase("surprise");
  finding.erase("reason");
  EXPECT_FALSE(schemas().check("comparison", whole).empty());
}

}  // namespace
}  // namespace concord::report
