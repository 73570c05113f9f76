#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/draft_map.h"
#include "lsp/protocol.h"
#include "lsp/workspace.h"

namespace concord::lsp {

/// A checked draft as a client has it open.  What it refers to must outlive it.
struct DraftView {
  const CheckedDraft& checked;
  const pipeline::Engine& engine;
  const TextBuffer& buffer;
  const DraftMap& map;
  Encoding encoding;
  std::string uri;

  const Document& document() const { return checked.findings.documents.front(); }
  std::string_view words(Span span) const {
    return std::string_view(document().text).substr(span.begin, span.size());
  }
};

/// A statement of the draft, where it stands in the file.
struct Stated {
  FactId fact;
  Span filler;  // bytes of the file
};

/// The draft's own statements that stand in the file, by place.
std::vector<Stated> stated_in(const DraftView& view);
/// Of these, those at a position, the shortest first.
std::vector<Stated> stated_at(const DraftView& view, const std::vector<Stated>& all,
                              TextPosition position);

/// What was found about a statement, the gravest first.
std::vector<const Finding*> findings_of(const DraftView& view, FactId fact);

/// The address of a document's file; empty if it is not one.
std::string uri_of(const Document& document);
/// Where words of a document of others stand, as far as its file has them line by line.
TextRange range_in(const Location& where, const Document& document, Encoding encoding);

/// The command that accepts a finding until tomorrow; its arguments: the finding, the reason.
inline constexpr std::string_view kAcceptCommand = "concord.accept";

// What requests ask of a draft, as JSON.
std::string diagnostics_of(const DraftView& view);                                // Diagnostic[]
std::string hover_at(const DraftView& view, TextPosition at);                     // Hover | null
std::string actions_in(const DraftView& view, TextRange range, bool can_accept);  // CodeAction[]
std::string symbols_of(const DraftView& view);                 // DocumentSymbol[]
std::string hints_in(const DraftView& view, TextRange range);  // InlayHint[]
/// Location[]; with `own` the draft's own places too, where it states the figure.
std::string references_at(const DraftView& view, TextPosition at, bool own);

}  // namespace concord::lsp
