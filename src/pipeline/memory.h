#pragma once

namespace concord::pipeline {

/// From now on memory comes from the system in great steps, and what is freed stays for what will
/// be wanted next: otherwise a short run spends a fifth of its time on asking for pages.
void take_memory_in_steps();

/// Gives freed memory back to the system.  The allocator keeps it for the thread that freed it,
/// which in a long run of several stages may never ask again: call it between them.
void give_back_memory();

}  // namespace concord::pipeline
