#include "pipeline/side_by_side.h"

#include <atomic>
#include <thread>
#include <vector>

#include "pipeline/workers.h"

namespace concord::pipeline {

void side_by_side(std::size_t count, int jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < workers_for(jobs) && i < count; ++i) {
    others.emplace_back(run);
  }
  run();
}

}  // namespace concord::pipeline
