#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/nearest.h"
#include "rules/rule_cache.h"
#include "rules/rule_files.h"
#include "rules/rules.h"
#include "rules/sections.h"
#include "rules/stamps.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

struct RuleFile {
  Page page;
  YamlNode root;
};

/// Reads rule files in the order in which names must be known: words of all files, then rules.
class Loader {
 public:
  Loader(bool with_examples, Diagnostics& diagnostics)
      : with_examples_(with_examples),
        diagnostics_(diagnostics),
        complaints_(diagnostics),
        names_(complaints_) {}

  void add(const std::string& name, std::string text) {
    const std::uint32_t file = complaints_.add_file(name, std::move(text));
    rules_.files.push_back(name);
    std::optional<YamlNode> tree = parse(file);
    if (!tree || !accept(file, *tree)) {
      names_.set_incomplete();
    }
  }

  RuleSet finish() {
    for (const RuleFile& file : files_) {
      define_words(file.root, file.page);
    }
    for (const RuleFile& file : files_) {
      extend_phrases(file.root, file.page);
    }
    for_each_section("lists", rules_.lists, read_lists);
    for_each_section("facts", rules_.facts, read_facts);
    for_each_section("checks", rules_.checks, read_checks);
    for_each_section("contexts", rules_, read_contexts);
    for_each_section("events", rules_.events, read_events);
    for_each_section("attribution", rules_.attributions, read_attribution);
    for_each_section("sources", rules_.sources, read_sources);
    for (const RuleFile& file : files_) {
      if (is_pin(file.root)) {
        read_pin(file.root, file.page, rules_);
      }
    }
    for_each_section("change", rules_, apply_changes);
    if (with_examples_) {
      names_.resolve_all();
    }
    if (complaints_.errors() > 0) {
      offer_fixes();
    }
    if (with_examples_) {
      keep_for_lint();
    }
    return std::move(rules_);
  }

  void set_hash(std::uint64_t hash) { rules_.hash = short_hex(hash); }
  Complaints& complaints() { return complaints_; }

 private:
  std::optional<YamlNode> parse(std::uint32_t file) {
    const std::size_t errors = complaints_.errors();
    const std::string text = with_examples_ ? complaints_.file(file).text
                                            : without_examples(complaints_.file(file).text);
    std::optional<YamlNode> tree = parse_yaml(file, text, complaints_);
    if (!tree && complaints_.errors() == errors) {
      return YamlNode();  // an empty file
    }
    return tree;
  }

  bool accept(std::uint32_t file, YamlNode& tree) {
    Page page{file, pack_of(file), false, with_examples_, complaints_, names_};
    if (tree.kind != YamlKind::mapping) {
      complaints_.add(Code::not_a_mapping, {{file, 1, 1}, 0}, "a rule file holds keys and values",
                      "begin with `factrules: 1` and `pack: name`");
      return false;
    }
    if (is_pin(tree)) {
      page.check_keys(tree, kPinKeys, tree.children.front(), "a file that pins a story");
    } else {
      page.check_keys(tree, kTopKeys, tree.children.front(), "a rule file");
    }
    if (!check_version(tree, page)) {
      return false;
    }
    read_meta(tree, page);
    files_.push_back({std::move(page), std::move(tree)});
    return true;
  }

  /// The first folder of the file's name; empty for a file in no folder.
  std::string pack_of(std::uint32_t file) const {
    const std::string& name = complaints_.file(file).name;
    const std::size_t slash = name.find('/');
    return slash == std::string::npos ? std::string() : name.substr(0, slash);
  }

  /// Says of one running story what is its event, in place of rules.
  static bool is_pin(const YamlNode& tree) { return Page::find(tree, "story") != nullptr; }

  bool check_version(const YamlNode& tree, const Page& page) {
    const YamlNode* version = Page::find(tree, "factrules");
    if (version == nullptr && is_pin(tree)) {
      return true;  // short enough to be written every day
    }
    if (version == nullptr) {
      complaints_.add(Code::no_version, page.place(tree.children.front()),
                      "a rule file begins with `factrules: 1`", "add it as the first line");
      return true;
    }
    if (&tree.children[1] != version) {
      complaints_.add(Code::no_version, page.place(*version), "`factrules` is not the first key",
                      "move it to the top");
    }
    if (version->text != "1") {
      complaints_.add(Code::wrong_version, page.place(*version),
                      "this program reads version 1 of the rule language", "write `factrules: 1`");
      return false;
    }
    return true;
  }

