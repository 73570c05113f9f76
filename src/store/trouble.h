#pragma once

#include <exception>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/diagnostic.h"
#include "base/result.h"

namespace concord::store {

Diagnostic trouble(std::string code, std::string message, std::string help = {});

/// What an error of SQLite means for the store at `path`, in words.
Diagnostic trouble_of(const SQLite::Exception& error, const std::string& path);

Diagnostic damaged(const std::string& path, const std::string& what);

/// The result of `work`; no exception leaves a function of the store.
template <class Work>
auto guarded(const std::string& path, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    return failure(trouble_of(error, path));
  } catch (const std::exception& error) {
    return failure(trouble("S109", path + ": " + error.what()));
  }
}

}  // namespace concord::store
