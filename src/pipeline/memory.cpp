#include "pipeline/memory.h"

#include <malloc.h>

namespace concord::pipeline {

void take_memory_in_steps() {
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_TOP_PAD, 4 * kMegabyte);
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
}

void give_back_memory() {
  malloc_trim(0);
}

}  // namespace concord::pipeline
