#pragma once

// Two articles and a draft of one fire, and what tests ask of a server about them.
#include <string>
#include <vector>

#include "editor.h"
#include "program.h"

namespace concord::e2e {

/// A folder with two articles on one fire.
inline std::string sources(const std::string& name) {
  std::string folder = scratch(name);
  write_file(folder + "/wire/north.txt",
             "---\ntitle: Fire at Varna Hill dye works\nsource: North Wire\n"
             "published: 2026-03-02T09:00Z\n---\nThe fire at the Varna Hill dye works killed 14 "
             "people, the fire service said. Police have detained 11 people over the fire.\n");
  write_file(folder + "/wire/south.txt",
             "---\ntitle: Dye works burns at Varna Hill\nsource: South Post\n"
             "published: 2026-03-02T10:00Z\n---\nThe fire at the Varna Hill dye works killed 14 "
             "people, the fire service said on Monday. At least 30 people were injured.\n");
  return folder;
}

inline const std::string kDraft =
    "# Dye works burns at Varna Hill\n\n"
    "The fire \xF0\x9F\x94\xA5 in the cafe\xCC\x81 of the Varna Hill dye works killed 12 people. "
    "It injured 30 people on 2 March 2026.\n\n"
    "All four gunmen have been arrested, the mayor said, and seven other detainees are being held "
    "with them.\n";
inline const std::string kFireLine = "The fire .. in the cafe' of the Varna Hill dye works killed ";
constexpr int kLine = 2;  // of "killed 12 people", from 0
inline const int kTwelve =
    static_cast<int>(kFireLine.size());         // in UTF-16: two surrogates, one mark
inline const int kTwelveInBytes = kTwelve + 3;  // four bytes and two

inline const Json kWire = {{"against", {"wire"}}};
inline const std::vector<std::string> kNow = {"--now", "2026-03-02T12:00Z"};

inline std::vector<std::string> titles(const Json& actions) {
  std::vector<std::string> all;
  for (const Json& action : actions) {
    all.push_back(action["title"]);
  }
  return all;
}

inline std::vector<std::string> codes(const Json& published) {
  std::vector<std::string> all;
  for (const Json& diagnostic : published["diagnostics"]) {
    all.push_back(diagnostic["code"]);
  }
  return all;
}

inline Json at(const std::string& uri, int line, int character) {
  return {{"textDocument", {{"uri", uri}}}, {"position", position(line, character)}};
}

inline Json around(const std::string& uri, const Json& where) {
  return {{"textDocument", {{"uri", uri}}},
          {"range", where},
          {"context", {{"diagnostics", Json::array()}}}};
}

inline const Json kWhole = {{"start", position(0, 0)}, {"end", position(1000, 0)}};

}  // namespace concord::e2e
