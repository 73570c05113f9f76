#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace concord {

/// What a desk says of one of its sources.
struct DeskSource {
  std::string name;
  int tier = 0;                     // 1 is believed first; 0 = not said
  std::string group;                // "agencies"; a name that rules may use too
  bool party = false;               // a side of the conflict: its figures settle nothing
  std::vector<std::string> copies;  // outlets that print it word for word
  friend bool operator==(const DeskSource&, const DeskSource&) = default;
};

/// A name that only the rules know, where the settings speak of it.
struct DeskName {
  std::string name;  // "deaths/behind" of `severity`, "deaths" of `policies`
  bool is_code = false;
  Location where;
};

/// A desk's settings, the file concord.yaml.  Paths are as written: relative to the file's folder.
struct Desk {
  std::string title = "Nightly report";
  std::vector<std::string> inboxes;                // files, folders, globs
  std::vector<std::string> own_sources;            // outlets that are our own published copy
  std::vector<std::string> own_inboxes;            // files, folders, globs with it
  std::vector<DeskSource> sources;                 // in file order
  std::vector<std::string> packs;                  // folders of the rules to use; empty: all
  std::string policy;                              // empty: gtd
  std::map<std::string, std::string> fact_policy;  // fact -> policy
  std::map<std::string, Severity> severity;        // "deaths/behind", "behind" or "deaths" -> level
  std::vector<DeskName> names;                     // of both maps, in no order
  std::string time_zone = "UTC";                   // IANA name or offset: Europe/Oslo, +02:00
  std::string folder = "reports";                  // for the reports
  std::vector<std::string> formats = {"html", "md", "json", "csv", "atom"};
  std::string address;  // where the folder is served: https://desk.example.org/concord/
  std::map<std::string, std::vector<std::string>>
      flags;  // defaults of flags: store, jobs, rules ...
};

}  // namespace concord
