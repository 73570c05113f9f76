// concord.yaml, in the YAML subset of rule files and with their complaints.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "rules/page.h"
#include "rules/rules.h"

namespace concord::rules {
namespace {

constexpr KeyRule kDeskKeys[] = {
    {"title"},    {"inboxes"},  {"own copy"},  {"sources"}, {"packs"},
    {"policies"}, {"severity"}, {"time zone"}, {"outputs"},
};
constexpr KeyRule kOwnKeys[] = {{"sources"}, {"inboxes"}};
constexpr KeyRule kDeskSourceKeys[] = {{"tier"}, {"group"}, {"party"}, {"copied by"}};
constexpr KeyRule kOutputKeys[] = {{"folder"}, {"formats"}, {"address"}};
constexpr std::string_view kFormats[] = {"html", "md", "json", "csv", "atom"};
constexpr std::string_view kTiers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

/// Keys of a section, each with the value it has in `map`.
template <class Visit>
void with(const YamlNode& map, std::string_view key, Visit visit) {
  if (const YamlNode* node = Page::find(map, key)) {
    visit(*node);
  }
}

class DeskReader {
 public:
  DeskReader(const Page& page, std::span<const std::string_view> flags,
             std::span<const std::string_view> policies, const FlagCheck& check)
      : page_(page), flags_(flags), policies_(policies), check_(check) {}

  Desk read(const YamlNode& root) const {
    Desk desk;
    if (!page_.is_mapping(root, "concord.yaml")) {
      return desk;
    }
    check_top_keys(root);
    with(root, "title", [&](const YamlNode& node) { set(desk.title, node, "`title`"); });
    with(root, "inboxes",
         [&](const YamlNode& node) { desk.inboxes = page_.texts(node, "`inboxes`"); });
    with(root, "packs", [&](const YamlNode& node) { desk.packs = page_.texts(node, "`packs`"); });
    with(root, "time zone",
         [&](const YamlNode& node) { set(desk.time_zone, node, "`time zone`"); });
    with(root, "own copy", [&](const YamlNode& node) { read_own(node, desk); });
    with(root, "sources", [&](const YamlNode& node) { read_sources(node, desk); });
    with(root, "policies", [&](const YamlNode& node) { read_policies(node, desk); });
    with(root, "severity", [&](const YamlNode& node) { read_severity(node, desk); });
    with(root, "outputs", [&](const YamlNode& node) { read_outputs(node, desk); });
    for_each_entry(root, [&](const YamlNode& key, const YamlNode& value) {
      if (const auto flag = flag_of(key.text)) {
        read_flag(std::string(*flag), key, value, desk);
      }
    });
    return desk;
  }

 private:
  /// A value that the command line would refuse is complained of by its key, where it stands.
  void read_flag(const std::string& flag, const YamlNode& key, const YamlNode& value,
                 Desk& desk) const {
    std::vector<std::string> texts = page_.texts(value, "`" + key.text + "`");
    auto mistake = check_ ? check_(flag, texts) : std::nullopt;
    if (!mistake) {
      desk.flags[flag] = std::move(texts);
      return;
    }
    const std::string written = "--" + flag;
    for (std::string* words : {&mistake->message, &mistake->help}) {
      if (const std::size_t at = words->find(written); at != std::string::npos) {
        words->replace(at, written.size(), "`" + key.text + "`");
      }
    }
    page_.complaints.add(Code::wrong_word, page_.place(value), mistake->message, mistake->help);
  }

  std::optional<std::string_view> flag_of(std::string_view key) const {
    const auto found =
        std::ranges::find_if(flags_, [&](std::string_view flag) { return same_key(flag, key); });
    return found == flags_.end() ? std::nullopt : std::optional<std::string_view>(*found);
  }

  void check_top_keys(const YamlNode& root) const {
    std::vector<KeyRule> keys(std::begin(kDeskKeys), std::end(kDeskKeys));
    for (const std::string_view flag : flags_) {
      keys.push_back({flag});
    }
    page_.check_keys(root, keys, root, "concord.yaml");
  }

  void set(std::string& out, const YamlNode& node, std::string_view what) const {
    if (auto text = page_.text(node, what)) {
      out = std::move(*text);
    }
  }

