#include <algorithm>
#include <string>
#include <utility>

#include "rules/sections.h"

namespace concord::rules {
namespace {

void read_get(const YamlNode& node, const Page& page, Example& example) {
  if (node.kind == YamlKind::mapping) {
    for_each_entry(node, [&](const YamlNode& kind, const YamlNode& value) {
      if (std::optional<std::string> text = page.text(value, "`get`")) {
        example.get.push_back({kind.text, std::move(*text)});
      }
    });
    return;
  }
  if (node.kind == YamlKind::scalar && node.text == "nothing") {
    example.nothing = true;
    return;
  }
  for (std::string& value : page.texts(node, "`get`")) {
    example.get.push_back({"", std::move(value)});
  }
}

std::optional<std::string> optional_text(const YamlNode& map, const Page& page,
                                         std::string_view key) {
  const YamlNode* node = Page::find(map, key);
  return node == nullptr ? std::nullopt : page.text(*node, "`" + std::string(key) + "`");
}

void check_event(const YamlNode& map, const Page& page, const Example& example) {
  const YamlNode* node = Page::find(map, "event");
  if (node == nullptr || !example.event || example.event->starts_with("other:")) {
    return;
  }
  page.word(*node, kRoles, "`event`");
}

void read_example(const YamlNode& map, const Page& page, std::vector<Example>& out) {
  page.check_keys(map, kExampleKeys, map, "an example");
  Example example;
  example.where = page.position(map);
  example.text = optional_text(map, page, "text").value_or("");
  example.event = optional_text(map, page, "event");
  check_event(map, page, example);
  example.by = optional_text(map, page, "by");
  example.key = optional_text(map, page, "key");
  if (const YamlNode* node = Page::find(map, "get")) {
    read_get(*node, page, example);
  }
  if (const YamlNode* node = Page::find(map, "mode")) {
    example.mode = read_mode(*node, page, "`mode`");
  }
  if (const YamlNode* node = Page::find(map, "todo")) {
    example.todo = page.word(*node, kTrueFalse, "`todo`") == std::size_t{0};
  }
  out.push_back(std::move(example));
}

}  // namespace

void read_examples(const YamlNode& list, const Page& page, std::vector<Example>& out) {
  if (list.kind != YamlKind::sequence) {
    page.complaints.add(Code::wrong_type, page.place(list), "`examples` needs a list",
                        "write one `- text: ...` an example, with `get:` below it");
    return;
  }
  for (const YamlNode& item : list.children) {
    if (page.is_mapping(item, "an example")) {
      read_example(item, page, out);
    }
  }
}

}  // namespace concord::rules
