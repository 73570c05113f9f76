#include "lsp/rule_file.h"

#include <algorithm>
#include <filesystem>

#include "rules/rules.h"

namespace concord::lsp {
namespace {

constexpr std::string_view kStories = "tests";  // the folder of story tests in a pack

/// Where the value of a top-level key begins; npos if it is not there.
std::size_t find_key(std::string_view text, std::string_view key) {
  const std::string line = std::string(key) + ":";
  for (std::size_t at = text.find(line); at != std::string_view::npos;
       at = text.find(line, at + 1)) {
    if (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r') {
      return at + line.size();
    }
  }
  return std::string_view::npos;
}

/// "world" of `pack: world/attacks`.
std::string pack_in(std::string_view text) {
  const std::size_t at = find_key(text, "pack");
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view line = text.substr(at, text.find_first_of("\r\n#", at) - at);
  const std::size_t begin = std::min(line.find_first_not_of(" \"'"), line.size());
  const std::string_view name = line.substr(begin);
  return std::string(name.substr(0, name.find_first_of(" /@\"'")));
}

std::string name_below(const std::string& folder, const std::string& path) {
  if (folder.empty()) {
    return {};
  }
  std::error_code error;
  const auto root = std::filesystem::weakly_canonical(folder, error);
  const auto file = std::filesystem::weakly_canonical(path, error);
  const std::string name = error ? std::string() : file.lexically_relative(root).generic_string();
  return name.starts_with("..") ? std::string() : name;
}

/// The folder above the pack's own, where the path has it.
std::string folder_by_pack(const RuleBuffer& file) {
  const std::string pack = pack_in(file.text);
  for (auto folder = std::filesystem::path(file.path).parent_path();
       !pack.empty() && folder.has_relative_path(); folder = folder.parent_path()) {
    if (folder.filename() == pack) {
      return folder.parent_path().string();
    }
  }
  return {};
}

std::vector<rules::RuleText> texts_of(const std::vector<RuleBuffer>& open,
                                      const std::string& folder) {
  std::vector<rules::RuleText> texts = rules::texts_in(folder);
  for (const RuleBuffer& buffer : open) {
    const std::string name = name_below(folder, buffer.path);
    const auto found = std::ranges::find(texts, name, &rules::RuleText::name);
    if (found != texts.end()) {
      found->text = buffer.text;
    } else if (!name.empty()) {
      texts.push_back({name, std::string(buffer.text)});
    }
  }
  return texts;
}

/// A test of several articles, beside the rules that it names.
void check_story(const RuleBuffer& file, CheckedRules& checked) {
  Diagnostics of_rules;
  const auto texts =
      checked.name.empty() ? std::vector<rules::RuleText>() : rules::texts_in(checked.folder);
  checked.rules = rules::load_texts(texts, true, of_rules);
  const bool known = !texts.empty() && of_rules.empty();
  checked.name =
      checked.name.empty() ? std::filesystem::path(file.path).filename().string() : checked.name;
  rules::read_story_tests({checked.name, std::string(file.text)}, known ? &checked.rules : nullptr,
                          checked.diagnostics);
}

void write_related(JsonWriter& json, const RuleView& view, const Diagnostic& diagnostic) {
  json.key("relatedInformation");
  json.begin_array();
  for (const Diagnostic& note : diagnostic.notes) {
    if (note.where.line == 0) {
      continue;
    }
    json.begin_object();
    json.key("location");
    json.begin_object();
    const bool here = note.where.file == view.checked.name || view.checked.folder.empty();
    json.text_field("uri", here ? view.uri : file_uri(view.checked.folder + "/" + note.where.file));
    json.key("range");
    write(json, range_of(note.where, view.encoding));
    json.end_object();
    json.text_field("message", note.message);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

bool is_rule_file(std::string_view text) {
  return find_key(text, "factrules") != std::string_view::npos;
}

CheckedRules check_rules(const std::vector<RuleBuffer>& open, const std::string& folder,
                         Timestamp now) {
  CheckedRules checked;
  const RuleBuffer& file = open.front();
  checked.folder = name_below(folder, file.path).empty() ? folder_by_pack(file) : folder;
  checked.name = name_below(checked.folder, file.path);
  Diagnostics all;
  if (std::filesystem::path(file.path).parent_path().filename() == kStories) {
    check_story(file, checked);
    return checked;
  }
  if (checked.name.empty()) {
    checked.name = std::filesystem::path(file.path).filename().string();
    checked.rules = rules::load_text(checked.name, file.text, all);
  } else {
    checked.rules = rules::load_texts(texts_of(open, checked.folder), true, all);
  }
  rules::lint(checked.rules, now, all);
  rules::add_fixes(rules::texts_of(checked.rules), all);
  const pipeline::Engine compiled(checked.rules, all);  // what loads may be impossible to match
  std::ranges::copy_if(all, std::back_inserter(checked.diagnostics),
                       [&](const Diagnostic& each) { return each.where.file == checked.name; });
  return checked;
}

std::string rule_diagnostics(const RuleView& view) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  for (const Diagnostic& diagnostic : view.checked.diagnostics) {
    json.begin_object();
    json.key("range");
    write(json,
          diagnostic.where.line == 0 ? TextRange() : range_of(diagnostic.where, view.encoding));
    json.number_field("severity", number_of(diagnostic.severity));
    json.text_field("code", diagnostic.code);
    json.text_field("source", "concord");
    json.text_field("message", diagnostic.help.empty()
                                   ? diagnostic.message
                                   : diagnostic.message + "\nhelp: " + diagnostic.help);
    write_related(json, view, diagnostic);
    json.end_object();
  }
  json.end_array();
  return json.take();
}

std::string rule_actions(const RuleView& view, TextRange range) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_array();
  const bool as_read = view.buffer.text().find('\r') == std::string::npos;
  for (const Diagnostic& diagnostic : view.checked.diagnostics) {
    const bool here = diagnostic.where.line > 0 && diagnostic.where.line - 1 >= range.start.line &&
                      diagnostic.where.line - 1 <= range.end.line;
    if (!diagnostic.fix || !here || !as_read) {  // fixes count bytes of lines that end in LF
      continue;
    }
    const TextChange change{"Mend: " + diagnostic.message,
                            view.buffer.range_of(diagnostic.fix->span, view.encoding),
                            diagnostic.fix->replacement, true};
    write(json, change, view.uri);
  }
  json.end_array();
  return json.take();
}

}  // namespace concord::lsp
