#include "expectation.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>

namespace concord::golden {
namespace {

using Words = std::set<std::string>;

constexpr std::array<std::string_view, 47> kVocabulary{"deaths",
                                                       "injured",
                                                       "missing",
                                                       "rescued",
                                                       "hospitalized",
                                                       "event_date",
                                                       "event_place",
                                                       "quote",
                                                       "attackers",
                                                       "detained",
                                                       "kidnapped",
                                                       "hostages",
                                                       "silence_duration",
                                                       "responsibility",
                                                       "warned",
                                                       "displaced",
                                                       "evacuated",
                                                       "without_power",
                                                       "aboard",
                                                       "homes_damaged",
                                                       "homes_destroyed",
                                                       "magnitude",
                                                       "area_burned",
                                                       "wind_speed",
                                                       "rainfall",
                                                       "depth",
                                                       "contained",
                                                       "damage_cost",
                                                       "vote_share",
                                                       "seats",
                                                       "votes",
                                                       "turnout",
                                                       "counted",
                                                       "revenue",
                                                       "profit",
                                                       "deal_value",
                                                       "fine",
                                                       "settlement",
                                                       "layoffs",
                                                       "sentence",
                                                       "charges",
                                                       "age",
                                                       "crowd_size",
                                                       "arrested",
                                                       "cases",
                                                       "vaccinated",
                                                       "share_move"};

bool in_vocabulary(const std::string& fact) {
  return std::ranges::find(kVocabulary, fact) != kVocabulary.end();
}

bool only_on_request(const std::string& fact) {
  return fact == "event_date" || fact == "event_place" || fact == "quote" || fact == "age";
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80U || c == '.') {
      word += static_cast<char>(std::tolower(byte));
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool names(const std::string& found, const std::string& expected) {
  return std::ranges::includes(words_of(found), words_of(expected));
}

/// Letters and digits alone, so that "al-Shabab" is "Al Shabab".
std::string squeezed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return result.starts_with("the") ? result.substr(3) : result;
}

bool close(const Json& found, const Json& expected, double tolerance) {
  if (expected.is_null()) {
    return found.is_null();
  }
  const auto number = expected.get<double>();
  if (!found.is_number()) {
    return number ==
           0.0;  // no lower bound and a bound of nought are one for what cannot be negative
  }
  return std::abs(found.get<double>() - number) <=
         tolerance + 1e-9 * std::max(1.0, std::abs(number));
}

/// How far an open end may stand from a closed one: a hedge's bounds are exact only up to the
/// strictness of the words.
double slack(const Json& expected, const Json& value) {
  static const std::set<std::string> kLoose{"about",     "just_under", "just_over",
                                            "more_than", "less_than",  "well_over"};
  if (!kLoose.contains(text_of(expected, "hedge"))) {
    return 0.0;
  }
  const bool count = value.value("count", false);
  const double nominal = expected.contains("nominal") ? expected["nominal"].get<double>() : 0.0;
  return std::max(count ? 1.0 : 0.0, 0.005 * std::abs(nominal));
}

void compare_numbers(const Json& expected, const Json& value, Lines& wrong) {
  const bool any_sign = text_of(expected, "fact") == "share_move";
  const double tolerance = slack(expected, value);
  for (const char* key : {"low", "high", "nominal"}) {
    const bool is_nominal = std::string_view(key) == "nominal";
    if (!expected.contains(key) || (any_sign && !is_nominal)) {
      continue;
    }
    Json found = value.contains(key) ? value[key] : Json();
    if (any_sign && found.is_number()) {
      found = std::abs(found.get<double>());
    }
    if (!close(found, expected[key], is_nominal ? 0.0 : tolerance)) {
      wrong.push_back(std::string(key) + " " + found.dump());
    }
  }
}

std::string role_of(const Json& row) {
  return row.contains("event") && row["event"].is_object() ? text_of(row["event"], "role")
                                                           : std::string();
}

void compare_text(const char* what, const std::string& found, const std::string& expected,
                  Lines& wrong) {
  if (!expected.empty() && found != expected) {
    wrong.push_back(std::string(what) + " " + found);
  }
}

std::string expected_kind(const Json& expected) {
  const std::string fact = text_of(expected, "fact");
  if (expected.contains("kind")) {
    return text_of(expected, "kind");
  }
  return fact == "deaths" || fact == "injured" ? "all" : "";
}

Lines differences(const Json& expected, const Json& fact) {
  Lines wrong;
  const Json& value = fact["value"];
  compare_text("kind", text_of(fact, "kind"), expected_kind(expected), wrong);
  compare_numbers(expected, value, wrong);
  compare_text("hedge", text_of(value, "hedge"), text_of(expected, "hedge"), wrong);
  compare_text("mode", text_of(fact, "mode"), expected.value("mode", "stated"), wrong);
  compare_text("event", role_of(fact), expected.value("event", "main"), wrong);
  compare_text("unit", text_of(value, "unit"), text_of(expected, "unit"), wrong);
  compare_text("name", squeezed(text_of(value, "id")), squeezed(text_of(expected, "name")), wrong);
  compare_text("text", squeezed(text_of(value, "text")), squeezed(text_of(expected, "text")),
               wrong);
  if (!names(text_of(fact, "key"), text_of(expected, "key"))) {
    wrong.push_back("key " + text_of(fact, "key"));
  }
  if (!names(text_of(fact, "by"), text_of(expected, "by"))) {
    wrong.push_back("by " + text_of(fact, "by"));
  }
  return wrong;
}

std::string joined(const Lines& lines) {
  std::string result;
  for (const std::string& line : lines) {
    result += (result.empty() ? "" : ", ") + line;
  }
  return result;
}

std::string written(const Json& fact) {
  const Json& value = fact["value"];
  return text_of(fact, "fact") + " " + text_of(fact, "kind") + " " + text_of(fact, "key") + " \"" +
         text_of(value, "text") + "\" " + text_of(fact, "phrase");
}

/// Marks the facts that answer `expected`; says what is wrong with the nearest when none does.
void seek(const Json& expected, const std::vector<Json>& facts, std::vector<bool>& answered,
          Lines& wrong) {
  std::size_t nearest = facts.size();
  Lines least;
  bool found = false;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (text_of(facts[i], "fact") != text_of(expected, "fact")) {
      continue;
    }
    const Lines off = differences(expected, facts[i]);
    if (off.empty()) {
      answered[i] = true;
      found = true;
    } else if (nearest == facts.size() || off.size() < least.size()) {
      nearest = i;
      least = off;
    }
  }
  if (found) {
    return;
  }
  if (nearest == facts.size()) {
    wrong.push_back("missing " + expected.dump());
    return;
  }
  answered[nearest] = true;
  wrong.push_back("expected " + expected.dump() + ", found " + joined(least));
}

bool is_beside(const std::string& detail) {
  return detail == "internal" || detail == "arithmetic" || detail == "wording";
}

/// Nothing when `finding` is about something else; else what differs.
std::optional<Lines> finding_differences(const Json& expected, const Json& finding) {
  for (const char* key : {"fact", "kind"}) {
    if (expected.contains(key) && text_of(expected, key) != text_of(finding, key)) {
      return std::nullopt;
    }
  }
  if (!names(text_of(finding, "key"), text_of(expected, "key"))) {
    return std::nullopt;
  }
  if (expected.contains("event") && text_of(expected, "event") != role_of(finding)) {
    return std::nullopt;
  }
  Lines wrong;
  for (const char* key : {"relation", "detail", "check"}) {
    compare_text(key, text_of(finding, key), text_of(expected, key), wrong);
  }
  const Json range =
      finding.contains("range") && finding["range"].is_object() ? finding["range"] : Json::object();
  for (const char* key : {"low", "high"}) {
    if (expected.contains(key) && !close(range.value(key, Json()), expected[key], 0.0)) {
      wrong.push_back(std::string(key) + " " + range.value(key, Json()).dump());
    }
  }
  return wrong;
}

std::string finding_line(const Json& finding) {
  return text_of(finding, "fact") + " " + text_of(finding, "kind") + " " + text_of(finding, "key") +
         " " + text_of(finding, "relation") + "/" + text_of(finding, "detail") + ": " +
         text_of(finding, "reason");
}

void seek_finding(const Json& expected, const Json& findings, Lines& wrong) {
  std::string least = "none";
  std::size_t fewest = SIZE_MAX;
  for (const Json& finding : findings) {
    const std::optional<Lines> off = finding_differences(expected, finding);
    if (off && off->empty()) {
      return;
    }
    if (off && off->size() < fewest) {
      fewest = off->size();
      least = joined(*off);
    }
  }
  wrong.push_back("expected " + expected.dump() + ", found " + least);
}

void refuse_doubles(const Json& findings, Lines& wrong) {
  std::set<std::string> seen;
  for (const Json& finding : findings) {
    const std::string fact = text_of(finding, "fact");
    if (text_of(finding, "relation") == "gap" || is_beside(text_of(finding, "detail")) ||
        fact == "quote") {  // a speaker may be quoted twice
      continue;
    }
    const std::string key = finding.value("event", Json()).dump() + "/" + fact + "/" +
                            text_of(finding, "kind") + "/" + text_of(finding, "key") + "/" +
                            text_of(finding, "story");
    if (!seen.insert(key).second) {
      wrong.push_back("two findings for " + key);
    }
  }
}

}  // namespace

