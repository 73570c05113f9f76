// publishDiagnostics of a draft.
#include <algorithm>

#include "lsp/draft_view.h"

namespace concord::lsp {
namespace {

class Writer {
 public:
  explicit Writer(const DraftView& view) : view_(view) {}

  std::string write() {
    json_.begin_array();
    for (const Diagnostic& diagnostic : view_.checked.diagnostics) {
      one(diagnostic);
    }
    json_.end_array();
    return json_.take();
  }

 private:
  void one(const Diagnostic& diagnostic) {
    const Span place = view_.map.in_file(diagnostic.where).value_or(Span{});
    json_.begin_object();
    json_.key("range");
    lsp::write(json_, view_.buffer.range_of(place, view_.encoding));
    json_.number_field("severity", number_of(diagnostic.severity));
    json_.text_field("code", diagnostic.code);
    json_.text_field("source", "concord");
    json_.text_field("message", diagnostic.help.empty()
                                    ? diagnostic.message
                                    : diagnostic.message + "\nhelp: " + diagnostic.help);
    related(diagnostic);
    if (!diagnostic.finding.empty()) {
      json_.key("data");
      json_.begin_object();
      json_.text_field("finding", diagnostic.finding);
      json_.end_object();
    }
    json_.end_object();
  }

  void related(const Diagnostic& diagnostic) {
    json_.key("relatedInformation");
    json_.begin_array();
    for (const Diagnostic* note : report::evidence_of(diagnostic)) {
      const Document* document = document_named(note->where.file);
      if (document == nullptr) {
        continue;
      }
      const bool own = document == &view_.document();
      const std::string uri = own ? view_.uri : uri_of(*document);
      const auto place = own ? view_.map.in_file(note->where) : std::nullopt;
      if (uri.empty() || (own && !place)) {
        continue;
      }
      json_.begin_object();
      json_.key("location");
      json_.begin_object();
      json_.text_field("uri", uri);
      json_.key("range");
      lsp::write(json_, own ? view_.buffer.range_of(*place, view_.encoding)
                            : range_in(note->where, *document, view_.encoding));
      json_.end_object();
      json_.text_field("message", message(*note, *document));
      json_.end_object();
    }
    json_.end_array();
  }

  static std::string message(const Diagnostic& note, const Document& document) {
    std::string text = document.source + ": " + std::string(report::marked_words(note.where));
    return note.message.empty() ? text : text + " (" + note.message + ")";
  }

  const Document* document_named(const std::string& id) const {
    const auto& documents = view_.checked.findings.documents;
    const auto found = std::ranges::find(documents, id, &Document::id);
    return found == documents.end() ? nullptr : &*found;
  }

  const DraftView& view_;
  JsonWriter json_{JsonWriter::Layout::line};
};

}  // namespace

std::string diagnostics_of(const DraftView& view) {
  return Writer(view).write();
}

}  // namespace concord::lsp
