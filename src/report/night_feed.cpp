#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/fact_json.h"
#include "report/night_formats.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kMostRemembered = 100;  // for the nights after
constexpr std::size_t kShownSentences = 4;
// Names nobody: RFC 2606 keeps .invalid free.
constexpr std::string_view kNobody = "concord.invalid,2026";

std::string time_text(Timestamp time) {
  return format_date_time(time) + "Z";
}

std::string sentences(Opened& opened, const Finding& finding) {
  std::string text;
  for (const auto& [source, place, words] : shown_sentences(opened, finding, kShownSentences)) {
    text +=
        fmt::format("\n\n{} ({}): {}{}{}", source, place, words.before, words.marked, words.after);
  }
  return text;
}

/// "Our copy o1, line 3: \"twelve\"."
std::string place_of(const CopySlip& slip) {
  const std::string line = slip.line == 0 ? "headline" : fmt::format("line {}", slip.line);
  return fmt::format("Our copy {}, {}: \"{}\".", slip.document, line, slip.text);
}

/// As a finding of that night, about the check in that document.
void write_slip(JsonWriter& json, const CopySlip& slip) {
  json.begin_object();
  json.text_field("id", slip.id);
  json.text_field("story", slip.story);
  json.text_field("check", slip.check);
  json.text_field("key", slip.document);
  json.text_field("relation", wording::name_of(Relation::discrepancy));
  json.text_field("detail", wording::name_of(Detail::internal));
  json.text_field("severity", wording::name_of(slip.severity));
  json.text_field("reason", fmt::format("{} {}", place_of(slip), slip.message));
  json.end_object();
}

std::vector<ToldNews> tonight_news(const Night& night, OpenedRuns& runs) {
  std::vector<ToldNews> entries;
  for (const StoryTonight& tonight : night.tonight) {
    const std::set<std::string_view> fresh(tonight.new_findings.begin(),
                                           tonight.new_findings.end());
    Opened& opened = runs.of(*tonight.findings);
    for (const std::uint32_t number : opened.index.of(tonight.story)) {
      const Finding& finding = opened.findings().findings[number];
      if (fresh.contains(finding.id)) {
        entries.push_back({finding.id,
                           fmt::format("{} ({})", wording::statement(opened.findings(), finding),
                                       title_of(story_of(tonight))),
                           finding.reason + sentences(opened, finding),
                           std::string(wording::name_of(finding.severity)),
                           night.now.value_or(Timestamp{})});
      }
    }
  }
  for (const CopySlip& slip : night.slips) {
    if (slip.is_new) {
      entries.push_back({slip.id, fmt::format("{} ({})", slip.message, slip.title), place_of(slip),
                         std::string(wording::name_of(slip.severity)),
                         night.now.value_or(Timestamp{})});
    }
  }
  return entries;
}

std::string entry_text(const Night& night, const std::string& authority, const ToldNews& entry) {
  std::string text = fmt::format(
      " <entry>\n  <id>tag:{}:finding/{}</id>\n  <title>{}</title>\n  <updated>{}</updated>\n",
      xml_escaped(authority), anchor(entry.id), xml_escaped(entry.title), time_text(entry.found));
  if (!entry.severity.empty()) {
    text += fmt::format("  <category term=\"{}\"/>\n", entry.severity);
  }
  if (!night.page_url.empty()) {
    text += fmt::format("  <link rel=\"alternate\" type=\"text/html\" href=\"{}#{}\"/>\n",
                        xml_escaped(night.page_url), anchor("f-" + entry.id));
  }
  return text +
         fmt::format("  <content type=\"text\">{}</content>\n </entry>\n", xml_escaped(entry.text));
}

/// U+FFFE and U+FFFF are no characters of XML.
void replace_noncharacters(std::string& text) {
  for (const std::string_view bytes : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = text.find(bytes); at != std::string::npos; at = text.find(bytes, at)) {
      text.replace(at, bytes.size(), "\uFFFD");
    }
  }
}

}  // namespace

std::vector<ToldBehind> told_behind(const Night& night) {
  std::vector<ToldBehind> told;
  for (const CopyBehind& behind : night.behind) {
    const Finding& finding = behind.findings->findings[behind.finding];
    const Fact& fact = behind.findings->facts[behind.ours.index];
    const Document& document = behind.findings->documents[fact.document.index];
    told.push_back({finding.id, behind.findings->stories.stories[finding.story.index].id,
                    document.id, wording::subject(finding),
                    std::string(wording::words(document, fact.filler))});
  }
  return told;
}

std::string memory_of(const Night& night) {
  OpenedRuns runs(accepted_in(night));
  std::vector<ToldNews> news = tonight_news(night, runs);
  news.resize(std::min(news.size(), kMostRemembered));
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.key("told");
  json.begin_array();
  for (const ToldNews& one : news) {
    json.begin_object();
    json.text_field("id", one.id);
    json.text_field("title", one.title);
    json.text_field("text", one.text);
    json.text_field("severity", one.severity);
    json.end_object();
  }
  json.end_array();
  json.key("behind");
  json.begin_array();
  for (const ToldBehind& one : told_behind(night)) {
    json.begin_object();
    json.text_field("finding", one.finding);
    json.text_field("story", one.story);
    json.text_field("document", one.document);
    json.text_field("subject", one.subject);
    json.text_field("words", one.words);
    json.end_object();
  }
  json.end_array();
  json.key("slips");
  json.begin_array();
  for (const CopySlip& slip : night.slips) {
    write_slip(json, slip);
  }
  json.end_array();
  json.key("unreadable");
  json.begin_array();
  for (const UnreadableInput& one : night.run.unreadable) {
    json.begin_object();
    json.text_field("name", one.name);
    json.text_field("why", one.why);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  const std::string object = json.take();
  return object.substr(1, object.size() - 2);  // its members alone
}

std::string xml_escaped(std::string_view given) {
  std::string text;
  for (const char letter : without_controls(given)) {
    switch (letter) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      default:
        text += letter;
    }
  }
  replace_noncharacters(text);
  return text;
}

std::string night_feed(const Night& night, OpenedRuns& runs) {
  const std::string authority(
      night.feed_authority.empty() ? kNobody : std::string_view(night.feed_authority));
  std::vector<ToldNews> entries = tonight_news(night, runs);
  std::set<std::string> told;
  for (const ToldNews& entry : entries) {
    told.insert(entry.id);
  }
  for (const ToldNews& news : night.earlier) {
    if (told.insert(news.id).second) {
      entries.push_back(news);
    }
  }
  entries.resize(std::min(entries.size(), kMostEntries));
  Timestamp updated = night.now.value_or(Timestamp{});
  if (!night.now && !entries.empty()) {
    updated = std::ranges::max(entries, {}, &ToldNews::found).found;
  }
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      " <id>tag:{}:findings</id>\n <title>{}: new findings</title>\n <updated>{}</updated>\n"
      " <author><name>Concord</name></author>\n <generator{}>Concord</generator>\n",
      xml_escaped(authority), xml_escaped(night.title), time_text(updated),
      night.run.version.empty() ? ""
                                : fmt::format(" version=\"{}\"", xml_escaped(night.run.version)));
  if (!night.feed_url.empty()) {
    text += fmt::format(" <link rel=\"self\" href=\"{}\"/>\n", xml_escaped(night.feed_url));
  }
  for (const ToldNews& entry : entries) {
    text += entry_text(night, authority, entry);
  }
  return text + "</feed>\n";
}

}  // namespace concord::report
