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

/// The text with the designs it asks for in their places, so that each is parsed once and not at
/// every use.
std::string with_partials(const Designs& designs, std::string_view text, int depth) {
  constexpr std::string_view kOpen = "{{>part/";
  constexpr std::string_view kClose = "}}";
  constexpr int kDeepest = 8;  // a design that asks for itself ends somewhere
  std::string whole;
  while (true) {
    const std::size_t begin = text.find(kOpen);
    const std::size_t end = text.find(kClose, begin);
    if (end == std::string_view::npos || depth == kDeepest) {
      return whole.append(text);
    }
    const std::size_t name = begin + kOpen.size();
    const auto found = designs.find(text.substr(name, end - name));
    whole.append(text.substr(0, begin));
    if (found != designs.end()) {
      whole.append(with_partials(designs, found->second, depth + 1));
    }
    text.remove_prefix(end + kClose.size());
  }
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

Design::Design(std::string name, const std::string& text)
    : name_(std::move(name)), template_(text) {
  template_.set_custom_escape([](const std::string& value) { return html_escaped(value); });
}

Result<Design> Design::find(const Designs& designs, std::string_view name) {
  const auto found = designs.find(name);
  if (found == designs.end()) {
    return failure(bad_design(name, "no such template"));
  }
  Design design(std::string(name), with_partials(designs, found->second, 0));
  if (!design.template_.is_valid()) {
    return failure(bad_design(name, design.template_.error_message()));
  }
  return design;
}

Result<std::string> Design::render(View& view) {
  std::string out = template_.render(view.data_);
  if (!template_.is_valid()) {
    return failure(bad_design(name_, template_.error_message()));
  }
  return out;
}

}  // namespace concord::report
