#pragma once

#include <functional>
#include <string>

#include "base/timestamp.h"
#include "pipeline/pipeline.h"

/// A language server (LSP 3.17) for drafts and for rule files.
namespace concord::lsp {

/// What documents of one workspace are checked with.
struct Setting {
  pipeline::Options options;  // rules_folder, cache_directory; `inputs` are the sources of drafts
  std::string store;          // a store to check against as well, if it is there; empty: none
  std::string complaint;      // why the workspace's own settings could not be read; empty: none
};

/// What the server may see of the machine.
struct Streams {
  int input = 0;  // file descriptors
  int output = 1;
};

/// How to start one.
struct Server {
  Streams streams;
  std::string version;                                           // of the program
  std::function<Setting(const std::string& folder)> setting_in;  // of a workspace
  std::function<Timestamp()> now;
};

/// Reads messages until the client says exit or goes away.  0 after shutdown and exit, 1 otherwise
/// (LSP 3.17, "Exit Notification").
int serve(const Server& server);

}  // namespace concord::lsp
