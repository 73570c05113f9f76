#pragma once

#include "base/result.h"
#include "model/intake.h"
#include "pipeline/options.h"
#include "store/store.h"

namespace concord::pipeline {

/// Reads options.inputs into the store, a block at a time on all workers, and brings the facts of
/// documents stored under other rules up to date.  What was put stays put, whatever happens later;
/// putting it again changes nothing.  Memory does not grow with the inputs.  The first 1000
/// complaints go to `diagnostics`.
Result<Intake> ingest(const Engine& engine, store::Store& store, const Options& options,
                      Diagnostics& diagnostics);

}  // namespace concord::pipeline
