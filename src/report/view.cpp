#include "report/view.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace concord::report {
namespace {

namespace mustache = kainjow::mustache;

Diagnostic bad_design(std::string_view name, std::string_view why) {
  Diagnostic diagnostic;
  diagnostic.message = fmt::format("{}.mustache: {}", name, why);
  diagnostic.help = "--templates names the folder of the report's designs";
  return diagnostic;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char letter : without_controls(std::string(text))) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

View& View::text(const char* name, std::string_view value) {
  data_[name] = mustache::data(std::string(value));
  return *this;
}

View& View::flag(const char* name, bool value) {
  data_[name] = mustache::data(value);
  return *this;
}

View& View::some(const char* name, std::string_view value) {
  return value.empty() ? flag(name, false) : text(name, value);
}

View& View::child(const char* name, View value) {
  data_[name] = std::move(value.data_);
  return *this;
}

View& View::list(const char* name, std::vector<View> values) {
  mustache::list items;
  items.reserve(values.size());
  for (View& value : values) {
    items.push_back(std::move(value.data_));
  }
  data_[name] = mustache::data(items);
  return *this;
}

View& View::headed(const char* name, std::vector<View> values) {
  flag((std::string("has_") + name).c_str(), !values.empty());
  return list(name, std::move(values));
}

Design::Design(const Designs& designs, std::string name, const std::string& text)
    : designs_(&designs), name_(std::move(name)), template_(text) {
  template_.set_custom_escape([](const std::string& value) { return html_escaped(value); });
}

Result<Design> Design::find(const Designs& designs, std::string_view name) {
  const auto found = designs.find(name);
  if (found == designs.end()) {
    return failure(bad_design(name, "no such template"));
  }
  Design design(designs, std::string(name), found->second);
  if (!design.template_.is_valid()) {
    return failure(bad_design(name, design.template_.error_message()));
  }
  return design;
}

Result<std::string> Design::render(View& view) {
  for (const auto& design : *designs_) {
    // No datum has a slash in its name: a partial can never be an article's own words.
    view.data_["part/" + design.first] =
        mustache::data(mustache::partial([&design] { return design.second; }));
  }
  std::string out = template_.render(view.data_);
  if (!template_.is_valid()) {
    return failure(bad_design(name_, template_.error_message()));
  }
  return out;
}

}  // namespace concord::report
