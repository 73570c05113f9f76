#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lsp/protocol.h"
#include "lsp/workspace.h"

namespace concord::lsp {

/// A rule file read with the other files of its folder.
struct CheckedRules {
  RuleSet rules;            // of the whole folder
  std::string folder;       // of the rules; empty: the file stands alone
  std::string name;         // of this file, as in RuleSet::files
  Diagnostics diagnostics;  // of this file
};

/// A rule file as a client has it open.
struct RuleBuffer {
  std::string path;  // absolute
  std::string_view text;
};

/// True for text that has the key `factrules` at the beginning of a line.
bool is_rule_file(std::string_view text);

/// Lints open.front() together with the files of the rules folder it lies in: `folder`, or the one
/// that its `pack:` tells of; alone where there is neither.  The other open files stand in place of
/// those on disk.
CheckedRules check_rules(const std::vector<RuleBuffer>& open, const std::string& folder,
                         Timestamp now);

/// A checked rule file as a client has it open.  What it refers to must outlive it.
struct RuleView {
  const CheckedRules& checked;
  const TextBuffer& buffer;
  Encoding encoding;
  std::string uri;
};

// What requests ask of a rule file, as JSON.
std::string rule_diagnostics(const RuleView& view);                  // Diagnostic[]
std::string rule_actions(const RuleView& view, TextRange range);     // CodeAction[]
std::string rule_hover(const RuleView& view, TextPosition at);       // Hover | null
std::string rule_completion(const RuleView& view, TextPosition at);  // CompletionItem[]

}  // namespace concord::lsp
