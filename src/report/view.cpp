#include "report/view.h"

#include <algorithm>
#include <array>

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

/// What stands for a letter in HTML; empty where the letter may stand for itself.
constexpr std::string_view entity_of(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// The letters of ASCII that stand for themselves.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (char letter = ' '; letter <= '~'; ++letter) {
    plain[static_cast<unsigned char>(letter)] = entity_of(letter).empty();
  }
  return plain;
}();

}  // namespace

std::string html_escaped(std::string_view text) {
  if (std::ranges::all_of(text, [](unsigned char letter) { return kPlain[letter]; })) {
    return std::string(text);
  }
  const std::string clean = without_controls(text);
  std::string out;
  out.reserve(clean.size());
  std::size_t kept = 0;  // what is written as it is begins here
  for (std::size_t at = 0; at < clean.size(); ++at) {
    if (const std::string_view entity = entity_of(clean[at]); !entity.empty()) {
      out.append(clean, kept, at - kept).append(entity);
      kept = at + 1;
    }
  }
  return out.append(clean, kept);
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
  mustache::data& list = data_[name];
  list = mustache::list(values.size(), mustache::data(mustache::data::type::invalid));
  for (std::size_t i = 0; i < values.size(); ++i) {
    // The library only copies into its lists, whole trees at every level of a page.
    const_cast<mustache::data&>(list.list_value()[i]) = std::move(values[i].data_);
  }
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
