// Reads every #include under src/ and holds the one-way table of the house:
// base <- model <- wording <- the stages, which never see one another <- pipeline <- the servers <-
// cli, which starts them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord {
namespace {

using Tree = std::map<std::string, std::string>;  // path below src/ -> text
using Complaints = std::vector<std::string>;
using Names = std::set<std::string, std::less<>>;

constexpr int kLongestFile = 600;

struct Folder {
  std::string_view name;
  int level;  // a folder sees only lower levels and itself
  bool open;  // any of its headers may be included from outside
};

constexpr Folder kFolders[] = {
    {"base", 0, true},      {"model", 1, true},      {"wording", 2, true},   {"ingest", 3, false},
    {"tokenize", 3, false}, {"normalize", 3, false}, {"extract", 3, false},  {"group", 3, false},
    {"compare", 3, false},  {"proofread", 3, false}, {"advise", 3, false},   {"report", 3, false},
    {"rules", 3, false},    {"store", 3, false},     {"pipeline", 4, false}, {"lsp", 5, false},
    {"desk", 5, false},     {"cli", 6, false},
};

struct Package {
  std::string_view prefix;  // of the included name
  Names folders;            // that may include it
};

const std::vector<Package>& packages() {
  static const Names kEverywhere = {"base",      "model",   "wording", "ingest",  "tokenize",
                                    "normalize", "extract", "group",   "compare", "proofread",
                                    "advise",    "report",  "rules",   "store",   "pipeline",
                                    "cli",       "lsp",     "desk"};
  static const std::vector<Package> kTable = {
      {"tl/expected.hpp", {"base"}},
      {"yaml-cpp/", {"rules"}},
      {"simdjson.h", {"ingest"}},
      {"unicode/", {"ingest"}},
      {"nlohmann/", {"report"}},
      {"SQLiteCpp/", {"store"}},
      {"kainjow/", {"report"}},
      {"sqlite3.h", {"store"}},  // its error numbers
      {"boost/program_options", {"cli"}},
      {"fmt/",
       {"wording", "rules", "ingest", "compare", "proofread", "advise", "report", "pipeline", "lsp",
        "cli"}},
      // Not packages, but just as much in need of one place: printing, files, the machine.
      {"iostream", {"cli"}},
      {"print", {"cli"}},
      {"thread", {"pipeline"}},
      {"future", {"pipeline"}},
      {"filesystem", {"ingest", "rules", "store", "pipeline", "lsp", "cli"}},
      {"fstream", {"ingest", "rules", "store", "pipeline", "cli"}},
      {"unistd.h", {"ingest", "rules", "store", "pipeline", "lsp", "cli"}},
      {"poll.h", {"lsp"}},
      {"malloc.h", {"pipeline"}},
      {"dirent.h", {"rules"}},
      {"fcntl.h", {"ingest", "rules", "store", "pipeline", "cli"}},
      {"sys/", {"ingest", "rules", "store", "pipeline", "cli"}},
      {"immintrin.h", kEverywhere},
      {"emmintrin.h", kEverywhere},
      {"smmintrin.h", kEverywhere},
      {"tmmintrin.h", kEverywhere},
      {"nmmintrin.h", kEverywhere},
      {"x86intrin.h", kEverywhere},
      // std::regex is slow and recursive, std::views does not compile with clang 14.
      {"regex", {}},
      {"ranges", {}},
  };
  return kTable;
}

const Folder* find_folder(std::string_view name) {
  const auto* found = std::ranges::find(kFolders, name, &Folder::name);
  return found == std::end(kFolders) ? nullptr : found;
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.find('/'));
}

struct Include {
  std::string name;
  bool quoted;
};

std::vector<Include> includes_of(const std::string& text) {
  std::vector<Include> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') {
      continue;
    }
    const auto word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) {
      continue;
    }
    const auto open = line.find_first_of("<\"", word);
    const auto close = open == std::string::npos ? open : line.find_first_of(">\"", open + 1);
    if (close == std::string::npos) {
      found.push_back({line, true});  // an #include of a macro: no folder has this name
      continue;
    }
    found.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return found;
}

