#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/phrase.h"

namespace concord::rules {

/// "line:column code `marked`" of each diagnostic, one a line, then "  note line:column" of its
/// notes.
inline std::string said(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics) {
    const Location& where = one.where;
    text +=
        std::to_string(where.line) + ":" + std::to_string(where.column) + " " + one.code + " `" +
        std::string(where.excerpt.view().substr(where.marked.begin, where.marked.size())) + "`\n";
    for (const Diagnostic& note : one.notes) {
      text += "  note " + std::to_string(note.where.line) + ":" +
              std::to_string(note.where.column) + "\n";
    }
  }
  return text;
}

inline std::string joined(const std::vector<std::string>& forms) {
  std::string text;
  for (const std::string& form : forms) {
    text += (text.empty() ? "" : " ") + form;
  }
  return text;
}

/// A phrase as one line: words as their forms in /slashes/, options in [], alternatives in (|).
inline std::string drawn(const PhraseNode& node) {
  std::string children;
  const std::string_view between = node.kind == PhraseKind::alternatives ? "|" : " ";
  for (const PhraseNode& child : node.children) {
    children += (children.empty() ? "" : std::string(between)) + drawn(child);
  }
  switch (node.kind) {
    case PhraseKind::sequence:
      return "{" + children + "}";
    case PhraseKind::alternatives:
      return "(" + children + ")";
    case PhraseKind::option:
      return "[" + children + "]";
    case PhraseKind::word:
      return node.forms.size() == 1 ? node.forms.front() : "/" + joined(node.forms) + "/";
    case PhraseKind::exact:
      return "\"" + node.text + "\"";
    case PhraseKind::slot:
      return "$" + node.slot + (node.type.empty() ? "" : ":" + node.type);
    case PhraseKind::list_ref:
      return "<" + node.text + ">";
    case PhraseKind::type_ref:
      return "<type " + node.text + ">";
    case PhraseKind::gap:
      return "..." + std::to_string(node.most) + (node.crosses_numbers ? "!" : "");
    case PhraseKind::without:
      return "!" + children;
    case PhraseKind::punctuation:
      return "'" + node.text + "'";
  }
  return "?";
}

}  // namespace concord::rules
