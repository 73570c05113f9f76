// Inlay hints: what a figure comes to, the weekday of a date.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/calendar_names.h"
#include "lsp/draft_view.h"

namespace concord::lsp {
namespace {

struct Hint {
  std::uint32_t offset = 0;  // of the file
  std::string label;
  std::string tooltip;
  friend auto operator<=>(const Hint&, const Hint&) = default;
};

/// Sums that the draft does not write: "= 11" behind the last of their parts.
void add_sums(const DraftView& view, std::vector<Hint>& hints) {
  const Findings& findings = view.checked.findings;
  for (const Figure& figure : findings.figures) {
    const auto* quantity = std::get_if<Quantity>(&figure.value);
    if (!figure.derived || figure.document != DocumentId{0} || figure.facts.size() < 2 ||
        quantity == nullptr || !quantity->nominal) {
      continue;
    }
    std::optional<std::uint32_t> end;
    for (const FactId id : figure.facts) {
      const Fact& part = findings.facts[id.index];
      const auto place = view.map.in_file(Span{std::min(part.extent.begin, part.filler.begin),
                                               std::max(part.extent.end, part.filler.end)});
      if (place && part.document == DocumentId{0}) {
        end = std::max(end.value_or(0), place->end);
      }
    }
    if (end) {
      hints.push_back({*end, "= " + to_string(*quantity->nominal),
                       fmt::format("{} {}, worked out", figure.fact, figure.kind)});
    }
  }
}

/// "2 March 2026", and "2 March" of a draft whose year is known; not "today".
bool is_dated(std::string_view text, const ValueMention& mention, const TimeSpan& time) {
  const std::string_view words = text.substr(mention.core.begin, mention.core.size());
  const bool written = words.find_first_of("0123456789") != std::string_view::npos;
  return time.anchor == Anchor::explicit_date ||
         (time.anchor == Anchor::publication && !time.offset && written);
}

/// The day of the week behind a whole date that names none.
void add_weekdays(const DraftView& view, std::vector<Hint>& hints) {
  pipeline::ValueRequest request;
  request.text = view.document().text;
  if (view.document().published) {
    request.reference = view.document().published->begin;
    request.offset_minutes = view.document().published->offset_minutes;
  }
  for (const ValueMention& mention : pipeline::values(view.engine, request)) {
    const auto* time = std::get_if<TimeSpan>(&mention.value);
    const bool a_day = time != nullptr && time->begin && time->end && !time->weekday &&
                       is_dated(request.text, mention, *time) && time->mod.empty() &&
                       time->end->seconds - time->begin->seconds == kSecondsPerDay;
    const auto place = a_day ? view.map.in_file(mention.full) : std::nullopt;
    if (place) {
      hints.push_back({place->end,
                       std::string(kWeekdayNames[static_cast<std::size_t>(weekday(*time->begin))]),
                       "the day of the week"});
    }
  }
}

}  // namespace

std::string hints_in(const DraftView& view, TextRange range) {
  std::vector<Hint> hints;
  add_sums(view, hints);
  add_weekdays(view, hints);
  std::ranges::sort(hints);
  hints.erase(std::unique(hints.begin(), hints.end()), hints.end());
  const std::uint32_t begin = view.buffer.offset_of(range.start, view.encoding);
  const std::uint32_t end = view.buffer.offset_of(range.end, view.encoding);
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  for (const Hint& hint : hints) {
    if (hint.offset < begin || hint.offset > end) {
      continue;
    }
    const TextPosition position = view.buffer.position_of(hint.offset, view.encoding);
    json.begin_object();
    json.key("position");
    write(json, position);
    json.text_field("label", hint.label);
    json.text_field("tooltip", hint.tooltip);
    json.boolean_field("paddingLeft", true);
    json.end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace concord::lsp
