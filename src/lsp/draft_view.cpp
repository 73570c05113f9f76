#include "lsp/draft_view.h"

#include <algorithm>
#include <filesystem>

namespace concord::lsp {
namespace {

bool tells_of(const Finding& finding, FactId fact) {
  const auto has = [&](const Position& position) {
    return std::ranges::find(position.facts, fact) != position.facts.end();
  };
  return std::ranges::find(finding.evidence, fact, &Evidence::fact) != finding.evidence.end() ||
         std::ranges::any_of(finding.positions, has);
}

}  // namespace

std::vector<Stated> stated_in(const DraftView& view) {
  std::vector<Stated> all;
  const std::vector<Fact>& facts = view.checked.findings.facts;
  for (std::uint32_t i = 0; i < facts.size() && facts[i].document == DocumentId{0}; ++i) {
    const auto filler = view.map.in_file(facts[i].filler);
    if (filler && facts[i].excluded_by.empty()) {
      all.push_back({FactId{i}, *filler});
    }
  }
  std::ranges::stable_sort(all, {}, &Stated::filler);
  return all;
}

std::vector<Stated> stated_at(const DraftView& view, const std::vector<Stated>& all,
                              TextPosition position) {
  const std::uint32_t at = view.buffer.offset_of(position, view.encoding);
  std::vector<Stated> found;
  std::ranges::copy_if(all, std::back_inserter(found), [&](const Stated& stated) {
    return stated.filler.begin <= at && at <= stated.filler.end;
  });
  std::ranges::stable_sort(found, {}, [](const Stated& stated) { return stated.filler.size(); });
  return found;
}

std::vector<const Finding*> findings_of(const DraftView& view, FactId fact) {
  std::vector<const Finding*> found;
  for (const Finding& finding : view.checked.findings.findings) {
    if (tells_of(finding, fact)) {
      found.push_back(&finding);
    }
  }
  std::ranges::stable_sort(found, [](const Finding* left, const Finding* right) {
    return left->severity > right->severity;
  });
  return found;
}

std::string uri_of(const Document& document) {
  std::error_code error;
  const bool is_file = std::filesystem::is_regular_file(document.path, error);
  return is_file ? file_uri(std::filesystem::absolute(document.path, error).string())
                 : std::string();
}

TextRange range_in(const Location& where, const Document& document, Encoding encoding) {
  if (where.line == 0 || (!document.in_file && document.page.empty())) {
    const std::uint32_t line = document.in_file ? 0 : document.first_line - 1;
    return {{line, 0}, {line, 0}};
  }
  return range_of(where, encoding);
}

}  // namespace concord::lsp
