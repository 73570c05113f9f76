#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace concord::pipeline {

/// So many readers of a store: each thread needs its own.
inline Result<std::vector<store::Store>> readers_of(const store::Store& store, std::size_t count) {
  std::vector<store::Store> all;
  while (all.size() < count) {
    auto reader = store.reader();
    if (!reader) {
      return failure(reader.error());
    }
    all.push_back(std::move(*reader));
  }
  return all;
}

}  // namespace concord::pipeline