bool is_public_header(std::string_view path) {
  const std::string_view name = folder_of(path);
  const Folder* folder = find_folder(name);
  if (folder == nullptr || !path.ends_with(".h")) {
    return false;
  }
  return folder->open || path == std::string(name) + "/" + std::string(name) + ".h";
}

const Package* package_of(std::string_view include) {
  const auto& table = packages();
  const auto found = std::ranges::find_if(table, [&](const Package& package) {
    // A bare standard header must match whole: <thread> is not <threads.h>.
    return package.prefix.find_first_of("./_-") == std::string_view::npos
               ? include == package.prefix
               : include.starts_with(package.prefix);
  });
  return found == table.end() ? nullptr : &*found;
}

bool is_third_party(std::string_view include) {
  return include.find_first_of("./") != std::string_view::npos;
}

void check_quoted(const std::string& path, const std::string& include, Complaints& out) {
  const Folder* to = find_folder(folder_of(include));
  if (to == nullptr || include.find('/') == std::string::npos) {
    out.push_back(path + " includes \"" + include + "\", which is in no folder of src/");
    return;
  }
  const std::string_view here = folder_of(path);
  if (here == to->name) {
    return;
  }
  if (path == "main.cpp") {
    if (to->level < 5) {
      out.push_back("main.cpp includes \"" + include + "\"; it may only call a front end");
    }
    return;
  }
  const Folder* from = find_folder(here);
  if (from != nullptr && from->level <= to->level) {
    out.push_back(path + " includes \"" + include + "\", which is not below it");
  } else if (!is_public_header(include)) {
    out.push_back(path + " includes \"" + include + "\", a private header of " +
                  std::string(to->name));
  }
}

void check_angled(const std::string& path, const std::string& include, Complaints& out) {
  const Package* package = package_of(include);
  if (package == nullptr) {
    if (is_third_party(include)) {
      out.push_back(path + " includes <" + include + ">, which has no folder in the table");
    }
    return;
  }
  if (!package->folders.contains(folder_of(path))) {
    out.push_back(path + " includes <" + include + ">, which is not for this folder");
  }
}

// What an outside reader of a public header gets to see must be free of third parties.
void check_doors(const Tree& tree, Complaints& out) {
  for (const auto& [door, unused] : tree) {
    if (!is_public_header(door)) {
      continue;
    }
    std::vector<std::string> open = {door};
    Names seen;
    while (!open.empty()) {
      const std::string path = open.back();
      open.pop_back();
      if (!seen.insert(path).second || !tree.contains(path)) {
        continue;
      }
      for (const Include& include : includes_of(tree.at(path))) {
        if (include.quoted && folder_of(include.name) == folder_of(door)) {
          open.push_back(include.name);
        } else if (!include.quoted && is_third_party(include.name) &&
                   !include.name.ends_with("mmintrin.h") &&  // the compiler's own
                   !(folder_of(door) == "base" && include.name == "tl/expected.hpp")) {
          out.push_back(door + " shows <" + include.name + "> to other folders");
        }
      }
    }
  }
}

Complaints check(const Tree& tree) {
  Complaints out;
  for (const auto& [path, text] : tree) {
    if (path.find('/') == std::string::npos) {
      if (path != "main.cpp" && path != "README.md") {
        out.push_back(path + " lies outside every folder of src/");
      }
    } else if (find_folder(folder_of(path)) == nullptr) {
      out.push_back(path + " is in a folder that the table does not know");
    }
    if (!path.ends_with(".h") && !path.ends_with(".cpp")) {
      continue;
    }
    if (std::ranges::count(text, '\n') > kLongestFile) {
      out.push_back(path + " is longer than " + std::to_string(kLongestFile) + " lines");
    }
    for (const Include& include : includes_of(text)) {
      (include.quoted ? check_quoted : check_angled)(path, include.name, out);
    }
  }
  check_doors(tree, out);
  return out;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Tree read_tree(const std::filesystem::path& root) {
  Tree tree;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) {
      tree[std::filesystem::relative(entry.path(), root).generic_string()] = read(entry.path());
    }
  }
  return tree;
}

