#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace concord::ingest {

struct Outcome {
  std::vector<Document> documents;
  Diagnostics diagnostics;

  std::string codes() const {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) {
      all += (all.empty() ? "" : " ") + diagnostic.code;
    }
    return all;
  }
};

inline Outcome read(const std::string& name, std::string bytes, const Options& options = {}) {
  Outcome outcome;
  outcome.documents = read_bytes(name, std::move(bytes), options, outcome.diagnostics);
  return outcome;
}

inline std::string body(const Document& document) {
  return document.text.substr(document.body_begin);
}

inline std::string headline(const Document& document) {
  return document.text.substr(document.headline.begin, document.headline.size());
}

}  // namespace concord::ingest
