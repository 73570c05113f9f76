#include "notation.h"

#include <vector>

#include "normalize/split.h"

namespace concord::normalize {
namespace {

struct Setup {
  Lexicon lexicon;
  Reader reader;
};

Lexicon vocabulary() {
  Lexicon lexicon;
  add_vocabulary(lexicon);
  return lexicon;
}

const Setup& setup() {
  static const Setup kOnly{vocabulary(), Reader(vocabulary())};
  return kOnly;
}

std::string_view name_of(Dimension dimension) {
  constexpr std::string_view kNames[] = {
      "count",    "ordinal", "ratio",    "percent", "points", "money",     "age",
      "duration", "length",  "area",     "volume",  "mass",   "speed",     "temperature",
      "energy",   "power",   "pressure", "angle",   "data",   "magnitude", "other"};
  return kNames[static_cast<std::size_t>(dimension)];
}

std::string text_of(const Decimal& value) {
  return to_string(normalized(value));
}

std::string interval(const Interval<Decimal>& values) {
  return (values.low_open ? "(" : "[") + (values.low ? text_of(*values.low) : std::string("-")) +
         "," + (values.high ? text_of(*values.high) : std::string("-")) +
         (values.high_open ? ")" : "]");
}

std::string words(std::string_view text, const ValueMention& mention) {
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return std::string(text.substr(begin, end - begin));
  };
  return part(mention.full.begin, mention.core.begin) + "<" +
         part(mention.core.begin, mention.core.end) + ">" +
         part(mention.core.end, mention.full.end);
}

std::string time_of(const std::optional<Timestamp>& time, bool clock) {
  if (!time) {
    return "-";
  }
  return clock ? format_date_time(*time).substr(0, 16) : format_date(*time);
}

std::string render(const Value& value, bool intervals) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    std::string text(name_of(quantity->dimension));
    text += quantity->unit == "1" ? "" : " " + quantity->unit;
    text += quantity->nominal ? " " + text_of(*quantity->nominal) : "";
    return intervals ? text + " " + interval(quantity->hard) + " ~" + interval(quantity->soft)
                     : text;
  }
  if (const auto* duration = std::get_if<Duration>(&value)) {
    return "duration " + duration->iso + (intervals ? " " + interval(duration->seconds) : "");
  }
  const auto& time = std::get<TimeSpan>(value);
  std::string text = "time " + time.timex + (time.mod.empty() ? "" : " " + time.mod);
  text += time.offset ? (time.before_anchor ? " before " : " after ") + time.offset->iso : "";
  return intervals ? text + " [" + time_of(time.begin, time.has_clock) + "," +
                         time_of(time.end, time.has_clock) + ")"
                   : text;
}

std::string read(std::string_view text, bool intervals) {
  const TokenizedText tokens = split_phrase(text, setup().lexicon);
  std::vector<ValueMention> mentions;
  const Reading reading{.reference = from_civil({.year = 2024, .month = 3, .day = 24, .hour = 12})};
  setup().reader.read(text, tokens, tokens.sentences.front().tokens, reading, {}, mentions);
  std::string all;
  for (const ValueMention& mention : mentions) {
    all +=
        (all.empty() ? "" : "; ") + words(text, mention) + " " + render(mention.value, intervals);
  }
  return all;
}

}  // namespace

std::string read_values(std::string_view text) {
  return read(text, true);
}
std::string read_brief(std::string_view text) {
  return read(text, false);
}
std::optional<Value> value_of(std::string_view text) {
  return read_one(setup().reader, setup().lexicon, text);
}

}  // namespace concord::normalize
