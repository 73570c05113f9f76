#pragma once

#include <tl/expected.hpp>

#include "base/diagnostic.h"

namespace concord {

/// The outcome of an operation that wholly fails outside our control (a file that vanished).
/// What a user can mend goes to a Diagnostics& instead, so that work goes on.
template <class T>
using Result = tl::expected<T, Diagnostic>;

inline tl::unexpected<Diagnostic> failure(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

}  // namespace concord
