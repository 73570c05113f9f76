// `concord rules coverage`.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/report.h"

namespace concord::report {
namespace {

constexpr std::string_view kNames[] = {"phrase",  "unless", "context",
                                       "verdict", "branch", "list entry"};
constexpr std::string_view kPlurals[] = {"phrases",  "unless lines", "context lines",
                                         "verdicts", "branches",     "list entries"};
constexpr std::size_t kKinds = std::size(kNames);

struct Tally {
  std::size_t reached = 0;
  std::size_t all = 0;
};

std::array<Tally, kKinds> tally(const std::vector<Cover>& covers) {
  std::array<Tally, kKinds> counts{};
  for (const Cover& cover : covers) {
    Tally& one = counts[static_cast<std::size_t>(cover.kind)];
    ++one.all;
    one.reached += cover.reached > 0 ? 1 : 0;
  }
  return counts;
}

std::string place_of(const RuleSet& rules, const Cover& cover) {
  const std::string file =
      cover.where.file < rules.files.size() ? rules.files[cover.where.file] : std::string();
  return cover.kind == CoverKind::branch
             ? fmt::format("{}:{}:{}", file, cover.where.line, cover.where.column)
             : fmt::format("{}:{}", file, cover.where.line);
}

/// Rounded down, so that 100.0 means all.
double percent(const Tally& one) {
  return one.all == 0 ? 100.0
                      : std::floor(1000.0 * static_cast<double>(one.reached) /
                                   static_cast<double>(one.all)) /
                            10;
}

std::string as_text(const std::vector<Cover>& covers, const RuleSet& rules, const Style& style) {
  std::string text;
  for (const Cover& cover : covers) {
    if (cover.reached == 0 && !style.quiet) {
      text += fmt::format(
          "no {:<10}  {}  {}\n", kNames[static_cast<std::size_t>(cover.kind)],
          place_of(rules, cover),
          cover.kind == CoverKind::verdict ? cover.rule + ": " + cover.written : cover.written);
    }
  }
  const auto counts = tally(covers);
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (counts[i].all > 0) {
      text += fmt::format("{:<14} {:>5} of {:>5} reached by examples ({:.1f} %)\n", kPlurals[i],
                          counts[i].reached, counts[i].all, percent(counts[i]));
    }
  }
  return without_controls(text);
}

std::string as_json(const std::vector<Cover>& covers, const RuleSet& rules) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.key("summary");
  json.begin_array();
  const auto counts = tally(covers);
  for (std::size_t i = 0; i < kKinds; ++i) {
    json.begin_object();
    json.text_field("kind", kNames[i]);
    json.number_field("reached", counts[i].reached);
    json.number_field("all", counts[i].all);
    json.end_object();
  }
  json.end_array();
  json.key("covers");
  json.begin_array();
  for (const Cover& cover : covers) {
    json.begin_object();
    json.text_field("kind", kNames[static_cast<std::size_t>(cover.kind)]);
    json.text_field("rule", cover.rule);
    json.text_field("file", cover.where.file < rules.files.size() ? rules.files[cover.where.file]
                                                                  : std::string());
    json.number_field("line", cover.where.line);
    json.number_field("column", cover.where.column);
    json.text_field("written", cover.written);
    json.number_field("reached", cover.reached);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace

double lines_reached(const std::vector<Cover>& covers) {
  Tally lines;
  for (const Cover& cover : covers) {
    if (cover.kind < CoverKind::branch) {
      ++lines.all;
      lines.reached += cover.reached > 0 ? 1 : 0;
    }
  }
  return percent(lines);
}

std::string coverage_report(const std::vector<Cover>& covers, const RuleSet& rules, Format format,
                            const Style& style) {
  return format == Format::json ? as_json(covers, rules) : as_text(covers, rules, style);
}

}  // namespace concord::report
