#pragma once

namespace concord::pipeline {

/// Gives freed memory back to the system.  The allocator keeps it for the thread that freed it,
/// which in a long run of several stages may never ask again: call it between them.
void give_back_memory();

}  // namespace concord::pipeline
