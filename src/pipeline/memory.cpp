#include "pipeline/memory.h"

#include <malloc.h>

namespace concord::pipeline {

void give_back_memory() {
  malloc_trim(0);
}

}  // namespace concord::pipeline