  void read_meta(const YamlNode& tree, Page& page) {
    if (const YamlNode* pack = Page::find(tree, "pack")) {
      const std::string name = page.text(*pack, "`pack`").value_or("");
      const std::string& file = complaints_.file(page.file).name;
      if (page.pack.empty()) {
        page.pack = name.substr(name.rfind('/') + 1);
      } else if (!name.empty() && !file.starts_with(name + "/") &&
                 !name.ends_with("/" + page.pack)) {
        complaints_.add(Code::wrong_pack, page.place(*pack),
                        "the file lies in the folder of the pack " + page.pack,
                        "write `pack: " + file.substr(0, file.rfind('/')) + "`, or move the file");
      }
    }
    if (const YamlNode* status = Page::find(tree, "status")) {
      page.draft = page.word(*status, kStatuses, "`status`") == std::size_t{1};
    }
    for (const std::string_view key : {"version", "owner", "describe"}) {
      if (const YamlNode* node = Page::find(tree, key)) {
        page.text(*node, "`" + std::string(key) + "`");
      }
    }
    const YamlNode* version = Page::find(tree, "version");
    if (version != nullptr &&
        version->text.find_first_not_of("0123456789.") < version->text.size()) {
      complaints_.add(Code::wrong_amount, page.place(*version), "`version` cannot be read",
                      "write numbers with points: 1.4.0");
    }
  }

  /// `core@1` means any 1.x: what is written must be the beginning of a version of the pack.
  void check_version_of(const std::string& pack, const std::string& asked, const RuleFile& file,
                        const YamlNode& use) {
    std::string found;
    for (const RuleFile& other : files_) {
      const YamlNode* version = Page::find(other.root, "version");
      if (other.page.pack != pack || version == nullptr) {
        continue;
      }
      if (version->text == asked || version->text.starts_with(asked + ".")) {
        return;
      }
      found = version->text;
    }
    if (!found.empty()) {  // a pack without a version may be any
      complaints_.add(Code::unknown_pack, file.page.place(use), "there is no " + pack + "@" + asked,
                      pack + " is " + found);
    }
  }

  void check_uses() {
    for (const RuleFile& file : files_) {
      const std::string key = Page::find(file.root, "story") == nullptr ? "use" : "rules";
      if (const YamlNode* use = Page::find(file.root, key)) {
        check_use(*use, file, "`" + key + "`");
      }
    }
  }

  void check_use(const YamlNode& use, const RuleFile& file, const std::string& what) {
    std::vector<std::string_view> packs;
    for (const RuleFile& other : files_) {
      packs.push_back(other.page.pack);
    }
    for_each_item(use, [&](const YamlNode& item) {
      const std::optional<std::string> written = file.page.text(item, what);
      if (!written) {
        return;
      }
      const std::string& name = *written;
      const std::string pack = name.substr(0, name.find_first_of("/@"));
      const auto named = std::ranges::find_if(
          packs, [&](std::string_view known) { return names_pack(name, known); });
      if (named == packs.end()) {
        complaints_.add(Code::unknown_pack, file.page.place(item),
                        "there is no pack `" + pack + "`",
                        did_you_mean(pack, packs, "packs are the folders of rules"));
      } else if (const std::size_t at = name.find('@'); at != std::string::npos) {
        check_version_of(std::string(*named), name.substr(at + 1), file, item);
      }
    });
  }

  template <class Out, class Read>
  void for_each_section(std::string_view key, Out& out, Read read) {
    for (const RuleFile& file : files_) {
      if (const YamlNode* section = Page::find(file.root, key)) {
        read(*section, file.page, out);
      }
    }
  }

  /// Every command that reads rules gives the same advice.
  void offer_fixes() {
    for (const SourceFile& file : complaints_.files()) {
      if (file.complaints > 0) {
        add_fixes({{file.name, file.text}}, diagnostics_);
      }
    }
  }

