#include <string>

#include "ingest/ingest.h"
#include "ingest/json_fields.h"

namespace concord::ingest {
namespace {

using simdjson::dom::array;
using simdjson::dom::object;

std::string labels_of(const object& finding) {
  std::string labels;
  array positions;
  if (finding["positions"].get(positions) != simdjson::SUCCESS) {
    return labels;
  }
  for (const object position : positions) {
    labels += (labels.empty() ? "" : "; ") + std::string(string_field(position, "label"));
  }
  return labels;
}

/// The objects of a list; none where there is no such list.
template <class Use>
void for_each_object(const object& parent, std::string_view name, const Use& use) {
  array items;
  if (parent[name].get(items) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : items) {
      if (object one; item.get(one) == simdjson::SUCCESS) {
        use(one);
      }
    }
  }
}

std::string place_of(const object& evidence) {
  object span;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  const bool numbered = evidence["span"].get(span) == simdjson::SUCCESS &&
                        span["line"].get(line) == simdjson::SUCCESS &&
                        span["column"].get(column) == simdjson::SUCCESS;
  return numbered ? std::to_string(line) + ":" + std::to_string(column) : "headline";
}

ToldFinding told_of(const object& finding) {
  ToldFinding told;
  told.id = string_field(finding, "id");
  told.story = string_field(finding, "story");
  told.fact = string_field(finding, "fact");
  told.kind = string_field(finding, "kind");
  told.key = string_field(finding, "key");
  told.check = string_field(finding, "check");
  told.relation = string_field(finding, "relation");
  told.detail = string_field(finding, "detail");
  told.severity = string_field(finding, "severity");
  told.reason = string_field(finding, "reason");
  told.figure = labels_of(finding);
  object event;
  if (finding["event"].get(event) == simdjson::SUCCESS) {
    // What sort of event a story is about may show only later; it is the same event.
    const std::string_view role = string_field(event, "role");
    told.event = role == "main" ? role : string_field(event, "id");
  }
  return told;
}

}  // namespace

std::optional<ToldFinding> read_told_finding(std::string_view json) {
  simdjson::dom::parser parser;
  object finding;
  if (parser.parse(json.data(), json.size()).get(finding) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  return told_of(finding);
}

std::optional<ToldWhole> read_told_whole(std::string_view json) {
  simdjson::dom::parser parser;
  object finding;
  if (parser.parse(json.data(), json.size()).get(finding) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  ToldWhole whole;
  whole.finding = told_of(finding);
  if (array notes; finding["notes"].get(notes) == simdjson::SUCCESS) {
    for (const simdjson::dom::element note : notes) {
      if (std::string_view text; note.get(text) == simdjson::SUCCESS) {
        whole.notes.emplace_back(text);
      }
    }
  }
  if (object policies; finding["policies"].get(policies) == simdjson::SUCCESS) {
    for (const auto [name, figure] : policies) {
      if (std::string_view text; figure.get(text) == simdjson::SUCCESS) {
        whole.policies.emplace_back(name, text);
      }
    }
  }
  for_each_object(finding, "evidence", [&](const object& one) {
    whole.evidence.push_back({std::string(string_field(one, "document")), place_of(one),
                              std::string(string_field(one, "sentence")),
                              std::string(string_field(one, "remark"))});
  });
  return whole;
}

ToldNight read_told_night(std::string_view summary, Timestamp found) {
  simdjson::dom::parser parser;
  object night;
  ToldNight told;
  if (parser.parse(summary.data(), summary.size()).get(night) != simdjson::SUCCESS) {
    return told;
  }
  const auto text = [](const object& one, std::string_view name) {
    return std::string(string_field(one, name));
  };
  for_each_object(night, "told", [&](const object& one) {
    told.news.push_back(
        {text(one, "id"), text(one, "title"), text(one, "text"), text(one, "severity"), found});
  });
  for_each_object(night, "behind", [&](const object& one) {
    told.behind.push_back({text(one, "finding"), text(one, "story"), text(one, "document"),
                           text(one, "subject"), text(one, "words")});
  });
  for_each_object(night, "unreadable", [&](const object& one) {
    told.unreadable.emplace_back(text(one, "name"), text(one, "why"));
  });
  for_each_object(night, "slips",
                  [&](const object& one) { told.slips.push_back(text(one, "id")); });
  return told;
}

std::vector<ToldFinding> read_told_slips(std::string_view summary) {
  simdjson::dom::parser parser;
  object night;
  std::vector<ToldFinding> slips;
  if (parser.parse(summary.data(), summary.size()).get(night) == simdjson::SUCCESS) {
    for_each_object(night, "slips", [&](const object& one) {
      if (ToldFinding told = told_of(one); !told.reason.empty()) {
        slips.push_back(std::move(told));
      }
    });
  }
  return slips;
}

std::string subject_of(const ToldFinding& finding) {
  return finding.story + "\n" + finding.event + "\n" + finding.fact + "\n" + finding.kind + "\n" +
         finding.key + "\n" + finding.check;
}

}  // namespace concord::ingest
