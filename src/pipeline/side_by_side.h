#pragma once

#include <cstddef>
#include <functional>

namespace concord::pipeline {

/// Calls work(i) once for every i < count on up to `jobs` threads (0 = as many as cores), and
/// returns when all are done.  For a few pieces of much work, each of which writes only its own.
void side_by_side(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace concord::pipeline