  void keep_for_lint() {
    for (const auto& [name, definition] : names_.definitions()) {
      rules_.shared.push_back({name, definition.place.where, definition.is_list, definition.uses});
    }
    for (SourceFile& file : complaints_.files()) {
      rules_.texts.push_back(std::move(file.text));
    }
  }

  bool with_examples_;
  Diagnostics& diagnostics_;
  Complaints complaints_;
  Names names_;
  std::vector<RuleFile> files_;
  RuleSet rules_;

 public:
  /// Only for a whole folder: in one file alone other packs are not known.
  RuleSet finish_folder() {
    check_uses();
    return finish();
  }
};

Diagnostic unreadable(const std::string& what, const std::string& why) {
  Diagnostic diagnostic;
  diagnostic.code = text_of(Code::unreadable).letters;
  diagnostic.message = "cannot read " + what + ": " + why;
  diagnostic.where.file = what;
  diagnostic.help = "check the path, and that you may read it";
  return diagnostic;
}

}  // namespace

RuleSet load(const std::string& folder, const LoadOptions& options, Diagnostics& diagnostics) {
  std::error_code error;
  const std::vector<std::string> names = rule_files(folder, error);
  if (error) {
    diagnostics.push_back(unreadable(folder, error.message()));
    return {};
  }
  const RuleCache cache(options.with_examples ? std::string() : options.cache_directory, folder);
  const std::optional<std::uint64_t> stamps = stamps_of(folder, names);
  if (const auto known = stamps ? cache.content(*stamps) : std::nullopt) {
    if (std::optional<RuleSet> kept = cache.find(*known, options.with_phrases)) {
      return std::move(*kept);
    }
  }
  const std::size_t complaints = diagnostics.size();
  std::vector<std::string> texts;
  std::uint64_t content = kHashSeed;
  for (const std::string& name : names) {
    std::optional<std::string> bytes = read_file(folder + "/" + name);
    if (!bytes) {
      diagnostics.push_back(unreadable(name, "the file vanished or is not yours"));
    }
    texts.push_back(std::move(bytes).value_or(""));
    content = quick_hash(texts.back(), stable_hash(name, content));
  }
  if (stamps) {
    cache.know(*stamps, content);
  }
  if (std::optional<RuleSet> kept = cache.find(content, options.with_phrases)) {
    return std::move(*kept);
  }
  Loader loader(options.with_examples, diagnostics);
  for (std::size_t i = 0; i < names.size(); ++i) {
    loader.add(names[i], normalized_lines(texts[i]));
  }
  loader.set_hash(content);
  RuleSet rules = loader.finish_folder();
  if (diagnostics.size() == complaints) {  // rules with errors are read, and complained of, again
    cache.keep(content, rules);
  }
  return rules;
}

RuleSet load_text(const std::string& name, std::string_view yaml, Diagnostics& diagnostics) {
  Loader loader(true, diagnostics);
  loader.add(name, normalized_lines(yaml));
  loader.set_hash(stable_hash(yaml));
  return loader.finish();
}

RuleSet load_texts(const std::vector<RuleText>& files, bool with_examples,
                   Diagnostics& diagnostics) {
  Loader loader(with_examples, diagnostics);
  std::uint64_t content = kHashSeed;
  for (const RuleText& file : files) {
    loader.add(file.name, normalized_lines(file.text));
    content = stable_hash(file.text, stable_hash(file.name, content));
  }
  loader.set_hash(content);
  return loader.finish_folder();
}

std::vector<RuleText> texts_in(const std::string& folder) {
  std::error_code error;
  std::vector<RuleText> files;
  for (const std::string& name : rule_files(folder, error)) {
    files.push_back({name, read_file(folder + "/" + name).value_or("")});
  }
  return files;
}

std::vector<RuleText> texts_of(const RuleSet& rules) {
  std::vector<RuleText> files;
  for (std::size_t i = 0; i < rules.texts.size(); ++i) {
    files.push_back({rules.files[i], rules.texts[i]});
  }
  return files;
}

}  // namespace concord::rules
