#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "extract/extract.h"
#include "model/tokens.h"

namespace concord::pipeline {

/// Memory that a thread reuses from document to document.
struct Scratch {
  TokenizedText tokens;
  extract::Scratch extraction;
};

/// The number of threads to work with; `jobs` 0: as many as cores.
inline std::size_t workers_for(int jobs) {
  return jobs > 0 ? static_cast<std::size_t>(jobs)
                  : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls work(i, scratch) once for every i < count on up to `jobs` threads (0 = as many as cores).
/// Each call writes only its own slot, so the result does not depend on which thread took which;
/// `scratch` is memory of the thread that a call may reuse.
/// `progress(stage, done, total)`, if any, is called now and then, by one thread at a time.
template <class Work>
void for_each_index(std::size_t count, int jobs, std::string_view stage,
                    const std::function<void(std::string_view, std::size_t, std::size_t)>& progress,
                    const Work& work) {
  constexpr std::size_t kStep = 256;
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  const auto run = [&] {
    Scratch scratch;
    for (std::size_t index = next++; index < count; index = next++) {
      work(index, scratch);
      if (progress && index % kStep == 0) {
        const std::scoped_lock lock(reporting);
        progress(stage, index, count);
      }
    }
  };
  const std::size_t wanted = workers_for(jobs);
  const std::size_t worth = (count + 7) / 8;  // starting a thread costs as much as a few documents
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < wanted && i < worth; ++i) {
    others.emplace_back(run);
  }
  run();
}

}  // namespace concord::pipeline