std::vector<Json> rows_of(const std::string& file) {
  std::ifstream in(std::string(CONCORD_SOURCE_DIR) + "/tests/golden/" + file);
  std::vector<Json> rows;
  for (std::string line; std::getline(in, line);) {
    rows.push_back(Json::parse(line));
  }
  return rows;
}

Lines wrong_facts(const Json& row, const std::vector<Json>& facts) {
  Lines wrong;
  std::vector<Json> asked;
  std::ranges::copy_if(facts, std::back_inserter(asked),
                       [](const Json& fact) { return in_vocabulary(text_of(fact, "fact")); });
  std::vector<bool> answered(asked.size(), false);
  for (const Json& expected : row["expect"]) {
    seek(expected, asked, answered, wrong);
  }
  const Json allow = row.value("allow", Json::array());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const std::string fact = text_of(asked[i], "fact");
    if (!answered[i] && !only_on_request(fact) &&
        std::ranges::find(allow, Json(fact)) == allow.end()) {
      wrong.push_back("noise " + written(asked[i]));
    }
  }
  return wrong;
}

Lines wrong_findings(const Json& row, const Json& findings) {
  Lines wrong;
  for (const Json& expected : row["expect"]) {
    seek_finding(expected, findings, wrong);
  }
  for (const Json& refused : row.value("absent", Json::array())) {
    for (const Json& finding : findings) {
      const std::optional<Lines> off = finding_differences(refused, finding);
      if (off && off->empty()) {
        wrong.push_back("unwanted " + finding_line(finding));
      }
    }
  }
  refuse_doubles(findings, wrong);
  return wrong;
}

std::vector<std::string> signature(const Json& findings) {
  std::vector<std::string> lines;
  for (const Json& finding : findings) {
    lines.push_back(text_of(finding, "fact") + "/" + text_of(finding, "kind") + "/" +
                    text_of(finding, "key") + " " + text_of(finding, "relation") + "/" +
                    text_of(finding, "detail") + " " + finding.value("range", Json()).dump());
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace concord::golden