  void read_own(const YamlNode& node, Desk& desk) const {
    if (!page_.is_mapping(node, "`own copy`")) {
      return;
    }
    page_.check_keys(node, kOwnKeys, node, "`own copy`");
    with(node, "sources",
         [&](const YamlNode& list) { desk.own_sources = page_.texts(list, "`sources`"); });
    with(node, "inboxes",
         [&](const YamlNode& list) { desk.own_inboxes = page_.texts(list, "`inboxes`"); });
  }

  void read_sources(const YamlNode& node, Desk& desk) const {
    if (!page_.is_mapping(node, "`sources`")) {
      return;
    }
    for_each_entry(node, [&](const YamlNode& name, const YamlNode& value) {
      const std::string what = "source `" + name.text + "`";
      if (!page_.is_mapping(value, what)) {
        return;
      }
      page_.check_keys(value, kDeskSourceKeys, name, what);
      DeskSource source;
      source.name = name.text;
      with(value, "tier", [&](const YamlNode& tier) {
        if (const auto number = page_.word(tier, kTiers, "`tier`")) {
          source.tier = static_cast<int>(*number) + 1;
        }
      });
      with(value, "group", [&](const YamlNode& group) { set(source.group, group, "`group`"); });
      with(value, "party", [&](const YamlNode& party) {
        source.party = page_.word(party, kYes, "`party`").has_value();
      });
      with(value, "copied by",
           [&](const YamlNode& list) { source.copies = page_.texts(list, "`copied by`"); });
      desk.sources.push_back(std::move(source));
    });
  }

  void read_policies(const YamlNode& node, Desk& desk) const {
    if (!page_.is_mapping(node, "`policies`")) {
      return;
    }
    for_each_entry(node, [&](const YamlNode& fact, const YamlNode& value) {
      const auto policy = page_.word(value, policies_, "a policy");
      if (!policy) {
        return;
      }
      if (fact.text != "default") {
        desk.names.push_back({fact.text, false, page_.complaints.locate(page_.place(fact))});
      }
      (fact.text == "default" ? desk.policy : desk.fact_policy[fact.text]) = policies_[*policy];
    });
  }

  void read_severity(const YamlNode& node, Desk& desk) const {
    if (!page_.is_mapping(node, "`severity`")) {
      return;
    }
    for_each_entry(node, [&](const YamlNode& code, const YamlNode& value) {
      if (const auto severity = page_.severity(value)) {
        desk.severity[code.text] = *severity;
        desk.names.push_back({code.text, true, page_.complaints.locate(page_.place(code))});
      }
    });
  }

  void read_outputs(const YamlNode& node, Desk& desk) const {
    if (!page_.is_mapping(node, "`outputs`")) {
      return;
    }
    page_.check_keys(node, kOutputKeys, node, "`outputs`");
    with(node, "folder", [&](const YamlNode& text) { set(desk.folder, text, "`folder`"); });
    with(node, "address", [&](const YamlNode& text) { set(desk.address, text, "`address`"); });
    with(node, "formats", [&](const YamlNode& list) {
      desk.formats.clear();
      const auto add = [&](const YamlNode& item) {
        if (const auto format = page_.word(item, kFormats, "a format")) {
          desk.formats.emplace_back(kFormats[*format]);
        }
      };
      if (list.kind == YamlKind::sequence) {
        std::ranges::for_each(list.children, add);
      } else {
        add(list);
      }
    });
  }

  const Page& page_;
  std::span<const std::string_view> flags_;
  std::span<const std::string_view> policies_;
  const FlagCheck& check_;
};

}  // namespace

Desk read_desk(const std::string& name, std::string_view yaml,
               std::span<const std::string_view> flags, std::span<const std::string_view> policies,
               const FlagCheck& check, Diagnostics& diagnostics) {
  Complaints complaints(diagnostics);
  Names names(complaints);
  const std::string text = normalized_lines(yaml);
  const std::uint32_t file = complaints.add_file(name, text);
  if (text.find_first_not_of(" \t\n") == std::string::npos) {
    return {};
  }
  const std::optional<YamlNode> root = parse_yaml(file, text, complaints);
  const Page page{file, {}, false, false, complaints, names};
  return root ? DeskReader(page, flags, policies, check).read(*root) : Desk();
}

}  // namespace concord::rules
