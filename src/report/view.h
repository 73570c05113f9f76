#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "report/night.h"

namespace concord::report {

/// What a template sees: the only door to the template library.
class View {
 public:
  View() : data_(kainjow::mustache::data::type::object) {}
  // Never copied: a story's view is a tree of some thousand nodes.
  View(View&&) noexcept = default;
  View& operator=(View&&) noexcept = default;
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  ~View() = default;

  View& text(const char* name, std::string_view value);
  View& flag(const char* name, bool value);
  /// Text where there is some, else nothing: `{{#name}}{{name}}{{/name}}`.
  View& some(const char* name, std::string_view value);
  View& child(const char* name, View value);
  View& list(const char* name, std::vector<View> values);
  /// As list, and a flag `has_NAME` so that a heading can stand before it.
  View& headed(const char* name, std::vector<View> values);

 private:
  friend class Design;

  kainjow::mustache::data data_;
};

/// A template made ready.  Every `{{x}}` is escaped for HTML text and quoted attributes, and loses
/// control characters; `{{{x}}}` is for what the report has rendered itself.
class Design {
 public:
  /// Other designs may be used as partials: `{{>part/NAME}}`.  Fails with the template's name where
  /// it is missing or malformed.
  static Result<Design> find(const Designs& designs, std::string_view name);

  Result<std::string> render(View& view);

 private:
  Design(std::string name, const std::string& text);

  std::string name_;
  kainjow::mustache::mustache template_;
};

/// For HTML text and quoted attributes.
std::string html_escaped(std::string_view text);

}  // namespace concord::report
