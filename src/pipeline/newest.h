#pragma once

#include <vector>

#include "model/document.h"

namespace concord::pipeline {

/// When the newest of the documents was published; begins at Timestamp{} where none tells a time.
inline Publication newest_of(const std::vector<Document>& documents) {
  Publication newest;
  for (const Document& document : documents) {
    if (document.published && newest.begin < document.published->begin) {
      newest = *document.published;
    }
  }
  return newest;
}

}  // namespace concord::pipeline
