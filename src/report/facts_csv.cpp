// The facts of a store as a table for spreadsheets and statistics.
#include <optional>
#include <string>
#include <variant>

#include "report/night_formats.h"
#include "report/report.h"
#include "report/value_json.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::string_view kNames =
    "document,source,published,version,story,fact,kind,key,type,words,low,nominal,high,unit,mode,"
    "by,event,in_quote,derived,begin,end\r\n";

/// A row in the making.
class Row {
 public:
  Row& add(std::string_view field) {
    text_ += (text_.empty() ? "" : ",") + csv_field(field);
    return *this;
  }
  Row& add(const std::optional<Decimal>& number) { return add(number ? to_string(*number) : ""); }
  Row& add(const std::optional<Timestamp>& time) {
    return add(time ? format_date_time(*time) : "");
  }
  Row& add(bool flag) { return add(flag ? std::string_view("yes") : "no"); }
  std::string take() { return std::move(text_) + "\r\n"; }

 private:
  std::string text_;
};

void add_value(Row& row, const Quantity& value) {
  row.add(value.hard.low).add(value.nominal).add(value.hard.high).add(value.unit);
}
void add_value(Row& row, const Duration& value) {
  row.add(value.seconds.low).add(value.nominal_seconds).add(value.seconds.high);
  row.add(std::string_view("s"));
}
void add_value(Row& row, const TimeSpan& value) {
  row.add(value.begin).add(std::string_view()).add(value.end).add(std::string_view());
}
template <class Words>
void add_value(Row& row, const Words&) {
  for (int i = 0; i < 4; ++i) {
    row.add(std::string_view());
  }
}

/// Bytes of the article's own text, as all spans of machine output.
std::string offset(const Document& document, std::uint32_t at) {
  return std::to_string(at < document.body_begin ? at : at - document.body_begin);
}

std::string fact_row(const Document& document, const Fact& fact, const RuleSet& rules,
                     std::string_view story) {
  const FactRule& rule = rules.facts[fact.rule.index];
  const std::string_view text = document.text;
  Row row;
  row.add(document.id).add(document.source);
  row.add(document.published ? std::string_view(document.published->written) : "");
  row.add(std::to_string(document.version)).add(story);
  row.add(rule.pack + "/" + rule.name).add(fact.kind).add(fact.key).add(type_of(fact.value));
  row.add(text.substr(fact.filler.begin, fact.filler.size()));
  std::visit([&](const auto& value) { add_value(row, value); }, fact.value);
  row.add(wording::name_of(fact.mode)).add(fact.by ? std::string_view(fact.by->name) : "");
  row.add(fact.event.name.empty() ? std::string_view(fact.event.kind) : fact.event.name);
  row.add(fact.in_quote).add(fact.derived);
  row.add(offset(document, fact.filler.begin)).add(offset(document, fact.filler.end));
  return row.take();
}

}  // namespace

std::string_view facts_csv_names() {
  return kNames;
}

std::string facts_csv_rows(const Document& document, const std::vector<Fact>& facts,
                           const RuleSet& rules, std::string_view story) {
  std::string rows;
  for (const Fact& fact : facts) {
    rows += fact_row(document, fact, rules, story);
  }
  return rows;
}

}  // namespace concord::report