TEST(Architecture, SourcesKeepTheOneWayTable) {
  const Tree tree = read_tree(std::filesystem::path(CONCORD_SOURCE_DIR) / "src");
  ASSERT_TRUE(tree.contains("main.cpp")) << "the sources were not found";
  EXPECT_THAT(check(tree), testing::IsEmpty());
}

TEST(Architecture, TopLevelHoldsTheOwnersList) {
  const Names owners = {"rules", "src", "corpus", "reports", "tests", "build"};
  for (const auto& entry : std::filesystem::directory_iterator(CONCORD_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with('.')) {
      EXPECT_TRUE(owners.contains(name)) << name;
    }
  }
}

struct Row {
  Tree tree;
  std::string complaint;  // part of the only complaint; empty: none
};

TEST(Architecture, CheckFindsEachFault) {
  const std::vector<Row> rows = {
      {{{"main.cpp", "#include \"cli/cli.h\"\n"}, {"README.md", "#include <regex>\n"}}, ""},
      {{{"extract/extract.h", "#include <vector>\n#include \"model/fact.h\"\n"}}, ""},
      {{{"extract/match.cpp", "#include \"extract/match.h\"\n"}}, ""},
      {{{"pipeline/pipeline.cpp", "#include \"extract/extract.h\"\n"}}, ""},
      {{{"rules/yaml.h", "#include <yaml-cpp/yaml.h>\n"}, {"rules/rules.h", "#pragma once\n"}}, ""},
      {{{"base/result.h", "#include <tl/expected.hpp>\n"}}, ""},
      {{{"base/span.h", "#include \"model/document.h\"\n"}}, "not below it"},
      {{{"model/fact.h", "#include \"rules/rules.h\"\n"}}, "not below it"},
      {{{"extract/match.cpp", "  #  include \"normalize/normalize.h\"\n"}}, "not below it"},
      {{{"pipeline/pipeline.h", "#include \"cli/cli.h\"\n"}}, "not below it"},
      {{{"pipeline/pipeline.cpp", "#include \"extract/match.h\"\n"}}, "private header of extract"},
      {{{"cli/lsp.cpp", "#include \"lsp/lsp.h\"\n"}}, ""},
      {{{"lsp/session.cpp", "#include \"cli/cli.h\"\n"}}, "not below it"},
      {{{"lsp/session.cpp", "#include \"report/page.h\"\n"}}, "private header of report"},
      {{{"cli/cli.cpp", "#include \"match.h\"\n"}}, "in no folder"},
      {{{"cli/cli.cpp", "#include HEADER\n"}}, "in no folder"},
      {{{"main.cpp", "#include \"pipeline/pipeline.h\"\n"}}, "only call a front end"},
      {{{"ingest/yaml.cpp", "#include <yaml-cpp/yaml.h>\n"}}, "not for this folder"},
      {{{"cli/json.cpp", "#include <nlohmann/json.hpp>\n"}}, "not for this folder"},
      {{{"extract/match.cpp", "#include <regex>\n"}}, "not for this folder"},
      {{{"compare/sweep.cpp", "#include <iostream>\n"}}, "not for this folder"},
      {{{"compare/sweep.cpp", "#include <abseil/strings.h>\n"}}, "no folder in the table"},
      {{{"report/report.h", "#include <nlohmann/json.hpp>\n"}}, "to other folders"},
      {{{"report/report.h", "#include \"report/json.h\"\n"},
        {"report/json.h", "#include <fmt/core.h>\n"}},
       "report/report.h shows <fmt/core.h>"},
      {{{"helpers/text.h", ""}}, "table does not know"},
      {{{"text.h", ""}}, "outside every folder"},
      {{{"group/group.cpp", std::string(kLongestFile, '\n')}}, ""},
      {{{"group/group.cpp", std::string(kLongestFile + 1, '\n')}}, "longer than 600"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.tree.begin()->first + ": " + row.tree.begin()->second.substr(0, 60));
    const Complaints found = check(row.tree);
    if (row.complaint.empty()) {
      EXPECT_THAT(found, testing::IsEmpty());
    } else {
      EXPECT_THAT(found, testing::ElementsAre(testing::HasSubstr(row.complaint)));
    }
  }
}

}  // namespace
}  // namespace concord
