// The story that a draft was held against, and the run as JSON.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/check_run.h"
#include "report/diagnostic_json.h"
#include "report/json_writer.h"
#include "wording/finding_text.h"

namespace concord::report {
namespace {

std::string named(const HeldAgainst& story) {
  return fmt::format("{} ({}{} article{})", without_controls(story.title),
                     story.id.empty() ? "not in a story yet, " : story.id + ", ", story.documents,
                     story.documents == 1 ? "" : "s");
}

std::string likeness_text(const HeldAgainst& story) {
  return fmt::format("likeness {:.2f}, {:.2f} needed", story.likeness, story.needed);
}

Decimal thousandths(float value) {
  constexpr float kPlaces = 1000;
  return normalized(Decimal(static_cast<std::int64_t>(std::lround(value * kPlaces)), -3));
}

void write_story(JsonWriter& json, const HeldAgainst& story) {
  json.begin_object();
  json.text_or_null("id", story.id);
  json.text_field("title", story.title);
  json.number_field("documents", story.documents);
  json.number_or_null("likeness", thousandths(story.likeness));
  json.number_or_null("needed", thousandths(story.needed));
  json.end_object();
}

void write_draft(JsonWriter& json, const CheckedDraft& draft) {
  json.begin_object();
  json.text_field("file", draft.file);
  json.text_field("certainty", draft.story->certainty);
  json.key("story");
  if (draft.story->title.empty()) {
    json.null();
  } else {
    write_story(json, *draft.story);
  }
  json.key("others");
  json.begin_array();
  for (const HeldAgainst& other : draft.others) {
    write_story(json, other);
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string story_line(const CheckedDraft& draft) {
  if (!draft.story) {
    return {};
  }
  std::string text;
  const HeldAgainst& story = *draft.story;
  if (story.certainty == "none") {
    text = "story    none fits: checked within the draft alone; --story ID pins one\n";
  } else if (story.certainty == "pinned") {
    text = fmt::format("story    {}: pinned\n", named(story));
  } else {
    text = fmt::format(
        "story    {}: {}, {}; {}\n", named(story), story.certainty, likeness_text(story),
        story.id.empty() ? "`concord nightly` gives it an id" : "--story " + story.id + " pins it");
  }
  if (story.certainty == "none" || story.certainty == "likely") {
    for (const HeldAgainst& other : draft.others) {
      text += fmt::format("         or {}: {}\n", named(other), likeness_text(other));
    }
  }
  return text;
}

std::string check_json(const CheckRun& run, Format format) {
  JsonWriter json(format == Format::json ? JsonWriter::Layout::indented : JsonWriter::Layout::line);
  if (format == Format::jsonl) {
    for (const CheckedDraft& draft : run.drafts) {
      for (const Diagnostic& diagnostic : draft.diagnostics) {
        write_diagnostic(json, diagnostic);
        json.end_line();
      }
    }
    return json.take();
  }
  json.begin_object();
  json.number_field("version", 1);
  if (std::ranges::any_of(run.drafts, [](const auto& draft) { return draft.story.has_value(); })) {
    json.key("drafts");
    json.begin_array();
    for (const CheckedDraft& draft : run.drafts) {
      write_draft(json, draft);
    }
    json.end_array();
  }
  json.key("diagnostics");
  json.begin_array();
  for (const CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      write_diagnostic(json, diagnostic);
    }
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace concord::report
